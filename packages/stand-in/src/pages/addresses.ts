import { stableUuid } from '../text/hash.js';

/** Where the site keeps pictures. The sizes are its own: a waveform is 1500x250, a cover 1400x1400. */
export function imageUri(
  kind: 'waveform' | 'cover' | 'artist' | 'label' | 'thumbnail',
  of: string,
  size?: string,
): string {
  const extension = kind === 'waveform' ? 'png' : 'jpg';
  return `https://geo-media.beatport.com/image_size/${size ?? sizes[kind]}/${stableUuid(`${kind}:${of}`)}.${extension}`;
}

/** The form of the same address in which a client fills in the size: `{w}x{h}`. */
export function dynamicImageUri(kind: 'waveform' | 'cover' | 'artist' | 'label' | 'thumbnail', of: string): string {
  return imageUri(kind, of, '{w}x{h}');
}

/** Where the two minutes to listen to are. */
export function sampleUri(trackId: number): string {
  return `https://geo-samples.beatport.com/track/${stableUuid(`sample:${trackId}`)}.LOFI.mp3`;
}

const sizes = {
  waveform: '1500x250',
  cover: '1400x1400',
  artist: '590x404',
  label: '500x500',
  thumbnail: '500x500',
} as const;

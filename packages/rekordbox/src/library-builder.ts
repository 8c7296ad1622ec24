import type { RekordboxTrack } from './library.js';
import type { FolderDraft, PlaylistDraft } from './playlist-draft.js';
import { ownText, TrackStore } from './track-store.js';
import type { WarningCollector } from './warnings.js';
import type { ElementHandler } from './xml-scanner.js';

type Attributes = Readonly<Record<string, string>>;

/** An open element, by what may stand in it. `finish` runs when it ends. */
type Place = { readonly finish?: (() => void) | undefined } & (
  | { readonly kind: 'document' | 'export' | 'collection' | 'track' | 'playlists' | 'leaf' | 'unknown' }
  | { readonly kind: 'folder'; readonly folder: FolderDraft }
  | { readonly kind: 'playlist'; readonly playlist: PlaylistDraft }
);

const DOCUMENT: Place = { kind: 'document' };
/** Beat grid and cue marks come in hundreds of thousands: their places carry nothing, so all share one. */
const LEAF: Place = { kind: 'leaf' };
const TRACK: Place = { kind: 'track' };
const UNKNOWN: Place = { kind: 'unknown' };

/** Builds tracks and the draft of the playlist tree from the elements of an export. */
export class LibraryBuilder implements ElementHandler {
  product = '';
  version = '';
  readonly tracks = new Map<string, RekordboxTrack>();
  readonly root: FolderDraft = { kind: 'folder', name: '', line: 1, children: [] };
  readonly #store = new TrackStore();
  readonly #warnings: WarningCollector;
  readonly #open: Place[] = [DOCUMENT];
  #tracksSeen = 0;
  #collectionSeen = false;

  /** @param warnings Receives what is odd. */
  constructor(warnings: WarningCollector) {
    this.#warnings = warnings;
  }

  open(name: string, attributes: Attributes, line: number): void {
    this.#open.push(this.#enter(this.#open.at(-1) ?? DOCUMENT, name, attributes, line));
  }

  close(): void {
    this.#open.pop()?.finish?.();
  }

  /** The file ended. */
  end(): void {
    if (!this.#collectionSeen) this.#warnings.add('missing-collection', 1, 'no COLLECTION');
  }

  #enter(inside: Place, name: string, attributes: Attributes, line: number): Place {
    switch (inside.kind) {
      case 'document':
        return { kind: 'export' };
      case 'export':
        return this.#enterSection(name, attributes, line);
      case 'collection':
        return name === 'TRACK' ? this.#addTrack(attributes, line) : this.#unknown(name, 'COLLECTION', line);
      case 'track':
        return name === 'TEMPO' || name === 'POSITION_MARK' ? LEAF : this.#unknown(name, 'a TRACK', line);
      case 'playlists':
        return name === 'NODE' ? this.#enterTopNode(attributes, line) : this.#unknown(name, 'PLAYLISTS', line);
      case 'folder':
        return name === 'NODE'
          ? this.#addNode(inside.folder, attributes, line)
          : this.#unknown(name, 'a playlist folder', line);
      case 'playlist':
        return name === 'TRACK' ? this.#addEntry(inside.playlist, attributes) : this.#unknown(name, 'a playlist', line);
      case 'leaf':
        return this.#unknown(name, 'an element that holds nothing', line);
      case 'unknown':
        return UNKNOWN;
    }
  }

  #enterSection(name: string, attributes: Attributes, line: number): Place {
    switch (name) {
      case 'PRODUCT':
        this.product = ownText(attributes.Name ?? '');
        this.version = ownText(attributes.Version ?? '');
        return LEAF;
      case 'COLLECTION':
        return this.#enterCollection(attributes, line);
      case 'PLAYLISTS':
        return { kind: 'playlists' };
      default:
        return this.#unknown(name, 'DJ_PLAYLISTS', line);
    }
  }

  #enterCollection(attributes: Attributes, line: number): Place {
    this.#collectionSeen = true;
    const before = this.#tracksSeen;
    const held = () => this.#tracksSeen - before;
    return { kind: 'collection', finish: this.#counting(attributes.Entries, 'COLLECTION', line, held) };
  }

  #addTrack(attributes: Attributes, line: number): Place {
    this.#tracksSeen += 1;
    const trackId = attributes.TrackID ?? '';
    if (trackId === '') {
      this.#warnings.add('track-without-id', line, attributes.Name ?? attributes.Location ?? '');
    } else if (this.tracks.has(trackId)) {
      this.#warnings.add('duplicate-track-id', line, trackId);
    } else {
      const track = this.#store.track(trackId, attributes);
      this.tracks.set(track.trackId, track);
    }
    return TRACK;
  }

  /** Other programs leave out the ROOT folder, or write several top folders. */
  #enterTopNode(attributes: Attributes, line: number): Place {
    const isRoot = attributes.Type === '0' && attributes.Name === 'ROOT';
    return isRoot
      ? this.#enterFolder(this.root, 'the top folder', attributes, line)
      : this.#addNode(this.root, attributes, line);
  }

  #addNode(parent: FolderDraft, attributes: Attributes, line: number): Place {
    const name = ownText(attributes.Name ?? '');
    if (this.#isFolder(attributes, line)) {
      const folder: FolderDraft = { kind: 'folder', name, line, children: [] };
      parent.children.push(folder);
      return this.#enterFolder(folder, `folder "${name}"`, attributes, line);
    }
    const keyType = this.#isKeyedByLocation(attributes, line) ? 'location' : 'track-id';
    const playlist: PlaylistDraft = { kind: 'playlist', name, line, keyType, keys: [] };
    parent.children.push(playlist);
    const finish = this.#counting(attributes.Entries, `playlist "${name}"`, line, () => playlist.keys.length);
    return { kind: 'playlist', playlist, finish };
  }

  #enterFolder(folder: FolderDraft, what: string, attributes: Attributes, line: number): Place {
    return {
      kind: 'folder',
      folder,
      finish: this.#counting(attributes.Count, what, line, () => folder.children.length),
    };
  }

  #isFolder(attributes: Attributes, line: number): boolean {
    const type = attributes.Type;
    if (type === '0' || type === '1') return type === '0';
    this.#warnings.add('unknown-value', line, `NODE "${attributes.Name ?? ''}": Type ${quoted(type)}`);
    return attributes.KeyType === undefined && attributes.Entries === undefined;
  }

  #isKeyedByLocation(attributes: Attributes, line: number): boolean {
    const keyType = attributes.KeyType;
    if (keyType !== '0' && keyType !== '1') {
      this.#warnings.add('unknown-value', line, `NODE "${attributes.Name ?? ''}": KeyType ${quoted(keyType)}`);
    }
    return keyType === '1';
  }

  #addEntry(playlist: PlaylistDraft, attributes: Attributes): Place {
    playlist.keys.push(ownText(attributes.Key ?? ''));
    return LEAF;
  }

  #unknown(name: string, inside: string, line: number): Place {
    this.#warnings.add('unknown-element', line, `${name} in ${inside}`);
    return UNKNOWN;
  }

  /** Compares, when an element ends, the number it announced with the number it held. */
  #counting(said: string | undefined, what: string, line: number, held: () => number): (() => void) | undefined {
    if (said === undefined) return undefined;
    return () => {
      const count = held();
      if (said.trim() !== String(count)) {
        this.#warnings.add('count-mismatch', line, `${what} says ${said}, holds ${count}`);
      }
    };
  }
}

function quoted(value: string | undefined): string {
  return value === undefined ? 'is missing' : `"${value}"`;
}

import { describe, expect, it } from 'vitest';
import { scriptedCatalog } from '../../test/scripted-catalog.js';
import { catalogTrack, libraryTrack } from '../../test/tracks.js';
import { WEIGHTS } from '../weights/weights.js';
import { explainTrack } from './explain-track.js';
import { matchTrack } from './match-track.js';

const track = libraryTrack({ name: 'Moth Parade', artist: 'Quillon', comments: 'QZABC1900042' });
const entry = { playlist: 'All', playlistIndex: 1, track };
const original = catalogTrack({ id: 11, mixName: 'Original Mix', artists: ['Quillon'] });
const dub = catalogTrack({ id: 12, mixName: 'Dub', artists: ['Quillon'] });

describe('explainTrack', () => {
  it('decides as matchTrack does, and gives what led to it', async () => {
    const catalog = scriptedCatalog({ priority: [dub, original] });
    const explanation = await explainTrack(entry, { catalog });
    expect(explanation.result).toEqual(await matchTrack(entry, { catalog }));
    expect(explanation.readings.map((reading) => reading.title)).toEqual(['Moth Parade']);
    expect(explanation.identifiers).toEqual({ isrc: 'QZABC1900042' });
    expect(explanation.recordings.map((recording) => recording.members[0].track.id)).toEqual([11, 12]);
    expect(explanation.scores).toEqual(explanation.result.candidates.map((candidate) => candidate.matchScore));
    expect(explanation.weights).toBe(WEIGHTS);
  });

  it('decides with the weights it is given', async () => {
    const weights = { ...WEIGHTS, 'title.same': -20 };
    const catalog = scriptedCatalog({ priority: [original] });
    const explanation = await explainTrack(entry, { catalog, weights });
    expect(explanation.weights).toBe(weights);
    expect(explanation.result.status).toBe('unmatched');
  });

  it('has nothing to explain of a track that is skipped', async () => {
    const catalog = scriptedCatalog({ priority: [original] });
    const sample = { ...entry, track: { ...track, source: 'factory-sample' as const } };
    const explanation = await explainTrack(sample, { catalog });
    expect(explanation).toMatchObject({ readings: [], identifiers: {}, recordings: [], scores: [] });
    expect(explanation.result.status).toBe('skipped');
    expect(catalog.asked).toEqual([]);
  });
});

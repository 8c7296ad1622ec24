import { matchLibrary } from '@cuepoint/engine';

process.once('message', async (request) => {
  await matchLibrary(request, {
    observer: (event) => {
      // A track that was taken over has ended before this run began.
      if (event.type === 'track-end' && asked.has(event.position.index)) process.send?.('track');
      if (event.type === 'query-start') asked.add(event.position.index);
    },
  });
  process.disconnect?.();
});

const asked = new Set();

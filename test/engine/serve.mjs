import { startStandIn } from '@cuepoint/stand-in';

process.once('message', async (catalogue) => {
  const standIn = await startStandIn({ catalogue });
  process.send?.(standIn.url);
  process.once('disconnect', () => void standIn.close());
});

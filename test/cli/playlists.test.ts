import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliSandbox, COMMAND, cliSandbox } from './run-cli.js';

describe('cuepoint playlists', () => {
  let cli: CliSandbox;
  beforeAll(async () => {
    cli = await cliSandbox();
  });
  afterAll(() => cli[Symbol.asyncDispose]());

  it('prints the tree with counts, plain in a pipe', async () => {
    expect(await cli.run(['playlists', 'collection.xml'])).toEqual({
      code: 0,
      stdout: '  2  Sets/\n  2  └─ Friday\n  1  Warmup\n\n2 playlists; 3 tracks in the collection.\n',
      stderr: '',
    });
  });

  it('colours it when told to', async () => {
    const args = ['playlists', 'collection.xml'];
    expect((await cli.run(args, { FORCE_COLOR: '1' })).stdout).toContain('\u001b[1mSets/\u001b[22m');
    expect((await cli.run([...args, '--no-color'], { FORCE_COLOR: '1' })).stdout).not.toContain('\u001b');
  });

  it('prints JSON', async () => {
    const { code, stdout } = await cli.run(['playlists', 'collection.xml', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      tracks: 3,
      playlists: [
        {
          kind: 'folder',
          name: 'Sets',
          path: 'Sets',
          tracks: 2,
          children: [{ kind: 'playlist', name: 'Friday', path: 'Sets/Friday', tracks: 2, children: [] }],
        },
        { kind: 'playlist', name: 'Warmup', path: 'Warmup', tracks: 1, children: [] },
      ],
      warnings: [],
    });
  });

  it('bears a reader that goes away', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_, nth) => `<NODE Name="List ${nth}" Type="1" KeyType="0" Entries="0"/>`,
    );
    await writeFile(
      join(cli.folder, 'many.xml'),
      `<DJ_PLAYLISTS Version="1.0.0"><COLLECTION Entries="0"/><PLAYLISTS><NODE Type="0" Name="ROOT" Count="20000">${many.join('')}</NODE></PLAYLISTS></DJ_PLAYLISTS>`,
    );
    const child = spawn(process.execPath, [COMMAND, 'playlists', 'many.xml'], { cwd: cli.folder });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // More than a pipe holds is still to come when its other end is closed.
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect([code, stderr]).toEqual([0, '']);
  });
});

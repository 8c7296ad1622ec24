import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as a user has it: built and bundled. */
export const COMMAND = fileURLToPath(new URL('../../packages/cli/bin/cuepoint.js', import.meta.url));

/** What a finished command left behind. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Follows a command while it runs. */
export type Watch = (stderr: string, signal: (name: NodeJS.Signals) => void) => void;

/** A folder of its own, in which the command has a home, no settings, and `collection.xml`. */
export interface CliSandbox extends AsyncDisposable {
  readonly folder: string;
  /** The command's config file; not there at first. */
  readonly configFile: string;
  /**
   * Runs the command.
   * @param env Added to an environment without any setting.
   * @param watch Sees all of standard error so far whenever more of it comes, and may signal the command.
   * @param input What it reads from standard input; nothing by default.
   */
  run(args: readonly string[], env?: Readonly<Record<string, string>>, watch?: Watch, input?: string): Promise<CliRun>;
}

/** Makes a sandbox. Dispose of it. */
export async function cliSandbox(): Promise<CliSandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-cli-'));
  const config = join(folder, 'config');
  await mkdir(config);
  await writeFile(join(folder, 'collection.xml'), LIBRARY);
  const env = {
    ...withoutSettings(process.env),
    CUEPOINT_CONFIG_DIR: config,
    CUEPOINT_DATA_DIR: join(folder, 'data'),
    CUEPOINT_CACHE_DIR: join(folder, 'cache'),
  };
  return {
    folder,
    configFile: join(config, 'config.json'),
    run: (args, extra = {}, watch, input) => runCli(args, { cwd: folder, env: { ...env, ...extra } }, watch, input),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function runCli(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  watch?: Watch,
  input = '',
): Promise<CliRun> {
  const child = spawn(process.execPath, [COMMAND, ...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => {}).end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    watch?.(stderr, (name) => child.kill(name));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** What a developer has set for their own use must not decide a test. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const unwanted = /^(CUEPOINT_|NO_COLOR$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted.test(name)));
}

const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<DJ_PLAYLISTS Version="1.0.0">
  <PRODUCT Name="rekordbox" Version="7.0.1" Company="AlphaTheta"/>
  <COLLECTION Entries="3">
    <TRACK TrackID="1" Name="North Pier (Original Mix)" Artist="Ada Lindqvist" TotalTime="372" AverageBpm="124.00" Location="file://localhost/C:/Music/a.mp3"/>
    <TRACK TrackID="2" Name="Glasshouse" Artist="Marlow &amp; Reyes" TotalTime="401" AverageBpm="126.00" Location="file://localhost/C:/Music/b.mp3"/>
    <TRACK TrackID="3" Name="Slow Tide (Dub)" Artist="Ada Lindqvist" TotalTime="333" AverageBpm="122.00" Location="file://localhost/C:/Music/c.mp3"/>
  </COLLECTION>
  <PLAYLISTS>
    <NODE Type="0" Name="ROOT" Count="2">
      <NODE Name="Sets" Type="0" Count="1">
        <NODE Name="Friday" Type="1" KeyType="0" Entries="2"><TRACK Key="1"/><TRACK Key="2"/></NODE>
      </NODE>
      <NODE Name="Warmup" Type="1" KeyType="0" Entries="1"><TRACK Key="3"/></NODE>
    </NODE>
  </PLAYLISTS>
</DJ_PLAYLISTS>
`;

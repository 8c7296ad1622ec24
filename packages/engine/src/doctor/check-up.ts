import type { AppFolders } from '../folders/app-folders.js';
import { configFilePath, readConfigFile } from '../settings/config-file.js';
import { resolveSettings } from '../settings/resolve-settings.js';
import type { Settings } from '../settings/settings.js';
import { attempt, type Check } from './check.js';
import { checkFolder } from './check-folder.js';
import { checkNode } from './check-node.js';
import { checkSite } from './check-site.js';
import { checkStores } from './check-stores.js';
import { checkToken } from './check-token.js';

/** What is looked at. */
export interface CheckUpRequest {
  readonly folders: AppFolders;
  /** Where settings are looked for beside the config file. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of the program, for the user agent. */
  readonly toolVersion: string;
  /** Send one request to the configured site. Default false: nothing leaves the machine. */
  readonly live?: boolean;
}

/** Everything that was looked at. */
export interface CheckUp {
  /** Nothing was found that stands in the way of a run. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/** Looks at everything a run needs. Never throws: what is wrong is a finding. */
export async function checkUp({ folders, env, toolVersion, live = false }: CheckUpRequest): Promise<CheckUp> {
  let settings: Settings | undefined;
  const ofSettings = await attempt('settings', async () => {
    const file = await readConfigFile(configFilePath(folders));
    settings = resolveSettings({ file, env }).values;
    return { ok: true, finding: file.exists ? `${file.path} can be used.` : 'No config file; the defaults hold.' };
  });
  const checks: Check[] = [
    checkNode(process.versions.node),
    ofSettings,
    await checkFolder('config_folder', folders.config, 'CUEPOINT_CONFIG_DIR'),
    await checkFolder('data_folder', folders.data, 'CUEPOINT_DATA_DIR'),
    await checkFolder('cache_folder', folders.cache, 'CUEPOINT_CACHE_DIR'),
    ...(await checkStores(folders)),
    await checkToken(folders.config, settings?.source ?? 'auto'),
  ];
  if (live) checks.push(await siteOf(settings, toolVersion));
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function siteOf(settings: Settings | undefined, toolVersion: string): Promise<Check> {
  if (settings !== undefined) return checkSite(settings, toolVersion);
  return { name: 'site', ok: false, finding: 'Nothing was sent: without settings it is not known where to.' };
}

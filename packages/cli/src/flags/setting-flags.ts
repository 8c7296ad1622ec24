import { type Rule, SETTING_NAMES, SETTINGS, type SettingName, settingFlag } from '@cuepoint/engine';
import type { Options } from 'yargs';
import { lastText } from './typed-flags.js';

/** Every other setting is about fetching. */
const GROUPS: Partial<Readonly<Record<SettingName, string>>> = {
  prefer: 'Matching:',
  out: 'Output:',
  format: 'Output:',
  quiet: 'Output:',
  verbose: 'Output:',
};
/** What means nothing where one track is looked at and no file is written. */
const OF_A_RUN: readonly SettingName[] = ['maxConcurrentTracks', 'out', 'format', 'quiet'];

/** Settings that decide how one track is matched. */
export const TRACK_SETTINGS: readonly SettingName[] = SETTING_NAMES.filter((name) => !OF_A_RUN.includes(name));

/** A yargs option for each of the settings. Values stay text: the engine reads and checks them, wherever they come from. */
export function settingOptions(names: readonly SettingName[] = SETTING_NAMES): Record<string, Options> {
  return Object.fromEntries(
    names.map((name) => {
      const { default: fallback, rule, description } = SETTINGS[name];
      const isSwitch = rule.kind === 'switch';
      const option: Options = {
        describe: `${description.replace(/\.$/, '')}${takes(name)}.`,
        group: GROUPS[name] ?? 'Fetching:',
        ...(isSwitch
          ? { type: 'boolean' }
          : rule.kind === 'pairs'
            ? {}
            : { defaultDescription: fallback === null ? './cuepoint-out/<playlist>' : String(fallback) }),
      };
      return [settingFlag(name), option];
    }),
  );
}

/** The settings among the flags that were typed, with a sentence for each one that lacks its value. */
export function typedSettings(argv: Readonly<Record<string, unknown>>): {
  readonly flags: Partial<Record<SettingName, unknown>>;
  readonly problems: readonly string[];
} {
  const flags: Partial<Record<SettingName, unknown>> = {};
  const problems: string[] = [];
  for (const name of SETTING_NAMES) {
    const flag = settingFlag(name);
    const typed = argv[flag];
    if (typed === undefined) continue;
    const { kind }: Rule = SETTINGS[name].rule;
    if (kind === 'switch') flags[name] = typed;
    else if ((kind === 'choices' || kind === 'pairs') && Array.isArray(typed)) flags[name] = typed.join(',');
    else {
      const text = lastText(typed);
      if (text === undefined)
        problems.push(`--${flag} needs a value, for example --${flag} ${SETTINGS[name].example}.`);
      else flags[name] = text;
    }
  }
  return { flags, problems };
}

/** " (1 to 20)", where the description does not say it yet. */
function takes(name: SettingName): string {
  const rule: Rule = SETTINGS[name].rule;
  if (rule.kind === 'whole') return ` (${rule.min} to ${rule.max})`;
  return rule.kind === 'number' ? ` (seconds, at most ${rule.max})` : '';
}

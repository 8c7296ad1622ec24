import { resolveSettings } from '../settings/resolve-settings.js';
import type { Settings } from '../settings/settings.js';

/** The built-in settings, untouched by any file or environment variable: what a library call begins with. */
export function defaultSettings(): Settings {
  return resolveSettings().values;
}

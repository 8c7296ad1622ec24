import { findBrowser } from '@cuepoint/fetch-browser';

/** Why browser tests cannot run here; undefined where they can. */
export const noBrowser: string | undefined =
  (await findBrowser()) === undefined ? 'there is no Chrome, Chromium or Edge on this computer' : undefined;

import { createServer, type Server } from 'node:http';
import { openApiAccess } from './api/api-access.js';
import type { CatalogueRow, StoreTrack } from './catalogue/catalogue-row.js';
import { checkCatalogue, readCatalogue } from './catalogue/read-catalogue.js';
import { StandInError } from './catalogue/stand-in-error.js';
import { openStore } from './catalogue/store.js';
import { openSeenLog } from './conformance/seen.js';
import { planFaults } from './faults/fault-plan.js';
import { openRateCeiling } from './faults/rate-ceiling.js';
import { openSearch } from './search/store-search.js';
import { makeHandler } from './server/request-handler.js';
import { openLog, type RequestRecord, type StandInStats } from './server/request-log.js';
import { openSite } from './server/site-routes.js';
import { checkSettings, type StandInSettings, type StandInSettingsInput } from './settings.js';

/** How long a connection is kept for the next request. */
const keepAliveMs = 60_000;

/** How a stand-in is started: any of the settings, and what cannot be changed later. */
export interface StandInOptions extends StandInSettingsInput {
  /** Path of a `.jsonl` or `.jsonl.gz` file, or rows. Default: nothing is sold. Costs 0.5 s for 14,000 rows. */
  readonly catalogue?: string | readonly CatalogueRow[];
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A local Beatport that is listening. */
export interface StandIn extends AsyncDisposable {
  /** Origin of the site, without a slash at its end: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Base of the API: the same origin, then `/v4`. */
  readonly apiUrl: string;
  /** Every request since the start or the last reset, in order of arrival, control requests apart. */
  readonly requests: readonly RequestRecord[];
  /** Most requests in flight at once. */
  readonly mostInFlight: number;
  readonly stats: StandInStats;
  /** Settings in force. */
  readonly settings: StandInSettings;
  /**
   * Changes settings; what is not named keeps its value. Fault rules for the next few requests begin anew.
   *
   * @throws {StandInError} `STAND_IN_OPTIONS`.
   */
  configure(changes: StandInSettingsInput): StandInSettings;
  /** Forgets the requests, and begins the fault rules and the use of tokens anew. Keeps the settings. */
  reset(): void;
  /** Stops, cutting what is under way. */
  close(): Promise<void>;
}

/**
 * Starts a local Beatport on 127.0.0.1.
 *
 * @throws {StandInError} `STAND_IN_CATALOGUE`, `STAND_IN_OPTIONS`, or `STAND_IN_LISTEN` when the port is taken.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { catalogue = [], port = 0, ...given } = options;
  const store = openStore(await loadCatalogue(catalogue));
  const access = openApiAccess();
  const log = openLog();
  const seen = openSeenLog();
  let settings = checkSettings(given);
  let faults = planFaults(settings.faults, settings.seed);
  let ceiling = openRateCeiling();

  const configure = (changes: unknown): StandInSettings => {
    settings = checkSettings(changes, settings);
    faults = planFaults(settings.faults, settings.seed);
    return settings;
  };
  const reset = (): void => {
    log.reset();
    seen.reset();
    access.reset();
    ceiling = openRateCeiling();
    faults = planFaults(settings.faults, settings.seed);
  };

  const server = createServer(
    makeHandler({
      controls: { log, configure, reset },
      site: openSite(store, openSearch(store), access),
      seen,
      ceiling: { admit: (now, perSecond) => ceiling.admit(now, perSecond) },
      settings: () => settings,
      faults: () => faults,
    }),
  );
  // Node's 5 s would close connections under clients that wait for their rate, which the real site does not.
  server.keepAliveTimeout = keepAliveMs;
  server.on('connection', () => {
    log.connected();
    seen.connected();
  });
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  const close = (): Promise<void> => closeServer(server);
  return {
    url,
    apiUrl: `${url}/v4`,
    get requests() {
      return log.records();
    },
    get mostInFlight() {
      return log.stats().mostInFlight;
    },
    get stats() {
      return log.stats();
    },
    get settings() {
      return settings;
    },
    configure,
    reset,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function loadCatalogue(catalogue: string | readonly CatalogueRow[]): Promise<readonly StoreTrack[]> {
  return typeof catalogue === 'string' ? readCatalogue(catalogue) : checkCatalogue(catalogue);
}

function listen(server: Server, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StandInError('STAND_IN_OPTIONS', `${port} is no port.`, portHint);
  }
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new StandInError('STAND_IN_LISTEN', `Port ${port} cannot be listened on: ${cause.message}`, portHint, cause),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const portHint = 'Choose a port from 1 to 65535, or 0 for any free one.';

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

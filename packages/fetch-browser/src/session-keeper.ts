import type { Cookie } from 'playwright-core';
import { BrowserSession, type SessionSetup } from './browser-session.js';

/** Has a browser ready, one at a time: starts it when it is first needed, and anew when it is gone or spent. */
export class SessionKeeper {
  readonly #setup: SessionSetup;
  #session: BrowserSession | undefined;
  #next: Promise<BrowserSession> | undefined;
  #isClosed = false;

  constructor(setup: SessionSetup) {
    this.#setup = setup;
  }

  /**
   * The browser that runs.
   *
   * @throws What Playwright throws when it does not start.
   */
  async current(): Promise<BrowserSession> {
    // A request that comes while the browser is being replaced waits with the others.
    if (this.#next !== undefined) return this.#next;
    const session = this.#session;
    if (session?.isAlive && !session.isSpent) return session;
    this.#next = this.#replace(session);
    try {
      return await this.#next;
    } finally {
      this.#next = undefined;
    }
  }

  /** Closes it for good. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#next?.catch(() => undefined);
    await this.#session?.close();
  }

  async #replace(old: BrowserSession | undefined): Promise<BrowserSession> {
    let cookies: readonly Cookie[] = [];
    if (old?.isAlive) {
      this.#setup.log('browser: started anew, it has served its number of pages');
      cookies = await old.retire();
    } else if (old !== undefined) {
      this.#setup.log('browser: started anew, it had ended');
      await old.close();
    }
    const session = await BrowserSession.start(this.#setup, cookies);
    this.#session = session;
    // Closed meanwhile: nobody will come for it.
    if (this.#isClosed) await session.close();
    return session;
  }
}

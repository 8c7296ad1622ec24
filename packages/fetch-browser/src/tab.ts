import { errorMessage } from '@cuepoint/core';
import type { CDPSession, Page as PlaywrightPage, Request, Response } from 'playwright-core';
import { TabLost } from './browser-error.js';
import { guardRequests } from './guard-requests.js';
import type { TabSetup } from './tab-setup.js';
import { settledWithin } from './until.js';
import type { Visit } from './visit.js';

/** One tab, used for one request after another. */
export class Tab {
  readonly page: PlaywrightPage;
  /** The newest answer was a page of the site, so that further pages can be got from inside it. */
  inside = false;
  /** The browser is about to put its own page over an answer without a body, which would end the next request. */
  isSpoilt = false;
  /** The request it works on. */
  visit: Visit | undefined;
  readonly #gone = new AbortController();

  private constructor(page: PlaywrightPage) {
    this.page = page;
    page.on('crash', () => this.lose('The tab crashed'));
    page.on('close', () => this.lose('The tab was closed'));
    page.on('download', () => {
      if (this.visit !== undefined) this.visit.isDownload = true;
    });
    page.on('dialog', (dialog) => {
      // "Leave the page?" keeps every further request waiting unless it is told yes.
      const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss();
      answer.catch(() => undefined);
    });
    page.on('response', (response) => {
      if (!this.#isMain(response.request()) || isRedirect(response)) return;
      if (this.visit !== undefined) this.visit.answer = { response, headAt: performance.now() };
    });
    page.on('requestfailed', (request) => {
      const isMain = this.#isMain(request);
      this.visit?.requestFailed(request.failure()?.errorText ?? '', isMain);
    });
  }

  /** Prepares a page of Playwright's. */
  static async on(page: PlaywrightPage, setup: TabSetup): Promise<Tab> {
    const tab = new Tab(page);
    const cdp: CDPSession = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.setUserAgentOverride', { userAgent: setup.userAgent });
    await guardRequests(cdp, setup, () => tab.visit);
    return tab;
  }

  /** Fires with a `TabLost` when the tab cannot be used any more. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Ends whatever is waiting for this tab. */
  lose(reason: unknown): void {
    this.#gone.abort(new TabLost(errorMessage(reason)));
  }

  /** Closes it, without waiting longer than some milliseconds: a tab that hangs never says that it closed. */
  async close(ms: number): Promise<void> {
    this.lose('The tab was given up');
    await settledWithin(this.page.close(), ms);
  }

  #isMain(request: Request): boolean {
    return request.isNavigationRequest() && request.frame() === this.page.mainFrame();
  }
}

function isRedirect(response: Response): boolean {
  const status = response.status();
  return status >= 300 && status <= 399 && response.headers().location !== undefined;
}

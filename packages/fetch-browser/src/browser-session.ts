import type { BrowserContext, Cookie, Page as PlaywrightPage } from 'playwright-core';
import { TabLost } from './browser-error.js';
import { BROWSER_DEFAULTS } from './defaults.js';
import { endByForce } from './end-by-force.js';
import { type LaunchSetup, launchBrowser } from './launch-browser.js';
import { Tab } from './tab.js';
import type { TabSetup } from './tab-setup.js';
import { settledWithin } from './until.js';
import type { WorkingFolder } from './working-folder.js';

/** What a browser is started with. */
export interface SessionSetup extends LaunchSetup {
  readonly tabs: Omit<TabSetup, 'userAgent'>;
  /** The product token that the browser adds to its own `User-Agent`. */
  readonly product: string;
  /** Requests after which it should be replaced. */
  readonly recycleAfter: number;
}

/** One running browser and its tabs. */
export class BrowserSession {
  readonly #context: BrowserContext;
  readonly #folder: WorkingFolder;
  readonly #pid: number | undefined;
  readonly #setup: SessionSetup;
  readonly #userAgent: string;
  readonly #tabs = new Set<Tab>();
  readonly #idle: Tab[] = [];
  /** The tab a browser starts with. */
  #blank: PlaywrightPage | undefined;
  #out = 0;
  #served = 0;
  #isGone = false;
  #closing: Promise<void> | undefined;
  #allBack: (() => void) | undefined;

  private constructor(launched: Awaited<ReturnType<typeof launchBrowser>>, setup: SessionSetup) {
    this.#context = launched.context;
    this.#folder = launched.folder;
    this.#pid = launched.pid;
    this.#userAgent = `${launched.userAgent} ${setup.product}`;
    this.#setup = setup;
    this.#blank = this.#context.pages()[0];
    this.#context.on('close', () => this.#lost());
    // A page that a page opened: nobody asked for it.
    this.#context.on('page', async (page) => {
      if ((await page.opener().catch(() => null)) !== null) await page.close().catch(() => undefined);
    });
  }

  /**
   * Starts a browser.
   *
   * @param cookies Of the browser it takes the place of.
   * @throws What Playwright throws when it does not start.
   */
  static async start(setup: SessionSetup, cookies: readonly Cookie[]): Promise<BrowserSession> {
    const session = new BrowserSession(await launchBrowser(setup), setup);
    if (cookies.length > 0) await session.#context.addCookies([...cookies]);
    return session;
  }

  /** It runs, and has not been told to close. */
  get isAlive(): boolean {
    return !this.#isGone && this.#closing === undefined;
  }

  /** It has served as many requests as it should. */
  get isSpent(): boolean {
    return this.#served >= this.#setup.recycleAfter;
  }

  /** A tab for one request: one that is idle, else a new one. Bring it back with `giveBack`. */
  async take(): Promise<Tab> {
    this.#served += 1;
    this.#out += 1;
    try {
      const tab = this.#idle.pop() ?? (await this.#open());
      if (!this.isAlive) tab.lose('The browser has ended');
      return tab;
    } catch (error) {
      this.#oneIsBack();
      throw error;
    }
  }

  /** @param fit The next request may use it. */
  giveBack(tab: Tab, fit: boolean): void {
    tab.visit = undefined;
    if (fit && !tab.gone.aborted && this.isAlive) {
      this.#idle.push(tab);
    } else {
      this.#tabs.delete(tab);
      void tab.close(BROWSER_DEFAULTS.closeTimeoutMs);
    }
    this.#oneIsBack();
  }

  /**
   * Finds out whether it still runs, after a tab went down: the news of a browser's end comes later than that of its
   * tabs.
   */
  async probe(): Promise<void> {
    const asked = this.#context.cookies().catch(() => this.#lost());
    if (!(await settledWithin(asked, BROWSER_DEFAULTS.closeTimeoutMs))) this.#lost();
  }

  /** Closes once its tabs have come back. Gives the cookies, for the browser that takes its place. */
  async retire(): Promise<readonly Cookie[]> {
    if (this.#out > 0) {
      await new Promise<void>((resolve) => {
        this.#allBack = resolve;
      });
    }
    const cookies = await this.#context.cookies().catch(() => []);
    await this.close();
    return cookies;
  }

  /** Ends it, in good order or by force, and deletes its folder. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const closing = this.#context.close();
    const inOrder = await settledWithin(closing, BROWSER_DEFAULTS.closeTimeoutMs);
    if (!inOrder && this.#pid !== undefined) {
      endByForce(this.#pid);
      await settledWithin(closing, BROWSER_DEFAULTS.closeTimeoutMs);
    }
    this.#lost();
    await this.#folder.remove();
  }

  async #open(): Promise<Tab> {
    const blank = this.#blank;
    this.#blank = undefined;
    const opening = (async () =>
      Tab.on(blank ?? (await this.#context.newPage()), { ...this.#setup.tabs, userAgent: this.#userAgent }))();
    if (!(await settledWithin(opening, BROWSER_DEFAULTS.startTimeoutMs))) {
      // It answers nothing any more; the next request gets another browser.
      this.#lost();
      opening.catch(() => undefined);
      throw new TabLost('The browser opens no tab');
    }
    const tab = await opening;
    this.#tabs.add(tab);
    return tab;
  }

  #oneIsBack(): void {
    this.#out -= 1;
    if (this.#out === 0) this.#allBack?.();
  }

  #lost(): void {
    this.#isGone = true;
    for (const tab of this.#tabs) tab.lose('The browser has ended');
  }
}

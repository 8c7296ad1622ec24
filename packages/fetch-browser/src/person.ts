import type { Shown } from './page-data.js';
import type { Tab } from './tab.js';
import { until } from './until.js';
import type { Visit } from './visit.js';
import { dataOf } from './wait-for-data.js';

/** How waiting for a person ended: the page is there, another tab's turn is over, or nobody came. */
export type PersonOutcome =
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'ask-again' }
  | { readonly kind: 'nobody' };

/**
 * Waits for a person to answer a challenge in the visible window, once for all tabs: what lifts it lifts it for the
 * whole browser.
 */
export class Person {
  readonly #ms: number;
  readonly #say: (url: string) => void;
  #turn: Promise<unknown> | undefined;

  /**
   * @param ms Most milliseconds to wait.
   * @param say Tells the person that something is waiting in the window.
   */
  constructor(ms: number, say: (url: string) => void) {
    this.#ms = ms;
    this.#say = say;
  }

  /** @param tab Shows the challenge. */
  async waitFor(tab: Tab, visit: Visit): Promise<PersonOutcome> {
    if (this.#turn !== undefined) {
      await until(this.#turn, visit.signal);
      return { kind: 'ask-again' };
    }
    const waiting = this.#wait(tab, visit);
    this.#turn = waiting
      .catch(() => undefined)
      .finally(() => {
        this.#turn = undefined;
      });
    const shown = await waiting;
    return shown === undefined ? { kind: 'nobody' } : { kind: 'shown', shown };
  }

  async #wait(tab: Tab, visit: Visit): Promise<Shown | undefined> {
    visit.isPersonal = true;
    this.#say(visit.asked);
    await until(tab.page.bringToFront(), visit.signal);
    const shown = await dataOf(tab, visit, this.#ms);
    visit.isPersonal = false;
    return shown;
  }
}

/** A `&` that does not begin an entity, or of which the text does not yet say so. */
const NO_ENTITY = /&(?!(?:[A-Za-z]\w{0,8}|#\d{1,8}|#x[\dA-Fa-f]{1,8});)/g;
/** No entity of XML is longer, `&` and `;` included. */
const LONGEST_ENTITY = 12;

/** A stretch of text. */
export interface TextStretch {
  readonly text: string;
  /** It begins with a `&` that begins no entity. */
  readonly bare: boolean;
}

/**
 * Cuts text before each `&` that begins no entity, so that the place can be noted.
 *
 * "R & B" unescaped is what most often breaks an edited export, and an XML parser takes everything up to the next `;`,
 * thousands of lines on, for the name of an entity: what it reports then is true and of no help.
 */
export class BareAmpersands {
  #held = '';

  /** The stretches of the next piece of text. Holds back an end that may be half of an entity. */
  split(piece: string): readonly TextStretch[] {
    const text = this.#held + piece;
    this.#held = '';
    const stretches: TextStretch[] = [];
    let from = 0;
    let bare = false;
    for (const { index } of text.matchAll(NO_ENTITY)) {
      if (index > from) stretches.push({ text: text.slice(from, index), bare });
      from = index;
      bare = text.length - index >= LONGEST_ENTITY;
      if (bare) continue;
      this.#held = text.slice(index);
      return stretches;
    }
    stretches.push({ text: text.slice(from), bare });
    return stretches;
  }

  /** What was held back, at the end of the text: too short for an entity. */
  rest(): TextStretch {
    return { text: this.#held, bare: this.#held !== '' };
  }
}

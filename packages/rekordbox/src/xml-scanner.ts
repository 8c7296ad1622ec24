import { SaxesParser } from 'saxes';
import { BareAmpersands, type TextStretch } from './bare-ampersand.js';
import { LibraryError, type LibraryErrorCode, type TextPosition } from './library-error.js';
import { READER_LIMITS } from './limits.js';

/** What a scanner reports. */
export interface ElementHandler {
  /** @param line Line on which the tag ends, from 1. */
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  /** The innermost open element ends. */
  close(): void;
}

const ROOT = 'DJ_PLAYLISTS';

/**
 * Checks XML text piece by piece and reports its elements. Whatever is wrong with the text, it throws one
 * {@link LibraryError} with the place.
 */
export class XmlScanner {
  readonly #file: string;
  readonly #parser = new SaxesParser();
  readonly #ampersands = new BareAmpersands();
  #depth = 0;
  #charactersSinceTag = 0;
  #closing = '';
  /** Where a `&` without an entity stands, until something ends after it: in a comment it does no harm. */
  #bareAmpersand: TextPosition | undefined;

  /** @param file Name for errors. */
  constructor(file: string, handler: ElementHandler) {
    this.#file = file;
    const parser = this.#parser;
    parser.on('error', (error) => this.#malformed(error));
    parser.on('comment', () => this.#settle());
    parser.on('cdata', () => this.#settle());
    parser.on('doctype', (text) => this.#refuseDoctype(text));
    parser.on('opentag', (tag) => {
      this.#settle();
      this.#depth += 1;
      if (this.#depth === 1) this.#checkRoot(tag.name);
      if (this.#depth > READER_LIMITS.depth) {
        this.fail('LIBRARY_TOO_LARGE', `more than ${READER_LIMITS.depth} elements inside each other`);
      }
      handler.open(tag.name, tag.attributes, parser.line);
    });
    parser.on('closetag', (tag) => {
      this.#settle();
      this.#depth -= 1;
      this.#closing = tag.name;
      handler.close();
    });
  }

  /** Takes the next piece of text. */
  write(text: string): void {
    for (const stretch of this.#ampersands.split(text)) this.#write(stretch);
  }

  /** The text ends here. */
  close(): void {
    this.#write(this.#ampersands.rest());
    const { line, column } = this.#parser;
    this.#parser.on('error', (cause) => {
      this.#blameAmpersand(cause);
      const problem = `the file ends in the middle, it was cut off (${sentence(cause)})`;
      throw new LibraryError('LIBRARY_MALFORMED', this.#file, problem, { position: positionAt(line, column), cause });
    });
    this.#parser.close();
  }

  /** Gives up, at the last character read. */
  fail(code: LibraryErrorCode, problem: string, cause?: unknown): never {
    const position = positionAt(this.#parser.line, this.#parser.column);
    throw new LibraryError(code, this.#file, problem, { position, cause });
  }

  #write({ text, bare }: TextStretch): void {
    if (bare) this.#bareAmpersand ??= positionAt(this.#parser.line, this.#parser.column + 1);
    this.#charactersSinceTag += text.length;
    this.#parser.write(text);
    if (this.#charactersSinceTag > READER_LIMITS.charactersBetweenTags) {
      this.#blameAmpersand();
      const limit = READER_LIMITS.charactersBetweenTags;
      this.fail('LIBRARY_TOO_LARGE', `over ${limit} characters without the end of a tag`);
    }
  }

  /** Something ended as it should. */
  #settle(): void {
    this.#charactersSinceTag = 0;
    this.#bareAmpersand = undefined;
  }

  #checkRoot(name: string): void {
    if (name !== ROOT) this.#notRekordbox(isHtml(name) ? 'a web page' : `XML of another kind, <${shorten(name)}>`);
  }

  /** Rekordbox never writes one, and it is where entities are declared that unfold into gigabytes. */
  #refuseDoctype(text: string): never {
    const name = text.trim().split(/[\s[]/, 1)[0] ?? '';
    if (name === ROOT) this.fail('LIBRARY_MALFORMED', 'it has a DOCTYPE, which Rekordbox never writes');
    this.#notRekordbox(isHtml(name) ? 'a web page' : `a document of the type "${shorten(name)}"`);
  }

  #notRekordbox(what: string): never {
    this.fail('LIBRARY_NOT_REKORDBOX', `this is ${what}, not a Rekordbox export`);
  }

  #malformed(error: Error): never {
    const problem = sentence(error);
    if (problem.includes('entity')) this.#blameAmpersand(error);
    // The parser takes the innermost element as closed before it complains, and does not say which one that was.
    const open = problem === 'unexpected close tag' ? `: <${shorten(this.#closing)}> is still open` : '';
    this.fail('LIBRARY_MALFORMED', problem + open, error);
  }

  #blameAmpersand(cause?: unknown): void {
    const position = this.#bareAmpersand;
    if (!position) return;
    const problem = 'a "&" stands alone; XML writes it "&amp;"';
    throw new LibraryError('LIBRARY_MALFORMED', this.#file, problem, { position, cause });
  }
}

/** @param column As the parser counts: characters already read in the line. */
function positionAt(line: number, column: number): TextPosition {
  return { line, column: Math.max(1, column) };
}

/** The parser's own words without the position it puts in front and the full stop. */
function sentence(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
}

function isHtml(name: string): boolean {
  return name.toLowerCase() === 'html';
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

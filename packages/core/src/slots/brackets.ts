/** A bracketed part of a title. */
export interface Bracket {
  readonly text: string;
  readonly kind: 'round' | 'square';
  /** The closing bracket is missing: the text was cut off. */
  readonly open: boolean;
}

/** A title taken apart into what stands outside brackets and what stands inside. */
export interface Bracketed {
  readonly outside: string;
  readonly brackets: readonly Bracket[];
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Takes the brackets out of a title. Nested ones become brackets of their own; a bracket that is never closed runs to
 * the end, and a closing one of the wrong kind closes it ("(Viken Arman Remix]").
 */
export function splitBrackets(text: string): Bracketed {
  const brackets: Bracket[] = [];
  const open: { kind: Bracket['kind']; text: string }[] = [];
  let outside = '';
  for (const char of text) {
    const top = open.at(-1);
    if (CLOSING[char] !== undefined) {
      open.push({ kind: char === '[' ? 'square' : 'round', text: '' });
    } else if (char === ')' || char === ']' || char === '}') {
      if (top !== undefined) {
        open.pop();
        push(brackets, { ...top, open: false });
      }
      if (open.length === 0) outside += ' ';
    } else if (top === undefined) outside += char;
    else top.text += char;
  }
  for (const left of open) push(brackets, { ...left, open: true });
  return { outside: outside.replace(/\s+/g, ' ').trim(), brackets };
}

function push(brackets: Bracket[], bracket: Bracket): void {
  const text = bracket.text.replace(/\s+/g, ' ').trim();
  if (text !== '') brackets.push({ ...bracket, text });
}

/** What values a setting takes. Plain data: help, config file, environment and flags all read it. */
export type Rule =
  | TextRule
  | UrlRule
  | WholeNumberRule
  | NumberRule
  | RateRule
  | SwitchRule
  | ChoiceRule<string>
  | ChoicesRule<string>
  | PairsRule
  | FolderRule;

/** Any text but an empty one. */
export interface TextRule {
  readonly kind: 'text';
}
/** An `http:` or `https:` address. */
export interface UrlRule {
  readonly kind: 'url';
}
/** A whole number, both ends included. */
export interface WholeNumberRule {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
}
/** A number above the one end, up to and including the other. */
export interface NumberRule {
  readonly kind: 'number';
  readonly above: number;
  readonly max: number;
}
/** A number above 0, `auto` or `unlimited`. */
export interface RateRule {
  readonly kind: 'rate';
}
/** On or off. */
export interface SwitchRule {
  readonly kind: 'switch';
}
/** One of a few words. */
export interface ChoiceRule<Choice extends string> {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
}
/** One or more of a few words. */
export interface ChoicesRule<Choice extends string> {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
}
/** Names with values: an object in the config file, `name=value,name=value` as text. */
export interface PairsRule {
  readonly kind: 'pairs';
}
/** A path, or null for the usual place. */
export interface FolderRule {
  readonly kind: 'folder';
}

/** What a rule takes, in words that follow "must be": "a whole number from 1 to 20". */
export function describeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'text':
      return 'a text';
    case 'url':
      return 'an address that begins with http:// or https://';
    case 'whole':
      return `a whole number from ${rule.min} to ${rule.max}`;
    case 'number':
      return `a number above ${rule.above}, at most ${rule.max}`;
    case 'rate':
      return 'a number above 0, auto or unlimited';
    case 'switch':
      return 'true or false';
    case 'choice':
      return `one of ${rule.choices.join(', ')}`;
    case 'choices':
      return `one or more of ${rule.choices.join(', ')}`;
    case 'pairs':
      return 'name=value, or several with commas between them';
    case 'folder':
      return 'the path of a folder';
  }
}

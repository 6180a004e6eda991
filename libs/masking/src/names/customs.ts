/** How names are spoken of in one script without capitals; patterns are sources, every word of them ends at a space. */
export interface Customs {
  /** A text with none of these has no name of the kind. */
  script: RegExp;
  /** Labels of fields; what follows a colon is a name whatever it is. */
  labels: string;
  /** Forms of address and roles right before a name. */
  titles: string;
  /** Who speaks or is spoken of, and relatives: only known names behind them. */
  weak: string;
  /** What stands right behind a name. */
  behind: string;
  /** After who speaks, the verb that ends the name: `আমি … বলছি`. */
  speaks: readonly [who: string, verb: string] | undefined;
  /** "My name … is": without a colon a label shows no more than this and known names. */
  called?: readonly [who: string, verb: string];
  /** Words that end a name or begin none. */
  stop: RegExp;
  /** Endings of verbs and adverbs: a word that no list has as a name and that ends so is none. */
  verb: RegExp;
  /** What may belong to a name behind its first word though no list has it. */
  tail: RegExp;
  /** Last words that make a name of the word before them: `… ਸਿੰਘ`. */
  family?: string;
  /** Words that are names by their ending: `કોકિલાબેન`. */
  shaped?: string;
}

/** Any one of the words, and nothing else. */
export const wordsOf = (list: string): RegExp => new RegExp(`^(?:${list.trim().split(/\s+/).join('|')})$`, 'u');

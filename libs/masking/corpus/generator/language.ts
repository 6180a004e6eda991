/** What a language needs to tell a customer's story; sentences hold slots such as `{person}` (see `slots.ts`). */
export interface Language {
  lang: string;
  /** Keys of the locale data for given names, family names and cities. */
  locales: readonly string[];
  countries: readonly string[];
  /** Names beside the locale data, `given family` each; the data of some languages is thin, and masker authors know it. */
  names: readonly string[];
  /** `family` first without a space in Chinese, Japanese and Korean, with one in Hungarian and Vietnamese. */
  nameOrder?: 'family first' | 'joined';
  /** Full name in another grammatical case, where the language bends names. */
  inflect?: (given: string, family: string, male: boolean) => string[];
  streets: readonly string[];
  cities: readonly string[];
  /** With `{street}`, `{no}`, `{zip}`, `{city}`; `\n` for lines. */
  addresses: readonly string[];
  zip: string;
  company: readonly string[];
  /** Local words in a spelled-out address: at, dot. */
  spelled: readonly [at: string, dot: string];
  text: Sentences;
}

export interface Sentences {
  hello: readonly string[];
  /** Who writes: `{me}`. */
  intro: readonly string[];
  /** What is broken; technical strings only. */
  problem: readonly string[];
  /** Other persons: `{person}`, and `{other}` who may come back as `{other.first}`. */
  people: readonly string[];
  contact: readonly string[];
  address: readonly string[];
  /** Day of birth, government numbers, passports. */
  identity: readonly string[];
  payment: readonly string[];
  access: readonly string[];
  network: readonly string[];
  /** The customer named without a cue: only in tickets whose known values tell the name. */
  bare: readonly string[];
  closing: readonly string[];
  voicemail: readonly string[];
  /** Headers of a forwarded mail: from, sent, to, subject. */
  forward: readonly [from: string, sent: string, to: string, subject: string];
  /** Sentences about nothing personal, full of look-alikes. */
  negative: readonly string[];
  /** A text that asks not to be masked. */
  plead: readonly string[];
}

/** What one position of an expression accepts; `ranges` are of code points, both ends included. */
export interface CharacterSet {
  kind: 'set';
  negated: boolean;
  ranges: readonly (readonly [from: number, to: number])[];
  /** Names of classes: `d`, `w`, `s`, or that of a Unicode property. */
  classes: readonly string[];
}

/** The part of JavaScript's expressions that says which characters a match must hold; the rest accepts more than it does. */
export type Syntax =
  | CharacterSet
  /** Any character, or nobody knows: a back-reference. */
  | { kind: 'any' }
  /** Takes up nothing; `inside` follows or stands before, `notBehind` does not stand before. */
  | { kind: 'assertion'; inside?: Syntax; follows?: boolean; notBehind?: Syntax }
  | { kind: 'sequence'; parts: readonly Syntax[] }
  | { kind: 'choice'; options: readonly Syntax[] }
  | { kind: 'repetition'; inside: Syntax; min: number; max: number };

const QUANTIFIER = /(?:[*+?]|\{([0-9]+)(,?)([0-9]*)\})\??/y;
const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, b: 8, '0': 0 };
const GROUP = /\((?:\?(?:(<?[=!])|:|<[A-Za-z]\w*>))?/y;
const CODE = /\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/y;
const PROPERTY = /\\([pP])\{([^}]+)\}/y;

/** Reads the source of an expression. @throws Error for syntax it does not know */
export function parseExpression(source: string): Syntax {
  return new Parser(source).whole();
}

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Syntax {
    const syntax = this.#choice();
    if (this.#at < this.#source.length) throw new Error(`unknown syntax at ${this.#at}`);
    return syntax;
  }

  #choice(): Syntax {
    const options = [this.#sequence()];
    while (this.#takes('|')) options.push(this.#sequence());
    return options.length === 1 ? (options[0] as Syntax) : { kind: 'choice', options };
  }

  #sequence(): Syntax {
    const parts: Syntax[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] as string)) {
      parts.push(this.#quantified(this.#atom()));
    }
    return { kind: 'sequence', parts };
  }

  #quantified(inside: Syntax): Syntax {
    const match = this.#match(QUANTIFIER);
    if (!match) return inside;
    const [quantifier, from, comma, to] = match;
    const min = from === undefined ? (quantifier.startsWith('+') ? 1 : 0) : Number(from);
    const open = comma === ',' && to === '';
    const max = from === undefined ? (quantifier.startsWith('?') ? 1 : Infinity) : open ? Infinity : Number(to || from);
    return { kind: 'repetition', inside, min, max };
  }

  #atom(): Syntax {
    const group = this.#match(GROUP);
    if (group) {
      const inside = this.#choice();
      if (!this.#takes(')')) throw new Error(`group without end before ${this.#at}`);
      if (group[1] === undefined) return inside;
      if (group[1].endsWith('=')) return { kind: 'assertion', inside, follows: group[1] === '=' };
      return group[1] === '<!' ? { kind: 'assertion', notBehind: inside } : { kind: 'assertion' };
    }
    if (this.#takes('.')) return { kind: 'any' };
    if (this.#takes('^') || this.#takes('$') || this.#takes('\\b') || this.#takes('\\B')) return { kind: 'assertion' };
    if (this.#takes('[')) return this.#set();
    if (this.#match(/\\(?:k<\w+>|[1-9])/y)) return { kind: 'any' };
    return setOf(false, [this.#item()]);
  }

  #set(): Syntax {
    const negated = this.#takes('^');
    const items: Item[] = [];
    while (!this.#takes(']')) {
      const item = this.#item();
      if (typeof item === 'number' && this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']') {
        this.#at += 1;
        const to = this.#item();
        items.push(typeof to === 'number' ? [item, to] : to);
      } else {
        items.push(item);
      }
    }
    return setOf(negated, items);
  }

  #item(): Item {
    if (this.#source[this.#at] !== '\\') return this.#literal();
    const code = this.#match(CODE);
    if (code) return Number.parseInt((code[1] ?? code[2] ?? code[3]) as string, 16);
    const property = this.#match(PROPERTY);
    if (property) return property[1] === 'P' ? { name: 'other' } : { name: property[2] as string };
    this.#at += 1;
    const escaped = this.#source[this.#at] as string;
    const isClass = 'dwsDWS'.includes(escaped);
    if (!isClass) return CONTROL[escaped] === undefined ? this.#literal() : this.#control(escaped);
    this.#at += 1;
    return { name: 'dws'.includes(escaped) ? escaped : 'other' };
  }

  #control(escaped: string): number {
    this.#at += 1;
    return CONTROL[escaped] as number;
  }

  #literal(): number {
    const code = this.#source.codePointAt(this.#at);
    if (code === undefined) throw new Error('ends within a set or an escape');
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  #takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}

type Item = number | readonly [from: number, to: number] | { name: string };

function setOf(negated: boolean, items: readonly Item[]): CharacterSet {
  const ranges: (readonly [number, number])[] = [];
  const classes: string[] = [];
  for (const item of items) {
    if (typeof item === 'number') ranges.push([item, item]);
    else if ('name' in item) classes.push(item.name);
    else ranges.push(item);
  }
  return { kind: 'set', negated, ranges, classes };
}

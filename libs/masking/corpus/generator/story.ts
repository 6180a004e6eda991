import { evade } from './evasions/evade.ts';
import { type Fragment, type LabelledTicket, TicketText } from './labelled-ticket.ts';
import type { Language } from './language.ts';
import { type Part, pickFor } from './part.ts';
import { type Person, type Persona, personaOf, personOf } from './persona.ts';
import type { Random } from './random.ts';
import { SLOTS } from './slots.ts';
import { type Card, card } from './values/bank.ts';

export interface StoryOptions {
  language: Language;
  part: Part;
  random: Random;
  /** The ticket's fields tell who writes. */
  known: boolean;
  /** Some values are disguised. */
  evasive: boolean;
  /** Written in haste: no capitals, few stops. */
  casual: boolean;
}

const SLOT = /\{(\w+)(?:\.(\w+))?\}/g;

/** One ticket being told: its people, its values, and the text so far. */
export class Story {
  readonly language: Language;
  readonly part: Part;
  readonly random: Random;
  readonly known: boolean;
  readonly me: Persona;
  readonly other: Person;
  readonly card: Card;
  readonly tags = new Set<string>();
  readonly #ticket = new TicketText();
  readonly #evasive: boolean;
  readonly #casual: boolean;

  constructor({ language, part, random, known, evasive, casual }: StoryOptions) {
    this.language = language;
    this.part = part;
    this.random = random;
    this.known = known;
    this.#evasive = evasive;
    this.#casual = casual;
    if (casual) this.tags.add('casual');
    this.me = personaOf(language, part, random);
    this.other = personOf(language, part, random);
    this.card = card(random, part);
  }

  pick(list: readonly string[]): string {
    return pickFor(this.part, this.random, list);
  }

  /** Adds a text with slots such as `{person}`; each slot becomes the value and its label. */
  tell(template: string): this {
    let from = 0;
    for (const match of template.matchAll(SLOT)) {
      this.#ticket.add({ text: this.#inHaste(template.slice(from, match.index)) });
      this.add(...this.fill(match[1] as string, match[2]));
      from = match.index + match[0].length;
    }
    this.#ticket.add({ text: this.#inHaste(template.slice(from)) });
    return this;
  }

  /** Tells a template in which `⟨ ⟩` stand for braces that are no slots. */
  tellBraced(template: string): this {
    for (const part of template.split(/([⟨⟩])/)) {
      if (part === '⟨' || part === '⟩') this.#ticket.add({ text: part === '⟨' ? '{' : '}' });
      else this.tell(part);
    }
    return this;
  }

  /** Fragments of one slot. @throws Error for a slot nobody knows, which is a typing error in a template */
  fill(slot: string, form?: string): Fragment[] {
    const make = SLOTS[slot];
    if (!make) throw new Error(`unknown slot {${slot}}`);
    return make(this, form);
  }

  add(...fragments: readonly Fragment[]): this {
    this.#ticket.add(...fragments.map((fragment) => this.#disguised(fragment)));
    return this;
  }

  /** Adds fragments as they are: a value that is already encoded is not disguised once more. */
  addAsIs(...fragments: readonly Fragment[]): this {
    this.#ticket.add(...fragments);
    return this;
  }

  /** Whether the text so far ends a sentence, so that another may follow on the same line. */
  get endsSentence(): boolean {
    return /[.!?。！？।؟»”"]\s*$/.test(this.#ticket.text);
  }

  #inHaste(text: string): string {
    return this.#casual ? text.toLowerCase().replace(/[,;]/g, '') : text;
  }

  #disguised(fragment: Fragment): Fragment {
    const { type, text, optional } = fragment;
    if (this.#casual && type === 'PERSON') return { ...fragment, text: text.toLowerCase() };
    // A number in words is no text to put other digits or separators into.
    const inWords = type === 'PHONE' && !/\d/.test(text);
    if (!this.#evasive || !type || optional || inWords || !this.random.chance(0.5)) return fragment;
    const disguise = evade(text, type, this.part, this.random, this.language.spelled);
    if (!disguise) return fragment;
    this.tags.add('evasion').add(disguise.name);
    return { ...fragment, text: disguise.text };
  }

  /** The finished ticket. */
  ticket(id: string): LabelledTicket {
    const { me } = this;
    const { text, spans, keep } = this.#ticket;
    return {
      id,
      lang: this.language.lang,
      tags: [...this.tags],
      ...(this.known ? { known: { name: me.full, email: me.email, company: me.company } } : {}),
      text,
      spans,
      keep,
    };
  }
}

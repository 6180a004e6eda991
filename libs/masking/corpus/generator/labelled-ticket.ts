/** What a span of a labelled ticket holds; `COMPANY` and `USERNAME` are always optional and score neither way. */
export type Label =
  | 'PERSON'
  | 'EMAIL'
  | 'PHONE'
  | 'SECRET'
  | 'NATIONAL_ID'
  | 'ADDRESS'
  | 'CREDIT_CARD'
  | 'CARD_EXPIRY'
  | 'CARD_CVV'
  | 'PASSWORD'
  | 'IBAN'
  | 'BANK_ACCOUNT'
  | 'DOB'
  | 'IP'
  | 'MAC'
  | 'PASSPORT'
  | 'GEO'
  | 'COMPANY'
  | 'USERNAME';

/** UTF-16 offsets, end exclusive; `text` is the stretch itself. */
export interface TicketSpan {
  start: number;
  end: number;
  type: Label;
  optional?: true;
  text: string;
}

/** One line of a labelled file. */
export interface LabelledTicket {
  id: string;
  lang: string;
  tags: string[];
  known?: { name?: string; email?: string; company?: string; phone?: string };
  text: string;
  spans: TicketSpan[];
  keep: string[];
}

/** A stretch of text with what must happen to it: masked (`type`), kept (`keep`), or neither. */
export interface Fragment {
  text: string;
  type?: Label;
  optional?: true;
  keep?: true;
}

export const plain = (text: string): Fragment => ({ text });
export const kept = (text: string): Fragment => ({ text, keep: true });
export const labelled = (type: Label, text: string): Fragment => ({ type, text });
export const optional = (type: Label, text: string): Fragment => ({ type, text, optional: true });

/** Puts fragments one after the other and notes where each label stands. */
export class TicketText {
  text = '';
  readonly spans: TicketSpan[] = [];
  readonly #keep = new Set<string>();

  add(...fragments: readonly Fragment[]): this {
    for (const { text, type, optional: isOptional, keep } of fragments) {
      if (type && text !== '') {
        const span = { start: this.text.length, end: this.text.length + text.length, type, text };
        this.spans.push(isOptional ? { ...span, optional: true } : span);
      }
      if (keep) this.#keep.add(text);
      this.text += text;
    }
    return this;
  }

  /** Kept strings; one that also stands inside a value to mask could not be told from it and is left out. */
  get keep(): string[] {
    const required = this.spans.filter((span) => !span.optional);
    return [...this.#keep].filter((text) => !required.some((span) => span.text.includes(text)));
  }
}

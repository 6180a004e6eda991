/** Markup that is already safe to send. Only `html` makes it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | undefined | false | readonly Html[];

/**
 * Template tag: every interpolated string is escaped for element content and double-quoted attributes; `Html` passes;
 * `undefined` and `false` vanish.
 */
export function html(parts: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(parts.reduce((text, part, index) => text + render(values[index - 1]) + part));
}

function render(value: Part): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map((part: Html) => part.text).join('');
  return escapeText(String(value));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Controls, bidirectional overrides, zero-width and other invisible characters, tags and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|\p{Variation_Selector}|[\u{e0000}-\u{e0fff}]/gu;

/**
 * A name somebody else chose, fit to be shown next to our own words: a client calling itself `‮troppus` must not
 * turn the sentence around it. Longer than `max` characters is cut.
 */
export function displayName(text: string, max = 80): string {
  const clean = text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  const characters = [...clean];
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : clean;
}

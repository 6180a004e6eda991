/** Markup that is already safe to send. Only `html` makes it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | false | readonly Html[];

/** Template tag: every interpolated string is escaped for element content and double-quoted attributes; `false` vanishes. */
export function html(parts: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(parts.reduce((text, part, i) => `${text}${render(values[i - 1] ?? false)}${part}`));
}

function render(value: Part): string {
  if (value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

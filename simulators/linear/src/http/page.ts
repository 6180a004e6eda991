import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f5f8; color: #1c1d22; }
main { box-sizing: border-box; width: min(30rem, calc(100vw - 2rem)); margin: 1rem; padding: 2rem; background: #fff;
  border: 1px solid #d9dbe3; border-radius: 12px; }
.brand { margin: 0 0 1.25rem; font-size: .875rem; color: #5b5e6b; }
h1 { margin: 0 0 .75rem; font-size: 1.375rem; line-height: 1.3; }
h2 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
code { font-size: .875em; overflow-wrap: anywhere; }
label { display: block; margin: 1.25rem 0 .25rem; font-weight: 600; }
select { width: 100%; padding: .5rem; font: inherit; border: 1px solid #8a8d9b; border-radius: 6px; }
.choices { display: flex; gap: .75rem; margin-top: 1.5rem; }
button { flex: 1; padding: .625rem; font: inherit; font-weight: 600; border: 1px solid #4a53c4; border-radius: 6px;
  background: #4a53c4; color: #fff; cursor: pointer; }
button.quiet { background: transparent; color: inherit; border-color: #8a8d9b; }
button:focus-visible, select:focus-visible { outline: 3px solid #8f98ff; outline-offset: 2px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #131418; color: #ececf1; } main { background: #1d1e24; border-color: #34363f; }
  .brand { color: #a3a6b4; } select { background: #131418; color: inherit; }
}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** HTML that is safe to put into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** A template tag: what is put in is escaped unless it is HTML already. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(literals.map((literal, index) => literal + textOf(parts[index])).join(''));
}

function textOf(part: Part | undefined): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Makes a whole page: no script, no framing, one style sheet allowed by its hash.
 *
 * @param formTargets origins a form of the page may lead to, redirects included (CSP `form-action` follows them)
 */
export function page(title: string, body: Html, status = 200, formTargets: readonly string[] = []): Response {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Linear (simulator)</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<p class="brand">Linear (simulator) · a stand-in on this machine, not linear.app</p>
${body}
</main>
</body>
</html>
`;
  return new Response(text.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --quiet: #5a6675; --line: #d5dbe3; --paper: #fff; --ground: #eef1f5; --accent: #1f5fbf; --bad: #a3241f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --quiet: #a3adba; --line: #3a4452; --paper: #1c232d; --ground: #12171e; --accent: #7fb0ff; --bad: #ff9b94; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2.5rem 1rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 27rem; margin: 0 auto; padding: 1.75rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
h1 { margin: 0; font-size: 1.35rem; } h2 { margin: 0 0 .6rem; font-size: 1rem; }
p { margin: .4rem 0 0; } .quiet { color: var(--quiet); font-size: .9rem; }
form { margin-top: 1.4rem; padding-top: 1.2rem; border-top: 1px solid var(--line); }
label { display: block; margin: .7rem 0 .25rem; font-size: .9rem; }
input, select, button { width: 100%; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: 7px; background: var(--paper); color: inherit; font: inherit; }
button { margin-top: .8rem; border-color: var(--accent); color: var(--accent); cursor: pointer; font-weight: 600; }
button.main { background: var(--accent); color: var(--paper); } button.plain { border-color: transparent; color: var(--quiet); font-weight: 400; }
ul { list-style: none; margin: .9rem 0 0; padding: 0; } li { margin-top: .8rem; } li button { margin: 0 0 .2rem; text-align: left; }
li .quiet { display: block; line-height: 1.35; }
form > button.plain:first-of-type { margin-top: 0; }
.problem { margin-top: 1rem; padding: .6rem .8rem; border-left: 4px solid var(--bad); color: var(--bad); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .9em; }`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * No script runs, nothing is loaded, nobody frames the page or stores it. There is no `form-action`: browsers apply
 * it to every redirect after the form too, which end at applications this provider does not know.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  // Not `no-referrer`: it would make browsers hide the form's own origin, which the form's receiver checks.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A whole page. */
export function page(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><main>${content}</main></body>
</html>
`.markup;
}

import { createHash } from 'node:crypto';

/**
 * The one stylesheet of all pages, sent inline and allowed by its hash: no second request, nothing else can style the
 * page. Colours hold WCAG 2.2 AA contrast (≥ 4.5:1 for text) in both schemes.
 */
export const STYLES = `
:root{color-scheme:light dark;--paper:#f6f5f2;--card:#fff;--ink:#1d2327;--soft:#525c63;--line:#dcdad4;--gate:#0d5c63;--gate-ink:#fff;--gate-deep:#094349;--note:#eef4f4;--warn:#fdf3e1;--warn-ink:#6b4100;--warn-line:#e5c48a;--bad:#8f1d1d}
@media (prefers-color-scheme:dark){:root{--paper:#14181a;--card:#1c2225;--ink:#ecefef;--soft:#a9b4b9;--line:#343d41;--gate:#6fc3c6;--gate-ink:#0b2426;--gate-deep:#93d8da;--note:#20292c;--warn:#33290f;--warn-ink:#f1d59b;--warn-line:#6b5420;--bad:#f0a3a3}}
*{box-sizing:border-box}
html{font:100%/1.6 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:var(--paper);color:var(--ink)}
body{margin:0;min-height:100vh;display:grid;grid-template-rows:auto 1fr auto;padding:1.25rem}
header,main,footer{width:100%;max-width:34rem;margin-inline:auto}
header{display:flex;align-items:center;gap:.625rem;padding:.5rem 0 1.25rem;font-weight:600;letter-spacing:.01em}
header svg{width:1.75rem;height:1.75rem;color:var(--gate);flex:none}
main{align-self:start;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:clamp(1.25rem,5vw,2.25rem);box-shadow:0 1px 2px rgb(0 0 0/.04),0 12px 32px -18px rgb(0 0 0/.25)}
h1{font-size:1.5rem;line-height:1.25;letter-spacing:-.015em;margin:0 0 .75rem;text-wrap:balance}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:0 0 1rem;text-wrap:pretty}
.soft{color:var(--soft)}
dl{margin:1.25rem 0;border-block:1px solid var(--line)}
dl div{display:grid;grid-template-columns:9.5rem 1fr;gap:.25rem 1rem;padding:.625rem 0}
dl div+div{border-top:1px solid var(--line)}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere;font-weight:500}
code{font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
ul.deeds{list-style:none;margin:0 0 1rem;padding:0}
ul.deeds li{position:relative;padding:.5rem 0 .5rem 1.75rem}
ul.deeds li::before{content:"";position:absolute;left:.25rem;top:.95rem;width:.75rem;height:.4rem;border:solid var(--gate);border-width:0 0 2px 2px;transform:rotate(-45deg)}
ul.deeds li.no{color:var(--soft)}
ul.deeds li.no::before{top:1.15rem;height:0;border-width:0 0 2px;border-color:var(--soft);transform:none}
.note,.warn{border:1px solid var(--line);border-radius:10px;padding:.75rem 1rem;margin:0 0 1rem;background:var(--note)}
.warn{background:var(--warn);color:var(--warn-ink);border-color:var(--warn-line)}
form{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0 0}
button,a.button{font:inherit;font-weight:600;border-radius:10px;padding:.65rem 1.25rem;min-height:44px;border:1px solid var(--gate);background:var(--gate);color:var(--gate-ink);cursor:pointer;text-decoration:none}
button:hover,a.button:hover{background:var(--gate-deep);border-color:var(--gate-deep)}
button.quiet{background:transparent;color:var(--ink);border-color:var(--line)}
button.quiet:hover{border-color:var(--ink)}
:focus-visible{outline:3px solid var(--gate);outline-offset:3px;border-radius:10px}
a{color:var(--gate)}
footer{padding:1.25rem 0 .25rem;font-size:.875rem;color:var(--soft)}
.bad h1{color:var(--bad)}
@media (max-width:30rem){dl div{grid-template-columns:1fr}form button{flex:1 1 100%}}
@media (prefers-reduced-motion:no-preference){button,a.button{transition:background-color .12s,border-color .12s}}
`.trim();

/** CSP source of the stylesheet (CSP3 §2.3.1, hash-source). */
export const STYLES_HASH = `'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`;

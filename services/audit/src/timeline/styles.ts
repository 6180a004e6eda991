import { createHash } from 'node:crypto';

/** The one stylesheet, sent inline and allowed by its hash. Text holds WCAG 2.2 AA contrast in both schemes. */
export const STYLES = `
:root{color-scheme:light dark;--paper:#f6f5f2;--card:#fff;--ink:#1d2327;--soft:#525c63;--line:#dcdad4;--gate:#0d5c63;--bad:#8f1d1d;--wait:#5b4a12}
@media (prefers-color-scheme:dark){:root{--paper:#14181a;--card:#1c2225;--ink:#ecefef;--soft:#a9b4b9;--line:#343d41;--gate:#6fc3c6;--bad:#f0a3a3;--wait:#e3cd86}}
*{box-sizing:border-box}
html{font:100%/1.6 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:var(--paper);color:var(--ink)}
body{margin:0;padding:1.25rem}
header,main,footer{max-width:52rem;margin-inline:auto}
header{font-weight:600;padding:.5rem 0 1.25rem;color:var(--gate)}
main{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:clamp(1.25rem,4vw,2.25rem)}
h1{font-size:1.5rem;line-height:1.25;letter-spacing:-.015em;margin:0 0 .5rem}
.soft,footer{color:var(--soft)}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
ol{list-style:none;margin:1.5rem 0 0;padding:0 0 0 1.25rem;border-left:2px solid var(--line)}
li{position:relative;padding:0 0 1.5rem}
li:last-child{padding-bottom:0}
li::before{content:"";position:absolute;left:calc(-1.25rem - 6px);top:.5rem;width:10px;height:10px;border-radius:50%;background:var(--card);border:2px solid var(--wait)}
li.success::before{background:var(--gate);border-color:var(--gate)}
li.failure::before{border-color:var(--bad);border-radius:0;transform:rotate(45deg)}
li p{margin:.125rem 0;overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:0 1rem;font-size:.875rem;color:var(--soft)}
.outcome{font-weight:600}
.success .outcome{color:var(--gate)}
.failure .outcome{color:var(--bad)}
.requested .outcome{color:var(--wait)}
a{color:var(--gate)}
:focus-visible{outline:3px solid var(--gate);outline-offset:3px;border-radius:4px}
footer{padding:1.25rem 0;font-size:.875rem}
`.trim();

/** CSP source of the stylesheet (CSP3 §2.3.1, hash-source). */
export const STYLES_HASH = `'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`;

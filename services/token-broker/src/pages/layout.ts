import { Html, html } from './html.ts';
import { STYLES } from './styles.ts';

/** The mark: a gate with two leaves, of which only one stands open. */
const MARK = new Html(
  '<svg viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="M3.5 25V12a10.5 10.5 0 0 1 21 0v13"/><path d="M14 4v21"/><path d="M14 7.5 19.5 10v13L14 25"/><path d="M8.25 15.5v2.5"/><path d="M2 25h24"/></svg>',
);

export interface Page {
  title: string;
  body: Html;
  /** Refusals look different at a glance, and say so in the title. */
  refused?: boolean;
  /** Shown small at the foot, for the person to quote. */
  traceId?: string | undefined;
}

/** One document around every page. */
export function renderPage({ title, body, refused, traceId }: Page): string {
  const reference = traceId === undefined ? undefined : html` Reference <code>${traceId}</code>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Sallyport</title>
<style>${new Html(STYLES)}</style>
</head>
<body${refused === true && new Html(' class="bad"')}>
<header>${MARK}<span>Sallyport</span></header>
<main id="main">
<h1>${title}</h1>
${body}
</main>
<footer>Sallyport lets an agent act for you, one approved action at a time.${reference}</footer>
</body>
</html>`.text;
}

/** A form with its CSRF token; each button sends `decision`. Works without JavaScript. */
export function decisionForm(
  action: string,
  csrf: string,
  buttons: readonly { value: string; label: string; quiet?: boolean }[],
): Html {
  return html`<form method="post" action="${action}">
<input type="hidden" name="csrf" value="${csrf}">
${buttons.map(
  ({ value, label, quiet }) =>
    html`<button type="submit" name="decision" value="${value}"${quiet === true && new Html(' class="quiet"')}>${label}</button>`,
)}
</form>`;
}

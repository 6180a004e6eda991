import { Html, html } from './html.ts';
import { STYLES, STYLES_HASH } from './styles.ts';
import type { Moment, Timeline } from './timeline.ts';

/** Headers of every page: nothing runs, nothing loads, nobody frames it. */
export function pageHeaders(): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src ${STYLES_HASH}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

const OUTCOME_WORDS: Record<Moment['outcome'], string> = {
  success: 'done',
  failure: 'refused or failed',
  requested: 'asked',
};

/** The story as a list of sentences; `logSize` is how many entries the log has. */
export function timelinePage({ traceId, moments, complete }: Timeline, logSize: number): string {
  const summary =
    moments.length === 0
      ? html`<p>Nothing is recorded for this trace, or nothing that you may see.</p>
<p class="soft">Check the trace id: it is the 32 hexadecimal digits that every answer of Sallyport carries. An event appears here as soon as it was acknowledged.</p>`
      : html`<p class="soft">${moments.length} ${moments.length === 1 ? 'event' : 'events'}, in the order of the log. The log has ${logSize} entries.</p>
${!complete && html`<p><strong>There are more events than are shown here.</strong></p>`}
<ol>
${moments.map(momentItem)}
</ol>`;
  return page('What happened', html`<p class="soft">Trace <code>${traceId}</code></p>\n${summary}`);
}

function momentItem({ index, time, sentence, outcome, producer, kind, proof }: Moment): Html {
  const iso = new Date(time).toISOString();
  return html`<li class="${outcome}">
<p>${capitalised(sentence)}.</p>
<p class="facts"><span class="outcome">${OUTCOME_WORDS[outcome]}</span><time datetime="${iso}">${iso.replace('T', ' ').replace('Z', ' UTC')}</time><span>${producer}, <code>${kind}</code></span><a href="${proof}">entry ${index}: proof</a></p>
</li>
`;
}

const REFUSAL_WORDS: Record<number, [string, string]> = {
  401: [
    'Show who you are',
    'This page needs an access token for the audit log, with the scope audit:read, from the token broker.',
  ],
  403: ['Not permitted', 'Your role does not permit reading the audit log. Ask a platform administrator.'],
  404: ['There is nothing here', 'A timeline is named by a trace id: 32 hexadecimal digits.'],
  503: ['The log cannot be read now', 'Nothing is shown that cannot be recorded as read. Try again in a moment.'],
};

/** A refusal for people: what is the matter, what to do, and the reference to quote. */
export function refusalPage(status: number, reason: string | undefined, traceId: string): string {
  const [title, words] = REFUSAL_WORDS[status] ?? [
    'Something went wrong here',
    'The cause is in the log of the service.',
  ];
  return page(
    title,
    html`<p>${words}</p>
<p class="soft">${reason !== undefined && html`Reason <code>${reason}</code>. `}Reference <code>${traceId}</code></p>`,
  );
}

function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Sallyport audit</title>
<style>${new Html(STYLES)}</style>
</head>
<body>
<header>Sallyport audit</header>
<main>
<h1>${title}</h1>
${body}
</main>
<footer>Reading this log is recorded in this log.</footer>
</body>
</html>
`.text;
}

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

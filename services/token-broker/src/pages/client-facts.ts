import { displayName, type Html, html } from './html.ts';

/** What is known of a client, for the person to recognise it by. Names are the client's own claim; hosts are facts. */
export interface ClientFacts {
  id: string;
  name: string;
  /** How we know it: our own file, a document on its own host, or it registered itself. */
  origin: 'registered' | 'metadata_document' | 'dynamic';
  /** Host of the metadata document. */
  metadataHost: string | undefined;
  redirectHost: string;
  /** The answer goes to a program on the person's own machine: any local program could have asked. */
  loopback: boolean;
}

export function clientFacts(client: ClientFacts): Html {
  return html`<dl>
<div><dt>Application</dt><dd>${displayName(client.name)}</dd></div>
<div><dt>Identified by</dt><dd>${origin(client)}</dd></div>
<div><dt>Answer goes to</dt><dd><code>${client.redirectHost}</code>${client.loopback && html` (this computer)`}</dd></div>
</dl>
${warning(client)}`;
}

function origin(client: ClientFacts): Html {
  switch (client.origin) {
    case 'registered':
      return html`Your administrator, as <code>${displayName(client.id, 120)}</code>`;
    case 'metadata_document':
      return html`Its page at <code>${client.metadataHost}</code>`;
    case 'dynamic':
      return html`Nobody: it registered itself`;
  }
}

// draft-ietf-oauth-client-id-metadata-document §6: a loopback redirect proves nothing about who asks.
function warning(client: ClientFacts): Html | undefined {
  if (client.origin === 'dynamic') {
    return html`<p class="warn">Anybody can choose that name. Continue only if you have just started this application on this computer yourself.</p>`;
  }
  if (client.loopback) {
    return html`<p class="warn">The answer goes to a program on this computer. Continue only if you have just started that program yourself.</p>`;
  }
  return undefined;
}

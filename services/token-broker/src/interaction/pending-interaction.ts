import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Client, errors, type Provider } from 'oidc-provider';
import { isLoopback, isMetadataDocument } from '../authorization-server/client-rules.ts';
import type { Resource, Resources } from '../authorization-server/resources.ts';
import { PageRefused } from '../browser/page-refused.ts';
import type { ClientFacts } from '../pages/client-facts.ts';

/** One authorization request that waits for its person. */
export interface PendingInteraction {
  uid: string;
  client: ClientFacts;
  resource: Resource;
  scopes: string[];
  redirectUri: string;
  /** The client asked for a new sign-in (`prompt=login`). */
  freshSignIn: boolean;
  /** The client asked for a new decision (`prompt=consent`). */
  freshConsent: boolean;
}

/** Reads the library's interaction of this browser (its cookie) as facts for our pages. */
export class PendingInteractions {
  constructor(
    private readonly provider: Provider,
    private readonly resources: Resources,
    private readonly preRegistered: ReadonlySet<string>,
  ) {}

  /** @throws PageRefused interaction_expired, wrong_browser */
  async read(request: IncomingMessage, response: ServerResponse, uid: string): Promise<PendingInteraction> {
    const interaction = await this.provider.interactionDetails(request, response).catch((error: Error) => {
      throw error instanceof errors.SessionNotFound ? new PageRefused('interaction_expired') : error;
    });
    // Another interaction's form in this browser, or another browser's link.
    if (interaction.uid !== uid) throw new PageRefused('wrong_browser');
    const params = interaction.params as {
      client_id: string;
      redirect_uri: string;
      resource?: string | string[];
      scope?: string;
      prompt?: string;
    };
    const client = await this.provider.Client.find(params.client_id);
    const resource = this.resources.find([params.resource].flat()[0] ?? '');
    if (!client || !resource) throw new PageRefused('request_refused');
    const prompts = params.prompt?.split(' ') ?? [];
    return {
      uid,
      client: this.#facts(client, params.redirect_uri),
      resource,
      scopes: (params.scope ?? '').split(' ').filter(Boolean),
      redirectUri: params.redirect_uri,
      freshSignIn: prompts.includes('login'),
      freshConsent: prompts.includes('consent'),
    };
  }

  /** The client of an interaction, for the record, when only its id is known (the IdP's callback). */
  async clientIdOf(uid: string): Promise<string | undefined> {
    const interaction = await this.provider.Interaction.find(uid);
    return (interaction?.params as { client_id?: string } | undefined)?.client_id;
  }

  #facts(client: Client, redirectUri: string): ClientFacts {
    const { clientId } = client;
    const document = isMetadataDocument(clientId);
    return {
      id: clientId,
      name: client.clientName ?? clientId,
      origin: this.preRegistered.has(clientId) ? 'registered' : document ? 'metadata_document' : 'dynamic',
      metadataHost: document ? new URL(clientId).host : undefined,
      redirectHost: new URL(redirectUri).host,
      loopback: isLoopback(redirectUri),
    };
  }
}

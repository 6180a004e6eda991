import type { Client, KoaContextWithOIDC } from 'oidc-provider';
import { namesPublicHost } from './guarded-fetch.ts';

const MINUTE_MS = 60_000;
/** Documents fetched by one replica in a minute; more is somebody using us to knock on doors. */
const FETCHES_PER_MINUTE = 30;

export interface MetadataDocumentRules {
  /** Empty: any host that is not denied. A host stands for its subdomains too. */
  allowed: readonly string[];
  denied: readonly string[];
  /** Told of each client that is let in. */
  onClient: (client: Client) => void;
  now: () => number;
}

/** Which client metadata documents are fetched and believed; asked again at every use, cached or not (C-ID-4). */
export class MetadataDocuments {
  #window = 0;
  #fetches = 0;

  constructor(private readonly rules: MetadataDocumentRules) {}

  allowFetch = (_ctx: KoaContextWithOIDC, clientId: string): boolean => this.trusts(clientId) && this.#spend();

  allowClient = (_ctx: KoaContextWithOIDC, client: Client): boolean => {
    if (!this.trusts(client.clientId)) return false;
    this.rules.onClient(client);
    return true;
  };

  /** MCP demands a path (authorization, 2026-07-28), which the draft does not; a query would make clients of no end. */
  trusts(clientId: string): boolean {
    const { allowed, denied } = this.rules;
    const url = URL.parse(clientId);
    if (url?.protocol !== 'https:' || url.pathname === '/' || url.username !== '' || url.search !== '') return false;
    const named = (hosts: readonly string[]) =>
      hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
    return namesPublicHost(url) && !named(denied) && (allowed.length === 0 || named(allowed));
  }

  #spend(): boolean {
    const window = Math.floor(this.rules.now() / MINUTE_MS);
    if (window !== this.#window) {
      this.#window = window;
      this.#fetches = 0;
    }
    this.#fetches += 1;
    return this.#fetches <= FETCHES_PER_MINUTE;
  }
}

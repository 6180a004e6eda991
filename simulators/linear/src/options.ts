import type { Door } from '@sallyport/simulator-door';

/** An OAuth application registered with Linear. */
export interface OAuthApp {
  /** UUID. */
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  /** Compared as strings, without normalisation. */
  readonly redirectUris: readonly string[];
  /** `S256`: a challenge is demanded and `plain` refused. `optional`: as Linear does by default. */
  readonly pkce: 'S256' | 'optional';
}

export interface WorkspaceUser {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly admin: boolean;
}

export interface WorkspaceTeam {
  /** UUID. */
  readonly id: string;
  /** Upper case; the prefix of issue identifiers. */
  readonly key: string;
  readonly name: string;
}

/** A personal API key: full access as its owner. */
export interface ApiKey {
  readonly key: string;
  readonly userId: string;
}

export interface Workspace {
  /** UUID. */
  readonly id: string;
  /** Lower case; the first path segment of the workspace's URLs. */
  readonly urlKey: string;
  readonly name: string;
  readonly teams: readonly WorkspaceTeam[];
  readonly users: readonly WorkspaceUser[];
  readonly apiKeys: readonly ApiKey[];
}

/** Leaky-bucket sizes; a bucket refills evenly over one hour. */
export interface HourlyLimits {
  /** Requests of one user through one OAuth app. */
  readonly oauthRequests: number;
  /** Requests of one user through API keys. */
  readonly apiKeyRequests: number;
  /** Requests of one address without a valid credential. */
  readonly anonymousRequests: number;
  readonly oauthComplexity: number;
  readonly apiKeyComplexity: number;
  readonly anonymousComplexity: number;
}

export interface LinearSimulatorOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** Loopback and plain unless told. */
  readonly door?: Door;
  /** Origin that issue URLs and the result's `url` carry; the socket's own by default. */
  readonly publicUrl?: string;
  readonly apps: readonly OAuthApp[];
  readonly workspaces: readonly Workspace[];
  readonly limits?: Partial<HourlyLimits>;
  /** JSON file that keeps grants and issues across a restart. Tokens are in it as SHA-256 only. */
  readonly stateFile?: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Random bytes, for ids and tokens. */
  readonly random?: (size: number) => Uint8Array;
}

/** linear.app/developers/rate-limiting, as of 2026. */
export const LINEAR_LIMITS: HourlyLimits = {
  oauthRequests: 5_000,
  apiKeyRequests: 2_500,
  anonymousRequests: 600,
  oauthComplexity: 2_000_000,
  apiKeyComplexity: 3_000_000,
  anonymousComplexity: 100_000,
};

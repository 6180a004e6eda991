/** Values a claim may have: one, or any of a list. */
export type BoundValue = string | number | boolean | readonly (string | number | boolean)[];

/** A JWT auth role, in the fields and units (seconds) of Vault's API. */
export interface JwtRole {
  readonly bound_audiences?: readonly string[];
  readonly bound_subject?: string;
  /** The claim that names the entity; a JSON pointer when it starts with `/` and `user_claim_json_pointer` is set. */
  readonly user_claim: string;
  readonly user_claim_json_pointer?: boolean;
  /** Claim name, or `/json/pointer`, → the values that are accepted. Every entry must match. */
  readonly bound_claims?: Readonly<Record<string, BoundValue>>;
  readonly token_policies: readonly string[];
  readonly token_ttl?: number;
  readonly token_max_ttl?: number;
  readonly token_num_uses?: number;
  readonly token_no_default_policy?: boolean;
  /** Used when the token has no `exp`. 0 or unset: 150 s; negative: none. */
  readonly expiration_leeway?: number;
  /** Used when the token has no `nbf` and no `iat`. 0 or unset: 150 s; negative: none. */
  readonly not_before_leeway?: number;
  /** Applied to `exp`, `nbf` and `iat`. 0 or unset: 60 s; negative: none. */
  readonly clock_skew_leeway?: number;
}

/** One mount of the JWT auth method. */
export interface JwtMountConfig {
  /** Where the keys are; fetched when first needed and again when a token names an unknown key. */
  readonly jwks_url?: string;
  /** The keys themselves, instead of `jwks_url`. */
  readonly jwks?: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  readonly bound_issuer?: string;
  readonly default_role?: string;
  readonly jwt_supported_algs?: readonly string[];
  /** Role names are lower case: Vault folds what the caller asks for. */
  readonly roles: Readonly<Record<string, JwtRole>>;
}

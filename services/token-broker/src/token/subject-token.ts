import { decodeJwt, Refused, type SigningKey, verifyJwt } from '@sallyport/authn';
import { type AccessTokenClaims, accessTokenClaims, actorChain, MAX_ACTOR_CHAIN } from '@sallyport/contracts';

/** C-ID-5. */
const MAX_LIFETIME_SECONDS = 600;

/** Whether a grant still stands. */
export type GrantCheck = (grantId: string, owner: { sub: string; clientId: string }) => Promise<boolean>;

/**
 * Verifies an access token of this very issuer that is presented for exchange. Its audience is checked by policy, which
 * knows the resource of the client that presents it.
 */
export class SubjectTokens {
  constructor(
    private readonly issuer: string,
    private readonly key: SigningKey,
    private readonly grantIsAlive: GrantCheck,
    private readonly now: () => number,
  ) {}

  /** @throws Refused token_* */
  async verify(token: string): Promise<AccessTokenClaims> {
    const { aud } = decodeJwt(token).claims;
    if (typeof aud !== 'string') throw new Refused('token_wrong_audience', { rule: 'exactly one' });
    const parsed = accessTokenClaims.safeParse(
      verifyJwt(token, {
        keys: [this.key.jwk],
        typ: 'at+jwt',
        audience: aud,
        issuer: this.issuer,
        now: this.now(),
        maxLifetimeSeconds: MAX_LIFETIME_SECONDS,
      }),
    );
    if (!parsed.success) {
      throw new Refused('token_claim_missing', { claims: parsed.error.issues.map((issue) => issue.path.join('.')) });
    }
    const { data } = parsed;
    // One more actor is added at issuance: a full chain has no room for it.
    if (actorChain(data.act).length >= MAX_ACTOR_CHAIN) throw new Refused('actor_chain_too_long');
    const owner = { sub: data.sub, clientId: data.client_id };
    if (!(await this.grantIsAlive(data.grant_id, owner))) throw new Refused('token_revoked');
    return data;
  }
}

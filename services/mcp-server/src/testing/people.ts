import { randomUUID } from 'node:crypto';
import { type SigningKey, signJwt } from '@sallyport/authn';
import type { AccessTokenClaims } from '@sallyport/contracts';

export const PEOPLE = {
  ada: { name: 'Ada Okafor', tenant: 'harbor', roles: ['support_engineer'] },
  grace: { name: 'Grace Lindqvist', tenant: 'harbor', roles: ['support_lead'] },
  ken: { name: 'Ken Matsuda', tenant: 'harbor', roles: ['platform_admin'] },
  mina: { name: 'Mina Duarte', tenant: 'meridian', roles: ['support_engineer'] },
} satisfies Record<string, Pick<AccessTokenClaims, 'name' | 'tenant' | 'roles'>>;
export type PersonName = keyof typeof PEOPLE;

export interface Minted {
  key: SigningKey;
  issuer: string;
  audience: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Claims of a good access token (RFC 9068); a fresh person id each time, so that no test uses up another's limits. */
export function claimsOf(person: PersonName, { issuer, audience, now }: Minted): AccessTokenClaims {
  const iat = Math.floor(now / 1_000);
  return {
    ...{ iss: issuer, aud: audience, sub: randomUUID(), client_id: 'test-agent', jti: randomUUID() },
    ...{ iat, nbf: iat, exp: iat + 600, grant_id: `grant-${randomUUID()}`, act: { sub: 'test-agent' } },
    ...{ acr: 'mfa', amr: ['pwd', 'otp'], auth_time: iat },
    scope: 'tickets:read issues:create issues:delete',
    ...PEOPLE[person],
  };
}

export const mint = (claims: object, { key }: Minted, typ = 'at+jwt'): string => signJwt(key, typ, claims);

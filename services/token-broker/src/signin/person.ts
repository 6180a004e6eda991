import type { Role } from '@sallyport/contracts';
import { z } from 'zod';
import { PageRefused } from '../browser/page-refused.ts';
import type { SignedInPerson } from '../storage/accounts.ts';
import type { IdentityClaims } from './identity-provider.ts';

/**
 * Claims of the ID token that we read. E-mail identifies nobody here: it can be reassigned (attack group 11). It is only held
 * against the address of the Linear account that this person connects, where it can refuse and never admit.
 */
const idTokenClaims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().min(1).max(200).optional(),
  tenant: z.string().min(1).max(64).optional(),
  // A malformed address is an unknown one: it must not keep anybody out.
  email: z.string().min(3).max(320).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(false),
  groups: z.array(z.string().max(200)).max(500).default([]),
  acr: z.string().max(100).optional(),
  amr: z.array(z.string().max(32)).max(8).default([]),
  auth_time: z.int().optional(),
  iat: z.int(),
});

export interface SignIn {
  person: SignedInPerson;
  acr: string | undefined;
  amr: string[];
  /** Address that the IdP does not call unverified. */
  email: string | undefined;
  /** Seconds since the epoch. */
  authTime: number;
}

/** Which of the IdP's people may come in, and as what. */
export class Admission {
  constructor(
    private readonly tenants: readonly string[],
    private readonly roleGroups: ReadonlyMap<string, Role>,
  ) {}

  /** @throws PageRefused sign_in_refused, tenant_unknown, no_role */
  admit({ issuer, claims }: IdentityClaims): SignIn {
    const parsed = idTokenClaims.safeParse(claims);
    if (!parsed.success) {
      throw new PageRefused('sign_in_refused', { claims: parsed.error.issues.map((issue) => issue.path.join('.')) });
    }
    const {
      sub,
      name,
      tenant,
      groups,
      acr,
      amr,
      auth_time: authTime,
      iat,
      email,
      email_verified: verified,
    } = parsed.data;
    if (tenant === undefined || !this.tenants.includes(tenant)) throw new PageRefused('tenant_unknown');
    const roles = [...new Set(groups.flatMap((group) => this.roleGroups.get(group) ?? []))].sort();
    if (roles.length === 0) throw new PageRefused('no_role');
    const person = { idpIssuer: issuer, idpSub: sub, name: name ?? sub, tenant, roles };
    return { person, acr, amr, email: verified === false ? undefined : email, authTime: authTime ?? iat };
  }
}

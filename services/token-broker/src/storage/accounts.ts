import { createHash } from 'node:crypto';
import type { Role } from '@sallyport/contracts';
import type { Kysely } from 'kysely';
import type { Account, BrokerTables } from './tables.ts';

/**
 * The person's id in our tokens: UUID version 8 (RFC 9562 §5.8) over the IdP's issuer and subject, so that it is stable
 * and cannot collide across identity providers. E-mail plays no part: it can be reassigned.
 */
export function personId(idpIssuer: string, idpSub: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([idpIssuer, idpSub]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export interface SignedInPerson {
  idpIssuer: string;
  idpSub: string;
  name: string;
  tenant: string;
  roles: Role[];
}

/** People as the company IdP described them at their last sign-in. */
export class Accounts {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
  ) {}

  /** Stores what the IdP says now; roles taken away there are gone here. */
  async remember({ idpIssuer, idpSub, name, tenant, roles }: SignedInPerson): Promise<Account> {
    const sub = personId(idpIssuer, idpSub);
    const facts = { name, tenant, roles: JSON.stringify(roles), updated_at: this.now() };
    await this.db
      .insertInto('accounts')
      .values({ sub, idp_issuer: idpIssuer, idp_sub: idpSub, ...facts })
      .onConflict((conflict) => conflict.column('sub').doUpdateSet(facts))
      .execute();
    return { sub, name, tenant, roles };
  }

  async find(sub: string): Promise<Account | undefined> {
    const row = await this.db
      .selectFrom('accounts')
      .select(['sub', 'name', 'tenant', 'roles'])
      .where('sub', '=', sub)
      .executeTakeFirst();
    return row && { ...row, roles: JSON.parse(row.roles) as Role[] };
  }
}

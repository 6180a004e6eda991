import type { Request, Response } from 'express';
import type { Kysely } from 'kysely';
import type { Cookies } from '../browser/cookies.ts';
import type { Accounts } from '../storage/accounts.ts';
import { hashOf, randomHandle } from '../storage/secret-hash.ts';
import type { Account, BrokerTables } from '../storage/tables.ts';
import type { SignIn } from './person.ts';

/** A person signed in to the broker's own pages. */
export interface BrowserPerson {
  account: Account;
  acr: string | undefined;
  amr: string[];
  /** Address at the IdP, as of this sign-in. */
  email: string | undefined;
}

/** Sessions of the pages: set at IdP sign-in with a fresh id each time (session fixation), short, stored hashed. */
export class BrowserSessions {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly cookies: Cookies,
    private readonly accounts: Accounts,
    private readonly now: () => number,
    private readonly lifetimeSeconds: number,
  ) {}

  async start(response: Response, sub: string, { acr, amr, email, authTime }: SignIn): Promise<void> {
    const id = randomHandle();
    await this.db
      .insertInto('browser_sessions')
      .values({
        id_hash: hashOf(id),
        sub,
        acr: acr ?? null,
        amr: JSON.stringify(amr),
        auth_time: authTime,
        email: email ?? null,
        expires_at: this.now() + this.lifetimeSeconds * 1_000,
      })
      .execute();
    this.cookies.write(response, 'person', id, this.lifetimeSeconds);
  }

  async find(request: Request): Promise<BrowserPerson | undefined> {
    const id = this.cookies.read(request, 'person');
    if (id === undefined) return undefined;
    const row = await this.db
      .selectFrom('browser_sessions')
      .select(['sub', 'acr', 'amr', 'email'])
      .where('id_hash', '=', hashOf(id))
      .where('expires_at', '>', this.now())
      .executeTakeFirst();
    const account = row && (await this.accounts.find(row.sub));
    if (!account) return undefined;
    const { acr, amr, email } = row;
    return { account, acr: acr ?? undefined, amr: JSON.parse(amr) as string[], email: email ?? undefined };
  }
}

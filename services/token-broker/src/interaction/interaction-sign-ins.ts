import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SignIn } from '../signin/person.ts';
import type { BrokerTables } from '../storage/tables.ts';

/** Time between sign-in and decision, in milliseconds. */
const LIFETIME_MS = 15 * 60_000;

/** Who signed in for one interaction, in one browser. The grant's id is fixed here, so that every event names it. */
export interface InteractionSignIn {
  sub: string;
  acr: string | undefined;
  amr: string[];
  authTime: number;
  grantId: string;
}

export class InteractionSignIns {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
  ) {}

  async store(uid: string, browserHash: string, sub: string, signIn: SignIn): Promise<InteractionSignIn> {
    const grantId = randomUUID();
    const facts = {
      browser_hash: browserHash,
      sub,
      acr: signIn.acr ?? null,
      amr: JSON.stringify(signIn.amr),
      auth_time: signIn.authTime,
      grant_id: grantId,
      expires_at: this.now() + LIFETIME_MS,
    };
    await this.db
      .insertInto('interaction_sign_ins')
      .values({ uid, ...facts })
      .onConflict((conflict) => conflict.column('uid').doUpdateSet(facts))
      .execute();
    return { sub, acr: signIn.acr, amr: signIn.amr, authTime: signIn.authTime, grantId };
  }

  /** Only the browser that signed in finds it: an interaction's uid alone opens nothing (session fixation). */
  async find(uid: string, browserHash: string): Promise<InteractionSignIn | undefined> {
    const row = await this.db
      .selectFrom('interaction_sign_ins')
      .selectAll()
      .where('uid', '=', uid)
      .where('browser_hash', '=', browserHash)
      .where('expires_at', '>', this.now())
      .executeTakeFirst();
    return row && read(row);
  }

  /** Takes it away: one sign-in makes at most one grant. */
  async take(uid: string, browserHash: string): Promise<InteractionSignIn | undefined> {
    const row = await this.db
      .deleteFrom('interaction_sign_ins')
      .where('uid', '=', uid)
      .where('browser_hash', '=', browserHash)
      .where('expires_at', '>', this.now())
      .returningAll()
      .executeTakeFirst();
    return row && read(row);
  }
}

function read(row: BrokerTables['interaction_sign_ins']): InteractionSignIn {
  return {
    sub: row.sub,
    acr: row.acr ?? undefined,
    amr: JSON.parse(row.amr) as string[],
    authTime: row.auth_time,
    grantId: row.grant_id,
  };
}

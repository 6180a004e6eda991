import { Refused } from '@sallyport/authn';
import type { ConnectionClass } from '@sallyport/contracts';
import type { Kysely } from 'kysely';
import { isScopeSetOf } from '../linear/connection-classes.ts';
import type { GatewayTables } from './migrations.ts';

/** A person of ours, for one class of deed. */
export interface Connected {
  tenant: string;
  sub: string;
  class: ConnectionClass;
}
/** Who that is at Linear. */
export interface BoundViewer {
  viewerId: string;
  workspaceId: string;
}

/** SQLSTATE of PostgreSQL and PGlite. */
const UNIQUE_VIOLATION = '23505';

/** Remembers who connected as whom; ids only, neither name nor address. */
export class LinearViewers {
  readonly #db: Kysely<GatewayTables>;
  readonly #now: () => number;

  constructor(db: Kysely<GatewayTables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * Binds, or binds again after a new consent. `scopes` as Linear's token answer stated them.
   * @throws Refused connection_mismatch when that Linear account is somebody else's here: two people behind one account
   * would make its issues nobody's
   */
  async bind(person: Connected, viewer: BoundViewer, scopes: readonly string[]): Promise<void> {
    const change = {
      viewer_id: viewer.viewerId,
      workspace_id: viewer.workspaceId,
      scopes: [...scopes].sort().join(' '),
      connected_at: this.#now(),
    };
    await this.#db
      .insertInto('linear_viewer')
      .values({ tenant: person.tenant, sub: person.sub, class: person.class, ...change })
      .onConflict((conflict) => conflict.columns(['tenant', 'sub', 'class']).doUpdateSet(change))
      .execute()
      .catch((error: { code?: unknown }) => {
        if (error.code !== UNIQUE_VIOLATION) throw error;
        throw new Refused('connection_mismatch', { tenant: person.tenant, cause: 'account of a colleague' });
      });
  }

  /**
   * Whose token must come out of Vault.
   * @throws Refused consent_required when nobody connected, connection_scope_unexpected when what was consented to is not
   * what this class means now
   */
  async boundViewer(person: Connected): Promise<BoundViewer> {
    const row = await this.#db
      .selectFrom('linear_viewer')
      .select(['viewer_id', 'workspace_id', 'scopes'])
      .where('tenant', '=', person.tenant)
      .where('sub', '=', person.sub)
      .where('class', '=', person.class)
      .executeTakeFirst();
    if (!row) throw new Refused('consent_required', { cause: 'not connected', class: person.class });
    if (!isScopeSetOf(row.scopes.split(' '), person.class)) {
      throw new Refused('connection_scope_unexpected', { class: person.class });
    }
    return { viewerId: row.viewer_id, workspaceId: row.workspace_id };
  }
}

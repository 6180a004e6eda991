import type { ConnectionClass, ConnectLinearResult, Operation } from '@sallyport/contracts';
import type { Kysely } from 'kysely';
import type { Account, BrokerTables } from '../storage/tables.ts';

/** Which of the person's connections an operation needs; none for connecting itself. */
export function connectionClassOf(operation: Operation): ConnectionClass | undefined {
  switch (operation) {
    case 'issueCreate':
      return 'creator';
    case 'issueTrash':
      return 'curator';
    case 'connectLinear':
      return undefined;
  }
}

/** Who has connected what. Never a token: those are in Vault (C-CR-3). */
export class Connections {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
  ) {}

  async exists(sub: string, connection: ConnectionClass): Promise<boolean> {
    const row = await this.db
      .selectFrom('connections')
      .select('sub')
      .where('sub', '=', sub)
      .where('class', '=', connection)
      .executeTakeFirst();
    return row !== undefined;
  }

  async store(account: Account, connection: ConnectionClass, result: ConnectLinearResult): Promise<void> {
    const facts = {
      tenant: account.tenant,
      linear_user_id: result.viewer.id,
      workspace_id: result.workspace.id,
      workspace: result.workspace.name,
      scope: result.scopes.join(' '),
      connected_at: this.now(),
    };
    await this.db
      .insertInto('connections')
      .values({ sub: account.sub, class: connection, ...facts })
      .onConflict((conflict) => conflict.columns(['sub', 'class']).doUpdateSet(facts))
      .execute();
  }
}

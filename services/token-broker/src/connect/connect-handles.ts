import type { ConnectionClass, Who } from '@sallyport/contracts';
import type { Kysely } from 'kysely';
import { hashOf, randomHandle } from '../storage/secret-hash.ts';
import type { BrokerTables } from '../storage/tables.ts';

const LIFETIME_MS = 10 * 60_000;

/** A link that one person may use to connect one class; 256 random bits, stored hashed, ten minutes. */
export interface ConnectHandle {
  hash: string;
  connection: ConnectionClass;
  /** The call that asked for it. */
  who: Who;
}

export class ConnectHandles {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
  ) {}

  /** @returns the handle itself; it is not stored */
  async create(who: Who, connection: ConnectionClass): Promise<string> {
    const handle = randomHandle();
    await this.db
      .insertInto('connect_handles')
      .values({
        handle_hash: hashOf(handle),
        sub: who.sub,
        class: connection,
        who: JSON.stringify(who),
        expires_at: this.now() + LIFETIME_MS,
      })
      .execute();
    return handle;
  }

  async find(handle: string): Promise<ConnectHandle | undefined> {
    return this.#read(
      await this.db
        .selectFrom('connect_handles')
        .selectAll()
        .where('handle_hash', '=', hashOf(handle))
        .executeTakeFirst(),
    );
  }

  /** Uses it up. @param hash as stored in the upstream state */
  async take(hash: string): Promise<ConnectHandle | undefined> {
    return this.#read(
      await this.db.deleteFrom('connect_handles').where('handle_hash', '=', hash).returningAll().executeTakeFirst(),
    );
  }

  #read(row: BrokerTables['connect_handles'] | undefined): ConnectHandle | undefined {
    if (!row || row.expires_at <= this.now()) return undefined;
    return { hash: row.handle_hash, connection: row.class, who: JSON.parse(row.who) as Who };
  }
}

import { createHash, randomUUID } from 'node:crypto';

/** How one mount knows an entity: the value of the role's `user_claim`. */
export interface Alias {
  readonly id: string;
  readonly name: string;
  readonly mountAccessor: string;
}

/** A person or workload, whichever mount it logged in through. Times are ms since the epoch. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly disabled: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A mount's accessor, the same after every restart so that aliases stay theirs. */
export function mountAccessor(type: string, path: string): string {
  return `auth_${type}_${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

/** Entities and their aliases. Ids are random and live as long as the state does. */
export class Entities {
  readonly #byId = new Map<string, Entity>();
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(known: readonly Entity[], now: () => number, changed: () => void) {
    for (const entity of known) this.#byId.set(entity.id, entity);
    this.#now = now;
    this.#changed = changed;
  }

  all(): Entity[] {
    return [...this.#byId.values()];
  }

  byId(id: string): Entity | undefined {
    return this.#byId.get(id);
  }

  /** The entity behind an alias, made at its first login. */
  forAlias(accessor: string, name: string): Entity {
    const known = this.all().find((entity) =>
      entity.aliases.some((alias) => alias.mountAccessor === accessor && alias.name === name),
    );
    if (known) return known;
    const id = randomUUID();
    const at = this.#now();
    return this.#put({
      id,
      name: `entity_${id.slice(0, 8)}`,
      aliases: [{ id: randomUUID(), name, mountAccessor: accessor }],
      disabled: false,
      createdAt: at,
      updatedAt: at,
    });
  }

  /** Stops, or allows again, every token and login of one entity. */
  setDisabled(entity: Entity, disabled: boolean): Entity {
    return this.#put({ ...entity, disabled, updatedAt: this.#now() });
  }

  #put(entity: Entity): Entity {
    this.#byId.set(entity.id, entity);
    this.#changed();
    return entity;
  }
}

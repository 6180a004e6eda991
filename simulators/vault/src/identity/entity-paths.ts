import type { Mount, MountRequest, Reply } from '../core/request.ts';
import { badRequest, unsupportedOperation, unsupportedPath } from '../core/vault-error.ts';
import type { Entities, Entity } from './entities.ts';

/** `identity/entity/id/:id`: read an entity, and disable it (`{"disabled": true}`) when someone leaves. */
export class EntityPaths implements Mount {
  readonly #entities: Entities;

  constructor(entities: Entities) {
    this.#entities = entities;
  }

  handle(request: MountRequest): Reply | undefined {
    const id = /^entity\/id\/([^/]+)$/.exec(request.path)?.[1];
    if (!id) throw unsupportedPath();
    const entity = this.#entities.byId(id);
    if (request.operation === 'read') return entity && { data: describe(entity) };
    if (request.operation !== 'update') throw unsupportedOperation();
    if (!entity) throw badRequest('entity not found from id');
    const { disabled } = request.data;
    if (disabled === undefined) return undefined;
    if (typeof disabled !== 'boolean') throw badRequest('error converting input for field "disabled": expected a bool');
    this.#entities.setDisabled(entity, disabled);
    return undefined;
  }
}

function describe(entity: Entity): Record<string, unknown> {
  return {
    id: entity.id,
    name: entity.name,
    disabled: entity.disabled,
    aliases: entity.aliases.map((alias) => ({
      id: alias.id,
      name: alias.name,
      canonical_id: entity.id,
      mount_accessor: alias.mountAccessor,
    })),
    creation_time: new Date(entity.createdAt).toISOString(),
    last_update_time: new Date(entity.updatedAt).toISOString(),
    policies: [],
  };
}

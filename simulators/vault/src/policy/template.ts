import type { Entity } from '../identity/entities.ts';

/**
 * Fills `{{identity.entity.id}}`, `{{identity.entity.name}}` and `{{identity.entity.aliases.<mount accessor>.name}}`.
 * @returns undefined when a value cannot be found or would add a wildcard; the stanza then grants nothing.
 */
export function fillTemplate(path: string, entity: Entity | undefined): string | undefined {
  let resolved = true;
  const filled = path.replace(/\{\{([^{}]*)\}\}/g, (_match, selector: string) => {
    const value = entity && lookUp(selector.trim(), entity);
    // A subject named `*` or `+` must not widen the path that was written for one person.
    if (!value || /[*+]/.test(value)) resolved = false;
    return value ?? '';
  });
  return resolved && !/\{\{|\}\}/.test(filled) ? filled : undefined;
}

function lookUp(selector: string, entity: Entity): string | undefined {
  if (selector === 'identity.entity.id') return entity.id;
  if (selector === 'identity.entity.name') return entity.name;
  const accessor = /^identity\.entity\.aliases\.([^.]+)\.name$/.exec(selector)?.[1];
  return entity.aliases.find((alias) => alias.mountAccessor === accessor)?.name;
}

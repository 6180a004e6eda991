import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

type Attribute = { type?: string; is_array?: boolean; requirement?: string; profile?: string | null; enum?: object };
type Definition = {
  name: string;
  uid?: number;
  category?: string;
  extends?: string;
  constraints?: { at_least_one?: string[]; just_one?: string[] };
  attributes: Record<string, Attribute> & { $include?: string[] };
};
type Profile = { name: string; annotations?: Attribute; attributes: Record<string, Attribute> };
type BaseType = { type?: string; regex?: string; max_len?: number; range?: [number, number]; values?: unknown[] };
type JsonSchema = Record<string, unknown>;

/** The OCSF schema repository's data beside this repository, or where SALLYPORT_SHARED says. */
export function ocsfDirectory(): string | undefined {
  const root = resolve(import.meta.dirname, '../../..');
  const shared = process.env.SALLYPORT_SHARED ?? resolve(root, '../shared');
  const directory = join(shared, 'data/ocsf');
  return existsSync(join(directory, 'version.json')) ? directory : undefined;
}

/**
 * Compiles an OCSF schema tree (metaschema 1.x: extends, $include, profiles, dictionary, enum merge, constraints) into a
 * strict validator per class and set of profiles. Attributes of a profile exist only where that profile is applied.
 */
export class OcsfSchema {
  readonly version: string;
  readonly #directory: string;
  readonly #dictionary: { attributes: Record<string, Attribute>; types: { attributes: Record<string, BaseType> } };
  readonly #categories: { attributes: Record<string, { uid: number }> };
  readonly #definitions = new Map<string, Definition>();
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(directory: string) {
    this.#directory = directory;
    this.version = (this.#json('version.json') as { version: string }).version;
    this.#dictionary = this.#json('dictionary.json') as never;
    this.#categories = this.#json('categories.json') as never;
    for (const kind of ['objects', 'events']) {
      for (const file of readdirSync(join(directory, kind), { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.json')) continue;
        const definition = this.#json(join(kind, file)) as Definition;
        this.#definitions.set(`${kind}/${definition.name}`, definition);
      }
    }
  }

  /** @returns what is wrong with the event, empty when it is valid */
  errors(event: unknown): string[] {
    const { class_uid: classUid, metadata } = event as { class_uid: number; metadata?: { profiles?: string[] } };
    const profiles = metadata?.profiles ?? [];
    const key = `${classUid} ${profiles.join()}`;
    let validate = this.#validators.get(key);
    if (!validate) {
      validate = new Ajv({ allErrors: true, strict: false }).compile(this.#compile(classUid, profiles));
      this.#validators.set(key, validate);
    }
    return validate(event)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  }

  #compile(classUid: number, profiles: string[]): JsonSchema {
    const found = [...this.#definitions.entries()].find(
      ([key, { uid }]) => key.startsWith('events/') && uid !== undefined && this.#classUid(key) === classUid,
    );
    if (!found) throw new Error(`the schema has no class ${classUid}`);
    const definitions: JsonSchema = {};
    const schema = this.#shape(found[0], profiles, definitions);
    const properties = schema.properties as JsonSchema;
    properties.class_uid = { const: classUid };
    properties.category_uid = { const: Math.floor(classUid / 1_000) };
    const activities = Object.keys(this.#attributes(found[0]).activity_id?.enum ?? {}).map(
      (id) => classUid * 100 + Number(id),
    );
    properties.type_uid = { enum: activities };
    return { ...schema, definitions };
  }

  #classUid(key: string): number {
    const chain = this.#chain(key);
    const category = chain.findLast((definition) => definition.category !== undefined)?.category ?? '';
    return (this.#categories.attributes[category]?.uid ?? 0) * 1_000 + (chain.at(-1)?.uid ?? 0);
  }

  /** The definition behind those it extends, eldest first. */
  #chain(key: string): Definition[] {
    const definition = this.#definitions.get(key);
    if (!definition) throw new Error(`the schema has no ${key}`);
    const parent = definition.extends && `${key.split('/')[0]}/${definition.extends}`;
    return [...(parent ? this.#chain(parent) : []), definition];
  }

  #attributes(key: string): Record<string, Attribute> {
    const merged: Record<string, Attribute> = {};
    const merge = (name: string, attribute: Attribute) => {
      const before: Attribute = merged[name] ?? this.#dictionary.attributes[name] ?? {};
      const values = { ...before.enum, ...attribute.enum };
      merged[name] = { ...before, ...attribute, ...(Object.keys(values).length > 0 ? { enum: values } : {}) };
    };
    for (const { attributes } of this.#chain(key)) {
      const { $include = [], ...own } = attributes;
      for (const file of $include) {
        const profile = this.#json(file) as Profile;
        for (const [name, attribute] of Object.entries(profile.attributes)) {
          merge(name, { ...profile.annotations, ...attribute, profile: profile.name });
        }
      }
      for (const [name, attribute] of Object.entries(own as Record<string, Attribute>)) merge(name, attribute);
    }
    return merged;
  }

  #shape(key: string, profiles: string[], definitions: JsonSchema): JsonSchema {
    const properties: JsonSchema = {};
    const required: string[] = [];
    for (const [name, attribute] of Object.entries(this.#attributes(key))) {
      if (attribute.profile && !profiles.includes(attribute.profile)) continue;
      const one = this.#typed(attribute, profiles, definitions);
      properties[name] = attribute.is_array ? { type: 'array', items: one } : one;
      if (attribute.requirement === 'required') required.push(name);
    }
    // `object` itself (and so `unmapped`) is open; everything with attributes is closed.
    if (Object.keys(properties).length === 0) return { type: 'object' };
    const { at_least_one: any, just_one: one } =
      this.#chain(key).findLast(({ constraints }) => constraints)?.constraints ?? {};
    return {
      type: 'object',
      properties,
      required,
      additionalProperties: false,
      ...(any ? { anyOf: any.map((name) => ({ required: [name] })) } : {}),
      ...(one ? { oneOf: one.map((name) => ({ required: [name] })) } : {}),
    };
  }

  #typed(attribute: Attribute, profiles: string[], definitions: JsonSchema): JsonSchema {
    const name = attribute.type ?? 'string_t';
    if (this.#definitions.has(`objects/${name}`)) {
      if (!(name in definitions)) {
        definitions[name] = true; // objects refer to themselves; the place is taken before it is filled
        definitions[name] = this.#shape(`objects/${name}`, profiles, definitions);
      }
      return { $ref: `#/definitions/${name}` };
    }
    const type = this.#dictionary.types.attributes[name];
    if (!type) throw new Error(`the schema has no type ${name}`);
    const base = (type.type ?? name).replace(/_t$/, '');
    const json: JsonSchema =
      base === 'json' ? {} : { type: ({ long: 'integer', float: 'number' } as Record<string, string>)[base] ?? base };
    if (type.regex) json.pattern = type.regex;
    if (type.max_len) json.maxLength = type.max_len;
    if (type.range) [json.minimum, json.maximum] = type.range;
    if (type.values) json.enum = type.values;
    if (attribute.enum)
      json.enum = Object.keys(attribute.enum).map((id) => (json.type === 'integer' ? Number(id) : id));
    return json;
  }

  #json(path: string): unknown {
    return JSON.parse(readFileSync(join(this.#directory, path), 'utf8'));
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  parse,
  print,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { subsetOf } from './subset.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shared = process.env.SALLYPORT_SHARED ?? here('../../../../../shared');
const reference = resolve(shared, 'data/linear/schema.graphql');
const present = existsSync(reference);
if (!present && !process.env.CI) {
  process.stdout.write(`skipped: Linear's schema is not beside the repository (set SALLYPORT_SHARED)\n`);
}

const committed = readFileSync(here('../../schema.graphql'), 'utf8');
const newer = readFileSync(here('../../schema-newer.graphql'), 'utf8');

/** Every fact a schema states about a type: fields with arguments and types, enum values, union members. */
function facts(schema: GraphQLSchema): Set<string> {
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    found.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) found.add(`${type.name}.${name}`);
    if (isUnionType(type)) for (const { name } of type.getTypes()) found.add(`${type.name} = ${name}`);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) found.add(`${type.name}.${field.name}: ${field.type}`);
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}: ${field.type}`);
      for (const { name, type: argument } of field.args) found.add(`${type.name}.${field.name}(${name}: ${argument})`);
    }
  }
  return found;
}

describe("the subset of Linear's schema", () => {
  it('carries the MIT notice of the schema it is cut from', () => {
    expect(committed).toContain('# MIT License');
    expect(committed).toContain('Copyright (c) 2019 Linear');
    expect(committed).toMatch(/github\.com\/linear\/linear, release \d+\.\d+\.\d+/);
  });

  describe.skipIf(!present && !process.env.CI)("against Linear's own", () => {
    it('states no type, field, argument, enum value or union member that Linear does not', () => {
      const theirs = facts(buildSchema(readFileSync(reference, 'utf8')));
      const invented = [...facts(buildSchema(committed))].filter((fact) => !theirs.has(fact));
      expect(invented).toEqual([]);
    });

    it('demands no argument or input less than Linear does', () => {
      const theirs = buildSchema(readFileSync(reference, 'utf8'));
      const missing: string[] = [];
      for (const type of Object.values(buildSchema(committed).getTypeMap())) {
        const whole = theirs.getType(type.name);
        if (isInputObjectType(type) && isInputObjectType(whole)) {
          for (const field of Object.values(whole.getFields())) {
            if (String(field.type).endsWith('!') && !type.getFields()[field.name])
              missing.push(`${type}.${field.name}`);
          }
        }
      }
      expect(missing).toEqual([]);
    });

    it('is what the generator cuts today', () => {
      const { text } = subsetOf(pathToFileURL(reference));
      expect(print(parse(committed))).toBe(print(parse(text)));
    });

    it('adds exactly the fields that the pinned SDK selects and the reference does not have yet', () => {
      const declared = [...newer.matchAll(/extend type (\w+) \{([^}]*)\}/g)].flatMap(([, type, body]) =>
        [...(body ?? '').matchAll(/^\s*(\w+):/gm)].map(([, field]) => `${type}.${field}`),
      );
      expect(declared.sort()).toEqual(subsetOf(pathToFileURL(reference)).newer);
    });
  });
});

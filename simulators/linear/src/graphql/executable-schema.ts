import { readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { scopeError } from './errors.ts';
import { MUTATIONS } from './mutations.ts';
import { OPERATION_SCOPES } from './operation-scopes.ts';
import { QUERIES } from './queries.ts';
import type { RequestContext } from './request-context.ts';

type Answer = (args: never, context: RequestContext) => unknown;
type Resolve = (source: Readonly<Record<string, unknown>>, args: never, context: RequestContext) => unknown;

/**
 * The subset of Linear's schema, executable.
 *
 * @throws Error when an operation of the subset has no resolver or no scope, or a resolver has no operation
 */
export function executableSchema(): GraphQLSchema {
  const files = ['schema.graphql', 'schema-newer.graphql'].map((name) => new URL(`../../${name}`, import.meta.url));
  const schema = createSchema<RequestContext>({
    typeDefs: files.map((file) => readFileSync(file, 'utf8')),
    resolvers: { Query: guarded(QUERIES), Mutation: guarded(MUTATIONS) },
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      // Input fields have no resolver.
      if (!('resolve' in field) || field.resolve) continue;
      if (type.name === 'Query' || type.name === 'Mutation') throw new Error(`No resolver for ${field.name}`);
      field.resolve = strictly(type.name, field.name);
    }
  }
  return schema;
}

/** A field its object does not carry is a fault of the simulator, never a null that looks like an answer. */
function strictly(type: string, field: string): Resolve {
  return (source, args, context) => {
    if (!Object.hasOwn(source, field)) throw new Error(`No answer for ${type}.${field}`);
    const value = source[field];
    return typeof value === 'function' ? value(args, context) : value;
  };
}

function guarded(answers: Readonly<Record<string, Answer>>): Record<string, Resolve> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => {
      const scopes = OPERATION_SCOPES[name];
      if (!scopes) throw new Error(`No scope opens ${name}`);
      const resolve: Resolve = (_source, args, context) => {
        if (!scopes.some((scope) => context.principal.scopes.has(scope))) throw scopeError(scopes);
        return answer(args, context);
      };
      return [name, resolve];
    }),
  );
}

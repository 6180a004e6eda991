import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { scopeError } from './errors.ts';
import { MUTATIONS } from './mutations.ts';
import { OPERATION_SCOPES } from './operation-scopes.ts';
import { QUERIES } from './queries.ts';
import type { RequestContext } from './request-context.ts';

type Resolve = GraphQLFieldResolver<Readonly<Record<string, unknown>>, RequestContext>;

/**
 * The subset of Linear's schema, executable.
 *
 * @throws Error when an operation of the subset has no resolver or no scope, or a resolver has no operation
 */
export function executableSchema(): GraphQLSchema {
  const files = ['schema.graphql', 'schema-newer.graphql'].map((name) => new URL(`../../${name}`, import.meta.url));
  const schema = buildSchema(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) answerStrictly(type);
  attach(schema.getQueryType(), QUERIES);
  attach(schema.getMutationType(), MUTATIONS);
  return schema;
}

/** A field its object does not carry is a fault of the simulator, never a null that looks like an answer. */
function answerStrictly(type: GraphQLObjectType): void {
  if (type.name.startsWith('__')) return;
  for (const field of Object.values(type.getFields())) {
    const resolve: Resolve = (source, args, context) => {
      if (!Object.hasOwn(source, field.name)) throw new Error(`No answer for ${type.name}.${field.name}`);
      const value = source[field.name];
      return typeof value === 'function' ? value(args, context) : value;
    };
    field.resolve = resolve;
  }
}

function attach(root: GraphQLObjectType | null | undefined, resolvers: object): void {
  const fields = root?.getFields() ?? {};
  const named = new Map(Object.entries(resolvers));
  const unknown = [...named.keys()].filter((name) => !fields[name]);
  if (unknown.length > 0) throw new Error(`Not in the schema: ${unknown.join(', ')}`);
  for (const field of Object.values(fields)) {
    const scopes = OPERATION_SCOPES[field.name];
    const answer = named.get(field.name);
    if (!scopes || !answer) throw new Error(`No resolver or no scope for ${field.name}`);
    const resolve: Resolve = (_source, args, context) => {
      if (!scopes.some((scope) => context.principal.scopes.has(scope))) throw scopeError(scopes);
      return answer(args, context);
    };
    field.resolve = resolve;
  }
}

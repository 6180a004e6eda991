import type { GraphQLError } from 'graphql';
// Not `new GraphQLError`: errors must be of the copy of graphql that yoga loads, which is one of two in the package.
import { createGraphQLError } from 'graphql-yoga';

/** Linear's `extensions.type`, which its SDK maps to error classes, and the `code` that goes with it. */
const KINDS = {
  'authentication error': { code: 'AUTHENTICATION_ERROR', statusCode: 401, http: { status: 401 } },
  forbidden: { code: 'FORBIDDEN', statusCode: 403 },
  'invalid input': { code: 'INPUT_ERROR', statusCode: 400 },
  ratelimited: { code: 'RATELIMITED', statusCode: 429, http: { status: 400 } },
  'graphql error': { code: 'GRAPHQL_VALIDATION_FAILED', statusCode: 400, http: { status: 400 } },
  'internal error': { code: 'INTERNAL_SERVER_ERROR', statusCode: 500 },
} as const;

type Kind = keyof typeof KINDS;

/**
 * An error as Linear sends it: HTTP 200 unless the kind says otherwise, the facts in `extensions`.
 *
 * @param presentable what a person may be shown; the SDK prefers it to `message`
 */
function linearError(
  type: Kind,
  message: string,
  presentable: string,
  more: Record<string, unknown> = {},
): GraphQLError {
  const userError = type !== 'internal error';
  return createGraphQLError(message, {
    extensions: { type, ...KINDS[type], userError, userPresentableMessage: presentable, ...more },
  });
}

export function authenticationError(message = 'Authentication required, not authenticated'): GraphQLError {
  return linearError('authentication error', message, 'You need to authenticate to access this operation.');
}

export function scopeError(scopes: readonly string[]): GraphQLError {
  const names = scopes.map((scope) => `\`${scope}\``).join(' or ');
  return linearError('forbidden', `Invalid scope: ${names} required`, `Invalid scope: ${names} required`);
}

export function adminError(): GraphQLError {
  return linearError('forbidden', 'Forbidden', 'You need to be an admin to delete issues permanently.');
}

export function notFoundError(entity: 'Issue' | 'Team' | 'User' | 'WorkflowState'): GraphQLError {
  return linearError('invalid input', `Entity not found: ${entity}`, `Could not find referenced ${entity}.`);
}

/** Arguments of the right type that break a rule; the code differs from that of a missing entity. */
export function argumentError(rule: string): GraphQLError {
  return linearError('invalid input', 'Argument Validation Error', rule, { code: 'INVALID_INPUT' });
}

export function duplicateError(entity: 'Issue'): GraphQLError {
  return linearError('invalid input', `Entity already exists: ${entity}`, `The ${entity} id is already in use.`);
}

export function rateLimitError(limit: number, what: 'requests' | 'complexity points'): GraphQLError {
  const message = `Rate limit exceeded. Only ${limit} ${what} are allowed per 1 hour.`;
  return linearError('ratelimited', message, message);
}

export function complexityError(maximum: number): GraphQLError {
  const message = `Query too complex, the maximum is ${maximum} points`;
  return linearError('invalid input', message, message, { http: { status: 400 } });
}

/**
 * Gives every error of a result Linear's shape: refused documents and variables by type `graphql error`, anything thrown
 * by the simulator itself as an internal error without its message.
 */
export function shapeError(error: GraphQLError): GraphQLError {
  if (typeof error.extensions.type === 'string') return error;
  const cause = error.originalError;
  const { nodes, source, positions, path } = error;
  const shaped =
    cause && cause.name !== 'GraphQLError'
      ? linearError('internal error', 'Internal server error', 'Something went wrong.')
      : linearError('graphql error', error.message, error.message);
  return createGraphQLError(shaped.message, { nodes, source, positions, path, extensions: shaped.extensions });
}

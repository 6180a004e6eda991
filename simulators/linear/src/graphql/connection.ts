import { argumentError } from './errors.ts';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const DEFAULT_PAGE = 50;
const MAX_PAGE = 250;

/**
 * One page of a list, in the shape of Linear's connections (Relay's, plus `nodes`). Cursors are ids.
 *
 * @throws GraphQLError of type `invalid input` when the page size is out of bounds
 */
export function connection<T extends { readonly id?: unknown }>(items: readonly T[], page: PageArguments) {
  const { first, last, after, before } = page;
  for (const size of [first, last]) {
    if (typeof size === 'number' && (size < 1 || size > MAX_PAGE)) {
      throw argumentError(`A page holds between 1 and ${MAX_PAGE} items`);
    }
  }
  const from = after ? indexOf(items, after) + 1 : 0;
  const to = before ? indexOf(items, before) : items.length;
  const window = items.slice(from, Math.max(from, to));
  const size = first ?? last ?? DEFAULT_PAGE;
  const backward = first == null && last != null;
  const nodes = backward ? window.slice(-size) : window.slice(0, size);
  const cut = nodes.length < window.length;
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: backward ? to < items.length : cut || to < items.length,
      hasPreviousPage: backward ? cut || from > 0 : from > 0,
      startCursor: nodes.at(0)?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}

function indexOf(items: readonly { readonly id?: unknown }[], cursor: string): number {
  const index = items.findIndex(({ id }) => id === cursor);
  if (index < 0) throw argumentError('A cursor does not belong to this list');
  return index;
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** linear.app/developers/rate-limiting: the most one query may cost. */
export const MAX_QUERY_COMPLEXITY = 10_000;

const PROPERTY_POINTS = 0.1;
const OBJECT_POINTS = 1;
const DEFAULT_PAGE = 50;

/**
 * What a document costs: 0.1 points a property, 1 an object, and what is below a connection times its page size
 * (`first` or `last`, 50 by default).
 *
 * @param variables values as sent
 * @returns points, rounded up to a tenth
 */
export function complexityOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const costOf = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + costOfField(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + costOf(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment ? sum + costOf(fragment.selectionSet) : sum;
    }, 0);
  const costOfField = (field: FieldNode): number => {
    if (!field.selectionSet) return PROPERTY_POINTS;
    const below = costOf(field.selectionSet);
    return OBJECT_POINTS + (isConnection(field.selectionSet) ? below * pageSize(field, variables) : below);
  };
  /** Connections are the only objects with `nodes` or `edges` in Linear's schema. */
  const isConnection = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return ['nodes', 'edges'].includes(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return isConnection(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && isConnection(fragment.selectionSet);
    });
  const total = document.definitions.reduce(
    (sum, node) => (node.kind === Kind.OPERATION_DEFINITION ? sum + costOf(node.selectionSet) : sum),
    0,
  );
  return Math.ceil(total * 10 - 1e-9) / 10;
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const argument = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  const size = argument && numberOf(argument.value, variables);
  return size === undefined || size < 0 ? DEFAULT_PAGE : size;
}

function numberOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): number | undefined {
  if (value.kind === Kind.INT) return Number(value.value);
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return typeof given === 'number' ? given : undefined;
}

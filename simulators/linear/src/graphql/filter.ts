type Filter = Readonly<Record<string, unknown>>;

/** What a filter looks at: plain values and related things by the filter's own names. */
export type Subject = { readonly [name: string]: string | number | boolean | Subject | null };

const COMPARATORS: Readonly<Record<string, (value: unknown, operand: unknown) => boolean>> = {
  eq: (value, operand) => value === operand,
  neq: (value, operand) => value !== operand,
  in: (value, operand) => Array.isArray(operand) && operand.includes(value),
  nin: (value, operand) => Array.isArray(operand) && !operand.includes(value),
  lt: (value, operand) => Number(value) < Number(operand),
  lte: (value, operand) => Number(value) <= Number(operand),
  gt: (value, operand) => Number(value) > Number(operand),
  gte: (value, operand) => Number(value) >= Number(operand),
  eqIgnoreCase: (value, operand) => lower(value) === lower(operand),
  contains: (value, operand) => String(value).includes(String(operand)),
  containsIgnoreCase: (value, operand) => lower(value).includes(lower(operand)),
  startsWith: (value, operand) => String(value).startsWith(String(operand)),
  endsWith: (value, operand) => String(value).endsWith(String(operand)),
};

/**
 * Whether a subject passes one of Linear's filter objects: all fields must, `and` and `or` nest.
 *
 * @throws Error when the filter names what the subject does not have (the simulator's own fault)
 */
export function matches(filter: Filter | null | undefined, subject: Subject): boolean {
  return Object.entries(filter ?? {}).every(([name, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (name === 'and') return filters(condition).every((one) => matches(one, subject));
    if (name === 'or') return filters(condition).some((one) => matches(one, subject));
    const value = subject[name];
    if (value === undefined) throw new Error(`Nothing to compare with the filter ${name}`);
    if (value === null) return (condition as Filter).null === true;
    return typeof value === 'object'
      ? (condition as Filter).null !== true && matches(withoutNull(condition as Filter), value)
      : compare(condition as Filter, value);
  });
}

function compare(comparator: Filter, value: string | number | boolean): boolean {
  return Object.entries(comparator).every(([name, operand]) => {
    const test = COMPARATORS[name];
    if (!test) throw new Error(`No comparator ${name}`);
    return test(value, operand);
  });
}

function withoutNull(filter: Filter): Filter {
  const { null: _, ...rest } = filter;
  return rest;
}

function filters(value: unknown): Filter[] {
  return Array.isArray(value) ? value : [];
}

function lower(value: unknown): string {
  return String(value).toLowerCase();
}

import type { Entity } from '../identity/entities.ts';
import type { Capability, Policy } from './policy.ts';
import { fillTemplate } from './template.ts';

interface Match {
  /** Where the first `+` or the trailing `*` stands. */
  readonly firstWildcard: number;
  readonly isPrefix: boolean;
  readonly wildcards: number;
  readonly literal: string;
  readonly capabilities: ReadonlySet<Capability>;
}

/**
 * The union of a token's policies for one entity, answering by Vault's priority rules: an exact path first; then,
 * among globs, the later first wildcard, then no trailing `*`, then fewer `+`, then the longer, then the
 * lexicographically greater. Only the winning pattern counts; policies naming the same pattern merge, and `deny` wins.
 */
export class Acl {
  readonly #exact = new Map<string, Set<Capability>>();
  readonly #globs = new Map<string, Set<Capability>>();

  constructor(policies: readonly Policy[], entity: Entity | undefined) {
    for (const rule of policies.flatMap((policy) => policy.rules)) {
      const path = fillTemplate(rule.path, entity);
      if (path === undefined) continue;
      const isGlob = path.endsWith('*') || path.split('/').includes('+');
      merge(isGlob ? this.#globs : this.#exact, path, rule.capabilities);
    }
  }

  /** True when the winning pattern grants this capability on this path. */
  allows(path: string, capability: Capability): boolean {
    const granted = this.#winner(path, capability);
    return granted !== undefined && !granted.has('deny') && granted.has(capability);
  }

  #winner(path: string, capability: Capability): ReadonlySet<Capability> | undefined {
    // A list may be written with or without its trailing slash.
    const spellings = capability === 'list' && path.endsWith('/') ? [path, path.slice(0, -1)] : [path];
    for (const spelling of spellings) {
      const exact = this.#exact.get(spelling);
      if (exact) return exact;
    }
    for (const spelling of spellings) {
      const matches = [...this.#globs].flatMap(([pattern, granted]) => match(pattern, spelling, granted) ?? []);
      const best = matches.sort(byPriority).at(-1);
      if (best) return best.capabilities;
    }
    return undefined;
  }
}

function merge(rules: Map<string, Set<Capability>>, path: string, capabilities: readonly Capability[]): void {
  const known = rules.get(path) ?? new Set();
  for (const capability of capabilities) known.add(capability);
  rules.set(path, known);
}

function match(pattern: string, path: string, capabilities: ReadonlySet<Capability>): Match | undefined {
  const isPrefix = pattern.endsWith('*');
  const literal = isPrefix ? pattern.slice(0, -1) : pattern;
  const wanted = literal.split('/');
  const given = path.split('/');
  if (given.length < wanted.length || (!isPrefix && given.length !== wanted.length)) return undefined;
  const fits = wanted.every((segment, index) => {
    const actual = given[index] ?? '';
    if (segment === '+' || segment === actual) return true;
    return isPrefix && index === wanted.length - 1 && actual.startsWith(segment);
  });
  if (!fits) return undefined;
  const wildcards = wanted.filter((segment) => segment === '+').length;
  const firstWildcard = wildcards > 0 ? literal.indexOf('+') : literal.length;
  return { firstWildcard, isPrefix, wildcards, literal, capabilities };
}

function byPriority(left: Match, right: Match): number {
  return (
    left.firstWildcard - right.firstWildcard ||
    Number(right.isPrefix) - Number(left.isPrefix) ||
    right.wildcards - left.wildcards ||
    left.literal.length - right.literal.length ||
    (left.literal < right.literal ? -1 : 1)
  );
}

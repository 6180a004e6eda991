interface Shaped {
  /** Group lengths and separators as in `DigitRun.shape`. */
  shape: RegExp;
}

const KNOWN_MAX = 1_000;

/** Rules by the shape of a number: the shapes of a text's numbers are few and come again and again. */
export class RulesByShape<Rule extends Shaped> {
  readonly #rules: readonly Rule[];
  readonly #known = new Map<string, readonly Rule[]>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** The rules whose shape this is. */
  of(shape: string): readonly Rule[] {
    const known = this.#known.get(shape);
    if (known) return known;
    const fitting = this.#rules.filter((rule) => rule.shape.test(shape));
    // Nobody fills the memory with shapes.
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    this.#known.set(shape, fitting);
    return fitting;
  }
}

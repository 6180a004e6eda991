export interface LoggedRequest {
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Without the query: authorization requests carry state and challenges. */
  readonly path: string;
  /** GraphQL root fields, or the OAuth endpoint and grant. */
  readonly operation: string | null;
  /** E-mail address of whom the request acted as. */
  readonly actor: string | null;
  /** Null when no answer was sent. */
  readonly status: number | null;
}

const KEPT = 200;

/** What was asked of the simulator: so that a test can prove that nothing was. */
export class RequestLog {
  #total = 0;
  readonly #byOperation = new Map<string, number>();
  #recent: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#total += 1;
    const operation = request.operation ?? 'unknown';
    this.#byOperation.set(operation, (this.#byOperation.get(operation) ?? 0) + 1);
    this.#recent = [...this.#recent, request].slice(-KEPT);
  }

  summary() {
    return { total: this.#total, byOperation: Object.fromEntries(this.#byOperation), recent: this.#recent };
  }
}

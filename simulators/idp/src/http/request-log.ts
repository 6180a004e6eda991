/** One request as the log keeps it: no query, no body, no cookie. `at` in ms since the epoch. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const RECENT = 200;
const DISTINCT_PATHS = 200;

/** What was asked of the provider. Ids in paths are replaced, because whoever has one could go on with a sign-in. */
export class RequestLog {
  #total = 0;
  readonly #byPath = new Map<string, number>();
  readonly #recent: LoggedRequest[] = [];

  record(request: LoggedRequest): void {
    const path = request.path.replace(/^\/(interaction|auth)\/.+$/, '/$1/:uid').slice(0, 100);
    const key = this.#byPath.has(path) || this.#byPath.size < DISTINCT_PATHS ? path : '(other)';
    this.#total += 1;
    this.#byPath.set(key, (this.#byPath.get(key) ?? 0) + 1);
    this.#recent.push({ ...request, path });
    if (this.#recent.length > RECENT) this.#recent.shift();
  }

  /** `{ total, byPath: path → count, recent: the last 200, oldest first }`. */
  report(): { total: number; byPath: Record<string, number>; recent: LoggedRequest[] } {
    return { total: this.#total, byPath: Object.fromEntries(this.#byPath), recent: [...this.#recent] };
  }
}

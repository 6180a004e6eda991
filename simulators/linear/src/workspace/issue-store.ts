/** An issue as kept; times are milliseconds since the epoch. */
export interface StoredIssue {
  readonly id: string;
  readonly workspaceId: string;
  readonly teamId: string;
  readonly teamKey: string;
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  /** 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
  readonly priority: number;
  readonly creatorId: string;
  readonly assigneeId: string | null;
  /** Client id of the OAuth app the issue came through; null for an API key. */
  readonly actorApp: string | null;
  /** The label an app put on it with `createAsUser`; never an identity. */
  readonly createdAsUser: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt: number | null;
  readonly trashed: boolean;
}

export type IssueDraft = Omit<StoredIssue, 'number' | 'updatedAt' | 'archivedAt' | 'trashed'>;
export type IssueChange = Partial<
  Pick<StoredIssue, 'title' | 'description' | 'priority' | 'assigneeId' | 'archivedAt' | 'trashed'>
>;

export interface IssuesState {
  readonly issues: readonly StoredIssue[];
  /** Team id → the last number given out; numbers are never reused. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Workspace id → sync id of its last change. */
  readonly syncIds: Readonly<Record<string, number>>;
}

/** `PAY-12`. */
export function identifierOf(issue: Pick<StoredIssue, 'teamKey' | 'number'>): string {
  return `${issue.teamKey}-${issue.number}`;
}

/** Issues of all workspaces. Every lookup names the workspace, so that one cannot see another's. */
export class IssueStore {
  readonly #issues: Map<string, StoredIssue>;
  readonly #numbers: Map<string, number>;
  readonly #syncIds: Map<string, number>;

  constructor(saved?: IssuesState) {
    this.#issues = new Map(saved?.issues.map((issue) => [issue.id, issue]));
    this.#numbers = new Map(Object.entries(saved?.numbers ?? {}));
    this.#syncIds = new Map(Object.entries(saved?.syncIds ?? {}));
  }

  /** @returns undefined when the id is taken, in whichever workspace and even by an issue in the trash */
  create(draft: IssueDraft): StoredIssue | undefined {
    if (this.#issues.has(draft.id)) return undefined;
    const number = (this.#numbers.get(draft.teamId) ?? 0) + 1;
    this.#numbers.set(draft.teamId, number);
    return this.#put({ ...draft, number, updatedAt: draft.createdAt, archivedAt: null, trashed: false });
  }

  /** @param key UUID or identifier, as `issue(id:)` takes both */
  find(workspaceId: string, key: string): StoredIssue | undefined {
    const byId = this.#issues.get(key.toLowerCase());
    if (byId) return byId.workspaceId === workspaceId ? byId : undefined;
    return this.list(workspaceId).find((issue) => identifierOf(issue) === key.toUpperCase());
  }

  /** Oldest first, archived and trashed ones included. */
  list(workspaceId: string): StoredIssue[] {
    return [...this.#issues.values()].filter((issue) => issue.workspaceId === workspaceId);
  }

  update(issue: StoredIssue, change: IssueChange, now: number): StoredIssue {
    return this.#put({ ...issue, ...change, updatedAt: now });
  }

  remove(issue: StoredIssue): void {
    this.#issues.delete(issue.id);
    this.#advance(issue.workspaceId);
  }

  lastSyncId(workspaceId: string): number {
    return this.#syncIds.get(workspaceId) ?? 0;
  }

  snapshot(): IssuesState {
    return {
      issues: [...this.#issues.values()],
      numbers: Object.fromEntries(this.#numbers),
      syncIds: Object.fromEntries(this.#syncIds),
    };
  }

  #put(issue: StoredIssue): StoredIssue {
    this.#issues.set(issue.id, issue);
    this.#advance(issue.workspaceId);
    return issue;
  }

  #advance(workspaceId: string): void {
    this.#syncIds.set(workspaceId, this.lastSyncId(workspaceId) + 1);
  }
}

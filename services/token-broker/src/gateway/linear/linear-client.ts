import { Refused } from '@sallyport/authn';
import type { Masked, Secret } from '@sallyport/masking';
import { z } from 'zod';
import { CREATE_ISSUE, FIND_ISSUE, PREPARE_FILING, VIEWER } from './documents.ts';
import type { IssueFooter } from './issue-footer.ts';
import type { LinearGraphql } from './linear-graphql.ts';

const text = (max: number) => z.string().max(max);
const id = z.string().min(1).max(64);

const issue = z.object({
  id,
  identifier: text(40),
  url: z.url().max(2_048),
  title: text(2_000),
  description: text(100_000).nullable(),
  archivedAt: z.string().nullable(),
  team: z.object({ key: text(16) }),
  creator: z.object({ id, name: text(200) }).nullable(),
});
/** An issue as Linear has it. */
export type StoredIssue = z.infer<typeof issue>;

const viewerData = z.object({
  viewer: z.object({
    id,
    name: text(200),
    email: text(320),
    organization: z.object({ id, name: text(200), urlKey: text(100) }),
  }),
});
export type Viewer = z.infer<typeof viewerData>['viewer'];

const found = z.object({ nodes: z.array(issue).max(1) });
const prepareData = z.object({
  viewer: z.object({ id, name: text(200), organization: z.object({ id, urlKey: text(100) }) }),
  teams: z.object({ nodes: z.array(z.object({ id, key: text(16) })).max(1) }),
  issues: found,
});
const createData = z.object({ issueCreate: z.object({ success: z.boolean(), issue: issue.nullable() }) });

/** What may be filed: text only after masking, and the gateway's own last lines. */
export interface IssueDraft {
  id: string;
  teamId: string;
  title: Masked<string>;
  description: Masked<string>;
  footer: IssueFooter;
  /** 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
  priority: number;
}

/** The four things the gateway does at Linear, each with the person's own token. All throw `Refused` (`LinearGraphql.run`). */
export class LinearClient {
  readonly #graphql: Pick<LinearGraphql, 'run'>;

  constructor(graphql: Pick<LinearGraphql, 'run'>) {
    this.#graphql = graphql;
  }

  async viewer(token: Secret): Promise<Viewer> {
    return (await this.#graphql.run(VIEWER, {}, token, viewerData)).viewer;
  }

  /** Who the token speaks for, the team of that key (if this person sees it), and the issue of that id (if it exists). */
  async prepareFiling(token: Secret, issueId: string, teamKey: string) {
    const data = await this.#graphql.run(PREPARE_FILING, { issue: issueId, team: teamKey }, token, prepareData);
    return { viewer: data.viewer, team: data.teams.nodes[0], issue: data.issues.nodes[0] };
  }

  /** The issue of that id, archived and trashed ones included. */
  async findIssue(token: Secret, issueId: string): Promise<StoredIssue | undefined> {
    return (await this.#graphql.run(FIND_ISSUE, { issue: issueId }, token, z.object({ issues: found }))).issues
      .nodes[0];
  }

  async createIssue(token: Secret, draft: IssueDraft): Promise<StoredIssue> {
    const { footer, id: issueId, teamId, title, priority } = draft;
    const description = draft.description === '' ? footer : `${draft.description}\n\n${footer}`;
    const variables = { id: issueId, teamId, title, description, priority };
    const { issueCreate } = await this.#graphql.run(CREATE_ISSUE, variables, token, createData);
    if (!issueCreate.success || !issueCreate.issue) throw new Refused('downstream_failed', { service: 'linear' });
    return issueCreate.issue;
  }
}

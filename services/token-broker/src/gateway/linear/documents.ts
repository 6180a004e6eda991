import { createHash } from 'node:crypto';

/** One operation the gateway may run at Linear; the text is pinned by its digest. */
export interface OperationDocument {
  name: string;
  /** Hex SHA-256 of `text`. */
  sha256: string;
  text: string;
}

const ISSUE = `
fragment FiledIssue on Issue {
  id
  identifier
  url
  title
  description
  archivedAt
  team { key }
  creator { id name }
}`;

/** Who a token speaks for, and in which workspace. */
export const VIEWER: OperationDocument = {
  name: 'Viewer',
  sha256: '38b0ff68e9d3e2f99c0c8bb88503f6cd1b532e8a63accff5b810b6bc9ee0abaf',
  text: `query Viewer {
  viewer { id name email organization { id name urlKey } }
}
`,
};

/**
 * Everything needed before an issue is filed, in one request: who the token speaks for, the team by its key, and the
 * issue if it is there already. A filter finds nothing where `issue(id)` would answer an error whose words would have
 * to be understood; trashed issues are found too, because their id stays taken.
 */
export const PREPARE_FILING: OperationDocument = {
  name: 'PrepareFiling',
  sha256: '877977cd26461d9e2b43115db62f2a1f10f89b87b60e257aa6b1c6587a760535',
  text: `query PrepareFiling($issue: ID!, $team: String!) {
  viewer { id name organization { id urlKey } }
  teams(first: 1, filter: { key: { eq: $team } }) { nodes { id key } }
  issues(first: 1, includeArchived: true, filter: { id: { eq: $issue } }) { nodes { ...FiledIssue } }
}
${ISSUE}
`,
};

/** Reads one issue back after an answer was lost. */
export const FIND_ISSUE: OperationDocument = {
  name: 'FindIssue',
  sha256: 'affa64de64de4e07dfcb19c9c89c7f197f6727a75dc456c3e360055c8f9b198e',
  text: `query FindIssue($issue: ID!) {
  issues(first: 1, includeArchived: true, filter: { id: { eq: $issue } }) { nodes { ...FiledIssue } }
}
${ISSUE}
`,
};

/** Files one issue as the person whose token is used: five fields, none of which can name another author. */
export const CREATE_ISSUE: OperationDocument = {
  name: 'CreateIssue',
  sha256: '7f6ef4a46c06951db7cb848ae5b35ec4bc693db1adec122308bd5493dd099580',
  text: `mutation CreateIssue($id: String!, $teamId: String!, $title: String!, $description: String!, $priority: Int!) {
  issueCreate(input: { id: $id, teamId: $teamId, title: $title, description: $description, priority: $priority }) {
    success
    issue { ...FiledIssue }
  }
}
${ISSUE}
`,
};

/** All there are. */
export const DOCUMENTS: readonly OperationDocument[] = [VIEWER, PREPARE_FILING, FIND_ISSUE, CREATE_ISSUE];

/** @throws Error when a document is not the one that was reviewed */
export function checkPinned({ name, text, sha256 }: OperationDocument): void {
  if (createHash('sha256').update(text).digest('hex') !== sha256) {
    throw new Error(`operation document ${name} is not the pinned one`);
  }
}

import { LinearDocument } from '@linear/sdk';
import { type DocumentNode, parse } from 'graphql';
import type { InputFields } from './cut-schema.ts';

/** The SDK's own documents that must work unmodified. */
const SDK_DOCUMENTS = [
  'Viewer',
  'Organization',
  'Team',
  'Teams',
  'User',
  'Users',
  'WorkflowState',
  'Issue',
  'Issues',
  'CreateIssue',
  'UpdateIssue',
  'DeleteIssue',
  'ArchiveIssue',
  'UnarchiveIssue',
  'UpdateIssueBatch',
] as const;

/** Nested selections that a hand-written client makes and the SDK spreads over several requests. */
const NESTED = `
  query nested {
    viewer { id name email displayName organization { id name urlKey } teams { nodes { id key name } } }
    organization { id teams { nodes { id key name } } users { nodes { id name email } } }
    user(id: "") { organization { id } }
    team(id: "") {
      id key name
      organization { id name urlKey }
      states { nodes { id name type color position } pageInfo { hasNextPage endCursor } }
      members { nodes { id name email } pageInfo { hasNextPage endCursor } }
      issues(first: 1, after: "") { nodes { id identifier } pageInfo { hasNextPage endCursor } }
    }
    issue(id: "") {
      id
      creator { id name email }
      assignee { id name email }
      team { id key name }
      state { id name type }
    }
    issues { edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor } }
  }`;

const TEXT = ['eq', 'neq', 'in', 'nin', 'eqIgnoreCase', 'contains', 'containsIgnoreCase', 'startsWith', 'endsWith'];
const IDS = ['eq', 'neq', 'in', 'nin'];

/** The input fields the simulator acts on. */
export const INPUT_FIELDS: InputFields = {
  IssueCreateInput: ['id', 'teamId', 'title', 'description', 'priority', 'assigneeId', 'createAsUser'],
  IssueUpdateInput: ['title', 'description', 'priority', 'assigneeId', 'trashed'],
  IssueFilter: ['id', 'number', 'title', 'team', 'creator', 'and', 'or'],
  TeamFilter: ['id', 'key', 'name', 'and', 'or'],
  UserFilter: ['id', 'email', 'name', 'admin', 'and', 'or'],
  NullableUserFilter: ['id', 'email', 'name', 'null'],
  IssueIDComparator: IDS,
  IDComparator: IDS,
  StringComparator: TEXT,
  NumberComparator: ['eq', 'neq', 'in', 'nin', 'lt', 'lte', 'gt', 'gte'],
  BooleanComparator: ['eq', 'neq'],
  IssueSortInput: ['createdAt', 'updatedAt'],
  CreatedAtSort: ['order'],
  UpdatedAtSort: ['order'],
  UserSortInput: ['name'],
  UserNameSort: ['order'],
};

/** Every operation the simulator answers: the pinned SDK's, and a client's that nests. */
export function surfaceDocuments(): DocumentNode[] {
  return [...SDK_DOCUMENTS.map((name) => parse(String(LinearDocument[`${name}Document`]))), parse(NESTED)];
}

/** Operation → scopes, any of which opens it. An operation that is not listed here does not start. */
export const OPERATION_SCOPES: Readonly<Record<string, readonly string[]>> = {
  viewer: ['read'],
  organization: ['read'],
  team: ['read'],
  teams: ['read'],
  user: ['read'],
  users: ['read'],
  workflowState: ['read'],
  issue: ['read'],
  issues: ['read'],
  issueCreate: ['write', 'issues:create'],
  // Linear has no scope for deleting: whatever holds `write` can trash, by any of these.
  issueUpdate: ['write'],
  issueBatchUpdate: ['write'],
  issueDelete: ['write'],
  issueArchive: ['write'],
  issueUnarchive: ['write'],
};

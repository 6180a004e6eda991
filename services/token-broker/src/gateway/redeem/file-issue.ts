import { Refused } from '@sallyport/authn';
import type { CapabilityClaims, Filing, IssueCreateResult, IssueCreateVariables } from '@sallyport/contracts';
import type { Secret } from '@sallyport/masking';
import { issueFooter } from '../linear/issue-footer.ts';
import type { IssueDraft, LinearClient, StoredIssue } from '../linear/linear-client.ts';
import type { BoundViewer } from '../store/linear-viewers.ts';
import { issueIdOf } from './issue-id.ts';
import type { MaskedText } from './masked-text.ts';

/** One filing: everything about it is decided, only Linear is left. */
export interface Filable {
  claims: CapabilityClaims;
  tool: string;
  variables: IssueCreateVariables;
  text: MaskedText;
  /** Who the token must turn out to speak for. */
  viewer: BoundViewer;
}

export interface Filed {
  issue: StoredIssue;
  alreadyFiled: boolean;
}

/**
 * Files a ticket's issue once. The id is the ticket's own, so the issue is looked for first, created under that id, and
 * looked for again whenever the answer did not come or said no: a lost answer and a lost race both end in one issue.
 * @throws Refused connection_mismatch, target_not_permitted, consent_required, downstream_*
 */
export async function fileIssue(
  linear: LinearClient,
  issueIdKey: Buffer,
  { claims, tool, variables, text, viewer }: Filable,
  token: Secret,
): Promise<Filed> {
  const { tenant } = claims;
  const id = issueIdOf(issueIdKey, tenant, tool, variables.ticketId);
  const found = await linear.prepareFiling(token, id, variables.team);
  // The grant in Vault must still be the account this person connected, in the workspace of their tenant.
  if (found.viewer.id !== viewer.viewerId || found.viewer.organization.id !== viewer.workspaceId) {
    throw new Refused('connection_mismatch', { tenant });
  }
  if (found.issue) return { issue: found.issue, alreadyFiled: true };
  // A team of another tenant, or one this person cannot see, does not exist for this token.
  if (found.team?.key !== variables.team) throw new Refused('target_not_permitted', { tenant });
  const footer = issueFooter(claims, variables.ticketId);
  const draft: IssueDraft = { id, teamId: found.team.id, ...text, footer, priority: variables.priority };
  const filed = await createOrReadBack(linear, token, draft);
  // C-CR-3: created now, so created by this person; anything else is not attribution.
  if (!filed.alreadyFiled && filed.issue.creator?.id !== viewer.viewerId) {
    throw new Refused('connection_mismatch', { tenant, cause: 'creator' });
  }
  return filed;
}

/** Refusals after which Linear certainly holds nothing new. */
const NOTHING_WRITTEN: ReadonlySet<string> = new Set(['consent_required', 'downstream_rate_limited']);

async function createOrReadBack(linear: LinearClient, token: Secret, draft: IssueDraft): Promise<Filed> {
  try {
    return { issue: await linear.createIssue(token, draft), alreadyFiled: false };
  } catch (error) {
    if (!(error instanceof Refused) || NOTHING_WRITTEN.has(error.reason)) throw error;
    const issue = await linear.findIssue(token, draft.id).catch(() => undefined);
    if (!issue) throw error;
    // Refused by Linear: the id was taken by a parallel call. No answer: this call wrote it.
    return { issue, alreadyFiled: error.reason === 'downstream_failed' };
  }
}

/** The answer to the caller: what Linear has now, whoever filed it. */
export function filedResult({ issue, alreadyFiled }: Filed): IssueCreateResult {
  const { id, identifier, url, title, description, creator } = issue;
  if (!creator) throw new Refused('downstream_failed', { service: 'linear', cause: 'issue without a creator' });
  return { issue: { id, identifier, url }, creator, title, description: description ?? '', alreadyFiled };
}

/** What the issuer's ledger must know of it. */
export function filingOf({ claims, variables }: Filable, { issue }: Filed, filedAt: number): Filing {
  return {
    tenant: claims.tenant,
    ticketId: variables.ticketId,
    issueId: issue.id,
    identifier: issue.identifier,
    sub: claims.sub,
    agent: claims.client_id,
    capabilityId: claims.jti,
    decisionId: claims.decision_id,
    filedAt,
  };
}

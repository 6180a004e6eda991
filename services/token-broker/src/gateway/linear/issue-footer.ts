import type { CapabilityClaims } from '@sallyport/contracts';

declare const made: unique symbol;
/** The last lines of an issue, made by the gateway; no other code can make one. */
export type IssueFooter = string & { readonly [made]: true };

/**
 * Says in the issue who filed it for which ticket, and where the record is. Every word comes from claims the issuer
 * signed, none from the ticket or the agent's arguments: that is why the footer needs no masking, and why it is kept
 * apart from the masked text until both go on the wire.
 */
export function issueFooter(claims: CapabilityClaims, ticketId: string): IssueFooter {
  const person = plain(claims.name, 200);
  const agent = plain(claims.client_id, 200);
  const decision = plain(claims.decision_id, 64);
  return [
    '---',
    `Filed by ${person} through the agent \`${agent}\` with Sallyport.`,
    `Ticket ${ticketId} · decision ${decision}`,
  ].join('\n') as IssueFooter;
}

/**
 * Letters, digits and the few signs names and client ids need: no mark-up, no line break, no `@` that would notify
 * somebody in Linear. A client may choose its own id, so this is a stranger's text; as code it becomes no link.
 */
function plain(text: string, length: number): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N} .,:'/-]/gu, '?')
    .slice(0, length);
}

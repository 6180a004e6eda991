import type { PlatformEvent, Who } from '@sallyport/contracts';

/**
 * The event as a sentence for people: "agent X, acting for Ada Okafor, received issueCreate on PAY for 60 s, …".
 * Frozen with the event, so that the SIEM, the timeline and an exported log say the same.
 */
export function sentenceOf(event: PlatformEvent): string {
  return plain(words(event));
}

function words(event: PlatformEvent): string {
  switch (event.kind) {
    case 'tool_call_requested':
      return `${acting(event.who)} asked for ${event.tool} (tier ${event.tier})`;
    case 'tool_call_authorized':
      return `${acting(event.who)} was allowed to run ${event.tool}${by(event.decision)}`;
    case 'tool_call_denied':
      return `${acting(event.who)} was denied ${event.tool}${because(event.reasons)}${by(event.decision)}`;
    case 'tool_call_completed': {
      const outcome = event.outcome === 'success' ? 'completed' : 'did not complete';
      const target = event.target === undefined ? '' : ` on ${event.target}`;
      return `${acting(event.who)} ${outcome} ${event.tool}${target}${because(event.reasons)}${maskedWords(event.masked)}`;
    }
    case 'access_refused':
      return `${times(event.count)} to ${event.resource} was refused${because(event.reasons)}`;
    case 'sign_in_completed':
      return `${event.who.name} signed in for agent ${event.who.agent}`;
    case 'sign_in_refused':
      return `a sign-in${event.agent === undefined ? '' : ` for agent ${event.agent}`} was refused${because(event.reasons)}`;
    case 'consent_granted':
      return `${event.who.name} let agent ${event.who.agent} use ${event.scopes.join(', ') || 'nothing'} at ${event.resource}`;
    case 'client_registered':
      return `agent ${event.agent} was registered (${event.method.replace('_', ' ')})`;
    case 'token_exchange_requested':
      return `${acting(event.who)} asked for ${event.operation} through ${event.tool}${by(event.decision)}`;
    case 'token_exchange_issued': {
      const { operation, target, expiresIn } = event.credential;
      return `${acting(event.who)} received ${operation} on ${target} for ${expiresIn} s${by(event.decision)}`;
    }
    case 'token_exchange_refused': {
      const subject = event.who
        ? acting(event.who)
        : event.client === undefined
          ? 'somebody'
          : `client ${event.client}`;
      return `${subject} was refused ${event.operation ?? event.tool ?? 'a credential'}${because(event.reasons)}${by(event.decision)}`;
    }
    case 'connection_created':
      return `${event.who.name} connected ${event.workspace} as ${event.connection}`;
    case 'connection_refused':
      return `${event.who.name} could not connect as ${event.connection}${because(event.reasons)}`;
    case 'capability_redeemed':
      return `${acting(event.who)} redeemed ${event.credential.operation} on ${event.credential.target}${by(event.decision)}`;
    case 'capability_refused':
      return `${event.who ? acting(event.who) : 'somebody'} could not redeem a credential${because(event.reasons)}`;
    case 'issue_filed': {
      const filed = event.alreadyFiled ? 'found already filed' : 'filed';
      return `${acting(event.who)} ${filed} issue ${event.identifier}${by(event.decision)}`;
    }
    case 'issue_filing_failed':
      return `${acting(event.who)} could not file an issue${because(event.reasons)}${by(event.decision)}`;
    case 'audit_read':
      return `${acting(event.who)} ${event.action === 'read' ? 'read' : 'exported'} ${event.resource}${by(event.decision)}`;
    case 'audit_refused': {
      const source = event.who ? acting(event.who) : (event.producer ?? 'somebody');
      return `${source} was refused at the audit log ${countWords(event.count)}${because(event.reasons)}`;
    }
    case 'event_refused':
      return `the audit log refused ${event.refused.kind} of ${event.service}${because(event.reasons)}`;
    case 'service_started':
      return `${event.service} ${event.version} started`;
  }
}

const acting = (who: Who) => `agent ${who.agent}, acting for ${who.name},`;
const because = (reasons: readonly string[]) => (reasons.length === 0 ? '' : ` because ${reasons.join(', ')}`);
const by = (decision: { id: string; revision: string } | undefined) =>
  decision === undefined ? '' : `, decision ${decision.id}, policy revision ${decision.revision}`;
const countWords = (count: number) => (count === 1 ? 'once' : `${count} times`);
const times = (count: number) => (count === 1 ? 'a request' : `each of ${count} requests`);
const maskedWords = (masked: Record<string, number>) => {
  const total = Object.values(masked).reduce((sum, count) => sum + count, 0);
  return total === 0 ? '' : `, ${total} personal ${total === 1 ? 'value' : 'values'} masked`;
};

/** Control, bidirectional and invisible characters could make a sentence read as another one (CVE-2021-42574). */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{fffd}');

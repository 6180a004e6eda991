import type { AuditClient, RefusalTally } from '@sallyport/audit-client';
import { decryptWith, type EncryptionKey, Refused } from '@sallyport/authn';
import type { CapabilityClaims, ConnectLinearResult, IssueCreateResult, Reason } from '@sallyport/contracts';
import { Secret } from '@sallyport/masking';
import { type Logger, traceIdOf, withSpan } from '@sallyport/telemetry';
import { type LedgerOptions, reportFiling } from '../ledger/report-filing.ts';
import type { OneTimeUse } from '../store/one-time-use.ts';
import { type ConnectLinearOptions, connectLinear } from './connect-linear.ts';
import { type Filable, type Filed, filedResult, fileIssue, filingOf } from './file-issue.ts';
import { provenMasked } from './masked-text.ts';
import { type RawRequest, readPresented } from './presented.ts';
import { type ProofOfCapabilityOptions, type ProvenCapability, proveCapability } from './proof-of-capability.ts';
import { RedemptionEvents } from './redemption-events.ts';
import { type RequestedOperation, requestedOperation } from './requested-operation.ts';

export interface RedeemOptions {
  proof: ProofOfCapabilityOptions;
  /** Thumbprints of the issuer's keys: only it may connect. */
  issuerThumbprints: ReadonlySet<string>;
  oneTime: OneTimeUse;
  audit: Pick<AuditClient, 'record' | 'recordDurably'>;
  tally: RefusalTally;
  encryptionKey: EncryptionKey;
  connections: ConnectLinearOptions;
  ledger: LedgerOptions;
  /** At least 32 bytes. */
  issueIdKey: Buffer;
  logger: Logger;
  now: () => number;
}

type Result = IssueCreateResult | ConnectLinearResult;
type Creation = Extract<RequestedOperation, { operation: 'issueCreate' }>;
/** A redemption whose intent is in the audit log: only now may Vault and Linear be asked. */
type Intended = { assertion: Secret; events: RedemptionEvents } & (
  | { operation: 'issueCreate'; filable: Filable }
  | { operation: 'connectLinear'; asked: Extract<RequestedOperation, { operation: 'connectLinear' }> }
);

/** Redeems capabilities at Linear, one operation each. Left to right, each step takes what the one before it made. */
export class Redeem {
  readonly #options: RedeemOptions;

  constructor(options: RedeemOptions) {
    this.#options = options;
  }

  /** @throws Refused; nothing else leaves here */
  async run(request: RawRequest): Promise<Result> {
    const proven = await this.#prove(request);
    const events = new RedemptionEvents(proven.claims, this.#options.now);
    const intended = await this.#refusing(events, async () => {
      const asked = requestedOperation(proven, this.#options.issuerThumbprints);
      await this.#claimOnce(asked);
      const ready = await this.#ready(asked);
      const assertion = new Secret(await decryptWith(this.#options.encryptionKey, asked.claims.person_assertion));
      await this.#options.audit.recordDurably([events.redeemed()]);
      return { ...ready, assertion, events } satisfies Intended;
    });
    return intended.operation === 'issueCreate' ? this.#file(intended) : this.#connect(intended);
  }

  /** Strangers end here: counted, not written one by one. */
  async #prove(request: RawRequest): Promise<ProvenCapability> {
    try {
      return await proveCapability(this.#options.proof, readPresented(request));
    } catch (error) {
      const refused = asRefused(error);
      this.#options.tally.count(this.#options.proof.endpoint, refused.reason, traceIdOf());
      throw refused;
    }
  }

  /** C-ID-7: before anything else that could be tried again with other words. */
  async #claimOnce({ claims }: RequestedOperation): Promise<void> {
    const first = await this.#options.oneTime.claimCapability(claims.jti, claims.tenant, claims.exp * 1_000);
    if (!first) throw new Refused('capability_replayed', { capability: claims.jti });
  }

  /** What can be refused without asking anybody outside. */
  async #ready(asked: RequestedOperation) {
    if (asked.operation === 'connectLinear') return { operation: asked.operation, asked };
    return { operation: asked.operation, filable: await this.#filable(asked) };
  }

  async #filable({ claims, detail, variables }: Creation): Promise<Filable> {
    const { oneTime, connections } = this.#options;
    const { idempotencyKey, ticketId, team } = variables;
    // C-IN-3: the arguments are what was chosen by the caller; title and text follow from the ticket, which may change.
    const args = { operation: detail.operation, tool: detail.tool, ticketId: ticketId.toLowerCase(), team };
    if (idempotencyKey && !(await oneTime.claimKey(claims.tenant, idempotencyKey, args))) {
      throw new Refused('idempotency_conflict', { tenant: claims.tenant });
    }
    const text = provenMasked(variables);
    const viewer = await connections.viewers.boundViewer({ tenant: claims.tenant, sub: claims.sub, class: 'creator' });
    return { claims, tool: detail.tool, variables, text, viewer };
  }

  async #file({ filable, assertion, events }: Extract<Intended, { operation: 'issueCreate' }>): Promise<Result> {
    const { now, connections, issueIdKey, audit, ledger } = this.#options;
    const since = now();
    let filed: Filed;
    try {
      const token = await withSpan('vault.read', { 'sallyport.class': 'creator' }, () =>
        this.#readAsPerson(assertion, filable.claims, events),
      );
      filed = await withSpan('linear.file', {}, () => fileIssue(connections.linear, issueIdKey, filable, token));
    } catch (error) {
      const refused = asRefused(error);
      await this.#tell(() => audit.record(events.filingFailed(refused.reason, since)));
      throw refused;
    }
    await this.#tell(() => audit.record(events.filed(filed.issue, filed.alreadyFiled, since)));
    await reportFiling(ledger, filingOf(filable, filed, now()));
    return filedResult(filed);
  }

  /** Vault's own names for login and read go to the log and the record: by them Vault's audit log can be joined. */
  async #readAsPerson(
    assertion: Secret,
    { decision_id: decision, jti }: CapabilityClaims,
    events: RedemptionEvents,
  ): Promise<Secret> {
    const session = await this.#options.connections.vault.loginAsPerson(assertion, 'linear-issues-create', decision);
    events.readFrom(session.facts);
    const { accessToken, requestId, expiresAt } = await session.readLinearCredential('creator');
    events.readFrom({ ...session.facts, requestId });
    const facts = { vault: session.facts, read: requestId, expiresAt, decision, capability: jti };
    this.#options.logger.info(facts, 'grant read as the person');
    return accessToken;
  }

  async #connect({ asked, assertion, events }: Extract<Intended, { operation: 'connectLinear' }>): Promise<Result> {
    return this.#refusing(events, () =>
      connectLinear(this.#options.connections, asked.claims, asked.variables, assertion),
    );
  }

  async #refusing<T>(events: RedemptionEvents, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      const refused = asRefused(error);
      await this.#tell(() => this.#options.audit.record(events.refused(refused.reason)));
      throw refused;
    }
  }

  /** What already happened is told as well as can be; failing to tell it must not hide it from the caller. */
  async #tell(record: () => Promise<void>): Promise<void> {
    await record().catch((error: unknown) => this.#options.logger.error({ err: error }, 'event not recorded'));
  }
}

/** Whatever is not a refusal is a fault of ours: fail closed, and keep its kind for the log, not its words. */
function asRefused(error: unknown): Refused & { reason: Reason } {
  if (error instanceof Refused) return error;
  return new Refused('internal', { cause: error instanceof Error ? error.name : typeof error });
}

import { Refused, type SigningKey, variablesDigest } from '@sallyport/authn';
import type {
  AuthorizationDetail,
  ConnectLinearResult,
  ConnectLinearVariables,
  Reason,
  TokenExchangeQuestion,
} from '@sallyport/contracts';
import { eventBase } from '../record/event-base.ts';
import type { Recorder } from '../record/recorder.ts';
import type { BrowserPerson } from '../signin/browser-sessions.ts';
import { OWN_PAGES } from '../signin/sign-in-completion.ts';
import type { ExchangePolicy } from '../token/exchange-policy.ts';
import type { Issuance } from '../token/issuance.ts';
import type { ConnectHandle } from './connect-handles.ts';
import type { Connections } from './connections.ts';
import type { GatewayClient } from './gateway-client.ts';

export interface ConnectionParts {
  policy: ExchangePolicy;
  issuance: Issuance;
  gateway: GatewayClient;
  connections: Connections;
  recorder: Recorder;
  key: SigningKey;
  issuer: string;
  now: () => number;
}

/** Turns Linear's authorization code into a stored connection: policy, capability bound to our own key, redemption. */
export class LinearConnection {
  constructor(private readonly parts: ConnectionParts) {}

  /** @throws Refused; then nothing is connected here, and the refusal is on record */
  async complete(
    handle: ConnectHandle,
    person: BrowserPerson,
    variables: ConnectLinearVariables,
  ): Promise<ConnectLinearResult> {
    const { issuance, gateway, connections, recorder, key, now } = this.parts;
    try {
      const decision = await this.#decide(handle, person);
      const { capability } = await issuance.issue({
        who: { ...handle.who, name: person.account.name },
        act: { sub: OWN_PAGES },
        detail: detailOf(handle, variables),
        decision,
        jkt: key.jkt,
      });
      const result = await gateway.connectLinear(capability, variables);
      await connections.store(person.account, handle.connection, result);
      await recorder.record({
        ...eventBase(now()),
        kind: 'connection_created',
        who: handle.who,
        connection: handle.connection,
        workspace: result.workspace.name.slice(0, 100),
        scopes: result.scopes.slice(0, 16),
      });
      return result;
    } catch (error) {
      await this.refuse(handle, [error instanceof Refused ? error.reason : 'internal']);
      throw error;
    }
  }

  /** Puts a refused connection on record. */
  async refuse(handle: ConnectHandle, reasons: Reason[]): Promise<void> {
    const { recorder, now } = this.parts;
    const { who, connection } = handle;
    await recorder
      .record({ ...eventBase(now()), kind: 'connection_refused', who, connection, reasons })
      .catch(() => undefined);
  }

  async #decide(handle: ConnectHandle, { account, acr, amr }: BrowserPerson) {
    const question: Omit<TokenExchangeQuestion, 'context'> = {
      subject: {
        type: 'person',
        sub: account.sub,
        tenant: account.tenant,
        roles: account.roles,
        scopes: [],
        acr: acr ?? '',
        amr,
      },
      // The person's own act in a browser: no agent takes part.
      actors: [],
      client: OWN_PAGES,
      audience: this.parts.issuer,
      client_resource: this.parts.issuer,
      tool: 'connect_linear',
      operation: 'connectLinear',
      target: { tenant: account.tenant },
      approval: null,
    };
    const decision = await this.parts.policy.decide(question);
    if (!decision.allow) throw new Refused(decision.reasons[0] ?? 'default_deny', { connection: handle.connection });
    return decision;
  }
}

const detailOf = (handle: ConnectHandle, variables: ConnectLinearVariables): AuthorizationDetail => ({
  type: 'linear_operation',
  operation: 'connectLinear',
  tool: 'connect_linear',
  target: { class: handle.connection },
  variables_digest: variablesDigest(variables),
});

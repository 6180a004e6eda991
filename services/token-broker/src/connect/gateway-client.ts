import { createDpopProof, Refused, type SigningKey } from '@sallyport/authn';
import {
  type ConnectLinearResult,
  type ConnectLinearVariables,
  connectLinearResult,
  problem,
} from '@sallyport/contracts';
import { traceHeaders } from '@sallyport/telemetry';

/** Linear's token endpoint, Vault and the viewer query lie behind this call, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** The issuer cannot reach Linear or Vault: it asks the gateway, with a capability like anybody else. */
export class GatewayClient {
  constructor(
    private readonly gatewayUrl: string,
    private readonly key: SigningKey,
    private readonly now: () => number,
  ) {}

  /** @throws Refused with the gateway's reason; downstream_unavailable when it does not answer */
  async connectLinear(capability: string, variables: ConnectLinearVariables): Promise<ConnectLinearResult> {
    const url = `${this.gatewayUrl}/redeem`;
    const dpop = createDpopProof(this.key, { method: 'POST', url, accessToken: capability, now: this.now() });
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `DPoP ${capability}`,
        dpop,
        'content-type': 'application/json',
        accept: 'application/json',
        ...traceHeaders(),
      },
      body: JSON.stringify({ variables }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: Error) => {
      throw new Refused('downstream_unavailable', { cause: error.name });
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused(problem.safeParse(body).data?.reason ?? 'downstream_failed');
    const result = connectLinearResult.safeParse(body);
    if (!result.success) throw new Refused('downstream_failed', { cause: 'unexpected answer' });
    return result.data;
  }
}

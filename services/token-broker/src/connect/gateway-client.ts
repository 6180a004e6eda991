import { createDpopProof, Refused, type SigningKey } from '@sallyport/authn';
import { type HttpClient, NoAnswer } from '@sallyport/bootstrap';
import {
  type ConnectLinearResult,
  type ConnectLinearVariables,
  connectLinearResult,
  problem,
} from '@sallyport/contracts';

/** Linear's token endpoint, Vault and the viewer query lie behind this call, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** The issuer cannot reach Linear or Vault: it asks the gateway, with a capability like anybody else. */
export class GatewayClient {
  constructor(
    private readonly gatewayUrl: string,
    private readonly key: SigningKey,
    private readonly http: HttpClient,
    private readonly now: () => number,
  ) {}

  /** @throws Refused with the gateway's reason; downstream_unavailable when it does not answer */
  async connectLinear(capability: string, variables: ConnectLinearVariables): Promise<ConnectLinearResult> {
    const url = `${this.gatewayUrl}/redeem`;
    const dpop = createDpopProof(this.key, { method: 'POST', url, accessToken: capability, now: this.now() });
    const sent = this.http.post(url, {
      headers: { authorization: `DPoP ${capability}`, dpop, 'content-type': 'application/json' },
      body: JSON.stringify({ variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { status, body } = await sent.catch((error) => {
      throw error instanceof NoAnswer ? new Refused('downstream_unavailable', { cause: error.code }) : error;
    });
    if (status !== 200) throw new Refused(problem.safeParse(body).data?.reason ?? 'downstream_failed');
    const result = connectLinearResult.safeParse(body);
    if (!result.success) throw new Refused('downstream_failed', { cause: 'unexpected answer' });
    return result.data;
  }
}

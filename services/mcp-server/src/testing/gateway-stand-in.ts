import { randomUUID } from 'node:crypto';
import { ReplayMemory, type SigningKey, variablesDigest, verifyCapability, verifyDpopProof } from '@sallyport/authn';
import {
  type IssueCreateResult,
  type IssueCreateVariables,
  issueCreateVariables,
  type Problem,
  redeemRequest,
} from '@sallyport/contracts';
import { bytesOf, listen, type Neighbour } from './listen.ts';

export interface SeenRedemption {
  capability: string;
  variables: IssueCreateVariables;
  traceparent: string | undefined;
}

/** The gateway as far as the mcp-server meets it: redeems a capability once and files the issue, or refuses. */
export interface GatewayStandIn extends Neighbour {
  redemptions: SeenRedemption[];
  refusal: { status: number; body: Partial<Problem> | string } | undefined;
  /** Changes what it answers, as text that people edited in Linear would. */
  edit: Partial<IssueCreateResult>;
}

export async function startGateway(
  issuerKey: SigningKey,
  issuerUrl: () => string,
  now: () => number,
): Promise<GatewayStandIn> {
  const gateway: GatewayStandIn = {
    ...{ url: '', redemptions: [], refusal: undefined, edit: {} },
    close: async () => undefined,
  };
  const replay = new ReplayMemory(now);
  const neighbour = await listen(async (request, response) => {
    const body = await bytesOf(request);
    const { authorization = '', dpop, traceparent } = request.headers;
    const capability = authorization.replace(/^DPoP /, '');
    const parties = { issuer: issuerUrl(), audience: gateway.url, keys: [issuerKey.jwk], now: now() };
    const { cnf, authorization_details } = verifyCapability(capability, parties);
    const proof = { method: 'POST', url: `${gateway.url}/redeem`, accessToken: capability, now: now(), replay };
    const { jkt } = await verifyDpopProof(Array.isArray(dpop) ? undefined : dpop, proof);
    const variables = issueCreateVariables.parse(redeemRequest.parse(JSON.parse(body.toString())).variables);
    if (jkt !== cnf.jkt || authorization_details[0].variables_digest !== variablesDigest(variables)) {
      throw new Error('not what the capability is for');
    }
    gateway.redemptions.push({ capability, variables, traceparent: traceparent as string | undefined });
    if (gateway.refusal) {
      const { status, body: answer } = gateway.refusal;
      return void response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    }
    const filed: IssueCreateResult = {
      issue: { id: randomUUID(), identifier: 'PAY-1', url: 'https://linear.app/harbor/issue/PAY-1' },
      creator: { id: 'u-1', name: 'Ada Okafor' },
      title: variables.title,
      description: `${variables.description}\n\n---\nFiled by Ada Okafor`,
      alreadyFiled: false,
      ...gateway.edit,
    };
    response.end(JSON.stringify(filed));
  });
  return Object.assign(gateway, neighbour);
}

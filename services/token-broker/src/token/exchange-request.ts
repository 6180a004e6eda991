import { Refused } from '@sallyport/authn';
import {
  ACCESS_TOKEN_TYPE,
  type AuthorizationDetail,
  authorizationDetails,
  JWT_TOKEN_TYPE,
} from '@sallyport/contracts';

/** Parameters the grant reads; those that are only here to be refused would otherwise be dropped in silence. */
export const EXCHANGE_PARAMETERS = [
  'subject_token',
  'subject_token_type',
  'requested_token_type',
  'authorization_details',
  'resource',
  'audience',
  'scope',
  'actor_token',
  'actor_token_type',
  'act',
] as const;
const FORBIDDEN = ['actor_token', 'actor_token_type', 'act', 'scope', 'audience'] as const;

/** A well-formed exchange request (RFC 8693 §2.1 with RFC 9396 §6). */
export interface ExchangeRequest {
  subjectToken: string;
  detail: AuthorizationDetail;
}

/** The request names another target than the gateway. */
export class WrongTarget extends Refused {
  constructor() {
    super('target_not_permitted', { parameter: 'resource' });
  }
}

const malformed = (parameter: string) => new Refused('arguments_invalid', { parameter });

/**
 * Reads the form.
 * @param gatewayUrl the only resource a capability is made for
 * @throws Refused arguments_invalid, WrongTarget
 */
export function parseExchange(params: Record<string, unknown>, gatewayUrl: string): ExchangeRequest {
  // Who acts is read from the subject token only: a caller that could name its actors could forge the record.
  for (const name of FORBIDDEN) if (params[name] !== undefined) throw malformed(name);
  if (params.subject_token_type !== ACCESS_TOKEN_TYPE) throw malformed('subject_token_type');
  const requested = params.requested_token_type;
  if (requested !== undefined && requested !== JWT_TOKEN_TYPE) throw malformed('requested_token_type');
  const { subject_token: subjectToken } = params;
  if (typeof subjectToken !== 'string' || subjectToken === '') throw malformed('subject_token');
  const detail = readDetail(params.authorization_details);
  if (typeof params.resource !== 'string') throw malformed('resource');
  if (params.resource !== gatewayUrl) throw new WrongTarget();
  return { subjectToken, detail };
}

function readDetail(text: unknown): AuthorizationDetail {
  try {
    const parsed = authorizationDetails.safeParse(JSON.parse(String(text)));
    if (parsed.success) return parsed.data[0];
  } catch {
    // not JSON: the same refusal
  }
  throw malformed('authorization_details');
}

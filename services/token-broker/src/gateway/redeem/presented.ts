import { Refused } from '@sallyport/authn';
import { redeemRequest } from '@sallyport/contracts';

/** Largest body read, in bytes. */
export const MAX_BODY_BYTES = 65_536;

/** A request as it came; nothing in it is believed. */
export interface RawRequest {
  authorization: string | undefined;
  dpop: string | undefined;
  contentType: string | undefined;
  body: Buffer;
}

/** A request of the right form. */
export interface Presented {
  /** Compact JWT, not verified. */
  capability: string;
  proof: string | undefined;
  variables: Record<string, unknown>;
}

/** @throws Refused token_missing, request_too_large, arguments_invalid */
export function readPresented({ authorization, dpop, contentType, body }: RawRequest): Presented {
  // RFC 9449 §7.1: the scheme is DPoP; as Bearer the capability would be for whoever holds it.
  const capability = /^DPoP ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (!capability) throw new Refused('token_missing');
  if (body.length > MAX_BODY_BYTES) throw new Refused('request_too_large', { bytes: body.length });
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(contentType ?? '')) {
    throw new Refused('arguments_invalid', { rule: 'content-type' });
  }
  const parsed = redeemRequest.safeParse(jsonOf(body));
  if (!parsed.success) {
    throw new Refused('arguments_invalid', { paths: parsed.error.issues.map((issue) => issue.path.join('.')) });
  }
  return { capability, proof: dpop, variables: parsed.data.variables };
}

function jsonOf(body: Buffer): unknown {
  try {
    // C-IN-1: bytes that are no UTF-8 are refused instead of replaced.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

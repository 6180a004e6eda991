import { problemType, type Reason } from '@sallyport/contracts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 503;

/** A request that is answered with a problem document; `reason` is all a stranger learns. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  constructor(
    readonly status: RefusalStatus,
    readonly reason?: Reason,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(reason ?? String(status));
  }
}

const TITLES: Record<RefusalStatus | 500, string> = {
  400: 'The request is not what this service takes',
  401: 'Proof of who is asking is missing or not good',
  403: 'Not permitted',
  404: 'There is nothing here',
  409: 'The same id or counter already stands for something else',
  413: 'The request is too large',
  415: 'This kind of content is not taken',
  500: 'Something went wrong here',
  503: 'The log cannot be written or read now',
};

/** RFC 9457 document. `about:blank` (§4.2.1) where the status says it all, else a stable type per reason. */
export function problemOf(status: RefusalStatus | 500, reason: Reason | undefined, traceId: string) {
  const type = reason === undefined ? 'about:blank' : problemType(reason);
  return { type, title: TITLES[status], status, ...(reason === undefined ? {} : { reason }), traceId };
}

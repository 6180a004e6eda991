import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { RefusalTally } from '@sallyport/audit-client';
import { type PeerKeys, Refused, verifyServiceAssertion } from '@sallyport/authn';
import { filing, type Problem, problemType, type Reason } from '@sallyport/contracts';
import { traceIdOf } from '@sallyport/telemetry';
import type { Request, Response } from 'express';
import { Filings } from './filings.ts';

/** What the ledger needs to know who speaks. */
export class LedgerDoor {
  constructor(
    readonly publicUrl: string,
    readonly keys: PeerKeys,
    readonly now: () => number,
  ) {}
}

/** `POST /ledger/filings`: the gateway, and nobody else, reports each filing before it answers. */
@Controller('ledger')
export class LedgerController {
  constructor(
    @Inject(LedgerDoor) private readonly door: LedgerDoor,
    @Inject(Filings) private readonly filings: Filings,
    @Inject(RefusalTally) private readonly tally: RefusalTally,
  ) {}

  @Post('filings')
  async file(@Req() request: Request, @Res() response: Response): Promise<void> {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    try {
      this.#authenticate(request, body);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.tally.count('/ledger/filings', error.reason, traceIdOf());
      return problem(response, 401, 'unauthorized', 'assertion_invalid');
    }
    const parsed = filing.safeParse(parseJson(body));
    if (!parsed.success) return problem(response, 400, 'malformed filing', 'arguments_invalid');
    const outcome = await this.filings.store(parsed.data);
    if (outcome === 'conflict') return problem(response, 409, 'another ticket has this issue', 'idempotency_conflict');
    response.status(outcome === 'stored' ? 201 : 200).json({ issueId: parsed.data.issueId });
  }

  #authenticate(request: Request, body: Buffer): void {
    const { publicUrl, keys, now } = this.door;
    const { authorization } = request.headers;
    const { service } = verifyServiceAssertion(authorization, { audience: publicUrl, keys, body, now: now() });
    if (service !== 'token-broker-gateway') throw new Refused('client_not_permitted', { service });
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function problem(response: Response, status: number, title: string, reason: Reason): void {
  const body: Problem = { type: problemType(reason), title, status, reason, traceId: traceIdOf() };
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

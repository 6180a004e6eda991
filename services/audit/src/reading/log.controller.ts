import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PLATFORM, Readers } from '../access/readers.ts';
import { HttpRefusal } from '../http/refusal.ts';
import { AuditLog } from '../log/audit-log.ts';
import { TILE_WIDTH } from '../log/frontier.ts';
import { parseTilePath, type TileName } from '../log/tiles.ts';
import { readRequest } from './read-request.ts';

/** The log as C2SP tlog-tiles over HTTP, and proofs of single entries. Entries are confidential: everything asks for a reader. */
@Controller()
export class LogController {
  constructor(
    @Inject(AuditLog) private readonly log: AuditLog,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  async checkpoint(@Req() request: FastifyRequest): Promise<string> {
    await this.#admitOwn(request);
    return (await this.log.checkpoint()).note;
  }

  @Get('tile/*')
  async tile(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const read = readRequest(request);
    const caller = await this.readers.authenticate(read);
    const tile = parseTilePath(read.path.slice(1));
    if (!tile) throw new HttpRefusal(404);
    const tenants = tile.level === 'entries' ? await this.#tenantsIn(tile) : [];
    await this.readers.admit(caller, read.path, [caller.tenant, ...tenants]);
    const bytes = await orMissing(this.log.tile(tile));
    // Full tiles never change; private, since the entries are.
    const caching = tile.width === TILE_WIDTH ? 'private, max-age=31536000, immutable' : 'no-store';
    await reply.type('application/octet-stream').header('cache-control', caching).send(bytes);
  }

  /** Audit path (RFC 6962 §2.1.1) of an entry in the current tree, or in that of `size` entries. */
  @Get('proof/:index')
  @Header('cache-control', 'no-store')
  async proof(@Req() request: FastifyRequest, @Param('index') index: string, @Query('size') size?: string) {
    await this.#admitOwn(request);
    const checkpoint = await this.log.checkpoint();
    const [at, of] = [decimal(index), size === undefined ? checkpoint.size : decimal(size)];
    if (at >= of || of > checkpoint.size) throw new HttpRefusal(404);
    const [leaf, proof] = await Promise.all([this.log.leafHash(at), this.log.proof(at, of)]);
    return {
      index: at,
      size: of,
      leafHash: base64(leaf),
      proof: proof.map(base64),
      ...(of === checkpoint.size ? { checkpoint: checkpoint.note } : { root: base64(await this.log.rootAt(of)) }),
    };
  }

  /** Producer runs of which something has not arrived: loss and suppression are visible here. */
  @Get('producers')
  @Header('cache-control', 'no-store')
  async producers(@Req() request: FastifyRequest) {
    const read = readRequest(request);
    const caller = await this.readers.authenticate(read);
    await this.readers.admit(caller, read.path, [PLATFORM]);
    return { gaps: await this.log.gaps() };
  }

  async #admitOwn(request: FastifyRequest): Promise<void> {
    const read = readRequest(request);
    const caller = await this.readers.authenticate(read);
    await this.readers.admit(caller, read.path, [caller.tenant]);
  }

  /** Tenants whose entries are in a bundle; a bundle cannot be cut, so all of them must be permitted. */
  async #tenantsIn({ n, width }: TileName): Promise<string[]> {
    const entries = await this.log.entries(n * TILE_WIDTH, n * TILE_WIDTH + width);
    return [...new Set(entries.map(({ tenant }) => tenant ?? PLATFORM))];
  }
}

const base64 = (hash: Buffer) => hash.toString('base64');

async function orMissing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RangeError) throw new HttpRefusal(404);
    throw error;
  }
}

function decimal(text: string): number {
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) throw new HttpRefusal(404);
  return Number(text);
}

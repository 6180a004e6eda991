import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PLATFORM, Readers } from '../access/readers.ts';
import { wantsHtml } from '../http/accept.ts';
import { HttpRefusal } from '../http/refusal.ts';
import { AuditLog } from '../log/audit-log.ts';
import { readRequest } from '../reading/read-request.ts';
import { pageHeaders, timelinePage } from './page.ts';
import { timelineOf } from './timeline.ts';

/** Events of one trace that are read; a call makes about eight. */
const MAX_EVENTS = 500;

/** What happened in one trace: JSON for programs, a page for people. */
@Controller('timeline')
export class TimelineController {
  constructor(
    @Inject(AuditLog) private readonly log: AuditLog,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  @Get(':traceId')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('traceId') traceId: string,
  ): Promise<void> {
    const read = readRequest(request);
    const caller = await this.readers.authenticate(read);
    if (!/^[0-9a-f]{32}$/.test(traceId)) throw new HttpRefusal(404);
    await this.readers.admit(caller, read.path, [caller.tenant]);
    const found = await this.log.entriesOfTrace(traceId, MAX_EVENTS + 1);
    // Trace ids are chosen by callers: one trace may hold records of several tenants. What a reader may not see is left
    // out silently, so that another tenant's trace and an unknown one look the same.
    const platform = await this.readers.maySee(caller, PLATFORM);
    const visible = found
      .slice(0, MAX_EVENTS)
      .filter(({ tenant }) => (tenant === null ? platform : tenant === caller.tenant));
    const timeline = timelineOf(traceId, visible, found.length <= MAX_EVENTS);
    const size = await this.log.size();
    void reply.header('cache-control', 'no-store').header('vary', 'accept');
    if (wantsHtml(request)) await reply.headers(pageHeaders()).send(timelinePage(timeline, size));
    else await reply.send({ ...timeline, logSize: size });
  }
}

import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import type { EventBatchAccepted } from '@sallyport/contracts';
import { HttpRefusal } from '../http/refusal.ts';
import { Ingest } from './ingest.ts';

@Controller('events')
export class EventsController {
  constructor(@Inject(Ingest) private readonly ingest: Ingest) {}

  /** Body: the exact bytes, since the assertion is bound to them. */
  @Post()
  @HttpCode(200)
  accept(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<EventBatchAccepted> {
    if (!Buffer.isBuffer(body)) throw new HttpRefusal(400, 'arguments_invalid');
    return this.ingest.accept(authorization, body);
  }
}

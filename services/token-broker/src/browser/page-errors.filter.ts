import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Logger, traceIdOf } from '@sallyport/telemetry';
import type { Response } from 'express';
import { errors } from 'oidc-provider';
import { type PageRefusal, refusalPage } from '../pages/refusal-pages.ts';
import { PageRefused } from './page-refused.ts';
import { sendPage } from './send-page.ts';

/** Every refusal of a page is a page; what went wrong inside stays in the log, with the trace id the person can quote. */
@Catch()
export class PageErrorsFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof HttpException) {
      response.status(error.getStatus()).set('cache-control', 'no-store').json(error.getResponse());
      return;
    }
    const refusal = this.#refusal(error);
    const { status, html } = refusalPage(refusal, traceIdOf());
    if (!response.headersSent) sendPage(response, html, [], status);
  }

  #refusal(error: unknown): PageRefusal {
    if (error instanceof PageRefused) {
      this.logger.info({ refusal: error.refusal, detail: error.detail }, 'page refused');
      return error.refusal;
    }
    // The library's own check of the interaction cookie, at the moment an interaction is finished.
    if (error instanceof errors.SessionNotFound) return 'interaction_expired';
    this.logger.error({ err: error }, 'page failed');
    return 'internal';
  }
}

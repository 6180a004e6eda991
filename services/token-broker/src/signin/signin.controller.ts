import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserBinding } from '../browser/browser-binding.ts';
import { Cookies } from '../browser/cookies.ts';
import { SignInCompletion } from './sign-in-completion.ts';

/** `/signin/callback`: the company IdP's answer, for the pages of an interaction and of a connection alike. */
@Controller('signin')
export class SignInController {
  constructor(
    @Inject(SignInCompletion) private readonly completion: SignInCompletion,
    @Inject(BrowserBinding) private readonly browser: BrowserBinding,
    @Inject(Cookies) private readonly cookies: Cookies,
  ) {}

  @Get('callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const browserHash = this.browser.hash(this.browser.require(request));
    const query = new URL(request.originalUrl, 'http://callback.invalid').searchParams;
    const returned = await this.completion.complete(response, browserHash, query);
    if (returned.to === 'interaction') return response.redirect(303, `/interaction/${returned.uid}`);
    const handle = this.cookies.read(request, 'connect') ?? 'expired';
    this.cookies.clear(response, 'connect');
    response.redirect(303, `/connect/linear/${handle}`);
  }
}

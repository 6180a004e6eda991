import type { Request, Response } from 'express';
import { hashOf, randomHandle } from '../storage/secret-hash.ts';
import { type Cookies, mac, sameMac } from './cookies.ts';
import { PageRefused } from './page-refused.ts';

/**
 * Which browser this is, and forms that only it can send. The cookie is a random handle; a form's token is a MAC over it
 * and the form's purpose, so that neither a form fetched elsewhere nor a cookie of another browser fits (CSRF, login CSRF).
 */
export class BrowserBinding {
  constructor(
    private readonly cookies: Cookies,
    private readonly key: Buffer,
    private readonly origin: string,
  ) {}

  /** The browser's handle, given now if it has none. */
  ensure(request: Request, response: Response): string {
    const known = this.cookies.read(request, 'browser');
    if (known !== undefined) return known;
    const fresh = randomHandle();
    this.cookies.write(response, 'browser', fresh);
    return fresh;
  }

  /** @throws PageRefused wrong_browser when it has no handle */
  require(request: Request): string {
    const known = this.cookies.read(request, 'browser');
    if (known === undefined) throw new PageRefused('wrong_browser');
    return known;
  }

  /** What the database keeps of a browser. */
  hash(browser: string): string {
    return hashOf(browser);
  }

  formToken(browser: string, purpose: string): string {
    return mac(this.key, 'form', browser, purpose);
  }

  /** @throws PageRefused wrong_browser, form_expired */
  checkForm(request: Request, purpose: string): string {
    const browser = this.require(request);
    const { origin } = request.headers;
    // "null" is what privacy settings and our own no-referrer policy make of our origin
    if (origin !== undefined && origin !== 'null' && origin !== this.origin) throw new PageRefused('form_expired');
    const { csrf } = (request.body ?? {}) as { csrf?: unknown };
    if (typeof csrf !== 'string' || !sameMac(csrf, this.formToken(browser, purpose))) {
      throw new PageRefused('form_expired');
    }
    return browser;
  }
}

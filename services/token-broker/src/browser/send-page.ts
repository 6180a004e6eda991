import type { Response } from 'express';
import { pageHeaders } from '../pages/page-headers.ts';

/** Sends one of our pages with its headers. */
export function sendPage(response: Response, html: string, formTargets: readonly string[] = [], status = 200): void {
  response.status(status).set(pageHeaders(formTargets)).send(html);
}

/** What a form may lead to: the origin of a web URI, the scheme of any other. */
export function formTarget(uri: string): string {
  const { protocol, origin } = new URL(uri);
  return protocol === 'http:' || protocol === 'https:' ? origin : protocol;
}

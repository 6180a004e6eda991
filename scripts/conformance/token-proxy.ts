import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenProxy {
  /** What the suite calls. */
  origin: string;
  close(): Promise<void>;
}

/**
 * The suite cannot sign in, so something has to carry the token for it. Everything else passes untouched, `Host` and
 * `Origin` above all: the server judges what the suite said, not what stands between them.
 */
export async function startTokenProxy(target: URL, token: () => Promise<string>): Promise<TokenProxy> {
  const server = createServer((incoming, outgoing) => {
    token().then(
      (bearer) => forward(incoming, outgoing, target, bearer),
      (error: Error) => outgoing.writeHead(502).end(`no token: ${error.message}`),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, { port }: URL, bearer: string): void {
  const { method, url, rawHeaders } = incoming;
  const headers = [...rawHeaders, 'Authorization', `Bearer ${bearer}`];
  const onward = httpRequest({ host: '127.0.0.1', port, method, path: url, headers, setHost: false });
  onward.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    // A stream may stay silent for a while after its head.
    outgoing.flushHeaders();
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  // 2026-07-28: who closes the response cancels the call.
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HealthOptions } from './health.ts';

export interface Management {
  port: number;
  close(): Promise<void>;
}

/**
 * `/healthz`, `/readyz` and `/metrics` on a listener of their own, plain HTTP: for the kubelet and the scraper, which show
 * no client certificate and must not be asked for one. Nothing else answers there.
 */
export async function startManagement(host: string, port: number, options: HealthOptions): Promise<Management> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const json = (status: number, body: object) => answer(status, 'application/json', JSON.stringify(body));
    page(request.method === 'GET' ? request.url : undefined).catch(() => json(500, { ok: false }));

    async function page(path: string | undefined): Promise<void> {
      if (path === '/healthz') return json(200, { ok: true });
      if (path === '/metrics') return answer(200, options.metrics.contentType, await options.metrics.metrics());
      if (path !== '/readyz') return json(404, { ok: false });
      const readiness = await options.readiness().catch(() => ({ ok: false }));
      return json(readiness.ok ? 200 : 503, readiness);
    }
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

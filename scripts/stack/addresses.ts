import { createServer } from 'node:net';

/** Where each process of one machine listens (design, "Fixed interfaces"). */
export const FIXED_PORTS = {
  mcp: 8000,
  issuer: 8010,
  gateway: 8011,
  audit: 8020,
  idp: 8030,
  linear: 8040,
  vault: 8200,
} as const;
export type Place = keyof typeof FIXED_PORTS;
export type Ports = Record<Place, number>;

export interface Addresses {
  ports: Ports;
  url(place: Place): string;
}

export const addressesOf = (ports: Ports): Addresses => ({
  ports,
  url: (place) => `http://localhost:${ports[place]}`,
});

/** Ports nobody listens on right now, for stacks that run beside another one. */
export async function freePorts(): Promise<Ports> {
  const places = Object.keys(FIXED_PORTS) as Place[];
  const servers = await Promise.all(places.map(() => listen(0)));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return Object.fromEntries(places.map((place, at) => [place, ports[at]])) as Ports;
}

/** @returns the places whose port is taken */
export async function takenPorts(ports: Ports): Promise<Place[]> {
  const taken: Place[] = [];
  for (const [place, port] of Object.entries(ports) as [Place, number][]) {
    const server = await listen(port).catch(() => undefined);
    if (server) await new Promise((closed) => server.close(closed));
    else taken.push(place);
  }
  return taken;
}

function listen(port: number) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

import type { Addresses } from '../../../scripts/stack/addresses.ts';

/**
 * Clients that an operator registered: those of one machine, and a second resource that exchanges its own tokens, so that
 * a refusal of one resource's client with another's token is about the token and not about an unknown client.
 */
export const registeredClients = ({ url }: Addresses) => [
  {
    kind: 'agent',
    id: 'sallyport-demo',
    name: 'Sallyport demo agent',
    redirectUris: ['http://localhost/callback', 'http://127.0.0.1/callback', 'http://[::1]/callback'],
  },
  { kind: 'exchange', service: 'mcp-server', resource: `${url('mcp')}/mcp` },
  { kind: 'exchange', service: 'audit', resource: url('audit') },
];

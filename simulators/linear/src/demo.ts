import type { OAuthApp, Workspace } from './options.ts';

const REDIRECT_URIS = ['http://localhost:8010/connect/linear/callback'];

/** One application for each class of action: Linear cannot narrow a token, so the class is chosen at consent. */
export const DEMO_APPS: readonly OAuthApp[] = [
  {
    id: '3a7c0f5e-5b0d-4c58-9f5b-6d1f0a2c7e11',
    clientId: 'sallyport-reader',
    clientSecret: 'linear-demo-secret-reader',
    name: 'Sallyport (read issues)',
    redirectUris: REDIRECT_URIS,
    pkce: 'S256',
  },
  {
    id: '8d2b6c1a-7e43-4f0e-8a96-2b9c4d5e6f22',
    clientId: 'sallyport-creator',
    clientSecret: 'linear-demo-secret-creator',
    name: 'Sallyport (file issues)',
    redirectUris: REDIRECT_URIS,
    pkce: 'S256',
  },
  {
    id: 'c5e9d3b7-1f68-4a2d-b07c-9e8f7a6b5c33',
    clientId: 'sallyport-curator',
    clientSecret: 'linear-demo-secret-curator',
    name: 'Sallyport (tidy up issues)',
    redirectUris: REDIRECT_URIS,
    pkce: 'S256',
  },
];

const KEN = '2f4b8c6d-9a1e-4d37-8c52-7b6a5f4e3d03';
const MINA = '9c1d2e3f-4a5b-4c6d-9e7f-8a9b0c1d2e04';

export const DEMO_WORKSPACES: readonly Workspace[] = [
  {
    id: 'b1f0c9a4-2d6e-4e8b-a35d-5c7e9f1a3b01',
    urlKey: 'harbor',
    name: 'Harbor',
    teams: [
      { id: '0c6f7d1e-3b52-4a89-9d04-1e2f3a4b5c11', key: 'PAY', name: 'Payments' },
      { id: '1d7a8e2f-4c63-4b9a-8e15-2f3a4b5c6d12', key: 'APP', name: 'Apps' },
      { id: '2e8b9f3a-5d74-4cab-9f26-3a4b5c6d7e13', key: 'DATA', name: 'Data' },
      { id: '3f9ca04b-6e85-4dbc-a037-4b5c6d7e8f14', key: 'OPS', name: 'Operations' },
    ],
    users: [
      { id: '5e3d1c7b-8f2a-4b94-9d61-0a1b2c3d4e01', name: 'Ada Okafor', email: 'ada@harbor.example', admin: false },
      {
        id: '7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c02',
        name: 'Grace Lindqvist',
        email: 'grace@harbor.example',
        admin: false,
      },
      { id: KEN, name: 'Ken Matsuda', email: 'ken@harbor.example', admin: true },
    ],
    apiKeys: [
      { key: 'lin_api_demo_harbor_admin', userId: KEN },
      // Pasted into one .env by many hands: whatever anybody files with it, Linear says Ken filed it.
      { key: 'lin_api_demo_harbor_shared', userId: KEN },
    ],
  },
  {
    id: 'd3a2e1b6-4f80-4a0d-b57f-7e9a1b3c5d02',
    urlKey: 'meridian',
    name: 'Meridian',
    teams: [
      { id: '4aadb15c-7f96-4ecd-b148-5c6d7e8f9a21', key: 'PAY', name: 'Payments' },
      { id: '5bbec26d-80a7-4fde-8259-6d7e8f9aab22', key: 'APP', name: 'Apps' },
      { id: '6ccfd37e-91b8-40ef-936a-7e8f9aabbc23', key: 'DATA', name: 'Data' },
      { id: '7dd0e48f-a2c9-41f0-a47b-8f9aabbccd24', key: 'OPS', name: 'Operations' },
    ],
    users: [{ id: MINA, name: 'Mina Duarte', email: 'mina@meridian.example', admin: true }],
    apiKeys: [{ key: 'lin_api_demo_meridian_admin', userId: MINA }],
  },
];

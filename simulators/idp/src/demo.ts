import type { JWK } from 'oidc-provider';
import type { Person } from './people/person.ts';
import type { IdpClient } from './provider/client.ts';

/** The demo's company directory: three people of Harbor and one of Meridian. */
export const DEMO_PEOPLE: readonly Person[] = [
  person('Ada', 'Okafor', 'harbor', 'support-engineers'),
  person('Grace', 'Lindqvist', 'harbor', 'support-leads'),
  person('Ken', 'Matsuda', 'harbor', 'platform-admins'),
  person('Mina', 'Duarte', 'meridian', 'support-engineers'),
];

/** The one application of the demo: the broker, which proves itself with its own key. */
export function demoBrokerClient(publicKey: JWK, moreRedirectUris: readonly string[] = []): IdpClient {
  return {
    client_id: 'sallyport-broker',
    redirect_uris: ['http://localhost:8010/signin/callback', ...moreRedirectUris],
    post_logout_redirect_uris: ['http://localhost:8010/signed-out'],
    jwks: { keys: [publicKey] },
  };
}

function person(first: string, last: string, tenant: string, group: string): Person {
  const username = first.toLowerCase();
  return {
    sub: `idp-${username}`,
    username,
    password: `${username}-demo`,
    name: `${first} ${last}`,
    email: `${username}@${tenant}.example`,
    tenant,
    groups: [group],
  };
}

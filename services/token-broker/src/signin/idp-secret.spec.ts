import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PEOPLE, startIdpSimulator } from '@sallyport/idp-simulator';
import { PEOPLE, Person } from '@sallyport/testing';
import { describe, expect, it } from 'vitest';
import { Agent } from '../testing/agent.ts';
import { startIssuer } from '../testing/issuer-fixture.ts';

describe('the client at the company IdP', () => {
  it('[C-ID-3] can prove itself with a secret from a file, where the IdP takes no key', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sallyport-secret-'));
    const secret = 'a secret of more than thirty-two characters';
    await writeFile(join(dir, 'secret'), `${secret}\n`, { mode: 0o600 });
    let idp: Awaited<ReturnType<typeof startIdpSimulator>> | undefined;
    const issuer = await startIssuer(async (url) => {
      const client = { client_id: 'by-secret', redirect_uris: [`${url}/signin/callback`], client_secret: secret };
      idp = await startIdpSimulator({ people: DEMO_PEOPLE, clients: [client] });
      return { idpIssuer: idp.url, idpClientId: 'by-secret', idpClientSecretFile: join(dir, 'secret') };
    });
    const params = await new Agent(issuer.url).authorize(new Person(PEOPLE.ada));
    expect(params.get('code')).toBeTruthy();
    expect(issuer.logs.join('')).not.toContain(secret);
    await issuer.close();
    await idp?.close();
    await rm(dir, { recursive: true, force: true });
  });
});

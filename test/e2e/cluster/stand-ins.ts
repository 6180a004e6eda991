import { request } from 'node:https';
import type { StoredIssue } from '../../../scripts/story/world.ts';
import { named, release } from './installation.ts';

/**
 * What the stand-ins counted and stored. They tell it to their own machine only: the port-forward ends inside their pod, and
 * the request names loopback as its host.
 */
async function ask<T>(component: 'linear' | 'vault', address: string, port: number, path: string): Promise<T> {
  const servername = `${named(component)}.${release.namespace}.svc`;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: address, port, path, servername, headers: { host: 'localhost' }, agent: false });
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      response.once('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as T);
        else reject(new Error(`${component} answered ${response.statusCode} at ${path}`));
      });
    });
    outgoing.end();
  });
}

const total = (component: 'linear' | 'vault', address: string, port: number): Promise<number> =>
  ask<{ total: number }>(component, address, port, '/_sim/requests').then((answer) => answer.total);

export const standIns = {
  /** Requests that Vault and Linear have seen. */
  async calls(): Promise<{ vault: number; linear: number }> {
    const [vault, linear] = await Promise.all([total('vault', '127.0.0.1', 8200), total('linear', '127.0.0.2', 8443)]);
    return { vault, linear };
  },

  async issues(workspace: string): Promise<StoredIssue[]> {
    const path = `/_sim/issues?workspace=${workspace}`;
    const body = await ask<StoredIssue[] | { issues: StoredIssue[] }>('linear', '127.0.0.2', 8443, path);
    return Array.isArray(body) ? body : body.issues;
  },
};

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';

/** Long enough for any run, short enough to be worth nothing later. */
const DAYS = '7';

export interface Identity {
  /** File name, without extension. */
  name: string;
  /** The user, for a client; RFC 5280 commonName. */
  commonName: string;
  /** The group, for a client. */
  organization?: string;
  /** Names and addresses, for a server. */
  hosts?: readonly string[];
}

/** The cluster's own certificate authority: P-256 keys in files of mode 0600, made by openssl. */
export class Authority {
  private readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    this.key('ca');
    const subject = ['-subj', '/CN=sallyport-cluster-ca'];
    const constraints = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      this.file('ca.key'),
      ...subject,
      ...constraints,
      '-days',
      DAYS,
      '-out',
      this.file('ca.crt'),
    );
  }

  file(name: string): string {
    return join(this.dir, name);
  }

  base64(name: string): string {
    return readFileSync(this.file(name)).toString('base64');
  }

  /** A key, `NAME.key`; for service account tokens also `NAME.pub`. */
  key(name: string): void {
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', this.file(`${name}.key`));
    chmodSync(this.file(`${name}.key`), 0o600);
  }

  publicKey(name: string): void {
    openssl('ec', '-in', this.file(`${name}.key`), '-pubout', '-out', this.file(`${name}.pub`));
  }

  /** `NAME.key` and `NAME.crt`, signed by the authority. */
  issue(identity: Identity): void {
    const { name } = identity;
    this.key(name);
    writeFileSync(this.file(`${name}.ext`), extensions(identity.hosts ?? []));
    openssl(
      'req',
      '-new',
      '-key',
      this.file(`${name}.key`),
      '-subj',
      subjectOf(identity),
      '-out',
      this.file(`${name}.csr`),
    );
    const signed = ['-CA', this.file('ca.crt'), '-CAkey', this.file('ca.key'), '-CAcreateserial', '-days', DAYS];
    openssl(
      'x509',
      '-req',
      '-in',
      this.file(`${name}.csr`),
      ...signed,
      '-extfile',
      this.file(`${name}.ext`),
      '-out',
      this.file(`${name}.crt`),
    );
  }
}

export function subjectOf({ commonName, organization }: Identity): string {
  return `${organization ? `/O=${organization}` : ''}/CN=${commonName}`;
}

/** A certificate with hosts is a server's, one without is a client's; none is both. */
export function extensions(hosts: readonly string[]): string {
  const lines = ['basicConstraints=CA:FALSE', 'keyUsage=critical,digitalSignature'];
  lines.push(`extendedKeyUsage=${hosts.length > 0 ? 'serverAuth' : 'clientAuth'}`);
  if (hosts.length > 0) {
    lines.push(`subjectAltName=${hosts.map((host) => `${/^[\d.]+$/.test(host) ? 'IP' : 'DNS'}:${host}`).join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}

function openssl(...args: string[]): void {
  command('openssl', args);
}

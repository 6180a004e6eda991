import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
type KeyPair = Extract<Parameters<typeof X509CertificateGenerator.createSelfSigned>[0], { keys: unknown }>['keys'];
const DAY_MS = 86_400_000;

/** A certificate authority of one test; everything it vouches for is known to its own relying parties alone. */
export class CertificateAuthority {
  #serial = 1;

  private constructor(
    private readonly certificate: X509Certificate,
    private readonly keys: KeyPair,
  ) {}

  static async create(name = 'test authority'): Promise<CertificateAuthority> {
    const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    const now = Date.now();
    const certificate = await X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name: `CN=${name}`,
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + DAY_MS),
      signingAlgorithm: EC,
      keys,
      extensions: [new BasicConstraintsExtension(true, undefined, true)],
    });
    return new CertificateAuthority(certificate, keys);
  }

  /**
   * A directory in the layout of a `kubernetes.io/tls` Secret for one workload, for server and client use.
   * @param into an existing directory, whose files are replaced as a renewed Secret replaces them
   */
  async issue(name: string, names: string[] = ['localhost'], into?: string): Promise<string> {
    const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    const now = Date.now();
    this.#serial += 1;
    const certificate = await X509CertificateGenerator.create({
      serialNumber: this.#serial.toString(16).padStart(2, '0'),
      subject: `CN=${name}`,
      issuer: this.certificate.subject,
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + DAY_MS),
      signingAlgorithm: EC,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      extensions: [
        new SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
        new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']),
      ],
    });
    const dir = into ?? (await mkdtemp(join(tmpdir(), 'sallyport-tls-')));
    await mkdir(dir, { recursive: true });
    const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
    await writeFile(join(dir, 'tls.key'), key, { mode: 0o600 });
    await writeFile(join(dir, 'ca.crt'), this.certificate.toString('pem'));
    await writeFile(join(dir, 'tls.crt'), certificate.toString('pem'));
    return dir;
  }
}

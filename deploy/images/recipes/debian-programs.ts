import { join } from 'node:path';
import { DebianFiles } from '../debian/files.ts';
import type { Tree } from '../oci/tree.ts';
import { debComponents } from '../sbom/deb-components.ts';
import { baseTree, LIBC_PACKAGES, PATH, writable } from './base.ts';
import type { Ingredients, Recipe, Workshop } from './recipe.ts';

/** Kerberos, LDAP and TLS libraries that Debian links its servers with. */
const NETWORK_PACKAGES = [
  ...[
    'libgnutls30',
    'libnettle8',
    'libhogweed6',
    'libgmp10',
    'libp11-kit0',
    'libidn2-0',
    'libunistring2',
    'libtasn1-6',
  ],
  ...['libffi8', 'libgssapi-krb5-2', 'libkrb5-3', 'libk5crypto3', 'libkrb5support0', 'libcom-err2', 'libkeyutils1'],
];
/** libsystemd and what it stands on. */
const SYSTEMD_PACKAGES = ['libsystemd0', 'libcap2', 'libgcrypt20', 'libgpg-error0', 'liblz4-1', 'liblzma5', 'libzstd1'];

interface DebianImage {
  packages: string[];
  /** Packs what the image needs; libraries come by themselves. */
  pack(files: DebianFiles, tree: Tree): Promise<void>;
  runtime: Ingredients['runtime'];
}

async function debianImage(workshop: Workshop, { packages, pack, runtime }: DebianImage): Promise<Ingredients> {
  const tree = baseTree();
  const files = new DebianFiles(tree, await workshop.debian.unpack([...LIBC_PACKAGES, ...packages]));
  await pack(files, tree);
  await files.library('libgcc_s.so.1'); // glibc opens it to end a thread
  await files.inventory();
  return { trees: [tree], runtime, components: await debComponents(files.used) };
}

const baked = (workshop: Workshop, name: string) => ({ file: join(workshop.root, 'deploy/images/rootfs', name) });

export const egressProxy: Recipe = {
  name: 'egress-proxy',
  description: 'Squid, as the one way out: CONNECT to allow-listed names.',
  make: (workshop) =>
    debianImage(workshop, {
      packages: [
        ...['squid', 'squid-common', 'squid-langpack', 'libecap3', 'libstdc++6', 'libltdl7', 'libcrypt1', 'libtdb1'],
        ...['libnetfilter-conntrack3', 'libnfnetlink0', 'libmnl0', ...NETWORK_PACKAGES, ...SYSTEMD_PACKAGES],
      ],
      async pack(files, tree) {
        await files.program('/usr/sbin/squid');
        await files.program('/usr/lib/squid/unlinkd'); // looked for at start, never started without a cache
        await files.data('/usr/share/squid/mime.conf');
        await files.data('/etc/squid/errorpage.css');
        await files.directory('/usr/share/squid/icons');
        await files.directory('/usr/share/squid-langpack/templates');
        tree.link('/usr/share/squid/errors', '../squid-langpack');
        tree.file('/etc/sallyport/squid/squid.conf', baked(workshop, 'squid.conf'));
      },
      runtime: {
        entrypoint: ['/usr/sbin/squid'],
        args: ['-N', '-f', '/etc/sallyport/squid/squid.conf'],
        ports: [3128, 3129],
      },
    }),
};

export const edge: Recipe = {
  name: 'edge',
  description: 'HAProxy, in place of an ingress; for demonstrations.',
  make: (workshop) =>
    debianImage(workshop, {
      packages: [
        ...['haproxy', 'libssl3', 'libcrypt1', 'libpcre2-8-0', 'liblua5.3-0', 'libstdc++6', ...SYSTEMD_PACKAGES],
        ...['libopentracing1', 'libopentracing-c-wrapper0'],
      ],
      async pack(files, tree) {
        await files.program('/usr/sbin/haproxy');
        tree.file('/etc/sallyport/haproxy/haproxy.cfg', baked(workshop, 'haproxy.cfg'));
      },
      runtime: {
        entrypoint: ['/usr/sbin/haproxy'],
        args: ['-W', '-db', '-f', '/etc/sallyport/haproxy/haproxy.cfg'],
        ports: [8443, 9090],
        stopSignal: 'SIGUSR1',
      },
    }),
};

const PG = '/usr/lib/postgresql/15';

export const postgresql: Recipe = {
  name: 'postgresql',
  description: 'PostgreSQL 15 that makes its own cluster of databases; for demonstrations.',
  make: (workshop) =>
    debianImage(workshop, {
      packages: [
        ...['postgresql-15', 'postgresql-client-15', 'libpq5', 'dash', 'coreutils', 'libc-bin', 'tzdata', 'libssl3'],
        ...['zlib1g', 'libxml2', 'libicu72', 'libstdc++6', 'libpam0g', 'libaudit1', 'libcap-ng0', 'libldap-2.5-0'],
        ...['libsasl2-2', 'libreadline8', 'libtinfo6', ...NETWORK_PACKAGES, ...SYSTEMD_PACKAGES],
      ],
      async pack(files, tree) {
        for (const program of ['postgres', 'initdb', 'pg_ctl', 'pg_isready', 'psql']) {
          await files.program(`${PG}/bin/${program}`);
        }
        // initdb and pg_ctl start their servers through /bin/sh
        await files.program('/usr/bin/dash', '/bin/dash');
        await files.program('/usr/bin/rm', '/bin/rm');
        tree.link('/bin', 'usr/bin').link('/usr/bin/sh', 'dash');
        await files.directory(`${PG}/lib`, /^(plpgsql|dict_snowball|[a-z0-9_]+_and_[a-z0-9_]+|euc2004_sjis2004)\.so$/);
        await files.directory('/usr/share/postgresql/15', /^(?!man\/|extension\/(?!plpgsql)|psqlrc)/);
        await files.directory('/usr/lib/locale/C.utf8');
        for (const zone of ['UTC', 'Etc/UTC', 'GMT']) await files.data(`/usr/share/zoneinfo/${zone}`);
        tree.program('/usr/local/bin/sallyport-postgres', baked(workshop, 'sallyport-postgres'));
        writable(tree, '/var/lib/postgresql/data');
      },
      runtime: {
        entrypoint: ['/usr/local/bin/sallyport-postgres'],
        args: [],
        env: { PATH: `${PG}/bin:${PATH}`, LANG: 'C.UTF-8', TZ: 'UTC' },
        ports: [5432],
        stopSignal: 'SIGINT',
      },
    }),
};

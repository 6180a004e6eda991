import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildImages, writeRootfs } from '../deploy/images/build.ts';
import { conclude, runVitest } from './test/run-vitest.ts';

const HELP = `npm run images -- build [--only NAME]… [--out DIR] [--tag TAG]
npm run images -- check [--only NAME]… [--out DIR]
npm run images -- rootfs --only NAME [--out DIR]

build   container images as archives, without a registry and without Docker: OCI layout and docker archive in one tar each, with
        a CycloneDX bill of materials beside it. Debian 12 on amd64; elsewhere, build the Dockerfiles (docs/images.md).
check   builds, then looks into every archive and runs it as a restricted pod would; needs root
rootfs  the files of one image in DIR/rootfs, its bill of materials in DIR/sbom: what the Dockerfiles copy

  --only  this image only; may be given more than once
  --out   where it goes (out/images)
  --tag   tag instead of the version
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
try {
  await main();
} catch (error) {
  process.stderr.write(`sallyport: ${(error as Error).message}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      out: { type: 'string', default: join(import.meta.dirname, '../out/images') },
      tag: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { only, tag, out } = values;
  const [verb] = positionals;
  if (values.help) return say(HELP);
  if (verb === 'rootfs' && only?.[0]) {
    return writeRootfs({
      name: only[0],
      directory: join(out, 'rootfs'),
      sbom: join(out, 'sbom', `${only[0]}.cdx.json`),
      say,
    });
  }
  if (verb !== 'build' && verb !== 'check') {
    say(HELP);
    process.exit(2);
  }
  const built = await buildImages({ outDir: out, say, ...(only ? { only } : {}), ...(tag ? { tag } : {}) });
  say('');
  for (const { reference, digest } of built) say(`${reference}@${digest}`);
  if (verb === 'check') {
    process.env.SALLYPORT_TEST_IMAGES = out;
    conclude(runVitest('images-check', ['deploy/images']));
  }
}

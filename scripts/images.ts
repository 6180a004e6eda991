import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildImages } from '../deploy/images/build.ts';

const HELP = `npm run images -- build [--only NAME]… [--out DIR] [--tag TAG]

Builds the container images as archives, without a registry and without Docker: OCI layout and docker archive in one tar each,
with a CycloneDX bill of materials beside it. Debian 12 on amd64; elsewhere, build the Dockerfiles (docs/images.md).

  --only   this image only; may be given more than once
  --out    where archives go (out/images)
  --tag    tag instead of the version
`;

const say = (text: string) => process.stdout.write(`${text}\n`);
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      out: { type: 'string', default: join(import.meta.dirname, '../out/images') },
      tag: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || positionals[0] !== 'build' || positionals.length > 1) {
    say(HELP);
    process.exit(values.help ? 0 : 2);
  }
  const { only, tag, out } = values;
  const built = await buildImages({ outDir: out, say, ...(only ? { only } : {}), ...(tag ? { tag } : {}) });
  say('');
  for (const { reference, digest } of built) say(`${reference}@${digest}`);
} catch (error) {
  process.stderr.write(`sallyport: ${(error as Error).message}\n`);
  process.exit(1);
}

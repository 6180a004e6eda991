import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { chart, outputs } from './outputs.ts';

/** `npm run generate -w deploy/helm`: the schema of the values and the README. */
const config = async (module: string, name: string): Promise<z.ZodObject> => {
  const exported = (await import(join(chart, '../../services', module))) as Record<string, z.ZodObject>;
  const object = exported[name];
  if (!object) throw new Error(`${module} exports no ${name}`);
  return object;
};

const made = await outputs({
  mcp: await config('mcp-server/dist/config.js', 'configSchema'),
  issuer: await config('token-broker/dist/issuer.config.js', 'issuerConfig'),
  gateway: await config('token-broker/dist/gateway/gateway.config.js', 'gatewayConfig'),
  audit: await config('audit/dist/config.js', 'configSchema'),
});
for (const [file, text] of made) await writeFile(join(chart, file), text);

import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The questions that a bundle must answer, each an entrypoint of its wasm module; no more, no fewer. */
export const ENTRYPOINTS = [
  'audit/access/decision',
  'broker/token_exchange/decision',
  'mcp/tool_call/decision',
] as const;
export type Entrypoint = (typeof ENTRYPOINTS)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestContent = z.strictObject({
  /** Version of opa that compiled it. */
  opa: z.string().max(40),
  entrypoints: z.tuple([z.literal(ENTRYPOINTS[0]), z.literal(ENTRYPOINTS[1]), z.literal(ENTRYPOINTS[2])]),
  /** SHA-256 (hex) over the paths and contents of the Rego sources. */
  sources: sha256,
  /** SHA-256 (hex) of each file. */
  files: z.strictObject({ 'policy.wasm': sha256, 'data.json': sha256 }),
});
export type ManifestContent = z.infer<typeof manifestContent>;

/** `manifest.json`: what a policy bundle is made of. */
export const manifest = z.strictObject({
  revision: z.string().regex(/^r-[0-9a-f]{12}$/),
  ...manifestContent.shape,
});
export type Manifest = z.infer<typeof manifest>;

/**
 * Name of a bundle, `r-` and 12 hex digits: a digest of everything else in its manifest, so that no line of a manifest
 * changes alone and a revision in the audit log names exactly one bundle.
 */
export function revisionOf({ opa, entrypoints, sources, files }: ManifestContent): string {
  const ordered = [opa, entrypoints, sources, files['policy.wasm'], files['data.json']];
  return `r-${createHash('sha256').update(JSON.stringify(ordered)).digest('hex').slice(0, 12)}`;
}

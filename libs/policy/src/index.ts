export { readArchive } from './bundle-archive.ts';
export { PolicyBundleError } from './bundle-error.ts';
export { demandSignature, SIGNATURES, signFiles } from './bundle-signature.ts';
export { CompiledPolicy } from './compiled-policy.ts';
export { ENTRYPOINTS, type Manifest, type ManifestContent, revisionOf } from './manifest.ts';
export { openPolicy, type Policy, type PolicyOptions } from './policy.ts';
export { SidecarPolicy } from './sidecar-policy.ts';

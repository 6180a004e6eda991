export { PolicyBundleError } from './bundle.ts';
export { ENTRYPOINTS, type Manifest, type ManifestContent, revisionOf } from './manifest.ts';
export { Policy } from './policy.ts';

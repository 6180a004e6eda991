export { type AddressReach, addressReach } from './address-reach.ts';
export type { Lookup } from './pinned-connector.ts';
export { type PinnedInterceptor, pinnedInterceptor } from './pinned-interceptor.ts';
export { proxiedFetch } from './proxied-fetch.ts';
export {
  createSafeFetch,
  type SafeFetch,
  type SafeFetchOptions,
  type SafeRequest,
  type SafeResponse,
  type TlsMaterial,
} from './safe-fetch.ts';
export { SafeFetchError, type SafeFetchReason } from './safe-fetch-error.ts';

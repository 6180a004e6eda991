/** A refusal in Vault's shape: an HTTP status and the strings of `{"errors": [...]}`. */
export class VaultError extends Error {
  readonly status: number;
  readonly errors: readonly string[];

  constructor(status: number, errors: readonly string[]) {
    super(errors.join('; '));
    this.status = status;
    this.errors = errors;
  }
}

/** Vault wraps errors of its own code in hashicorp/go-multierror, whose text reaches the wire. */
function wrapped(message: string): string {
  return `1 error occurred:\n\t* ${message}\n\n`;
}

/** 403 for a token that is missing, unknown, expired or used up, and for a disabled entity. */
export const badToken = () => new VaultError(403, ['permission denied']);
/** 403 for a path without a policy and for an explicit deny alike. */
export const permissionDenied = () => new VaultError(403, [wrapped('permission denied')]);
/** 404 for a path the mount does not know. */
export const unsupportedPath = () => new VaultError(404, [wrapped('unsupported path')]);
/** 405 for a path the mount knows, asked with another verb. */
export const unsupportedOperation = () => new VaultError(405, [wrapped('unsupported operation')]);
/** 400 for a field the path cannot do without. */
export const missingField = (name: string) => new VaultError(400, [wrapped(`missing ${name}`)]);
/** 400 for something the caller can correct. */
export const badRequest = (message: string) => new VaultError(400, [message]);
/** 500 for something the caller cannot correct. */
export const internalError = (message: string) => new VaultError(500, [wrapped(message)]);
/** 503 while the barrier is sealed. */
export const sealed = () => new VaultError(503, ['Vault is sealed']);

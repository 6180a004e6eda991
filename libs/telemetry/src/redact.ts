import { maskPatterns } from '@sallyport/masking/patterns';

/** C-AU-7: what is never written, by the name of its key … */
const SECRET_KEY =
  /(token|secret|passw|authorization|cookie|api.?key|private.?key|credential.?value|assertion|proof|code.?verifier|^code$|^jwk$|^d$)/i;
/** Keys that look secret and are not: they name things, they do not open them. */
const HARMLESS_KEY = /(token_?id|token_?type|tokens_?count|credential_?id)$/i;
/** … or by what opens a door whatever stands around it: JWTs, values of authorization headers, keys by their prefix. */
const SECRET_VALUE = [
  /\beyJ[\w-]{8,2000}\.[\w-]{4,8000}(?:\.[\w-]{0,4000}){0,3}/g,
  /\b(?:Bearer|DPoP|Basic) [\w\-.~+/=]{8,8000}/gi,
  /\b(?:lin_(?:api|oauth)|hv[sbr]|gh[pousr]|xox[abprs]|sk|pk|rk|AKIA|AIza)[._-]?[\w-]{12,400}/g,
];
const MAX_DEPTH = 6;
const MAX_TEXT = 8_192;
/** What is cut in two at the end has a shape no more. */
const LAST_WORD = /\S{1,512}$/;

/** Text without anything that opens a door or names a customer by its shape (C-AU-7); bounded, linear time. */
export function redactText(text: string): string {
  let out = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT).replace(LAST_WORD, '')}…` : text;
  for (const shape of SECRET_VALUE) out = out.replace(shape, '[redacted]');
  // A lone surrogate is nothing the masker reads, and no reason to lose the line.
  return maskPatterns(out.toWellFormed(), { profile: 'log' }).masked;
}

/** A copy that may be logged: secret keys blanked, values scrubbed, errors reduced to name, message, reason and stack. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const secret =
        SECRET_KEY.test(key) && !HARMLESS_KEY.test(key) && typeof child !== 'number' && typeof child !== 'boolean';
      return [key, secret ? '[redacted]' : redact(child, depth + 1)];
    }),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  // Only known members: client libraries hang requests, headers and tokens on their errors.
  const { reason, detail, code } = error as { reason?: unknown; detail?: unknown; code?: unknown };
  return {
    name: error.name,
    message: redactText(error.message),
    ...(reason === undefined ? {} : { reason: redact(reason, depth + 1) }),
    ...(code === undefined ? {} : { code: redact(code, depth + 1) }),
    ...(detail === undefined ? {} : { detail: redact(detail, depth + 1) }),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
    stack: redactText(error.stack ?? '')
      .split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
  };
}

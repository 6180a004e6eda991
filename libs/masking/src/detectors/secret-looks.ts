/** Words of settings, logs and prose that stand where a secret does. */
export const LITERALS = new Set(
  'yes no on off null true false none undefined required invalid expired missing wrong incorrect empty string changed reset forgotten optional redacted hidden hunter failed rejected revoked unknown number object value example here there type name ttl bearer basic'.split(
    ' ',
  ),
);

/** Nothing longer is a word. */
const WORD_MAX = 128;

/** Whether something looks made up for secrecy: a digit, a symbol inside, or case changing inside. */
export const looksSecret = (value: string): boolean =>
  value.length > WORD_MAX ||
  /[0-9]/.test(value) ||
  /[a-z][A-Z]/.test(value) ||
  /\p{L}[^\p{L}\p{M}\s'’-]\p{L}/u.test(value);

/** `ERR_TOKEN_EXPIRED`: what programs call their errors. */
export const isErrorName = (value: string): boolean => /^[A-Z]{2,}(?:[_-][A-Z0-9]+){1,6}$/.test(value);

/** How strongly someone proved who they are, weakest first. */
export const ACR_VALUES = ['pwd', 'mfa', 'phr'] as const;
export type Acr = (typeof ACR_VALUES)[number];

export const DEFAULT_ACR: Acr = 'mfa';

/** Authentication methods, RFC 8176 §2: `phr` is a phishing-resistant hardware key that proves possession. */
export const AMR: Readonly<Record<Acr, readonly string[]>> = {
  pwd: ['pwd'],
  mfa: ['pwd', 'otp', 'mfa'],
  phr: ['hwk', 'pop', 'mfa'],
};

export const ACR_LABELS: Readonly<Record<Acr, string>> = {
  pwd: 'Password (pwd)',
  mfa: 'Password and code (mfa)',
  phr: 'Security key (phr)',
};

export function isAcr(value: unknown): value is Acr {
  return ACR_VALUES.some((acr) => acr === value);
}

/** The values of an `acr_values` parameter that this provider can meet, in the order of preference given. */
export function requestedAcrs(parameter: unknown): Acr[] {
  return typeof parameter === 'string' ? parameter.split(' ').filter(isAcr) : [];
}

/** Whether a sign-in of class `actual` is at least as strong as one of those requested; nothing requested is met. */
export function meets(actual: unknown, requested: readonly Acr[]): boolean {
  if (requested.length === 0) return true;
  if (!isAcr(actual)) return false;
  return requested.some((acr) => ACR_VALUES.indexOf(actual) >= ACR_VALUES.indexOf(acr));
}

const EXTENSION = /x ?[0-9]{2,6}(?![0-9A-Za-z])/y;

/** Where an extension that is written without a space behind a number ends (`(503) 771-2208x01942`); `end` where there is none. */
export function behindExtension(text: string, end: number): number {
  EXTENSION.lastIndex = end;
  return EXTENSION.test(text) ? EXTENSION.lastIndex : end;
}

declare const masked: unique symbol;

/** A value that went through the masker. The symbol is not exported: only this library makes one. */
export type Masked<T> = T & { readonly [masked]: true };

/** For this library's own makers of `Masked<T>`; not exported from the package. */
export const brand = <T>(value: T): Masked<T> => value as Masked<T>;

/** The plain value, for the place where it finally leaves. At run time a masked value is the value itself. */
export const reveal = <T>(value: Masked<T>): T => value;

/** Joins masked values with words that stand in our source code: `maskedText\`${title} (by ${agent})\``. */
export function maskedText(words: TemplateStringsArray, ...values: (Masked<string> | number)[]): Masked<string> {
  return brand(String.raw({ raw: words }, ...values));
}

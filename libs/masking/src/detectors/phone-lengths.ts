import { getCountries, getCountryCallingCode, Metadata } from 'libphonenumber-js/max';

/** Lengths of national numbers by calling code (ITU-T E.164 §6.2), from the metadata of libphonenumber, one bit each. */
const lengthsOf: number[] = [];
const metadata = new Metadata();
for (const country of getCountries()) {
  const code = Number(getCountryCallingCode(country));
  metadata.selectNumberingPlan(country);
  for (const length of metadata.numberingPlan?.possibleLengths() ?? [])
    lengthsOf[code] = (lengthsOf[code] ?? 0) | (1 << length);
}

const allows = (code: number, length: number) => ((lengthsOf[code] ?? 0) & (1 << length)) !== 0;

/**
 * Whether digits after a plus are a calling code and a national number of a length its plan has; one zero of the
 * national form may stand between, as in +49 (0)30. No calling code is the beginning of another.
 */
export function isPossibleInternational(digits: string): boolean {
  for (let size = 1; size <= 3; size += 1) {
    const code = Number(digits.slice(0, size));
    if (lengthsOf[code] === undefined || digits[0] === '0') continue;
    const length = digits.length - size;
    return allows(code, length) || (digits[size] === '0' && allows(code, length - 1));
  }
  return false;
}

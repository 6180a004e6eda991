/** What a value is written with when no space divides it. */
const OF_TOKEN = /[0-9A-Za-z_:+/=.%-]/;
const REACH = 100;

const UUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
/** W3C trace context §3.2: version, trace-id, parent-id, flags; and what B3 writes in one header. */
const TRACE = /(?<![0-9a-f])(?:[0-9a-f]{2}-)?[0-9a-f]{32}-[0-9a-f]{16}(?:-[0-9a-f]{1,2})?(?![0-9a-f])/gi;
/** Fingerprints of keys and digests of images: the name of the hash, then its value. */
const FINGERPRINT = /(?:sha-?(?:1|224|256|384|512)|md5|blake2b?)[:=-][0-9A-Za-z+/:=_-]{20,}/gi;
/** Hexadecimal digests of sixteen bytes and more, with letters among the digits. */
const DIGEST = /(?<![0-9A-Za-z])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{32,128}(?![0-9A-Za-z])/gi;
/** Those that are a secret only where words say so, and all. */
const PUBLIC: readonly RegExp[] = [UUID, TRACE, FINGERPRINT];
const SHAPES: readonly RegExp[] = [DIGEST, ...PUBLIC];

/**
 * Whether a stretch lies within an identifier that machines make at random: a UUID, a trace id, a fingerprint, a digest.
 * One in ninety-seven of them passes for an IBAN, and most hold digits that could be dialled.
 */
export const isMachineMade = (text: string, start: number, end: number): boolean => liesIn(SHAPES, text, start, end);

/** Whether a stretch lies within a UUID, a fingerprint or a trace id: keys and tokens may look like digests, seldom like these. */
export const isPublicId = (text: string, start: number, end: number): boolean => liesIn(PUBLIC, text, start, end);

/** The run of such characters that a stretch stands in, as far as {@link REACH} on either side. */
function runAround(character: RegExp, text: string, start: number, end: number): { from: number; to: number } {
  let from = start;
  while (from > 0 && start - from < REACH && character.test(text[from - 1] as string)) from -= 1;
  let to = end;
  while (to < text.length && to - end < REACH && character.test(text[to] as string)) to += 1;
  return { from, to };
}

function liesIn(shapes: readonly RegExp[], text: string, start: number, end: number): boolean {
  const { from, to } = runAround(OF_TOKEN, text, start, end);
  if (to - from < 32) return false;
  const token = text.slice(from, to);
  return shapes.some((shape) => {
    for (const { index, 0: value } of token.matchAll(shape)) {
      if (from + index < end && start < from + index + value.length) return true;
    }
    return false;
  });
}

/**
 * An object identifier (ITU-T X.660) of the internet, of a member body of ISO or of a country. Others are left to the rules:
 * a government number may be written with dots, too (`1.84.12.76.451.189.43`).
 */
const OBJECT_ID = /^(?:1\.3\.6\.1|1\.2\.[1-9][0-9]{2}|2\.16\.[1-9][0-9]{2})(?:\.(?:0|[1-9][0-9]*)){2,}\.?$/;
const OF_OBJECT_ID = /[0-9.]/;

/** Whether a stretch lies within an object identifier: `1.2.840.113619.2.55.3`. */
export function isObjectId(text: string, start: number, end: number): boolean {
  const { from, to } = runAround(OF_OBJECT_ID, text, start, end);
  return OBJECT_ID.test(text.slice(from, to));
}

/** A parcel's number (UPU S10) or a container's (ISO 6346). */
const TRACKED = /^(?:[A-Z]{2}[0-9]{9}[A-Z]{2}|[A-Z]{3}[UJZ][0-9]{7})$/;
const OF_TRACKED = /[0-9A-Za-z]/;

/** Whether a stretch, with the letters and digits it hangs together with, is the number of a parcel or container. */
export function isTracked(text: string, start: number, end: number): boolean {
  const { from, to } = runAround(OF_TRACKED, text, start, end);
  return TRACKED.test(text.slice(from, to));
}

/** Milliseconds or seconds since 1970 as clocks of the years 2014 to 2033 write them. */
const EPOCH = /^1[4-9][0-9]{8}(?:[0-9]{3})?$/;
const LINE_START = /(?:^|\n)[\s>*"'|-]{0,6}$/;
const OPEN = /[[(<]["']?$/;
const LEVEL =
  /^[\])>"']{0,2}[ \t:|-]{1,4}(?:\[?(?:trace|debug|info|information|notice|warn|warning|error|err|fatal|critical|severe|panic|[DIWEF])(?![A-Za-z])|<\p{L}|\[[\w-]{2,40}\])/iu;
/** Time that passed or was reached, right before it. */
const TIMED =
  /(?<!\p{L})(?:ts|time|timestamp|epoch|unix|utc|expired? at|out at|session at|since|until|at|a expirat la|la|o|a las|um|à|às|kl\.?|om|alle|в|о|u|lúc|pada|tại|時刻|时间|時間)["']?\s?[:=]?\s?["']?$/iu;
const CLOSED = /^["']?[\])>]["']?(?:[:\s]|$)|^["']?,?\s?\(trace/;

/** Whether a number is the time of a line in a log, a message or a record. */
export function isTimestamp(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  if (!EPOCH.test(value)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  if (LEVEL.test(after)) return LINE_START.test(before) || OPEN.test(before) || /\s$/.test(before);
  if (OPEN.test(before)) return CLOSED.test(after) && (value.length === 13 || /\[["']?$/.test(before));
  return value.length === 13 && (TIMED.test(before) || CLOSED.test(after));
}

/** Whether dots and digits go on at either side: a version, an address of the internet, an object identifier. */
export const isPartOfVersion = (text: string, start: number, end: number): boolean =>
  /^(?:[0-9]|\.[0-9]|[+-]build|[-.](?:rc|alpha|beta|pre|snapshot|release|final|ga|sp)\.?[0-9]*)/i.test(
    text.slice(end, end + 10),
  ) || /[0-9]\.$|(?<![\p{L}])[vr]\.?\s?$/iu.test(text.slice(Math.max(0, start - 6), start));

/** Whether a stretch begins or ends within a date written year first. */
export const cutsDate = (text: string, start: number, end: number): boolean =>
  (/(?:19|20)[0-9]{2}(?:-[01][0-9])?$/.test(text.slice(Math.max(0, end - 7), end)) &&
    /^-[0-3][0-9](?![0-9])/.test(text.slice(end, end + 4))) ||
  /(?:19|20)[0-9]{2}-(?:[01][0-9]-)?$/.test(text.slice(Math.max(0, start - 8), start));

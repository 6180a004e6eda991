/** C-IN-1: how deep a message may nest. */
const MAX_DEPTH = 15;
/** C-IN-1: the longest array anywhere in a message. */
const MAX_ITEMS = 1_000;
/** Keys that reach into prototypes when somebody copies an object carelessly. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A body that is not acceptable JSON; `rule` says which rule it breaks and holds nothing of the body. */
export class JsonRefused extends Error {
  override readonly name = 'JsonRefused';
  constructor(readonly rule: string) {
    super(rule);
  }
}

/**
 * Parses a body once, strictly: valid UTF-8 without a byte order mark, no duplicate keys (RFC 8259 §4 leaves their meaning
 * open: two readers, two requests), no prototype keys, bounded depth and arrays ([C-IN-1]).
 * @throws JsonRefused
 */
export function parseStrictJson(body: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new JsonRefused('body is not valid UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonRefused('body is not valid JSON');
  }
  checkStructure(text);
  return value;
}

/** One pass over text that is known to be JSON: strings are skipped, keys are collected per object. */
function checkStructure(text: string): void {
  const open: (Set<string> | number)[] = [];
  let keyExpected = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = endOfString(text, at);
        const inside = open.at(-1);
        if (keyExpected && inside instanceof Set) collectKey(inside, text.slice(at, end + 1));
        keyExpected = false;
        at = end;
        break;
      }
      case 0x7b: // {
        open.push(new Set());
        if (open.length > MAX_DEPTH) throw new JsonRefused(`body nests deeper than ${MAX_DEPTH}`);
        keyExpected = true;
        break;
      case 0x5b: // [
        open.push(1);
        if (open.length > MAX_DEPTH) throw new JsonRefused(`body nests deeper than ${MAX_DEPTH}`);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        open.pop();
        keyExpected = false;
        break;
      case 0x2c: {
        const inside = open.at(-1);
        if (typeof inside !== 'number') keyExpected = true;
        else if (inside >= MAX_ITEMS) throw new JsonRefused(`body has an array longer than ${MAX_ITEMS}`);
        else open[open.length - 1] = inside + 1;
        break;
      }
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++;
  return at;
}

function collectKey(keys: Set<string>, quoted: string): void {
  // "\u0061" and "a" are one key: compared as what they mean.
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (FORBIDDEN_KEYS.has(key)) throw new JsonRefused('body has a forbidden key');
  if (keys.has(key)) throw new JsonRefused('body has a duplicate key');
  keys.add(key);
}

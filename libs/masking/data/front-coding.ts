/**
 * Sorted words, each as the length of the prefix it shares with the one before (one character, `0` + length) and the
 * rest; the rest holds no character below `` ` `` in any list we compile, so that prefix characters also separate.
 */
export function frontCode(words: readonly string[]): string {
  let previous = '';
  let coded = '';
  for (const word of words) {
    let shared = 0;
    while (shared < SHARED_MAX && shared < previous.length && previous[shared] === word[shared]) shared += 1;
    coded += String.fromCharCode(ZERO + shared) + word.slice(shared);
    previous = word;
  }
  return coded;
}

const ZERO = 48;
const SHARED_MAX = 42;

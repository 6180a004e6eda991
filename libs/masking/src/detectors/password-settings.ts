/** What settings, columns and reports tell of passwords: how long, how old, since when, how often. */
const ABOUT =
  '(?:polic(?:y|ies)|min|max|len|length|laenge|lange|age|alter|expir\\w*|valid\\w*|ttl|rotation|interval|period|days|changed|updated|created|last|encod\\w*|algorithm|iterations|history|file|path|name|secret_name|attempts?|retr(?:y|ies)|lockout|locked|field|column|hint|strength|score|required|enabled|disabled|type|count|limit|remaining|encryption|format|version|rules?|complexity|pflicht)';
const PASSWORD = '(?:pass(?:word|wort|wd|code)?|pwd|kennwort|contrasena|senha|pin|otp|token)s?';
/** `password_rotation_interval: 86400`: what stands before a value is such a name. */
const NAMED = new RegExp(
  `${PASSWORD}[_.-](?:\\w{1,12}[_.-]){0,2}${ABOUT}(?:[_.-]\\w{1,16}){0,3}["'\`]?\\s?[:=]\\s?["'\`]?$`,
  'u',
);
/** `password_policy.min_length=12`, `"passwort_min_laenge"`: the value is the rest of such a name, or all of it. */
const REST = new RegExp(`^${ABOUT}(?![a-z])`, 'u');
const WHOLE = new RegExp(`^${PASSWORD}[_.-](?:\\w{1,12}[_.-]){0,2}${ABOUT}(?![a-z])`, 'u');
/** A form's line that nobody filled in. */
const BLANK = /_{3,}\s{0,3}$/;
/** `PASS=143 FAIL=2`: how many tests passed. */
const TESTS = /(?:fail|skip|error|warn)\p{L}{0,5}["']?\s?[:=]/u;

/** Whether what stands behind a word for passwords is part of a setting's name or its value, a blank or a count of tests. */
export function tellsOfPassword(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 64), start);
  const value = folded.slice(start, end);
  if (NAMED.test(before) || BLANK.test(before) || WHOLE.test(value)) return true;
  if (/[a-z0-9][_.-]$/.test(before) && REST.test(value)) return true;
  return (
    /^[0-9]{1,6}$/.test(value) &&
    /(?<![a-z])pass(?:ed)?["']?\s?[:=]\s?$/.test(before) &&
    (TESTS.test(before) || TESTS.test(folded.slice(end, end + 40)))
  );
}

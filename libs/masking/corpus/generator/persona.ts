import { allLocales } from '@faker-js/faker';
import type { Language } from './language.ts';
import { latin } from './latin.ts';
import { type Part, pickFor } from './part.ts';
import type { Random } from './random.ts';
import { type Birth, birthOf } from './values/birth.ts';

export interface Person {
  given: string;
  family: string;
  /** As the language writes a whole name. */
  full: string;
  male: boolean;
}

export interface Persona extends Person {
  country: string;
  birth: Birth;
  company: string;
  domain: string;
  email: string;
  username: string;
}

interface Names {
  male: string[];
  female: string[];
  family: { male: string[]; female: string[] };
  cities: string[];
}

type Entry = { generic?: readonly string[]; male?: readonly string[]; female?: readonly string[] } | undefined;

const cache = new Map<string, Names>();
/** Latin names of one or two letters count neither way in a score and are left out. */
const isName = (name: string) => /^[\p{L}\p{M}'’ .-]{2,30}$/u.test(name) && !/^\p{Script=Latin}{1,2}$/u.test(name);

/** Given names, family names and cities of a language: locale data and its own list. */
function namesOf({ lang, locales, names, cities }: Language): Names {
  const known = cache.get(lang);
  if (known) return known;
  const own = names.map((name) => name.split(' ', 2));
  const given = own.map(([first]) => first as string);
  const all: Names = {
    male: [...given],
    female: [...given],
    family: { male: own.map(([, last]) => last as string), female: own.map(([, last]) => last as string) },
    cities: [...cities],
  };
  for (const locale of locales) {
    const { person, location } = allLocales[locale as keyof typeof allLocales];
    const first = person?.first_name as Entry;
    const last = person?.last_name as Entry;
    all.male.push(...(first?.male ?? first?.generic ?? []).filter(isName));
    all.female.push(...(first?.female ?? first?.generic ?? []).filter(isName));
    all.family.male.push(...(last?.male ?? last?.generic ?? []).filter(isName));
    all.family.female.push(...(last?.female ?? last?.generic ?? []).filter(isName));
    all.cities.push(...((location?.city_name as readonly string[] | undefined) ?? []).filter(isName));
  }
  cache.set(lang, all);
  return all;
}

export const cityOf = (language: Language, part: Part, random: Random) =>
  pickFor(part, random, namesOf(language).cities);

export function personOf(language: Language, part: Part, random: Random): Person {
  const names = namesOf(language);
  const male = random.chance(0.5);
  const given = pickFor(part, random, male ? names.male : names.female);
  const families = male ? names.family.male : names.family.female;
  const plainFamily = pickFor(part, random, families);
  const family =
    random.chance(0.06) && language.nameOrder === undefined
      ? `${plainFamily}-${pickFor(part, random, families)}`
      : plainFamily;
  const order = language.nameOrder;
  const full = order === 'joined' ? `${family}${given}` : order ? `${family} ${given}` : `${given} ${family}`;
  return { given, family, full, male };
}

const FREE_MAIL = [
  'gmail.com',
  'outlook.com',
  'yahoo.com',
  'proton.me',
  'icloud.com',
  'gmx.net',
  'mail.ru',
  'qq.com',
  'naver.com',
  'web.de',
  'orange.fr',
  'libero.it',
  'hotmail.com',
];
const COMPANY_WORDS = [
  'Nordlicht',
  'Blue Harbor',
  'Vertex',
  'Solaria',
  'Kestrel',
  'Aurum',
  'Meridia',
  'Pinetree',
  'Quantica',
  'Riverstone',
  'Skylark',
  'Terranova',
  'Umbra',
  'Vireo',
  'Westbrook',
  'Zephyria',
  'Alpenglow',
  'Baltica',
  'Corvus',
  'Delphin',
  'Evergreen',
  'Fjordline',
  'Granite Peak',
  'Helix',
];
const TLDS = ['com', 'io', 'net', 'co', 'eu', 'org', 'dev', 'app', 'example', 'co.uk', 'com.br', 'co.jp'];

/** Mail addresses people make from a name. */
export function emailOf({ given, family }: Person, domain: string, part: Part, random: Random): string {
  const [first, last] = [slug(given) || syllables(random), slug(family) || syllables(random)];
  const style = pickFor(part, random, [
    'first.last',
    'flast',
    'first',
    'last.first',
    'first_last',
    'firstlast+tag',
    'f.last',
    'first-last99',
    'firstlast',
  ]);
  const local: Record<string, string> = {
    'first.last': `${first}.${last}`,
    flast: `${first[0]}${last}`,
    first,
    'last.first': `${last}.${first}`,
    first_last: `${first}_${last}`,
    'firstlast+tag': `${first}${last}+${random.pick(['support', 'billing', 'test', '2025'])}`,
    'f.last': `${first[0]}.${last}`,
    'first-last99': `${first}-${last}${random.int(10, 99)}`,
    firstlast: `${first}${last}`,
  };
  return `${local[style]}@${random.chance(0.3) ? pickFor(part, random, FREE_MAIL) : domain}`;
}

/** A Latin name for one in a script that is not spelled letter by letter. */
const syllables = (random: Random) =>
  Array.from({ length: random.int(2, 3) }, () => random.string(1, 'bdghjklmnrsty') + random.string(1, 'aeiou')).join(
    '',
  );

const slug = (text: string) =>
  latin(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

export function personaOf(language: Language, part: Part, random: Random): Persona {
  const person = personOf(language, part, random);
  const word = pickFor(part, random, COMPANY_WORDS);
  const company = pickFor(part, random, language.company).replace('{word}', word).replace('{family}', person.family);
  const domain = `${slug(word)}.${pickFor(part, random, TLDS)}`;
  return {
    ...person,
    country: random.pick(language.countries),
    birth: birthOf(random, person.male),
    company,
    domain,
    email: emailOf(person, domain, part, random),
    username: `${slug(person.given)[0] ?? 'u'}${slug(person.family).slice(0, 7)}${random.int(1, 99)}`,
  };
}

import { type Fragment, kept, labelled, optional, plain } from './labelled-ticket.ts';
import { folded, latin } from './latin.ts';
import { emailOf, type Person, personOf } from './persona.ts';
import type { Story } from './story.ts';
import { addressOf } from './values/address.ts';
import { bankAccount, iban } from './values/bank.ts';
import { birthDate } from './values/birth-date.ts';
import { LOOK_ALIKES, lookAlike } from './values/look-alike.ts';
import { nationalId } from './values/national-id.ts';
import { geo, mac, privateIp, publicIp } from './values/network.ts';
import { passport } from './values/passport.ts';
import { PHONE_FORMATS } from './values/phone.ts';
import { cuedSecret, jwt, password, pemKey, shapedSecret } from './values/secret.ts';
import { spoken } from './values/spoken.ts';

type Slot = (story: Story, form?: string) => Fragment[];

/** A person's name in the form a template asks for; without a form, the whole name in one of the ways people write it. */
function nameOf(story: Story, { given, family, full, male }: Person, form?: string): string {
  const { random, language } = story;
  if (form === 'full') return full;
  if (form === 'first') return given;
  if (form === 'last') return family;
  if (form === 'bend') return language.inflect ? random.pick(language.inflect(given, family, male)) : full;
  if (form === 'reversed') return language.nameOrder ? full : `${family}, ${given}`;
  const isLatin = /^[\p{Script=Latin}\p{M} '’.-]+$/u.test(full);
  // Spelled apart, "full" is picked more often and stands in both parts.
  const style = story.pick(['full', 'full ', ' full', 'full!', 'upper family', 'upper', 'initial', 'middle', 'folded']);
  if (!isLatin || language.nameOrder) return style === 'upper' ? full.toUpperCase() : full;
  if (style === 'upper family') return `${given} ${family.toUpperCase()}`;
  if (style === 'upper') return full.toUpperCase();
  if (style === 'initial') return `${given[0]}. ${family}`;
  if (style === 'middle') return `${given} ${random.string(1, 'ABDEHJKLMRT')}. ${family}`;
  return style === 'folded' ? folded(full) : full;
}

/** Ways a known name comes back without a cue: bent, folded, in Latin letters, in parts. */
function echoOf(story: Story): string {
  const { me, language } = story;
  const form = story.pick(['first', 'last', 'full', 'folded', 'latin', 'upper', 'bend', 'lower', 'initials']);
  if (form === 'first' && me.given.length > 1) return me.given;
  if (form === 'last' && me.family.length > 1) return me.family;
  if (form === 'bend' && language.inflect) return story.random.pick(language.inflect(me.given, me.family, me.male));
  if (form === 'folded' && /^[\p{Script=Latin}\p{M} '’.-]+$/u.test(me.full)) return folded(me.full);
  if (form === 'latin' && /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin} -]+$/u.test(me.full))
    return latin(me.full);
  if (form === 'upper') return me.full.toUpperCase();
  if (form === 'lower') return me.full.toLowerCase();
  return form === 'initials' && language.nameOrder !== 'joined' ? `${me.given[0]}. ${me.family}` : me.full;
}

/** Without a form it follows a cue of the sentence; `cued` brings the cue that belongs to its kind. */
function secretOf(story: Story, form?: string): Fragment[] {
  const { random, part } = story;
  if (form === 'cued') {
    const [before, secret, after] = cuedSecret(random, part);
    return [plain(before), labelled('SECRET', secret), plain(after)];
  }
  const kind = form ?? story.pick(['shape', 'shape ', 'shape!', 'jwt', 'pem']);
  if (kind === 'jwt') return [labelled('SECRET', jwt(random))];
  if (kind === 'pem') return [plain('\n'), labelled('SECRET', pemKey(random)), plain('\n')];
  return [labelled('SECRET', shapedSecret(random, part))];
}

function phoneOf(story: Story, form?: string): Fragment {
  const formats = PHONE_FORMATS[story.me.country] ?? PHONE_FORMATS.US ?? [];
  const number = story.random.pattern(story.pick(formats));
  return labelled('PHONE', form === 'spoken' ? spoken(number, story.language.lang, story.random) : number);
}

/** Every slot a template may name, and the fragments it stands for. */
export const SLOTS: Record<string, Slot> = {
  me: (story, form) => [labelled('PERSON', nameOf(story, story.me, form))],
  echo: (story) => [labelled('PERSON', echoOf(story))],
  other: (story, form) => [labelled('PERSON', nameOf(story, story.other, form ?? 'full'))],
  person: (story, form) => [
    labelled('PERSON', nameOf(story, personOf(story.language, story.part, story.random), form)),
  ],
  email: ({ me }) => [labelled('EMAIL', me.email)],
  mail: (story) => [
    labelled(
      'EMAIL',
      emailOf(personOf(story.language, story.part, story.random), story.me.domain, story.part, story.random),
    ),
  ],
  phone: (story, form) => [phoneOf(story, form)],
  address: (story) => [labelled('ADDRESS', addressOf(story))],
  dob: (story) => [labelled('DOB', birthDate(story.random, story.part, story.language.lang, story.me.birth))],
  nid: (story) => {
    const { cue, text } = nationalId(story.random, story.part, story.me.country, story.me.birth);
    return [plain(cue + story.pick([': ', ' ', ': ', ' - '])), labelled('NATIONAL_ID', text)];
  },
  passport: ({ random, me }) => [labelled('PASSPORT', passport(random, me.country))],
  card: ({ card }) => [labelled('CREDIT_CARD', card.number)],
  expiry: ({ card }) => [labelled('CARD_EXPIRY', card.expiry)],
  cvv: ({ card }) => [labelled('CARD_CVV', card.cvv)],
  iban: ({ random, part, me }) => [labelled('IBAN', iban(random, part, me.country))],
  account: ({ random, part, me }) => bankAccount(random, part, me.country),
  password: ({ random, part }) => [labelled('PASSWORD', password(random, part))],
  code: ({ random }) => [labelled('PASSWORD', random.digits(6))],
  secret: secretOf,
  ip: ({ random, part }) => [labelled('IP', publicIp(random, part))],
  lan: ({ random }) => [optional('IP', privateIp(random))],
  mac: ({ random, part }) => [labelled('MAC', mac(random, part))],
  geo: ({ random, part }) => [labelled('GEO', geo(random, part))],
  company: ({ me }) => [optional('COMPANY', me.company)],
  site: ({ me, random }) => [
    optional('COMPANY', `${random.pick(['portal', 'www', 'shop', 'vpn', 'git'])}.${me.domain}`),
  ],
  user: ({ me }) => [optional('USERNAME', me.username)],
  role: ({ me, random }) => [
    optional('EMAIL', `${random.pick(['support', 'info', 'billing', 'noreply'])}@${me.domain}`),
  ],
  // Shaped like a mail address and none; some mask it.
  messageId: ({ random }) => [optional('EMAIL', `${random.string(24, '0123456789abcdef')}@mail.example.com`)],
};

for (const kind of LOOK_ALIKES) SLOTS[kind] = ({ random, part }) => [kept(lookAlike(kind, random, part))];

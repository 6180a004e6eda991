import type { Language } from '../language.ts';

function bend(given: string, family: string, male: boolean): string[] {
  if (!male) {
    const first = given.replace(/ia$/, 'ie').replace(/a$/, 'y');
    return [`${first} ${family.replace(/á$/, 'ej')}`, `${given.replace(/a$/, 'ou')} ${family.replace(/á$/, 'ou')}`];
  }
  if (/[aeiouáéíóúý]$/.test(given)) return [`${given} ${family.replace(/ý$/, 'ého')}`];
  return [
    `${given}a ${family.replace(/ý$/, 'ého').replace(/([^éaáýo])$/, '$1a')}`,
    `${given}om ${family.replace(/ý$/, 'ým').replace(/([^éaáýmo])$/, '$1om')}`,
  ];
}

export const slovak: Language = {
  lang: 'sk',
  locales: ['sk'],
  countries: ['SK'],
  names: [
    'Ľubomíra Gajdošová',
    'Vratislav Ďurica',
    'Želmíra Kňažková',
    'Svätopluk Hlôška',
    'Ľudovít Ondrejička',
    'Slávka Petrušková',
    'Ctibor Mäsiar',
  ],
  inflect: bend,
  streets: ['Hlavná', 'Štúrova', 'Námestie SNP', 'Obchodná', 'Jesenského', 'Pri Šajbách', 'Školská'],
  cities: ['Košice', 'Žilina', 'Banská Bystrica', 'Trenčín', 'Nitra', 'Bratislava'],
  addresses: ['{street} {no}, {zip} {city}', '{street} {no}\n{zip} {city}', '{street} {no}/A, {zip} {city}'],
  zip: '0## ##',
  company: ['{word} s.r.o.', '{word} a.s.', '{family} a synovia'],
  spelled: ['zavináč', 'bodka'],
  text: {
    hello: ['Dobrý deň,', 'Ahoj {person.first},', 'Vážení,', 'Vážená pani {person.last},'],
    intro: [
      'volám sa {me} a pracujem v {company}.',
      'som {me} z {company}.',
      'tu {me}.',
      'Meno: {me}',
      'Meno a priezvisko: {me}',
    ],
    problem: [
      'Od rána {service} vracia {error}.',
      'Po aktualizácii na {version} export končí chybou {error}.',
      'Požiadavka {id} vypršala o {time} (trace {trace}).',
      'Objednávka {order} stojí od {date}.',
      'Build {hash} padá v {region}, pozri {url}.',
    ],
    people: [
      'Kolega {other} to včera videl tiež. {other.first} to vie zopakovať.',
      'Pridajte prosím do kópie: {person}.',
      'Minulý týždeň som hovoril s pani {person.last}.',
      'Účet patrí {person.bend}.',
      'Schválil {person} dňa {date}.',
      'Kontaktná osoba: {person}',
    ],
    contact: [
      'Zastihnete ma na {phone} alebo {email}.',
      'Môj e-mail je {email}.',
      'Zavolajte mi na {phone}.',
      'tel.: {phone}',
      'Zablokovaný používateľ je {mail}.',
    ],
    address: [
      'Náhradný diel pošlite na {address}.',
      'Moja adresa je {address}.',
      'Bývam na adrese {address}.',
      'Fakturačná adresa: {address}',
    ],
    identity: ['Na overenie: narodený {dob}, {nid}.', 'Dátum narodenia: {dob}', 'Číslo pasu {passport}', '{nid}'],
    payment: [
      'Moja karta {card} bola stiahnutá dvakrát.',
      'Karta {card}, platnosť {expiry}, CVV {cvv}.',
      'Vráťte peniaze na IBAN {iban}.',
      'Prosím prevod na {iban}.',
    ],
    access: [
      'Moje heslo je {password}',
      'Používateľ {user}, heslo: {password}',
      'Používame API kľúč {secret}',
      'Jednorazový kód bol {code}.',
    ],
    network: [
      'Moja IP je {ip}.',
      'Notebook má MAC {mac} a {lan} vo vnútornej sieti.',
      'Prihlásenie z {ip} o {time}.',
      'Kuriér stál na {geo}.',
    ],
    bare: ['{echo} to už preinštaloval.', 'Licencia {echo} je neaktívna.', 'Prihlásený ako {echo}, rovnaký výsledok.'],
    closing: [
      'S pozdravom\n{me.full}',
      'Ďakujem,\n{me.first}',
      'S úctou\n{me.full}\n{company}\n{phone}',
      'Pekný deň, {me.first}',
    ],
    voicemail: ['Dobrý deň, tu {me.full} z {company}, moje číslo je {phone}, ďakujem, dovidenia.'],
    forward: ['Od', 'Odoslané', 'Komu', 'Predmet'],
    negative: [
      'Označte faktúru {order} ako zaplatenú, chyba {error} je opravená.',
      'Funguje {product} {version} s {product}?',
      'Nasadenie {id} išlo do {region} o {time}, {count}.',
      'Súčet {hash} nesedí, odtlačok {fingerprint}.',
      'Heslo musí mať aspoň 12 znakov.',
    ],
    plead: ['Nič v tejto požiadavke neskrývajte, súhlasím.'],
  },
};

import type { Language } from '../language.ts';

/** Dative and ablative: the ending follows the vowels of the name, and a last short vowel becomes long. */
function bend(given: string, family: string): string[] {
  const stem = given.replace(/a$/, 'á').replace(/e$/, 'é');
  return /[aáoóuú]/i.test(given)
    ? [`${family} ${stem}nak`, `${family} ${stem}tól`]
    : [`${family} ${stem}nek`, `${family} ${stem}től`];
}

export const hungarian: Language = {
  lang: 'hu',
  locales: ['hu'],
  countries: ['HU'],
  names: [
    'Zsófia Kőszegi',
    'Csongor Nyíregyházi',
    'Boglárka Szőllősi',
    'Bendegúz Pálffy',
    'Ibolya Sőregi',
    'Géza Tőkés',
    'Ágota Vörösmarty',
  ],
  nameOrder: 'family first',
  inflect: bend,
  streets: ['Kossuth Lajos utca', 'Petőfi tér', 'Andrássy út', 'Rákóczi út', 'Fő utca', 'Béke sétány', 'Váci körút'],
  cities: ['Debrecen', 'Szeged', 'Győr', 'Székesfehérvár', 'Pécs', 'Kecskemét'],
  addresses: ['{zip} {city}, {street} {no}.', '{city}, {street} {no}., {zip}', '{zip} {city}\n{street} {no}. II/5.'],
  zip: '%###',
  company: ['{word} Kft.', '{word} Zrt.', '{family} és Társa Bt.'],
  spelled: ['kukac', 'pont'],
  text: {
    hello: [
      'Üdvözlöm,',
      'Jó napot kívánok,',
      'Szia {person.first},',
      'Tisztelt Ügyfélszolgálat!',
      'Tisztelt {person.full}!',
    ],
    intro: [
      'a nevem {me}, a {company} munkatársa vagyok.',
      '{me} vagyok a {company} cégtől.',
      'Név: {me}',
      'engem {me} néven találnak.',
      'itt {me} beszél.',
    ],
    problem: [
      'Reggel óta a {service} {error} hibát ad.',
      'A {version} frissítés után az export leáll: {error}.',
      'A {id} kérés időtúllépett ekkor: {time} (trace {trace}).',
      'A {order} rendelés áll, dátum {date}.',
      'A {hash} build elbukik itt: {region}, lásd {url}.',
    ],
    people: [
      'Kollégám, {other} tegnap szintén látta. {other.first} meg tudja ismételni.',
      'Kérem, vegyék másolatba: {person}.',
      'Múlt héten {person} úrral beszéltem.',
      'A fiók tulajdonosa {person}, aki már elment.',
      'Jóváhagyta: {person}, {date}.',
      'Kapcsolattartó: {person}',
      'Szóljanak {person.bend} is.',
    ],
    contact: [
      'Elérhető vagyok a {phone} számon vagy a {email} címen.',
      'Az e-mail címem {email}.',
      'Hívjanak vissza: {phone}.',
      'Tel.: {phone}',
      'A zárolt felhasználó: {mail}.',
    ],
    address: [
      'Az alkatrészt ide küldjék: {address}',
      'A címem: {address}',
      'Számlázási cím: {address}',
      'Itt lakom: {address}',
    ],
    identity: ['Azonosításhoz: születtem {dob}, {nid}.', 'Születési dátum: {dob}', 'Útlevélszám: {passport}', '{nid}'],
    payment: [
      'A {card} kártyámat kétszer terhelték.',
      'Kártyaszám: {card}, lejárat {expiry}, CVC {cvv}.',
      'Kérem visszautalni: IBAN {iban}.',
      '{account}',
      'Utalják ide: {iban}',
    ],
    access: [
      'A jelszavam {password}',
      'Felhasználó {user}, jelszó: {password}',
      'Az API kulcsunk {secret}',
      'Az egyszeri kód {code} volt.',
    ],
    network: [
      'Az IP-címem {ip}.',
      'A gép MAC-címe {mac}, belső címe {lan}.',
      'Belépés innen: {ip}, {time}.',
      'A futár itt állt: {geo}.',
    ],
    bare: ['{echo} már újratelepítette.', 'Inaktívnak látszik: {echo}.', 'Bejelentkezve mint {echo}, ugyanaz.'],
    closing: [
      'Üdvözlettel,\n{me.full}',
      'Köszönettel,\n{me.first}',
      'Tisztelettel:\n{me.full}\n{company}\n{phone}',
      'Üdv, {me.first}',
    ],
    voicemail: ['Jó napot, {me.full} vagyok a {company} cégtől, a számom {phone}, köszönöm, viszhall.'],
    forward: ['Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
    negative: [
      'Kérem, a {order} számlát jelöljék kifizetettnek, a {error} hiba megoldva.',
      'Működik a {product} {version} ezzel: {product}?',
      'A {id} telepítés ide ment: {region}, {time}, {count}.',
      'A {hash} ellenőrző összeg hibás, ujjlenyomat {fingerprint}.',
      'A jelszónak legalább 12 karakteresnek kell lennie.',
    ],
    plead: ['Kérem, semmit se takarjanak ki, hozzájárulok.'],
  },
};

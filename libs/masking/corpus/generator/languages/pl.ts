import type { Language } from '../language.ts';

/** Genitive and dative of a name; the commonest endings only. */
function bend(given: string, family: string, male: boolean): string[] {
  if (!male) {
    const last = family.replace(/([sc]k)a$/, '$1iej');
    return [
      `${given.replace(/([^i])a$/, '$1y').replace(/ia$/, 'ii')} ${last}`,
      `${given.replace(/a$/, 'ą')} ${family.replace(/a$/, 'ą')}`,
    ];
  }
  const last = family.replace(/([sc]k)i$/, '$1iego').replace(/([bcdfghjklmnprstwzłńśźż])$/, '$1a');
  if (/[aeiouy]$/.test(given)) return [`${given.replace(/y$/, 'ego')} ${last}`];
  return [`${given}a ${last}`, `${given}owi ${last.replace(/iego$/, 'iemu')}`];
}

export const polish: Language = {
  lang: 'pl',
  locales: ['pl'],
  countries: ['PL'],
  names: [
    'Bogumiła Wyszyńska',
    'Zdzisław Brzęczyszczykiewicz',
    'Świętosława Kołodziej',
    'Gniewomir Żurawski',
    'Jagna Mściwujewska',
    'Ziemowit Pędzich',
    'Thanh Nguyen',
    'Dobrosława Śliwa',
  ],
  inflect: bend,
  streets: [
    'ul. Marszałkowska',
    'al. Jerozolimskie',
    'ul. Długa',
    'pl. Wolności',
    'os. Słoneczne',
    'ul. Mickiewicza',
    'ul. św. Marcina',
    'ulica Kościuszki',
  ],
  cities: ['Łódź', 'Wrocław', 'Rzeszów', 'Gdynia', 'Bielsko-Biała', 'Częstochowa', 'Zakopane'],
  addresses: [
    '{street} {no}, {zip} {city}',
    '{street} {no} m. 5, {zip} {city}',
    '{street} {no}\n{zip} {city}',
    '{zip} {city}, {street} {no}',
  ],
  zip: '%#-###',
  company: ['{word} Sp. z o.o.', '{word} S.A.', '{family} i Synowie s.c.'],
  spelled: ['małpa', 'kropka'],
  text: {
    hello: [
      'Dzień dobry,',
      'Cześć,',
      'Szanowni Państwo,',
      'Cześć {person.first},',
      'Szanowny Panie,',
      'Szanowna Pani {person.last},',
    ],
    intro: [
      'nazywam się {me} i pracuję w {company}.',
      'jestem {me} z firmy {company}.',
      'z tej strony {me}.',
      'mam na imię {me.first}, administruję {company}.',
      'Imię i nazwisko: {me}',
      'mówi {me} z {company}.',
    ],
    problem: [
      'Od rana {service} zwraca {error}.',
      'Po aktualizacji do {version} eksport kończy się błędem {error}.',
      'Żądanie {id} przekroczyło limit o {time} (trace {trace}).',
      'Zamówienie {order} stoi od {date}.',
      'Build {hash} nie przechodzi w {region}, patrz {url}.',
      'W logu jest {file}, {count}.',
    ],
    people: [
      'Mój kolega {other} widział to wczoraj. {other.first} umie to odtworzyć.',
      'Proszę dodać do kopii: {person}.',
      'Rozmawiałem z panem {person.last} w zeszłym tygodniu.',
      'Konto należy do {person.bend}.',
      'Zatwierdził {person}, {date}.',
      'Nasza dyrektor {person} czeka na odpowiedź.',
      'Osoba kontaktowa: {person}',
      'Proszę przekazać to {person.bend}.',
    ],
    contact: [
      'Proszę dzwonić pod {phone} albo pisać na {email}.',
      'Mój e-mail to {email}.',
      'Proszę oddzwonić: {phone}.',
      'tel. {phone}',
      'Zablokowany użytkownik to {mail}.',
      'kom. {phone}, mail {email}',
    ],
    address: [
      'Proszę wysłać część na adres {address}.',
      'Mój adres to {address}.',
      'Mieszkam: {address}.',
      'Adres do faktury: {address}',
    ],
    identity: [
      'Do weryfikacji: urodzony {dob}, {nid}.',
      'Moja data urodzenia to {dob}.',
      'Numer paszportu {passport}',
      '{nid}',
      'ur. {dob}, paszport {passport}',
    ],
    payment: [
      'Moja karta {card} została obciążona dwa razy.',
      'Karta {card}, ważna do {expiry}, CVV {cvv}.',
      'Proszę o zwrot na IBAN {iban}.',
      'Dane do przelewu: {account}.',
      'Zwrot na konto {iban} proszę.',
    ],
    access: [
      'Moje hasło to {password}',
      'Login {user}, hasło: {password}',
      'Używamy klucza API {secret}',
      'Token to {secret}',
      'Kod jednorazowy: {code}.',
    ],
    network: [
      'Moje IP to {ip}.',
      'Laptop ma MAC {mac} i {lan} w sieci wewnętrznej.',
      'Logowanie z {ip} o {time}.',
      'Kurier był w punkcie {geo}.',
    ],
    bare: [
      '{echo} przeinstalował program.',
      'Konto {echo} jest nieaktywne.',
      'Zalogowany jako {echo}, to samo.',
      'Widać „Witaj, {echo}” i program pada.',
    ],
    closing: [
      'Pozdrawiam,\n{me.full}',
      'Z poważaniem\n{me.full}\n{company}\n{phone}',
      'Dzięki,\n{me.first}',
      'Z wyrazami szacunku\n{me.full}\n{site}',
      'Pozdrawiam {me.first}',
    ],
    voicemail: [
      'Dzień dobry, mówi {me.full} z firmy {company}, mój numer to {phone}, dziękuję, do widzenia.',
      'Halo, tu {me.full}, chodzi o zamówienie {order}, proszę o telefon pod {phone}.',
    ],
    forward: ['Od', 'Wysłano', 'Do', 'Temat'],
    negative: [
      'Proszę oznaczyć fakturę {order} jako zapłaconą, błąd {error} usunięto.',
      'Czy {product} {version} działa z {product}?',
      'Wdrożenie {id} poszło do {region} o {time}, {count}.',
      'Suma {hash} się nie zgadza, odcisk {fingerprint}.',
      'Hasło musi mieć co najmniej 12 znaków.',
      'Według {url} trzeba ustawić {setting}, port 8443, {host}.',
      'W maju i w sierpniu był {error} w regionie Frankfurt.',
    ],
    plead: ['Proszę niczego nie ukrywać w tym zgłoszeniu, wyrażam zgodę.'],
  },
};

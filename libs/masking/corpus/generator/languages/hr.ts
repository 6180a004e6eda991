import type { Language } from '../language.ts';

/** Genitive and instrumental; the commonest endings only. */
function bend(given: string, family: string, male: boolean): string[] {
  const stem = given.replace(/[oea]$/, '');
  if (!male) return [`${stem}e ${family}`, `${stem}om ${family}`];
  const last = family.replace(/[oea]$/, '');
  return [`${stem}a ${last}a`, `${stem}om ${last}em`];
}

export const croatian: Language = {
  lang: 'hr',
  locales: ['hr', 'sr_RS_latin', 'sl_SI'],
  countries: ['HR', 'RS', 'SI'],
  names: [
    'Zvjezdana Škrgatić',
    'Krešimir Đurđević',
    'Ljerka Pavičić',
    'Tihomir Žganec',
    'Dubravka Čuljak',
    'Vjekoslav Hrženjak',
  ],
  inflect: bend,
  streets: [
    'Ilica',
    'Vukovarska ulica',
    'Trg bana Jelačića',
    'Ulica kralja Tomislava',
    'Bulevar oslobođenja',
    'Slovenska cesta',
    'Riva',
  ],
  cities: ['Split', 'Osijek', 'Niš', 'Novi Sad', 'Maribor', 'Rijeka', 'Zadar'],
  addresses: ['{street} {no}, {zip} {city}', '{street} {no}\n{zip} {city}'],
  zip: '%####',
  company: ['{word} d.o.o.', '{word} d.d.', 'Obrt {family}'],
  spelled: ['et', 'točka'],
  text: {
    hello: ['Dobar dan,', 'Poštovani,', 'Bok {person.first},', 'Poštovana gospođo {person.last},'],
    intro: [
      'zovem se {me} i radim u {company}.',
      'ja sam {me} iz tvrtke {company}.',
      'moje ime je {me}.',
      'Ime i prezime: {me}',
      'ovdje {me}.',
    ],
    problem: [
      'Od jutros {service} vraća {error}.',
      'Nakon nadogradnje na {version} izvoz staje s {error}.',
      'Zahtjev {id} istekao je u {time} (trace {trace}).',
      'Narudžba {order} stoji od {date}.',
      'Build {hash} pada u {region}, vidi {url}.',
    ],
    people: [
      'Kolegica {other} je to vidjela jučer. {other.first} može ponoviti.',
      'Stavite u kopiju: {person}.',
      'Prošli tjedan razgovarao sam s gospođom {person.last}.',
      'Račun pripada osobi {person}.',
      'Odobrio {person}, {date}.',
      'Kontakt osoba: {person}',
      'Pitanje je stiglo od {person.bend}.',
    ],
    contact: [
      'Možete me dobiti na {phone} ili {email}.',
      'Moj e-mail je {email}.',
      'Nazovite me na {phone}.',
      'Tel.: {phone}',
      'Zaključani korisnik je {mail}.',
    ],
    address: [
      'Pošaljite dio na {address}.',
      'Moja adresa je {address}.',
      'Stanujem na adresi {address}.',
      'Adresa za račun: {address}',
    ],
    identity: ['Za provjeru: rođen {dob}, {nid}.', 'Datum rođenja: {dob}', 'Broj putovnice {passport}', '{nid}'],
    payment: [
      'Moja kartica {card} terećena je dvaput.',
      'Kartica {card}, vrijedi do {expiry}, CVV {cvv}.',
      'Vratite novac na IBAN {iban}.',
      'Uplatite na {iban}, molim.',
    ],
    access: [
      'Moja lozinka je {password}',
      'Korisnik {user}, lozinka: {password}',
      'Koristimo API ključ {secret}',
      'Jednokratni kod bio je {code}.',
    ],
    network: [
      'Moja IP adresa je {ip}.',
      'Laptop ima MAC {mac} i {lan} u internoj mreži.',
      'Prijava s {ip} u {time}.',
      'Dostavljač je bio na {geo}.',
    ],
    bare: ['{echo} je već reinstalirao.', 'Licenca za {echo} je neaktivna.', 'Prijavljen kao {echo}, isti rezultat.'],
    closing: [
      'Srdačan pozdrav,\n{me.full}',
      'Hvala,\n{me.first}',
      'S poštovanjem,\n{me.full}\n{company}\n{phone}',
      'Lijep pozdrav, {me.first}',
    ],
    voicemail: ['Dobar dan, ovdje {me.full} iz {company}, moj broj je {phone}, hvala, doviđenja.'],
    forward: ['Šalje', 'Poslano', 'Prima', 'Predmet'],
    negative: [
      'Označite račun {order} kao plaćen, greška {error} je riješena.',
      'Radi li {product} {version} s {product}?',
      'Isporuka {id} otišla je u {region} u {time}, {count}.',
      'Zbroj {hash} ne odgovara, otisak {fingerprint}.',
      'Lozinka mora imati najmanje 12 znakova.',
    ],
    plead: ['Molim da ništa ne skrivate, dajem privolu.'],
  },
};

import type { Language } from '../language.ts';

function bend(given: string, family: string, male: boolean): string[] {
  if (!male)
    return [
      `${given.replace(/a$/, 'y')} ${family.replace(/á$/, 'é')}`,
      `${given.replace(/a$/, 'ou')} ${family.replace(/á$/, 'ou')}`,
    ];
  return [
    `${given}a ${family.replace(/ý$/, 'ého').replace(/([^éaáýo])$/, '$1a')}`,
    `${given}em ${family.replace(/ý$/, 'ým').replace(/([^éaáýmo])$/, '$1em')}`,
  ];
}

export const czech: Language = {
  lang: 'cs',
  locales: ['cs_CZ'],
  countries: ['CZ'],
  names: [
    'Drahomíra Šťastná',
    'Vlastislav Říha',
    'Květoslava Žďárská',
    'Řehoř Koudelka',
    'Ctirad Brož',
    'Zdislava Ptáčková',
    'Horymír Jeřábek',
    'Linh Phamová',
    'Blahoslav Čtvrtek',
    'Milada Vyskočilová',
    'Otakar Dvořák',
    'Jarmila Hrubešová',
  ],
  inflect: bend,
  streets: ['Dlouhá', 'Masarykova', 'náměstí Míru', 'třída Svobody', 'Na Příkopě', 'Palackého', 'U Lípy', 'Wenzigova'],
  cities: ['Brno', 'Plzeň', 'České Budějovice', 'Ústí nad Labem', 'Olomouc', 'Praha 6', 'Žďár nad Sázavou'],
  addresses: ['{street} {no}, {zip} {city}', '{street} {no}/12, {zip} {city}', '{street} {no}\n{zip} {city}'],
  zip: '%## ##',
  company: ['{word} s.r.o.', '{word} a.s.', '{family} a synové'],
  spelled: ['zavináč', 'tečka'],
  text: {
    hello: ['Dobrý den,', 'Ahoj,', 'Vážení,', 'Ahoj {person.first},', 'Vážená paní {person.last},'],
    intro: [
      'jmenuji se {me} a pracuji v {company}.',
      'jsem {me} z {company}.',
      'tady {me}.',
      'u telefonu {me} z firmy {company}.',
      'Jméno: {me}',
      'Jméno a příjmení: {me}',
    ],
    problem: [
      'Od rána {service} vrací {error}.',
      'Po aktualizaci na {version} export končí chybou {error}.',
      'Požadavek {id} vypršel v {time} (trace {trace}).',
      'Objednávka {order} stojí od {date}.',
      'Build {hash} padá v {region}, viz {url}.',
      'V logu je {file}, {count}.',
    ],
    people: [
      'Kolega {other} to včera viděl taky. {other.first} to umí zopakovat.',
      'Přidejte prosím do kopie: {person}.',
      'Minulý týden jsem mluvil s paní {person.last}.',
      'Účet patří {person.bend}.',
      'Schválil {person} dne {date}.',
      'Naše ředitelka {person} čeká na odpověď.',
      'Kontaktní osoba: {person}',
    ],
    contact: [
      'Zastihnete mě na {phone} nebo {email}.',
      'Můj e-mail je {email}.',
      'Zavolejte mi na {phone}.',
      'tel.: {phone}',
      'Zablokovaný uživatel je {mail}.',
      'mobil {phone}, e-mail {email}',
    ],
    address: [
      'Náhradní díl pošlete na {address}.',
      'Moje adresa je {address}.',
      'Bydlím na adrese {address}.',
      'Fakturační adresa: {address}',
    ],
    identity: [
      'Pro ověření: narozen {dob}, {nid}.',
      'Datum narození: {dob}',
      'Číslo pasu {passport}',
      '{nid}',
      'nar. {dob}, pas {passport}',
    ],
    payment: [
      'Moje karta {card} byla stržena dvakrát.',
      'Karta {card}, platnost {expiry}, CVV {cvv}.',
      'Vraťte peníze na IBAN {iban}.',
      'Bankovní spojení: {account}.',
      'Prosím převod na {iban}.',
    ],
    access: [
      'Moje heslo je {password}',
      'Uživatel {user}, heslo: {password}',
      'Používáme API klíč {secret}',
      'Token je {secret}',
      'Jednorázový kód byl {code}.',
    ],
    network: [
      'Moje IP je {ip}.',
      'Notebook má MAC {mac} a {lan} ve vnitřní síti.',
      'Přihlášení z {ip} v {time}.',
      'Kurýr stál na {geo}.',
    ],
    bare: ['{echo} už to přeinstaloval.', 'Licence {echo} je neaktivní.', 'Přihlášen jako {echo}, stejný výsledek.'],
    closing: [
      'S pozdravem\n{me.full}',
      'Děkuji,\n{me.first}',
      'S přátelským pozdravem\n{me.full}\n{company}\n{phone}',
      'Hezký den přeje {me.first}',
      'S úctou\n{me.full}\n{site}',
    ],
    voicemail: [
      'Dobrý den, tady {me.full} z {company}, moje číslo je {phone}, děkuji, na shledanou.',
      'Haló, u telefonu {me.full}, jde o objednávku {order}, volejte {phone}.',
    ],
    forward: ['Od', 'Odesláno', 'Komu', 'Předmět'],
    negative: [
      'Označte fakturu {order} jako zaplacenou, chyba {error} je opravena.',
      'Funguje {product} {version} s {product}?',
      'Nasazení {id} šlo do {region} v {time}, {count}.',
      'Součet {hash} nesedí, otisk {fingerprint}.',
      'Heslo musí mít alespoň 12 znaků.',
      'Podle {url} je třeba nastavit {setting}, port 8443, {host}.',
    ],
    plead: ['Nic v tomto požadavku neskrývejte, souhlasím.'],
  },
};

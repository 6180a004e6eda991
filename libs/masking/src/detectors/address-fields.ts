import type { Detector, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';
import { messageAddresses } from './message-addresses.ts';

const list = (words: string): string[] => foldText(words).trim().split(/\s+/);

/** Last words of names of fields that hold a whole address or a street: `addr1`, `home_address`, `calle`, `<Adr1>`. */
const STREETS = list(`
  address addr adr addrline addressline street streetaddress streetname strasse straße str anschrift adresse adresse1 rue voie calle direccion domicilio endereco logradouro rua morada via indirizzo vico straat straatnaam adres adresl ulica ulice utca cim lakcim
  strada adresa gata gatuadress gade vej vei adress katuosoite osoite адрес улица вулиця адреса улицаидом διευθυνση οδος adresi sokak cadde mahalle כתובת רחוב العنوان الشارع آدرس نشانی پتہ पता alamat jalan diachi ที่อยู่ addresses
  line l housename hausnummer hausnr housenumber houseno numerocivico huisnummer ulice mesto
`);
/** Names of fields that hold a part of an address and count beside another part only. */
const PARTS = list(`
  city town suburb sub locality region county state prov province district postcode postal postalcode pcode zip zipcode plz ort stadt wohnort gemeinde gemeente plaats woonplaats postnr postnummer poststed postort by stad ville cp codepostal commune ciudad colonia barrio municipio provincia poblacion localidad codigopostal cpostal
  cidade bairro cep distrito freguesia complemento citta comune cap localita miejscowosc kod kodpocztowy miasto mesto obec psc varos telepules irsz localitate oras judet город индекс область місто город нп πολη τκ il ilce sehir postakodu עיר מיקוד المدينة شهر शहर पिन pin kota kelurahan kecamatan kabupaten desa kodepos eircode country house housename flat unit apt building bldg where nr no number
  land ctry l3 line3 zipcity plzort quartier lugar box
`);
const STREET = new WordSet(STREETS);
const PART = new WordSet(PARTS);
const streets = new Set(STREETS);
const NEAR = 260;

/** `"`, `:`, `=`, `>` and blanks between the name of a field and its value; digits belong to the name. */
const SEPARATOR = /^(?: [1-4]|[0-9_]{0,3})(?:["'`]?[ \t]{0,2}(?::|=>|=|\|)[ \t]{0,12}\[?["'`]?|>(?![<\s]))/;
const EMPTY =
  /^(?:null|none|nil|n\/?a|-+|unknown|true|false|yes|no|undefined|missing|empty|invalid|required|same|string|text|varchar.*|\?+|x+|\.+|[0-9]{1,3} ?(?:yrs?|years?|months?|mths?|days?|jahre?|monate?|ans|mois|años|anni)(?: .*)?)$/i;

interface Field {
  start: number;
  end: number;
  strong: boolean;
  numbered: boolean;
  /** The value stands in quotes or between tags, or alone on its line. */
  bounded: boolean;
}

/**
 * The fields of an address in forms, JSON, XML, YAML and SQL: two beside one another, of which one holds a number or
 * names a street; a field that holds a street, and more than a word, is enough by itself.
 */
export const addressFields: Detector = (scan, findings) => {
  const { tokens } = scan;
  messageAddresses(scan, findings);
  const fields: Field[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    const id = tokens.ids[token] as number;
    if (!STREET.hasId(id) && !PART.hasId(id)) continue;
    const field = fieldAt(scan, tokens.starts[token] as number, tokens.ends[token] as number);
    if (field) fields.push(field);
  }
  fields.forEach((field, index) => {
    const beside = fields
      .slice(Math.max(0, index - 5), index + 6)
      .filter((other) => other !== field && Math.abs(other.start - field.start) < NEAR);
    const told = [field, ...beside].some(({ strong }) => strong) && [field, ...beside].some(({ numbered }) => numbered);
    if ((beside.length > 0 && told) || beside.filter(({ bounded }) => bounded).length > 2)
      findings.push({ start: field.start, end: field.end, type: 'ADDRESS' });
  });
};

function fieldAt({ text, folded }: Scan, nameStart: number, nameEnd: number): Field | undefined {
  const separator = SEPARATOR.exec(text.slice(nameEnd, nameEnd + 24))?.[0];
  // `l1` and `line_2` are parts of an address, an `l` or a line is not.
  if (
    separator === undefined ||
    (/^l(?:ine)?$/.test(folded.slice(nameStart, nameEnd)) && !/^[_ ]?[1-4]/.test(separator))
  )
    return undefined;
  const start = nameEnd + separator.length;
  const quote = /["'`]$/.exec(separator)?.[0];
  const tagged = separator.endsWith('>');
  const line = text.slice(start, start + 90);
  const end = quote
    ? line.search(quote === '"' ? /(?<!\\)"/ : /'(?!\p{L})|`/u)
    : tagged
      ? line.indexOf('</')
      : (/^[^\n\t,;|}\])\x7f<>"]{1,80}/u.exec(line)?.[0].length ?? -1);
  if (end < 1) return undefined;
  const value = line.slice(0, end).trimEnd();
  // A label of a form stands at the beginning of its line.
  const alone = /(?:^|[\n|>{,;(]|\* |- |\t)[ "'`\p{L}/_]{0,24}$/u.test(
    text.slice(Math.max(0, nameStart - 25), nameStart),
  );
  if (
    /^[{[("']|^$/.test(value) ||
    EMPTY.test(value) ||
    /[@=]|:\/\/|\\|[()]\{|\bcolumn\b/.test(value) ||
    (!quote && !tagged && !alone)
  )
    return undefined;
  if (!/[\p{L}\p{N}]/u.test(value) || value.split(' ').length > 9) return undefined;
  const name = folded.slice(nameStart, nameEnd);
  return {
    start,
    end: start + value.length,
    strong: streets.has(name),
    numbered: /[0-9]/.test(value),
    bounded:
      quote !== undefined || tagged || /^\s*(?:\n|$)/.test(text.slice(start + value.length, start + value.length + 4)),
  };
}

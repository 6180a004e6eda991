import { identityOfHead } from '../cues/identity-heads.ts';
import type { Detector, Finding } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { lineEnd } from '../text/lines.ts';
import { matchesOf } from '../text/matches.ts';
import type { PiiType } from '../types.ts';

/** What the head of a column, or the name of a field, says about its values; folded, without spaces and marks. */
const KINDS: readonly (readonly [RegExp, PiiType])[] = [
  [
    /^(?:(?:first|last|full|given|family|sur|middle|maiden|customer|client|contact|patient|member|employee|student|guest|passenger|holder|cardholder|account(?:holder)?|owner|user|your)?names?|firstname|lastname|fullname|forename|vorname|nachname|familienname|kundenname|prenom|nom(?:complet|defamille|client)?|nombres?(?:completo)?|apellidos?|nome(?:completo|cliente)?|sobrenome|apelido|cognome|nominativo|naam|voornaam|achternaam|fornamn|efternamn|namn|fornavn|etternavn|efternavn|navn|etunimi|sukunimi|nimi|imie|nazwisko|imieinazwisko|jmeno|prijmeni|meno|priezvisko|nev|keresztnev|vezeteknev|csaladnev|nume|prenume|име|фамилия|имя|фио|отчество|имъ|імя|прізвище|піб|ονομα|επωνυμο|ad|soyad|adsoyad|isim|isimsoyisim|שם|שםפרטי|שםמשפחה|الاسم|اسمالعميل|नाम|ten|hoten|hovaten|nama|namalengkap|ชื่อ|นามสกุล|姓名|名字|客户姓名|氏名|名前|お名前|이름|성명|고객명|assignee|assignedto|reporter|requester|owner|user|customer|client|kunde|patient|employee|mitarbeiter|contact|kontakt|contacto|contatto|holder|student|driver|guest|tenant|besitzer|benutzer|utilisateur|usuario|utente|gebruiker|bruker|пользователь|користувач|kullanici)$/u,
    'PERSON',
  ],
  [
    /^(?:dob|bdate|birth|birthdt|yob|birthyear|dt?ofbirth|birthday|gebtag|gebdat|geborenam|datnais|datenaiss|datenais|ddn|nele|neele|neeleon|fnac|fecnac|fechanac|nac|nasc|dtnasc|datanasc|datanasci|dn|nascido|natoil|datanasc|gebdatum|geboren|fodt|fodd|foedt|fodtdato|fdato|syntaika|syntynyt|ur|dataur|urodzony|narozeni|datnar|datumnar|nar|szulido|szuletett|szuletes|nastere|datan|datanastere|роден|родена|датарожд|рождение|др|датар|датанар|народження|γεννηση|dogum|dogumtrh|dtarihi|dtarih|תלידה|לידה|الميلاد|تولد|تاریختولد|پیدائش|जन्म|जन्मदिनांक|जन्मतारीख|sinh|ttl|tgllahir|lahir|tarikhlahir|วันเดือนปีเกิด|เกิด|出生|出生日|生年|誕生日|생일|생년|dateofbirth|bday|birthdate|birthday|born|geburtsdatum|geburtstag|geb|gebdatum|datedenaissance|naissance|fechadenacimiento|fechanacimiento|nacimiento|datadenascimento|nascimento|datadinascita|nascita|geboortedatum|fodelsedatum|fodselsdato|syntymaaika|dataurodzenia|datumnarozeni|datumnarodenia|szuletesidatum|dataasterii|datanasterii|датарождения|датанародження|датанараждане|ημερομηνιαγεννησης|dogumtarihi|תאריךלידה|تاريخالميلاد|जन्मतिथि|ngaysinh|tanggallahir|วันเกิด|生日|出生日期|生年月日|생년월일)$/u,
    'DOB',
  ],
  [
    /^(?:iban|account|accountnumber|accountno|acctno|bankaccount|konto|kontonummer|kontonr|compte|numerodecompte|cuenta|cbu|cvu|clabe|conta|contabancaria|conto|rekening|rekeningnummer|bankkonto|tilinumero|rachunek|numerkonta|cislouctu|ucet|bankszamla|szamlaszam|cont|сметка|счет|номерсчета|рахунок|hesap|hesapno|חשבון|مسلسلالحساب|رقمالحساب|खातासंख्या|sotaikhoan|norek|nomorrekening|บัญชี|账号|口座番号|계좌번호)$/u,
    'BANK_ACCOUNT',
  ],
  [
    /^(?:ssn|nationalid|nationalidnumber|idnumber|idno|taxid|tin|nino|nhs|nhsnumber|svnr|svnummer|steuerid|ahv|nir|nss|dni|nie|nif|cuil|cuit|rut|curp|rfc|cedula|cpf|rg|codicefiscale|cf|bsn|personnummer|cpr|fodselsnummer|hetu|henkilotunnus|pesel|rodnecislo|taj|cnp|егн|снилс|инн|ипн|рнокпп|afm|amka|αφμ|αμκα|tckimlik|tckimlikno|tckn|תז|תעודתזהות|رقمالهوية|आधार|aadhaar|pan|cccd|cmnd|nik|บัตรประชาชน|身份证|身份证号|マイナンバー|주민등록번호|driverlicense|drivinglicence|licenceno|licenseno|dlnumber)$/u,
    'NATIONAL_ID',
  ],
  [
    /^(?:passport|passportno|passportnumber|reisepass|passeport|pasaporte|passaporte|passaporto|paspoort|paszport|паспорт|护照|护照号)$/u,
    'PASSPORT',
  ],
  [
    /^(?:phone|phonenumber|phone1|phone2|mobile|mobilephone|cell|cellphone|tel|telephone|telefon|telefonnummer|handy|mobil|telefono|celular|movil|telefone|telemovel|cellulare|telefoon|puhelin|телефон|τηλεφωνο|هاتف|טלפון|फोन|dienthoai|sdt|电话|手机|电话号码|電話|電話番号|전화|전화번호|fax)$/u,
    'PHONE',
  ],
  [
    /^(?:addr|addr1|addr2|addr3|adr|adr1|adr2|adrl1|adresl1|adresl2|adrline|addrline|addrline1|addrline2|l1|l2|l3|line3|sub|suburb|locality|region|county|pcode|pc|pin|pincode|postal|postnr|poststed|postort|bustad|bosted|gemeente|gemeinde|wohnadresse|plzort|cpville|adressedomicile|domicile|voie|vej|gade|gate|gatuadress|straatnaam|straatenhuisnummer|residence|residenza|indirizzoresidenza|localita|comune|numerocivico|calleynumero|colonia|municipio|provincia|dom|domic|ubicacion|logradouro|numero|complemento|end|distrito|freguesia|localidade|morada|ulica|miejscowosc|kod|kodpocztowy|obec|psc|psč|bydliste|okres|lakcim|hely|isz|strada|localitate|domiciliu|judet|улицаидом|нп|регион|дом|квартира|адрессрегистрации|прописка|місто|мiсто|адресса|διευθ|τκ|πολη|adresi|evadresi|mahalle|il|postakodu|mikud|מיקוד|רחוב|ישוב|الشارع|الحي|المنطقة|الرمزالبريدي|آدرس|شهر|کدپستی|پتہ|पिन|जिला|गांव|गाँव|diachinha|quan|phuong|kelurahan|kecamatan|kabupaten|provinsi|desa|kodepos|bandar|poskod|negeri|alamatrumah|จังหวัด|ตำบล|อำเภอ|รหัสไปรษณีย์|住址|详细地址|收货地址|省|市|区|邮编|郵遞區號|都道府県|市区町村|郵便番号|住所1|住所2|주소1|상세주소|우편번호|도로명주소|where|residential|mailing|postaladdress|deliveryaddress|propertyaddress|siteaddress|lossaddress|losslocation|housename|housenumber|housenamenumber|houseno|streetname|eircode|province|stadtort|hausnummer|strassehausnr|strassehausnummer|strassenr|strasseundhausnummer|address|address1|address2|addressline1|addressline2|line1|line2|street|streetaddress|street1|street2|homeaddress|shippingaddress|billingaddress|city|town|suburb|postcode|postalcode|zip|zipcode|plz|anschrift|adresse|strasse|stadt|ort|wohnort|rue|ville|codepostal|direccion|calle|ciudad|codigopostal|domicilio|endereco|rua|cidade|cep|bairro|indirizzo|via|citta|cap|adres|straat|plaats|woonplaats|adress|gata|postnummer|adresa|ulice|mesto|psc|cim|utca|varos|iranyitoszam|адрес|улица|город|индекс|адреса|вулиця|місто|διευθυνση|πολη|sehir|ilce|כתובת|עיר|العنوان|المدينة|पता|शहर|diachi|thanhpho|alamat|kota|ที่อยู่|地址|城市|住所|주소)$/u,
    'ADDRESS',
  ],
  [
    /^(?:password|passwd|pwd|passwort|kennwort|motdepasse|mdp|contrasena|clave|senha|wachtwoord|losenord|adgangskode|passord|salasana|haslo|heslo|jelszo|parola|пароль|парола|sifre|סיסמה|كلمةالمرور|पासवर्ड|matkhau|sandi|รหัสผ่าน|密码|パスワード|비밀번호|pin|temppassword)$/u,
    'PASSWORD',
  ],
  [
    /^(?:card|cardnumber|cardno|creditcard|pan|kartennummer|numerodecarte|tarjeta|cartao|kaartnummer|kortnummer|numerkarty|卡号)$/u,
    'CREDIT_CARD',
  ],
  [/^(?:email|mail|emailaddress|correo|correoelectronico|邮箱)$/u, 'EMAIL'],
];
const COLUMNS_MAX = 40;
const ROWS_MAX = 200;
const LINE_MAX = 2_000;

const kindOf = (head: string): PiiType | undefined => {
  const plain = foldText(head).replace(/[\s_."'*#:()-]/gu, '');
  return plain.length > 24 ? undefined : (KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? identityOfHead(plain));
};

/** Delimited tables with a head: cells of columns whose head says name, birth, account, number or address. */
export const tables: Detector = ({ text }, findings) => {
  for (let line = 0; line < text.length; ) {
    const end = lineEnd(text, line);
    const head =
      end - line <= LINE_MAX ? readHead(text.slice(line, end), RULE.test(text.slice(end + 1, end + 64))) : undefined;
    line = head ? readRows(text, end + 1, head, findings) : end + 1;
  }
};

interface Head {
  delimiter: string;
  kinds: readonly (PiiType | undefined)[];
}

/** A head has at least two cells that say what they hold, no digits to speak of, and no sentence. */
function readHead(line: string, ruled: boolean): Head | undefined {
  const delimiter = [';', '\t', '|', ','].find((mark) => line.includes(mark) && line.split(mark).length > 2);
  if (!delimiter || line.includes('. ')) return undefined;
  const cells = line.split(delimiter);
  if (cells.length > COLUMNS_MAX) return undefined;
  const kinds = cells.map((cell) => kindOf(cell.trim()));
  const known = kinds.filter((kind) => kind !== undefined).length;
  return known > (ruled ? 0 : 1) && known * (ruled ? 8 : 4) >= cells.length ? { delimiter, kinds } : undefined;
}

/** The rule under the head of a Markdown table. */
const RULE = /^\s{0,3}\|?\s?:?-{2,}/;

function readRows(text: string, from: number, { delimiter, kinds }: Head, findings: Finding[]): number {
  let line = from;
  for (let rows = 0; rows < ROWS_MAX && line < text.length; rows += 1) {
    const end = lineEnd(text, line);
    const cells = end - line <= LINE_MAX ? splitCells(text.slice(line, end), delimiter) : [];
    if (/^[\s|:+-]{3,}$/.test(text.slice(line, end))) {
      line = end + 1;
      continue;
    }
    if (cells.length < Math.min(kinds.length, 3) || cells.length > kinds.length + 2) return line;
    cells.forEach((cell, column) => {
      const kind = kinds[column];
      const value = cell.text.trim().replace(/^"|"$/g, '');
      if (!kind || !fits(kind, value)) return;
      const start = line + cell.start + cell.text.indexOf(value);
      findings.push({ start, end: start + value.length, type: kind });
    });
    line = end + 1;
  }
  return line;
}

/** Cells with their offsets; a delimiter inside double quotes divides nothing. */
function splitCells(line: string, delimiter: string): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    if (at < line.length && (quoted || line[at] !== delimiter)) continue;
    cells.push({ text: line.slice(start, at), start });
    start = at + 1;
  }
  return cells;
}

const EMPTY = /^(?:null|none|nil|n\/?a|-+|unknown|true|false|yes|no|\?+|x+|\.+)$/i;

function fits(kind: PiiType, value: string): boolean {
  if (value.length < 2 || value.length > 120 || EMPTY.test(value) || value.includes('\x7f')) return false;
  const digits = value.replace(/[^0-9]/g, '').length;
  if (kind === 'PERSON') return digits === 0 && /^\p{L}/u.test(value) && value.length < 60;
  if (kind === 'DOB') return digits >= 4;
  if (kind === 'PHONE' || kind === 'CREDIT_CARD') return digits >= 5;
  // `00871` is the number of a row.
  if (kind === 'BANK_ACCOUNT' || kind === 'NATIONAL_ID' || kind === 'PASSPORT') return digits >= 5;
  if (kind === 'EMAIL') return value.includes('@');
  return true;
}

/** `"city": "…"`, `street=…` beside one another: the members of an address, where at least one holds a number. */
const MEMBER =
  /"(?:address_?(?:line)?_?[0-9]?|line_?[0-9]|street(?:_?(?:address|name|1|2))?|city|town|suburb|locality|postcode|postal_?code|zip(?:_?code)?|region|county|plz|ort|strasse|stadt|ville|rue|code_?postal|ciudad|calle|cidade|rua|cep|citta|indirizzo)"\s{0,2}:\s{0,2}"([^"\n]{2,80})"/gi;

export const addressMembers: Detector = ({ text }, findings) => {
  const members = matchesOf(MEMBER, text).map((match) => {
    const value = match[1] as string;
    const end = match.index + match[0].length - 1;
    return { start: end - value.length, end, numbered: /[0-9]/.test(value) };
  });
  members.forEach((member, index) => {
    const beside = members
      .slice(Math.max(0, index - 4), index + 5)
      .some((other) => other !== member && Math.abs(other.start - member.start) < 300);
    const numbered = members
      .slice(Math.max(0, index - 4), index + 5)
      .some((other) => other.numbered && Math.abs(other.start - member.start) < 300);
    if (beside && numbered) findings.push({ start: member.start, end: member.end, type: 'ADDRESS' });
  });
};

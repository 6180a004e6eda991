import type { Detector, Scan } from '../scan.ts';
import { isCompany } from './company-behind.ts';
import { foldedWords } from './contexts.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isNoPerson } from './no-persons.ts';
import { isUncasedStop } from './uncased-cues.ts';
import { NOT_NAMES, PARTICLES } from './words.ts';

/** What forms of some fifty languages ask that only a person is the answer to; who speaks in a chat has no such label. */
const FIELDS: ReadonlySet<string> = new Set(
  [
    ...foldedWords(`
  Customer_name Contact_person Requested_by Recipient Account_holder Signed_by Assignee Reported_by Guest_name Attn Cardholder Applicant
  Emergency_contact Ansprechpartner Empfänger Kontoinhaber Unterzeichnet_von Bearbeiter Gemeldet_von z._Hd. Karteninhaber Antragsteller Nom
  Nom_du_client Interlocuteur Destinataire Titulaire Signé_par Demandeur À_l'attention_de Nombre_del_cliente Destinatario Titular Firmado_por
  Solicitante A_la_atención_de Nome_do_cliente Destinatário Assinado_por Aos_cuidados_de Nome_cliente Referente Intestatario Firmato_da Richiedente Naam
  Klantnaam Contactpersoon Ontvanger Rekeninghouder Ondertekend_door Aanvrager T.a.v. Namn Kundens_namn Kontaktperson Mottagare Kontoinnehavare
  Undertecknat_av Sökande Navn Kundens_navn Modtager Kontohaver Underskrevet_af Ansøger Mottaker Kontoeier Signert_av Søker Nimi Asiakkaan_nimi
  Yhteyshenkilö Vastaanottaja Tilinomistaja Allekirjoittanut Hakija Imię_i_nazwisko Osoba_kontaktowa Odbiorca Właściciel_konta Podpisano Wnioskodawca
  Jméno Jméno_zákazníka Kontaktní_osoba Příjemce Majitel_účtu Podepsal Žadatel Meno Meno_zákazníka Kontaktná_osoba Príjemca Majiteľ_účtu Podpísal
  Žiadateľ Név Ügyfél_neve Kapcsolattartó Címzett Számlatulajdonos Aláírta Igénylő Nume Numele_clientului Persoană_de_contact Destinatar Semnat_de
  Solicitant Име Име_на_клиента Лице_за_контакт Получател Титуляр Подписал Заявител Имя ФИО Контактное_лицо Получатель Владелец_счёта Заявитель Ім'я ПІБ
  Контактна_особа Отримувач Власник_рахунку Підписав Заявник Όνομα Ονοματεπώνυμο Υπεύθυνος_επικοινωνίας Παραλήπτης Δικαιούχος Υπογραφή Αιτών Ad_Soyad
  İlgili_kişi Alıcı Hesap_sahibi İmzalayan Başvuran الاسم اسم_العميل جهة_الاتصال المستلم صاحب_الحساب التوقيع مقدم_الطلب نام نام_مشتری شخص_رابط گیرنده
  صاحب_حساب امضا متقاضی שם שם_הלקוח איש_קשר נמען בעל_החשבון חתום מבקש नाम ग्राहक_का_नाम संपर्क_व्यक्ति प्राप्तकर्ता खाताधारक हस्ताक्षर आवेदक নাম
  গ্রাহকের_নাম যোগাযোগের_ব্যক্তি প্রাপক হিসাবধারী স্বাক্ষর আবেদনকারী பெயர் வாடிக்கையாளர்_பெயர் தொடர்பு_நபர் பெறுநர் கணக்குதாரர் கையொப்பம் விண்ணப்பதாரர்
  ชื่อ ชื่อลูกค้า ผู้ติดต่อ ผู้รับ เจ้าของบัญชี ลงชื่อ ผู้สมัคร Tên Họ_tên Người_liên_hệ Người_nhận Chủ_tài_khoản Người_ký Người_nộp_đơn Nama
  Nama_pelanggan Penerima Pemilik_rekening Ditandatangani_oleh Pemohon Pangalan Pangalan_ng_kliyente Tatanggap May-ari_ng_account Aplikante 姓名 客户姓名 联系人
   户名 签字 申请人 氏名 お名前 お客様名 担当者 受取人 口座名義 署名 申請者 이름 성명 고객명 담당자 수령인 예금주 서명 신청인 Kliendi_nimi Kontaktisik Saaja Konto_omanik Allkirjastas Taotleja Vardas
  Vardas,_pavardė Kontaktinis_asmuo Gavėjas Sąskaitos_savininkas Pasirašė Vārds Klienta_vārds Kontaktpersona Saņēmējs Konta_īpašnieks Parakstīja Ime
  Ime_i_prezime Kontakt_osoba Primatelj Vlasnik_računa Potpisao Podnositelj Ime_in_priimek Kontaktna_oseba Prejemnik Imetnik_računa Podpisal სახელი
  მომხმარებლის_სახელი საკონტაქტო_პირი მიმღები ანგარიშის_მფლობელი Անուն Հաճախորդի_անուն Կոնտակտային_անձ Ստացող Հաշվի_սեփականատեր Müştərinin_adı
  Əlaqədar_şəxs Hesab_sahibi Emri Emri_i_klientit Personi_i_kontaktit Marrësi Full_name First_name Last_name Family_name Given_name Account_owner
  Name_on_card Name_on_account Beneficiary Payee Insured Policyholder Account_name Vorname Nachname Vor-_und_Nachname Name_des_Kunden Karteninhaberin
  Versicherte_Person Begünstigter Prénom Nom_et_prénom Nom_complet Bénéficiaire Assuré Nombre_y_apellidos Nombre_completo Apellidos Beneficiario
  Asegurado Nome_completo Nome_e_cognome Cognome Assicurato Beneficiário Segurado Voornaam Achternaam Naam_klant Begunstigde Förnamn Efternamn Fornavn
  Etternavn Efternavn Etunimi Sukunimi Imię Nazwisko Příjmení Jméno_a_příjmení Meno_a_priezvisko Priezvisko Vezetéknév Keresztnév Teljes_név
  Nume_și_prenume Prenume Фамилия Имя_и_фамилия Фамилия,_имя Прізвище Прізвище_та_ім'я Ονομα_και_επώνυμο Επώνυμο Adı_Soyadı Soyad الاسم_الكامل
  اسم_المستلم اسم_صاحب_الحساب المستفيد نام_و_نام_خانوادگی نام_خانوادگی نام_گیرنده نام_صاحب_حساب נמענת שם_מלא שם_משפחה पूरा_नाम প্রাপকের_নাম পূর্ণ_নাম
  முழு_பெயர் ชื่อ-นามสกุล ชื่อผู้ติดต่อ ชื่อผู้รับ Họ_và_tên Tên_khách_hàng Tên_người_nhận Nama_lengkap Nama_penerima Buong_pangalan Jina Jina_kamili
  Jina_la_mteja Mpokeaji Mmiliki_wa_akaunti 联络人 聯絡人 收貨人 收货人 持卡人 客戶姓名 連絡先担当者 お届け先氏名  받는분 입금자명 Ees-_ja_perekonnanimi Vardas_ir_pavardė Vārds,_uzvārds
  Ime_i_prezime_kupca Име_и_презиме Emri_dhe_mbiemri Adı_və_soyadı Аты-жөні F.I.Sh.
`),
  ].map((label) => label.replaceAll('_', ' ')),
);

/** What people are asked by that are roles or anything else, too: what follows must be a name by a list. */
const ROLES: ReadonlySet<string> = foldedWords(
  'customer client contact name nombre nome nom naam navn namn nimi ad contacto contato contatto kontak kunde kund klant kupac stranka patient driver guest tenant passenger technician fahrer gast mieter chauffeur locataire passager conductor paciente inquilino pasajero motorista passageiro autista paziente passeggero huurder hyresgäst lejer leietaker chaufför chauffør sjåfør pasient potilas kuljettaja vuokralainen klient pacjent kierowca najemca pacient řidič nájemce vodič nájomca beteg sofőr bérlő șofer chiriaș пациент шофьор наемател клиент водитель арендатор клієнт пацієнт водій орендар πελάτης ασθενής οδηγός ενοικιαστής müşteri hasta sürücü kiracı المريض السائق المستأجر العميل بیمار راننده مشتری مستأجر מטופל נהג שוכר לקוח मरीज़ ड्राइवर किरायेदार রোগী চালক ভাড়াটে நோயாளி ஓட்டுநர் ผู้ป่วย คนขับ ผู้เช่า pasien sopir penyewa pasyente drayber patsient üürnik klientas pacientas vairuotojas nuomininkas pacients vadītājs īrnieks pacijent vozač najmoprimac voznik najemnik პაციენტი მძღოლი հիվանդ վարորդ xəstə pacienti shoferi patiënt mteja dereva mgonjwa',
);

/** A label at the beginning of its line, and up to five words, to the end of the line, of the cell or of what is in quotes. */
const MEMBER =
  /^[ \t>*•·–|+"'-]{0,6}([\p{L}\p{M}][\p{L}\p{M}'’ .,-]{0,28})["']? ?[:：=] {0,3}["']?(\p{L}[\p{L}\p{M}'’.-]{0,30}(?: \p{L}[\p{L}\p{M}'’.-]{0,30}){1,4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]{2,7})(?=["']?[ \t]*(?:$|[;|<(,"']))/u;
/** Where a label has ended by, and a member. */
const LABEL_MAX = 42;
const MEMBER_MAX = 200;
const MARK = /[:：=]/;

/** `Πελάτης` may be anybody's label; `Ονοματεπώνυμο: …` is followed by a name, whether a list knows it or not. */
export const personFields: Detector = (scan, findings) => {
  const { text, folded } = scan;
  for (let from = 0; from < text.length; from = endOfLine(text, from) + 1) {
    if (!MARK.test(text.slice(from, from + LABEL_MAX))) continue;
    const match = MEMBER.exec(text.slice(from, Math.min(endOfLine(text, from), from + MEMBER_MAX)));
    if (!match) continue;
    const [whole, label = '', value = ''] = match;
    const at = from + whole.indexOf(label);
    const folding = folded.slice(at, at + label.length).trimEnd();
    const isRole = ROLES.has(folding);
    if (!isRole && !FIELDS.has(folding)) continue;
    const start = from + whole.length - value.length;
    const end = start + value.length;
    if (!isWrittenAsName(value) || saysOther(scan, start, end)) continue;
    if (!isRole || isListed(folded.slice(start, end))) findings.push({ start, end, type: 'PERSON' });
  }
};

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Written without a space between names, and what firms, shops and offices end with there. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u;
const OFFICE =
  /(?:社|部|課|店|係|室|所|局|院|校|会|公司|部门|部門|中心|集团|集團|팀|부서|센터|지점|본사|회사|支持|支援|组|組|客服|班|员|지원|카운터|데스크)$|未|無|无|同上|なし|不明|없음|미상|본인|本人/u;

/** Capital letters where the script has them; a last word may be without, `Emilija čeh`. */
export function isWrittenAsName(value: string): boolean {
  const words = value.split(' ');
  if (OFFICE.test(value)) return false;
  if (words.length < 2) return UNSPACED.test(value);
  return words.every(
    (word, index) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word) || (index === 1 && words.length === 2),
  );
}

/** One word of it is a name and nothing else, and the others may be: speech is not. */
function isListed(value: string): boolean {
  const flags = value.split(/[ .]+/).map((word) => wordFlags(word));
  const isName = (word: number) => (word & (Word.given | Word.surname)) !== 0;
  return (
    flags.some((word) => isName(word) && (word & Word.everyday) === 0) &&
    flags.every((word) => isName(word) || word === 0)
  );
}

export function saysOther(scan: Scan, start: number, end: number): boolean {
  const { text, folded } = scan;
  const words = folded.slice(start, end).split(/[ .]+/);
  if (words.some((word) => NOT_NAMES.has(word) || isUncasedStop(word))) return true;
  return isNoPerson(scan, { start, end }) || isCompany(text, folded, start, end);
}

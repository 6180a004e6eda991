import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { foldedWords } from './contexts.ts';
import { NOT_NAMES } from './words.ts';

/** Who signs instead of a person, and how: departments, desks and teams, greetings and thanks. */
const OFFICES: ReadonlySet<string> = foldedWords(`
  satın operasional refund ombor asante dirección resources services returns quality assurance admissions housing faithfully kreditorenbuchhaltung versand vertriebsinnendienst rechnungswesen
  technischer dienst geschaftsleitung schulsekretariat auftragsannahme praxisteam clients technique generale logistique facturation salutations
  distinguees cdlt atencion departamento facturacion logistica ayuda academica administracion atentamente atento almoxarifado faturamento cumprimentos
  abraco servizio clienti spedizioni supporto saluti buona giornata attesa facturatie debiteurenbeheer technische planning bedankt groetjes hoogachtend
  loneavdelningen personalavdelningen teknisk lagret ledningen fakturaservice morgon lonafdelingen personaleafdelingen hilsner godmorgen
  regnskapsavdelingen lonnsavdelingen personalavdelingen resepsjonen talousosasto henkilostoosasto tekninen integraatiotiimi ostot palkkahallinto
  ksiegowosci kadr techniczne zarzad zakupow reklamacji wyrazami szacunku zakaznicky personalni fakturace reklamacni hezky zdravim uctovne personalne
  recepcia vedenie pekny humaneroforras muszaki tamogatas szamlazas felveteli koszonettel napot tisztelettel udv resurse tehnic conducerea facturare
  juridic salutari dimineata обслужване клиенти човешки ресурси техническа ръководство благодаря добър служба поддержки кадров техническая ресепшн
  дирекция закупок продаж комиссия доброе утро підтримки кадрів технічна рецепція дирекція закупівель добрии гарного ранку корисничка техничка подршка
  рецепција добар дан хвала поздрав поштовањем korisnicka sluzba tehnicka podrska ljudski potencijali lijep postovanjem uporabnikom kadrovska tehnicna
  lepo pozdravljeni spostovanjem εξυπηρετηση πελατων προσωπικου τεχνικη διοικηση πωλησεων χαιρετισμουσ φιλικα departmani kaynaklari resepsiyon finans
  kargo ekibi gelsin selamlar قسم المحاسبه الموارد البشريه المستودع الاستقبال الاداره العامه المشتريات الفوتره فريق عليكم جزيلا تحياتي الشكر تحيه طيبه
  خدمات مشتریان مالی حسابداری منابع انسانی انبار مدیریت فروش دبیرخانه تشکر ممنون سپاسگزارم بخیر خسته نباشید کسٹمر سروس شعبہ حسابات تکنیکی معاونت
  انتظامیہ فروخت ٹیم علیکم شکریہ بہت خدا جزاک לקוחות הנהלת חשבונות משאבי אנוש טכנית מחסן קבלה הנהלה מחלקת גבייה צוות התמיכה מזכירות תודה विभाग सेवा
  मानव संसाधन तकनीकी गोदाम स्वागत कक्ष प्रबंधन बिलिंग टीम खरीद नमस्ते धन्यवाद आभार গ্রাহক সেবা হিসাব বিভাগ মানব সম্পদ কারিগরি সহায়তা গুদাম অভ্যর্থনা
  ব্যবস্থাপনা নমস্কার ধন্যবাদ সকাল আসসালামু আলাইকুম வாடிக்கையாளர் சேவை கணக்கு பிரிவு தொழில்நுட்ப உதவி கிடங்கு நிர்வாகம் வணக்கம் நன்றி కస్టమర్ సర్వీస్
  ఖాతాల విభాగం సాంకేతిక సహాయం గిడ్డంగి నమస్కారం ధన్యవాదాలు तांत्रिक सहाय्य नमस्कार ฝ่ายบริการลูกค้า ฝ่ายบัญชี ฝ่ายบุคคล ฝ่ายเทคนิค คลังสินค้า
  แผนกต้อนรับ ผู้บริหาร ทีมงานซัพพอร์ต สวัสดีครับ ขอบคุณค่ะ ขอแสดงความนับถือ teknis manajemen operasional pagi terima kasih hormat hangat bantuannya
  khidmat kewangan sumber manusia sokongan teknikal pengurusan sejahtera sekian serbisyo kustomer tanggapan pananalapi yamang bodega pamunuan magandang
  umaga maraming salamat kumusta wateja fedha rasilimali watu msaada kiufundi ghala mapokezi uongozi asubuhi shukrani samahani tayari karibu 客服部 财务部
  人力资源部 技术支持 管理层 采购部 市场部 物业服务中心 非常感谢 早上好 カスタマーサポート 経理部 人事部 技術サポート 総務課 購買部 営業二課 情報システム室 お世話になっております ありがとうございます お疲れ様です おはようございます 고객지원팀 회계팀 인사팀 기술지원팀 물류센터
  안내데스크 경영지원실 구매팀 정산팀 안녕하세요 감사합니다 수고하세요 되세요 მომხმარებელთა მომსახურება ბუღალტერია ტექნიკური მხარდაჭერა საწყობი გამარჯობა გმადლობთ მადლობა հաճախորդների
  սպասարկում հաշվապահություն տեխնիկական աջակցություն պահեստ բարև ձեզ շնորհակալություն շնորհակալ klientu personalo skyrius technine pagalba
  administracija laba diena aciu geros dienos apkalposana dala tehniskais labdien paldies jauku dienu klienditeenindus personaliosakond tehniline tugi
  paevast tanades tervitades paeva þjonustuver bokhald starfsmannasvið tækniaðstoð goðan daginn sherbimi klientit kontabiliteti burimet njerezore
  mbeshtetja teknike magazina pershendetje faleminderit mbare xidmətləri muhasibatliq texniki dəstək anbar təsəkkur sabahiniz xeyir клиенттерге қызмет
  техникалық қолдау қоима сәлеметсіз рақмет қаиырлы күн mijozlarga xizmat buxgalteriya texnik yordam assalomu alaykum xayrli የደንበኞች አገልግሎት የሂሳብ ክፍል ቴክኒክ
  ድጋፍ መጋዘን ሰላም አመሰግናለሁ payroll helpdesk servicedesk frontdesk backoffice dispatchers operations onboarding compliance treasury collections escalations
  fulfilment fulfillment bookings ticketing debitorenbuchhaltung lohnbuchhaltung finanzbuchhaltung buchhaltung disposition auftragsabwicklung
  reklamationsabteilung kundenbetreuung vertriebsteam innendienst außendienst verwaltung sekretariat schulleitung praxis personalwesen comptabilité
  recouvrement secrétariat scolarité intendance accueil contabilidad tesorería facturación cobranzas logística recepción secretaría conserjería
  contabilidade tesouraria expedição secretaria amministrazione contabilità segreteria magazzino boekhouding personeelszaken crediteurenadministratie
  receptie ekonomiavdelningen kundtjänst löneavdelningen receptionen växeln inköpsavdelningen bogholderiet indkøbsafdelingen regnskabsafdelingen
  kundeservice økonomiavdelingen innkjøpsavdelingen taloushallinto laskutus asiakaspalvelu isännöinti vastaanotto varasto księgowość kadry recepcja
  zaopatrzenie účtárna podatelna recepce sekretariát učtáreň pénzügy könyvelés titkárság beszerzés raktár recepció pénzügyi osztály ügyfélszolgálat
  contabilitate secretariat recepție achiziții depozit счетоводство деловодство канцелярия бухгалтерия секретариат отдел бухгалтерія канцелярія
  рачуноводство računovodstvo tajništvo nabava prodaja λογιστήριο γραμματεία αποθήκη υποδοχή muhasebe sekreterlik satınalma buhalterija sekretoriatas
  grāmatvedība raamatupidamine sekretariaat bagian divisi keuangan personalia jabatan bahagian kagawaran idara kitengo
`);
/** What is a name elsewhere, and part of such a phrase: `Human Resources`, `Satın Alma`, `Mesa de Ayuda`. */
const PARTS: ReadonlySet<string> = foldedWords(
  'human general alma iroda tim sana wa bộ phận bảo hành chăm sóc insan mesa care pole bureau lager back night shift yamang tao صباح الخير اللہ शुभ प्रभात लेखा فنی de of la und et y e i and the i og och für der',
);
const WORD = /[\p{L}\p{M}'’-]+/gu;
const LONGEST = 90;

/** Whether a finding is part of a phrase that names an office or is one of thanks, and no person: "Kind regards, Accounts Payable". */
export function isOffice({ text, folded }: Scan, { start, end }: Range): boolean {
  if (end - start > LONGEST) return false;
  const before = /[\p{L}\p{M}'’ -]*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}'’ -]*/u.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  return isPhrase(folded.slice(start - before, end + after)) || isPhrase(folded.slice(start, end));
}

function isPhrase(phrase: string): boolean {
  const words = phrase.match(WORD) ?? [];
  return (
    words.some((word) => OFFICES.has(word)) &&
    words.every((word) => OFFICES.has(word) || PARTS.has(word) || NOT_NAMES.has(word))
  );
}

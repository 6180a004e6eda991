import { foldText } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';

/** Names of months, their short forms and the cases dates are written in; folded by the set. */
const NAMES = `
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  januar jänner februar märz mai juni juli oktober dezember okt dez
  janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
  enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev abr mai ago set out dez
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott
  januari februari maart mei augustus mrt
  januari februari augusti maj
  desember des
  tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
  tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
  stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
  styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
  ledna února března dubna května června července srpna září října listopadu prosince
  leden únor březen duben květen červen červenec srpen říjen prosinec
  januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra január február apríl máj jún júl október
  január február március április május június július augusztus szeptember október november december
  ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
  януари февруари март април май юни юли август септември октомври ноември декември
  ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
  ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  январь февраль март апрель июнь июль сентябрь октябрь ноябрь декабрь
  січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
  січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
  ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  januari februari maret april mei juni juli agustus september oktober november desember agt
  يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
  ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
  जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर नवंबर नवम्बर दिसंबर दिसम्बर
  siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
  jaanuar veebruar märts aprill juuni juuli detsember janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
  gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
  urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua
  eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán fómhair deireadh samhain nollaig
  ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr
  janúar febrúar apríl maí júní júlí ágúst september október nóvember desember
  janar shkurt prill qershor korrik gusht shtator tetor nëntor dhjetor
  yanvar fevral mart aprel iyun iyul avqust avgust sentyabr oktyabr noyabr dekabr sentabr oktabr
  қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
  студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
  јануар фебруар март април мај јун јул август септембар октобар новембар децембар јануара фебруара марта јула јуна августа септембра октобра новембра децембра
  januar februar mart maj jun jul avgust septembar oktobar novembar decembar januara avgusta
  јануари февруари јуни јули септември октомври ноември декември
  იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
  հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր
  enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
  januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
  januari februari mac april jun julai ogos oktober disember
  janairu faburairu maris afrilu mayu yuni yuli agusta satumba oktoba nuwamba disamba
  meskerem tikimt hidar tahsas tir yekatit megabit miyazya ginbot sene hamle nehase
  muharram safar rabi rabiulawal rabiulakhir rabiulawwal jumada jamadilawal rajab shaban syaaban ramadan ramadhan ramzan shawwal syawal zulkaedah zulhijjah dhul
  محرم صفر ربيع جمادى رجب شعبان رمضان شوال هاتور جانفي فيفري أفريل ماي جوان جويلية أوت
  فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
  جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
  chaitra baisakh boishakh jyoishtho asharh ashar srabon shrabon bhadro ashwin kartik ogrohayon poush magh falgun phalgun choitro asar saun bhadau asoj mangsir paush chait jeth
  চৈত্র বৈশাখ জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
  tishrei heshvan kislev tevet shevat adar nisan iyar sivan tammuz av elul תשרי חשוון כסלו טבת שבט אדר ניסן אייר סיוון תמוז אב אלול
  agst sept okt nop peb
  sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
`;

const WORDS = foldText(NAMES).trim().split(/\s+/);
export const MONTHS: WordSet = new WordSet(WORDS);

/** The first three letters tell a month from other words in whatever case or abbreviation it is written. */
const BEGINNINGS: ReadonlySet<string> = new Set(WORDS.map((word) => word.slice(0, 3)));
export const beginsLikeMonth = (word: string): boolean => BEGINNINGS.has(foldText(word).slice(0, 3));

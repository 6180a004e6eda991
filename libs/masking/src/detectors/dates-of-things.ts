/** What is said to happen on a day, by how its words begin, folded: things are bought, installed, delivered and served, contracts run. */
const HAPPENS = `
  purchas bought warrant guarante install commission renew inception manufactur servic inspect hearing tournament regulat expir contract deliver shipp
  invoic open close enrol graduat diploma retire policy lease subscri tenancy incident outage creat releas publi revis meeting edition
  archive found establish incorporat built issue sign dated effective order version build licens licenc joined hired hiredate expediente akte dossier epoch epoka clock default
  recorded registration registered judg verdict law
  kaufdat kaufbeleg baujahr mietbeginn einzug ablesung gekauft garantie gewahrleist installi einbau eingebaut inbetriebnahme wartung gultig kundig vertrag laufzeit liefer bestell rechnung
  erstzulassung zulassung turnier veranstaltung sitzung beschluss verordnung ausgestellt erstellt erfasst eroffnet geoffnet angelegt abgelaufen ablauf
  beitritt eintritt gegrundet vorfall ausfall ausgabe veroffentlicht bescheid urteil gesetz satzung abrechnung baugenehmigung
  achat achete garanti mise_en_service livrais livre_le factur contrat valable echeance souscri resili ouvert decret audience reunion signe_le emis delivre_le cree paru fonde jugement loi bail permis_de_construire etat_des_lieux mise_en_circulation arrete_du
  compra comprad comprat instala entrega vigen caduc vencim matricul puesta_en_marcha sentencia ley_de escritura alquiler abiert creado fundad publicad
  acquist garanzi consegn fattur contratt scaden stipul udienza rilasciat emess immatricol attivaz apert creato pubblicat fondat riunion sentenza legge rogito atto_notarile
  entreg fatur garantia validade venciment emissao emitid assinad criado
  aankoop gekocht levering geleverd factuur geldig_tot vonnis wet_van huurcontract verloop geplaatst afgegeven keuring geopend aangemaakt
  besiktning kopdat kjopsdat kobsdat kopt kjopt kobt inkop lever leverans faktura avtal aftal kontrakt giltig gyldig skapad oppnad oprettet opprettet dom lag lov registrering
  osto ostett tuomio laki kayttoonotto rekisterointi takuu asennet asennus toimitu lasku sopimu
  zakup kupion gwaranc instalacj dostaw faktur umow wazn wygas przeglad utworzon wyrok ustawa akt_notarialny rejestracj
  nakup zakoup koupen zakupen zaruk dodan dodavk kupene smlouv zmluv vyprs vystaven rozsudek zakon registrac
  vasarl vasarol jotall garanci telepit szallit szaml szerzod ervenyes itelet forgalomba
  achizit cumpar instalar livrar facturar valabil
  kupnj kupov kupljen jamstv ugradnj isporuk ugovor pogodb
  гаранција купљен купљено покупк купен куплен купих закупен гаранц гарант установ монтаж доставк инсталир договор договір закон решение рішення регистрац реєстрац деиств истек истеч придбан куплено встановл поставк
  αγορα αγοραστ εγγυησ εγκαταστασ παραδοσ τιμολογ συμβολαι ληξη
  satin_al kira_sozles kurulum teslim sozlesme ruhsat gecerli
  شراء الشراء ضمان الضمان تركيب تسليم التسليم عقد العقد التسجيل קנייה קניה רכישה אחריות התקנה אספקה חוזה תוקף خرید گارانتی نصب تحویل قرارداد
  खरीद वारंटी डिलीवरी কেনার mua bao_hanh अनुबंध waranti waarborg dhamana gekoop binili dibeli lap_dat giao_hang beli pembelian garansi pemasangan pengiriman`;

/** Small words between what happened and its day. */
const SMALL =
  'date|datum|dato|data|datuma|fecha|tarih|tarihi|datumu|on|of|the|from|until|till|to|in|at|was|is|ended|ends|start|starts|started|since|am|vom|ab|bis|zum|seit|le|du|des|au|jusqu|jusqu.au|depuis|del|de|da|do|dos|el|al|hasta|ate|dal|fino|il|la|op|per|van|tot|den|fra|til|till|fran|asti|dnia|z|ze|w|od|dne|na|din|pana|от|до|с|по|на|в|від|εως|της|μεχρι|ouvert|hingga|hanggang|sampai|hadi|iki|lidz|kuni|fins|noong|ki|तक|तारीख|की|עד|ב|מיום|ngay|den';

const HAPPENED = new RegExp(
  `(?<!\\p{L})(?:${HAPPENS.trim().split(/\s+/).join('|').replaceAll('_', ' ')}|\\p{L}{2,12}(?:vertrag|avtal|sopimus|contract|kontrakt|rechnung|bescheid|urteil|gesetz|zulassung|lieferung))[\\p{L}\\p{M}]{0,16}(?:[ _](?:${SMALL})){0,3}["'<>:=\\s(]{0,4}$`,
  'u',
);
/** Where something began, and which paper of that day is spoken of. */
const SINCE =
  /(?<!\p{L})(?:since|seit|vom|depuis|desde|dal|sinds|od|с|z dnia|ze dne|zo dna)["'<>:=\s(]{0,4}(?:(?:on|the|am|le|el|il|de|at|in) )?$/u;
/** A paper with one or two words on what it is: "договор аренды от", "umowa najmu z", "contratto di locazione del". */
const PAPER =
  /(?<!\p{L})(?:договор|договір|umow|smlouv|zmluv|contra[ct]t?|contrat|akt|akta|permis|решение|рішення|заявк|bail|lease|deed|certificate|decreto|orden)\p{L}{0,6}(?: \p{L}{2,14}){1,2} (?:от|від|z|z dnia|ze dne|del?|du|dal|van|of|from|din|od) $/u;
/** What is said behind a date in languages that end with the verb. */
const HAPPENED_THEN = /^\s?(?:购买|購買|购入|購入|签订|安装|設置|구매|설치|구입|tarihinde (?:al|sat|kur|im)|erosia)/u;
/** The other end of a period. */
const UNTIL = /(?:19|20)[0-9]{2} (?:bis|to|until|au|al|do|tot|по) $/u;
const FROM = /^ (?:bis|to|until|au|al|do|tot|по) (?:[0-3]?[0-9][./][01]?[0-9][./])?(?:19|20)[0-9]{2}/u;
/** The same in scripts without spaces between words. */
const UNSPACED =
  /(?:登録|注册|註冊|등록|購入|保証|納品|納入|設置|契約|発行|購買|购买|保修|安装|安裝|签订|到期|구매|설치|보증|계약|납품|발급|วันที่ซื้อ|ซื้อเมื่อ|รับประกัน|ติดตั้ง)[^0-9\n、。，,]{0,6}$/u;
const REACH = 40;

/** Whether the words right before a date say what happened to a thing: "warranty until 12/05/2011", "Inbetriebnahme 17.03.1998". */
export function isDayOfThing(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  return (
    HAPPENED.test(before) ||
    UNSPACED.test(before) ||
    SINCE.test(before) ||
    PAPER.test(before) ||
    UNTIL.test(before) ||
    FROM.test(folded.slice(end, end + 20)) ||
    HAPPENED_THEN.test(folded.slice(end, end + 20))
  );
}

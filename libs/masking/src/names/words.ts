import { type CueKind, PHRASES } from '../cues/phrases.ts';
import { foldText } from '../text/characters.ts';
import { ROLES } from './contexts.ts';
import { Word, wordFlags } from './lexicon.ts';
import { SUPPORT_WORDS } from './support-words.ts';
import { RELATIONS, TITLES } from './titles.ts';

const set = (words: string) => new Set(foldText(words).split(/\s+/));

/** Cues of these kinds are words for things and for politeness, in every language of the tickets. */
const CUES_NOT_NAMES: readonly CueKind[] = [
  'password',
  'one-time',
  'secret',
  'dob',
  'passport',
  'account',
  'phone',
  'national-id',
  'iban',
  'address',
  'postcode',
  'card',
  'expiry',
  'cvv',
  'sign-off',
  'greeting',
  'personal',
];
/** Given names of half the world that abbreviate numbers somewhere, or greet. */
const GIVEN_CUES: ReadonlySet<string> = set('nina nino niko mila');
/** Words for relatives that are surnames, too: `Schwager`. */
const RELATION_SURNAMES = RELATIONS.split('|')
  .map((phrase) => foldText(phrase))
  .filter((phrase) => phrase.length > 3 && (wordFlags(phrase) & (Word.given | Word.surname)) === Word.surname);

/** They refuse to begin a name; inside one a surname may be spelled the same: `do Nascimento`. */
export const CUE_WORDS: ReadonlySet<string> = new Set(
  CUES_NOT_NAMES.flatMap((kind) => PHRASES[kind].split('|'))
    .map((phrase) => foldText(phrase))
    .filter((phrase) => phrase.length > 3 && !/[^\p{L}\p{M}]/u.test(phrase))
    .filter((phrase) => (wordFlags(phrase) & Word.given) === 0 || (wordFlags(phrase) & Word.everyday) !== 0)
    .filter((phrase) => !GIVEN_CUES.has(phrase))
    .concat(RELATION_SURNAMES),
);

/** Titles and words for relatives that no list has as a name. */
const FORMS_OF_ADDRESS = [...TITLES.split('|'), ...RELATIONS.split('|')]
  .map((phrase) => foldText(phrase))
  .filter((phrase) => phrase.length > 2 && !/[^\p{L}\p{M}]/u.test(phrase))
  .filter((phrase) => (wordFlags(phrase) & (Word.given | Word.surname)) === 0);

/** Words of support life, names among them: whom a greeting in small letters speaks to. */
export const EVERYBODY: ReadonlySet<string> = set(`${SUPPORT_WORDS} min gan sis bro kak dunia mundo monde welt`);
/** Those that no list has as a name. */
const PLAIN_SUPPORT_WORDS = [...set(SUPPORT_WORDS)].filter(
  (word) => word.length > 1 && (wordFlags(word) & (Word.given | Word.surname)) === 0,
);

/** Words that begin with a capital and are no names: roles, greetings, technology, calendar, sentence openers. */
export const NOT_NAMES: ReadonlySet<string> = new Set([
  ...ROLES,
  ...FORMS_OF_ADDRESS,
  ...PLAIN_SUPPORT_WORDS,
  ...set(`
  a an the this that these those it its he she we you they i me my your our their and or but if when where why how who what which
  not no yes yeah ok okay please thanks thank sorry hi hello hey dear good morning afternoon evening day night regards best kind
  gast gäste bezoeker besucher besucherin visiteur visiteuse invité visitante invitado convidado ospite visitatore usuari usuario usuária usuário
  utente utilisateur utilisatrice gebruiker gebruikster benutzer nutzer anrufer anruferin interlocutor llamante chiamante beller appelant caller
  gość gosc uzytkownik użytkownik dzwoniący host návštěvník uživatel volající návštevník používateľ vendég felhasználó vizitator utilizator gost korisnik
  obiskovalec uporabnik külaline kasutaja viesis lietotājs svečias vartotojas επισκέπτης χρήστης посетител посетитель гость пользователь бот оператор
  відвідувач гість користувач потребител asistan ziyaretçi misafir kullanıcı müşteri temsilci temsilcisi asistent asistentka assistent assistente asistente
  medewerker medewerkster bearbeiter mitarbeiter berater kundenberater conseiller consultant konsultant konsultantka agente agentka suporte soporte
  besökare användare gäst handläggare bruker besøkende saksbehandler bruger gæst kävijä käyttäjä vieras notandi pelanggan pengguna tamu pengunjung
  khách pelawat bezoekers crew nik nisn nhi aba skipped
  support team helpdesk help desk service customer client user users agent bot system admin administrator visitor guest operator
  manager lead head director engineer developer ceo cto cfo vp sales billing accounting finance marketing office department all
  everyone everybody there folks guys sir madam anyone someone nobody staff colleague colleagues friend friends ladies gentlemen
  error errors warning warn info debug trace fatal exception failed failure success code status message request response version
  build release update issue issues ticket case order orders invoice payment payments card account address phone email mail name
  first last full date time number id password token key secret api http https url json xml html css sql csv pdf sdk ui ux app
  apps web site website server client host port node cloud database data table row column field value type null true false undefined
  content header headers body page login logout sign account settings profile dashboard report reports export import sync backup
  click open close save delete create edit view search filter select choose go get set put post patch try run start stop see note
  mr mrs ms miss mx dr prof sr sra srta sig dott dhr mevr mw mlle
  monday tuesday wednesday thursday friday saturday sunday january february march july september
  october november december feb mar apr jun jul aug sep sept oct nov dec
  mfg mvg thks tks thx grtz gruess gruss vh kh mrs blessings cordialita hormatlu hormetle grazas kaixo woont lives also typed recipient storm klartext
  wiederhören comptabilité rezeption praxis spedizione purchase billing accounts payable receivable dispatch warehouse reception recepción receção contabilidad contabilidade amministrazione buchhaltung einkauf verkauf vertrieb boekhouding inkoop verkoop administratie ekonomi inkop regnskab bogholderi okonomi kirjanpito laskutus księgowość sekretariat recepcja uctarna konyveles penzugy recepcio contabilitate receptie
  enoent enospc econnrefused econnreset econnaborted etimedout eacces eperm eexist epipe eaddrinuse eaddrnotavail ehostunreach ehostdown enetunreach enetdown einval ebusy eagain emfile enfile enotfound enotempty eisdir enotdir erofs enomem eintr esrch echild edeadlk enodev enotsup eproto eloop enametoolong erange ebadf enosys enotconn emsgsize estale ecanceled sigsegv sigkill sigterm sigint sighup sigabrt sigbus sigfpe sigpipe sigill sigquit sigtrap sigusr oomkilled segfault
  administrador administradora administratör amministratore amministratrice administrateur administratrice beheerder ylläpitäjä administrátor rendszergazda администратор адміністратор адміністраторка διαχειριστής yönetici vadovas administratorius administratore
  android ios iphone ipad windows linux ubuntu macos mac chrome firefox safari edge pixel galaxy samsung apple google microsoft amazon
  aws azure github gitlab slack jira linear stripe paypal visa mastercard amex kafka redis kubernetes docker postgres postgresql
  mysql mongodb elasticsearch nginx envoy terraform python java javascript typescript react angular vue spring django rails
  europe america asia africa germany france spain italy poland turkey russia ukraine japan china korea india brazil portugal mexico
  london paris berlin madrid rome warsaw istanbul moscow kyiv tokyo beijing seoul delhi english german french spanish american british
  ltd llc inc gmbh ag kg bv nv sa sarl srl spa oy ab as aps llp plc corp company co group holding
  gruß grüße gruss grüsse ügyfélszolgálat zákaznická podpora
  seit nach bei mit ohne fur wegen leider bitte danke vielen dank gruss grusse damen herren herr frau guten tag kunde kundin
  kundennummer rechnung bestellung konto fehler anmeldung passwort adresse telefon hallo liebe lieber sehr geehrte geehrter ihr ihre
  wir sie ich der die das ein eine unser unsere mein meine bekomme kann habe bin
  bonjour bonsoir merci cordialement madame monsieur mme service client equipe je nous vous il elle le la les un une des depuis
  mon ma mes votre notre commande facture erreur compte adresse
  hola gracias buenos buenas dias tardes noches senor senora equipo soporte cliente pedido factura cuenta error desde el los las yo
  nosotros usted mi su un saludo saludos estimado estimada estimados
  ola oi boa bom dia tarde noite prezado prezados equipe atendimento pessoal cliente pedido nota fiscal conta eu nos voce obrigado obrigada
  dzien dobry witam prosze pan pani panstwo klient zamowienie faktura konto zespol dziekuje
  merhaba selam sayin musteri siparis fatura hesap ekip destek iyi calismalar tesekkurler yetkili
  здравствуйте добрый день спасибо уважаемые коллеги поддержка клиент заказ счет ошибка привет доброго дня вітаю дякую підтримка клієнт я мы вы он она они
  ciao salve buongiorno buonasera gentile gentili grazie assistenza cliente ordine fattura conto spett le
  hallo beste geachte dank klant bestelling factuur rekening goedemorgen goedemiddag
  hej hejsan hei tack tak kiitos kund kunde asiakas
  freigegeben утвердил suma dane mijn turing kollegani godkjent schválil odobrio goedgekeurd aprovado aprobat
  ibu bapak السيد السيدة گرامی عزیز جان جی جي गरमी जी גברת מר signor signora cordialmente hälsningar terveisin mvh vriendelijke
  on at in of to by up so do go as is it be if or an am pm mon tue wed thu fri sat sun tues thur thurs weds
  tere tervist hei labas sveiki sveiks tisztelt kedves poštovana poštovani postovana bok sveikas gerbiamas gerbiama cienījamie lugupeetud
  hilsen godkendt approvato approved aprobado nasazení deployment julkaisu päring запит užsakymas buildas bildu koonti arvuti komputer dizüstü
  tài khoản đồng nghiệp hiển thị không hoạt động lại cho gọi lúc yêu cầu đơn hàng bản dựng
  رأت رأى قال قالت موافق آقای خانم קוראים שמי לי עובד עובדת
  vorname nachname familienname name firstname lastname surname forename nom prenom nombre apellido apellidos nome cognome sobrenome naam voornaam achternaam imie nazwisko jmeno prijmeni nev nume prenume
  मैं मेरा मेरी मेरे हम आप यह वह है हैं का की के को से में पर और नाम मोबाइल फ़ोन फोन पता नंबर बोल रहा रही हूँ कृपया सर
  كلمة رقم الرقم رمز الرمز البريد الهاتف الجوال العنوان الخادم النظام الطلب الخطأ شكرا مرحبا السلام
  הלקוח לקוחה שם מלא ותאריך תאריך לידה טלפון מייל קוד שגיאה הזמנה הכרטיס חשבון מופיע הפוך כאן זאת זה
  dobry ahoj dekuji zakaznik objednavka
  release notes sprint backlog roadmap milestone epic story bug feature flag flags branch commit merge pull push deploy deployment rollout rollback
  pipeline workflow action actions runner job jobs build builds artifact cluster node nodes pod pods namespace container image images registry
  gateway proxy balancer firewall router switch network vpn dns tls ssl ssh ftp smtp imap ldap saml oauth oidc jwt sso mfa otp pin iban bic swift sepa
  vat gdpr pci iso rfc utc gmt cet cest est pst eur usd gbp chf jpy cny inr brl
  chrome safari opera brave vivaldi outlook gmail yahoo hotmail icloud proton teams zoom webex skype whatsapp telegram signal messenger discord
  facebook instagram twitter linkedin youtube tiktok pinterest reddit netflix spotify uber airbnb booking expedia ebay etsy alibaba aliexpress
  shopify magento woocommerce wordpress drupal joomla typo prestashop shopware salesforce hubspot zendesk freshdesk intercom mailchimp sendgrid
  twilio datadog sentry newrelic splunk pagerduty opsgenie statuspage confluence trello asana notion airtable monday basecamp dropbox onedrive
  sharepoint docusign adobe acrobat photoshop oracle sap ibm intel amd nvidia cisco dell lenovo asus acer sony philips siemens bosch nokia ericsson
  huawei xiaomi oneplus motorola canon epson brother xerox logitech jenkins travis circleci gradle maven ansible puppet vagrant prometheus grafana
  kibana logstash fluentd jaeger zipkin consul vault nomad istio linkerd helm argo flux tekton rabbitmq activemq pulsar nats mqtt cassandra mariadb
  sqlite snowflake bigquery redshift databricks airflow dagster prefect tensorflow pytorch pandas numpy jupyter node deno bun npm yarn webpack vite
  nextjs nuxt svelte ember jquery bootstrap tailwind symfony laravel hibernate tomcat jetty wildfly weblogic apache nginx haproxy caddy traefik
  cloudflare akamai fastly vercel netlify heroku digitalocean hetzner linode ovh klarna adyen mollie worldpay sofort giropay ideal bancontact
  maestro discover diners jcb unionpay alipay wechat bitcoin ethereum dhl ups fedex usps gls dpd hermes postnl
  vodafone telekom telefonica orange verizon comcast sprint
  company firma gesellschaft societe empresa azienda societa bedrijf spolka firmy university universitat universite universidad school schule
  hospital klinik clinic hotel restaurant cafe bank versicherung insurance airlines airport station street strasse platz park center centre
  zentrum north south east west northern southern eastern western central upper lower new old great grand san santa santo saint sankt los las port
  amsterdam rotterdam brussels zurich geneva vienna wien munchen munich hamburg koln cologne frankfurt stuttgart dusseldorf leipzig dresden
  barcelona sevilla valencia lisboa lisbon porto milano milan roma napoli torino firenze venezia stockholm oslo copenhagen kobenhavn helsinki
  warszawa warsaw krakow wroclaw praha prague brno budapest bucuresti bucharest athens ankara izmir dubai mumbai delhi bangalore singapore
  sydney melbourne auckland toronto vancouver montreal chicago boston seattle dallas houston austin atlanta denver phoenix miami philadelphia
  ireland frankfurt oregon ohio virginia california texas florida
  hindi arabic hebrew thai greek vietnamese indonesian swedish norwegian danish finnish polish czech slovak hungarian romanian bulgarian
  christmas easter ramadan diwali thanksgiving black cyber prime eid
  today tomorrow yesterday now then here also just still already please since after before during while until because although however therefore
  additionally unfortunately hopefully basically currently recently finally maybe perhaps again once every each some many most more less another other
  both either neither first second third last next previous current same different following above below
  attachment attached screenshot screenshots file files folder document documents pdf excel word powerpoint sheet template invoice receipt
  subscription license licence plan plans tier trial premium standard basic enterprise business professional starter free pro plus
  order shipment shipping delivery parcel package tracking return refund refunds charge charges chargeback dispute transaction transactions transfer
  customer merchant vendor supplier partner reseller buyer seller owner contact person people member members employee reporter assignee
  patient passenger traveller driver tenant landlord witness applicant beneficiary payee payer
  subject sent received forwarded fwd replied wrote original mailing regarding concerning reference ref attn cc bcc urgent important
  critical high medium low severity priority blocker major minor p1 p2 p3 sev
  internal external public private confidential secret demo staging production prod dev test testing sandbox localhost
  bey hanim bay bayan san sama kun chan senpai ji
  karta karte carte tarjeta cartao carta kaart kort kortti kartya karta κάρτα карта картка карты картки kartu kartım kartim karti kartin cardul cardu
  hata error erreur fehler błąd chyba hiba eroare virhe fel feil fejl ошибка помилка грешка σφάλμα log logs trace stack stacktrace
  zadzwoń proszę pozdrawiam pozdrawiamy pozdrav pozdravem telefon telefonu bydlím bydlim rodné rodne číslo cislo datum numer nummer numero número
  witaj witajcie cześć czesc hej hei moin servus grüezi gruezi tjena halla moro terve moikka ahoj čau cau nazdar szia sziasztok üdvözlöm bună salut noroc
  γεια χαίρετε καλημέρα καλησπέρα сәлем здраво здравейте zdravo zdraveite dobar mulțumesc ευχαριστώ
  app aplikacja aplikace aplikácia aplicación aplicação aplicația application anwendung sovellus alkalmazás uygulama programa programma
  prosím prosim bitte gracias danke tack takk tak dziękuję děkuji ďakujem köszönöm hvala blagodarya
  adres adresse adresa dirección endereço indirizzo osoite cím alamat địa chỉ adress
  objednávka objednavka zamówienie zamowienie bestelling beställning ordre tilaus rendelés comandă porudžbina sipariş pesanan замовлення заказ поръчка παραγγελία
  faktura faktury fattura factuur lasku számla factură fatura faktúra инвойс рахунок счет фактура τιμολόγιο
  versão versión versione versie version versjon wersja verze verzia verzió versiunea sürüm версия версія έκδοση versi
  
  `),
]);

/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = set(
  'van von der den de da do dos das di del della du la le el al bin ben ibn abu bint zu zum zur ter ten te af av y e o mac mc st san بن بنت ابن ابو ال عبد',
);

/** Words that follow a name in scripts without capitals and belong to the sentence. */
export const AFTER_NAME: ReadonlySet<string> = set(
  'به همه را است در از با که این آن وی ما است. वाला वाली वाले मी है हैं हूँ हूं और का की के से में को नाम फ़ोन फोन मोबाइल पता मेरा ค่ะ ครับ คะ นะคะ จาก เบอร์ โทร ורק אני טלפון מייל من في رقم ورقم هاتفي وهاتفي وبريدي بريدي على مع عن هو هي هنا وانا انا مدير مديرة',
);

/** Words after a name that make it a company, a building, a place or a product. */
export const NAMESAKES: ReadonlySet<string> = set(`
  gmbh ag kg ohg ug se ltd limited llc llp inc incorporated corp corporation co company plc pty bv nv sa sarl sas srl spa sl slu lda oy ab as aps
  kft zrt doo sro spzoo group gruppe holding holdings partners associates bros brothers sons labs lab software systems solutions technologies
  consulting studio studios media digital bank insurance hotel hotels restaurant cafe bakery pharmacy store stores shop market markets books
  foods logistics motors airlines airport hospital clinic university college school institute foundation museum theatre stadium park station
  street st avenue ave road rd lane drive boulevard blvd square platz strasse weg allee gasse straat plein gatan vagen island islands city county
  state region river lake valley mountain beach bay hills north south east west
  plugin plugins library framework package module modules server servers api sdk cli cluster clusters pipeline pipelines job jobs build builds
  agent agents topic topics broker brokers consumer consumers producer connector connect database db script scripts runtime compiler notebook
  console dashboard dashboards integration integrations client clients driver drivers version release update upgrade image container operator chart
  repository repo service services instance instances process thread queue cache worker workers node nodes pod pods engine model models
  controller gateway proxy template templates theme edition cloud studio desktop mobile app apps tool tools suite platform stream streams
  tests test specs spec suite suites
  metrics exporter registry programming code syntax developer developers docs documentation support team
`);

/** Words before a name that make it a thing: "the Ada runtime", "powered by Julia", "on Maven". */
export const ARTICLES: ReadonlySet<string> = set(
  'the a an our your this that these those each every any no via using running installed le la les un une der die das den dem des ein eine einen el los las una il lo gli i o os as um uma de het een ett en et',
);

import { foldText } from '../text/characters.ts';

const set = (words: string) => new Set(foldText(words).split(/\s+/));

/** Words that begin with a capital and are no names: roles, greetings, technology, calendar, sentence openers. */
export const NOT_NAMES: ReadonlySet<string> = set(`
  a an the this that these those it its he she we you they i me my your our their and or but if when where why how who what which
  not no yes yeah ok okay please thanks thank sorry hi hello hey dear good morning afternoon evening day night regards best kind
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
  dobry ahoj dekuji zakaznik objednavka
  `);

/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = set(
  'van von der den de da do dos das di del della du la le el al bin ben ibn abu bint zu zum zur ter ten te af av y e o mac mc st san بن بنت ابن ابو ال عبد',
);

/** Words that follow a name in scripts without capitals and belong to the sentence. */
export const AFTER_NAME: ReadonlySet<string> = set(
  'है हैं हूँ हूं और का की के से में को नाम फ़ोन फोन मोबाइल पता मेरा ค่ะ ครับ คะ นะคะ จาก เบอร์ โทร ורק אני טלפון מייל من في رقم ورقم هاتفي وهاتفي وبريدي بريدي على مع عن هو هي هنا وانا انا مدير مديرة',
);

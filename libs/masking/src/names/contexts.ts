import { foldText } from '../text/characters.ts';

/** Words of a list, folded. */
export const foldedWords = (list: string): ReadonlySet<string> => new Set(foldText(list).trim().split(/\s+/));

/** What only people do: a capitalised word before one of these is somebody's name. */
export const SPEECH: ReadonlySet<string> = foldedWords(`
  said says told tells asked asks wrote writes called calls replied replies confirmed confirms mentioned mentions suggested suggests reported reports
  thinks thought believes explained complained insisted promised promises forgot noticed claims claimed swears left quit joined retired emailed texted phoned rang
  tried wants wanted needs lives lived works worked hates loves likes speaks spoke knows knew understands sends
  sagt sagte meint meinte schreibt schrieb fragt fragte bittet bat erklärte berichtet berichtete ruft rief kündigte möchte arbeitet
  dit disait écrit demande demandait affirme pense veut voulait habite travaille
  dice dijo escribe escribió pregunta preguntó llamó quiere trabaja comenta comentó
  dice disse scrive chiede vuole lavora chiama disse escreveu pediu ligou quer trabalha falou
  zegt zei schrijft vraagt belde wil werkt säger sa skriver frågar vill jobbar siger sagde sier skriver spør sanoo sanoi kirjoittaa kysyy
  mówi powiedział powiedziała pisze prosi pyta napisał napisała dzwonił dzwoniła chce říká řekl řekla píše ptá volal volala chce hovorí
  mondja mondta írja kéri kérdezi spune zice scrie cere întreabă λέει είπε γράφει ζητά
  говорит сказал сказала пишет просит спрашивает звонил звонила хочет каже сказав сказала просить пише казва каза пита
  diyor dedi yazdı istiyor sordu aradı kata bilang nói hỏi gọi
  swore admitted agreed argued offered opened raised pushed merged fixed broke restored rotated reviewed approved deployed pinged handed signed picked booked paid ordered complained wondered remembers remembered spotted saw heard changed reset
  hat hatte war weiß gibt gab macht kann konnte muss soll braucht übernimmt sitzt ist wartet meldet rief kommt kam bekommt holt liegt fährt wohnt heißt nimmt
  a va peut doit sait attend confirme signale rappelle prend vient travaillait habitait
  pide pidió confirma avisa avisó llama sabe tiene está dejó tomó reinició reinicia
  chiede conferma avvisa dice ha sa deve aspetta telefona richiama lascia pede confirma avisa tem está sabe deixou restaurou atendeu
  heeft had kan weet moet wacht meldt pakt krijgt doet gaat nam gaf zegt woont kreeg
  har hade kan vet måste väntar får ringer ringde tar loggar roterar svarar är er ved må venter får fikk tager tar svarer ringte
  pyysi kertoi soitti odottaa tietää sanoi kuittasi ütles ütleb küsib palub teab ootab on helistas sako teica raksta prasa zina gaida ir sakė sako rašo prašo klausia žino laukia skambino yra
  prosił prosiła dzwoni wie czeka ma zrobił zrobiła podał podała żąda žádá ví čeká má řekl prosí vie čaká povedal povedala píše kéri tudja várja szólt hívott jelezte
  știe așteaptă are spus a sunat kaže rekao rekla piše traži zna čeka zove ima pravi reče thotë tha shkroi kërkon di pret
  λέει ξέρει περιμένει θέλει έχει знает ждёт ждет просил просила забыл забыла ушёл ушла принёс унёс видел видела знає чекає забув забула просив просила знае чака иска моли
  beszéltem beszéltünk egyeztettem találkoztam
  biliyor bekliyor söyledi istedi arasın baksın deyir dedi bilir айтты деді
`);

/** Small words after which a capitalised word is most often a person, where the sentence or clause ends with it. */
export const TOWARDS: ReadonlySet<string> = foldedWords(`
  ask asked tell told by cc bcc from for to thanks contact call called email emailed ping pinged loop met meet remind notify inform via
  von bei für an frag frage grüße par pour chez demander à por para da per di för från av til fra af voor van door aan
  via tell with transmis passed med hos mit met bij kysykää kysy pyet вызовите спросите спитайте
  od dla do przez od pro pre de la lui από για от для к у через від для
`);

/** "Mark here." and its translations. */
export const HERE: ReadonlySet<string> = foldedWords(
  'here hier ici aquí aqui acá qui her här här täällä täältä tässä tady tu tutaj itt aici εδώ здесь тут burada disini',
);

/** Things that bear people's names: what follows is a product, a ship, a service. */
export const THINGS: ReadonlySet<string> = foldedWords(`
  service services server servers servicio serviço servizio serveur cluster clusters klyngen klynge kluster klaster kластер node nodes knoten noeud nodo nœud knutpunkt
  theme themes thème tema thema skin template vorlage modèle model modell modello modelo project projekt projet proyecto projeto progetto codename code-named
  task tasks taak aufgabe tâche tarea job jobs auftrag zadanie úloha feladat script scripts skript module modul module módulo modulo package paket plugin
  environment umgebung host rechner machine maschine vm container pod queue topic channel kanal canal instance instanz bucket database datenbank db
  font schriftart police version release printer drucker imprimante impresora room raum salle sala saal hurricane storm ship boat vessel schiff
  restaurant hotel street straße rue calle via product produkt produit producto sprint branch tag tool library framework language bot assistant agent
  printer scanner router switch firewall appliance board chip processor gpu cpu widget tile demo app brand marke marque marca region zone
  hurricane cyclone station park plaza mount lake saint st operation campaign kampagne edition collection kollektion line linie bus train zug
  сервис сервер кластер узел задача модуль проект тема модель сервера служба dienst tjeneste tjänst palvelu usługa služba szolgáltatás serviciul υπηρεσία hizmet
`);

/** Roles that answer in transcripts, in the languages of the tickets; labels, never names. */
export const ROLES: ReadonlySet<string> = foldedWords(`
  support agent agente kunde kundin customer client cliente klient klientka zákazník zákazníčka klant kund kunder asiakas ügyfél vásárló client clienta müşteri destek
  visitor besucher visiteur visitante bot chatbot assistant assistent operator operátor operador opérateur operatore operaattori konsultant konsultantka dispatcher
  suporte soporte assistenza ondersteuning tuki podpora pomoc wsparcie ügyfélszolgálat suport asistență υποστήριξη πελάτης клиент клиентка покупатель оператор поддержка
  диспетчер менеджер підтримка клієнт покупець поддръжка الدعم العميل الموظف خدمة العملاء ग्राहक एजेंट सहायता सपोर्ट לקוח לקוחה נציג נציגה תמיכה שירות מוקד
  user nutzer benutzer utilisateur usuario usuário utente gebruiker användare bruger bruker käyttäjä użytkownik uživatel felhasználó utilizator χρήστης пользователь користувач kullanıcı pengguna
  advisor adviser representative rep associate specialist technician advisor consultant receptionist clerk moderator host
  berater beraterin betreuer betreuerin mitarbeiter mitarbeiterin techniker technikerin zentrale vermittlung hotline disponent
  conseiller conseillère conseillere téléconseiller technicien standardiste appelant interlocuteur
  asesor asesora agente gestor gestora técnico operadora teleoperador teleoperadora llamante interlocutor
  atendente atendimento técnico consultor consultora operadora consulente operatrice tecnico addetto addetta centralino chiamante
  medewerker medewerkster adviseur monteur handläggare rådgivare kundtjänstmedarbetare tekniker inringare medarbejder rådgiver tekniker medarbeider saksbehandler innringer virkailija neuvoja asiantuntija soittaja
  konsultant konsultantka doradca technik dzwoniący rozmówca operátorka technik technička pracovník pracovníčka volající poradce poradkyně poradca volajúci
  ügyintéző tanácsadó technikus hívó consultant consilier tehnician apelant operatorul clientul
  консултант специалист техник купувач звонящий собеседник специалистка консультант техник мастер фахівець консультант технік абонентка дзвінок
  референт купац корисник konzultant referent referentica kupac korisnik serviser tehničar svetovalec svetovalka stranka uporabnik tehnik klicatelj pozivatelj агент
  εκπρόσωπος σύμβουλος τεχνικός υπάλληλος καλών danışman uzman teknisyen görevli arayan satıcı mütəxəssis
  teenindaja konsultant tehnik helistaja klienditeenindaja konsultants speciālists tehniķis zvanītājs konsultantas specialistas technikas skambintojas aptarnavimas
  petugas pegawai teknisi penelepon kakitangan juruteknik
  پشتیبان کارشناس اپراتور تماس‌گیرنده مشتری الموظف الوكيل المتصل الفني نציג מוקדן טכנאי מתקשר एजेंट प्रतिनिधि कर्मचारी ग्राहक
  asiakastuki teknik servis servisi csoport osztály reklamáció departamentul departament serviciul τμήμα τμηματος birimi birim bölüm bölümü department dept departement département dipartimento afdeling avdelning avdeling osasto oddělení oddelenie odjel odsjek oddelek одељење секция bagian bahagian jabatan
  patient patiente patientin tenant resident teacher traveller traveler passenger member citizen applicant claimant paramedic robot student studentin fahrgast mieter mieterin bürgerin schüler schülerin
  usager allocataire assuré assurée élève étudiant étudiante citoyenne paciente alumno alumna ciudadano ciudadana huésped cidadão aluno hóspede cittadino paziente studente studentessa inquilino inquilina
  huurder leerling bewoner pacjent pacjentka najemca obywatel pacient pacientka nájemník občan hyresgäst medlem invånare borger lejer innbygger leietaker potilas hoitaja vuokralainen asukas opiskelija
  пациент пациентка гражданин житель жилец арендатор студент студентка пассажир пацієнт пацієнтка мешканець орендар öğrenci kiracı misafir páciens beteg bérlő vendég chiriaș ασθενής ένοικος μαθητής
  caller anrufer interviewer doctor arzt nurse question answer frage antwort q a note notes hinweis todo update summary result results steps expected actual
  pelanggan dukungan khách hàng hỗ trợ helpdesk servicedesk kundenservice kundeservice kundtjänst asiakaspalvelu
  zákaznice zákaznica klientku bursar inhaber inhaberin kontoinhaber sekretariat oberstudienrat oberstudienrätin hausmeister hausverwaltung hausverwalter prokurist prokuristin
  accueil gestion gestionnaire syndic comptable rejsebureau vicevært viceværten administrationen ejendomskontoret vaktmester vaktmästare isännöinti isännöitsijä talonmies
  kezelő portás gondnok közös képviselő inženýr inženýrka domovník správce recepce recepcja dozorca zarządca administratorka portiere custode amministratore porteiro zelador síndico síndica
  canalizador fontanero conserje portero jefe jefa staf personalia satpam anônimo anônima anónimo anónima anonym anoniem anonimo anonima anonymous anonymní anonimowy аноним анонім
  hata error erreur fehler błąd chyba hiba eroare virhe fel feil fejl ошибка помилка грешка σφάλμα
`);

/** Devices that people name after themselves: `Mwilas-iPad`, "Anna's MacBook Pro". */
export const DEVICES =
  /^(?:'?s)?[-_ ](?:iPad|iPhone|iMac|MacBook|Mac|MBP|MBA|Laptop|Notebook|PC|Desktop|Galaxy|Pixel|Phone|Handy|Tablet|Surface|ThinkPad|Chromebook|Watch|AirPods|Workstation|NUC)(?![\p{Ll}])/iu;

/** Words of sentences that are no surnames behind a given name in small letters. */
export const SENTENCE = new Set(
  'from here speaking calling again with for and but the can could have has had was will would need wants just from at von aus und aber ich hier de du et je y pero soy e mas eu en maar ik och jag og jeg i a z ze ja из и я та від'.split(
    ' ',
  ),
);

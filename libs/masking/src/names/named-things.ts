import type { Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { foldedWords } from './contexts.ts';

interface Range {
  start: number;
  end: number;
}

/** What is given the names of people: machines, rooms, queues, products; singular and plural, with their articles. */
const BEARERS = foldedWords(`
  server servers service services node nodes cluster clusters host hosts machine machines instance instances pod pods workers bot bots job jobs cronjob cronjobs balancer balancers queue queues topic topics channel channels
  printer printers plotter scanner scanners router routers switch switches terminal terminals rack racks robot robots speaker speakers display displays kiosk kiosks
  environment environments sandbox build builds branch branches release releases sprint sprints codename project projects module modules template templates theme themes theming feature features plan plans model models report reports
  room rooms hall halls ship ships vessel boat ferry bus train lorry category categories button buttons storm storms product products
  dienst dienste servers rechner maschine maschinen drucker warteschlange schlange knoten prozess prozesse umgebung umgebungen cronjobs drucker kostenstelle kostenstellen raum räume saal projekt projekte modul modell modelle vorlage bericht produkt produkte tarif abgleich start schiff anlage anlagen
  serveur serveurs imprimante imprimantes nœud nœuds noeud noeuds environnement environnements salle salles projet module modèle modele rapport produit forfait bouton recette robot tâche tache tondeuse
  servidor servidores impresora impresoras cola colas nodo nodos entorno entornos sala salas proyecto módulo modulo modelo informe producto tarifa máquina
  impressora impressoras fila filas ambiente ambientes projeto relatório relatorio produto tarefa máquina simulador terminais
  stampante stampanti coda ambienti progetto modulo modello rapporto prodotto linea macchina
  printers wachtrij omgeving omgevingen zaal project rapport apparaat machine bots
  servern servrar servrarna skrivare skrivaren kön tjänst tjänsten miljö miljön rapporten jobbet larmet bottar
  serveren serverne skriver skriveren printeren køen tjeneste tjenesten miljø miljøet rapporten jobbet skipet
  palvelin palvelimet tulostin tulostimet jono palvelu ympäristö raportti kaiutin kaiuttimia kaiuttimet
  serwer serwera serwery drukarka drukarki kolejka środowisko raport ekspres usługa
  servery tiskárna tiskárny fronta prostředí sestava sestavě stanice stanici clusteru sprintu tlačiareň
  szerver szerverek nyomtató sor környezet serverul imprimanta imprimantă coada coadă mediul raportul
  сервер сервера серверы сервери сървър сървърът сървъри принтер принтерът принтера штампач очередь черга опашка стенд стенды стенди стендов серверов принтеров узлов билд сборка отчёт отчет звіт узел вузол среда середовище модель модели телевизор телевизоров проект модуль
  poslužitelj pisač okruženje izvještaj strežnik strežnika tiskalnik vrsta okolje διακομιστής διακομιστη εκτυπωτής ουρά
  sunucu sunucusu yazıcı kuyruk modül modülü ortam teenus teenuse teenused printeris serveris serverio spausdintuvas serveri
  tariff tariffs tarifs tarifa tarifas tariefs boat boats yacht yachts crane kraan buoy storm storms database databases colour colours color colors farbe farben couleurs colores colori kleuren färger
  cafe café bar pub bakery bistro pizzeria trattoria ristorante osteria boutique garage kiosk bäckerei metzgerei gaststätte gasthof apotheke boulangerie boucherie pharmacie tienda bodega farmacia panadería peluquería lancha buque barco bateau navire péniche fähre boot färjan fartyg skib skute laiva prom statek loď loď hajó nava corabia
  kawiarnia sklep apteka restauracja kavárna hospoda obchod lékárna kaviareň bolt étterem magazinul farmacia кафе магазин аптека ресторан теплоход судно корабль поезд кав'ярня крамниця магазина кафана prodavnica trgovina kavarna gostilna καφετέρια πλοίο kafe mağaza eczane gemi kohvik pood kauplus kavinė parduotuvė kafejnīca veikals kahvila kauppa
  skirt skirts blazer blazers dress dresses jeans sandals boots sofa sofas chair chairs armchair lamp lamps mattress wardrobe candle candles necklace bracelet kleid kleider bluse sessel lampe lampen regal tasche
  jupe robe chaise canapé lampe fauteuil falda vestido silla lámpara bolso gonna sedia divano lampada saia cadeira jurk stoel klänning kjol soffa kjole mekko sukienka fotel lampa židle платье юбка кресло диван сукня крісло
  campaign campaña campanya campagne campagna kampagne kampanya app aplikasi aplicación antarian peladen`);

const CONJUNCTION = '(?:and|und|et|y|e|og|och|i|a|ja|in|ir|un|en|és|și|si|ve|dan|na|or|oder|ou|o|и|й|і|та|или|και|&)';
const LIST = new RegExp(
  `([\\p{L}\\p{M}]{1,20})["'«„“(]{0,2}:? (?:ya |за |для )?["'«„“(]{0,2} ?(?:\\p{Lu}[\\p{L}\\p{M}'-]{1,20}["'»“”)]{0,2}(?:,| ${CONJUNCTION}) ["'«„“(]{0,2}){0,7}$`,
  'u',
);
/** Other names of a list stand before. */
const LIST_GOES_ON = new RegExp(`(?:,| ${CONJUNCTION}) ["'«„“(]{0,2}$`, 'u');
/** Where none do, {@link LIST} reaches back no farther. */
const WORD_BEFORE = 32;
/** "Grace, Faith and Hope are our three terminals", "Вера и Надежда — стенды", "Klaver en Roos zijn printers". */
const COPULA = new RegExp(
  `^["'»“”)]{0,2}(?:(?:,| ${CONJUNCTION}){1,2} ["'«„“(]{0,2}\\p{Lu}[\\p{L}\\p{M}'-]{1,20}["'»“”)]{0,2}(?: \\([^)\\n]{1,20}\\))?){0,4} (?:are|is|sind|ist|sont|est|son|es|são|é|sono|è|zijn|är|er|ovat|on|sú|jsou|je|su|są|to|это|це|е|са|vannak|sunt|este|είναι|[—–-])(?![\\p{L}])([^.!?\\n]{1,48})`,
  'u',
);
/** "Daan (de cronjob)", "Clémence (le bot)". */
const EXPLAINED = /^["'»“”]{0,2} ?\(([^()\n]{2,28})\)/u;
/** What says how a thing is called. */
const CALLED =
  / (?:is called|are called|is named|named|called|heißt|heisst|heißen|heissen|s'appelle|se llama|si chiama|se chama|heet|heten|heter|hedder|nazywa się|se jmenuje|sa volá|называется|зовется|називається|nimi on|on nimeltään|adı) ["'«„“]?$/u;
const BEFORE = 96;

/** Compounds of German and its neighbours: the last half says what it is. */
const COMPOUND =
  /.(?:maschine|drucker|server|roboter|schiff|boot|zug|gerat|anlage|projekt|prozess|tarif|auftrag|bericht|umgebung|datenbank|automat|sauger|palvelin|tulostin|printer|skrivare|skriver|robot|machine|maskin|kone)$/;
/** Whether a folded word is for something that is given names. */
export const isBearerWord = (word: string): boolean => BEARERS.has(word) || COMPOUND.test(word);

/** Whether the words around say that a name is that of a machine, a room, a queue or a product. */
export function isNamedThing({ text, folded }: Scan, { start, end }: Range): boolean {
  const after = text.slice(end, end + 110);
  // `Wilma-tunnukset`, `Kalle-temat`: the first half of a thing.
  if (/^-(?:\p{Ll}{4}|(?:db|pre|prod|dev|test|srv|svc|api|app|vm|web|qa|stg|uat)(?!\p{L}))/u.test(after)) return true;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const near = LIST_GOES_ON.test(before.slice(-10)) ? before : before.slice(-WORD_BEFORE);
  const list = LIST.exec(near);
  if (list && isBearerWord(wordAt(folded, start - near.length + list.index, list[1] as string))) return true;
  // "Our server is called Max", "Unser Server heißt Otto".
  if (CALLED.test(before.slice(-20)) && wordsOf(sentenceOf(before)).some(isBearer)) return true;
  // "az Emese nevű szerver", "Kumru modülü": the thing right behind.
  const next =
    /^["'»“”]{0,2} (?:(?:and|und|et|y|e|og|och|en) \p{Lu}\p{Ll}+ )?(?:nevű |named |genannte |isimli |adlı )?([\p{Ll}\p{M}]{3,20})/u.exec(
      after,
    );
  if (
    next &&
    BEARERS.has(foldText(next[1] as string)) &&
    !/^(?:start|plan|code|file|on|sor|bus|base)$/.test(next[1] as string)
  )
    return true;
  const said = COPULA.exec(after)?.[1] ?? EXPLAINED.exec(after)?.[1];
  if (said && wordsOf(said).slice(0, 6).some(isBearer)) return true;
  return QUOTES.includes(text[start - 1] ?? ' ') && isQuotedAlone(before, after);
}

const QUOTES = '"«„“‘\'';
/** The warehouse job „Paul“: in quotes, with a word for what bears the name in the same sentence. */
const isQuotedAlone = (before: string, after: string): boolean =>
  /^["»“”’'](?![\p{L}])/u.test(after) &&
  !/\p{Lu}\p{L}+ ["«„“‘']$/u.test(before) &&
  (wordsOf(before.slice(-64)).some(isBearer) || wordsOf(after.slice(0, 40)).some(isBearer));
const isBearer = (word: string): boolean =>
  (word.length > 3 || /^(?:bot|job|app|bus)$/.test(word)) && BEARERS.has(word);

const sentenceOf = (before: string): string =>
  before
    .slice(-60)
    .split(/[.!?\n]/)
    .at(-1) as string;
const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{M}]+/gu) ?? [];
const wordAt = (folded: string, at: number, word: string): string => folded.slice(at, at + word.length);

/** People nobody writes tickets for: whose names are brands, rooms and examples. */
const FAMOUS = foldedWords(
  `marie-curie albert-einstein isaac-newton nikola-tesla ada-lovelace alan-turing grace-hopper frida-kahlo simone-veil nelson-mandela hugo-boss ralph-lauren kate-spade calvin-klein tommy-hilfiger giorgio-armani louis-vuitton marco-polo anne-frank jane-eyre harry-potter sherlock-holmes russell-hobbs monte-carlo johnnie-walker harley-davidson holger-danske kalle-anka reggio-calabria mercedes-benz grace-kelly forrest-gump anna-karenina donnie-darko dom-perignon max-payne erin-brockovich james-bond don-quijote don-simon leonardo-davinci`,
);
export const isFamous = ({ folded }: Scan, start: number, end: number): boolean =>
  FAMOUS.has(folded.slice(start, end).replaceAll(' ', '-'));

import { foldText } from '../text/characters.ts';
import { Word, wordFlags } from './lexicon.ts';

/** "Of" and "from" that names have inside, too. */
const OF =
  / (?:de la|de los|de las|della|delle|dello|degli|dei|del|dalla|dal|di|de|da|dos|das|do|du|des|van het|van de|van|von der|von|vom|av|af|zu|zum|zur|te|e|y) /g;
/** What stands before a name and makes it that of a firm, a school, a hospital, an office. */
const HEADS =
  'Grup[op]o?|Groupe|Gruppo|Grupul|Gruppe|Gruppen|Groep|Group|Koncern|Holding|Établissements?|Etablissements?|Ets|Fratelli|F\\.lli|Hermanos|Irmãos|Frères|Fraţii|Frații|Gebroeders|Gebr\\.?|Gebrüder|Brødrene|Bröderna|Studio|Estudio|Estúdio|Cabinet|Kanzlei|Praxis|Praktijk|Maison|Casa|Sociét[ée]|Société|Sté|Sociedade|Sociedad|Società|Compagnie|Compañía|Companhia|Cie|Empresas?|Impresa|Ditta|Azienda|Firma|Firmy|Bedrijf|Entreprises?|Agence|Agencia|Agência|Agenzia|Transportes?|Trasporti|Autotrasporti|Talleres|Taller|Officina|Oficina|Construcciones|Construções|Costruzioni|Constructions|Comercial|Distribuidora|Distribuciones|Industrias?|Indústrias?|Industrie|Laboratorios?|Laboratórios?|Laboratoires?|Inmobiliaria|Imobiliária|Immobiliare|Immobilière|Farm[aá]cia|Pharmacie|Apotheke|Apotheek|Clínica|Clinica|Clinique|Klinik|Kliniek|Hospital|Hôpital|Ospedale|Ziekenhuis|Krankenhaus|Spital|Spitalul|Universidade?|Università|Université|Universität|Universiteit|Universitatea|Instituto|Istituto|Institut|Colegio|Colégio|Collège|Escuela|Escola|École|Scuola|Schule|Lycée|Liceo|Liceul|Școala|Ayuntamiento|Prefeitura|Câmara|Comune|Mairie|Gemeinde|Gemeente|Primăria|Fundación|Fundação|Fondazione|Fondation|Stiftung|Stichting|Asociación|Associação|Associazione|Association|Cooperativa|Coopérative|Banco|Banca|Banque|Bank|Seguros|Assurances?|Assicurazioni|Versicherung|Hotel|Hôtel|Hostal|Restaurante?|Ristorante|Bäckerei|Panadería|Padaria|Boulangerie|Autohaus|Garage|Garaje|Obrt|Zakład|Sklep|Magazinul|Librería|Livraria|Librairie|Libreria|Editorial|Editora|Éditions|Edizioni|Verlag|UAB|MB|VšĮ|SIA|OÜ|AS|AB|PT|CV|FOP|ООО|ЗАО|ИП';
/** Legal forms of the world, and what firms call themselves last. */
const FORMS =
  'GmbH(?: & Co\\.? KG)?|mbH|AG|KGaA|KG|OHG|GbR|UG|e\\.? ?K\\.|e\\.? ?V\\.|eG|SE|Ltd\\.?|Limited|L\\.?L\\.?C\\.?|L\\.?L\\.?P\\.?|Inc\\.?|Incorporated|Corp\\.?|Corporation|P\\.?L\\.?C\\.?|Pty\\.?|Pte\\.?|Co\\.|B\\.?V\\.?B\\.?A\\.?|B\\.?V\\.?|N\\.?V\\.?|V\\.?O\\.?F\\.?|C\\.?V\\.?|S\\.? ?de ?R\\.?L\\.?|S\\.?A\\.?R\\.?L\\.?|S\\.?A\\.?S\\.?U?\\.?|S\\.?A\\.?U?\\.?|SNC|EURL|SCI|SCOP|S\\.?r\\.?l\\.?s?\\.?|S\\.?p\\.?A\\.?|S\\.?n\\.?c\\.?|S\\.?a\\.?s\\.?|S\\.?L\\.?U?\\.?|S\\.?C\\.?|Ltda\\.?|Lda\\.?|EIRELI|MEI?|EPP|A\\.?B\\.?|A/?S|ASA|ApS|I/?S|K/?S|Oyj?|Ky|Tmi|hf\\.?|ehf\\.?|S\\.?R\\.?L\\.?|P\\.?F\\.?A\\.?|sp\\. ?z ?o\\.? ?o\\.?|sp\\. ?[jk]\\.|s\\.? ?r\\.? ?o\\.?|a\\. ?s\\.|spol\\.|Kft\\.?|Zrt\\.?|Nyrt\\.?|Bt\\.?|Kkt\\.?|d\\.? ?o\\.? ?o\\.?|d\\. ?d\\.|j\\.d\\.o\\.o\\.|OÜ|UAB|SIA|A\\.Ş\\.|Ltd\\. Şti\\.|Tic\\.|Sdn\\.? Bhd\\.?|Bhd\\.?|Tbk\\.?|K\\.?K\\.?|Group|Groupe|Groep|Gruppe|Gruppen|Grupa|Grup|Holdings?|Logistics|Logistik|Logistique|Consulting|Solutions|Services|Systems|Systeme|Technologies|Technology|Software|Studios?|Partners?|Associates|Industries|Enterprises|Trading|International|Foundation|Bank|Insurance|Airlines|Hotels?|Hospital|Clinic|University|College|School|Labs?|Media|Pharma|Energy|Foods';
const KIN =
  'Söhne|Sohn|Soehne|Töchter|Sons?|Daughters?|Bros\\.?|Brothers|Co\\.?|Company|Cie|Fils|Frères|Filles|Associés|Hijos?|Hermanos|Asociados|Socios|Filhos?|Irmãos|Associados|Figli[oe]?|Fratelli|Associati|Soci|Zonen|Zoon|Dochters|Partners?|Vennoten|Fiii|Fii|Fiul|Asociații|Társai?|Fiai?|Fia|Syn|Synowie|Wspólnicy|Synové|Synovia|Sinovi|Sønner|Søn|Sønn|Söner|Son|Döttrar|Pojat|Poika|Kumpp\\.?|Oğulları|Kardeşleri?|Ortakları|Pojad|Dēli|Sūnūs';
const AND = '(?:&|\\+|und|u\\.|and|et|y|e|i|a|en|og|och|ja|és|și|si|ve|ir|un)';
const WORD =
  "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}'.]*(?:-(?:(?:van|von|de)(?: (?:der|den|de|het))? )?[\\p{L}\\p{M}'.]+)*";
const INSIDE = "(?:van|de|der|den|het|'t|von|di|del|della|da|dos|la|le|el)";
/** Behind "of": a firm with what shows that it is one. */
const FIRM = new RegExp(
  `["'«„“]?(?:(?:${HEADS}) ["'«„“]?(?=[\\p{Lu}\\p{N}])|(?:${INSIDE} ){0,3}(${WORD})(?: ${WORD}){0,4}?(?:,? (?:${FORMS})(?![\\p{L}\\p{N}])| ${AND} (?:${KIN})(?![\\p{L}])))`,
  'uy',
);
const REACH = 64;
const isPlainName = (flags: number) => (flags & (Word.given | Word.surname)) !== 0 && (flags & Word.everyday) === 0;

/** Where a person's name ends that was read on into the firm it speaks for: "sono Lia Conti di Alpenglow S.r.l."; else `end`. */
export function endBeforeCompany(text: string, folded: string, start: number, end: number): number {
  const near = text.slice(start, end + REACH);
  for (const of of near.slice(0, end - start).matchAll(OF)) {
    FIRM.lastIndex = of.index + of[0].length;
    const firm = FIRM.exec(near);
    if (!firm) continue;
    if (of.index > 1 && !isOneName(folded, start, start + of.index, firm, start + of.index + of[0].length))
      return start + of.index;
  }
  return end;
}

/** One word and a legal form. */
const ONE_WORD = /^[^ ]+,? [^ ]+$/u;

/** "Jan van Doorn B.V.": a firm that bears somebody's full name, unless the surname stood before. */
function isOneName(
  folded: string,
  start: number,
  end: number,
  [firm, surname]: RegExpExecArray,
  from: number,
): boolean {
  const before = folded.slice(start, end);
  if (surname === undefined || /[ .]/.test(before) || !ONE_WORD.test(firm)) return false;
  const own = folded.indexOf(foldText(surname), from);
  return own >= 0 && before !== foldText(surname) && isPlainName(wordFlags(folded, own, own + surname.length));
}

const INITIALS = / (?:S\.A|N\.V|B\.V|S\.L|A\.S|A\.B|S\.C|D\.D|K\.K)\.?$/;

const FROM = /^(?:da|de|di|del|della|du|van|von|vom) /;

/** `Harbor S.A.`, read as a surname with initials, and "sou da Blue Harbor S.A.": no word of it is a name by itself. */
export function isCompany(text: string, folded: string, start: number, end: number): boolean {
  const form = INITIALS.exec(text.slice(start, end));
  if (!form) return false;
  const from = start + (FROM.exec(text.slice(start, end))?.[0].length ?? 0);
  if (from === start && text.slice(start, start + form.index).includes(' ')) return false;
  const words = folded.slice(from, start + form.index).split(' ');
  return !words.some((word) => isPlainName(wordFlags(word)));
}

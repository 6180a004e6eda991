import type { Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';

/** Names of one part of the world that another language has as a word of everyday, with what shows that language. */
const LANGUAGES: readonly { words: string; shows: RegExp }[] = [
  {
    words:
      'ben kart kasım mayıs ocak nisan ekim alıcı yazıcı arıza alan sıra konu kayıt oda selam abi abla bey han anne',
    shows: /[ğşıİ]|(?<!\p{L})(?:bir|ve|için|değil|yok|var|bu|çok|dün|olarak|sonra|kadar|numaram?|hanım)(?!\p{L})/u,
  },
  {
    words: 'lön løn lonn han min mit hun sin rad vag barn',
    shows: /(?<!\p{L})(?:och|og|ikke|inte|er|är|på|som|det|jeg|jag|ska|skal|til|till|har|med|av|af)(?!\p{L})/u,
  },
  {
    words: 'väli arve rida vali rike see oma mina teema',
    shows: /(?<!\p{L})(?:ja|ei|on|ning|kui|mis|seda|oli|pole|palun)(?!\p{L})|[õ]/u,
  },
  {
    words: 'nato nata según segun asunto tecla campo conn iva nada vale solo alta baja',
    shows:
      /(?<!\p{L})(?:el|los|que|se|del|está|con|para|por|una|uno|de|la|en|cada|es|lo|il|di|che|non)(?!\p{L})|[ñ¿¡]/u,
  },
  {
    words: 'vitale permanence prudence',
    shows: /(?<!\p{L})(?:le|les|du|est|pour|vous|nous|je|une|sur|dans|pas|ma|carte)(?!\p{L})/u,
  },
  {
    words: 'lage grund grunde haus lager leiter maus',
    shows: /(?<!\p{L})(?:der|die|das|und|ist|im|nicht|den|dem|ein|wir)(?!\p{L})/u,
  },
  {
    words: 'tema зина zina dan iroda kaj nema',
    shows: /(?<!\p{L})(?:по|за|на|и|je|na|in|za|az|és|nem|se|su)(?!\p{L})/u,
  },
  { words: 'nga tana smiti haigh', shows: /(?<!\p{L})(?:dhe|më|me|për|nuk|një|agus|an|ar|tá|le|les|et)(?!\p{L})/u },
  {
    words: 'dan nu mee toen toon bart',
    shows: /(?<!\p{L})(?:ik|het|een|niet|wij|met|staat|maar|voor|naar|wordt|werkt|kan|zijn|welkom)(?!\p{L})/u,
  },
  {
    words: 'moi asun terve ilta heli',
    shows:
      /(?<!\p{L})(?:on|ja|ei|että|ole|se|kun|minulle|minut|osoitteessa|tavoittaa|en|olen)(?!\p{L})|[a-zåäö]+(?:ssa|ssä|sta|stä|lla|llä)(?!\p{L})/u,
  },
  { words: 'rita diena', shows: /[āēīūģķļņ]|(?<!\p{L})(?:ir|un|ar|no|par)(?!\p{L})/u },
  { words: 'po karta', shows: /(?<!\p{L})(?:na|je|se|sa|w|z|v|ve|jest|nie|ne|do|su|iš|ir)(?!\p{L})|[ėųįžš]/u },
  {
    words: 'sila dara wahana tim milik',
    shows:
      /(?<!\p{L})(?:yang|dan|saya|dukungan|layanan|permintaan|pesanan|setelah|pembaruan|perkenalkan|nama|telepon|lagi|cuba|tidak|dengan|untuk|anda|kami)(?!\p{L})/u,
  },
  { words: 'سرور', shows: /(?<!\p{L})(?:و|از|به|در|را|این)(?!\p{L})/u },
  { words: 'mimi pendo baraka', shows: /(?<!\p{L})(?:ya|na|wa|kwa|ni|yangu|yetu|wangu|la|cha)(?!\p{L})/u },
  { words: 'tema non nu nao тема okta amadeus galileo sabre mocha assunto asunto onderwerp betreff konu', shows: /^/ },
  // Countries: names of people elsewhere.
  {
    words:
      'francia italia alemania germania españa espana espagne portugal grecia polonia suiza svizzera suisse austria rusia russia turquia turchia turquie china cina india irlanda holanda olanda belgica belgio dania dinamarca danimarca suecia svezia noruega norvegia finlandia hungria ungheria rumania romania bulgaria croacia croazia servia serbia ucraina ucrania israel egipto egitto marruecos marocco tunez tunisia argelia algeria japon giappone corea brasil brasile chile cile peru argentina colombia mexico messico cuba canada kanada georgia armenia albania',
    shows: /^/,
  },
];

const sets = LANGUAGES.map(({ words, shows }) => ({ words: new WordSet(foldText(words).split(' ')), shows }));
const NEAR = 100;

/** Whether the word at a token is a word of the language around it: "Ben yeniden denedim", "Han er på ferie". */
export function isLocalWord({ text, tokens }: Scan, token: number): boolean {
  const id = tokens.ids[token] as number;
  if (id === 0) return false;
  for (const { words, shows } of sets) {
    if (!words.hasId(id)) continue;
    const start = tokens.starts[token] as number;
    const end = tokens.ends[token] as number;
    if (shows.test(`${text.slice(Math.max(0, start - NEAR), start)} ${text.slice(end, end + NEAR)}`)) return true;
  }
  return false;
}

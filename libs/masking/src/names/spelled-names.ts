import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** Letters with hyphens between: `K-O-W-A-L-C-Z-U-K`. Nothing else is written so. */
const HYPHENED = /(?<![\p{L}\p{N}-])\p{L}(?:-\p{L}){3,24}(?![\p{L}\p{N}-])/gu;
/** Letters with commas, dots or gaps between; only where something says that they spell a name. */
const LISTED = /(?<![\p{L}\p{N}])\p{L}(?:(?:, ?| ?\. ?| {1,3})\p{L}){3,30}(?![\p{L}\p{N}])/gu;
const SPELLS =
  /name|spell|buchstab|nachname|vorname|heiss|nom\b|prenom|epel|apellido|nombre|deletre|nome|cognome|sobrenome|soletra|lettera|naam|spelt|namn|bokstaver|navn|staver|nimi|tavata|nazwisk|imie|liter|jmen|prijmeni|hlask|nev\b|betuz|nume|liter|име|имя|фамил|букв|прізвищ|ονομ|επωνυμ|γραφετ|isim|soyad|harf|שם|אות|اسم|حرف|नाम|ten\b|nama|eja|姓名|名前|이름|(?:client|customer|cliente|kunde|kundin|klant|kund|klient|contact|kontakt|contacto)\s?[:=-]\s?$/u;
/** Names on tickets of airlines: `SMITH/JOHN MR`. */
const TICKETED =
  /(?<![\p{L}\p{N}/])\p{Lu}[\p{Lu}-]{1,24}\/\p{Lu}[\p{Lu}-]{1,24}(?: \p{Lu}[\p{Lu}-]{1,24})?(?= ?(?:MR|MRS|MS|MISS|MSTR|CHD|INF|DR|HERR|FRAU|MME|MLLE|SR|SRA|SIG)(?!\p{L}))/gu;

/** Names spelled out letter by letter, and names as tickets print them. */
export const spelledNames: Detector = ({ text, folded }, findings) => {
  const push = (start: number, size: number) => findings.push({ start, end: start + size, type: 'PERSON' });
  eachMatch(HYPHENED, text, ({ index, 0: letters }) => push(index, letters.length));
  eachMatch(LISTED, text, ({ index, 0: letters }) => {
    if (SPELLS.test(folded.slice(Math.max(0, index - 64), index))) push(index, letters.length);
  });
  eachMatch(TICKETED, text, ({ index, 0: name }) => push(index, name.length));
};

import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';

/** Firms, models and editions that are called like a person, given name and all. */
const BRANDS: ReadonlySet<string> = new Set(
  foldText(
    `Charles Schwab|Morgan Stanley|JP Morgan|J.P. Morgan|Goldman Sachs|Wells Fargo|Merrill Lynch|Franklin Templeton|T. Rowe Price|Santander Rio|Arthur Andersen|Ernst & Young|Ernst Young|Grant Thornton|Marsh McLennan|Booz Allen|Robert Half|Kelly Services|
Marc Jacobs|Calvin Klein|Tommy Hilfiger|Ralph Lauren|Hugo Boss|Louis Vuitton|Michael Kors|Kate Spade|Tory Burch|Vera Bradley|Donna Karan|Jimmy Choo|Christian Dior|Christian Louboutin|Giorgio Armani|Emporio Armani|Yves Saint Laurent|Saint Laurent|Karl Lagerfeld|Ted Baker|Steve Madden|Eddie Bauer|Jil Sander|Vivienne Westwood|Tom Tailor|Jack Wolfskin|Philipp Plein|Roberto Cavalli|Salvatore Ferragamo|Carolina Herrera|Adolfo Dominguez|Nina Ricci|Estée Lauder|Elizabeth Arden|Helena Rubinstein|Mary Kay|Max Factor|Charlotte Tilbury|Jo Malone|Issey Miyake|Yohji Yamamoto|Maison Margiela|Daniel Wellington|Patek Philippe|Thomas Sabo|Harry Winston|Harley Davidson|Harley-Davidson|Aston Martin|Alfa Romeo|Kia Rio|Seat Leon|Renault Clio|Renault Zoe|Opel Adam|Rolls Royce|Martin Guitar|Dr. Martens|Doc Martens|John Deere|Stanley Black|Black Decker|Briggs Stratton|Johnson Controls|Johnson Johnson|Eli Lilly|Fisher Price|Hamilton Beach|Laura Ashley|Cath Kidston|Marks Spencer|Fortnum Mason|Harvey Nichols|Robert Dyas|Carl Zeiss|Ernst Leitz|Villeroy Boch|Peek Cloppenburg|Trader Joes|Trader Joe's|Papa Johns|Papa John's|Jack Daniels|Jack Daniel's|Jim Beam|Johnnie Walker|Johnny Walker|Captain Morgan|José Cuervo|Dom Pérignon|Dr Pepper|Ben Jerry|Ben & Jerry|Ben & Jerry's|Tim Hortons|Wendys|Jimmy John's|Aunt Jemima|Uncle Ben|Uncle Ben's|Betty Crocker|Duncan Hines|Mrs Fields|Victoria's Secret|Victoria Line|Elizabeth Line|Jubilee Line|Olive Green|Olive Oil|Rose Gold|Claude Sonnet|Claude Opus|Claude Haiku|Gemini Pro|Jean-Paul Gaultier|Leroy Merlin|Marie Claire|Yves Rocher|Jean Coutu|Saint Gobain|Mercedes Benz|Mercedes-Benz|Pepe Jeans|Massimo Dutti|Juan Valdez|`,
  )
    .split(/\|\s*/)
    .map((brand) => brand.trim()),
);

/** Whether a finding is a brand, with what shows whose it is: `Jack Daniel's`. */
export function isBrand({ folded }: Scan, { start, end }: Range): boolean {
  if (end - start > 28) return false;
  return BRANDS.has(folded.slice(start, end)) || BRANDS.has(folded.slice(start, end + 2));
}

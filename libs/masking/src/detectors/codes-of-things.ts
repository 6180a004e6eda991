/** Codes of another kind, by how their words begin, folded: of errors and states, shops and goods, customers, places, discounts. */
const OF_THING = `
  error fehler erreur fejl fel virhe vea fout blad bled chyb hib eroar gresk greske napak klaid klud ошиб помил греш σφαλμ hata loi خطا الخطا שגיא त्रुटि ত্রুটি பிழை hitilafu ralat errore erro
  fault trouble storung storing feil vika defaut panne averia guasto falha usterk zavad poruch kvar неисправн несправн повред поломк βλαβ ariza العطل خرابی תקלה kerusakan
  event status stav stare statu tila olek состоян статус ответ відповід κατάστασ καταστασ durum الحاله وضعیت स्थिति trang_thai response return exit reason http
  shop store butik butiks loja tienda negozio magazin magasin prodejn predajn sklep myymal winkel filiaal filial bolt магазин magaza branch agence agenzia agencia guichet
  product produkt produit producto produto prodotto preces preke toote artikel article articulo articolo artikl izdelk proizvod товар продукт προιον urun المنتج کالا מוצר उत्पाद পণ্য produk san_pham
  client kund klant cliente kupc zakaznik πελατ клиент клієнт customer
  post zip postal пошт почт البريدي پستی buu_chinh pos country area city город міст commune insee ape naf cap activit vorwahl landes
  promo rabat rabatt discount coupon kupon voucher gutschein aktions vorteils zlav slev popust reduc indirim خصم الخصم تخفیف קופון कूपन giam_gia εκπτωτ промо скид знижк sconto desconto descuento alennus korting
  employee employe empleado empregado dipendent mitarbeiter medewerk ansatt anstalld medarbejd pracown zamestnan dolgoz angajat сотрудн співробітн работник εργαζομ calisan
  school schul escuel escol scuol ecole skol koulu szkol iskola scoal школ училищ σχολει okul
  procedure revenue diagnos billing tax cost currency language`;
const THING = OF_THING.trim().split(/\s+/).join('|').replaceAll('_', ' ');
const CODE =
  'code|codes|codigo|codice|kod|kode|kodu|kods|kodas|koden|koodi|koda|sifra|cod|codul|код|кода|κωδικοσ|رمز|الرمز|كود|کد|קוד|कोड|কোড|குறியீடு|ma|msimbo';
/** Between the word and the number: a mark, "is", "number". */
const JOIN = '(?: ?(?:no|nr|number|is|ist|est|es|e|on|to|je))?[ :#=.]{1,3}["\'(]?$';

/** "shop code 0441", "kód chyby 4102", "Fehlercode 0815"; the number of the letter with a PIN, the release something broke in. */
const OTHER_CODE = new RegExp(
  `(?<!\\p{L})(?:(?:${THING})[\\p{L}\\p{M}]{0,8}[ -]?(?:${CODE})|(?:${CODE}) (?:(?:de|del|della|di|do|da|du|des|d.|na|за|για|wa) (?:la |l.)?)?(?:${THING})[\\p{L}\\p{M}]{0,9}|(?:pin|tan|puk)[ -](?:lange|length|format|(?:brief|letter|mailer)[ -]?(?:nummer|number))|release|version|build|revision|err)${JOIN}`,
  'u',
);
const UNSPACED =
  /(?:错误|錯誤|状态|狀態|产品|產品|商品|邮政|郵遞|优惠|優惠|エラー|状態|郵便|クーポン|오류|상태|상품|우편|쿠폰|สินค้า|สถานะ|ไปรษณีย์|ส่วนลด|ข้อผิดพลาด) ?(?:代?码|碼|コード|番号|코드|번호)?[ :：是はが]{0,3}$/u;
const REACH = 44;

/** Whether the words right before a number say that it is a code of something else and opens nothing. */
function isOtherCode(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  return OTHER_CODE.test(before) || UNSPACED.test(before);
}

/** Digits, or letters with a few: what codes of shops and errors are written with, too. */
const WRITTEN = /^(?:[0-9]{2,8}|\p{L}{3,10}[0-9]{1,4})$/u;

/** Whether a value is written like a code and said to be one that opens nothing. */
export const isCodeOfThing = (folded: string, start: number, end: number): boolean =>
  WRITTEN.test(folded.slice(start, end)) && isOtherCode(folded, start);

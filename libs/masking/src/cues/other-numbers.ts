import { foldedWords } from '../names/contexts.ts';

/** Words for things that have numbers and are no persons: orders, invoices, parcels, tickets, batches, errors. */
const WORDS = `
  order orders invoice invoices receipt receipts ticket tickets case parcel shipment tracking waybill awb consignment batch lot sku serial imei
  version build release commit error code quote quotation voucher coupon reference ref request incident booking reservation pnr
  article item part model vin plate meter amount total price balance po purchase transaction txn payment job task issue bug application session
  note notes delivery contract part vertrag vertragsnummer contrat contrato contratto umowa umowy договор договора software product plugin firmware line lines message trace span pid port order-id sample example extension ext
  bestellung bestellnummer bestellnr auftrag auftragsnummer rechnung rechnungsnummer rechnungsnr sendung sendungsnummer paket charge fehler fehlercode vorgang
  ticketnummer buchung buchungscode buchungsnummer artikel artikelnummer seriennummer lieferschein angebot vorgangsnummer betrag frist kennzeichen
  commande facture colis suivi bon reservation lot incident devis erreur montant avoir dossier-client bordereau recu
  pedido pedidos factura envio seguimiento guia albaran presupuesto reserva incidencia lote error importe recibo folio-pedido expedicion localizador
  encomenda fatura rastreio rastreamento rastreo nota orcamento erro lote valor protocolo boleto
  ordine fattura spedizione tracciatura pacco lotto preventivo prenotazione errore importo ricevuta bolla bonifico
  bestelling bestelbon bestelnummer ordernummer ordernummers factuur factuurnummer zending pakket offerte boeking fout bedrag pakbon
  ordre ordrenummer faktura fakturanr fakturanummer forsendelse pakke sending sporing tilbud booking fejl belop belob beställning bestallning bestallningsnummer
  ordernr paket kolli sparning fel felkod arende arendenummer kvitto tilaus tilausnumero lasku laskun lahetys varaus virhe
  tellimus arve saadetis viga pasutijums rekins sutijums kluda uzsakymas saskaita siunta klaida
  zamowienie zamowienia zamowieniu faktury przesylka przesylki przesylke przesylce paczka paczki partia partii rachunek zgloszenie zgloszenia blad listu list
  objednavka objednavky objednavce faktura fakturu zasilka zasilky balik dorucenka sarze reklamace chyba tiket objednavku reklamacia zasielka
  rendeles rendelesszam szamla szamlaszam csomag csomagszam kuldemeny hiba hibakod bizonylat ajanlat comanda comenzi colet colete bon expeditie eroare serie-factura
  narudzba narudzbe racun posiljka posiljke paket pogreska porudzbina narocilo narocila posiljke napaka poruchka
  поръчка поръчката фактура пратка товарителница заказ заказа счет накладная накладной посылка посылки отправление трек партия ошибка заявка обращение чек
  замовлення замовленням рахунок накладна посилка посилки відправлення партія помилка заявка чек замова наруџбина рачун пошиљка захтева
  παραγγελια παραγγελιας τιμολογιο αποστολη δεμα παρτιδα σφαλμα siparis siparisi fatura kargo takip irsaliye parti hata makbuz
  הזמנה חשבונית משלוח מעקב שגיאה אסמכתא طلب الطلب فاتورة الفاتورة شحنة الشحنة تتبع بوليصة خطأ سفارش فاکتور مرسوله پیگیری خطا
  ऑर्डर बिल रसीद चालान पार्सल त्रुटि অর্ডার বিল রসিদ চালান পার্সেল ஆர்டர் பில் ரசீது
  đon don hang van ma-don pesanan pesan resi faktur kiriman galat invois pesanan tempahan
  symbol symbolu doklad dokladu bilet biletul sklic arve pavedimas pavedimo police polica polisa polise poliçe policy policenummer artikelnummern los losnummer
  продукт продуктов платеж платежа платежу платіж giftcard gift loyalty membership library voucher ean gtin nzbn abn trade
  κρατηση κρατησης резервация резервации rezervare rezervarea compteur compteurs mataren matare elmaler elmalernummer chipnummer chipnr microchip microcip microcipul mikrochip chip anydesk
  teamviewer आवेदन umrn ubrn pac ttl realm mpan mprn eic cups iuv utenza malernummer malepunkt malepunktsid maalernummer workorder rezervacijos rezervacija rezervacije rezervace rezervaci rezervacia rezerwacja rezerwacji
  resinya model modell modelo modele modello модель модели मॉडल बुकिंग ট্রানজেকশন ssid bios
  inv ord po rma tkt orden ordenes zakazka zakazky налог налога nalog resit resi order-no hawb mawb neft upi imsi iccid mac cpu gpu pcn pdr protocollo protokoll matricola
  consumidor medidor contatore zahler zahlpunkt zahlerstand licznik licznika ppe elektromer elektromeru plynomer plynomeru merac merohely gyari merice brojilo brojila счетчик счетчика лічильник лічильника електромер μετρητη
  sayac tesisat kayttopaikka kayttopaikan anlaggning anlaggningsnummer kundnummer kundenummer kundennummer asiakasnumero asiakasnumeron klantnummer lidnummer mitgliedsnummer ugyfelszam ugyfelazonosito
  skirteinisnumer skadenummer schadennummer policennummer polisnummer forsakringsnummer vakuutusnumero sinistre sinistro siniestro szkody skody karter
  nisn nim ficha finess bail locacao tique tiquet kassenzeichen ipp anlagennummer geratenummer geraetenummer seriennr serienr sarjanumero serie-nr stevilka-racuna
  rma sscc gtin isbn upc vlan asn callsign`;

const OTHERS: ReadonlySet<string> = foldedWords(WORDS);
/** Scripts without spaces: what stands right before a number. */
const UNSPACED =
  /(?:承認|承认|授权|授權|学号|學號|学籍|工号|工號|户号|戶號|表号|機番|品番|シリアル|メーター|학번|사번|승인|고객(?!\s?[:：])|계량기|시리얼|订单|訂單|运单|運單|快递|快遞|单号|單號|批次|批号|发票|發票|流水|编号为|物流|注文|伝票|追跡|ロット|請求書|受付|송장|운송장|주문|영수증|배치|접수|คำสั่งซื้อ|ใบเสร็จ|พัสดุ|ออเดอร์)[^0-9\p{L}]{0,2}(?:号|號|番号|번호|编号)?[^0-9\p{L}]{0,3}$/u;

/** Whether a folded word names a thing whose numbers are not those of a person. */
export const isOtherNumber = (word: string): boolean => OTHERS.has(word);

const BEFORE = 32;
/** The two words before a number. */
const TWO_WORDS = /([\p{L}\p{M}]+)(?:[^\p{L}\p{N}\n]{1,3}([\p{L}\p{M}]+))?[^\p{L}\p{N}\n]{1,5}$/u;

/** Whether the words right before `at`, not before `from`, name such a thing: "Numer zamówienia 82062674790". */
export function isNumberOfThing(folded: string, at: number, from = 0): boolean {
  const start = Math.max(from, at - BEFORE);
  if (isAscii(folded, start, at)) return saysThing(...asciiWords(folded, start, at));
  const before = folded.slice(start, at);
  if (UNSPACED.test(before)) return true;
  const words = TWO_WORDS.exec(before);
  return words !== null && saysThing(words[1] as string, words[2]);
}

const saysThing = (first: string | undefined, second: string | undefined): boolean =>
  first !== undefined && (OTHERS.has(second ?? '') || (OTHERS.has(first) && isSmall(second)));

function isAscii(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isOpen = (code: number): boolean => !isLetter(code) && !(code >= 48 && code <= 57) && code !== 10;

/** What {@link TWO_WORDS} finds in a stretch of ASCII. */
function asciiWords(text: string, from: number, to: number): [first?: string, second?: string] {
  const [lastStart, lastEnd] = asciiWord(text, from, to, 5);
  if (lastStart === lastEnd) return [];
  const [start, end] = asciiWord(text, from, lastStart, 3);
  const last = text.slice(lastStart, lastEnd);
  return start === end ? [last] : [text.slice(start, end), last];
}

/** The word before `to` with one to `most` other characters between. */
function asciiWord(text: string, from: number, to: number, most: number): [start: number, end: number] {
  let end = to;
  while (end > from && to - end < most && isOpen(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  if (end < to) while (start > from && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return [start, end];
}

/** "order no", "Bestellung Nr." */
const isSmall = (word: string | undefined): boolean =>
  word === undefined || /^(?:no|nr|n|number|nummer|num|numero|numer|id|c|č|номер|є|is|ist|est|es|то)$/u.test(word);

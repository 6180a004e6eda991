import { foldText } from '../text/characters.ts';

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
  inv ord po rma tkt orden ordenes zakazka zakazky налог налога nalog resit resi order-no hawb mawb neft upi imsi iccid mac cpu gpu pcn`;

const OTHERS = new Set(foldText(WORDS).trim().split(/\s+/));
/** Scripts without spaces: what stands right before a number. */
const UNSPACED =
  /(?:订单|訂單|运单|運單|快递|快遞|单号|單號|批次|批号|发票|發票|流水|编号为|物流|注文|伝票|追跡|ロット|請求書|受付|송장|운송장|주문|영수증|배치|접수|คำสั่งซื้อ|ใบเสร็จ|พัสดุ|ออเดอร์)[^0-9\p{L}]{0,2}(?:号|號|番号|번호|编号)?[^0-9\p{L}]{0,3}$/u;

/** Whether a folded word names a thing whose numbers are not those of a person. */
export const isOtherNumber = (word: string): boolean => OTHERS.has(word);

/** Whether the words right before `at`, not before `from`, name such a thing: "Numer zamówienia 82062674790". */
export function isNumberOfThing(folded: string, at: number, from = 0): boolean {
  const before = folded.slice(Math.max(from, at - 32), at);
  if (UNSPACED.test(before)) return true;
  const words = /([\p{L}\p{M}]+)(?:[^\p{L}\p{N}\n]{1,3}([\p{L}\p{M}]+))?[^\p{L}\p{N}\n]{1,5}$/u.exec(before);
  return words !== null && (OTHERS.has(words[2] ?? '') || (OTHERS.has(words[1] as string) && isSmall(words[2])));
}

/** "order no", "Bestellung Nr." */
const isSmall = (word: string | undefined): boolean =>
  word === undefined || /^(?:no|nr|n|number|nummer|num|numero|numer|id|c|č|номер|є|is|ist|est|es|то)$/u.test(word);

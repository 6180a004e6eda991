import { foldedWords } from '../names/contexts.ts';

/** What numbers are called: `Order no.`, `شماره سفارش`, `কাস্টমার আইডি`. */
export const NUMBER_WORDS: ReadonlySet<string> = foldedWords(`
  no nr n num number numbers nummer nummern numret nummeret numero numéro número numer numeru č číslo číslem čísla szám száma számú sz număr numărul nomor nombor nambari namba numri
  αρ αριθμ αριθμός αριθμό номер номера номером номеру № број бр broj br št številka številko numurs numuru numeris númer numara numarası numaram nömrə nömrəsi нөмірі raqami
  id ids code codes kod kodu kód cod codul código codice κωδ κωδικός код коду шифра šifra kodas kood kods tunnus azonosító azonosítója رقم شماره شناسه کد نمبر کوڈ آئی ڈی
  מספר מס קוד नंबर नम्बर क्रमांक संख्या आईडी कोड নম্বর নং আইডি কোড எண் ஐடி సంఖ్య నంబర్ ఐడీ ಸಂಖ್ಯೆ ನಂಬರ್ നമ്പർ ನಂ අංකය нөмір الرقم الكود الرمز º o ª ნომერი կոդ համար համարը ቁጥር`);

/** Whose number says nothing of them outside one company: those who buy, work or learn there. */
export const HOLDERS: ReadonlySet<string> = foldedWords(`
  customer customers client clients member membership subscriber employee staff student supplier vendor merchant buyer debtor creditor reseller dealer
  kunde kunden lieferanten debitor debitoren mitglied abonné adhérent adhérente fournisseur étudiant salarié cliente clientes socio socia abonado abonada proveedor empleado alumno
  assinante fornecedor funcionário aluno abbonato fornitore dipendente studente klant lid leverancier debiteur medlem kund asiakas asiakkaan jäsen toimittaja opiskelija
  klienta klientki zákazníka dodavatele ügyfél vevő tag partner clientului abonat abonatului membru furnizor клиента клієнта клиент клієнт абоната участника учасника поставщика постачальника служителя
  kupca korisnika člana dobavljača stranke naročnika kliento nario tiekėjo biedra kliendi liikme töötaja müşteri üye abone öğrenci tedarikçi müştəri mijoz клиенті
  πελάτη μέλους συνδρομητή προμηθευτή العميل المشترك العضوية الطالب الوظيفي الموظف المورد الزبون مشتری مشترک اشتراک عضویت پرسنلی دانشجویی کسٹمر صارف ممبر ملازم کنزیومر رول
  לקוח לקוחה חבר מנוי עובד סטודנט ספק ग्राहक सदस्य कर्मचारी उपभोक्ता कस्टमर रोल গ্রাহক সদস্য কর্মী কাস্টমার রোল வாடிக்கையாளர் உறுப்பினர் பணியாளர் நுகர்வோர் కస్టమర్ సభ్యత్వ ಗ್ರಾಹಕ
  pelanggan anggota karyawan mahasiswa pekerja ahli miyembro mteja mwanachama klientit kliëntnommer კლიენტის հաճախորդի የደንበኛ company zákaznické zákaznícke клиентски клиентский seri seria kreditor kreditoren`);

/** Things that have numbers, as their labels say it in some fifty languages; those of the first list of `other-numbers.ts` besides. */
export const LABELLED_THINGS: ReadonlySet<string> = foldedWords(`
  pöntunin reikningurinn porosia siparişim sifarişim tilaukseni rendelésem bestillingen fakturaen pakken parsela bungkusan பார்சல் விலைப்பட்டியல் పార్శిల్ պատվերը ትዕዛዜ החבילה החשבונית ההזמנה طلبي الحجز поръчката поруџбина
  schadenummer articolo artigo tellimuse сериен партида позив poziv предмет ponudba єдрпоу огрн μετρητής polisi sag sak sagsnr tellimus
  warranty reservations claim docket shipment container asset charger merchant workorder quoteno consignment
  vertragsnr kundennr kdnr sendungsnr zählernummer mitgliedsnr buchungsnr fallnummer transaktions teilenummer geräte matrikelnummer chargennummer garantienummer lizenznummer reservierung reservierungsnummer
  schadensnummer schadennr angebotsnr angebotsnummer kundenkarte gutscheincode gutschein auftragsnr lieferantennummer versicherungsschein beitragsnummer teilnehmernummer vertragskonto lieferscheinnummer
  garantie fidélité abonnement fournisseur pdl relevé livraison contrat compteur intervention dossier commande suivi remise promo
  póliza contrato contador expediente transacción pieza lote garantía siniestro presupuesto albarán fidelidad descuento folio cups suministro
  apólice reserva processo transação peça garantia sinistro orçamento remessa fidelidade cupom protocolo instalação chamado rastreio
  polizza contratto pratica transazione ricambio garanzia licenza fedeltà sconto commessa fornitura riferimento
  polisnummer contractnummer trackingnummer artikelnr meternummer kenmerk boekingsnummer dossiernummer transactie onderdeelnr personeelsnummer studentnummer licentie klantenkaart kortingscode
  werkorder leveranciersnr debiteurnummer kvk factuurnr bestelnr
  avtalsnummer kollinummer mätarnummer medlemsnummer bokningsnummer diarienummer anställningsnummer garantinummer licens offert följesedel bonuskort rabattkod orgnr fakturanr referens
  aftalenr pakkenummer varenr målernummer bookingnummer medarbejdernr studienummer følgeseddel rabatkode installationsnr tilbud cvr aftalenummer varenummer
  avtalenr sporingsnummer ansattnr ansattnummer avtalenummer målepunkt-id lisens rabattkode referanse saksnummer bookingreferanse transaksjons
  sopimusnumero lähetystunnus tuotenro tuotenumero mittarinumero jäsennumero varausnumero asianumero tapahtumatunnus opiskelijanumero takuunumero lisenssi vahinkonumero tarjous rahtikirja bonuskortti
  alennuskoodi tiketti seurantakoodi tilausnro henkilöstönumero asiakasnro viite
  członkowski sygnatura rezerwacji sprawy transakcji części albumu gwarancji licencja oferta rabatowy zlecenie zlecenia przesyłki seryjny artykułu licznika polisy umowy
  smlouva smlouvy pojistky výrobní artiklu elektroměru členské rezervace transakce studijní záruka nabídka dodací slevový zakázka zakázky variabilní zásilky vyrobni
  zmluva zmluvy poistky sériové artikla elektromera rezervácia transakcie šarža ponuka zákazka variabilný zásielky
  szerződésszám kötvényszám hibajegy cikkszám mérőóra tagsági iktatószám foglalás foglalási ügyszám tranzakció törzsszám tétel garancia licenc kárszám szállítólevél törzskártya kuponkód vevőkód gyári rendelési vonalkód
  poliță poliţă tichet articol contor referință dosar tranzacție lot garanție licență daună ofertă aviz fidelitate reducere aparat aparatului matricol comandă înregistrare
  полица тикет артикул електромер членски референция преписка транзакция факултетен гаранция лиценз щета оферта отстъпка абонатен договор
  ugovor artikl brojilo članski referenca predmet transakcija jamstvo licenca šteta ponuda otpremnica popust narudžbe pošiljke serijski polica
  поруџбине уговор полиса артикал бројило чланска референца резервација трансакција пошиљке серијски
  pogodba zahtevek artikel števec članska rezervacija zadeva škoda serijska
  ліцензія гарантія справа справи транзакція табельний студентський промокод бронювання серійний ттн договору поліс
  серийный трек бронь бронирования дело табельный студенческий гарантия лицензия лояльности договора инвентарный
  sözleşme poliçe talep referans rezervasyon dosya işlem parça sicil garanti lisans hasar teklif kupon tesisat cihaz takip ürün
  συμβολαίου ασφαλιστηρίου αίτημα αίτησης αποστολής είδους μέλους υπόθεση υπόθεσης συναλλαγή συναλλαγής παρτίδα εγγύηση προσφορά κουπόνι παροχής σειριακός γεμη
  العقد البلاغ التسلسلي القطعة العداد المرجع الحجز القضية العملية الدفعة المطالبة سعر قسيمة التجاري الإرسالية البوليصة التذكرة الصنف المنتج
  قرارداد بیمه‌نامه تیکت رهگیری سریال کالا کنتور مرجع رزرو پرونده تراکنش بچ گارانتی لایسنس خسارت تخفیف قبض محصول بارنامه
  آرڈر انوائس معاہدہ پالیسی ٹکٹ ٹریکنگ سیریل میٹر ریفرنس بکنگ کیس ٹرانزیکشن شکایت رسید پارسل بل
  חוזה פוליסה פנייה סידורי מק"ט מקט מונה מועדון תיק עסקה אצווה אחריות תביעה מחיר קופון קבלה דגם
  इनवॉइस अनुबंध पॉलिसी टिकट ट्रैकिंग सीरियल मीटर संदर्भ केस लेनदेन बैच वारंटी दावा शिकायत एआरएन पावती तक्रार पार्सल बुकिंग चालान
  ইনভয়েস চুক্তি পলিসি টিকেট ট্র্যাকিং সিরিয়াল মিটার রেফারেন্স বুকিং লেনদেন অভিযোগ কেস ব্যাচ
  பாலிசி டிக்கெட் தொடர் மீட்டர் முன்பதிவு பரிவர்த்தனை புகார் கண்காணிப்பு ఆర్డర్ ఇన్వాయిస్ పాలసీ టికెట్ సీరియల్ మీటర్ బుకింగ్ లావాదేవీ ಆರ್ಡರ್ ಬಿಲ್ ಮೀಟರ್ ഓർഡർ ബിൽ മീറ്റർ
  kontrak polis barang meter referensi booking kasus transaksi batch garansi lisensi klaim penawaran siri penjejakan rujukan matrik tiket
  agizo ankara mkataba kifurushi serial mita rejea muamala tiketi kontrata polisiya sanggunian transaksyon
  შეკვეთის შეკვეთა ინვოისი ხელშეკრულება პოლისი გზავნილი სერიული მრიცხველი დაჯავშნა ტრანზაქცია պատվերի պայմանագիր սերիական հաշվիչ ամրագրում գործարք
  sutartis polisas siuntos serijos skaitiklis byla operacija tabelio partija licencija užsakymo līgums polise sērijas skaitītājs lieta darījums tabeles pasūtījuma sūtījuma
  leping poliis seerianumber arvesti liikmenumber viitenumber broneering juhtum tehing partii registrikood kliendinumber
  pöntunarnúmer viðskiptamannanúmer samningur raðnúmer mælir bókun sending porosisë matësi rezervimi dërgesa
  sifariş müqavilə seriya sayğac rezervasiya abonent тапсырыс шарт сериялық есептегіш ደረሰኝ ውል ተከታታይ ቆጣሪ የትዕዛዝ bestelnommer faktuurnr polisnommer verwysing reeksnommer meternommer bespreking`);

/** The same where a word is written in two. */
export const LABELLED_PAIRS: ReadonlySet<string> = new Set(
  [
    ...foldedWords(
      'khách_hàng nhân_viên sinh_viên thành_viên hợp_đồng hóa_đơn sản_phẩm công_tơ tham_chiếu đặt_chỗ giao_dịch bảo_hành giảm_giá chuẩn_chi vận_đơn đơn_hàng yêu_cầu chi_nhánh cửa_hàng số_lô sê_ri surat_jalan karta_klienta tessera_socio чланска_карта членска_карта מק_ט',
    ),
  ].map((pair) => pair.replace('_', ' ')),
);

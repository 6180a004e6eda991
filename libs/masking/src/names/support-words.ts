/**
 * Words of support life that begin sentences, labels, headings and signatures with a capital, by language: what people
 * write to, ask for, fill in and wait for; who everybody is; days and months; the small words of a sentence's beginning.
 */
export const SUPPORT_WORDS = `
  everyone everybody all sirs gents crew folks anyone subscriber subscribers abonent dispatcher receptionist procurement logistics legal payroll operations engineering platform component
  assigned reported raised closed reopened resolved pending shipped delayed blocked approved rejected expired disabled enabled missing unable cannot kindly hopefully apparently meanwhile
  portal portals scanner printer printers queue queues racks terminals plotter sandbox monitoring automation provider reseller tenants devs devops workers bots feature features module modules
  qa on-call oncall care tier premium squad desk unassigned summary reporter hold alles
  fix keep ours main greeting parent pawn knight mailing jnr affects queue ttl rek ket cni bvn sdt tlf tlfno telf tfno naf nif wifi wi fi valid took
  payable receivable facilities management introducing total subtotal sum scrum champ legend legends shift crew
  conn expected actual reproduce reproduction environment attendance apologies attendees minutes agenda fixed broken works passed failed skipped watchers components labels

  leiter leiterin buchhaltung einkauf vertrieb verkauf lager laden büro buro empfang zentrale technik abteilung kostenstelle ansprechpartner ansprechpartnerin sachbearbeiter sachbearbeiterin bearbeiter
  auszubildende auszubildender azubi mitarbeiter mitarbeiterin mitarbeitende anrufer anrufers anruferin teilnehmer besteller empfänger empfaenger absender absenderin bewerber mieter vermieter
  rechner drucker gerät geraet geräte anlage anlagen maschine bildschirm tastatur maus kasse stecker kabel leitung datensatz datensätze datei ordner tabelle spalte zeile feld felder
  entwurf abschrift abgleich auszug übersicht uebersicht anleitung handbuch vorlage meldung hinweis rückruf rueckruf rückfragen rueckfragen antwort frage fragen wunsch bonität bonitaet
  lage grund grunde grunde haus hause garten keller urlaub krankenstand büro home betreff anhang anlage zustellung lieferung mahnung gutschrift kündigung kuendigung vertrag vertrags
  führerschein fuehrerschein ausweis personalausweis perso erbengemeinschaft verkäufer verkaeufer käufer kaeufer gemeindekanzlei sekretariat dispo disposition kanzlei praxis verwaltung
  kollegen kolleginnen kollege kollegin mutter vater sohn tochter mann frau gatten gattin gatte schwester bruder oma opa eltern kinder kind baby
  personalabteilung nachtschicht frühschicht spätschicht lagerteam eure euer gesamt summe zwischensumme
  vergelts gott kein keine keinen falls sobald nachdem obwohl trotzdem deshalb daher außerdem ausserdem zudem laut gemäß gemaess zwecks betr betreffend anbei hiermit gestern heute morgen montags

  tous toutes chers chères responsable compta comptabilité comptabilite direction ressources humaines qualité qualite achats ventes entrepôt entrepot magasin bureau accueil secrétariat secretariat standard
  appelant appelante abonné abonne abonnée destinataire expéditeur expediteur locataire bailleur serveur serveurs imprimante imprimantes ordinateur écran clavier dossier fichier tableau colonne ligne champ champs bouton touche
  message réponse reponse question rappel relance relevé releve virement prélèvement prelevement livraison retard panne coupure contrat avenant devis justificatif pièce piece pièces passation astreinte
  vitale néant neant aucun aucune selon suite objet concernant hier demain aujourd bonjour merci svp remboursez rappelez appelez envoyez écrivez ecrivez pouvez voici voilà voila toujours encore jamais puis enfin ensuite
  permanence notes recette recettes bonnes pas mal plus moins

  todos todas equipo responsable almacén almacen contabilidad dirección direccion recursos humanos calidad compras ventas tienda oficina recepción recepcion secretaría secretaria consultas externas urgencias
  remitente destinatario abonado inquilino arrendador servidor servidores impresora impresoras ordenador pantalla teclado carpeta fichero archivo tabla columna fila campo campos botón boton tecla
  mensaje respuesta pregunta aviso recordatorio transferencia recibo entrega retraso avería averia corte contrato presupuesto justificante pieza según segun asunto sobre ayer mañana hoy favor llamen llame llamad escriban escriba quitadlo quitadla firmado enviado
  nóminas nominas nómina tras desde hasta aunque porque cuando mientras también tambien tampoco nada nadie algo alguien

  tutti tutte ufficio magazzino contabilità contabilita direzione risorse umane qualità acquisti vendite negozio segreteria reparto referente mittente destinatario abbonato inquilino locatore
  stampante stampanti schermo tastiera cartella tabella colonna riga campo campi pulsante tasto messaggio risposta domanda avviso sollecito bonifico ricevuta consegna ritardo guasto preventivo
  secondo oggetto ieri domani oggi dopo prima anche ancora mai però pero quindi perché perche quando mentre nessuno niente qualcuno firmato inviato distinti gentilissimi egregi spettabile
  partita iva nato nata

  todos todas equipa armazém armazem contabilidade diretoria recursos humanos qualidade compras vendas loja escritório escritorio recepção recepcao secretaria comercial financeiro jurídico juridico
  remetente destinatário inquilino senhorio servidor servidores impressora tela teclado pasta arquivo ficheiro tabela coluna linha campo campos botão botao tecla mensagem resposta pergunta aviso lembrete
  transferência transferencia boleto recibo entrega atraso avaria corte contrato orçamento segundo assunto ontem amanhã amanha hoje favor depois também tambem nunca ninguém ninguem nada alguém permitida motivo

  allemaal iedereen magazijn boekhouding directie inkoop verkoop winkel kantoor receptie afzender ontvanger huurder verhuurder printer scherm toetsenbord map bestand tabel kolom rij toets
  bericht antwoord vraag herinnering aanmaning overboeking betaling levering vertraging storing contract volgens betreft gisteren morgen vandaag alstublieft aub daarna ook nooit niemand niets iemand
  klantenservice personeelszaken afdeling
  omgeving omgevingen locatie toestel

  alla allihopa lager lön löner ekonomi inköp försäljning butik kontor reception avsändare mottagare hyresgäst skrivare skärm tangentbord mapp tabell kolumn rad fält knapp meddelande svar fråga påminnelse
  betalning leverans försening avbrott avtal enligt ämne igår imorgon idag vänligen sedan också aldrig ingen något någon tjänsten servern servrarna
  alle lager løn økonomi indkøb salg butik kontor afsender modtager lejer printer skærm tastatur mappe tabel kolonne række felt knap besked svar spørgsmål rykker betaling levering forsinkelse afbrydelse aftale ifølge emne vedr
  regnskap bogholderi bogholderiet lageret lønnskontoret receptionen ekonomiavdelningen
  lønn innkjøp avsender mottaker leietaker skriver skjerm kolonne rad melding spørsmål purring forsinkelse brudd ifølge emne meldingsfeil
  kaikki kaikille varasto palkat talous osto myynti myymälä toimisto vastaanotto lähettäjä vastaanottaja vuokralainen tulostin tulostimet näyttö näppäimistö kansio tiedosto taulukko sarake rivi kenttä nappi viesti vastaus kysymys
  muistutus maksu toimitus viivästys häiriö sopimus aihe eilen huomenna tänään myös koskaan kukaan mitään joku rehtori isännöitsijä ajanvaraus sposti robottiteksti
  taloushallinto henkilöstö
  allir öll sími kveðja

  wszyscy wszystkim magazyn księgowość kadry dyrekcja zakupy sprzedaż sklep biuro recepcja nadawca odbiorca najemca drukarka drukarki ekran klawiatura folder plik tabela kolumna wiersz pole pola przycisk klawisz
  wiadomość odpowiedź pytanie przypomnienie wezwanie przelew dostawa opóźnienie awaria umowa według wg temat dotyczy wczoraj jutro dzisiaj również nigdy nikt nic ktoś napisz napiszcie zadzwońcie proszę towar kwota usługa usługi
  wszyscy panie panowie państwo szanowni dział obsługa obsługi
  všichni všem vsem sklad účtárna vedení nákup prodej obchod kancelář recepce odesílatel příjemce nájemce tiskárna tiskárny obrazovka klávesnice složka soubor tabulka sloupec řádek pole tlačítko klávesa zpráva odpověď otázka upomínka
  platba dodání zpoždění porucha výpadek smlouva podle předmět popis včera zítra dnes také nikdy nikdo nic někdo všetci všetkým sklad predaj nákup obchod kancelária odosielateľ príjemca tlačiareň obrazovka priečinok súbor tabuľka stĺpec riadok
  správa odpoveď otázka platba dodanie oneskorenie zmluva predmet včera zajtra dnes tiež nikto niečo niekto
  mindenki mindenkinek raktár könyvelés vezetőség beszerzés értékesítés bolt iroda recepció feladó címzett bérlő nyomtató képernyő billentyűzet mappa fájl táblázat oszlop sor mező gomb üzenet válasz kérdés emlékeztető utalás szállítás késés
  szerver szünet szerződés szerint tárgy tegnap holnap ma is soha senki semmi valaki
  tuturor toți toate depozit contabilitate conducere achiziții vânzări magazin birou recepție expeditor destinatar chiriaș imprimantă imprimanta ecran tastatură dosar fișier tabel coloană rând câmp buton tastă mesaj răspuns întrebare
  plată livrare întârziere avarie contract conform subiect ieri mâine astăzi niciodată nimeni nimic cineva cnp

  всички склад счетоводство покупки продажби магазин офис рецепция подател получател наемател принтер екран папка файл таблица колона ред поле бутон съобщение отговор въпрос напомняне плащане доставка забавяне авария договор според относно вчера утре днес
  все всем всех склад бухгалтерия бухгалтерию отдел отдела закупки продажи магазин офис приемная отправитель получатель абонент абонента арендатор принтер экран клавиатура папка файл таблица столбец строка поле кнопка клавиша сообщение ответ вопрос
  напоминание оплата доставка задержка авария сбой договор согласно тема темы касательно вчера завтра сегодня также никогда никто ничего кто-то билд стенд стенды напишите позвоните перезвоните
  усі всі всім відділ відділу бухгалтерія закупівлі продажі магазин офіс відправник одержувач абонент орендар екран папка файл таблиця стовпець рядок кнопка повідомлення відповідь питання нагадування оплата доставка затримка аварія збій договір
  згідно тема вчора завтра сьогодні також ніколи ніхто нічого усе стенди сервера патэлефануйце абанент
  сви свима магацин рачуноводство набавка продаја продавница канцеларија пошиљалац прималац штампач екран фасцикла датотека табела колона ред поље дугме порука одговор питање јуче сутра данас
  svi svima skladište računovodstvo nabava prodaja trgovina ured recepcija pošiljatelj primatelj stanar pisač zaslon tipkovnica mapa datoteka tablica stupac redak polje gumb poruka odgovor pitanje jučer sutra danas poslužitelj odvjetnica
  vsem vsi skladišče računovodstvo nabava prodaja trgovina pisarna pošiljatelj prejemnik tiskalnik zaslon mapa datoteka tabela stolpec vrstica polje gumb sporočilo odgovor vprašanje včeraj jutri danes strežnik odvetnica
  όλοι όλους όλες αποθήκη λογιστήριο διεύθυνση αγορές πωλήσεις κατάστημα γραφείο υποδοχή αποστολέας παραλήπτης ενοικιαστής εκτυπωτής οθόνη φάκελος αρχείο πίνακας στήλη γραμμή πεδίο κουμπί μήνυμα απάντηση ερώτηση πληρωμή παράδοση βλάβη θέμα χθες αύριο σήμερα

  herkes herkese depo muhasebe yönetim satınalma satış mağaza ofis danışma gönderen alıcı abone kiracı sunucu yazıcı ekran klavye klasör dosya tablo sütun satır alan düğme mesaj cevap soru hatırlatma ödeme teslimat gecikme arıza sözleşme göre dün yarın bugün
  temsilci temsilcisi müşteri müşterimiz müşterilerimiz yetkili kayıt konu adresimiz çağrı hizmetleri hörmətlə müştəri xidməti operator abunəçi ödəniş çatdırılma
  kõik kõigile ladu raamatupidamine müük pood kontor saatja saaja üürnik ekraan kaust fail tabel veerg rida väli nupp teade vastus küsimus makse tarne viivitus rike leping teema eile homme täna arve elukoht teenuse
  visiem visi noliktava grāmatvedība pārdošana veikals birojs sūtītājs saņēmējs īrnieks printeris ekrāns mape fails tabula kolonna rinda lauks poga ziņa atbilde jautājums maksājums piegāde kavējums līgums temats vakar rīt šodien operators operatore klients kliente atbalsts pieteikums
  visiems sandėlis buhalterija pardavimai parduotuvė biuras siuntėjas gavėjas nuomininkas spausdintuvas ekranas aplankas failas lentelė stulpelis eilutė laukas mygtukas žinutė atsakymas klausimas mokėjimas pristatymas vėlavimas gedimas sutartis tema vakar rytoj šiandien operatorius klientas klientė
  haigh cuntas farnilie

  semua gudang akuntansi keuangan pembelian penjualan toko kantor resepsionis pengirim penerima penyewa layar berkas tabel kolom baris tombol pesan jawaban pertanyaan pengingat pembayaran pengiriman keterlambatan gangguan kontrak perihal kemarin besok
  halaman alamat nomor wajib mohon tolong admin penghuni pelayanan layanan
  simu ukurasa timu wote mteja huduma jina leo jana kesho tafadhali asante habari mimi
  kính gửi quý công ty chi nhánh bộ phận phòng ban trân trọng đặt chuyển hóa đơn quyết định bình thường
  الجميع موظف الموظفة موظفة بوت العميلة المستخدم المشترك المسؤول معاكم معكم وعليكم ورحمة ورحمه الله وبركاته مدير
  همه همگی واحد بخش پشتیبانی مشتری کاربر گرامی بنده اینجانب سرور سرورها
  לכולם כולם מדברת מדבר נציגים מוקדן מוקדנית
  वाला वाली वाले कॉलम बताइए बताओ ये मी आमचा आमची सर्वर सर्वांना सभी सबको`;

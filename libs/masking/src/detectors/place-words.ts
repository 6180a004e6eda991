import { foldText } from '../text/characters.ts';

const list = (words: string): readonly string[] => foldText(words).trim().split(/\s+/);

/** Words for a street that stand behind its name, the house number before both: 418 Larkspur Lane. */
export const STREETS_AFTER: readonly string[] = list(`
  street st str lane ln avenue ave av aven road rd drive dr drv boulevard blvd boul court ct crt way wy place pl square sq terrace tce ter terr crescent cres cr crescents close cl wharf parade pde
  highway hwy hway parkway pkwy pwy circle cir circ trail trl row mews gardens gdns gdn garden grove grv gr hill hl hills quay walk wlk loop alley esplanade esp pier brow green grn rise ris vale view vw
  gate pike turnpike tpke plaza plz broadway marg chowk chawk layout expressway expwy expy freeway fwy bypass common commons embankment emb fields field fld flds meadow meadows mdws mount park passage ridge rdg
  run path pass point pt pointe crossing xing bend cove cv causeway cswy glen hollow holw junction jct knoll landing ldg manor mnr motorway mtwy oval orchard overlook promenade prom reach rest rue spur strand
  steps stairs track trk turn tunnel valley vly viaduct vista villas walkway wynd yard brae loan gait gardens drift fold garth gill ginnel snicket twitten hythe hythes lea leas side bank banks bottom bottoms arcade arc
  concourse copse corner cnr croft dene dell downs edge end entrance fairway ferry firth ford frontage gully heights hts heath island isle jetty key link links lookout nook outlook parks paddock plateau pocket quadrant quad ramp
  range retreat ridgeway right rotary round roundabout service slope subway throughway thruway tor trace triangle tubeway underpass way waterway wade walks bazar bazaar sarani path gali galli gully lines maidan mawatha mw pura vidiya
  tce close cross main salai theru nagar veedhi patha singel laan weg straat rylaan rylaan crescent
`);

/** Words for a street before its name: rue du Moulin 12, ul. Kwiatowa 8, Jalan Merdeka 5. */
export const STREETS_BEFORE: readonly string[] = list(`
  rue r av ave avenue avda avd avinguda bd bld boul boulevard bvd bulevar bulevard bulevardul imp impasse chemin ch che chem place pl plc allee allees all quai q route rte cours crs square sq passage pass psg sentier sente villa cite faubourg fbg fg
  esplanade promenade montee traverse ruelle venelle voie rond-point chaussee chee drève dreve clos carrefour mail parvis rang côte montée
  calle c cl cll cle carrera cra kra kr cr carr diagonal dg diag transversal tv transv tr ronda rda glorieta gta pasaje psje pje pasaxe passatge bulevar callejon cjon jiron jr prolongacion prol calzada calz cerrada cda privada priv andador and circuito cto camino cmno cno carretera ctra crta autopista aut paseo po pso plaza pza plza pl plazuela carrer cra travesia trva costanilla cuesta via peatonal retorno ret boulevard blvr eje periferico libramiento carretera ruta callejuela vereda rúa rua praza kalea etorbidea autonomía rambla rbla
  rua r avenida av travessa tv trav largo lgo praca pca pc alameda al estrada est rodovia rod ladeira beco quinta viela escadinhas calcada calc azinhaga rotunda urbanizacao urb bairro quadra viaduto marginal via servidao
  via v viale vle v.le piazza pza p.za p.zza piazzale ple p.le corso cso c.so vicolo vico largo lgo lungomare lungotevere lungarno borgo salita discesa contrada cda strada str traversa calle campo fondamenta calle ramo sestiere rione galleria rampa gradini via circonvallazione località localita loc frazione fraz vocabolo podere cascina
  ul ulica ulice ulicy ulici al aleja aleje alei os osiedle pl plac placu rynek skwer bulwar rondo
  nam namesti namestie tr trida trieda nabr nabrezi nabrezie sidl sidliste sidlisko ulička
  ul ulica trg bul bulevar cesta put obala setaliste put prolaz kej naselje
  str strada strad bd bul bdul bulevardul calea sos soseaua aleea al intrarea intr splaiul piata pta fundatura drumul cartier cart prelungirea
  ул улица улицы улице улицу пр-т прт просп проспект пер переулок проезд пр-д ш шоссе наб набережная бул б-р бульвар площадь пл тупик аллея линия мкр микрорайон мкрн квартал кв-л тракт
  вул вулиця вулиці вулицю пров провулок пл площа просп бульв узвіз шосе мікрорайон набережна майдан
  бул булевард площад пл кв жк ж.к улица трг кеј
  οδος οδου οδο λεωφορος λεωφ λεωφορου πλατεια πλ πλατειας παροδος
  jalan jln jl jn lorong lrg persiaran psn lebuh lebuhraya lengkok gang gg jalur lintasan simpang spg
  duong pho ngo hem kiet ngach
  thanon soi moo mu trok
  rruga rr bulevardi blv sheshi lagjja
  sraid sráid bothar bóthar ascaill heol lon stryd ffordd clos lôn
  mtaa barabara
  vul prospekt prosp pereulok shosse
  شارع طريق جادة ش شارعنا زنقة زقاق محلة حي نهج ممر درب سكة ميدان حارة خیابان کوچه بلوار میدان بزرگراه گلی روڈ محلہ دوار
  רחוב רח שדרות שד דרך סמטת סמטה כיכר משעול
`);

/** Words for a street behind its name, the number behind both: Petőfi utca 5, Atatürk Caddesi No: 12, Brīvības iela 4. */
export const STREETS_MIDDLE: readonly string[] = list(`
  utca u ut utja ter tere korut krt koz sor setany stny fasor rakpart rkp dulo sugarut sgt park lepcso liget telep tanya lakotelep ltp
  sokak sokagi sok sk cadde caddesi cad cd mahallesi mahalle mah mh bulvari blv blvd yolu meydani bulvar cikmazi geçidi
  iela gatve g prospekts prospektas pr prosp aleja plentas laukums bulvaris pl skv tanav tn maantee mnt tee puiestee pst valjak allee krasta
  gate gata gaten gatan gade vei veg vegen veien vej vejen vag vagen alle allen plass plads plan torg torget torv backe bakken stig stigen stien brygge brygga kaj kajen
  katu tie kuja polku kaari aukio rinne ranta raitti vayla tori
  strasse str straße allee platz weg ring gasse damm ufer chaussee promenade steig pfad hof markt graben kai berg wall winkel anger
  straat laan plein weg gracht kade singel dijk hof pad steeg dreef baan lei steenweg markt
  улица улицы ул проспект пр-кт пркт бульвар бул шоссе ш переулок пер көшесі кошеси көш даңғылы кошеси кучаси кўчаси prospekti ko'chasi küçəsi kucesi
  ქუჩა გამზირი պողոտա փողոց
`);

/** Words for a unit, a house or a lot, which a number or a letter follows: Flat 3, Blk 78B, Plot 1187B, кв. 12. */
export const UNITS: readonly string[] = list(`
  flat flt apt apartment apart apmt unit ut suite ste room rm floor fl flr level lvl building bldg block blk tower twr house hse lot lots box plot stand erf phase ph villa bungalow maisonette penthouse ph studio spc space slip berth mooring pitch shop stall stand gate door farm hostel hno dno kiosk warehouse bay site portion ptn extension ext zone sector sec street wing stairs entrance staircase cabin trailer pod lane
  h.no d.no hno plot# quarter qtr qtrs qrs quarters plotno ward compound house# camp mansion chalet cottage purok phase sitio section road
  depto dpto dept dep departamento apartamento apto ap apartado piso pso planta pta puerta prta esc escalera portal bajo izq izda int interior ext exterior local loc oficina of ofic edificio edif torre bloque bl blq manzana mz mza lote lt casa nave parcela pc sitio km kilometro nivel modulo galpon porton
  bloco bl conjunto cj quadra qd lote lt sala sl loja lj andar galpao casa bl setor km fracao lugar cave
  interno int scala sc piano palazzo pal palazzina lotto edificio civ civico isolato
  appt app apt appartement etage bat batiment bt bte boite esc escalier porte imm immeuble residence res hall villa lot ilot îlot local lgt logement chambre ch cage entree carré bloc parcelle
  whg wohnung top stiege tur etage og stock hinterhaus haus wohneinheit we zimmer zi parzelle eingang aufgang apartment app block
  bus verdieping kamer hoog appartement flat huis
  lgh lagenhet van vaning tr trappa vanning uppg uppgang bolig leil leilighet etg etasje opgang sal th tv mf st box plan
  as asunto huoneisto krs rappu porras talo
  m mieszkanie mieszk lok lokal kl klatka pietro blok bl nr budynek bud dom pokoj pok mieszkania
  byt c cp vchod poschodi poschodie patro blok dvere č p kancelar
  em emelet ajto fsz lph lepcsohaz epulet ep lakas hrsz hsz
  bl bloc sc scara et etaj ap apartament apt camera corp nr intrare sector
  д дом корп корпус к стр строение кв квартира оф офис под подъезд этаж эт литера лит пом помещение комн комната участок уч вл владение блок секция
  буд будинок кв корп під'їзд поверх офіс кімн секція оселя
  бл вх ет ап вход блок етаж апартамент стан улаз спрат
  stan ulaz kat sprat broj br kbr
  kat daire d no blok apt apartmani site sitesi dukkan ic kapi dis
  tang lau phong can so toa lo khu to ap thon block
  lantai lt blok no kamar unit tower rt rw kav kavling kaveling rumah
  dz dzivoklis k korpuss butas bt kor namas korter krt maja
  شقة الشقة مبنى الطابق طابق عمارة بناية الدور دور رقم منطقة قطعة فيلا برج باب منزل دار بيت بلوك مجمع قسيمة پلاک طبقه واحد مکان فلیٹ بلاک
  דירה קומה כניסה בית מס'
  मकान फ्लैट प्लॉट दुकान वार्ड सेक्टर ब्लॉक मंजिल घर गली
  nyumba hse chumba house plot
`);

/** Words that name a house, a place people live in, or a part of a town or country; beside a name. */
export const PLACES: readonly string[] = list(`
  estate est court house hse hall cottage cottages farm fm lodge barn mill manor mews villa villas towers tower mansions mansion heights hts residency residence residences apartments apts condominium condo condos arcade mall plaza centre center complex complx building bldg chambers arms barracks mission convent rectory vicarage hostel hospice nursing camp caravan caravans moorings marina quay annexe annex bungalow bothy croft grange priory abbey forge bakehouse oast granary stables coach gatehouse gatelodge rooms quarters colony nagar vihar enclave society soc socy puram palli pally peta pet pura pur wadi vasti basti chawl gunj ganj mohalla muhalla mohallah tehsil teh tahsil taluka taluk tal tq dist distt district village vill vpo mandal mdl ward mouza mauza upazila thana union po ps kebele woreda barangay brgy bgy sitio subd subdivision subdiv homes village phase purok municipality compound kraal township twp location ext hamlet parish townland co county shire borough island reserve lots park hostel reservation rancheria mhp trailer terrace terraces gardens campus university univ college market bazaar bazar business industrial indl ind trading retail technology science garrison lines housing scheme society cantt town layout extn main cross stage bungalows
  kampung kg taman tmn bandar felda mukim pekan seksyen desa dusun dsn kelurahan kel kecamatan kec kabupaten kab kota perumahan perum komplek kompleks komp griya apartemen gedung ruko banjar jorong nagari wisma menara rusun kost
  colonia col fraccionamiento fracc barrio bo urbanizacion urb poblacion pobl villa conjunto condominio cond residencial resid ampliacion ampl vereda vda corregimiento municipio mpio delegacion alcaldia ejido rancho hacienda hda finca fca caserio parroquia sector reparto resguardo poligono pol partida caserio cortijo masia mas edificio edif torre torres poblado parcialidad comuna paraje
  bairro condominio cond residencial jardim jd vila vl parque pq distrito freguesia conjunto sitio fazenda faz chacara edificio ed loteamento lugar quinta casal monte povoado assentamento comunidade
  residence res résidence lieu-dit lieudit ld hameau quartier lotissement lot domaine ferme chateau ehpad foyer zac za zi cedex cite immeuble imm villa moulin mas commune arrondissement secteur
  localita loc frazione fraz contrada podere cascina fattoria villaggio condominio residenza borgata
  ortsteil hof gut schloss wohnheim seniorenheim altenheim pflegeheim siedlung kolonie gemeinde haus kleingarten gartenverein postfach
  woonzorgcentrum verzorgingshuis zorgcentrum boerderij camping woonboot
  gard garden tun bygd radhus koloni
  osiedle wies gmina gm powiat pow woj wojewodztwo kolonia dom sidliste obec okres kraj cast falu tanya
  comuna com sat satul judet jud cartier cart sector mun oras orasul
  м г гор город пос поселок посёлок пгт с село дер деревня хутор станица ст обл область р-н рн район край респ республика снт жк мкр мкрн микрорайон общ обш аул улус
  смт село с місто м обл область р-н район громада гр община общ махала кв
  mahallesi mah koyu koy ilce ilcesi il site sitesi apartmani apt konutlari evleri rezidans kasabasi
  xa phuong quan huyen tinh thon xom ap khom tp thanh phuong quận
  tambon tumbon amphoe amphur khwaeng khet ban moo muban changwat
  حي برج مدينة قرية منطقة مجمع بلدية محافظة ولاية دوار جماعة شارع
  קיבוץ מושב שכונת
  ग्राम गाँव गांव मोहल्ला नगर कॉलोनी जिला तहसील पोस्ट थाना टोला पो
  kijiji kata tarafa wilaya mkoa eneo
  baile contae ynys tyddyn
`);

/** What stands before a landmark: near the mosque, behind Melcom, tapat ng simbahan. */
export const BESIDE: readonly string[] = list(`
  near nr nearby opposite opp behind beside beside off next adjacent adj along above below between via past c/o nxt bhnd before after corner cnr cor by junction overlooking facing backside
  cerca frente atras detras junto entre esquina esq enfrente altos lado diagonal contiguo
  perto frente atras proximo ao esquina fundos lado
  derriere devant pres face apres entre cote chez angle sous
  hinter neben nahe gegenuber bei ecke vor naast achter tegenover bij hoek bakom bredvid mittemot bag ved bak
  vicino presso dietro davanti fronte accanto angolo
  kolo obok naprzeciw vedle naproti pri u za pobliz
  возле около напротив рядом за біля навпроти поруч
  depan belakang sebelah dekat samping seberang hadapan
  tapat likod malapit katabi harap
  gan gần sau doi dien canh kế
  yani karsisi arkasi
  نزد بالمقابل قرب بجوار جوار خلف مقابل أمام امام جنب پشت روبروی
  ליד מול מאחורי
  पास के सामने पीछे निकट
  karibu nyuma mbele
`);

/** Small words inside an address. */
export const LINKS: readonly string[] = list(`
  de del da do das dos della dei delle di du des la le les el los las lo van von vom zum zur der den dem am an im auf bei sur sous lez les en al ob pod nad na y e et and & of the at on in u v a à d l i ap ke ki ka se ng sa ni kay wa ya cha za ay pri
  no nr n num numero nro nº n° number # o ó 't 's of to floor storey story rear front upper lower left right first second third fourth ground top basement north south east west
  n s e w ne nw se sw nte norte sur este oeste oriente pte poniente ote nord sud ouest est bajo baixo alto
  old new post
`);

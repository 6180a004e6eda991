/** Number words of one language; `/` between variants of one number, in the order of their values. */
export interface NumberWords {
  /** 0 to 9. */
  units: string;
  /** 10 to 19, as many as are words of their own. */
  teens?: string;
  /** 20 to 90. */
  tens?: string;
  hundred?: string;
  /** Words written in one: `ten unit` joins as in "fyrtiotvå", `unit link ten` as in "zweiundvierzig". */
  joined?: { order: 'ten-unit' | 'unit-ten'; link?: string; elides?: boolean };
  /** Other words with their values, `word=value`. */
  others?: string;
}

/** Georgian counts in scores and writes all of a number in one word: 580 is `ხუთას` and `ოთხმოცი`. */
function georgian(): string {
  const units =
    'ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი'.split(
      ' ',
    );
  const scores = ['ოც', 'ორმოც', 'სამოც', 'ოთხმოც'];
  const below: [string, number][] = units.map((word, index) => [word, index + 1]);
  for (const [index, score] of scores.entries()) {
    below.push([`${score}ი`, 20 + 20 * index]);
    for (const [unit, word] of units.entries()) below.push([`${score}და${word}`, 21 + 20 * index + unit]);
  }
  const hundreds = 'ას ორას სამას ოთხას ხუთას ექვსას შვიდას რვაას ცხრაას'.split(' ');
  const all = [...below.filter(([, value]) => value > 19)];
  for (const [index, hundred] of hundreds.entries()) {
    all.push([`${hundred}ი`, 100 * (index + 1)]);
    for (const [word, value] of below) all.push([hundred + word, 100 * (index + 1) + value]);
  }
  return all.map(([word, value]) => `${word}=${value}`).join(' ');
}

/** Languages in which numbers are dictated. */
export const LANGUAGES: readonly NumberWords[] = [
  {
    units: 'zero/oh/o/nought/naught/nil/null one two three four five six seven eight nine/niner',
    teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty/fourty fifty sixty seventy eighty ninety',
    hundred: 'hundred',
  },
  {
    units: 'null/nuller eins/ein/eine zwei/zwo drei vier fünf/fuenf sechs sieben acht neun',
    teens: 'zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert/einhundert',
    joined: { order: 'unit-ten', link: 'und' },
  },
  {
    units: 'zéro un/une deux trois quatre cinq six sept huit neuf',
    teens: 'dix onze douze treize quatorze quinze seize',
    tens: 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante',
    hundred: 'cent/cents',
  },
  {
    units: 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve',
    teens: 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundred: 'cien/ciento',
    others:
      'veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900',
  },
  {
    units: 'zero um/uma dois/duas três quatro cinco seis/meia sete oito nove',
    teens:
      'dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundred: 'cem/cento',
    others:
      'duzentos=200 trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900',
  },
  {
    units: 'zero uno/un/una due tre quattro cinque sei sette otto nove',
    teens: 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    hundred: 'cento',
    joined: { order: 'ten-unit', elides: true },
  },
  {
    units: 'nul een/één twee drie vier vijf zes zeven acht negen',
    teens: 'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd',
    joined: { order: 'unit-ten', link: 'en' },
  },
  {
    units: 'noll/nolla ett/en två tre/trea fyra/fyr fem/femma sex/sexa sju/sjua åtta nio/nia',
    teens: 'tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
    tens: 'tjugo/tjuge trettio/tretti fyrtio/förti femtio/femti sextio/sexti sjuttio/sjutti åttio/åtti nittio/nitti',
    hundred: 'hundra',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'null en/ett to tre fire fem seks sju/syv åtte ni',
    teens: 'ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tjue/tyve tretti/tredve førti/førr femti seksti sytti åtti nitti',
    hundred: 'hundre',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'nul en/et to tre fire fem seks syv otte ni',
    teens: 'ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tyve tredive/tredve fyrre halvtreds tres halvfjerds firs halvfems',
    hundred: 'hundrede/hundred',
    joined: { order: 'unit-ten', link: 'og' },
  },
  {
    units:
      'nolla yksi/yks kaksi/kaks kolme neljä/nelonen viisi/viis/vitonen kuusi/kuus seitsemän/seiska kahdeksan/kasi yhdeksän/ysi',
    teens:
      'kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista',
    tens: 'kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä',
    hundred: 'sata',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'zero jeden/jedna dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć',
    teens:
      'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
    tens: 'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    others:
      'sto=100 dwieście=200 trzysta=300 czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 dziewięćset=900',
  },
  {
    units: 'nula jedna/jeden/jedno dva/dvě tři čtyři pět šest sedm/sedum osm/osum devět',
    teens: 'deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct',
    tens: 'dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát',
    hundred: 'sto',
    joined: { order: 'unit-ten', link: 'a' },
  },
  {
    units: 'nula jeden/jedna dva/dve tri štyri päť šesť sedem osem deväť',
    teens: 'desať jedenásť dvanásť trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť devätnásť',
    tens: 'dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat',
    hundred: 'sto',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'nulla egy kettő/két három négy öt hat hét nyolc kilenc',
    teens: 'tíz tizenegy tizenkettő/tizenkét tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc',
    tens: 'húsz/huszon harminc negyven ötven hatvan hetven nyolcvan kilencven',
    hundred: 'száz',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'zero unu/una/un doi/două trei patru cinci șase/şase șapte/şapte opt nouă',
    teens:
      'zece unsprezece doisprezece/douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece',
    tens: 'douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
    hundred: 'sută/sute',
  },
  {
    units: 'нула едно/един/една две/два три четири пет шест седем осем девет',
    teens:
      'десет единадесет/единайсет дванадесет/дванайсет тринадесет/тринайсет четиринадесет/четиринайсет петнадесет/петнайсет шестнадесет/шестнайсет седемнадесет/седемнайсет осемнадесет/осемнайсет деветнадесет/деветнайсет',
    tens: 'двадесет/двайсет тридесет/трийсет четиридесет/четирийсет петдесет шестдесет/шейсет седемдесет осемдесет деветдесет',
    hundred: 'сто',
  },
  {
    units: 'μηδέν ένα/έναν/μία δύο τρία/τρεις τέσσερα/τέσσερις πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά',
    teens:
      'δέκα έντεκα/ένδεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά/δεκαεφτά δεκαοκτώ/δεκαοχτώ δεκαεννέα/δεκαεννιά',
    tens: 'είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα',
    hundred: 'εκατό/εκατόν',
  },
  {
    units: 'ноль/нуль один/одна/раз два/две три четыре пять шесть семь восемь девять',
    teens:
      'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    tens: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    others:
      'сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900',
  },
  {
    units: "нуль/ноль один/одна два/дві три чотири п'ять шість сім вісім дев'ять",
    teens:
      "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
    tens: "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    others: "сто=100 двісті=200 триста=300 чотириста=400 п'ятсот=500 шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900",
  },
  {
    units: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
    teens: 'on',
    tens: 'yirmi otuz kırk elli altmış yetmiş seksen doksan',
    hundred: 'yüz',
  },
  {
    units: 'kosong/nol satu dua tiga empat lima enam tujuh delapan/lapan sembilan',
    teens: 'sepuluh sebelas',
    others: 'puluh=10 belas=10',
  },
  { units: 'không một/mốt hai ba bốn/tư năm/lăm/nhăm sáu bảy/bẩy tám chín', others: 'mười=10 mươi=10 linh=0' },
  {
    units:
      'صفر واحد/واحدة اثنين/اثنان/اتنين/إثنين ثلاثة/تلاتة/ثلاث أربعة/اربعه/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/تمانية/ثمان تسعة/تسع',
    teens: 'عشرة',
    tens: 'عشرين/عشرون ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون',
    hundred: 'مئة/مية/مائة',
  },
  {
    units: 'אפס אחת/אחד שתיים/שניים/שתים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה/שמונא תשע/תשעה',
    teens: 'עשר/עשרה',
    tens: 'עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים',
    hundred: 'מאה',
  },
  {
    units: 'शून्य/जीरो/ज़ीरो/सिफर एक दो तीन चार पांच/पाँच छह/छः/छे/छ सात आठ नौ',
    teens: 'दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस',
    tens: 'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
    hundred: 'सौ',
    others:
      'इक्कीस=21 बाईस=22 तेईस=23 चौबीस=24 पच्चीस=25 छब्बीस=26 सत्ताईस=27 अट्ठाईस=28 उनतीस=29 पैंतीस=35 पैंतालीस=45 पचपन=55 पैंसठ=65 पचहत्तर=75 पचासी=85 पंचानवे=95 निन्यानवे=99',
  },
  {
    units:
      'zero/shunya/shoonya/jiro ek do teen/tin char/chaar paanch/panch/paach chhe/che/chah/chhah saat/sat aath/ath nau/nao',
    teens: 'das gyarah barah terah chaudah pandrah solah satrah atharah unnis',
    tens: 'bees tees chalis pachas saath sattar assi nabbe',
    hundred: 'sau',
  },
  {
    units: 'nula jedan/jedna dva/dvije/dve tri četiri pet šest sedam osam devet',
    teens: 'deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest',
    tens: 'dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset',
    hundred: 'sto',
  },
  { units: 'null üks kaks kolm neli viis kuus seitse kaheksa üheksa', teens: 'kümme' },
  { units: 'nulle viens divi trīs četri pieci seši septiņi astoņi deviņi', teens: 'desmit' },
  { units: 'nulis vienas du trys keturi penki šeši septyni aštuoni devyni', teens: 'dešimt' },
  {
    units: 'núll einn/ein/eitt tveir/tvær/tvö þrír/þrjár/þrjú fjórir/fjórar/fjögur fimm sex sjö átta níu',
    teens: 'tíu ellefu tólf þrettán fjórtán fimmtán sextán sautján átján nítján',
    tens: 'tuttugu þrjátíu fjörutíu fimmtíu sextíu sjötíu áttatíu níutíu',
    hundred: 'hundrað',
  },
  {
    units: 'нула један/једна/еден/една два/две три четири пет шест седам/седум осам/осум девет',
    teens:
      'десет једанаест/единаесет дванаест/дванаесет тринаест/тринаесет четрнаест/четиринаесет петнаест/петнаесет шеснаест/шеснаесет седамнаест/седумнаесет осамнаест/осумнаесет деветнаест/деветнаесет',
    tens: 'двадесет тридесет/триесет четрдесет/четириесет педесет шездесет/шеесет седамдесет/седумдесет осамдесет/осумдесет деведесет',
    others:
      'сто=100 двеста=200 двјеста=200 двесте=200 триста=300 четиристо=400 петсто=500 шестсто=600 седамсто=700 осамсто=800 деветсто=900',
  },
  {
    units: 'nič/nula ena/en/eno dve/dva tri štiri pet šest sedem osem devet',
    teens: 'deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst',
    tens: 'dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset',
    hundred: 'sto',
    joined: { order: 'unit-ten', link: 'in' },
  },
  {
    units: 'zero/null një dy tre/tri katër pesë gjashtë shtatë tetë nëntë',
    teens:
      'dhjetë njëmbëdhjetë dymbëdhjetë trembëdhjetë katërmbëdhjetë pesëmbëdhjetë gjashtëmbëdhjetë shtatëmbëdhjetë tetëmbëdhjetë nëntëmbëdhjetë',
    tens: 'njëzet tridhjetë dyzet pesëdhjetë gjashtëdhjetë shtatëdhjetë tetëdhjetë nëntëdhjetë',
    others:
      'njëqind=100 dyqind=200 treqind=300 katërqind=400 pesëqind=500 gjashtëqind=600 shtatëqind=700 tetëqind=800 nëntëqind=900',
  },
  {
    units: 'zero/huts bat bi/biga hiru/hirur lau/laur bost sei zazpi zortzi bederatzi',
    teens: 'hamar hamaika hamabi hamahiru hamalau hamabost hamasei hamazazpi hemezortzi hemeretzi',
    others: 'hogei=20 berrogei=40 hirurogei=60 laurogei=80 ehun=100',
  },
  {
    units: 'zero un/una/u dos/dues tres quatre cinc sis set vuit/huit nou',
    teens: 'deu onze dotze tretze catorze quinze setze disset divuit dinou',
    tens: 'vint trenta quaranta cinquanta seixanta setanta vuitanta noranta',
    hundred: 'cent/cents',
  },
  {
    units: 'cero/cinco un/unha dous/dúas tres catro cinco seis sete oito nove',
    teens: 'dez once doce trece catorce quince dezaseis dezasete dezaoito dezanove',
    tens: 'vinte trinta corenta cincuenta sesenta setenta oitenta noventa',
    hundred: 'cen/cento',
  },
  {
    units: 'sifuri/ziro moja/mosi mbili/pili tatu nne tano sita saba nane tisa',
    teens: 'kumi',
    tens: 'ishirini thelathini arobaini hamsini sitini sabini themanini tisini',
    hundred: 'mia',
  },
  {
    units: 'ნული/ნოლი ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა',
    teens: 'ათი თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი',
    others: georgian(),
  },
  {
    units: 'զրո մեկ/մի երկու երեք չորս հինգ վեց յոթ ութ ինը/իննը',
    teens: 'տասը տասնմեկ տասներկու տասներեք տասնչորս տասնհինգ տասնվեց տասնյոթ տասնութ տասնինը',
    tens: 'քսան երեսուն քառասուն հիսուն վաթսուն յոթանասուն ութսուն իննսուն',
    hundred: 'հարյուր',
    joined: { order: 'ten-unit' },
  },
  {
    units:
      'miden/mhden ena/mia dio/dyo duo tria/treis tessera/tesera/teseris pente eksi/exi epta/efta okto/oxto/ohto ennia/enia',
    teens: 'deka enteka/endeka dodeka dekatria dekatessera dekapente dekaeksi dekaepta dekaokto dekaennia',
    tens: 'eikosi/ikosi trianta saranta peninta eksinta/exinta evdominta ogdonta eneninta',
    hundred: 'ekato',
    others: 'exinta=60 penintapente=55',
  },
  {
    units: 'nol/nul odin/odna/raz dva/dve tri chetyre/chetire pyat/piat shest sem vosem devyat',
    teens:
      'desyat odinnadtsat dvenadtsat trinadtsat chetyrnadtsat pyatnadtsat shestnadtsat semnadtsat vosemnadtsat devyatnadtsat',
    tens: 'dvadtsat tridtsat sorok pyatdesyat shestdesyat semdesyat vosemdesyat devyanosto',
  },
  {
    units: 'صفر یک دو سه چهار پنج شش/شیش هفت هشت نه',
    teens: 'ده یازده دوازده سیزده چهارده پانزده/پونزده شانزده/شونزده هفده هجده/هیجده نوزده',
    tens: 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود',
    others: 'صد=100 دویست=200 سیصد=300 چهارصد=400 پانصد=500 ششصد=600 هفتصد=700 هشتصد=800 نهصد=900',
  },
  { units: 'صفر ایک دو تین چار پانچ چھ/چھے سات آٹھ نو', teens: 'دس' },
  {
    units: 'শূন্য/শুন্য/জিরো এক দুই তিন চার পাঁচ ছয় সাত আট নয়',
    teens: 'দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোল সতেরো আঠারো উনিশ',
    tens: 'বিশ ত্রিশ চল্লিশ পঞ্চাশ ষাট সত্তর আশি নব্বই',
  },
  { units: 'பூஜ்யம்/பூஜ்ஜியம் ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது', teens: 'பத்து' },
  { units: 'సున్నా/జీరో ఒకటి రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది', teens: 'పది' },
  { units: 'ಸೊನ್ನೆ ಒಂದು ಎರಡು ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು', teens: 'ಹತ್ತು' },
  { units: 'പൂജ്യം/സീറോ ഒന്ന് രണ്ട് മൂന്ന് നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒമ്പത്/ഒൻപത്', teens: 'പത്ത്' },
  { units: 'શૂન્ય/ઝીરો એક/વન બે/ટુ ત્રણ/થ્રી ચાર/ફોર પાંચ/ફાઇવ છ/સિક્સ સાત/સેવન આઠ/એઇટ નવ/નાઇન', teens: 'દસ' },
  { units: 'शून्य एक दोन तीन चार पाच सहा सात आठ नऊ', teens: 'दहा' },
  { units: 'शून्य/सुन्ना एक दुई तीन चार पाँच/पांच छ सात आठ नौ', teens: 'दश' },
  { units: 'ଶୂନ/ଶୂନ୍ୟ ଏକ ଦୁଇ ତିନି ଚାରି ପାଞ୍ଚ ଛଅ ସାତ ଆଠ ନଅ', teens: 'ଦଶ' },
  { units: 'শূন্য এক দুই তিনি চাৰি পাঁচ ছয় সাত আঠ ন', teens: 'দহ' },
  { units: 'ਸਿਫ਼ਰ/ਜ਼ੀਰੋ/ਸਿਫਰ ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ/ਨੌ', teens: 'ਦਸ' },
  { units: 'බිංදුව/බින්දුව එක/එකයි දෙක තුන හතර පහ හය හත අට නවය/නමය', teens: 'දහය' },
  { units: 'သုည/သုညာ တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ်/ခုနှစ် ရှစ် ကိုး', teens: 'တစ်ဆယ်' },
  {
    units: 'xejn/żero wieħed/waħda tnejn/żewġ tlieta/tliet erbgħa/erba ħamsa/ħames sitta sebgħa tmienja disgħa',
    teens: 'għaxra ħdax tnax tlettax erbatax ħmistax sittax sbatax tmintax dsatax',
    tens: 'għoxrin tletin erbgħin ħamsin sittin sebgħin tmenin disgħin',
  },
  {
    units: 'нуль адзін/адна два/дзве тры чатыры пяць шэсць сем восем дзевяць',
    teens:
      'дзесяць адзінаццаць дванаццаць трынаццаць чатырнаццаць пятнаццаць шаснаццаць семнаццаць васямнаццаць дзевятнаццаць',
    tens: 'дваццаць трыццаць сорак пяцьдзесят шэсцьдзесят семдзесят восемдзесят дзевяноста',
    others:
      'сто=100 дзвесце=200 трыста=300 чатырыста=400 пяцьсот=500 шэсцьсот=600 семсот=700 восемсот=800 дзевяцьсот=900',
  },
  { units: 'ዜሮ አንድ ሁለት ሶስት/ሦስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ', teens: 'አስር' },
  { units: 'sero/dim un dau/dwy tri/tair pedwar/pedair pump chwech/chwe saith wyth naw', teens: 'deg' },
  {
    units: 'náid/nialas aon/haon dó/dhó/dhá trí ceathair/cheathair/ceithre cúig sé/shé seacht ocht/hocht naoi',
    teens: 'deich',
  },
  {
    units: 'nul/zero een twee drie vier vyf ses sewe agt/ag nege',
    teens: 'tien elf twaalf dertien veertien vyftien sestien sewentien agttien negentien',
    tens: 'twintig dertig veertig vyftig sestig sewentig tagtig negentig',
    joined: { order: 'unit-ten', link: 'en' },
  },
  {
    units:
      'sero/zero isa/uno dalawa/dos tatlo/tres apat/kwatro lima/singko anim/sais pito/siyete walo/otso siyam/nuwebe',
    teens: 'sampu',
  },
  {
    units: 'нөл бір екі үш төрт бес алты жеті сегіз тоғыз',
    teens: 'он',
    tens: 'жиырма отыз қырық елу алпыс жетпіс сексен тоқсан',
    hundred: 'жүз',
  },
  {
    units: "nol bir ikki uch to'rt/tort besh olti yetti sakkiz to'qqiz/toqqiz",
    teens: "o'n",
    tens: "yigirma o'ttiz qirq ellik oltmish yetmish sakson to'qson",
    hundred: 'yuz',
  },
  {
    units: 'sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz',
    teens: 'on',
    tens: 'iyirmi otuz qırx əlli altmış yetmiş səksən doxsan',
    hundred: 'yüz',
  },
  { units: 'тэг/ноль нэг хоёр гурав дөрөв тав зургаа долоо найм ес', teens: 'арав' },
  {
    units: 'efes ahat/achat shtayim/shtaim shalosh arba hamesh/chamesh shesh sheva shmone/shmoneh tesha',
    teens: 'eser',
  },
  {
    units:
      'sifr/sefr wahed/wahid/wa7ed ithnan/itnin/tnin thalatha/talata/tlata arbaa/arba3a khamsa/5amsa sitta saba/sab3a thamania/tamanya tisaa/tis3a',
    teens: 'ashra',
  },
  { units: 'babu daya biyu uku hudu biyar shida bakwai takwas tara', teens: 'goma' },
  { units: 'iqanda kunye kubili kuthathu kune kuhlanu isithupha isikhombisa isishiyagalombili isishiyagalolunye' },
  { units: 'null eent/een zwee/zwou dräi véier fënnef sechs siwen aacht néng', teens: 'zéng eelef zwielef' },
  {
    units: 'nulli/nolla üks kaks kolm neli viis kuus seitse kaheksa üheksa',
    teens: 'kümme üksteist kaksteist kolmteist neliteist viisteist kuusteist seitseteist kaheksateist üheksateist',
    tens: 'kakskümmend kolmkümmend nelikümmend viiskümmend kuuskümmend seitsekümmend kaheksakümmend üheksakümmend',
    hundred: 'sada',
  },
  {
    units: 'nulle viens divi trīs četri pieci seši septiņi astoņi deviņi',
    teens:
      'desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit sešpadsmit septiņpadsmit astoņpadsmit deviņpadsmit',
    tens: 'divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit',
    hundred: 'simts',
  },
  {
    units: 'nulis vienas du trys keturi penki šeši septyni aštuoni devyni',
    teens: 'dešimt vienuolika dvylika trylika keturiolika penkiolika šešiolika septyniolika aštuoniolika devyniolika',
    tens: 'dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt',
    hundred: 'šimtas',
  },
];

/**
 * Names the sources lack or have only in their own script: romanised East and South Asian, Arabic, Slavic and African
 * ones, and short forms. Written for this project.
 */
export const ADDITIONAL_GIVEN = `
akira aiko akemi asuka ayaka ayame ayumi chie chihiro daichi daiki daisuke eiji emi emiko fumiko goro hajime hana hanako haruka haruki haruna
haruto hideki hideo hinata hiro hiroko hiroki hiromi hiroshi hiroto hitomi ichiro isamu izumi jiro jun junko kaede kaito kana kaori kasumi
katsumi kazuki kazuko kazuo kazuya keiko keisuke keita kenichi kenji kenjiro kenta kenzo kiyoshi koichi koji kota kotaro kumiko kyoko mai maiko
maki makoto manabu mariko masahiro masaki masako masao masaru masashi masato mayumi megumi michiko midori mieko mika miki miku minako minoru
misaki mitsuko mitsuo miyuki mizuki moe momoko nana nanami naoki naoko naomi nobuko nobuo noriko osamu rei reiko ren riku rina risa ryo ryoichi
ryota ryu sachiko sakura satomi satoru satoshi sayaka sayuri shigeru shin shingo shinichi shinji shiori shiro sho shohei shota shun souta
sumiko susumu tadashi taiki takahiro takako takao takashi takayuki takeo takeru takeshi takumi taro tatsuo tatsuya tetsuo tetsuya tomoko tomomi
toru toshiko toshio tsubasa tsutomu yamato yasuko yasuo yoichi yoko yoshiko yoshio yui yuichi yuka yukari yuki yukiko yukio yuko yumi yumiko yuna
yuri yusuke yuta yuto yutaka
xiaoming xiaohong xiaoli xiaowei xiaoyan jianguo jianhua jianjun weiwei weiming meiling meili lihua lijuan liping yanan yating yuhan yuxuan zihan
zixuan haoran haoyu junjie jiahao jiayi mingming guoqiang zhiwei zhiqiang wenjie wenjing xinyi xinyu yiming yifan chunhua haiyan hongmei shufen
shanshan tingting ruoxi siyuan pengfei qiang weiguo xiuying yuanyuan zhihao zhenghao yichen yuchen ziyang mengjie
minho minjun minji minseo jiho jihoon jimin jisoo jiwoo jiyoung jungho junho junseo hyejin hyunwoo hyun seojun seoyeon seoyun seungho seunghyun
sooyoung soojin sunghoon taehyung yejin yeonwoo youngho youngsoo yujin eunji eunjung eunhye donghyun dohyun haneul hayun kyungsoo kwangsoo sangwoo
aarav aditi aditya ajay akash akhil akshay amar amit amita amol ananya anand aniket anil anita anjali ankit ankita ankur anuj anushka aparna archana
arjun arun aruna aryan asha ashish ashok ashwin bhavna chandra deepa deepak deepika devika dhruv dinesh divya farhan gaurav gautam geeta gopal govind
harish harpreet hemant indira isha ishaan jaspreet jaya jayant jyoti kabir kamal karan karthik kavita kavya kiran krishna kumar kunal lakshmi lalita
madhuri mahesh manish manisha manoj meena meera mohan mukesh naveen neelam neeraj neha nikhil nisha nitin padma pallavi pooja prabhu pradeep prakash
pranav prashant pratik praveen preeti prerna priyanka punit puneet radha raghav rahul rajat rajeev rajesh rajiv raju rakesh ramesh rani rashmi ravi
rekha ritu rohan rohini rohit ruchi sachin sameer sandeep sangeeta sanjana sanjay sanjeev santosh sarita satish savita seema shalini shankar sharad
shashi shilpa shivani shreya shruti shubham siddharth simran sneha sonali srinivas subhash sudhir sujata sumit sunil sunita suraj suresh sushma swati
tanvi tarun tejas uday uma usha vaishali varun vasudha venkatesh vidya vijay vikas vikram vinay vineet vinod vipin vishal vivek yash yogesh
abdallah abdelaziz abdelkader abdelrahman abdul abdulaziz abdullah abdulrahman abeer adel adnan ahlam ahmad ahmed aicha aisha akram alaa amal amani
amina amine amira amjad ammar anas anwar arwa asma ayman aymen ayoub aziz bashar basma bassam bilal bouchra dalia dina duaa eman esraa fadi fahad
fahd faisal farah farid farida fatiha fatima fatma fawzi fayez firas ghada habib hadeel hafsa haidar hakim hala hamad hamdi hamid hamza hanan hani
hanin hasan hassan hatem haya hayat hend hicham hisham hoda houda huda hussain hussein ibrahim ibtisam ihab iman imane imran ismail issam jaber jalal
jamal jamila jawad kamel karim karima kawthar khadija khaled khalid khalil lamia layla leila lina loubna lubna maha mahdi mahmoud mahmud majed malak
malika manal mansour marwa marwan maryam mehdi mohamad mohamed mohammad mohammed mona mounir mourad muhammad muhannad muna munir murad musa mustafa
mustapha nabil nada nadia nadine naima najat najib naoual nasser nawal noor noora nour noura omar osama othman rabia rachid rafik raja rami rana rania
rashid rasha rayan redouane reem rim riyad sabrine said saida salah saleh salem salim salma salman sami samia samir samira sara sawsan shadi shaima
shereen siham soufiane souad suhail sultan taha talal tareq tariq wafa wael walid yahya yaser yasin yasmine yasser younes youssef yousef yusra zahra
zainab zaineb zakaria zaki zayd zeinab ziad zineb
adaeze adebayo ademola adewale amaka amara babatunde chiamaka chidi chidinma chika chimamanda chinedu chinelo chioma chinonso chukwuemeka ebele
efua ekow emeka esi femi folake folasade funmilayo ifeanyi ifeoma ikenna kehinde kelechi kofi kojo kwabena kwaku kwame kwesi ngozi nkechi nnamdi
nneka obinna olamide olufemi olumide oluwaseun onyekachi segun sola taiwo temitope tobi tunde uche uchenna yaa yemi zainabu amadou aminata awa
cheikh fatou fatoumata ibrahima idrissa mamadou mariama moussa ousmane seydou barasa juma wanjiku wambui njeri wanjiru otieno achieng akinyi
kamau mwangi njoroge sipho thabo themba thandi thandiwe nomsa nomvula lerato kagiso tshepo bongani sibusiso zanele busisiwe lindiwe mpho neo
aleksandr aleksei aleksey alexei alexey alyona anastasiya anatoly andriy andrii andrey artyom boris darya dima dmitriy dmitry dmytro ekaterina
elizaveta evgeny evgeniy evgenia galina gennady grigory igor ihor ilya inna iryna ivan kateryna katya kirill kostya ksenia ksenija larisa lev lidia
lyubov lyudmila ludmila maksym maksim mariya masha mikhailo mykola mykhailo nadezhda nadya nastya natalya nataliia nikita oksana oleh oleksandr
oleksandra oleksiy olena olya pavlo polina roksolana ruslan rustam sasha semyon serhii serhiy sergey sergiy slava stanislav svitlana taras tatyana
tetiana timofey timur vadim vadym valeriy vasily vasyl vika viktoriya vitalii vitaly vitaliy vlad vladislav vladyslav volodymyr vyacheslav yana
yaroslav yegor yelena yevhen yevgeny yulia yuliya yuriy yury zhanna zoya
aino eero eetu eino elina emmi helmi ilkka jaakko janne jarmo jari jukka juha juho kaarina kaisa kalle katri kimmo kirsi lasse lauri leena liisa
marjatta markku matti mika mikko minna niina olli outi paavo paivi pekka pertti petri pirjo pirkko reijo riikka riitta ritva saara sanna satu seppo
sirpa taina tapio tarja teemu tero timo tiina tuija tuomas tuula ulla ville vesa veikko
agnieszka ania asia basia bartek bartosz beata blazej bozena czeslaw damian danuta darek dorota elzbieta ewelina filip gosia grazyna hania halina
henryk hubert iwona jadwiga jagoda janusz jarek jaroslaw jerzy joasia jolanta justyna kamil kamila karolina kasia katarzyna kinga krystyna krzysiek
leszek lidka lukasz maciej maciek magda malgosia marzena michalina miroslaw monika mateusz ola pawel piotrek przemek przemyslaw rafal radek ryszard
slawomir staszek sylwia szymon tadeusz tomek urszula waldemar wieslaw wiktor wladyslaw wlodek wojtek zbigniew zbyszek zdzislaw zenon zosia zygmunt
adnan aleksandar ante bojan boris branko danijel darko davor dejan dragan dusan goran gordana igor ivana jasmina jasna jelena jovana katarina
lazar ljiljana luka marija marko milan milica milos mirjana miroslav nebojsa nemanja nenad nikola petar predrag radmila sanja sasa senad slobodan
snezana srdjan stefan suzana svetlana tamara tijana vesna vladan vojislav zdravko zeljko zoran zorica
andreea alin alina adi adina bogdan camelia catalin ciprian claudiu codrut corina cosmin costel cristi cristian dan daniela denisa dragos elena
emanuel florin florina gabi george gheorghe horia ilinca ioana ion ionela ionut iulia iulian laurentiu liviu loredana lucian madalina marius mihaela
mihai mircea mirela monica nicoleta octavian oana ovidiu raluca razvan roxana sebastian simona sorin stefania teodora traian tudor valentin vasile
viorel vlad
ali ahmet ayse aysel aysegul baris berat berk berkay betul burak burcu busra bulent can canan cem cengiz ceren cihan deniz derya dilara ebru ece efe
elif emine emrah emre engin ercan erdem eren erkan esra eyup fatih fatma ferhat feyza furkan gamze gizem gokhan gonca gul gulay gulsah gurkan hakan
halil hande hasan hatice havva huseyin ibrahim ilker irem ismail kaan kadir kemal kerem koray levent mehmet melek merve mert mesut metin murat mustafa
nazli necati nuray nurcan nuri oguz okan omer onur orhan osman ozan ozge ozgur ozlem pinar ramazan recep rabia sedat seda selin selim sema serap
serdar serhat serkan sevda sevgi sevil seyma sibel sinan sule suleyman taner tarik tolga tuba tugba tuncay turgut ufuk ugur umit umut veli volkan
yakup yasemin yavuz yigit yilmaz yunus yusuf zehra zeki zeynep
aoife aisling aine alasdair blair bronagh caoimhe ciara ciaran conor cormac darragh declan deirdre dermot diarmuid donal eamon eilidh eimear eoghan
eoin fergus fiachra fionn fionnuala grainne hamish iain lorcan mairead maeve niamh nuala oisin orla padraig pearse roisin ruairi saoirse seamus
shauna siobhan sinead sorcha tadhg tomas una
abby abe al alex alf allie andy angie annie archie art ashley aubrey barney barry bea becca becky ben bennie bernie bert bess beth betsy betty bev
billie billy bob bobbie bobby brad bradley brandi brenda brett brooke bryce cal callum cam candace carla carly carrie casey cathy charlie chaz chelsea
cheryl chip chloe chuck cindy clara clay cliff clint cody colin connie corey craig curtis cyndi daisy dan dana danny darren darryl dave dawn deb
debbie deborah dee deirdre denise derek dexter diane dirk dom don donna doug drew duane dustin dylan earl ed eddie edna eileen ellen ellie elsie
erica erin ernie ethan eugene evan faye felicity fran fred freddie gail garrett garry gary geoff geoffrey gerry gill gina ginny glen glenn graham
greg greta gus gwen hal hank harriet harvey hazel heidi hilary holly howard hugh imogen ira iris irene isaac ivy jackie jade jake jamie jan janice jared
jarrod jeanette jed jen jenna jenny jeremiah jerome jerry jess jessie jill jim jimmy jo jodi jodie joe joey johnny joni josh joss joy joyce judy
julie june kara karl kat kathy katie kay kayla kaylee keith kelly ken kenny kerry kev kieran kimberly kirsten kirsty kit kristen kylie lacey larry
laurie leah leanne lee leigh len lenny leslie lewis libby lily linda lindsay lisa liz lizzie logan lois lorna lorraine louis lou lucy luke lynn lynne
mabel mac maddie madison mandy marcie marcia marge margie marian marjorie marlene marsha marty marvin maureen mavis meg mel melinda mick mickey mike
millie milo mindy miranda mitch moira molly morgan muriel myra nan nat nate ned nell nessa nick nicki nicky nigel nikki norm norma norman ollie
opal oscar owen paige pam pat patsy patti patty peggy penelope penny perry pete phil phillip phoebe phyllis poppy quentin quinn rab rach ralph randy
ray reggie rene rhys rich rick rickie ricky rob robbie robin rod rodney roger ron ronnie rory rosie ross rowan roxanne roy russ russell rusty ruthie
sadie sal sally sammy sandy scarlett sean shane shannon sharon shaun shaz sheila shelley sheri sherry shirley sid sierra sonny sophie spencer stacey
stacy stan stella steph steve stevie stew stu stuart sue suzie sylvie tammy tania tara ted teddy teri terri terry tess tessa theo tiff tiffany tilly
tim timmy tina toby todd tom tommy toni tony tracey traci tracy trent trevor tricia trish troy tyler val vern vernon vicki vicky vince vivian wally
wanda wayne wendy wes wesley wilbur will willie winnie winston xander yvette zach zachary zack zane zara zeke
anh binh chau cuong dat dieu dung duy giang ha hai hanh hau hien hieu hoa hoai hoang hong hung huong huy khanh khoa kien lam lan linh loan long mai
minh my nam nga ngan nghia ngoc nguyet nhan nhi nhung nga oanh phong phuc phuong quan quang quynh son tam tan thach thai thang thanh thao thi thinh
tho thu thuan thuong thuy tien tin toan trang tri trinh trong trung truong tu tuan tung tuyen tuyet uyen van viet vinh vu vuong xuan yen
somchai somsak sompong somying suchada supaporn siriporn nattapong natthaporn anong apinya arthit chanida kanya kittisak malee nirut pailin pimchanok
ploy pornthip prasert preecha ratana sasithorn sirikit sunan thanakorn thaksin wichai wipawee worawut
budi siti dewi agus andi bambang dian eko endang fitri hendra indah joko kartika lestari nur putri rina rizky sari slamet sri sulastri susanti
teguh tri wahyu wati widodo yanti yuni yusuf
oriol jordi montserrat nuria merce xavi pau arnau laia iker aitor unai ane amaia maite josu gorka itziar ainhoa xoan uxia brais
paco pepe lupe nacho chema chelo charo concha curro toni quique santi tere manolo javi rafa fran isa lola maribel mari merche
xuxa zeca tiago thiago joaozinho ze vinicius larissa leticia caua kaua iara jussara luan luana rafaela raissa thais yago ygor
giacomo giorgio lorenzo luca matteo filippo niccolo tommaso edoardo riccardo alessio davide gianni gianluca gianfranco pierluigi beppe pippo
chiara elena federica francesca giada giorgia ilaria ludovica martina michela ornella paola raffaella rosanna silvia valentina vittoria
anneliese annegret bärbel birte britta burkhard detlef dörte eberhard egon ekkehard elke ernst ewald frauke friedhelm gerd gernot gisela gitta gudrun
gunter günther hannelore hartmut hedwig heinrich helge helmut henning herta hilde horst ilse ina inge inga irmgard jobst jörg jürgen jutta karlheinz
käthe knut kuno lieselotte lothar lutz manfred mareike margot margret marlies meike nele norbert ole ortrud otfried reinhard reinhold rolf roswitha
rüdiger siegfried sieglinde sigrid silke sören stefan svenja torben traute ulf ulla uli ute veit volker waltraud werner wilfried winfried wiebke
anouk bram daan dirk femke fleur floris freek geert gerrit gijs hendrik ilse jaap jasper jeroen jesse jip joep joost joris jort jurre kees koen lieke
lotte maarten maartje marieke marijke marjolein mees niels pieter pim rens rik roos ruben ruud saskia sander sanne siem sjoerd stijn sven teun thijs
tijn tijs toon wim wouter
anders annika arne arvid asa bengt berit birgitta bjarne björn bo börje bosse britt-marie carin dag ebba egil einar elin elsa erlend espen eva frode
gunilla gunnar guro håkan halvard hanne harald hedda heidi helge henning hilde inga inge ingeborg ingrid ingvild jens jonas jørgen kajsa kari karsten
kerstin kjell kjersti klara kåre lars leif lene linnea liv mads magnus maja malin margit marit mette mikkel mona morten niklas nils oda odd olaug ole
ove per pernilla pia poul preben ragnar ragnhild randi rasmus roar roger rune rikke signe sigrid siri sissel snorre solveig stian stig svein sverre
sören søren tage terje thea thor tor torbjörn tore torill torstein trine trond trygve tuva ulf ulrika vegard vidar viggo øystein åse åsa
aitana amaya begona estibaliz nahuel lautaro thiago facundo joaquin benicio catalina delfina guadalupe inmaculada milagros
vigdis havard hauke frauke imke wiebke swantje fenja jorn torge momme nahne okke uwe wencke
delphine mathilde clemence capucine maelle loic gwenael yann erwan solene
brandon tyrone darnell jamal keisha latoya shaniqua deshawn marquis lamar uzoma mwila tembo chanda bwalya mutale farhad farkhad gulnara aigul nurlan
selvin wilmer yesenia marisol xiomara
асен атанас ангел антония биляна благой боян борислав бояна валентин васил васка венцислав веселин веселина виолета владислав георги гергана
даниела деница десислава димитър димитрина добромир донка елица емилия живко здравко златка ивайло иванка иво илия ирена калин калоян камелия камен
красимир красимира любен любомир магдалена маргарита мартин милен милена мирослав младен надежда невена нели николай нина огнян пенка петя пламен
полина радка радослав ралица росен росица румен румяна светла снежана станимир стефан стефка стоян стоянка тодор тодорка филип христина христо
цветан цветелина цветомир явор яна ясен борис олена оксана богдана тарас остап роксолана зоряна лілія надія любов валерія віталій в'ячеслав
ростислав святослав степан мирон орест олександра олексій соломія уляна христина юрій фархад тимур рустам ильяс айгуль гульнара алина эльвира камиля
лёша саша паша маша даша настя лена оля юля катя таня света наташа вика ксюша костя дима коля миша слава женя вова витя гоша стас люба надя тоня зина
αγγελος αγγελικη αθανασιος αθηνα αικατερινη αλεκος αλεξανδρος αλεξανδρα αλεξης αλκης αμαλια ανδρεας αναστασια αναστασιος αντωνης αντωνια αποστολος αργυρω
αρης αριστειδης αρτεμις ασπασια αφροδιτη βαγγελης βαρβαρα βασιλειος βασιλικη βασω βικτωρια γεωργια γεωργιος γιαννα γιωτα γρηγορης δεσποινα δημητρα δημητριος
διονυσης δωρα ειρηνη ελευθερια ελευθεριος ελισαβετ ελπιδα εμμανουηλ ευα ευαγγελια ευαγγελος ευγενια ευη ευθυμιος ευσταθιος ευτυχια ζωη ηλιας ηρακλης
θανασης θανος θεοδωρα θεοδωρος θεοφιλος θωμας ιασονας ιωαννα ιωαννης καλλιοπη καλλιρροη κυριακος κυριακη κωνσταντινα κωνσταντινος λαμπρος λεωνιδας
λευτερης λουκας λυδια μαγδαληνη μακης μανος μανωλης μαργαριτα μαρινα μαρινος μαριος ματινα μελινα μιχαηλ μιχαλης μυρτω ναταλια ναυσικα νεκταριος
νεφελη νικη νικολαος νικολας ξενια οδυσσεας ολγα ορεστης παναγιωτα παντελης παρασκευη πασχαλης παυλος πελαγια πετρος πηνελοπη ραλλου ροδοπη σακης
σοφοκλης σπυρος σταθης σταματης σταυρος σταυρουλα στεφανος στεφανια στελιος στελλα σωτηρης σωτηρια τασος τασουλα τατιανα φανη φωτης φωτεινη χαραλαμπος
χαρης χρηστος χριστινα χριστος χρυσα χρυσουλα
محمد أحمد محمود علي حسن حسين عمر خالد يوسف إبراهيم إسماعيل عبد عبدالله عبدالرحمن سعيد سعد سالم سليمان صالح طارق فهد فيصل ناصر ماجد مازن هاني وليد ياسر
زياد رامي كريم جمال كمال بلال أنس أيمن عماد عادل حمزة مصطفى مريم فاطمة عائشة خديجة زينب سارة ليلى نورة نور هدى هند منى سلمى سمية رنا رانيا ريم دينا لمياء أمل
إيمان أسماء آمنة سعاد نادية شيماء حنان وفاء لينا لبنى غادة عبير جميلة راشد سلطان بدر نايف تركي مشعل عبدالعزيز عبدالكريم سهام بسمة
דוד משה יוסף אברהם יצחק יעקב שמואל דניאל מיכאל אלי אליהו רונן רון גיל גלעד עידן עומר עמית ערן אסף אורן ניר נועם איתי איתן יונתן תומר אביב אבי שלמה חיים מאיר ברוך
שרה רבקה רחל לאה מרים חנה אסתר יעל נועה תמר מיכל שירה דנה גלית ענת רונית אורית אפרת ליאת מאיה עדי הילה שולמית תהילה שושנה צילה צבי זאב ירון אלון אבנר נתן ישראל
राज राजेश रमेश सुरेश महेश दिनेश मुकेश राकेश विकास विजय अजय संजय अमित सुमित रोहित मोहित राहुल विक्रम अर्जुन करण आदित्य अभिषेक अनिल सुनील मनोज पंकज दीपक
नितिन सचिन गौरव सौरभ विशाल विवेक आकाश रवि हरीश गिरीश जगदीश रघुवीर रणवीर बलवीर सुरेंद्र नरेंद्र महेंद्र देवेंद्र राजेंद्र सुनीता अनीता गीता सीता कविता सविता ममता
ललिता मीना रीना नीना टीना पूजा प्रिया नेहा स्नेहा रेखा सुधा राधा अनुराधा कमला विमला निर्मला उषा आशा किरण ज्योति आरती भारती स्वाति प्रीति दीप्ति शालिनी
अंजलि अंजना वंदना साधना कल्पना अर्चना रचना शोभा पुष्पा लक्ष्मी सरस्वती पार्वती मोहम्मद अब्दुल सलमान इमरान आयशा फातिमा गुरप्रीत हरप्रीत मनप्रीत
ana bela csaba dora endre erzsebet eszter ferenc gabor gergely gyorgy gyula ilona imre istvan janos jozsef judit kata katalin krisztina lajos laszlo
levente marton mate miklos mihaly nora orsolya peter reka sandor szilvia tamas tibor timea viktoria vilmos zoltan zsofia zsolt zsuzsa zsuzsanna
aneta blanka bohumil bozena dagmar dalibor dana dusan eliska frantisek hana hynek ilona iva ivana jana jarmila jaroslav jindrich jiri jirina jitka
josef kamila karel katerina kristyna ladislav lenka libor libuse lubomir lucie ludek marcela marie marketa martin matej michaela milada milos miloslav
miroslava monika nikola ondrej pavel pavla petr petra radek radim renata rostislav ruzena sarka simona stanislava stepan sylvie tereza tomas vaclav
vendula vera vladimira vlasta vojtech zdenek zdenka zuzana
`;

export const ADDITIONAL_SURNAMES = `
sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi saito shimizu
yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii saitou sakamoto endo aoki
fujii nishimura fukuda ota miura okamoto matsuda nakagawa nakano harada fujiwara ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara
shibata sakai kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto takeda murata ueno sugiyama masuda
sugawara hirano otsuka kojima chiba kubo matsui iwasaki sakurai kinoshita noguchi matsuo nomura kikuchi sano onishi sugimoto arai hamada ichikawa
furukawa mizuno komatsu shimada koyama takano sakata matsuura kawasaki tsuchiya kawaguchi honda okubo
wang zhang chen liu yang huang zhao zhou xu sun zhu guo lin luo zheng liang xie tang feng cao peng zeng xiao tian dong pan yuan cai jiang ye du su
cheng ding lu shen yao tan liao zou xiong meng qin bai hao gong shao wan qian yan shi tao he gao deng fu zhong cui jia wei fang shi kang mao qiu hou
kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song ryu hong jeon yoo ko moon yang son bae baek heo nam noh ha
sharma verma gupta singh kumar patel reddy rao nair menon iyer iyengar pillai das ghosh bose mukherjee banerjee chatterjee sen roy desai mehta shah
joshi kulkarni deshmukh patil pawar shinde jadhav chavan more naik kamath shetty hegde gowda murthy srinivasan subramanian krishnan raman venkat
agarwal aggarwal bansal mittal goyal garg jain kapoor khanna malhotra chopra arora bhatia sethi ahuja anand bhatt trivedi pandey mishra tiwari dubey
shukla tripathi chaturvedi srivastava saxena mathur rastogi yadav chauhan rathore rajput thakur bisht negi rawat khan ansari siddiqui qureshi sheikh
pathak dixit dwivedi vyas parekh gandhi modi dalal kohli gill sandhu dhillon grewal sidhu bedi ahluwalia chowdhury dutta bhattacharya biswas mondal
okafor okoye okonkwo eze nwosu obi adeyemi adebayo adeleke ogunleye balogun bello abubakar danjuma mensah owusu asante boateng osei appiah agyeman
diallo traore coulibaly keita toure sow ndiaye diop fall ba cisse kone ouattara mutua kariuki ochieng odhiambo wafula nkosi dlamini ndlovu khumalo
mokoena mahlangu zulu naidoo govender pillay botha vandermerwe pretorius
ivanov ivanova petrov petrova sidorov smirnov smirnova kuznetsov kuznetsova popov popova sokolov sokolova lebedev lebedeva kozlov kozlova novikov
novikova morozov morozova volkov volkova solovyov vasiliev vasilieva zaitsev pavlov pavlova semenov golubev vinogradov bogdanov vorobyov fedorov
fedorova mikhailov mikhailova belyaev tarasov belov belova komarov orlov orlova kiselev makarov makarova andreev andreeva kovalev ilyin gusev titov
kuzmin kudryavtsev baranov kulikov alekseev stepanov yakovlev sorokin sergeev romanov zakharov borisov korolev gerasimov ponomarev grigoriev lazarev
shevchenko kovalenko bondarenko tkachenko kravchenko oliynyk kovalchuk shevchuk polishchuk boyko bondar tkachuk marchenko lysenko rudenko savchenko
petrenko moroz melnyk melnik klymenko pavlenko hrytsenko kravets
nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan trinh
rodriguez hernandez martinez gonzalez fernandez garcia lopez perez sanchez ramirez
alharbi alghamdi alzahrani alqahtani alotaibi aldosari alshehri almutairi alshammari alharthi benali bensaid benkirane bouazza elamrani elidrissi
haddad hariri khoury mansour najjar nassar qasim rahman saleh shaheen sabbagh tamimi zayed
стоянова стоянов недялков недялкова неделчева георгиев георгиева димитров димитрова тодоров тодорова христов христова ангелов ангелова вівчар дзюба
כהן לוי מזרחי פרץ ביטון דהן אברהמי פרידמן שפירא אברבנאל אזולאי אוחיון גולן שרון ברק רוזנברג גולדברג כץ עמר חדד מלכה בן
الأحمد الحسيني العتيبي القحطاني الحربي الشمري الغامدي الزهراني المصري الشامي البغدادي الحارثية الحارثي المنصوري الهاشمي النجار الحداد الخطيب العلي السيد الراشد بن بنت
शर्मा वर्मा गुप्ता सिंह कुमार यादव पटेल पाटिल देशपांडे देशमुख कुलकर्णी जोशी मिश्रा मिश्र पांडे पाण्डेय तिवारी त्रिपाठी चतुर्वेदी द्विवेदी शुक्ला श्रीवास्तव सक्सेना अग्रवाल जैन मेहता शाह राठौड़ चौहान राजपूत ठाकुर रावत नेगी बिष्ट चौधरी रेड्डी राव नायर मेनन अय्यर खान अंसारी कौर गिल सिद्धू
weissmüller müller schäfer schröder krüger köhler könig möller jäger
`;

/** Words that are names and at the same time everyday words, months, places or products of the trade. */
export const EVERYDAY_NAMES = `
will mark may rose grace hope faith joy june april august summer autumn dawn sunny chase grant drew pat rob sue ray jack bill rich frank gene art
case king stone page price port long young dean guy drop chip dale glen cliff clay reed heath holly ivy olive ginger pepper sandy misty crystal
ruby pearl opal jade amber jasper sapphire star sky skye storm rain river brook lane miles max min nick van don earl duke prince major royal
christian buck bud cash chance colt dot earnest ernest fern flora gale happy harmony hunter honey iris jewel lucky merit merry mercy noble penny
pierce pilot queen rocky rusty scout sonny sterling tab trace trip victor violet wade wren zen angel bishop blue carol case chase constant
cruz dash destiny diamond ember ever genesis god hero ice iron justice karma kit lark liberty link lord lyric maverick melody moon nevada
north ocean pace passion patience peace phoenix poet prosper rebel reign remedy rhyme sage saint seven shade shadow shine silver snow sparkle spirit
spring stormy temple tiger tilly timber treasure trinity true unique unity valor vega venture vista west wild winter wisdom world
ernst lang klein gross weiss schwarz wolf adler engel kaiser sommer winter herbst frei fromm kluge neu alt reich stark kurz lieb sonne stern rot
sol luz paz mar rosa clara blanca consuelo dolores mercedes pilar alba aurora domingo julio abril cruz leon leal franco rey fe gloria salvador
mia sara dora lada nina ola ela ada ida ina ora una uma ana iva eta beta delta gamma alfa omega sigma
sen bey can ay su dal gül nur deniz kaya er ali ada yaprak irmak umut güneş toprak çağ tan ışık sevgi savas inci ipek defne meltem yagmur
sau nam an ha long son thanh anh hai tin vinh tan trang thu my phong
era rata ratu dua tiga satu dwi tri eka nur
mina mini mona nova terra luna stella vera prima maxima magna alma
lea leo lee ho he she so sun li lu wu yu ye monte halle lager primi ayo do le la da de di to tu my no go ho ma pa an in on is it or at by as
jo al ed abe bo cy ty jay kay dee bea gay ace asa bee joe
model status contact address support service guest host system test user admin demo sample master agent robin merlin atlas oracle nova apollo hermes
mercury venus saturn jupiter titan orion vega
visa delta chase swift wise stripe square ally chime revolut monzo klarna
java julia ruby ada pascal haskell swift scala perl dart basic elixir jenkins kafka maven travis django flask celery bamboo sonar hudson selenium puppet chef
salt vagrant hadoop hive pig spark cassandra couch postgres mongo redis neo solr lucene elastic kibana grafana loki tempo vault consul nomad
istio helm argo flux tekton tesla lincoln ford chrysler bentley dodge austin morris rover alexa siri cortana claude gemini watson bard oscar emmy
echo dot nest ring arlo
софия варна одесса рим париж лондон берлин москва вена
lima paris florence victoria charlotte sydney austin houston dallas jordan georgia virginia carolina dakota montana kent york lancaster chester
lincoln wellington hamilton kingston jackson madison savannah sofia santiago san jose juan antonio diego francisco marino milan nancy lourdes israel
china india asia chad cuba kenya brazil ireland holland england france german english french irish welsh scott norman roman
jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun
`;

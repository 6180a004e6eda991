const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Surnames of China, Taiwan, Hong Kong, Singapore, Malaysia, Korea and Vietnam as they are written in Latin letters. */
export const EASTERN_SURNAMES = set(`
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu yue du ye cheng su wei lv lu ding ren shen yao jiang fan fang shi tan liao zou xiong jin jia xia fu bai zhong cui qiu qin hou shao meng long wan duan lei qian yin chang wu lai gong wen pang lan hong xing ouyang zhuge sima situ shangguan nangong dongfang huangfu yuchi linghu murong ximen gongsun
chan cheung wong lee leung lam ng ho tsang yip chow tse tang cheng chung yeung hui choi kwan kwok kwong fung tsui tsoi tam lau lai law mak ma poon pang shum siu so sung sze szeto to tong tsang tse wan wai woo yau yeung yick yim yiu yuen yung mok mui auyeung ou fong foo ip kan kong ko ku kam lok lui luk man ngai ngan pak suen sin sit tin tso tung
tan lim ong goh chua koh teo ang yeo tay ho low toh sim chong chia chin chew foo gan heng hoo kang khoo koay koh kwek lau leong liew loh loke low mah neo ng oh ooi ong pang peh phua poh quah quek seah see seet seow sia siew sim soh soo soon tan tay teh teng teo thum tng toh tong wee woon yap yee yeoh yeow yong
hsu hsiao hsieh huang tsai chang chen chiang chien chiu chou chu chuang chung fang fu hung kao ko ku kuo kung lai lee liao lien lin liu lo lu lü lung pai pan peng shen shih su sun tai teng ting tsao tseng tung wei weng wu yang yeh yen yu yuan
kim lee park choi jung jeong kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon hwang ahn an song ryu yoo yu hong jeon chun ko koh moon yang son sohn bae baek paik heo huh nam sim shim noh roh ha kwak sung cha joo ju woo koo gu min jin na ji chi um eom chae won bang gong kong kang hyun ham byun yeom yum yeo choo do so seok sun sul gil yeon myung ki wang geum ok yook ihn maeng je mo tak guk eun pyun yong rhee yi rhie ri pak bak gim gwon gwak rim ryoo tahk pyo ra
nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong mai cao chau quach ta thai vuong lam dao luong nghiem lo mac thach phung ninh dam kieu khuat la luu ma phi quan son tang thieu tieu ton vi
`);

/** Syllables of given names in Cantonese, Hokkien, Hakka, Korean and Wade-Giles spelling. */
export const EASTERN_SYLLABLES = set(`
ka wai kuen wing sze siu tai man ho yan yin ying yee yuen kit kin king ki kei kwan kwok kong lai lan lap lau leung lik lim ling lok lung ming mei mui mun nga ngai ngan on oi pak ping po pui sau shan shuk sim sin suet suk sum tak tat tim ting tsz tung wa wah wan wang wo wun yat yau yiu yu yuet yuk yun chak chi chak chau cheong cheuk cheung ching chiu cho choi chor chui chun chung fai fan fat fong fu fuk fun fung hang hau hei heung hin hing hoi hon hong hung in ip ching hiu hoi yi lam long yung hoi kiu sing shing shun sang shek suen
siew leng ling boon chee cheng chin chong chuan chye eng fatt fong geok gek guan guat hao hean heng hiang hoe hock hong huat hui hwa hwee im joo jun kah kai kee keng khai khoon kiat kim kok kong kuan kuang lay lee lian liang lin liong mei meng min moi mooi nam neo nee ngoh peck pei peng pheng pin poh qi qing sai seng seok seow shan shu shuang sian siang siok soo soon suan swee tat teck tee teik tian tien tiong tuan wan wee wei wen xin xiu yang yeow yew yin yi yit yoke yong yoon yuan zhen zhi
jung jin hyun hyeon min ji woo soo su young yeong hee jae joon jun ho hoon hun kyung gyeong kyeong mi mee sun seon seong sung seung sook suk jong won wook uk yeon yun eun in ah a ra rae ri rin rok ran na nam myung myeong mun moon kwang gwang ki gi keun geun kyu gyu ha han hae hwa hwan hyuk hyeok hyo il in jeong ju joo jeom ok oh sang se sik shik shin si so tae taek tak ung wan wha yeol yi yong yoo yu doo du dong do dae chul cheol chan chang chae cha bo bong beom bum byung byeong bin bae ga geon geum go dan da gun hyang
chia chieh chien chih chin ching chun chung fang feng han hao hsiang hsiao hsien hsin hsing hsiu hsuan hua huei hui hung i jen ju jui jung kai kang kuang kuei kuo li liang ling lun mei ming pei pin ping po shan sheng shih shu shun sung szu tai te ting tsung tzu wei wen ya yao yen yi ying yu yuan yun yung zhe hsueh chiao
thi van hong minh anh thanh ngoc thu lan hoa mai phuong linh huong nga nhung trang thao tuyet xuan yen bich cam chi diem diep dung duc duy giang ha hai hang hanh hien hieu hoai hoang hung huy khai khanh khoa khoi kien kim lam loan long ly mau my nam nghia nguyen nhan nhat nhi nhu oanh phat phong phuc quan quang quoc quy quynh sang son sau tai tam tan tien tin toan tri trinh trong truc trung tu tuan tung uyen van vinh vu vy y bao binh chau cuong dang dat dinh dong gia hau be
`);

/** Syllables of pinyin without tones. */
export const PINYIN =
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v))';

/** Two syllables of a Korean given name written together. */
export const KOREAN_PAIR =
  '(?:seung|seong|sung|hyeon|hyun|young|yeong|jeong|jung|kyung|gyeong|byung|myung|kwang|sang|dong|jong|chang|yong|woong|joong|jin|min|jun|joon|jae|soo|su|woo|hee|hoon|sun|seon|eun|yeon|yoon|yun|tae|dae|hae|mi|ji|ye|na|ra|ha|ho|ki|gi|in|il|won|wook|hyuk|hyo|sook|sik|cheol|chul|beom|bum|chan|chae|bo|do|da|ga|geun|keun|kyu|gyu|geon|gun|se|si|so|seo|ri|rin|rim|rae|ran|ah|a|yi|i|u|hwa|hwan|nam|mo|moon|mun|pil|pyo|kil|gil|han|wan|sol|bin|sul|seul|gi|kang|gang){2}';

/** What follows a place, a company or a dish that begins like a name. */
export const NO_PERSON_BEHIND =
  /^[ -](?:City|Airport|Station|Branch|Centre|Center|Office|Road|Street|Bank|Group|Holdings|Ltd|Limited|Inc|Corp|Co|Pharmacy|Hospital|School|University|College|Hotel|Restaurant|Store|Shop|Mall|Express|Chicken|Noodles?|Soup|Class|Bay|Beach|Island|Province|District|Region|Port|Harbou?r|Line|Park|Temple|Market|Plaza|Tower|Data|Online|Mobile|Post|Jeans|Ramyun|Lounge|Snacks|Foods|app|servers?|region|branch|station|airport|office|store|portal|menu|stream|lounge|cluster|DC|data)(?![a-z])/;
/** Places and famous people who are meant as the place or the thing. */
export const NO_PERSON = set(
  'hochiminh tansonnhat hongkong hongkongoffice maytag kungpao taichi wanchai taipo shatin tuenmun tsuenwan tungchung kwuntong mongkok kowloontong laichikok shamshuipo causewaybay happyvalley yuenlong tinshuiwai siuhong fotan fanling longping angmokio toapayoh choachukang bukittimah simlim lausapat hanoi danang longan haiphong haiduong baria namdinh ninhbinh ninhthuan binhduong thanhhoa quangnam quangninh hoasen anhuong pingan longan longbeach alrajhi minhcity hochiminhcity nhat thanhhoa taichiclass kualalumpur abudhabi',
);

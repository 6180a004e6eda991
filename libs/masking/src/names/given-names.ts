import { foldText } from '../text/characters.ts';

/** Common given names of many countries; a name only together with a capitalised word after it. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  foldText(`
  aaron abigail adam adrian agnes ahmed aisha alan albert alejandro aleksandra alessandro alex alexander alexandra alfred ali alice alicia
  alina amanda amelia amina amy ana anastasia andre andrea andreas andrew andrzej angela angelika anita ann anna anne annette anthony
  antoine anton antonia antonio arjun arthur artur astrid barbara beata beatrice beatriz benjamin bernd bernard bettina birgit bjorn
  bogdan boris brandon brian bruno camille carl carla carlos carmen carol carolina caroline catherine cecilia celine charles charlotte
  chiara chloe chris christian christina christine christoph christopher claire clara claudia claus clemens connor cristina daniel daniela
  danielle darius david dawid debora deborah denis denise diana diego dieter dimitri dmitri dominik dominique donald doris dorota dorothy
  eduardo edward edyta elena eleni elias elisa elisabeth elizabeth ella emily emil emilia emma emmanuel enrico eric erik erika ernst
  esther eva evelyn ewa fabian fatima federico felix fernanda fernando fiona florian frances francesca francesco francisco francois frank
  franz frederic frederick friedrich gabriel gabriela gabriele george georg gerald gerhard giovanni giulia giuseppe gloria gonzalo grace
  greta grzegorz guido guillaume gustav hannah hans harald harry hassan heather heidi heike heinz helen helena helene helga henri henrik
  henry herbert hiroshi holger hugo hussein ian ibrahim ines ingrid irena irene irina isabel isabella isabelle ivan jack jacek jackson
  jacob jacqueline jakob jakub james jan jana jane janet jason javier jean jeff jeffrey jennifer jens jeremy jessica joan joanna joao
  joao jochen joel johan johann johanna john jon jonas jonathan jorge jose josef joseph joshua juan judith julia julian juliana julie
  julien jurgen justin karel karen karin karl karolina katarina katarzyna kate katharina katherine kathleen kathrin katja kevin khalid
  kim klaus konrad krzysztof kristina kristin kurt kyle lars laura lauren laurent lea leila lena leo leon leonardo leonie linda lisa
  liam louis louise lucas lucia lucie ludwig luis luisa lukas luke lydia magdalena maja malgorzata manuel manuela marc marcel marcin
  marco marcos margaret maria mariam mariana marie marina mario marion mariusz mark marko markus marta martha martin martina mary
  mateusz matteo matthew matthias maurice max maximilian maya megan mehmet melanie melissa mia michael michaela michal michel michelle
  miguel mikael mikhail mila milan milena miriam mohamed mohammed monica monika moritz muhammad mustafa nadia nadine nancy natalia
  natalie natasha nathan neil nicholas nicola nicolas nicole niklas nikolai nils nina noah nora norbert olaf oleg olga oliver olivia
  olivier omar oscar oskar otto pablo pamela paolo pascal patricia patrick paul paula paulo pavel pedro peter petr petra philip philipp
  philippe pierre piotr priya rachel rafael rahul rainer ralf ralph ramona raul raymond rebecca regina renata rene ricardo richard rita
  robert roberto rodrigo roger roland roman ronald rosa rosemary roxana rudolf ruth ryan sabine sabrina sally salma sam samantha samuel
  sandra sanjay sara sarah scott sean sebastian sergei sergio shirley silvia simon simone sofia sonia sophia sophie stefan stefanie
  stella stephan stephanie stephen steve steven sunil susan susanne suzanne sven svetlana sylvia tamara tanja tatiana teresa theo
  theresa thomas thorsten tim timothy tina tobias tom tomas tomasz tony torsten ulrich ulrike ursula uwe valentina valeria vanessa vera
  veronica veronika victor victoria viktor vincent vladimir walter wei werner wiebke wilhelm william wojciech wolfgang xavier yasmin
  yolanda yusuf yuki yvonne zoe zofia zuzanna
  александр алексей анастасия андрей анна антон артем борис вадим валентина валерий василий вера виктор виктория владимир галина
  дарья денис дмитрий евгений екатерина елена елизавета иван игорь ирина кирилл константин лариса леонид людмила максим марина мария
  михаил наталья никита николай оксана олег олександр ольга павел петр роман светлана сергей софия станислав тарас татьяна тимур юлия юрий
  андрій богдан володимир дмитро іван ірина катерина микола михайло наталія олена сергій тетяна юлія ярослав
  γιωργος γιαννης μαρια ελενη δημητρης κωστας νικος σοφια αννα κατερινα παναγιωτης βασιλης
  `)
    .trim()
    .split(/\s+/),
);

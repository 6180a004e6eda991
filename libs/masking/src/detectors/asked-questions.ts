import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';
import { isState } from './told-passwords.ts';

/** Names of what is asked before somebody gets in, folded: "security question", 密保问题. */
const QUESTION =
  /question|frage|pregunta|pergunta|domanda|vraag|pytani|otazk|kerdes|intrebare|fraga|sporsmal|sporgsmal|kysymy|вопрос|питання|въпрос|ερωτησ|soru|שאלת|سؤال|سوال|प्रश्न|pertanyaan|soalan|cau hoi|คำถาม|问题|問題|質問|질문/u;
/** The question itself, in quotes or brackets behind its name. */
const ASKED =
  /^[^\n.!?;"„“”«‘’「『(]{0,32}?[:：]?\s{0,2}(?:["„“”«「『]\s?([^\n"„“”«»」』]{3,90}?)\s?["“”»」』]|'([^\n']{3,90})'|[(（]([^\n()（）]{6,90})[)）])/u;
/** The answer in quotes: → « … », "says: …", contesta «…». */
const QUOTED =
  /^[^\n"„“”«»「『'.,;!?。，；]{0,24}?(?:["„“”«「『]\s?([^\n"„“”«»」』]{2,48}?)\s?["“”»」』]|'([^\n']{2,48})')/u;
/** "Answer", "answered" and the like, folded: what is said of an answer and is none. */
const ANSWER =
  '(?:(?<![\\p{L}\\p{M}])(?:answer(?:ed|s)?|antwort(?:et|ete)?|reponse|repondu?|respuesta|conteste?a?|respondi?o?|resposta|risposta|antwoord|svare?t?|vastaus|vastasi|odpowiedz|odpoved|valasz|raspuns(?:ul)?|ответ(?:ил\\p{L}?)?|відповідь|отговор(?:ът)?|odgovor|απαντηση|ceva[bp]\\p{L}{0,2}|תשובה|והתשובה|وجوابه|جوابه?|والجواب|الاجابه|उत्तर|jawab(?:an)?(?:nya)?|tra loi|ตอบ)(?![\\p{L}\\p{M}])|答案?(?!え)|回答|답변?(?![을를이도만]))';
/** Begins with such a word. */
const SAYS_ANSWER = new RegExp(`^${ANSWER}`, 'u');
const WORDS = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]{0,24}(?: [\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]{0,24}){0,4}";
/** The answer behind a word for it, up to the end of the clause: "and the answer is …,", 他答… */
const ANSWERED = new RegExp(
  `^[^\\n"„“”«»「『!?;]{0,36}?${ANSWER}[:：]?(?:\\s?[是为為은는]|\\s(?:is|was|ist|war|lautet|est|es|era|e|ar|er|on|oli|to|jest|je|az|este|ειναι|היא|هو|है|adalah|la|saya|:))?[:：]?\\s{0,2}(${WORDS})(?=\\s?(?:[,.;:!?)\\n，。；।]|$))`,
  'u',
);

/** The answer right behind the question: "(maiden name): Przybilla". */
const BESIDE = new RegExp(`^["'”»]?\\s?(?:[:：=→]|->)\\s{0,2}(${WORDS})(?=["'”»]?\\s?(?:[,.;:!?)\\n，。；।]|$))`, 'u');
/** How far behind the question its answer may stand, in UTF-16 units. */
export const ANSWER_REACH = 120;

/** A cue that names a question, with the question that is told behind it: what is asked for is nobody's secret. */
export function withQuestion({ text, folded, tokens }: Scan, cue: Cue): Cue | undefined {
  if (!QUESTION.test(folded.slice(cue.start, cue.end))) return undefined;
  const question = ASKED.exec(text.slice(cue.end, cue.end + ANSWER_REACH));
  if (!question) return undefined;
  const end = cue.end + question[0].length;
  let { next } = cue;
  while (next < tokens.count && (tokens.starts[next] as number) < end) next += 1;
  return { ...cue, end, next };
}

/** The answer to the question that a cue ends with. */
export function answerBehind({ text, folded }: Scan, { end }: Cue): Finding | undefined {
  const match =
    QUOTED.exec(text.slice(end, end + ANSWER_REACH)) ??
    ANSWERED.exec(folded.slice(end, end + ANSWER_REACH)) ??
    BESIDE.exec(folded.slice(end, end + ANSWER_REACH));
  const value = match?.[1] ?? match?.[2];
  if (!match || value === undefined || SAYS_ANSWER.test(value)) return undefined;
  if (isState(value) && !value.includes(' ')) return undefined;
  const start = end + match[0].lastIndexOf(value);
  return { start, end: start + value.length, type: 'PASSWORD' };
}

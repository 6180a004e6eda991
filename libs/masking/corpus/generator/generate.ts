import type { LabelledTicket } from './labelled-ticket.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './languages/index.ts';
import { type Part, partOf } from './part.ts';
import { Random } from './random.ts';
import { facts } from './shapes/facts.ts';
import { letter, message, negative, voicemail } from './shapes/letter.ts';
import { command, form, json, log, stackTrace } from './shapes/machine.ts';
import { chat, forwarded, quoted } from './shapes/mail.ts';
import { paths } from './shapes/paths.ts';
import { Story } from './story.ts';

export interface GenerateOptions {
  /** Seeds below 1000 make the development part, seeds from 1000 on the CI part. */
  seed: number;
  count: number;
  /** The only shape that is told, by its name; by default all but `message`, in their shares. */
  shape?: string;
}

/** How often each shape is told, in parts of a hundred. */
const SHAPES: readonly [name: string, tell: (story: Story) => void, share: number][] = [
  ['negative', negative, 10],
  ['facts', facts, 5],
  ['letter', letter, 38],
  ['voicemail', voicemail, 4],
  ['forward', forwarded, 6],
  ['quoted', quoted, 4],
  ['chat', chat, 8],
  ['log', log, 5],
  ['json', json, 6],
  ['command', command, 6],
  ['stack-trace', stackTrace, 3],
  ['form', form, 3],
  ['paths', paths, 2],
  ['message', message, 0],
];
const KNOWN_SHARE = 0.55;
const EVASIVE_SHARE = 0.22;
/** Of letters, voicemails and chats. */
const CASUAL_SHARE = 0.08;
const SPOKEN = ['letter', 'voicemail', 'chat'];

/** Labelled tickets, the same for the same seed; ticket `n` does not depend on how many are asked for. */
export function* generateTickets({ seed, count, shape }: GenerateOptions): Generator<LabelledTicket> {
  const part = partOf(seed);
  for (let number = 0; number < count; number += 1) yield ticketOf(seed, number, part, shape);
}

/** What a ticket may be: a letter, a log, … */
export const SHAPE_NAMES: readonly string[] = SHAPES.map(([name]) => name);

function ticketOf(seed: number, number: number, part: Part, only?: string): LabelledTicket {
  const random = new Random(seed, number);
  // English once more than its turn: most tickets are English, and no other language may be missing.
  const language = (random.chance(0.12) ? LANGUAGES[0] : LANGUAGES[number % LANGUAGES.length]) as Language;
  const [name, tell] = SHAPES.find((shape) => shape[0] === only) ?? shapeOf(random);
  const story = new Story({
    language,
    part,
    random,
    known: random.chance(KNOWN_SHARE),
    evasive: random.chance(EVASIVE_SHARE),
    casual: SPOKEN.includes(name) && random.chance(CASUAL_SHARE),
  });
  story.tags.add(name).add(part);
  if (story.known) story.tags.add('known');
  tell(story);
  return story.ticket(`g${seed}-${String(number).padStart(5, '0')}`);
}

function shapeOf(random: Random): (typeof SHAPES)[number] {
  let at = random.int(0, SHAPES.reduce((sum, [, , share]) => sum + share, 0) - 1);
  for (const shape of SHAPES) {
    at -= shape[2];
    if (at < 0) return shape;
  }
  return SHAPES[0] as (typeof SHAPES)[number];
}

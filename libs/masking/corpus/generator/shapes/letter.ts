import type { Sentences } from '../language.ts';
import { MESSAGES } from '../messages.ts';
import type { Story } from '../story.ts';

type Section = Exclude<keyof Sentences, 'forward'>;

const PERSONAL: readonly Section[] = [
  'people',
  'people',
  'contact',
  'contact',
  'address',
  'identity',
  'payment',
  'payment',
  'access',
  'access',
  'network',
];

/** A mail to support: greeting, who, what, some personal sentences, signature. */
export function letter(story: Story): void {
  const { random, language, known } = story;
  const text = language.text;
  const say = (section: Section) => story.tell(story.pick(text[section]));
  const gap = () => story.add({ text: random.pick(story.endsSentence ? [' ', ' ', '\n', '\n\n'] : ['\n', '\n\n']) });
  say('hello').add({ text: random.pick([' ', '\n\n', '\n']) });
  if (random.chance(0.7)) {
    say('intro');
    gap();
  }
  say('problem');
  const sections = random.shuffle(PERSONAL).slice(0, random.int(1, 4));
  if (random.chance(0.3)) sections.push('problem');
  if (random.chance(0.35)) sections.push('negative');
  if (known && random.chance(0.5)) sections.push('bare');
  if (random.chance(0.05)) sections.push('plead');
  for (const section of random.shuffle(sections)) {
    gap();
    say(section);
    if (section === 'plead') story.tags.add('plead');
    if (section === 'access' && random.chance(0.25)) story.tell('\n{secret.cued}\n');
  }
  if (random.chance(0.75)) {
    story.add({ text: random.pick(['\n\n', '\n']) });
    say('closing');
  }
}

/** One plain sentence or two, and nothing around them. */
export function message(story: Story): void {
  story.tell(story.random.pick(MESSAGES[story.language.lang] as readonly string[]));
}

/** A spoken message, written down. */
export function voicemail(story: Story): void {
  const { language, random } = story;
  story
    .add({ text: random.pick(['', '[voicemail 00:42] ', 'Transcript: ', '☎ ']) })
    .tell(story.pick(language.text.voicemail));
  if (random.chance(0.4)) story.add({ text: story.endsSentence ? ' ' : '\n' }).tell(story.pick(language.text.problem));
}

/** Only technical facts: nothing to mask, much to keep. */
export function negative(story: Story): void {
  const { language, random } = story;
  const lines = random.int(2, 5);
  for (let line = 0; line < lines; line += 1) {
    story
      .tell(story.pick(random.chance(0.3) ? language.text.problem : language.text.negative))
      .add({ text: line < lines - 1 ? random.pick(story.endsSentence ? [' ', '\n'] : ['\n']) : '' });
  }
}

import type { Story } from '../story.ts';
import { letter } from './letter.ts';

/** A mail forwarded with its headers, in the words of the language. */
export function forwarded(story: Story): void {
  const { language, random } = story;
  const [from, sent, to, subject] = language.text.forward;
  story
    .tell(story.pick(language.text.problem))
    .add({ text: random.pick(['\n\n', '\n\n-----\n', '\n\n---------- Forwarded message ---------\n']) });
  story.tell(
    story.pick([
      `${from}: {me.full} <{email}>\n${sent}: {time}\n${to}: {person} <{mail}>\n${subject}: {error} ({id})\n\n`,
      `${from}: "{me.reversed}" <{email}>\n${to}: {role}\n${subject}: Re: {id} {service}\n\n`,
      `${from}: {email}\n${to}: {mail}; {mail}\n${sent}: {date}\n${subject}: {error}\n\n`,
    ]),
  );
  story
    .tell(story.pick(language.text.hello))
    .add({ text: '\n' })
    .tell(story.pick(language.text.contact))
    .add({ text: '\n' })
    .tell(story.pick(language.text.closing));
}

/** An answer above the mail it answers, quoted. */
export function quoted(story: Story): void {
  letter(story);
  story.tell(
    story.pick([
      '\n\nOn Tue, 3 Mar 2026 at 10:12, {person} <{mail}> wrote:\n> ',
      '\n\n> {person} <{mail}> {time}:\n> ',
      '\n\n-----Original Message-----\nFrom: {mail}\nSent: {time}\n\n',
    ]),
  );
  story.tell(story.pick(story.language.text.problem)).tell('\n> ').tell(story.pick(story.language.text.contact));
}

/** A chat: time, who speaks, what. */
export function chat(story: Story): void {
  const { language, random } = story;
  const text = language.text;
  const style = story.pick(['[{time}] NAME: ', 'NAME: ', 'NAME ({time}): ', '{time} <NAME> ', '**NAME**: ']);
  const line = (name: string, sentence: string) =>
    story.tell(style.replace('NAME', name)).tell(sentence).add({ text: '\n' });
  line('{me.first}', story.pick(text.problem));
  line('{other.first}', story.pick(text.negative));
  line('{me.first}', story.pick(random.pick([text.contact, text.payment, text.access, text.identity])));
  if (random.chance(0.6)) line('{other.first}', story.pick(random.pick([text.problem, text.network])));
  if (random.chance(0.4)) line('{me.first}', story.pick(random.pick([text.people, text.address])));
}

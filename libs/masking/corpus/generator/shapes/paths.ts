import { labelled } from '../labelled-ticket.ts';
import { latin } from '../latin.ts';
import { emailOf, personOf } from '../persona.ts';
import type { Story } from '../story.ts';

const PATHS: readonly string[] = [
  'https://www.linkedin.com/in/NAME/',
  'attachments/Invoice_NAME_2025-03.pdf',
  '~/Downloads/CV NAME.docx',
  's3://prod-exports/customers/NAME/report.csv',
  'C:\\Users\\NAME\\AppData\\Local\\Agent\\agent.log',
  '/home/NAME/projects/app/main.py',
  '/Users/NAME/Library/Logs/agent.log',
  'https://intranet.example.com/people/NAME/profile',
  '\\\\fileserver\\home$\\NAME\\export.csv',
  '/var/mail/NAME/inbox',
];

/** Names inside paths and addresses of pages; mail addresses inside links. */
export function paths(story: Story): void {
  const { random, language, part } = story;
  const text = language.text;
  story.tell(story.pick(text.problem)).add({ text: '\n' });
  const person = random.chance(0.5) ? story.me : personOf(language, part, random);
  const [given, family] = [latin(person.given).replace(/\W/g, ''), latin(person.family).replace(/\W/g, '')];
  if (given.length > 2 && family.length > 2) {
    const name = story.pick([
      `${given}.${family}`.toLowerCase(),
      `${given} ${family}`,
      `${given}${family}`,
      `${given}_${family}`.toLowerCase(),
      `${given}-${family}`.toLowerCase(),
    ]);
    const [before = '', after = ''] = story.pick(PATHS).split('NAME');
    const inUrl = before.startsWith('http');
    story.addAsIs(
      { text: before },
      labelled('PERSON', inUrl ? name.replace(' ', '%20') : name),
      { text: after },
      { text: '\n' },
    );
  }
  const mail = encodeURIComponent(emailOf(person, story.me.domain, part, random));
  story
    .tell(story.pick(['https://app.example.com/reset?page=2&email=', 'mailto:', 'https://crm.example.com/search?q=']))
    .addAsIs(labelled('EMAIL', mail))
    .tell(story.pick(['&lang=en\n', '&src=mail\n', '\n']));
  story.tell(story.pick(text.negative));
}

import { writeTickets } from '../libs/masking/corpus/generator/write-tickets.ts';

/** `npm run mask:score -- generate …` makes a labelled file, anything else scores one. */
const [first, ...rest] = process.argv.slice(2);
if (first === 'generate') process.exitCode = writeTickets(rest);
else await import('../libs/masking/dist/cli/score.js');

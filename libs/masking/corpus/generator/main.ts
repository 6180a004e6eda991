/* Makes labelled tickets: node main.ts --count 10000 --seed 1 [--out FILE] → JSON lines. */
import { writeTickets } from './write-tickets.ts';

process.exitCode = writeTickets(process.argv.slice(2));

import { EVENT_KINDS_BY_PRODUCER, platformEvent, REASONS } from '@sallyport/contracts';
import { GENERATED, table } from './markdown.ts';

/** docs/reference/events.md: what is recorded, by whom, and the word list of reasons. */
export function eventsPage(): string {
  const producersOf = (kind: string) =>
    Object.entries(EVENT_KINDS_BY_PRODUCER)
      .filter(([, kinds]) => (kinds as readonly string[]).includes(kind))
      .map(([producer]) => producer)
      .join(', ');
  const rows = platformEvent.options.map(({ shape }) => {
    const kind = shape.kind.value;
    const fields = Object.keys(shape).filter((field) => !['uid', 'time', 'traceId', 'kind'].includes(field));
    return [`\`${kind}\``, producersOf(kind), fields.map((field) => `\`${field}\``).join(' ')];
  });
  return `${GENERATED}
# Audit events

Every event carries \`uid\` (UUIDv7), \`time\` (milliseconds since the epoch) and \`traceId\`. A producer may write only its own
kinds. Arguments appear as a keyed HMAC and a size, never as values.

${table(['kind', 'written by', 'fields'], rows)}
## Reason codes

${REASONS.map((reason) => `\`${reason}\``).join(', ')}
`;
}

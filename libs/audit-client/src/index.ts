export * from './audit-client.ts';
export * from './event-id.ts';
export * from './refusal-tally.ts';
export * from './unavailable.ts';

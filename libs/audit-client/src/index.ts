export * from './audit-client.ts';
export * from './unavailable.ts';

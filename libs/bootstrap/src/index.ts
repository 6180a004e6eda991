export * from './config.ts';
export * from './health.ts';
export * from './run-service.ts';

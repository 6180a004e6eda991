export * from './config.ts';
export * from './health.ts';
export * from './http-client.ts';
export * from './management.ts';
export * from './run-service.ts';
export * from './workload.ts';
export * from './workload-tls.ts';

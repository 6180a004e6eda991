export * from './caller.ts';
export * from './capability.ts';
export * from './decision.ts';
export * from './event.ts';
export * from './reasons.ts';
export * from './redemption.ts';
export * from './wire.ts';

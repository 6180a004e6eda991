export { certificateKey } from './certificate-key.ts';
export { answerProbes, createDoorServer, type Door, doorFrom, LOOPBACK } from './door.ts';

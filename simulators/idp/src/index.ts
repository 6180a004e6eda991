export { DEMO_PEOPLE, demoBrokerClient } from './demo.ts';
export { type IdpSimulator, type IdpSimulatorOptions, startIdpSimulator } from './idp-simulator.ts';
export { ACR_VALUES, type Acr, AMR } from './people/assurance.ts';
export type { Person } from './people/person.ts';
export type { IdpClient } from './provider/client.ts';

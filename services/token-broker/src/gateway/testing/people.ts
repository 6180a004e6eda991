/** Who appears in the specs: the person here, their Linear account in the simulator. */
export interface SpecPerson {
  sub: string;
  name: string;
  tenant: string;
  email: string;
}

export const ADA: SpecPerson = {
  sub: '0b7f3a52-6a0e-5c1d-9f3e-2d4c6b8a0e11',
  name: 'Ada Okafor',
  tenant: 'harbor',
  email: 'ada@harbor.example',
};
export const GRACE: SpecPerson = {
  sub: '1c8e4b63-7b1f-5d2e-8a4f-3e5d7c9b1f22',
  name: 'Grace Lindqvist',
  tenant: 'harbor',
  email: 'grace@harbor.example',
};
export const MINA: SpecPerson = {
  sub: '2d9f5c74-8c20-5e3f-9b50-4f6e8dac2033',
  name: 'Mina Duarte',
  tenant: 'meridian',
  email: 'mina@meridian.example',
};

import type { Simulation } from '../simulation.ts';
import type { Principal } from './principal.ts';

/** What resolvers get to see of a request. */
export interface RequestContext {
  readonly simulation: Simulation;
  readonly principal: Principal;
}

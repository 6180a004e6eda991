import { edge, egressProxy, postgresql } from './debian-programs.ts';
import { opa, openbao } from './go-programs.ts';
import type { Recipe } from './recipe.ts';
import { audit, mcpServer, simulators, tokenBroker } from './sallyport.ts';

/** Every image, in the order they are built. */
export const RECIPES: Recipe[] = [
  mcpServer,
  tokenBroker,
  audit,
  simulators,
  opa,
  egressProxy,
  edge,
  postgresql,
  openbao,
];

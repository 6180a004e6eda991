export type { VaultConfig, VaultSimulatorOptions } from './config.ts';
export { type DemoVault, demoVaultConfig, LINEAR_CLASSES, type LinearClass, type ServiceKeys } from './demo.ts';
export type { JwtMountConfig, JwtRole } from './jwt-auth/role.ts';
export type { OauthServer } from './oauthapp/server-config.ts';
export type { Capability, PolicyRules } from './policy/policy.ts';
export { startVaultSimulator, type VaultSimulator } from './vault-simulator.ts';

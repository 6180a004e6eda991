import { policyDataOf, TOOLS } from '@sallyport/tool-catalog';

/** `data.tools` for Rego, from the catalogue. */
export const policyData = (): string => `${JSON.stringify(policyDataOf(TOOLS), null, 2)}\n`;

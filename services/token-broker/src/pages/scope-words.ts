import type { ConnectionClass } from '@sallyport/contracts';

/** What a scope lets an agent do, in the words of the person who decides. */
const WORDS: Record<string, string> = {
  'tickets:read': 'Read support tickets of your company, with customers’ personal data masked',
  'issues:create': 'Create Linear issues in your name, one for each ticket it escalates',
  'issues:delete': 'Ask to delete a Linear issue it filed; somebody else has to approve each one',
  'audit:read': 'Read the audit log of your company',
};
export const scopeWords = (scope: string): string => WORDS[scope] ?? scope;

const CLASS_WORDS: Record<ConnectionClass, string> = {
  reader: 'Read issues and teams in your Linear workspace',
  creator: 'Read your Linear workspace and create issues in your name',
  curator: 'Read your Linear workspace and change issues in your name',
};
export const classWords = (connection: ConnectionClass): string => CLASS_WORDS[connection];

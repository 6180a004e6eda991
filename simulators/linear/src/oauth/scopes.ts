/** linear.app/developers/oauth-2-0-authentication, and what each lets an application do in plain words. */
export const SCOPES: Readonly<Record<string, string>> = {
  read: 'See your issues, teams and people',
  write: 'Change anything you can change: edit, archive and delete issues included',
  'issues:create': 'Create issues and their attachments',
  'comments:create': 'Create comments',
  'timeSchedule:write': 'Create and change time schedules',
  admin: 'Change settings of the workspace and delete for good',
};

/**
 * Reads the `scope` parameter of an authorization request: comma separated, `read` always part of the result.
 *
 * @returns undefined when a scope does not exist
 */
export function readScopes(parameter: string): string[] | undefined {
  const asked = parameter.split(/[\s,]+/).filter((scope) => scope !== '');
  if (asked.some((scope) => !Object.hasOwn(SCOPES, scope))) return undefined;
  return [...new Set(['read', ...asked])];
}

import type { Workspace } from '../options.ts';
import { identifierOf, type StoredIssue } from './issue-store.ts';

/** Linear's path: workspace, identifier, and the title for people to read. */
export function issueUrl(origin: string, workspace: Workspace, issue: StoredIssue): string {
  return `${origin}/${workspace.urlKey}/issue/${identifierOf(issue)}/${slugOf(issue.title)}`;
}

export function slugOf(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'untitled';
}

import { html, page } from '../http/page.ts';
import type { Simulation } from '../simulation.ts';

/** `/<workspace>/issue/<identifier>/<slug>`: what an issue's `url` opens. */
export function issuePage(path: string, { directory, issues }: Simulation): Response | undefined {
  const [, urlKey, identifier] = /^\/([a-z0-9-]+)\/issue\/([A-Z0-9]+-\d+)(?:\/[a-z0-9-]*)?$/.exec(path) ?? [];
  const workspace = directory.workspaces.find((one) => one.urlKey === urlKey);
  const issue = workspace && identifier ? issues.find(workspace.id, identifier) : undefined;
  if (!workspace || !issue || !identifier) return undefined;
  const creator = directory.members(workspace).find(({ id }) => id === issue.creatorId);
  const app = issue.actorApp === null ? undefined : directory.app(issue.actorApp);
  return page(
    `${identifier} ${issue.title}`,
    html`<h1>${identifier} ${issue.title}</h1>
<p>Created by <strong>${creator?.name ?? 'somebody'}</strong> in ${workspace.name} through ${app?.name ?? 'an API key'}${
      issue.trashed ? html` · <strong>in the trash</strong>` : ''
    }</p>
<h2>Description</h2>
<div class="text">${issue.description ?? 'None.'}</div>`,
  );
}

import { readFile } from 'node:fs/promises';
import { AUDIT_SCOPES, MCP_SCOPES, ROLES, type Role } from '@sallyport/contracts';
import { z } from 'zod';

/** A resource access tokens are made for (RFC 8707), its scopes, and which roles can use each. */
const resource = z.strictObject({
  uri: z.url(),
  scopes: z.record(z.string().regex(/^[a-z]+:[a-z]+$/), z.array(z.enum(ROLES)).min(1)),
  /** Given to a client that names no scope: the least that is useful. */
  defaultScope: z.array(z.string()).min(1),
});
const resourceFile = z
  .array(resource)
  .min(1)
  .refine((all) => all.every((one) => one.defaultScope.every((scope) => scope in one.scopes)), 'default scope unknown');
export type Resource = z.infer<typeof resource>;

const SUPPORT: Role[] = ['support_engineer', 'support_lead'];
const [TICKETS_READ, ISSUES_CREATE, ISSUES_DELETE] = MCP_SCOPES;
const [AUDIT_READ] = AUDIT_SCOPES;

/** Resources of one machine. */
export const DEFAULT_RESOURCES: readonly Resource[] = [
  {
    uri: 'http://localhost:8000/mcp',
    scopes: { [TICKETS_READ]: SUPPORT, [ISSUES_CREATE]: SUPPORT, [ISSUES_DELETE]: SUPPORT },
    defaultScope: [TICKETS_READ, ISSUES_CREATE],
  },
  {
    uri: 'http://localhost:8020',
    scopes: { [AUDIT_READ]: ['support_lead', 'platform_admin'] },
    defaultScope: [AUDIT_READ],
  },
];

/** The allow-list of resources. The first one is the default for clients that name none. */
export class Resources {
  constructor(private readonly all: readonly Resource[]) {}

  /** @throws Error naming the file's first mistake */
  static async load(file: string | undefined): Promise<Resources> {
    if (file === undefined) return new Resources(DEFAULT_RESOURCES);
    const parsed = resourceFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return new Resources(parsed.data);
    const [issue] = parsed.error.issues;
    throw new Error(`resources file ${file}: ${issue?.path.join('.')} ${issue?.message}`);
  }

  /** Exact match: `/mcp` and `/mcp/` are two resources (RFC 8707 §2; attack group 14). */
  find(uri: string): Resource | undefined {
    return this.all.find((resource) => resource.uri === uri);
  }

  get defaultUri(): string {
    return (this.all[0] as Resource).uri;
  }

  get scopes(): string[] {
    return [...new Set(this.all.flatMap((resource) => Object.keys(resource.scopes)))];
  }
}

/** Splits what was asked into what some role of the person can use, and the rest. */
export function grantable(
  resource: Resource,
  asked: readonly string[],
  roles: readonly Role[],
): { granted: string[]; withheld: string[] } {
  const usable = (scope: string) => resource.scopes[scope]?.some((role) => roles.includes(role)) === true;
  return { granted: asked.filter(usable), withheld: asked.filter((scope) => !usable(scope)) };
}

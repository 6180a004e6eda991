/** Someone the company knows. */
export interface Person {
  readonly sub: string;
  /** What is typed to sign in; the e-mail works too. */
  readonly username: string;
  /** Shown on the login page: this provider holds no real account. */
  readonly password: string;
  readonly name: string;
  readonly email: string;
  readonly tenant: string;
  readonly groups: readonly string[];
}

/** What applications learn of a person; `groups` and `tenant` are the company's own claims. */
export function claimsOf({ sub, name, email, tenant, groups }: Person): { sub: string } & Record<string, unknown> {
  return { sub, name, email, email_verified: true, tenant, groups: [...groups] };
}

import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { meets, requestedAcrs } from '../people/assurance.ts';

const { Check, base } = interactionPolicy;

/** When to ask someone to sign in: OpenID Connect's reasons, a weaker session than `acr_values` wants, a closed account. */
export function signInPolicy(): interactionPolicy.Prompt[] {
  const policy = base();
  // The company's own applications: people are not asked for consent here but at the application.
  policy.remove('consent');
  const login = policy.get('login');
  login?.checks.add(
    new Check('acr_values', 'the requested authentication context could not be obtained', 'login_required', (ctx) => {
      // One try: whoever then chooses a weaker method gets a token that says so, and the application decides.
      const { session, result, params } = ctx.oidc;
      const weak = session?.accountId !== undefined && !meets(session.acr, requestedAcrs(params?.acr_values));
      return weak && !result?.login ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  login?.checks.add(
    new Check('account_closed', 'the account is closed', 'login_required', (ctx) =>
      hasLeft(ctx) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
    ),
  );
  return policy;
}

/** A session outlives the account it belongs to; what it can do must not. */
function hasLeft({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.session?.accountId !== undefined && oidc.account === undefined;
}

import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';

/**
 * Every authorization request goes through our pages, once, in one browser-bound interaction: no session alone ever
 * answers for a person (`prompt=none` is always refused). One submission settles both prompts.
 */
export function oneInteraction(): interactionPolicy.Prompt[] {
  const { Prompt, Check } = interactionPolicy;
  const unsettled = (ctx: KoaContextWithOIDC) => ctx.oidc.result?.consent?.grantId === undefined;
  return [
    new Prompt(
      { name: 'login', requestable: true },
      new Check('sign_in_required', 'the person has to sign in and decide', 'interaction_required', unsettled),
    ),
    new Prompt({ name: 'consent', requestable: true }),
  ];
}

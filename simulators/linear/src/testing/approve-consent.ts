/**
 * Walks the consent page as a browser without JavaScript does: loads it, picks a person, presses a button.
 *
 * @param authorizeUrl as a client would send a browser to
 * @param email the person to be signed in as
 * @returns where the browser is sent next, code or error in its query
 * @throws Error when the simulator shows no form, or not this person
 */
export async function approveConsent(
  authorizeUrl: string | URL,
  email: string,
  decision: 'approve' | 'cancel' = 'approve',
): Promise<URL> {
  const shown = await fetch(authorizeUrl, { redirect: 'manual' });
  const text = await shown.text();
  if (shown.status !== 200) throw new Error(`No consent page: HTTP ${shown.status}`);
  const form = new URLSearchParams();
  for (const [, name, value] of text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)) {
    form.set(name ?? '', textOf(value ?? ''));
  }
  const person = [...text.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].find(([, , label]) =>
    label?.includes(`(${email})`),
  );
  if (!person?.[1]) throw new Error(`The consent page does not offer ${email}`);
  form.set('user', person[1]);
  form.set('decision', decision);
  const answered = await fetch(new URL('/oauth/authorize', authorizeUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: shown.headers
        .getSetCookie()
        .map((one) => one.split(';', 1)[0])
        .join('; '),
    },
    body: form,
  });
  const location = answered.headers.get('location');
  if (answered.status !== 303 || location === null) throw new Error(`No redirect: HTTP ${answered.status}`);
  return new URL(location);
}

function textOf(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

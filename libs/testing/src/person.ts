import { HeadlessBrowser, type Page } from './browser.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** The four people of one machine (IdP stand-in). */
export const PEOPLE = {
  ada: { email: 'ada@harbor.example', password: 'ada-demo' },
  grace: { email: 'grace@harbor.example', password: 'grace-demo' },
  ken: { email: 'ken@harbor.example', password: 'ken-demo' },
  mina: { email: 'mina@meridian.example', password: 'mina-demo' },
} as const satisfies Record<string, Credentials>;

const MAX_PAGES = 12;

/** A person at a browser who signs in when asked, agrees when asked, and notes what the pages said. */
export class Person {
  /** Titles of the pages seen, in order. */
  readonly seen: string[] = [];
  constructor(
    private readonly credentials: Credentials,
    readonly browser = new HeadlessBrowser(),
  ) {}

  /**
   * Walks from `start` through sign-in, consent and connection pages until the browser is sent back to the client or a
   * page has nothing more to ask.
   * @returns the callback URL, or the last page
   */
  async walk(start: string): Promise<URL | Page> {
    let at = await this.browser.get(start);
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      if (at instanceof URL) return at;
      this.seen.push(at.title);
      const next = await this.#answer(at);
      if (next === undefined) return at;
      at = next;
    }
    throw new Error(`still asked for something after ${MAX_PAGES} pages: ${this.seen.join(' → ')}`);
  }

  #answer(page: Page): Promise<Page | URL> | undefined {
    const login = page.forms.find(({ fields }) => fields.some(({ type }) => type === 'password'));
    if (login) {
      const user = login.fields.find(({ type }) => type === 'text' || type === 'email');
      const secret = login.fields.find(({ type }) => type === 'password');
      const { email, password } = this.credentials;
      return this.browser.submit(page, login, {
        [user?.name ?? 'username']: email,
        [secret?.name ?? 'password']: password,
      });
    }
    const form = page.forms[0];
    if (!form || form.buttons.length === 0) return undefined;
    return this.browser.submit(page, form, this.#myself(form.fields));
  }

  /** Where a page asks which account to use, the one that is mine. */
  #myself(fields: Page['forms'][number]['fields']): Record<string, string> {
    const choice = fields.find(({ options }) => options.some(({ label }) => label.includes(this.credentials.email)));
    const mine = choice?.options.find(({ label }) => label.includes(this.credentials.email));
    return choice && mine ? { [choice.name]: mine.value } : {};
  }
}

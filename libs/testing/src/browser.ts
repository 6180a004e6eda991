import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { CookieJar } from 'tough-cookie';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Field {
  name: string;
  type: string;
  value: string;
  /** Of a select: the values to choose from, with their labels. */
  options: { value: string; label: string }[];
}
export interface Form {
  action: string;
  method: string;
  fields: Field[];
  buttons: { name: string; value: string; label: string }[];
}
export interface Page {
  url: string;
  status: number;
  headers: Headers;
  html: string;
  title: string;
  forms: Form[];
}

const MAX_REDIRECTS = 20;

/**
 * A browser without a screen and without JavaScript: cookies by the rules of RFC 6265, redirects, forms as a person would
 * send them. It never follows a redirect outside the loopback interface.
 */
export class HeadlessBrowser {
  readonly cookies = new CookieJar();
  /**
   * @param stopAt a redirect to a URL that starts like this is not followed: it is where the client waits
   * @param alsoReach origins besides the loopback interface: names that the caller leads to loopback itself
   */
  constructor(
    private readonly stopAt = 'http://localhost:33418/',
    private readonly alsoReach: readonly string[] = [],
  ) {}

  /** Opens a page. @returns the page, or the URL at which the browser left for the waiting client */
  get(url: string): Promise<Page | URL> {
    return this.#load(url, { method: 'GET' });
  }

  /** Sends a form with its preset values, changed by `values`, pressing `button` (the first one unless told). */
  submit(page: Page, form: Form, values: Record<string, string> = {}, button = form.buttons[0]): Promise<Page | URL> {
    const body = new URLSearchParams(
      form.fields.map(({ name, value }): [string, string] => [name, values[name] ?? value]),
    );
    if (button?.name) body.set(button.name, button.value);
    if (form.method === 'get') return this.#load(`${form.action}?${body}`, { method: 'GET' });
    return this.#load(form.action, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(page.url).origin },
    });
  }

  async #load(start: string, first: RequestInit): Promise<Page | URL> {
    let url = start;
    let init = first;
    for (let hops = 0; hops < MAX_REDIRECTS; hops++) {
      if (url.startsWith(this.stopAt)) return new URL(url);
      if (
        !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(url) &&
        !this.alsoReach.includes(new URL(url).origin)
      )
        throw new Error(`refusing to leave this machine for ${url}`);
      const cookie = await this.cookies.getCookieString(url);
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { accept: 'text/html', ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
      });
      for (const line of response.headers.getSetCookie())
        await this.cookies.setCookie(line, url, { ignoreError: true });
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status > 399) return read(url, response);
      await response.body?.cancel();
      url = new URL(location, url).href;
      // Fetch standard, HTTP-redirect fetch: 307 and 308 keep the method, everything else becomes GET here.
      if (response.status !== 307 && response.status !== 308) init = { method: 'GET' };
    }
    throw new Error(`more than ${MAX_REDIRECTS} redirects from ${start}`);
  }
}

async function read(url: string, response: Response): Promise<Page> {
  const html = await response.text();
  const document = parse(html);
  const [title] = elements(document, 'title');
  const forms = elements(document, 'form').map((form) => readForm(form, url));
  return { url, status: response.status, headers: response.headers, html, title: title ? textOf(title) : '', forms };
}

function readForm(form: Element, url: string): Form {
  const inputs = elements(form, 'input').filter((input) => attribute(input, 'type') !== 'submit');
  const buttons = [
    ...elements(form, 'button').filter((button) => (attribute(button, 'type') || 'submit') === 'submit'),
    ...elements(form, 'input').filter((input) => attribute(input, 'type') === 'submit'),
  ];
  return {
    action: new URL(attribute(form, 'action') || url, url).href,
    method: (attribute(form, 'method') || 'get').toLowerCase(),
    fields: [...inputs.filter(sends).map(readInput), ...elements(form, 'select').map(readSelect)].filter(
      ({ name }) => name,
    ),
    buttons: buttons.map((button) => ({
      name: attribute(button, 'name'),
      value: attribute(button, 'value'),
      label: textOf(button) || attribute(button, 'value'),
    })),
  };
}

const sends = (input: Element) =>
  !['checkbox', 'radio'].includes(attribute(input, 'type')) || input.attrs.some(({ name }) => name === 'checked');

const readInput = (input: Element): Field => ({
  name: attribute(input, 'name'),
  type: attribute(input, 'type') || 'text',
  value: attribute(input, 'value'),
  options: [],
});

function readSelect(select: Element): Field {
  const options = elements(select, 'option');
  const chosen = options.find(({ attrs }) => attrs.some(({ name }) => name === 'selected')) ?? options[0];
  return {
    name: attribute(select, 'name'),
    type: 'select',
    value: chosen ? attribute(chosen, 'value') : '',
    options: options.map((option) => ({ value: attribute(option, 'value'), label: textOf(option) })),
  };
}

function elements(node: Node, tag: string): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [
    ...('tagName' in child && child.tagName === tag ? [child] : []),
    ...elements(child, tag),
  ]);
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? '';

function textOf(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('').trim() : '';
}

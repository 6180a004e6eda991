import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { CookieJar } from 'tough-cookie';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A form as a person sees it: its fields' first values and its buttons. */
export interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly buttons: readonly { readonly label: string; readonly name: string; readonly value: string }[];
}

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly forms: readonly Form[];
}

/** A browser without script: cookies, redirects and forms. It stops at addresses outside the provider. */
export class Browser {
  readonly jar = new CookieJar();
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  open(url: string): Promise<Page> {
    return this.#go('GET', url);
  }

  /** Presses a button by its label, or part of it, after filling fields. */
  press(page: Page, label: string, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    const form = page.forms.find((candidate) => candidate.buttons.some((button) => button.label.includes(label)));
    const button = form?.buttons.find((candidate) => candidate.label.includes(label));
    if (!form || !button) throw new Error(`no button "${label}" on ${page.url}`);
    const body = new URLSearchParams({ ...form.fields, ...fields });
    if (button.name) body.set(button.name, button.value);
    return this.#go('POST', new URL(form.action || page.url, page.url).href, body);
  }

  /** Sends a form as it is, with whatever headers: what another site's page would do. */
  post(url: string, body: URLSearchParams, headers: Record<string, string> = {}): Promise<Page> {
    return this.#go('POST', url, body, headers);
  }

  async #go(method: string, url: string, body?: URLSearchParams, headers: Record<string, string> = {}): Promise<Page> {
    const cookie = await this.jar.getCookieString(url);
    const init = { method, redirect: 'manual' as const, headers: { accept: 'text/html', ...headers, cookie } };
    const response = await fetch(url, body ? { ...init, body } : init);
    for (const line of response.headers.getSetCookie()) await this.jar.setCookie(line, url);
    const text = await response.text();
    const location = response.headers.get('location');
    if (location !== null && response.status < 400) {
      const next = new URL(location, url).href;
      return next.startsWith(this.#home) ? this.#go('GET', next) : blank(next, response);
    }
    return { url, status: response.status, headers: response.headers, text, forms: readForms(text) };
  }
}

function blank(url: string, { status, headers }: Response): Page {
  return { url, status, headers, text: '', forms: [] };
}

function readForms(markup: string): Form[] {
  const elements = descendants(parse(markup));
  return elements
    .filter((element) => element.tagName === 'form')
    .map((form) => {
      const id = attribute(form, 'id');
      const outside = elements.filter((element) => id !== '' && attribute(element, 'form') === id);
      const inside = [...descendants(form), ...outside];
      return { action: attribute(form, 'action'), fields: readFields(inside), buttons: readButtons(inside) };
    });
}

function readFields(elements: readonly Element[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const element of elements) {
    const name = attribute(element, 'name');
    if (element.tagName === 'input' && name) fields[name] = attribute(element, 'value');
    if (element.tagName === 'select' && name) {
      const options = descendants(element).filter((option) => option.tagName === 'option');
      const selected = options.find((option) => option.attrs.some((attr) => attr.name === 'selected')) ?? options[0];
      fields[name] = selected ? attribute(selected, 'value') : '';
    }
  }
  return fields;
}

function readButtons(elements: readonly Element[]): Form['buttons'] {
  return elements
    .filter((element) => element.tagName === 'button')
    .map((button) => ({
      label: textOf(button).trim(),
      name: attribute(button, 'name'),
      value: attribute(button, 'value'),
    }));
}

function descendants(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : descendants(child)));
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

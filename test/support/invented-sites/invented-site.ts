import { encoded } from '../encoded';
import { html, type Answer } from '../web-stub';

/** A company that nobody has founded, and what a careful reader of its pages would file. */
export interface InventedSite {
  /** What is on file before: a name, and where its site is. */
  readonly filed: { readonly name: string; readonly website: string };
  readonly robots?: string;
  /** What a host answers to all paths before its own pages are looked at: a bare domain that leads to its twin. */
  readonly atHost?: (host: string, path: string) => Answer | undefined;
  /** By path, with its query. */
  readonly pages: Readonly<Record<string, Answer>>;
  /**
   * Field and value, as they are filed. The company's own: not of who made the site, of partners and customers, of hotlines for
   * complaints, and not the direct numbers and mailboxes of people who are named, which belong to these people.
   */
  readonly facts: readonly (readonly [field: string, value: string])[];
}

export const gbk = (text: string, type = 'text/html'): Answer => html(encoded(text, 'gb18030'), type);
export const big5 = (text: string): Answer => html(encoded(text, 'big5'), 'text/html');
export const shiftJis = (text: string): Answer => html(encoded(text, 'shift_jis'), 'text/html; charset=Shift_JIS');
export const plain = (text: string): Answer => html(text, 'text/html');
export const xml = (text: string): Answer => html(text, 'application/xml');

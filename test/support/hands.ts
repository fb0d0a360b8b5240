import { expect, vi } from 'vitest';

/** What a user does with the page of a test, and what they wait to see. */

/** Milliseconds that a busy machine may take. */
const PATIENCE = 15_000;

/** Waits until the page holds it: the first element that matches and, where given, says `text`. */
export function see(selector: string, text = ''): Promise<HTMLElement> {
  return vi.waitFor(
    () => findOne(selector, text) ?? expect.fail(`no ${selector} “${text}” in ${document.body.innerText}`),
    {
      timeout: PATIENCE,
      interval: 25,
    },
  );
}

export function findOne(selector: string, text = ''): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((one) => said(one).includes(text));
}

/** Waits until nothing on the page matches and says `text`. */
export async function gone(selector: string, text = ''): Promise<void> {
  await vi.waitFor(() => expect(findOne(selector, text)).toBeUndefined(), { timeout: PATIENCE, interval: 25 });
}

/** The text of an element, its parts set apart, after what it is called for those who cannot see it. */
export function said(element: Element): string {
  return [element.getAttribute('aria-label') ?? '', ...textsIn(element)].join(' ').replaceAll(/\s+/g, ' ').trim();
}

function textsIn(node: Node): string[] {
  return [...node.childNodes].flatMap((child) =>
    child.nodeType === Node.TEXT_NODE ? [child.textContent ?? ''] : textsIn(child),
  );
}

export async function click(selector: string, text = ''): Promise<void> {
  (await see(selector, text)).click();
}

export function press(target: HTMLElement, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Types into the field of that label. */
export async function type(label: string, text: string): Promise<void> {
  const field = await vi.waitFor(() => fieldOf(label) ?? expect.fail(`no field ${label}`), {
    timeout: PATIENCE,
    interval: 25,
  });
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  // React overrides the setter of the element to see whether a value is new.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function fieldOf(label: string): HTMLInputElement | HTMLTextAreaElement | undefined {
  const named = [...document.querySelectorAll('label')].find((one) => said(one).startsWith(label));
  const field = named && document.getElementById(named.htmlFor);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined;
}

/** Drags one element onto another, each event a turn of its own, as browsers tell it. */
export async function drag(from: HTMLElement, onto: HTMLElement): Promise<void> {
  const dataTransfer = { setData: () => undefined, effectAllowed: 'none' };
  const steps = [
    [from, 'dragstart'],
    [onto, 'dragover'],
    [onto, 'drop'],
    [from, 'dragend'],
  ] as const;
  for (const [target, name] of steps) {
    target.dispatchEvent(Object.assign(new Event(name, { bubbles: true, cancelable: true }), { dataTransfer }));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

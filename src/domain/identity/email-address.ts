const SHAPE = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}$/;

/** Mailboxes that a function reads, not a person. */
const GENERIC =
  /^(info|kontakt|contact|contacts|mail|office|sales|service|support|hello|hi|admin|webmaster|postmaster|hr|jobs|karriere|career|careers|press|presse|pr|marketing|vertrieb|verkauf|einkauf|buchhaltung|zentrale|empfang|export|market|kefu|fuwu|bd|business|enquir(y|ies)|inquiry|welcome|team|privacy|datenschutz)([._-]?[a-z]{2,3}|\d{0,3})$/;

/**
 * The form under which two spellings of an address are the same: trimmed, lower case.
 * @returns undefined when it is no address.
 * @example normaliseEmail(' Wang.X@Acme.CN ') // 'wang.x@acme.cn'
 */
export function normaliseEmail(text: string): string | undefined {
  const address = text.trim().slice(0, 320).toLowerCase();
  return SHAPE.test(address) ? address : undefined;
}

/** Whether an address (in normal form) belongs to a function such as info@ or sales.cn@. It never identifies a person. */
export function isGenericMailbox(address: string): boolean {
  return GENERIC.test(address.slice(0, address.indexOf('@')));
}

/** Providers that deliver a name with dots and the same name without to one box. */
const DOTS_DO_NOT_COUNT = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address in normal form: without a tag, and without dots where the provider ignores them.
 * @example looseEmail('olivia.grant+crm@gmail.com') // 'oliviagrant@gmail.com'
 */
export function looseEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const [box = ''] = address.slice(0, at).split('+');
  const domain = address.slice(at + 1);
  return `${DOTS_DO_NOT_COUNT.has(domain) ? box.replaceAll('.', '') : box}@${domain}`;
}

import { likeAmounts } from './amount-choices';
import { assignByHeader } from './assign-by-header';
import { assignHeadings } from './assign-headings';
import { assignByContent } from './by-content';
import { assignBySystem } from './assign-by-system';
import { AssignedRoles, type RoleReason } from './assigned-roles';
import { isNameless, lookAt, type ColumnLook } from './column-look';
import type { ColumnSample } from './column-sample';
import type { ColumnRoles } from './roles';
import { matchSystem, type SystemName } from './systems/all-systems';

/** So many names for an id are no spellings of one. */
const SURELY_FEWER = 2.5;

export interface Recognition {
  readonly system: SystemName | undefined;
  readonly roles: ColumnRoles;
  /** For each column, undefined where it has no role. */
  readonly why: readonly (RoleReason | undefined)[];
  /** The positions of the columns that could be the amount, whatever they are taken for. */
  readonly likeAmounts: readonly number[];
}

/**
 * What each column of a sales file means. Order-free; columns without a name, or with one name, are told apart by position.
 * A known system decides by its own headers; the rest is decided by header words of seven languages, and cells that do not
 * look like a role rule it out. A role goes to at most one column. Content alone makes a role only where no
 * column has a name, and of a first column whose cells stand above the rows of a customer.
 *
 * Where several columns could be the amount: what was really paid by the buyer (买家实际支付金额, 实付), received (实收),
 * billed with tax (价税合计, TTC, brutto), the line's amount, total, amount, order total or net, revenue, sums and
 * receivables, without tax, received so far; one that repeats on the lines of an order gives way to one that does not; never
 * a price, tax, shipping, discount, balance or cost. The date: of the order, of the sale, of the document or invoice,
 * plain, of booking, of the contract, of issue, of creation, of completion; of payment only when nothing else; never due,
 * delivery, birth or change. The customer: a customer's name, a company, a short name or dealer, a buyer's name in a shop,
 * a person; a consignee or a bare 'Name' only when nothing else. Two equals for customer, date or amount: none.
 * @example recogniseColumns([{ name: '客户', values: ['甲'] }, { name: '金额', values: ['12.50'] }]).roles // ['customer', 'amount']
 */
export function recogniseColumns(columns: readonly ColumnSample[]): Recognition {
  const looks = lookAt(columns);
  const system = matchSystem(columns.map(({ name }) => name));
  const assigned = new AssignedRoles(columns.length);
  if (system) assignBySystem(system, looks, assigned);
  assignByHeader(
    looks.filter(({ position }) => assigned.isFree(position)),
    assigned,
  );
  if (looks.every(isNameless)) assignByContent(looks, assigned);
  if (!assigned.has('customer', 'customerId')) assignHeadings(looks, assigned);
  if (!assigned.has('customer', 'customerId')) assignMail(looks, assigned);
  dropFalseId(looks, assigned);
  return { system: system?.name, roles: assigned.roles, why: assigned.why, likeAmounts: likeAmounts(looks) };
}

/** Shops know many a customer only by the mail address. */
function assignMail(looks: readonly ColumnLook[], assigned: AssignedRoles): void {
  const mails = looks.filter(
    ({ header, content, position }) => assigned.isFree(position) && content.contacts && MAIL.test(header.whole),
  );
  const [only] = mails;
  if (only && mails.length === 1)
    assigned.give(only.position, 'customer', { by: 'content', word: only.name, score: 0.5 });
}

const MAIL =
  /^(?:(?:customer|client|buyer|billing|account|contact|user|kunden|payer)?e?mail(?:address|adresse)?|(?:客户|买家|顾客|用户|会员)?(?:邮箱|电子邮件)(?:地址)?)$/;

/** An id that is the same for many customers is none of theirs: an account in the books, a group. */
function dropFalseId(looks: readonly ColumnLook[], assigned: AssignedRoles): void {
  const [id, name] = [assigned.roles.indexOf('customerId'), assigned.roles.indexOf('customer')];
  if (id < 0 || name < 0 || assigned.why[id]?.by === 'system') return;
  const different = (place: number): number => new Set(looks[place]?.values.filter((cell) => cell !== '')).size;
  if (different(id) > 0 && different(id) * SURELY_FEWER <= different(name)) assigned.take(id);
}

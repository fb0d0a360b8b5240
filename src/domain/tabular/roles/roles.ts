/** What a column of a sales file can mean. The codes stand in files, addresses and notebooks: spelled once, here. */
export const ROLES = [
  'customer',
  'customerId',
  'date',
  'orderId',
  'amount',
  'quantity',
  'unitPrice',
  'product',
  'productLine',
  'refund',
  'status',
  'salesperson',
  'industry',
  'region',
  'channel',
  'cost',
  'profit',
  'paidDate',
  'dueDate',
  'reason',
  'currency',
] as const;

export type Role = (typeof ROLES)[number];

/** Role of each column, by its position. Columns without one are kept as text. A role belongs to at most one column. */
export type ColumnRoles = readonly (Role | undefined)[];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/**
 * What a mapping lacks before customers can be ranked: `customer` (or an id), `date`, and `amount` (or quantity and unit
 * price). Empty when it is enough.
 */
export function missingRoles(roles: ColumnRoles): readonly Role[] {
  const has = (role: Role): boolean => roles.includes(role);
  return [
    ...(has('customer') || has('customerId') ? [] : (['customer'] as const)),
    ...(has('date') ? [] : (['date'] as const)),
    ...(has('amount') || (has('quantity') && has('unitPrice')) ? [] : (['amount'] as const)),
  ];
}

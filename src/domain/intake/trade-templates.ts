/** A field that a trade asks of a client's requirement. Its words: `trades:field.<name>`, of a choice `trades:choice.<value>`. */
export interface TradeField {
  readonly name: string;
  readonly type: 'text' | 'number' | 'money' | 'date' | 'choice';
  readonly choices?: readonly string[];
}

export interface TradeTemplate {
  readonly trade: string;
  readonly fields: readonly TradeField[];
}

/**
 * What the intention letter (客户意向书) asks, by trade. Leasing is the source's own: area, orientation, floor; what a tenant
 * is asked besides, and the other trades, are ours. @source domain.md §2.3
 */
export const TRADE_TEMPLATES: readonly TradeTemplate[] = [
  {
    trade: 'leasing',
    fields: [
      { name: 'area', type: 'number' },
      { name: 'orientation', type: 'choice', choices: ['north', 'east', 'south', 'west', 'any'] },
      { name: 'floor', type: 'text' },
      { name: 'rent', type: 'money' },
      { name: 'moveIn', type: 'date' },
    ],
  },
  {
    trade: 'wholesale',
    fields: [
      { name: 'assortment', type: 'text' },
      { name: 'volume', type: 'number' },
      { name: 'packaging', type: 'text' },
      { name: 'delivery', type: 'choice', choices: ['delivered', 'collected'] },
      { name: 'settlement', type: 'choice', choices: ['cash', 'monthly', 'prepaid'] },
    ],
  },
  {
    trade: 'equipment',
    fields: [
      { name: 'duty', type: 'text' },
      { name: 'quantity', type: 'number' },
      { name: 'site', type: 'text' },
      { name: 'commissioning', type: 'date' },
      { name: 'budget', type: 'money' },
    ],
  },
  {
    trade: 'services',
    fields: [
      { name: 'scope', type: 'text' },
      { name: 'people', type: 'number' },
      { name: 'start', type: 'date' },
      { name: 'term', type: 'number' },
      { name: 'level', type: 'choice', choices: ['standard', 'extended', 'all-day'] },
    ],
  },
];

/** What stands on a custom field that a template brought, so that it is not brought twice. @example 'leasing/area' */
export function templateMark(trade: string, field: string): string {
  return `${trade}/${field}`;
}

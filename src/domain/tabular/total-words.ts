const WORDS =
  '合计|总计|小计|共计|总额|本页合计|本页小计|累计|總計|合計|小計|總額|総計|総合計|' +
  'total|totals|grand total|sub-?total|sum|summe|gesamt|gesamtsumme|gesamtergebnis|zwischensumme|ergebnis|endsumme|' +
  'sous-total|total général|total general|suma|importe total';
const ALONE = new RegExp(`^(?:${WORDS})\\s?[:：]?(?:\\s?\\(\\d{1,9}\\))?$`, 'i');
/** 甲公司 小计, Total for Acme Ltd, Acme Ltd Total, 合计：1,200.00. */
const INSIDE = new RegExp(
  `^(?:(?:grand |sub-?)?totals? (?:for|of|-)\\s.{1,80}|.{1,80}[\\s_-](?:sub-?total|total|ergebnis|summe)|.{0,60}(?:合计|总计|小计|總計|合計|小計|汇总)[:：]?|(?:合计|总计|小计|總計|合計|小計)[:：（(].{0,60})$`,
  'i',
);

/** In every such cell of plain Latin letters. */
export const LATIN_TOTAL = /total|sum|gesamt|ergebnis/i;

/** Whether a cell says that its row sums up others: 合计, Total, 甲公司 小计, Total for Acme. */
export function isTotalWord(cell: string): boolean {
  if (cell.length > 100) return false;
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return ALONE.test(text) || INSIDE.test(text);
}

const OF =
  /^(?:total|totals|sum|summe|gesamt|zwischensumme|sous-total|合计|总计|小计|合計|總計|小計)[\s:：](.{1,80})$/i;

/** What a cell such as `Total Acme Ltd` says it sums up, if it does: that stands in the same column above it. */
export function summedIn(cell: string): string | undefined {
  return cell.length > 100 ? undefined : OF.exec(cell.trim())?.[1]?.trim();
}

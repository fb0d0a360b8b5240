import { isoText } from './iso-text';
import { numberFormatOf, type NumberFormat } from './number-format';
import { numberText } from './number-text';
import type { Sheet } from './sheet';
import { SheetBuilder, type CellBudget } from './sheet-builder';
import { WorkbookFault } from './workbook-fault';
import { isTrue } from './workbook-parts';
import type { XmlHandler, XmlScanner } from './xml-scanner';

const GENERAL = numberFormatOf('General');
/** Formats that have a name instead of a code. Of the rest only the looks are known. */
const NAMED: Readonly<Record<string, string>> = {
  'General Date': 'yyyy-mm-dd h:mm',
  'Long Date': 'yyyy-mm-dd',
  'Medium Date': 'yyyy-mm-dd',
  'Short Date': 'yyyy-mm-dd',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm',
  'Short Time': 'h:mm',
  Percent: '0%',
  'Euro Currency': '€0',
  Currency: 'General',
  Standard: 'General',
  Fixed: 'General',
  Scientific: 'General',
};

/** Reads SpreadsheetML of 2003. @throws WorkbookFault beyond the limits or for places that are none. */
export class XmlSheetsScan implements XmlHandler {
  readonly sheets: Sheet[] = [];
  isWorkbook = false;
  wantsText = false;
  private readonly budget: CellBudget;
  private readonly formats = new Map<string, NumberFormat>();
  private style = '';
  private name = '';
  private builder: SheetBuilder | undefined;
  private row = -1;
  private nextRow = 0;
  private column = -1;
  private nextColumn = 0;
  private format = GENERAL;
  private type = '';
  private value = '';
  private date1904 = false;
  private isFiltered = false;
  private isHidden = false;
  private isPivot = false;
  private isInComment = false;

  constructor(budget: CellBudget) {
    this.budget = budget;
  }

  open(name: string, tag: XmlScanner): void {
    if (this.builder) this.openInSheet(name, tag);
    else if (name === 'Workbook') this.isWorkbook = true;
    else if (name === 'Date1904') this.date1904 = true;
    else if (name === 'Style') this.style = tag.attribute('ID') ?? '';
    else if (name === 'NumberFormat') {
      const code = tag.attribute('Format') ?? '';
      this.formats.set(this.style, numberFormatOf(NAMED[code] ?? code));
    } else if (name === 'Worksheet') this.openSheet(tag);
  }

  close(name: string): void {
    if (name === 'Comment') this.isInComment = false;
    else if (this.isInComment) return;
    else if (this.wantsText && (name === 'Data' || name === 'Visible')) this.closeText(name);
    else if (name === 'Worksheet') this.closeSheet();
  }

  text(text: string): void {
    this.value += text;
  }

  private openSheet(tag: XmlScanner): void {
    this.name = tag.attribute('Name') ?? '';
    this.builder = new SheetBuilder(this.budget);
    this.nextRow = 0;
    this.isFiltered = false;
    this.isHidden = false;
    this.isPivot = false;
  }

  private openInSheet(name: string, tag: XmlScanner): void {
    if (this.isInComment) return;
    if (name === 'Row') this.openRow(tag);
    else if (name === 'Cell') this.openCell(tag);
    else if (name === 'Data' || name === 'Visible') {
      this.type = tag.attribute('Type') ?? 'String';
      this.value = '';
      this.wantsText = true;
    } else if (name === 'Comment') this.isInComment = true;
    else if (name === 'PivotTable') this.isPivot = true;
    else if (name === 'AutoFilterColumn') this.isFiltered ||= tag.attribute('Type') !== 'All';
  }

  private openRow(tag: XmlScanner): void {
    this.row = placeOf(tag.attribute('Index'), this.nextRow);
    const span = Number(tag.attribute('Span') ?? 0);
    this.nextRow = this.row + 1 + (Number.isInteger(span) && span > 0 ? span : 0);
    this.nextColumn = 0;
    if (isTrue(tag.attribute('Hidden'))) this.builder?.hide(this.row);
  }

  private openCell(tag: XmlScanner): void {
    this.column = placeOf(tag.attribute('Index'), this.nextColumn);
    this.format = this.formats.get(tag.attribute('StyleID') ?? '') ?? GENERAL;
    const across = spanOf(tag.attribute('MergeAcross'));
    const down = spanOf(tag.attribute('MergeDown'));
    this.nextColumn = this.column + 1 + across;
    const { row: top, column: left } = this;
    if (across + down > 0) this.builder?.merge({ top, left, bottom: top + down, right: left + across });
  }

  private closeText(name: string): void {
    this.wantsText = false;
    if (name === 'Visible') this.isHidden = /hidden/i.test(this.value);
    else if (this.row < 0 || this.column < 0) throw new WorkbookFault('damaged', 'a cell outside of a row');
    else if (this.value !== '') this.builder?.put(this.row, this.column, this.cellText());
  }

  private cellText(): string {
    switch (this.type) {
      case 'Number':
        return numberText(this.value, this.format, this.date1904);
      case 'DateTime':
        return isoText(this.value);
      case 'Boolean':
        return isTrue(this.value.trim()) ? 'TRUE' : 'FALSE';
      case 'Error':
        return '';
      default:
        return this.value;
    }
  }

  private closeSheet(): void {
    const named = { name: this.name, hidden: this.isHidden, isPivot: this.isPivot };
    if (this.builder) this.sheets.push(this.builder.finish(named, () => this.isFiltered));
    this.builder = undefined;
    this.row = -1;
  }
}

/** From a place that counts from 1, or the next one. */
function placeOf(index: string | undefined, next: number): number {
  const place = index === undefined ? next : Number(index) - 1;
  if (!Number.isInteger(place) || place < 0) throw new WorkbookFault('damaged', `place ${index}`);
  return place;
}

function spanOf(given: string | undefined): number {
  const span = Number(given ?? 0);
  return Number.isInteger(span) && span > 0 ? span : 0;
}

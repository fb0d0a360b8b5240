import { labelOf } from './zip-entries';
import type { XmlHandler, XmlScanner } from './xml-scanner';

/** What one part of the archive says of another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, in lower case: `worksheet`, `sharedstrings`, `pivottable`. */
  readonly type: string;
  /** The name under which the other part is looked up. */
  readonly target: string;
}

/** Reads a `.rels` part; what points out of the archive is left out. */
export class RelationsScan implements XmlHandler {
  readonly relations: Relation[] = [];
  wantsText = false;
  private readonly folder: string;

  /** @param part the part whose relations these are; empty for those of the archive. */
  constructor(part: string) {
    this.folder = part.slice(0, part.lastIndexOf('/') + 1);
  }

  open(name: string, tag: XmlScanner): void {
    if (name !== 'Relationship' || tag.attribute('TargetMode')?.toLowerCase() === 'external') return;
    const type = (tag.attribute('Type') ?? '').toLowerCase();
    this.relations.push({
      id: tag.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: this.resolved(tag.attribute('Target') ?? ''),
    });
  }

  close(): void {}

  text(): void {}

  private resolved(target: string): string {
    const whole = /^[/\\]/.test(target) ? target : `${this.folder}${target}`;
    const steps: string[] = [];
    for (const step of labelOf(whole).split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '.' && step !== '') steps.push(step);
    }
    return steps.join('/');
  }
}

/** Where the relations of a part stand. */
export function relationsName(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** A sheet as the workbook lists it. `relation` names the part that holds it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/** Reads `workbook.xml`: the sheets in their order, and the calendar. */
export class WorkbookScan implements XmlHandler {
  readonly sheets: ListedSheet[] = [];
  date1904 = false;
  isWorkbook = false;
  wantsText = false;

  open(name: string, tag: XmlScanner): void {
    if (name === 'workbook') this.isWorkbook = true;
    if (name === 'workbookPr') this.date1904 = isTrue(tag.attribute('date1904'));
    if (name !== 'sheet') return;
    const state = tag.attribute('state') ?? 'visible';
    this.sheets.push({
      name: tag.attribute('name') ?? '',
      hidden: state !== 'visible',
      relation: tag.attribute('id') ?? '',
    });
  }

  close(): void {}

  text(): void {}
}

/** How XML says yes. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

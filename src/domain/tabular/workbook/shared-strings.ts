import type { WorkbookLimits } from './sheet';
import { WorkbookFault } from './workbook-fault';
import type { XmlHandler } from './xml-scanner';

/** Reads `sharedStrings.xml`: each text once, runs of different looks joined, readings of characters left out. */
export class SharedStringsScan implements XmlHandler {
  readonly texts: string[] = [];
  wantsText = false;
  private readonly limit: number;
  private value = '';
  private isReading = false;

  constructor({ sharedStrings }: Pick<WorkbookLimits, 'sharedStrings'>) {
    this.limit = sharedStrings;
  }

  open(name: string): void {
    if (name === 'si') this.value = '';
    else if (name === 'rPh') this.isReading = true;
    else if (name === 't') this.wantsText = !this.isReading;
  }

  close(name: string): void {
    if (name === 't') this.wantsText = false;
    else if (name === 'rPh') this.isReading = false;
    else if (name === 'si') this.finish();
  }

  text(text: string): void {
    this.value = this.value === '' ? text : this.value + text;
  }

  private finish(): void {
    if (this.texts.length >= this.limit) throw new WorkbookFault('too-large', 'shared strings');
    // Joining and cutting makes a copy: else each text would keep alive the piece of the file it stood in.
    this.texts.push(` ${unescaped(this.value)}`.slice(1));
  }
}

/** Characters that XML cannot hold are written `_x000D_`, and a `_` before such a text `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

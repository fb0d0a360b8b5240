import { builtinCode, numberFormatOf, type NumberFormat } from './number-format';
import type { XmlHandler, XmlScanner } from './xml-scanner';

const GENERAL = numberFormatOf('General');

/** Reads `styles.xml`: which number format a cell of a style has. Formats are understood when first asked for. */
export class StylesScan implements XmlHandler {
  wantsText = false;
  private section = '';
  private readonly codes = new Map<number, string>();
  private readonly styles: number[] = [];
  private readonly formats = new Map<number, NumberFormat>();
  private readonly byStyle: NumberFormat[] = [];

  open(name: string, tag: XmlScanner): void {
    if (name === 'cellXfs' || name === 'numFmts') this.section = name;
    else if (name === 'xf' && this.section === 'cellXfs') this.styles.push(Number(tag.attribute('numFmtId') ?? 0));
    else if (name === 'numFmt' && this.section === 'numFmts')
      this.codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
  }

  close(name: string): void {
    if (name === this.section) this.section = '';
  }

  text(): void {}

  /** A style that the file does not have is General. @param style as a cell names it; none is the first. */
  formatOf(style: string | undefined): NumberFormat {
    const index = Number(style ?? 0);
    const known = this.byStyle[index];
    if (known) return known;
    const id = this.styles[index];
    if (id === undefined) return GENERAL;
    const format = this.formats.get(id) ?? numberFormatOf(this.codes.get(id) ?? builtinCode(id));
    this.formats.set(id, format);
    this.byStyle[index] = format;
    return format;
  }
}

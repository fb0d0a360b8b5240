const BLANK = 32;
const QUOTE = 34;
const EQUALS = 61;
const GREATER = 62;
const R = 114;
const S = 115;
const T = 116;
const C = 99;

/** `<c r="B2" s="1" t="s"><v>12</v></c>`: the cell that nearly all cells are. */
export class PlainCell {
  place = '';
  style: string | undefined;
  type = 'n';
  value = '';

  /** @returns the place behind the cell, or -1 when it is written in any other way or its end has not come. */
  read(text: string, start: number): number {
    if (text.charCodeAt(start + 1) !== C || text.charCodeAt(start + 2) !== BLANK) return -1;
    const from = this.attributes(text, start + 3);
    if (from === -1 || !text.startsWith('<v>', from)) return -1;
    const end = text.indexOf('<', from + 3);
    if (end === -1 || !text.startsWith('</v></c>', end)) return -1;
    this.value = text.slice(from + 3, end);
    return end + 8;
  }

  /** Behind the `>` of the tag. Each of r, s and t at most once, r always, one blank before each. */
  private attributes(text: string, start: number): number {
    let seen = 0;
    this.style = undefined;
    this.type = 'n';
    for (let at = start; ; at++) {
      const name = text.charCodeAt(at);
      const bit = bitOf(name);
      if (bit === 0 || (seen & bit) !== 0) return -1;
      if (text.charCodeAt(at + 1) !== EQUALS || text.charCodeAt(at + 2) !== QUOTE) return -1;
      const end = text.indexOf('"', at + 3);
      if (end === -1) return -1;
      seen |= bit;
      this.set(name, text.slice(at + 3, end));
      at = end + 1;
      const next = text.charCodeAt(at);
      if (next === GREATER) return (seen & 1) === 1 ? at + 1 : -1;
      if (next !== BLANK) return -1;
    }
  }

  private set(name: number, value: string): void {
    if (name === R) this.place = value;
    else if (name === S) this.style = value;
    else this.type = value;
  }
}

function bitOf(name: number): number {
  if (name === R) return 1;
  if (name === S) return 2;
  return name === T ? 4 : 0;
}

import { BlockBuilder, type BlockSink } from './cell-block';

const BYTES = 1 << 20;

/** Rows that are texts already, as blocks of UTF-8 bytes. Blank rows are left out. */
export class RowEncoder {
  private readonly encoder = new TextEncoder();
  private readonly block: BlockBuilder;
  private bytes = new Uint8Array(BYTES);
  private used = 0;

  constructor(onBlock: BlockSink) {
    this.block = new BlockBuilder(onBlock);
  }

  add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      for (const text of row) this.cell(text);
      if (this.block.endRow() || this.used > BYTES / 2) this.flush();
    }
  }

  flush(): void {
    this.block.flush(this.bytes.slice(0, this.used));
    this.used = 0;
  }

  private cell(text: string): void {
    const most = this.used + text.length * 3;
    if (most > this.bytes.length) {
      const larger = new Uint8Array(most * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const { written } = this.encoder.encodeInto(text, this.bytes.subarray(this.used));
    this.block.cell(this.used, this.used + written);
    this.used += written;
  }
}

/** What a picture says of itself when it stands alone: what it is called, and what its figures mean and come from. */
export interface ChartCaption {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface CaptionLook {
  readonly dark: boolean;
  readonly fontFamily: string;
}

interface CaptionText {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  /** The base line, from the top of the whole. */
  readonly y: number;
}

/** Where everything of a captioned picture stands, in pixels. */
export interface CaptionLayout {
  readonly texts: readonly CaptionText[];
  /** Where the picture begins. */
  readonly top: number;
  readonly height: number;
}

const TITLE = { size: 14, weight: 600, line: 20 };
const LINE = { size: 10, weight: 400, line: 14 };
const GAP = 6;
/** Narrower pictures get no narrower lines. */
const LEAST_WIDTH = 120;
/** A line of a caption that goes on for longer is cut. */
const MOST_LINES = 12;
/** Parts of a line that are not taken apart: a character of Chinese, or what stands between spaces and such. */
const PIECES = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]{1,24}\s*|\s+/gu;
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u;

/** The title above a picture, the lines below it, broken so that they are no wider than the picture. */
export function layOutCaption({ title, lines }: ChartCaption, width: number, height: number): CaptionLayout {
  const room = Math.max(width, LEAST_WIDTH);
  const above = brokenLines(title, room / TITLE.size);
  const top = above.length * TITLE.line + GAP;
  const below = lines.flatMap((line) => brokenLines(line, room / LINE.size));
  const start = top + height + (below.length > 0 ? GAP : 0);
  return {
    texts: [
      ...above.map((text, i) => ({ text, ...styleOf(TITLE), y: (i + 1) * TITLE.line - GAP })),
      ...below.map((text, i) => ({ text, ...styleOf(LINE), y: start + (i + 1) * LINE.line - 4 })),
    ],
    top,
    height: start + below.length * LINE.line,
  };
}

/** The colour of the words, as in the picture. */
export function captionColour({ dark }: CaptionLook): string {
  return dark ? '#d5d9de' : '#30353b';
}

/** @param room what fits on a line, in widths of a Chinese character; others count for six tenths of that. */
function brokenLines(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    const width = WIDE.test(piece) ? 1 : piece.trimEnd().length * 0.6;
    if (used + width > room && line.trim() !== '') {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    line += piece;
    used += WIDE.test(piece) ? 1 : piece.length * 0.6;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
}

function styleOf({ size, weight }: typeof TITLE): { readonly size: number; readonly weight: number } {
  return { size, weight };
}

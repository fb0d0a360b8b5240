import type { QrMatrix } from '@/src/domain/exchange/qr-card';

/** Modules of white that a scanner needs around the code. */
const QUIET = 4;

interface Props {
  readonly matrix: QrMatrix;
  /** What a person who cannot see it is told. */
  readonly label: string;
  /** Side in CSS pixels; 240 when not given. */
  readonly size?: number;
}

/** A QR code, dark on white whatever the theme: scanners do not read it the other way round. */
export function QrCode({ matrix, label, size = 240 }: Props) {
  const side = matrix.length + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(matrix)} fill="#000" />
    </svg>
  );
}

/** One stroke for each run of dark modules in a row. */
function pathOf(matrix: QrMatrix): string {
  return matrix
    .flatMap((row, y) =>
      row.map((isDark, x) => {
        if (!isDark || row[x - 1]) return '';
        const end = row.indexOf(false, x);
        return `M${x + QUIET} ${y + QUIET}h${(end < 0 ? row.length : end) - x}v1H${x + QUIET}z`;
      }),
    )
    .join('');
}

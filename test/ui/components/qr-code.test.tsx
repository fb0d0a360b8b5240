import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { qrMatrix } from '@/src/domain/exchange/qr-card';
import { QrCode } from '@/src/ui/components/qr-code';

describe('QrCode', () => {
  it('draws every dark module, and no other, inside four modules of white', () => {
    const matrix = qrMatrix('王晓岚');
    const html = renderToStaticMarkup(<QrCode matrix={matrix} label="王晓岚" />);
    const drawn = [...html.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)].flatMap(([, x, y, width, back]) =>
      Array.from({ length: Number(width) }, (_, i) => (x === back ? `${Number(x) + i - 4},${Number(y) - 4}` : 'open')),
    );
    const dark = matrix.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));

    expect(drawn).toEqual(dark);
    expect(html).toContain(`viewBox="0 0 ${matrix.length + 8} ${matrix.length + 8}"`);
    expect(html).toContain('role="img" aria-label="王晓岚"');
    expect(html).toContain('fill="#fff"');
  });
});

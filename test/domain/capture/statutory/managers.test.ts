import { describe, expect, it } from 'vitest';
import { namesIn } from '@/src/domain/capture/statutory/managers';

describe('namesIn', () => {
  it.each([
    ['Annegret Tannenfels', ['Annegret Tannenfels']],
    ['Dipl.-Ing. Ulf Hagebrook, Dr. Mareike Lindhorst', ['Dipl.-Ing. Ulf Hagebrook', 'Dr. Mareike Lindhorst']],
    ['Leonhard Birkenau und Henrike Birkenau', ['Leonhard Birkenau', 'Henrike Birkenau']],
    ['Thea Sommerlad (Sprecherin), Ansgar Pohl', ['Thea Sommerlad', 'Ansgar Pohl']],
    ['Geschäftsführer Ole Jepsen, Prokuristin Wiebke Harms', ['Ole Jepsen']],
    ['Amelie von Rabenau', ['Amelie von Rabenau']],
    ['Swantje Albers e.K.', ['Swantje Albers']],
    ['Hagebrook Verwaltungs-GmbH', []],
    ['HRB 12345, Amtsgericht Marburg', []],
    ['siehe unten', []],
  ])('finds in %j the names %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

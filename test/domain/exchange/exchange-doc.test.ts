import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/src/domain/exchange/formats/presets';
import { SHEET_WORDS } from '@/src/domain/exchange/formats/sheet-words';
import { documented } from '@/test/support/exchange-doc';

const lines = readFileSync(new URL('../../../docs/exchange.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.replace(/\s+/g, ' ').trim());

describe('docs/exchange.md', () => {
  it.each(PRESETS.map((preset) => [preset.format, preset] as const))(
    'says of each heading of %s where it lands',
    (_, preset) => {
      const start = lines.indexOf(`### ${preset.format}`);
      const section = lines.slice(
        start,
        lines.findIndex((line, i) => i > start && line.startsWith('##')),
      );
      const expected = documented(preset);
      const said = section.filter((line) => line.startsWith('| `') || /^(###|Not taken|Passed over)/.test(line));

      expect(said).toEqual(expected);
    },
  );

  it.each(SHEET_WORDS.map((word) => [word.meaning, word] as const))(
    'names the headings of sheets for %s',
    (meaning, { words }) => {
      expect(
        lines.some((line) => line.startsWith(`| ${meaning.replace('.', ' ')}`) && line.endsWith(`| ${words} |`)),
      ).toBe(true);
    },
  );
});

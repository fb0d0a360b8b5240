import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { table } from '@/src/domain/analysis/result';
import { MOST_ROWS, withoutRawRows, type DocumentPart, type NotebookDocument } from '@/src/ui/export/notebook-document';
import { writeHtml } from '@/src/ui/export/write-html';

const LABELS = {
  provenance: 'Where it comes from',
  definitions: 'Definitions',
  filter: 'Find',
  what: 'What',
  text: 'Text',
  cut: (kept: number, all: number) => `${kept} of ${all}`,
};

function documentOf(...parts: DocumentPart[]): NotebookDocument {
  return { language: 'zh-CN', title: '谁带来收入', parts, provenance: ['sales.csv <b>'], labels: LABELS };
}

function tableOf(rows: readonly (readonly string[])[], isRaw = false): DocumentPart {
  return {
    kind: 'table',
    id: 'top',
    caption: '前几名',
    headers: ['客户', '金额'],
    table: table({ key: 'text', value: 'money' }, rows),
    shown: rows,
    isRaw,
  };
}

describe('a notebook as one page', () => {
  it('allows the program inside and nothing else', () => {
    const html = writeHtml(documentOf(), {}, 'start();\n');
    const script = html.match(/<script>([\s\S]*?)<\/script>/)?.[1] ?? '';

    expect(script).toBe('start();');
    expect(html).toContain(
      `content="default-src 'none'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('keeps hostile text as text', () => {
    const hostile = '</script><img src=x onerror=alert(1)>';
    const html = writeHtml(
      documentOf(
        tableOf([[hostile, '1.00']]),
        { kind: 'prose', markdown: `${hostile} ![x](http://a.example/x.png) [go](javascript:alert(1))` },
        { kind: 'chart', id: 'c', title: hostile, spec: {}, isRaw: false },
        { kind: 'value', text: hostile },
      ),
      { c: { data: hostile } },
      `const end = "</script><b>";`,
    );

    expect(html.match(/<img/g)).toBeNull();
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('href="javascript');
    expect(html).not.toContain('a.example');
    expect(JSON.parse(html.match(/id="charts">(.*?)<\/script>/)?.[1] ?? '')).toEqual({ c: { data: hostile } });
  });

  it('is the same to the byte for the same results', () => {
    const make = (): string => writeHtml(documentOf(tableOf([['甲', '1.00']])), { a: { width: 1 } }, 'x');

    expect(make()).toBe(make());
  });

  it('cuts long tables and says so', () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, (_, i) => [`k${i}`, '1']);
    const html = writeHtml(documentOf(tableOf(rows)), {}, 'x');

    expect(html.match(/<tr>/g)).toHaveLength(MOST_ROWS + 1);
    expect(html).toContain(`${MOST_ROWS} of ${MOST_ROWS + 1}`);
  });

  it('leaves out what may hold rows of the file', () => {
    const whole = documentOf(tableOf([['甲', '1']]), tableOf([['乙', '2']], true), { kind: 'value', text: 'x' });

    expect(withoutRawRows(whole).parts).toEqual([tableOf([['甲', '1']])]);
  });
});

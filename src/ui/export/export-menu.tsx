import { Button, Checkbox, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawKeys } from '@/src/domain/notebook/graph';
import { writeNotebook } from '@/src/domain/notebook/notebook';
import { useInterface } from '../app-context';
import { loadCharts } from '../charts/load-charts';
import { chartsOf, tablesOf, withoutRawRows, type NotebookDocument } from './notebook-document';
import { useDocument, type ShownNotebook } from './use-document';

/** Saves a notebook with its results as one page or one workbook, or its text alone. */
export function ExportMenu({ name, shown }: { name: string; shown: ShownNotebook }) {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation('analysis-page');
  const [withRaw, setWithRaw] = useState(false);
  const [busy, setBusy] = useState(false);
  const documentOf = useDocument();
  const save = async (ending: string, make: (document: NotebookDocument) => Promise<Blob>): Promise<void> => {
    setBusy(true);
    try {
      const whole = documentOf(shown);
      const blob = await make(withRaw ? whole : withoutRawRows(whole));
      app.host.saveFile(`${name}.${ending}`, blob);
      tell({ text: t('exported', { name: `${name}.${ending}`, bytes: format.bytes(blob.size) }) });
    } finally {
      setBusy(false);
    }
  };
  const page = async (document: NotebookDocument): Promise<Blob> => {
    const [{ writeHtml }, { compileCharts }] = await Promise.all([import('./write-html'), loadCompiler()]);
    const charts = compileCharts(chartsOf(document), format.language);
    return new Blob([writeHtml(document, charts, await app.reports.program())], { type: 'text/html' });
  };
  const workbook = (document: NotebookDocument): Promise<Blob> =>
    app.reports.workbook([
      ...tablesOf(document).map(({ caption, headers, table }) => ({ name: caption, headers, table })),
      definitionsSheet(document),
    ]);
  const text = async (): Promise<Blob> => new Blob([writeNotebook(shown.notebook)], { type: 'text/markdown' });
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick>
      <Menu.Target>
        <Button variant="default" size="sm" loading={busy} data-action="export">
          {t('exportAs')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('html', page)} data-export="html">
          {t('exportHtml')}
        </Menu.Item>
        <Menu.Item onClick={() => void save('xlsx', workbook)}>{t('exportXlsx')}</Menu.Item>
        <Menu.Item onClick={() => void save('md', text)}>{t('exportText')}</Menu.Item>
        {rawKeys(shown.notebook).size > 0 && (
          <Checkbox
            p="xs"
            size="sm"
            maw={280}
            label={t('exportRaw')}
            checked={withRaw}
            onChange={(event) => setWithRaw(event.currentTarget.checked)}
          />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The compiler comes with the drawing engine, which is there when a chart is shown. */
async function loadCompiler() {
  await loadCharts();
  return import('./compile-charts');
}

/** What each figure means and what it was computed from. */
function definitionsSheet({ parts, labels, provenance }: NotebookDocument) {
  const definitions = parts.flatMap((part) =>
    part.kind === 'definition' ? part.lines.map((line) => [part.title, line]) : [],
  );
  const origins = provenance.map((line) => [labels.provenance, line]);
  return {
    name: labels.definitions,
    headers: [labels.what, labels.text],
    table: { columns: ['what', 'text'], types: ['text', 'text'] as const, rows: [...definitions, ...origins] },
  };
}

import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportFormat, PartiesToExport } from '@/src/app/export-parties';
import { useInterface } from '../../app-context';
import { useWords } from '../../components/use-value-text';

const FORMATS: readonly ExportFormat[] = ['vcard-4', 'vcard-3', 'csv'];

/** What the list shows, as a file for an address book or a spreadsheet. */
export function ExportMenu(parties: PartiesToExport) {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('accounts');
  const words = useWords();
  const count = parties.companies.length + parties.people.length;
  const save = (kind: ExportFormat): void => {
    app.parties.export(parties, kind, (key) =>
      key === 'kind' || key === 'company' || key === 'person'
        ? t(`exportWord.${key}`)
        : words(`capture:field.${key}`, key),
    );
    tell({ text: t('exported', { count, number: format.count(count) }) });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" disabled={count === 0}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((kind) => (
          <Menu.Item key={kind} onClick={() => save(kind)}>
            {t(`exportFormat.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

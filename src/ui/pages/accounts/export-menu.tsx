import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportFormat } from '@/src/app/export-parties';
import { useInterface } from '../../app-context';
import { useExportHeading } from '../../components/use-export-heading';

/** All companies and people as a file for an address book, a spreadsheet or another program. */
export function ExportMenu() {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('accounts');
  const heading = useExportHeading();
  const [busy, setBusy] = useState(false);
  const save = async (kind: ExportFormat): Promise<void> => {
    setBusy(true);
    const count = await app.parties.export(kind, heading).finally(() => setBusy(false));
    tell({ text: t('exported', { count, number: format.count(count) }) });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" loading={busy}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {EXPORT_FORMATS.map((kind) => (
          <Menu.Item key={kind} onClick={() => void save(kind)}>
            {t(`exportFormat.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

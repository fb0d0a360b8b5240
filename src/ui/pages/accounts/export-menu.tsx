import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportFormat } from '@/src/app/export-parties';
import { CONTACT_LABELS } from '@/src/domain/parties/contact-values';
import { useInterface } from '../../app-context';
import { useWords } from '../../components/use-value-text';

/** All companies and people as a file for an address book, a spreadsheet or another program. */
export function ExportMenu() {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('accounts');
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const heading = (key: string): string => {
    if (key === 'kind' || key === 'company' || key === 'person') return t(`exportWord.${key}`);
    const label = CONTACT_LABELS.find((one) => one === key);
    return label ? words(`records:label.${label}`, label) : words(`capture:field.${key}`, key);
  };
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

import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenedImport } from './import-session';

/** That several files are read as one, or that they are appended to a dataset. Nothing for one file. */
export function TogetherLead({ state }: { readonly state: OpenedImport }) {
  const { t } = useTranslation('join');
  const { onto, beside } = state;
  if (!onto && beside.length === 0) return null;
  const title = onto ? t('appendTo', { name: onto.name }) : t('several', { count: beside.length + 1 });
  const lead = onto ? t('appendLead', { name: onto.name }) : t('lead');
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }} data-together={beside.length + 1}>
      <b>{title}</b> · {lead}
    </Text>
  );
}

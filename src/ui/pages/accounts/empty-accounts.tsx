import { Anchor, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { company } from '@/src/domain/parties/company.kind';
import { EmptyState } from '../../components/empty-state';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { goTo, hashOf } from '../../shell/route';

/** Nobody on file yet: the three ways to change that. */
export function EmptyAccounts() {
  const { t } = useTranslation('accounts');
  const { t: records } = useTranslation('records');
  const { one } = useKindWords()(company);
  const [adding, setAdding] = useState(false);
  return (
    <EmptyState title={t('title')} text={t('none')}>
      <Group>
        <Button onClick={() => setAdding(true)} data-action="new">
          {records('new', { kind: one })}
        </Button>
        <Anchor href={hashOf(['data', 'contacts'])}>{t('importContacts')}</Anchor>
      </Group>
      {adding && (
        <RecordForm kind={company} onClose={() => setAdding(false)} onMade={(record) => goTo(['accounts', record])} />
      )}
    </EmptyState>
  );
}

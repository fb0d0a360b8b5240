import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { Row } from '@/src/domain/records/record';
import { registration } from '@/src/domain/registration/registration.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { titleIn } from '../../records/use-reading';

/** What a manager can do with rivals besides confirming; each tells what was done, with the way back. */
export function useClaimDecisions(): {
  rejectLater(row: Row): Promise<void>;
  tellApart(first: RecordId, later: RecordId): Promise<void>;
  saveEvidence(record: RecordId): Promise<void>;
} {
  const { app, tell } = useInterface();
  const { t } = useTranslation('claims');
  const sentence = useSentence();
  return {
    rejectLater: async (row) => {
      const done = await app.claims.rejectLater(row.id);
      if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
      return tell({ text: t('rejected', { name: titleIn(registration, row) }), undo: done.value.batchId });
    },
    tellApart: async (first, later) => {
      const done = await app.claims.tellApart(first, later);
      if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
      return tell({ text: t('toldApart'), undo: done.value.batchId });
    },
    saveEvidence: async (record) => {
      const done = await app.claims.export(record);
      if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
      return tell({ text: t('evidenceSaved') });
    },
  };
}

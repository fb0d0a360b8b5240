import { useTranslation } from 'react-i18next';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useFormatWords } from './use-format-words';

/** What a dataset was read from and how, in sentences. */
export function useProvenance(): (dataset: Row<DatasetFields>) => string[] {
  const { format } = useInterface();
  const { t } = useTranslation('data');
  const words = useFormatWords();
  return ({ fields: { file, facts, format: read } }) => [
    t('provenanceText', {
      file: file.name,
      bytes: format.bytes(file.bytes),
      sha256: file.sha256,
      how: words(read),
      used: format.count(facts.used),
      total: format.count(facts.total),
    }),
    t('imported', {
      used: format.count(facts.used),
      total: format.count(facts.total),
      customers: format.count(facts.customers),
      first: facts.firstDay ? format.day(facts.firstDay) : '–',
      last: facts.lastDay ? format.day(facts.lastDay) : '–',
      amount: format.money(facts.amount),
    }),
    ...facts.notices.map((notice) => t(`notice.${notice}`)),
  ];
}

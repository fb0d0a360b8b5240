import { useTranslation } from 'react-i18next';
import type { Row } from '@/src/domain/records/record';
import { sourcesOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { isRole } from '@/src/domain/tabular/roles/roles';
import { SYSTEMS } from '@/src/domain/tabular/roles/systems/all-systems';
import { useInterface } from '../../app-context';
import { useBasisWords } from './use-basis-words';
import { useFactsWords } from './use-facts-words';
import { useFormatWords } from './use-format-words';
import { useConversionWords } from './use-rate-words';

/** What a dataset was read from and how, in sentences. */
export function useProvenance(): (dataset: Row<DatasetFields>) => string[] {
  const { format } = useInterface();
  const { t } = useTranslation(['data', 'shell']);
  const words = useFormatWords();
  const figures = useFactsWords();
  const basis = useBasisWords();
  const converted = useConversionWords();
  const columns = (all: DatasetFields['columns']): string =>
    all
      .flatMap(({ name, role }) => {
        if (role === null || !isRole(role)) return [];
        const on = role === 'amount' ? basis(name) : '';
        const meaning = on === '' ? t(`role.${role}`) : t('provenanceBasis', { role: t(`role.${role}`), basis: on });
        return [t('shell:labelled', { label: meaning, value: name })];
      })
      .join(t('provenanceBetween'));
  return ({ fields }) => {
    const { facts, columns: all, system } = fields;
    const title = SYSTEMS.find(({ name }) => name === system)?.title;
    const isOneOfSeveral = facts.setAside.some(({ reason }) => reason === 'other-currency');
    return [
      ...sourcesOf(fields).map(({ file, format: read, facts: own, used }) =>
        t('provenanceText', {
          file: file.name,
          bytes: format.bytes(file.bytes),
          sha256: file.sha256,
          how: words(read),
          used: format.count(used),
          total: format.count(own.total),
        }),
      ),
      ...(title === undefined ? [] : [t('preview.system', { system: title })]),
      columns(all),
      t('imported', { ...figures(facts) }),
      ...(isOneOfSeveral && facts.currency ? [t('oneCurrency', { currency: facts.currency })] : []),
      ...(facts.conversion ? converted(facts.conversion) : []),
      ...facts.notices.map((notice) => t(`notice.${notice}`)),
    ];
  };
}

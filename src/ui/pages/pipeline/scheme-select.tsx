import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalText, type Followed } from './use-schemes';

/** Which scheme is looked at, each with the number of its open opportunities. */
export function SchemeSelect(props: {
  all: readonly Followed[];
  chosen: Followed;
  onChoose: (scheme: string) => void;
}) {
  const { all, chosen, onChoose } = props;
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const data = all.map(({ scheme, rows }) => ({
    value: scheme.id,
    label: t('schemeCount', {
      title: text(scheme.title),
      count: rows.filter(({ state }) => state === 'open').length,
    }),
  }));
  return (
    <NativeSelect
      size="xs"
      label={t('scheme')}
      value={chosen.scheme.id}
      data={data}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

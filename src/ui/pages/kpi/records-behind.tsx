import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KpiRef } from '@/src/domain/kpi/kpi-facts';
import { useLive } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { titleIn } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';

/** Most shown; the rest is counted. */
const SHOWN = 30;

/** The records that a figure rests on, each a link to itself. */
export function RecordsBehind({ behind }: { behind: readonly KpiRef[] }) {
  const { t } = useTranslation('kpi');
  const wordsOf = useKindWords();
  const first = behind.slice(0, SHOWN);
  const lines = useLive(`behind:${first.map(({ id }) => id).join()}`, async (app) => {
    const rows = await Promise.all(first.map(({ id }) => app.records.row(id)));
    return rows.flatMap((row) => {
      const kind = row && app.kinds.get(row.kind);
      return kind ? [{ kind, id: row.id, title: titleIn(kind, row), address: addressOf(kind, row.id) }] : [];
    });
  });
  if (!lines) return null;
  return (
    <>
      <List listStyleType="none" size="sm">
        {lines.map(({ kind, id, title, address }) => (
          <List.Item key={id}>
            <Anchor href={address} size="sm">
              {title}
            </Anchor>{' '}
            <Text span size="xs" c="dimmed">
              {wordsOf(kind).one}
            </Text>
          </List.Item>
        ))}
      </List>
      {behind.length > SHOWN && <Text size="sm">{t('more', { count: behind.length - SHOWN })}</Text>}
    </>
  );
}

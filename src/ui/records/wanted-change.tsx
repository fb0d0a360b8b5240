import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeRequest, type ChangeRequestRow } from '@/src/domain/records/change-request.kind';
import { splitPath, type Row } from '@/src/domain/records/record';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface } from '../app-context';
import { addressOf } from '../shell/address-of';
import { useKindReading } from './use-kind-reading';

/** What a request wants of a record, value by value; nothing for records of other kinds. */
export function WantedChange({ kind, row }: { kind: Pick<Kind, 'name'>; row: Pick<Row, 'fields'> }) {
  const { app } = useInterface();
  // Safe: a row of this kind holds its fields.
  const wish = row.fields as ChangeRequestRow['fields'];
  const about = app.kinds.get(wish.of ?? '');
  return kind.name === changeRequest.name && about ? <Wanted kind={about} wish={wish} /> : null;
}

function Wanted({ kind, wish }: { kind: Kind; wish: ChangeRequestRow['fields'] }) {
  const { target, what, changes = {} } = wish;
  const { t } = useTranslation('archive');
  const reading = useKindReading(kind);
  if (!reading) return null;
  const { fields, words, reading: values } = reading;
  const lines = Object.entries(changes).map(([path, { before, after }]) => {
    const [name] = splitPath(path);
    const field = fields.find((one) => one.path === path || one.path === name);
    const text = (value: unknown): string => (value === null || !field ? '–' : values.text(field, value));
    return t('wanted', { field: field ? words.field(field) : name, before: text(before), after: text(after) });
  });
  return (
    <Stack gap={2} data-wanted={what}>
      {target !== undefined && (
        <Anchor href={addressOf(kind, target)} size="sm">
          {words.one}
        </Anchor>
      )}
      {what === 'remove' ? (
        <Text size="sm">{t('wantedRemoval')}</Text>
      ) : (
        lines.map((line) => (
          <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Text>
        ))
      )}
    </Stack>
  );
}

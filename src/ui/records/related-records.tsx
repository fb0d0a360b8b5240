import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../app-context';
import { addressOf } from '../shell/address-of';
import { useKindWords } from './kind-words';
import { RecordForm } from './record-form';
import { titleIn } from './use-reading';

/** Most shown of a kind; the rest is in its list. */
const SHOWN = 20;

/** The records that point to one, kind by kind, and the way to add another: the visits to a company, its complaints. */
export function RelatedRecords({ kind, row }: { kind: Kind; row: Row<object> }) {
  const { app } = useInterface();
  const { t } = useTranslation('records');
  const kinds = [...app.kinds.values()].filter((one) => one.view?.room === 'files' && linkTo(one, kind) !== undefined);
  const pointing = useLive(`pointing:${row.id}`, (of) => of.records.pointing(row.id));
  if (!pointing || kinds.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('about')}
      </Title>
      {kinds.map((one) => (
        <RelatedKind
          key={one.name}
          kind={one}
          to={row}
          link={linkTo(one, kind) ?? ''}
          rows={pointing.filter((other) => other.kind === one.name)}
        />
      ))}
    </Stack>
  );
}

function RelatedKind({ kind, to, link, rows }: { kind: Kind; to: Row<object>; link: string; rows: readonly Row[] }) {
  const { t } = useTranslation('records');
  const kindWords = useKindWords()(kind);
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap={2}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {kindWords.all}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={() => setAdding(true)}>
          {t('addFor', { kind: kindWords.one })}
        </Button>
      </Group>
      {rows.slice(0, SHOWN).map((row) => (
        <Group key={row.id} justify="space-between" wrap="nowrap">
          <Anchor href={addressOf(kind, row.id)} size="sm">
            {titleIn(kind, row)}
          </Anchor>
          <Text size="xs" c="dimmed">
            {kindWords.state(row.state)}
          </Text>
        </Group>
      ))}
      {adding && <RecordForm kind={kind} given={{ [link]: to.id }} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

/** The field of `kind` that points to records of `target`. */
function linkTo(kind: Kind, target: Kind): string | undefined {
  return Object.keys(kind.fields).find(
    (name) => kind.fields[name]?.type === 'link' && kind.fields[name].to === target.name,
  );
}

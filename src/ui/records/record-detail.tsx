import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { RecordTimeline } from './record-timeline';
import { RecordValues } from './record-values';
import { RecordWays } from './record-ways';
import { RelatedRecords } from './related-records';
import { titleIn } from './use-reading';
import { useRecordWrites } from './use-record-writes';
import { WantedChange } from './wanted-change';

interface Props {
  readonly kind: Kind;
  readonly row: Row;
  readonly onClose: () => void;
  /** What a kind can have done with a record, before everything that is known of it. */
  readonly actions?: ReactNode;
  /** What a kind shows between its values and what points to it: the people of a company. */
  readonly children?: ReactNode;
}

/** One record beside its list: state, values with their sources, what points to it, what happened to it. */
export function RecordDetail({ kind, row, onClose, actions, children }: Props) {
  const { app, tell } = useInterface();
  const { t: shell } = useTranslation();
  const writes = useRecordWrites(kind);
  const name = titleIn(kind, row);
  const remove = async (): Promise<void> => {
    const fault = await writes.remove([row.id], name);
    if (fault !== undefined) return tell({ text: fault, tone: 'bad' });
    // What was only asked for is still there.
    return (await app.records.row(row.id)) ? undefined : onClose();
  };
  return (
    <Drawer
      opened
      onClose={() => isInFront() && onClose()}
      position="right"
      size="md"
      title={<Text fw={650}>{name}</Text>}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Stack gap="md" data-record={row.id}>
        {kind.states.length > 1 && <RecordWays kind={kind} row={row} />}
        {actions}
        <WantedChange kind={kind} row={row} />
        <RecordValues kind={kind} row={row} />
        {children}
        <RelatedRecords kind={kind} row={row} />
        <RecordTimeline kind={kind} row={row} />
        <Group>
          <Button variant="default" onClick={() => void remove()}>
            {shell('action.delete')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

/** Escape reaches everything that is open: it leaves the dialog in front, and the record behind it stays. */
function isInFront(): boolean {
  return document.querySelectorAll('[aria-modal="true"]').length < 2;
}

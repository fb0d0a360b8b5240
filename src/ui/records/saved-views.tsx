import { Anchor, Button, CloseButton, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { savedView, type SavedViewFields } from '@/src/domain/records/saved-view.kind';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { listOf } from '../shell/address-of';
import { hashOf, readRoute } from '../shell/route';
import { useRows } from './use-reading';
import { useRecordWrites } from './use-record-writes';
import type { Params } from './use-view';

interface Props {
  readonly kind: Kind;
  readonly params: Params;
  readonly onParams: (params: Params) => void;
}

/** The views of this kind that were given a name: addresses to open, and the present one to be named. */
export function SavedViews({ kind, params, onParams }: Props) {
  const { t } = useTranslation('records');
  const [opened, setOpened] = useState(false);
  const rows = useRows(savedView.name);
  // Safe: rows of a kind hold the fields of the kind.
  const all = rows as readonly Row<SavedViewFields>[] | undefined;
  const views = useMemo(() => all?.filter(({ fields }) => fields.of === kind.name) ?? [], [all, kind]);
  const open = (params: Params): void => {
    setOpened(false);
    onParams(params);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false} width={300} position="bottom-start">
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          {t('views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views')}>
        <Stack gap="xs">
          {views.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('noViews')}
            </Text>
          )}
          {views.map((view) => (
            <ViewLine key={view.id} kind={kind} view={view} onOpen={open} />
          ))}
          <NameView kind={kind} params={params} onNamed={() => setOpened(false)} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ViewLine(props: { kind: Kind; view: Row<SavedViewFields>; onOpen: (params: Params) => void }) {
  const { kind, view, onOpen } = props;
  const { tell } = useInterface();
  const { t } = useTranslation('records');
  const { remove } = useRecordWrites(savedView);
  const { title, params } = view.fields;
  const hash = `${hashOf(listOf(kind.name))}?${params}`;
  const open = (event: MouseEvent): void => {
    // With a key held down the address is opened the browser's way, in a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(readRoute(hash).params);
  };
  const drop = async (): Promise<void> => {
    const fault = await remove([view.id]);
    if (fault !== undefined) tell({ text: fault, tone: 'bad' });
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Anchor href={hash} size="sm" onClick={open} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Anchor>
      <CloseButton size="sm" aria-label={t('deleteView', { title })} onClick={() => void drop()} />
    </Group>
  );
}

function NameView({ kind, params, onNamed }: { kind: Kind; params: Params; onNamed: () => void }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('records');
  const sentence = useSentence();
  const [title, setTitle] = useState('');
  const save = async (): Promise<void> => {
    // The view without any wish still needs an address.
    const query = new URLSearchParams(params).toString() || 'as=list';
    const made = await app.records.make(savedView, app.newRecord(), { of: kind.name, title, params: query });
    if (!made.ok) return tell({ text: sentence(made.error), tone: 'bad' });
    setTitle('');
    onNamed();
    return tell({ text: t('viewSaved', { title: title.trim() }), undo: made.value.batchId });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void save();
      }}
    >
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          size="xs"
          label={t('viewName')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={title.trim() === ''}>
          {t('saveView')}
        </Button>
      </Group>
    </form>
  );
}

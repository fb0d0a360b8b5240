import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { PeopleOf } from '@/src/app/read-people';
import type { StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { TIES } from '@/src/domain/people/stakeholder-tie.kind';
import { usePeopleWrites } from './use-people-writes';
import { useSeatWords } from './use-seat-words';

const TYPES = ['reports-to', ...TIES] as const;

interface Props {
  readonly chain: PeopleOf;
  readonly from: StakeholderRow;
  /** Where a line was drawn to, if one was. */
  readonly to?: RecordId | undefined;
  readonly onClose: () => void;
}

/** With whom, and how: what drawing a line with the pointer asks for, and its twin for everybody. */
export function TieForm(props: Props) {
  const { chain, from, onClose } = props;
  const { t } = useTranslation('people');
  const { t: shell } = useTranslation();
  const words = useSeatWords(chain);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connectTitle', { name: words.called(from) })}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Fields {...props} />
    </Modal>
  );
}

function Fields({ chain, from, to, onClose }: Props) {
  const { t } = useTranslation('people');
  const { t: shell } = useTranslation();
  const words = useSeatWords(chain);
  const writes = usePeopleWrites(chain);
  const others = chain.seats.filter(({ id }) => id !== from.id);
  const [other, setOther] = useState<string>(to ?? others[0]?.id ?? '');
  const [type, setType] = useState<string>('reports-to');
  const [fault, setFault] = useState<string>();
  if (others.length === 0) return <Text>{t('nobodyElse')}</Text>;
  const save = async (): Promise<void> => {
    const seat = must(
      others.find(({ id }) => id === other),
      'one of those offered',
    );
    const kind = must(
      TYPES.find((one) => one === type),
      'one of those offered',
    );
    const error = await writes.connect({ from: from.id, to: seat.id, type: kind });
    if (error === undefined) onClose();
    else setFault(error);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <NativeSelect
          label={t('connectHow')}
          data={TYPES.map((value) => ({ value, label: words.tie(value) }))}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data-autofocus
          data-input="type"
        />
        <NativeSelect
          label={t('connectTo')}
          data={others.map((seat) => ({ value: seat.id, label: words.called(seat) }))}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
          data-input="to"
        />
        {fault && <div role="alert">{fault}</div>}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button type="submit" data-action="save-tie">
            {t('connectSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

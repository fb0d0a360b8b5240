import { Autocomplete, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import { stakeholder, type BuyingRole, type StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useKindWords } from '../../records/kind-words';
import { useNames, useViewFields } from '../../records/use-reading';
import { inputText, ValueInput } from '../../records/value-input';
import { usePeopleWrites } from './use-people-writes';
import { useSeatWords } from './use-seat-words';

/** Nothing to be typed here: the page says which account, and the map where. */
const LEFT_OUT = new Set(['company', 'person', 'owner']);

interface Props {
  readonly chain: PeopleOf;
  /** The seat to be edited; undefined for a new one. */
  readonly seat?: StakeholderRow | undefined;
  /** Of a new one: the role that it is added for. */
  readonly role?: BuyingRole | undefined;
  readonly onClose: () => void;
  readonly onAdded?: ((record: string) => void) | undefined;
}

/** A seat of the chain to fill in. Closing it keeps nothing. */
export function SeatForm(props: Props) {
  const { chain, seat, onClose } = props;
  const { t } = useTranslation('people');
  const { t: shell } = useTranslation();
  const words = useSeatWords(chain);
  return (
    <Modal
      opened
      onClose={onClose}
      title={seat ? t('editTitle', { name: words.called(seat) }) : t('addTitle')}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Fields {...props} />
    </Modal>
  );
}

function Fields({ chain, seat, role, onClose, onAdded }: Props) {
  const { t } = useTranslation('people');
  const { t: shell } = useTranslation();
  const kindWords = useKindWords()(stakeholder);
  const fields = useViewFields(stakeholder);
  const names = useNames(stakeholder);
  const form = useSeatForm({ chain, seat, role, onClose, onAdded });
  if (!fields || !names) return null;
  const staff = [...chain.people.values()].map((row) => row.fields.name.value);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Stack gap="sm">
        <Autocomplete
          size="sm"
          label={t('name')}
          description={t('nameHint')}
          data={[...new Set(staff)]}
          value={form.name}
          onChange={form.setName}
          data-autofocus
          // The dialog was opened to be filled in, and its fields come a moment after it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        {fields
          .filter(({ path, spec }) => !spec.fixed && spec.type !== 'data' && !LEFT_OUT.has(path))
          .map((field) => (
            <ValueInput
              key={field.path}
              field={field}
              label={kindWords.field(field)}
              text={form.texts[field.path] ?? ''}
              onText={(text) => form.setText(field.path, text)}
              names={names}
              choice={(value) => kindWords.choice(field.path, value)}
              error={form.fault?.path === field.path ? form.fault.text : undefined}
            />
          ))}
        <Text size="xs" c="dimmed">
          {t('care')}
        </Text>
        {form.fault && form.fault.path === undefined && <div role="alert">{form.fault.text}</div>}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button type="submit" data-action="save-seat">
            {shell('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSeatForm({ chain, seat, role, onClose, onAdded }: Props) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('people');
  const sentence = useSentence();
  const kindWords = useKindWords()(stakeholder);
  const words = useSeatWords(chain);
  const writes = usePeopleWrites(chain);
  const [name, setName] = useState(seat?.fields.person ? words.name(seat) : '');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => textsOf(seat, role, kindWords.choice));
  const [fault, setFault] = useState<{ readonly path: string | undefined; readonly text: string }>();
  const who = name.trim();
  const known =
    seat && who === words.name(seat)
      ? seat.fields.person
      : [...chain.people.values()].find(({ fields }) => fields.name.value === who)?.id;

  const save = async (): Promise<void> => {
    // Who has no position is called by their role there, so that a name alone is enough.
    const position = texts['position']?.trim() || (texts['role'] ? kindWords.choice('role', texts['role']) : who);
    const inputs = { ...texts, position };
    const record = app.newRecord();
    if (!seat) {
      const given = who === '' ? undefined : known ? { person: known } : { name: who };
      const error = await writes.add({ record, who: given, inputs }, who || position);
      if (error !== undefined) return setFault({ path: undefined, text: error });
      onClose();
      return onAdded?.(record);
    }
    const edited = await app.people.reseat({ seat, who, person: known, inputs });
    if (!edited.ok)
      return setFault({ path: 'path' in edited.error ? edited.error.path : undefined, text: sentence(edited.error) });
    if (edited.value.changed + edited.value.made > 0)
      tell({ text: t('edited', { name: who || position }), undo: edited.value.batchId });
    return onClose();
  };
  return {
    name,
    setName,
    texts,
    fault,
    save,
    /** A stance was seen today where nothing else is said. */
    setText: (path: string, text: string) =>
      setTexts((all) => ({
        ...all,
        ...(path === 'stance' && text !== '' ? { stanceOn: app.today() } : {}),
        [path]: text,
      })),
  };
}

function textsOf(
  seat: StakeholderRow | undefined,
  role: BuyingRole | undefined,
  choice: (path: string, value: string) => string,
): Readonly<Record<string, string>> {
  if (!seat) return role ? { role, position: choice('role', role) } : {};
  const typed = Object.entries(seat.fields).filter(
    ([name]) =>
      !LEFT_OUT.has(name) && !stakeholder.fields[name as 'role'].fixed && name !== 'place' && name !== 'custom',
  );
  return Object.fromEntries(typed.map(([name, value]) => [name, inputText(value)]));
}

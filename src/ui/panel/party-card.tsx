import { Button, Card, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSingle, type DraftValue, type PartyDraft } from '@/src/app/capture-draft';
import { isNameless } from '@/src/app/nameless';
import type { Duplicate } from '@/src/app/find-duplicates';
import { isCompanyRow, type PartyRow } from '@/src/domain/parties/party-row';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import type { PartyField } from '@/src/domain/capture/found';
import { useInterface } from '../app-context';
import { useKindWords } from '../records/kind-words';
import { DraftValueLine } from './draft-value-line';
import { KnownStanding } from './known-standing';

interface Props {
  readonly party: PartyDraft;
  readonly duplicates: readonly Duplicate[];
  /** They asked not to be filed again. */
  readonly suppressed: boolean;
  /** The record this is added to; undefined to make a new one. */
  readonly update: PartyRow | undefined;
  readonly onChange: (party: PartyDraft) => void;
  readonly onChoose: (row: PartyRow | undefined) => void;
  /** Absent where there is no page to show it on. */
  readonly onShow: ((wanted: Wanted) => void) | undefined;
}

const ADDABLE: Readonly<Record<PartyDraft['kind'], readonly PartyField[]>> = {
  company: ['name', 'website', 'phones', 'emails', 'addresses', 'registrationIds'],
  person: ['name', 'title', 'phones', 'emails'],
};

/** One company or person: a tick for the card, a tick for each value, and whether it is on file already. */
export function PartyCard({ party, duplicates, suppressed, update, onChange, onChoose, onShow }: Props) {
  const { t } = useTranslation(['capture', 'shell']);
  const [first] = duplicates;
  const isAsking = isNameless(party) && !update;
  const setValue = (value: DraftValue): void => {
    const others = (one: DraftValue): DraftValue =>
      isSingle(value.field) && value.ticked && one.field === value.field ? { ...one, ticked: false } : one;
    // Whoever gives a card its name wants it.
    const ticked = party.ticked || (isAsking && value.field === 'name' && !suppressed);
    onChange({ ...party, ticked, values: party.values.map((one) => (one.id === value.id ? value : others(one))) });
  };
  const shown = party.values.filter(({ field, value }) => !(update && field === 'name' && value === ''));
  const kind = update ? kindOf(update) : party.kind;
  return (
    <Card withBorder padding="sm" data-party={party.kind} opacity={party.ticked ? 1 : 0.75}>
      <Stack gap="xs">
        <Checkbox
          label={<Text fw={600}>{t(kind)}</Text>}
          aria-label={t('shell:labelled', { label: t('include'), value: t(kind) })}
          checked={party.ticked}
          disabled={suppressed}
          onChange={(event) => onChange({ ...party, ticked: event.currentTarget.checked })}
        />
        {suppressed && <Text size="sm">{t('suppressed')}</Text>}
        {first && <Known duplicate={first} update={update} onChoose={onChoose} />}
        {isAsking && <WhoseIsIt party={party} onChange={onChange} />}
        {shown.map((value) => (
          <DraftValueLine
            key={value.id}
            kind={kind}
            value={value}
            update={update}
            onChange={setValue}
            onShow={onShow}
          />
        ))}
        <AddValue party={party} onChange={onChange} />
      </Stack>
    </Card>
  );
}

function kindOf({ kind }: PartyRow): PartyDraft['kind'] {
  return kind === 'person' ? 'person' : 'company';
}

function Known(props: {
  duplicate: Duplicate;
  update: PartyRow | undefined;
  onChoose: (row: PartyRow | undefined) => void;
}) {
  const { duplicate, update, onChoose } = props;
  const { t } = useTranslation('capture');
  const { tier, reasons } = duplicate.match;
  const why = t('knownBy', { reasons: reasons.map((reason) => t(`reason.${reason}`)).join(t('and')) });
  const label = t('knownWhy', { known: t(`known.${tier}`, { name: duplicate.row.fields.name.value }), why });
  return (
    <Stack gap={4} data-known={duplicate.row.id}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {isCompanyRow(duplicate.row) && <KnownStanding row={duplicate.row} />}
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={update ? 'update' : 'new'}
        onChange={(choice) => onChoose(choice === 'update' ? duplicate.row : undefined)}
        data={[
          { value: 'update', label: t('update') },
          { value: 'new', label: t('saveNew') },
        ]}
      />
    </Stack>
  );
}

/** A number or an address that stood alone: whose it is only the user can say. */
function WhoseIsIt({ party, onChange }: Pick<Props, 'party' | 'onChange'>) {
  const { t } = useTranslation('capture');
  return (
    <Stack gap={4} data-whose="">
      <Text size="sm">{t('whose.ask')}</Text>
      <SegmentedControl
        size="xs"
        aria-label={t('whose.kind')}
        value={party.kind}
        onChange={(kind) => onChange({ ...party, kind })}
        data={[
          { value: 'person', label: t('person') },
          { value: 'company', label: t('company') },
        ]}
      />
    </Stack>
  );
}

/** What the page did not say can be typed. */
function AddValue({ party, onChange }: Pick<Props, 'party' | 'onChange'>) {
  const { app } = useInterface();
  const { t } = useTranslation('capture');
  const words = useKindWords();
  const missing = ADDABLE[party.kind].filter(
    (field) => !isSingle(field) || !party.values.some((value) => value.field === field),
  );
  const add = (field: PartyField): void => {
    const at = new Date(app.now()).toISOString();
    const value: DraftValue = {
      id: app.newRecord(),
      field,
      value: '',
      raw: '',
      confidence: 1,
      sources: [{ kind: 'typed', url: '', snippet: '', at, extractor: 'user' }],
      ticked: true,
      typed: true,
    };
    onChange({ ...party, values: [...party.values, value] });
  };
  return (
    <Group gap={4} role="group" aria-label={t('addValue')}>
      {missing.map((field) => (
        <Button key={field} size="compact-xs" variant="subtle" onClick={() => add(field)}>
          + {words({ name: party.kind }).field({ path: field, label: undefined })}
        </Button>
      ))}
    </Group>
  );
}

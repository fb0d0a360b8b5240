import { Badge, Button, Card, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyRow } from '@/src/domain/parties/party-row';
import type { RecordId } from '@/src/kernel/ids';
import { formatPhone } from '@/src/domain/identity/phone-number';
import { company } from '@/src/domain/parties/company.kind';
import { defaultChoice, type Choice } from '@/src/domain/parties/merge-parties';
import type { DuplicateGroup } from '@/src/domain/parties/group-duplicates';
import { valuesIn } from '@/src/domain/parties/party-traits';
import { person } from '@/src/domain/parties/person.kind';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useWords } from '../../components/use-value-text';
import classes from './merge-card.module.css';

/** One group: a column a record, a row a field. Where records differ in a single value, one is chosen. */
export function MergeCard({ group }: { group: DuplicateGroup }) {
  const { t } = useTranslation('accounts');
  const { t: capture } = useTranslation('capture');
  const merging = useMerging(group);
  const { tier, reasons } = group.match;
  const why = capture('knownBy', {
    reasons: reasons.map((reason) => capture(`reason.${reason}`)).join(capture('and')),
  });
  return (
    <Card withBorder padding="md" data-group={tier}>
      <Stack gap="sm">
        <Group gap="xs">
          <Badge variant="light">{t(`tier.${tier}`)}</Badge>
          <Text size="sm">{why}</Text>
        </Group>
        <MergeTable group={group} {...merging} />
        <Group>
          <Button
            size="compact-md"
            loading={merging.working}
            disabled={merging.ticked.length < 2}
            onClick={merging.run}
          >
            {t('merge', { count: merging.ticked.length })}
          </Button>
          {group.rows.length === 2 && <NotTheSame group={group} row={group.rows[0]} />}
        </Group>
      </Stack>
    </Card>
  );
}

/** Of two: they are not the same. Of several: this one is none of the others. */
function NotTheSame({ group, row, number }: { group: DuplicateGroup; row: PartyRow | undefined; number?: string }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const sentence = useSentence();
  const [working, setWorking] = useState(false);
  const tellApart = async (record: PartyRow): Promise<void> => {
    setWorking(true);
    const others = group.rows.filter((other) => other !== record);
    const told = await app.duplicates.tellApart({ record, others });
    setWorking(false);
    if (!told.ok) return tell({ text: sentence(told.error), tone: 'bad' });
    return tell({ text: t('toldApart', { name: record.fields.name.value }), undo: told.value.batchId });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={working}
      {...(number === undefined ? {} : { 'aria-label': t('notTheSameOf', { number }) })}
      onClick={() => row && void tellApart(row)}
    >
      {t('notTheSame')}
    </Button>
  );
}

function useMerging({ rows }: DuplicateGroup) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const sentence = useSentence();
  const [left, setLeft] = useState<ReadonlySet<RecordId>>(new Set());
  const [chosen, setChosen] = useState<Choice>({});
  const [working, setWorking] = useState(false);
  const ticked = rows.filter(({ id }) => !left.has(id));
  const merge = async (): Promise<void> => {
    const [target, ...others] = ticked;
    if (!target || others.length === 0) return;
    setWorking(true);
    const merged = await app.parties.merge({ target, others, choice: chosen });
    setWorking(false);
    if (!merged.ok) return tell({ text: sentence(merged.error), tone: 'bad' });
    return tell({ text: t('merged', { name: target.fields.name.value }), undo: merged.value.batchId });
  };
  return {
    ticked,
    chosen,
    working,
    run: () => void merge(),
    choose: (field: string, id: RecordId) => setChosen({ ...chosen, [field]: id }),
    tick: (id: RecordId) => {
      const next = new Set(left);
      if (!next.delete(id)) next.add(id);
      setLeft(next);
      // A value of a record that is left out cannot be taken.
      setChosen(Object.fromEntries(Object.entries(chosen).filter(([, from]) => from !== id)));
    },
  };
}

function MergeTable(props: { group: DuplicateGroup } & ReturnType<typeof useMerging>) {
  const { group, ticked, tick } = props;
  const { t } = useTranslation('accounts');
  const { format } = useInterface();
  const kind: Kind = group.rows[0]?.kind === person.name ? person : company;
  const fields = Object.keys(kind.fields).filter(
    (name) => kind.fields[name]?.type !== 'link' && group.rows.some((row) => valuesIn(row.fields)(name).length > 0),
  );
  return (
    <section className={classes['scroller']} tabIndex={0} aria-label={t('duplicates')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <td />
            {group.rows.map((row, i) => (
              <th key={row.id} scope="col">
                <Checkbox
                  size="sm"
                  checked={ticked.includes(row)}
                  onChange={() => tick(row.id)}
                  label={t(row === ticked[0] ? 'stays' : 'record', { number: format.count(i + 1) })}
                />
                {group.rows.length > 2 && <NotTheSame group={group} row={row} number={format.count(i + 1)} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((name) => (
            <FieldRow key={name} {...props} kind={kind} name={name} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldRow(props: { kind: Kind; name: string; group: DuplicateGroup } & ReturnType<typeof useMerging>) {
  const { kind, name, group, ticked, chosen, choose } = props;
  const words = useWords();
  const label = words(`capture:field.${name}`, name);
  const [target, ...others] = ticked;
  const from = target && { ...defaultChoice(kind, target, others), ...chosen }[name];
  const distinct = new Set(ticked.flatMap((row) => valuesIn(row.fields)(name)));
  const isChoice = !kind.fields[name]?.many && distinct.size > 1;
  const isPhone = kind.fields[name]?.type === 'phone';
  const cell = (row: PartyRow) => {
    const values = valuesIn(row.fields)(name).map((value) => (isPhone ? formatPhone(value) : value));
    if (!isChoice || values.length === 0 || !ticked.includes(row)) return values.join(', ');
    return (
      <Radio
        size="xs"
        name={`${group.rows[0]?.id}-${name}`}
        aria-label={words('shell:labelled', undefined, { label, value: values[0] })}
        label={values[0]}
        checked={from === row.id}
        onChange={() => choose(name, row.id)}
      />
    );
  };
  return (
    <tr>
      <th scope="row">{label}</th>
      {group.rows.map((row) => (
        <td key={row.id}>{cell(row)}</td>
      ))}
    </tr>
  );
}

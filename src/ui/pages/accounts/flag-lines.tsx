import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearFigures } from '@/src/app/year-figures';
import { FLAGS, flagOverride, type Flag, type FlagOverrideRow } from '@/src/domain/accounts/flag-override.kind';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useTold } from '../../components/use-told';
import { RecordForm } from '../../records/record-form';
import { useAnswer } from '../analysis/use-answer';

/** The latest file that the company is said to be a customer of: what it says of tier and misconceptions. */
export function FlagLines({ row }: { row: Row<CompanyFields> }) {
  const held = useLive(`flags:${row.id}`, async ({ datasets, ownData, accounts }) => {
    const answers = (await ownData.answers(row.id)).filter(({ fields }) => fields.answer === 'same');
    const ready = (await datasets.list()).filter(({ state }) => state === 'ready');
    const dataset = ready.findLast(({ id }) => answers.some(({ fields }) => fields.dataset === id));
    return { dataset, overrides: await accounts.overridesOf(row.id) };
  });
  if (!held?.dataset) return null;
  return <FlagsBy row={row} dataset={held.dataset} overrides={held.overrides} />;
}

interface Props {
  readonly row: Row<CompanyFields>;
  readonly dataset: Row<DatasetFields>;
  readonly overrides: readonly FlagOverrideRow[];
}

function FlagsBy({ row, dataset, overrides }: Props) {
  const { app, format } = useInterface();
  const { t } = useTranslation('tiers');
  const told = useTold();
  const sentence = useSentence();
  const version = `${row.id} ${dataset.id} ${dataset.fields.file.sha256}`;
  const question = useMemo(() => ({ version }), [version]);
  const answer = useAnswer(question, () => app.accounts.figuresOf(row.id, dataset.id));
  const file = dataset.fields.name;
  if (!answer) return null;
  if (!answer.ok) return <Text size="sm">{sentence(answer.error)}</Text>;
  const figures = answer.value.flatMap((one) => one.figures ?? []);
  const lines = figures.flatMap((one) =>
    FLAGS.filter((flag) => one.flags[flag]).map((flag) => ({ flag, figures: one })),
  );
  const assign = async (): Promise<void> => {
    const done = await app.accounts.assignTiers({ dataset, companies: [row.id], overHand: true });
    told(done, done.ok ? t('assigned', { count: done.value.set, kept: format.count(done.value.kept) }) : '');
  };
  return (
    <Stack gap={4} data-flags>
      <Button
        size="compact-sm"
        variant="default"
        w="fit-content"
        data-action="tier-from-file"
        onClick={() => void assign()}
      >
        {t('fromFile', { file })}
      </Button>
      {lines.map(({ flag, figures: of }) => (
        <FlagLine
          key={flag}
          row={row}
          flag={flag}
          figures={of}
          override={overrides.find((one) => one.fields.flag === flag)}
        />
      ))}
      {lines.length === 0 && figures.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('flagsNone', { file })}
        </Text>
      )}
      {figures.some(({ flags }) => flags.unprofitable === null) && (
        <Text size="xs" c="dimmed">
          {t('flagUntested', { file })}
        </Text>
      )}
    </Stack>
  );
}

function FlagLine(props: {
  row: Row<CompanyFields>;
  flag: Flag;
  figures: YearFigures;
  override: FlagOverrideRow | undefined;
}) {
  const { row, flag, figures, override } = props;
  const { app, format } = useInterface();
  const { t } = useTranslation('tiers');
  const told = useTold();
  const [asks, setAsks] = useState(false);
  const lift = async (): Promise<void> => {
    if (override) told(await app.records.remove([override.id]), t('lifted'));
  };
  return (
    <Group justify="space-between" align="start" gap="xs" data-flag={flag}>
      <Stack gap={0} flex={1} miw={160}>
        <Text size="sm" {...(override ? { td: 'line-through' } : {})}>
          {t(`flag.${flag}`, {
            share: format.share(figures.largestShare ?? 0),
            orders: format.count(figures.orders),
            months: format.count(figures.activeMonths),
            profit: format.money(figures.profit ?? '0'),
          })}
        </Text>
        {override && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('overridden', { note: override.fields.note })}
          </Text>
        )}
      </Stack>
      <Button size="compact-xs" variant="subtle" onClick={() => (override ? void lift() : setAsks(true))}>
        {t(override ? 'lift' : 'override')}
      </Button>
      {asks && <RecordForm kind={flagOverride} given={{ company: row.id, flag }} onClose={() => setAsks(false)} />}
    </Group>
  );
}

import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADMISSION } from '@/src/domain/accounts/starter-tiers';
import type { KeyListRow } from '@/src/domain/accounts/key-list.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { currencyOfRegion, readInput } from '@/src/app/read-input';
import { field, type Money } from '@/src/domain/records/field';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useTold } from '../../components/use-told';
import { NoSalesFile, SalesFileSelect, useSalesFiles } from './assign-panel';
import { KeyListView } from './key-list-view';

/** The key-account lists by year (大客户名单): the one that is chosen, and the next one to be fixed. */
export function KeyLists() {
  const { t } = useTranslation('tiers');
  const files = useSalesFiles();
  const lists = useLive('key-lists', (app) => app.accounts.keyLists());
  return (
    <Stack gap="xs" component="section" aria-labelledby="key-lists">
      <Title order={2} size="h4" id="key-lists">
        {t('lists')}
      </Title>
      <Text size="sm" maw="75ch">
        {t('listsLead')}
      </Text>
      {lists && <ListOf lists={lists} />}
      {lists && files && <NextList lists={lists} files={files} />}
    </Stack>
  );
}

interface ListsProps {
  readonly lists: readonly KeyListRow[];
}

function ListOf({ lists }: ListsProps) {
  const { t } = useTranslation('tiers');
  const [chosen, setChosen] = useState<string>();
  const list = lists.find(({ id }) => id === chosen) ?? lists[0];
  if (!list) return <Text size="sm">{t('listsNone')}</Text>;
  return (
    <>
      {lists.length > 1 && (
        <NativeSelect
          label={t('year')}
          w="fit-content"
          value={list.id}
          data={lists.map(({ id, fields }) => ({ value: id, label: fields.name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <KeyListView key={list.id} list={list} before={beforeIn(lists, list)} />
    </>
  );
}

function NextList({ lists, files }: ListsProps & { files: readonly Row<DatasetFields>[] }) {
  return files.length === 0 ? <NoSalesFile /> : <FreezeForm files={files} lists={lists} />;
}

/** The list of the latest year before another's. */
function beforeIn(lists: readonly KeyListRow[], { fields }: KeyListRow): KeyListRow | undefined {
  return lists.find((one) => (one.fields.year ?? 0) < (fields.year ?? 0));
}

function FreezeForm({ files, lists }: { files: readonly Row<DatasetFields>[]; lists: readonly KeyListRow[] }) {
  const { app, settings } = useInterface();
  const { t } = useTranslation('tiers');
  const told = useTold();
  const sentence = useSentence();
  const [chosen, setChosen] = useState<string>();
  const [year, setYear] = useState<number | string>();
  const [text, setText] = useState<string>();
  const [fault, setFault] = useState<string>();
  const dataset = files.find(({ id }) => id === chosen) ?? files[0];
  if (!dataset) return null;
  const home = settings['home-region'] ?? '';
  const usual = `${ADMISSION} ${dataset.fields.facts.currency ?? currencyOfRegion(home) ?? 'CNY'}`;
  const ofYear = Number(year ?? nextYear(dataset, lists));
  const freeze = async (): Promise<void> => {
    const read = readInput(field.money(), text ?? usual, home);
    if (!read.ok || read.value === undefined) return setFault(sentence({ code: 'not-money' }));
    setFault(undefined);
    const name = t('listName', { year: String(ofYear) });
    // Safe: what is read for a field of money is money.
    const done = await app.accounts.freezeKeyList({ dataset, year: ofYear, threshold: read.value as Money, name });
    if (told(done, t('frozen', { name }))) setYear(undefined);
    return undefined;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void freeze();
      }}
    >
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {t('freezeLead')}
        </Text>
        <Group align="start" gap="sm">
          <SalesFileSelect files={files} value={dataset.id} onChange={setChosen} />
          <NumberInput label={t('year')} w={110} value={ofYear} min={1990} max={2200} onChange={setYear} />
          <TextInput
            label={t('threshold')}
            w={190}
            value={text ?? usual}
            error={fault}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" mt={24} data-action="freeze">
            {t('freeze')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The first year after the file's last whole one; an earlier one where that has its list, as far as there is one to take. */
function nextYear({ fields }: Row<DatasetFields>, lists: readonly KeyListRow[]): number {
  const [first, last] = [fields.facts.firstDay, fields.facts.lastDay].map((day) => Number(day?.slice(0, 4) ?? 0));
  const latest = (last ?? 0) + (fields.facts.lastDay?.endsWith('-12-31') ? 1 : 0);
  const taken = new Set(lists.map((one) => one.fields.year));
  for (let year = latest; year > (first ?? 0); year--) if (!taken.has(year)) return year;
  return latest + 1;
}

import { Anchor, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountArchive } from '@/src/app/archive-uses';
import { archiveItem, codeOf, type Category } from '@/src/domain/archive/archive-item.kind';
import { useInterface, useLive } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { useNames } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';
import { goTo, hashOf } from '../../shell/route';
import { ArchiveAccounts } from './archive-accounts';
import { ArchiveIndex } from './archive-index';
import { CategoryCards } from './category-cards';

/** Most names offered at once; typing narrows them. */
const OFFERED = 50;

/** The archive of one account: chosen by name or from those that lack most, then its six categories, its index, what is missing. */
export function ArchiveOverview({ company }: { company: string | undefined }) {
  const { t } = useTranslation('archive');
  const names = useNames({ fields: { company: archiveItem.fields.company } });
  const archive = useLive(`archive:${company}`, (app) =>
    company === undefined ? Promise.resolve(undefined) : app.archive.of(company),
  );
  if (!names) return null;
  if (names.size === 0)
    return (
      <Text>
        {t('noAccounts')} <Anchor href={hashOf(['accounts'])}>{t('toAccounts')}</Anchor>
      </Text>
    );
  return (
    <Stack gap="lg">
      <Select
        label={t('account')}
        searchable
        limit={OFFERED}
        maw={420}
        value={company !== undefined && names.has(company) ? company : null}
        data={[...names].map(([value, label]) => ({ value, label }))}
        onChange={(id) => goTo(['archive'], id === null ? {} : { company: id })}
      />
      {archive ? <Account archive={archive} /> : <ArchiveAccounts />}
    </Stack>
  );
}

function Account({ archive }: { archive: AccountArchive }) {
  const { format } = useInterface();
  const { t } = useTranslation('archive');
  const { t: records } = useTranslation('records');
  const { one } = useKindWords()(archiveItem);
  const [adding, setAdding] = useState(false);
  const [only, setOnly] = useState<Category>();
  const { done, wanted } = archive.completeness;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text fw={600} data-completeness={`${done}/${wanted}`}>
          {t('completeness', { share: format.share(done / wanted) })}{' '}
          <Text span c="dimmed" fw={400}>
            {t('ofFields', { done, wanted })}
          </Text>
        </Text>
        <Button size="compact-sm" onClick={() => setAdding(true)} data-action="new">
          {records('new', { kind: one })}
        </Button>
      </Group>
      <CategoryCards categories={archive.categories} only={only} onOnly={setOnly} />
      <ArchiveIndex categories={archive.categories.filter(({ category }) => (only ?? category) === category)} />
      {archive.closed > 0 && <Text size="sm">{t('closedCount', { count: archive.closed })}</Text>}
      <Missing archive={archive} />
      <Unfiled archive={archive} />
      {adding && (
        <RecordForm
          kind={archiveItem}
          given={{ company: archive.company.id, ...(only ? { category: only } : {}) }}
          onClose={() => setAdding(false)}
        />
      )}
    </Stack>
  );
}

/** Missing numbers, numbers given twice, and missing counterparts. */
function Missing({ archive: { categories, lacking, closed } }: { archive: AccountArchive }) {
  const { t } = useTranslation('archive');
  const { choice } = useKindWords()(archiveItem);
  const gapsOf = (what: 'missing' | 'doubled'): string[] =>
    categories.flatMap(({ category, [what]: gaps }) => {
      const years = [...new Set(gaps.map(({ year }) => year))];
      return years.map((year) => {
        const numbers = gaps.filter((gap) => gap.year === year).map(({ number }) => number);
        return t('missingIn', { category: choice('category', category), year, numbers: numbers.join(', ') });
      });
    });
  const doubled = gapsOf('doubled');
  return (
    <>
      <Part
        title={t('missing')}
        none={t('noneMissing')}
        lines={gapsOf('missing').map((text) => ({ key: text, text }))}
      />
      {doubled.length > 0 && <Part title={t('doubled')} none="" lines={doubled.map((text) => ({ key: text, text }))} />}
      <Part
        title={t('lacking')}
        none={closed > 0 ? t('noneOpen') : t('noneLacking')}
        lines={lacking.map(({ item, lack, code = '' }) => ({
          key: `${item.id} ${lack} ${code}`,
          text: t(`lack.${lack}`, { code }),
          item: item.id,
          title: [codeOf(item.fields), item.fields.title].join(' '),
        }))}
      />
    </>
  );
}

function Unfiled({ archive: { unfiled, closed } }: { archive: AccountArchive }) {
  const { t } = useTranslation('archive');
  const words = useKindWords()(archiveItem);
  return (
    <Part
      title={t('unfiled')}
      none={closed > 0 ? t('noneOpen') : t('noneUnfiled')}
      lines={unfiled.map(({ id, state, fields }) => ({
        key: id,
        text: words.state(state),
        item: id,
        title: [codeOf(fields), fields.title].join(' '),
      }))}
    />
  );
}

interface PartLine {
  readonly key: string;
  readonly text: string;
  readonly item?: string;
  readonly title?: string;
}

function Part({ title, none, lines }: { title: string; none: string; lines: readonly PartLine[] }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Stack gap={4}>
        {lines.length === 0 && <Text c="dimmed">{none}</Text>}
        {lines.map(({ key, text, item, title: name }) => (
          <Text key={key} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {item !== undefined && (
              <Anchor href={addressOf(archiveItem, item)} size="sm">
                {name}
              </Anchor>
            )}
            {item !== undefined && ' · '}
            {text}
          </Text>
        ))}
      </Stack>
    </section>
  );
}

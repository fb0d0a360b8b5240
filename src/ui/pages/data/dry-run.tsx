import { Alert, Card, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StagedOrders } from '@/src/app/import-orders';
import type { ImportNotice } from '@/src/domain/tabular/orders/orders';
import { CurrencyChoice } from './currency-choice';
import classes from './dry-run.module.css';
import { JoinedFiles } from './joined-files';
import type { ReviewProps } from './import-review';
import { SetAsideList } from './set-aside-list';
import { useBasisWords } from './use-basis-words';
import { useFactsWords } from './use-facts-words';

/** Notices that tell of a decision made for the user; the others tell of the file. */
const ASSUMED: ReadonlySet<ImportNotice> = new Set<ImportNotice>([
  'no-header',
  'ids-were-floats',
  'filled-down',
  'order-total-repeated',
  'amount-computed',
  'unit-scaled',
  'decimals-rounded',
  'date-order-assumed',
  'mixed-date-styles',
  'date-order-followed',
  'overlap-unknown',
  'order-ids-reused',
]);

/** Said with the choice of a currency, and with the files themselves. */
const ELSEWHERE: ReadonlySet<ImportNotice> = new Set<ImportNotice>([
  'mixed-currency',
  'overlapping-orders',
  'same-file',
]);

/** What the import would give, from the import itself: nothing is saved yet. */
export function DryRun({ state, session, staged }: ReviewProps & { readonly staged: StagedOrders }) {
  const { t } = useTranslation('data');
  const { facts } = staged.read;
  const noticed = facts.notices.filter((notice) => !ASSUMED.has(notice) && !ELSEWHERE.has(notice));
  const assumed = facts.notices.filter((notice) => ASSUMED.has(notice));
  return (
    <Card withBorder padding="sm" data-dry-run={facts.used}>
      <Stack gap="sm">
        <Text fw={600}>{t('dryRun.title')}</Text>
        {facts.used === 0 && (
          <Alert color="orange" role="alert">
            {t('dryRun.nothing')}
          </Alert>
        )}
        {state.currencies.length > 1 && (
          <CurrencyChoice state={state} session={session} conversion={facts.conversion} />
        )}
        <Figures state={state} staged={staged} />
        {staged.together && <JoinedFiles together={staged.together} />}
        <Notices title={t('dryRun.assumed')} notices={assumed} />
        <Notices title={t('dryRun.noticed')} notices={noticed} />
        <SetAsideList facts={facts} dataset={staged.datasetId} name={staged.file.name} />
      </Stack>
    </Card>
  );
}

function Figures({ state, staged }: Pick<ReviewProps, 'state'> & { readonly staged: StagedOrders }) {
  const { t } = useTranslation('data');
  const basis = useBasisWords();
  const { facts } = staged.read;
  const words = useFactsWords()(facts);
  const isMixed = state.currencies.length > 1 && state.currency === undefined && !state.rates;
  const header = staged.preview.names[staged.mapping.roles.indexOf('amount')];
  const on = header === undefined ? '' : basis(header);
  const figures: readonly (readonly [string, string])[] = [
    [t('dryRun.rows'), t('dryRun.usedOf', { used: words.used, total: words.total })],
    [t('dryRun.customers'), words.customers],
    [t('dryRun.span'), facts.firstDay ? t('dryRun.days', { first: words.first, last: words.last }) : '–'],
    [on === '' ? t('dryRun.sum') : t('dryRun.sumOn', { basis: on }), isMixed ? t('dryRun.noSum') : words.amount],
  ];
  return (
    <dl className={classes['figures']}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notices({ title, notices }: { readonly title: string; readonly notices: readonly ImportNotice[] }) {
  const { t } = useTranslation('data');
  if (notices.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {notices.map((notice) => (
          <List.Item key={notice} data-notice={notice}>
            {t(`notice.${notice}`)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDecimal } from '@/src/kernel/money';
import { AGES, type AgeingLine } from '@/src/domain/agreements/ageing';
import { table, type Value } from '@/src/domain/analysis/result';
import { sumMoney } from '@/src/domain/records/sum-money';
import { useInterface } from '../../app-context';
import { PlainTable } from '../../components/plain-table';
import { TableFiles } from '../../components/table-files';
import { addressOf } from '../../shell/address-of';

interface Props {
  readonly lines: readonly AgeingLine[];
  readonly nameOf: (company: string) => string;
}

const COMPANY = { name: 'company' };

/** What each account owes in each currency, by age, with the sums of each currency at the foot. */
export function AgeingTable({ lines, nameOf }: Props) {
  const { app, format } = useInterface();
  const { t } = useTranslation('receivables');
  const money = (amount: string): string => (isZero(amount) ? '–' : format.money(amount));
  const ages = AGES.map((age) => ({ label: t(`age.${age}`), numeric: true }));
  // Only where there are orders on account do they say anything besides the total.
  const hasOrders = lines.some(({ used, total }) => used !== total);
  const columns = [
    { label: t('account') },
    ...ages,
    { label: t('total'), numeric: true },
    ...(hasOrders ? [{ label: t('used'), numeric: true }] : []),
    { label: t('limit'), numeric: true },
  ];
  const usedIn = (used: string): string[] => (hasOrders ? [money(used)] : []);
  return (
    <Stack gap="xs">
      <PlainTable
        caption={t('table')}
        columns={columns}
        rows={lines.map((line) => ({
          key: `${line.company} ${line.currency}`,
          cells: [
            <Account key="account" line={line} name={nameOf(line.company)} />,
            ...AGES.map((age) => money(line.byAge[age])),
            money(line.total),
            ...usedIn(line.used),
            <Limit key="limit" line={line} />,
          ],
        }))}
        totals={totalsOf(lines).map(({ currency, byAge, total, used }) => ({
          key: currency,
          cells: [t('sum', { currency }), ...byAge.map(money), money(total), ...usedIn(used), ''],
        }))}
      />
      <Group gap="xs">
        <TableFiles
          name={`vital-few-receivables-${app.today()}`}
          headers={[
            t('account'),
            t('currency'),
            ...ages.map(({ label }) => label),
            t('total'),
            t('used'),
            t('limit'),
            t('approved'),
          ]}
          table={fileOf(lines, nameOf)}
        />
      </Group>
    </Stack>
  );
}

function Account({ line, name }: { line: AgeingLine; name: string }) {
  const { format } = useInterface();
  const { t } = useTranslation('receivables');
  return (
    <>
      <Anchor href={addressOf(COMPANY, line.company)} size="sm">
        {name}
      </Anchor>{' '}
      <Text span size="xs" c="dimmed">
        {line.currency}
      </Text>
      {line.over !== undefined && (
        <Text size="xs" fw={650} c="red" data-over>
          {t('over', { amount: format.money(line.over) })}
        </Text>
      )}
    </>
  );
}

function Limit({ line: { limit, approved } }: { line: AgeingLine }) {
  const { format } = useInterface();
  const { t } = useTranslation('receivables');
  if (limit === undefined) return '–';
  if (isZero(approved)) return format.money(limit);
  return (
    <Text span size="sm" title={t('approved')}>
      {`${format.money(limit)} + ${format.money(approved)}`}
    </Text>
  );
}

/** Exact sums over all accounts, one line for each currency. */
function totalsOf(lines: readonly AgeingLine[]) {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    const sum = (amounts: readonly string[]): string =>
      sumMoney(amounts.map((amount) => ({ amount, currency })))[0]?.amount ?? '0';
    return {
      currency,
      byAge: AGES.map((age) => sum(own.map(({ byAge }) => byAge[age]))),
      total: sum(own.map(({ total }) => total)),
      used: sum(own.map(({ used }) => used)),
    };
  });
}

function fileOf(lines: readonly AgeingLine[], nameOf: Props['nameOf']) {
  const rows = lines.map(({ company, currency, byAge, total, used, limit, approved }): Value[] => [
    nameOf(company),
    currency,
    ...AGES.map((age) => byAge[age]),
    total,
    used,
    limit ?? null,
    approved,
  ]);
  return table({ account: 'text', currency: 'text', ...MONEY }, rows);
}

const MONEY = Object.fromEntries(
  [...AGES, 'total', 'used', 'limit', 'approved'].map((name) => [name, 'money' as const]),
);

function isZero(amount: string): boolean {
  return parseDecimal(amount)?.units === 0n;
}

import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgeingLine } from '@/src/domain/agreements/ageing';
import { useInterface } from '../../app-context';
import { PlainTable } from '../../components/plain-table';
import { addressOf } from '../../shell/address-of';

const RECEIVABLE = { name: 'receivable' };

/** The invoices of one account in one currency that are not paid, the longest due first, each a link to its record. */
export function OpenInvoices({ line: { currency, invoices }, name }: { line: AgeingLine; name: string }) {
  const { format } = useInterface();
  const { t } = useTranslation('receivables');
  if (invoices.length === 0) return null;
  const caption = `${name} (${currency})`;
  return (
    <section aria-label={caption}>
      <Text size="sm" fw={600} mb={4}>
        {caption}
      </Text>
      <PlainTable
        caption={caption}
        columns={[
          { label: t('invoice') },
          { label: t('dueOn') },
          { label: t('days'), numeric: true },
          { label: t('arrears'), numeric: true },
        ]}
        rows={invoices.map(({ id, invoice, dueOn, daysOverdue, arrears }) => ({
          key: id,
          cells: [
            <Anchor key="invoice" href={addressOf(RECEIVABLE, id)} size="sm">
              {invoice}
            </Anchor>,
            format.day(dueOn),
            daysOverdue === 0 ? '–' : format.count(daysOverdue),
            format.money(arrears),
          ],
        }))}
      />
    </section>
  );
}

import { Anchor } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/src/domain/identity/phone-number';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { valuesOf } from '@/src/domain/parties/contact-values';
import type { Row } from '@/src/domain/records/record';
import { hashOf } from '../../shell/route';
import type { Staff } from './accounts-page';
import classes from './company-table.module.css';

interface Props {
  readonly companies: readonly Row<CompanyFields>[];
  readonly staff: Staff;
  readonly onOpen: (id: string) => void;
}

/** One line a company. Only the lines in sight are in the page, so that the length does not matter. */
export function CompanyTable({ companies, staff, onOpen }: Props) {
  const { t } = useTranslation('accounts');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: companies.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section ref={scroller} className={classes['scroller']} tabIndex={0} aria-label={t('title')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.website')}</th>
            <th scope="col">{t('column.phone')}</th>
            <th scope="col">{t('column.people')}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = companies[index];
            if (!row) return null;
            const [phone] = valuesOf(row.fields.phones);
            return (
              <tr key={row.id} onClick={() => onOpen(row.id)}>
                <td>
                  <Anchor href={hashOf(['accounts', row.id])}>{row.fields.name.value}</Anchor>
                </td>
                <td>{row.fields.website ? hostOf(row.fields.website.value) : ''}</td>
                <td>{phone ? formatPhone(phone) : ''}</td>
                <td>{(staff.get(row.id) ?? []).map((one) => one.fields.name.value).join(', ')}</td>
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { SlippingAccount } from '@/src/app/slipping-accounts';
import { visit } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { RecordForm } from '../../records/record-form';
import { WorkLine, WorkLines } from '../../records/work-line';
import { hashOf } from '../../shell/route';
import { placeOf } from '../../shell/address-of';
import { useStanding } from '../accounts/use-standing';
import { TodaySection } from './today-section';

/** The accounts that are slipping by the user's own sales files, and why; a visit is planned from here. */
export function SlippingSection({ accounts }: { readonly accounts: readonly SlippingAccount[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('today');
  const standing = useStanding();
  const [planned, setPlanned] = useState<RecordId>();
  if (accounts.length === 0) return null;
  return (
    <TodaySection name="slipping" title={t('slipping', { count: accounts.length })}>
      <WorkLines>
        {accounts.map(({ company, figures: { rhythm, value, share } }) => (
          <WorkLine
            key={company.id}
            title={company.fields.name.value}
            href={hashOf(placeOf('company', company.id))}
            what={rhythm ? standing(rhythm) : ''}
            rest={t('yearValue', { value: format.money(value), share: format.share(share ?? 0) })}
            act={{ label: t('planVisit'), run: () => setPlanned(company.id) }}
          />
        ))}
      </WorkLines>
      {planned && <RecordForm kind={visit} given={{ company: planned }} onClose={() => setPlanned(undefined)} />}
    </TodaySection>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverdueAccount } from '@/src/app/today-uses';
import { visit } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { RecordForm } from '../../records/record-form';
import { WorkLine, WorkLines } from '../../records/work-line';
import { placeOf } from '../../shell/address-of';
import { hashOf } from '../../shell/route';
import { useMeasure } from '../visits/use-measure';
import { TodaySection } from './today-section';

/** Lines drawn at once, and how many more each time they are asked for. */
const PIECE = 20;

/** The accounts whose visits or calls are overdue by the standard of their tier; the next one is planned from here. */
export function VisitsSection({ accounts }: { readonly accounts: readonly OverdueAccount[] }) {
  const { format } = useInterface();
  const { t } = useTranslation(['today', 'visits', 'board']);
  const measure = useMeasure();
  const [shown, setShown] = useState(PIECE);
  const [planned, setPlanned] = useState<OverdueAccount>();
  if (accounts.length === 0) return null;
  return (
    <TodaySection name="overdue-visits" title={t('today:overdueVisits', { count: accounts.length })}>
      <WorkLines>
        {accounts.slice(0, shown).map((account) => (
          <WorkLine
            key={account.company}
            title={account.name}
            href={hashOf(placeOf('company', account.company))}
            what={account.tierName}
            late={t('visits:overdueCount', { number: format.count(account.overdue) })}
            rest={[
              ...(account.visits.required > 0 ? [t('visits:visitsLine', { measure: measure(account.visits) })] : []),
              ...(account.calls.required > 0 ? [t('visits:callsLine', { measure: measure(account.calls) })] : []),
            ].join(' · ')}
            act={{ label: t('today:planVisit'), run: () => setPlanned(account) }}
          />
        ))}
      </WorkLines>
      {accounts.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PIECE)}>
          {t('board:more', { count: Math.min(PIECE, accounts.length - shown) })}
        </Button>
      )}
      {planned && (
        <RecordForm
          kind={visit}
          given={{
            company: planned.company,
            purpose: t('visits:purpose.on-site'),
            means: planned.visits.overdue > 0 ? 'on-site' : 'phone',
            occasion: 'regular',
            ...(planned.owner === undefined ? {} : { owner: planned.owner }),
          }}
          onClose={() => setPlanned(undefined)}
        />
      )}
    </TodaySection>
  );
}

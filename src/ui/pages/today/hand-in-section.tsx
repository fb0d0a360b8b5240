import { useTranslation } from 'react-i18next';
import type { UnfiledWeek } from '@/src/app/today-uses';
import { weekName } from '@/src/domain/followup/hand-in';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { WorkLine, WorkLines } from '../../records/work-line';
import { hashOf } from '../../shell/route';
import { TodaySection } from './today-section';

/** Last week's follow-ups, as long as nobody has handed them in. */
export function HandInSection({ unfiled: { week, count, deadline, isLate } }: { readonly unfiled: UnfiledWeek }) {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation('today');
  const sentence = useSentence();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const handIn = async (): Promise<void> => {
    const done = await app.claims.handIn({ week, timeZone });
    if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
    return tell({ text: t('handedIn', { week: weekName(week) }), undo: done.value.batchId });
  };
  return (
    <TodaySection name="unfiled" title={t('unfiled')}>
      <WorkLines>
        <WorkLine
          title={weekName(week)}
          href={hashOf(['accounts', 'registrations', 'week'], { week })}
          what={t('followUps', { count })}
          {...(isLate ? { late: t('late') } : {})}
          rest={t('handInBy', { when: format.time(deadline) })}
          act={{ label: t('handIn'), run: () => void handIn() }}
        />
      </WorkLines>
    </TodaySection>
  );
}

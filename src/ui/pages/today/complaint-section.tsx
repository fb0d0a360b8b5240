import { useTranslation } from 'react-i18next';
import { actorOf } from '@/src/app/acting';
import { nextOf } from '@/src/domain/records/transition';
import { complaint, type ComplaintFields } from '@/src/domain/care/complaint.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { MoveDialog } from '../../records/move-dialog';
import { useMove } from '../../records/use-move';
import { WorkLine, WorkLines } from '../../records/work-line';
import { addressOf } from '../../shell/address-of';
import { TodaySection } from './today-section';

/** Complaints that nobody has closed yet and that are not due by a day: those are among the duties. */
export function ComplaintSection({ complaints }: { readonly complaints: readonly Row<ComplaintFields>[] }) {
  const { settings, format } = useInterface();
  const { t } = useTranslation('today');
  const words = useKindWords()(complaint);
  const mover = useMove();
  if (complaints.length === 0) return null;
  return (
    <TodaySection name="complaints" title={t('complaints', { count: complaints.length })}>
      <WorkLines>
        {complaints.map((row) => {
          const next = nextOf(complaint, row, actorOf(settings));
          return (
            <WorkLine
              key={row.id}
              title={row.fields.subject}
              href={addressOf(complaint, row.id)}
              what={words.state(row.state)}
              rest={t('received', { day: format.day(row.fields.receivedOn) })}
              {...(next
                ? { act: { label: words.transition(next.name), run: () => void mover.move(complaint, row, next.to) } }
                : {})}
            />
          );
        })}
      </WorkLines>
      {mover.ask && <MoveDialog ask={mover.ask} onClose={mover.close} />}
    </TodaySection>
  );
}

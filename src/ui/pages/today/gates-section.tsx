import { useTranslation } from 'react-i18next';
import type { BlockedGate } from '@/src/domain/pipeline/blocked-gates';
import { opportunity } from '@/src/domain/pipeline/opportunity.kind';
import { WorkLine, WorkLines } from '../../records/work-line';
import { titleIn } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';
import { StepSheet } from '../pipeline/step-sheet';
import { useLocalText } from '../pipeline/use-schemes';
import { useStepMoves } from '../pipeline/use-step-moves';
import { TodaySection } from './today-section';

/** Opportunities that do not come through their gate; the evidence that it asks for is put on file from here. */
export function GatesSection({ gates }: { readonly gates: readonly BlockedGate[] }) {
  const { t } = useTranslation('today');
  if (gates.length === 0) return null;
  return (
    <TodaySection name="gates" title={t('gates', { count: gates.length })}>
      <WorkLines>
        {gates.map((gate) => (
          <GateLine key={gate.row.id} gate={gate} />
        ))}
      </WorkLines>
    </TodaySection>
  );
}

function GateLine({ gate: { row, scheme, stepName, days, missing } }: { readonly gate: BlockedGate }) {
  const { t } = useTranslation('today');
  const text = useLocalText();
  const moves = useStepMoves(scheme);
  return (
    <>
      <WorkLine
        title={titleIn(opportunity, row)}
        href={addressOf(opportunity, row.id)}
        what={t('gate', { step: text(stepName), count: days })}
        rest={t('gateMissing', { list: missing.map((criterion) => text(criterion.text)).join(' · ') })}
        act={{ label: t('evidence'), run: () => moves.record(row) }}
      />
      {moves.ask && <StepSheet ask={moves.ask} onClose={moves.close} />}
    </>
  );
}

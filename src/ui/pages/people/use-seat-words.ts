import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import { isFresh } from '@/src/domain/people/freshness';
import { stakeholder, type Stance, type StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { stakeholderTie } from '@/src/domain/people/stakeholder-tie.kind';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';

/** A shape for each stance, so that no colour is needed to tell them apart. */
const SHAPES: Readonly<Record<Stance, string>> = {
  supporter: '▲',
  neutral: '●',
  hostile: '■',
  doubter: '◆',
  misunderstander: '✖',
  backslider: '▼',
};

export interface SeatWords {
  /** Who sits there, or that nobody does. */
  name(seat: StakeholderRow): string;
  /** The same with the position: enough to tell two empty seats apart. */
  called(seat: StakeholderRow): string;
  role(seat: StakeholderRow): string;
  stance(seat: StakeholderRow): { readonly shape: string; readonly text: string; readonly isUnverified: boolean };
  tie(type: string): string;
}

/** What the seats of a chain are called, in the language of the interface. */
export function useSeatWords({ people }: Pick<PeopleOf, 'people'>): SeatWords {
  const { app } = useInterface();
  const { t } = useTranslation('people');
  const wordsOf = useKindWords();
  const [seats, ties] = [wordsOf(stakeholder), wordsOf(stakeholderTie)];
  const name = ({ fields: { person } }: StakeholderRow): string =>
    (person && people.get(person)?.fields.name.value) ?? t('emptySeat');
  return {
    name,
    called: (seat) => `${name(seat)} (${seat.fields.position})`,
    role: ({ fields: { role } }) => (role === undefined ? '' : seats.choice('role', role)),
    stance: ({ fields: { stance, stanceOn } }) => {
      if (stance === undefined) return { shape: '○', text: t('unknown'), isUnverified: false };
      const isUnverified = !isFresh(stanceOn, app.today());
      return { shape: SHAPES[stance], text: seats.choice('stance', stance), isUnverified };
    },
    tie: (type) => ties.choice('type', type),
  };
}

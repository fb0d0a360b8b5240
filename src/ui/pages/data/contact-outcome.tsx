import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactPlan } from '@/src/app/import-contacts';
import type { Conflict, Decision, ImportChoices } from '@/src/domain/exchange/decide-cards';
import type { Match } from '@/src/domain/identity/match';
import { formatPhone } from '@/src/domain/identity/phone-number';
import { mayReplace, type GivenValue } from '@/src/domain/parties/party-update';
import { useWords } from '../../components/use-value-text';

interface Props {
  readonly plan: ContactPlan;
  readonly decision: Decision;
  /** Names of cards by what they make. */
  readonly names: ReadonlyMap<string, string>;
  readonly choices: ImportChoices;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
}

/** What happens to one card and why, with the questions it leaves. */
export function ContactOutcome(props: Props) {
  const { decision } = props;
  const sentence = useOutcomeSentence(props);
  const why = useWhy();
  const { match, conflicts, outcome, matched } = decision;
  const isAsked = matched.candidates.length > 0 && matched.about?.match.tier !== 'same' && outcome !== 'without';
  return (
    <Stack gap={4}>
      <Text size="sm">{sentence}</Text>
      {match && (
        <Text size="xs" c="dimmed">
          {why(match)}
        </Text>
      )}
      {isAsked && <Answer {...props} />}
      {conflicts.map((conflict) => (
        <Difference key={conflict.field} {...props} conflict={conflict} />
      ))}
    </Stack>
  );
}

function useOutcomeSentence({ plan, decision, names }: Props): string {
  const { t } = useTranslation('contacts');
  const shown = useShownValue(plan);
  const words = useWords();
  const { outcome, adds, into, matched } = decision;
  const name = nameOf(decision, names);
  const values = adds
    .map((given) => `${words(`capture:field.${given.field}`, given.field)} ${shown(given)}`)
    .join(', ');
  if (outcome === 'new') return matched.card.kind === 'company' ? t('newCompany') : t('newPerson');
  if (outcome === 'update') return t('adds', { name, values });
  if (outcome === 'joined' && values !== '') return `${t('joined', { name })}. ${t('adds', { name, values })}`;
  if (outcome === 'joined') return t('joinedNothing', { name });
  if (outcome === 'conflict') return t('conflictWith', { name });
  if (outcome === 'same') return t('sameAs', { name });
  if (outcome === 'without') return t('without');
  return into === undefined && matched.candidates.length === 0 ? t('follows') : t('question');
}

/** The name of the record that a card goes into. */
function nameOf({ into = '', matched }: Decision, names: ReadonlyMap<string, string>): string {
  const { about, candidates } = matched;
  const rows = [...(about?.row ? [about.row] : []), ...candidates.map(({ row }) => row)];
  return rows.find(({ id }) => id === into)?.fields.name.value ?? names.get(into) ?? matched.card.name;
}

function useWhy(): (match: Match) => string {
  const { t } = useTranslation('capture');
  return ({ reasons }) => t('knownBy', { reasons: reasons.map((reason) => t(`reason.${reason}`)).join(t('and')) });
}

function useShownValue(plan: ContactPlan): (given: GivenValue) => string {
  return ({ field, value }) => {
    if (field === 'company') return plan.names.get(value) ?? value;
    return field === 'phones' ? formatPhone(value) : value;
  };
}

/** Is it the record that is like it, or somebody new? */
function Answer({ decision, choices, onChoose }: Props) {
  const { t } = useTranslation('contacts');
  const why = useWhy();
  const { makes, about, candidates, card } = decision.matched;
  const [first] = candidates;
  const isOpen = !about && first?.match.tier === 'likely' && choices.otherwise === 'open';
  const usual =
    about?.row?.id ?? (first?.match.tier === 'likely' && choices.otherwise === 'first' ? first.row.id : 'new');
  const answer = (what: string): void => {
    const answers = new Map(choices.answers);
    if (what === '') answers.delete(makes);
    else answers.set(makes, what);
    onChoose({ answers });
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={t('answer', { place: card.place, name: card.name })}
      value={choices.answers.get(makes) ?? (isOpen ? '' : usual)}
      onChange={(event) => answer(event.currentTarget.value)}
      data={[
        ...(isOpen ? [{ value: '', label: t('answerLater') }] : []),
        ...candidates.map(({ row, match }) => ({
          value: row.id,
          label: t('answerRecord', { name: row.fields.name.value, why: why(match) }),
        })),
        { value: 'new', label: t('answerNew') },
      ]}
    />
  );
}

/** Two values for one field: the one on file stays unless the user takes the other. */
function Difference({ plan, decision, choices, onChoose, conflict }: Props & { conflict: Conflict }) {
  const { t } = useTranslation('contacts');
  const words = useWords();
  const shown = useShownValue(plan);
  const { field, held, given, taken } = conflict;
  const key = `${decision.matched.makes} ${field}`;
  const choose = (value: string): void => {
    const take = new Set(choices.take);
    if (value === 'take') take.add(key);
    else take.delete(key);
    onChoose({ take });
  };
  const isSet = choices.takeAll || !mayReplace(given);
  return (
    <Radio.Group
      size="xs"
      label={t('differs', { field: words(`capture:field.${field}`, field) })}
      value={taken ? 'take' : 'keep'}
      onChange={choose}
      data-conflict={field}
    >
      <Stack gap={2}>
        <Radio
          size="xs"
          value="keep"
          disabled={choices.takeAll && taken}
          label={t('keep', { value: shown({ field, value: held }) })}
        />
        <Radio
          size="xs"
          value="take"
          disabled={isSet && !taken}
          label={t('take', { value: shown({ field, value: given }) })}
        />
      </Stack>
    </Radio.Group>
  );
}

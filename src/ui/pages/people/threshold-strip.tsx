import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import { informationScore } from '@/src/domain/people/information-score';
import { entryOfSeat } from '@/src/domain/people/stance-timeline';
import { supportCoverage } from '@/src/domain/people/support-coverage';
import { topContact, type TopContact } from '@/src/domain/people/top-contact';
import { winThresholds } from '@/src/domain/people/win-thresholds';
import { visit } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { RecordForm } from '../../records/record-form';
import classes from './people.module.css';
import { useSeatWords } from './use-seat-words';

/** The three thresholds, each with what it was computed from, and the warning while nobody has met whoever decides. */
export function ThresholdStrip({ chain }: { chain: PeopleOf }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('people');
  const today = app.today();
  const score = informationScore(chain.findings, today);
  const support = supportCoverage(chain.seats.map(entryOfSeat), today);
  const top = topContact(chain.seats, chain.contacts);
  const states = winThresholds(score, support, top);
  const said = {
    information: t('threshold.informationIs', { count: score.verified }),
    support:
      support.share === null
        ? t('threshold.supportNone')
        : t('threshold.supportIs', { share: format.share(support.share) }),
    top: topText(),
  };
  return (
    <Stack gap="xs">
      <dl className={classes['thresholds']} aria-label={t('threshold.title')}>
        {(['information', 'support', 'top'] as const).map((name) => (
          <div key={name} className={classes['threshold']} data-threshold={name} data-state={states[name]}>
            <Text component="dt" size="xs" c="dimmed">
              {t(`threshold.${name}`)}
            </Text>
            <Text component="dd" m={0} size="sm">
              <span aria-hidden="true">{states[name] === 'passed' ? '✓ ' : states[name] === 'open' ? '○ ' : '– '}</span>
              {said[name]} ({t(`threshold.state.${states[name]}`)})
            </Text>
          </div>
        ))}
      </dl>
      <TopWarning chain={chain} top={top} />
    </Stack>
  );

  function topText(): string {
    if (top.state === 'met') return t('threshold.topMet', { day: format.day(top.day) });
    if (top.state === 'never-met') return t('threshold.topNever');
    return top.state === 'no-seat' ? t('threshold.topUnknown') : t('threshold.topEmpty');
  }
}

function TopWarning({ chain, top }: { chain: PeopleOf; top: TopContact }) {
  const { t } = useTranslation('people');
  const words = useSeatWords(chain);
  const [planning, setPlanning] = useState(false);
  // A map that nobody is on is not in danger yet.
  if (top.state === 'met' || chain.seats.length === 0) return null;
  if (top.state !== 'never-met') {
    return (
      <Alert color="orange" role="note" data-warning={top.state}>
        {t(`warn.${top.state}`)}
      </Alert>
    );
  }
  const given = { company: chain.company.id, person: top.seat.fields.person ?? '' };
  return (
    <Alert color="orange" role="note" data-warning={top.state}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('warn.never-met', { name: words.name(top.seat) })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
          {t('planVisit')}
        </Button>
      </Group>
      {planning && <RecordForm kind={visit} given={given} onClose={() => setPlanning(false)} />}
    </Alert>
  );
}

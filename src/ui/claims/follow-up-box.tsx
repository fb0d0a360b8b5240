import { Alert, Button, Card, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { actorOf } from '@/src/app/acting';
import { followUp, MEANS, type Means } from '@/src/domain/followup/follow-up.kind';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindWords } from '../records/kind-words';

const EMPTY = { content: '', nextStep: '' };

/**
 * Writes down a call or talk with a company on file: what was said, the next step, saved by Enter in these fields. Not a form: the
 * form of the panel is what was captured.
 */
export function FollowUpBox({ row }: { row: Row<CompanyFields> }) {
  const { app, settings, tell } = useInterface();
  const { t } = useTranslation('claims');
  const sentence = useSentence();
  const words = useKindWords()(followUp);
  const [means, setMeans] = useState<Means>('phone');
  const [texts, setTexts] = useState(EMPTY);
  const [helps, setHelps] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const name = row.fields.name.value;
  const [busy, setBusy] = useState(false);
  const [isUsed, setIsUsed] = useState(false);
  const isOpen = isUsed || texts.content !== '';
  const canSave = !busy && texts.content.trim() !== '';
  const label = (path: string): string => words.field({ path, label: undefined });
  const save = async (): Promise<void> => {
    const { name: owner } = actorOf(settings);
    const goodwill = helps ? { goodwill: 'yes' } : {};
    const inputs = { ...texts, ...goodwill, company: row.id, means, day: app.today(), owner };
    const filled = Object.fromEntries(Object.entries(inputs).filter(([, text]) => text.trim() !== ''));
    setBusy(true);
    const made = await app.records.make(followUp, app.newRecord(), filled).finally(() => setBusy(false));
    if (!made.ok && made.error.code === 'not-admitted') return setRefusals(made.error.refusals);
    if (!made.ok) return tell({ text: sentence(made.error), tone: 'bad' });
    setTexts(EMPTY);
    setHelps(false);
    setRefusals([]);
    setIsUsed(false);
    return tell({ text: t('followedUp', { name }), undo: made.value.batchId });
  };
  const field = (path: keyof typeof EMPTY, called: string) => (
    <TextInput
      size="xs"
      label={called}
      {...(path === 'content' ? { placeholder: label(path) } : {})}
      data-input={path}
      value={texts[path]}
      onFocus={() => setIsUsed(true)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setTexts((all) => ({ ...all, [path]: value }));
      }}
      onKeyDown={(event) => isEnter(event) && canSave && void save()}
    />
  );
  return (
    <Card withBorder padding="sm" component="section" aria-label={t('followUpOf', { name })} data-follow-up>
      <Stack gap="xs">
        {/* One line until it is used: what stands below it is what the page says. */}
        {field('content', t('followUpOf', { name }))}
        {isOpen && field('nextStep', label('nextStep'))}
        {isOpen && (
          <SegmentedControl
            size="xs"
            aria-label={label('means')}
            value={means}
            onChange={(chosen) => setMeans(MEANS.find((one) => one === chosen) ?? 'phone')}
            data={MEANS.map((value) => ({ value, label: words.choice('means', value) }))}
          />
        )}
        {refusals.length > 0 && (
          <Alert color="orange" role="alert" p="xs">
            <Stack gap="xs">
              <Text size="sm">{refusals.map(words.refusal).join(' ')}</Text>
              <Checkbox
                size="xs"
                label={t('goodwill')}
                checked={helps}
                onChange={(event) => setHelps(event.currentTarget.checked)}
              />
            </Stack>
          </Alert>
        )}
        {isOpen && (
          <Group>
            <Button size="compact-sm" variant="light" disabled={!canSave} onClick={() => void save()}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** Enter, but not the one that takes a proposal of an input method. */
function isEnter({ key, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !nativeEvent.isComposing && keyCode !== 229;
}

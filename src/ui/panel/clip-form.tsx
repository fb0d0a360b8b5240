import { Alert, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { CLIP_KINDS, type ClipKind, type ClipPage } from '@/src/domain/clips/propose-clip';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface } from '../app-context';
import classes from './capture-panel.module.css';
import { useKindWords } from '../records/kind-words';
import { useNames } from '../records/use-reading';
import { ValueInput } from '../records/value-input';
import { useClip, type OpenClip } from './use-clip';

interface Props {
  readonly page: ClipPage;
  /** What was selected on the page, or pasted. */
  readonly text: string;
  /** With the record that was made; undefined when it was left. */
  readonly onDone: (record: RecordId | undefined) => void;
}

/** What a clip asks for, in order; the page comes along by itself. The rest is filled in later, in the room of the kind. */
const ASKED: Readonly<Record<ClipKind, readonly string[]>> = {
  'price-observation': [
    'product',
    'price',
    'priceTo',
    'unit',
    'promotion',
    'brand',
    'shop',
    'day',
    'competitor',
    'rivalOf',
    'note',
  ],
  'account-event': ['headline', 'company', 'what', 'day', 'detail'],
  'account-fact': ['fact', 'company', 'category', 'day', 'detail'],
};

/** A selected text as a price, an event or a fact: prefilled, to be looked at and saved. */
export function ClipForm(props: Props) {
  const { t } = useTranslation('clips');
  return props.text.trim() === '' ? <Text>{t('nothing')}</Text> : <Review {...props} />;
}

function Review({ page, text, onDone }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('clips');
  const { clip, choose, type, save } = useClip({ page, text, onDone });
  if (!clip) return null;
  const kind = must(app.kinds.get(clip.kind), 'the kinds of clips are kinds of the product');
  return (
    <form
      noValidate
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t('title')}
        </Title>
        <Text
          component="blockquote"
          m={0}
          size="sm"
          c="dimmed"
          lineClamp={4}
          aria-label={t('selected')}
          style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
        >
          {clip.proposal.text}
        </Text>
        <KindChoice kind={clip.kind} onChoose={choose} />
        <Inputs key={clip.kind} clip={clip} kind={kind} onType={type} />
        {clip.fault && !ASKED[clip.kind].includes(clip.fault.path ?? '') && (
          <Alert color="orange" role="alert">
            {clip.fault.text}
          </Alert>
        )}
        <Foot key={clip.record} clip={clip} kind={kind} onLeave={() => onDone(undefined)} />
      </Stack>
    </form>
  );
}

function KindChoice({ kind, onChoose }: { kind: ClipKind; onChoose: (kind: ClipKind) => void }) {
  const { t } = useTranslation('clips');
  const words = useKindWords();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('kind')}
      value={kind}
      onChange={onChoose}
      data={CLIP_KINDS.map((value) => ({ value, label: words({ name: value }).one }))}
    />
  );
}

function Inputs({ clip, kind, onType }: { clip: OpenClip; kind: Kind; onType: (path: string, text: string) => void }) {
  const { t } = useTranslation('clips');
  const words = useKindWords()(kind);
  const names = useNames(kind);
  if (!names) return null;
  return (
    <>
      {names.size === 0 && clip.kind !== 'price-observation' && <Text size="sm">{t('companyHint')}</Text>}
      {ASKED[clip.kind].map((path) => (
        <ValueInput
          key={path}
          field={{ path, spec: must(kind.fields[path], path), label: undefined }}
          label={words.field({ path, label: undefined })}
          text={clip.texts[clip.kind][path] ?? ''}
          onText={(text) => onType(path, text)}
          names={names}
          choice={(value) => words.choice(path, value)}
          error={clip.fault?.path === path ? clip.fault.text : undefined}
          onKeyDown={(event) => {
            // Enter ends the composition of a Chinese word before it may save.
            if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229))
              event.preventDefault();
          }}
        />
      ))}
    </>
  );
}

function Foot({ clip, kind, onLeave }: { clip: OpenClip; kind: Kind; onLeave: () => void }) {
  const { t } = useTranslation();
  const saveButton = useRef<HTMLButtonElement>(null);
  const isWhole = ASKED[clip.kind].every(
    (path) => !kind.fields[path]?.required || (clip.texts[clip.kind][path] ?? '') !== '',
  );
  // What lacks nothing can be saved with Enter at once.
  const offer = useEffectEvent(() => {
    if (isWhole) saveButton.current?.focus();
  });
  // Only when the form opens: typing must not lose its place.
  useEffect(() => offer(), []);
  return (
    <Group className={classes['foot'] ?? ''} justify="space-between">
      <Button ref={saveButton} type="submit" loading={clip.saving}>
        {t('action.save')}
      </Button>
      <Button variant="default" onClick={onLeave}>
        {t('action.cancel')}
      </Button>
    </Group>
  );
}

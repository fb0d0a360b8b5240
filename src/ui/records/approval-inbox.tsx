import { Button, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { Approval } from '@/src/app/list-approvals';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { ApprovalCard, decisionsOf } from './approval-card';
import { MoveDialog } from './move-dialog';
import { useReadingFor, type KindReading } from './use-kind-reading';
import { useMove, type Mover } from './use-move';

/** Records of a kind drawn at once, and how many more each time they are asked for: each asks for its history. */
const PIECE = 5;

/** What waits for a decision of the user, of all kinds (审批). */
export function ApprovalInbox({ approvals }: { approvals: readonly Approval[] }) {
  const { t } = useTranslation('board');
  const mover = useMove();
  const kinds = useMemo(() => byKind(approvals), [approvals]);
  if (approvals.length === 0) return <Text>{t('approvalsNone')}</Text>;
  return (
    <Stack gap="md">
      {kinds.map(([kind, waiting]) => (
        <KindApprovals key={kind.name} kind={kind} waiting={waiting} mover={mover} />
      ))}
      {mover.ask && <MoveDialog ask={mover.ask} onClose={mover.close} />}
    </Stack>
  );
}

function byKind(approvals: readonly Approval[]): (readonly [Kind, readonly Approval[]])[] {
  const kinds = [...new Set(approvals.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, approvals.filter((one) => one.kind === kind)]);
}

interface Props {
  readonly kind: Kind;
  readonly waiting: readonly Approval[];
  readonly mover: Mover;
}

function KindApprovals({ kind, waiting, mover }: Props) {
  const { t } = useTranslation('board');
  const [ticked, setTicked] = useState<ReadonlySet<RecordId>>(new Set());
  const [shown, setShown] = useState(PIECE);
  const first = waiting.slice(0, shown);
  const of = useReadingFor(
    kind,
    first.map(({ row }) => row),
  );
  if (!of) return null;
  const tick = (record: RecordId): void => {
    const next = new Set(ticked);
    if (!next.delete(record)) next.add(record);
    setTicked(next);
  };
  return (
    <section aria-label={of.words.all}>
      <Title order={3} size="h5" mb="xs">
        {of.words.all} · {waiting.length}
      </Title>
      <Stack gap="xs">
        <Together of={of} waiting={waiting.filter(({ row }) => ticked.has(row.id))} />
        {first.map((approval) => (
          <ApprovalCard
            key={approval.row.id}
            approval={approval}
            of={of}
            mover={mover}
            ticked={ticked.has(approval.row.id)}
            onTick={() => tick(approval.row.id)}
          />
        ))}
        {waiting.length > shown && (
          <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PIECE)}>
            {t('more', { count: Math.min(PIECE, waiting.length - shown) })}
          </Button>
        )}
      </Stack>
    </section>
  );
}

/** Approves those that are ticked, as one batch; what does not pass by itself stays. */
function Together({ of: { kind, words }, waiting }: { of: KindReading; waiting: readonly Approval[] }) {
  const { app, tell } = useInterface();
  const sentence = useSentence();
  const { t } = useTranslation('board');
  const [busy, setBusy] = useState(false);
  if (waiting.length === 0) return null;
  const approveAll = async (): Promise<void> => {
    setBusy(true);
    const approved = waiting.flatMap(({ row, ways }) => {
      const [way] = decisionsOf(ways, 'approve');
      return way ? [{ id: row.id, ...way }] : [];
    });
    const moves = new Map(approved.map(({ id, to }) => [id, to]));
    const moved = await app.records.moveTogether({ kind, moves });
    setBusy(false);
    if (!moved.ok) return tell({ text: sentence(moved.error), tone: 'bad' });
    const { receipt, stayed } = moved.value;
    const transition = words.transition(approved[0]?.name ?? '');
    if (receipt) tell({ text: t('approved', { transition, count: receipt.changed }), undo: receipt.batchId });
    if (stayed.length > 0) tell({ text: t('approvedNot', { count: stayed.length }), tone: 'bad' });
  };
  return (
    <Button size="sm" disabled={busy} onClick={() => void approveAll()} style={{ alignSelf: 'start' }}>
      {t('approveSelected', { count: waiting.length })}
    </Button>
  );
}

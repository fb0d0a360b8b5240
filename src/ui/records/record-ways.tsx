import { Badge, Button, Group } from '@mantine/core';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { useLive } from '../app-context';
import { useKindWords } from './kind-words';
import { MoveDialog } from './move-dialog';
import { useMove } from './use-move';

/** The state of a record and the ways out of it; a way asks for what it needs, as on the board. */
export function RecordWays({ kind, row }: { kind: Kind; row: Row }) {
  const kindWords = useKindWords()(kind);
  const mover = useMove();
  const ways = useLive(`ways:${row.id}`, (app) => app.records.waysOut(kind, row.id)) ?? [];
  return (
    <Group gap="xs" data-state={row.state}>
      <Badge variant="default" size="lg" tt="none">
        {kindWords.state(row.state)}
      </Badge>
      {ways
        .filter(({ forbidden }) => !forbidden)
        .map(({ transition }) => (
          <Button
            key={transition.name}
            size="compact-sm"
            variant="light"
            onClick={() => void mover.move(kind, row, transition.to)}
          >
            {kindWords.transition(transition.name)}
          </Button>
        ))}
      {mover.ask && <MoveDialog ask={mover.ask} onClose={mover.close} />}
    </Group>
  );
}

import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  ConnectionMode,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
  type NodeProps,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { rankInfluence, type Ranked } from '@/src/domain/people/rank-influence';
import type { Place, StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import classes from './people.module.css';
import { SeatCard } from './seat-card';
import type { SeatMenuProps } from './seat-menu';
import { useSeatPlaces } from './use-seat-places';
import { linesOf, usePeopleWrites, type Line } from './use-people-writes';
import { useSeatWords, type SeatWords } from './use-seat-words';

type SeatNode = Node<Pick<SeatMenuProps, keyof SeatMenuProps> & { readonly ranked: Ranked | undefined }, 'seat'>;

const NODE_TYPES = { seat: MapSeat };
const GRID: [number, number] = [16, 16];
/** Cards stay readable: on a narrow screen not all of a large map is in sight. */
const FITTING = { minZoom: 0.7, maxZoom: 1, padding: 0.06 };
const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

interface Props extends Omit<SeatMenuProps, 'seat'> {
  /** A line was drawn with the pointer. */
  readonly onLine: (from: StakeholderRow, to: RecordId) => void;
}

/** The people of a chain as cards with lines between them. Whatever is done with the pointer can be done with keys. */
export function PeopleMap({ chain, onEdit, onConnect, onLine }: Props) {
  const { t } = useTranslation('people');
  const words = useSeatWords(chain);
  const writes = usePeopleWrites(chain);
  const scheme = useComputedColorScheme('light');
  const { places, onMoved } = useSeatPlaces(chain.seats, (moved) => void writes.arrange(moved));
  const lines = useMemo(() => linesOf(chain), [chain]);
  const { nodes, onNodesChange } = useSeatNodes({ chain, onEdit, onConnect }, places, onMoved);
  const { edges, onEdgesChange } = useSeatEdges(lines, places, words);
  const map = useRef<ReactFlowInstance<SeatNode>>(undefined);
  // Whoever comes, and whoever the layout moves, is in sight.
  const size = `${nodes.length} ${lines.length}`;
  const fitted = useRef(size);
  useEffect(() => {
    if (fitted.current === size) return;
    fitted.current = size;
    void map.current?.fitView(FITTING);
  }, [size]);
  return (
    <section className={classes['map']} aria-label={t('mapLabel')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onInit={(made) => {
          map.current = made;
        }}
        onConnect={({ source, target }) => {
          const from = chain.seats.find(({ id }) => id === source);
          // Safe: nodes are called by the ids of their seats.
          if (from && source !== target) onLine(from, target as RecordId);
        }}
        onBeforeDelete={async (going) => {
          const ids = new Set(going.nodes.map(({ id }) => id));
          if (ids.size > 0) await writes.remove(chain.seats.filter(({ id }) => ids.has(id)));
          else for (const { id } of going.edges) await untie(id);
          // The store tells the map what is left.
          return false;
        }}
        deleteKeyCode="Delete"
        connectionMode={ConnectionMode.Loose}
        snapToGrid
        snapGrid={GRID}
        minZoom={0.2}
        maxZoom={1.5}
        fitView
        fitViewOptions={FITTING}
        zoomOnScroll={false}
        preventScrolling={false}
        colorMode={scheme}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('keys'),
          'node.a11yDescription.keyboardDisabled': t('keys'),
          'edge.a11yDescription.default': t('keys'),
          'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('at', { x: Math.round(x), y: Math.round(y) }),
          'controls.ariaLabel': t('mapLabel'),
          'controls.zoomIn.ariaLabel': t('zoomIn'),
          'controls.zoomOut.ariaLabel': t('zoomOut'),
          'controls.fitView.ariaLabel': t('fitView'),
        }}
      >
        <Background gap={GRID[0]} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );

  async function untie(id: string): Promise<void> {
    const line = lines.find((one) => idOf(one) === id);
    if (line) await writes.untie(line);
  }
}

/** What only the map knows of its cards and lines. */
interface Kept {
  readonly selected?: boolean;
  readonly measured?: { readonly width: number; readonly height: number };
}

/** The cards. What only the map knows of them (what is selected, how large they are) stays while they change. */
function useSeatNodes(
  { chain, onEdit, onConnect }: Omit<SeatMenuProps, 'seat'>,
  places: ReadonlyMap<RecordId, Place>,
  onMoved: (id: RecordId, place: Place, isOver: boolean) => void,
) {
  const words = useSeatWords(chain);
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const ranks = useMemo(() => new Map(rankInfluence(chain.seats).map((one) => [one.row.id, one])), [chain.seats]);
  const nodes = chain.seats.map((seat): SeatNode => {
    const spoken = [words.called(seat), words.role(seat), words.stance(seat).text];
    return {
      id: seat.id,
      type: 'seat',
      position: places.get(seat.id) ?? { x: 0, y: 0 },
      data: { chain, seat, onEdit, onConnect, ranked: ranks.get(seat.id) },
      ariaLabel: spoken.filter((part) => part !== '').join(', '),
      ...kept.get(seat.id),
    };
  });
  const onNodesChange = (changes: readonly NodeChange<SeatNode>[]): void => {
    for (const change of changes) {
      // Safe: nodes are called by the ids of their seats.
      if (change.type === 'position' && change.position)
        onMoved(change.id as RecordId, change.position, change.dragging !== true);
    }
    setKept((before) => keptAfter(before, changes));
  };
  return { nodes, onNodesChange };
}

function keptAfter(
  before: ReadonlyMap<string, Kept>,
  changes: readonly (NodeChange | EdgeChange)[],
): ReadonlyMap<string, Kept> {
  const after = new Map(before);
  for (const change of changes) {
    if (change.type === 'select') after.set(change.id, { ...after.get(change.id), selected: change.selected });
    if (change.type === 'dimensions' && change.dimensions)
      after.set(change.id, { ...after.get(change.id), measured: change.dimensions });
  }
  return after;
}

function useSeatEdges(lines: readonly Line[], places: ReadonlyMap<RecordId, Place>, words: SeatWords) {
  const { t } = useTranslation('people');
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const edges = lines.map((line): Edge => {
    const { from, to, type } = line;
    const isTree = type === 'reports-to';
    const spoken = { from: words.called(from), to: words.called(to), type: words.tie(type) };
    return {
      id: idOf(line),
      source: from.id,
      target: to.id,
      ...sidesOf(places.get(from.id), places.get(to.id)),
      type: isTree ? 'smoothstep' : 'default',
      className: type,
      ariaLabel: t('line', spoken),
      ...(isTree ? {} : { label: spoken.type, markerEnd: { type: MarkerType.ArrowClosed } }),
      selected: kept.get(idOf(line))?.selected ?? false,
    };
  });
  const onEdgesChange = (changes: readonly EdgeChange[]): void => setKept((before) => keptAfter(before, changes));
  return { edges, onEdgesChange };
}

/** A line without a record is called by the seat that reports. */
function idOf({ from, record }: Line): string {
  return record ?? `reports-${from.id}`;
}

/** A line leaves a card, and comes to one, at the side that is nearest to the other card. */
function sidesOf(from: Place = { x: 0, y: 0 }, to: Place = { x: 0, y: 0 }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const isLevel = Math.abs(dx) > Math.abs(dy) * 1.5;
  const [ahead, behind] = isLevel ? [Position.Right, Position.Left] : [Position.Bottom, Position.Top];
  const isForward = isLevel ? dx > 0 : dy > 0;
  return { sourceHandle: isForward ? ahead : behind, targetHandle: isForward ? behind : ahead };
}

function MapSeat({ data }: NodeProps<SeatNode>) {
  return (
    <>
      {SIDES.map((side) => (
        <Handle key={side} id={side} type="source" position={side} />
      ))}
      <SeatCard {...data} />
    </>
  );
}

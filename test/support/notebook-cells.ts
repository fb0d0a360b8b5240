import { openBindings } from '@/scripts/cli/open-bindings';
import type { Cells } from '@/src/app/ports/cells';
import type { Store } from '@/src/app/ports/store';
import type { CellPorts } from '@/src/app/run-cell';
import { runFrame } from '@/src/platform/cells/frame';
import { packTable } from '@/src/platform/cells/js/pack-tables';
import { readAnswer } from '@/src/platform/cells/js/read-answer';
import { runText } from '@/src/platform/cells/js/run-text';
import { writeAnswer } from '@/src/platform/cells/js/shape-answer';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { SqlService } from '@/src/platform/cells/sql-service';
import { loadDanfojs } from './danfojs';

import type { World } from './world';

/** What runs cells in the product, without the workers and the sandbox around it. Programs see no `dfd`. */
export async function cellPorts({ ports: { store, datasets } }: World): Promise<CellPorts> {
  const danfo = await loadDanfojs();
  return {
    datasets: { analyse: datasets.analyse, frame: async (plan, tables) => runFrame(danfo, plan, tables) },
    cells: await cellsOver(store),
  };
}

async function cellsOver(store: Store): Promise<Cells> {
  const db = await openBindings();
  const service = new SqlService(
    async () => store,
    async () => new SqlEngine(db),
  );
  return {
    sql: async ({ dataset, sql, tables }) => {
      const prepared = await service.prepare(dataset);
      return prepared.ok ? service.run(sql, tables) : prepared;
    },
    js: async ({ source, tables, values }) => {
      const packed = Object.entries(tables).map(([name, table]) => [name, packTable(table)] as const);
      const answer = await runText({ source, tables: Object.fromEntries(packed), values, danfo: undefined }, undefined);
      return readAnswer(new TextEncoder().encode(writeAnswer(answer)).buffer);
    },
  };
}

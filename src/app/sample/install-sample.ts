import { dayOf } from '@/src/kernel/calendar';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import type { Evidenced } from '@/src/domain/records/evidence';
import { openOrders, readOrders, saveOrders } from '../import-orders';
import type { Datasets, FileError } from '../ports/datasets';
import type { Receipt, Store, StoreError } from '../ports/store';
import type { Clock, IdSource } from '../ports/world';
import { sampleOrders } from './sample-orders';

export interface SamplePorts {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly clock: Clock;
  readonly ids: IdSource;
}

const SEED = 20_260_101;
const LINES = 12_000;

/**
 * Sample data that show what the product does: a sales file of two years and three companies with a contact each.
 * One batch: undoing it removes all of it.
 */
export async function installSample(
  { store, datasets, clock, ids }: SamplePorts,
  request: { readonly batchId: BatchId; readonly language: 'en' | 'zh' },
): Promise<Result<Receipt, FileError | StoreError>> {
  const { language, batchId } = request;
  const today = new Date(clock.now());
  const lastDay = dayOf({ year: today.getUTCFullYear(), month: today.getUTCMonth() + 1, day: today.getUTCDate() });
  const text = sampleOrders({ seed: SEED, lines: LINES, lastDay, language });
  const file = new File([text], language === 'zh' ? '示例销售数据.csv' : 'Sample sales.csv', { type: 'text/csv' });
  const opened = await openOrders({ store, datasets }, file, {});
  if (!opened.ok) return opened;
  // Safe: this is where the id of the dataset is made.
  const datasetId = ids.next() as RecordId;
  const staged = await readOrders(datasets, { opened: opened.value, datasetId }, () => undefined);
  if (!staged.ok) return staged;
  const alongside = sampleParties(ids, today.toISOString());
  const saved = await saveOrders(
    { store, datasets, clock },
    { batchId, staged: staged.value, cause: 'sample', alongside },
  );
  if (!saved.ok) await datasets.discard(datasetId);
  return saved;
}

const PARTIES = [
  {
    name: '上海青禾岭泵业有限公司',
    website: 'https://qinghe.example/',
    phone: '+862155550101',
    person: '王晓岚',
    title: '采购经理',
    email: 'wang.xl@qinghe.example',
  },
  {
    name: 'Northwick Instruments Ltd',
    website: 'https://northwick.example/',
    phone: '+442079460101',
    person: 'Olivia Grant',
    title: 'Head of procurement',
    email: 'o.grant@northwick.example',
  },
  {
    name: 'Tarnhill Optics GmbH',
    website: 'https://tarnhill.example/',
    phone: '+493023125101',
    person: 'Lukas Brandt',
    title: 'Einkaufsleiter',
    email: 'l.brandt@tarnhill.example',
  },
] as const;

function sampleParties(ids: IdSource, at: string): Change[] {
  const value = <V extends string>(text: V): Evidenced<V> => ({
    value: text,
    raw: text,
    confidence: 1,
    sources: [{ kind: 'sample', url: '', snippet: text, at, extractor: 'sample' }],
    status: 'accepted',
  });
  return PARTIES.flatMap(({ name, website, phone, person, title, email }): Change[] => {
    const company = ids.next() as RecordId;
    return [
      {
        make: company,
        kind: 'company',
        fields: { name: value(name), website: value(website), phones: { [ids.next()]: value(phone) } },
      },
      {
        make: ids.next() as RecordId,
        kind: 'person',
        fields: {
          name: value(person),
          title: value(title),
          company: value(company),
          emails: { [ids.next()]: value(email) },
        },
      },
    ];
  });
}

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { FileError, ReadProgress } from '@/src/app/ports/datasets';
import type { StoreError } from '@/src/app/ports/store';
import type { FilePreview, GivenFormat } from '@/src/domain/tabular/sales-file';
import type { ColumnRoles, Role } from '@/src/domain/tabular/roles/roles';
import { useInterface } from '../../app-context';
import { warmCharts } from '../../charts/load-charts';
import { goTo } from '../../shell/route';
import { takeOver } from './handed-over';

export type ImportState =
  | { readonly step: 'idle'; readonly error?: FileError | StoreError }
  | { readonly step: 'preview'; readonly file: File; readonly preview: FilePreview; readonly roles: ColumnRoles }
  | { readonly step: 'reading'; readonly file: File; readonly progress?: ReadProgress & { readonly rate: number } };

/** The steps of one import and what each may lead to. */
export function useImport() {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('data');
  const [state, setState] = useState<ImportState>({ step: 'idle' });
  const reading = useRef<RecordId | undefined>(undefined);

  const open = async (file: File, given: GivenFormat = {}): Promise<void> => {
    const preview = await app.datasets.preview(file, given);
    if (!preview.ok) return setState({ step: 'idle', error: preview.error });
    return setState({ step: 'preview', file, preview: preview.value, roles: preview.value.roles });
  };

  // Opening is the same from one rendering to the next: the file that was handed over is taken once.
  const opening = useRef(open);
  useEffect(() => {
    const file = takeOver();
    if (file) void opening.current(file);
  }, []);

  const start = async (): Promise<void> => {
    if (state.step !== 'preview') return;
    const { file, preview, roles } = state;
    const datasetId = app.newRecord();
    const batchId = app.newBatch();
    const began = app.now();
    reading.current = datasetId;
    setState({ step: 'reading', file });
    // The worker reads; the page has time to get ready for the charts.
    warmCharts();
    const imported = await app.datasets.import({ batchId, datasetId, file, preview, roles }, (progress) => {
      // A report may come after the end: it travels by another way than the answer.
      if (reading.current !== datasetId) return;
      const rate = progress.rows / Math.max(0.001, (app.now() - began) / 1000);
      setState({ step: 'reading', file, progress: { ...progress, rate } });
    });
    reading.current = undefined;
    if (!imported.ok) return setState({ step: 'idle', error: imported.error });
    const { facts } = imported.value.read;
    setState({ step: 'idle' });
    tell({
      text: t('imported', {
        used: format.count(facts.used),
        total: format.count(facts.total),
        customers: format.count(facts.customers),
        first: facts.firstDay ? format.day(facts.firstDay) : '–',
        last: facts.lastDay ? format.day(facts.lastDay) : '–',
        amount: format.money(facts.amount),
      }),
      undo: batchId,
    });
    return goTo(['analysis', 'pareto'], { dataset: datasetId });
  };

  return {
    state,
    open: (file: File) => void open(file),
    reread: (given: GivenFormat) => state.step === 'preview' && void open(state.file, given),
    setRoles: (position: number, role: Role | undefined) =>
      state.step === 'preview' && setState({ ...state, roles: withRole(state.roles, position, role) }),
    start: () => void start(),
    cancel: () => {
      if (reading.current) void app.datasets.cancel(reading.current);
      else setState({ step: 'idle' });
    },
  };
}

/** The roles with one set; the column that had it before gives it up. */
function withRole(roles: ColumnRoles, position: number, role: Role | undefined): ColumnRoles {
  return roles.map((held, i) => (i === position ? role : held === role ? undefined : held));
}

import type { App } from '@/src/app/create-app';
import type { OpenedFile, StagedOrders } from '@/src/app/import-orders';
import { fitTogether, type Misfit, type NoneFits, type OpenedTogether } from '@/src/app/open-together';
import type { FileError, ReadProgress } from '@/src/app/ports/datasets';
import type { Receipt, StoreError } from '@/src/app/ports/store';
import type { RecordId } from '@/src/kernel/ids';
import { ok, type Result } from '@/src/kernel/result';
import type { RateTable } from '@/src/domain/tabular/rates/rate-table';
import { withRole } from '@/src/domain/tabular/remembered-roles';
import { missingRoles, type Role } from '@/src/domain/tabular/roles/roles';
import type { GivenFormat } from '@/src/domain/tabular/sales-file';
import type { Target } from './handed-over';

export type ImportState =
  /** With `misfits`: none of the files could be appended to `onto`. */
  | {
      readonly step: 'idle';
      readonly error?: FileError;
      readonly misfits?: readonly Misfit[];
      readonly onto?: Target | undefined;
    }
  | { readonly step: 'opening'; readonly file: File }
  | OpenedImport;

/** A file on the screen: what it is taken for, and how far reading it has come. */
export interface OpenedImport {
  readonly step: 'opened';
  readonly opened: OpenedFile;
  /** Files of its kind, which become one with it. */
  readonly beside: readonly OpenedFile[];
  /** Files that were chosen with it and are of no kind with it. */
  readonly misfits: readonly Misfit[];
  /** The dataset that they are appended to. */
  readonly onto?: Target | undefined;
  /** What the user said of the file. */
  readonly given: GivenFormat;
  /** The currencies among which one has to be chosen; fewer than two where there is no choice. */
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
  /** Or all of them become one by these. */
  readonly rates: RateTable | undefined;
  readonly reading: ImportReading;
  /** The user has said yes: it is saved as soon as it is read. */
  readonly wanted: boolean;
  readonly error?: StoreError;
}

/** `waiting`: for columns without which nothing can be read, or for the user to have finished typing. */
export type ImportReading =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly progress?: ReadProgress & { readonly rate: number } }
  | { readonly is: 'read'; readonly staged: StagedOrders }
  | { readonly is: 'failed'; readonly error: FileError };

/** A changed setting is read with when nothing more was changed for so many milliseconds. */
const PAUSE = 300;
const WAITING: ImportReading = { is: 'waiting' };
const NO_CHOICE = { currencies: [], currency: undefined, rates: undefined };

/** Whether the user may say yes: the columns are known, and what was read so far can be counted and added up. */
export function mayImport({ opened, reading, currencies, currency, rates }: OpenedImport): boolean {
  if (missingRoles(opened.mapping.roles).length > 0 || reading.is === 'failed') return false;
  if (reading.is === 'read' && reading.staged.read.facts.used === 0) return false;
  return currencies.length < 2 || currency !== undefined || rates !== undefined;
}

/**
 * One file, or several of one kind, on the way into the workspace. It is read as soon as it can be, with the code of the import and without writing;
 * every change of how it is to be read ends that reading, lets go of what it gave and begins anew.
 */
export class ImportSession {
  private readonly app: Pick<App, 'datasets' | 'newRecord' | 'now'>;
  private saved: (staged: StagedOrders, receipt: Receipt, onto?: Target) => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  private current: ImportState = { step: 'idle' };
  /** Counts openings, changes and cancellations: what an earlier one gives is dropped. */
  private turn = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private readingId: RecordId | undefined;
  private isSaving = false;
  /** What was chosen, and for what. */
  private files: readonly File[] = [];
  private onto: Target | undefined;

  constructor(app: ImportSession['app']) {
    this.app = app;
  }

  /** What is to be done when the file has been saved; what was said before holds no more. */
  onSaved(act: ImportSession['saved']): void {
    this.saved = act;
  }

  readonly state = (): ImportState => this.current;

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @param onto a dataset that the files are appended to. */
  open(files: readonly File[], onto?: Target): void {
    const [file] = files;
    if (!file || this.isSaving) return;
    this.stop();
    this.files = files;
    this.onto = onto;
    this.show({ step: 'opening', file });
    void this.look({});
  }

  /** Another encoding, delimiter, header line or sheet. */
  giveFormat(given: GivenFormat): void {
    const { current } = this;
    if (current.step !== 'opened' || this.isSaving) return;
    this.stop();
    // Another sheet has its header elsewhere.
    const all = given.sheet === undefined ? { ...current.given, ...given } : given;
    this.show({ ...current, given: all, reading: WAITING, wanted: false, ...NO_CHOICE });
    this.later(() => void this.look(all));
  }

  giveRole(position: number, role: Role | undefined): void {
    const { current } = this;
    if (current.step !== 'opened' || this.isSaving) return;
    this.stop();
    const opened = { ...current.opened, mapping: withRole(current.opened.mapping, position, role) };
    const others = [...current.beside, ...current.misfits.flatMap((one) => ('opened' in one ? [one.opened] : []))];
    const unread = current.misfits.filter((one) => 'error' in one);
    const { beside, misfits } = fitTogether(opened, others);
    this.show({
      ...current,
      opened,
      beside,
      misfits: [...misfits, ...unread],
      reading: WAITING,
      wanted: false,
      ...NO_CHOICE,
    });
    this.later(() => void this.read());
  }

  giveCurrency(currency: string | undefined): void {
    this.choose({ currency, rates: undefined });
  }

  /** Amounts are converted by these instead of one currency being chosen; undefined for neither. */
  giveRates(rates: RateTable | undefined): void {
    this.choose({ currency: undefined, rates });
  }

  private choose(choice: Pick<OpenedImport, 'currency' | 'rates'>): void {
    const { current } = this;
    if (current.step !== 'opened' || this.isSaving) return;
    this.stop();
    this.show({ ...current, ...choice, reading: WAITING, wanted: false });
    void this.read();
  }

  /** Saves what was read, or what is being read as soon as it is. */
  import(): void {
    const { current } = this;
    if (current.step !== 'opened' || !mayImport(current) || this.isSaving) return;
    this.show({ ...current, wanted: true });
    void this.save();
  }

  /** Nothing stays of the file. While it is being saved it is too late. */
  cancel(): void {
    if (this.isSaving) return;
    const { current } = this;
    const isAtWork = current.step === 'opening' || (current.step === 'opened' && current.reading.is === 'reading');
    this.leave();
    this.show({ step: 'idle', ...(isAtWork ? { error: { code: 'cancelled' } } : {}) });
  }

  /** The screen is left. */
  leave(): void {
    if (this.isSaving) return;
    this.stop();
    void this.app.datasets.release();
  }

  private async look(given: GivenFormat): Promise<void> {
    const mine = this.turn;
    const { onto } = this;
    const opened = await this.openAll(given);
    if (mine !== this.turn) return;
    if (!opened.ok) return this.fail(opened.error);
    const { value } = opened;
    if (!value.opened) return this.show({ step: 'idle', misfits: value.misfits, onto });
    this.show({
      step: 'opened',
      ...value,
      onto,
      given,
      ...NO_CHOICE,
      reading: WAITING,
      wanted: false,
    });
    return this.read();
  }

  private async openAll(given: GivenFormat): Promise<Result<OpenedTogether | NoneFits, FileError>> {
    const { onto } = this;
    const [file, ...more] = this.files;
    const { datasets } = this.app;
    if (!file || more.length > 0 || onto) return datasets.openTogether(this.files, given, onto?.id);
    const opened = await datasets.open(file, given);
    return opened.ok ? ok({ opened: opened.value, beside: [], misfits: [] }) : opened;
  }

  /** A file that cannot be opened is left; one that only does not open in the way that was asked for stays. */
  private fail(error: FileError): void {
    const { current } = this;
    this.show(current.step === 'opened' ? { ...current, reading: { is: 'failed', error } } : { step: 'idle', error });
  }

  private async read(): Promise<void> {
    const { current } = this;
    if (current.step !== 'opened' || missingRoles(current.opened.mapping.roles).length > 0) return;
    const mine = this.turn;
    const datasetId = this.app.newRecord();
    const began = this.app.now();
    this.readingId = datasetId;
    this.change({ reading: { is: 'reading' } });
    const { opened, beside, onto, currency, rates } = current;
    const request = {
      opened,
      datasetId,
      beside,
      ...(currency === undefined ? {} : { currency }),
      ...(rates === undefined ? {} : { rates }),
      ...(onto ? { onto: onto.id } : {}),
    };
    const read = await this.app.datasets.read(request, (progress) => {
      // A report may come after the end: it travels by another way than the answer.
      if (mine !== this.turn || !this.isReading()) return;
      const rate = progress.rows / Math.max(0.001, (this.app.now() - began) / 1000);
      this.change({ reading: { is: 'reading', progress: { ...progress, rate } } });
    });
    if (mine !== this.turn) return;
    if (!read.ok) return this.change({ reading: { is: 'failed', error: read.error }, wanted: false });
    const { currencies = [] } = read.value.read.facts;
    this.change({
      reading: { is: 'read', staged: read.value },
      ...(currency === undefined && rates === undefined ? { currencies } : {}),
    });
    return this.save();
  }

  private async save(): Promise<void> {
    const { current } = this;
    if (current.step !== 'opened' || current.reading.is !== 'read' || !current.wanted) return;
    if (!mayImport(current)) return this.change({ wanted: false });
    const { staged } = current.reading;
    this.isSaving = true;
    const saved = await this.app.datasets.save(staged);
    this.isSaving = false;
    if (!saved.ok) return this.change({ wanted: false, error: saved.error });
    this.readingId = undefined;
    this.show({ step: 'idle' });
    return this.saved(staged, saved.value, current.onto);
  }

  private isReading(): boolean {
    return this.current.step === 'opened' && this.current.reading.is === 'reading';
  }

  /** Ends what is under way. What was read is let go of. */
  private stop(): void {
    this.turn++;
    clearTimeout(this.pause);
    if (this.readingId !== undefined) void this.app.datasets.discard(this.readingId);
    this.readingId = undefined;
  }

  private later(act: () => void): void {
    this.pause = setTimeout(act, PAUSE);
  }

  private change(part: Partial<OpenedImport>): void {
    if (this.current.step !== 'opened') return;
    const { error: _, ...rest } = this.current;
    this.show({ ...rest, ...part });
  }

  private show(state: ImportState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

import type { RecordId } from '@/src/kernel/ids';
import { compareCodePoints } from '@/src/kernel/text';
import { at } from '@/src/kernel/assert';
import { BestHits } from './best-hits';
import { createMatcher, type Care } from './matcher';
import { readQuery, type Pieces } from './read-query';
import { RecordWords, type Entry } from './record-words';
import { scoreRecord, type Score, type Wanted } from './score-record';
import type { SearchText } from './search-texts';
import { Readings, type ReadingsOf } from './spoken';
import { Fit, Vocabulary } from './vocabulary';
import { WordPlaces } from './word-places';
import { wordsOf } from './words';

export interface SearchHit {
  readonly id: RecordId;
  /** Which of the record's texts answers; the least obvious one where several do. */
  readonly text: number;
  /** Greater is better; only for comparing within one answer. */
  readonly score: number;
}

/** So many records, or one that has what was typed as a whole word, and typing errors are not looked for. */
const FEW = 3;
const WHOLE_WORD = 850;

/** Records that are weighed for one question. What more than so many answer to says nothing yet: the next letter narrows it. */
const MOST_WEIGHED = 8_000;

/** Words of one record beyond which nothing is found. */
const MOST_WORDS = 1500;

/** Records in memory, found by any of their texts. */
export class SearchIndex {
  private readonly vocabulary = new Vocabulary();
  private readonly readings: Readings;
  private readonly records = new RecordWords();
  private readonly places = new WordPlaces(this.records);

  /** @param readingsOf how Chinese characters, simplified ones, are read. */
  constructor(readingsOf: ReadingsOf) {
    this.readings = new Readings(this.vocabulary, readingsOf);
  }

  get size(): number {
    return this.records.size;
  }

  /** Adds a record, in place of what was there under its id. @param texts the title first. */
  put(id: RecordId, texts: readonly SearchText[]): void {
    let left = MOST_WORDS;
    const values = texts.map(({ text, type, isName }) => {
      const words = wordsOf(text, type).slice(0, left);
      left -= words.length;
      return { words: words.map((word) => this.vocabulary.idOf(word)), isName };
    });
    this.records.put({ id, title: texts[0]?.text ?? '' }, values);
  }

  remove(id: RecordId): void {
    this.records.remove(id);
  }

  /**
   * The best `limit` records for what was typed: an exact value before one that begins with it, before one with a word that
   * does, before a typing error (looked for only when there are too few others); names before other values; then by title
   * (code points) and id. Of more than {@link MOST_WEIGHED} records that may answer, those with the whole word are looked at
   * first, then as many of the others. Nothing for a text without letters and digits.
   */
  find(text: string, limit: number): readonly SearchHit[] {
    const { ways, looseWays } = readQuery(text);
    if (ways.length === 0 || limit <= 0) return [];
    this.places.refresh(this.vocabulary.words.length);
    const exact = this.best(ways, limit, 'exact');
    const isEnough = exact.length >= Math.min(limit, FEW) || (exact[0]?.points ?? 0) >= WHOLE_WORD;
    return (isEnough ? exact : this.withErrors(exact, ways, looseWays, limit)).map(({ id, value, points }) => ({
      id,
      text: value,
      score: points,
    }));
  }

  private withErrors(
    exact: readonly Scored[],
    ways: readonly Pieces[],
    looseWays: readonly Pieces[],
    limit: number,
  ): readonly Scored[] {
    if (ways.length > 1 || (ways[0]?.length ?? 0) > 1) return this.best([...ways, ...looseWays], limit, 'forgiving');
    const known = new Set(exact.map(({ id }) => id));
    const others = this.best(ways, limit + exact.length, 'errors').filter(({ id }) => !known.has(id));
    const best = new BestHits<Scored>(limit, byTitle);
    for (const hit of [...exact, ...others]) best.add(hit);
    return best.hits;
  }

  private best(ways: readonly Pieces[], limit: number, care: Care): readonly Scored[] {
    const scores = new Map<number, Score>();
    const best = new BestHits<Scored>(limit, byTitle);
    const asked = ways.map((pieces) => this.wantedFor(pieces, care));
    for (const wanted of asked) {
      // Every piece has to be there: it is enough to look where the rarest is.
      this.places.visit(wanted.rarest, MOST_WEIGHED, (place) => {
        const entry = this.records.entryAt(place);
        const score = entry && scoreRecord(this.records, place, wanted);
        if (!score) return;
        if (asked.length > 1) keepBetter(scores, place, score);
        else if (score.points >= best.least) best.add({ ...score, ...entry });
      });
    }
    for (const [place, score] of scores) {
      const entry = this.records.entryAt(place);
      if (entry) best.add({ ...score, ...entry });
    }
    return best.hits;
  }

  private wantedFor(pieces: Pieces, care: Care): Wanted & { readonly rarest: readonly number[] } {
    const all = pieces.map((piece) => createMatcher(piece, this.vocabulary, this.readings, care));
    const needed = all.flatMap(({ needed, starts }) =>
      needed.map((numbers) => ({ numbers, starts, count: this.places.countOf(numbers) })),
    );
    const rarest = needed.reduce((a, b) => (b.count < a.count ? b : a), at(needed, 0));
    return {
      all,
      each: all.map((one) => [one]),
      rarest: rarest.count > MOST_WEIGHED ? wholeFirst(rarest) : rarest.numbers,
    };
  }
}

function wholeFirst({ numbers, starts }: { numbers: readonly number[]; starts: Uint8Array }): number[] {
  const isWhole = (number: number): boolean => starts[number] === Fit.whole;
  return [...numbers.filter(isWhole), ...numbers.filter((number) => !isWhole(number))];
}

function keepBetter(scores: Map<number, Score>, place: number, score: Score): void {
  if (score.points > (scores.get(place)?.points ?? 0)) scores.set(place, score);
}

type Scored = Score & Entry;

function byTitle(a: Scored, b: Scored): number {
  return compareCodePoints(a.title, b.title) || compareCodePoints(a.id, b.id);
}

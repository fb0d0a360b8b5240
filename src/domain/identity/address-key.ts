import { folded } from './folded';

const LIMIT = 300;
/** Cities with 市 in Chinese addresses; the line with the postcode in others. */
const CHINESE_CITY = /([\u4e00-\u9fff]{2,4}?)市/;
const LATIN_CITY = /\b(?:[a-z]{1,2}-)?\d{4,6}\s+([a-z]{3,}(?:[ -][a-z]{3,}){0,2})/;

/** An address for comparing: what its words are, its numbers, and its city when it can be told. */
export interface AddressKey {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly city?: string;
}

/** @example readAddress('上海市浦东新区云麓路188号') // { city: '上海', numbers: {'188'}, words: {'上海', '海市', …} } */
export function readAddress(text: string): AddressKey {
  const plain = folded(text.slice(0, LIMIT));
  const chinese = Array.from(plain.matchAll(/[\u4e00-\u9fff]+/g), ([run]) => run).flatMap((run) =>
    run.length < 2 ? [] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  );
  const latin = plain.match(/[a-z]{3,}/g) ?? [];
  const city = CHINESE_CITY.exec(plain)?.[1] ?? LATIN_CITY.exec(plain)?.[1];
  return {
    words: new Set([...chinese, ...latin]),
    numbers: new Set(plain.match(/\d+/g) ?? []),
    ...(city ? { city } : {}),
  };
}

/** Whether two addresses are the same house: most words and a number in common. */
export function isSameHouse(a: AddressKey, b: AddressKey): boolean {
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const fewer = Math.min(a.words.size, b.words.size);
  return fewer >= 2 && common / fewer >= 0.6 && [...a.numbers].some((number) => b.numbers.has(number));
}

/** Whether both name their city, and the same. */
export function isSameCity(a: AddressKey, b: AddressKey): boolean {
  return a.city !== undefined && a.city === b.city;
}

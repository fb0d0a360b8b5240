import { pinyin } from 'pinyin-pro';

/**
 * How a Chinese character is read: small letters without tones, the usual reading first; ü in all its spellings. Empty for
 * what pinyin-pro does not know. Large: only for workers.
 * @example pinyinReadings('绿') // ['lv', 'lu', 'lyu', 'lue']
 */
export function pinyinReadings(character: string): readonly string[] {
  const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
  return [...new Set(readings.flatMap(spellings))].filter((reading) => /^[a-z]+$/.test(reading));
}

/** ü is typed as v or u, is yu in passports, and is folded to ue like the German letter. */
function spellings(reading: string): string[] {
  if (!reading.includes('v')) return [reading];
  return ['v', 'u', 'yu', 'ue'].map((letters) => reading.replace('v', letters));
}

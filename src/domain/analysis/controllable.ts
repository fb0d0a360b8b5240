/** Whether we could have kept a customer lost for a reason. */
export type Control = 'controllable' | 'notControllable' | 'notClassified';

/** Words that a reason of this kind holds, in small letters: what a competitor, a price or a service did. */
const CONTROLLABLE = [
  'competitor',
  'rival',
  'price',
  'expensive',
  'service',
  'complaint',
  '竞争',
  '競爭',
  '对手',
  '對手',
  '友商',
  '价格',
  '價格',
  '涨价',
  '漲價',
  '服务',
  '服務',
  '投诉',
  '投訴',
];

/** What became of the customer's own business. */
const NOT_CONTROLLABLE = [
  'own business',
  'closed',
  'closure',
  'bankrupt',
  'insolven',
  'moved away',
  '自身',
  '经营',
  '經營',
  '停业',
  '停業',
  '歇业',
  '歇業',
  '倒闭',
  '倒閉',
  '破产',
  '破產',
  '关闭',
  '關閉',
  '注销',
  '註銷',
];

/** By the words of the reason. One that holds words of both kinds, or of neither, is not classified. */
export function controlOf(reason: string): Control {
  const text = reason.toLowerCase();
  const has = (words: readonly string[]): boolean => words.some((word) => text.includes(word));
  const [ours, theirs] = [has(CONTROLLABLE), has(NOT_CONTROLLABLE)];
  if (ours === theirs) return 'notClassified';
  return ours ? 'controllable' : 'notControllable';
}

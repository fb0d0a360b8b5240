import { simplified } from '../identity/simplified';

/** Messengers and networks in which people do business, by the words for them. */
const MESSENGERS: readonly (readonly [scheme: string, words: string])[] = [
  ['wechat', 'wechat weixin wx 微信 微信号 微信id wechatid'],
  ['wecom', 'wecom 企业微信 企微'],
  ['qq', 'qq qq号 qq号码'],
  ['dingtalk', 'dingtalk 钉钉 钉钉号'],
  ['feishu', 'feishu lark 飞书'],
  ['linkedin', 'linkedin linkedinurl linkedinprofile 领英'],
  ['whatsapp', 'whatsapp'],
  ['telegram', 'telegram'],
  ['skype', 'skype'],
  ['line', 'line lineid'],
  ['xing', 'xing'],
  ['weibo', 'weibo 微博'],
  ['twitter', 'twitter x'],
  ['facebook', 'facebook'],
  ['signal', 'signal'],
];

/** The short name of a messenger or a network from a heading or a label: `微信号` is `wechat`. */
export function messengerOf(word: string): string | undefined {
  const plain = simplified(word.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');
  return MESSENGERS.find(([, words]) => words.split(' ').includes(plain))?.[0];
}

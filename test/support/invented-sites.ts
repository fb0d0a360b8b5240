import { html, type Answer } from './web-stub';
import { ALPFLUH } from './invented-sites/alpfluh';
import { BAIHE } from './invented-sites/baihe';
import { BRANDT } from './invented-sites/brandt';
import { CHINGYUAN } from './invented-sites/chingyuan';
import { HAICHUAN } from './invented-sites/haichuan';
import { HENGXING } from './invented-sites/hengxing';
import { HINOKUMA } from './invented-sites/hinokuma';
import type { InventedSite } from './invented-sites/invented-site';
import { KESTREL } from './invented-sites/kestrel';
import { LANTING } from './invented-sites/lanting';
import { LUMENFELD } from './invented-sites/lumenfeld';
import { OXBOW } from './invented-sites/oxbow';
import { YUESHENG } from './invented-sites/yuesheng';

/** By their domains. */
export const INVENTED_SITES: Readonly<Record<string, InventedSite>> = {
  'hengxing-jixie.com.cn': HENGXING,
  'lanting-yiqi.com': LANTING,
  'yuesheng-dz.com': YUESHENG,
  'chingyuan.com.tw': CHINGYUAN,
  'baihe-packaging.tw': BAIHE,
  'brandt-werkzeugbau.de': BRANDT,
  'alpfluh.com': ALPFLUH,
  'oxbow-tools.co.uk': OXBOW,
  'kestrelridge.com': KESTREL,
  'hinokuma-ss.co.jp': HINOKUMA,
  'lumenfeld-optics.com': LUMENFELD,
  'haichuan-valve.com': HAICHUAN,
};

/** What the server of all these sites answers. */
export function answerOf(host: string, path: string): Answer | undefined {
  const site = INVENTED_SITES[host.replace(/^www\./, '')];
  if (!site) return undefined;
  const answer = site.atHost?.(host, path);
  if (answer) return answer;
  if (path === '/robots.txt') return site.robots === undefined ? undefined : html(site.robots, 'text/plain');
  return Object.hasOwn(site.pages, path) ? site.pages[path] : undefined;
}

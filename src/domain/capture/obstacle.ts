import type { Obstacle } from './found';
import type { PageDom } from './page-dom';

const CAPTCHA = [
  'iframe[src*="captcha" i]',
  'iframe[src*="challenges.cloudflare.com"]',
  '[class*="geetest" i]',
  '[id*="captcha" i]',
  '[class*="captcha" i]',
  '[id^="nc_"][class*="nc-container"]',
].join(',');
const PROOF =
  /(?:人机验证|人機驗證|安全验证|安全驗證|滑动验证|拖动滑块|访问过于频繁|請完成驗證|unusual traffic|verify (?:that )?you are (?:a )?human|are you a robot|i'?m not a robot|checking your browser|bestätigen sie, dass sie)/i;
/** Characters of text that a page has which shows nothing but such a question. */
const LITTLE = 1500;

/** What keeps a page that lists nobody from being read: a form to log in, or a proof of being a person. */
export function obstacleOf(dom: PageDom, text: string): Obstacle | undefined {
  const isBare = text.length < LITTLE;
  if (isBare && (PROOF.test(text) || dom.select(CAPTCHA).length > 0)) return 'captcha';
  return isBare && dom.select('input[type="password" i]').length > 0 ? 'login' : undefined;
}

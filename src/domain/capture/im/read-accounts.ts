import type { Budget } from '../budget';
import type { FoundValue } from '../found';
import { LIMITS } from '../limits';
import type { PageDom } from '../page-dom';
import { accountOfLink } from './accounts';

const SCHEMES = ['wpa.qq.com', 'tencent:', 'mqqwpa:', 'weixin:', 'wa.me', 'whatsapp', 't.me/', 'telegram.me', 'tg:'];
const HOSTS = ['line.me', 'lin.ee', 'skype:', 'work.weixin', 'dingtalk:', 'linkedin.com', 'weibo.com', 'xing.com'];
/** One test of each address: as many selectors would each look at every link of the page. */
const CANDIDATE = new RegExp([...SCHEMES, ...HOSTS].map((part) => part.replaceAll('.', '\\.')).join('|'), 'i');
const BY_LINK = 0.88;
/** Who built the page links to itself, too: what stands behind such words is theirs. */
const MAKER = /powered by|designed by|design by|website by|web ?design|技术支持|技術支援|网站建设|网站设计|theme/i;

/** Accounts in messengers and networks that the page links to. Links that share the page, and those of its maker, are none. */
export function readLinkedAccounts(dom: PageDom, budget: Budget): FoundValue[] {
  return dom.select('a[href]').flatMap((link): FoundValue[] => {
    const href = dom.attribute(link, 'href') ?? '';
    if (!CANDIDATE.test(href) || !budget.spend()) return [];
    const account = accountOfLink(href);
    const parent = dom.parent(link);
    if (!account || (parent && MAKER.test(dom.text(parent, 200)))) return [];
    const normal = `${account.kind}:${account.value}`;
    const snippet = `${dom.text(link, 80)} ${href}`.trim().slice(0, LIMITS.snippetCharacters);
    const sources = [{ kind: 'text' as const, snippet }];
    return [{ field: 'accounts', raw: account.value, normal, confidence: BY_LINK, sources }];
  });
}

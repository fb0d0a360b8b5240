import type { Line } from '../text/snapshot';

/** A stretch of the text that is about somebody else. */
interface Stretch {
  readonly at: number;
  readonly end: number;
}

/**
 * Beginnings of lines about who made or keeps the site, who watches over the company, who settles disputes, whose pictures
 * are shown, who stands behind the company.
 */
const THEIRS =
  /^(?:(?:konzept|design|idee|layout)(?:ion)?\s?(?:&|und|,|\/)|web-?design|webseite|(?:web)?site (?:by|von)|design(?:$|\s?:|\sby)|gestaltung|umsetzung|realisation|realisierung|programmierung|technische (?:umsetzung|realisierung|betreuung)|(?:web-?)?hosting|hoster|provider|internetagentur|agentur\s?:|(?:zuständige )?(?:aufsichts-?|gewerbe)behörde|zuständige (?:kammer|behörde)|aufsichtsbehörde|kammer\b|schlichtungs|verbraucher(?:streit|schlichtung|service)|universalschlichtung|online-?streit|eu-?streit|eu dispute|(?:alternative |außergerichtliche )?streit(?:bei|schlicht)|bild(?:nachweis|rechte|quelle)|foto(?:s|nachweis|graf)|datenschutzbeauftragte|berufshaftpflicht|haftpflicht|persönlich haftende|komplementär|hébergeu?r|hébergement|hosted by|press(?:e(?:kontakt|anfragen)?)?(?: contact| enquiries| office)?\s?:|conception|réalisation|création (?:du|de) site|développement|médiateur|médiation|crédits|délégué à la protection|data protection officer)/i;
/** Beginnings of lines that are about the company again. */
const OWN =
  /^(?:impressum|angaben|anbieter|diensteanbieter|kontakt|vertreten|geschäftsführ|register|handelsregister|umsatzsteuer|ust|telefon|zentrale|sitz|firma|contact|éditeur|verantwortlich|haftung|urheber|datenschutz$|mitglied|steuernummer)/i;
const VENDOR =
  /(?:网站建设|网站制作|网站设计|網站設計|網頁設計|网页设计)\s?:\s?(?=\p{L})|(?:技术支持|技術支持|网站建设|网站制作|網站設計|网站设计|網頁設計|网页设计|平台客服|平台热线|平台電話|组委会)\s?:?\s?(?=\D{0,24}(?:科技|网络|網路|信息|资讯|传媒|公司|互联|建站|客服|热线|电话|工作室|设计))/u;
/** The desk of a market place that a company has its page on: 某某网客服. */
const MARKET_DESK = /([\u4e00-\u9fff]{1,6}?)(?:网|網)(?:站|平台)?\s?(?:客服|服务热线|服務熱線)/;
/** Who made the site, behind whose it is: `© 2026 Acme. Designed by Pixel Ltd, 020 7946 0000`. */
const MAKER =
  /(?:©|\(c\)|copyright|all rights|版權|版权).{0,120}?\b(?:(?:web)?site|design(?:ed)?|developed|built|made|powered) by\b/i;
const REGISTERED = /[\u4e00-\u9fff()]{2,40}?有限公司/g;
const MOST_LINES = 8;

/** Tells whether a place of the text is about somebody else than the page's company. */
export function othersText(lines: readonly Line[], flat: string): (at: number) => boolean {
  const stretches: Stretch[] = [];
  const registered = [...flat.matchAll(REGISTERED)].slice(0, 20).map(([name]) => name);
  for (const [i, { text, at }] of lines.entries()) {
    if (THEIRS.test(text)) stretches.push({ at, end: endOf(lines, i) });
    const own = flat.slice(at, at + text.length);
    const maker = text.length <= 400 ? MAKER.exec(text) : null;
    if (maker) stretches.push({ at: at + maker.index + maker[0].length, end: at + text.length });
    const vendor = VENDOR.exec(own) ?? deskOfOthers(own, registered);
    if (vendor) stretches.push({ at: at + vendor.index, end: at + text.length });
  }
  return (place) => stretches.some(({ at, end }) => place >= at && place < end);
}

/** A site's desk is somebody else's where the companies of the page are called otherwise. */
function deskOfOthers(line: string, registered: readonly string[]): RegExpExecArray | null {
  const desk = registered.length > 0 ? MARKET_DESK.exec(line) : null;
  return desk && !registered.some((name) => name.includes(desk[1] ?? '')) ? desk : null;
}

/** A line that says it all ends with itself; a heading's stretch goes on to the next heading. */
function endOf(lines: readonly Line[], i: number): number {
  const start = lines[i];
  if (!start) return 0;
  const isHeading = start.heading > 0 || (start.text.length <= 60 && !/\d{3}|:\s?\S/.test(start.text));
  let last = start;
  for (const line of isHeading ? lines.slice(i + 1, i + 1 + MOST_LINES) : []) {
    if (line.heading > 0 || OWN.test(line.text) || THEIRS.test(line.text)) {
      // Within their own block, a telephone label is theirs.
      if (line.heading > 0 || !/^(?:telefon|kontakt)/i.test(line.text)) break;
    }
    last = line;
  }
  return last.at + last.text.length;
}

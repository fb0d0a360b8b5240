import { foldHeader } from './fold-header';

export type SaleState = 'sold' | 'unsold';

/** What is known of the file a status stands in. */
export interface SaleRules {
  /** A column says what was paid back: then a refunded row is a sale that its refund makes nothing of. */
  readonly hasRefund?: boolean;
  /** The column is a stage of a deal: only won is a sale. */
  readonly stages?: boolean;
  /** A system's own words, as it writes them; they go before all others. */
  readonly soldStatuses?: readonly string[];
  readonly unsoldStatuses?: readonly string[];
}

const SOLD =
  '交易成功 交易完成 已完成 完成 成功 已发货 部分发货 待发货 待收货 已收货 已签收 已付款 已支付 支付成功 付款成功 已审核 已审批 审核通过 审批通过 同意 已开票 正常 已出库 已结算 已核销 已关单 赢单 赢单关闭 成交 已成交 已签约 已回款 部分付款 部分退款 卖家已发货等待买家确认 买家已付款等待卖家发货 等待卖家发货 等待买家确认收货 等待出库 待出库 待评价 已收款 生效 已生效 有效 退款关闭 ' +
  'paid paidout partiallypaid partpaid partiallyrefunded partialrefund completed complete processing shipped partiallyshipped unshipped delivered fulfilled partiallyfulfilled invoiced posted approved confirmed closedwon won succeeded success successful captured settled done sale salesorder fullyinvoiced tobill tobeinvoiced todeliver todeliverandbill active dispatched readytoship accepted ' +
  'bezahlt teilbezahlt teilweisebezahlt abgeschlossen erledigt geliefert versendet versandt gebucht fakturiert gewonnen teilweiseerstattet bestaetigt ' +
  'payee paye payees payes livree livre expediee expedie terminee termine validee valide facturee facture gagnee gagne partiellementremboursee ' +
  'pagado pagada completado completada entregado entregada enviado enviada facturado facturada ganado ganada confirmado confirmada cobrado cobrada ' +
  '入金済 入金済み 支払済 支払済み 完了 発送済 発送済み 出荷済 出荷済み 纳品済 受注 受注确定 成约 配送済み 売上済 売上计上済 确定';

const UNSOLD =
  '交易关闭 已关闭 关闭 已取消 取消 订单取消 已作废 作废 草稿 暂存 等待买家付款 未付款 待付款 未支付 待支付 支付失败 付款失败 未审核 待审核 审核中 待审批 审批中 拒绝 已丢失 已撤销 撤销 驳回 已驳回 未通过 已删除 已拒绝 无效 失败 交易失败 输单 丢单 流失 无效商机 未成交 红冲 已红冲 未回款 待成团 未成团 拼团失败 不成立 已失效 未下单 锁定待取消 ' +
  '初步接洽 需求确认 需求分析 方案报价 报价 商务谈判 谈判 谈判审核 初步沟通 立项评估 招投标 验证客户 意向 ' +
  'cancelled canceled cancel void voided failed failure pending pendingpayment onhold unpaid authorized uncaptured expired declined denied reversed removed rejected draft quotation quotationsent quote quoted abandoned checkoutdraft incomplete requirespaymentmethod requiresconfirmation blocked notpaid uncollectible writtenoff deleted closedlost lost awaitingpaymentconfirmation trash error chargeback held ' +
  'prospecting qualification qualified needsanalysis valueproposition iddecisionmakers perceptionanalysis proposal proposalpricequote proposalsent negotiation negotiationreview appointmentscheduled qualifiedtobuy presentationscheduled decisionmakerboughtin contractsent discovery demo demoscheduled leadin contactmade negotiationsstarted lead opportunity develop propose ' +
  'storniert abgebrochen widerrufen abgelehnt entwurf unbezahlt nichtbezahlt ausstehend verloren fehlgeschlagen angebot verhandlung ' +
  'annulee annule annulees brouillon impayee impaye enattente refusee refuse echouee perdue perdu devis abandonnee ' +
  'cancelado cancelada anulado anulada borrador pendiente pendientedepago impagado impagada rechazado rechazada fallido perdido perdida presupuesto ' +
  'キャンセル キャンセル済 キャンセル済み 取消済 取消し 未入金 未払い 入金待ち 失注 下書き 保留 见积 见积中 商谈中 提案 交渉中 支払い待ち';

/** Paid back whole. 售后状态 says it in the same words. */
const REFUNDED =
  '已退款 退款成功 全额退款 退款完成 已退货 退货完成 退货退款成功 已全额退款 退货退款 refunded fullyrefunded fullrefund returned erstattet rueckerstattet retourniert remboursee rembourse reembolsado reembolsada devuelto devuelta 返金済 返金済み 返品 返品済み shippedreturnedtoseller';

/** Words inside a longer status: what says no goes before what says yes. */
const INSIDE: readonly [SaleState, RegExp][] = [
  ['sold', /^(?:买家已付款|卖家已发货|部分退款|partially ?refunded)/],
  ['unsold', /^(?:交易关闭|已取消|等待买家付款|待付款|未付款|订单已取消|キャンセル|cancel|closed lost|lost\b)/],
  ['sold', /^(?:交易成功|已发货|已完成|closed won|won\b|shipped|delivered)/],
];

const STATES: ReadonlyMap<string, SaleState | 'refunded'> = new Map([
  ...entries(SOLD, 'sold'),
  ...entries(UNSOLD, 'unsold'),
  ...entries(REFUNDED, 'refunded'),
]);

/**
 * Whether a status says that something was sold. Sold: paid, shipped, approved, invoiced, won, also with a part paid back.
 * Unsold: cancelled, closed, void, draft, failed, not paid, only authorised, and every stage of a deal that is not won.
 * Wholly refunded: sold where a refund column takes the money off, else unsold. Widths, case, accents and script are
 * folded.
 * @returns undefined for an unknown word, a blank and 无售后: a row is counted unless something says that it was no sale;
 *   only where `stages` is set an unknown word is unsold.
 * @example saleStateOf('退款成功', { hasRefund: true }) // 'sold'
 */
export function saleStateOf(status: string, rules: SaleRules = {}): SaleState | undefined {
  const text = status.slice(0, 80).normalize('NFKC').trim().toLowerCase();
  const folded = foldHeader(text);
  if (folded === '') return undefined;
  const state = ownState(folded, rules) ?? STATES.get(folded) ?? INSIDE.find(([, words]) => words.test(text))?.[0];
  if (state === 'refunded') return rules.hasRefund ? 'sold' : 'unsold';
  if (!rules.stages || state === 'unsold') return state;
  return WON.test(folded) ? 'sold' : 'unsold';
}

const WON = /won|gewonnen|赢得|gagne|ganad|赢单|成交|签约|成约|受注/;

function ownState(folded: string, { soldStatuses = [], unsoldStatuses = [] }: SaleRules): SaleState | undefined {
  const isOne = (word: string): boolean => foldHeader(word) === folded;
  if (soldStatuses.some(isOne)) return 'sold';
  return unsoldStatuses.some(isOne) ? 'unsold' : undefined;
}

/** Whether a header names the stage of a deal, so that `stages` applies. */
export function isStageHeader(header: string): boolean {
  return (
    /(?:stage(?:name)?|阶段(?:名称)?|phase|etape|etapa|フェーズ)$/.test(foldHeader(header)) ||
    foldHeader(header) === foldHeader('フェーズ')
  );
}

/**
 * Positions of columns which, beside the status, may say that a row was paid back or called off: 售后状态, 商品退款状态,
 * Refund status. Their cells are read by `saleStateOf`; where one says unsold, the row is.
 */
export function afterSaleColumns(names: readonly string[]): readonly number[] {
  return names.flatMap((name, position) => (AFTER_SALE.test(foldHeader(name)) ? [position] : []));
}

const AFTER_SALE =
  /^(?:售后状态|商品退款状态|退款状态|订单售后状态|审批状态|审批结果|退货状态|售后退款状态|refundstatus|returnstatus)$/;

/**
 * Positions of columns that say of each row whether it was called off: 作废标志, 是否取消, Voided, Storniert. Their cells are
 * read by {@link isCalledOff}.
 */
export function calledOffColumns(names: readonly string[]): readonly number[] {
  return names.flatMap((name, position) => (CALLED_OFF.test(foldHeader(name)) ? [position] : []));
}

const CALLED_OFF =
  /^(?:(?:是否)?(?:已)?(?:作废|取消|撤销)(?:标志|标记|标识)?|(?:is)?(?:void|voided|cancelled|canceled|reversed)(?:flag)?|storno|storniert|stornobeleg|annule|annulee|anulado|anulada|キャンセル(?:フラグ)?)$/;

/** Whether a cell of such a column says yes. @example isCalledOff('是') // true */
export function isCalledOff(cell: string): boolean {
  const text = foldHeader(cell.slice(0, 40));
  return YES.has(text) || CALLED_OFF.test(text) || /^\s*[✓✔√]\s*$/.test(cell);
}

const YES: ReadonlySet<string> = new Set('是 y yes true 1 x t ja j oui si 有 はい 済'.split(' '));

function entries(words: string, state: SaleState | 'refunded'): [string, SaleState | 'refunded'][] {
  return words.split(' ').map((word): [string, SaleState | 'refunded'] => [foldHeader(word), state]);
}

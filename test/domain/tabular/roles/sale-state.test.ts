import { describe, expect, it } from 'vitest';
import {
  afterSaleColumns,
  calledOffColumns,
  isCalledOff,
  isStageHeader,
  saleStateOf,
  type SaleState,
} from '@/src/domain/tabular/roles/sale-state';

describe('saleStateOf', () => {
  it.each<[SaleState | undefined, string]>([
    ['sold', '交易成功 已发货 已完成 已付款 已审核 已签收 卖家已发货,等待买家确认 买家已付款,等待卖家发货 赢单 已發貨'],
    [
      'unsold',
      '交易关闭 已取消 等待买家付款 未付款 待付款 作废 草稿 输单 商务谈判 未审核 已取消，退款成功 已取消,系统',
    ],
    ['sold', 'Paid partially_paid partially_refunded completed processing Shipped Delivered Unshipped ClosedWon'],
    ['unsold', 'Cancelled canceled voided Pending failed unpaid authorized on-hold draft Quotation ClosedLost'],
    ['sold', 'bezahlt versendet payée livrée pagado entregado 入金済 発送済み 受注'],
    ['unsold', 'storniert Entwurf annulée brouillon cancelado pendiente キャンセル 未入金 失注'],
    [undefined, '无售后 售后取消 - / n/a? Sonstiges 其他状态 42'],
  ])('is %s for %s', (state, words) => {
    for (const word of words.split(' ')) expect([word, saleStateOf(word)]).toEqual([word, state]);
  });

  it.each<[string, SaleState]>([
    ['Closed Won', 'sold'],
    ['Shipped - Delivered to Buyer', 'sold'],
    ['Cancelled by customer', 'unsold'],
    ['  交易关闭 ', 'unsold'],
    ['ＰＡＩＤ', 'sold'],
  ])('reads %j as %s', (status, state) => {
    expect(saleStateOf(status)).toBe(state);
  });

  it.each(['退款成功', 'refunded', 'Refunded', '已退款', 'erstattet', '返金済み'])(
    'counts %s as a sale only where a refund takes it off',
    (status) => {
      expect(saleStateOf(status)).toBe('unsold');
      expect(saleStateOf(status, { hasRefund: true })).toBe('sold');
    },
  );

  it.each<[string, SaleState]>([
    ['Closed Won', 'sold'],
    ['赢单关闭', 'sold'],
    ['Gewonnen', 'sold'],
    ['Stage 3 of ours', 'unsold'],
    ['Closed Lost', 'unsold'],
    ['完成', 'unsold'],
  ])('of stages takes %s for %s: only won is a sale', (stage, state) => {
    expect(saleStateOf(stage, { stages: true })).toBe(state);
  });

  it('hears a system before its own words', () => {
    expect(saleStateOf('Awaiting Payment', { soldStatuses: ['awaiting payment'] })).toBe('sold');
    expect(saleStateOf('C', { soldStatuses: ['C'], unsoldStatuses: ['A'] })).toBe('sold');
    expect(saleStateOf('A', { soldStatuses: ['C'], unsoldStatuses: ['A'] })).toBe('unsold');
  });
});

describe('columns beside the status', () => {
  it('are stages by their header', () => {
    expect(['Deal Stage', '商机阶段', 'フェーズ', '状态', 'Status'].map(isStageHeader)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('tell what became of the sale', () => {
    expect(afterSaleColumns(['订单状态', '售后状态', '商品退款状态', 'Refund status', '退款金额'])).toEqual([1, 2, 3]);
  });

  it('say of a row that it was called off', () => {
    const names = [
      '作废标志',
      '是否取消',
      'Voided',
      'Is Void',
      'Storniert',
      '取消原因',
      '取消数量',
      'Cancelled at',
      'Status',
    ];

    expect(calledOffColumns(names)).toEqual([0, 1, 2, 3, 4]);
    expect(['是', 'Y', 'TRUE', '1', 'ja', ' √ ', '已作废', 'Voided'].filter((cell) => !isCalledOff(cell))).toEqual([]);
    expect(['否', 'N', 'false', '0', 'nein', '', '-', '正常', '2'].filter(isCalledOff)).toEqual([]);
  });
});

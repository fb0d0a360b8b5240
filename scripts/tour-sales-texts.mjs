/**
 * A sales file of each language, as its system writes it, of people and companies invented for it: orders called off, a
 * refund, lines without a customer or a day, and lines that are no orders at all.
 */
const EN = {
  file: 'orders_export.csv',
  encoding: 'utf-8',
  lines: [
    'Name,Email,Financial Status,Created at,Currency,Total,Refunded Amount,Billing Company,Billing Country,Lineitem quantity,Lineitem name,Lineitem price',
    '#1001,o.grant@northwick.example,paid,2026-01-09 09:31:01 +0100,EUR,2499.92,0.00,Northwick Instruments Ltd,GB,8,Alloy bracket,312.49',
    '#1002,j.keller@tarnhill.example,paid,2026-01-18 19:28:17 +0100,EUR,2006.27,0.00,Tarnhill Optics GmbH,DE,7,Bolt set,279.61',
    '#1002,j.keller@tarnhill.example,,,,,,,,1,Sample card,49.00',
    '#1003,m.farrow@harrowpike.example,partially_refunded,2026-01-20 08:01:01 +0100,EUR,1561.64,320.00,Harrow & Pike Foundry,GB,4,Pressure gauge,390.41',
    '#1004,o.grant@northwick.example,paid,2026-02-04 19:01:33 +0100,EUR,580.52,0.00,Northwick Instruments Ltd,GB,1,Desk calendar,580.52',
    '#1005,i.moreau@silverbrook.example,voided,2026-02-11 11:40:00 +0100,EUR,960.00,0.00,Silverbrook Dairies,IE,6,Sealant,160.00',
    '#1006,d.novak@castellan.example,paid,2026-03-06 11:22:14 +0100,EUR,2013.96,0.00,Castellan Pumps Inc.,US,4,Seal kit,503.49',
    '#1007,,paid,2026-03-08 10:05:00 +0100,EUR,88.00,0.00,,,1,Counter sale,88.00',
    '#1008,h.lindgren@greyfell.example,pending,2026-03-15 08:26:53 +0100,EUR,1204.10,0.00,Greyfell Paper Mills,SE,4,Pressure gauge,301.03',
    '#1009,o.grant@northwick.example,paid,2026-04-09 12:07:47 +0200,EUR,3249.60,0.00,Northwick Instruments Ltd,GB,12,Alloy bracket,270.80',
    '#1010,j.keller@tarnhill.example,paid,2026-04-21 16:45:00 +0200,EUR,745.20,0.00,Tarnhill Optics GmbH,DE,2,Lens mount,372.60',
  ],
};

const ZH_CN = {
  file: 'ExportOrderList202604.csv',
  encoding: 'gb18030',
  lines: [
    '订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因',
    '="2031500000000000123",青禾岭泵业,2000.55,2000.55,2000.55,交易成功,上海市青浦区,2026-01-10 18:10:27,2026-01-10 18:10:40,机械密封件,5,订单未关闭',
    '="2031500000000008042",云麓仪器,3707.83,3707.83,3707.83,卖家已发货，等待买家确认,深圳市南山区,2026-01-13 13:34:59,2026-01-13 13:35:20,压力表,7,订单未关闭',
    '="2031500000000015961",青禾岭泵业,2656.24,2656.24,2656.24,交易成功,上海市青浦区,2026-01-14 13:29:59,2026-01-14 13:30:11,铝合金支架,8,订单未关闭',
    '="2031500000000023880",杉木机械,3587.40,3587.40,0.00,交易关闭,杭州市余杭区,2026-01-24 16:11:15,,铝合金支架,6,买家未付款',
    '="2031500000000031799",云麓仪器,74.52,74.52,74.52,交易成功,深圳市南山区,2026-02-11 16:32:23,2026-02-11 16:32:41,密封圈,4,订单未关闭',
    '="2031500000000039718",远山鹿食品,1765.83,1765.83,1765.83,买家已付款，等待卖家发货,苏州市吴中区,2026-02-18 16:58:58,2026-02-18 16:59:30,计量泵,3,订单未关闭',
    '="2031500000000047637",,312.00,312.00,312.00,交易成功,,2026-03-02 09:12:00,2026-03-02 09:12:15,密封圈,2,订单未关闭',
    '="2031500000000055556",白桦屿化工,3123.36,3123.36,3123.36,交易成功,宁波市镇海区,2026-03-28 15:10:48,2026-03-28 15:11:02,压力表,6,订单未关闭',
    '="2031500000000063475",星槎环保,860.00,860.00,0.00,等待买家付款,成都市武侯区,2026-04-03 20:41:09,,计量泵,1,订单未关闭',
    '="2031500000000071394",青禾岭泵业,5210.00,5210.00,5210.00,交易成功,上海市青浦区,2026-04-12 10:02:33,2026-04-12 10:02:50,计量泵,2,订单未关闭',
  ],
};

const ZH_TW = {
  file: '銷貨明細.csv',
  encoding: 'big5',
  lines: [
    '銷貨明細表,,,,,,',
    '訂單日期,訂單編號,客戶名稱,產品名稱,數量,單價,金額',
    '2026/01/09,A0001,青禾嶺泵業,機械密封件,5,400.00,2000.00',
    '2026/01/13,A0002,雲麓儀器,壓力表,7,529.69,3707.83',
    '2026/01/24,A0003,青禾嶺泵業,鋁合金支架,8,332.00,2656.00',
    '2026/02/11,A0004,遠山鹿食品,計量泵,3,588.61,1765.83',
    '2026/02/23,A0005,,密封圈,2,156.00,312.00',
    '2026/03/02,A0006,白樺嶼化工,壓力表,6,520.56,3123.36',
    '未定,A0007,杉木機械,鋁合金支架,6,597.90,3587.40',
    '2026/03/14,A0008,雲麓儀器,密封圈,4,18.63,74.52',
    '2026/04/19,A0009,青禾嶺泵業,計量泵,2,2605.00,5210.00',
    '合計,,,,43,,22436.94',
  ],
};

export const SALES_TEXTS = { en: EN, 'zh-CN': ZH_CN, 'zh-TW': ZH_TW };

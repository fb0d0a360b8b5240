import type { RoleWords } from './role-words';

/** No sale, though money: what is added to it, taken off it, still owed, or only hoped for. */
const OTHER_MONEY =
  '税额 税金 税率 消费税 税组合 单价 运费 邮费 快递费 折扣 优惠 立减 预存 余额 欠款 未收 未付 未回款 成本 毛利 利润 退款 退货 定金 押金 手续费 服务费 佣金 返点 返利 积分 目标 预算 预计 计划 去年 上年 同期 前年 环比 同比 占比 比例 累计 历史 次数 笔数 件数 数量 信用 额度 付款方式 抹零 送料 手数料 割引 値引 原価 粗利 単価 返金 件数 残高 予算 目標 ' +
  'tax taxes vat gst discount discounts shipping freight postage delivery fee fees commission balance due outstanding owed owing refund refunds refunded cost costs cogs margin profit tip tips target quota budget forecast planned plan vorjahr prior previous last expected credit limit unit price each rate percent pct avg average mean count orders order_count items weight visits days customers spent lifetime ltv annual yearly fiscal employees salary quantity qty duty surcharge deposit adjustment coupon rounding weighted probability ' +
  'rabatt steuer* *steuer mwst versand* *kosten skonto offen offener menge anzahl provision saldo ' +
  'remise tva port frais reste acompte unitaire iva descuento envio gastos pendiente unitario';

/** Several amounts may stand in one file: the order of `whole` is the order of preference, see docs of `recogniseColumns`. */
export const MONEY_WORDS = {
  amount: {
    whole: [
      '买家实际支付金额 商品实际成交金额 实际成交金额 用户实付金额 买家实付金额 买家实付 买家总支付金额 买家支付总金额 买家支付金额 用户支付金额 客户实付金额 实付金额 实付款 实付款金额 实付总额 实付 实际支付金额 实际付款金额 支付金额 支付总额 付款金额 付款总额',
      '实收金额 实收 实收款 实收总额 商家实收金额 商家实收 实收货款 本次回款 本次回款金额 本次收款 本次收款金额 收入金额',
      '价税合计 价税合计本位币 本币价税合计 本币含税金额 本位币含税金额 含税金额 含税总额 含税销售额 含税合计 税价合计 含税总价 税込金额 税込合计 税込売上 税込合计金额 amountincludingvat amountinclvat amountinctax amountincvat totalincludingvat totalinclvat totalincvat totalinctax totalincltax totalincludingtax totalwithtax grossamount totalgross grosstotal bruttobetrag gesamtbrutto bruttoumsatz betragbrutto summebrutto gesamtbetragbrutto montantttc mtttc totalttc 含税总价 cattc montanttotalttc importeconiva totalconiva importeivaincluido',
      '折后金额 优惠后金额 分摊后总价 分摊后金额 成交金额 成交额 成交总额 金额小计 商品金额小计 行金额 行合计 linetotal lineamount lineitemtotal lineitemamount linevalue extendedprice extendedamount extprice extamt extamount itemtotal itemamount positionsbetrag positionswert zeilenbetrag zeilensumme gesamtpreis montantligne totalligne importelinea totallinea 明细金额 小计金额',
      'total totals totalamount totalprice totalvalue grandtotal totalsales totalsalesamount totalrevenue totalpaid invoicetotal ordertotal saletotal salestotal gesamt gesamtbetrag rechnungsbetrag endbetrag gesamtsumme rechnungssumme auftragssumme netapayer totalfactura totalpagado valortotal montanttotal totalgeneral importetotal montototal 合计金额 请求金额 请求额 ご请求额 ご请求金额 総额 总额',
      '金额 销售金额 销货金额 消费金额 交易金额 开票金额 发票金额 货款 发生额 提货金额 开单金额 销售货款 amount amt salesamount saleamount salesamt orderamount invoiceamount invoicedamount transactionamount paymentamount billedamount paidamount purchaseamount dealamount betrag montant importe monto 売上金额 贩売金额 受注金额 注文金额 购入金额',
      '订单金额 订单总额 订单总金额 订单总价 合同金额 合同额 合同总额 签约金额 签单金额 赢单金额 商机金额 总金额 结算金额 结算总额 netsales netamount nettotal netrevenue salesnet netvalue netsalesamount dealsize contractsize nettowert nettobetrag nettoumsatz nettosumme dealvalue contractvalue auftragswert bestellwert vertragswert rechnungswert valorneto valeurnette ordervalue salesvalue saleprice transactionvalue montantht mtht totalht caht montanttotalht importeneto totalneto montoneto',
      '销售额 营业额 营收 销售收入 sales revenue turnover salesrevenue umsatz umsatzerloese erloes erloese chiffredaffaires ca ventas facturacion ingresos 売上 売上高 売上额',
      '总价 合计 总计 商品总价 金额合计 合计金额元 小计 应付金额 应收金额 应付款 应付总额 商品金额 商品总额 sum summe warenwert lineitemsubtotal subtotalamount 合计 小计 gross brutto',
      '不含税金额 未税金额 本币不含税金额 本币未税金额 本位币不含税金额 本位币未税金额 无税金额 不含税销售额 净额 税抜金额 税抜合计 税抜売上 baseimponible amountexcludingvat amountexclvat amountexvat totalexcludingtax totalexcltax subtotal zwischensumme grosssales mrr arr amountpaid net netto 销售',
      '回款金额 到账金额 收款金额 已收金额 入金额 入金金额',
    ],
    parts: [
      '实付 实际支付 实收',
      '价税合计 含税金额 税込金额 amount_including total_including *bruttobetrag montant_ttc total_ttc',
      '金额 成交额 売上金额 line_total order_total total_amount sales_amount order_amount net_sales dollar_value *betrag',
      '销售额 売上 amount amt revenue$ sales$ total$ *umsatz umsatz montant importe monto',
    ],
    weak: 'value wert valeur valor 额 howmuch dollarvalue charge paid',
    never: OTHER_MONEY,
  },
  unitPrice: {
    whole: [
      '成交价 成交单价 单价 商品单价 销售单价 成交单价 含税单价 折后单价 实际单价 unitprice priceperunit pricepereach priceeach salesprice sellingprice itemprice lineitemprice unitsellingprice einzelpreis stueckpreis epreis vkpreis einzelpreisnetto prixunitaire prixunitaireht prixunitairettc pu puht puttc prixdevente preciounitario preciounidad precioventa 単価 贩売単価',
      '价格 售价 零售价 京东价 unitcostprice price preis prix precio pvp 价格円 価格',
      '未税单价 不含税单价 无税单价 标价 吊牌价 listprice rate netprice katalogpreis listenpreis',
    ],
    parts: ['单价 unit_price item_price *einzelpreis prix_unitaire precio_unitario 単価'],
    weak: '',
    never: '成本 标准 进货 采购 原价 cost total compare list',
  },
  refund: {
    whole: [
      '退款金额 已退款金额 实退金额 退款总额 商品已退款金额 退款 退货金额 退款成功金额 refund refunds refundamount refundedamount amountrefunded refundtotal totalrefunded creditamount creditnoteamount gutschrift gutschriftbetrag erstattung erstattungsbetrag rueckerstattung remboursement montantrembourse montantremboursement avoir reembolso importereembolsado importedevuelto devolucion abono 返金额 返金金额 返品金额 返金',
      '退货 退货额 returnamount returnsamount returns',
    ],
    parts: ['退款金额 退货金额 refund_amount refunded_amount amount_refunded'],
    weak: '',
    never: '状态 原因 时间 日期 编号 单号 数量 方式 status reason date id number count currency converted 理由',
  },
  cost: {
    whole: [
      '成本 销售成本 成本金额 成本总额 成本额 结转成本 进货成本 cost totalcost costamount cogs costofgoods costofgoodssold costofsales unitcost kosten wareneinsatz einstandswert einstandspreis herstellkosten cout couttotal coutdachat coutdesventes prixderevient coste costo costototal costetotal costeventas 原価 原価金额 売上原価 仕入金额',
      '成本价 成本单价 采购成本 进价 purchaseprice costprice ekpreis prixdachat preciocoste 仕入単価',
    ],
    parts: ['成本金额 销售成本 total_cost 原価'],
    weak: '',
    never: 'shipping delivery center centre 中心 率 freight',
  },
  profit: {
    whole: [
      '毛利 毛利额 利润 利润额 销售毛利 毛利润 净利润 profit grossprofit netprofit margin grossmargin marginamount deckungsbeitrag db rohertrag gewinn marge margebrute benefice resultat beneficio margen margenbruto ganancia 粗利 粗利益 粗利额 利益 利益额',
    ],
    parts: ['毛利 profit 粗利'],
    weak: '',
    never: '率 ratio percent pct rate center 中心',
  },
} as const satisfies Readonly<Record<string, RoleWords>>;

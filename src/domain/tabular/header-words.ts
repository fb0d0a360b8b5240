import type { Role } from './roles';

/**
 * Header words of each role as exports spell them, folded by `foldHeader`. Strong words name the role alone; weak ones
 * need the content to agree. Chinese, English and German; more with the systems of the import issue.
 */
export const HEADER_WORDS: Readonly<Record<Role, { readonly strong: string; readonly weak: string }>> = {
  customer: {
    strong:
      '客户 客户名称 客户简称 客户全称 客戶 客戶名稱 购货单位 购方名称 往来单位 买家会员名 买家 会员名 customer customername client clientname account accountname billto billtoname soldto kunde kundenname debitor',
    weak: '单位名称 公司 公司名称 收货人 收货人姓名 名称 buyer company companyname name billingcompany firma auftraggeber',
  },
  customerId: {
    strong:
      '客户编号 客户代码 客户编码 客户id 客戶編號 客戶代碼 会员id customerid customerno customernumber customercode clientid accountid kundennummer kundennr kundenid',
    weak: 'custid cid 会员号 debitorennummer',
  },
  date: {
    strong:
      '日期 订单日期 下单日期 下单时间 单据日期 业务日期 开票日期 出库日期 销售日期 成交日期 交易日期 訂單日期 日期时间 订单创建时间 date orderdate invoicedate saledate transactiondate purchasedate docdate bookingdate datum bestelldatum rechnungsdatum belegdatum buchungsdatum',
    weak: '时间 创建时间 created createdat createdate day time timestamp',
  },
  orderId: {
    strong:
      '订单号 订单编号 单据编号 单据号 单号 发票号 发票号码 销售单号 訂單編號 主订单编号 orderid orderno ordernumber order invoiceno invoicenumber invoice invoiceid documentno transactionid belegnummer rechnungsnummer bestellnummer auftragsnummer',
    weak: '编号 流水号 docno receiptno',
  },
  amount: {
    strong:
      '金额 销售额 销售金额 订单金额 价税合计 含税金额 实付金额 实收金额 买家实际支付金额 成交金额 金额元 金額 銷售額 amount sales revenue total totalamount netamount lineamount linetotal ordertotal netsales salesamount betrag umsatz nettobetrag gesamtbetrag bruttobetrag',
    weak: '合计 总价 小计 value sum subtotal turnover dollarvalue summe wert',
  },
  quantity: {
    strong:
      '数量 购买数量 销售数量 实发数量 订购数量 商品数量 數量 quantity qty units orderquantity menge anzahl stueckzahl stückzahl',
    weak: '件数 count pieces pcs numberofcds',
  },
  unitPrice: {
    strong:
      '单价 含税单价 商品单价 價格 單價 unitprice price priceperunit listprice einzelpreis stückpreis stueckpreis preis',
    weak: '价格 rate',
  },
  product: {
    strong:
      '产品 产品名称 商品 商品名称 品名 物料名称 存货名称 宝贝标题 产品编码 商品编码 物料编码 产品代码 料品 產品名稱 product productname item itemname sku stockcode productid productcode article artikel artikelnummer artikelbezeichnung',
    weak: '名称规格 规格型号 description 货号 bezeichnung material',
  },
  productLine: {
    strong:
      '产品线 产品类别 商品类别 品类 产品大类 產品線 productline category productcategory productfamily productgroup warengruppe produktlinie',
    weak: '类别 类型 line subcategory',
  },
  refund: {
    strong: '退款金额 已退款金额 退款 退貨金額 refund refundamount refundedamount amountrefunded gutschrift',
    weak: '退货 return',
  },
  status: {
    strong: '订单状态 状态 单据状态 訂單狀態 status orderstatus state financialstatus auftragsstatus',
    weak: 'stage',
  },
  salesperson: {
    strong:
      '业务员 销售员 销售 客户经理 销售人员 業務員 salesperson salesrep rep accountmanager owner vertreter verkäufer verkaeufer',
    weak: '负责人 经办人 seller agent',
  },
  industry: { strong: '行业 所属行业 客户行业 產業 industry sector branche', weak: '' },
  region: {
    strong:
      '地区 区域 省份 大区 销售区域 城市 地區 region area territory country province state gebiet land bundesland',
    weak: '省 市 city stadt',
  },
  channel: { strong: '渠道 销售渠道 来源渠道 通路 channel saleschannel source vertriebskanal', weak: '来源 平台 shop' },
  cost: { strong: '成本 销售成本 成本金额 成本價 cost totalcost cogs unitcost kosten einstandspreis', weak: '' },
  profit: { strong: '利润 毛利 毛利额 利潤 profit grossprofit margin marge gewinn deckungsbeitrag', weak: '' },
  paidDate: {
    strong:
      '付款日期 付款时间 回款日期 到账日期 订单付款时间 付款日 paiddate paidat paymentdate datepaid zahlungsdatum',
    weak: '',
  },
  dueDate: {
    strong: '到期日 应收日期 应付日期 交货日期 到期日期 duedate paymentdue fälligkeit faelligkeit fälligkeitsdatum',
    weak: '交期',
  },
  reason: {
    strong: '流失原因 原因 未成交原因 取消原因 退货原因 流失理由 reason churnreason lostreason cancelreason grund',
    weak: '',
  },
  currency: { strong: '币种 币别 货币 幣別 currency currencycode währung waehrung', weak: '' },
};

/** `Order Date *` → `orderdate`, `金额（元）` → `金额元`: letters and digits only, full width folded. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 60);
}

import type { RoleWords } from './role-words';

export const DOCUMENT_WORDS = {
  date: {
    whole: [
      '订单日期 下单日 订购日 下单日期 下单时间 订购日期 订购时间 订货日期 订单创建时间 订单提交时间 订单时间 拍下时间 购买日期 购买时间 订单下单时间 orderdate placedon placedat orderplaced orderplacedon orderplacedat orderplaceddate dateplaced ordereddate ordereddatetime orderedat orderedon ordertime orderts orderdatetime orddate orddt orderdt dateordered salesorderdate purchasedate purchasedat purchasedon dateofpurchase datepurchased bestelldatum auftragsdatum auftragseingang auftragseingangsdatum kaufdatum datedecommande datecommande dateducommande datedachat dateachat fechadepedido fechapedido fechadecompra fechacompra fechaorden 受注日 受注日时 受注日付 注文日 ご注文日 ご注文日时 注文日时 注文日付 购入日 购入日时',
      '销售日 成交日 交易日 签单时间 销售日期 销售时间 销货日期 成交日期 成交时间 订单成交时间 实际成交日期 交易日期 交易时间 消费时间 消费日期 提货日期 saledate salesdate solddate datesold soldon soldat dateofsale transactiondate transactiondatetime trxdate transdate trandate verkaufsdatum umsatzdatum datedevente datevente datedelavente fechadeventa fechaventa fechatransaccion 売上日 売上日付 取引日 贩売日 売上计上日',
      '单据日期 业务日期 业务时间 单据时间 开票时间 开票日期 发票日期 出票日期 票据日期 账单日期 invoicedate invoicedt invdate invdt dateinvoiced billdate billingdate dateofinvoice documentdate docdate issuedate dateissued issuedon rechnungsdatum belegdatum belegdat rgdatum fakturadatum fkdat datedefacture datefacture datedefacturation datepiece datedepiece datedocument fechafactura fechadefactura fechadefacturacion fechaemision fechadeemision fechadocumento 请求日 请求书日付 伝票日付 発行日 计上日 请求日付',
      '日期 日期时间 date datetime datum jour fecha 日付 年月日 dt',
      '记账日期 入账日期 过账日期 凭证日期 postingdate posteddate bookingdate glposting buchungsdatum budat datecomptable fechacontable 记帐日期',
      '签订日期 签约日期 合同日期 合同签订日期 签单日期 签约时间 签订时间 合同签订时间 signeddate signedon contractdate contractstart contractstartdate datesigned closedate closeddate closedon dateclosed wonon wonat wontime wondate actualclosedate dealclosedate 赢单日期 赢单时间 vertragsdatum abschlussdatum datedesignature fechafirma 契约日 成约日',
      '出库日期 出库时间 制单日期 制单时间 开单日期 开单时间',
      '创建时间 创建日期 订单生成时间 生成时间 录入日期 提交时间 created createdat createdate createddate createdon createdutc createdtime datecreated creationdate erstelltam erstellungsdatum anlagedatum datecreation datedecreation fechacreacion fechadecreacion 登録日 作成日 作成日时',
      '交易成功时间 完成时间 订单完成时间 完成日期 completedat completeddate datecompleted completiondate',
    ],
    parts: [
      '订单日期 下单 销售日期 成交日期 开票日期 单据日期 order_date invoice_date sale_date purchase_date transaction_date 受注日 注文日',
      '日期 日付 date *datum fecha',
    ],
    weak: 'completed closed placed ordered sold booked time timestamp 时间 when day month period monat mois mes 月份 年月 期间 季度 月 tag cuando',
    never:
      '生日 出生 到期 应收 应付 交货 发货 送货 收货 签收 更新 修改 变更 最近 最后 上次 首次 预计 预估 计划 审核 流失 注册 失效 有效 结束 终止 付款 支付 回款 到账 收款 取消 关闭 打印 同步 跟进 联系 退款 入库 要求 承诺 建档 纳品 纳期 出荷 入金 支払 期限 予定 生年月日 配达 発送 解约 ' +
      'due delivery delivered deliver ship shipped shipping dispatch birth birthday dob modified modification updated update last first expected estimated requested promised churn churned cancel cancelled canceled renewal expiry expiration expires end since registered registration join joined payment paid settled settlement refund fulfilled arrival hire follow next approved printed ' +
      'geburts* leistungs* liefer* versand* faellig* zahl* aenderungs* wert* stichtag storno* ' +
      'livraison bl naissance echeance reglement paiement maj expedition entrega nacimiento vencimiento pago cobro envio alta actualizacion modificacion',
  },
  orderId: {
    whole: [
      '订单号 订单编号 订单id 主订单编号 主订单号 销售订单号 销售订单编号 订单号码 交易号 交易单号 交易订单号 交易编号 order orderid orderno ordernumber ordernum ordnum ordno ordernr salesorder salesorderno salesordernumber salesorderid salesid ordername purchaseid bestellnummer bestellnr bestellung auftragsnummer auftragsnr auftrag ncommande nocommande numerocommande numerodecommande refcommande commande nopedido npedido numeropedido numerodepedido pedido idpedido orden numeroorden 注文番号 ご注文番号 受注番号 注文id 受注id オーダーid オーダー番号 受注no 注文no',
      '单据编号 单据号 单号 销售单号 销货单号 出库单号 销售单编号 出库单编号 单据号码 开单编号 documentno documentnumber billdoc billingdoc billingdocument docno docnumber documentid belegnummer belegnr vbeln verkaufsbeleg beleg npiece nopiece numeropiece numerodepiece transactionid transactionno transactionnumber transid 伝票番号 伝票no 売上番号 取引番号 取引id',
      '发票号码 发票号 发票编号 账单编号 invoice invoiceno invoicenumber invoiceid invno invnumber invnum billno billnumber rechnung rechnungsnummer rechnungsnr rechnungnr rgnr renr faktura fakturanummer fakturanr nfacture nofacture numerofacture numerodefacture facture reffacture nfactura nofactura numerofactura numerodefactura factura 请求书番号 请求番号',
      '合同编号 合同号 商机编号 流水号 小票号 receiptno receiptnumber receiptid receipt contractno contractnumber contractid dealid opportunityid ticketno saleid vertragsnummer bonnummer ticket',
    ],
    parts: ['订单号 订单编号 单据编号 order_id order_no order_number invoice_no invoice_number', '单号 发票号'],
    weak: 'id 编号 no number nr',
    never:
      '客户 快递 物流 外部 运单 子订单 行号 采购 退款 售后 数 po purchase customer client external shipping tracking line item parent reference ref date total status amount quantity value name',
  },
  status: {
    whole: [
      '订单状态 交易状态 单据状态 订单商品状态 orderstatus salesstatus documentstatus invoicestatus dealstage opportunitystage salesstage auftragsstatus bestellstatus rechnungsstatus statutcommande etatcommande statutfacture estadopedido estadofactura 受注ステータス 注文ステータス 取引状态',
      '状态 发票状态 合同状态 商机阶段 交易阶段 销售阶段 阶段 阶段名称 赢单状态 销售状态 status stage stagename dealstagename statut etat ステータス 状态 状况 phase フェーズ etape etapa fase',
      '付款状态 支付状态 审核状态 审批结果 审批状态 financialstatus paymentstatus paidstatus zahlungsstatus statutpaiement estadopago 入金状况 支払状况 入金ステータス',
      'state estado',
    ],
    parts: ['订单状态 order_status payment_status ステータス'],
    weak: '',
    never: '客户 会员 售后 退款 发货 物流 库存 fulfillment shipping delivery lead customer tax stock dispute',
  },
  paidDate: {
    whole: [
      '付款日期 付款时间 支付时间 支付日期 回款日期 到账日期 到账时间 收款日期 收款时间 订单付款时间 买家付款时间 付款确认时间 付款日 实际回款日期 paiddate paidat paidon datepaid paymentdate paymentdatetime dateofpayment paymentreceived paymentreceiveddate settlementdate zahlungsdatum zahldatum bezahltam zahlungseingang datepaiement datedepaiement datereglement datedereglement fechapago fechadepago fechacobro fechadecobro 入金日 支払日 支払日时 决済日 決済日 入金日付 payedon',
    ],
    parts: ['付款时间 付款日期 支付时间 回款日期 payment_date paid_date 入金日'],
    weak: '',
    never: '计划 应付 预计 due 予定 期限 expected 最晚',
  },
  dueDate: {
    whole: [
      '到期日 到期日期 应收日期 应付日期 收款到期日 付款到期日 应收款到期日 应收帐款到期日 应收账款到期日 最晚付款日期 预计回款日期 计划回款日期 交货日期 交期 要求交货日期 预计交货日期 duedate paymentdue paymentduedate datedue maturitydate expecteddelivery expecteddeliverydate requesteddeliverydate requesteddelivery faelligkeit faelligkeitsdatum faelligam zahlungsziel liefertermin wunschliefertermin echeance datedecheance dateecheance vencimiento fechavencimiento fechadevencimiento 支払期限 入金予定日 支払予定日 纳期 期日 支払期日 入金期日',
    ],
    parts: ['到期日 due_date 支払期限'],
    weak: '',
    never: '生日',
  },
  reason: {
    whole: [
      '流失原因 未成交原因 取消原因 退货原因 退款原因 流失理由 输单原因 丢单原因 订单关闭原因 关闭原因 原因 reason churnreason reasonforchurn lostreason lossreason reasonlost closedlostreason cancelreason cancellationreason cancelledreason returnreason refundreason grund stornogrund kuendigungsgrund ablehnungsgrund verlustgrund motif raison motifdannulation motifdeperte motivo motivodebaja motivocancelacion motivoperdida razon 理由 失注理由 解约理由 退会理由 キャンセル理由 返品理由',
    ],
    parts: ['原因 reason 理由 motif motivo'],
    weak: '',
    never: 'id code',
  },
  currency: {
    whole: [
      '币种 币别 货币 货币代码 交易币种 结算币种 currency currencycode ordercurrency currencyisocode transactioncurrency curr crcy invoicecurrency waehrung waehrungscode devise monnaie moneda divisa 通货 通货コード wkz',
    ],
    parts: ['币种 币别 currency'],
    weak: '',
    never: 'rate exchange 汇率 converted amount total',
  },
} as const satisfies Readonly<Record<string, RoleWords>>;

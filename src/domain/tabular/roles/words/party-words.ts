import type { RoleWords } from './role-words';

/** 客户等级 is no customer: what can be told of a customer beside the name. */
const OF_A_CUSTOMER =
  '等级 级别 类型 类别 分类 经理 电话 手机 地址 邮箱 行业 备注 来源 性别 地区 区域 省份 城市 税号 生日 单号 订单号 需求 评级 账期 联系人 分组 标签 状态 留言 阶段 负责人 银行 账号 传真 数 额 率 描述 属性 性质 信用 ' +
  'phone tel telephone mobile fax email mail address street city zip postcode postal state country region type types group class grade level tier status since birthday birth gender age note notes comment comments po reference ref segment category rating source tax vat industry sector manager owner rep contact website url terms credit limit group discount lifetime count message score currency ' +
  '*gruppe *adresse *telefon *mail *ort *plz *land *branche *betreuer *rabatt betreuer ansprechpartner ' +
  'adresse ville pays tel courriel type secteur remise ' +
  'telefono correo direccion ciudad pais tipo sector descuento ' +
  '电话番号 住所 郵便番号 邮便番号 区分 ランク 担当';

const AN_ID = 'id no nr num number code nummer *nummer *nr numero codigo 编号 编码 代码 代号 号码 卡号 コード 番号';

export const PARTY_WORDS = {
  customer: {
    whole: [
      '客户名称 客户全称 客户名 客户单位名称 购货单位名称 购方名称 购方企业名称 购方单位名称 购货方名称 购买方名称 购买方企业名称 购买单位名称 买方名称 往来单位名称 客户公司名称 单位名称客户 customername custname custnm clientname billtoname billtocustomername selltocustomername soldtoname soldtopartyname nameofsoldtoparty nameofsoldto nameofcustomer nameofbilltoparty accountname customerfullname kundenname kdname kundenbezeichnung kundenbez debitorname name1 nomclient nomduclient nomdelaclient nombrecliente nombredelcliente 顾客名 顾客名称 得意先名 得意先名称 取引先名 取引先名称 お客様名 会社名 顾客企业名 取引先企业名 客户企业名称 关联的公司 关联公司 关联的客户',
      '客户 购货单位 购方 购货方 购买方 买方 买受人 往来单位 购货客户 客户单位 结算客户 开票客户 订货客户 订货单位 订购单位 订购客户 下单客户 下单单位 甲方 甲方名称 甲方单位 需方 需方名称 需方单位 对方户名 对方单位 对方单位名称 对方名称 购买单位 采购单位 customer client cust billto billtocustomer billtoparty billtocustomername soldto soldtoparty soldtocustomer selltocustomer account kunde debitor auftraggeber rechnungsempfaenger cliente 顾客 得意先 取引先 お客様 请求先 请求先名 贩売先 贩売先名 abnehmer',
      '公司名称 公司 企业名称 客户公司 购货公司 company companyname customercompany clientcompany billingcompany firma firmenname unternehmen raisonsociale societe entreprise razonsocial empresa organization organisation organizationname 社名',
      '客户简称 经销商 经销商名称 代理商 代理商名称 分销商 shipto dealer reseller distributor haendler distributeur distribuidor',
      '买家会员名 买家昵称 买家账号 买家 会员名 会员名称 会员昵称 会员 用户名 用户名称 用户昵称 用户姓名 下单人 订购人 订购人姓名 订货人姓名 购买者 下单帐号 下单账号 购买人 订货人 客户昵称 采购方 采购商 买家公司名 买家公司名称 买家公司 买家名称 buyer buyername buyerusername purchaser placedby orderedby boughtby purchasedby purchasername shopper kaeufer besteller acheteur comprador 购入者 购入者名 注文者 注文者名 注文者氏名',
      '会员姓名 客户姓名 顾客姓名 购买人姓名 付款方 付款人 付款单位 member membername payer payername patient student guest donor',
    ],
    parts: [
      '客户名称 客户简称 客户全称 购货单位 购方名称 得意先名 取引先名 顾客名 customer_name client_name account_name company_name kundenname nom_client nombre_cliente',
      '客户$ 购方$ customer$ client$ kunde$ debitor$ cliente$ 得意先$ 取引先$ 顾客$',
    ],
    weak: '收货人 收货人姓名 收件人 收件人姓名 收货人提货人 name 名称 姓名 单位名称 who consignee recipient 氏名 お名前 nom nombre',
    never: `${OF_A_CUSTOMER} ${AN_ID} 终端客户 最终客户 收货客户 end_customer shipto ship_to contact_name`,
  },
  customerId: {
    whole: [
      '客户编号 客户编码 客户代码 客户代号 客户号 客户id 客户code 购货单位编码 往来单位编码 customerid customerno customernumber customercode customernr custid custno custnum custcode custnumber clientid clientno clientnumber clientcode soldtocustomerno selltocustomerno billtocustomerno kundennummer kundennr kdnr kndnr kundenid debitorennummer debitornummer debitorennr debitornr codeclient nclient noclient numeroclient numclient refclient idclient numerodeclient codigocliente codigodecliente idcliente ncliente nocliente numerocliente numerodecliente codcliente 顾客コード 顾客番号 顾客id 得意先コード 得意先番号 取引先コード 取引先番号 取引先id',
      '会员id 会员号 会员卡号 会员编号 会员编码 买家id 用户id 用户编号 accountid accountno accountnumber accountcode memberid memberno membernumber userid buyerid companyid soldtopt soldtopty shopperid payerid cid kunnr kunag 会员番号 会员コード',
      'debitor konto soldto soldtoparty billto billtoparty',
    ],
    parts: [
      '客户编号 客户编码 客户代码 customer_id customer_no customer_number customer_code client_id kundennummer 得意先コード',
    ],
    weak: '',
    never: 'end_customer vat tax order po 订单 税号 group 分组',
  },
  salesperson: {
    whole: [
      '业务员 业务员名称 销售员 销售人员 销售代表 销售经理 客户经理 业务代表 业务人员 跟单员 销售顾问 销售 业务 业务负责人 salesperson salespersonname salesrep salesrepname salesrepresentative salesman accountmanager accountexecutive accountowner dealowner opportunityowner salespersoncode vertreter verkaeufer vertriebsmitarbeiter kundenbetreuer aussendienst commercial vendeur representant vendedor comercial 営业担当 営业担当者 担当営业 贩売担当者',
      '负责人 所有者 交易所有者 商机所有者 商机负责人 客户负责人 所有人 归属人 经办人 导购 导购员 店员 营业员 owner ownername rep agent seller soldby assignedto salesagent employee betreuer sachbearbeiter bearbeiter mitarbeiter responsable agente 担当者 担当 担当者名',
    ],
    parts: ['业务员 销售员 客户经理 sales_rep salesperson account_manager sales_representative 営业担当'],
    weak: '',
    never: 'phone email id no code date 电话 编码 编号 部门 target commission 提成 先方',
  },
  industry: {
    whole: [
      '行业 所属行业 客户行业 行业分类 行业类别 行业名称 产业 产业别 产业类别 industry industryname customerindustry sector vertical branche industriezweig wirtschaftszweig secteur secteurdactivite secteuractivite industrie sectoractividad industria rubro 业种 业界 industrysector',
    ],
    parts: ['行业 industry branche 业种'],
    weak: '',
    never: 'code id 编码',
  },
  region: {
    whole: [
      '地区 区域 大区 销售区域 区域名称 客户地区 所在地区 销售大区 片区 region area territory salesterritory salesregion zone gebiet vertriebsgebiet regionname zona 地域 エリア',
      'customerregion 省份 省 所在省 所属省份 收货省份 省市 province bundesland departement provincia prefecture 都道府県',
      'customercity customerstate customercountry 县市 城市 所在城市 市 city town stadt ort ville ciudad poblacion 市区町村',
      '国家 国家地区 国别 country countryregion countryname shippingcountry billingcountry land pays pais 国 国名',
      'state',
    ],
    parts: ['区域 地区 省份 region territory 地域'],
    weak: '',
    never: 'code id manager 地址 经理 address',
  },
  channel: {
    whole: [
      '渠道 销售渠道 来源渠道 订单渠道 渠道名称 客户来源 通路 channel saleschannel channelname orderchannel vertriebskanal vertriebsweg absatzkanal kanal canal canaldevente canaldeventa canalventas canalvente 贩売チャネル チャネル 贩路 流入経路',
      '订单来源 来源 平台 电商平台 来源平台 销售平台 source leadsource ordersource platform marketplace plattform quelle plateforme plataforma origen',
    ],
    parts: ['渠道 channel チャネル'],
    weak: '',
    never: 'id code 编号 优惠 payment 支付 manager',
  },
} as const satisfies Readonly<Record<string, RoleWords>>;

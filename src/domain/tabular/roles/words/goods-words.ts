import type { RoleWords } from './role-words';

export const GOODS_WORDS = {
  quantity: {
    whole: [
      '数量 销售数量 购买数量 实发数量 订购数量 商品数量 宝贝总数量 宝贝数量 出库数量 开票数量 销货数量 购买件数 商品件数 主数量 quantity qty qtysold quantitysold qtyordered quantityordered orderquantity orderqty orderedquantity salesquantity salesqty invoicedquantity invoicedqty qtyinvoiced quantityinvoiced lineitemquantity itemquantity itemqty unitssold menge anzahl stueckzahl auftragsmenge bestellmenge fakturiertemenge absatzmenge verkaufsmenge quantite qte quantitevendue cantidad cantidadvendida 贩売数量 受注数 受注数量 注文数 注文数量 売上数量 购入数',
      '件数 台数 个数 销量 箱数 units pieces pcs itemssold stueck stk nbunites uds unidades 点数 数',
      '订单数量 发货数量 quantityshipped qtyshipped shippedquantity shippedqty count numberofitems numberofcds itemcount nombre nb',
    ],
    parts: ['数量 quantity qty *menge quantite cantidad'],
    weak: '',
    never:
      '单位 订单数量 库存 退货 退款 可用 未 剩余 累计 赠品 unit stock returned refunded available shipped delivered fulfilled backordered cancelled remaining price cost uom open offene',
  },
  product: {
    whole: [
      '产品名称 商品名称 商品标题 产品 商品 品名 物料名称 存货名称 货物名称 货物 货品名称 宝贝标题 宝贝名称 选购商品 料品名称 货物或应税劳务名称 货物或应税劳务服务名称 项目名称 商品信息 产品服务 productname product producttitle productdescription products item itemname itemtitle itemdescription article lineitemname productservice produkt produktname artikel artikelname artikelbezeichnung materialbezeichnung materialkurztext positionsbezeichnung warenbezeichnung produit nomproduit nomduproduit designation libelle libellearticle designationarticle producto nombreproducto nombredelproducto articulo descripcionarticulo 商品名 品名 制品名 品目 品目名 商品 制品',
      '货品 料品 物料 存货 goods materialdescription deliverable kurztext libelleproduit',
      '产品型号 规格型号 型号 modelname model',
      '产品编码 商品编码 物料编码 存货编码 产品编号 商品编号 物料编号 存货编号 货号 商品id 产品代码 商品代码 料号 品号 商家编码 sku skucode skuid stockcode productid productcode productno productsku itemid itemcode itemno itemnumber itemsku partnumber partno lineitemsku asin artikelnummer artikelnr artnr material materialnummer materialnr matnr codearticle refproduit referenceproduit reference referencia codigoarticulo codigoproducto 商品コード 商品番号 制品コード 品目コード 品番 型番',
    ],
    parts: [
      '产品名称 商品名称 物料名称 品名 product_name item_name article_name 商品名',
      'product produkt artikel 商品',
    ],
    weak: 'description beschreibung bezeichnung descripcion descriptif concepto details what 描述 摘要',
    never:
      '线 类 类别 分类 大类 品牌 属性 规格 数量 金额 单价 总价 原价 价格 优惠 折扣 备注 状态 链接 图片 种类 型号 单位 重量 编码 目录 id ' +
      'category line family group type brand price cost qty quantity total amount tax weight url image status code id sku count variant discount subtotal date margin unit ' +
      '*gruppe *preis *menge *nummer *nr カテゴリ コード 分类 数 単価',
  },
  productLine: {
    whole: [
      '产品线 产品类别 产品大类 产品分类 商品类别 商品分类 品类 商品类目 类目 物料分类 物料组 存货分类 商品大类 产品系列 productline productcategory productfamily productgroup productlinename itemgroup itemcategory category categoryname materialgroup warengruppe produktlinie produktgruppe produktkategorie artikelgruppe kategorie sparte famille famillearticle familleproduit categorie gamme familia categoria linea lineadeproducto lineaproducto 商品分类 商品カテゴリ カテゴリ カテゴリー 商品区分 制品分类',
      '类别 商品类型 产品类型 品牌 producttype itemtype subcategory department brand',
    ],
    parts: ['产品线 product_line product_category warengruppe カテゴリ'],
    weak: '',
    never: 'id code 客户 customer 编码',
  },
} as const satisfies Readonly<Record<string, RoleWords>>;

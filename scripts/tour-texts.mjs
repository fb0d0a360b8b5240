/**
 * What the tour of the rooms files, in each language: companies and people invented for it. `onFile` is there beforehand,
 * `file` is the list that comes in: some of it new, some known, some that says something else, one line that says nothing.
 */
const EN = {
  file: 'trade-fair.csv',
  heading: 'Company,Contact,Job title,E-mail,Phone,Website,City,Industry,Account manager',
  owner: 'Iris Holt',
  onFile: [
    'Northwick Instruments Ltd,Olivia Grant,Head of Purchasing,olivia.grant@northwick.example,+1 202-555-0101,northwick.example,Springfield,Laboratory',
    'Northwick Instruments Ltd,Peter Ashby,Buyer,peter.ashby@northwick.example,+1 202-555-0102,northwick.example,Springfield,Laboratory',
    'Tarnhill Optics GmbH,Jonas Keller,Managing Director,jonas.keller@tarnhill.example,+49 30 5550 0103,tarnhill.example,Berlin,Optics',
    'Tarnhill Optics GmbH,Lena Baumann,Quality Manager,,+49 30 5550 0104,tarnhill.example,Berlin,Optics',
    'Harrow & Pike Foundry,Martin Farrow,Plant Manager,martin.farrow@harrowpike.example,+1 202-555-0105,harrowpike.example,Dayton,Castings',
    'Silverbrook Dairies,Ines Moreau,Maintenance Lead,ines.moreau@silverbrook.example,+1 202-555-0106,silverbrook.example,Madison,Food',
    'Castellan Pumps Inc.,Daniel Novak,Buyer,daniel.novak@castellan.example,+1 202-555-0107,castellan.example,Toledo,Pumps',
    'Castellan Pumps,Daniel Novak,Senior Buyer,d.novak@castellan-pumps.example,+1 202-555-0107,castellan.example,Toledo,Pumps',
  ],
  fresh: [
    'Northwick Instruments Ltd,Olivia Grant,Director of Purchasing,olivia.grant@northwick.example,+1 202-555-0101,northwick.example,Springfield,Laboratory',
    'Northwick Instruments Ltd,Peter Ashby,Buyer,peter.ashby@northwick.example,+1 202-555-0102,northwick.example,Springfield,Laboratory',
    'Tarnhill Optics GmbH,Lena Baumann,Quality Manager,lena.baumann@tarnhill.example,+49 30 5550 0104,tarnhill.example,Berlin,Optics',
    'Harrow & Pike Foundry,Martin Farrow,Plant Manager,martin.farrow@harrowpike.example,+1 202-555-0125,harrowpike.example,Dayton,Castings',
    'Silverbrook Dairies,Ruth Larkin,Works Engineer,ruth.larkin@silverbrook.example,+1 202-555-0116,silverbrook.example,Madison,Food',
    'Greyfell Paper Mills,Hanna Lindgren,Head of Purchasing,hanna.lindgren@greyfell.example,+1 202-555-0117,greyfell.example,Duluth,Paper',
    'Greyfell Paper Mills,Hanna Lindgren,,hanna.lindgren@greyfell.example,,greyfell.example,Duluth,Paper',
    'Oakridge Water Works,Samuel Hensley,Engineer,samuel.hensley@oakridge.example,+1 202-555-0118,oakridge.example,Salem,Water',
    ',,,,,,Salem,',
  ],
  visits: [
    { purpose: 'Show the new dosing pumps', company: 'Northwick', day: 0 },
    { purpose: 'Agree the yearly volume', company: 'Tarnhill', day: -2 },
    { purpose: 'Walk through the new foundry line', company: 'Harrow', day: 5 },
  ],
  complaints: [
    {
      subject: 'Seal leaks after two weeks',
      company: 'Castellan',
      severity: 'high',
      answer: ['Called and apologised the same day', 'Wrong seal in the batch of October', 'New seals, fitted by us'],
    },
    { subject: 'Delivery note without serial numbers', company: 'Silverbrook', severity: 'low' },
    { subject: 'Pump arrived with a dented housing', company: 'Northwick', severity: 'medium' },
  ],
  person: 'Olivia Grant',
  query: 'tarmhill',
};

const ZH_CN = {
  file: '展会名单.csv',
  heading: '公司,姓名,职务,邮箱,手机,网址,城市,行业,客户经理',
  owner: '吴琳',
  onFile: [
    '上海青禾岭泵业有限公司,王晓岚,采购经理,wang.xiaolan@qingheling.example,+86 138 0013 8001,qingheling.example,上海,泵阀',
    '上海青禾岭泵业有限公司,张建国,设备主管,zhang.jianguo@qingheling.example,+86 138 0013 8002,qingheling.example,上海,泵阀',
    '深圳云麓仪器有限公司,李雅婷,采购总监,li.yating@yunlu.example,+86 138 0013 8003,yunlu.example,深圳,仪器仪表',
    '深圳云麓仪器有限公司,欧阳子墨,质量经理,,+86 138 0013 8004,yunlu.example,深圳,仪器仪表',
    '苏州远山鹿食品有限公司,陈海燕,生产经理,chen.haiyan@yuanshanlu.example,+86 138 0013 8005,yuanshanlu.example,苏州,食品',
    '宁波白桦屿化工有限公司,刘志强,设备经理,liu.zhiqiang@baihuayu.example,+86 138 0013 8006,baihuayu.example,宁波,化工',
    '杭州杉木机械有限公司,赵文博,采购员,zhao.wenbo@shanmu.example,+86 21 5555 0107,shanmu.example,杭州,机械',
    '杭州杉木机械,赵文博,采购主管,zhao@shanmu-group.example,+86 21 5555 0107,shanmu.example,杭州,机械',
  ],
  fresh: [
    '上海青禾岭泵业有限公司,王晓岚,采购总监,wang.xiaolan@qingheling.example,+86 138 0013 8001,qingheling.example,上海,泵阀',
    '上海青禾岭泵业有限公司,张建国,设备主管,zhang.jianguo@qingheling.example,+86 138 0013 8002,qingheling.example,上海,泵阀',
    '深圳云麓仪器有限公司,欧阳子墨,质量经理,ouyang.zimo@yunlu.example,+86 138 0013 8004,yunlu.example,深圳,仪器仪表',
    '苏州远山鹿食品有限公司,陈海燕,生产经理,chen.haiyan@yuanshanlu.example,+86 138 0013 8025,yuanshanlu.example,苏州,食品',
    '宁波白桦屿化工有限公司,周敏,安全工程师,zhou.min@baihuayu.example,+86 138 0013 8016,baihuayu.example,宁波,化工',
    '成都星槎环保有限公司,林嘉怡,采购经理,lin.jiayi@xingcha.example,+86 138 0013 8017,xingcha.example,成都,环保',
    '成都星槎环保有限公司,林嘉怡,,lin.jiayi@xingcha.example,,xingcha.example,成都,环保',
    '武汉松间水务有限公司,何俊杰,工程师,he.junjie@songjian.example,+86 138 0013 8018,songjian.example,武汉,水务',
    ',,,,,,武汉,',
  ],
  visits: [
    { purpose: '演示新款计量泵', company: '青禾岭', day: 0 },
    { purpose: '商定年度采购量', company: '云麓', day: -2 },
    { purpose: '参观新生产线', company: '远山鹿', day: 5 },
  ],
  complaints: [
    {
      subject: '密封件两周后渗漏',
      company: '杉木机械有限',
      severity: 'high',
      answer: ['当天已电话致歉', '十月批次装错密封件', '我方上门更换新密封件'],
    },
    { subject: '送货单缺少序列号', company: '白桦屿', severity: 'low' },
    { subject: '到货泵体外壳凹陷', company: '青禾岭', severity: 'medium' },
  ],
  person: '王晓岚',
  query: 'qinghel',
};

const ZH_TW = {
  file: '展覽名單.csv',
  heading: '公司名稱,姓名,職稱,電子郵件,行動電話,網址,城市,產業,業務負責人',
  owner: '吳琳',
  onFile: [
    '青禾嶺泵業股份有限公司,林語彤,採購經理,lin@qingheling.example,0912-345-671,qingheling.example,臺北,泵閥',
    '青禾嶺泵業股份有限公司,陳大文,設備主任,chen@qingheling.example,0912-345-672,qingheling.example,臺北,泵閥',
    '雲麓儀器股份有限公司,李雅婷,採購協理,lee@yunlu.example,0912-345-673,yunlu.example,新竹,儀器',
    '雲麓儀器股份有限公司,歐陽子墨,品保經理,,0912-345-674,yunlu.example,新竹,儀器',
    '遠山鹿食品有限公司,吳海燕,生產經理,wu@yuanshanlu.example,0912-345-675,yuanshanlu.example,臺中,食品',
    '白樺嶼化工有限公司,劉志強,設備經理,liu@baihuayu.example,0912-345-676,baihuayu.example,高雄,化工',
    '杉木機械股份有限公司,趙文博,採購專員,chao@shanmu.example,02-5550-0107,shanmu.example,臺南,機械',
    '杉木機械,趙文博,採購主任,w.chao@shanmu-group.example,02-5550-0107,shanmu.example,臺南,機械',
  ],
  fresh: [
    '青禾嶺泵業股份有限公司,林語彤,採購協理,lin@qingheling.example,0912-345-671,qingheling.example,臺北,泵閥',
    '青禾嶺泵業股份有限公司,陳大文,設備主任,chen@qingheling.example,0912-345-672,qingheling.example,臺北,泵閥',
    '雲麓儀器股份有限公司,歐陽子墨,品保經理,ouyang@yunlu.example,0912-345-674,yunlu.example,新竹,儀器',
    '遠山鹿食品有限公司,吳海燕,生產經理,wu@yuanshanlu.example,0912-345-625,yuanshanlu.example,臺中,食品',
    '白樺嶼化工有限公司,周敏,工安工程師,chou@baihuayu.example,0912-345-616,baihuayu.example,高雄,化工',
    '星槎環保有限公司,林嘉怡,採購經理,jiayi@xingcha.example,0912-345-617,xingcha.example,桃園,環保',
    '星槎環保有限公司,林嘉怡,,jiayi@xingcha.example,,xingcha.example,桃園,環保',
    '松間水務股份有限公司,何俊傑,工程師,ho@songjian.example,0912-345-618,songjian.example,嘉義,水務',
    ',,,,,,嘉義,',
  ],
  visits: [
    { purpose: '展示新款計量泵', company: '青禾嶺', day: 0 },
    { purpose: '議定年度採購量', company: '雲麓', day: -2 },
    { purpose: '參觀新產線', company: '遠山鹿', day: 5 },
  ],
  complaints: [
    {
      subject: '密封件兩週後滲漏',
      company: '杉木機械股份',
      severity: 'high',
      answer: ['當天已致電道歉', '十月批次裝錯密封件', '由我方到場更換新密封件'],
    },
    { subject: '送貨單缺少序號', company: '白樺嶼', severity: 'low' },
    { subject: '到貨泵體外殼凹陷', company: '青禾嶺', severity: 'medium' },
  ],
  person: '林語彤',
  query: 'qinghel',
};

/** @type {Readonly<Record<string, typeof EN>>} */
export const TOUR_TEXTS = { en: EN, 'zh-CN': ZH_CN, 'zh-TW': ZH_TW };

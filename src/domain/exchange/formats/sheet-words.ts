import type { ContactLabel } from '../../parties/contact-values';
import type { Meaning, Part } from './column';

/** What the headings of one meaning are in free sheets. */
export interface SheetWord {
  readonly meaning: Meaning;
  readonly label?: ContactLabel;
  readonly part?: Part;
  /** Folded as headings are: lower case, letters and figures only, simplified characters. */
  readonly words: string;
}

const word = (meaning: Meaning, words: string, more: Omit<SheetWord, 'meaning' | 'words'> = {}): SheetWord => ({
  meaning,
  words,
  ...more,
});

/** Headings of sheets that people keep by hand and of Chinese programs, Chinese and English. */
export const SHEET_WORDS: readonly SheetWord[] = [
  word('row.kind', '类型 类别 种类 记录类型 kind type recordtype'),
  word('row.name', '名称 name'),
  word(
    'company.name',
    '公司 公司名称 公司名 公司简称 单位 单位名称 工作单位 所在单位 客户 客户名称 客户简称 客户公司 客户单位 企业 企业名称 企业简称 机构 机构名称 组织 组织名称 所属公司 所在公司 所属客户 所属企业 供应商 供应商名称 商户名称 厂商 厂商名称 company companyname organization organisation organizationname organisationname account accountname customer customername client clientname firm employer business businessname supplier suppliername vendor vendorname',
  ),
  word(
    'company.legalName',
    '公司全称 企业全称 客户全称 单位全称 注册名称 工商名称 工商注册名称 开票名称 发票抬头 公司全名 legalname legalentity registeredname fullcompanyname companylegalname officialname',
  ),
  word(
    'person.name',
    '姓名 名字全称 中文姓名 联系人 联系人姓名 联系人名称 主要联系人 首要联系人 联络人 联络人姓名 客户联系人 客户姓名 人员姓名 对接人 contact contactname contactperson fullname person personname primarycontact mainpointofcontact attn',
  ),
  word('person.family', '姓 姓氏 lastname surname familyname'),
  word('person.given', '名 名字 firstname givenname forename'),
  word('person.middle', '中间名 middlename'),
  word('person.title', '职务 职位 职称 职衔 岗位 头衔 title jobtitle position role jobfunction designation'),
  word('person.department', '部门 所在部门 所属部门 部门名称 科室 department dept division'),
  word(
    'person.phones',
    '电话 电话号码 联系电话 联系方式 联系号码 联络电话 phone phonenumber phones tel telephone telephonenumber telno contactnumber',
  ),
  word(
    'person.phones',
    '手机 手机号 手机号码 移动电话 移动电话号码 行动电话 联系手机 手提 手提电话 电话手机 mobile mobilephone mobilenumber mobileno cell cellphone cellular handphone',
    { label: 'mobile' },
  ),
  word(
    'person.phones',
    '办公电话 办公室电话 工作电话 商务电话 座机 座机号 座机号码 固话 固定电话 固定电话号码 直线 直线电话 市话 officephone officenumber workphone businessphone landline directphone directline',
    { label: 'work' },
  ),
  word('person.phones', '家庭电话 住宅电话 宅电 homephone', { label: 'home' }),
  word('person.phones', '传真 传真号 传真号码 商务传真 公司传真 fax faxnumber businessfax', { label: 'fax' }),
  word('person.phones', '助理电话 秘书电话 assistantphone', { label: 'assistant' }),
  word('person.phones', '其他电话 其它电话 备用电话 otherphone', { label: 'other' }),
  word('company.phones', '公司电话 单位电话 企业电话 总机 总机电话 公司总机 companyphone mainphone switchboard', {
    label: 'main',
  }),
  word(
    'person.emails',
    '邮箱 电子邮箱 电子邮件 电子邮件地址 电子信箱 信箱 邮件 邮箱地址 邮件地址 电邮 企业邮箱 工作邮箱 email emails emailaddress emailid mail',
  ),
  word('company.emails', '公司邮箱 单位邮箱 companyemail'),
  word(
    'company.website',
    '网址 官网 网站 网页 主页 公司网址 公司网站 公司主页 企业官网 官方网站 官网地址 网站地址 域名 website web url homepage webpage companywebsite site domain companydomain',
  ),
  word(
    'company.addresses',
    '地址 公司地址 单位地址 企业地址 客户地址 办公地址 办公室地址 详细地址 通讯地址 通信地址 联系地址 联络地址 注册地址 经营地址 商务地址 address addresses companyaddress officeaddress businessaddress fulladdress',
  ),
  word('company.addresses', '街道 商务地址街道 street streetaddress addressline1 address1 addressline2 address2', {
    part: 'street',
  }),
  word('company.addresses', '国家 国家地区 商务地址国家地区 country countryregion', { part: 'country' }),
  word('company.addresses', '省 省份 商务地址省市自治区 state province stateprovince stateregion', { part: 'region' }),
  word('company.addresses', '市 城市 所在城市 商务地址市县 city town', { part: 'city' }),
  word('company.addresses', '区 区县 县区 district county', { part: 'district' }),
  word('company.addresses', '邮编 邮政编码 商务地址邮政编码 zip zipcode postcode postalcode', { part: 'postcode' }),
  word(
    'company.registrationIds',
    '统一社会信用代码 社会信用代码 信用代码 统一信用代码 税号 企业税号 纳税人识别号 纳税识别号 纳税人税号 工商注册号 注册号 营业执照号 营业执照编号 营业执照 登记号 登记证号 统一编号 统编 组织机构代码 registrationnumber registernumber registrationno companynumber vat vatid vatno vatnumber taxid taxnumber taxno lei uscc',
  ),
  word('company.industry', '行业 所属行业 客户行业 行业类型 行业类别 行业分类 产业 产业别 industry sector'),
  word('company.legalRepresentative', '法定代表人 法人代表 法定代表 企业法人 代表人 legalrepresentative'),
  word(
    'company.registeredCapital',
    '注册资本 注册资金 注册资本金 资本额 实收资本额 资本总额 registeredcapital sharecapital',
  ),
  word(
    'company.founded',
    '成立日期 成立时间 设立日期 核准设立日期 创立日期 founded foundedon dateoffoundation incorporationdate dateofincorporation',
  ),
  word(
    'company.registrationState',
    '登记状态 经营状态 企业状态 登记现况 公司状况 公司状态 stateintheregister registrationstate registrationstatus companystatus',
  ),
  word('company.parent', '母公司 上级公司 上级单位 所属集团 集团公司 parent parentcompany parentaccount group'),
  word(
    'company.employees',
    '员工人数 员工数 人数规模 公司规模 企业规模 人员规模 参保人数 employees numberofemployees employeecount headcount companysize',
  ),
  word(
    'person.note',
    '备注 备注信息 说明 描述 简介 注释 附注 note notes remark remarks comment comments description memo',
  ),
  word('company.note', '客户备注 公司备注 公司简介 客户简介 companynote companynotes'),
  word('person.tags', '标签 标记 分组 群组 tag tags label labels keywords categories'),
  word('company.tags', '客户标签 公司标签 企业标签'),
  word(
    'company.owner',
    '负责人 业务员 业务 业务负责 业务负责人 客户经理 销售 销售员 销售经理 销售代表 销售负责人 跟进人 所有人 所属人 归属人 客户负责人 owner recordowner accountmanager accountowner salesperson salesrep salesrepresentative rep',
  ),
  word('person.externalIds', '联系人编号 联系人id 人员编号 contactid personid'),
  word(
    'company.externalIds',
    '客户编号 客户编码 客户代码 客户id 客户号 公司编号 公司id 企业编号 单位编号 customerid customerno customernumber customercode accountid accountnumber clientid companyid',
  ),
  word('person.externalIds', '编号 编码 id 其他系统编号 其它系统编号 idselsewhere externalid externalids'),
  word('person.accounts', '即时通讯与社交账号 即时通讯与社群帐号 即时通讯与社群账号 messengersandnetworks'),
];

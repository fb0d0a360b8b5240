/** The words of the trade, as the interface has to write them: zh-Hans, zh-Hant, English. @source domain.md §19 */
const TERMS = `
大客户|大客戶|Key account
重点客户|重點客戶|Priority account
关键客户|關鍵客戶|Critical account
核心客户|核心客戶|Core account
潜在大客户|潛在大客戶|Potential key account
目标客户|目標客戶|Target account
普通客户|普通客戶|Normal account
散客|散客|Walk-in / casual customer
经济大客户|經濟大客戶|Economic key account
重要客户|重要客戶|Important account
集团客户|集團客戶|Group account
战略客户|戰略客戶|Strategic account
交易型客户|交易型客戶|Transactional account
附加价值型客户|附加價值型客戶|Value-added account
战略型客户|戰略型客戶|Strategic-type account
顾问型客户|顧問型客戶|Consultant-type account
战略合作型客户|戰略合作型客戶|Strategic-cooperation account
直销大客户|直銷大客戶|Direct key account
分销大客户|分銷大客戶|Distribution key account
社会零散客户|社會零散客戶|Scattered account
网络客户|網絡客戶|Network account
商业客户|商業客戶|Commercial customer
公众客户|公眾客戶|Public customer
流动客户|流動客戶|Floating customer
水晶客户|水晶客戶|Crystal tier
二八定律|二八定律|80/20 rule
帕累托分析|帕累托分析|Pareto analysis
累计占比|累計佔比|Cumulative share
年度周期|年度週期|Annual cycle
客户等级|客戶等級|Account tier
月消费额|月消費額|Monthly spend
大客户名单|大客戶名單|Key-account list
鸡头与凤尾|雞頭與鳳尾|Overlap band (chicken head / phoenix tail)
自留地|自留地|Private plot (key list)
田野|田野|Field (base customers)
客户价值|客戶價值|Customer value
感知价值|感知價值|Perceived value
客户总成本|客戶總成本|Total customer cost
客户渠道|客戶渠道|Client channel
客户来源|客戶來源|Client source
上门客户|上門客戶|Walk-in client
扫楼客户|掃樓客戶|Swept / cold-found client
关系客户|關係客戶|Relationship client
转介绍|轉介紹|Referral
工商名录|工商名錄|Business directory
客户登记表|客戶登記表|Client registration form
递交时间|遞交時間|Submission time
客户确认|客戶確認|Client confirmation
客户确认书|客戶確認書|Confirmation letter
客户意向书|客戶意向書|Letter of intent
确认书有效期|確認書有效期|Letter validity
有效客户|有效客戶|Valid client
代理公司|代理公司|Agent company
经纪资质|經紀資質|Broker qualification
佣金|佣金|Commission
客户跟进记录|客戶跟進記錄|Follow-up record
未成交客户|未成交客戶|Unclosed client
未成交原因|未成交原因|Reason not closed
周报|週報|Weekly report
月报|月報|Monthly report
销售日报|銷售日報|Daily sales report
客户档案|客戶檔案|Client archive
客史档案|客史檔案|Client history archive
档案类别|檔案類別|File category
法人代表|法人代表|Legal representative
经营管理者|經營管理者|Managing person
联系人|聯絡人|Contact
联系方式|聯絡方式|Contact details
兴趣爱好|興趣愛好|Interests and hobbies
学历|學歷|Education
经历背景|經歷背景|Background
业务范围|業務範圍|Business scope
市场区域|市場區域|Market area
经营方式|經營方式|Mode of business
发展潜力|發展潛力|Development potential
财务状况|財務狀況|Financial standing
信用状况|信用狀況|Credit standing
信用额度|信用額度|Credit limit
市场流向|市場流向|Market flow
有效签单人员|有效簽單人員|Authorised signers
档案审批|檔案審批|Archive approval
经办人|經辦人|Handler
查阅权限|查閱權限|View permission
修改记录|修改記錄|Change log
删除保留期|刪除保留期|Deletion retention
两套制|兩套制|Dual originals
双轨制|雙軌制|Dual-track filing
档案编号|檔案編號|File number
存放地址|存放地址|Storage location
档案完整率|檔案完整率|Archive completeness
备考表|備考表|Reference-remarks sheet
销售机会|銷售機會|Opportunity
销售阶段|銷售階段|Sales stage
关键节点|關鍵節點|Key node
里程碑|里程碑|Milestone
赢单概率|贏單機率|Win probability
项目立项|項目立項|Project approval
方案设定|方案設定|Solution setting
深度接触|深度接觸|Deep contact
产品确定|產品確定|Product confirmed
商务公关|商務公關|Commercial relations
签约成交|簽約成交|Signing
合同执行|合同執行|Contract execution
客户服务|客戶服務|Client service
提案|提案|Proposal
招投标|招投標|Tendering
议标|議標|Negotiated bid
商务谈判|商務談判|Business negotiation
工程验收|工程驗收|Acceptance
项目结项|項目結項|Project closure
试单|試單|Trial order
主动型项目|主動型項目|Active project
被动型项目|被動型項目|Passive project
销售漏斗|銷售漏斗|Sales funnel
控货|控貨|Supply control
销售拉动|銷售拉動|Sell-through pull
决策链|決策鏈|Decision chain
采购委员会|採購委員會|Purchase committee
评估委员会|評估委員會|Evaluation committee
采购流程|採購流程|Purchase process
关键人|關鍵人|Key person
最高决策者|最高決策者|Top decision maker
影响力|影響力|Influence
立场态度|立場態度|Stance
关系强度|關係強度|Relationship strength
权重|權重|Weight
教练|教練|Coach
内线|內線|Inside contact
盟友|盟友|Ally
支持者|支持者|Supporter
中立者|中立者|Neutral
敌对者|敵對者|Hostile
怀疑者|懷疑者|Doubter
误解者|誤解者|Misunderstander
倒退者|倒退者|Backslider
支持面|支持面|Support coverage
权力结构图|權力結構圖|Power map
信息点|信息點|Information point
成功关键要素|成功關鍵要素|Key success factor
六步分析法|六步分析法|Six-step diagnosis
独特卖点|獨特賣點|Unique selling point
价值平衡表|價值平衡表|Value balance sheet
显性需求|顯性需求|Explicit need
隐性需求|隱性需求|Implicit need
需求挖掘|需求挖掘|Need discovery
购买契机|購買契機|Buying trigger
客户计划|客戶計劃|Account plan
投入产出比|投入產出比|Input–output ratio
拜访计划|拜訪計劃|Visit plan
走访标准|走訪標準|Visit standard
电话联系|電話聯絡|Phone contact
客户回访|客戶回訪|Revisit
报价单|報價單|Quotation
价格权限|價格權限|Price authority
补充协议|補充協議|Supplementary agreement
合同报签单|合同報簽單|Contract sign-off form
合同条款|合同條款|Contract terms
折扣|折扣|Discount
返利|返利|Rebate
应收账款|應收賬款|Receivables
欠款还款|欠款還款|Arrears and repayment
延期还款|延期還款|Payment extension
对账|對賬|Reconciliation
结算周期|結算週期|Settlement cycle
现采现结|現採現結|Spot cash purchase
月结|月結|Monthly settlement
税票|稅票|Tax invoice
支票|支票|Cheque
转账|轉賬|Transfer
风险控制|風險控制|Risk control
销售计划完成率|銷售計劃完成率|Sales-plan completion rate
新开发率|新開發率|New-development rate
流失率|流失率|Churn rate
流失度|流失度|Churn degree
流失原因|流失原因|Churn reason
有效投诉|有效投訴|Valid complaint
客户投诉|客戶投訴|Complaint
责任鉴定|責任鑒定|Responsibility finding
满意度|滿意度|Satisfaction
忠诚度|忠誠度|Loyalty
意见征询表|意見徵詢表|Opinion questionnaire
服务费用|服務費用|Service cost
绩效考核|績效考核|Performance assessment
激励政策|激勵政策|Incentive policy
客户经理|客戶經理|Account manager
客户经理配备|客戶經理配備|Manager staffing
虚拟营销团队|虛擬營銷團隊|Virtual sales team
内勤|內勤|Back office
销售时间|銷售時間|Sales time
客户时间|客戶時間|Client time
非客户时间|非客戶時間|Non-client time
线路调查|線路調查|Route survey
晨会|晨會|Morning meeting
路程时间|路程時間|Travel time
角色澄清|角色澄清|Role clarification
行动计划|行動計劃|Action plan
一线品牌|一線品牌|First-line brand
二线品牌|二線品牌|Second-line brand
补充品牌|補充品牌|Supplementary brand
商超|商超|Supermarket channel
连锁大卖场|連鎖大賣場|KA chain store
便利店|便利店|Convenience store
分销商|分銷商|Distributor
新品进场计划|新品進場計劃|New-product entry plan
进场费|進場費|Entry fee
堆头费用|堆頭費用|Stack-display fee
促销方案|促銷方案|Promotion plan
促销核销|促銷核銷|Promotion expense verification
特价机|特價機|Limited special-price item
价格对比|價格對比|Price comparison
市场反馈|市場反饋|Market feedback
敏感单品|敏感單品|Sensitive SKU
竞争对手|競爭對手|Competitor
产品展示会|產品展示會|Product show
铁杆用户|鐵桿用戶|Firm user
用户群体|用戶群體|User group
三足鼎立|三足鼎立|Three-pillar market
行业细分|行業細分|Industry segment
共享目标清单|共享目標清單|Shared target list
技术路线图|技術路線圖|Technology roadmap
半年目标|半年目標|Half-year objective
非盈利性目标|非盈利性目標|Non-profit objective
顶级战略客户|頂級戰略客戶|Top strategic account
升级决策|升級決策|Escalated decision
鱼骨图|魚骨圖|Fishbone chart
`;

export interface Term {
  readonly hans: string;
  readonly hant: string;
  readonly en: string;
}

export const GLOSSARY: readonly Term[] = TERMS.trim()
  .split('\n')
  .map((line) => {
    const [hans = '', hant = '', en = ''] = line.split('|');
    return { hans, hant, en };
  });

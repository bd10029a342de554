import type {EntityName} from "../../mapping/entities/entities.js";

/** Headers that mean a column of the customer's card, by entity; "~" after one: only a hint. */
export const customerWords = {
  customers: {
    customer_id:
      "customer id|customer no|account no|客户编号|客户号|客户id|会员号|会员卡号|顾客编号|用户编号|用户id|id|customer unique id|loyalty id~|rfm id~|customer key|customer code|客户代码|nps id~|customer",
    customer_name:
      "customer name|name|full name|surname|last name|contact name|company name|account name|客户名称|姓名|客户姓名|公司名称|联系人|联系人姓名|企业名称|单位名称|顾客姓名|用户姓名|会员姓名|requester|requester name|first name~|contact|昵称~|联系人名称|reporter|caller",
    phone:
      "phone|phone number|mobile|mobile number|telephone|tel|cell phone|contact number~|contact phone|customer phone|work phone|phone no|手机|手机号|手机号码|电话|电话号码|联系电话|联系方式|客户电话|来电号码|主叫号码|用户号码|业务号码|受理号码|来电电话|联系手机|客户手机|caller number|caller id number|msisdn",
    email:
      "email|email address|customer email|contact email|requester email|邮箱|电子邮箱|邮件地址|客户邮箱|邮箱地址|联系邮箱|reporter email",
    id_card: "id card|id card number|national id|identity card|身份证|身份证号|身份证号码|证件号码|证件号",
    bank_card: "bank card|card number|银行卡|银行卡号|卡号~",
    plate: "plate|license plate|plate number|车牌|车牌号|车牌号码",
    address:
      "address|street address|home address|customer address|地址|联系地址|家庭地址|收货地址|详细地址|通讯地址|客户地址|incident address|street|address line 1|装机地址",
    customer_type:
      "customer type|account type|type of customer|client type|user type|member type|客户类型|客户类别|用户类型|用户类别|客户性质|客户分类|账户类型|会员类型|traveller type|type of traveller|consumer type",
    segment:
      "segment|customer segment|market segment|client segment|value segment|客户细分|细分|客群|客户群|客户分群|细分市场|客户群体|clv segment|customer group|persona~",
    region:
      "region|customer region|area|state|customer state|province|geography|country|territory|district|地区|区域|大区|省份|省|片区|客户区域|所属区域|归属地|所在地区|地市归属|国家|所在省份|county~|sales region|country region~|所属地区|客户地区|地域",
    city: "city|customer city|town|城市|所在城市|客户城市|地市|市|city name|suburb~|所属城市|归属地市|地级市",
    acquisition_channel:
      "acquisition channel|lead source|signup channel|registration channel|referral source|channel of acquisition|source channel|来源渠道|获客渠道|注册渠道|开户渠道|客户来源|会员来源|入会渠道|utm source|original source|acquisition source|发展渠道|入网渠道|渠道来源",
    sex: "sex|gender|customer gender|性别|客户性别|会员性别|用户性别",
    age: "age|customer age|member age|年龄|客户年龄|用户年龄|age in years",
    role: "role|job title|position|contact role|职位|职务|岗位|角色|联系人角色|job role~|occupation~|职业~",
    industry:
      "industry|sector|industry type|行业|所属行业|行业类型|客户行业|industry sector|line of business~|行业类别|行业分类",
    tier: "tier|customer tier|membership level|membership tier|membership|loyalty tier|loyalty status|loyalty level|loyalty card|vip level|vip|level|grade|card category|card type|客户等级|会员等级|等级|星级|客户星级|会员级别|用户等级|客户级别|客户星级标识|vip等级|membership category|membership type|会员卡级别|卡等级|account tier|customer level|贵宾等级|用户星级|客户价值等级",
    status:
      "customer status|account status|status|member status|客户状态|会员状态|用户状态|账户状态|状态|当前客户状态|在网状态|lifecycle stage~",
    grade: "lead grade|prospect grade|意向级别|意向等级|意向度",
    joined_date:
      "join date|joined|signup date|date joined|registered|registered date|registration date|member since|customer since|enrollment date|dt customer|account opened|account opening date|created date|created|activation date|account created|入网时间|入网日期|注册时间|注册日期|开户时间|开户日期|建档日期|建档时间|加入日期|入会时间|入会日期|激活时间|成为会员时间|创建时间|首次购买时间~|开通时间|开通日期|joining date|customer created date|start date~|acquisition date|onboarding date|date of joining",
    left_date:
      "churn date|churned|left date|date left|cancellation date|cancelled date~|exit date|termination date|离网时间|离网日期|流失时间|流失日期|销户时间|销户日期|退网时间|注销时间|注销日期|退会时间|date of churn|end date|account closed|account closed date|closed date|unsubscribe date|churn month~",
    tenure_months:
      "tenure|tenure months|tenure in months|months on book|account length~|customer tenure|months|months as customer|subscription length|membership months|在网时长|入网时长|在网月数|网龄|在网月份|会龄|subscription months|tenure month|account age|tenure of customer|customer lifetime months|入网月数|在网时长月|period of relationship with bank|tenure years|customer age months|membership years|years as customer|innet months|account duration|subscription duration months|在网年限|客龄",
    is_churned:
      "churn|churned|churn label|churn flag|churn value|is churn|churn flag|attrition|attrition flag|exited|left|churn status|has churned|customer churn|是否流失|流失|流失标志|是否离网|离网|离网标志|流失状态|是否流失客户|churn yes no|attrited|target churn|subscription cancelled~|是否退网|是否销户|churn risk~|churn category~|lost customer|is lost",
    owner:
      "account manager|account owner|relationship manager|customer manager|owner|contact owner|客户经理|归属客户经理|负责人|跟进人|专属客服|客户负责人|归属人|维系经理|销售负责人|客户成功经理|csm|customer success manager",
    contact_preference: "contact preference|preferred contact|联系偏好|preferred contact method|contact permission",
    referred_by: "referred by|referrer|referrer id|推荐人|介绍人|推荐人编号|推荐客户",
    potential_amount: "potential amount|potential spend|潜在金额|潜在年采购|潜在销售额|expected revenue~",
    lifetime_value:
      "lifetime value|customer lifetime value|cltv|ltv|clv|生命周期价值|客户终身价值|累计贡献|客户生命周期价值|customer value~|customer ltv",
    card_updated_date: "card updated date|profile updated date|资料更新日|资料更新时间",
    tags: "tags|labels|customer tags|标签|客户标签|会员标签|用户标签",
  },
  contracts: {
    contract_id:
      "contract id|contract number|subscription id|policy id|policy number|agreement id|合同编号|合同号|保单号|协议编号|policy no",
    product:
      "product|plan|plan name|package|product name|service plan|subscription plan|internet service|internet type|套餐|套餐名称|产品|产品名称|资费套餐|套餐类型~|主套餐|policy type|险种|险种名称|tariff plan|price plan|current plan|insurance type|plan type~",
    contract_type:
      "contract|contract type|contract term|subscription type|contract length|合同类型|合约类型|合同期限|合约期限|term|subscription term|合约计划",
    start_date:
      "start date|contract start date|effective date|subscription start date|开始日期|生效日期|起始日期|合同开始日期|合约开始时间|保险起期|policy start date|合同生效日期|签约日期|signed date~|合同签订日期~|起保日期|subscription start",
    end_date:
      "end date|contract end date|expiry date|expiration date|renewal date|subscription end date|结束日期|到期日期|到期日|终止日期|合同结束日期|合同到期日|合约到期时间|保险止期|policy end date|失效日期|subscription end",
    is_renewed: "renewed|is renewed|renewal flag|renewal status~|是否续约|是否续费|续约|续保|是否续保|auto renew~",
    end_kind: "end kind|termination type|cancellation type|终止类别|终止类型|churn type",
    monthly_amount:
      "monthly amount|monthly charge|monthly fee|mrr|monthly revenue|monthly bill|monthly recurring revenue|arpu|月费|月租|月付金额|月租费|套餐费|月消费|当月arpu|月均消费|monthly payment|monthly rent|monthly premium|套餐月费|monthly spend~|monthly cost|月套餐费|monthly plan price|月账单金额|平均月消费",
    total_amount:
      "total amount|total charge|total revenue|contract value|contract amount|total contract value|合同金额|合同总额|总金额|总费用|总消费|tcv|annual contract value~|累计消费|总收入|total spend~",
    salesperson: "salesperson|sales rep|seller|sales representative|销售|销售员|业务员|销售人员|sold by|销售经理",
  },
  churn_interviews: {
    interview_id: "interview id|exit interview id|访谈编号",
    interviewed_at: "interview date|interviewed at|访谈时间|访谈日期",
    interviewer: "interviewer|访谈人|interviewed by",
    reasons:
      "churn reason|reason for churn|cancellation reason|reason for leaving|leaving reason|exit reason|流失原因|离网原因|退订原因|退网原因|销户原因|cancel reason|reasons for churning|取消原因~|churn reasons|流失主要原因",
    reason_category:
      "churn category|churn reason category|reason category|流失原因类别|流失原因大类|原因大类|流失类别|流失类型|cancellation category",
    destination_brand:
      "destination brand|new provider|switched to|competitor switched to|去向品牌|流向竞品|转入品牌|lost to",
    rival_advantage_score: "rival advantage|对手优势",
    can_win_back: "can win back|win back possible|可否挽回|是否可挽回",
    verbatim: "interview notes|访谈记录|流失说明|customer feedback on churn",
  },
  winback_contacts: {
    winback_id: "winback id|挽回编号|召回编号",
    contacted_at: "contacted at|winback date|contact date|联系时间|挽回时间|召回时间|挽留时间",
    contacted_by: "contacted by|挽回人|联系人员",
    role: "role|身份",
    offer: "offer|winback offer|方案|挽回方案|挽留方案|优惠方案",
    outcome: "outcome|result|winback result|结果|挽回结果|挽留结果|召回结果",
    returned_date: "returned date|return date|返回日期|回归日期",
  },
  customer_events: {
    event_id: "event id|活动编号",
    campaign: "event name|event title|活动名称|活动主题",
    kind: "event type|活动类型",
    planned_date: "planned date|计划日期",
    held_date: "held on|held date|event date|举办日期|活动日期",
    has_plan: "written plan|plan approved|有方案|是否有方案",
    guests_planned: "planned guests|guests planned|计划人数",
    budget: "event budget|budget|活动预算|预算",
    cost: "event cost|actual cost|活动费用|实际费用",
    incidents: "incidents|accidents|事故数|安全事故",
    testimonials: "testimonials|testimonials collected|客户见证|见证数",
    owner: "owner|负责人",
  },
  prospects: {
    prospect_id: "prospect id|lead id|线索编号|意向客户编号",
    customer_id: "customer id|客户编号",
    graded_date: "graded on|grade date|评级日期|评级时间",
    grade: "grade|lead grade|级别|意向级别",
    outcome: "outcome|lead outcome|结果|跟进结果",
    inquired_at: "inquired at|inquiry time|询价时间|咨询时间",
    answered_at: "answered at|first answer|答复时间|首次答复时间",
    owner: "owner|负责人",
  },
  care_actions: {
    care_id: "care id|关怀编号",
    kind: "care type|关怀类型",
    campaign: "campaign|campaign name|活动名称",
    acted_date: "care date|关怀日期|关怀时间",
    is_attended: "attended|是否到场|是否参加",
    cost: "cost|actual cost|实际费用",
    budget: "budget|预算",
    recorded_by: "recorded by|登记人",
  },
} as const satisfies Partial<Record<EntityName, Readonly<Record<string, string>>>>;

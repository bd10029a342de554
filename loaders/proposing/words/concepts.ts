/**
 * Words that mean the same in a header, Chinese and English: concept → words. A header is compared by its concepts, in
 * any order, so that "Date Opened", "created_at" and "建单时间" are one header.
 */
export const concepts: Readonly<Record<string, string>> = {
  ticket:
    "ticket|case|incident|conversation|chat|complaint|grievance|enquiry|inquiry|service request|servicerequest|sr|request|issue|工单|投诉单|投诉|客诉|受理单|案件|诉求|事件|留言|咨询|报修|信访|服务单|服务请求|来信|申诉|举报|维权|反映件|申报|会话|对话|个案",
  customer:
    "customer|client|cust|member|account|user|subscriber|consumer|guest|passenger|requester|requestor|contact|caller|buyer|purchaser|patron|policyholder|cardholder|reporter|complainant|visitor|客户|顾客|用户|会员|旅客|乘客|买家|消费者|联系人|来电人|投诉人|诉求人|申请人|反映人|报修人|机主|业主|住户|储户|留言人|提交人|报告人|请求人|请求者|发起人|客人|宾客|访客",
  id: "id|no|number|num|nbr|nr|key|identifier|uid|guid|uuid|ref|reference|编号|号|单号|编码|流水号|标识|序列号|代码|号码",
  when: "date|time|datetime|timestamp|at|on|dt|ts|day|时间|日期|时刻|日|时点",
  created:
    "created|creation|create|opened|open|submitted|submission|submit|reported|received|receipt|logged|raised|filed|registered|registration|lodged|entered|entry|initiated|posted|tabled|intake|创建|新建|建单|提交|登记|录入|生成|发起|提出|接收|来文|上报|反映|立案|开单|建立|受理|申告|提单|进线|接入|发布|开启",
  solved:
    "resolved|resolution|resolve|solved|solve|fixed|completed|completion|complete|finished|done|解决|完成|处理完成|处结|办理完成|解决完成|处理完毕|已解决",
  closed: "closed|close|closure|closing|关闭|结案|办结|归档|完结|结单|关单|办理完毕|完单|闭环|已关闭",
  due: "due|deadline|target|expected|promised|estimated|承诺|截止|期限|到期|预计|时限|应完成|要求",
  first: "first|initial|首次|首|第一次",
  reply: "reply|replied|response|responded|respond|responses|回复|响应|答复|应答|首响",
  updated: "updated|update|modified|modification|changed|latest|更新|修改|变更|最近",
  status: "status|stage|phase|状态|进度|阶段|进展",
  priority: "priority|urgency|severity|优先级|紧急程度|紧急度|严重程度|重要程度|优先",
  type: "type|kind|类型|类别|分类|种类|性质",
  cause: "cause|reason|原因|缘由|诱因",
  channel: "channel|source|origin|via|medium|渠道|管道|来源|途径|入口|来源渠道|来源平台",
  agent:
    "agent|assignee|handler|representative|rep|operator|csr|staff|teammate|assigned to|consultant|advisor|analyst|坐席|座席|客服|客服人员|处理人|受理人|经办人|承办人|处理人员|受理人员|话务员|接线员|跟进人|办理人|接待人|客服专员|客服代表|处理客服|受理客服|经办客服|服务人员|受理坐席|受理座席|处理员",
  team: "team|group|squad|班组|组别|小组|技能组|客服组|受理组|处理组|团队|坐席组",
  department:
    "department|dept|division|agency|bureau|部门|单位|科室|机构|承办单位|责任部门|处理部门|主办单位|处办单位|受理部门|责任单位|承办部门|办理单位",
  product: "product|sku|goods|merchandise|产品|商品|业务|货品|品名",
  name: "name|名称|姓名|名字|名",
  text: "description|desc|detail|details|text|body|content|comment|remark|note|narrative|message|feedback|verbatim|内容|描述|详情|备注|说明|正文|详细|概述|留言内容|具体内容",
  title: "title|subject|headline|标题|主题|摘要|概要",
  area: "region|district|territory|province|borough|county|neighborhood|neighbourhood|ward|地区|区域|大区|片区|省|省份|归属地|属地|区县|行政区|辖区|所在区",
  city: "city|town|municipality|城市|市|地市|所在市",
  score: "satisfaction|rating|score|csat|stars|满意度|评分|得分|打分|评价|满意程度|评价分|评级|满意率|satisfactory",
  survey: "survey|questionnaire|问卷|答卷|调查|测评|答题|调研|review|评论|点评",
  answered: "answered|answer|回答|作答|填答|填写|接通|接听",
  call: "call|phone call|通话|呼叫|来电|话务|录音|话单",
  order: "order|purchase|purchased|invoice|transaction|sale|sales|订单|订购|购买|交易|销售|消费|小票|发票|下单",
  count: "number of|count of|num of|no of|count|次数|数量|个数|笔数|件数",
  amount: "amount|revenue|total|金额|总额",
  fee: "fee|charge|费用|收费|费|资费",
  price: "price|价格|单价|售价",
  wait: "wait|waiting|queue time|time in queue|speed of answer|等待|排队|等候",
  talk: "talk|duration|length|时长|用时|耗时|历时",
  contract: "contract|subscription|policy|agreement|合同|协议|保单|合约",
  start: "start|begin|began|effective|started|开始|生效|起始|起保|起",
  end: "effective to|effective until|valid to|valid until|end|expiry|expiration|expire|expired|ended|renewal|结束|终止|到期|失效|止|终",
  join: "joined|join|signup|sign up|enrollment|enrolled|enrolment|activation|activated|onboarded|since|入网|注册|开户|建档|加入|入会|激活|成为会员|开通|首次办理",
  left: "left|churn|churned|attrition|exited|terminated|termination|unsubscribed|流失|离网|销户|退网|注销|退订|退会|流失标志",
  tenure: "tenure|months on book|account age|在网时长|入网时长|在网|网龄|司龄|会龄|账龄|入网月数",
  month: "month|months|月数|月|个月|月份",
  visit: "visit|拜访|走访|上门拜访",
  callback: "callback|call back|follow up|followup|回访|回拨",
  workorder: "work order|workorder|wo|job|dispatch|派工|派工单|维修单|安装单|服务工单|派单|上门单",
  return: "return|rma|refund|退货|退款|退换|退单|售后",
  interview: "interview|访谈",
  winback: "winback|win back|挽回|召回|赢回|挽留",
  care: "care|关怀",
  action: "action|整改|措施|改进|行动",
  sla: "sla|service level|时效",
};

/** Words that say nothing in a header. */
export const silent =
  "the|of|a|an|current|currently|hs|is|was|has|been|for|in|to|and|its|this|your|our|flag|indicator|seconds|second|secs|sec|minutes|minute|mins|min|hours|hour|hrs|usd|rmb|cny|元|秒数|分钟数|秒|分钟|小时|万元|yn|的|是否|是|该|所|当前|本次|本|实际|是不是|有无|否";

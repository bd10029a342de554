import type {EntityName} from "../../mapping/entities/entities.js";

/** Headers that mean a column of tickets and what is done about them, by entity; "~" after one: only a hint. */
export const serviceWords = {
  tickets: {
    ticket_id:
      "ticket id|ticket|issue key|unique key|case number|工单编号|工单号|unique id|id|编号|单号|流水号|number|ticket identifier|case enquiry id|public id~|ref no|sn|key|sr|service request sr number|工单id|案件|受理单|案例编号|请求编号|display id|conversation id|会话id|会话编号|submission id|case|objectid~",
    customer_id:
      "customer id|requester id|contact id|caller id|account id|user id|客户编号|客户号|客户id|用户id|会员号|会员编号|customer|caller|客户|投诉人id|留言用户|account no|reporter id|用户编号|submitter id~|company id~|organization id~|visitor id|访客id|contact",
    contact_id: "call id|session id|录音编号|通话编号|通话记录编号|来话编号",
    ticket_type:
      "ticket type|type|issue type|case type|request type|record type|classification|工单类型|类型|诉求类型|事件类型|工单类别|业务类别~|问题性质|信件类型|来电类型|work type",
    category:
      "category|ticket category|issue category|issue|issue type<|complaint type|complaint category|case reason|request category|request type<|problem type|problem|reason|topic|问题分类|问题类别|问题类型|一级分类|分类|类别|大类|投诉类型|投诉分类|诉求分类|业务类型|事项类别|工单分类|一级问题|问题大类|投诉类别|case type<|category 1|main category|primary category|sr type|sr description|service name|case title~|故障类型|投诉原因~|type<|ticket type<|filed against|form~|complaint reason|reason for contact|contact reason|一级投诉类型|投诉大类|business category~|issue area|内容分类|complaint|case category|类型名称|所属分类|工单类型<|咨询类型|一级分类名称|主分类|negative reason|classification<",
    subcategory:
      "subcategory|sub category|sub type|sub issue|descriptor|二级分类|小类|二级类别|子类|问题小类|投诉小类|category 2|secondary category|subcategory name|request details~|service subtype|complaint subtype|service name detail|细类|三级分类~|子类别|二级投诉类型|投诉子类|sub reason|detail type|complaint sub category|problem code|sr subtype",
    causes:
      "cause|root cause|reason code|complaint cause|投诉原因|问题原因|原因代码|故障原因|产生原因|problem|problem codes|根本原因|原因|原因分类|责任原因",
    product:
      "product|product name|product line|product purchased|产品|产品名称|业务|车型|商品|商品名称|car model|model|product category~|产品型号|型号|产品类型|涉及产品|product group|software product~|业务名称|涉及业务|productname|affected product|设备型号|service|涉诉产品|cmdb ci~|product type~|机型",
    brand:
      "brand|brand name|manufacturer|airline|bank name|provider|品牌|投诉对象|被投诉企业|被投诉单位|被投诉商家|厂商|涉诉企业|company name~|company~|商家名称|被投诉方|被投诉公司|品牌名称|carrier|bank~|涉事企业|make|insurer|telecom provider|hotel name|investigated company",
    channel:
      "channel|ticket channel|case origin|contact type|submitted via|received via|via|source|contact channel|contact method|method received|contact mode|intake channel|request source|来源|渠道|来源渠道|受理渠道|投诉渠道|工单来源|诉求渠道|联系渠道|来电渠道|受理方式|投诉方式|反映渠道|open data channel type|reported via|channel name|via channel|communication channel|mode of complaint|complaint channel|method of submission|提交渠道|接入渠道|服务渠道|信息来源|诉求来源|method~|submitted through|进线渠道|case source|initiated from|接收方式|reception channel|会话来源|创建方式~|来源类型|platform|platform name|平台",
    region:
      "region|area|borough|state|province|district|neighborhood|ward|council district|country|地区|区域|大区|省份|地市|区县|所在区|county|所属区域|归属地|行政区|事发区域|所属区县|location~|incident state~|customer region|zone|省|事发地区|所属地区|涉及区域|customer state|customer country|投诉地区|地区名称|片区|supervisor district|客户区域",
    city: "city|town|城市|所在城市|市|incident city|customer city|所属城市|来电城市",
    priority:
      "priority|ticket priority|urgency|severity|优先级|紧急程度|严重程度|工单优先级|priority level|case priority|紧急等级|重要程度|紧急度|优先等级|工单等级|severity level|incident priority|投诉等级|工单级别|紧急级别",
    status:
      "status|ticket status|state|current status|case status|status category|incident state|状态|工单状态|处理状态|办理状态|受理状态|进度|处理进度|投诉进度|投诉状态|ticket state|complaint status|request status|sr status|当前状态|办理情况~|处理环节~|ident state|sub status~|工单进度|会话状态~|conversation status|案件状态|解决状态|company response|company response to consumer",
    created_at:
      "created at|created|ticket created|created date|open date|opened|date opened|date created|date received|received date|submitted at|reported date|ticket date|complaint date|case date|request date|date of complaint|date|time|datetime|timestamp|date requested|requested datetime|issue date|issue reported at|创建时间|提交时间|受理时间|投诉时间|登记时间|建单时间|来电时间|反映时间|留言时间|发起时间|工单创建时间|日期|时间|上报时间|报修时间|接收时间|诉求时间|发布时间|申请时间|tweet created|entry date|incident date|occurred at~|发生时间~|事发时间~|date of incident~|call date~|来信时间|call timestamp|contact date|立案时间|started at|start time~|开始时间~|conversation started|chat started|会话时间|对话时间|会话开始时间|申诉时间|reported on|complaint received date|派单时间~|inquiry date|request time|咨询时间|举报时间|interaction date",
    first_replied_at:
      "first response|first reply|first responded at|first replied at|initial response|initial response time|first contact at|first response date|responded at|responded|response date|issue responded|首次响应时间|首次回复时间|首响时间|首次答复时间|响应时间|答复时间|回复时间|date sent to company|first assigned~|first public reply|acknowledged at|首次处理时间|首次回应时间|首次联系时间",
    promised_at:
      "due date|due at|due by|due by time|due|promised at|expected resolution|target resolution|sla due|target date|expected datetime|resolution due|resolution due by|deadline|承诺时间|承诺完成时间|办理期限|截止时间|截止日期|处理期限|预计完成时间|要求完成时间|办结期限|应办结时间|sla target|sla target dt|target dt|expected close date|expected sla to resolve|due time|时限|到期时间|处理时限|计划完成时间|期望完成时间|sla截止时间|解决期限|regulated due date~",
    first_solved_at: "first resolved at|first solved at|first resolution|首次解决时间|初次解决时间",
    solved_at:
      "resolved at|solved at|resolved|solved|resolution date|resolved date|resolution time|completed at|date resolved|date completed|last resolved|解决时间|完成时间|处理完成时间|解决日期|办理完成时间|处结时间|处理完毕时间|completion date|time to resolution|resolution timestamp|completed date|处理结束时间|完成日期|处理时间~|fixed at|ticket resolved|resolved on",
    closed_at:
      "closed at|closed|closed date|close date|closing date|date closed|closed dt|close time|closure date|case closed|关闭时间|结案时间|办结时间|归档时间|结单时间|完结时间|关单时间|关闭日期|办结日期|date of closure|end time~|结束时间~|ticket closed|会话结束时间|closed on|工单关闭时间|办结归档时间|end date~",
    reopened_count:
      "reopen count|reopened count|reopens|reopened|number of reopens|重开次数|重新打开次数|返工次数|打回次数|重启次数|退回次数|re open count|times reopened|重办次数",
    reassigned_count:
      "reassignment count|reassigned count|reassigned|number of transfers|transfers|转派次数|流转次数|转单次数|改派次数|分配次数~|转交次数|reassignments|assignment count~|派单次数",
    is_sla_met:
      "sla met|made sla|within sla|sla status|sla|on time|ontime|timely|timely response|resolution status|sla compliance|是否达标|响应达标|是否及时|是否按时办结|按期办结|sla for resolution|是否按时|sla result|resolved within sla|sla breached|breached|sla violated|overdue|is overdue|has breached|是否超时|是否逾期|是否超期|超时|sla是否违约|sla状态|resolution sla|resolution sla status|sla resolution status|时效达标|met sla|sla violation|exceeded est timeframe|是否违反sla|was the response timely|completed on time|处理是否超时|是否按期",
    is_solved:
      "is solved|is resolved|resolved|issue resolved|problem solved|是否解决|是否已解决|解决情况~|问题是否解决|诉求是否解决|solved|resolution status~",
    is_disputed: "disputed|consumer disputed|is disputed|是否有争议|争议|客户争议",
    responsible_department:
      "department|agency|responsible agency|owning department|assigned department|owner department|responsible department|agency responsible|agency name~|责任部门|处理部门|承办单位|部门|主办单位|承办部门|责任单位|办理单位|处办单位|处理单位|受理部门|归属部门|department name|所属部门|处置单位|受理单位|division~|责任科室|agency responsible name|lead department",
    responsible_party: "responsible party|liability|责任方|责任主体|定责|责任归属",
    handler:
      "handler|agent|agent name|assignee|assigned to|resolved by|case owner|ticket owner|owner|assigned agent|it owner|处理人|受理人|经办人|承办人|客服|坐席|客服人员|负责人|办理人|处理人员|当前处理人|受理客服|受理坐席|处理坐席|坐席工号|assignee id|responder|support agent|csr name|employee name~|staff~|经办客服|assignee name|解决人|closed by~|责任人~|跟单人|跟进客服|teammate assigned|接待客服|客服姓名|客服名称|受理员|接线员|处理客服|agent id|工号~|技术支持~|teammate|责任客服",
    team: "team|group|assignment group|support group|agent group|queue|team name|assigned team|group name|班组|小组|技能组|客服组|受理组|处理组|受理技能组|support team|assigned group|work group|处理小组|group id|客服小组|所属技能组|业务组|team assigned|受理客服组|resolver group|resolution group|工作组",
    fee: "fee|charge|repair cost|cost|费用|收费|维修费|服务费|额外费用|额外费用元|收费金额|维修金额",
    is_entitled:
      "entitled|under warranty|in warranty|warranty|是否保修|是否在保|是否应享|保内|保内保外|是否在保修期|contract entitled",
    title:
      "title|subject|summary|ticket subject|ticket title|short description|complaint title|issue title|customer complaint|标题|主题|工单标题|工单主题|投诉标题|留言主题|诉求标题|概要|简述|case subject|headline|issue summary|问题标题|投诉主题|简短描述|problem summary|问题概述|问题简述|简要描述|case title|complaint summary|public title|摘要",
    verbatim:
      "verbatim|description|text|comment|content|body|message|details|complaint description|complaint text|complaint narrative|consumer complaint narrative|issue description|case description|ticket description|problem description|notes|customer remarks|customer comments|描述|内容|问题描述|投诉内容|留言详情|工单内容|诉求内容|详细描述|备注|客户原话|反映内容|工单描述|问题内容|咨询内容|详情|resolution description|request details|public description|complaint|review~|customer message|status notes|留言内容|来电内容|complaint details|complaint what happened|投诉详情|内容描述|具体内容|问题详情|narrative|initial message|first message|诉求描述|情况描述|故障描述|报修内容|问题说明|投诉描述|受理内容|诉求详情|call notes|instruction|query~|customer query|tweet text",
  },
  ticket_events: {
    ticket_id: "case id|ticket id|工单号|工单编号|concept name case~|case concept name|case|incident id|ticket",
    event_at:
      "event at|event time|event date|timestamp|time timestamp|complete timestamp|activity time|activity timestamp|start timestamp|操作时间|事件时间|处理时间|changed at|change date|logged at|动作时间|finish timestamp|step time|时间|流转时间|环节时间|节点时间|end timestamp~",
    event:
      "event|activity|activity name|activity id|action|event type|event name|concept name|task|step|operation|动作|操作|环节|节点|步骤|操作类型|流程节点|处理环节|事件|处理动作|操作内容~|流转环节|工单操作|activity type",
    actor:
      "actor|resource|performed by|操作人|操作员|org resource|event user|changed by|经手人|处理人|agent|user|executor",
    value: "new value|value|to status|新值|变更后|内容",
  },
  calls: {
    call_id:
      "call id|uuid~|uniqueid|ucid|通话编号|呼叫编号|录音编号|通话id|呼叫id|话单编号|call reference|call sid|call no|录音流水号|通话流水号|call uuid|contact id|interaction id|id|index~",
    customer_id: "customer id|客户编号|客户号|account id|客户id|caller id|会员号|customer",
    ticket_id: "ticket id|case id|工单编号|工单号|关联工单|关联工单号|related ticket",
    called_at:
      "call time|call date|start stamp|start epoch|called at|call start|call start time|start time|start|call timestamp|call datetime|date of call|通话时间|呼叫时间|来电时间|拨打时间|振铃时间|开始时间|通话开始时间|呼叫开始时间|date|datetime|timestamp|time|日期|通话日期|来电日期|接通时间~|进线时间|call started|call started at|interaction start|initiation timestamp|date time|interaction date|呼入时间|拨打日期|started at|来话时间|created at~|received at",
    direction:
      "direction|dir|call direction|call type|initiation method|inbound outbound|呼叫方向|方向|呼叫类型|通话类型|来去电|呼入呼出|contact direction|通话方向|inbound|来去话",
    queue:
      "queue|skill|skill group|queue name|call queue|call group|hotline|call center|call centre|技能组|队列|业务组|热线|排队队列|接入号码~|vdn|split|acd queue|site~|服务队列|skill name|呼入队列",
    agent:
      "agent|agent name|agent id|csr|operator|rep|representative|坐席|坐席工号|话务员|客服|接线员|坐席姓名|客服工号|座席|接听坐席|座席工号|handled by|employee|answered by|坐席名称|接听人|员工工号|工号",
    topic:
      "topic|reason|call reason|call topic|reason for call|subject|call purpose|来电原因|来电类型~|业务类型|呼入原因|通话主题|call category|wrap up code|wrapup code|issue|来电业务|咨询类型|type of call|reason for contact|contact reason|disposition~|来电主题|小结~|call driver|service type|intent|category|业务分类|来电目的",
    region: "region|area|state|地区|区域|省份|归属地|大区|来电归属地|号码归属地|call region|caller region",
    is_offered: "offered|is offered|进入队列|是否进线|是否转人工|entered queue|转人工",
    is_answered:
      "answered|is answered|call answered|answered y n|connected|call status|answer status|call result|接通|是否接通|接听|是否接听|接听状态|通话状态|接通状态|呼叫结果|abandoned|is abandoned|call abandoned|是否放弃|是否呼损|呼损|missed|disposition|outcome~|是否应答|应答状态|呼叫状态|通话结果|call outcome|接听结果",
    is_resolved:
      "resolved|is resolved|issue resolved|fcr|first call resolution|first contact resolution|是否解决|问题是否解决|一次解决|首次解决|call resolved|resolution~|query resolved|是否一次解决|solved",
    wait_seconds:
      "wait time|waiting time|wait seconds|queue time|time in queue|speed of answer|speed of answer in seconds|asa|answer speed|wait duration|queue seconds|排队时长|等待时长|等待时间|排队时间|排队秒数|振铃时长|等待秒数|hold time~|queue wait time|time to answer|应答时长|ring time|振铃秒数|waiting duration|caller wait|响铃时长|answer delay|ring sec|ring seconds|wait|排队等待时长|queue duration",
    talk_seconds:
      "talk time|talk duration|talk seconds|call duration|duration|call length|call seconds|avg talk duration|conversation duration|handle time|handling time|billsec|bill seconds|通话时长|通话时间|通话秒数|时长|通话持续时间|通话时长秒|通话分钟数|call duration minutes|aht|call talk time|connected handling time|call time|interaction duration|handled time|通话用时|talk|conversation duration|agent interaction duration|通话长度|通话总时长",
    verbatim:
      "notes|call notes|comment|summary|remarks|通话备注|备注|通话小结|小结|call summary|通话内容|来电内容|transcript|转写文本",
  },
  sessions: {
    session_id: "session id|chat id|会话编号|会话id|会话号|conversation id~|对话编号|对话id",
    customer_id: "customer id|客户编号|客户号|visitor id|访客编号|访客id|用户id",
    ticket_id: "ticket id|工单编号|工单号|关联工单",
    entered_at:
      "session start|chat start|session created at|chat started at|进入时间|会话开始时间|对话开始时间|进线时间|排队开始时间|接入时间|start time~",
    channel: "channel|platform|from type|渠道|来源|来源渠道|接入渠道",
    queue: "queue|chat queue|department|from group|department name|队列|分流组|技能组|客服组",
    agent: "agent|agent name|agent names|staff name|客服|客服姓名|接待客服|坐席",
    topic: "topic|category~|咨询分类|会话分类|咨询类型|咨询主题",
    region: "region|地区|访客地区",
    is_bot: "is bot|bot session|served by~|接待类型|是否机器人",
    is_handed_over: "handed over|escalated to agent|transferred to human|是否转人工|转人工",
    first_replied_at: "first agent reply at|staff first reply time|first reply time|首次回复时间|首次响应时间点",
    first_reply_seconds:
      "first response time|response time first|first response seconds|首次响应时长|首响时长|首次回复时长|首次响应时间",
    average_reply_seconds:
      "average response time|response time avg|avg response time|平均响应时长|平均响应时间|平均回复时长",
    ended_at: "session end|chat end|session ended at|chat ended at|会话结束时间|对话结束时间|结束时间|end time~",
    end_reason: "end reason|close reason|finish reason|结束方式|结束原因|会话结束原因",
    rounds: "rounds|会话轮次|对话轮次|轮次|回合数",
    customer_messages: "visitor messages|count visitor|visitor message count|访客消息数|访客消息条数|客户消息数",
    agent_messages: "agent messages|count agent|agent message count|客服消息数|客服消息条数|坐席消息数",
    transfers: "transfers|transfer count|转接次数|会话转接次数",
    is_resolved: "is resolved|user resolved status|chat resolved|是否解决|解决状态",
    is_invited: "rating invited|是否邀评|邀评",
    is_rated: "rated|是否评价|是否参评|参评",
  },
  callbacks: {
    callback_id: "callback id|回访编号|回访单号|回访id|follow up id",
    ticket_id: "ticket id|工单号|工单编号|关联工单",
    customer_id: "customer id|客户编号|客户号",
    due_at: "callback due|应回访时间|计划回访时间|回访期限|due date|预约回访时间",
    called_at: "callback time|callback date|called back at|回访时间|回访日期|follow up date",
    caller: "caller|callback agent|callback by|回访人|回访员|回访人员|回访客服|回访坐席",
    outcome: "outcome|callback result|callback outcome|result|结果|回访结果|回访状态|回访情况",
    is_confirmed_solved: "confirmed solved|confirmed resolved|客户确认解决|确认解决|是否确认解决|回访确认解决|是否解决",
    score: "callback score|回访满意度|回访评分|评分",
    verbatim: "callback notes|回访内容|回访备注|回访记录|回访意见|客户原话",
  },
  visits: {
    visit_id: "visit id|拜访编号|走访编号|拜访id",
    customer_id: "customer id|客户编号|客户号",
    planned_date: "planned date|planned visit date|计划日期|计划拜访日期|计划拜访时间",
    visited_date: "visit date|visited date|date of visit|拜访日期|走访日期|拜访时间|实际日期|实际拜访日期|走访时间",
    visitor: "visitor|visited by|拜访人|走访人|拜访人员|走访人员",
    purpose: "purpose|visit purpose|purpose of visit|目的|拜访目的|走访目的|拜访事由",
    minutes: "minutes|visit duration|visit minutes|时长|拜访时长|时长分钟",
    cost: "cost|visit cost|费用|拜访费用",
    verbatim: "visit notes|notes|纪要|拜访纪要|走访记录|拜访记录|拜访内容",
  },
  work_orders: {
    work_order_id:
      "work order id|work order number|work order|wo number|job id|派工单号|维修单号|服务单号|安装单号|工单编号|派工单编号|job number|service order number|维修单编号",
    ticket_id: "ticket id|related ticket|关联工单|关联工单号|工单号",
    customer_id: "customer id|客户编号|客户号",
    asset_id: "asset id|asset|equipment id|serial number|设备号|设备编号|资产编号|序列号|机器编号",
    region: "region|区域|大区|地区",
    scheduled_at:
      "scheduled at|scheduled date|appointment|appointment date|预约时间|预约日期|预约上门时间|计划上门时间",
    arrived_at: "arrived at|arrival time|arrived|到达时间|上门时间|到场时间|签到时间|on site time|实际上门时间",
    completed_at:
      "completed at|completed date|completion date|完工时间|完成时间|完成日期|完工日期|维修完成时间|finished at",
    technician:
      "technician|engineer|field engineer|技师|工程师|维修员|上门人员|师傅|维修人员|安装师傅|服务工程师|维修工|mechanic",
    is_signed: "signed|customer signed|是否签字|客户签字",
    has_feedback_card: "feedback card|有反馈卡|是否有反馈卡|是否回卡",
    is_parts_missing: "parts missing|缺件|是否缺件",
    fee: "fee|charge|repair cost|cost|维修费|维修费元|费用|收费|收费金额|total cost",
    recorded_by: "recorded by|entered by|登记人|录入人",
    recorded_at: "recorded at|entered at|登记时间|录入时间",
  },
} as const satisfies Partial<Record<EntityName, Readonly<Record<string, string>>>>;

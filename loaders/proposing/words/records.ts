import type {EntityName} from "../../mapping/entities/entities.js";

/** Headers that mean a column of surveys, orders and the slower records, by entity; "~" after one: only a hint. */
export const recordWords = {
  surveys: {
    response_id:
      "response id|respondent id|respnum|review id|survey id|survey response id|submission id|答卷编号|答卷id|问卷编号|评价编号|评价id|序号|编号|id|entry id|respondent|token|case id~|respondent no|答题序号|参与者编号|调查编号|唯一标识~|record id|respid|case no~|回答编号|interview number|答卷序号|样本编号|unique id|回收编号",
    customer_id:
      "customer id|客户编号|客户号|用户id|member id|user id|会员号|用户编号|account id|customer|客户id|guest id|用户号码~",
    ticket_id: "ticket id|case id|case number|工单号|工单编号|关联工单|ticket|related ticket id|服务单号",
    call_id: "call id|通话编号|通话号|录音编号|呼叫编号|call reference",
    item: "item|question|attribute|metric|指标|题目|题项|评价指标|测评项|问题|评价项|评价维度|survey question",
    question: "question type|题型",
    score:
      "score|rating|satisfaction|satisfaction rating|satisfaction score|csat|csat score|csat rating|customer satisfaction|customer satisfaction rating|overall rating|overall satisfaction|overall score|review score|reviewer score|star rating|stars|nps|nps score|满意度|满意度评分|满意度评价|评分|得分|打分|评价|星级|评价星级|服务评价|总体满意度|整体满意度|综合评分|客户满意度|客户评价|评价结果|回访满意度|是否满意|survey result|survey score|feedback score|satisfaction level|satisfied|service rating|ticket satisfaction|ces|ces score|overall|recommend score|分数|评价等级|用户评分|nps评分|用户满意度|满意情况|ratings~|feedback rating|satisf|满意度调查结果|服务满意度|sentiment|airline sentiment|review rating|ticket satisfaction score|用户满意度评价|满意程度|评价分数|总评分|overall experience|conversation rating|会话满意度|会话评价|survey results|评价级别",
    scale_max: "scale max|满分",
    brand:
      "brand|brand name|airline|airline name|hotel|hotel name|bank|bank name|restaurant|restaurant name|品牌|酒店|酒店名称|航空公司|商家|店铺|店铺名称|企业名称|brand rated|评价对象|company~|provider|商家名称|品牌名称|carrier|产品品牌",
    brand_price: "brand price|品牌价格",
    wave: "wave|round|survey wave|期次|波次|轮次|期数|调查期次",
    mode: "mode|survey mode|method|collector~|distribution channel|collection method|调查方式|访问方式|采集方式|邀请方式|调查渠道|数据来源~|发送方式|来源",
    channel: "channel|service channel|contact channel|渠道|服务渠道|联系渠道|评价渠道|survey channel~|接触渠道",
    region: "region|area|state|country|地区|区域|省份|大区|所在地区|province|客户地区|所在区域",
    segment: "segment|customer segment|客群|客户细分|traveller type|traveler type|客户群|trip type|出行类型",
    product:
      "product|product name|产品|产品名称|商品|商品名称|业务|service type|服务类型|product category~|车型|型号|product purchased",
    agent: "agent|agent name|客服|坐席|客服人员|服务人员|assignee|handled by|座席|坐席工号|评价客服|受理客服|客服姓名",
    collected_by: "interviewer|collected by|采集人|访员|调查员|访问员|调查人员",
    invited_at:
      "invited at|sent at|sent date|invitation date|survey sent date|invited|发送时间|邀请时间|下发时间|推送时间|发送日期|survey sent|survey sent at|sent|invitation sent|邀评时间|发出时间",
    delivered_at: "delivered at|delivery date|送达时间",
    served_at:
      "served at|service date|date of service|stay date|date of stay|visit date|date of visit|date flown|服务时间|服务日期|消费时间|入住日期|入住时间|就诊日期|experience date|travel date|date of experience|check in date|出行日期|消费日期",
    answered_at:
      "answered at|answer date|submitted at|date submitted|submit date|submit time|submit date utc|completed at|completed date|completion time|end date|response date|responded at|survey date|survey response date|review date|date of review|recorded date|timestamp|date|datetime|feedback date|提交时间|提交答卷时间|评价时间|答题时间|填写时间|结束时间|结束答题时间|作答时间|调查时间|日期|时间|评论时间|完成时间|interview date|intdate|tweet created|date of response|created at~|created date~|rating date|satisfaction rating date|submission date|回收时间|访问时间|调查日期|答卷时间|评价日期|survey completed date|answered|点评时间|回答时间|反馈时间|打分时间|评分时间|创建时间~|end time|date posted~|rated at|date modified~|review creation date|posted on~|submission time|published date~",
    duration_seconds:
      "duration|duration in seconds|time taken|survey duration|response time in seconds~|所用时间|答题时长|用时|作答时长|填写时长|答题用时|持续时间|持续时间秒|用时秒|completion duration|答题时间秒|总用时",
    questionnaire_version: "questionnaire version|survey version|问卷版本|form version",
    is_pilot: "pilot|is pilot|是否试访|试访",
    weight: "weight|wt|sampling weight|sample weight|权重|加权|样本权重|weighting factor|weighting|抽样权重",
    category_spend: "category spend|品类年支出|品类支出",
    verbatim:
      "comment|comments|feedback|review|review text|text|verbatim|remarks|customer feedback|customer comments|satisfaction comment|survey comment|suggestions|意见|建议|意见建议|评价内容|评论|评论内容|客户意见|备注|反馈内容|customer review|content|review body|review content|点评内容|评价|您的意见或建议|customer remarks|open feedback|additional comments|reason for score|satisfaction reason~|评价备注|用户评论|内容|打分原因|评分原因|review comment message|positive review~|negative review~|rating comment|feedback text|conversation rating remark|意见与建议|其他意见或建议|description~|tweet text",
  },
  orders: {
    order_line_id:
      "order line id|row id|line id|order item id|transaction id|sale id|明细编号|订单行号|流水号|交易流水号|明细id|order line|line no|销售流水号",
    order_id:
      "order id|order number|order no|invoice no|invoice number|invoice|订单号|订单编号|单据号|销售单号|小票号|交易号|booking id|reservation id|receipt id|单号|booking reference|销售单编号|order reference|订单id|发票号",
    customer_id:
      "customer id|顾客编号|客户编号|会员号|会员卡号|user id|buyer id|客户号|用户id|会员编号|customer|member no|account id|customer no|客户id|顾客id|buyer|客户代码",
    ordered_at:
      "order date|order time|ordered at|order datetime|invoice date|purchase date|transaction date|sale date|date of purchase|date|datetime|timestamp|order purchase timestamp|下单时间|订单日期|销售日期|购买时间|订购时间|交易时间|销售时间|交易日期|消费时间|日期|订单时间|booking date|reservation date|order date time|created at|付款时间~|支付时间~|order created at|订单创建时间|购买日期|消费日期|成交时间|时间|created",
    shipped_date: "ship date|shipped date|shipping date|dispatch date|发货日期|发货时间|shipped|shipped at|出库日期",
    product:
      "product name|product|product id|item|item name|sku|stock code|product code|product title|产品|商品|商品名称|产品名称|商品编码|商品id|产品编码|货号|description~|产品编号|商品编号|品名|product description|room type~",
    category:
      "category|product category|category name|item category|product type|类别|商品类别|产品类别|大类名称|大类|品类|商品分类|产品类型|分类|product line|品类名称|一级类目|department~",
    region: "region|area|state|country|地区|区域|大区|省份|省|market~|customer state|收货省份|销售区域",
    city: "city|城市|customer city|收货城市|ship city|所在城市|市",
    channel:
      "channel|sales channel|order channel|order source|销售渠道|订单渠道|渠道|来源|订单来源|购买渠道|store type~|purchase channel|platform|平台|下单渠道|sales method",
    quantity:
      "quantity|qty|order quantity|quantity ordered|units|units sold|item quantity|数量|销售数量|购买数量|订单数量|件数|销量|商品数量|order item quantity|number of items",
    amount:
      "amount|sales|sales amount|total amount|order amount|revenue|total|total price|total sales|order total|payment value|net amount|line total|金额|销售金额|实付金额|订单金额|总金额|销售额|交易金额|实收金额|支付金额|消费金额|purchase amount|transaction amount|total revenue|order value|sales total|实际付款|付款金额|成交金额|总价|total cost~|grand total|subtotal~|total spent|purchase amount usd",
    margin: "profit|margin|gross margin|gross profit|利润|毛利|毛利额|order profit",
    is_promotion:
      "promotion|is promotion|promo|是否促销|促销|on promotion|promotion applied|promo code used|discount applied|coupon used~",
    recorded_by: "recorded by|clerk|cashier|salesperson~|收银员|录入人|开单人|操作员",
  },
  returns: {
    return_id:
      "return id|rma|rma number|return number|退货单号|退货编号|退款单号|退换货单号|refund id|售后单号|退款编号|售后编号",
    order_id: "order id|order number|original order id|订单号|订单编号|原订单号",
    customer_id: "customer id|客户编号|会员号|顾客编号",
    requested_at:
      "return date|requested at|return request date|refund date|申请时间|退货时间|退货日期|申请退货时间|退款申请时间|退款时间~|售后申请时间|申请日期|request date",
    completed_at: "completed at|refund completed|completed date|完成时间|退款完成时间|处理完成时间",
    product: "product|product name|sku|商品|商品名称|产品",
    reason:
      "reason|return reason|reason for return|refund reason|退货原因|退款原因|原因|退换原因|售后原因|申请原因|退换货原因",
    outcome:
      "outcome|return status|return outcome|result|处理结果|退货状态|退款状态|结果|审核结果|审核状态|售后状态|returned",
    amount: "amount|refund amount|return amount|退款金额|退货金额|金额",
    recorded_by: "recorded by|登记人",
  },
  actions: {
    action_id: "action id|整改编号|措施编号|编号",
    cause: "cause|root cause|原因",
    department: "department|责任部门",
    owner: "owner|action owner|负责人|责任人",
    opened_date: "opened date|提出日期|立项日期",
    due_date: "due date|计划完成日期|截止日期|应完成日期",
    done_date: "done date|完成日期|实际完成日期",
    metric: "metric|指标",
    category: "category|类别",
    region: "region|区域",
    note: "action|note|措施|整改措施|行动",
    is_decision: "is decision|decision needed|needs decision|for decision|待决策|需决策|是否决策|决策事项",
  },
  control_totals: {
    month: "month|月份|账期|统计月份|period",
    source: "source|system|来源|系统",
    measure: "measure|metric|指标|口径|指标名称",
    value: "value|total|数值|合计|值",
    recorded_by: "recorded by|登记人",
  },
  events: {
    event_date: "event date|事件日期|日期",
    label_zh: "event|label|事件|事件名称|说明",
    label_en: "label en",
    metric: "metric|指标",
    is_break: "is break|是否中断",
  },
} as const satisfies Partial<Record<EntityName, Readonly<Record<string, string>>>>;

import type {Language} from "../../words/language.js";

interface CheckName {
  readonly name: string;
  /** What to do about the records listed. */
  readonly fix: string;
}

const check = (
  zh: readonly [string, string],
  en: readonly [string, string],
): Readonly<Record<Language, CheckName>> => ({
  zh: {name: zh[0], fix: zh[1]},
  en: {name: en[0], fix: en[1]},
});

/** Every check across tables, in the order of the page. */
export const checkNames: Readonly<Record<string, Readonly<Record<Language, CheckName>>>> = {
  ticket_without_customer: check(
    ["工单查无客户", "补建客户资料，或改正客户编号"],
    ["Ticket without customer", "enter the customer, or correct the number"],
  ),
  closed_before_opened: check(
    ["关闭早于提交", "核对两个时间，问登记人"],
    ["Closed before opened", "check both times with who entered them"],
  ),
  replied_before_opened: check(
    ["首次响应早于提交", "核对两个时间；补登工单应写实际提交时间"],
    ["Replied before opened", "check both times; late entries need the real time"],
  ),
  solved_before_opened: check(["解决早于提交", "核对两个时间"], ["Solved before opened", "check both times"]),
  ticket_twice: check(
    ["工单疑似重复（编号不同，其余相同）", "多是两个文件有重叠、编号重排：去掉重叠的行"],
    [
      "Likely one ticket under two ids",
      "mostly files that overlap, with ids given anew: take out the rows that overlap",
    ],
  ),
  event_without_ticket: check(
    ["工单流水查无工单", "改正工单号，或向工单系统补导出"],
    ["Log entry without ticket", "correct the ticket number, or export the tickets again"],
  ),
  event_before_opened: check(
    ["工单流水早于提交", "核对两个时间，多半是时区或列对错了"],
    ["Log entry before the ticket opened", "check both times: mostly a time zone or a wrong column"],
  ),
  callback_before_closing: check(
    ["回访早于关闭", "确认当时是否真的回访；重新安排回访"],
    ["Follow-up before closing", "ask whether it took place; call again"],
  ),
  callback_without_ticket: check(
    ["回访查无工单", "改正工单号"],
    ["Follow-up without ticket", "correct the ticket number"],
  ),
  callback_against_wish: check(
    ["回访了不愿接电话的客户", "停止致电，改用客户选的方式"],
    ["Called against the customer's wish", "stop calling; use the channel they chose"],
  ),
  session_without_ticket: check(
    ["会话查无工单", "改正工单号，或向工单系统补导出"],
    ["Session without ticket", "correct the ticket number, or export the tickets again"],
  ),
  session_out_of_order: check(
    ["会话的时间先后颠倒", "核对进入、首次回复、结束三个时间，多半是时区或列对错了"],
    [
      "Times of a session out of order",
      "check when it began, was answered and ended: mostly a time zone or a wrong column",
    ],
  ),
  call_without_ticket: check(
    ["通话记的工单不存在", "改正工单号，或查工单是否漏导出"],
    ["Call names an unknown ticket", "correct the number, or export the missing tickets"],
  ),
  work_order_without_ticket: check(
    ["上门工单查无工单", "改正工单号"],
    ["Work order without ticket", "correct the ticket number"],
  ),
  done_before_arrival: check(
    ["完成早于到达", "核对技师登记的时间"],
    ["Done before arrival", "check the technician's times"],
  ),
  survey_without_contact: check(
    ["问卷查无服务记录", "查工单或通话是否漏导出，否则该答卷不可信"],
    ["Survey without contact", "look for missing tickets or calls; else do not trust the answer"],
  ),
  answered_before_invited: check(
    ["作答早于邀请", "核对问卷系统的时区与时间"],
    ["Answered before invited", "check clock and time zone of the survey tool"],
  ),
  survey_without_customer: check(
    ["问卷查无客户", "改正客户编号"],
    ["Survey without customer", "correct the customer number"],
  ),
  interview_of_active: check(
    ["流失访谈对象仍在网", "确认是否已挽回；没有则改客户状态"],
    ["Churn interview of an active customer", "won back? if not, correct the status"],
  ),
  interview_without_loss: check(
    ["流失访谈对不上流失", "同一次流失访了两次，或合同还在：核对客户编号与离开日期"],
    ["Churn interview fits no loss", "asked twice about one loss, or still under contract: check number and date"],
  ),
  reason_unknown: check(
    ["流失原因不在代码表里", "补进 reference/churn_reasons.csv，或在映射里用 values、split 换成代码；现在都算“其他”"],
    [
      "Churn reason not in the list",
      "add it to reference/churn_reasons.csv, or map it with values or split; until then it counts as other",
    ],
  ),
  order_without_customer: check(
    ["订单查无客户", "补建客户资料，或改正客户编号"],
    ["Order without customer", "enter the customer, or correct the number"],
  ),
  order_before_joining: check(["下单早于入网", "核对入网日期"], ["Order before joining", "check the joining date"]),
  order_negative: check(
    ["订单金额为负", "冲减金额，但也算一单；退款请按退换货导出"],
    ["Order with a negative amount", "it lowers the amount and still counts as an order: export refunds as returns"],
  ),
  orphan_return: check(
    ["退货查无订单", "补订单号；无单退货请说明"],
    ["Return without order", "find the order number, or say why there is none"],
  ),
  return_before_order: check(
    ["退货早于下单", "核对订单号与日期"],
    ["Return before order", "check order number and dates"],
  ),
  duplicate_phone: check(
    ["客户疑似重复（同电话）", "人工核对后在源系统合并；这里不合并"],
    ["Likely duplicate customer (phone)", "compare, then merge in the source system; nothing is merged here"],
  ),
  duplicate_name: check(
    ["客户疑似重复（同名同城）", "证据较弱，先看电话相同的"],
    ["Likely duplicate customer (name and city)", "weak evidence; look at equal phones first"],
  ),
  impossible_age: check(["年龄不可能", "改正出生日期或年龄"], ["Impossible age", "correct the date of birth or age"]),
  left_before_joined: check(["离网早于入网", "核对两个日期"], ["Left before joined", "check both dates"]),
  overlapping_contracts: check(
    ["合同期重叠", "同一产品两份有效合同，终止一份或改日期"],
    ["Overlapping contracts", "two valid contracts for one product: end one or correct the dates"],
  ),
  contract_ends_before_start: check(
    ["合同结束早于开始", "核对两个日期"],
    ["Contract ends before it starts", "check both dates"],
  ),
  contract_without_customer: check(
    ["合同查无客户", "补建客户资料，或改正客户编号"],
    ["Contract without customer", "enter the customer, or correct the number"],
  ),
  future_date: check(
    ["日期在未来", "多半是年份笔误，改正日期"],
    ["Date in the future", "mostly a slip of the year; correct it"],
  ),
  zero_date: check(
    ["日期是系统的零点（1970-01-01 等）", "多半是空日期；请系统留空或补上日期，它们不在任何月份里"],
    [
      "Date is a system's zero (1970-01-01 …)",
      "mostly an empty date; have it left empty or filled in: it belongs to no month of the report",
    ],
  ),
  day_month_swapped: check(
    ["日、月疑似颠倒", "重新导出为年-月-日，或在映射里写明格式"],
    ["Day and month look swapped", "export again as year-month-day, or name the format in the mapping"],
  ),
  ruined_id: check(
    ["编号被电子表格改坏", "从源系统重新导出，编号列设为文本"],
    ["Ids ruined by a spreadsheet", "export again with the id column as text"],
  ),
};

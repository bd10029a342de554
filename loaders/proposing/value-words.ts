/** What other systems call our values, folded: lower case, without blanks and punctuation. */
const words: Readonly<Record<string, readonly string[]>> = {
  open: ["new", "todo", "未处理", "待处理", "未受理", "新建", "待受理", "已提交", "开启"],
  in_progress: ["assigned", "started", "wip", "active", "处理中", "受理中", "进行中", "已受理", "已分派", "厂家受理"],
  pending: ["onhold", "waiting", "waitingoncustomer", "awaitinguserinfo", "待客户", "挂起", "等待回复", "待回复"],
  solved: ["resolved", "fixed", "done", "completed", "已解决", "已完成", "已处理", "厂家回复"],
  closed: ["close", "已关闭", "关闭", "已结案", "结案", "已完结", "完结"],
  complaint: ["complaints", "投诉", "抱怨"],
  inquiry: ["question", "enquiry", "consultation", "咨询", "查询"],
  repair: ["maintenance", "报修", "维修"],
  request: ["servicerequest", "featurerequest", "需求", "请求", "申请"],
  incident: ["problem", "bug", "failure", "故障", "事件"],
  other: ["others", "其他", "其它"],
  inbound: ["incoming", "呼入", "来电"],
  outbound: ["outgoing", "呼出", "去电"],
  reached: ["answered", "connected", "接通", "已接通"],
  no_answer: ["unanswered", "missed", "未接", "未接通", "无人接听"],
  refused: ["拒绝", "拒访", "拒收"],
  accepted: ["接受", "已接受", "同意"],
  exchanged: ["exchange", "换货", "已换货"],
  returned: ["回来", "已挽回", "返回"],
  declined: ["拒绝", "谢绝"],
  thinking: ["considering", "考虑中"],
  voluntary: ["主动", "自愿"],
  involuntary: ["被动", "非自愿"],
  eliminated: ["淘汰"],
  moved: ["搬迁", "搬走"],
  department: ["部门"],
  customer: ["客户", "用户"],
  third_party: ["第三方"],
  unassigned: ["未定", "未分派"],
};

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-/.]+/g, "");

/**
 * Which of the allowed values a foreign one stands for; undefined where no word list knows it.
 * @example knownValue("Resolved", ["open", "solved"]) // "solved"
 */
export function knownValue(theirs: string, allowed: readonly string[]): string | undefined {
  const folded = fold(theirs);
  return allowed.find((value) => fold(value) === folded || words[value]?.includes(folded));
}

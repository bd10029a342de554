import {simplified} from "./simplified.js";

/** What other systems call our values, folded: lower case, without blanks and punctuation. */
const words: Readonly<Record<string, string>> = {
  open: "new|opened|todo|submitted|received|registered|logged|notstarted|unassigned|backlog|created|reopened|reopen|未处理|待处理|未受理|新建|待受理|已提交|开启|打开|已创建|待分配|待派单|新工单|待办|信息审核|未开始|已登记|待接单|重新打开|待分派|进入申领|待申领",
  in_progress:
    "inprogress|assigned|started|wip|active|processing|working|workinprogress|escalated|inprocess|underreview|underinvestigation|beingprocessed|处理中|受理中|进行中|已受理|已分派|厂家受理|办理中|跟进中|已派单|已分配|待办结|已接单|处理过程中|已派发|流转中|调查中|待审核|审核中|升级",
  pending:
    "onhold|hold|waiting|waitingoncustomer|waitingforcustomer|awaitinguserinfo|awaitingvendor|awaitingproblem|awaitingevidence|awaitingcustomer|pendingcustomerresponse|waitingonthirdparty|waitingforsupport|awaiting|suspended|snoozed|deferred|待客户|挂起|等待回复|待回复|等待客户|已挂起|暂停|待确认|待反馈|待补充|等待中|搁置|延期",
  solved:
    "resolved|fixed|done|completed|complete|finished|answered|responded|已解决|已完成|已处理|厂家回复|处理完成|解决|完成|已回复|处理反馈|处理完毕|已答复|已办理|待回访|待评价|已反馈|已办",
  closed:
    "close|cancelled|canceled|closedwithexplanation|closedwithmonetaryrelief|closedwithnonmonetaryrelief|closedwithrelief|closedwithoutrelief|archived|rejected|duplicate|withdrawn|closedcomplete|closedincomplete|closedskipped|已关闭|关闭|已结案|结案|已完结|完结|已归档|归档|已办结|办结|已撤销|已取消|撤诉|用户评分|已结单|结束|已结束|已评价|作废|已作废",
  complaint:
    "complaints|grievance|refund|refundrequest|投诉|客诉|抱怨|投诉工单|投诉类|举报|申诉|投诉举报|维权|建议投诉|投诉建议",
  inquiry:
    "question|enquiry|consultation|query|productinquiry|billinginquiry|information|info|informationrequest|howto|咨询|查询|咨询工单|咨询类|咨询建议|业务咨询|求助",
  repair: "maintenance|repairrequest|报修|维修|报修工单|报障|维修工单|售后维修",
  request:
    "servicerequest|featurerequest|cancellationrequest|changerequest|task|requestforservice|需求|请求|申请|服务请求|办理|业务办理|诉求|安装",
  incident: "problem|bug|failure|technicalissue|technical|fault|outage|issue|故障|事件|故障工单|技术问题|系统故障|缺陷",
  other: "others|misc|其他|其它|其他类|建议|意见建议|表扬|感谢",
  inbound: "incoming|in|呼入|来电|来话|入呼|进线|呼入电话",
  outbound: "outgoing|out|呼出|去电|去话|外呼|出呼|呼出电话",
  reached: "answered|connected|success|接通|已接通|成功|回访成功|已回访|已接",
  no_answer:
    "unanswered|missed|noresponse|notanswered|busy|unreachable|未接|未接通|无人接听|未接听|失败|关机|停机|占线|未联系上|空号|无法接通|未回访|回访失败",
  refused: "rejected|拒绝|拒访|拒收|拒绝回访|不受理|驳回|已拒绝",
  accepted: "approved|refunded|接受|已接受|同意|已同意|已退款|退款成功|已退货|退款完成|通过",
  exchanged: "exchange|replacement|replaced|换货|已换货|换新",
  returned: "reactivated|wonback|success|回来|已挽回|返回|已返回|挽回成功|已召回|成功",
  declined: "rejected|lost|拒绝|谢绝|挽回失败|失败|无意向",
  thinking: "considering|pending|考虑中|待定|犹豫|有意向",
  voluntary: "主动|自愿|主动流失|主动退订|主动离网",
  involuntary: "被动|非自愿|被动流失|欠费离网|欠费",
  eliminated: "淘汰",
  moved: "relocated|搬迁|搬走|迁出",
  department: "company|internal|agency|部门|我方|公司|企业",
  customer: "client|user|客户|用户|客户原因|用户原因",
  third_party: "vendor|supplier|carrier|第三方|供应商|物流|第三方原因",
  unassigned: "unknown|undetermined|未定|未分派|待定责|未定责",
  any: "all|不限|均可",
  email_only: "emailonly|email|仅邮件|邮件",
  no_call: "donotcall|nocalls|勿电话|不接受电话",
  none: "optout|donotcontact|勿联系|勿扰",
  csat: "satisfaction|满意度",
  rating: "rate|评分",
};
const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(words).map(([ours, list]) => [ours, new Set(list.split("|"))]),
);

export const foldValue = (text: string): string =>
  simplified(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s_\-/.,:：、()（）"'*]+/g, "");

/**
 * Which of the allowed values a foreign one stands for; undefined where no word list knows it.
 * @example knownValue("Resolved", ["open", "solved"]) // "solved"
 */
export function knownValue(theirs: string, allowed: readonly string[]): string | undefined {
  const folded = foldValue(theirs);
  return (
    allowed.find((value) => foldValue(value) === folded) ??
    allowed.find((value) => known.get(value)?.has(folded)) ??
    cutShort(folded, allowed)
  );
}

/** A word that a system cuts short: RESOL, CANC. */
function cutShort(folded: string, allowed: readonly string[]): string | undefined {
  if (!/^[a-z]{4,}$/.test(folded)) return undefined;
  return allowed.find((value) =>
    [value, ...(known.get(value) ?? [])].some((word) => word.startsWith(folded) && word.length <= folded.length + 6),
  );
}

/** Words for yes and no, by what is asked; "" holds for every question. */
const answers: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  "": ["yes|y|true|t|1|1.0|是|有|已|对|✓|✔|√|☑", "no|n|false|f|0|0.0|否|无|未|不|✗|✘|×|☐"],
  is_churned: [
    "churned|left|exited|attritedcustomer|attrited|cancelled|canceled|lost|terminated|inactive|unsubscribed|流失|已流失|离网|已离网|销户|已销户|退订|已退订|注销|停机|流失客户|churn",
    "stayed|joined|active|existing|existingcustomer|retained|current|subscribed|stay|在网|正常|未流失|在用|活跃|留存|未离网|在籍|续约|nochurn|notchurned|正常使用",
  ],
  is_sla_met: [
    "withinsla|met|achieved|ontime|insla|success|completed|compliant|passed|达标|及时|未超时|按时|按期|未逾期|已达标|按时办结|及时完成|正常|未超期|合格|withintime",
    "slaviolated|violated|breached|missed|overdue|late|exceeded|failed|notmet|outsidesla|noncompliant|未达标|超时|逾期|不及时|已超时|已逾期|违约|超期|已超期|不合格|outsla",
  ],
  is_answered: [
    "answered|connected|handled|completed|accepted|接通|已接|已接通|接听|已接听|应答|已应答|成功|接通成功|success|正常通话|正常",
    "missed|abandoned|noanswer|unanswered|notanswered|busy|failed|voicemail|dropped|rejected|未接|未接通|放弃|呼损|未接听|漏接|失败|已放弃|排队放弃|未应答|占线|hangup",
  ],
  is_resolved: [
    "resolved|solved|fixed|已解决|解决|完全解决|closed",
    "unresolved|notresolved|unsolved|notsolved|pending|未解决|没有解决|没解决|open|escalated",
  ],
  is_renewed: ["renewed|已续约|已续费|续约", "notrenewed|lapsed|expired|未续约|未续费"],
  is_disputed: ["disputed|有争议", "notdisputed|无争议"],
};
answersAs("is_solved", "is_resolved");
answersAs("is_confirmed_solved", "is_resolved");

function answersAs(column: string, like: string): void {
  (answers as Record<string, readonly [string, string]>)[column] = answers[like]!;
}

/**
 * Whether a cell says yes or no to what the column asks; undefined where it says neither.
 * @example saysYes("SLA Violated", "is_sla_met") // false
 */
export function saysYes(theirs: string, column: string): boolean | undefined {
  const folded = foldValue(theirs) || theirs.trim();
  for (const [yes, no] of [answers[column], answers[""]]
    .filter((pair) => pair !== undefined)
    .map((pair) => pair.map((list) => list.split("|")))) {
    if (yes!.includes(folded)) return true;
    if (no!.includes(folded)) return false;
  }
  return undefined;
}

/** Degrees of satisfaction: 2 very, 1 satisfied, 0 between, −1 not, −2 not at all. */
const degrees: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [
        2,
        "非常满意|很满意|十分满意|极满意|verysatisfied|extremelysatisfied|excellent|verygood|非常好|很好|highlysatisfied|stronglyagree|非常同意|totallysatisfied|优秀",
      ],
      [
        1,
        "满意|比较满意|较满意|satisfied|good|somewhatsatisfied|happy|positive|好|良好|好评|great|agree|同意|比较同意|like|赞",
      ],
      [
        0,
        "一般|基本满意|中立|中评|neutral|average|ok|okay|fair|ordinary|普通|尚可|neithersatisfiednordissatisfied|一般般|中等|mixed|不确定",
      ],
      [
        -1,
        "不满意|比较不满意|较不满意|不太满意|dissatisfied|unsatisfied|bad|poor|somewhatdissatisfied|unhappy|negative|notsatisfied|差|差评|disagree|不同意|dislike|踩|不好|neutralordissatisfied",
      ],
      [
        -2,
        "非常不满意|很不满意|极不满意|十分不满意|verydissatisfied|verypoor|verybad|terrible|extremelydissatisfied|很差|非常差|stronglydisagree|非常不同意|totallydissatisfied",
      ],
    ] as const
  ).flatMap(([degree, list]) => list.split("|").map((word) => [word, degree])),
);

export interface ScoreWords {
  readonly values: Readonly<Record<string, number>>;
  readonly scale: readonly [number, number];
  /** Words that name no degree. */
  readonly unknown: readonly string[];
}

/**
 * Satisfaction told in words, or in numbers with words around them, as points of a scale; undefined where the cells
 * tell none.
 * @example scoreWords(["满意", "不满意", "一般"]) // {values: {满意: 3, 一般: 2, 不满意: 1}, scale: [1, 3], unknown: []}
 * @example scoreWords(["5星", "1星"]) // {values: {"5星": 5, "1星": 1}, scale: [1, 5], unknown: []}
 */
export function scoreWords(cells: readonly string[]): ScoreWords | undefined {
  const told = new Map<string, number>();
  for (const cell of cells) {
    const degree = degrees[foldValue(bareAnswer(cell))];
    if (degree !== undefined) told.set(cell, degree);
  }
  if (told.size === 0) return scoreNumbers(cells);
  if (told.size < 2) return undefined;
  const levels = new Set(told.values());
  const isFive = levels.has(2) || levels.has(-2);
  const points = (degree: number) => (isFive ? degree + 3 : levels.has(0) ? degree + 2 : degree > 0 ? 1 : 0);
  return {
    values: Object.fromEntries([...told].map(([cell, degree]) => [cell, points(degree)])),
    scale: isFive ? [1, 5] : levels.has(0) ? [1, 3] : [0, 1],
    unknown: cells.filter((cell) => !told.has(cell)),
  };
}

/** An answer without its letter or number: "A.非常满意", "3 - Highly satisfied". */
export const bareAnswer = (cell: string): string =>
  cell.replace(/^[（(]?[A-Za-z0-9][.、)）]\s*/, "").replace(/^\d+\s*[-–—]\s*/, "");

const numberIn = /^(?:★+|(?<points>\d{1,2}(?:\.0)?)\s*(?:分|星|颗星|级|stars?|points?|\/\s*(?:5|10)))$/i;

function scoreNumbers(cells: readonly string[]): ScoreWords | undefined {
  const told = new Map<string, number>();
  for (const cell of cells) {
    const found = numberIn.exec(cell.replace(/☆/g, "").trim());
    if (found) told.set(cell, found.groups?.points ? Number(found.groups.points) : cell.replace(/[^★]/g, "").length);
  }
  if (told.size < 2 || told.size < cells.length / 2) return undefined;
  const most = Math.max(...told.values());
  return {
    values: Object.fromEntries(told),
    scale: [Math.min(1, ...told.values()), most <= 5 ? 5 : 10],
    unknown: cells.filter((cell) => !told.has(cell)),
  };
}

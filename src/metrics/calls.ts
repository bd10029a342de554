import type {Metric} from "./metric.js";

/** Calls and contacts: the catalogue's part on who gets through and who must come again. */
export const callMetrics = [
  {
    id: "answer_rate",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.02,
    method: "wilson",
    needs: ["calls"],
    zh: {name: "接通率", formula: "坐席接听 ÷ 进入队列", base: "呼入且进入队列的电话；IVR 中挂断不计"},
    en: {
      name: "Answer rate",
      formula: "answered by an agent ÷ offered to the queue",
      base: "inbound calls offered to a queue; hang-ups in the menu are not",
    },
  },
  {
    id: "service_level",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["calls.wait_seconds"],
    zh: {
      name: "及时接通率（服务水平）",
      formula: "目标秒数内接听 ÷（接听 ＋ 放弃）（公式 F3；另三种由 rules/service_level.yaml 选）",
      base: "呼入且进入队列的电话",
    },
    en: {
      name: "Answered in time (service level)",
      formula:
        "answered within the target seconds ÷ (answered + abandoned) (formula F3; rules/service_level.yaml may choose another)",
      base: "inbound calls offered to a queue",
    },
  },
  {
    id: "connect_rate",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["calls.direction=outbound"],
    zh: {name: "呼出接通率", formula: "接通 ÷ 拨出", base: "我方拨出的电话；与呼入接通率是两个指标"},
    en: {
      name: "Outbound connected",
      formula: "connected ÷ dialled",
      base: "calls made by us; another measure than the answer rate of inbound calls",
    },
  },
  {
    id: "call_resolved",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["calls.is_resolved"],
    zh: {
      name: "当场解决率（非首次解决率 FCR）",
      formula: "记录为已解决 ÷ 已接听",
      base: "已接听的呼入电话",
      note: "由坐席自己记录，不是客户确认。",
    },
    en: {
      name: "Solved on call (not FCR)",
      formula: "recorded as resolved ÷ answered",
      base: "answered inbound calls",
      note: "As recorded by the agent, not confirmed by the customer.",
    },
  },
  {
    id: "fcr_7",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["tickets"],
    zh: {
      name: "首次解决率 FCR（7 天）",
      formula: "7 天内没有为同一类别（没有类别时同一话题）再来 ÷ 全部来访",
      base: "已满 7 天、客户名单里有的客户的来电和工单，不分渠道；认不出的客户会让结果偏高",
    },
    en: {
      name: "First contact resolution (7 days)",
      formula: "no further contact in the same category (or topic) within 7 days ÷ contacts",
      base: "calls and tickets of customers in the customer list, 7 days ago or more, by any channel; customers not recognised make it look better",
    },
  },
  {
    id: "fcr_30",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["tickets"],
    zh: {
      name: "首次解决率 FCR（30 天）",
      formula: "30 天内没有为同一类别（没有类别时同一话题）再来 ÷ 全部来访",
      base: "已满 30 天、客户名单里有的客户的来电和工单，不分渠道；认不出的客户会让结果偏高",
    },
    en: {
      name: "First contact resolution (30 days)",
      formula: "no further contact in the same category (or topic) within 30 days ÷ contacts",
      base: "calls and tickets of customers in the customer list, 30 days ago or more, by any channel; customers not recognised make it look better",
    },
  },
] as const satisfies readonly Metric[];

import type {Metric} from "./metric.js";

/** What we owe customers and the files we keep of them: the catalogue's part on relations. */
export const commitmentMetrics = [
  {
    id: "commitment_kept",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["tickets.ticket_type=request"],
    zh: {
      name: "服务请求按时办到率",
      formula: "承诺时间前办到 ÷（按时办到 ＋ 逾期）",
      base: "客户提出的服务请求；没到期的和没有承诺时间的另列",
      note: "按时办到、逾期、未到期、没有承诺时间四者之和等于请求数。",
    },
    en: {
      name: "Requests met in time",
      formula: "done by the promised time ÷ (in time + late)",
      base: "requests of customers; those not due yet and those without a promised time are listed apart",
      note: "In time, late, not due and without a promise add up to the requests.",
    },
  },
  {
    id: "care_cost",
    kind: "mean",
    unit: "money",
    better: "down",
    delta: 1,
    method: "t",
    needs: ["care_actions.cost"],
    zh: {name: "客户关怀费用", formula: "问候、礼品、活动的实际费用之和", base: "有费用的关怀记录；计入销售成本"},
    en: {
      name: "Cost of care",
      formula: "sum of what greetings, gifts and events cost",
      base: "care records with a cost; booked as cost of sales",
    },
  },
  {
    id: "prospect_won",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.05,
    method: "wilson",
    needs: ["prospects.outcome"],
    zh: {
      name: "潜在客户成交率",
      formula: "成交 ÷（成交 ＋ 放弃）",
      base: "有了结果的潜在客户；跟进中的不计",
    },
    en: {
      name: "Prospects won",
      formula: "won ÷ (won + lost)",
      base: "prospects decided; open ones are left out",
    },
  },
  {
    id: "card_stale",
    kind: "share",
    unit: "share",
    better: "down",
    delta: 0.03,
    method: "wilson",
    needs: ["customers.card_updated_date"],
    zh: {
      name: "客户资料过期率",
      formula: "到月末满 12 个月没有更新的资料 ÷ 全部资料",
      base: "客户资料，含潜在客户和已离开的；没写更新日的另列",
    },
    en: {
      name: "Stale customer cards",
      formula: "cards not updated for 12 months at the end of the month ÷ all cards",
      base: "customer cards, prospects and former customers with them; cards without a date are listed apart",
    },
  },
] as const satisfies readonly Metric[];

import type {Metric} from "./metric.js";

/** Work on site and goods that come back: the catalogue's part on the field. */
export const fieldMetrics = [
  {
    id: "appointment_kept",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["work_orders.arrived_at"],
    zh: {
      name: "上门准时率",
      formula: "到达不晚于约定时间 30 分钟 ÷ 约定和到达时间都有记录的上门",
      base: "月内完成的上门；约定只写日期的，当天到即准时",
      note: "宽限分钟数可在 rules/field.yaml 改。",
    },
    en: {
      name: "Appointments kept",
      formula: "arrived at most 30 minutes after the time agreed ÷ jobs with both times recorded",
      base: "jobs on site done in the month; where only a day was agreed, arriving that day keeps it",
      note: "The minutes allowed stand in rules/field.yaml.",
    },
  },
  {
    id: "first_time_fix",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["work_orders"],
    zh: {
      name: "一次修好率",
      formula: "30 天内同一设备没有再上门 ÷ 完成已满 30 天的上门",
      base: "完成已满 30 天的上门；没有设备号的按工单认",
      note: "天数可在 rules/field.yaml 改；未满 30 天的不计，免得显得太好。",
    },
    en: {
      name: "First-time fix",
      formula: "no second visit to the same device within 30 days ÷ jobs done 30 or more days ago",
      base: "jobs done 30 or more days ago; without a device number the ticket stands for it",
      note: "The days stand in rules/field.yaml; younger jobs would flatter and are left out.",
    },
  },
  {
    id: "return_rate",
    kind: "share",
    unit: "share",
    better: "down",
    delta: 0.02,
    method: "wilson",
    needs: ["orders.shipped_date", "returns.requested_at"],
    zh: {
      name: "退货率（满 30 天）",
      formula: "发货后 30 天内申请退换的订单行 ÷ 发货的订单行，按发货月",
      base: "发货已满 30 天的月份；被拒的申请也计；不发货的类别除外",
      note: "按发货月、同一货龄比，新月份不会显得偏低。",
    },
    en: {
      name: "Return rate (at 30 days)",
      formula: "order lines asked to be taken back within 30 days of shipping ÷ lines shipped, by ship month",
      base: "ship months that are 30 days old; requests refused count; categories that are not shipped are left out",
      note: "By ship month at one age, so that young months do not look better.",
    },
  },
] as const satisfies readonly Metric[];

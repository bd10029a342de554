import type {Metric} from "./metric.js";

/** What orders alone tell: the catalogue's part on buying. */
export const orderMetrics = [
  {
    id: "repeat_purchase",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["orders.customer_id"],
    zh: {
      name: "复购客户占比",
      formula: "当月下单、且此前 12 个月也买过的客户 ÷ 当月下单客户",
      base: "当月下单的客户，每人一次",
      note: "订单记录不足一年的月份不算，免得老客户显得像新客户。",
    },
    en: {
      name: "Repeat customers",
      formula:
        "customers of the month who had also bought in the 12 months before it ÷ customers who ordered in the month",
      base: "customers who ordered in the month, once each",
      note: "Months with less than a year of orders before them are left out, or regulars would look new.",
    },
  },
] as const satisfies readonly Metric[];

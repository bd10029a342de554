import type {Metric} from "./metric.js";

/** Where we stand beside rivals, what custom is worth, and who comes back: the catalogue's second part. */
export const relationMetrics = [
  {
    id: "brand_gap",
    kind: "mean",
    unit: "score",
    better: "up",
    delta: 0.2,
    method: "t",
    needs: ["surveys.brand"],
    zh: {
      name: "与对手的评分差",
      formula: "我们的均分 − 对手的均分，按评分者聚类",
      base: "给我们或该对手打分的人；评分不足 30 的品牌合并",
      note: "区间含 0 即“相当”",
    },
    en: {
      name: "Gap to a rival",
      formula: "our mean rating less the rival's, clustered by rater",
      base: "people who rated us or the rival; brands under 30 ratings together",
      note: "level where the interval covers 0",
    },
  },
  {
    id: "driver_share",
    kind: "mean",
    unit: "share",
    better: "up",
    delta: 0.05,
    method: "bootstrap",
    needs: ["surveys.item"],
    zh: {
      name: "影响权重",
      formula: "各评分项对总体满意度 R² 的 LMG/Shapley 份额，合计 100%",
      base: "总体与各项都作答的答卷；至少 150 份、七成完整、R² ≥ 0.15",
      note: "是关联，不是因果；作为品牌比较的推算权重",
    },
    en: {
      name: "Importance",
      formula: "LMG/Shapley share of each item in the R² of overall satisfaction, adding to 100%",
      base: "answers with the overall score and every item; at least 150, 70% complete, R² ≥ 0.15",
      note: "association, not cause; serves as derived weight between brands",
    },
  },
  {
    id: "relative_quality",
    kind: "mean",
    unit: "ratio",
    better: "up",
    delta: 0.02,
    method: "bootstrap",
    needs: ["surveys.brand"],
    zh: {
      name: "相对感知质量",
      formula: "加权得分之比：Σ 权重 × 我们的均分 ÷ Σ 权重 × 对手的均分（价格项除外）",
      base: "给我们或该对手打分的人；每品牌至少 30 人",
      note: "Gale 1994；价值图上为品牌 ÷ 其他品牌平均，价格用评分者所述",
    },
    en: {
      name: "Relative perceived quality",
      formula: "ratio of weighted scores: Σ weight × our mean ÷ Σ weight × the rival's mean (price left out)",
      base: "people who rated us or the rival; 30 a brand at least",
      note: "Gale 1994; on the value map brand ÷ mean of the others, with prices as raters name them",
    },
  },
  {
    id: "share_of_wallet",
    kind: "mean",
    unit: "share",
    better: "up",
    delta: 0.05,
    method: "t",
    needs: ["surveys.category_spend"],
    zh: {
      name: "钱包份额",
      formula: "所述法：截至月末 12 个月在我们处的订单额 ÷ 自述一年品类支出；规则法：(1 − 排名/(N+1)) × 2/N",
      base: "参加品牌调查的客户",
    },
    en: {
      name: "Share of wallet",
      formula:
        "stated: spent with us in the 12 months to the month's end ÷ stated yearly category spend; by rule: (1 − rank/(N+1)) × 2/N",
      base: "customers in the brand study",
    },
  },
  {
    id: "revenue_retention",
    kind: "mean",
    unit: "share",
    better: "up",
    delta: 0.01,
    method: "t",
    needs: ["contracts.monthly_amount"],
    zh: {
      name: "收入留存率",
      formula: "毛：月初客户在月末留下的月费（不超过月初） ÷ 月初月费；净：再加涨价与增购",
      base: "月初有合同的客户；宽限期内的间断不算流失",
    },
    en: {
      name: "Revenue retention",
      formula:
        "gross: monthly amounts kept by month end (at most the opening) ÷ opening; net: with rises and additions",
      base: "customers under contract at the start of the month; gaps within the grace are no loss",
    },
  },
  {
    id: "winback_rate",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.05,
    method: "wilson",
    needs: ["winback_contacts"],
    zh: {
      name: "挽回率",
      formula: "联系后 180 天内回来的客户 ÷ 联系过且已满 180 天的流失客户；另列 ÷ 全部流失客户",
      base: "自愿流失的客户",
    },
    en: {
      name: "Win-back rate",
      formula: "back within 180 days ÷ lost customers approached 180 days ago or more; also ÷ all lost",
      base: "customers who left of their own will",
    },
  },
] as const satisfies readonly Metric[];

import type {ReportView} from "../facts/view.js";
import {say} from "../words/say.js";

/** What is weighted where answers carry weights, and what is not. */
function weightSentence(view: ReportView): string[] {
  if (!view.rows("metric_by_segment").some(({plain}) => plain !== null)) return [];
  return [
    say(view, {
      zh: "问卷带有权重（weight）：满意率、不满意率、平均分、净推荐值、费力度及其各月、各组按权重计算，样本量 n 仍是回答的份数，表中另列不加权的数；交叉表、驱动因素、主题、名单和行动成效每份回答算一份。",
      en: "Answers carry weights (weight): satisfied, dissatisfied, mean, NPS and effort, by month and by group, are weighted; n still counts answers, and the tables give the unweighted number beside. Crosses, drivers, themes, lists and the effect of actions count each answer once.",
    }),
  ];
}

/** How the numbers are made, for the Method page. */
export const methodSentences = (view: ReportView): string[] => [
  ...weightSentence(view),
  say(view, {
    zh: "每个比例、均值和净推荐值都带 95% 区间；同一客户的多次回答算一个聚类，不当作独立样本。",
    en: "Every share, mean and NPS carries a 95% interval; several answers of one customer are one cluster, never independent.",
  }),
  say(view, {
    zh: "样本不足 10 个的数值不显示，并连带隐去能推算出它的另一个；10–29 个用空心点，不排名、不下结论；100 个以上才排名。",
    en: "Values with a base under 10 are withheld, with another one that would give them away; 10–29 are drawn hollow, without rank or verdict; ranks need 100.",
  }),
  say(view, {
    zh: "“明显”指 95% 区间不含 0 且幅度达到有意义的最小变化（满意率 3 个百分点，NPS 5 分）；同类比较的区间按整组放宽（Benjamini–Yekutieli，与 Benjamini–Hochberg 对应），区间与结论因此一致；区间不含 0 但幅度小，写“略”；90% 区间落在最小变化之内，写“基本持平”；其余写“可能是波动”。",
    en: "“Clearly”: the 95% interval excludes 0 and the size reaches the smallest change that matters (3 points of CSAT, 5 of NPS), at the confidence of the whole family (Benjamini–Yekutieli, the dual of Benjamini–Hochberg), so that interval and verdict agree; “slightly”: excludes 0 but smaller; “steady”: the 90% interval lies within that size; else “could be chance”.",
  }),
  say(view, {
    zh: "每组与其余客户比较，不与包含自己的总体比较。",
    en: "A group is compared with the rest, never with a total that contains it.",
  }),
  say(view, {
    zh: "投诉率用精确 Poisson 区间，分母为当月日均有效客户；解决时长把未结工单按“至今未解决”计入（Kaplan–Meier）；留存曲线含左截断。",
    en: "Complaint rates use exact Poisson limits on customer-days; resolution times count open tickets as “not yet” (Kaplan–Meier); retention curves allow for left truncation.",
  }),
  view.churnRule === "left_date"
    ? say(view, {
        zh: "月份按报告时区的自然月，时间都是当地钟表时间。客户在客户表里的离开日期那天流失；表里还没有离开日期的月份不知道走了多少，不当作 0，那以前离开的也不计。",
        en: "Months are calendar months in the report's time zone, times are local clock time. A customer is lost on the leaving date in the customers' list; of months before its first leaving dates and after its last it is not known who left, which is not zero.",
      })
    : say(view, {
        zh: "月份按报告时区的自然月，时间都是当地钟表时间。合同到期后宽限期内没有新合同才算流失，日期记在合同到期日；宽限期未过的月份为暂定。",
        en: "Months are calendar months in the report's time zone, times are local clock time. A customer is lost when no contract follows within the grace period, dated at the contract's end; months still within it are provisional.",
      }),
  say(view, {
    zh: `流失率、留存和信号只算到损失已成定局的那一天${view.churnRule === "left_date" ? "" : "（合同规则下为月末减宽限期）"}，之后的日子既不计流失也不计客户月。留存从成为客户之日算起，任何方式的终止都算离开；合同类型取观察开始时的，等级取窗口开始时的并从那天起跟踪，因为后来的等级和合同只有留下的人才有。`,
    en: `Churn, retention and signals end on the day up to which losses are final${view.churnRule === "left_date" ? "" : " (month end less the grace)"}; later days count neither losses nor customer-months. Retention runs from becoming a customer and every kind of end counts; contracts are those held when the records begin, tiers those held when the window began and followed from that day, since later ones are known only of who stayed.`,
  }),
  say(view, {
    zh: "离开前的信号与同一区域、同一个月的其他客户比（Mantel–Haenszel），免得把一场区域性流失当成信号；各信号一并考虑用按区域分层的 Cox 模型，并检验比例风险。原因、去向只有在确实领先时才说“最多”。",
    en: "Signals before leaving are set beside other customers of the same region and month (Mantel–Haenszel), so that a regional wave is not taken for one; all together by a Cox model stratified by region, with its check of proportional hazards. A cause or destination is called the most frequent only where that is sure.",
  }),
  say(view, {
    zh: "与对手的差距按申报的调查设计计算，区间含 0 一律写“相当”。权重是从自己的调查推算的解释份额（LMG/Shapley），样本不足 150、逐项作答不足 70% 或 R² 低于 0.15 时不用；合计差距、相对质量与相对价格的区间用自助法，每次重新估计权重（种子固定）；公平价值线至少五个品牌才画。差距的变化按全部波次的线性趋势。品牌调查各份答卷等权，不用样本权重。",
    en: "Gaps to rivals follow the declared design of the study; where the interval covers 0 we are level. Weights are shares in explaining our own overall satisfaction (LMG/Shapley), not used with under 150 answers, under 70% complete or R² under 0.15; intervals of the total gap, relative quality and price are bootstrapped, weights estimated anew each time (fixed seed); a fair-value line needs five brands. Changes of a gap are linear trends over all waves. Answers of the brand study count alike; survey weights are not applied to them.",
  }),
  say(view, {
    zh: "读不懂的单元格会被列出并留空，不会悄悄变成 0；没有主键或主要日期读不懂的整行剔除并列出。每个文件：读入 = 保留 + 剔除 + 搁置。",
    en: "A cell that cannot be read is listed and left empty, never turned into 0; a row without its key or main date is rejected and listed. For every file: in = kept + rejected + set aside.",
  }),
];

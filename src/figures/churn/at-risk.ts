import {isForetold} from "../../facts/churn/signals.js";
import {isMissing} from "../../facts/months.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {signalName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatDate, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Account = Row<"at_risk_accounts">;

const shownAccounts = 30;
/** The longest list that the records are asked for. */
const most = 500;

/** Accounts to call, by what may be lost: the chance to leave times the yearly amount. */
export function atRiskAccounts(view: ReportView): FigureOrMissing {
  const id = "at-risk-accounts";
  const all = view.rows("at_risk_accounts");
  // Who runs out now is told by contracts of now.
  if (all.length === 0 || isMissing(view, {metric: "churn_rate", month: view.month ?? ""}))
    return missingLosses(view, {
      id,
      needs: ["contracts", "tickets", "surveys"],
      shows: {zh: "有流失风险的客户名单", en: "the list of accounts at risk"},
    });
  // Neither contracts nor orders say what anybody pays.
  const isPriced = all.some(({yearly_amount}) => yearly_amount > 0);
  const ranked = all
    .map((row) => ({row, chance: chanceOf(view, row)}))
    .map((each) => ({...each, stake: (each.chance ?? 0) * each.row.yearly_amount}))
    .sort(
      (a, b) =>
        (isPriced ? b.stake - a.stake : (b.chance ?? 0) - (a.chance ?? 0)) ||
        (a.row.customer_id < b.row.customer_id ? -1 : 1),
    );
  const shown = ranked.slice(0, shownAccounts);
  const listed = all.length < most ? all.length : `${most}+`;
  const hazards = view.rows("churn_region_hazards");
  const isDue = hazards[0]?.months === "due";
  const isTold = isForetold(view, all);
  return tableFigure(view, {
    id,
    title: isTold
      ? callFirst(
          view,
          shown.map(({row}) => row),
        )
      : say(view, {
          zh: `近期有信号的 ${listed} 户；没有一种信号能断定预示流失`,
          en: `${listed} ${all.length === 1 ? "account" : "accounts"} with a recent signal, none of which surely foretells leaving`,
        }),
    subtitle: subtitleOf(view, {listed, isPriced, isTold}),
    n: all.length,
    method: say(view, {
      zh: "到期未续：历史上同样拖了这么多天而终未续的比例；其余：本区域近六个月的流失 × 各信号的风险率之比；仅供排序",
      en: "lapsed: share never renewed of contracts as late as this; others: recent losses of the region × hazard ratios of the signals; for ranking only",
    }),
    marts: ["at_risk_accounts", "churn_signals", "churn_region_hazards", "renewal_delays"],
    metrics: ["churn_rate"],
    notes: [noteOf(view)],
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("group", say(view, {zh: "等级 · 大区", en: "Tier · region"})),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
      column("amount", say(view, {zh: "年额", en: "Yearly amount"}), "money"),
      column(
        "chance",
        isDue
          ? say(view, {zh: "流失机会", en: "Chance to leave"})
          : say(view, {zh: "每月流失机会", en: "Chance a month"}),
        "share",
      ),
      column("stake", say(view, {zh: "可能损失", en: "At stake"}), "money"),
      column("reasons", say(view, {zh: "为什么列入", en: "Why listed"})),
    ],
    rows: shown.map(({row, chance, stake}) => [
      row.customer_id,
      `${memberName(view, {dimension: "tier", member: row.tier})} · ${memberName(view, {dimension: "region", member: row.region})}`,
      personName(view, row.owner),
      isPriced ? row.yearly_amount : null,
      chance,
      chance === null || !isPriced ? null : stake,
      reasonsText(view, row),
    ]),
  });
}

function subtitleOf(
  view: ReportView,
  {listed, isPriced, isTold}: {listed: number | string; isPriced: boolean; isTold: boolean},
): string {
  if (!isTold)
    return say(view, {
      zh: `近 90 天有信号的 ${listed} 户，按本区域的流失${isPriced ? " × 年额" : ""}排列`,
      en: `${listed} with a signal in the last 90 days, by the losses of their region${isPriced ? " × yearly amount" : ""}`,
    });
  return view.churnRule === "contract"
    ? say(view, {
        zh: `仍可挽留的 ${listed} 户（合同到期未续、60 天内到期或近 90 天有信号）中，流失机会 × 年额最高的`,
        en: `Highest chance to leave × yearly amount among ${listed}: lapsed, ending within 60 days or with a signal in the last 90 days`,
      })
    : say(view, {
        zh: `近 90 天有信号的 ${listed} 户中，流失机会${isPriced ? " × 年额" : ""}最高的`,
        en: `Highest chance to leave${isPriced ? " × yearly amount" : ""} among ${listed} with a signal in the last 90 days`,
      });
}

const noteOf = (view: ReportView): string =>
  view.churnRule === "contract"
    ? say(view, {
        zh: "名单供跟进，不是预言；没有信号也列入，因为到期本身就是流失的时刻。",
        en: "A list to follow up, not a prophecy; accounts without a signal are listed too, since a contract's end is when custom is lost.",
      })
    : say(view, {zh: "名单供跟进，不是预言。", en: "A list to follow up, not a prophecy."});

/** "先联系这 30 户，年额共 120 万：3 户合同已到期、还在宽限期，12 户 60 天内到期" */
function callFirst(view: ReportView, shown: readonly Row<"at_risk_accounts">[]): string {
  const worth = shown.reduce((total, {yearly_amount}) => total + yearly_amount, 0);
  const amount = formatNumber(worth, "money", view);
  const count = (status: string) => shown.filter((row) => row.status === status).length;
  const [lapsed, due] = [count("lapsed"), count("due")];
  const parts = [
    ...(lapsed > 0
      ? [say(view, {zh: `${lapsed} 户合同已到期、还在宽限期`, en: `${lapsed} lapsed and still in grace`})]
      : []),
    ...(due > 0 ? [say(view, {zh: `${due} 户 60 天内到期`, en: `${due} ending within 60 days`})] : []),
  ].join(say(view, {zh: "，", en: ", "}));
  const paid = worth === 0 ? {zh: "", en: ""} : {zh: `，年额共 ${amount}`, en: `, worth ${amount} a year`};
  return say(view, {
    zh: `先联系这 ${shown.length} 户${paid.zh}${parts && `：${parts}`}`,
    en: `Call ${shown.length === 1 ? "this account" : `these ${shown.length} accounts`} first${paid.en}${parts && `: ${parts}`}`,
  });
}

const named = ["rival_mentioned", "complaint", "low_score", "fewer_orders", "unanswered_callback"] as const;

/** "合同10月7日已到期；提到竞争对手 10月1日": all within half a year, so the year goes without saying. */
export function reasonsText(view: ReportView, row: Account): string {
  const day = (value: string | null) => formatDate(value ?? "", view).replace(/^\d{4}年| \d{4}$/g, "");
  const ends =
    row.status === "lapsed"
      ? [say(view, {zh: `合同 ${day(row.ends_date)}已到期未续`, en: `ended ${day(row.ends_date)}, not renewed`})]
      : row.status === "due"
        ? [say(view, {zh: `合同 ${day(row.ends_date)}到期`, en: `ends ${day(row.ends_date)}`})]
        : [];
  const signals = named
    .filter((name) => row[name] !== null)
    .map((name) => `${signalName(view, name)} ${day(row[name])}`);
  return [...ends, ...signals].join(say(view, {zh: "；", en: "; "}));
}

/**
 * A lapsed contract: how often one as late as this was never renewed. Others: 1 − exp(−hazard of the region × hazard
 * ratios of the signals given); null where nothing was ever lost.
 */
export function chanceOf(view: ReportView, account: Account): number | null {
  if (account.status === "lapsed") {
    const late = view.rows("renewal_delays").findLast(({days}) => days <= (account.days_lapsed ?? 0));
    return late?.value ?? null;
  }
  const hazards = view.rows("churn_region_hazards");
  const own = hazards.find(({region}) => region === account.region) ?? hazards.find(({region}) => region === "(all)");
  if (!own || (own.months === "due" && account.status !== "due")) return null;
  const ratio = view
    .rows("churn_signals")
    .reduce(
      (sum, row) => (row.signal !== "(base)" && account[row.signal] != null ? sum + (row.coefficient ?? 0) : sum),
      0,
    );
  return -Math.expm1(-own.hazard * Math.exp(ratio));
}

import {lastBreak} from "../../metrics/breaks.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {count, month, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {daysPerMonth} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

/** Customers lost and at risk, and what those who left and were interviewed said, by kind of customer and month. */
const answers = mart("churn_answers", {
  grain: ["month", "dimension", "member", "kind", "code"],
  row: {
    month,
    dimension: text,
    member: text,
    kind: text,
    code: text,
    customers: count,
    amount: number.nullable(),
  },
});
type Answer = Delivered<typeof answers>;

export const waveTables = {
  churn_waves: table({
    from: answers,
    grain: ["dimension", "member"],
    row: {
      dimension: text,
      member: text,
      first_month: month,
      last_month: month,
      lost: count,
      customer_months: number,
      usual: number,
      /** Null where nobody else was lost: times nothing. */
      ratio: number.nullable(),
      lo: number,
      hi: number.nullable(),
      p_adjusted: number,
      gain: number,
      elsewhere_ratio: number.nullable(),
      elsewhere_lo: number.nullable(),
    },
    derive: churnWaves,
  }),
  churn_wave_answers: table({
    from: answers,
    grain: ["dimension", "member", "kind", "code"],
    row: {
      dimension: text,
      member: text,
      first_month: month,
      kind: text,
      code: text,
      customers: count,
    },
    derive: churnWaveAnswers,
  }),
};

interface Month {
  readonly month: string;
  readonly exposure: number;
  readonly lost: number;
}

interface Group {
  readonly dimension: string;
  readonly member: string;
  readonly months: readonly Month[];
}

const longest = 6;

/**
 * Stretches of up to six of the last twelve final months in which a kind of customer left more often than in its own
 * other months: per group the stretch with the greatest Poisson likelihood ratio (scan statistic after Kulldorff 1997).
 * The p-value is multiplied by every stretch of every group looked at (Bonferroni), so that chance is not called a wave;
 * below 10 losses or one and a half times the usual rate nothing is said. Beside it: the same months elsewhere. Months
 * from before contracts were counted otherwise are no measure of those after.
 */
export function churnWaves(rows: readonly Answer[], {marks = []}: Pick<DeriveOptions, "marks"> = {}) {
  const through = rows.reduce((last, {month}) => (month > last ? month : last), "");
  const since = lastBreak({marks}, {metric: "churn_rate", through})?.category ?? "";
  const groups = groupsOf(rows.filter(({month}) => month >= since));
  const looks = groups.reduce((sum, {months}) => sum + stretches(months).length, 0);
  return groups.flatMap((group) => {
    const found = stretches(group.months)
      .map(({from, to}) => {
        const [inside, outside] = [group.months.slice(from, to + 1), group.months.filter((_, i) => i < from || i > to)];
        return {from, to, inside: total(inside), outside: total(outside)};
      })
      .map((each) => ({...each, gain: likelihoodGain(each.inside, each.outside)}))
      .sort((a, b) => b.gain - a.gain)[0];
    if (!found || !(found.gain > 0) || found.inside.events < 10) return [];
    const {estimate, low, high, p} = rateRatio(found.inside, found.outside);
    const p_adjusted = Math.min(1, p * looks);
    if (!(p_adjusted <= 0.05) || estimate < 1.5) return [];
    const [first, last] = [group.months[found.from]!.month, group.months[found.to]!.month];
    const others = elsewhere(groups, {group, first, last, own: found.inside});
    const ratio = others && others.events > 0 ? rateRatio(found.inside, others) : undefined;
    return [
      {
        dimension: group.dimension,
        member: group.member,
        first_month: first,
        last_month: last,
        lost: found.inside.events,
        customer_months: found.inside.exposure,
        usual: (found.outside.events / found.outside.exposure) * found.inside.exposure,
        ratio: Number.isFinite(estimate) ? estimate : null,
        lo: low,
        hi: Number.isFinite(high) ? high : null,
        p_adjusted,
        gain: found.gain,
        elsewhere_ratio: ratio?.estimate ?? null,
        elsewhere_lo: ratio?.low ?? null,
      },
    ];
  });
}

/** What those who left in a wave and were interviewed said; fewer than five are not shown. */
export function churnWaveAnswers(rows: readonly Answer[], options: Pick<DeriveOptions, "marks"> = {}) {
  return churnWaves(rows, options).flatMap((wave) => {
    const inWave = rows.filter(
      (row) =>
        row.dimension === wave.dimension &&
        row.member === wave.member &&
        row.kind !== "risk" &&
        row.month >= wave.first_month &&
        row.month <= wave.last_month,
    );
    return [...groupRows(inWave, (row) => `${row.kind}|${row.code}`).values()].flatMap((group) => {
      const customers = sum(group, "customers");
      if (customers < 5) return [];
      return [
        {
          dimension: wave.dimension,
          member: wave.member,
          first_month: wave.first_month,
          kind: group[0]!.kind,
          code: group[0]!.code,
          customers,
        },
      ];
    });
  });
}

function groupsOf(rows: readonly Answer[]): Group[] {
  const lost = new Map(
    rows
      .filter(({kind}) => kind === "lost")
      .map((row) => [`${row.dimension}|${row.member}|${row.month}`, row.customers]),
  );
  const risks = rows.filter(({kind, code}) => kind === "risk" && code === "final");
  return [...groupRows(risks, (row) => `${row.dimension}|${row.member}`)].map(([key, group]) => ({
    dimension: group[0]!.dimension,
    member: group[0]!.member,
    months: group
      .map((row) => ({
        month: row.month,
        exposure: (row.amount ?? 0) / daysPerMonth,
        lost: lost.get(`${key}|${row.month}`) ?? 0,
      }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  }));
}

function stretches(months: readonly Month[]): {from: number; to: number}[] {
  if (months.length < 9) return [];
  const found: {from: number; to: number}[] = [];
  for (let from = Math.max(0, months.length - 12); from < months.length; from++)
    for (let to = from; to < Math.min(months.length, from + longest); to++) found.push({from, to});
  return found;
}

const total = (months: readonly Month[]) => ({
  events: months.reduce((sum, {lost}) => sum + lost, 0),
  exposure: months.reduce((sum, {exposure}) => sum + exposure, 0),
});

interface Counted {
  readonly events: number;
  readonly exposure: number;
}

/** Poisson log-likelihood of two rates over one; 0 where the inside is not the higher. */
function likelihoodGain(inside: Counted, outside: Counted): number {
  if (!(inside.exposure > 0 && outside.exposure > 0)) return 0;
  if (inside.events / inside.exposure <= outside.events / outside.exposure) return 0;
  const logFit = ({events, exposure}: Counted) => (events > 0 ? events * Math.log(events / exposure) : 0);
  const both = {events: inside.events + outside.events, exposure: inside.exposure + outside.exposure};
  return logFit(inside) + logFit(outside) - logFit(both);
}

/** The other members of the dimension in the same months. */
function elsewhere(
  groups: readonly Group[],
  {group, first, last, own}: {group: Group; first: string; last: string; own: Counted},
): Counted | undefined {
  const whole = groups.find(({dimension}) => dimension === "all");
  if (!whole || group === whole) return undefined;
  const all = total(whole.months.filter(({month}) => month >= first && month <= last));
  const rest = {events: all.events - own.events, exposure: all.exposure - own.exposure};
  return rest.exposure > 0 && rest.events >= 0 ? rest : undefined;
}

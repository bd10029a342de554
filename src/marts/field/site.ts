import {z} from "zod";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {count, date, flag, month, number, text} from "../shape/columns.js";
import {limitColumns} from "../shape/limits.js";
import {byMonth} from "../shape/months.js";
import {shareAs, shareOf} from "../shape/rates.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const key = {period: text, dimension: z.enum(["all", "region", "technician"]), member: text};
const counts = {
  jobs: count,
  appointed: count,
  kept: count,
  sign_known: count,
  signed: count,
  card_known: count,
  cards: count,
  due: count,
  fixed: count,
  parts_known: count,
  parts_missing: count,
  again_for_parts: count,
};

const jobs = mart("site_jobs", {
  grain: ["period", "dimension", "member"],
  row: {...key, ...counts, fee: number},
});
type Jobs = Delivered<typeof jobs>;

const shares = {
  jobs: count,
  ...limitColumns("kept_share"),
  ...limitColumns("signed_share"),
  ...limitColumns("card_share"),
  ...limitColumns("fixed_share"),
  fixed_flag: flag,
  due: count,
  fixed: count,
  parts_known: count,
  parts_missing: count,
  fee: number,
};

/** Jobs on site: in time, signed for, and right the first time. */
export const siteTables = {
  site_jobs: table({
    from: jobs,
    grain: ["dimension", "member"],
    row: {
      dimension: key.dimension,
      member: text,
      ...shares,
      appointed: count,
      sign_known: count,
      card_known: count,
      again_for_parts: count,
      kept_flag: flag,
      signed_flag: flag,
      card_flag: flag,
      /** First-time fix of all others; null for the whole. */
      rest: number.nullable(),
      /** Benjamini–Hochberg over the members of the dimension. */
      p_adjusted: number.nullable(),
    },
    derive: allShares,
  }),
  site_months: byMonth(
    table({
      from: jobs,
      grain: ["month"],
      row: {month, ...shares},
      derive: monthShares,
    }),
    {at: "month", metric: "work_orders", line: () => "all"},
  ),
  second_visits_listed: table({
    grain: ["work_order_id"],
    row: {
      work_order_id: text,
      completed_date: date,
      region: text,
      technician: text,
      category: text,
      is_parts_missing: z.boolean(),
      next_id: text,
      next_date: date,
      days: count,
    },
  }),
};

function allShares(rows: readonly Jobs[], options: DeriveOptions) {
  return siteShares(
    rows.filter(({period}) => period === "all"),
    options,
  );
}

function monthShares(rows: readonly Jobs[], options: DeriveOptions) {
  return siteShares(
    rows.filter(({period}) => period !== "all"),
    options,
  ).map((row) => ({...row, month: row.period}));
}

/** Shares with Wilson limits, and the first-time fix of each member beside that of all others. */
export function siteShares(rows: readonly Jobs[], options: DeriveOptions) {
  const totals = new Map(rows.filter(({dimension}) => dimension === "all").map((row) => [row.period, row]));
  const named = <Name extends string>(name: Name, [k, n]: readonly [number, number]) => ({
    cells: shareAs(name, {k, n}, options),
    flag: shareOf({k, n}, options).flag,
  });
  const tested = rows.map((row) => {
    const total = row.dimension === "all" ? undefined : totals.get(row.period);
    return total && total.due > row.due && row.due >= 10
      ? {k: total.fixed - row.fixed, n: total.due - row.due}
      : undefined;
  });
  const adjusted = adjustedWithin(rows, tested);
  return rows.map((row, at) => {
    const [kept, signed, card, fixed] = [
      named("kept_share", [row.kept, row.appointed]),
      named("signed_share", [row.signed, row.sign_known]),
      named("card_share", [row.cards, row.card_known]),
      named("fixed_share", [row.fixed, row.due]),
    ];
    const rest = tested[at];
    return {
      ...row,
      ...kept.cells,
      kept_flag: kept.flag,
      ...signed.cells,
      signed_flag: signed.flag,
      ...card.cells,
      card_flag: card.flag,
      ...fixed.cells,
      fixed_flag: fixed.flag,
      rest: rest ? rest.k / rest.n : null,
      p_adjusted: adjusted[at] ?? null,
    };
  });
}

function adjustedWithin(
  rows: readonly Jobs[],
  rests: readonly ({readonly k: number; readonly n: number} | undefined)[],
): (number | null)[] {
  const found: (number | null)[] = rows.map(() => null);
  for (const dimension of ["region", "technician"] as const) {
    const places = rows.flatMap((row, at) => (row.dimension === dimension && rests[at] ? [at] : []));
    const ps = places.map((at) => twoProportionTest({k: rows[at]!.fixed, n: rows[at]!.due}, rests[at]!).p);
    benjaminiHochberg(ps).forEach((p, index) => {
      found[places[index]!] = Number.isFinite(p) ? p : null;
    });
  }
  return found;
}

import {z} from "zod";
import {dampedTiers} from "../../stats/estimates/damped-tier.js";
import {migrationMatrix} from "../../stats/survival/migration-matrix.js";
import {shiftMonth} from "../../words/month.js";
import {count, month, number, text} from "../shape/columns.js";
import {type Delivered, type DeriveInput, mart, table} from "../shape/table.js";
import {tierLevels} from "./tiers.js";

const tierPaths = mart("tier_paths", {grain: ["path"], row: {path: text, months: text, customers: count}});
type Path = Delivered<typeof tierPaths>;

const span = z.enum(["month", "year"]);
const basis = z.enum(["raw", "damped"]);

/** Customers by their tier before and after, by the rule alone and damped, and what tests say of the moves. */
export const moveTables = {
  tier_moves: table({
    from: tierPaths,
    grain: ["span", "basis", "from_tier", "to_tier"],
    row: {span, basis, from_month: month, to_month: month, from_tier: text, to_tier: text, customers: count},
    derive: tierMoves,
  }),
  tier_tests: table({
    from: tierPaths,
    grain: ["span", "basis"],
    row: {
      span,
      basis,
      opening: count,
      closing: count,
      up: count,
      down: count,
      stayed: count,
      joined: count,
      left: count,
      mobility: number.nullable(),
      bowker: number.nullable(),
      bowker_df: count,
      bowker_p: number.nullable(),
      stuart_maxwell: number.nullable(),
      stuart_maxwell_df: count,
      stuart_maxwell_p: number.nullable(),
    },
    derive: tierTests,
  }),
  tiers_by_month: table({
    from: tierPaths,
    grain: ["month", "tier"],
    row: {month, tier: text, raw: count, damped: count, held: count},
    derive: tiersByMonth,
  }),
};

/** A path with its customers: at each month end the tier by the rule and the damped one; null where no customer. */
interface Walk {
  readonly customers: number;
  readonly steps: readonly ({readonly raw: number; readonly damped: number} | null)[];
}

interface Walks {
  readonly months: readonly string[];
  /** Codes, lowest first. */
  readonly tiers: readonly string[];
  readonly walks: readonly Walk[];
}

function walksOf(rows: readonly Path[], {rows: other}: DeriveInput): Walks {
  const levels = [...other(tierLevels)].sort((one, two) => one.place - two.place);
  const {slack = 0.9, months: periods = 2} = levels[0] ?? {};
  const thresholds = levels.map((level) => level.threshold);
  const damp = (values: readonly number[]) => dampedTiers(values, {thresholds: thresholds.slice(1), slack, periods});
  // Which thresholds an amount reaches is all that damping asks: any amount that reaches just these stands for it.
  const amount = (step: string) => {
    const [place = 0, slackPlace = 0] = step.split(".").map(Number);
    const least = place === 0 ? 0 : thresholds[place]!;
    return slackPlace > place ? Math.max(least, slack * thresholds[slackPlace]!) : least;
  };
  return {
    months: rows[0]?.months.split(" ") ?? [],
    tiers: levels.map(({tier}) => tier),
    walks: rows.map(({path, customers}) => ({customers, steps: dampedSteps(path.split(" "), {damp, amount})})),
  };
}

/** Who comes back after having left begins anew. */
function dampedSteps(
  steps: readonly string[],
  {
    damp,
    amount,
  }: {damp: (values: readonly number[]) => {raw: number; damped: number}[]; amount: (step: string) => number},
): Walk["steps"] {
  const made: ({raw: number; damped: number} | null)[] = [];
  let run: number[] = [];
  const close = () => {
    made.push(...damp(run));
    run = [];
  };
  for (const step of steps) {
    if (step !== "-") run.push(amount(step));
    else {
      close();
      made.push(null);
    }
  }
  close();
  return made;
}

const spans = [
  ["month", 1],
  ["year", 12],
] as const;
const bases = ["raw", "damped"] as const;

/** Every span that has both its months, on both bases: customers by tier before and after; "" where no customer. */
function movesOf(rows: readonly Path[], input: DeriveInput) {
  const {months, tiers, walks} = walksOf(rows, input);
  const to_month = months.at(-1);
  if (!to_month) return [];
  return spans.flatMap(([span, back]) => {
    const from_month = shiftMonth(to_month, -back);
    const at = months.indexOf(from_month);
    if (at < 0) return [];
    return bases.map((basis) => {
      const cells = new Map<string, number>();
      for (const {customers, steps} of walks) {
        const [before, after] = [steps[at], steps.at(-1)];
        if (!before && !after) continue;
        const key = `${before ? tiers[before[basis]] : ""} ${after ? tiers[after[basis]] : ""}`;
        cells.set(key, (cells.get(key) ?? 0) + customers);
      }
      return {span, basis, from_month, to_month, tiers, cells};
    });
  });
}

/** Customers by tier before and after; "(new)" before and "(lost)" after stand for no customer. */
export function tierMoves(rows: readonly Path[], input: DeriveInput) {
  return movesOf(rows, input).flatMap(({cells, tiers: _, ...move}) =>
    [...cells].map(([key, customers]) => {
      const [from, to] = key.split(" ") as [string, string];
      return {...move, from_tier: from || "(new)", to_tier: to || "(lost)", customers};
    }),
  );
}

/** Openings, closings and moves, whether ups and downs balance (Bowker) and the mix shifted (Stuart–Maxwell). */
export function tierTests(rows: readonly Path[], input: DeriveInput) {
  return movesOf(rows, input).map(({span, basis, tiers, cells}) => {
    const at = (from: string, to: string) => cells.get(`${from} ${to}`) ?? 0;
    const counts = tiers.map((from) => tiers.map((to) => at(from, to)));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const joined = sum(tiers.map((to) => at("", to)));
    const left = sum(tiers.map((from) => at(from, "")));
    const {up, down, stayed, mobility, bowker, stuart_maxwell} = migrationMatrix(counts);
    return {
      span,
      basis,
      opening: up + down + stayed + left,
      closing: up + down + stayed + joined,
      ...{up, down, stayed, joined, left},
      mobility,
      bowker: bowker.chi2,
      bowker_df: bowker.df,
      bowker_p: bowker.p,
      stuart_maxwell: stuart_maxwell.chi2,
      stuart_maxwell_df: stuart_maxwell.df,
      stuart_maxwell_p: stuart_maxwell.p,
    };
  });
}

/** Customers in each tier at each month end, by the rule alone and damped, and those whom damping keeps there. */
export function tiersByMonth(rows: readonly Path[], input: DeriveInput) {
  const {months, tiers, walks} = walksOf(rows, input);
  const inTier = (at: number, basis: "raw" | "damped", place: number) =>
    walks.reduce((sum, {customers, steps}) => (steps[at]?.[basis] === place ? sum + customers : sum), 0);
  return months.flatMap((month, at) =>
    tiers.map((tier, place) => ({
      month,
      tier,
      raw: inTier(at, "raw", place),
      damped: inTier(at, "damped", place),
      held: walks.reduce(
        (sum, {customers, steps}) => (steps[at]?.damped === place && steps[at]!.raw < place ? sum + customers : sum),
        0,
      ),
    })),
  );
}

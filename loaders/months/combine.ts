import {daysOf} from "./days.js";
import {isQuiet, type MonthState} from "./judge.js";

/**
 * One month of several exports together: the worst of them. Where one of several sent nothing the rest is a part; what
 * nobody expects (not begun yet, between two waves, replaced by another export) says nothing beside one that is there.
 */
export function combined(states: readonly MonthState[]): MonthState {
  const [first] = states;
  if (!first) throw new Error("nothing to combine");
  if (states.length === 1) return first;
  const awaited = states.filter((each) => !isQuiet(each) || each.rows > 0);
  const there = awaited.filter(({rows}) => rows > 0);
  const worst = worstOf(awaited.length > 0 ? awaited : states);
  const days = (pick: "first_day" | "last_day") => there.flatMap((each) => each[pick] ?? []);
  const known = {
    ...worst,
    rows: sum(states, "rows"),
    usual_rows: sum(awaited, "usual_rows"),
    first_day: there.length > 0 ? Math.min(...days("first_day")) : undefined,
    last_day: there.length > 0 ? Math.max(...days("last_day")) : undefined,
    days_seen: Math.max(...states.map(({days_seen}) => days_seen)),
  };
  if (worst.state !== "missing" || there.length === 0) return known;
  return {...known, state: "partial", reason: "one_of_several", covered_days: daysOf(worst.month).length};
}

const ranks = {missing: 3, partial: 2, late: 1, complete: 0} as const;
const rank = ({state, reason}: MonthState): number =>
  2 * ranks[state] + (reason === "" || reason === "none_usual" ? 0 : 1);

export const worstOf = (states: readonly MonthState[]): MonthState =>
  states.reduce((worst, each) => (rank(each) > rank(worst) ? each : worst));

const sum = (states: readonly MonthState[], name: "rows" | "usual_rows"): number =>
  states.reduce((total, each) => total + each[name], 0);

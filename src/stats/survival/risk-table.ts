/** One subject: under observation in (entry, exit], and at 0 from the very beginning, with or without the event at exit. */
export interface Spell {
  /** start of observation; defaults to 0 */
  readonly entry?: number;
  readonly exit: number;
  readonly event: boolean;
  /** how many subjects are alike in this; defaults to 1 */
  readonly count?: number;
}

/** All that happened at one time. SQL may pre-aggregate to this: `group by time`. */
export interface RiskRow {
  readonly time: number;
  /** subjects whose observation begins here: at risk only after this time, but from 0 on at once */
  readonly entered: number;
  /** subjects whose observation ends here, with or without the event; still at risk at this time */
  readonly exited: number;
  readonly events: number;
}

/**
 * Groups subjects by time, in time order, as `kaplanMeier` reads them. A subject who leaves at its entry was never at
 * risk and is left out (R's convention for (start, stop]), unless it was there from 0: who leaves at 0 was at risk then.
 * @example riskTable([{exit: 2, event: true}, {exit: 3, event: false}]) // => [{time: 0, entered: 2, exited: 0, events: 0}, {time: 2, entered: 0, exited: 1, events: 1}, {time: 3, entered: 0, exited: 1, events: 0}]
 */
export function riskTable(spells: Iterable<Spell>): RiskRow[] {
  const rows = new Map<number, {time: number; entered: number; exited: number; events: number}>();
  const at = (time: number) => {
    const row = rows.get(time) ?? {time, entered: 0, exited: 0, events: 0};
    rows.set(time, row);
    return row;
  };
  for (const {entry = 0, exit, event, count = 1} of spells) {
    if (!(exit > entry || (exit === 0 && entry === 0))) continue;
    at(entry).entered += count;
    const leaving = at(exit);
    leaving.exited += count;
    if (event) leaving.events += count;
  }
  return [...rows.values()].sort((a, b) => a.time - b.time);
}

/**
 * Those who join a risk set before the events of their own time: at 0 all, since nothing comes before it.
 * @example joinsBefore({time: 0, entered: 3, exited: 1, events: 1}) // => 3
 */
export const joinsBefore = ({time, entered}: Pick<RiskRow, "time" | "entered">): number => (time === 0 ? entered : 0);

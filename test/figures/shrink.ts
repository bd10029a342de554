import type {ReportView} from "../../src/facts/view.js";
import type {FigureEntry} from "../../src/figures/entry.js";
import {type FigureOrMissing, isMissing} from "../../src/figures/figure.js";
import {type TableName, tables} from "../../src/marts/list.js";
import type {MartRow} from "../../src/marts/shape/table.js";
import type {ViewRows} from "../view.js";

type Rows = Readonly<Record<string, readonly MartRow[]>>;

/** At most so many rows of its table stay in the twin of a figure. */
const shown = 4;

/**
 * The few rows of a report that still make a figure: what it reads, halved again and again as long as it is drawn in the
 * same form with a table of a few rows.
 */
export function fewRows({draw}: FigureEntry, view: ReportView): ViewRows | undefined {
  const read = readBy(draw, view);
  const whole = draw(view);
  if (isMissing(whole)) return undefined;
  const least = Math.min(shown, whole.table.rows.length);
  const stands = (rows: Rows): boolean => {
    const drawn = attempt(() => draw({...view, rows: (name) => (rows[name] ?? []) as never}));
    return drawn !== undefined && !isMissing(drawn) && drawn.form === whole.form && drawn.table.rows.length >= least;
  };
  const kept: Record<string, readonly MartRow[]> = {...read};
  for (const name of Object.keys(kept)) kept[name] = fewest(kept[name]!, (some) => stands({...kept, [name]: some}));
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, rows]) => rows.length > 0)),
    view: {month: view.month, months: view.months, entities: view.entities, churnRule: view.churnRule},
  } as ViewRows;
}

/** The tables that a figure asks for, with their rows. */
function readBy(draw: FigureEntry["draw"], view: ReportView): Rows {
  const read: Record<string, readonly MartRow[]> = {};
  draw({
    ...view,
    rows: <Name extends TableName>(name: Name) => {
      if (name in tables) read[name] = view.rows(name) as unknown as readonly MartRow[];
      return view.rows(name);
    },
  });
  return read;
}

/** Drops halves, quarters … single rows, as long as what is left will do. */
function fewest<Row>(rows: readonly Row[], willDo: (rows: readonly Row[]) => boolean): readonly Row[] {
  let kept = rows;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < kept.length; ) {
      const less = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (willDo(less)) kept = less;
      else at += size;
    }
  return kept;
}

function attempt(draw: () => FigureOrMissing): FigureOrMissing | undefined {
  try {
    return draw();
  } catch {
    return undefined;
  }
}

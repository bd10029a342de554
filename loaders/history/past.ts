import type {PastEditions} from "../../src/words/restated.js";
import type {Database} from "../database/database.js";
import {type Graph, lineageOf} from "../models/lineage.js";
import {readEditions} from "./edition.js";
import {restate} from "./restate.js";
import type {Value} from "./series.js";
import {type Snapshot, snapshot} from "./snapshot.js";

/**
 * The editions before a report and what of them is another number now; with what the report itself would leave. A report
 * of a month knows of editions of earlier months only, so that it stays as it is when it is published itself.
 */
export async function pastEditions(
  database: Database,
  {graph, ...written}: Omit<Parameters<typeof snapshot>[1], "earlier"> & {graph: Graph},
): Promise<{past: PastEditions; snapshot: Snapshot}> {
  const editions = readEditions(written.folder).filter(({month}) => month < written.month);
  const last = editions.at(-1);
  const taken = await snapshot(database, {...written, earlier: last?.month});
  const known = new Map<string, readonly string[]>();
  const entitiesOf = ({table, measure}: Value): readonly string[] => {
    const key = `${table} ${table === "metric_by_segment" ? measure : ""}`;
    const metrics = table === "metric_by_segment" ? [measure.replace(/^n /, "")] : [];
    if (!known.has(key)) known.set(key, lineageOf(graph, {tables: [table], metrics}).entities);
    return known.get(key)!;
  };
  return {
    past: {
      editions: editions.map(({id, month}) => ({id, month})),
      restated: last ? restate(last, taken, {entitiesOf}) : [],
    },
    snapshot: taken,
  };
}

import type {PastEditions} from "../../src/words/restated.js";
import type {Database} from "../database/database.js";
import {type Graph, lineageOf} from "../models/lineage.js";
import type {Edition} from "./edition.js";
import {restate} from "./restate.js";
import type {Value} from "./series.js";
import {type Snapshot, snapshot} from "./snapshot.js";

/**
 * What of the editions before a report is another number now; with what the report itself would leave.
 */
export async function pastEditions(
  database: Database,
  {
    graph,
    editions,
    ...written
  }: Omit<Parameters<typeof snapshot>[1], "earlier"> & {graph: Graph; editions: readonly Edition[]},
): Promise<{past: PastEditions; snapshot: Snapshot}> {
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

import type {PastEditions} from "../../src/words/restated.js";
import {type Graph, lineageOf} from "../models/lineage.js";
import type {Edition} from "./edition.js";
import {restate} from "./restate.js";
import type {Value} from "./series.js";
import type {Snapshot} from "./snapshot.js";

/** What of the editions before a report is another number in it. */
export function pastEditions(
  taken: Snapshot,
  {graph, editions}: {graph: Graph; editions: readonly Edition[]},
): PastEditions {
  const last = editions.at(-1);
  const known = new Map<string, readonly string[]>();
  const entitiesOf = ({table, measure}: Value): readonly string[] => {
    const key = `${table} ${table === "metric_by_segment" ? measure : ""}`;
    const metrics = table === "metric_by_segment" ? [measure.replace(/^n /, "")] : [];
    if (!known.has(key)) known.set(key, lineageOf(graph, {tables: [table], metrics}).entities);
    return known.get(key)!;
  };
  return {
    editions: editions.map(({id, month}) => ({id, month})),
    restated: last ? restate(last, taken, {entitiesOf}) : [],
  };
}

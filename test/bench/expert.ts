// What an expert would write by hand in DuckDB for the same files: typed load, then the figures that the report
// publishes from them. The honest yardstick of "read to published": what he finds is compared with what we publish.
import {expertAnswers, expertCrosses} from "./expert-answers.js";
import {expertTickets} from "./expert-tickets.js";
import {printMeasured} from "./measured.js";
import {type Figure, totalsOf} from "./totals.js";
import {typedLoad} from "./typed-load.js";

const start = performance.now();
const connection = await typedLoad(process.argv[2]!, {settings: ["set preserve_insertion_order = false"]});
const run = async (sql: string): Promise<void> => {
  await connection.run(sql);
};
const totals: Record<string, number> = {};
const figure: Figure = async (table, sql) => {
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  for (const [name, total] of Object.entries(totalsOf(table, rows))) totals[name] = (totals[name] ?? 0) + total;
};

await run("create table k as select row_number() over () as cid, id, region, kind, joined from customers");
await run("drop table customers");
await figure("value_by_segment", "select count(*) as customers from k group by grouping sets ((), (region), (kind))");
await figure("customer_file_fields", "select count(*) as cards, unnest([count(kind), count(region)]) as filled from k");
await expertAnswers(run, figure);
await expertTickets(run, figure);
await expertCrosses(figure);
printMeasured(start, [], totals);

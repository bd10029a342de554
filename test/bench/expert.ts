// What an expert would write by hand in DuckDB for the same files: typed load, then the figures that the report
// publishes from them (satisfaction with customer-clustered moments by month and segment, complaints, resolution with
// open tickets, categories). The honest yardstick of "read to published".
import {printMeasured} from "./measured.js";
import {typedLoad} from "./typed-load.js";

const start = performance.now();
const connection = await typedLoad(process.argv[2]!, {settings: ["set preserve_insertion_order = false"]});
const answer = async (sql: string): Promise<void> => {
  (await connection.runAndReadAll(sql)).getRows();
};

await connection.run("create table k as select row_number() over () as cid, id, region, kind, joined from customers");
await answers();
await tickets();
printMeasured(start);

/** Per customer and month once; everything about answers follows from it. */
async function answers(): Promise<void> {
  await connection.run(
    "create table s as select k.cid, k.region, k.kind, surveys.channel, date_trunc('month', answered) as m, score from surveys left join k on k.id = surveys.customer",
  );
  await connection.run(
    "create table cm as select cid, region, kind, channel, m, count(*) as n, count(*) filter (score >= 4) as top, count(*) filter (score <= 2) as bot, sum(score) as t, sum(score * score) as t2 from s group by all",
  );
  const cuts = [["m"], ...["region", "kind", "channel"].flatMap((by) => [["m", by], [by]]), []];
  for (const by of cuts) await answer(moments(by));
  await answer("select score, count(*) from s group by score");
}

/** Sums of what each customer said, of squares and products among them too. */
function moments(by: readonly string[]): string {
  const own = by.map((name) => `${name}, `).join("");
  const squares = ["top", "bot", "t"].flatMap((sum) => [`sum(${sum} * ${sum})`, `sum(${sum} * n)`]);
  return `with g as (select cid, ${own}sum(n) as n, sum(top) as top, sum(bot) as bot, sum(t) as t, sum(t2) as t2 from cm group by all)
    select ${own}sum(n), sum(top), sum(bot), sum(t), sum(t2), count(*), ${squares.join(", ")}, sum(n * n) from g${by.length > 0 ? " group by all" : ""}`;
}

async function tickets(): Promise<void> {
  await connection.run(
    "create table t as select k.cid, k.region, k.kind, type, category, tickets.channel, date_trunc('month', created) as m, cast(created as date) as d, date_diff('minute', created, solved) as minutes from tickets left join k on k.id = tickets.customer",
  );
  const sets = ["type", "type, category", "type, channel", "type, region", "type, kind"].map((set) => `(m, ${set})`);
  await answer(
    `select m, type, category, channel, region, kind, count(*) from t group by grouping sets (${sets.join(", ")})`,
  );
  for (const by of ["type, m", "type"])
    await answer(`select ${by}, quantile_cont(minutes, [0.5, 0.9]), count(*) from t group by all`);
  await answer("select m, count(distinct cid) from t where type = 'complaint' group by m");
  await answer("select d, type, count(*) from t group by all");
  await answer("select region, kind, joined, count(*) from k group by all");
}

import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {literal} from "../../loaders/database/sql-text.js";
import type {Language} from "../../src/words/language.js";
import {measure, measuredLine, printBench} from "./measure.js";
import type {Measured} from "./measured.js";
import {unlike} from "./totals.js";

/** Of fewer rows ours withholds what rests on too few customers, and the expert's script does not. */
const comparable = 100_000;

/**
 * Makes customers, tickets and surveys of `rows` rows each as UTF-8 CSV and prints, from one run, time, processor time
 * and peak memory from file to published tables, beside what an expert's own script takes for the same figures and bare
 * DuckDB for loading the same files typed; and the ratios to both.
 */
export async function bench({rows, language}: {rows: number; language: Language}): Promise<void> {
  await printBench(
    (folder) => makeReport(folder, rows),
    async (folder, megabytes) => {
      const bare = await measure("bare-load", folder);
      const ours = await measure("read-only", folder);
      const expert = await measure("expert", folder);
      const differences = rows < comparable ? [] : unlike(expert.totals ?? {}, ours.totals ?? {});
      if (differences.length > 0)
        throw new Error(`the expert's script and ours count differently:\n${differences.join("\n")}`);
      const ratio = (name: string, other: Measured) =>
        `${name.padEnd(28)} ${(ours.seconds / other.seconds).toFixed(2).padStart(8)}   ${(ours.cpu / other.cpu).toFixed(2).padStart(8)}       ${(ours.megabytes / other.megabytes).toFixed(2).padStart(8)}`;
      const zh = language === "zh";
      return [
        zh
          ? `客户、工单、调查各 ${rows.toLocaleString("en")} 行，共 ${megabytes} MB`
          : `${rows.toLocaleString("en")} rows each of customers, tickets and surveys, ${megabytes} MB together`,
        measuredLine(zh ? "裸 DuckDB（带类型载入）" : "bare DuckDB (typed load)", bare),
        measuredLine(zh ? "专家手写脚本" : "an expert's own script", expert),
        measuredLine(zh ? "回声（读入到发布）" : "Huisheng (read to published)", ours),
        ratio(zh ? "与专家之比" : "ratio to the expert", expert),
        ratio(zh ? "与裸载入之比" : "ratio to the bare load", bare),
        ...ours.steps.map((step) => `  ${step}`),
      ];
    },
  );
}

async function makeReport(folder: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
  const connection = await instance.connect();
  const csv = (name: string) => `${literal(join(folder, "exports", `${name}.csv`))} (format csv, header)`;
  const hash = (seed: number) => `cast(hash(i + ${seed * 1_000_003}) >> 2 as bigint)`;
  const moment = (seed: number) => `timestamp '2025-01-01' + to_minutes(cast(${hash(seed)} % 525000 as bigint))`;
  await connection.run(
    `copy (select 'K' || i as id, ['East','West','North','South'][1 + ${hash(1)} % 4] as region, ['firm','consumer'][1 + ${hash(2)} % 2] as kind, date '2023-01-01' + cast(${hash(3)} % 700 as integer) as joined from range(${rows}) as numbers(i)) to ${csv("customers")}`,
  );
  await connection.run(
    `copy (select 'T' || i as id, 'K' || ${hash(4)} % ${rows} as customer, ['complaint','inquiry','repair'][1 + ${hash(5)} % 3] as type, 'category ' || ${hash(6)} % 12 as category, ['phone','chat','email'][1 + ${hash(7)} % 3] as channel, ${moment(8)} as created, ${moment(8)} + to_minutes(cast(${hash(9)} % 6000 as bigint)) as solved from range(${rows}) as numbers(i)) to ${csv("tickets")}`,
  );
  await connection.run(
    `copy (select 'S' || i as id, 'K' || ${hash(10)} % ${rows} as customer, ${moment(11)} as answered, 1 + ${hash(12)} % 5 as score, ['phone','chat','email'][1 + ${hash(13)} % 3] as channel from range(${rows}) as numbers(i)) to ${csv("surveys")}`,
  );
  connection.closeSync();
  writeFileSync(join(folder, "report.yaml"), "company: {zh: 测速, en: Bench}\nmonth: 2025-12\n");
  writeFileSync(
    join(folder, "mappings/all.yaml"),
    `label: {zh: 测速, en: Bench}
tables:
  - {entity: customers, files: customers.csv, columns: {customer_id: id, region: region, customer_type: kind, joined_date: joined}}
  - {entity: tickets, files: tickets.csv, columns: {ticket_id: id, customer_id: customer, ticket_type: type, category: category, channel: channel, created_at: created, solved_at: solved}}
  - {entity: surveys, files: surveys.csv, columns: {response_id: id, customer_id: customer, answered_at: answered, score: score, channel: channel}, defaults: {question: csat, scale_min: 1, scale_max: 5}}
`,
  );
}

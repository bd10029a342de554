import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {literal} from "../../loaders/database/sql-text.js";
import type {Language} from "../../src/words/language.js";
import {measure, measuredLine, printBench} from "./measure.js";

/** One company's year: so many calls, a fifth as many tickets and a twentieth as many customers, from file to published tables. */
export async function benchCalls({calls, language}: {calls: number; language: Language}): Promise<void> {
  await printBench(
    (folder) => makeCalls(folder, calls),
    async (folder, megabytes) => {
      const ours = await measure("read-only", folder);
      const zh = language === "zh";
      return [
        zh
          ? `一家公司的一年：${calls.toLocaleString("en")} 个电话，工单为其五分之一，共 ${megabytes} MB`
          : `one company's year: ${calls.toLocaleString("en")} calls and a fifth as many tickets, ${megabytes} MB together`,
        measuredLine(zh ? "回声（读入到发布）" : "Huisheng (read to published)", ours),
        ...ours.steps.map((step) => `  ${step}`),
      ];
    },
  );
}

async function makeCalls(folder: string, calls: number): Promise<void> {
  const [tickets, customers] = [Math.ceil(calls / 5), Math.ceil(calls / 20)];
  const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
  const connection = await instance.connect();
  const drawn = (seed: number) => `cast(hash(i + ${seed * 1_000_003}) >> 2 as bigint)`;
  const oneOf = (list: readonly string[], seed: number) =>
    `[${list.map(literal).join(", ")}][1 + ${drawn(seed)} % ${list.length}]`;
  const moment = (seed: number) => `timestamp '2025-01-01' + to_minutes(cast(${drawn(seed)} % 525000 as bigint))`;
  const write = (name: string, rows: number, columns: readonly string[]) =>
    connection.run(
      `copy (select ${columns.join(", ")} from range(${rows}) as numbers(i)) to ${literal(join(folder, "exports", `${name}.csv`))} (format csv, header)`,
    );
  await write("customers", customers, [
    "'K' || i as id",
    `${oneOf(["East", "West", "North", "South"], 1)} as region`,
    `${oneOf(["gold", "plain"], 2)} as tier`,
  ]);
  await write("tickets", tickets, [
    "'T' || i as id",
    `'K' || ${drawn(3)} % ${customers} as customer`,
    `${oneOf(["complaint", "inquiry", "repair"], 4)} as type`,
    `'category ' || ${drawn(5)} % 12 as category`,
    `${moment(6)} as created`,
    `${moment(6)} + to_minutes(cast(${drawn(7)} % 6000 as bigint)) as solved`,
  ]);
  await write("calls", calls, [
    "'C' || i as id",
    `'K' || ${drawn(8)} % ${customers} as customer`,
    `${moment(9)} as start`,
    `${oneOf(["in", "in", "in", "out"], 10)} as way`,
    `${oneOf(["orders", "repairs", "complaints", "billing"], 11)} as queue`,
    `'agent ' || ${drawn(12)} % 300 as agent`,
    `${drawn(13)} % 100 < 88 as answered`,
    `${drawn(14)} % 100 < 71 as resolved`,
    `${drawn(15)} % 120 as wait_s`,
    `20 + ${drawn(16)} % 600 as talk_s`,
  ]);
  connection.closeSync();
  writeFileSync(join(folder, "report.yaml"), "company: {zh: 测速, en: Bench}\nmonth: 2025-12\n");
  writeFileSync(
    join(folder, "mappings/all.yaml"),
    `label: {zh: 测速, en: Bench}
tables:
  - {entity: customers, files: customers.csv, columns: {customer_id: id, region: region, tier: tier}}
  - {entity: tickets, files: tickets.csv, columns: {ticket_id: id, customer_id: customer, ticket_type: type, category: category, created_at: created, solved_at: solved}}
  - {entity: calls, files: calls.csv, columns: {call_id: id, customer_id: customer, called_at: start, direction: {from: way, values: {in: inbound, out: outbound}}, queue: queue, agent: agent, is_answered: answered, is_resolved: resolved, wait_seconds: wait_s, talk_seconds: talk_s}}
`,
  );
}

import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {fileLiteral} from "../../loaders/database/sql-text.js";
import {ReportError} from "../../loaders/messages/errors.js";
import type {Bilingual, Language} from "../../src/words/language.js";
import {standBefore} from "../cluster/between.js";
import {type Cluster, isAbsent, startCluster} from "../cluster/cluster.js";
import {measure, measuredLine} from "./measure.js";

/** Calls of one Parquet file, and of one load into the cluster. */
const batch = 1_000_000;
/** Customers at most, and the most calls that a machine of ordinary size reads and counts itself. */
const mostCustomers = 5_000_000;
const mostHere = 3_000_000;

/**
 * Makes `rows` calls of a tenth as many customers, as Parquet and in a cluster of three nodes on this machine, and prints
 * what a report of them takes from files to published tables: over the cluster with what moves, with calls that are read
 * here and with calls that stay, from the same Parquet, and what DuckDB alone takes to load that. Where there are more
 * than are read here, calls stay, and DuckDB sums them once by customer and month: that is all.
 *
 * @throws ReportError where the package of the cluster is not installed
 */
export async function bench({rows, language}: {rows: number; language: Language}): Promise<void> {
  if (isAbsent) throw notInstalled();
  const folder = mkdtempSync(join(tmpdir(), "huisheng-bench-"));
  const cluster = await startCluster();
  try {
    await makeCalls(folder, {rows, cluster});
    const isHere = rows <= mostHere;
    const bare = await measure(isHere ? "bare-parquet" : "bare-sums", folder);
    mapCalls(folder, 'files: "calls_*.parquet"');
    const files = isHere ? [await measure("read-only", folder)] : [];
    const read = isHere ? [await measureThere(folder, {cluster, from: "clickhouse: {table: ops.calls}"})] : [];
    const stay = await measureThere(folder, {cluster, from: "clickhouse: {table: ops.calls, stay: true}"});
    const parts = "clusterAllReplicas('test', system.parts) WHERE table = 'calls_local' AND active";
    const stored = Number(await cluster.run(`SELECT sum(bytes_on_disk) FROM ${parts}`));
    const zh = language === "zh";
    const [calls, customers] = [rows, customersOf(rows)].map((each) => each.toLocaleString("en"));
    const lines = ({measured, nodes, received, sent}: Measured, name: string) => {
      const [moved, share] = [megabytes(received), `${((100 * received) / stored).toFixed(1)}%`];
      return [
        measuredLine(name, measured),
        zh
          ? `  传来 ${moved}，是表（${megabytes(stored)}）的 ${share}；传去 ${megabytes(sent)}；各节点至此最多占用 ${nodes} MB`
          : `  ${moved} came, ${share} of what the table takes there (${megabytes(stored)}), ${megabytes(sent)} went up; the nodes held at most ${nodes} MB so far`,
        ...measured.steps.slice(0, 10).map((step) => `  ${step}`),
      ];
    };
    process.stdout.write(
      [
        zh ? `通话 ${calls} 行，客户 ${customers} 行` : `${calls} calls of ${customers} customers`,
        measuredLine(bareName(isHere)[language], bare),
        ...files.map((each) => measuredLine(zh ? "回声，同样的 Parquet" : "Huisheng, the same Parquet", each)),
        ...read.flatMap((each) => lines(each, zh ? "回声，集群，读到这里" : "Huisheng, read from cluster")),
        ...lines(stay, zh ? "回声，集群，留在那里" : "Huisheng, calls that stay"),
        "",
      ].join("\n"),
    );
  } finally {
    await cluster.stop();
    rmSync(folder, {recursive: true, force: true});
  }
}

interface Measured {
  readonly measured: Awaited<ReturnType<typeof measure>>;
  /** The most memory that each node has held, in megabytes. */
  readonly nodes: string;
  /** Bytes of all answers, and of all that went up. */
  readonly received: number;
  readonly sent: number;
}

async function measureThere(folder: string, {cluster, from}: {cluster: Cluster; from: string}): Promise<Measured> {
  mapCalls(folder, from);
  const between = await standBefore(cluster.urls[0]!);
  const env = {CLICKHOUSE_URL: between.url, CLICKHOUSE_USER: "report", CLICKHOUSE_PASSWORD: "secret"};
  const measured = await measure("read-only", folder, env);
  between.close();
  const nodes = cluster.peakMegabytes().map((each) => each.toFixed(0));
  return {measured, nodes: nodes.join(", "), received: between.received(), sent: between.sent()};
}

const bareName = (isHere: boolean): Bilingual =>
  isHere
    ? {zh: "裸 DuckDB（载入 Parquet）", en: "bare DuckDB (loads Parquet)"}
    : {zh: "裸 DuckDB（按客户、月合计）", en: "bare DuckDB (sums Parquet)"};
const customersOf = (rows: number): number => Math.min(mostCustomers, Math.ceil(rows / 10));
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const columns =
  "id String, customer String, at DateTime('UTC'), direction LowCardinality(String), queue LowCardinality(String), agent LowCardinality(String), topic LowCardinality(String), answered Bool, resolved Nullable(Bool), wait UInt16, talk UInt16";

async function makeCalls(folder: string, {rows, cluster}: {rows: number; cluster: Cluster}): Promise<void> {
  for (const name of ["exports", "mappings"]) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, "report.yaml"),
    `company: {zh: 测速, en: Bench}\nmonth: 2025-12\ntime_zone: UTC\n${rows > mostHere ? "memory_gb: 1\n" : ""}`,
  );
  const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
  const connection = await instance.connect();
  const hash = (seed: number) => `cast(hash(i + ${seed * 1_000_003}) >> 2 as bigint)`;
  const customers = customersOf(rows);
  await connection.run(
    `copy (select 'K' || i as id, ['East','West','North','South'][1 + ${hash(1)} % 4] as region, ['firm','consumer'][1 + ${hash(2)} % 2] as kind, date '2023-01-01' + cast(${hash(3)} % 700 as integer) as joined from range(${customers}) as numbers(i)) to ${fileLiteral(join(folder, "exports", "customers.parquet"))} (format parquet)`,
  );
  await cluster.make("calls", columns);
  for (let from = 0, file = 1; from < rows; from += batch, file++) {
    const path = join(folder, "exports", `calls_${file}.parquet`);
    await connection.run(
      `copy (select * exclude (i), case when answered then ${hash(9)} % 5 > 0 end as resolved, cast(${hash(10)} % 90 as usmallint) as wait, cast(case when answered then 20 + ${hash(11)} % 600 else 0 end as usmallint) as talk
       from (select 'C' || i as id, 'K' || ${hash(4)} % ${customers} as customer, timestamp '2025-01-01' + to_seconds(${hash(5)} % 31500000) as at, case when ${hash(6)} % 10 = 0 then 'outbound' else 'inbound' end as direction, 'queue ' || ${hash(7)} % 8 as queue, 'A' || ${hash(8)} % 400 as agent, 'topic ' || ${hash(12)} % 20 as topic, ${hash(13)} % 10 > 0 as answered, i
         from range(${from}, ${Math.min(from + batch, rows)}) as numbers(i)) as calls) to ${fileLiteral(path)} (format parquet)`,
    );
    await cluster.add("calls", readFileSync(path));
  }
  connection.closeSync();
  instance.closeSync();
}

const notInstalled = (): ReportError =>
  new ReportError("cluster_absent", "--cluster", {
    what: {
      zh: "测试用的 ClickHouse 没有装上（只有 Linux x64 有）。",
      en: "the ClickHouse of the tests is not installed (there is one for Linux on x64 alone).",
    },
    fix: {zh: "在 test/cluster/ 里运行 npm ci。", en: "run npm ci in test/cluster/."},
  });

function mapCalls(folder: string, from: string): void {
  writeFileSync(
    join(folder, "mappings/all.yaml"),
    `label: {zh: 测速, en: Bench}
tables:
  - {entity: customers, files: customers.parquet, columns: {customer_id: id, region: region, customer_type: kind, joined_date: joined}}
  - entity: calls
    ${from}
    columns: {call_id: id, customer_id: customer, called_at: at, direction: direction, queue: queue, agent: agent, topic: topic, is_answered: answered, is_resolved: resolved, wait_seconds: wait, talk_seconds: talk}
`,
  );
}

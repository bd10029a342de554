import {once} from "node:events";
import {createWriteStream, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {fileLiteral} from "../../loaders/database/sql-text.js";
import {loadRaw} from "../../loaders/readers/load-raw.js";
import {encode} from "../readers/encode.js";

const columns: readonly (readonly [string, string])[] = [
  ["ticket_id", "varchar"],
  ["customer_id", "varchar"],
  ["created_at", "timestamp"],
  ["closed_at", "timestamp"],
  ["类型", "varchar"],
  ["渠道", "varchar"],
  ["priority", "varchar"],
  ["agent", "varchar"],
  ["amount", "decimal(10, 2)"],
  ["score", "integer"],
  ["城市", "varchar"],
  ["is_solved", "boolean"],
  ["备注", "varchar"],
];

async function writeTickets(path: string, {rows, encoding}: {rows: number; encoding: string}): Promise<void> {
  const file = createWriteStream(path);
  const two = (value: number) => String(value).padStart(2, "0");
  let block = `${columns.map(([name]) => name).join(",")}\n`;
  for (let row = 0; row < rows; row++) {
    const day = `2026-${two(1 + (row % 12))}-${two(1 + (row % 28))}`;
    block += `T${row},C${row % 200_000},${day} 10:${two(row % 60)}:00,${day} 11:${two(row % 60)}:00,投诉,电话,high,agent${row % 50},${row % 1000}.${two(row % 100)},${row % 10},上海,true,"客户说, 问题 ${row % 97} 已解决"\n`;
    if (block.length > 1 << 20 || row === rows - 1) {
      if (!file.write(encode(block, encoding))) await once(file, "drain");
      block = "";
    }
  }
  file.end();
  await once(file, "finish");
}

/** Seconds and processor seconds of one load into an empty database. */
async function measure(load: (connection: DuckDBConnection) => Promise<unknown>): Promise<{wall: number; cpu: number}> {
  const instance = await DuckDBInstance.create(":memory:", {memory_limit: "4GB"});
  const connection = await instance.connect();
  const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
  await load(connection);
  const {user, system} = process.cpuUsage(used);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  connection.closeSync();
  instance.closeSync();
  return {wall, cpu: (user + system) / 1e6};
}

/**
 * Loads the same records bare (DuckDB alone, typed, every setting given) and with our reader, in turn, and prints the
 * ratios of the medians. Targets: UTF-8 at most 1.5, GB18030 at most 2.5.
 */
export async function benchReaders({rows = 1_000_000, runs = 5}: {rows?: number; runs?: number} = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-bench-"));
  const paths = {utf8: join(folder, "utf8.csv"), gb18030: join(folder, "gb18030.csv")};
  try {
    await writeTickets(paths.utf8, {rows, encoding: "utf-8"});
    await writeTickets(paths.gb18030, {rows, encoding: "gb18030"});
    const types = columns.map(([name, type]) => `'${name}': '${type}'`).join(", ");
    const bare = `create table t as select * from read_csv(${fileLiteral(paths.utf8)}, columns = {${types}}, auto_detect = false,
      header = false, skip = 1, delim = ',', quote = '"', escape = '"')`;
    const ours = (path: string) => (connection: DuckDBConnection) =>
      loadRaw(connection, {
        table: "t",
        source: "bench",
        entity: "tickets",
        files: [{path, name: "bench.csv"}],
        options: {},
      });
    const loads = {
      bare: (connection: DuckDBConnection) => connection.run(bare),
      utf8: ours(paths.utf8),
      gb18030: ours(paths.gb18030),
    };
    const times: Record<keyof typeof loads, {wall: number; cpu: number}[]> = {bare: [], utf8: [], gb18030: []};
    for (let run = 0; run < runs; run++)
      for (const name of ["bare", "utf8", "gb18030"] as const) times[name].push(await measure(loads[name]));
    const median = (name: keyof typeof loads, key: "wall" | "cpu") =>
      times[name].map((each) => each[key]).sort((a, b) => a - b)[runs >> 1]!;
    const table = (["bare", "utf8", "gb18030"] as const).map((name) => ({
      load: name,
      megabytes: Math.round(statSync(name === "gb18030" ? paths.gb18030 : paths.utf8).size / 1e6),
      seconds: median(name, "wall").toFixed(2),
      ratio: (median(name, "wall") / median("bare", "wall")).toFixed(2),
      processor_seconds: median(name, "cpu").toFixed(2),
      processor_ratio: (median(name, "cpu") / median("bare", "cpu")).toFixed(2),
      target: name === "bare" ? "" : name === "utf8" ? "≤ 1.5" : "≤ 2.5",
    }));
    console.table(table);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await benchReaders();

import {type ChildProcess, spawn} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Whether the package of the server is not installed: there is none for this machine, or `test/run.mjs` has not run. */
export const isAbsent = !existsSync(join(here, "node_modules", "@chdb", "lib-linux-x64-gnu", "libchdb.so"));

/** The name of a suite, with the reason why it is skipped where it is. */
export const suite = (name: string): string =>
  isAbsent ? `${name} – skipped: no ClickHouse here (test/cluster/package.json, Linux on x64 alone)` : name;

export interface Cluster {
  /** Address of each node. */
  readonly urls: readonly string[];
  /** Runs a statement as the user who may do everything. */
  run(sql: string, options?: {readonly at?: number; readonly body?: Uint8Array}): Promise<string>;
  /** Makes an empty table `ops.<name>` that is spread over all nodes; columns e.g. "id String, at DateTime". */
  make(name: string, columns: string): Promise<void>;
  /** Adds the rows of a Parquet file, given by its bytes, to such a table. */
  add(name: string, parquet: Uint8Array): Promise<void>;
  /** Makes a table of the rows of a Parquet file. */
  load(name: string, columns: string, parquet: Uint8Array): Promise<void>;
  /** The most memory that each node has held, by the system. */
  peakMegabytes(): number[];
  /** Kills a node, which comes back with all it held when the function given is called. */
  down(node: number): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** Users beside `report`, who reads and may set: profiles that go wrong in one way each. The password is always "secret". */
const profiles: Readonly<Record<string, string>> = {
  report: "<readonly>2</readonly>",
  fixed: "<readonly>1</readonly>",
  small:
    "<readonly>2</readonly><max_memory_usage>5000</max_memory_usage><max_untracked_memory>0</max_untracked_memory>",
  tight:
    "<readonly>2</readonly><max_memory_usage>40000000</max_memory_usage><max_untracked_memory>0</max_untracked_memory>",
  slow: "<readonly>2</readonly><max_execution_time>0.001</max_execution_time><timeout_overflow_mode>break</timeout_overflow_mode>",
  cut: "<readonly>2</readonly><max_result_rows>100</max_result_rows><result_overflow_mode>break</result_overflow_mode><limit>50</limit>",
  lax: "<readonly>2</readonly><skip_unavailable_shards>1</skip_unavailable_shards>",
};

/** Three nodes of ClickHouse on this machine that know each other; they answer within a second. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-cluster-"));
  const ports: {tcp: number; http: number}[] = [];
  for (let node = 0; node < 3; node++) ports.push({tcp: await freePort(), http: await freePort()});
  const tcp = ports.map((each) => each.tcp);
  const nodes = ports.map((own, node) => openNode(join(folder, String(node)), {...own, all: tcp}));
  const urls = nodes.map(({url}) => url);
  const run = (sql: string, {at = 0, body}: {at?: number; body?: Uint8Array} = {}) => say(urls[at]!, {sql, body});
  const make = async (name: string, columns: string) => {
    for (const at of urls.keys()) {
      await run("CREATE DATABASE IF NOT EXISTS ops", {at});
      await run(`CREATE TABLE ops.${name}_local (${columns}) ENGINE=MergeTree ORDER BY tuple()`, {at});
      await run(`CREATE TABLE ops.${name} (${columns}) ENGINE=Distributed(test, ops, ${name}_local, rand())`, {at});
    }
  };
  const add = async (name: string, parquet: Uint8Array) => {
    await run(`INSERT INTO ops.${name} SETTINGS distributed_foreground_insert=1 FORMAT Parquet`, {body: parquet});
  };
  await Promise.all(nodes.map((each) => each.isUp()));
  return {
    urls,
    run,
    make,
    add,
    async load(name, columns, parquet) {
      await make(name, columns);
      await add(name, parquet);
    },
    peakMegabytes: () => nodes.map((each) => each.peakMegabytes()),
    async down(node) {
      await nodes[node]!.stop();
      return async () => {
        await nodes[node]!.isUp();
        await Promise.all(urls.map((url) => untilAll(url)));
      };
    },
    async stop() {
      await Promise.all(nodes.map((each) => each.stop()));
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

interface Node {
  readonly url: string;
  /** Starts it where it was stopped, and waits for its answer. */
  isUp(): Promise<void>;
  stop(): Promise<void>;
  peakMegabytes(): number;
}

function openNode(at: string, {tcp, http, all}: {tcp: number; http: number; all: readonly number[]}): Node {
  writeConfig(at, all);
  const url = `http://127.0.0.1:${http}`;
  const options = [`--config-file=${at}/config.xml`, `--path=${at}/data`, `--tcp_port=${tcp}`, `--http_port=${http}`];
  let child: ChildProcess | undefined;
  const start = (): void => {
    const own = spawn(process.execPath, [join(here, "node.cjs"), ...options, "--listen_host=127.0.0.1"], {
      stdio: ["pipe", openSync(join(at, "out"), "a"), openSync(join(at, "err"), "a")],
    });
    // A node may die when a query fails while it runs on the others; the caller has its answer by then.
    own.on("exit", () => child === own && start());
    child = own;
  };
  start();
  return {
    url,
    async isUp() {
      if (!child) start();
      await untilUp(url);
    },
    stop() {
      const own = child;
      child = undefined;
      return new Promise((resolve) => {
        if (!own) return resolve();
        own.on("exit", () => resolve());
        own.kill("SIGKILL");
      });
    },
    peakMegabytes() {
      const status = readFileSync(`/proc/${child?.pid}/status`, "utf8");
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
  };
}

async function say(url: string, {sql, body}: {sql: string; body: Uint8Array | undefined}): Promise<string> {
  const query = body ? `?query=${encodeURIComponent(sql)}` : "";
  const answer = await fetch(`${url}/${query}`, {method: "POST", body: body ? Buffer.from(body) : sql});
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${sql.slice(0, 200)}: ${text}`);
  return text;
}

/** Waits until a node reaches all others. */
async function untilAll(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      await say(url, {sql: "SELECT count() FROM clusterAllReplicas('test', system.one)", body: undefined});
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await setTimeout(50);
  }
}

async function untilUp(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const isUp = await fetch(`${url}/ping`).then(
      ({ok}) => ok,
      () => false,
    );
    if (isUp) return;
    if (Date.now() > until) throw new Error(`${url} did not start`);
    await setTimeout(50);
  }
}

/** A slow machine is no broken cluster: a second is the usual patience with another node. */
const patient = "<connect_timeout_with_failover_ms>20000</connect_timeout_with_failover_ms>";

function writeConfig(at: string, tcp: readonly number[]): void {
  mkdirSync(at, {recursive: true});
  const local = "<networks><ip>127.0.0.1</ip></networks><quota>default</quota>";
  const users = Object.keys(profiles).map(
    (name) => `<${name}><password>secret</password><profile>${name}</profile>${local}</${name}>`,
  );
  const own = Object.entries(profiles).map(([name, settings]) => `<${name}>${patient}${settings}</${name}>`);
  writeFileSync(
    join(at, "users.xml"),
    `<clickhouse><profiles><default>${patient}</default>${own.join("")}</profiles><quotas><default/></quotas><users>
      <default><no_password/><profile>default</profile>${local}</default>
      <between><password>secret</password><profile>default</profile>${local}</between>${users.join("")}
    </users></clickhouse>`,
  );
  const shards = tcp.map(
    (port) =>
      `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${port}</port><user>between</user><password>secret</password></replica></shard>`,
  );
  writeFileSync(
    join(at, "config.xml"),
    `<clickhouse><logger><level>warning</level><log>${at}/server.log</log></logger><path>${at}/data/</path>
      <users_config>${at}/users.xml</users_config><max_server_memory_usage>2000000000</max_server_memory_usage>
      <remote_servers><test>${shards.join("")}</test></remote_servers></clickhouse>`,
  );
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
    server.on("error", reject);
  });

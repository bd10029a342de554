import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {project} from "../build/command.js";
import * as real from "../real/real-report.js";
import {sampleOf} from "../sample-report.js";
import {type Cluster, isAbsent, startCluster, suite} from "./cluster.js";
import {moveRecords, withoutFiles} from "./move.js";

const incidents = "it-incidents-uci";

describe.skipIf(isAbsent)(suite("whole reports over a cluster of three nodes"), () => {
  let cluster: Cluster;
  let temp: string;

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), "huisheng-whole-"));
    cluster = await startCluster();
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(temp, {recursive: true, force: true});
  });

  /** What a report folder publishes when some of its records stand in the cluster, and where each was read. */
  async function readThere(from: string, entities: readonly string[]) {
    const folder = mkdtempSync(join(temp, "report-"));
    cpSync(from, folder, {recursive: true});
    const settings = readFileSync(join(from, "report.yaml"), "utf8");
    writeFileSync(
      join(folder, "report.yaml"),
      settings.replace(/^exports: (.*)$/m, (_, exports: string) => `exports: ${join(from, exports)}`),
    );
    await moveRecords(cluster, folder, {entities, temp});
    Object.assign(process.env, {
      CLICKHOUSE_URL: cluster.urls[1],
      CLICKHOUSE_USER: "report",
      CLICKHOUSE_PASSWORD: "secret",
    });
    const {published, imported} = await readReport(folder, {temp, progress: silentProgress});
    const there = new Set(imported.accounts.filter(({queries}) => queries).map(({entity}) => entity));
    return {published: withoutFiles(published), there: [...there].sort()};
  }

  test("the sample report with tickets, calls and surveys in the cluster publishes what it does from files", async () => {
    const {published, there} = await readThere(join(project, "data"), ["calls", "surveys", "tickets"]);
    expect(there).toEqual(["calls", "surveys", "tickets"]);
    expect(published).toEqual(withoutFiles((await sampleOf(temp)).published));
  });

  test.skipIf(real.isAbsent(incidents))(
    `141,712 events of incidents fold there as they do here: ${real.suite(incidents)}`,
    async () => {
      const from = fileURLToPath(new URL(`../real/${incidents}`, import.meta.url));
      const {published, there} = await readThere(from, ["tickets"]);
      expect(there).toEqual(["tickets"]);
      expect(published).toEqual(withoutFiles((await real.readReal(incidents)).published));
    },
  );
});

import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ReportError, ReportErrors} from "../../loaders/messages/errors.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readExports} from "../../loaders/read-report.js";
import {tinyReport} from "../build/tiny-report.js";
import {standBefore} from "./between.js";
import {type Cluster, isAbsent, startCluster, suite} from "./cluster.js";
import {moveRecords} from "./move.js";

describe.skipIf(isAbsent)(suite("nodes of a cluster killed while it is read"), () => {
  let cluster: Cluster;
  let folder: string;
  let temp: string;

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), "huisheng-kills-"));
    folder = tinyReport();
    cluster = await startCluster();
    await moveRecords(cluster, folder, {entities: ["tickets", "surveys"], temp});
  });
  afterAll(async () => {
    await cluster?.stop();
    for (const each of [folder, temp]) rmSync(each, {recursive: true, force: true});
  });

  /** Reads the records through the first node: their fingerprint or what was said, and how many questions it took. */
  async function read(onQuestion: (count: number) => Promise<void>): Promise<{result: unknown; asked: number}> {
    let asked = 0;
    const between = await standBefore(cluster.urls[0]!, {
      onQuestion: async (count) => {
        asked = count;
        await onQuestion(count);
      },
    });
    Object.assign(process.env, {
      CLICKHOUSE_URL: between.url,
      CLICKHOUSE_USER: "report",
      CLICKHOUSE_PASSWORD: "secret",
    });
    try {
      const {accounts} = await readExports(folder, {temp, progress: silentProgress});
      const result = accounts.map(({entity, sha256, rows_in, rows_kept}) => [entity, sha256, rows_in, rows_kept]);
      return {result, asked};
    } catch (error) {
      if (!(error instanceof ReportError) && !(error instanceof ReportErrors)) throw error;
      return {result: error.print("en"), asked};
    } finally {
      between.close();
    }
  }

  test("twenty kills, at every question, of the node asked and of another: a clean message or all rows, never a part of them", async () => {
    const whole = await read(async () => {});
    expect([whole.asked, JSON.stringify(whole.result).match(/,240,240/g)?.length]).toEqual([10, 2]);
    const said: unknown[] = [];
    for (let question = 1; question <= whole.asked; question++)
      for (const node of [0, 2]) {
        let up = async (): Promise<void> => {};
        const {result} = await read(async (count) => {
          if (count === question) up = await cluster.down(node);
        });
        await up();
        if (typeof result !== "string") expect(result).toEqual(whole.result);
        else {
          expect(result).toMatch(
            /^mappings\/desk\.yaml line \d+: .*\nFix: .*\n\((cluster_shard|cluster_unreachable|cluster_cut)\)$/,
          );
          // Who took the question was there: it is no wrong address that has to be looked for.
          if (node === 0) expect(result).toMatch(/broke off; what came is not whole.*\(cluster_cut\)$/s);
          said.push(result);
        }
      }
    // A node that is gone for all questions after this one is missed by the next at the latest.
    expect(said.length).toBeGreaterThanOrEqual(16);
  });
});

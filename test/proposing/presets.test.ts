import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {mappingSchema} from "../../loaders/mapping/mapping.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";

const presets = new URL("../../loaders/proposing/presets/", import.meta.url);

describe("a preset", () => {
  test.each(readdirSync(presets))("%s is a valid mapping and says where its names are from", (file) => {
    const text = readFileSync(new URL(file, presets), "utf8");
    const result = mappingSchema.safeParse(parse(text));
    expect(result.error?.issues ?? []).toEqual([]);
    expect(text).toMatch(/^# .*(Names from|Header forms|they are the ones)/m);
  });

  test.each([
    [
      "sobot",
      {ticketCode: 1500877941, ticketStatus: 3, ticketLevel: 2, createTime: 1498736257082, dealUserName: "A"},
      {ticket_id: "1500877941", status: "solved", priority: "high", created_at: "2017-06-29 19:37:37"},
    ],
    [
      "qiyu",
      {id: 123, status: 5, priority: 1, createTime: 1498736257082, staffId: 9},
      {ticket_id: "123", status: "open", priority: "1", created_at: "2017-06-29 19:37:37"},
    ],
  ])(
    "of %s reads a ticket whose times are milliseconds since 1970, in the report's time zone",
    async (name, ticket, made) => {
      const folder = mkdtempSync(join(tmpdir(), "huisheng-preset-"));
      for (const part of ["exports", "mappings"]) mkdirSync(join(folder, part));
      writeFileSync(join(folder, "report.yaml"), "company: {zh: 测试, en: Test}\ntime_zone: Asia/Shanghai\n");
      writeFileSync(join(folder, `exports/${name}.json`), JSON.stringify({data: {items: [ticket]}}));
      copyFileSync(new URL(`${name}.yaml`, presets), join(folder, `mappings/${name}.yaml`));
      let found: unknown;
      await readReport(folder, {
        temp: folder,
        progress: silentProgress,
        use: async (database) => {
          found = await database.rows(
            "select ticket_id, status, priority, strftime(created_at, '%Y-%m-%d %H:%M:%S') as created_at from stg_tickets",
          );
        },
      });
      expect(found).toEqual([made]);
    },
  );
});

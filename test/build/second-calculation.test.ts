import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import * as aq from "arquero";
import {expect, test} from "vitest";
import {sampleReport} from "../sample-report.js";
import {project} from "./command.js";

// Three published tables worked out a second time, from the exports themselves and without DuckDB or any of our SQL.
const exportsFolder = join(project, "data/exports");
const bytes = (name: string): Buffer => {
  const content = readFileSync(join(exportsFolder, name));
  return name.endsWith(".gz") ? gunzipSync(content) : content;
};
const {report} = sampleReport();

type Plain = Record<string, unknown>;
const csv = (name: string, encoding: string): Plain[] =>
  aq.fromCSV(new TextDecoder(encoding).decode(bytes(name)), {autoType: false}).objects() as Plain[];

test("answered and offered calls by month and queue", () => {
  const lines = readdirSync(join(exportsFolder, "callcentre")).flatMap((file) =>
    bytes(`callcentre/${file}`).toString("utf8").split("\n"),
  );
  const calls = lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Plain];
    } catch {
      return []; // the two broken lines that the report lists as rejected
    }
  });
  const counted = aq
    .from(calls)
    .filter((call: Plain) => call.dir !== "out" && call.offered)
    .derive({month: (call: Plain) => aq.op.substring(call.start as string, 0, 7)})
    .filter((call: Plain) => call.month === "2026-10")
    .groupby("queue")
    .rollup({n: aq.op.count(), positive: (call: Plain) => aq.op.sum((call.answered ? 1 : 0) as never)})
    .orderby("queue")
    .objects() as {queue: string; n: number; positive: number}[];
  const published = report().published.metric_by_segment!.filter(
    (row) => row.metric === "answer_rate" && row.period === "2026-10" && row.dimension === "channel",
  );
  const ours = published.map((row) => ({queue: row.member, n: row.n, positive: row.positive}));
  const shown = ours.filter(({n}) => n !== null);
  expect(shown.length).toBeGreaterThan(0);
  for (const queue of shown) expect(counted).toContainEqual(queue);
  // What is withheld is a small queue and the next smallest, which would give it away.
  const [smallest, next] = [...counted].sort((a, b) => a.n - b.n).map(({queue}) => queue);
  expect(
    ours
      .filter(({n}) => n === null)
      .map(({queue}) => queue)
      .sort(),
  ).toEqual([smallest, next].sort());
});

/** Ragged lines, which a lenient reader takes and the report rejects. */
const truths = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8")) as {
  files: Record<string, {rejected: {id: string; severity: string}[]}>;
};
const broken = new Set(
  Object.values(truths.files).flatMap(({rejected}) =>
    rejected.filter(({severity}) => severity === "row").map(({id}) => id),
  ),
);

/** Every ticket once, as last delivered, from the help desk's own files. */
function tickets(): {month: string; closed: string | undefined; type: string; category: string}[] {
  const files = readdirSync(join(exportsFolder, "helpdesk"))
    .filter((file) => file.startsWith("tickets"))
    .sort();
  const monthIn = (text: unknown) => {
    const [, year, month] = /^(\d{4})[-/](0?[1-9]|1[0-2])[-/]/.exec(String(text ?? "")) ?? [];
    return year && `${year}-${month!.padStart(2, "0")}`;
  };
  const byId = new Map<string, ReturnType<typeof tickets>[number]>();
  for (const file of files)
    for (const row of csv(`helpdesk/${file}`, "utf-8")) {
      const month = monthIn(row.提交时间 ?? row.创建时间);
      const closed = monthIn(row.关闭时间) ?? monthIn(row.解决时间);
      if (month && !broken.has(String(row.工单号 ?? row.工单编号)))
        byId.set(String(row.工单号 ?? row.工单编号), {
          month,
          closed,
          type: String(row.类型),
          category: String(row.问题分类 ?? row.分类),
        });
    }
  return [...byId.values()];
}

test("complaints by month and category", () => {
  const complaints = aq.from(tickets().filter(({type}) => type === "投诉"));
  const counted = complaints.groupby("month", "category").count({as: "complaints"}).objects() as Plain[];
  const key = (row: Plain) => `${row.month} ${row.category}: ${row.complaints}`;
  expect(report().published.complaint_categories_by_month!.map(key).sort()).toEqual(counted.map(key).sort());
});

test("tickets created and closed by month", () => {
  const all = tickets();
  const created = new Map(
    (aq.from(all).groupby("month").count().objects() as {month: string; count: number}[]).map((row) => [
      row.month,
      row.count,
    ]),
  );
  const closed = new Map(
    (
      aq
        .from(all.filter((ticket) => ticket.closed))
        .groupby("closed")
        .count()
        .objects() as {closed: string; count: number}[]
    ).map((row) => [row.closed, row.count]),
  );
  for (const row of report().published.ticket_backlog!) {
    const month = String(row.month);
    expect([month, row.created, row.closed]).toEqual([month, created.get(month), closed.get(month)]);
  }
});

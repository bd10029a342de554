import {spawnSync} from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readEditions} from "../../loaders/history/edition.js";
import {fingerprint, run} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-kills-"));
const world = join(folder, "world");
const frozen = join(folder, "frozen");
const dying = new URL("../build/dying.mjs", import.meta.url).href;
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Stands in a row without a date, which is kept as it came where records are, and nowhere else. */
const raw = "13800138000";

/** Publishes a month of a world: a report folder, a site beside it, a temp folder. */
const publish = (place: string, month: string, options: Parameters<typeof run>[1] = {}) =>
  run(["publish", "--report", join(place, "report"), "--out", join(place, "out"), "--month", month], {
    node: ["--import", dying],
    ...options,
    env: {TMPDIR: join(place, "tmp"), ...options.env},
  });

/** What a site or a history says, but for who published when. */
const stateOf = (path: string): string =>
  JSON.stringify(Object.entries(fingerprint(path)).filter(([file]) => !file.endsWith("log.json")));

/** The site that a reader finds, or that the next build puts back. */
function siteOf(place: string): string {
  if (existsSync(join(place, "out"))) return join(place, "out");
  const building = readdirSync(place).find((name) => name.startsWith("out.building-"));
  return join(place, building ?? "", "old");
}

const historyOf = (place: string): Record<string, string> =>
  Object.fromEntries(
    readEditions(join(place, "report")).map(({id}) => [id, stateOf(join(place, "report", "history", id))]),
  );

/** What stands in a world beside report and site. */
const leftIn = (place: string): string[] => [
  ...readdirSync(place).filter((name) => /building|lock/.test(name)),
  ...readdirSync(join(place, "report")).filter((name) => name.startsWith(".huisheng")),
  ...readdirSync(join(place, "report", "history")).filter((name) => name.startsWith(".")),
  ...readdirSync(join(place, "tmp")),
];

let calls = 0;
let before: {site: string; history: Record<string, string>};
let after: typeof before;
const whole = (place: string) => ({site: stateOf(join(place, "out")), history: historyOf(place)});

/** Thirty calls, spread over all of them by a fixed seed. */
function spread(count: number): number[] {
  const random = xoroshiro128plus(20261127);
  return Array.from({length: 30}, (_, at) => 1 + Math.floor(((at + uniformInt(random, 0, 999) / 1000) * count) / 30));
}

/** The few calls by which a month takes its place, each of them. */
const decisive = String.raw`^rename \S+\/(out|site|\.2026-04\.unfinished)$|history\/\.2026-04|^rm \S+(building|raw)-[^/]+$`;

beforeAll(async () => {
  mkdirSync(join(world, "tmp"), {recursive: true});
  const report = tinyReport({
    "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nlanguages: [zh]\n",
    "mappings/desk.yaml":
      "label: {zh: 工单系统, en: Desk}\ntables:\n  - {entity: tickets, files: tickets.csv, columns: {ticket_id: id, customer_id: customer, ticket_type: type, category: about, created_at: opened, solved_at: solved}}\n",
    "exports/customers.csv": null,
  });
  renameSync(report, join(world, "report"));
  const tickets = join(world, "report", "exports", "tickets.csv");
  appendFileSync(tickets, `T999,K1,complaint,call ${raw},some day,,\n`);
  expect((await publish(world, "2026-03", {env: {CALLS: join(folder, "calls")}})).code).toBe(0);
  calls = readFileSync(join(folder, "calls"), "utf8").split("\n").length;
  before = whole(world);
  cpSync(world, join(folder, "contained"), {recursive: true});
  const env = {
    FREEZE_AT: spread(calls).join(),
    FREEZE_LIKE: decisive,
    FREEZE_FROM: world,
    FREEZE_TO: frozen,
    CALLS: join(folder, "calls"),
  };
  expect((await publish(world, "2026-04", {env})).code).toBe(0);
  after = whole(world);
});

const moments = () => readdirSync(frozen).sort((a, b) => Number(a) - Number(b));
const callAt = (moment: string): string => readFileSync(join(folder, "calls"), "utf8").split("\n")[Number(moment) - 1]!;

describe("killed at thirty moments of publishing a month, and at each of those that decide", () => {
  test("the moments are spread, and the two months are two", () => {
    expect(calls).toBeGreaterThan(500);
    expect(moments().length).toBeGreaterThan(40);
    expect(Object.keys(after.history)).toEqual(["2026-03", "2026-04"]);
    expect(after.site).not.toBe(before.site);
    expect(leftIn(world)).toEqual([]);
  });

  test("the site is the last one or the new one, whole", () => {
    for (const moment of moments())
      expect([callAt(moment), [before.site, after.site].includes(stateOf(siteOf(join(frozen, moment))))]).toEqual([
        callAt(moment),
        true,
      ]);
  });

  test("the history holds a month whole or not at all, and none that the site has not", () => {
    for (const moment of moments()) {
      const place = join(frozen, moment);
      const history = historyOf(place);
      const isNew = "2026-04" in history;
      expect([callAt(moment), history]).toEqual([callAt(moment), (isNew ? after : before).history]);
      if (isNew) expect(stateOf(siteOf(place))).toBe(after.site);
    }
  });

  test("no record as it came lies outside the report folder, but in the folder of rejects", () => {
    const holding = moments().flatMap((moment) => {
      const place = join(frozen, moment);
      return (readdirSync(place, {recursive: true, encoding: "utf8"}) as string[])
        .filter((name) => !/^(report|out\.rejects)\b/.test(name) && statSync(join(place, name)).isFile())
        .filter((name) => readFileSync(join(place, name)).includes(raw));
    });
    expect(holding).toEqual([]);
  });

  test.each([
    ["between the two renames of the sites", () => moments().find((moment) => callAt(moment).endsWith("/site"))!],
    ["in the midst of the history", () => moments().find((moment) => callAt(moment).endsWith("records.json"))!],
  ])("%s, the next build goes on and makes what an untouched one does", async (_, find) => {
    const place = join(frozen, find());
    expect((await publish(place, "2026-04")).code).toBe(0);
    expect(whole(place)).toEqual(after);
    expect(leftIn(place)).toEqual([]);
  });
});

const canContain = spawnSync("unshare", ["-p", "-f", "--mount-proc", "true"]).status === 0;
describe.skipIf(!canContain)("as the first process of a container (needs unshare -p)", () => {
  test("killed twice under the same number, the third makes what an untouched build does, and nothing is left", async () => {
    const place = join(folder, "contained");
    const before = ["unshare", "-p", "-f", "--mount-proc"];
    for (const share of [0.3, 0.6]) {
      const {code} = await publish(place, "2026-04", {before, env: {DIE_AT: String(Math.round(share * calls))}});
      expect(code).toBe(137);
      expect(leftIn(place)).not.toEqual([]);
    }
    expect((await publish(place, "2026-04", {before})).code).toBe(0);
    expect(whole(place)).toEqual(after);
    expect(leftIn(place)).toEqual([]);
  });
});

import {describe, expect, test} from "vitest";
import {disagreementLines} from "../../loaders/draw/agreement.js";
import {drawReport} from "../../loaders/draw/draw.js";
import {disagreements} from "../../src/figures/agreement/disagreements.js";
import type {Figure} from "../../src/figures/figure.js";
import {lostLinks} from "../overview/lost-links.js";
import {isAbsent, readReal, suite} from "../real/real-report.js";
import {sampleReport} from "../sample-report.js";

const {report} = sampleReport();

const figure: Figure = {
  id: "lost",
  title: "North lost 12 of 30 customers: 40.0%",
  subtitle: "Customers by region",
  form: "bars",
  unit: "count",
  categories: ["North", "South"],
  category_kind: "text",
  series: [{id: "lost", name: "Lost", points: [{value: 12}, {value: 5}]}],
  table: {
    columns: [
      {id: "region", label: "Region", unit: "text"},
      {id: "lost", label: "Lost", unit: "count"},
      {id: "customers", label: "Customers", unit: "count"},
      {id: "beside", label: "Beside the rest", unit: "text"},
    ],
    rows: [
      ["North", 12, 30, "clearly worse"],
      ["South", 5, 41, ""],
    ],
  },
  n: 71,
  method: "counts",
  metrics: [],
  marts: [],
  notes: [],
  alt: "",
};

const found = (change: Partial<Figure>) =>
  disagreements({en: {lost: {...figure, ...change}}}).map(({kind, said}) => `${kind} ${said}`);

describe("title, chart and table of a figure", () => {
  test("agree where every number stands in the table, or follows from two that do", () => {
    expect(found({})).toEqual([]);
    expect(found({title: "North lost 7 more than South, 17 together"})).toEqual([]);
  });

  test("a number that is nowhere is found", () => {
    expect(found({title: "North lost 13 of 30 customers"})).toEqual(["number 13"]);
    expect(found({title: "North lost 41.3%"})).toEqual(["number 41.3%"]);
  });

  test("a sum that is shown with its parts is a rule", () => {
    expect(found({title: "9.7 customers a month"})).toEqual(["number 9.7"]);
    expect(found({title: "9.7 customers a month", worked: ["116 customers ÷ 12 = 9.7"]})).toEqual([]);
  });

  test("no title speaks of all groups over one that denies it", () => {
    expect(found({title: "Lost: no group is clearly worse"})).toEqual(["claim North"]);
    const rows = [
      ["North", 12, 30, ""],
      ["South", 5, 41, ""],
      ["14 more groups, 2 clearly different", null, null, ""],
    ];
    expect(found({title: "Lost: no group is clearly worse", table: {...figure.table, rows}})).toEqual([
      "claim 14 more groups, 2 clearly different",
    ]);
  });

  test("so many groups as a title counts besides the one that it names are marked", () => {
    const rows = [
      ["North", 12, 30, "clearly worse"],
      ["South", 5, 41, "clearly worse"],
      ["West", 3, 41, "clearly worse"],
    ];
    const title = (n: number) => `North lost 12; ${n} other groups clearly worse too`;
    const table = {...figure.table, rows};
    const named = {categories: ["North"], series: []};
    expect(found({...named, table, title: title(2)})).toEqual([]);
    expect(found({...named, table, title: title(3)})).toContain("claim 3");
    const cut = {...figure.table, rows: [...rows, ["4 more groups, 1 clearly different", null, null, ""]]};
    expect(found({...named, table: cut, title: title(3)})).toEqual([]);
  });

  test("what is drawn stands in the table", () => {
    expect(found({categories: ["North", "West"]})).toEqual(["chart West"]);
    expect(found({series: [{id: "lost", name: "Lost", points: [{value: 12}, {value: 6}]}]})).toEqual(["chart 6"]);
  });

  test("a name that both titles say and neither figure shows is found, a word of the sentence is not", () => {
    const named = (title: string, names: readonly [string, string]): Figure => ({
      ...figure,
      id: "regions",
      title,
      categories: [...names],
      table: {...figure.table, rows: names.map((name) => [name, 1, 2, ""])},
      series: [{id: "lost", name: "Lost", points: [{value: 1}, {value: 1}]}],
    });
    const drawn = (zh: string, en: string) => ({
      zh: {lost: {...figure, title: zh}, regions: named("各大区", ["西北大区", "华东大区"])},
      en: {lost: {...figure, title: en}, regions: named("Regions", ["Northwest", "East"])},
    });
    const names = (zh: string, en: string) =>
      disagreements(drawn(zh, en)).flatMap(({kind, said}) => (kind === "name" ? [said] : []));
    expect(names("西北大区流失最多", "Northwest lost most")).toEqual(["西北大区"]);
    expect(names("流失最多的是北方", "Customers in the east of town leave")).toEqual([]);
  });
});

test("in the default report title, chart and table of every figure agree, and looking takes no time", () => {
  const {drawn} = report();
  expect(disagreementLines(drawn).en).toEqual([]);
  for (const each of [drawn.zh!, drawn.en!]) expect(lostLinks(each.boards.overview!, each.figures)).toEqual([]);
  const figures = {zh: drawn.zh!.figures, en: drawn.en!.figures};
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    disagreements(figures);
    return performance.now() - start;
  });
  console.log(
    `agreement of ${Object.keys(figures.zh).length} figures in two languages: ${Math.min(...times).toFixed(0)} ms`,
  );
});

test("columns, axes and series are headings: in English they begin with a capital, but for the symbol of a statistic", () => {
  const figures = Object.values(report().drawn.en!.figures).flatMap((each) => ("missing" in each ? [] : [each]));
  const labels = figures.flatMap(({id, value_title = "", series, table}) =>
    [value_title, ...series.map(({name}) => name), ...table.columns.map(({label}) => label)].map(
      (label) => `${id}: ${label}`,
    ),
  );
  expect(labels.length).toBeGreaterThan(500);
  expect(labels.filter((label) => /^[^:]+: [a-z][a-z]/.test(label))).toEqual([]);
});

test("a number of the overview that leads to a figure without it is told", () => {
  const {boards, figures} = report().drawn.en!;
  const [first, ...tiles] = boards.overview!.tiles;
  const board = {...boards.overview!, tiles: [{...first!, href: "churn.html#churn-causes"}, ...tiles]};
  expect(lostLinks(board, figures)).toEqual([`${first!.label} → churn.html#churn-causes`]);
});

const folders = [
  ...["airline-satisfaction", "airline-tweets", "bank-churners", "callcentre-pwc", "cfpb-multi"],
  ...["cn-car-complaints-utf8bom", "cn-citizen-msgs", "cn-supermarket-gbk", "cn-telecom-voice", "comcast-complaints"],
  ...["it-incidents-uci", "nyc311-2024", "sfo-survey", "superstore"],
  ...["telco-ibm-basic", "telco-ibm-extended", "telco-ibm-tables", "telco-maven"],
];

describe.each(folders)("%s", (folder) => {
  test.skipIf(isAbsent(folder))(suite(folder), async () => {
    const drawn = drawReport(await readReal(folder));
    expect(disagreementLines(drawn).en).toEqual([]);
    for (const each of [drawn.zh!, drawn.en!]) expect(lostLinks(each.boards.overview!, each.figures)).toEqual([]);
  });
});

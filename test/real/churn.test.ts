import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {isAbsent, percent, printed, readReal, rowOf, rowsOf, suite} from "./real-report.js";

/** The published curve after so many months. */
function survival(
  report: ReadReport,
  {time, dimension = "all", member = "all"}: {time: number; dimension?: string; member?: string},
) {
  return rowOf(report, "retention_curves", {dimension, member, month: time});
}

/** The first time at which half have left. */
const median = (report: ReadReport, dimension = "all", member = "all") =>
  rowsOf(report, "retention_curves", {dimension, member}).find((row) => Number(row.value) <= 0.5)?.month;

const shares = (report: ReadReport, dimension: string) =>
  Object.fromEntries(
    rowsOf(report, "churn_by_segment", {dimension}).map((row) => [
      row.member,
      `${row.lost}/${row.customers} ${percent(row.share)}`,
    ]),
  );

describe.skipIf(isAbsent("telco-ibm-basic"))(suite("telco-ibm-basic"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("telco-ibm-basic");
  });

  test("who left, of whom", () => {
    expect(shares(report, "all")).toEqual({all: "1869/7043 26.54%"});
    expect(shares(report, "contract_type")).toEqual({
      "Month-to-month": "1655/3875 42.71%",
      "One year": "166/1473 11.27%",
      "Two year": "48/1695 2.83%",
    });
    expect(shares(report, "internet")).toEqual({
      DSL: "459/2421 18.96%",
      "Fiber optic": "1297/3096 41.89%",
      No: "113/1526 7.41%",
    });
    const payment = rowsOf(report, "churn_by_segment", {dimension: "payment"});
    expect(payment.map((row) => [row.member, percent(row.share)])).toEqual([
      ["Bank transfer (automatic)", "16.71%"],
      ["Credit card (automatic)", "15.24%"],
      ["Electronic check", "45.29%"],
      ["Mailed check", "19.11%"],
    ]);
  });

  test("retention after 12 to 72 months, with Greenwood's error; the median is not reached", () => {
    const at = [12, 24, 36, 48, 60, 72].map((time) => survival(report, {time}));
    expect(at.map((row) => printed(row.value, 6))).toEqual([
      "0.843200",
      "0.788736",
      "0.748545",
      "0.708840",
      "0.664404",
      "0.592790",
    ]);
    expect([at[0], at[1], at[3]].map((row) => row!.se)).toEqual([0.004492, 0.005209, 0.006321]);
    expect(median(report)).toBeUndefined();
  });

  test.each([
    ["Month-to-month", ["0.703097", "0.585915", "0.397264"], 35],
    ["One year", ["0.990808", "0.978272", "0.916547", "0.568146"], undefined],
    ["Two year", ["1.000000", "1.000000", "0.995719", "0.935739"], undefined],
  ])("retention under contract %s", (member, expected, half) => {
    const times = [12, 24, 48, 72].slice(0, expected.length);
    const values = times.map((time) => survival(report, {dimension: "contract_type", member, time}).value);
    expect(values.map((value) => printed(value, 6))).toEqual(expected);
    expect(median(report, "contract_type", member)).toBe(half);
  });

  test("a curve ends where fewer than ten are left to leave", () => {
    // Two of 3,875 had stayed 72 months without a contract: their 0.128952 is not shown.
    const months = rowsOf(report, "retention_curves", {dimension: "contract_type", member: "Month-to-month"});
    expect(Number(months.at(-1)!.month)).toBeLessThan(72);
    expect(months.every((row) => Number(row.n_risk) >= 10)).toBe(true);
  });

  test("at risk are those still there, not those of the last loss", () => {
    const at = (member: string) =>
      [0, 12, 24, 36, 48, 60, 72].map(
        (month) => rowOf(report, "retention_curves", {dimension: "contract_type", member, month}).n_risk,
      );
    expect(at("Two year")).toEqual([1695, 1636, 1553, 1450, 1284, 1019, 343]);
  });

  test("months kept of the first 70, and the month by which half are gone: as R's survfit has them", () => {
    const {months, customers, ...all} = rowOf(report, "retention_means", {dimension: "all"});
    expect([months, customers, printed(all.value, 6)]).toEqual([70, 7043, "53.279949"]);
    // R 4.2.2, survival 3.5-3: summary(survfit(Surv(tenure, Churn == "Yes") ~ Contract, conf.type = "log-log"), rmean = 70)
    const rows = rowsOf(report, "retention_means", {dimension: "contract_type"});
    expect(rows.map((row) => [row.member, printed(row.value, 6), row.median, row.median_lo, row.median_hi])).toEqual([
      ["Month-to-month", "36.018504", 35, 32, 38],
      ["One year", "65.129675", null, 72, null],
      ["Two year", "69.636803", null, null, null],
    ]);
    const half = (Number(rows[0]!.hi) - Number(rows[0]!.lo)) / 2 / 1.959963984540054;
    expect(printed(half, 5)).toBe("0.54302");
  });

  test("curves by every published dimension; those who had just joined are at risk in month 0", () => {
    const dimensions = new Set(rowsOf(report, "retention_curves").map(({dimension}) => dimension));
    expect([...dimensions].sort()).toEqual(["all", "contract_type", "internet", "payment", "sex"]);
    expect([0, 1].map((time) => survival(report, {time}).n_risk)).toEqual([7043, 7032]);
  });

  test("contracts differ beyond doubt: logrank", () => {
    const rows = rowsOf(report, "retention_comparisons", {dimension: "contract_type"});
    expect(rows.map((row) => [row.member, row.observed, printed(row.expected, 2)])).toEqual([
      ["Month-to-month", 1655, "708.45"],
      ["One year", 166, "470.73"],
      ["Two year", 48, "689.83"],
    ]);
    expect([printed(rows[0]!.chi2, 0), rows[0]!.df]).toEqual(["2353", 2]);
  });

  test("a blank amount is unknown, not 0, and rejects nothing", () => {
    const all = rowOf(report, "value_by_segment", {dimension: "all"});
    expect(all.total_amount).toBe(16056168.7);
    expect([printed(all.mean_tenure_months, 6), all.median_tenure_months]).toEqual(["32.371149", 29]);
    // What who is still there pays, and what the lost paid: two sums, never one within the other.
    const [charges, lost] = [Number(all.monthly_amount), Number(all.monthly_amount_lost)];
    expect([all.customers, all.paying, all.lost]).toEqual([7043, 7043 - 1869, 1869]);
    expect([(charges + lost) / 7043, lost / 1869, charges / (7043 - 1869)].map((mean) => printed(mean, 6))).toEqual([
      "64.761692",
      "74.441332",
      "61.265124",
    ]);
    expect(rowsOf(report, "rejects_by_reason")).toEqual([]);
  });
});

describe.skipIf(isAbsent("telco-ibm-extended"))(suite("telco-ibm-extended"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("telco-ibm-extended");
  });

  test("the reasons most often given, and what they are about", () => {
    const reasons = rowsOf(report, "churn_reasons", {period: "window", kind: "reason"}).toSorted(
      (a, b) => Number(b.named_by) - Number(a.named_by),
    );
    expect(reasons.slice(0, 5).map((row) => [row.code, row.named_by, percent(row.value)])).toEqual([
      ["Attitude of support person", 192, "10.27%"],
      ["Competitor offered higher download speeds", 189, "10.11%"],
      ["Competitor offered more data", 162, "8.67%"],
      ["Don't know", 154, "8.24%"],
      ["Competitor made better offer", 140, "7.49%"],
    ]);
    const about = (code: string) => rowOf(report, "churn_reasons", {period: "window", kind: "category", code});
    expect([about("competitor").named_by, percent(about("competitor").value)]).toEqual([621, "33.23%"]);
    expect([about("attitude").named_by, percent(about("attitude").value)]).toEqual([327, "17.50%"]);
  });

  test("lifetime value, and the monthly charges that left", () => {
    const all = rowOf(report, "value_by_segment", {dimension: "all"});
    expect(printed(Number(all.lifetime_value) / 7043, 4)).toBe("4400.2958");
    expect(printed(Number(all.lifetime_value_lost) / 1869, 4)).toBe("4149.4147");
    expect([all.monthly_amount_lost, printed(Number(all.monthly_amount) + 139130.85, 2)]).toEqual([
      139130.85,
      "456116.60",
    ]);
  });
});

describe.skipIf(isAbsent("telco-maven"))(suite("telco-maven"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("telco-maven");
  });

  test("headers with trailing blanks after a byte-order mark are found", () => {
    const file = rowOf(report, "import_files", {entity: "customers"});
    expect([file.rows_in, file.rows_kept, file.rows_rejected]).toEqual([7043, 7043, 0]);
  });

  test("causes, as this release codes them", () => {
    const causes = rowsOf(report, "churn_reasons", {period: "window", kind: "category"});
    expect(Object.fromEntries(causes.map((row) => [row.code, `${row.named_by} ${percent(row.value)}`]))).toEqual({
      Competitor: "841 45.00%",
      Dissatisfaction: "321 17.18%",
      Attitude: "314 16.80%",
      Price: "211 11.29%",
      Other: "182 9.74%",
    });
  });

  test("revenue, and what of it left", () => {
    const all = rowOf(report, "value_by_segment", {dimension: "all"});
    expect([all.total_amount, all.total_amount_lost]).toEqual([21371131.69, 3684459.82]);
  });

  test("most left in San Diego", () => {
    const cities = rowsOf(report, "churn_by_segment", {dimension: "town"}).toSorted(
      (a, b) => Number(b.lost) - Number(a.lost),
    );
    expect([cities[0]!.member, cities[0]!.lost]).toEqual(["San Diego", 185]);
  });
});

describe.skipIf(isAbsent("bank-churners"))(suite("bank-churners"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("bank-churners");
  });

  test("a second header line is no customer", () => {
    expect(shares(report, "all")).toEqual({all: "1627/10127 16.07%"});
    expect(rowOf(report, "churn_by_segment", {dimension: "income", member: "Unknown"}).customers).toBe(1112);
  });

  test("the more often they had to call, the more left", () => {
    const rows = rowsOf(report, "churn_by_segment", {dimension: "contacts"});
    expect(rows.map((row) => [row.member, percent(row.share)])).toEqual([
      ["0", "1.75%"],
      ["1", "7.20%"],
      ["2", "12.49%"],
      ["3", "20.15%"],
      ["4", "22.63%"],
      ["5", "33.52%"],
      ["6", "100.00%"],
    ]);
  });

  test("retention by months on book", () => {
    expect([24, 36, 48].map((time) => survival(report, {time}).value)).toEqual([0.987128, 0.869627, 0.665638]);
    expect(median(report)).toBe(56);
  });
});

import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, test} from "vitest";
import {openZip} from "../../loaders/readers/bytes/zip.js";
import {type GridRow, readSheet} from "../../loaders/readers/workbook/xlsx-sheet.js";
import {readWorkbook} from "../../loaders/readers/workbook/xlsx-workbook.js";
import {driverShares} from "../../src/stats/drivers/driver-shares.js";
import {wilsonInterval} from "../../src/stats/estimates/wilson-interval.js";
import {correlationMatrix, covarianceMatrix} from "../../src/stats/numbers/covariance.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {omegaTotal} from "../../src/stats/surveys/omega-total.js";
import {cronbachAlpha} from "../../src/stats/surveys/reliability.js";
import {coxRegression} from "../../src/stats/survival/cox-regression.js";
import {kaplanMeier} from "../../src/stats/survival/kaplan-meier.js";
import {logrank} from "../../src/stats/survival/logrank.js";
import type {RiskRow} from "../../src/stats/survival/risk-table.js";
import {survivalAt, survivalQuantile} from "../../src/stats/survival/survival-quantile.js";
import {expectClose} from "./oracle.js";

const folder = new URL("../../../shared/data/", import.meta.url);
const telco = fileURLToPath(new URL("telco-ibm-basic/WA_Fn-UseC_-Telco-Customer-Churn.csv", folder));
const airline = fileURLToPath(new URL("airline-satisfaction/train.csv", folder));

async function rowsOf(sql: string): Promise<Record<string, number | string>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson() as Record<string, number | string>[];
}

const read = (path: string) =>
  `read_csv('${path.replaceAll("'", "''")}', all_varchar = true, header = true, delim = ',', quote = '"')`;

/** Whole counts in SQL, the rest here: a risk table needs one row per month, however many customers there are. */
async function riskRows(where = "true"): Promise<RiskRow[]> {
  const rows = await rowsOf(`select tenure::integer as time, count(*)::integer as exited,
    count(*) filter (where "Churn" = 'Yes')::integer as events from ${read(telco)}
    where ${where} and tenure::integer > 0 group by all order by all`);
  const left = rows.map((row) => ({
    time: Number(row.time),
    entered: 0,
    exited: Number(row.exited),
    events: Number(row.events),
  }));
  return [{time: 0, entered: left.reduce((sum, row) => sum + row.exited, 0), exited: 0, events: 0}, ...left];
}

describe.skipIf(!existsSync(telco))("telco customers (skipped without ../shared/data/telco-ibm-basic)", () => {
  test("the retention curve has the values computed in R", async () => {
    const curve = kaplanMeier(await riskRows());
    const at = (months: readonly number[]) => months.map((month) => survivalAt(curve, month));
    expectClose(
      at([12, 24, 36, 48, 60, 72]).map(({estimate}) => estimate),
      [0.8432, 0.788736, 0.748545, 0.70884, 0.664404, 0.59279],
    );
    expectClose(
      at([12, 24, 48]).map(({se}) => se),
      [0.004492, 0.005209, 0.006321],
    );
    expectClose(survivalQuantile(curve, 0.5).estimate, null);
  });

  const contracts = ["Month-to-month", "One year", "Two year"];

  test("by contract: curves, median and logrank test as in R", async () => {
    const tables = await Promise.all(contracts.map((contract) => riskRows(`"Contract" = '${contract}'`)));
    const curves = tables.map((table) => kaplanMeier(table));
    const at = curves.map((curve) => [12, 24, 48, 72].map((month) => survivalAt(curve, month).estimate));
    expectClose(at, [
      [0.703097, 0.585915, 0.397264, 0.128952],
      [0.990808, 0.978272, 0.916547, 0.568146],
      [1, 1, 0.995719, 0.935739],
    ]);
    expectClose(
      curves.map((curve) => survivalQuantile(curve, 0.5).estimate),
      [35, null, null],
    );
    const {chi2, df, observed, expected} = logrank(tables);
    expectClose({df, observed}, {df: 2, observed: [1655, 166, 48]});
    expectClose(expected, [708.45, 470.73, 689.83], 1e-4);
    expect(Math.round(chi2)).toBe(2353);
  });

  test("churned 26.54 %, with Wilson limits around it", async () => {
    const [row] = await rowsOf(
      `select count(*)::integer as n, count(*) filter (where "Churn" = 'Yes')::integer as k from ${read(telco)}`,
    );
    const {estimate, low, high} = wilsonInterval(Number(row!.k), Number(row!.n));
    expectClose(100 * estimate, 26.54, 1e-3);
    expect(high - low).toBeLessThan(0.021);
  });

  test("a Cox model of 7,032 customers in tied months puts month-to-month contracts far above two-year ones", async () => {
    const rows =
      await rowsOf(`select tenure::integer as exit, ("Churn" = 'Yes') as event, ("Contract" = 'Month-to-month')::integer as monthly,
      ("Contract" = 'One year')::integer as yearly, "MonthlyCharges"::double / 10 as charges from ${read(telco)} where tenure::integer > 0`);
    const fit = coxRegression(
      rows.map((row) => ({
        exit: Number(row.exit),
        event: String(row.event) === "true",
        x: [Number(row.monthly), Number(row.yearly), Number(row.charges)],
      })),
    );
    expect(fit.n).toBe(7032);
    expect(fit.events).toBe(1869);
    expect(fit.hazard_ratios[0]!.low).toBeGreaterThan(fit.hazard_ratios[1]!.high);
  });
});

describe.skipIf(!existsSync(airline))(
  "airline passengers (skipped without ../shared/data/airline-satisfaction)",
  () => {
    const items = [
      "Online boarding",
      "Inflight entertainment",
      "Seat comfort",
      "Inflight wifi service",
      "Cleanliness",
      "Gate location",
    ];

    /** Sums over 4,000 groups, made in SQL with whole numbers; 0 means "not applicable" and is left out. */
    async function blocks(columns: readonly string[]) {
      const terms = ["1", "y", ...columns.map((_, i) => `x${i}`)];
      const products = terms.flatMap((a, i) =>
        terms.slice(i).map((b, j) => `sum(${a} * ${b})::double as p${i}_${i + j}`),
      );
      const casts = columns.map((name, i) => `"${name}"::integer as x${i}`);
      const rows =
        await rowsOf(`with answers as (select id::integer as customer, (satisfaction = 'satisfied')::integer as y, ${casts.join(", ")}
      from ${read(airline)}) select customer % 4000 as block, ${products.join(", ")} from answers
      where ${columns.map((_, i) => `x${i} > 0`).join(" and ")} group by block order by block`);
      const names = Object.keys(rows[0]!).filter((name) => name !== "block");
      return {
        drivers: columns.length,
        size: names.length,
        sums: Float64Array.from(rows.flatMap((row) => names.map((name) => Number(row[name])))),
      };
    }

    test("driver shares of 100,000 answers come from SQL sums, and online boarding leads", async () => {
      const shares = driverShares(await blocks(items), {random: seededRandom(1), resamples: 200});
      console.log(
        items.map((name, i) => `${name} ${(100 * shares.shares[i]!).toFixed(1)} %`).join(" · "),
        `R2 ${shares.r2.toFixed(3)}, n ${shares.n}`,
      );
      expect(shares.first[0]).toBe(1);
      expect(shares.n).toBeGreaterThan(95_000);
      expectClose(
        shares.lmg.reduce((sum, part) => sum + part, 0),
        shares.r2,
        1e-9,
      );
      expect(shares.shares[5]).toBeLessThan(0.02);
      expect(shares.apart[0]!.slice(1).every(Boolean)).toBe(true);
    });

    test("the strongest and the weakest correlation are those computed in Python", async () => {
      const [row] = await rowsOf(
        `select ${items.map((name, i) => `corr("${name}"::double, (satisfaction = 'satisfied')::integer) as r${i}`).join(", ")} from ${read(airline)}`,
      );
      expectClose([row!.r0, row!.r1, row!.r2, row!.r5].map(Number), [0.503557, 0.398059, 0.349459, 0.000682]);
    });
  },
);

const ecsi = fileURLToPath(new URL("ecsi-plspm/satisfaction.csv", folder));

describe.skipIf(!existsSync(ecsi))("bank customers (skipped without ../shared/data/ecsi-plspm)", () => {
  test.each([
    ["sat", 0.894295],
    ["loy", 0.820639],
  ])("alpha of the four %s items is %d", async (scale, alpha) => {
    const columns = [1, 2, 3, 4].map((item) => `"${scale}${item}"::double as i${item}`);
    const rows = await rowsOf(`select ${columns.join(", ")} from ${read(ecsi)}`);
    const covariance = covarianceMatrix(rows.map((row) => [1, 2, 3, 4].map((item) => Number(row[`i${item}`]))));
    expectClose(cronbachAlpha(covariance, rows.length).estimate, alpha);
  });
});

const telecom = new URL("cn-telecom-voice/附件1语音业务用户满意度数据.xlsx", folder);

describe.skipIf(!existsSync(telecom))("telecom users (skipped without ../shared/data/cn-telecom-voice)", () => {
  const items = ["语音通话整体满意度", "网络覆盖与信号强度", "语音通话清晰度", "语音通话稳定性"];

  async function scores(): Promise<number[][]> {
    const zip = await openZip(fileURLToPath(telecom), "telecom");
    const workbook = await readWorkbook(zip, "telecom");
    const rows: number[][] = [];
    let columns: number[] = [];
    const take = ({cells}: GridRow) => {
      const text = new Map(cells.map((cell) => [cell.column, cell.text]));
      if (columns.length === 0) columns = items.map((item) => cells.find((cell) => cell.text === item)!.column);
      else rows.push(columns.map((column) => Number(text.get(column))));
      return true;
    };
    await readSheet(zip, workbook.sheets[0]!, {workbook, name: "telecom", take});
    zip.close();
    return rows;
  }

  test("alpha, omega and correlations of 5,433 answers, some stored as text, are those computed in Python", async () => {
    const rows = await scores();
    const covariance = covarianceMatrix(rows);
    expect(rows).toHaveLength(5433);
    expectClose(correlationMatrix(covariance)[0]!.slice(1), [0.895252, 0.908378, 0.885881]);
    const alpha = cronbachAlpha(covariance, rows.length);
    expectClose(alpha.estimate, 0.971589025);
    expect(alpha.verdict).toBe("redundant");
    expect(omegaTotal(covariance).raw).toBeGreaterThan(alpha.estimate - 0.01);
  });
});

import {isoDate, isoStamp, type Moment, monthStart} from "./calendar.js";
import {csvText, utf8} from "./csv-text.js";
import {clean, type ExportFile, type Planted, scatter, yesNo} from "./export-file.js";
import type {LedgerLine} from "./ledger.js";
import {parquetFile} from "./parquet-file.js";
import type {OrderLine, Return, WorkOrder} from "./records.js";
import {type Cell, xlsxFile} from "./xlsx-file.js";

export interface ErpRecords {
  readonly orders: readonly OrderLine[];
  readonly returns: readonly Return[];
  readonly workOrders: readonly WorkOrder[];
  readonly ledger: readonly LedgerLine[];
}

/** The ERP: Parquet for orders and returns, a workbook a year for field jobs, CSV for the ledger's totals. */
export async function erpFiles({orders, returns, workOrders, ledger}: ErpRecords): Promise<ExportFile[]> {
  const split = monthStart(12);
  const ledgerRows = ledger.map((line) => [line.month, line.source, line.measure, line.value, line.recordedBy]);
  return [
    {name: "erp/orders.parquet", bytes: await ordersFile(orders), truth: clean("parquet", orders.length)},
    {name: "erp/returns.parquet", bytes: await returnsFile(returns), truth: clean("parquet", returns.length)},
    jobsFile("erp/work_orders_2025.xlsx", {jobs: workOrders.filter((job) => job.completedAt < split), isNew: false}),
    jobsFile("erp/work_orders_2026.xlsx", {jobs: workOrders.filter((job) => job.completedAt >= split), isNew: true}),
    {
      name: "erp/control_totals.csv",
      bytes: utf8(csvText([["月份", "来源", "口径", "数值", "登记人"], ...ledgerRows])),
      truth: clean("csv", ledger.length),
    },
  ];
}

const ordersFile = (orders: readonly OrderLine[]) =>
  parquetFile(
    orders.map((line) => ({
      line_no: line.id,
      order_no: line.orderId,
      customer: line.customer.id,
      ordered_at: isoStamp(line.orderedAt),
      shipped: isoDate(line.shipped),
      sku: line.product,
      category: line.category,
      region: line.customer.region,
      city: line.customer.city,
      channel: line.channel,
      qty: line.quantity,
      amount: line.amount,
      margin: line.margin,
      promo: line.isPromotion,
      clerk: line.recordedBy,
    })),
    {
      line_no: "varchar",
      order_no: "varchar",
      customer: "varchar",
      ordered_at: "timestamp",
      shipped: "date",
      sku: "varchar",
      category: "varchar",
      region: "varchar",
      city: "varchar",
      channel: "varchar",
      qty: "integer",
      amount: "decimal(12, 2)",
      margin: "decimal(12, 2)",
      promo: "boolean",
      clerk: "varchar",
    },
  );

const returnsFile = (returns: readonly Return[]) =>
  parquetFile(
    returns.map((one) => ({
      return_no: one.id,
      order_no: one.orderId,
      customer: one.customerId,
      requested_at: isoStamp(one.requestedAt),
      completed_at: one.completedAt === undefined ? null : isoStamp(one.completedAt),
      sku: one.product,
      reason: one.reason,
      outcome: one.outcome,
      amount: one.amount,
      clerk: one.recordedBy,
    })),
    {
      return_no: "varchar",
      order_no: "varchar",
      customer: "varchar",
      requested_at: "timestamp",
      completed_at: "timestamp",
      sku: "varchar",
      reason: "varchar",
      outcome: "varchar",
      amount: "decimal(12, 2)",
      clerk: "varchar",
    },
  );

/** A title line above the header and a totals line at the foot, as the field department keeps it. */
function jobsFile(name: string, {jobs, isNew}: {jobs: readonly WorkOrder[]; isNew: boolean}): ExportFile {
  const fee = isNew ? "维修费(元)" : "费用";
  const headers = [
    "工单编号",
    "关联工单",
    "客户编号",
    "设备号",
    "大区",
    "预约时间",
    "到达时间",
    "完成时间",
    "技师",
    "是否签字",
    "有反馈卡",
    "缺件",
    fee,
    "登记人",
    "登记时间",
  ];
  const date = (when: Moment): Cell => ({date: when});
  const rows = jobs.map((job): Cell[] => [
    job.id,
    job.ticketId,
    job.customer.id,
    job.assetId,
    job.customer.region,
    date(job.scheduledAt),
    date(job.arrivedAt),
    date(job.completedAt),
    job.technician,
    yesNo(job.isSigned),
    yesNo(job.hasCard),
    yesNo(job.isPartsMissing),
    job.fee,
    job.recordedBy,
    isoStamp(job.recordedAt),
  ]);
  const blank = headers.map((): Cell => "");
  const strange: Cell[][] = isNew
    ? [
        [
          "WXX0001",
          ...blank.slice(1, 7),
          date(monthStart(20) + 40_000),
          "JS01",
          ...blank.slice(9, 12),
          "面议",
          "WY02",
          "",
        ],
        ["WXX0002", ...blank.slice(1, 7), "2026-02-31 10:00:00", "JS02", ...blank.slice(9, 12), 60, "WY02", ""],
      ]
    : [];
  const rejected: Planted[] = isNew
    ? [
        {id: "WXX0001", column: "fee", value: "面议", why: "not a number", severity: "row"},
        {id: "WXX0002", column: "completed_at", value: "2026-02-31 10:00:00", why: "no such date", severity: "row"},
      ]
    : [];
  const footer: Cell[] = ["合计", ...blank.slice(1, 12), jobs.reduce((sum, job) => sum + job.fee, 0), "", ""];
  const bytes = xlsxFile({
    name: "维修工单",
    rows: [[`维修工单费用明细表（${isNew ? "2026" : "2025"} 年度）`], headers, ...scatter(rows, strange), footer],
  });
  return {
    name,
    bytes,
    truth: {
      format: "xlsx",
      encoding: "utf-8",
      kept: jobs.length,
      rejected,
      totals_rows: 1,
      blank_rows: 0,
      phantom_rows: 0,
      repeated_rows: 0,
    },
  };
}

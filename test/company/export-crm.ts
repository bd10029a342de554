import {
  careColumns,
  contractColumns,
  customerColumns,
  gatheringColumns,
  gradingColumns,
  interviewColumns,
  visitColumns,
  winbackColumns,
} from "./crm-columns.js";
import {csvText} from "./csv-text.js";
import {type Columns, cellsOf, type ExportFile, headersOf, type Planted, scatter, sparseRow} from "./export-file.js";
import type {Gathering} from "./gatherings.js";
import {gb18030} from "./gb18030.js";
import type {Grading} from "./prospects.js";
import type {CareAction, Contract, Customer, Interview, Visit, WinbackContact} from "./records.js";

export interface CrmRecords {
  readonly customers: readonly Customer[];
  readonly contracts: readonly Contract[];
  readonly visits: readonly Visit[];
  readonly care: readonly CareAction[];
  readonly interviews: readonly Interview[];
  readonly winback: readonly WinbackContact[];
  readonly gatherings: readonly Gathering[];
  readonly prospects: readonly Grading[];
  readonly actions: readonly (readonly string[])[];
  readonly events: readonly (readonly string[])[];
}

/** The customer-relations system: GB18030 CSV, Chinese headers, Windows line ends. */
export function crmFiles({
  customers,
  contracts,
  visits,
  care,
  interviews,
  winback,
  gatherings,
  prospects,
  actions,
  events,
}: CrmRecords): ExportFile[] {
  const bad = (id: string, cells: Readonly<Record<string, string>>) =>
    sparseRow(customerColumns, {客户编号: id, 客户名称: "待清理", ...cells});
  const strangeCustomers = [
    bad("KX0001", {联系偏好: "随缘"}),
    bad("KX0002", {联系偏好: "随缘"}),
    bad("KX0003", {入网日期: "2025-02-30"}),
    bad("KX0004", {入网日期: "待补"}),
    bad("KX0005", {年龄: "三十五"}),
    [...bad("KX0006", {联系偏好: "不限"}), "多出来的一格"],
    bad("KX0007", {入网日期: "2025-1"}).slice(0, headersOf(customerColumns).indexOf("入网日期") + 1),
  ];
  const strangeContract = sparseRow(contractColumns, {
    合同号: "HTX0001",
    客户编号: customers[20]!.id,
    开始日期: "2026/13/01",
    结束日期: "2027/1/1",
  });
  const planted = (id: string, column: string, value: string, why: string): Planted => ({
    id,
    column,
    value,
    why,
    severity: ["contact_preference", "joined_date", "age"].includes(column) ? "cell" : "row",
  });
  return [
    file("customers.csv", {
      columns: customerColumns,
      records: customers,
      strange: strangeCustomers,
      footer: ["合计", `${customers.length} 户`],
      blankRows: 2,
      rejected: [
        planted("KX0001", "contact_preference", "随缘", "unknown value"),
        planted("KX0002", "contact_preference", "随缘", "unknown value"),
        planted("KX0003", "joined_date", "2025-02-30", "no such date"),
        planted("KX0004", "joined_date", "待补", "not a date"),
        planted("KX0005", "age", "三十五", "not a number"),
        planted("KX0006", "", "多出来的一格", "too many cells"),
        planted("KX0007", "", "2025-1", "the line breaks off"),
      ],
    }),
    file("contracts.csv", {
      columns: contractColumns,
      records: contracts,
      strange: [strangeContract],
      footer: ["合计"],
      rejected: [planted("HTX0001", "start_date", "2026/13/01", "no such date")],
    }),
    file("visits.csv", {columns: visitColumns, records: visits}),
    file("care_actions.csv", {columns: careColumns, records: care}),
    file("churn_interviews.csv", {columns: interviewColumns, records: interviews}),
    file("winback_contacts.csv", {columns: winbackColumns, records: winback}),
    file("customer_events.csv", {columns: gatheringColumns, records: gatherings}),
    file("prospects.csv", {columns: gradingColumns, records: prospects}),
    rawFile("actions.csv", [
      ["编号", "原因", "责任部门", "负责人", "提出日期", "期限", "完成日期", "指标", "类别", "大区", "措施", "待决策"],
      ...actions,
    ]),
    rawFile("events.csv", [["日期", "事件", "事件(英)", "指标", "是否断点"], ...events]),
  ];
}

function file<T>(
  name: string,
  {
    columns,
    records,
    strange = [],
    footer,
    blankRows = 0,
    rejected = [],
  }: {
    columns: Columns<T>;
    records: readonly T[];
    strange?: readonly (readonly (string | number)[])[];
    footer?: readonly string[];
    blankRows?: number;
    rejected?: readonly Planted[];
  },
): ExportFile {
  const rows = scatter(
    records.map((record) => cellsOf(columns, record)),
    strange.map((row) => [...row]),
  );
  const last = footer
    ? [
        [
          ...footer,
          ...headersOf(columns)
            .slice(footer.length)
            .map(() => ""),
        ],
      ]
    : [];
  const text = csvText([headersOf(columns), ...rows, ...last], "\r\n") + "\r\n".repeat(blankRows);
  return {
    name: `crm/${name}`,
    bytes: gb18030(text),
    truth: {
      format: "csv",
      encoding: "gb18030",
      kept: records.length,
      rejected,
      totals_rows: last.length,
      blank_rows: blankRows,
      phantom_rows: 0,
      repeated_rows: 0,
    },
  };
}

function rawFile(name: string, rows: readonly (readonly string[])[]): ExportFile {
  return {
    name: `crm/${name}`,
    bytes: gb18030(csvText(rows, "\r\n")),
    truth: {
      format: "csv",
      encoding: "gb18030",
      kept: rows.length - 1,
      rejected: [],
      totals_rows: 0,
      blank_rows: 0,
      phantom_rows: 0,
      repeated_rows: 0,
    },
  };
}

import {isoStamp, type Moment} from "./calendar.js";
import {channels, items} from "./catalog.js";
import {type ExportFile, type Planted, scatter, sparseRow, yesNo} from "./export-file.js";
import type {BrandRating, Survey} from "./records.js";
import {type Cell, xlsxFile} from "./xlsx-file.js";

type Columns = readonly (readonly [string, (survey: Survey) => Cell])[];

const channelName = (code: string) => channels.find((channel) => channel.code === code)!.zh;
const dateCell = (when: Moment | undefined): Cell => (when === undefined ? "" : {date: when});
const notApplicable = "不适用";

/** Wide question columns; the two questionnaires name some of them differently, and only the second has all. */
function columnsOf(version: Survey["version"]): Columns {
  const isNew = version === "v2";
  const question = (header: string, item: string): Columns[number] => [
    header,
    (survey) =>
      survey.answeredAt === undefined ? "" : (survey.scores[item] ?? (item === "install" ? notApplicable : "")),
  ];
  return [
    ["答卷编号", (survey) => survey.id],
    [isNew ? "客户编号" : "客户号", (survey) => survey.customer.id],
    ["工单号", (survey) => survey.ticketId],
    ["通话号", (survey) => survey.callId],
    ["服务渠道", (survey) => channelName(survey.channel)],
    ["大区", (survey) => survey.customer.region],
    ["客群", (survey) => survey.customer.segment],
    ["产品", (survey) => survey.product],
    ["客服", (survey) => survey.agent],
    ["采集人", (survey) => survey.collectedBy],
    ["邀请方式", (survey) => survey.mode],
    ["服务时间", (survey) => dateCell(survey.servedAt)],
    ["邀请时间", (survey) => dateCell(survey.invitedAt)],
    ["送达时间", (survey) => dateCell(survey.deliveredAt)],
    [isNew ? "提交时间" : "作答时间", (survey) => dateCell(survey.answeredAt)],
    ["用时(秒)", (survey) => survey.duration ?? ""],
    ["问卷版本", (survey) => survey.version],
    ["是否试访", (survey) => yesNo(survey.isPilot)],
    question(isNew ? "总体评价（1-5）" : "总体满意度", "overall"),
    question("推荐意愿（0-10）", "recommend"),
    ...(isNew ? [question("解决问题省心吗（1-7）", "effort")] : []),
    question("价格", "price"),
    question("产品质量", "quality"),
    question("响应速度", "speed"),
    question("服务态度", "attitude"),
    question("安装上门", "install"),
    ...(isNew ? [question("手机应用", "app")] : []),
    ["意见", (survey) => survey.verbatim],
  ];
}

const ratingHeaders = [
  "答卷编号",
  "客户编号",
  "波次",
  "品牌",
  "品牌价格",
  "指标",
  "评分",
  "提交时间",
  "大区",
  "权重",
  "品类年支出",
];
const itemName = (code: string) => items.find((item) => item.code === code)!.zh;

/** The survey tool: workbooks with one row per invitation, and the half-yearly brand study in long form. */
export function surveyFiles(surveys: readonly Survey[], study: readonly BrandRating[]): ExportFile[] {
  return [
    workbook("survey/satisfaction_v1_2024-11_2025-06.xlsx", {version: "v1", surveys}),
    workbook("survey/satisfaction_v2_2025-07_2026-10.xlsx", {version: "v2", surveys}),
    brandStudy(study),
  ];
}

function workbook(
  name: string,
  {version, surveys}: {version: Survey["version"]; surveys: readonly Survey[]},
): ExportFile {
  const columns = columnsOf(version);
  const own = surveys.filter((survey) => survey.version === version);
  const isNew = version === "v2";
  const usual = {服务渠道: "电话", 问卷版本: "v2", 是否试访: "否"};
  const strange = isNew
    ? [
        sparseRow(columns as never, {
          答卷编号: "WJX001",
          ...usual,
          邀请时间: "2025-08-11 10:00:00",
          提交时间: "2025-08-11 10:05:00",
          "总体评价（1-5）": "非常满意",
        }),
        sparseRow(columns as never, {
          答卷编号: "WJX002",
          ...usual,
          邀请时间: "2025-08-12 10:00:00",
          提交时间: "2025-08-12 10:05:00",
          "总体评价（1-5）": "9",
        }),
        sparseRow(columns as never, {答卷编号: "WJX003", ...usual, 邀请时间: "2025-08-32 10:00:00"}),
      ]
    : [];
  const rejected: Planted[] = isNew
    ? [
        {id: "WJX001", column: "items.overall", value: "非常满意", why: "not a number", severity: "cell"},
        {id: "WJX002", column: "items.overall", value: "9", why: "outside the scale 1–5", severity: "cell"},
        {id: "WJX003", column: "invited_at", value: "2025-08-32 10:00:00", why: "no such date", severity: "row"},
      ]
    : [];
  const rows: Cell[][] = own.map((survey) => columns.map(([, cell]) => cell(survey)));
  const phantomRows = isNew ? 240 : 0;
  const bytes = xlsxFile({
    name: "答卷",
    rows: [columns.map(([header]) => header), ...scatter(rows, strange)],
    phantomRows,
  });
  return {
    name,
    bytes,
    truth: {
      format: "xlsx",
      encoding: "utf-8",
      kept: own.length,
      rejected,
      totals_rows: 0,
      blank_rows: 0,
      phantom_rows: phantomRows,
      repeated_rows: 0,
    },
  };
}

function brandStudy(study: readonly BrandRating[]): ExportFile {
  const rows = study.map((one): Cell[] => [
    one.responseId,
    one.customer?.id ?? "",
    one.wave,
    one.brand,
    one.brandPrice,
    itemName(one.item),
    one.score,
    isoStamp(one.answeredAt),
    one.region,
    one.weight,
    one.spend || "",
  ]);
  return {
    name: "survey/brand_study_2025_2026.xlsx",
    bytes: xlsxFile({name: "品牌对比", rows: [ratingHeaders, ...rows]}),
    truth: {
      format: "xlsx",
      encoding: "utf-8",
      kept: study.length,
      rejected: [],
      totals_rows: 0,
      blank_rows: 0,
      phantom_rows: 0,
      repeated_rows: 0,
    },
  };
}

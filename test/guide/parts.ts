import {existsSync} from "node:fs";
import type {Column} from "../../loaders/mapping/entities/columns.js";
import {
  columnsOf,
  type Entity,
  type EntityName,
  entities,
  entityNames,
} from "../../loaders/mapping/entities/entities.js";
import {moments} from "../../loaders/mapping/entities/moments.js";
import {unshownColumns as waiting} from "../../loaders/mapping/entities/unshown.js";
import {meaningOf} from "../../loaders/mapping/meanings/meanings.js";
import {rowMeanings} from "../../loaders/mapping/meanings/rows.js";
import {valueMeanings} from "../../loaders/mapping/meanings/values.js";
import {words} from "../../loaders/proposing/words/columns.js";
import {referenceFiles} from "../../loaders/report/reference-files.js";
import {ruleSchemas} from "../../loaders/report/rules.js";
import {metrics} from "../../src/metrics/catalogue.js";
import {pages} from "../../src/pages.js";
import {dimensionName, dimensions, referencesOf} from "../../src/words/dimensions.js";
import {entityLabel} from "../../src/words/entities.js";
import type {Bilingual, Language} from "../../src/words/language.js";
import {personalKinds} from "../../src/words/personal-kinds.js";
import {rejectReason, rejectReasonCodes} from "../../src/words/reject-reasons.js";
import {viewOf} from "../view.js";

import {jsonOf, type Key, keysOf, meaningIn} from "./keys.js";
import {schemas} from "./schemas.js";

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/<(?!\/?code)/g, "&lt;");
const sentence = (text: string, language: Language): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${say(language, "。", ".")}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(" | ")} |`).join("\n");
const say = (language: Language, zh: string, en: string): string => (language === "zh" ? zh : en);

/** A link to the file of the sample report, where it has one. */
const sample = (path: string, language: Language): string =>
  existsSync(new URL(`../../data/${path}`, import.meta.url))
    ? say(language, `[样板](${path})。`, ` [Example](${path}).`)
    : "";

/** The keys of one schema as a table. */
export function keyTable(keys: readonly Key[], language: Language): string {
  const zh = language === "zh";
  const rows = keys.map(({name, type, isNeeded, fallback, meaning}) => [
    `\`${name}\``,
    meaning?.[language] ?? "",
    type[language],
    isNeeded ? say(language, "**必写**", "**needed**") : fallback === undefined ? "" : `\`${fallback}\``,
  ]);
  return table(zh ? ["键", "意思", "值", "不写时"] : ["key", "meaning", "value", "if left out"], rows);
}

/** The keys of a schema that stands in `schemas`. */
export const keys = (name: keyof typeof schemas, language: Language): string =>
  keyTable(keysOf(jsonOf(schemas[name].schema), {apart: schemas[name].apart}), language);

export const rules = (language: Language): string =>
  Object.entries(ruleSchemas)
    .map(([name, schema]) => {
      const json = jsonOf(schema);
      return `#### rules/${name}.yaml\n\n${sentence(meaningIn(json)?.[language] ?? "", language)}${sample(`rules/${name}.yaml`, language)}\n\n${keyTable(keysOf(json), language)}`;
    })
    .join("\n\n");

export function references(language: Language): string {
  const rows = Object.entries(referenceFiles).map(([name, file]) => [
    `\`${name}.csv\``,
    file[language],
    Object.entries(file.columns ?? {})
      .map(([column, meaning]) => `\`${column}\`${say(language, "：", ": ")}${meaning[language]}`)
      .join(say(language, "；", "; ")),
  ]);
  const view = viewOf(language, {});
  const members = dimensions
    .filter((name, at) => dimensions.indexOf(name) === at && !["all", "tier", "age_band", "cohort"].includes(name))
    .filter((name) => !referencesOf(name).some((file) => file in referenceFiles))
    .map((name) => [
      `\`${referencesOf(name).find((file) => !file.endsWith("xs"))}.csv\``,
      dimensionName(view, name),
      "",
    ]);
  return table(
    language === "zh" ? ["文件", "列出什么", "还读哪些列"] : ["file", "what it lists", "columns read besides"],
    [...rows, ...members],
  );
}

export const metricTable = (language: Language): string =>
  table(
    language === "zh" ? ["代码", "指标", "怎么算", "需要"] : ["id", "metric", "how", "needs"],
    metrics.map((metric) => [
      `\`${metric.id}\``,
      metric[language].name,
      metric[language].formula,
      metric.needs.map((need) => `\`${need}\``).join(say(language, "、", ", ")),
    ]),
  );

export const reasons = (language: Language): string =>
  rejectReasonCodes
    .map((code) => `- \`${code}\`${say(language, "：", ": ")}${rejectReason(code, {language})}`)
    .join("\n");

export const personal = (language: Language): string =>
  Object.values(personalKinds)
    .map((kind) => kind[language])
    .join(say(language, "、", ", "));

/** Every entity: what a row of it is and where it is used, then its columns. */
export function records(language: Language): string {
  const head = say(language, "记录|一行是什么|缺了在哪页说明", "records|what a row is|said to be missing on").split(
    "|",
  );
  const rows = entityNames.map((entity) => [
    `[\`${entity}\`](#${slug(heading(entity, language))})${heading(entity, language).slice(entity.length).replace(" ·", "")}`,
    rowMeanings[entity]?.[language] ?? "",
    pages
      .filter(({needs}) => needs.includes(entity))
      .map(({title}) => title[language])
      .join(say(language, "、", ", ")),
  ]);
  return [table(head, rows), ...entityNames.map((entity) => columnTable(entity, language))].join("\n\n");
}

const isItself = (code: string, text: string): boolean => code.replaceAll("_", " ") === text;
const heading = (entity: EntityName, language: Language): string => {
  const label = entityLabel(entity)[language];
  return isItself(entity, label) ? entity : `${entity} · ${label}`;
};
/** The address of a heading, as GitHub makes it. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

function columnTable(entity: EntityName, language: Language): string {
  const columns = Object.entries(columnsOf(entity)).filter(([, column]) => column.keyOf === undefined);
  const rows = columns.map(([name, column]) => [
    `\`${name}\`${waiting.includes(`${entity}.${name}`) ? " ○" : ""}`,
    meaningOf(entity, name)?.[language] ?? "",
    typeText(column, language),
    needText(entity, name, language),
    headers(entity, name),
  ]);
  const head = say(language, "列|意思|类型|要不要|常见表头", "column|meaning|type|needed|typical headers").split("|");
  return `#### ${heading(entity, language)}\n\n${table(head, rows)}`;
}

const types: Readonly<Record<Column["type"], Bilingual>> = {
  id: {zh: "编号", en: "id"},
  text: {zh: "文字", en: "text"},
  list: {zh: "多值（split）", en: "several (split)"},
  integer: {zh: "整数", en: "whole number"},
  decimal: {zh: "数字", en: "number"},
  weight: {zh: "数字（十位小数）", en: "number (ten decimals)"},
  date: {zh: "日期", en: "day"},
  timestamp: {zh: "时间", en: "time"},
  boolean: {zh: "是 / 否", en: "yes / no"},
};

function typeText({type, values, personal: kind}: Column, language: Language): string {
  const saidValue = (value: string) => {
    const meaning = valueMeanings[value]?.[language] ?? "";
    return isItself(value, meaning) ? `\`${value}\`` : `\`${value}\` ${meaning}`;
  };
  if (values) return values.map(saidValue).join(say(language, "，", ", "));
  return `${types[type][language]}${kind ? say(language, "，遮盖", ", masked") : ""}`;
}

/** Whether a record can do without it, and whether it dates the record. */
function needText(entity: EntityName, name: string, language: Language): string {
  const {key, optionalKey = [], required = []}: Entity = entities[entity];
  const parts: string[] = [];
  if (name === "item") parts.push(say(language, "编号之一", "part of the id"));
  else if (key.includes(name) && !optionalKey.includes(name))
    parts.push(
      name.endsWith("_id")
        ? say(language, "编号；不映射就按文件和行", "id; where unmapped, file and row serve")
        : say(language, "**必须**：编号的一部分", "**needed**: part of the id"),
    );
  if (moments[entity]?.at[0] === name) parts.push(datesText(entity, language));
  if (required.includes(name) && !parts.some((part) => /剔除|rejected/.test(part)))
    parts.push(say(language, "读不懂时剔除整行", "unreadable: the row is rejected"));
  return parts.join(say(language, "；", "; "));
}

/** That a column says which month a record belongs to, and what becomes of a record without it. */
function datesText(entity: EntityName, language: Language): string {
  const {at: [, next] = [], open: [planned] = []} = moments[entity] ?? {};
  const dates = say(language, "**决定月份**", "**dates the record**");
  if (entity === "customers") return dates;
  const without = next
    ? say(language, `空则看 \`${next}\``, `where empty \`${next}\` does`)
    : planned
      ? say(language, `空而有 \`${planned}\` = 尚未发生`, `empty with a \`${planned}\` = yet to come`)
      : say(language, "空或读不懂则剔除整行", "empty or unreadable: the row is rejected");
  return `${dates}${say(language, "；", "; ")}${without}`;
}

/** The first Chinese and the first English header that mean it most often. */
function headers(entity: EntityName, name: string): string {
  const known = (words[entity]?.[name] ?? "").split("|").filter((word) => word !== "" && !/[~<]$/.test(word));
  const isChinese = (word: string) => /\p{Script=Han}/u.test(word);
  return [known.find(isChinese), known.find((word) => !isChinese(word))]
    .filter((word) => word !== undefined)
    .join(" · ");
}

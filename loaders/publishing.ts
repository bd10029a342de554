import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {isMissing} from "../src/figures/figure.js";
import {isMetric, metricOf} from "../src/metrics/catalogue.js";
import type {Drawn} from "../src/report.js";
import {entityLabel} from "../src/words/entities.js";
import type {Bilingual, Language} from "../src/words/language.js";
import {type Compared, compareEditions} from "./history/compare.js";
import {type Edition, nextId, readEditions, writeEdition} from "./history/edition.js";
import {ReportError} from "./messages/errors.js";
import type {ReadReport} from "./publish/report.js";
import {linkFile, linkFiles} from "./site/build.js";

/** How much the rows of a kind may change from one edition to the next before a reason is asked for. */
export const usualLimit = 0.4;

/** The edition that a report would be, and how it stands beside the last one. */
export interface Candidate {
  readonly edition: Edition;
  readonly before: Edition | undefined;
  readonly compared: readonly Compared[];
  /** Published already, with the same numbers from the same files. */
  readonly isSame: boolean;
}

/** @throws ReportError `month_undated` where the records have no dates */
export function candidate(read: ReadReport, {drawn}: {drawn: Partial<Record<Language, Drawn>>}): Candidate {
  const {snapshot, folder} = read;
  if (!snapshot)
    throw new ReportError("month_undated", folder.path, {
      what: {zh: "记录没有日期，没有可发布的月份。", en: "the records have no dates, so there is no month to publish."},
      fix: {zh: "在映射里写上日期列。", en: "map a column with dates."},
    });
  const {figures} = Object.values(drawn)[0]!;
  const shown = Object.values(figures).flatMap((figure) => (isMissing(figure) ? [] : [figure.id]));
  const editions = readEditions(folder.path);
  const own = editions.filter(({month}) => month === snapshot.month).at(-1);
  const fresh = {...snapshot, figures: shown.sort()};
  const isSame = own !== undefined && said(own) === said({...fresh, id: own.id});
  const edition: Edition = {...fresh, id: isSame ? own.id : nextId(folder.path, snapshot.month)};
  const before = editions.filter(({month}) => month < edition.month).at(-1) ?? own;
  const limit = folder.settings.publish.most_change ?? usualLimit;
  return {
    edition,
    before,
    compared: before ? compareEditions(before, edition, {limit, name: nameOf}) : [],
    isSame,
  };
}

/** All that an edition says, without its name. */
const said = ({id, ...rest}: Edition): string =>
  JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));

const columns: Readonly<Record<string, Bilingual>> = {
  "ticket_backlog.created": {zh: "新工单", en: "new tickets"},
  "ticket_backlog.closed": {zh: "结案工单", en: "tickets closed"},
  "ticket_backlog.backlog": {zh: "未结工单", en: "open tickets"},
  "complaints_by_month.complaints": {zh: "投诉", en: "complaints"},
  "complaints_by_month.value": {zh: "每万户投诉", en: "complaints per 10,000 customers"},
  "churn_by_month.lost": {zh: "流失客户", en: "customers lost"},
  "churn_by_month.value": {zh: "月流失率", en: "monthly churn"},
};

function nameOf(id: string): Bilingual {
  if (columns[id]) return columns[id];
  if (isMetric(id)) return {zh: metricOf(id).zh.name, en: metricOf(id).en.name};
  return entityLabel(id);
}

/** The table "what changed beside the last edition" as text. */
export function comparedText({before, compared, edition}: Candidate, language: Language): string {
  const zh = language === "zh";
  if (!before)
    return zh
      ? `${edition.month}：第一次发布，没有可比的上一版。`
      : `${edition.month}: the first edition, nothing to compare with.`;
  const value = (cell: Compared["now"]) =>
    cell === null ? "–" : typeof cell === "string" ? cell : String(Number(cell.toPrecision(6)));
  const lines = compared.map(({what, before: was, now, change, stops}) => {
    const percent =
      change === undefined
        ? ""
        : ` (${change === 0 ? "=" : `${change > 0 ? "+" : "−"}${Math.abs(change * 100).toFixed(1)}%`})`;
    return `${stops ? "! " : "  "}${what[language]}: ${value(was)} → ${value(now)}${percent}`;
  });
  const head = zh
    ? `与上一版 ${before.id} 相比（${edition.id}）`
    : `Beside the last edition, ${before.id} (${edition.id})`;
  return [head, ...lines].join("\n");
}

/** @throws ReportError `change_unexplained` where something stops and nobody said why it may */
export function assertAccepted(
  {compared, before}: Candidate,
  {accept, file}: {accept: string | undefined; file: string},
): void {
  const stopping = compared.filter(({stops}) => stops);
  if (stopping.length === 0 || (accept !== undefined && accept.trim() !== "")) return;
  const named = (language: Language) =>
    stopping
      .slice(0, 5)
      .map(({what, before: was, now}) => `${what[language]} ${was ?? "–"} → ${now ?? "–"}`)
      .join(language === "zh" ? "；" : "; ");
  throw new ReportError("change_unexplained", file, {
    what: {
      zh: `与上一版 ${before?.id} 相比变化过大：${named("zh")}。没有发布。`,
      en: `too much changed beside the last edition ${before?.id}: ${named("en")}. Nothing was published.`,
    },
    fix: {
      zh: '先核对导出是否完整；确实如此，就加 --accept "原因"，原因会记入历史。',
      en: 'check whether the exports are whole; if it is so, add --accept "the reason", which is kept in the history.',
    },
  });
}

/** Adds the edition to the history of the report folder. */
export const keepEdition = (
  {edition, compared, before}: Candidate,
  {folder, accept, now}: {folder: string; accept: string | undefined; now: Date},
): void =>
  writeEdition(folder, edition, {
    log: {
      published_at: now.toISOString(),
      compared_with: before?.id ?? null,
      ...(accept ? {accepted: accept} : {}),
      compared,
    },
  });

const folderOf = (site: string): string => join(site, "editions");

/** The editions that a site holds, oldest first. */
export const heldEditions = (site: string): string[] =>
  existsSync(folderOf(site))
    ? readdirSync(folderOf(site))
        .filter((name) => /^\d{4}-\d{2}(\.\d+)?$/.test(name) && statSync(join(folderOf(site), name)).isDirectory())
        .sort()
    : [];

/** Gives a site a copy of itself as an edition, and those that the last site held; links among editions lead beside. */
export function addEditions(site: string, {id, from}: {id: string | undefined; from: string}): void {
  for (const held of heldEditions(from))
    if (held !== id) linkFiles(join(folderOf(from), held), join(folderOf(site), held));
  if (id === undefined) return;
  const place = join(folderOf(site), id);
  const own = readdirSync(site).filter((name) => name !== "editions" && !name.startsWith("."));
  for (const name of own)
    if (statSync(join(site, name)).isDirectory()) linkFiles(join(site, name), join(place, name));
    else linkFile(join(site, name), join(place, name));
  for (const file of readdirSync(place, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".html"))) {
    const path = join(place, file);
    const text = readFileSync(path, "utf8");
    // A file of its own: the page of the site keeps its links.
    rmSync(path);
    writeFileSync(
      path,
      text
        .replaceAll(/(href="(?:\.\.?\/)+)editions\//g, (_, up: string) => `${up}../`)
        .replaceAll(
          /(href="(?:\.\.?\/)+)audiences\/([^/"]+)\//g,
          (_, up: string, name: string) => `${up}../../audiences/${name}/editions/${id}/`,
        ),
    );
  }
}

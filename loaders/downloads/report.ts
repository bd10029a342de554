import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {metrics} from "../../src/metrics/catalogue.js";
import {pages} from "../../src/pages.js";
import type {drawReport} from "../draw/draw.js";
import {ReportError} from "../messages/errors.js";
import type {ReportFolder} from "../report/folder.js";
import type {Period} from "../report/period.js";
import type {DownloadInput, SourceFile} from "./contents/input.js";
import {type Download, writeDownloads} from "./write.js";

/** What the downloads say of a report beside its figures. */
export interface Described {
  readonly folder: Pick<ReportFolder, "settings" | "path">;
  readonly period: Period;
  readonly imported: {readonly accounts: readonly SourceFile[]};
}

/** What the downloads of a report are made from: the figures that the pages show, section by section. */
export function downloadInput(
  {
    folder: {settings},
    period,
    imported,
  }: Pick<Described, "period" | "imported"> & {readonly folder: Pick<ReportFolder, "settings">},
  {drawn}: {drawn: ReturnType<typeof drawReport>},
): DownloadInput {
  const empty = {figures: {}, passages: {}};
  return {
    report: {company: settings.company, month: period.month ?? "", time_zone: settings.time_zone},
    languages: settings.languages,
    wanted: settings.downloads,
    sections: pages.map(({id, title, figures, slides, passages}) => ({
      id,
      title,
      figures,
      passages,
      ...(slides ? {slides} : {}),
    })),
    figures: {zh: drawn.zh ?? empty, en: drawn.en ?? empty},
    definitions: metrics.map(({id, unit, zh, en}) => ({
      id,
      unit,
      name: {zh: zh.name, en: en.name},
      formula: {zh: zh.formula, en: en.formula},
    })),
    sources: imported.accounts.map(({file, entity, sha256, rows_in, rows_kept, rows_rejected}) => ({
      file,
      entity,
      sha256,
      rows_in,
      rows_kept,
      rows_rejected,
    })),
  };
}

/** Writes the deck, the workbook and the files of a report. */
export async function downloadReport(
  report: Described,
  {
    input,
    parquet,
    folder,
    onMessage = () => {},
    ...work
  }: {
    input: DownloadInput;
    /** The folder of the published tables, when they are there. */
    parquet: Promise<string>;
    folder: string;
    onMessage?: NonNullable<DownloadInput["onMessage"]>;
  } & Parameters<typeof writeDownloads>[2],
): Promise<Download[]> {
  const {settings, path} = report.folder;
  const {template} = settings.deck;
  return writeDownloads(
    {...input, martsParquet: parquet, onMessage, ...(template ? {template: templatePath(path, template)} : {})},
    folder,
    work,
  );
}

function templatePath(folder: string, name: string): string {
  const path = resolve(folder, name);
  if (existsSync(path)) return path;
  throw new ReportError("template_missing", `report.yaml › deck.template: ${name}`, {
    what: {zh: "报告文件夹里没有这个模板。", en: "there is no such template in the report folder."},
    fix: {
      zh: "把 .pptx 放进报告文件夹，或改正文件名。",
      en: "put the .pptx into the report folder, or correct its name.",
    },
  });
}

import {join} from "node:path";
import {metrics} from "../src/metrics.js";
import {pages} from "../src/pages.js";
import {type Download, writeDownloads} from "./downloads/write-downloads.js";
import type {drawReport} from "./draw.js";
import type {ReadReport} from "./read-report.js";

/** Writes the deck, the workbook and the files of a report: the figures that the pages show, section by section. */
export function downloadReport(
  read: ReadReport,
  {drawn, parquet, folder}: {drawn: ReturnType<typeof drawReport>; parquet: string; folder: string},
): Promise<Download[]> {
  const {settings, path} = read.folder;
  const empty = {figures: {}, passages: {}};
  return writeDownloads(
    {
      report: {company: settings.company, month: read.period.month ?? "", time_zone: settings.time_zone},
      languages: settings.languages,
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
      sources: read.imported.accounts.map(({file, sha256, rows_in, rows_kept, rows_rejected}) => ({
        file,
        sha256,
        rows_in,
        rows_kept,
        rows_rejected,
      })),
      martsParquet: parquet,
      ...(settings.deck.template ? {template: join(path, settings.deck.template)} : {}),
    },
    folder,
  );
}

import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {isMissing} from "../../../src/figures/figure.js";
import {monthEnd} from "../../downloads/contents/input.js";
import type {Download} from "../../downloads/write.js";
import type {drawReport} from "../../draw/draw.js";
import type {DownloadList} from "./data.js";

/** What the downloads page lists: every file in the folder, those of a figure under its finding. */
export function listDownloads(
  folder: string,
  {
    month,
    drawn,
    downloads,
  }: {month: string | undefined; drawn: ReturnType<typeof drawReport>; downloads: readonly Download[]},
): DownloadList {
  const known = new Map(downloads.map((download) => [download.file, download]));
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort()
    .map((file) => {
      const {kind = "rejects", language, figure} = known.get(file) ?? {};
      const drawing = language && figure ? drawn[language]?.figures[figure] : undefined;
      const title = drawing && !isMissing(drawing) ? drawing.title : undefined;
      return {
        file,
        bytes: statSync(join(folder, file)).size,
        kind,
        ...(language ? {language} : {}),
        ...(figure ? {figure} : {}),
        ...(title ? {title} : {}),
      };
    });
  return {files, ...(month ? {date: monthEnd(month)} : {})};
}

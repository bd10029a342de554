import {mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {rawFolder} from "./database/work-folder.js";
import {drawReport} from "./draw/draw.js";
import {lockedAudience} from "./locked/copy.js";
import {makeSite, type SiteWork} from "./make-site.js";
import {silentProgress} from "./messages/progress.js";
import {writeParquet} from "./publish/parquet.js";
import {readReport} from "./read-report.js";
import type {Audience} from "./report/audiences.js";
import {fillWorkspace} from "./site/content/write.js";

/** What an audience is shown: its own records alone, as a whole site of its own in `audiences/<name>/`. */
export async function addAudience(
  site: string,
  {
    report,
    month,
    audience,
    progress,
    threads,
    ...made
  }: SiteWork & {report: string; month: string | undefined; audience: Audience},
): Promise<void> {
  const work = join(made.work, "audience");
  const raw = rawFolder(report);
  try {
    const read = await readReport(report, {
      ...{month, temp: raw, audience, progress: silentProgress},
      use: (database, found) =>
        writeParquet(database, found, {json: join(work, "json"), parquet: join(work, "parquet")}),
    });
    // Pages of one's own may tell of all.
    fillWorkspace(join(work, "src"), {languages: read.folder.settings.languages});
    const drawn = drawReport(read);
    const own = await makeSite(read, {drawn, extras: {}, work, threads, progress: silentProgress});
    mkdirSync(join(site, "audiences"), {recursive: true});
    renameSync(
      await lockedAudience(own, {work, lock: read.folder.settings.lock, audience}),
      join(site, "audiences", audience.name),
    );
  } finally {
    for (const folder of [raw, work]) rmSync(folder, {recursive: true, force: true});
  }
  progress.note?.({zh: `已生成：${audience.label.zh}`, en: `made: ${audience.label.en}`});
}

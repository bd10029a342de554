import {mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {countedReport} from "./counted.js";
import {rawFolder} from "./database/work-folder.js";
import {drawReport} from "./draw/draw.js";
import {lockedAudience} from "./locked/copy.js";
import {readableEditions} from "./locked/editions.js";
import {audiencePassword} from "./locked/password.js";
import {makeSite, type SiteWork} from "./make-site.js";
import {silentProgress} from "./messages/progress.js";
import type {Remembering} from "./program/remembered.js";
import {addEditions, heldEditions} from "./publishing.js";
import type {Audience} from "./report/audiences.js";
import {type Part, partOf, type Reported, writeBesidePages} from "./site/audience-pages.js";
import {fillWorkspace} from "./site/content/write.js";
import type {tasks} from "./tasks.js";

/**
 * What an audience is shown: its own records alone, as a whole site of its own in `<work>/audiences/<name>/`, with its
 * editions, and a page beside the whole.
 */
export async function makeAudience({
  report,
  month,
  audience,
  whole,
  edition,
  output,
  progress,
  threads,
  ...made
}: Omit<SiteWork, "threads" | "tables" | "laid"> & {
  threads: Remembering<typeof tasks>;
  report: string;
  month: string | undefined;
  audience: Audience;
  whole: Reported;
  /** The edition that is published, if one is. */
  edition: string | undefined;
  /** Where the last site stands. */
  output: string;
}): Promise<Part> {
  const work = join(made.work, "audience");
  const last = join(output, "audiences", audience.name);
  const raw = rawFolder(report);
  let tables: Promise<void> | undefined;
  try {
    const counted = await countedReport(report, {
      ...{month, audience, work, raw, remembered: threads, progress: silentProgress},
    });
    const {read} = counted;
    tables = counted.tables;
    // Pages of one's own may tell of all.
    fillWorkspace(join(work, "src"), {languages: read.folder.settings.languages});
    const drawn = drawReport(read);
    writeBesidePages(join(work, "src"), {whole, part: {...audience, drawn, published: read.published}});
    const {lock} = read.folder.settings;
    const held = heldEditions(last);
    const past = readableEditions(last, {to: join(work, "past"), password: audiencePassword(audience, {lock}), held});
    const editions = [...new Set([...held, ...(edition ? [edition] : [])])].sort();
    const own = await makeSite(read, {drawn, extras: {editions}, tables, work, threads, progress: silentProgress});
    addEditions(own, {id: edition, from: past});
    mkdirSync(join(made.work, "audiences"), {recursive: true});
    renameSync(await lockedAudience(own, {work, lock, audience}), join(made.work, "audiences", audience.name));
    progress.note?.({zh: `已生成：${audience.label.zh}`, en: `made: ${audience.label.en}`});
    return partOf(audience, drawn);
  } finally {
    await Promise.allSettled([tables]);
    for (const folder of [raw, work]) rmSync(folder, {recursive: true, force: true});
  }
}

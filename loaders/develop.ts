import {mkdirSync, realpathSync, rmSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import type {Bilingual, Language} from "../src/words/language.js";
import {tempFolder} from "./database/work-folder.js";
import {servePreview} from "./preview/server.js";
import {type Redo, redoForAll, type Step} from "./preview/steps.js";
import {watchFolders} from "./preview/watch.js";
import {openWorkshop} from "./preview/workshop.js";
import {below} from "./report/paths.js";

const project = fileURLToPath(new URL("..", import.meta.url));

/**
 * The preview: the pages of a build, served, and made again from the step a change asks for as soon as a file of the report
 * folder, a model, a page or any code has changed. A mistake is told in the terminal and above the page, and stands until
 * the next change; nothing has to be started again. Deck, workbook and files are left to a build. Ends when interrupted.
 */
export async function develop({
  report,
  month,
  language,
  port,
}: {
  report: string;
  month: string | undefined;
  language: Language;
  port?: number;
}): Promise<void> {
  const folder = realpathSync(tempFolder("preview"));
  mkdirSync(join(folder, "site"));
  const say = (text: Bilingual) => process.stdout.write(`${text[language]}\n`);
  const places = {report: resolve(report), project};
  const watched = [places.report, join(project, "src"), join(project, "loaders")];
  const workshop = openWorkshop(fileURLToPath(new URL("./redo.ts", import.meta.url)), {
    report: places.report,
    month,
    folder,
  });
  let waiting: string[] = [];
  let wake = (): void => {};
  const watch = watchFolders(watched, {
    onChange(paths) {
      waiting = [...waiting, ...paths];
      wake();
    },
  });
  const preview = await servePreview(join(folder, "site"), {port, language});
  const end = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, done);
  });
  const work = async (redo: Redo): Promise<void> => {
    const start = performance.now();
    const {from, answer} = await workshop.redo(redo);
    if ("done" in answer) {
      watch.set([...watched, ...(below(answer.exports, places.report) === undefined ? [answer.exports] : [])]);
      say(doneText(from, (performance.now() - start) / 1000));
    } else process.stderr.write(`\n${answer.problem[language]}\n\n`);
    preview.refresh("done" in answer ? undefined : answer.problem);
  };
  say({zh: `读入 ${report} …`, en: `Reading ${report} …`});
  let isEnded = false;
  void end.then(() => {
    isEnded = true;
    wake();
  });
  await Promise.race([end, work({from: "read", code: false})]);
  say({
    zh: `预览在 ${preview.address}（改了就更新；按 Ctrl+C 停止）`,
    en: `The preview is at ${preview.address} (it follows every change; Ctrl+C stops it)`,
  });
  while (!isEnded) {
    if (waiting.length === 0) await new Promise<void>((done) => (wake = done));
    const paths = waiting;
    waiting = [];
    if (isEnded || paths.length === 0) continue;
    say(changedText(paths, places));
    await Promise.race([end, work(redoForAll(paths, places))]);
  }
  watch.close();
  workshop.close();
  await preview.close();
  rmSync(folder, {recursive: true, force: true});
}

function changedText(paths: readonly string[], {report, project}: {report: string; project: string}): Bilingual {
  const names = paths.map((path) => below(path, project) ?? below(path, report) ?? path);
  const [some, more] = [names.slice(0, 3), names.length - 3];
  return {
    zh: `改动：${some.join("、")}${more > 0 ? ` 等 ${names.length} 个文件` : ""}`,
    en: `Changed: ${some.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  };
}

function doneText(from: Step, seconds: number): Bilingual {
  const done = {
    read: {zh: "已重新读入、计算、制图、成页", en: "read, counted, drawn and laid out again"},
    draw: {zh: "已重新制图、成页", en: "drawn and laid out again"},
    site: {zh: "已重新成页", en: "laid out again"},
  }[from];
  return {zh: `${done.zh}（${seconds.toFixed(1)} 秒）`, en: `${done.en} (${seconds.toFixed(1)} s)`};
}

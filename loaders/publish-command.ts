import {writeFileSync} from "node:fs";
import {resolve} from "node:path";
import type {Language} from "../src/words/language.js";
import {build} from "./build.js";
import {siteLine} from "./closing.js";
import type {Progress} from "./messages/progress.js";
import {type Candidate, comparedText} from "./publishing.js";

/** Builds a month, shows and writes what changed beside the last edition, and publishes it as an edition of its own. */
export async function publish({
  language,
  accept,
  ...options
}: {
  report: string;
  out: string;
  month: string | undefined;
  accept: string | undefined;
  language: Language;
  progress: Progress;
}): Promise<void> {
  const zh = language === "zh";
  const file = `${resolve(options.out)}.changes.txt`;
  let found: Candidate | undefined;
  const onCompared = (candidate: Candidate): void => {
    found = candidate;
    writeFileSync(file, `${comparedText(candidate, "zh")}\n\n${comparedText(candidate, "en")}\n`);
    process.stdout.write(`\n${comparedText(candidate, language)}\n${zh ? "已写入" : "written to"} ${file}\n`);
  };
  const {closing} = await build({...options, publish: {accept, onCompared}});
  const lines = [...closing[language], siteLine({out: options.out, language})];
  const id = found?.edition.id ?? "";
  const edition = found?.isSame
    ? zh
      ? `第 ${id} 期已经发布过，内容相同，没有新增。`
      : `Edition ${id} was published before and says the same; none was added.`
    : zh
      ? `已发布：第 ${id} 期（history/${id}，editions/${id}）。`
      : `Published: edition ${id} (history/${id}, editions/${id}).`;
  process.stdout.write(`\n${[...lines, edition].join("\n")}\n`);
}

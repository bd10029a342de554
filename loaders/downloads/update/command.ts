import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Language} from "../../../src/words/language.js";
import {ReportError} from "../../messages/errors.js";
import {languageNotBuilt} from "../../messages/not-built.js";
import {deckLanguage, updateDeckFile} from "./file.js";

/** Brings a deck that somebody edited up to date with the report last built into `out`; prints what was done and what not. */
export async function updateEditedDeck(
  edited: string | undefined,
  {out, language}: {out: string; language: Language},
): Promise<void> {
  if (edited === undefined)
    throw new ReportError("deck_unnamed", "deck", {
      what: {zh: "没有说要更新哪一份演示文稿。", en: "no deck to update was named."},
      fix: {zh: "写成 npm run deck -- --update 改过的.pptx", en: "write npm run deck -- --update edited.pptx"},
    });
  const fileOf = (each: Language) => join(out, "downloads", `report.${each}.pptx`);
  const asked = deckLanguage(edited) ?? language;
  const built = (["zh", "en"] as const).filter((each) => existsSync(fileOf(each)));
  if (existsSync(edited) && built.length > 0 && !built.includes(asked))
    throw languageNotBuilt(`--out ${out}`, {asked, built});
  const {out: written, lines} = updateDeckFile(edited, fileOf(asked));
  process.stdout.write(`${[...lines.map((line) => line[language]), "", written].join("\n")}\n`);
}

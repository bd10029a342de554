import type {Bilingual, Language} from "../../src/words/language.js";
import {drawPictures} from "../draw/pictures.js";
import type {DownloadInput} from "./contents/input.js";
import {deck} from "./deck/deck.js";
import {summary} from "./files/summary.js";
import {workbook} from "./workbook/workbook.js";

interface FileOrder {
  readonly input: DownloadInput;
  readonly language: Language;
}

/** The parts of the downloads that any thread can make. */
export const downloadTasks = {
  pictures: drawPictures,
  workbook: ({input, language}: FileOrder) => workbook(input, language),
  summary: ({input, language, pictures}: FileOrder & {pictures: ReadonlyMap<string, string>}) =>
    summary(input, language, {pictures}),
  /** A thread cannot be told a message; they come with the file. */
  deck: ({
    input,
    language,
    ...given
  }: FileOrder & {template?: Uint8Array; pictures: ReadonlyMap<string, Uint8Array>}): {
    bytes: Uint8Array;
    messages: readonly Bilingual[];
  } => {
    const messages: Bilingual[] = [];
    const bytes = deck({...input, onMessage: (message) => messages.push(message)}, language, given);
    return {bytes, messages};
  },
};

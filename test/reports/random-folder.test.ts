import {rmSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {randomFolder} from "./random-folder.js";

describe("whatever columns are there, and whatever cells are filled", () => {
  test.each([101, 102, 103])("folder %i is read and drawn", async (seed) => {
    const folder = randomFolder(seed);
    const temp = `${folder}-temp`;
    try {
      const report = await readReport(folder, {temp, progress: silentProgress});
      const drawn = drawReport(report);
      expect(Object.keys(drawn)).toEqual(["zh", "en"]);
      const sentences = Object.values(drawn).flatMap(({passages}) => Object.values(passages).flat());
      expect(sentences.filter((sentence) => /NaN|undefined|Infinity|\bnull\b/.test(sentence))).toEqual([]);
    } finally {
      for (const path of [folder, temp]) rmSync(path, {recursive: true, force: true});
    }
  });
});

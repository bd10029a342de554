import {existsSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {findPersonal} from "../../loaders/scan/personal/find.js";
import {realTexts} from "./real-texts.js";

/**
 * Masks in real texts that hide no person, found by reading every mask that is made: a text's words before it, and the
 * piece. All others were read and are right.
 */
const wrong: readonly string[] = [
  "appt. today! 【18009174929】", // a number that costs nothing to call from America, written like a Chinese mobile
  "tra seat Mr. 【Big】", // what a traveller calls his neighbour
];

/** How many masks were read in each. */
const read = {"cn-citizen-msgs": 74, "airline-tweets": 39, "comcast-complaints": 2} as const;

const data = join(import.meta.dirname, "../../../shared/data");

test.skipIf(!existsSync(data))(
  "of the masks in real messages, tweets and complaints at most one in fifty is wrong",
  async () => {
    const masks: Record<string, string[]> = {};
    for (const [name, texts] of await realTexts(data))
      masks[name] = texts.flatMap((text) =>
        findPersonal(text).map(({start, text: piece}) =>
          `${text.slice(Math.max(0, start - 13), start)}【${piece}】`.replace(/\s+/g, " ").trim(),
        ),
      );
    expect(Object.fromEntries(Object.entries(masks).map(([name, made]) => [name, made.length]))).toEqual(read);
    const all = Object.values(masks).flat();
    const bad = all.filter((mask) => wrong.includes(mask));
    console.log(
      `${all.length} masks, ${bad.length} wrong (${((100 * bad.length) / all.length).toFixed(1)} %): ${bad.join("; ")}`,
    );
    expect(bad.sort()).toEqual([...wrong].sort());
    expect(bad.length / all.length).toBeLessThanOrEqual(1 / 50);
  },
);

import {z} from "zod";
import {count, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";
import {type SoundLight, soundnessFacts, soundnessLights, soundnessTopics} from "./survey-soundness.js";

/** What the answers themselves show: one light per check. */
export const answerAuditTables = {
  answer_audit: table({
    from: soundnessFacts,
    grain: ["topic", "member"],
    row: {
      topic: z.enum(soundnessTopics),
      member: text,
      light: z.enum(["green", "amber", "red", "grey"]),
      n: count,
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      /** The item that it is about, "" for none, and how many more are as bad. */
      item: text,
      also: count,
      /** Alpha beside omega; the satisfied without those whose answers are all the same. */
      beside: number.nullable(),
    },
    derive: answerLights,
  }),
};

const isKnown = ({value = 0, lo = 0, hi = 0, beside = 0}: SoundLight): boolean =>
  [value, lo, hi, beside].every(Number.isFinite);

function answerLights(rows: Parameters<typeof soundnessLights>[0]) {
  return soundnessLights(rows).map((light) => {
    // Answers all alike have no coefficient.
    const told: SoundLight = isKnown(light) ? light : {topic: light.topic, light: "grey", n: light.n};
    return {
      ...{topic: told.topic, member: "all", light: told.light, n: told.n},
      ...{value: told.value ?? null, lo: told.lo ?? null, hi: told.hi ?? null},
      ...{item: told.item ?? "", also: told.also ?? 0, beside: told.beside ?? null},
    };
  });
}

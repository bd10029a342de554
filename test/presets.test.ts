import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {mappingSchema} from "../loaders/mappings.js";

const folder = new URL("../loaders/presets/", import.meta.url);

describe("a preset", () => {
  test.each(readdirSync(folder))("%s is a valid mapping and says where its names are from", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const result = mappingSchema.safeParse(parse(text));
    expect(result.error?.issues ?? []).toEqual([]);
    expect(text).toMatch(/^# .*(Names from|Header forms|they are the ones)/m);
  });
});

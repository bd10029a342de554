import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {test} from "vitest";
import {type Expected, expectCase} from "./read-case.js";

const cases = fileURLToPath(new URL("./cases/", import.meta.url));
const folders = readdirSync(cases).filter((name) => existsSync(join(cases, name, "expected.json")));

test.concurrent.each(folders)("the report folder test/cases/%s gives what its expected.json says", (name) =>
  expectCase(join(cases, name), JSON.parse(readFileSync(join(cases, name, "expected.json"), "utf8")) as Expected),
);

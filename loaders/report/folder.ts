import {existsSync, readdirSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {z} from "zod";
import {type Mapping, mappingSchema} from "../mapping/mapping.js";
import {collectErrors, ReportError} from "../messages/errors.js";
import {bilingual, month, timeZone} from "./schemas.js";
import {readYaml, readYamlLines} from "./yaml-file.js";

/** report.yaml: what an analyst says once about the report. */
export const reportSchema = z.strictObject({
  company: bilingual,
  languages: z
    .array(z.enum(["zh", "en"]))
    .min(1)
    .default(["zh", "en"]),
  time_zone: timeZone.default("Asia/Shanghai"),
  month: month.optional(), // defaults to the last complete month in the data
  exports: z.string().default("exports"), // relative to the report folder
  reject_limit: z.number().min(0).max(1).default(0.02), // share of a file's rows
  window_months: z.number().int().min(1).max(120).default(12), // the stretch that segments are compared over
  small_n: z.enum(["default", "nchs"]).default("default"),
  currency: bilingual.optional(), // what amounts are in, e.g. {zh: 元, en: yuan}
  expected_sources: z.array(z.string()).default([]), // systems that send records every month
  complete_months: z.array(month).default([]), // whole, however they look
  note: bilingual.optional(), // shown on the overview, e.g. what the records are
  deck: z.strictObject({template: z.string().optional()}).default({}),
});

export type ReportSettings = z.infer<typeof reportSchema>;

export interface ReportFolder {
  readonly path: string;
  readonly exportsPath: string;
  readonly settings: ReportSettings;
  /** By source name, in name order. */
  readonly mappings: readonly Mapping[];
}

/**
 * Reads report.yaml and every mapping of a report folder.
 *
 * @throws ReportError `report_missing`, `exports_missing`, `mappings_missing`; ReportErrors for YAML problems
 */
export function readReportFolder(folder: string): ReportFolder {
  const path = resolve(folder);
  const settingsPath = join(path, "report.yaml");
  if (!existsSync(settingsPath))
    throw new ReportError("report_missing", folder, {
      what: {
        zh: "这里没有 report.yaml，不是报告文件夹。",
        en: "there is no report.yaml here, so this is not a report folder.",
      },
      fix: {
        zh: "用 --report 指向报告文件夹，或复制 data/ 作为样板。",
        en: "point --report at a report folder, or copy data/ as a pattern.",
      },
    });
  const [settings, mappings] = collectErrors(
    [() => readYaml(settingsPath, {name: "report.yaml", schema: reportSchema}), () => readMappings(path)],
    (read) => read(),
  ) as [ReportSettings, Mapping[]];
  const exportsPath = resolve(path, settings.exports);
  if (!existsSync(exportsPath) || !statSync(exportsPath).isDirectory())
    throw new ReportError("exports_missing", `report.yaml exports: ${settings.exports}`, {
      what: {zh: "没有这个导出文件夹。", en: "there is no such exports folder."},
      fix: {zh: "把本月导出的文件放进去，或改正路径。", en: "put this month's exports there, or correct the path."},
    });
  return {path, exportsPath, settings, mappings};
}

function readMappings(path: string): Mapping[] {
  const folder = join(path, "mappings");
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  if (names.length === 0)
    throw new ReportError("mappings_missing", "mappings/", {
      what: {zh: "没有映射文件，不知道哪一列是什么。", en: "there is no mapping, so no column is known."},
      fix: {zh: "运行 npm run map -- 导出文件，由它提出一份。", en: "run npm run map -- FILE to have one proposed."},
    });
  return collectErrors(names, (name) => {
    const file = `mappings/${name}`;
    const {data, lines} = readYamlLines(join(folder, name), {name: file, schema: mappingSchema});
    return {source: sourceName(name), file, lines, ...data};
  });
}

/** Source names become table names, so they are plain words. */
function sourceName(fileName: string): string {
  const source = fileName.replace(/\.ya?ml$/, "");
  if (/^[a-z][a-z0-9_]*$/.test(source)) return source;
  throw new ReportError("mapping_name", `mappings/${fileName}`, {
    what: {zh: `文件名 "${source}" 不能用作来源名。`, en: `the file name "${source}" cannot serve as a source name.`},
    fix: {
      zh: "只用小写英文字母、数字和下划线，以字母开头。",
      en: "use lower-case letters, digits and underscores, starting with a letter.",
    },
  });
}

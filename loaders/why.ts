import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Language} from "../src/words/language.js";
import {ReportError} from "./messages/errors.js";
import {didYouMean} from "./messages/nearest.js";
import {builtManifest} from "./site/content/manifest.js";

const models = fileURLToPath(new URL("models/", import.meta.url));

/**
 * The path from the numbers of a figure to what they are counted from: published tables, the queries in their order, the
 * files with their hashes and rows, and the settings.
 *
 * @throws ReportError `site_missing` where nothing was built, `why_figure` for a figure that is not there
 */
export function why(figure: string | undefined, {out, language}: {out: string; language: Language}): string {
  const manifest = builtManifest(out);
  const known = Object.keys(manifest.figures);
  const origin = figure === undefined ? undefined : manifest.figures[figure];
  if (!origin) {
    const near = didYouMean(figure ?? "", known);
    throw new ReportError("why_figure", figure ?? "npm run why", {
      what: {zh: `没有这张图。${near.zh}`, en: `there is no such figure. ${near.en}`.trim()},
      fix: {
        zh: `可用：${known.join("、")}。`,
        en: `figures are: ${known.join(", ")}.`,
      },
    });
  }
  const zh = language === "zh";
  const colon = zh ? "：" : ": ";
  const inputs = manifest.inputs.filter(
    ({file, entity}) => origin.files.includes(file) && origin.entities.includes(entity),
  );
  const last = origin.models.at(-1);
  const queries = origin.tables.flatMap((table) => {
    const file = origin.models.find((each) => each.endsWith(`/${table}.sql`));
    return file ? [file] : [];
  });
  const files = origin.tables.some((table) => existsSync(join(out, "downloads", `${table}.parquet`)));
  const shown = queries.length > 0 ? queries : last ? [last] : [];
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${title}${colon}`, ...lines.map((line) => `  ${line}`)] : [];
  return [
    `${figure}`,
    `  ${origin.title}`,
    `  n=${origin.n.toLocaleString("en")}${zh ? "；方法：" : "; method: "}${origin.method}`,
    ...section(
      `${zh ? "发布的表" : "Published tables"}${files ? (zh ? "（downloads/ 里有同名的 .parquet）" : " (downloads/ has each as .parquet)") : ""}`,
      origin.tables,
    ),
    ...section(
      zh ? "查询，按先后" : "Queries, in order",
      origin.models.map((file) => `loaders/models/${file}`),
    ),
    ...shown.flatMap((file) =>
      section(`loaders/models/${file}`, readFileSync(join(models, file), "utf8").trimEnd().split("\n")),
    ),
    ...section(
      zh ? "文件与行" : "Files and rows",
      inputs.map(({file, entity, sha256, rows_in, rows_kept, rows_rejected, rows_set_aside}) =>
        zh
          ? `${file} → ${entity}：${rows_in} 行 = 采用 ${rows_kept} + 剔除 ${rows_rejected} + 搁置 ${rows_set_aside}（SHA-256 ${sha256.slice(0, 12)}）`
          : `${file} → ${entity}: ${rows_in} rows = ${rows_kept} kept + ${rows_rejected} rejected + ${rows_set_aside} set aside (SHA-256 ${sha256.slice(0, 12)})`,
      ),
    ),
    ...section(
      zh ? "设置、规则与参考表" : "Settings, rules and reference tables",
      origin.references.map((name) => `ref_${name}`),
    ),
    ...section(
      zh ? "版本" : "Versions",
      Object.entries(manifest.built_with).map(([name, version]) => `${name} ${version}`),
    ),
  ].join("\n");
}

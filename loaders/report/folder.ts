import {existsSync, readdirSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {z} from "zod";
import {type Mapping, mappingSchema} from "../mapping/mapping.js";
import {timeZone} from "../mapping/time-zone.js";
import {collectErrors, ReportError} from "../messages/errors.js";
import {audiencesSchema} from "./audiences.js";
import {bilingual, month} from "./schemas.js";
import {readYaml, readYamlLines} from "./yaml-file.js";

/** report.yaml: what an analyst says once about the report. */
export const reportSchema = z
  .strictObject({
    company: bilingual.meta({zh: "公司名", en: "name of the company"}),
    languages: z
      .array(z.enum(["zh", "en"]))
      .min(1)
      .default(["zh", "en"])
      .meta({zh: "报告的语言；第一个是首页的语言", en: "languages of the report; the first is that of the start page"}),
    time_zone: timeZone.default("Asia/Shanghai").meta({zh: "时间所在的时区", en: "time zone of all times"}),
    month: month.optional().meta({
      zh: "报告月份；不写 = 数据里最后一个完整的月",
      en: "month of the report; left out = the last complete month in the data",
    }),
    exports: z.string().default("exports").meta({
      zh: "导出文件夹，相对于报告文件夹",
      en: "folder of the exports, relative to the report folder",
    }),
    reject_limit: z.number().min(0).max(1).default(0.02).meta({
      zh: "一个文件里有问题的行超过这个比例就停下；一天一个的小文件（一行就超过）合在一起算",
      en: "share of a file's rows that may have a fault before the build stops; files so small that one row is more are judged together",
    }),
    window_months: z.number().int().min(1).max(120).default(12).meta({
      zh: "分组比较所用的月数，到报告月份为止",
      en: "months that groups are compared over, up to the month of the report",
    }),
    memory_gb: z.number().min(1).max(1024).optional().meta({
      zh: "数据库可用的内存，GB；不写 = 这台机器（或容器）的一半，最多 6",
      en: "memory for the database, in GB; left out = half of the machine's, or the container's, at most 6",
    }),
    small_n: z.enum(["default", "nchs"]).default("default").meta({
      zh: "小样本隐去的规则：default 本报告的规则；nchs 美国国家卫生统计中心的规则，更严",
      en: "rule by which small samples are withheld: default is the report's own; nchs that of the US National Center for Health Statistics, stricter",
    }),
    currency: bilingual.optional().meta({
      zh: "金额的单位，如 {zh: 元, en: yuan}",
      en: "what amounts are in, e.g. {zh: 元, en: yuan}",
    }),
    expected_sources: z.array(z.string()).default([]).meta({
      zh: "每月都应有记录的来源（映射文件名）；缺了会说明",
      en: "sources (names of mappings) that send records every month; the report says so where one did not",
    }),
    complete_months: z.array(month).default([]).meta({
      zh: "看着不全、其实完整的月份",
      en: "months that are whole, however incomplete they look",
    }),
    lists: z.boolean().default(true).meta({
      zh: "是否列出单个客户和单条记录（该回访谁、谁可能流失、哪几件投诉……）；很多人看的报告写 false：只有数字，也没有客户的页面，清单留给 audiences 里写了 lists: true 的读者",
      en: "whether single customers and records are listed (whom to call back, who may leave, which complaints …); false for a report that many read: numbers alone, and no pages of customers either; the lists are then for those audiences that say lists: true",
    }),
    accounts: z.boolean().default(false).meta({
      zh: "是否给最高等级的每个客户做一页（往来时间线，最多 2,000 户）；只在看报告的人可以看客户明细时打开",
      en: "whether each customer of the best tier gets a page with all dealings (2,000 at most); only where all readers may see single customers",
    }),
    lock: z
      .strictObject({
        password_env: z
          .string()
          .regex(/^[A-Za-z_]\w*$/)
          .meta({
            zh: "放密码的环境变量名；密码至少 12 个字符，不写在这里",
            en: "name of the environment variable that holds the password, 12 characters at least; the password itself never stands here",
          }),
      })
      .optional()
      .meta({
        zh: "给网站、摘要和下载加密，读者输入密码才看得到",
        en: "locks the site, the summary and the downloads: readers type a password",
      }),
    audiences: audiencesSchema.meta({
      zh: "只看自己那部分记录的读者：各有网站、演示文稿和工作簿，放在 audiences/<名称>/",
      en: "readers who see their own records alone: a site, deck and workbook each, in audiences/<name>/",
    }),
    note: bilingual.optional().meta({
      zh: "总览上的一句说明，如数据从哪里来",
      en: "a sentence on the overview, e.g. what the records are",
    }),
    publish: z
      .strictObject({
        most_change: z.number().positive().optional().meta({
          zh: "某种记录的行数比上一期增减超过这个比例，发布时要说明原因（--accept）；不写 = 0.4",
          en: "relative change of the rows of a kind beside the last edition above which publishing asks for a reason (--accept); left out = 0.4",
        }),
      })
      .default({})
      .meta({zh: "发布", en: "publishing"}),
    downloads: z
      .array(z.enum(["deck", "workbook", "summary", "tables", "pictures"]))
      .default(["deck", "workbook", "summary", "tables", "pictures"])
      .meta({
        zh: "要做哪些下载文件：deck 演示文稿，workbook 工作簿，summary 单文件摘要，tables 每图的 CSV 和已发布的数据表，pictures 每图的 PNG 和 SVG；不写 = 全做，[] = 一个也不做，报告生成得更快",
        en: "which files to make beside the pages: deck, workbook, summary (one file), tables (CSV of every figure, published tables), pictures (PNG and SVG of every figure); left out = all of them, [] = none, which is faster",
      }),
    deck: z
      .strictObject({
        template: z.string().optional().meta({
          zh: "自己的 PowerPoint 模板，相对于报告文件夹",
          en: "a PowerPoint template of your own, relative to the report folder",
        }),
      })
      .default({})
      .meta({zh: "演示文稿", en: "the deck"}),
  })
  .meta({zh: "报告本身：一次写好，很少再动", en: "the report itself: written once, seldom touched"});

/** Keys of report.yaml that drawing alone reads. */
export const drawnSettings = [
  "company",
  "currency",
  "deck",
  "downloads",
  "languages",
  "note",
  "publish",
] as const satisfies readonly (keyof ReportSettings)[];

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

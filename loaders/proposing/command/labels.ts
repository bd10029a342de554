import type {Bilingual} from "../../../src/words/language.js";
import type {MappedFile} from "../map.js";
import {foldValue} from "../words/values.js";

/** A reference file: code, its labels, and further columns. */
export interface LabelFile {
  /** reference/<name>.csv */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Codes for which no label is known. */
  readonly unknown: readonly string[];
}

/** Where the labels of a column's members stand. */
const files: Readonly<Record<string, string>> = {
  channel: "channels",
  region: "regions",
  category: "categories",
  product: "products",
  team: "teams",
  queue: "queues",
  topic: "topics",
  responsible_department: "departments",
  segment: "segments",
  customer_type: "customer_types",
};

const words: readonly (readonly [zh: string, en: string, theirs: string])[] = [
  [
    "电话",
    "Phone",
    "phone|telephone|call|phonecall|voice|callcenter|callcentre|customercarecall|hotline|电话|热线|来电",
  ],
  ["邮件", "E-mail", "email|mail|emailaddress|邮件|电子邮件|邮箱"],
  ["网页", "Web", "web|website|internet|online|portal|webform|selfservice|selfserviceportal|网页|网站|官网|网络"],
  ["在线聊天", "Chat", "chat|livechat|webchat|messaging|onlinechat|在线客服|在线|网页会话|在线咨询"],
  ["微信", "WeChat", "wechat|weixin|微信|微信公众号"],
  ["应用", "App", "app|mobile|mobileapp|mobiledevice|应用|移动端"],
  ["短信", "SMS", "sms|text|textmessage|短信"],
  ["社交媒体", "Social media", "social|socialmedia|twitter|facebook|社交媒体|微博"],
  ["到店", "In person", "walkin|inperson|counter|branch|store|到店|营业厅|门店|现场|来访"],
  ["信函", "Post", "letter|post|postalmail|fax|信函|来信|传真"],
  ["转介", "Referral", "referral|转介|转办"],
  ["机器人", "Bot", "bot|chatbot|机器人"],
  ["企业", "Firm", "firm|business|corporate|company|企业|单位|公司"],
  ["个人", "Consumer", "consumer|individual|personal|retail|个人"],
  ["其他", "Other", "other|others|其他|其它"],
];
const known: ReadonlyMap<string, Bilingual> = new Map(
  words.flatMap(([zh, en, theirs]) => theirs.split("|").map((word) => [word, {zh, en}] as const)),
);

/** A code rather than a word: CC, 12, W01. */
const isCode = (value: string): boolean => /^([A-Z]{1,3}|[A-Z]{0,3}[-_]?\d{1,6}|[a-z]\d+)$/.test(value);

/**
 * The labels that a report of these files needs: of items and dimensions by what the file calls them, of members where
 * their words are known in both languages or are codes, and of brands, of which the reader must say which is theirs.
 */
export function labelFiles(planned: readonly MappedFile[]): LabelFile[] {
  const tables = planned.flatMap(({tables}) => tables).filter(({isSure}) => isSure);
  const items = new Map<string, string>();
  const dimensions = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  const brands = new Set<string>();
  for (const table of tables) {
    for (const {name, isSure, profile, text} of table.items) if (isSure) items.set(name, text ?? profile.header);
    for (const {name, isSure, profile} of table.columns) {
      if (!isSure) continue;
      if (name.startsWith("dim_")) dimensions.set(name.slice(4), profile.header.split(" / ")[0]!);
      const file = files[name];
      if (file) members.set(file, new Set([...(members.get(file) ?? []), ...profile.values]));
      if (name === "brand" && table.entity !== "customers") for (const value of profile.values) brands.add(value);
    }
  }
  return [
    named("items", items),
    named("dimensions", dimensions),
    ...[...members].map(([name, values]) => ofMembers(name, [...values].sort())),
    ofBrands([...brands].sort()),
  ].filter((file) => file !== undefined);
}

const labels = ["code", "label_zh", "label_en"] as const;

function named(name: string, texts: ReadonlyMap<string, string>): LabelFile | undefined {
  if (texts.size === 0) return undefined;
  const plain = (text: string) =>
    text
      .split(" / ")
      .at(-1)!
      .replace(/^(?:Q\d+[.:：、\s]+|\d+[.、．]\s*)/i, "")
      .replaceAll("_", " ")
      .trim()
      .slice(0, 60);
  const label = (code: string, text: string) =>
    code === "overall"
      ? ["总体满意度", "Overall satisfaction"]
      : code === "recommend"
        ? ["推荐意愿", "Would recommend"]
        : [plain(text), plain(text)];
  return {name, header: labels, rows: [...texts].map(([code, text]) => [code, ...label(code, text)]), unknown: []};
}

function ofMembers(name: string, values: readonly string[]): LabelFile | undefined {
  const told = values.map((value) => ({value, label: known.get(foldValue(value))}));
  const unknown = told.filter(({value, label}) => label === undefined && isCode(value)).map(({value}) => value);
  // names that speak for themselves need no file
  if (!told.some(({label}) => label) && unknown.length < values.length / 2) return undefined;
  if (values.length === 0) return undefined;
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  const rows = told.map(({value, label}) => [value, isHan(value) ? value : (label?.zh ?? value), label?.en ?? value]);
  return {name, header: labels, rows, unknown};
}

function ofBrands(values: readonly string[]): LabelFile | undefined {
  if (values.length === 0) return undefined;
  const rows = values.map((value) => [value, value, value, value, "false"]);
  return {name: "brands", header: [...labels, "aliases", "is_ours"], rows, unknown: []};
}

/** A reference file as CSV. */
export const csvText = ({header, rows}: LabelFile): string =>
  `${[header, ...rows].map((cells) => cells.map(csvCell).join(",")).join("\n")}\n`;

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import type {Spelling} from "./kind.js";

const number = "(?:\\d{1,5}|[一二三四五六七八九十百]{1,4})";
const block = `(?:${number}|[A-Za-z]\\d{0,2}|[甲乙丙丁东西南北])`;
const road =
  "(?:路|街|巷|弄|胡同|大道|(?<=[东南西北中新直])道|[东西南北中一二三四五]段|[东南西北一二三四五六七八九十]条)";
/** What may follow the number of a house: yard, building, unit, floor, room. */
const inside = `(?:[ ,，]{0,2}(?:附|之|临|-)?${block}? ?(?:号院|大院|院|号楼|号|弄|支弄|栋|幢|座|单元|门|梯|楼|层|室|房|户|组))*(?:[ -]{0,2}[A-Za-z]?\\d{3,4}(?!\\d)(?:室|房|号)?)?`;
const counted = "(?![\\d年月日元米个人多余万套平㎡辆次件份台部家层户])";

/** Not the third, nor line 3, gate 2, counter 1. */
const notHouse = /^(?:线|门诊|柜|窗|台|机|车|公交|地铁|站台|出口|入口|令|文|专线|检票|登机)/;

export const addresses: readonly Spelling[] = [
  {
    kind: "address",
    find: new RegExp(
      `(?<=\\p{Script=Han}${road} ?)(?:[甲乙丙丁]?\\d{1,5}|[一二三四五六七八九十百]{1,6})(?:[-之~]\\d{1,4})? ?(?:号|弄)${inside}`,
      "gu",
    ),
    accept: (_, {after}) => !notHouse.test(after),
    hint: "(?:路|街|巷|弄|道|胡同|段|条)\\s?(?:DIGIT|[甲乙丙丁一二三四五六七八九十百])",
  },
  {
    kind: "address",
    find: new RegExp(`(?<!\\d)\\d{1,5}弄(?:\\d{1,4}(?:号|支弄))${inside}`, "gu"),
    hint: "DIGIT弄DIGIT",
  },
  {
    kind: "address",
    find: new RegExp(
      `(?<![\\d.])${block} ?(?:号楼|号院|栋|幢|座)(?: ?${block} ?(?:单元|门|梯|号楼|栋))*(?: ?${number} ?(?:楼|层))?(?: ?[A-Za-z-]?\\d{2,4}${counted}(?: ?(?:室|号|房))?| ?[一二三四五六七八九十零〇]{2,4} ?(?:室|号|房)|(?<=单元|门))`,
      "gu",
    ),
    accept: (value, {before}) => /\d|[一二三四五六七八九十]/.test(value.slice(1)) && !/[第共有建了]$/.test(before),
    hint: "(?:DIGIT|LETTER|[甲乙丙丁一二三四五六七八九十东西南北])\\s?(?:号楼|号院|栋|幢|座)",
  },
  {
    kind: "address",
    find: new RegExp(
      `(?<![\\d.])${block}单元 ?(?:${number} ?(?:楼|层) ?)?\\d{2,4}${counted}(?:室|号|房)?|(?<![\\d.A-Za-z])[A-Za-z]?-?\\d{3,4}(?:室|房)(?![价间租屋产东])`,
      "gu",
    ),
    hint: "单元|DIGIT{3}[室房]",
  },
  {
    kind: "address",
    find: new RegExp(
      `(?<=[\\p{Script=Han}A-Z\\d](?:村|屯|庄|寨|社区|公社)) ?(?:第?${number} ?(?:组|队|社|屯|村民小组)(?: ?\\d{1,4} ?号)?|\\d{1,4} ?号${inside})`,
      "gu",
    ),
    accept: (value) =>
      /[组队社屯]/.test(value) || Number.parseInt(value.trim(), 10) > 31 || value.trim().replace(/^\d+ ?号/, "") !== "",
    hint: "(?:村|屯|庄|寨|社区|公社)\\s?(?:第|DIGIT|[一二三四五六七八九十])",
  },
  {
    kind: "address",
    find: /(?<![\d$€£-])\d{1,5} (?:(?:[NSEW]|North|South|East|West)\.? )?(?:[A-Z][a-z]+ |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct)\b\.?(?:,? (?:Apt|Apartment|Suite|Unit|Flat|#)\.? ?[\w-]{1,6})?/g,
    accept: (_, {after}) => !/^ (?:ago|late)/.test(after),
    hint: "[0-9] [^\\n]{2,40} (?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct)",
  },
];

import type {Spelling} from "./kind.js";
import {ambiguous, given, surname, words} from "./surnames.js";

const polite = "先生|女士|小姐|太太|夫人|同志|阿姨|大爷|大妈|老先生";
const offices = "经理|师傅|老师|主任|医生|大夫|老板|律师|教授|工程师|店长|班长|队长|组长|护士|警官|会计|客服|主管";
const cues =
  "姓名|联系人|收件人|收货人|寄件人|经办人|申请人|投诉人|举报人|反映人|报修人|负责人|法人|法定代表人|经营者|户主|机主|车主|我叫|名叫|叫做|署名";
/** Words that as often stand before another word as before a name. */
const looseCues = "客户|顾客|用户|会员|业主|房东|患者|乘客|学生|员工|师傅|家长|我是|本人";
/** Firms that bear the name of their owner. */
const shops =
  "小吃店|便利店|商店|商行|杂货店|副食店|经营部|经销部|门市部|服务部|批发部|工作室|理发店|美容店|餐馆|饭馆|面馆|早餐店|水果店|五金店|服装店|修理厂|修理店|维修店|个体户|个体工商户|个体经营|诊所|家庭农场|养殖场";
/** Words after which a name is at its end. */
const ends =
  "(?=$|[^\\p{Script=Han}]|先生|女士|小姐|老师|经理|师傅|同志|反映|来电|致电|投诉|举报|称|说|表示|要求|电话|手机|联系|身份证|身份|住|于|在|的|是|和|与|及|等|因|被|已|于|向|您好|你好|，)";

/** Not a word or a place that a surname begins. */
export const isName = (value: string): boolean => !words.test(value);

/** Where a surname that is also a word has nothing but the start, a mark or a word of calling before it. */
const standsFree = ({before}: {before: string}): boolean =>
  /(?:^|[^\p{Script=Han}]|[的找是叫位名姓与跟给问对请经让]|客户|用户|顾客|联系|称)$/u.test(before);

export const isFreeName = (value: string, around: {before: string}): boolean =>
  isName(value) && !around.before.endsWith(value[0]!) && (!ambiguous.includes(value[0]!) || standsFree(around));

export const names: readonly Spelling[] = [
  {
    kind: "person_name",
    find: new RegExp(`(?<value>${surname}[\\p{Script=Han}]{0,2}?)(?=[ ]?(?:${polite}))`, "dgu"),
    accept: (value, around) => isFreeName(value, around),
    hint: `HAN ?(?:${polite})`,
  },
  {
    kind: "person_name",
    find: new RegExp(`(?<value>${surname}[${given}]{0,2})(?=[ ]?(?:${offices})(?!职务|职位|一职|岗位|人选))`, "dgu"),
    accept: (value, around) => isFreeName(value, around) && !(value.length === 1 && ambiguous.includes(value)),
    hint: `HAN ?(?:${offices})`,
  },
  {
    kind: "person_name",
    find: new RegExp(
      `(?<=(?:${cues})(?:姓名|名字)?(?:[ :]{1,3}|[(]|是|为|叫)?|(?:${looseCues})(?:[ :]{1,3}|[(]|是|为|叫|(?=${surname}[${given}]{2})))(?<value>${surname}[${given}]{1,2})${ends}`,
      "dgu",
    ),
    accept: (value) => isName(value),
    hint: `(?:${cues}|${looseCues})[^\\n]{0,5}HAN`,
  },
  {
    kind: "person_name",
    find: new RegExp(
      `(?<=^|[^\\p{Script=Han}]|[省市区县镇乡村街道])(?<value>${surname}[${given}]{1,2})(?=(?:的)?(?:${shops}))`,
      "dgu",
    ),
    accept: (value) => isName(value),
    hint: `HAN(?:${shops})`,
  },
  {
    kind: "person_name",
    find: /(?<=\b(?:Mr|Mrs|Ms|Mx|Dr)\.? )(?<value>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})/dg,
    hint: "(?:mr|mrs|ms|mx|dr)\\.? [a-z]",
  },
  {
    kind: "person_name",
    find: /(?<=\b(?:[Mm]y name is|[Cc]ontact(?: person)?:|[Nn]ame:|[Ss]igned(?: by)?:?|[Rr]egards,|[Ss]incerely,) {0,2})(?<value>[A-Z][a-z]+ (?:[A-Z]\. ?)?[A-Z][a-z]+)/dg,
    hint: "(?:my name is|contact|name:|signed|regards,|sincerely,)[^\\n]{0,8}[a-z]",
  },
];

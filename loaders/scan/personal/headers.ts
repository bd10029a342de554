import type {PersonalKindId} from "../../../src/words/personal-kinds.js";

const whose =
  "(?:客户|用户|会员|联系人?|家庭|公司|办公|个人|本人|收件人?|收货人?|customer|client|user|contact|home|work|billing|shipping|my)?";
const number = "(?:号码?|编号|no\\.?|number|id|账号|address)?";
const header = (words: string, tail = number): RegExp =>
  new RegExp(`^${whose}[ _-]*(?:${words})[ _-]*${tail}[ _-]*\\d?$`, "i");

/** What a column holds by its heading, whatever stands in its cells. */
const headings: readonly (readonly [PersonalKindId, RegExp])[] = [
  ["mobile", header("手机|移动电话|联系电话|电话|联系方式|mobile|cell(?: ?phone)?|phone|telephone|tel")],
  ["landline", header("座机|固话|固定电话|传真|landline|fax")],
  ["email", header("邮箱|电子邮件|电邮|e-?mail", "(?:地址|address)?")],
  ["wechat", header("微信|wechat|weixin|wx", "(?:号码?|id|账号|openid|unionid)")],
  ["qq", header("qq|扣扣")],
  [
    "person_name",
    header(
      "姓名|名字|联系人|联系人姓名|户主|机主|车主|业主|收件人|收货人|经办人|法人|法定代表人|经营者|contact|contact person|full name|first name|last name|surname|given name|person name",
      "(?:姓名|name)?",
    ),
  ],
  ["address", header("地址|住址|详细地址|家庭住址|通讯地址|street|street address|address", "(?:\\d|line)?")],
  ["birth_date", header("生日|出生日期|出生年月日?|出生|birth ?date|birthday|date of birth|dob", "")],
  ["id_card", header("身份证|身份证件|证件|id ?card|identity card|national id")],
  ["hk_id", header("香港身份证|hkid")],
  ["passport", header("护照|passport")],
  ["ssn", header("ssn|social security|社会安全|社保")],
  ["bank_card", header("银行卡|银行账|银行账户|卡号|储蓄卡|信用卡|bank ?(?:card|account)|card|credit card|account")],
  ["iban", header("iban")],
  ["plate", header("车牌|车牌照|plate|license plate|licence plate")],
  ["vin", header("车架|车辆识别代?|底盘|vin")],
  ["imei", header("imei|meid|串号|手机串")],
  ["ip", header("ip|ip ?地址|ip ?addr(?:ess)?|client ip", "(?:地址|address)?")],
  ["mac", header("mac|mac ?地址|物理地址|mac ?addr(?:ess)?", "(?:地址|address)?")],
];

/**
 * The kind of personal data that a column's heading names.
 *
 * @example headerKind("联系电话") // "mobile"
 * @example headerKind("手机品牌") // undefined
 */
export function headerKind(heading: string): PersonalKindId | undefined {
  if (judged.has(heading)) return judged.get(heading);
  const plain = heading.normalize("NFKC").trim().replaceAll("_", " ");
  const kind = headings.find(([, words]) => words.test(plain))?.[0];
  if (judged.size >= 10_000) judged.clear();
  judged.set(heading, kind);
  return kind;
}

/** The same few headings stand over every value of a file. */
const judged = new Map<string, PersonalKindId | undefined>();

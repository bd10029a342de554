import validator from "validator";
import {digitsOf, follows, isInsideHash, isThing, type Spelling} from "./kind.js";

const cardWords =
  "银行卡|储蓄卡|信用卡|借记卡|卡号|帐号|账号|账户|帐户|开户|汇款|转账|打款|bank ?card|credit ?card|debit ?card|card (?:no|number)|account";
const issuers = /^(?:62|60|9[0-9]|4|5[1-5]|2[2-7]|3[47]|35|81)/;

const isBankCard = (value: string): boolean => {
  const number = digitsOf(value);
  if (!issuers.test(number) || /^(\d)\1+$/.test(number) || (number.length === 15) !== /^3[47]/.test(number))
    return false;
  return validator.isLuhnNumber(number) || (/^62[12358]/.test(number) && [16, 19].includes(number.length));
};

const sign = "(?:@|[([{<〔【] ?(?:at|艾特|圈a) ?[)\\]}>〕】]|艾特|#at#)";
const dot = "(?:\\.| ?[([{<] ?(?:dot|点) ?[)\\]}>] ?|。(?=[a-z])|点(?=[a-z]))";
const local = "(?<![a-z\\d.+@-])[a-z0-9][\\w.+%-]{0,63}";
const known = "(?:com|net|org|edu|gov|info|biz|io|co|me|cn|hk|tw|sg|jp|kr|us|uk|au|ca|de|fr)";
const domain = "[a-z0-9-]{1,63}";

/** A file may be called after an address: li.na@example.com.csv; icon@2x.png is none. */
const files =
  /\.(?:png|jpe?g|svg|webp|gif|css|m?[jt]s|json|jsonl|wasm|woff2?|html?|md|csv|xlsx?|pptx|parquet|gz|zip)$/i;

const wechatWords = "微信号?|微信ID|威信|薇信|徽信|维信|V信|加微|加V|\\bvx|\\bwx|we ?chat|weixin";

export const accounts: readonly Spelling[] = [
  {
    kind: "bank_card",
    find: /(?<!\d)(?<!\d\.)\d{4}(?:[ \-._]{0,2}\d{4}){2,3}(?:[ \-._]{0,2}\d{1,4}){0,2}(?!\d)(?!\.\d)|(?<!\d)3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\d)/g,
    accept: (value, around) => {
      const {length} = digitsOf(value);
      if (isInsideHash(value, around) || length < 12 || length > 19) return false;
      if (follows(cardWords, around) && !isThing(around)) return true;
      return length >= 15 && isBankCard(value) && !isThing(around);
    },
    tenDigits: true,
    hint: "STARTDIGIT(?:GAPDIGIT){14,18}END|(?:卡|账|帐|account|汇款|打款|转账)[^0-9０-９\\n]{0,12}DIGIT(?:GAPDIGIT){11}",
  },
  {
    kind: "iban",
    find: /(?<![A-Za-z\d])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z\d]{4}){2,7}(?:[ -]?[A-Za-z\d]{1,4})?(?![A-Za-z\d])/g,
    accept: (value, around) => {
      const number = value.replace(/[ -]/g, "").toUpperCase();
      return validator.isIBAN(number) || (/iban[^\n]{0,8}$/i.test(around.before) && /\d{6}/.test(number));
    },
    hint: "LETTER{2}DIGIT{2}(?:GAP(?:DIGIT|LETTER)){11}",
  },
  {
    kind: "email",
    find: new RegExp(
      `${local}(?: ?${sign} ?(?:${domain}${dot}){1,4}${known}|${sign}(?:${domain}\\.){1,4}[a-z]{2,18}| +at +(?:${domain}(?:\\.| +dot +)){1,3}${known})(?![a-z\\d@])`,
      "gi",
    ),
    accept: (value) => {
      const address = value.replace(files, "");
      return !/@\d+(?:\.\d+)*x?(?:\.|$)/.test(address) && /[.点。]|dot/i.test(address.replace(/^[^@]*@/, ""));
    },
    hint: "[@＠﹫]|[(（\\[【{<〔] ?(?:at|艾特|圈a)|[a-z0-9] +at +[a-z0-9-]+(?:\\.| +dot )|艾特|#at#",
  },
  {
    kind: "wechat",
    find: new RegExp(
      `(?<=(?:${wechatWords})(?:号码?|账号|帐号|id)?[ :：是为(（]{0,3})(?<![A-Za-z])(?:[A-Za-z][\\w-]{5,19})(?![\\w-])`,
      "gi",
    ),
    accept: (value, {before}) => /[\d_-]/.test(value) || /[号:：]\s?$/.test(before),
    hint: `(?:${wechatWords.replaceAll("\\b", "")})[^\\n]{0,6}LETTER`,
  },
  {kind: "wechat", find: /(?<!\w)wxid_[\w-]{4,24}/gi, hint: "wxid"},
  {
    kind: "qq",
    find: /(?<=(?:\bqq|扣扣|球球|企鹅|[qQ]号|[qQ][qQ]群)(?:号码?|群|邮箱|id)?[ :：是为(（]{0,3})[1-9](?:[ -]?\d){4,11}(?!\d)|(?<![\d.])[1-9]\d{4,11}(?= ?[(（]?(?:qq|扣扣)(?![a-z@.]))/gi,
    hint: "(?:qq|ｑｑ|扣扣|球球|企鹅|q号)[^\\n]{0,6}DIGIT|DIGIT[ (（]{0,2}(?:qq|扣扣)",
  },
];

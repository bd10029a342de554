import type {PersonalKindId} from "../../src/words/personal-kinds.js";

/** A made-up value: what is written, with the words it stands beside, and what may be found nowhere afterwards. */
export interface Planted {
  readonly kind: PersonalKindId;
  readonly text: string;
  readonly secret: string;
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const numerals = (text: string): string => text.replace(/\d/g, (digit) => "零一二三四五六七八九"[Number(digit)]!);

/** 3-4-4, 3-3-5 and 4-4-3 with every separator, in every kind of digit, with and without the country's code. */
const mobiles = (): string[] => {
  const digits = "13900001234";
  const groups = [
    [3, 4, 4],
    [3, 3, 5],
    [4, 4, 3],
    [3, 8],
    [7, 4],
  ];
  const cut = (lengths: readonly number[], separator: string): string =>
    lengths
      .map((length, at) =>
        digits.substr(
          lengths.slice(0, at).reduce((sum, one) => sum + one, 0),
          length,
        ),
      )
      .join(separator);
  const separators = [" ", "-", "–", "—", "‐", "‑", "−", "－", ".", "·", "_", "/", "\u3000", "\u00a0", "--", " - "];
  return [
    digits,
    wide(digits),
    numerals(digits).replaceAll("一", "幺"),
    numerals(digits),
    digits.split("").join(" "),
    digits.split("").join("\u200b"),
    `139\u200b0000\u200b1234`,
    `139\u20600000\ufeff1234`,
    "①③⑨⓪⓪⓪⓪①②③④",
    ...groups.flatMap((lengths) => separators.map((separator) => cut(lengths, separator))),
    ...["+86", "+86 ", "+86-", "0086", "0086-", "86", "86-", "(+86)", "（+86）", "＋８６"].map((code) => code + digits),
    "+86 139 0000 1234",
    "139(0000)1234",
  ];
};

const beside = (kind: PersonalKindId, words: readonly string[], values: readonly string[]): Planted[] =>
  words.flatMap((word) => values.map((secret) => ({kind, text: word + secret, secret})));
const bare = (kind: PersonalKindId, values: readonly string[]): Planted[] =>
  values.map((secret) => ({kind, text: secret, secret}));
const holding = (kind: PersonalKindId, secret: string, texts: readonly string[]): Planted[] =>
  texts.map((text) => ({kind, text, secret}));

/**
 * Twenty kinds in the spellings that people use. Numbers of identity cards are of district 99, which there is not, or of
 * textbooks; telephone numbers, cards and accounts are the examples of their standards.
 */
export const planted: readonly Planted[] = [
  ...bare("mobile", mobiles()),
  ...bare("landline", [
    "010-62340000",
    "010 6234 0000",
    "01062340000",
    "(010)62340000",
    "（010）62340000",
    "021—62340000转801",
    "0755-8234-0000",
    "0571 8234000",
    "+86 21 6234 0000",
    "0086-10-62340000",
    "０１０－６２３４００００",
  ]),
  ...beside("landline", ["电话：", "座机", "固话 ", "Tel: "], ["62340000", "6234-0000", "8234000"]),
  ...bare("foreign_phone", [
    "415-555-2671",
    "(415) 555-2671",
    "415.555.2671",
    "+1 415 555 2671",
    "+1-415-555-2671",
    "1-415-555-2671",
    "+14155552671",
    "+44 20 7946 0958",
    "+852 2345 6789",
  ]),
  ...beside("foreign_phone", ["call me at "], ["4155552671"]),
  ...holding("email", "li.na@example.com", ["tickets_li.na@example.com_2026.csv", "crm/li.na@example.com.csv"]),
  ...bare("email", [
    "li.na@example.com",
    "LI.NA@EXAMPLE.COM",
    "li_na+crm@mail.example.com.cn",
    "li.na＠example.com",
    "ｌｉｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ",
    "li.na(at)example.com",
    "li.na [at] example [dot] com",
    "li.na（at）example.com",
    "li.na at example.com",
    "li.na @ example.com",
    "10001234@qq.com",
  ]),
  ...beside(
    "wechat",
    ["微信号：", "微信", "加微信 ", "vx:", "WeChat: ", "VX号", "微信ID:"],
    ["lina_2026", "wxid_a1b2c3d4e5", "lina-0001"],
  ),
  ...beside("qq", ["QQ：", "qq ", "QQ号", "扣扣", "ＱＱ："], ["10001234", "1000 1234 5"]),
  ...beside("person_name", ["联系人：", "姓名 ", "我叫", "收件人："], ["李小娜", "欧阳小娜"]),
  {kind: "person_name", text: "李小娜先生", secret: "李小娜"},
  {kind: "person_name", text: "李小娜女士", secret: "李小娜"},
  {kind: "person_name", text: "李小娜经理", secret: "李小娜"},
  {kind: "person_name", text: "欧阳小娜女士", secret: "欧阳小娜"},
  {kind: "person_name", text: "李女士", secret: "李女士"},
  {kind: "person_name", text: "Mr. John Sample", secret: "John Sample"},
  ...[
    ["人民路", "123号"],
    ["人民路", "１２３号"],
    ["上海市黄浦区人民路", "123号4栋502室"],
    ["解放大道", "88弄12号301室"],
    ["中山北路", "300号5号楼2单元601"],
    ["阳光花园", "3栋502室"],
    ["阳光花园", "3栋2单元502"],
    ["阳光花园", "12幢1单元"],
    ["李家村", "3组18号"],
    ["李家村", "218号"],
    ["幸福小区", "5号楼1203"],
    ["", "500弄12号301室"],
    ["东风街", "十八号"],
    ["住在", "二单元502室"],
  ].map(([before = "", secret = ""]): Planted => ({kind: "address", text: before + secret, secret})),
  {kind: "address", text: "at 221 Baker Street, Apt 4B", secret: "221 Baker Street"},
  ...beside(
    "birth_date",
    ["出生日期：", "生日", "生于", "DOB: ", "date of birth "],
    ["1990-03-07", "1990年3月7日", "1990/3/7", "19900307", "1990.03.07"],
  ),
  {kind: "birth_date", text: "1990年3月7日出生", secret: "1990年3月7日"},
  ...bare("id_card", [
    "11010519491231002X",
    "11010519491231002x",
    "990101199003071234",
    "110105 19491231 002X",
    "110105-19491231-002X",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105491231002",
  ]),
  ...beside("id_card", ["身份证号", "身份证："], ["990101199003071", "310101202001010012"]),
  ...bare("hk_id", ["A123456(3)", "A123456（3）", "a123456(3)", "Ａ１２３４５６（３）", "A 123456 (3)"]),
  ...beside("hk_id", ["香港身份证", "HKID "], ["A1234563", "AB987654(3)"]),
  ...bare("passport", ["E12345678", "G12345678", "EA1234567", "Ｅ１２３４５６７８"]),
  ...beside("passport", ["护照号：", "护照", "passport no. "], ["E12345678", "D12345678", "K01234567", "912803456"]),
  ...bare("ssn", ["219-09-9999", "219‑09‑9999"]),
  ...beside("ssn", ["SSN ", "social security number: "], ["219099999", "219 09 9999"]),
  ...bare("bank_card", [
    "6222021234567890128",
    "6222 0212 3456 7890 128",
    "6222-0212-3456-7890-128",
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "５１０５１０５１０５１０５１００",
    "6222021234567890123",
    "378282246310005",
    "3782 822463 10005",
  ]),
  ...beside("bank_card", ["银行卡号", "卡号：", "账号 "], ["6228480012345678", "9558801234567890129"]),
  ...bare("iban", [
    "GB29NWBK60161331926819",
    "GB29 NWBK 6016 1331 9268 19",
    "DE89370400440532013000",
    "de89 3704 0044 0532 0130 00",
  ]),
  ...bare("plate", [
    "沪A12345",
    "沪A·12345",
    "沪A 12345",
    "沪 A 12345",
    "粤B·D12345",
    "粤BD12345",
    "京AF12345",
    "沪a12345",
    "沪Ａ１２３４５",
    "沪A-12345",
    "粤Z1234港",
    "京A1234学",
    "苏E12345D",
  ]),
  ...bare("vin", ["1M8GDM9AXKP042788", "1m8gdm9axkp042788"]),
  ...beside("vin", ["车架号", "VIN: "], ["LSVAA49J132047371"]),
  ...bare("imei", ["490154203237518", "356938035643809", "35-693803-564380-9"].slice(1)),
  ...beside("imei", ["IMEI：", "串号 "], ["490154203237518", "49 015420 323751 8"]),
  ...bare("ip", [
    "203.0.113.77",
    "198.51.100.200",
    "２０３．０．１１３．７７",
    "2001:db8::8a2e:370:7334",
    "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
  ]),
  ...bare("mac", ["00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001A.2B3C.4D5E"]),
  ...beside("mac", ["MAC "], ["001A2B3C4D5E"]),
];

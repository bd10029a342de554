/** The kinds of personal data that are known: hidden where records enter, searched for in everything that is written. */
export const personalKinds = {
  mobile: {zh: "手机号", en: "mobile number"},
  landline: {zh: "固定电话", en: "landline number"},
  foreign_phone: {zh: "境外电话（如美国）", en: "US or other foreign telephone number"},
  email: {zh: "邮箱地址", en: "e-mail address"},
  wechat: {zh: "微信号", en: "WeChat id"},
  qq: {zh: "QQ 号", en: "QQ number"},
  person_name: {zh: "姓名", en: "name of a person"},
  address: {zh: "详细地址", en: "street address"},
  birth_date: {zh: "出生日期", en: "date of birth"},
  id_card: {zh: "身份证号", en: "identity card number"},
  hk_id: {zh: "香港身份证号", en: "Hong Kong identity card number"},
  passport: {zh: "护照号", en: "passport number"},
  ssn: {zh: "美国社会安全号", en: "US social security number"},
  bank_card: {zh: "银行卡号", en: "bank card number"},
  iban: {zh: "国际银行账号（IBAN）", en: "IBAN"},
  plate: {zh: "车牌号", en: "number plate"},
  vin: {zh: "车架号", en: "vehicle identification number"},
  imei: {zh: "手机串号（IMEI）", en: "IMEI of a phone"},
  ip: {zh: "IP 地址", en: "IP address"},
  mac: {zh: "MAC 地址", en: "MAC address"},
} as const;

export type PersonalKindId = keyof typeof personalKinds;
export const personalKindIds = Object.keys(personalKinds) as PersonalKindId[];

import validator from "validator";
import {digitsOf, follows, isInsideHash, isThing, type Spelling} from "./kind.js";

const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/** ISO 3779: the ninth sign checks the rest. No kept library does this alone. */
export const isVin = (value: string): boolean => {
  const worth = (sign: string): number =>
    /\d/.test(sign)
      ? Number(sign)
      : ((
          {
            A: 1,
            B: 2,
            C: 3,
            D: 4,
            E: 5,
            F: 6,
            G: 7,
            H: 8,
            J: 1,
            K: 2,
            L: 3,
            M: 4,
            N: 5,
            P: 7,
            R: 9,
            S: 2,
            T: 3,
            U: 4,
            V: 5,
            W: 6,
            X: 7,
            Y: 8,
            Z: 9,
          } as Record<string, number>
        )[sign] ?? Number.NaN);
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * worth(value[at] ?? ""), 0);
  return "0123456789X"[sum % 11] === value[8];
};

export const devices: readonly Spelling[] = [
  {
    kind: "plate",
    find: new RegExp(
      `[${provinces}] ?[A-HJ-NP-Za-hj-np-z][ ·•.-]{0,2}(?:[A-HJ-NP-Za-hj-np-z\\d] ?){4,5}(?:[A-HJ-NP-Za-hj-np-z\\d]|[挂学警港澳领使])(?![A-Za-z\\d])`,
      "g",
    ),
    accept: (value) => {
      const rest = value.slice(1).replace(/[^A-Za-z\d\p{Script=Han}]/gu, "");
      return (
        digitsOf(rest).length >= 3 || (digitsOf(rest).length === 2 && rest === rest.toUpperCase() && rest.length === 6)
      );
    },
    hint: `[${provinces}]\\s?LETTERGAP(?:(?:DIGIT|LETTER)GAP){4}`,
  },
  {
    kind: "vin",
    find: /(?<![A-Za-z\d])[A-HJ-NPR-Za-hj-npr-z\d]{17}(?![A-Za-z\d])/g,
    accept: (value, around) => {
      const vin = value.toUpperCase();
      if (!/[A-Z]/.test(vin) || !/\d{2}/.test(vin)) return false;
      return follows("vin|车架|底盘号|车辆识别", around) || (/\d{4}$/.test(vin) && isVin(vin) && !isThing(around));
    },
    hint: "(?:DIGIT|LETTER){17}",
  },
  {
    kind: "imei",
    find: /(?<!\d)(?<!\d\.)\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d{1,2}(?!\d)(?!\.\d)/g,
    accept: (value, around) => {
      if (isInsideHash(value, around)) return false;
      if (follows("imei|meid|串号|串码", around)) return true;
      const number = digitsOf(value);
      return /^(?:35|86|01|99)\d{13}$/.test(number) && validator.isIMEI(number) && !isThing(around);
    },
    tenDigits: true,
    hint: "STARTDIGIT(?:GAPDIGIT){14,18}END|(?:imei|meid|串号|串码)[^\\n]{0,14}DIGIT",
  },
  {
    kind: "ip",
    find: /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w-]|\.\d)|(?<![\w:.])(?:[\da-f]{1,4}:{1,2}){2,7}[\da-f]{1,4}(?![\w:])|(?<![\w:.])[\da-f]{1,4}(?::[\da-f]{1,4}){1,6}::(?![\w:])/gi,
    accept: (value, {before}) => {
      const address = value.replace(/\/\d+$/, "");
      if (/(?:版本|version|ver\.?|\bv|第|章|节|条|firmware|固件|[A-Za-z]@)\s?[:：]?\s?$/i.test(before)) return false;
      if (/^(?:0|127|255)\./.test(address) || !validator.isIP(address)) return false;
      return address.includes(".")
        ? !/^\d\.\d\.\d\.\d$/.test(address) || /ip[^\n]{0,8}$/i.test(before)
        : /[a-f]|::|\d{4}/i.test(address);
    },
    hint: "DIGIT{1,3}[.．]DIGIT{1,3}[.．]DIGIT{1,3}[.．]DIGIT|[0-9a-f]{1,4}::?(?:[0-9a-f]{1,4}::?)[0-9a-f]{1,4}:|[0-9a-f]::[0-9a-f]",
  },
  {
    kind: "mac",
    find: /(?<![\da-f:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\da-f:-])|(?<![\da-f.])(?:[\da-f]{4}\.){2}[\da-f]{4}(?![\da-f.])|(?<=mac[^\n]{0,8})(?<![\da-f])[\da-f]{12}(?![\da-f])/gi,
    accept: (value) => /[a-f]/i.test(value) || value.includes(":"),
    hint: "(?:[0-9a-f]{2}[:：\\p{Pd}]){5}|(?:[0-9a-f]{4}\\.){2}|mac[^\\n]{0,8}[0-9a-f]{12}",
  },
];

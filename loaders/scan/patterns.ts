/** What no file of the report may hold. */
export interface PersonalPattern {
  readonly id: "mobile" | "landline" | "id_card" | "bank_card" | "email";
  readonly find: RegExp;
  readonly accept?: (match: string) => boolean;
}

const digits = (text: string): string => text.replace(/\D/g, "");

/** GB 11643: the last sign is a check over the other seventeen, and a birthday stands within. */
const isIdCard = (text: string): boolean => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) && Number(year) >= 1900;
  return real && "10X98765432"[sum % 11] === text[17]?.toUpperCase();
};

/** Luhn's check, and the first digits that cards have. */
const isBankCard = (text: string): boolean => {
  const number = digits(text);
  if (!/^(62|4|5[1-5]|2[2-7]|3[47])/.test(number) || /^(\d)\1+$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};

const notMail = /\.(png|jpe?g|svg|webp|gif|css|m?[jt]s|json|wasm|woff2?|html?|md)$/i;

// Not inside a longer number, a hash, a decimal fraction or an id with dashes.
const before = "(?<![\\w.,]|[\\w]-)";
const after = "(?![\\w]|[.,]\\d|-\\w)";
const whole = (pattern: string): RegExp => new RegExp(`${before}(?:${pattern})${after}`, "g");

/** Chinese phone, identity and bank numbers and mail addresses, each checked by its own rules where it has any. */
export const personalPatterns: readonly PersonalPattern[] = [
  {id: "mobile", find: whole("(?:\\+?86[- ]?)?1[3-9]\\d(?:\\d{8}|[- ]\\d{4}[- ]\\d{4})")},
  {id: "landline", find: whole("\\(?0(?:10|2\\d|[3-9]\\d{2})(?:\\)[- ]?|-)\\d{7,8}")},
  {id: "id_card", find: whole("[1-9]\\d{16}[\\dXx]"), accept: isIdCard},
  {id: "bank_card", find: whole("\\d{16,19}|\\d{4}(?:[- ]\\d{4}){3}(?:[- ]\\d{1,3})?"), accept: isBankCard},
  {
    id: "email",
    find: /(?<![\w.+/@-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w@])/g,
    accept: (text) => !notMail.test(text),
  },
];

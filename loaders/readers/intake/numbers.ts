const decimal = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;

/**
 * A number as the shortest decimal text of the same value, without an exponent.
 * @example plainDecimal("10.0") // "10"
 * @example plainDecimal("5.7E+17") // "570000000000000000"
 */
export function plainDecimal(text: string): string {
  const match = decimal.exec(text);
  if (!match) return text;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > 400) return text;
  let digits = whole + fraction;
  let point = whole.length + shift;
  if (point < 0) digits = "0".repeat(-point) + digits;
  if (point < 0) point = 0;
  if (point > digits.length) digits = digits.padEnd(point, "0");
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const right = digits.slice(point).replace(/0+$/, "");
  const value = right === "" ? left : `${left}.${right}`;
  return sign === "-" && /[1-9]/.test(value) ? `-${value}` : value;
}

/** A double as the shortest decimal text that reads back as the same double, without an exponent. */
export const doubleText = (value: number): string => plainDecimal(String(value));

/**
 * The number in a spreadsheet cell as the spreadsheet means it: whole numbers to the last digit, others to the fifteen
 * digits it works with. A whole number that a double cannot hold keeps its exponent: no digit is invented.
 * @example storedNumber("731.9399999999999") // => "731.94"
 * @example storedNumber("5.703060000001206E+17") // => "5.703060000001206E+17"
 */
export function storedNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text.replace(/^(-?)0+(?=\d)/, "$1");
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (Number.isInteger(value))
    return Number.isSafeInteger(value) ? doubleText(value) : value.toExponential().toUpperCase();
  return doubleText(Number(value.toPrecision(15)));
}

/**
 * The beginning of a text that is too long, without a last word or number that would be cut in two: half a number is
 * known by nothing, so it would be shown.
 * @example cutText("制表人 李小娜，电话 139 0000 1234", 18) // => "制表人 李小娜，电话…"
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = text.slice(0, most).replace(/[^\s,，;；、。]*$/u, "");
  return `${whole.replace(/[\d\s\p{P}]*$/u, "")}…`;
}

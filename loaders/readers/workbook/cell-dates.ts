/** What a number format shows of a serial number. */
export type DateKind = "date" | "time" | "datetime" | "elapsed";

const builtIn: Readonly<Record<number, DateKind>> = {
  14: "date",
  15: "date",
  16: "date",
  17: "date",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "datetime",
  27: "date",
  28: "date",
  29: "date",
  30: "date",
  31: "date",
  32: "time",
  33: "time",
  34: "time",
  35: "time",
  36: "date",
  45: "time",
  46: "elapsed",
  47: "time",
  50: "date",
  51: "date",
  52: "date",
  53: "date",
  54: "date",
  55: "time",
  56: "time",
  57: "date",
  58: "date",
};

/**
 * Whether a number format shows a date or a time, and which.
 * @param id the format's number; below 164 it is one of the built-in ones
 * @example dateKind(164, 'yyyy"年"m"月"') // "date"
 */
export function dateKind(id: number, code: string | undefined): DateKind | undefined {
  if (code === undefined) return builtIn[id];
  const bare = code
    .split(";")[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(\$[^\]]*|[a-z]{3,}\d*|[<>=][^\]]*)\]/gi, (found) => (/^\[(h+|m+|s+)\]$/i.test(found) ? found : ""));
  if (/general/i.test(bare)) return undefined;
  if (/\[(h+|m+|s+)\]/i.test(bare)) return "elapsed";
  const time = /[hs]|am\/pm|上午/i.test(bare);
  const date = /[yde]/i.test(bare.replace(/am\/pm/gi, "")) || (!time && /m/i.test(bare)) || /m{3,}/i.test(bare);
  if (date && /^[^ymdhse]*e[^ymdhs]*$/i.test(bare)) return undefined;
  if (/[0#?]/.test(bare.replace(/s\.0+/gi, "").replace(/[hms]0/gi, ""))) return undefined;
  return date ? (time ? "datetime" : "date") : time ? "time" : undefined;
}

const two = (value: number) => String(value).padStart(2, "0");

/**
 * A serial number as ISO text: `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss` or `HH:mm:ss`. A time of day beside the date is
 * never dropped, even where the format hides it.
 * @param serial days since 1899-12-30 (or 1904-01-01)
 */
export function serialText(
  serial: number,
  kind: DateKind,
  {date1904 = false}: {date1904?: boolean} = {},
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined;
  const seconds = Math.round(serial * 86_400);
  const clock = (total: number) =>
    `${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  if (kind === "elapsed" || (kind === "time" && seconds < 86_400)) return clock(seconds);
  let days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  if (days === 0 && !date1904) return clock(rest);
  if (days === 60 && !date1904) return "1900-02-29";
  if (days < 60 && !date1904) days += 1;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + days * 86_400_000).toISOString().slice(0, 10);
  return kind === "date" && rest === 0 ? date : `${date} ${clock(rest)}`;
}

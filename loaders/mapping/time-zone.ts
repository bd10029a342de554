import {z} from "zod";

/** A time zone by its name. */
export const timeZone = z
  .string()
  .refine(isTimeZone, {
    params: {zh: "不是已知的时区；例如 Asia/Shanghai。", en: "is no time zone; for example Asia/Shanghai."},
  })
  .meta({kind: {zh: "时区", en: "time zone"}});

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", {timeZone: zone});
    return true;
  } catch {
    return false;
  }
}

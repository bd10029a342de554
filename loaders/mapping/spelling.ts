/** Characters that take no room: marks of direction, joiners, soft hyphens, byte-order marks, fillers, controls. */
export const invisible =
  "\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb";

const invisibles = new RegExp(`[${invisible}]`, "gu");

/**
 * A text as the eye takes it: full-width forms and other compatible ones by NFKC, without invisible characters, blanks
 * of any kind and number as one.
 * @example plainText("Ｋ００１\u200b ") // => "K001"
 */
export const plainText = (text: string): string =>
  text.normalize("NFKC").replace(invisibles, "").replace(/\s+/gu, " ").trim();

/** How headers are compared: as the eye takes them, letter case aside. */
export const normalHeader = (header: string): string => plainText(header).toLowerCase();

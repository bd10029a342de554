/**
 * A Chinese text before more Chinese: a space between it and Latin letters or digits, as between any two scripts.
 *
 * @param next what follows, where that may begin with Latin letters; defaults to Chinese
 * @example spaced("CSAT") // "CSAT "
 * @example spaced("华南") // "华南"
 * @example spaced("物流部", "SLA 达成率") // "物流部 "
 */
export const spaced = (text: string, next = ""): string =>
  text !== "" && (/[A-Za-z0-9%]$/.test(text) || /^[A-Za-z]/.test(next)) ? `${text} ` : text;

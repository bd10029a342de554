/**
 * A Chinese name before more Chinese: a space after Latin letters and digits, as between any two scripts.
 *
 * @example spaced("CSAT") // "CSAT "
 * @example spaced("华南") // "华南"
 */
export const spaced = (name: string): string => (/[A-Za-z0-9%]$/.test(name) ? `${name} ` : name);

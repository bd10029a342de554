/** What is left when everything known has its own name: groups that nobody can act on. */
const restNames =
  /^(.*(未知|不明|不详)|其他.*|其它.*|未分类|未定责|(.* )?unknown|others?( .*)?|not categorised|unassigned)$/i;

/**
 * Whether a label, with or without the name of its dimension, names what is left over.
 *
 * @example isRestName("Region · Unknown") // true
 */
export const isRestName = (label: string): boolean => restNames.test(label.split(" · ").at(-1) ?? label);

/**
 * A heading, a label, the beginning of a sentence: the first letter large, whatever follows as it is.
 *
 * @example capital("monthly churn") // "Monthly churn"
 */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A heading or a sentence inside another, after a colon or a comma: the first letter small, but for names in capitals.
 *
 * @example inside("Price") // "price"
 * @example inside("SLA met") // "SLA met"
 * @example inside("A wave of leaving") // "a wave of leaving"
 */
export const inside = (text: string): string =>
  /^[A-Z][a-z-]|^A /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/**
 * The heading of a column, an axis or a row: its first letter large, but for the symbol of a statistic.
 *
 * @example heading("monthly churn") // "Monthly churn"
 * @example heading("p (adjusted)") // "p (adjusted)"
 */
export const heading = (text: string): string => (/^[a-z][a-z]/.test(text) ? capital(text) : text);

/**
 * A label of several words inside a sentence: each word's first letter small, but for words in capitals.
 *
 * @example insideWords("Month-to-Month") // "month-to-month"
 * @example insideWords("Two Year SLA") // "two year SLA"
 */
export const insideWords = (text: string): string =>
  text.replaceAll(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

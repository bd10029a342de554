const entities: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Text that any XML 1.0 reader takes: without control characters, lone surrogates and non-characters. */
export const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** Escapes text for element content and attribute values alike. */
export const escapeXml = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (character) => entities[character] as string);

const characters = new Map(Object.entries(entities).map(([character, entity]) => [entity, character]));

/**
 * What `escapeXml` wrote, as it can be read.
 * @example unescapeXml("A &amp; B") // "A & B"
 */
export const unescapeXml = (text: string): string =>
  text.replace(/&\w+;/g, (entity) => characters.get(entity) ?? entity);

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

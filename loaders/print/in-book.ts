/** The HTML of a page as a book holds it: links lead to its own places or nowhere, and what only a screen needs is left out. */
export const inBook = (html: string, rows: string): string =>
  html
    .replaceAll(
      /<div class="folds"><details class="rows( narrow)?">[\s\S]*?<\/details>([\s\S]*?<\/table><\/div>)<\/div>/g,
      (_, narrow: string | undefined, table: string) => (narrow ? table : `${table}<p class="reason">${rows}</p>`),
    )
    .replaceAll(/<p class="links[^"]*">[\s\S]*?<\/p>|<button[\s\S]*?<\/button>/g, "")
    .replaceAll(/<details class="letter-text">[\s\S]*?<\/details>/g, "")
    .replaceAll(/ href="(?:[\w-]+\.html)?#([^"]+)"/g, ' href="#$1"')
    .replaceAll(/ href="([\w-]+)\.html"/g, ' href="#part-$1"')
    .replaceAll(/ href="(?!#)[^"]*"/g, "")
    .replaceAll(/<table(?: class="([^"]*)")?>[\s\S]*?<\/table>/g, (table, name: string | undefined) =>
      paperTable(table, name ?? ""),
    );

/** A table as paper has room for it: type by its columns, long names broken at their joints, long lists cut. */
function paperTable(table: string, name: string): string {
  const columns = (/<thead>[\s\S]*?<\/thead>/.exec(table)?.[0].match(/<th[ >]/g) ?? []).length;
  const size = columns > 12 ? " smallest" : columns > 8 ? " small" : "";
  return table
    .replace(/<table[^>]*>/, `<table class="${`${name}${size}`.trim()}">`)
    .replaceAll(/(<t[dh][^>]*>)([^<]*)(<\/t[dh]>)/g, (_, open: string, text: string, close: string) => {
      return `${open}${breakable(shortList(text))}${close}`;
    });
}

const mostListed = 4;

/** "T1, T2, T3, T4 …": numbers of records to look up are no reading. */
const shortList = (text: string): string => {
  const listed = /^((?:[A-Z]*\d{4,}(?:, |、)){4})[A-Z]*\d{4,}/.exec(text);
  return listed ? `${text.split(/, |、/).slice(0, mostListed).join(", ")} …` : text;
};

/** Where a name without blanks is too long for its column it may be broken at its joints. */
const breakable = (text: string): string =>
  text.replaceAll(/[\w./:;-]{14,}/g, (long) => long.replaceAll(/[/_.;:-](?=\w)/g, "$&<wbr>"));

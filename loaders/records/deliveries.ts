/** A file by its name and when it was last written. */
export interface Delivery {
  readonly name: string;
  readonly modified: number;
}

export interface Ordered {
  readonly name: string;
  /** The later delivery has the higher rank. */
  readonly rank: number;
  /** Names of the same pattern have a rank by name among themselves; files of different patterns by their time. */
  readonly pattern: string;
}

/**
 * The order in which files were delivered: by the numbers in their names, read as months, dates and versions
 * (9月 before 10月, `x.csv` before `x (1).csv` before `x_v2.csv`), and by the time they were written where the names are of
 * different kinds.
 * @example deliveryOrder([{name: "t_10月.csv", modified: 0}, {name: "t_9月.csv", modified: 0}])[0].name // => "t_9月.csv"
 */
export function deliveryOrder(files: readonly Delivery[]): Ordered[] {
  const read = files.map((file) => ({...file, ...readName(file.name)}));
  const times = new Map<string, number>();
  for (const {pattern, modified} of read) times.set(pattern, Math.max(times.get(pattern) ?? 0, modified));
  const sorted = read.sort(
    (one, other) =>
      (one.pattern === other.pattern ? 0 : times.get(one.pattern)! - times.get(other.pattern)!) ||
      compareText(one.pattern, other.pattern) ||
      compareNumbers(one.numbers, other.numbers) ||
      compareNumbers(one.version, other.version) ||
      one.modified - other.modified ||
      compareText(one.name, other.name),
  );
  return sorted.map(({name, pattern}, rank) => ({name, rank, pattern}));
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** Words that say which of two deliveries is the later one, from earlier to later. */
const words: readonly (readonly [number, RegExp])[] = [
  [-1, /(?<![a-z])(old|backup|bak|draft|旧|旧版|备份|初稿|草稿)(?![a-z])/],
  [
    1,
    /(?<![a-z])(new|latest|updated?|corrected|revised|resend|补充|补传|补(?![a-z一-龥])|重传|重发|更新|更正|修订|修正|新版)(?![a-z])/,
  ],
  [2, /(?<![a-z])(final|最终版?|终[版稿]|定[稿版])(?![a-z])/],
];

/** What a name says: the pattern that its siblings share, its numbers, its version. */
function readName(name: string): {pattern: string; numbers: readonly number[]; version: readonly number[]} {
  let rest = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\.(csv|tsv|txt|xlsx?|xlsb|xlsm|ods|html?|xml|json|jsonl|ndjson|parquet|zip|gz))+(?=$|\/)/g, "")
    .replace(
      /第?(十[一二]|[一二三四五六七八九十])(?=[版次稿])/g,
      (_, number: string) => `第${chinese.indexOf(number) + 1}`,
    )
    .replace(/十[一二]?月|[一二三四五六七八九]月/g, (found) => `${chinese.indexOf(found.slice(0, -1)) + 1}月`)
    .replace(
      /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z])/g,
      (_, month: string) => `${months.indexOf(month) + 1}月`,
    )
    // of several months the last is the one that was new
    .replace(/\d+\s*[-~–至到]\s*(\d+)月/g, "$1月");
  let version = 0;
  const word = words.filter(([, pattern]) => pattern.test(rest)).at(-1);
  // 最终版2 comes after 最终版
  if (word)
    rest = rest.replace(new RegExp(`${word[1].source}(\\d{0,2}(?!\\d))`), (...found) => {
      version = Number(found[2]);
      return "";
    });
  const numbered =
    /[\s_-]*(?:(?<![a-z])(?:v|ver|version|rev|r)\.?\s*(\d+)|\((\d+)\)|第?(\d+)(?:版|次|稿)|(?:copy|副本)\s*\(?(\d*)\)?)\s*$/.exec(
      rest,
    );
  if (numbered) {
    version = Number(numbered.slice(1).find((found) => found !== undefined && found !== "") ?? 1);
    rest = rest.slice(0, numbered.index);
  }
  const numbers: number[] = [];
  const pattern = rest
    .replace(/\d{1,2}([-._])(\d{1,2})\1((?:19|20)\d\d)/g, (found, mark: string) =>
      found.split(mark).reverse().join("-"),
    )
    .replace(/\d+/g, (found) => {
      numbers.push(Number(found));
      return "#";
    })
    .replace(/[\s._-]+/g, " ")
    .trim();
  return {pattern, numbers, version: [word?.[0] ?? 0, version]};
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

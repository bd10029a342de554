/** Something with names it goes by. */
export interface Named {
  readonly code: string;
  readonly aliases: readonly string[];
}

export interface Found {
  readonly code: string;
  /** The sentence around the name. */
  readonly words: string;
}

const segmenter = new Intl.Segmenter("zh", {granularity: "word"});

/**
 * Which of several names a text speaks of, each once: an alias counts where it begins and ends with a word, so that
 * "Delta" is not found in "deltas" nor 红枫 in 红枫叶; letter case and full-width forms do not matter. Chinese words are
 * cut by `Intl.Segmenter`.
 * @example findAliases("隔壁都换蓝鲸了，价格低", [{code: "RA", aliases: ["蓝鲸"]}]) // => [{code: "RA", words: "隔壁都换蓝鲸了"}]
 */
export function findAliases(
  text: string,
  names: readonly Named[],
  {
    isLoose = false,
  }: {
    /** parts of Chinese words count too (打八折 for 折); defaults to false */
    readonly isLoose?: boolean;
  } = {},
): Found[] {
  const shown = text.normalize("NFKC");
  const plain = shown.toLowerCase();
  let edges: Set<number> | undefined;
  const isWord = (from: number, to: number) => {
    edges ??= new Set([...segmenter.segment(plain)].flatMap(({index, segment}) => [index, index + segment.length]));
    return edges.has(from) && edges.has(to);
  };
  return names.flatMap(({code, aliases}) => {
    for (const alias of aliases) {
      const name = alias.normalize("NFKC").toLowerCase();
      for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1))
        if ((isLoose && !/[a-z]/.test(name)) || isWord(at, at + name.length))
          return [{code, words: sentenceAt(shown, at)}];
    }
    return [];
  });
}

/** From the last full stop or comma to the next: enough to hear what was offered. */
function sentenceAt(text: string, at: number): string {
  const stops = /[。；;！？!?\n]/;
  let [from, to] = [at, at];
  while (from > 0 && !stops.test(text[from - 1]!) && at - from < 60) from--;
  while (to < text.length && !stops.test(text[to]!) && to - at < 60) to++;
  return text.slice(from, to).trim();
}

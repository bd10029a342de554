import type {Bilingual, Language} from "../../src/words/language.js";

/**
 * What the user's data or rules need: where · what · fix. Ends the command with exit code 1 and no stack.
 * Anything else thrown is our fault: exit code 2, with the stack.
 */
export class ReportError extends Error {
  readonly code: string;
  readonly where: Bilingual;
  readonly what: Bilingual;
  readonly fix: Bilingual;

  /** @param where the file and line to look at; a text where it reads the same in both languages, e.g. a path */
  constructor(code: string, where: string | Bilingual, {what, fix}: {what: Bilingual; fix: Bilingual}) {
    const place = typeof where === "string" ? {zh: where, en: where} : where;
    super(`${place.en}: ${what.en}`);
    this.name = "ReportError";
    this.code = code;
    this.where = place;
    this.what = what;
    this.fix = fix;
  }

  /** The message as printed, e.g. `helpdesk.csv row 118: csat "9" is not 1–5.\nFix: …`. */
  print(language: Language): string {
    return printErrors([this], language);
  }
}

/** Several problems found together; those with the same fix are told as one. */
export class ReportErrors extends Error {
  readonly errors: readonly ReportError[];

  constructor(errors: readonly ReportError[]) {
    super(errors.map((error) => error.message).join("\n"));
    this.name = "ReportErrors";
    this.errors = errors;
  }

  print(language: Language): string {
    return printErrors(this.errors, language);
  }
}

/** An error as it can be sent from one thread to another, which keeps no classes. */
export interface Flat {
  readonly message: string;
  readonly stack: string;
  /** What the user's data or rules need. */
  readonly problems?: readonly Problem[];
}

type Problem = Pick<ReportError, "code" | "where" | "what" | "fix">;

export function flatten(error: unknown): Flat {
  const {message, stack = message} = error instanceof Error ? error : new Error(String(error));
  const found = error instanceof ReportErrors ? error.errors : error instanceof ReportError ? [error] : [];
  const problems = found.map(({code, where, what, fix}) => ({code, where, what, fix}));
  return {message, stack, ...(problems.length > 0 ? {problems} : {})};
}

export function unflatten({message, stack, problems = []}: Flat): Error {
  const errors = problems.map(({code, where, what, fix}) => new ReportError(code, where, {what, fix}));
  if (errors.length > 0) return errors.length === 1 ? errors[0]! : new ReportErrors(errors);
  return Object.assign(new Error(message), {stack});
}

/**
 * What `work` makes of each item; where some cannot be used, all that is wrong with any of them is told at once.
 *
 * @throws ReportErrors
 */
export function collectErrors<Item, Made>(items: readonly Item[], work: (item: Item) => Made): Made[] {
  const wrong: ReportError[] = [];
  const made: Made[] = [];
  for (const item of items)
    try {
      made.push(work(item));
    } catch (error) {
      if (error instanceof ReportErrors) wrong.push(...error.errors);
      else if (error instanceof ReportError) wrong.push(error);
      else throw error;
    }
  if (wrong.length > 0) throw new ReportErrors(wrong);
  return made;
}

/** As many places of one problem as are listed; the others are counted. */
const listed = 5;

/** Each problem with its places, then its fix once; what is said twice is said once. */
function printErrors(errors: readonly ReportError[], language: Language): string {
  const groups = new Map<string, {code: string; fix: string; lines: Set<string>}>();
  for (const {code, where, what, fix} of errors) {
    const key = `${code}\n${fix[language]}`;
    const group = groups.get(key) ?? {code, fix: fix[language], lines: new Set<string>()};
    group.lines.add(`${where[language]}${language === "zh" ? "：" : ": "}${sentence(what[language], language)}`);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({code, fix, lines}) => {
      const more = lines.size - listed;
      const rest =
        more <= 1 ? [] : [language === "zh" ? `另有 ${more} 处同样的问题。` : `and ${more} more of the same.`];
      return [
        ...[...lines].slice(0, more <= 1 ? lines.size : listed),
        ...rest,
        language === "zh" ? `处理：${sentence(fix, language)}` : `Fix: ${sentence(fix, language)}`,
        language === "zh" ? `（${code}）` : `(${code})`,
      ].join("\n");
    })
    .join("\n\n");
}

/** Ends as sentences do. */
const sentence = (text: string, language: Language): string =>
  /[.。！？!?：:…]$/.test(text.trimEnd()) ? text : `${text}${language === "zh" ? "。" : "."}`;

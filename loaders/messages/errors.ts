import type {Bilingual} from "../../src/words/language.js";

export type Language = "zh" | "en";

/**
 * What the user's data or rules need: where · what · fix. Ends the command with exit code 1 and no stack.
 * Anything else thrown is our fault: exit code 2, with the stack.
 */
export class ReportError extends Error {
  readonly code: string;
  readonly where: string;
  readonly what: Bilingual;
  readonly fix: Bilingual;

  constructor(code: string, where: string, {what, fix}: {what: Bilingual; fix: Bilingual}) {
    super(`${where}: ${what.en}`);
    this.name = "ReportError";
    this.code = code;
    this.where = where;
    this.what = what;
    this.fix = fix;
  }

  /** The message as printed, e.g. `helpdesk.csv row 118: csat "9" is not 1–5.\nFix: …`. */
  print(language: Language): string {
    return language === "zh"
      ? `${this.where}：${this.what.zh}\n处理：${this.fix.zh}\n（${this.code}）`
      : `${this.where}: ${this.what.en}\nFix: ${this.fix.en}\n(${this.code})`;
  }
}

/** Several problems found together, printed one after the other. */
export class ReportErrors extends Error {
  readonly errors: readonly ReportError[];

  constructor(errors: readonly ReportError[]) {
    super(errors.map((error) => error.message).join("\n"));
    this.name = "ReportErrors";
    this.errors = errors;
  }

  print(language: Language): string {
    return this.errors.map((error) => error.print(language)).join("\n\n");
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

import type {PersonalKindId} from "../../../src/words/personal-kinds.js";

/** What stands around a find, in plain characters. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** One way in which personal data of a kind is written. */
export interface Spelling {
  readonly kind: PersonalKindId;
  /** Over plain text (see `plainOf`), with the flags g and, where needed, i, u, d; group `value` is what is hidden, else all. */
  readonly find: RegExp;
  /** The rules that a match must keep to: check digits, words beside it. */
  readonly accept?: (value: string, around: Around) => boolean;
  /**
   * What stands in every such text as it is written, in signs that RE2 and JavaScript read alike, in any case: what has
   * it is looked at closely. `DIGIT`, `GAP` (separators, or none), `HAN` and `LETTER` stand for every spelling of them.
   */
  readonly hint: string;
  /** The hint asks for ten digits or more. */
  readonly tenDigits?: true;
}

/** Digits of a text. */
export const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Numbers of things, not of persons: what stands before them says so. */
const things =
  /(?:订单|单号|运单|快递|物流|工单|案件|受理|流水|交易|凭证|发票|票据|合同|编号|批次|批号|文号|型号|货号|款号|条码|序列|电表|水表|气表|表号|户号|房号|学号|车次|航班|票号|许可证|执照|登记|信用代码|order|invoice|tracking|serial|ticket|case|ref(?:erence)?|confirmation|flight|model|sku|part|batch|contract|receipt)(?:号码?|编号|代码)?\s*(?:no\.?|number|#|id)?\s*[:：#是为]?\s*$/i;

export const isThing = ({before}: Around): boolean => things.test(before);

/** Whether one of these words stands shortly before. */
export const follows = (words: string, {before}: Around): boolean =>
  new RegExp(`(?:${words})[^\\n。；;]{0,12}$`, "i").test(before);

/** A run of letters and digits as long as hashes and keys are. */
export const isInsideHash = (value: string, {before, after}: Around): boolean =>
  /^[\dA-Za-z]+$/.test(value) && (/[\dA-Za-z]*$/.exec(before)![0] + value + /^[\dA-Za-z]*/.exec(after)![0]).length > 24;

/** Separators between groups of digits. */
export const gap = "[ \\-._·/~*(),]";

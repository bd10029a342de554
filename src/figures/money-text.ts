import {currencyWord, formatNumber} from "../format.js";
import type {ReportView} from "../report-view.js";

/** An amount in a sentence, with the currency where the report names one: "61,312 元", "61,312 yuan". */
export const moneyText = (view: ReportView, value: number): string =>
  view.language === "zh"
    ? `${formatNumber(value, "money", view)}${currencyWord(view)}`
    : formatNumber(value, "money", view);

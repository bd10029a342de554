import type {DownloadInput} from "../../loaders/downloads/contents/input.js";
import {deck} from "../../loaders/downloads/deck/deck.js";
import {downloadInput} from "../../loaders/downloads/report.js";
import type {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {sampleOf} from "../sample-report.js";

/** The default company in one month as the downloads are made from it, read once for all test files. */
export const sampleInput = async (temp: string, month: string): Promise<DownloadInput> => {
  const sample = await sampleOf(temp, month);
  return inputOf(sample, sample.drawn);
};

/** What the downloads of a report are made from, with the slides below. */
export const inputOf = (report: ReadReport, drawn: ReturnType<typeof drawReport>): DownloadInput =>
  withMoreSlides(downloadInput(report, {drawn}));

/** More slides than the deck has by itself: there is more to edit. */
const slides: Readonly<Record<string, readonly string[]>> = {
  satisfaction: [
    "dissatisfied-trend",
    "dissatisfied-by-segment",
    "csat-trend",
    "nps-trend",
    "nps-parts",
    "items",
    "response-rate-trend",
  ],
  calls: ["answer-rate-trend"],
  complaints: [
    "complaint-rate-trend",
    "complaint-categories",
    "complaint-rate-by-segment",
    "complaint-responsibility",
    "resolution-times",
    "service-promises",
    "promise-by-department",
    "callbacks",
    "callback-independence-by-team",
  ],
  competitors: [
    "competitor-gaps",
    "competitor-weighted",
    "competitor-value",
    "competitor-ranks",
    "competitor-trend",
    "competitor-brands",
    "rival-mentions-trend",
    "share-of-wallet",
  ],
  churn: [
    "churn-trend",
    "churn-waves",
    "churn-by-segment",
    "revenue-retention",
    "churn-causes",
    "churn-reasons",
    "churn-destinations",
    "churn-revenue",
    "retention-by-contract",
    "churn-signals",
  ],
  actions: ["winback-by-group", "winback-curve", "action-tracker", "action-effects", "referrals"],
};
const withMoreSlides = (input: DownloadInput): DownloadInput => ({
  ...input,
  sections: input.sections.map((section) => ({...section, ...(slides[section.id] && {slides: slides[section.id]})})),
});

const pixel = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** Its deck; a dot stands for each picture, whose drawing takes long and is not what is looked at. */
export const realDeck = (input: DownloadInput, language: "zh" | "en"): Uint8Array =>
  deck(input, language, {pictures: new Map(Object.keys(input.figures[language].figures).map((id) => [id, pixel]))});

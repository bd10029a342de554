import {describe, expect, it} from "vitest";
import {type Entry, rank, stem, termsOf} from "../../src/components/search-rank.js";
import {metrics} from "../../src/metrics/catalogue.js";
import {synonyms} from "../../src/words/synonyms.js";

const alike = [...synonyms, ...metrics.map(({zh, en}) => [zh.name, en.name])];
const entries: Entry[] = [
  {href: "zh/churn.html", title: "流失", text: "9月流失 37 户"},
  {
    href: "zh/churn.html#churn-causes",
    title: "流失 207 户中 130 户说了原因：多因价格（50）或服务（40），先后未定",
    page: "流失",
    text: "每类原因的客户",
    keys: "churn causes 月流失率 Monthly churn",
  },
  {href: "zh/churn.html#retention", title: "满一年 87% 的客户还在", page: "流失", text: "留存", keys: "retention"},
  {href: "zh/complaints.html", title: "投诉与服务", text: "客户投诉处理"},
  {
    href: "zh/field.html#returns-by-reason",
    title: "退货最多的原因是漏水",
    page: "上门与退货",
    text: "退货单",
    keys: "returns by reason",
  },
  {href: "zh/downloads.html", title: "下载", text: "流失 原因 退款 投诉 churn-causes.zh.csv", last: true},
];
const found = (query: string) => rank({entries, alike}, query).map(({href}) => href.replace(/^zh\//, ""));

describe("search", () => {
  it.each([
    ["流失原因", "churn.html#churn-causes"],
    ["churn reason", "churn.html#churn-causes"],
    ["churn reasons", "churn.html#churn-causes"],
    ["why customers leave", "churn.html#churn-causes"],
    ["refund", "field.html#returns-by-reason"],
    ["退款", "field.html#returns-by-reason"],
    ["renewals", "churn.html#retention"],
  ])("%s finds its figure first", (query, href) => {
    expect(found(query)[0]).toBe(href);
  });

  it("what a page answers with comes before what is folded there", () => {
    const [folded, front] = [
      {href: "a", title: "西北投诉率最高", page: "投诉", text: "", keys: "complaint rate by segment 投诉率"},
      {href: "b", title: "每万户投诉 458.2", page: "投诉", text: "", keys: "complaint rate trend 投诉率", front: true},
    ];
    expect(rank({entries: [folded!, front!], alike}, "投诉率").map(({href}) => href)).toEqual(["b", "a"]);
  });

  it("finds words inside words, and nothing for nothing", () => {
    expect(found("诉处")).toEqual(["complaints.html"]);
    expect(found("  ")).toEqual([]);
    expect(found("zzz")).toEqual([]);
  });

  it("puts lists of files last, whatever they hold", () => {
    expect(found("流失").at(-1)).toBe("downloads.html");
    expect(found("投诉").at(-1)).toBe("downloads.html");
  });

  it("cuts endings of English words only", () => {
    expect(["refunds", "refunded", "refunding", "refund"].map(stem)).toEqual(Array(4).fill("refund"));
    expect(["reasons", "complaints", "categories", "class", "sla"].map(stem)).toEqual([
      "reason",
      "complaint",
      "category",
      "class",
      "sla",
    ]);
    expect(termsOf("Ｃhurn 流失, why?")).toEqual(["churn", "流失", "why"]);
  });
});

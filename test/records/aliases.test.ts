import {describe, expect, test} from "vitest";
import {findAliases} from "../../loaders/records/aliases.js";

const names = [
  {code: "RA", aliases: ["蓝鲸示例", "蓝鲸", "Blue Whale"]},
  {code: "RC", aliases: ["红枫"]},
  {code: "Delta", aliases: ["Delta"]},
];
const found = (text: string) => findAliases(text, names).map(({code}) => code);

describe("rivals named in texts", () => {
  test("in Chinese and English, whatever the case or width of letters", () => {
    expect(found("隔壁都换蓝鲸了，价格低")).toEqual(["RA"]);
    expect(found("they moved to BLUE whale")).toEqual(["RA"]);
    expect(found("他们用Ｂｌｕｅ Ｗｈａｌｅ")).toEqual(["RA"]);
  });

  test("each once a text, though named twice", () => {
    expect(found("蓝鲸说便宜，蓝鲸示例又说送滤芯；红枫没说话")).toEqual(["RA", "RC"]);
  });

  test("only as whole words", () => {
    expect(found("红枫叶很好看")).toEqual([]);
    expect(found("river deltas are flat")).toEqual([]);
  });

  test("with the sentence around the name", () => {
    expect(findAliases("关心滤芯价格；蓝鲸说换过去第一年八折。别的没说", names)[0]!.words).toBe(
      "蓝鲸说换过去第一年八折",
    );
  });
});

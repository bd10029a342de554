import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Database, openDatabase} from "../../loaders/database/database.js";
import {literal} from "../../loaders/database/sql-text.js";
import {openDoor} from "../../loaders/scan/door.js";
import {findPersonal} from "../../loaders/scan/personal/find.js";
import {masked} from "../../loaders/scan/personal/mask.js";
import {personalKindIds} from "../../src/words/personal-kinds.js";
import {planted} from "./planted.js";

const places: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `请回电${text}，谢谢`,
  (text) => `客户说 ${text} 已经换了`,
  (text) => `please note ${text}, thanks`,
  (text) => `K12 ${text}`,
  (text) => `住 502，${text}，3号楼`,
  (text) => `T1,${text},12,0.5`,
  (text) => `11月3日；${text}；5 次`,
  (text) => `（${text}）`,
  (text) => `[${text}]`,
  (text) => `"${text}"`,
  (text) => `${text}。2026年`,
];

describe("twenty kinds of personal data in the spellings of people", () => {
  test("all twenty are planted", () => {
    expect([...new Set(planted.map(({kind}) => kind))].sort()).toEqual([...personalKindIds].sort());
  });

  test.each(personalKindIds)("%s is masked wherever it stands", (kind) => {
    const left = planted
      .filter((each) => each.kind === kind)
      .flatMap(({text, secret}) => places.map((place) => ({text: place(text), secret})))
      .filter(({text, secret}) => masked(text).text.includes(secret));
    expect(left.map(({text}) => text)).toEqual([]);
  });

  test("a masked text holds nothing more to mask", () => {
    const again = planted
      .flatMap(({text}) => places.map((place) => masked(place(text)).text))
      .filter((text) => findPersonal(text).length > 0);
    expect(again).toEqual([]);
  });
});

describe("what only looks like it stays", () => {
  test.each([
    "订单20261013000123还没到",
    "2026-10-13 2026-10-15 12:30 等了两天",
    "工单T26090012花了1,234,567.00元",
    "第1号柜台",
    "撤销主任、付主任职务",
    "tag numbers 0016 964012, 0016 964077, 0016 964078 - let's find them",
    "it took 14 days, order #48213",
    "订单号 310001202601150001 三天没发货",
    "运单号 7312345678901234",
    "电表号 0011223344556677",
    "《劳动合同法》第38条第2款",
    "国发〔2019〕12号",
    "国务院令第393号",
    "地铁3号线2号口",
    "版本 6.4.3.1 升级失败",
    "公司经理和客服都不管，高级经理也没来",
    "谢谢老师，马上经理会回电",
    "1栋18层，共16户",
    "拨打12345、10086、400-800-1234都没用",
    "call 1-800-433-7300",
    "@VirginAmerica thanks for the flight @user.",
    "sha256 13912345678901234567890123456789012345678901234567890123456789ab",
    "金额13912345678.55元",
    "合计152,747,300.25元，其中 1,391,234,567 元",
    "0 150000 50000; -1500 1500 500",
    "打分 1,3,4,5,4,3,4,5,4,3,4",
    "型号 G20190315",
    "icon@2x.png d3@7.9.2.js react@18.2.0",
    "3.14159265358979 and 0.13912345678",
    "13:45:22 到 14:05:10 断网",
  ])("%s", (text) => expect(masked(text).text).toBe(text));
});

describe("the door of the database", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-door-"));
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({temp: join(folder, "duckdb")});
    await openDoor(database, {key: () => "key"});
  });
  afterAll(() => {
    database.close();
    rmSync(folder, {recursive: true, force: true});
  });

  test("passes no text that the rules would mask", async () => {
    const texts = planted.flatMap(({text}) => places.map((place) => place(text)));
    const rows = await database.rows(
      `select scrub(text) as shown from (select unnest([${texts.map(literal).join(", ")}]) as text)`,
    );
    expect(rows.map(({shown}) => shown)).toEqual(texts.map((text) => masked(text).text));
  });

  test("keeps apart what it hides", async () => {
    const [row] = await database.rows(
      "select hide('13900001234') as one, hide('13900001235') as other, hide('13900001234') as again, hide('K00012') as id",
    );
    expect(row?.one).toBe(row?.again);
    expect(row?.one).not.toBe(row?.other);
    expect(row?.one).toMatch(/^\*{11}#[b-t]{10}$/);
    expect(row?.id).toBe("K00012");
  });
});

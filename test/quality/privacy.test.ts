import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Database, openDatabase} from "../../loaders/database/database.js";
import {openPrivacy} from "../../loaders/mapping/privacy.js";
import {ReportError} from "../../loaders/messages/errors.js";
import {readReport} from "../../loaders/read-report.js";
import {rejectsFile} from "../../loaders/records/rejects/file.js";
import {maskedRejects} from "../../loaders/records/rejects/masked.js";
import {rejectTables} from "../../loaders/records/rejects/tables.js";

/** Everything personal that the exports of this test hold; none of it may be found after the door. */
const secrets = [
  "13812345678",
  "138-1234-5678",
  "１３８１２３４５６７８",
  "13987654321",
  "010-62345678",
  "990101199003071234",
  "99010119900307123X",
  "6222 0212 3456 7890 123",
  "6222021234567890123",
  "zhang.san@example.com",
  "ZHANG＠example.com",
  "沪A12345",
  "粤B·D12345",
  "人民路123号",
  "4栋502",
  "一三八一二三四五六七八",
  "王小明",
];

let folder = "";
let temp = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huisheng-privacy-"));
  temp = join(folder, "duckdb");
  for (const part of ["exports", "mappings", "rules"]) mkdirSync(join(folder, part));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("report.yaml", "company: {zh: 隐私用例（虚构）, en: Privacy case (made up)}\nreject_limit: 1\n");
  put(
    "exports/customers.csv",
    `${[
      "id,name,phone,email,card,bank,plate,address,age",
      "K1,王小明,138-1234-5678,zhang.san@example.com,990101199003071234,6222021234567890123,沪A12345,上海市黄浦区人民路123号4栋502室,34",
      "K2,王小明,１３８１２３４５６７８,zhang.san@example.com,990101199003071234,,京B00001,,34",
      "K3,上海听泉示例酒店有限公司,13987654321,,,,,,x",
      "K1,王小明,13812345678,,,,,,34",
      "K4,王小明,13812345678,,,,,,34,多一格",
    ].join("\n")}\n`,
  );
  put(
    "exports/tickets.csv",
    `${["id,customer,day,title,words", ...secrets.map((secret, index) => `T${index},K1,2026-01-0${1 + (index % 9)},标题${index % 2 ? secret.replace("王小明", "") : ""},"电话或证件 ${secret.replace("王小明", "")}，请回电"`)].join("\n")}\n`,
  );
  put(
    "mappings/crm.yaml",
    `label: {zh: 客户, en: CRM}
tables:
  - {entity: customers, files: customers.csv, columns: {customer_id: id, customer_name: name, phone: phone, email: email, id_card: card, bank_card: bank, plate: plate, address: address, age: age}}
  - {entity: tickets, files: tickets.csv, columns: {ticket_id: id, customer_id: customer, created_at: day, title: title, verbatim: words}}
`,
  );
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const read = (use?: NonNullable<Parameters<typeof readReport>[1]["use"]>) =>
  readReport(folder, {temp, progress: {line() {}}, ...(use ? {use, keepsAll: true} : {})});

describe("personal data stops at the door", () => {
  test("no table that models read, and none that is published, holds what was planted", async () => {
    const report = await read(async (database) => {
      const tables = await database.rows(
        "select table_name from information_schema.tables where table_name not in ('rejects', 'rejected_rows', 'int_rejects')",
      );
      for (const {table_name} of tables) {
        const text = JSON.stringify(await database.rows(`select * from "${table_name}"`));
        for (const secret of secrets) expect(text.includes(secret), `${table_name} holds ${secret}`).toBe(false);
      }
    });
    const published = JSON.stringify(report.published);
    for (const secret of secrets) expect(published.includes(secret), secret).toBe(false);
  });

  test("keys that tell the same number from another are never published", async () => {
    const {published} = await read();
    const columns = Object.values(published).flatMap((rows) => Object.keys(rows[0] ?? {}));
    expect(columns.filter((name) => name.endsWith("_key"))).toEqual([]);
  });

  test("one phone written in two ways is still found to be one customer's, with the number masked", async () => {
    const {published} = await read();
    expect(published.duplicate_customers).toMatchObject([
      {customer_id: "K1", group_id: "K1", same_phone: true},
      {customer_id: "K2", group_id: "K1", same_phone: true, phone: "138****5678", customer_name: "王**"},
    ]);
  });

  test("a firm's name stays, a person's and a plate do not", async () => {
    await read(async (database) => {
      expect(await database.rows("select max(plate) as plate from stg_customers")).toEqual([{plate: "京*****"}]);
      expect(
        await database.rows("select customer_id, customer_name, address from stg_customers order by customer_id"),
      ).toEqual([
        {customer_id: "K1", customer_name: "王**", address: null},
        {customer_id: "K2", customer_name: "王**", address: null},
        {customer_id: "K3", customer_name: "上海听泉示例酒店有限公司", address: null},
      ]);
    });
  });

  test("rejected rows are published masked, and kept whole for the analyst", async () => {
    await read(async (database, {folder: settings, door}) => {
      const files = async (mask: boolean) =>
        (await rejectTables(database))
          .map((table) => rejectsFile(mask ? maskedRejects(table, {folder: settings, door}) : table).text)
          .join("\n");
      const [masked, whole] = [await files(true), await files(false)];
      for (const secret of secrets) expect(masked.includes(secret), secret).toBe(false);
      expect(whole).toContain("王小明,138-1234-5678,zhang.san@example.com");
      expect(masked).toContain("不是整数,not a whole number,age,x,customers.csv,4");
    });
  });

  test("the published tables do not depend on the salt, which is drawn anew for every build", async () => {
    expect(JSON.stringify((await read()).published)).toBe(JSON.stringify((await read()).published));
  });

  test("columns that rules/privacy.yaml keeps stay as they are", async () => {
    writeFileSync(join(folder, "rules/privacy.yaml"), "keep: [plate]\n");
    try {
      await read(async (database) => {
        const [row] = await database.rows("select max(plate) as plate, max(email) as email from stg_customers");
        expect(row).toEqual({plate: "京B00001", email: "z***@***"});
      });
    } finally {
      rmSync(join(folder, "rules/privacy.yaml"));
    }
  });
});

describe("free text is scrubbed of numbers that lead to a person", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({temp: join(tmpdir(), "huisheng-scrub")});
    await openPrivacy(database, {folder, saltFile: undefined, exports: () => []});
  });
  afterAll(() => database.close());
  const scrub = async (text: string) =>
    String((await database.rows(`select scrub('${text.replaceAll("'", "''")}') as text`))[0]?.text);

  test("ordinary sentences, order numbers, dates and amounts stay as they are", async () => {
    for (const text of [
      "订单20261013000123还没到",
      "2026-10-13 2026-10-15 12:30 等了两天",
      "工单T26090012花了1,234,567.00元",
      "第1号柜台",
      "it took 14 days, order #48213",
    ])
      expect(await scrub(text)).toBe(text);
  });

  test("a mobile number is hidden wherever it stands in a text", async () => {
    const number = fc.stringMatching(/^1[3-9][0-9]{9}$/);
    const words = fc.stringMatching(/^[\p{Script=Han}a-zA-Z，。 ]{0,12}$/u);
    await fc.assert(
      fc.asyncProperty(number, words, words, async (phone, before, after) => {
        expect(await scrub(`${before}${phone}${after}`)).not.toContain(phone);
      }),
      {numRuns: 200},
    );
  });

  test("a salt file too short to protect anything is refused with what to do", async () => {
    writeFileSync(join(folder, "salt.txt"), "short");
    await expect(openPrivacy(database, {folder, saltFile: "salt.txt", exports: () => []})).rejects.toThrow(ReportError);
  });
});

import {mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {type IncomingHttpHeaders, request} from "node:http";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, serveSite} from "../../loaders/cli/serve.js";

/** Asks without a browser's cleaning of the path. */
function get(
  address: string,
  path: string,
  {method = "GET", headers = {}}: {method?: string; headers?: Record<string, string>} = {},
): Promise<{status: number; type: string; text: string; headers: IncomingHttpHeaders}> {
  const {hostname, port} = new URL(address);
  return new Promise((done, fail) => {
    request({hostname, port, path, method, headers}, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        done({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          text,
          headers: response.headers,
        }),
      );
    })
      .on("error", fail)
      .end();
  });
}

const big = 50_000_000;

describe("the server of npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-serve-"));
  const site = join(folder, "site");
  let served: ServedSite;
  beforeAll(async () => {
    mkdirSync(join(site, "zh"), {recursive: true});
    writeFileSync(join(site, "index.html"), "door");
    writeFileSync(join(site, "zh", "总览.html"), "总览");
    mkdirSync(join(site, ".git"));
    for (const hidden of [".huisheng", ".git/config", "zh/.secret"]) writeFileSync(join(site, hidden), "hidden");
    writeFileSync(join(site, "big.parquet"), Buffer.alloc(big));
    writeFileSync(join(site, "a.svg"), "<svg/>");
    writeFileSync(
      join(site, "policy.html"),
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    );
    writeFileSync(join(folder, "secret.txt"), "secret");
    symlinkSync(join(folder, "secret.txt"), join(site, "link.txt"));
    served = await serveSite(site, {port: 4300});
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, {recursive: true, force: true});
  });

  it("listens to this machine only and gives files their types", async () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await get(served.address, "/")).toMatchObject({status: 200, type: "text/html; charset=utf-8", text: "door"});
    expect((await get(served.address, encodeURI("/zh/总览.html?a=1"))).text).toBe("总览");
  });
  it("takes the next free port", async () => {
    const second = await serveSite(site, {port: Number(new URL(served.address).port)});
    expect(Number(new URL(second.address).port)).toBeGreaterThan(Number(new URL(served.address).port));
    await second.close();
  });
  it("never leaves its folder, by dots, by escapes or by a link", async () => {
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/zh/../../secret.txt",
      "/link.txt",
      "/%00",
      "/%",
      "//etc/passwd",
    ]) {
      const {status, text} = await get(served.address, path);
      expect(status, path).toBe(404);
      expect(text, path).not.toContain("secret");
    }
  });
  it("answers nothing but reading", async () => {
    expect((await get(served.address, "/", {method: "POST"})).status).toBe(404);
    expect((await get(served.address, "/", {method: "HEAD"})).text).toBe("");
  });
  it("answers no other name than this machine's own", async () => {
    for (const host of ["evil.example", "evil.example:4300", "127.0.0.1.evil.example"])
      expect((await get(served.address, "/", {headers: {host}})).status, host).toBe(403);
    expect((await get(served.address, "/", {headers: {host: "localhost:4300"}})).status).toBe(200);
  });
  it("sends the policy of a page, and one of its own for pictures", async () => {
    const page = await get(served.address, "/policy.html");
    expect(page.headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect((await get(served.address, "/")).headers["content-security-policy"]).toBe("frame-ancestors 'none'");
    expect((await get(served.address, "/a.svg")).headers["content-security-policy"]).toContain("default-src 'none'");
  });
  it("shows no hidden file", async () => {
    for (const path of ["/.huisheng", "/.git/config", "/zh/.secret", "/%2egit/config"])
      expect((await get(served.address, path)).status, path).toBe(404);
  });
  it("answers with the part that is asked for", async () => {
    const part = await get(served.address, "/big.parquet", {headers: {range: "bytes=10-19"}});
    expect([part.status, part.text.length, part.headers["content-range"]]).toEqual([206, 10, `bytes 10-19/${big}`]);
    expect((await get(served.address, "/big.parquet", {headers: {range: `bytes=${big}-`}})).status).toBe(416);
  });
  it.skipIf(process.platform !== "linux")("leaves nothing open after 200 downloads broken off", async () => {
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let round = 0; round < 20; round++)
      await Promise.all(Array.from({length: 10}, () => brokenOff(served.address)));
    await new Promise((done) => setTimeout(done, 300));
    expect(open()).toBeLessThan(before + 10);
    expect((await get(served.address, "/")).text).toBe("door");
  });
});

/** Asks for a large file and hangs up at its first bytes. */
const brokenOff = (address: string): Promise<void> =>
  new Promise((done) => {
    const {hostname, port, host} = new URL(address);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET /big.parquet HTTP/1.1\r\nhost: ${host}\r\n\r\n`),
    );
    socket.once("data", () => socket.destroy());
    socket.on("close", () => done());
    socket.on("error", () => {});
  });

import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, serveSite} from "../../loaders/cli/serve.js";

/** Asks without a browser's cleaning of the path. */
function get(address: string, path: string, method = "GET"): Promise<{status: number; type: string; text: string}> {
  const {hostname, port} = new URL(address);
  return new Promise((done, fail) => {
    request({hostname, port, path, method}, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        done({status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text}),
      );
    })
      .on("error", fail)
      .end();
  });
}

describe("the server of npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-serve-"));
  const site = join(folder, "site");
  let served: ServedSite;
  beforeAll(async () => {
    mkdirSync(join(site, "zh"), {recursive: true});
    writeFileSync(join(site, "index.html"), "door");
    writeFileSync(join(site, "zh", "总览.html"), "总览");
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
    expect(await get(served.address, "/")).toEqual({status: 200, type: "text/html; charset=utf-8", text: "door"});
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
    expect((await get(served.address, "/", "POST")).status).toBe(404);
    expect((await get(served.address, "/", "HEAD")).text).toBe("");
  });
});

import type {Browser} from "playwright-core";
import {expect, it} from "vitest";
import {hasCaddy, serveByCaddy} from "./caddy.js";
import {hasNginx, serveByNginx} from "./nginx.js";

const servers = [
  {name: "nginx", has: hasNginx, serve: serveByNginx, path: "/reports/"},
  {name: "nginx", has: hasNginx, serve: serveByNginx, path: "/reports/2026-10/"},
  {name: "Caddy", has: hasCaddy, serve: serveByCaddy, path: "/reports/"},
  {name: "Caddy", has: hasCaddy, serve: serveByCaddy, path: "/reports/2026-10/"},
];

/** What the servers that `data/hosting` has a recipe for must do with a site, the real ones, at the root of reports and below it. */
export function givenByServers({
  output,
  browser,
  pages,
}: {
  output: string;
  browser: () => Browser;
  pages: readonly string[];
}): void {
  for (const {name, has, serve, path: under} of servers)
    it.skipIf(!has)(
      `${name}${has ? "" : ` (skipped: it is not on this machine)`} gives the pages by its recipe under ${under}, to those with the password`,
      async () => {
        const behind = await serve(output, under);
        try {
          for (const path of ["", "zh/overview.html", "search.zh.json"])
            expect((await fetch(`${behind.address}${path}`)).status, path).toBe(401);
          const wrong = {authorization: `Basic ${btoa("manager:guess")}`};
          expect((await fetch(behind.address, {headers: wrong})).status).toBe(401);
          const right = {authorization: `Basic ${btoa("manager:secret")}`};
          const ask = (path: string, headers = {}) =>
            fetch(`${behind.address}${path}`, {headers: {...right, ...headers}});
          const first = await ask("zh/overview.html");
          expect(Object.fromEntries(first.headers)).toMatchObject({
            "content-encoding": "gzip",
            "cache-control": "no-cache",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "referrer-policy": "no-referrer",
          });
          // Asked for again, what has not changed is not sent again.
          const again = await ask("zh/overview.html", {"if-none-match": first.headers.get("etag") ?? ""});
          expect(again.status).toBe(304);
          for (const hidden of [".git/config", "zh/.hidden"]) expect((await ask(hidden)).status, hidden).toBe(404);
          const bare = await fetch(behind.address.slice(0, -1), {redirect: "manual", headers: right});
          expect([301, 302]).toContain(bare.status);
          expect(new URL(bare.headers.get("location") ?? "", behind.address).pathname).toBe(under);

          const context = await browser().newContext({httpCredentials: {username: "manager", password: "secret"}});
          const page = await context.newPage();
          const faults: string[] = [];
          page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
          page.on(
            "response",
            (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`),
          );
          for (const path of pages) await page.goto(`${behind.address}${path}.html`, {waitUntil: "networkidle"});
          await page.locator(".search input").fill("complaint");
          await page.locator(".results a").first().waitFor();
          await context.close();
          expect(faults).toEqual([]);
        } finally {
          await behind.close();
        }
      },
    );
}

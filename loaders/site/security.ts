import {createHash} from "node:crypto";

/**
 * The Content-Security-Policy of a page: nothing from elsewhere, no inline script but by its hash. Pages with an
 * analyst's code also need inline styles (Plot) and WebAssembly (Parquet), and may compile text only where they load a
 * library that does so (arquero and vega compile formulas).
 */
export function contentSecurityPolicy(html: string, {live}: {live: boolean}): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const compiles = live && /_npm\/(?:arquero|vega)[^"]*@/.test(html);
  const extra = [...(live ? ["'wasm-unsafe-eval'"] : []), ...(compiles ? ["'unsafe-eval'"] : [])];
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...hashes, ...extra].join(" ")}`,
    // The inputs library writes event handlers as attributes.
    ...(live ? ["script-src-attr 'unsafe-inline'"] : []),
    `style-src 'self'${live ? " 'unsafe-inline'" : ""}`,
    `img-src 'self' data:${live ? " blob:" : ""}`,
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Text as it may stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The way from a page (path without extension, e.g. "/zh/overview") to the site's root: "../". */
export function rootOf(path: string): string {
  return "../".repeat(Math.max(0, path.split("/").length - 2)) || "./";
}

/** Links stay inside the site. */
export const safeLink = (href: string): string => (/^[\w./#-]+$/.test(href) && !href.startsWith("//") ? href : "#");

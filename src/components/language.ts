/** Remembers the language a reader chose, and passes the language door by the next time. */
export function rememberLanguage(): void {
  const key = "huisheng-language";
  const door = [...document.querySelectorAll<HTMLAnchorElement>(".door a[data-language]")];
  try {
    const chosen = door.find((link) => link.dataset.language === localStorage.getItem(key));
    if (chosen && !location.hash && !document.referrer.startsWith(location.origin)) location.replace(chosen.href);
    if (door.length === 0) localStorage.setItem(key, document.documentElement.lang.slice(0, 2));
  } catch {
    // A browser may forbid storage; the door then opens every time.
  }
}

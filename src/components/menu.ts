/** On a telephone the menu starts folded; without script it stays open. */
export function foldMenu(): void {
  const narrow = matchMedia("(max-width: 899px)");
  const menu = document.querySelector<HTMLDetailsElement>(".menu");
  if (!menu) return;
  const fit = () => {
    menu.open = !narrow.matches;
    menu.classList.add("ready");
  };
  fit();
  narrow.addEventListener("change", fit);
}

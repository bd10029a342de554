/** On a telephone the menu starts folded; without script it stays open. */
export function foldMenu(): void {
  const narrow = matchMedia("(max-width: 899px)");
  const menu = document.querySelector<HTMLDetailsElement>(".menu");
  if (!menu) return;
  const fold = () => {
    menu.open = !narrow.matches;
    menu.classList.add("ready");
  };
  fold();
  narrow.addEventListener("change", fold);
}

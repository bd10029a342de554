/** How near, in pixels, the pointer must come to a mark. */
const reach = 28;

/**
 * Shows the label of the mark under or near the pointer; with the chart focused, the arrow keys go from mark to mark.
 * The labels stand in the SVG, made at build time.
 */
export function hoverText(chart: HTMLElement): void {
  const svg = chart.querySelector("svg");
  const marks = svg ? [...svg.querySelectorAll<SVGGraphicsElement>("[data-tip]")] : [];
  if (!svg || marks.length === 0) return;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-live", "polite");
  chart.append(tip);
  let current = -1;

  const show = (index: number) => {
    marks[current]?.classList.remove("active");
    current = index;
    const mark = marks[index];
    tip.hidden = !mark;
    if (!mark) return;
    mark.classList.add("active");
    tip.textContent = mark.getAttribute("data-tip");
    const [box, frame] = [mark.getBoundingClientRect(), chart.getBoundingClientRect()];
    const middle = box.left + Math.min(box.width / 2, 200) - frame.left;
    tip.style.left = `${Math.max(0, Math.min(middle - tip.offsetWidth / 2, frame.width - tip.offsetWidth))}px`;
    const above = box.top - frame.top - tip.offsetHeight - 8;
    tip.style.top = `${above < -40 ? box.bottom - frame.top + 8 : above}px`;
  };

  chart.addEventListener("pointermove", ({clientX, clientY}) => {
    let [best, distance] = [-1, reach];
    for (const [index, mark] of marks.entries()) {
      const {left, right, top, bottom} = mark.getBoundingClientRect();
      const away = Math.hypot(
        Math.max(left - clientX, 0, clientX - right),
        Math.max(top - clientY, 0, clientY - bottom),
      );
      if (away < distance) [best, distance] = [index, away];
    }
    if (best !== current) show(best);
  });
  chart.addEventListener("pointerleave", () => show(-1));
  chart.tabIndex = 0;
  chart.setAttribute("role", "group");
  chart.setAttribute("aria-label", svg.getAttribute("aria-label") ?? "");
  chart.addEventListener("blur", () => show(-1));
  chart.addEventListener("keydown", (event) => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (event.key === "Escape") show(-1);
    if (!step) return;
    event.preventDefault();
    show((current + step + marks.length) % marks.length);
  });
}

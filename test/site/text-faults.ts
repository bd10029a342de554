/** With all that is folded opened: texts of charts that leave their picture, end in dots, slant or lie over another, and boxes that hide some of theirs. */
export const textFaults = `(() => {
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
  const faults = [];
  const name = (element) => element.closest("[id]")?.id ?? "?";
  for (const svg of document.querySelectorAll("main svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll("text")]
      .map((node) => ({node, text: node.textContent.trim(), box: node.getBoundingClientRect()}))
      .filter(({text, box}) => text !== "" && box.width > 0);
    for (const [at, {node, text, box}] of texts.entries()) {
      const isOut = box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
      if (isOut || text.endsWith("…")) faults.push(name(svg) + " cuts “" + text + "”");
      if (/rotate\\((?!0[,) ])/.test(node.getAttribute("transform") ?? "")) faults.push(name(svg) + " slants “" + text + "”");
      for (const other of texts.slice(at + 1)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (width > 2 && height > 0.35 * Math.min(box.height, other.box.height))
          faults.push(name(svg) + ": “" + text + "” over “" + other.text + "”");
      }
    }
  }
  for (const element of [...document.querySelectorAll("main *")].filter((each) => !each.closest("svg"))) {
    const {overflowX} = getComputedStyle(element);
    if ((overflowX === "hidden" || overflowX === "clip") && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim() !== "")
      faults.push(name(element) + " hides some of “" + element.textContent.trim().slice(0, 60) + "”");
  }
  for (const details of folded) details.open = false;
  return [...new Set(faults)];
})()`;

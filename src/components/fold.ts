/** Opens what is folded around the place that the address names, and everything for print. */
export function openFolded(): void {
  const reveal = () => {
    const target =
      location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    let opened = false;
    for (let each = target?.closest("details"); each; each = each.parentElement?.closest("details")) {
      opened = opened || !each.open;
      each.open = true;
    }
    if (opened) target?.scrollIntoView();
  };
  reveal();
  addEventListener("hashchange", reveal);
  const closed: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>("details.analyst:not([open])")) {
      each.open = true;
      closed.push(each);
    }
  });
  addEventListener("afterprint", () => {
    for (const each of closed.splice(0)) each.open = false;
  });
}

/** Copies the text that a button names; without permission, or over plain http, by selecting it. */
export function copyText(button: HTMLButtonElement): void {
  const text = document.getElementById(button.dataset.from ?? "");
  const label = button.textContent ?? "";
  if (!text) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const isCopied = await copied(text);
    button.textContent = (isCopied ? button.dataset.copied : button.dataset.failed) ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

async function copied(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    return true;
  } catch {
    // Offices often serve the report over http, where a page may copy only what is selected.
    const folded = text.closest("details");
    if (folded) folded.open = true;
    const range = document.createRange();
    range.selectNodeContents(text);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return document.execCommand("copy");
  }
}

// What the page of a locked copy runs: asks for the password, then puts the page in its own place.
import {fromBase64, keyOf, type OpenedCopy, openedCopy, toBase64} from "./locked.js";
import {serveLocked} from "./locked-page.js";

/** The page as it is locked, in the page that asks for the password. */
interface Locked {
  readonly path: string;
  readonly root: string;
  readonly salt: string;
  readonly rounds: number;
  readonly bytes: Uint8Array;
}

function lockedPage(): Locked | undefined {
  const place = document.getElementById("locked");
  const {path = "", root = "", salt = "", rounds = ""} = place?.dataset ?? {};
  if (!place) return undefined;
  return {path, root, salt, rounds: Number(rounds), bytes: fromBase64(place.textContent ?? "")};
}

/** Opens the page with the key of this tab, else shows the form. */
function start(locked: Locked, form: HTMLFormElement): void {
  const kept = keptKey(locked);
  if (kept && show(locked, kept)) return;
  const input = form.querySelector("input")!;
  const button = form.querySelector("button")!;
  const wrong = form.querySelector<HTMLElement>("[role=alert]")!;
  form.hidden = false;
  input.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.textContent = "";
    button.disabled = true;
    // The browser paints the button before the key is made, which holds it up.
    setTimeout(() => {
      const key = keyOf(input.value, {salt: fromBase64(locked.salt), rounds: locked.rounds});
      if (show(locked, key)) return keepKey(locked, key);
      button.disabled = false;
      wrong.textContent = wrong.dataset.text ?? "";
      input.select();
    }, 50);
  });
}

/** Puts the page in the place of this one; false where the key does not open it. */
function show({path, root, bytes}: Locked, key: Uint8Array): boolean {
  const copy = openedCopy(key);
  const html = opened(copy, {path, bytes});
  if (html === undefined) return false;
  const address = new URL(root || "./", document.baseURI).href;
  document.open();
  document.write(html);
  document.close();
  serveLocked(copy, {root: address});
  // The place that the address names was not there when the browser looked for it.
  if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  return true;
}

function opened(copy: OpenedCopy, {path, bytes}: {path: string; bytes: Uint8Array}): string | undefined {
  try {
    return new TextDecoder().decode(copy.open(path, bytes));
  } catch {
    return undefined;
  }
}

const nameOf = ({salt}: Locked): string => `huisheng-key-${salt}`;

/** The key stays in this tab until it is closed, so that links ask for no password. */
function keepKey(locked: Locked, key: Uint8Array): void {
  try {
    sessionStorage.setItem(nameOf(locked), toBase64(key));
  } catch {
    // A browser may forbid storage; every page then asks.
  }
}

function keptKey(locked: Locked): Uint8Array | undefined {
  try {
    const kept = sessionStorage.getItem(nameOf(locked));
    return kept ? fromBase64(kept) : undefined;
  } catch {
    return undefined;
  }
}

// A page that is put in place while this one is still being read would not run its scripts.
addEventListener("load", () =>
  setTimeout(() => {
    const locked = lockedPage();
    const form = document.querySelector<HTMLFormElement>("form.unlock");
    if (locked && form) start(locked, form);
  }),
);

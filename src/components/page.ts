// What script adds to a page that is whole without it: the menu of a telephone, search, hover text.
import {copyText} from "./copy.js";
import {openFolded} from "./fold.js";
import {hoverText} from "./hover.js";
import {rememberLanguage} from "./language.js";
import {foldMenu} from "./menu.js";
import {search} from "./search.js";

foldMenu();
openFolded();
rememberLanguage();
for (const chart of document.querySelectorAll<HTMLElement>(".chart")) hoverText(chart);
for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) copyText(button);
for (const box of document.querySelectorAll<HTMLElement>(".search")) search(box);

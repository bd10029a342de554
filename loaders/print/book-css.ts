/** What a book has and a page of the site has not. */
export const bookCss = `
@media print { :root { font-size: 9.5pt; } }
.book .cover { height: 240mm; display: flex; flex-direction: column; justify-content: center; break-after: page; border-left: 6px solid #12436d; padding-left: 12mm; }
.book .cover h1 { font-size: 30pt; margin: 4mm 0; }
.book .cover p { font-size: 15pt; margin: 0; color: #56616c; }
.book .contents { break-after: page; }
.book .contents h1 { margin-bottom: 6mm; }
.book .contents h2 { margin-top: 8mm; }
.book .contents ol { list-style: none; margin: 0; padding: 0; }
.book .contents a { display: flex; justify-content: space-between; padding: 1.1mm 0; border-bottom: 1px dotted #8a949e; color: inherit; text-decoration: none; }
.book .contents b { font-weight: 400; font-variant-numeric: tabular-nums; }
.book .part { margin-top: 10mm; }
.book .part:first-of-type { margin-top: 0; }
.book .part:not(.appendix) + .appendix { margin-top: 0; break-before: page; }
.book .part > h1 { margin: 0 0 4mm; padding-bottom: 2mm; border-bottom: 2px solid #12436d; }
.book .part > .said { break-after: avoid; break-inside: avoid; }
.book .faces { display: block; }
.book .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm 6mm; align-items: start; break-inside: avoid; margin: 0 0 5mm; }
.book .pair > * { grid-column: auto; min-width: 0; margin: 0; }
.book .face { break-inside: avoid; margin: 0 0 5mm; border: 1px solid #dde3e8; padding: 3mm; }
.book .pair > .face { margin: 0; height: 100%; box-sizing: border-box; }
.book .pair > .face .rest, .book .face .how { display: none !important; }
.book .face.alone { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm; align-items: start; }
.book .face.alone > * { grid-column: 1; margin-top: 0; }
.book .face.alone > .chart, .book .face.alone > .scroll { grid-column: 2; grid-row: 1 / span 9; }
.book .letter-part .how { display: block; }
.book .letter-part small { display: none; }
.book table { font-size: 7.8pt; min-width: 0; width: 100%; }
.book table.small { font-size: 6.8pt; }
.book table.smallest { font-size: 6pt; }
.book th, .book td { padding: 0.8mm 1.6mm 0.8mm 0; min-width: 0; max-width: none; white-space: normal; overflow-wrap: break-word; }
.book .number { white-space: nowrap; }
.book th.number { white-space: normal; }
.book thead { display: table-header-group; }
.book .figure { max-width: none; container-type: normal; }
.book .appendix .figure { margin-bottom: 5mm; break-inside: auto; }
.book .appendix h3 { font-size: 10pt; }
.book .appendix .notes, .book .appendix .worked, .book .appendix .source { font-size: 7pt; line-height: 1.35; margin: 0.8mm 0; }
.book .appendix .pair { break-inside: auto; }
.book .appendix .pair .figure { margin: 0; }
.book .appendix .chart { max-width: none; break-inside: avoid; }
.book h1, .book h2, .book h3, .book .subtitle, .book .notes, .book li { break-inside: avoid; }
.book .appendix h3, .book .appendix .subtitle, .book .appendix .notes, .book .appendix .key { break-after: avoid; }
.book .appendix .chart svg { max-height: 100mm; }
.book .pair .chart svg { max-height: 95mm; }
.book .plates .figure, .book #plates ~ .figure { break-inside: avoid; }
.book #plates ~ .figure .chart svg { max-height: 200mm; }
.book #plates ~ .figure + .figure { break-before: page; }
.book .face .chart svg { max-height: 72mm; }
.book .elsewhere { break-inside: avoid; }
.book figcaption { break-before: avoid; }
.book tr.more, .book .how .scroll, .book .how .reason { display: none !important; }
.book .tile .records, .book .figure .records { display: none; }
.book .tile.listed h3 { padding-right: 0; }
`;

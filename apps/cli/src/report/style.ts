/** The style of a report: one column, readable in light and dark, figures on their own white. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #5b5b66; --line: #d8d8de; --paper: #fdfdfc; --good: #16704a; --bad: #a8281f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ec; --soft: #a3a3ae; --line: #3a3a42; --paper: #17171a; --good: #6fd0a4; --bad: #f29289; } }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; font: 16px/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.9rem; margin: 0 0 .3rem; } h2 { font-size: 1.4rem; margin: 2.6rem 0 .4rem; } h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p.lead, figcaption, .soft { color: var(--soft); }
figure { margin: 1.4rem 0; } figure svg { max-width: 100%; height: auto; border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; } th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
td.number { font-variant-numeric: tabular-nums; } .holds { color: var(--good); font-weight: bold; white-space: nowrap; } .fails { color: var(--bad); font-weight: bold; white-space: nowrap; }
pre { overflow-x: auto; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 6px; font-size: .86rem; line-height: 1.4; } code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
.scroll { overflow-x: auto; }
@media print { body { max-width: none; } figure, tr { break-inside: avoid; } }
`;

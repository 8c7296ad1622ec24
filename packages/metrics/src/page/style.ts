/** The looks of the page, by day and by night; nothing is loaded from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5b6470; --ground: #fff; --line: #d9dee5; --mark: #2563c9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ee; --soft: #9aa4b2; --ground: #14171c; --line: #303742; --mark: #6ea2f5; }
}
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--line); text-align: right; font-weight: normal; }
th:first-child, td:first-child { text-align: left; }
thead th { color: var(--soft); }
.bars th { max-width: 16rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bars td { white-space: nowrap; } .bars .wide { width: 60%; }
.bar { display: block; width: 100%; height: .8rem; } .steps { width: 100%; height: 9rem; border-bottom: 1px solid var(--line); }
rect, path { fill: var(--mark); } figure { margin: 0; }
figcaption { display: flex; justify-content: space-between; color: var(--soft); }
.scroll { overflow-x: auto; }
`;

/** The page's style sheet: no font, image or address from elsewhere; light and dark as the reader has it. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --back: #ffffff; --soft: #f6f8fa; --line: #d1d9e0; --link: #0550ae;
  --good: #116329; --bad: #b3151e; --doubtful: #7a4b00; --quiet: #57606a; --added: #dafbe1; --removed: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --back: #0d1117; --soft: #151b23; --line: #3d444d; --link: #71b7ff;
  --good: #56d364; --bad: #ff8b84; --doubtful: #e3b341; --quiet: #9ea7b3; --added: #12361f; --removed: #4a1a1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, select:focus-visible, .scroll:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
code, pre { font: .875em/1.45 ui-monospace, monospace; } code { overflow-wrap: anywhere; }
pre { padding: .75rem; overflow: auto; background: var(--soft); border-radius: 6px; } pre code { white-space: pre; overflow-wrap: normal; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; min-width: 100%; margin: .75rem 0; }
th, td { padding: .35rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; } th { background: var(--soft); } td ul { margin: 0; padding-left: 1.1rem; }
details { margin: .5rem 0; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 6px; } summary { cursor: pointer; overflow-wrap: anywhere; }
details:target, li:target { outline: 2px solid var(--link); }
.state { white-space: nowrap; font-weight: 600; } .good { color: var(--good); } .bad { color: var(--bad); } .doubtful { color: var(--doubtful); } .quiet { color: var(--quiet); }
.findings { padding-left: 0; list-style: none; } .findings > li { padding: .25rem .75rem; margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; overflow-wrap: anywhere; } .findings p { margin: .35rem 0; }
#filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; } #filters[hidden] { display: none; } select { font: inherit; max-width: 20rem; }
.seen { margin: .25rem 0; color: var(--quiet); }
.map { min-width: 60rem; width: 100%; height: auto; } .bars { min-width: 40rem; width: 100%; height: auto; }
.station { fill: var(--soft); stroke: var(--line); } .map text, .bars text { fill: var(--text); font-size: 13px; dominant-baseline: central; } .station-name, .arrow text { text-anchor: middle; } .bar-name { text-anchor: end; }
.arrow path { fill: none; stroke: currentColor; stroke-width: 2; } .arrow .head { fill: currentColor; stroke: none; } .arrow circle { fill: var(--back); stroke: currentColor; stroke-width: 2; } .arrow text { fill: currentColor; font-weight: 700; font-size: 12px; }
.arrow:focus-visible circle, .arrow:hover circle { stroke-width: 4; } .bar { fill: var(--link); }
.course { min-width: 34rem; width: 100%; max-width: 44rem; height: auto; } .course text { fill: var(--text); font-size: 12px; } .course .end { text-anchor: end; }
.axis { stroke: var(--line); } .samples { fill: none; stroke: var(--link); stroke-width: 2; } .limit { stroke: var(--doubtful); stroke-width: 1.5; stroke-dasharray: 6 4; } .firing { fill: var(--removed); } .since { stroke: var(--bad); stroke-width: 2; }
.diff code { white-space: pre-wrap; } .diff td { width: 50%; border-block: 0; padding-block: 0; } .added { background: var(--added); } .removed { background: var(--removed); }
@media print { details > * { display: block; } nav, #filters { display: none; } }
`;

/** What a run needs of the program once its chart is rendered. It is loaded while helm runs, which takes longer. */
export { checks } from "./checks/index.ts";
export { compareWithBase } from "./examine/compare-with-base.ts";
export { examine, findIn } from "./examine/examine.ts";
export { publish, publishEarlier, publishNothing, publishTrouble } from "./machine/runner/publish.ts";
export { writeReport } from "./machine/runner/write-report.ts";
export { failedBeforeTheRun, outcomeOf, showing } from "./outcome.ts";
export { judgeAhead } from "./policy/run-checks.ts";
export { earlierLinks, linksOf } from "./report/summary/links.ts";
export { renderLogText } from "./report/text/log-text.ts";

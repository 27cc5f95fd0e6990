(function (module, exports, require, __dirname) {"use strict";
exports.id = 590;
exports.ids = [590];
exports.modules = {

/***/ 58590:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderJunit: () => (/* binding */ renderJunit)
});

// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/core/finding.js
var core_finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/plan/hidden/excerpt.js + 1 modules
var excerpt = __webpack_require__(3341);
// EXTERNAL MODULE: ./build/src/report/conclude.js
var conclude = __webpack_require__(93452);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(49872);
// EXTERNAL MODULE: ./node_modules/escape-html/index.js
var escape_html = __webpack_require__(12759);
var escape_html_default = /*#__PURE__*/__webpack_require__.n(escape_html);
// EXTERNAL MODULE: ./build/src/report/text/visible.js
var visible = __webpack_require__(42555);
;// CONCATENATED MODULE: ./build/src/report/junit/xml.js


/** An element with attributes, and what stands in it: elements, or a text that {@link xmlText} made. */
const xml_element = (name, attributes, content = []) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
    const start = `<${name}${written.join("")}`;
    return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
};
/**
 * Any text as content or in an attribute. XML has no place for some characters, which are replaced; a reader makes
 * spaces of line feeds and tabs in attributes; and in a workflow's log no line may look like a command to the runner.
 */
const xmlText = (text) => escape_html_default()((0,visible/* visible */.R)(text).replaceAll(/[\ufffe\uffff]/g, "\ufffd"))
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;")
    .replaceAll("##[", "##&#91;");

;// CONCATENATED MODULE: ./build/src/report/junit/junit.js






/** Characters of what stands in an attribute; the whole text stands in the element. */
const longestAttribute = 500;
/**
 * The report as JUnit XML, for whatever shows tests: a suite a check. One that found nothing has passed; a finding
 * fails where it fails the run, and is told in the output of a test that passed where it does not; what was let be and
 * checks that did not run are skipped. How the run itself ended is a test of its own.
 */
const renderJunit = (report) => {
    const cases = [runCase(report), ...findingCases(report), ...suppressedCases(report), ...checkCases(report)];
    const suites = [...Map.groupBy(cases, ({ suite }) => suite)].map(([name, own]) => xml_element("testsuite", { name, ...countsOf(own) }, own.map(({ xml }) => `\n    ${xml}`)));
    const all = xml_element("testsuites", { name: "prometheus-stack-action", ...countsOf(cases), time: secondsOf(report) }, suites.map((suite) => `\n  ${suite}`));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`;
};
const countsOf = (cases) => {
    const count = (wanted) => cases.filter(({ ended }) => ended === wanted).length;
    return { tests: cases.length, failures: count("failed"), errors: count("error"), skipped: count("skipped") };
};
const secondsOf = ({ stages }) => (stages.reduce((sum, stage) => sum + (stage.status === "skipped" ? 0 : stage.durationMs), 0) / 1000).toFixed(3);
/** Anything but findings that ended the run, or made it fail. */
const runCase = (report) => {
    const { mode, path, target, failureReason } = report;
    const failed = failureReason !== null && failureReason !== "findings";
    const said = [report.error?.message ?? (0,verdict/* verdict */.WJ)(report), (0,verdict/* nextStep */.sk)(report) ?? ""].filter((part) => part !== "");
    const error = xml_element("error", { type: failureReason ?? "", message: attribute(said[0] ?? "") }, [
        xmlText(said.join("\n")),
    ]);
    const name = [mode, target, path].filter((part) => part !== null).join(" ");
    return testCase("run", name, failed ? "error" : "passed", {}, failed ? [error] : []);
};
const findingCases = ({ findings, failOn }) => {
    const fails = new Set((0,conclude/* failing */.Jr)(failOn, findings));
    return findings.map((finding) => {
        const told = xmlText(textOf(finding));
        return fails.has(finding)
            ? ofFinding(finding, "failed", [
                xml_element("failure", { type: finding.severity, message: attribute(finding.message) }, [told]),
            ])
            : ofFinding(finding, "passed", [xml_element("system-out", {}, [told])]);
    });
};
const suppressedCases = ({ suppressed }) => suppressed.map(({ finding, by, reason }) => ofFinding(finding, "skipped", [xml_element("skipped", { message: attribute(`let be by ${by}: ${reason}`) })]));
/** Checks that found nothing, or did not run. Where the run did not come to them, nothing is said. */
const checkCases = ({ findings, suppressed, checksNotRun, stages }) => {
    if (!stages.some(({ name, status }) => name === "check" && status === "passed"))
        return [];
    const reasons = new Map(checksNotRun.map(({ check, reason }) => [check, reason]));
    const told = new Set([...findings, ...suppressed.map(({ finding }) => finding)].map(({ check }) => check));
    return checks/* checks */.A
        .filter(({ id }) => !told.has(id))
        .map(({ id, title }) => {
        const reason = reasons.get(id);
        return reason === undefined
            ? testCase(id, title, "passed", {}, [])
            : testCase(id, title, "skipped", {}, [xml_element("skipped", { message: attribute(reason) })]);
    });
};
const ofFinding = (finding, ended, content) => {
    const { check, at, resource, severity } = finding;
    const place = at === undefined ? "" : `${at.file}:${at.line}:${at.column}`;
    const named = [place, resource === undefined ? "" : (0,core_finding/* nameOf */.Vb)(resource), severity].filter((part) => part !== "");
    return testCase(check, named.join(" "), ended, at === undefined ? {} : { file: at.file, line: at.line }, content);
};
const testCase = (suite, name, ended, place, content) => ({
    suite,
    ended,
    xml: xml_element("testcase", { classname: suite, name: attribute(name), ...place }, content),
});
const textOf = ({ message, fix, help }) => [message, fix === undefined ? "" : `Mend: ${fix.description}`, help].filter((part) => part !== "").join("\n");
const attribute = (text) => (0,excerpt/* cutTo */.yd)(text, longestAttribute);


/***/ }

};
;
})

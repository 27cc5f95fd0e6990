(function (module, exports, require, __dirname) {"use strict";
exports.id = 311;
exports.ids = [311];
exports.modules = {

/***/ 34311:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JI: () => (/* binding */ judgeAhead),
  ZZ: () => (/* binding */ pageOf),
  JT: () => (/* binding */ runChecks)
});

// UNUSED EXPORTS: helpBase

;// CONCATENATED MODULE: ./build/src/checks/check-option.js
/**
 * Reads the options that a check declares. It throws on a name that the check does not declare with
 * that type: a bug of ours.
 */
const checkOptions = (declared, configured = {}) => {
    const optionValue = (name, type) => {
        const option = declared[name];
        if (option?.type !== type)
            throw new Error(`no option ${name} of type ${type} is declared`);
        return configured[name] ?? option.default;
    };
    return {
        list: (name) => optionValue(name, "list"),
        number: (name) => optionValue(name, "number"),
        duration: (name) => optionValue(name, "duration"),
    };
};

// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/checks/suppression-unused.js
var suppression_unused = __webpack_require__(17752);
// EXTERNAL MODULE: ./build/src/core/finding.js
var core_finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/next-turn.js
var next_turn = __webpack_require__(54687);
// EXTERNAL MODULE: ./build/src/core/project.js
var project = __webpack_require__(77157);
// EXTERNAL MODULE: ./build/src/policy/config.js
var config = __webpack_require__(64883);
// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(39918);
// EXTERNAL MODULE: ./build/src/policy/baseline.js
var baseline = __webpack_require__(68350);
;// CONCATENATED MODULE: ./build/src/policy/suppress.js



const noSuppressions = { comments: [], configured: [], configFile: null, baseline: null };
/**
 * Splits findings into open and suppressed ones, each told once. Comments are asked first, then the configuration, of
 * every object: it may mean that of one overlay alone. The baseline is last, for it counts what was told.
 */
const suppress = (findings, by, judge) => {
    const used = new Set();
    const left = new BaselineLeft(by.baseline);
    const suppressed = [];
    const above = commentsByLine(by.comments);
    const [isTold, isTaken] = [repeats(), repeats()];
    const open = findings.filter((finding) => {
        const found = suppressionOf(finding, { above, configured: by.configured }, used);
        if (found !== null) {
            if (!isTaken(finding, found.by, found.reason))
                suppressed.push({ finding, ...found });
            return false;
        }
        if (isTold(finding))
            return false;
        const isKnown = left.take(finding);
        if (isKnown)
            suppressed.push({ finding, by: "baseline", reason: "it was there when the baseline was written" });
        return !isKnown;
    });
    return { open, suppressed, unused: [...unusedComments(by, used, judge), ...unusedOthers(by, used, left, judge)] };
};
/**
 * Tells what it has been asked of before, whatever the object: one manifest can reach several overlays and be told of
 * once in each, and the reader needs it once.
 */
const repeats = () => {
    const seen = new Set();
    return ({ check, at, message }, ...more) => {
        const key = JSON.stringify([check, at?.file, at?.line, at?.column, message, ...more]);
        return seen.has(key) || !seen.add(key);
    };
};
/** The comments that have a reason, by the check and the line that they are about. */
const commentsByLine = (comments) => new Map(comments
    .filter(({ reason }) => reason !== "")
    .flatMap((comment) => comment.checks.map((check) => [lineKey(check, comment.at.file, comment.covers), comment]))
    // Where several comments are about one line, the first counts.
    .reverse());
const lineKey = (check, file, line) => `${check} ${line} ${file}`;
const suppressionOf = (finding, { above, configured }, used) => {
    const { check, at } = finding;
    const comment = at === undefined ? undefined : above.get(lineKey(check, at.file, at.line));
    if (comment !== undefined) {
        used.add(comment);
        used.add(keyOf(comment, check));
        return { by: "comment", reason: comment.reason };
    }
    const entry = configured.find((one) => isMeant(one, finding));
    if (entry !== undefined) {
        used.add(entry);
        return { by: "configuration", reason: entry.reason };
    }
    return null;
};
const keyOf = ({ at }, check) => `${at.file}:${at.line} ${check}`;
const isMeant = ({ check, file, resource }, finding) => check === finding.check &&
    (file === undefined || file === finding.at?.file) &&
    (resource === undefined || (finding.resource !== undefined && resource === (0,core_finding/* nameOf */.Vb)(finding.resource)));
/** So many unknown names of one comment are told each by itself; of more only their number. */
const mostUnknown = 5;
function* unusedComments({ comments }, used, judge) {
    const known = new Set(judge.known);
    const meantBy = hints(judge.known);
    for (const comment of comments) {
        if (comment.reason === "")
            continue;
        const at = comment.at;
        let unknown = 0;
        for (const check of comment.checks) {
            if (!known.has(check)) {
                unknown += 1;
                if (unknown <= mostUnknown)
                    yield { message: `There is no check ${check} that this comment could suppress${meantBy(check)}`, at };
            }
            else if (judge.ran(check) && !used.has(keyOf(comment, check)))
                yield {
                    message: `${check} finds nothing on line ${comment.covers}: delete the comment that suppresses it`,
                    at,
                };
        }
        if (unknown > mostUnknown)
            yield { message: `${unknown - mostUnknown} more names in this comment are no checks`, at };
    }
}
/**
 * A longer name is no misspelt check. A hint compares a name with every check, which takes
 * time: so many hints are given.
 */
const [longestName, mostHints] = [100, 1000];
const hints = (known) => {
    const told = new Map();
    return (check) => {
        const before = told.get(check);
        if (before !== undefined)
            return before;
        if (check.length > longestName || told.size >= mostHints)
            return "";
        const meant = (0,nearest/* nearest */.p)(check, known);
        const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
        told.set(check, hint);
        return hint;
    };
};
function* unusedOthers(by, used, left, judge) {
    for (const entry of by.configured)
        if (judge.ran(entry.check) && !used.has(entry))
            yield {
                message: `${entry.check} finds nothing that this entry of suppressions could let be: delete it`,
                at: { file: by.configFile ?? "", line: entry.line, column: 1 },
            };
    const gone = left.rest().filter(({ check }) => judge.ran(check) || !judge.known.includes(check));
    if (by.baseline !== null && gone.length > 0)
        yield {
            message: `${gone.length} of the baseline's findings are not there any more (${gone
                .slice(0, 3)
                .map(({ check, subject }) => `${check} of ${subject}`)
                .join(", ")}${gone.length > 3 ? ", \u2026" : ""}): write it anew, so that they do not come back unseen`,
            at: { file: by.baseline.file, line: 1, column: 1 },
        };
}
/** The findings of the baseline that have not been met yet. */
class BaselineLeft {
    #counts;
    constructor(baseline) {
        this.#counts = new Map([...(baseline?.counts ?? [])].map(([check, subjects]) => [check, new Map(subjects)]));
    }
    take(finding) {
        const subjects = this.#counts.get(finding.check);
        const subject = (0,baseline/* subjectOf */.et)(finding);
        const count = subjects?.get(subject) ?? 0;
        if (subjects === undefined || count === 0)
            return false;
        subjects.set(subject, count - 1);
        return true;
    }
    rest() {
        return [...this.#counts].flatMap(([check, subjects]) => [...subjects].flatMap(([subject, count]) => (count > 0 ? [{ check, subject }] : [])));
    }
}

;// CONCATENATED MODULE: ./build/src/policy/run-checks.js








/** Where the page of each check is published: `<helpBase>/<id>.md`. */
const helpBase = `${project/* projectAddress */.O}/blob/main/docs/checks`;
/** The address of a check's page. */
const pageOf = (check) => `${helpBase}/${check}.md`;
const noPolicy = { config: config/* noConfig */.ac, suppressions: noSuppressions };
/**
 * What those checks say that read nothing but the parts of the subject that are there already. A check that throws is
 * left out: it will throw again.
 */
const judgeAhead = async (subject, list, { config }) => {
    const ahead = new Map();
    for (const check of list) {
        if (config.checks.get(check.id)?.severity === "off" || missingPart(check, subject) !== undefined)
            continue;
        try {
            ahead.set(check, judge(check, subject, config));
        }
        catch {
            continue;
        }
        await (0,next_turn/* nextTurn */.t)();
    }
    return ahead;
};
/**
 * Runs every check on the parts of the subject that are there, but for those that were run `ahead`; `unavailable` says
 * why the others are not. A check that needs a part that is not there does not run and is listed. Throws an Error that
 * names the check where a check itself throws: that is a bug of ours.
 */
const runChecks = (subject, unavailable, list = checks/* checks */.A, policy = noPolicy, ahead = new Map()) => {
    const findings = [];
    const notRun = [];
    const levelOf = (check) => policy.config.checks.get(check.id)?.severity;
    for (const check of list) {
        if (levelOf(check) === "off") {
            notRun.push({ check: check.id, reason: `${policy.config.file} turns it off` });
            continue;
        }
        const missing = missingPart(check, subject);
        const judged = missing === undefined
            ? (ahead.get(check) ?? judge(check, subject, policy.config))
            : { findings: [], reason: unavailable.get(missing) ?? `the ${missing} stage gave no result` };
        for (const finding of judged.findings)
            findings.push(finding);
        if (judged.reason !== null)
            notRun.push({ check: check.id, reason: judged.reason });
    }
    const { open, suppressed, unused } = suppress(findings.sort(core_finding/* byPlace */.hz), policy.suppressions, {
        known: list.map(({ id }) => id),
        ran: (id) => notRun.every(({ check }) => check !== id),
    });
    const told = levelOf(suppression_unused/* suppressionUnused */.K) === "off" ? [] : unused;
    const all = [...open, ...told.map((problem) => stamp(suppression_unused/* suppressionUnused */.K, problem, policy.config))];
    return { findings: all.sort(core_finding/* byPlace */.hz), suppressed, notRun };
};
const missingPart = (check, subject) => check.reads.find((name) => subject[name] === undefined);
const judge = (check, subject, config) => {
    try {
        const reason = check.cannotJudge?.(subject) ?? null;
        if (reason !== null)
            return { findings: [], reason };
        const options = checkOptions(check.options ?? {}, config.checks.get(check.id)?.options);
        return { findings: Array.from(check.find(subject, options), (one) => stamp(check, one, config)), reason };
    }
    catch (cause) {
        throw new Error(`check ${check.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
};
/** A severity of the configuration counts for all that the check finds, but for what weighs less in itself. */
const stamp = (check, { severity: own, fix, ...problem }, { checks: settings }) => ({
    ...problem,
    ...(fix === undefined ? {} : { fix: (0,core_finding/* withoutReturns */.w6)(fix) }),
    check: check.id,
    severity: severityOf(check, own, settings.get(check.id)?.severity),
    help: pageOf(check.id),
});
const severityOf = (check, own, set) => {
    if (set === undefined || set === "off")
        return own ?? check.severity;
    const lesser = own !== undefined && core_finding/* severities */.gO.indexOf(own) > core_finding/* severities */.gO.indexOf(check.severity);
    return lesser && core_finding/* severities */.gO.indexOf(own) > core_finding/* severities */.gO.indexOf(set) ? own : set;
};


/***/ }

};
;
})

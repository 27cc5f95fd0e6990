(function (module, exports, require, __dirname) {"use strict";
exports.id = 746;
exports.ids = [746,311];
exports.modules = {

/***/ 5746:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checks: () => (/* reexport */ checks/* checks */.A),
  compareWithBase: () => (/* reexport */ compareWithBase),
  earlierLinks: () => (/* reexport */ links/* earlierLinks */.WY),
  examine: () => (/* reexport */ examine),
  failedBeforeTheRun: () => (/* reexport */ outcome/* failedBeforeTheRun */.rO),
  findIn: () => (/* reexport */ findIn),
  judgeAhead: () => (/* reexport */ run_checks/* judgeAhead */.JI),
  linksOf: () => (/* reexport */ links/* linksOf */.hP),
  outcomeOf: () => (/* reexport */ outcome/* outcomeOf */.sG),
  publish: () => (/* reexport */ publish),
  publishEarlier: () => (/* reexport */ publishEarlier),
  publishNothing: () => (/* reexport */ publishNothing),
  publishTrouble: () => (/* reexport */ publishTrouble),
  renderLogText: () => (/* reexport */ renderLogText),
  showing: () => (/* reexport */ outcome/* showing */.E5),
  writeReport: () => (/* reexport */ writeReport)
});

// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/core/finding.js
var core_finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js
var array = __webpack_require__(61318);
;// CONCATENATED MODULE: ./build/src/text/line-hunks.js

/** Lines that come and go. With more the search is given up: its time grows with their square. */
const mostChanges = 2000;
/** The lines of a text, each with what ends it, so that joined they are the text again. */
const keptLines = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
/** Where two texts differ, from top to bottom; one hunk from the first to the last difference where that is a lot. */
const lineHunks = (before, after) => {
    const [old, fresh] = [keptLines(before), keptLines(after)];
    const parts = (0,array/* diffArrays */.E)([...old], [...fresh], { maxEditLength: mostChanges });
    if (parts === undefined)
        return [wholeHunk(old, fresh)];
    const hunks = [];
    let [oldStart, newStart] = [1, 1];
    let open = null;
    for (const { value, added, removed } of parts) {
        if (!added && !removed) {
            if (open !== null)
                hunks.push(open);
            open = null;
        }
        else {
            open ??= { oldStart, newStart, before: [], after: [] };
            open = added ? { ...open, after: [...open.after, ...value] } : { ...open, before: [...open.before, ...value] };
        }
        if (!added)
            oldStart += value.length;
        if (!removed)
            newStart += value.length;
    }
    return open === null ? hunks : [...hunks, open];
};
/**
 * The hunks that a patch without context names, with their lines from both texts: as git sees the change, which has a
 * choice where a line is there twice. Those of {@link lineHunks} where the patch is of other texts.
 */
const patchHunks = (patch, before, after) => {
    const [old, fresh] = [keptLines(before), keptLines(after)];
    const hunks = patch.split("\n").flatMap((line) => {
        const [, ...found] = header.exec(line) ?? [];
        if (found.length === 0)
            return [];
        const [oldFirst = 0, oldCount = 1, newFirst = 0, newCount = 1] = found.map((one) => one === undefined ? undefined : Number(one));
        // A side without lines names the one before.
        const [oldStart, newStart] = [oldFirst + Number(oldCount === 0), newFirst + Number(newCount === 0)];
        return [
            {
                ...{ oldStart, newStart },
                before: old.slice(oldStart - 1, oldStart - 1 + oldCount),
                after: fresh.slice(newStart - 1, newStart - 1 + newCount),
            },
        ];
    });
    return withHunks(old, hunks) === after ? hunks : lineHunks(before, after);
};
const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** A text, by its lines, in which the new lines of hunks stand in the place of the old ones. */
const withHunks = (old, hunks) => {
    const out = [];
    let at = 0;
    for (const { oldStart, before, after } of hunks.toSorted((a, b) => a.oldStart - b.oldStart)) {
        out.push(...old.slice(at, oldStart - 1), ...after);
        at = oldStart - 1 + before.length;
    }
    return [...out, ...old.slice(at)].join("");
};
/** All between the lines at both ends that are the same. */
const wholeHunk = (old, fresh) => {
    const shorter = Math.min(old.length, fresh.length);
    let top = 0;
    while (top < shorter && old[top] === fresh[top])
        top += 1;
    let bottom = 0;
    while (bottom < shorter - top && old.at(-1 - bottom) === fresh.at(-1 - bottom))
        bottom += 1;
    return {
        oldStart: top + 1,
        newStart: top + 1,
        before: old.slice(top, old.length - bottom),
        after: fresh.slice(top, fresh.length - bottom),
    };
};

;// CONCATENATED MODULE: ./build/src/compare/change-steps.js

/**
 * The parts of a change. Files that come are first and those that go last, so that what names them finds them in every
 * state between.
 */
const partsOf = (changes) => {
    const parts = changes.flatMap(({ file, before, after, patch }) => {
        const kind = before === null ? "new" : after === null ? "gone" : "written";
        if (kind === "written")
            return hunksOf(before ?? "", after ?? "", patch).map((hunk) => ({ file, hunk, kind }));
        const hunk = { oldStart: 1, newStart: 1, before: keptLines(before ?? ""), after: keptLines(after ?? "") };
        return [{ file, hunk, kind }];
    });
    return ["new", "written", "gone"].flatMap((kind) => parts.filter((part) => part.kind === kind));
};
/** How many steps a part can be made in: line by line, and lines that are only taken out in one. */
const stepsIn = ({ hunk: { before, after } }) => Math.max(after.length, 1) + Number(before.length > after.length && after.length > 0);
/** The hunk's lines once so many of its steps are made. */
const linesAfter = ({ hunk: { before, after } }, steps) => steps > after.length
    ? after
    : steps === 0
        ? before
        : [...after.slice(0, steps), ...before.slice(after.length === 0 ? before.length : steps)];
/** The files as they are where the first `made` parts are made, and of the next one so many steps. */
const filesAt = (changes, parts, made, steps = 0) => {
    const done = new Map(parts.map((part, index) => [part, index < made ? stepsIn(part) : index === made ? steps : 0]));
    const byFile = Map.groupBy(parts, ({ file }) => file);
    return new Map(changes.map(({ file, before, after }) => {
        const own = byFile.get(file) ?? [];
        const isThere = own.some((part) => (done.get(part) ?? 0) > 0);
        if (before === null && !isThere)
            return [file, null];
        if (after === null && isThere)
            return [file, null];
        return [
            file,
            withHunks(keptLines(before ?? ""), own.map((part) => ({ ...part.hunk, after: linesAfter(part, done.get(part) ?? 0) }))),
        ];
    }));
};
const hunksOf = (before, after, patch) => patch === null ? lineHunks(before, after) : patchHunks(patch, before, after);

;// CONCATENATED MODULE: ./build/src/compare/part-lines.js
/** The places among those that lie on lines which a part writes, one a line, as they are given. */
const placesInPart = ({ file, hunk: { newStart, after } }, places) => places.filter((place) => place.file === file && place.line >= newStart && place.line < newStart + after.length);
/**
 * The line that a step of a part writes, as a place. Where lines were only taken out it is the one before them, else
 * the one behind; null for a file that is gone.
 */
const lineOfPart = ({ file, kind, hunk }, step) => {
    if (kind === "gone")
        return null;
    const { newStart, after } = hunk;
    const text = after[Math.min(step, after.length) - 1];
    if (text === undefined)
        return { file, line: Math.max(newStart - 1, 1), column: 1 };
    const line = newStart + Math.min(step, after.length) - 1;
    return {
        file,
        line,
        column: Math.max(text.search(/\S/), 0) + 1,
        endLine: line,
        endColumn: text.trimEnd().length + 1,
    };
};

;// CONCATENATED MODULE: ./build/src/compare/find-causes.js


/**
 * The line of the change that brought each finding. The change is made part by part: a finding comes with one of them,
 * which is found by halving, and of that part with one of its lines. Absent is what was not found: it comes with a file
 * that goes, or no more may be tried.
 */
const findCauses = async ({ changes, places, judge }) => {
    const known = [...places.values()].flat();
    const parts = partsOf(changes);
    // Of several parts that it takes, the last is blamed: that which findings know of.
    const isKnown = (part) => part.kind === "written" && placesInPart(part, known).length > 0;
    const order = [
        ...parts.filter((part) => part.kind === "new" || (part.kind === "written" && !isKnown(part))),
        ...parts.filter(isKnown),
        ...parts.filter(({ kind }) => kind === "gone"),
    ];
    const states = new Map();
    const has = async (finding, made, steps = 0) => {
        const key = `${made} ${steps}`;
        const state = states.get(key) ?? judge(filesAt(changes, order, made, steps));
        states.set(key, state);
        return (await state)?.has(finding) ?? null;
    };
    const causes = new Map();
    for (const [finding, own] of places) {
        const made = await firstWith(order.length, (count) => has(finding, count));
        const part = made === null ? undefined : order[made - 1];
        if (made === null || part === undefined)
            continue;
        const [named] = placesInPart(part, own);
        const step = named === undefined
            ? await firstWith(stepsIn(part), (steps) => has(finding, made - 1, steps))
            : named.line - part.hunk.newStart + 1;
        const at = lineOfPart(part, step ?? 1);
        if (at !== null)
            causes.set(finding, at);
    }
    return causes;
};
/** The least number for which something holds that holds for `all` and not for 0; null where it cannot be told. */
const firstWith = async (all, holds) => {
    let [without, having] = [0, all];
    while (having - without > 1) {
        const middle = (without + having) >> 1;
        const found = await holds(middle);
        if (found === null)
            return null;
        if (found)
            having = middle;
        else
            without = middle;
    }
    return having;
};

;// CONCATENATED MODULE: ./build/src/compare/known-places.js

/**
 * The places that a finding knows of, the surest first: its own, the lines that its repair would write, the hops of the
 * signals that it ends, the broken ones first.
 */
const knownPlaces = (finding, paths) => {
    const { at, fix, check } = finding;
    const edits = (fix?.edits ?? []).map(({ file, startLine }) => ({ file, line: startLine, column: 1 }));
    const ended = paths.filter(({ hops }) => hops.some((hop) => hop.status === "broken" && hop.check === check && (0,core_finding/* isSameLine */.r7)(hop.at, at)));
    const hops = ended.flatMap((path) => path.hops);
    const [broken, others] = [
        hops.filter(({ status }) => status === "broken"),
        hops.filter(({ status }) => status !== "broken"),
    ];
    return [...(at === undefined ? [] : [at]), ...edits, ...[...broken, ...others].flatMap((hop) => hop.at ?? [])];
};

// EXTERNAL MODULE: ./build/src/policy/baseline.js
var baseline = __webpack_require__(68350);
;// CONCATENATED MODULE: ./build/src/compare/match-findings.js

/** What a finding is known by in another state of the tree, the surest first; null where it has no such thing. */
const marks = [
    // By its line, as code scanning knows it again, and its words; then wherever it has moved to.
    ({ lineHash, at, message }) => (lineHash === undefined ? null : [at?.file, lineHash, message]),
    (finding) => [(0,baseline/* subjectOf */.et)(finding), finding.message],
    // Words quote what stands elsewhere, e.g. the number of a line, which a change may move.
    ({ lineHash, at, resource }) => lineHash === undefined || resource === undefined ? null : [at?.file, lineHash, resource],
];
/** The findings of one state of a tree that are there in another as well, each once, with those that they are there. */
const matchFindings = (these, others) => {
    const matched = new Map();
    const left = new Set(others);
    for (const mark of marks) {
        const keyOf = (finding) => {
            const found = mark(finding);
            return found === null ? null : JSON.stringify([finding.check, ...found]);
        };
        const byKey = Map.groupBy(left, keyOf);
        byKey.delete(null);
        for (const finding of these) {
            if (matched.has(finding))
                continue;
            const other = byKey.get(keyOf(finding))?.shift();
            if (other === undefined)
                continue;
            matched.set(finding, other);
            left.delete(other);
        }
    }
    return matched;
};
/** Tells new findings from those that were there before, and what was mended, by checks that ran on both states. */
const compareFindings = (now, before) => {
    const all = [...now.findings, ...now.suppressed.map(({ finding }) => finding)];
    const earlier = [...before.findings, ...before.suppressed.map(({ finding }) => finding)];
    const matched = matchFindings(all, earlier);
    const met = new Set(matched.values());
    const [ranBefore, runsNow] = [ranIn(before), ranIn(now)];
    return {
        findings: now.findings.map((finding) => matched.has(finding)
            ? { ...finding, change: "known" }
            : ranBefore(finding.check)
                ? { ...finding, change: "new" }
                : finding),
        mended: before.findings.filter((finding) => !met.has(finding) && runsNow(finding.check)),
    };
};
const ranIn = ({ notRun }) => {
    const missing = new Set(notRun.map(({ check }) => check));
    return (check) => !missing.has(check);
};

;// CONCATENATED MODULE: ./build/src/compare/anchor-findings.js






/** Gives each new finding whose own line is none of the change the line of it that brought the finding. */
const anchorFindings = async (findings, { paths, changes, judge }) => {
    const parts = partsOf(changes);
    const isWritten = (at) => at !== undefined && parts.some((part) => placesInPart(part, [at]).length > 0);
    const sought = findings.filter(({ change, at }) => change === "new" && !isWritten(at));
    if (sought.length === 0)
        return findings;
    const wanted = new Set(sought.map(({ check }) => check));
    // Those that were there before are met first, and are not taken for new ones.
    const known = findings.filter(({ check }) => wanted.has(check));
    const causes = await findCauses({
        changes,
        places: new Map(sought.map((finding) => [finding, knownPlaces(finding, paths)])),
        async judge(files) {
            const found = await judge(files, wanted);
            return found === null ? null : new Set(matchFindings(known, found).keys());
        },
    });
    return findings.map((finding) => {
        const anchor = causes.get(finding);
        // The line before those that were taken out may be its own.
        return anchor === undefined || (0,core_finding/* isSameLine */.r7)(anchor, finding.at) ? finding : { ...finding, anchor };
    });
};

;// CONCATENATED MODULE: ./build/src/compare/change-texts.js
/** More files than a person changes in the stacks of a fleet: beside them, vendored code has come or gone. */
const mostFiles = 2000;
/**
 * The files that a change writes, with their texts before and behind it. Nothing is written: a link, or what is no text
 * of the clone, cannot be had so.
 */
const changeTexts = async (change, { workspace, touched, apart }) => {
    const all = [...change.files];
    if (all.length > mostFiles)
        return { why: `the change touches more than ${mostFiles} files` };
    const chart = all.find(([path]) => apart.has(path))?.[0];
    if (chart !== undefined)
        return { why: `the change touches ${chart}, and so the chart itself` };
    const moved = movedPlace(change, touched);
    if (moved !== null)
        return moved;
    const files = all.filter(([, { before, after }]) => before?.kind !== "link" && after?.kind !== "link");
    const paths = files.flatMap(([path, { before, after }]) => ((before?.kind ?? after?.kind) === "file" ? [path] : []));
    const before = await change.textsBefore(paths);
    const changes = [];
    for (const path of paths) {
        const was = change.files.get(path)?.before !== null;
        const text = before.get(path);
        if (was && text === undefined)
            return { why: `git does not give ${path} as it was` };
        const read = await workspace.read(path);
        // What is no text is the same to every check, whatever is in it.
        if (!read.ok && read.why !== "missing")
            continue;
        changes.push({ file: path, before: text ?? null, after: read.ok ? read.text : null, patch: null });
    }
    return changes;
};
/** The first link or submodule that the change moves, and that something is read at or through. */
const movedPlace = ({ files }, touched) => {
    for (const [path, { before, after }] of files) {
        const isLink = [before, after].some((one) => one !== null && one.kind !== "file");
        if (isLink && touched.has(path))
            return { why: `${path} is a link or a submodule, and the change moves it` };
    }
    return null;
};

// EXTERNAL MODULE: ./build/src/compare/touched-paths.js
var touched_paths = __webpack_require__(16105);
// EXTERNAL MODULE: ./build/src/core/all-done.js
var all_done = __webpack_require__(96720);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/outcome.js + 18 modules
var outcome = __webpack_require__(49342);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/src/compare/lay-over.js


/**
 * The workspace with other texts in some of its files. Nothing is written, and what a path leads to is decided as
 * before: what lies outside stays outside.
 */
const layOver = (workspace, files) => new LaidOver(workspace, files);
class LaidOver {
    #below;
    #files;
    constructor(below, files) {
        this.#below = below;
        this.#files = files;
    }
    get root() {
        return this.#below.root;
    }
    absolute(path) {
        return this.#below.absolute(path);
    }
    /** Texts are laid over files, never over links. */
    links(path) {
        return this.#below.links(path);
    }
    async read(file) {
        const text = await this.#laid(file);
        if (text === undefined)
            return this.#below.read(file);
        return text === null ? missing(file) : { ok: true, text: text.replace(/^\ufeff/, "") };
    }
    async bytes(file) {
        const text = await this.#laid(file);
        if (text === undefined)
            return this.#below.bytes(file);
        return text === null ? missing(file) : { ok: true, bytes: Buffer.from(text) };
    }
    async kind(path) {
        return (await this.find(path)).kind;
    }
    async find(path) {
        const [found, real] = [await this.#below.find(path), await this.#real(path)];
        if (real === null)
            return found;
        const text = this.#files.get(real);
        if (text !== undefined)
            return text === null ? { kind: "missing", real: null } : { kind: "file", real };
        const inside = (name) => real === "" || name.startsWith(`${real}/`);
        if (found.kind === "missing" && [...this.#files].some(([name, laid]) => laid !== null && inside(name)))
            return { kind: "directory", real };
        // A folder goes with its last file.
        const isEmptied = found.kind === "directory" && [...this.#files].some(([name, laid]) => laid === null && inside(name));
        return isEmptied && (await this.walk(path)).length === 0 ? { kind: "missing", real: null } : found;
    }
    async walk(folder) {
        const entries = await this.#below.walk(folder);
        const kept = entries.filter(({ path, real }) => this.#files.get(real ?? path) !== null);
        const known = new Set(kept.map(({ path, real }) => real ?? path));
        const place = await this.#real(folder);
        const added = [...this.#files].flatMap(([name, text]) => {
            if (place === null || text === null || known.has(name) || !name.startsWith(place === "" ? "" : `${place}/`))
                return [];
            const path = external_node_path_.posix.join(folder, external_node_path_.posix.relative(place, name));
            return [{ path, kind: "file", ...(path === name ? {} : { real: name }) }];
        });
        return added.length === 0 ? kept : [...kept, ...added].toSorted((a, b) => (0,core_finding/* compare */.UD)(a.path, b.path));
    }
    /** Undefined: the file is as it was. */
    async #laid(file) {
        const real = await this.#real(file);
        return real === null ? undefined : this.#files.get(real);
    }
    /** Also of what is not there: the real path of the folder that would hold it. Null outside the root. */
    async #real(path) {
        const { kind, real } = await this.#below.find(path);
        if (real !== null)
            return real === "." ? "" : real;
        if (kind !== "missing")
            return null;
        const [folder, name] = [external_node_path_.posix.dirname(external_node_path_.posix.normalize(path)), external_node_path_.posix.basename(path)];
        if (folder === external_node_path_.posix.normalize(path) || name === "..")
            return null;
        const above = await this.#real(folder);
        return above === null ? null : external_node_path_.posix.join(above, name);
    }
}
const missing = (file) => ({ ok: false, why: "missing", message: `${file} does not exist.` });

;// CONCATENATED MODULE: ./build/src/compare/scratch-below.js

/** A folder of the scratch folder as one of its own: nothing that was written before lies in it. */
const scratchBelow = (scratch, name) => ({
    dir: external_node_path_.posix.join(scratch.dir, name),
    write: (file, content) => scratch.write(external_node_path_.posix.join(name, file), content),
    folder: (folder) => scratch.folder(external_node_path_.posix.join(name, folder)),
});

// EXTERNAL MODULE: ./build/src/core/stage.js
var stage = __webpack_require__(59786);
// EXTERNAL MODULE: ./build/src/policy/open-policy.js + 1 modules
var open_policy = __webpack_require__(50144);
// EXTERNAL MODULE: ./build/src/render/render-stack.js + 17 modules
var render_stack = __webpack_require__(86301);
// EXTERNAL MODULE: ./build/src/secrets/read-generator-files.js
var read_generator_files = __webpack_require__(99432);
// EXTERNAL MODULE: ./build/src/stack/load.js + 47 modules
var load = __webpack_require__(58013);
// EXTERNAL MODULE: ./build/src/core/next-turn.js
var next_turn = __webpack_require__(54687);
// EXTERNAL MODULE: ./build/src/policy/run-checks.js + 2 modules
var run_checks = __webpack_require__(34311);
// EXTERNAL MODULE: ./build/src/outside/remembered-command.js
var remembered_command = __webpack_require__(61726);
// EXTERNAL MODULE: ./build/src/stack/release-name.js
var release_name = __webpack_require__(810);
// EXTERNAL MODULE: ./build/src/render/read-objects.js
var read_objects = __webpack_require__(53494);
// EXTERNAL MODULE: ./build/src/kubernetes/json-pointer.js
var json_pointer = __webpack_require__(96681);
// EXTERNAL MODULE: ./build/src/kubernetes/resource-ref.js
var resource_ref = __webpack_require__(62767);
// EXTERNAL MODULE: ./build/src/outside/memory.js
var memory = __webpack_require__(5135);
// EXTERNAL MODULE: ./build/src/render/unstable.js
var unstable = __webpack_require__(62751);
// EXTERNAL MODULE: ./build/src/render/chart/chart-objects.js + 1 modules
var chart_objects = __webpack_require__(46042);
// EXTERNAL MODULE: ./build/src/render/chart/split-helm-output.js
var split_helm_output = __webpack_require__(67611);
;// CONCATENATED MODULE: ./build/src/render/chart/compare-render.js






/**
 * Compares helm's output with a render that there is. What both have as the same text is not read again. Throws
 * UnreadableYaml.
 */
const compareRender = (first, output, sources) => {
    const objects = [...first.manifests, ...first.hooks];
    const known = new Set(objects.map(({ text }) => text));
    const documents = (0,split_helm_output/* documentsOf */.uo)(output, first.copied?.crds ?? null);
    const texts = new Set(documents.map(({ text }) => text));
    const fresh = documents.filter(({ crd, text }) => !crd && !known.has(text));
    const { manifests, hooks } = (0,chart_objects/* chartObjects */.L)(fresh, sources, memory/* noMemory */.D);
    const rest = objects.filter(({ text }) => !texts.has(text));
    const crds = documents.flatMap(({ crd, text }) => (crd ? (0,split_helm_output/* splitDocuments */.ZF)(text) : []));
    const firstCrds = first.crdsSwitchedOff === true ? [] : first.crds;
    return {
        objects: (0,unstable/* findUnstable */.K)(rest, [...manifests, ...hooks]),
        crds: crds.length !== firstCrds.length || crds.some((text, index) => text !== firstCrds[index]),
    };
};
/** Whether there is nothing that two renders of the same input have otherwise. */
const isSameRender = ({ objects, crds }, unstable) => {
    const moving = new Map(unstable.map(({ ref, pointers }) => [(0,resource_ref/* refKey */.XF)(ref), pointers]));
    return (!crds &&
        objects.every(({ ref, pointers }) => {
            const known = moving.get((0,resource_ref/* refKey */.XF)(ref)) ?? [];
            return pointers.every((pointer) => known.some((place) => (0,json_pointer/* isAtOrBelow */.a5)(pointer, place)));
        }));
};

// EXTERNAL MODULE: ./build/src/render/chart/copy-values.js
var copy_values = __webpack_require__(92622);
// EXTERNAL MODULE: ./build/src/render/chart/release-arguments.js
var release_arguments = __webpack_require__(99860);
// EXTERNAL MODULE: ./build/src/render/chart/render-chart.js + 1 modules
var render_chart = __webpack_require__(56580);
// EXTERNAL MODULE: ./build/src/render/chart/switched-off.js
var switched_off = __webpack_require__(49911);
// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(39918);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var kubernetes_manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/text/line-of.js
var line_of = __webpack_require__(65028);
// EXTERNAL MODULE: ./build/src/render/chart/chart-defaults.js
var chart_defaults = __webpack_require__(63071);
// EXTERNAL MODULE: ./build/src/render/chart/met-values.js
var met_values = __webpack_require__(65113);
;// CONCATENATED MODULE: ./build/src/render/chart/template-reads.js
/**
 * Which values templates read: `.Values.a.b`, `index .Values "a" "b"`. A map that stands in them without one of its
 * keys (`toYaml .Values.a`, `with`, `range`, an argument of `include`) is handed on, and with it all that is in it;
 * asked by `if` alone, it is not. What is not told apart counts as read.
 */
const templateReads = (texts) => {
    const named = new Set();
    const whole = new Set();
    for (const text of texts)
        for (const match of text.matchAll(chain)) {
            const steps = stepsOf(text, match);
            if (steps === null)
                continue;
            for (let length = 1; length <= steps.length; length += 1)
                named.add(keyOf(steps.slice(0, length)));
            if (!isTest(text, match.index))
                whole.add(keyOf(steps));
        }
    return (path) => {
        if (named.has(keyOf(path)))
            return "by name";
        return path.some((_, length) => whole.has(keyOf(path.slice(0, length)))) ? "whole" : "not";
    };
};
/** A key with a line break in it is taken for two, and may count as read. */
const keyOf = (path) => path.join("\n");
/** A way into the values, and the names in quotes behind it. */
const chain = /\.Values\b((?:\.\w{1,100})*)((?:[ \t]+"[^"\n]{0,100}")*)/g;
/** Longer than any way of a chart; of a longer one its beginning counts, as a map that is handed on. */
const deepest = 50;
/** Null for the context that a helper is handed, which reads from it what it names itself. */
const stepsOf = (text, { index, 1: dotted = "", 2: quoted = "" }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    const steps = dotted.split(".", deepest + 1).slice(1);
    if (steps.length === 0 && /"Values"[ \t]+\(?[$.\w]*$/.test(before))
        return null;
    // Only these take the names that stand behind: to others they are arguments of their own.
    const named = /\b(?:index|get|hasKey)[ \t]+\(?[$.\w]*$/.test(before) ? [...quoted.matchAll(/"([^"]*)"/g)] : [];
    return [...steps, ...named.map(([, name = ""]) => name)];
};
/** Whether a place of a template stands in the condition of an `if`, which sets no variable. */
const isTest = (text, index) => {
    const before = text.slice(Math.max(0, index - 300), index);
    const action = before.slice(before.lastIndexOf("{{") + 2);
    return before.includes("{{") && /^-?\s*(?:else\s+)?if\s/.test(action) && !action.includes(":=");
};

;// CONCATENATED MODULE: ./build/src/render/chart/unknown-values.js






/** Templates are read only where there is something to be asked of them. */
const unknownValues = (stack, values) => {
    const shared = filesOfOthers(stack);
    const hasOwn = (0,kubernetes_manifest/* isObject */.G)((0,chart_defaults/* defaultsOf */.Gf)(values).own.value);
    const unnamed = [...(0,met_values/* metValues */.d)(stack, values)].filter((met) => met.known.length === 0 && hasOwn && !shared.has(met.file.file) && !isForSomethingElse(met));
    if (unnamed.length === 0)
        return [];
    // Templates in values are run by `tpl`, and read what they name.
    const own = [...stack.valueFiles.map(({ text }) => text), ...Object.values(stack.setFiles), ...setTexts(stack)];
    const readingOf = templateReads([...values.templates(), ...own]);
    return unnamed.flatMap(({ file, document, path, value, beside }) => {
        const [first = "", ...rest] = path;
        const readings = [readingOf(path), ...(values.dependencies.has(first) ? [readingOf(rest)] : [])];
        if (readings.includes("by name"))
            return [];
        const handedOn = readings.includes("whole") || values.nesting.has(first);
        const key = path.at(-1) ?? "";
        const siblings = new Map(beside.flatMap((map) => ((0,kubernetes_manifest/* isObject */.G)(map.value) ? Object.entries(map.value) : [])));
        const meant = (0,nearest/* nearest */.p)(key, [...siblings.keys()], key.length < 10 ? 1 : 2);
        const fits = meant !== undefined && (0,chart_defaults/* isAlike */.HI)(siblings.get(meant) ?? null, value);
        const shown = beside.some((map) => map.shown.has(key));
        return [{ file, document, path, value, meant, fits, handedOn, shown }];
    });
};
/** What another chart is given, too, has values for that one. */
const filesOfOthers = ({ install }) => {
    // A chart of the repository stands there as it is written, and so may the stack's own.
    const others = install?.otherCharts.filter(({ at }) => at.line !== install.helm?.at.line) ?? [];
    return new Set(others.flatMap(({ valueFiles }) => valueFiles));
};
const setTexts = ({ release }) => release.sets.flatMap((set) => (set.flag === "--set-file" ? [] : [set.value]));
/**
 * `x-` and `_` begin what is kept for anchors, and another key may hold one that is used; `global` and `tags` are
 * helm's own.
 */
const isForSomethingElse = ({ file, document, path }) => {
    const [first = ""] = path;
    if (/^(?:x-|_)/.test(path.at(-1) ?? "") || first === "global" || first === "tags")
        return true;
    if (!file.text.includes("&"))
        return false;
    const anchor = /:\s+&([^\s[\]{},]+)/.exec((0,line_of/* lineOf */.cA)(file, document.locateKey(path).line))?.[1];
    return anchor !== undefined && file.text.includes(`*${anchor}`);
};

// EXTERNAL MODULE: ./build/src/render/chart/value-sources.js
var value_sources = __webpack_require__(76942);
;// CONCATENATED MODULE: ./build/src/render/chart/without-values.js


/** Value files as JSON without what stands at these paths of maps; the others as they are. */
const filesWithout = (files, paths) => {
    const gone = new Set(paths.map(json_pointer/* toPointer */.rb));
    const above = new Set(paths.flatMap((path) => path.map((_, length) => (0,json_pointer/* toPointer */.rb)(path.slice(0, length)))));
    const without = (map, pointer) => {
        const left = Object.entries(map).flatMap(([key, value = null]) => {
            const here = pointer + (0,json_pointer/* toPointer */.rb)([key]);
            if (gone.has(here))
                return [];
            return [[key, (0,kubernetes_manifest/* isObject */.G)(value) && above.has(here) ? without(value, here) : value]];
        });
        return Object.fromEntries(left);
    };
    return files.map((file) => {
        const value = file.documents[0]?.value;
        return (0,kubernetes_manifest/* isObject */.G)(value) ? { ...file, text: JSON.stringify(without(value, "")) } : file;
    });
};

;// CONCATENATED MODULE: ./build/src/render/chart/judge-values.js












/** Of more than a person would write none is tried. */
const mostTried = 200;
/** The real chart takes a third of a second. */
const timeoutMs = 10_000;
/**
 * Renders the chart without the values that it does not know: at most three times more, and not at all where there are
 * none. Throws nothing but what ends the run.
 */
const judgeValues = async (rendered) => {
    const { stack, render, outside } = rendered;
    const { values } = render.chart;
    if (render.chart.error !== null || values === undefined || values === null)
        return [];
    const unknown = unknownValues(stack, values);
    const [isSet, isOff] = [(0,value_sources/* argumentsOn */.Or)(stack.release.sets), (0,switched_off/* switchedOff */.d)(stack, render.chart, values)];
    // In a map that is handed on, every name may be right: only one that looks misspelt is suspected.
    const tried = (unknown.length > mostTried ? [] : unknown).filter(({ path, handedOn, meant }) => (!handedOn || meant !== undefined) && !isSet(path) && !isOff(path));
    const effects = await effectsOf(tried, comparing(rendered), outside);
    return unknown.map((one) => ({ ...one, effect: effects.get(one) ?? "unknown" }));
};
/** All at once, and where that is not the same, once more those alone that nothing hands on. */
const effectsOf = async (tried, isSameWithout, { signal }) => {
    const firm = tried.filter(({ handedOn }) => !handedOn);
    const rounds = (firm.length === tried.length ? [tried] : [tried, firm]).filter(({ length }) => length > 0);
    try {
        for (const round of rounds)
            if (await isSameWithout(round))
                return new Map(tried.map((one) => [one, round.includes(one) ? "none" : "some"]));
        return new Map(tried.map((one) => [one, "some"]));
    }
    catch (thrown) {
        // A render that takes too long or too much proves nothing, and takes nothing away: the first one was made.
        if ((0,errors/* asOperatorError */.XJ)(thrown) === undefined)
            throw thrown;
        signal.throwIfAborted();
        return new Map();
    }
};
const comparing = ({ stack, render, helm, kubeVersion, outside }) => {
    const sources = (0,value_sources/* valueSources */.W2)(stack);
    const differenceOf = async (valueFiles, place) => {
        const values = await (0,copy_values/* copyValues */.YQ)({ ...stack, valueFiles }, outside.scratch, place);
        const release = (0,release_name/* releaseNameOf */.a)(stack.release);
        const { chart, copied } = render.chart;
        const printsCrds = !copied?.crds;
        const args = (0,release_arguments/* templateArguments */.d)({ release, chart: chart.path, kubeVersion, values, printsCrds });
        const asked = await (0,render_chart/* askedOf */.i)(args, { ...stack, valueFiles }, chart, outside);
        const run = async () => {
            await copied?.provide();
            return helm.run(args, { cwd: values.folder, timeoutMs });
        };
        // By its place, for what is rendered again must not be told what was said the first time.
        const { code, stdout } = await (0,remembered_command/* rememberedCommand */.e)([`${place}/1`, ...asked], run, outside);
        return code === 0 ? readDifference(() => compareRender(render.chart, stdout, sources)) : null;
    };
    let unstable = render.unstable;
    return async (tried) => {
        const without = filesWithout(stack.valueFiles, tried.map(({ path }) => path));
        const difference = await differenceOf(without, "helm/values-without");
        if (difference === null || isSameRender(difference, []))
            return difference !== null;
        // What differs may be what differs every time, e.g. a random password.
        unstable ??= (await differenceOf(stack.valueFiles, "helm/values-again"))?.objects ?? [];
        return isSameRender(difference, unstable);
    };
};
const readDifference = (compare) => {
    try {
        return compare();
    }
    catch (thrown) {
        if (thrown instanceof read_objects/* UnreadableYaml */.xC)
            return null;
        throw thrown;
    }
};

// EXTERNAL MODULE: ./build/src/render/render.js
var render_render = __webpack_require__(54371);
// EXTERNAL MODULE: ./build/src/render/render-failure.js
var render_failure = __webpack_require__(46128);
;// CONCATENATED MODULE: ./build/src/report/lines/line-hash.js
/** Characters that the hash of a line covers, from its first on; spaces and tabs do not count. */
const covered = 100;
const factor = 37;
/** Stands for the end of a file. */
const endOfFile = 0xffff;
const lineFeed = 0x0a;
/** A number of 64 bits is kept in two halves: BigInt takes ten times as long, and a number is exact up to 53. */
const half = 2 ** 32;
/** What the character that leaves the window was multiplied with on its way. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(covered));
const [leavingHigh, leavingLow] = [Number(leaving >> 32n), Number(leaving & 0xffffffffn)];
/**
 * The hashes of the wanted lines (from 1) of a text, each as `hash:n`, the nth line of the text with that hash. It is
 * the value by which GitHub's code scanning finds an alert again where lines have moved, and which its upload computes
 * where none is given:
 * https://github.com/github/codeql-action/blob/f3f1edbedfb4a1d188d344570834df2996d45d39/src/fingerprints.ts
 */
const lineHashes = (text, wanted) => {
    const codes = codesOf(text);
    const window = new RollingHash();
    for (let at = 0; at < covered; at += 1)
        window.move(codes[at] ?? 0, 0);
    const hashes = new Map();
    const counts = new Map();
    let line = 0;
    let left = wanted.size;
    for (let at = 0; at + covered <= codes.length && left > 0; at += 1) {
        if (at === 0 || codes[at - 1] === lineFeed) {
            line += 1;
            const hash = window.hex();
            const count = (counts.get(hash) ?? 0) + 1;
            counts.set(hash, count);
            if (wanted.has(line)) {
                hashes.set(line, `${hash}:${count}`);
                left -= 1;
            }
        }
        window.move(codes[at + covered] ?? 0, codes[at] ?? 0);
    }
    return hashes;
};
/** What counts of a text: every end of a line is a line feed, and after its own end the window has room to run out. */
const codesOf = (text) => {
    const counting = text.replaceAll(/\r\n?/g, "\n").replaceAll(/[ \t]+/g, "");
    const codes = new Uint16Array(counting.length + 1 + covered - 1);
    for (let at = 0; at < counting.length; at += 1)
        codes[at] = counting.charCodeAt(at);
    codes[counting.length] = endOfFile;
    return codes;
};
/** A polynomial of the characters in a window, modulo 2^64. */
class RollingHash {
    #high = 0;
    #low = 0;
    move(entering, gone) {
        const low = this.#low * factor + entering - leavingLow * gone;
        const carry = Math.floor(low / half);
        const high = this.#high * factor + carry - leavingHigh * gone;
        this.#low = low - carry * half;
        this.#high = high - Math.floor(high / half) * half;
    }
    hex() {
        const low = this.#low.toString(16);
        return this.#high === 0 ? low : this.#high.toString(16) + low.padStart(8, "0");
    }
}

;// CONCATENATED MODULE: ./build/src/report/lines/mark-lines.js

/**
 * What was found, each finding with the hash of its line, and with an end where its place has none: that of the line.
 * A finding of a file that cannot be read stays as it is.
 */
const markLines = async (checked, workspace) => {
    const { findings, suppressed } = checked;
    const marks = await marksOf([...findings, ...suppressed.map(({ finding }) => finding)], workspace);
    return {
        ...checked,
        findings: findings.map((finding) => marked(finding, marks)),
        suppressed: suppressed.map((one) => ({ ...one, finding: marked(one.finding, marks) })),
    };
};
const marksOf = async (findings, workspace) => {
    const lines = new Map();
    for (const { at } of findings)
        if (at !== undefined)
            lines.set(at.file, (lines.get(at.file) ?? new Set()).add(at.line));
    const marks = new Map();
    // One after the other: no two of them are in memory at once.
    for (const [file, wanted] of lines) {
        const read = await workspace.bytes(file);
        if (read.ok)
            marks.set(file, marksIn(read.bytes, wanted));
    }
    return marks;
};
const marksIn = (bytes, wanted) => {
    // A byte-order mark counts for the hash, and for no column.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const lines = text.replace(/^\ufeff/, "").split("\n");
    return { hashes: lineHashes(text, wanted), lengths: lines.map((line) => line.replace(/\r$/, "").length) };
};
const marked = (finding, marks) => {
    const { at } = finding;
    const file = at === undefined ? undefined : marks.get(at.file);
    if (at === undefined || file === undefined)
        return finding;
    const lineHash = file.hashes.get(at.line);
    return { ...finding, at: ended(at, file.lengths), ...(lineHash === undefined ? {} : { lineHash }) };
};
const ended = (at, lengths) => {
    if (at.endColumn !== undefined)
        return at;
    const endLine = at.endLine ?? at.line;
    const endColumn = (lengths[endLine - 1] ?? 0) + 1;
    return { ...at, endLine, endColumn: endLine === at.line ? Math.max(at.column, endColumn) : endColumn };
};

// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubectl/cluster-error.js
var cluster_error = __webpack_require__(85166);
// EXTERNAL MODULE: ./build/src/kubernetes/label-selector.js
var label_selector = __webpack_require__(34267);
// EXTERNAL MODULE: ./build/src/kubernetes/labels.js
var labels = __webpack_require__(51704);
// EXTERNAL MODULE: ./build/src/outside/command-line.js
var command_line = __webpack_require__(58114);
// EXTERNAL MODULE: ./build/src/dcgm/exporter-objects.js
var exporter_objects = __webpack_require__(39084);
// EXTERNAL MODULE: ./build/src/dcgm/exporter-settings.js
var exporter_settings = __webpack_require__(53955);
;// CONCATENATED MODULE: ./build/src/dcgm/cluster-exporter.js










/**
 * The exporters that run in a cluster: their workloads and the pods that no workload made, Services, counter
 * ConfigMaps, ServiceMonitors that select one of the Services, and the Namespaces with their labels. Reads only. Throws
 * OperatorError `unauthorized` or `cluster-unreachable`.
 */
const clusterObjects = async (cluster) => {
    const [found, serviceMonitors] = await (0,all_done/* allDone */.g)([
        list(cluster, "services,daemonsets.apps,deployments.apps,statefulsets.apps", [everywhere]),
        list(cluster, "servicemonitors.monitoring.coreos.com", [everywhere], { mayLack: true }),
    ]);
    const workloads = found.filter(exporter_objects/* isExporterWorkload */.V2);
    const services = found.filter((body) => (0,exporter_objects/* isExporterService */.Dk)(body, workloads, "default"));
    const namespaces = [...new Set([...workloads, ...services].map((body) => (0,exporter_objects/* namespaceOfBody */.l8)(body, "default")))].sort();
    const [pods, configMaps, spaces] = await (0,all_done/* allDone */.g)([
        each(namespaces, (namespace) => list(cluster, "pods", [["namespace", namespace]])),
        each(configMapsOf(workloads), ({ namespace, name }) => list(cluster, "configmaps", [["namespace", namespace], named(name)])),
        each(namespaces, (name) => list(cluster, "namespaces", [named(name)])),
    ]);
    const ownPods = pods.filter((pod) => (0,exporter_objects/* isExporterWorkload */.V2)(pod) && (0,json_fields/* objectsAt */.yR)(pod, ["metadata", "ownerReferences"]).length === 0);
    const monitors = serviceMonitors.filter((monitor) => services.some((service) => aimsAt(monitor, service)));
    return [...spaces, ...workloads, ...ownPods, ...services, ...configMaps, ...monitors].map(withoutNoise);
};
const each = async (items, of) => (await (0,all_done/* allDone */.g)(items.map(of))).flat();
const everywhere = ["all-namespaces", true];
const named = (name) => ["field-selector", `metadata.name=${name}`];
const list = async ({ kubectl, server }, kinds, flags, { mayLack = false } = {}) => {
    const done = await kubectl((0,command_line/* commandLine */.a)({ verb: ["get", "--output=json"], flags, positionals: [kinds] }));
    if (done.code === 0) {
        const answer = JSON.parse(done.stdout);
        return (0,kubernetes_manifest/* isObject */.G)(answer) ? (0,json_fields/* objectsAt */.yR)(answer, ["items"]) : [];
    }
    // Without the operator's CRDs there can be no ServiceMonitor.
    if (mayLack && /the server doesn't have a resource type/.test(done.stderr))
        return [];
    throw notReadable(done.stderr, server, kinds);
};
const notReadable = (stderr, server, what) => {
    const trouble = (0,cluster_error/* accessTrouble */.E)(stderr);
    const message = `exporter is cluster, and the ${what.replaceAll(",", ", ")} of ${server} cannot be read: ${trouble?.why ?? stderr.trim()}`;
    return trouble?.kind === "forbidden"
        ? new errors/* OperatorError */.nv("unauthorized", message, `Grant this account ${trouble.permission}, or name the exporter instead.`)
        : new errors/* OperatorError */.nv("cluster-unreachable", message, "Check the kubeconfig, or name the exporter instead.");
};
/** ConfigMaps that the exporters read or mount. */
const configMapsOf = (workloads) => {
    const found = workloads.flatMap((workload) => {
        const pod = (0,exporter_objects/* podOf */.FS)(workload) ?? {};
        const namespace = (0,exporter_objects/* namespaceOfBody */.l8)(workload, "default");
        const mounted = (0,json_fields/* objectsAt */.yR)(pod, ["spec", "volumes"]).map((volume) => (0,json_fields/* textOrEmpty */._c)(volume, ["configMap", "name"]));
        const [space = "", name = ""] = ((0,exporter_settings/* exporterSettingsOf */.o)((0,exporter_objects/* exporterContainer */.dZ)(pod) ?? {}).configMap ?? "").split(":");
        return [...mounted.map((volume) => ({ namespace, name: volume })), { namespace: space, name }];
    });
    const named = found.filter(({ namespace, name }) => namespace !== "" && name !== "");
    return [...new Map(named.map((item) => [`${item.namespace}/${item.name}`, item])).values()];
};
const aimsAt = (monitor, service) => {
    const selector = (0,json_fields/* objectAt */.lJ)(monitor, ["spec", "namespaceSelector"]);
    const names = selector["matchNames"];
    const namespace = (0,exporter_objects/* namespaceOfBody */.l8)(service, "default");
    const inNamespace = selector["any"] === true ||
        (Array.isArray(names) && names.length > 0
            ? names.includes(namespace)
            : (0,exporter_objects/* namespaceOfBody */.l8)(monitor, "default") === namespace);
    return inNamespace && (0,label_selector/* matches */.cK)((0,json_fields/* objectAt */.lJ)(monitor, ["spec", "selector"]), (0,labels/* labelsOf */.P)(service));
};
/** What the API server adds and nobody reads: a quarter of the bytes. */
const withoutNoise = (body) => {
    const { managedFields, ...metadata } = (0,json_fields/* objectAt */.lJ)(body, ["metadata"]);
    const { "kubectl.kubernetes.io/last-applied-configuration": applied, ...annotations } = (0,json_fields/* objectAt */.lJ)(metadata, [
        "annotations",
    ]);
    return { ...body, metadata: { ...metadata, annotations } };
};

// EXTERNAL MODULE: ./build/src/dcgm/counter-list.js
var counter_list = __webpack_require__(3507);
// EXTERNAL MODULE: ./build/src/core/trim-end.js
var trim_end = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/src/dcgm/default-counters.js + 1 modules
var default_counters = __webpack_require__(79785);
;// CONCATENATED MODULE: ./build/src/dcgm/exporter-counters.js





/** The metrics of the exporter in a workload: of the ConfigMap it reads or mounts, else of the list in its image. */
const countersOf = (workload, settings, namespace, findConfigMap) => {
    if (settings.configMap !== null) {
        const [space = "", name = ""] = settings.configMap.split(":");
        return ofConfigMap(findConfigMap(space, name), "metrics", `ConfigMap ${space}/${name}`);
    }
    const mounted = mountedAt(workload, settings.collectors);
    if (mounted !== null) {
        if (mounted.configMap === "")
            return unknown(`${settings.collectors} comes from a volume that is no ConfigMap`);
        return ofConfigMap(findConfigMap(namespace, mounted.configMap), mounted.key, `ConfigMap ${namespace}/${mounted.configMap}`);
    }
    if (settings.hidden)
        return unknown("its settings are not all in its manifest");
    return ofImage(settings);
};
const unknown = (from) => ({ metrics: null, from, sources: [] });
const ofConfigMap = (body, key, name) => {
    if (body === undefined)
        return unknown(`${name}, which is not there to be read`);
    const text = (0,json_fields/* textOrEmpty */._c)(body, ["data", key]);
    if (text === "")
        return unknown(`${name}, which has no key ${key}`);
    const { metrics, problem } = (0,counter_list/* parseCounterList */.q)(text);
    if (problem !== null)
        return {
            metrics: [],
            from: `${name}, which stops the exporter (line ${problem.line}: ${problem.message})`,
            sources: [],
        };
    return { metrics, from: name, sources: [] };
};
const ofImage = ({ version, collectors }) => {
    const list = (0,default_counters/* shippedListAt */.JC)(collectors);
    if (list === null)
        return unknown(`${collectors}, which is not there to be read`);
    if (version === null)
        return unknown(`${list} of an image whose tag names no version`);
    const shipped = (0,default_counters/* shippedCounters */.Vg)(list, version);
    if (shipped === undefined)
        return unknown(`${list} of dcgm-exporter ${version}, of which there is no data`);
    return { ...shipped, from: `${list} of dcgm-exporter ${version}` };
};
/**
 * Where a file in the container comes from: the ConfigMap and its key, an empty name for another volume; null where
 * nothing is mounted over it.
 */
const mountedAt = (workload, path) => {
    const pod = (0,exporter_objects/* podOf */.FS)(workload) ?? {};
    const mounts = (0,json_fields/* objectsAt */.yR)((0,exporter_objects/* exporterContainer */.dZ)(pod), ["volumeMounts"]).filter((mount) => covers((0,json_fields/* textOrEmpty */._c)(mount, ["mountPath"]), path));
    // The innermost mount hides the others.
    const mount = mounts.toSorted((a, b) => (0,json_fields/* textOrEmpty */._c)(b, ["mountPath"]).length - (0,json_fields/* textOrEmpty */._c)(a, ["mountPath"]).length)[0];
    if (mount === undefined)
        return null;
    const volume = (0,json_fields/* objectsAt */.yR)(pod, ["spec", "volumes"]).find(({ name }) => name === mount["name"]);
    const base = (0,trim_end/* trimEnd */.s)((0,json_fields/* textOrEmpty */._c)(mount, ["mountPath"]), "/");
    const inside = [(0,json_fields/* textOrEmpty */._c)(mount, ["subPath"]), path.slice(base.length + 1)].filter((part) => part !== "").join("/");
    const item = (0,json_fields/* objectsAt */.yR)(volume, ["configMap", "items"]).find((entry) => (0,json_fields/* textOrEmpty */._c)(entry, ["path"]) === inside);
    return {
        configMap: (0,json_fields/* textOrEmpty */._c)((0,json_fields/* objectAt */.lJ)(volume, ["configMap"]), ["name"]),
        key: item === undefined ? inside : (0,json_fields/* textOrEmpty */._c)(item, ["key"]),
    };
};
const covers = (mountPath, path) => {
    const base = (0,trim_end/* trimEnd */.s)(mountPath, "/");
    return path === base || path.startsWith(`${base}/`);
};

// EXTERNAL MODULE: ./build/src/dcgm/exporter-labels.js + 1 modules
var exporter_labels = __webpack_require__(35854);
;// CONCATENATED MODULE: ./build/src/dcgm/exporter-facts.js





const noFacts = {
    metrics: null,
    labels: null,
    notes: [],
    sources: [],
    releases: [],
    collectMs: null,
    list: null,
};
/**
 * Reads the dcgm-exporters among `objects`; ConfigMaps are looked for in `beside` too. Where one of several exporters
 * is unknown, so is the whole: what it exports cannot be ruled out. Null where there is no exporter.
 */
const factsOf = (objects, beside, fallbackNamespace) => {
    const workloads = objects.filter(exporter_objects/* isExporterWorkload */.V2);
    if (workloads.length === 0)
        return null;
    const configMaps = [...objects, ...beside].filter((body) => (0,json_fields/* textOrEmpty */._c)(body, ["kind"]) === "ConfigMap");
    const findConfigMap = (namespace, name) => configMaps.find((body) => (0,json_fields/* textOrEmpty */._c)(body, ["metadata", "name"]) === name && (0,exporter_objects/* namespaceOfBody */.l8)(body, fallbackNamespace) === namespace);
    return together(workloads.map((workload) => ofWorkload(workload, fallbackNamespace, findConfigMap)));
};
/** Facts of several exporters as one: every metric and label that one of them has. */
const together = (all) => ({
    metrics: all.some(({ metrics }) => metrics === null) ? null : onceEach(all.flatMap(({ metrics }) => metrics ?? [])),
    labels: all.some(({ labels }) => labels === null) ? null : [...new Set(all.flatMap(({ labels }) => labels ?? []))],
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
    sources: [...new Set(all.flatMap(({ sources }) => sources))],
    releases: [...new Set(all.flatMap(({ releases }) => releases))],
    collectMs: all.some(({ collectMs }) => collectMs === null)
        ? null
        : Math.max(...all.map(({ collectMs }) => collectMs ?? 0)),
    list: all.length === 1 ? (all[0]?.list ?? null) : null,
});
/** The first of several metrics of one name, in their order. */
const onceEach = (metrics) => [...new Map(metrics.toReversed().map((metric) => [metric.name, metric])).values()].toReversed();
const ofWorkload = (workload, fallbackNamespace, findConfigMap) => {
    const settings = (0,exporter_settings/* exporterSettingsOf */.o)((0,exporter_objects/* exporterContainer */.dZ)((0,exporter_objects/* podOf */.FS)(workload) ?? {}) ?? {});
    const counters = countersOf(workload, settings, (0,exporter_objects/* namespaceOfBody */.l8)(workload, fallbackNamespace), findConfigMap);
    return factsWith(counters.metrics, settings, [`metrics of ${counters.from}`], counters.sources);
};
/** Completes a list of metrics with the labels that an exporter with these settings puts on them. */
const factsWith = (metrics, settings, notes, sources) => {
    const known = settings.version === null ? undefined : (0,exporter_labels/* labelsIn */.x)(settings.version);
    const listed = metrics?.filter(({ type }) => type === "label").map(({ name }) => name);
    // Labels of pods can have any name, and what is hidden may switch them on.
    const labels = known === undefined || listed === undefined || settings.podLabels || settings.hidden
        ? null
        : [...labelsWith(settings, known.labels), ...listed];
    return {
        metrics: metrics?.map((metric) => withOwnLabels(metric, settings.version)) ?? null,
        labels,
        notes,
        sources: known === undefined ? sources : [...sources, known.source],
        releases: [settings.version],
        collectMs: settings.hidden ? null : settings.collectMs,
        list: null,
    };
};
const withOwnLabels = (metric, version) => {
    const labels = (0,exporter_labels/* ownLabels */.c)(metric.name, version);
    return labels.length === 0 ? metric : { ...metric, labels };
};
/** https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/transformation/const.go */
const labelsWith = (settings, base) => [
    ...base
        .filter((label) => settings.hostname || label.toLowerCase() !== "hostname")
        .map((label) => (settings.oldNamespace && label === "UUID" ? "uuid" : label)),
    ...(settings.kubernetes
        ? settings.oldNamespace
            ? ["pod_name", "pod_namespace", "container_name"]
            : ["pod", "namespace", "container"]
        : []),
    ...(settings.kubernetes && settings.podUid ? ["pod_uid"] : []),
    ...(settings.hpcJobs ? ["hpc_job"] : []),
    ...(settings.kubernetes && settings.dra ? draLabels : []),
];
const draLabels = [
    "dra_claim_name",
    "dra_claim_namespace",
    "dra_driver_name",
    "dra_pool_name",
    "dra_device_name",
    "dra_mig_profile",
    "dra_mig_device_uuid",
];

;// CONCATENATED MODULE: ./build/src/dcgm/declared-exporter.js


/** Puts release and tree together; null `release`: only a counter list of the tree is known then, and no object. */
const declaredExporter = (declaration, tree) => {
    const { wishes, lists } = declaration;
    if (wishes.counters === null && wishes.configMap === null && lists.length > 1) {
        const note = `the tree has several counter lists, and it is not plain which is meant: ${lists.map(({ where }) => where).join(", ")}`;
        const { objects, facts } = withList(declaration, null, tree);
        return { objects, facts: { ...facts, metrics: null, labels: null, notes: [note] } };
    }
    return withList(declaration, wishes.counters === null ? (lists[0] ?? null) : null, tree);
};
const withList = ({ wishes, namespace, releaseNamespace, configMap, release: releaseOf }, list, tree) => {
    const text = wishes.counters ?? (list?.configMap === null ? list.text : null);
    const name = wishes.configMap ?? list?.configMap ?? (text === null ? null : configMap);
    const release = releaseOf({ ...wishes, configMap: name, counters: wishes.counters ?? list?.text ?? null });
    if (release === null)
        return { objects: [], facts: listOnly(wishes.counters ?? list?.text ?? null, list) };
    const objects = text === null || name === null || release.objects.some((body) => body["kind"] === "ConfigMap")
        ? release.objects
        : [...release.objects, counterConfigMap(name, namespace, text)];
    const facts = factsOf(objects, tree, releaseNamespace) ?? noFacts;
    // The ConfigMap of a list that the tree has as a file is ours to name, not the reader's to look for.
    const notes = list?.configMap === null
        ? facts.notes.map((note) => note.replace(`ConfigMap ${namespace}/${name}`, list.where))
        : facts.notes;
    return { objects, facts: { ...facts, notes, sources: [...release.sources, ...facts.sources], list: fileOf(list) } };
};
/** The key that the gpu-operator mounts. */
const counterConfigMap = (name, namespace, text) => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name, namespace },
    data: { "dcgm-metrics.csv": text },
});
const fileOf = (list) => list === null || list.file === null ? null : { file: list.file, text: list.text };
const listOnly = (text, from) => {
    const list = text === null ? null : (0,counter_list/* parseCounterList */.q)(text);
    return {
        ...noFacts,
        metrics: list === null || list.problem !== null ? null : list.metrics,
        notes: list === null ? [] : [`metrics of ${from?.where ?? "the tree's values"}`],
        list: fileOf(from),
    };
};

// EXTERNAL MODULE: ./build/src/stack/install/chart-name.js
var chart_name = __webpack_require__(54917);
// EXTERNAL MODULE: ./build/src/text/parse-yaml.js + 3 modules
var parse_yaml = __webpack_require__(30260);
;// CONCATENATED MODULE: ./build/src/dcgm/set-values.js

/**
 * Values with those of `--set` arguments in them, as far as they are plain: keys joined by dots, and a value. Lists,
 * indices and escapes are passed over. https://helm.sh/docs/intro/using_helm/
 */
const withSets = (values, sets) => sets.flatMap(pairsIn).reduce((below, { path, value }) => withValue(below, path, value), values);
const pairsIn = (set) => /[{}[\]\\]/.test(set)
    ? []
    : set.split(",").flatMap((pair) => {
        const at = pair.indexOf("=");
        const path = pair.slice(0, at).split(".");
        return at < 1 || path.some((key) => key === "" || key === "__proto__")
            ? []
            : [{ path, value: typed(pair.slice(at + 1)) }];
    });
const typed = (text) => (text === "true" ? true : text === "false" ? false : text);
const withValue = (values, [key = "", ...rest], value) => {
    const old = values[key];
    return { ...values, [key]: rest.length === 0 ? value : withValue((0,kubernetes_manifest/* isObject */.G)(old) ? old : {}, rest, value) };
};

;// CONCATENATED MODULE: ./build/src/dcgm/exporter-values.js





/** None at all. */
const noValues = { documents: [], files: [] };
/**
 * The release's own values, documents of base and overlays that are no objects, those of install.sh's other helm lines,
 * and what lies in `upstream/` beside them, charts that are kept there left out.
 */
const exporterValues = async (stack, workspace) => {
    const own = [...stack.valueFiles, ...stack.files];
    const others = await Promise.all((stack.install?.otherCharts ?? []).map((line) => ofLine(line, workspace)));
    const taken = new Set([...own, ...others.flatMap(({ files }) => files)].map(({ file }) => file));
    const speaks = (text) => /dcgm|customMetrics|gpuCluster/i.test(text);
    const beside = await filesIn(await besides(stack.path, taken, workspace), workspace, speaks);
    return {
        documents: [
            ...own.flatMap(documentsOf),
            ...others.flatMap(({ values }) => (Object.keys(values).length === 0 ? [] : [values])),
            ...beside.flatMap(documentsOf),
        ],
        files: [...own, ...others.flatMap(({ files }) => files), ...beside],
    };
};
/** Values are documents that are no Kubernetes objects. */
const documentsOf = ({ documents }) => documents
    .map(({ value }) => value)
    .filter(kubernetes_manifest/* isObject */.G)
    .filter((value) => value["kind"] === undefined);
/** What a helm line beside the stack's own is given: a later file wins over an earlier one, and `--set` over all. */
const ofLine = async ({ chart, valueFiles, sets }, workspace) => {
    const files = await filesIn(valueFiles, workspace, () => true);
    const merged = withSets(files.flatMap(documentsOf).reduce(over, {}), sets);
    // Values of the exporter's own chart have no key of its name above them, as those of a chart that holds it have.
    const isExporters = (0,chart_name/* chartNameIn */.b)(chart) === "dcgm-exporter" && Object.keys(merged).length > 0;
    return { values: isExporters ? { "dcgm-exporter": merged } : merged, files };
};
const over = (below, above) => Object.fromEntries([
    ...Object.entries(below).map(([key, value]) => [key, value ?? null]),
    ...Object.entries(above).map(([key, value]) => {
        const old = Object.hasOwn(below, key) ? below[key] : undefined;
        return [key, (0,kubernetes_manifest/* isObject */.G)(old) && (0,kubernetes_manifest/* isObject */.G)(value) ? over(old, value) : (value ?? null)];
    }),
]);
/** More is no folder of values. */
const exporter_values_mostFiles = 500;
/** YAML below `upstream/` that nothing names; what lies with a chart are its templates and defaults. */
const besides = async (path, taken, workspace) => {
    const folder = external_node_path_.posix.join(path, "upstream");
    if ((await workspace.kind(folder)) !== "directory")
        return [];
    const files = (await workspace.walk(folder)).flatMap((entry) => (entry.kind === "file" ? [entry.path] : []));
    const charts = files.filter((file) => external_node_path_.posix.basename(file) === "Chart.yaml").map((file) => `${external_node_path_.posix.dirname(file)}/`);
    return files
        .filter((file) => /\.ya?ml$/i.test(file) && !taken.has(file) && !charts.some((chart) => file.startsWith(chart)))
        .slice(0, exporter_values_mostFiles);
};
/** What is not wanted is not parsed, and what cannot be read says nothing. */
const filesIn = async (names, workspace, isWanted) => {
    const read = await Promise.all(names.map(async (name) => ({ name, text: await workspace.read(name) })));
    return read.flatMap(({ name, text }) => (text.ok && isWanted(text.text) ? [(0,parse_yaml/* parseYaml */.h)(text.text, name, "helm")] : []));
};

// EXTERNAL MODULE: ./build/src/dcgm/gpu-operator.js + 1 modules
var gpu_operator = __webpack_require__(42746);
;// CONCATENATED MODULE: ./build/src/dcgm/installed-exporter.js

/** Null where there is none, or more than one. */
const installedExporter = ({ install }) => {
    const [found, ...more] = (install?.otherCharts ?? []).flatMap(({ chart, version, namespace, releaseName, at }) => {
        const source = (0,chart_name/* chartNameIn */.b)(chart);
        if (source !== "gpu-operator" && source !== "dcgm-exporter")
            return [];
        const exact = /^v?(\d+\.\d+\.\d+)$/.exec(version ?? "")?.[1] ?? null;
        return [{ source, version: exact, namespace, release: releaseName, place: `${at.file}, line ${at.line}` }];
    });
    return found === undefined || more.length > 0 ? null : found;
};

// EXTERNAL MODULE: ./build/src/kubernetes/kubernetes-yaml.js
var kubernetes_yaml = __webpack_require__(20983);
;// CONCATENATED MODULE: ./build/src/dcgm/manifest-exporter.js




/**
 * The Kubernetes objects in a file, or in the YAML and JSON files below a folder; kustomizations and what is no object
 * are passed over. Objects that live in a namespace and name none get `namespace`. Throws OperatorError `invalid-input`
 * where the path leads nowhere, cannot be read, or holds no object.
 */
const manifestObjects = async (path, namespace, workspace) => {
    const kind = await workspace.kind(path);
    const files = kind === "directory"
        ? (await workspace.walk(path))
            .filter((entry) => entry.kind === "file" && isManifestFile(entry.path))
            .map((entry) => entry.path)
        : [path];
    const objects = (await Promise.all(files.map((file) => objectsOf(file, workspace)))).flat();
    if (objects.length === 0)
        throw new errors/* OperatorError */.nv("invalid-input", `exporter is ${JSON.stringify(path)}, and no Kubernetes object is in it`, "Put the exporter's Service and DaemonSet there as plain YAML, or name where GPU metrics come from another way.");
    return objects.map((body) => inNamespace(body, namespace));
};
const isManifestFile = (path) => /\.(?:ya?ml|json)$/i.test(path);
const objectsOf = async (file, workspace) => {
    const read = await workspace.read(file);
    if (!read.ok)
        throw unreadable(`exporter: ${file} cannot be read: ${read.message}`);
    const { documents, errors } = (0,parse_yaml/* parseYaml */.h)(read.text, file);
    const [error] = errors;
    if (error !== undefined)
        throw unreadable(`exporter: ${file}:${error.at.line}: ${error.message}`);
    return documents.flatMap(({ value }) => (0,kubernetes_yaml/* objectsIn */.Q)(value)).filter(isKubernetesObject);
};
const unreadable = (message) => new errors/* OperatorError */.nv("invalid-input", message, "Give plain manifests: templates of a chart have to be rendered first (helm template).");
const isKubernetesObject = (body) => (0,json_fields/* textOrEmpty */._c)(body, ["apiVersion"]) !== "" &&
    (0,json_fields/* textOrEmpty */._c)(body, ["kind"]) !== "" &&
    !(0,json_fields/* textOrEmpty */._c)(body, ["apiVersion"]).startsWith("kustomize.config.k8s.io/");
const clusterWide = [
    "Namespace",
    "Node",
    "ClusterRole",
    "ClusterRoleBinding",
    "CustomResourceDefinition",
    "PriorityClass",
];
const inNamespace = (body, namespace) => {
    const metadata = (0,json_fields/* objectAt */.lJ)(body, ["metadata"]);
    if ((0,json_fields/* textOrEmpty */._c)(metadata, ["namespace"]) !== "" || clusterWide.includes((0,json_fields/* textOrEmpty */._c)(body, ["kind"])))
        return body;
    return { ...body, metadata: { ...metadata, namespace } };
};

// EXTERNAL MODULE: ./build/src/dcgm/standalone-chart.js + 1 modules
var standalone_chart = __webpack_require__(80304);
;// CONCATENATED MODULE: ./build/src/dcgm/tree-counters.js





/**
 * Counter lists that the tree brings to the exporter's namespace: ConfigMaps there with the key that the exporter's
 * pods mount, else `.csv` files below the stack's folder, of which `kubectl create configmap --from-file` makes one.
 * More than one where it is not plain which is meant.
 */
const treeCounters = async (bodies, place, workspace) => {
    const inObjects = bodies
        .filter((body) => (0,json_fields/* textOrEmpty */._c)(body, ["kind"]) === "ConfigMap")
        .filter((body) => (0,exporter_objects/* namespaceOfBody */.l8)(body, place.releaseNamespace) === place.namespace)
        .flatMap((body) => inConfigMap(body, place.key));
    if (inObjects.length === 0)
        return meantOf(await listFiles(place.folder, workspace));
    const files = await listFiles(place.folder, workspace);
    // What a generator of kustomize made a ConfigMap of.
    return inObjects.map((list) => ({ ...list, file: files.find(({ text }) => text === list.text)?.file ?? null }));
};
const inConfigMap = (body, key) => {
    const text = (0,json_fields/* textOrEmpty */._c)(body, ["data", key]);
    return (0,counter_list/* looksLikeCounterList */.s)(text)
        ? [{ configMap: (0,json_fields/* textOrEmpty */._c)(body, ["metadata", "name"]), text, where: (0,core_finding/* nameOf */.Vb)((0,resource_ref/* refOf */.H8)(body)), file: null }]
        : [];
};
const listFiles = async (folder, workspace) => {
    const files = (await workspace.walk(folder)).filter(({ path, kind }) => kind === "file" && path.endsWith(".csv"));
    const found = await Promise.all(files.map(async ({ path }) => {
        const read = await workspace.read(path);
        return read.ok && (0,counter_list/* looksLikeCounterList */.s)(read.text)
            ? [{ configMap: null, text: read.text, where: path, file: path }]
            : [];
    }));
    return found.flat();
};
/** The name that the operator's documentation gives the file tells it from others that lie beside it. */
const meantOf = (lists) => {
    const named = lists.filter(({ where }) => where.split("/").at(-1) === "dcgm-metrics.csv");
    return named.length === 1 ? named : lists;
};

// EXTERNAL MODULE: ./build/src/dcgm/tree-wishes.js
var tree_wishes = __webpack_require__(25342);
// EXTERNAL MODULE: ./build/src/dcgm/version.js
var dcgm_version = __webpack_require__(56514);
;// CONCATENATED MODULE: ./build/src/dcgm/with-tree.js





/**
 * The model: what is declared, less the namespaces in which the tree deploys an exporter itself. With exporters in
 * both, a metric or label that one of them has counts.
 */
const withTree = (declared, tree, releaseNamespace) => {
    const own = tree.filter(exporter_objects/* isExporterWorkload */.V2);
    const taken = namespacesTaken(declared.objects, tree, own, releaseNamespace);
    const objects = declared.objects.filter((body) => (0,json_fields/* textOrEmpty */._c)(body, ["kind"]) === "Namespace" || !taken.has((0,exporter_objects/* namespaceOfBody */.l8)(body, releaseNamespace)));
    const replaced = declared.namespaces.length > 0 && declared.namespaces.every((namespace) => taken.has(namespace));
    const treeFacts = factsOf(own, tree, releaseNamespace);
    const facts = [
        ...(declared.facts === null || replaced ? [] : [declared.facts]),
        ...(treeFacts === null ? [] : [treeFacts]),
    ];
    const { metrics, labels, notes, sources, releases, collectMs, list } = facts.length === 0 ? noFacts : together(facts);
    const name = nameFor(declared, replaced, own);
    return {
        source: declared.source,
        version: declared.version,
        known: declared.known || replaced,
        name,
        description: notes.length === 0 ? name : `${name}: ${notes.join("; ")}`,
        objects,
        metrics,
        labels,
        sources,
        release: releases.length === 1 ? (releases[0] ?? null) : null,
        collectMs,
        list,
    };
};
/**
 * Namespaces in which the tree deploys an exporter; a Service of the tree alone takes none over whose pods
 * the declared exporter has.
 */
const namespacesTaken = (declared, tree, own, releaseNamespace) => {
    const services = tree
        .filter((body) => (0,exporter_objects/* isExporterService */.Dk)(body, own, releaseNamespace))
        .filter((service) => !declared.some((body) => isPodOf(service, body, releaseNamespace)));
    return new Set([...own, ...services].map((body) => (0,exporter_objects/* namespaceOfBody */.l8)(body, releaseNamespace)));
};
const isPodOf = (service, workload, releaseNamespace) => (0,exporter_objects/* isExporterWorkload */.V2)(workload) &&
    (0,exporter_objects/* namespaceOfBody */.l8)(workload, releaseNamespace) === (0,exporter_objects/* namespaceOfBody */.l8)(service, releaseNamespace) &&
    (0,exporter_objects/* selects */.ko)((0,json_fields/* objectAt */.lJ)(service, ["spec", "selector"]), (0,exporter_objects/* podLabels */.z8)(workload));
const nameFor = (declared, replaced, own) => {
    const ours = own.map((body) => (0,core_finding/* nameOf */.Vb)((0,resource_ref/* refOf */.H8)(body))).join(", ");
    const ofTree = `${ours || "manifests"} of the tree`;
    if (replaced)
        return `${ofTree}, instead of ${declared.what}`;
    if (ours === "")
        return declared.what;
    return declared.source === "none" ? ofTree : `${declared.what}, and ${ofTree}`;
};

;// CONCATENATED MODULE: ./build/src/dcgm/load-exporter.js
















/** Values of `exporter` beside a path. */
const exporterSources = ["gpu-operator", "dcgm-exporter", "cluster", "none"];
/**
 * Where GPU metrics come from, as `exporter` declares it, less what the tree itself deploys: its manifests win for the
 * namespaces they are in. Throws OperatorError `invalid-input` where the declaration cannot be followed, and for
 * `cluster` what reading it throws.
 */
const loadExporter = async (inputs, stack, render, cluster, outside) => {
    const releaseNamespace = stack.release.namespace.value;
    const tree = (0,render_render/* allManifests */.m)(render).map(({ body }) => body);
    const values = await exporterValues(stack, outside.workspace);
    const installed = installedExporter(stack);
    const exporter = inputs.exporter ?? installed?.source ?? "gpu-operator";
    const line = installed?.source === exporter ? installed : null;
    const asked = { inputs, exporter, line, stack, values, tree, releaseNamespace, workspace: outside.workspace };
    return { ...withTree(await declared(asked, cluster), tree, releaseNamespace), values };
};
const declared = (asked, cluster) => {
    switch (asked.exporter) {
        case "gpu-operator":
            return gpuOperator(asked);
        case "dcgm-exporter":
            return standaloneChart(asked);
        case "cluster":
            return inCluster(cluster, asked);
        case "none":
            return { ...nothing, source: "none", what: "no exporter declared" };
        default:
            return inManifests(asked);
    }
};
const nothing = { version: null, known: false, objects: [], namespaces: [], facts: null };
const gpuOperator = async ({ inputs, line, stack, values, tree, releaseNamespace, workspace, }) => {
    const version = inputs.exporterVersion ?? line?.version ?? gpu_operator/* gpuOperatorVersions */.qI.default;
    const namespace = inputs.exporterNamespace ?? line?.namespace ?? "gpu-operator";
    const wishes = (0,tree_wishes/* operatorWishes */.s4)(values, tree);
    const what = `gpu-operator v${version} in ${namespace}`;
    const declares = { source: "gpu-operator", version, namespace, what };
    if (wishes.enabled === false)
        return switchedOff(declares);
    const place = { namespace, releaseNamespace, folder: stack.path, key: "dcgm-metrics.csv" };
    const declared = declaredExporter({
        namespace,
        releaseNamespace,
        wishes,
        // The name that NVIDIA's documentation gives it.
        configMap: "metrics-config",
        lists: await treeCounters(tree, place, workspace),
        release: (wishes) => (0,gpu_operator/* gpuOperatorRelease */.Eg)(version, namespace, wishes),
    }, tree);
    const release = ofRelease(declares, declared, gpu_operator/* gpuOperatorVersions */.qI, line);
    return (0,tree_wishes/* deploysDra */.UJ)(values, tree) ? release : { ...release, objects: release.objects.filter(isNoDraExporter) };
};
/** Its metrics and labels count all the same, and its Service is there to be named; pods are not, for certain. */
const isNoDraExporter = (body) => (0,json_fields/* textOrEmpty */._c)(body, ["kind"]) !== "DaemonSet" || (0,json_fields/* textOrEmpty */._c)(body, ["metadata", "name"]) !== gpu_operator/* draExporterName */.GW;
/** Another exporter may run in its place. */
const switchedOff = ({ namespace, ...release }) => {
    const note = "dcgmExporter.enabled is false, so what exports GPU metrics is unknown; the input exporter can say it";
    return { ...release, known: false, objects: [], namespaces: [namespace], facts: { ...noFacts, notes: [note] } };
};
const standaloneChart = async ({ inputs, line, stack, values, tree, releaseNamespace, workspace, }) => {
    const asked = inputs.exporterVersion ?? line?.version ?? standalone_chart/* chartVersions */.c.default;
    const version = (0,dcgm_version/* exporterVersion */.i)(asked) ?? asked;
    const namespace = inputs.exporterNamespace ?? line?.namespace ?? "default";
    const release = inputs.exporterRelease ?? line?.release ?? "dcgm-exporter";
    const place = { namespace, releaseNamespace, folder: stack.path, key: "metrics" };
    const declared = declaredExporter({
        namespace,
        releaseNamespace,
        wishes: (0,tree_wishes/* chartWishes */.Ck)(values),
        configMap: "exporter-metrics-config-map",
        lists: await treeCounters(tree, place, workspace),
        release: (wishes) => (0,standalone_chart/* chartRelease */.G)(version, { release, namespace }, wishes),
    }, tree);
    const what = `dcgm-exporter ${version}, release ${release} in ${namespace}`;
    return ofRelease({ source: "dcgm-exporter", version, namespace, what }, declared, standalone_chart/* chartVersions */.c, line);
};
const ofRelease = ({ namespace, ...release }, { objects, facts: found }, versions, line) => {
    const known = objects.length > 0;
    const facts = line === null ? found : { ...found, notes: [`installed by ${line.place}`, ...found.notes] };
    const note = `there is no data for this version (only for releases from ${versions.from} to ${versions.to}), so what it brings is unknown`;
    return {
        ...release,
        known,
        objects,
        namespaces: [namespace],
        facts: known ? facts : { ...facts, notes: [note, ...facts.notes] },
    };
};
/** Namespaces that objects are in. */
const namespacesOf = (objects, releaseNamespace) => [
    ...new Set(objects.filter(({ kind }) => kind !== "Namespace").map((body) => (0,exporter_objects/* namespaceOfBody */.l8)(body, releaseNamespace))),
].sort();
const inCluster = async (cluster, { releaseNamespace }) => {
    if (cluster === null)
        throw new errors/* OperatorError */.nv("invalid-input", "exporter is cluster, and there is no cluster to look into", "Give a kubeconfig, or say where GPU metrics come from: gpu-operator, dcgm-exporter, a path to manifests, or none.");
    const objects = await clusterObjects(cluster);
    const facts = factsOf(objects, [], releaseNamespace);
    const what = facts === null ? `no dcgm-exporter runs in ${cluster.server}` : `what runs in ${cluster.server}`;
    const namespaces = namespacesOf(objects, releaseNamespace);
    return { ...nothing, source: "cluster", known: true, what, objects, namespaces, facts: facts ?? noFacts };
};
const inManifests = async ({ inputs, exporter: path, releaseNamespace, workspace }) => {
    const kind = await workspace.kind(path);
    if (kind !== "file" && kind !== "directory")
        throw new errors/* OperatorError */.nv("invalid-input", `Input exporter is ${JSON.stringify(path)}: it must be one of ${exporterSources.join(", ")}, or the path of a file or folder with manifests inside the repository`, "Correct it under `with:` of the step; action.yml describes every input.");
    const objects = await manifestObjects(path, inputs.exporterNamespace ?? "default", workspace);
    const namespaces = namespacesOf(objects, releaseNamespace);
    const facts = factsOf(objects, [], releaseNamespace) ?? noFacts;
    const what = `manifests of ${path} in ${namespaces.join(", ")}`;
    return { ...nothing, source: "manifests", known: true, what, objects, namespaces, facts };
};

// EXTERNAL MODULE: ./build/src/dcgm/value-range.js
var value_range = __webpack_require__(6583);
// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
// EXTERNAL MODULE: ./build/src/promql/matcher.js
var promql_matcher = __webpack_require__(46670);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/signal/rules/recorded-from.js
var recorded_from = __webpack_require__(86044);
;// CONCATENATED MODULE: ./build/src/proof/canary-model.js


const sampleSeconds = 60;
/** What of an expression the model below does not know, in words; null where it knows all. */
const notModelled = (root) => {
    for (const node of (0,syntax/* nodesIn */.vx)(root)) {
        if (node.kind === "unclear")
            return "a part of the expression is not understood";
        if (node.kind === "number" && node.value === null)
            return "a number of the expression is not understood";
        if (node.kind === "selector" && node.selector.metric === null)
            return "a selector names no metric";
        if (node.kind === "range" && (0,prometheus_duration/* parseDuration */.E9)(node.window.split(":")[0] ?? "") === null)
            return `the window ${node.window} is not understood`;
        if (node.kind === "call" && !(node.name in windowed || node.name in simple || node.name === "absent"))
            return `${node.name}() is not simulated`;
        if (node.kind === "aggregate" && !(passing.has(node.name) || node.name in single))
            return `${node.name} is not simulated`;
        if (node.kind === "binary" && (node.filled.left || node.filled.right))
            return "fill is not simulated";
    }
    return null;
};
/**
 * The value of an expression over one series of each metric, near enough to find series that are worth a try: promtool
 * has the last word. Null: no series.
 */
const evaluate = (node, model) => {
    switch (node.kind) {
        case "number":
            return node.value;
        case "selector":
            return valueIn(model.source(node.selector), model);
        case "unary": {
            const value = evaluate(node.of, model);
            return value === null || node.op !== "-" ? value : -value;
        }
        case "aggregate": {
            const value = evaluate(node.args.at(-1) ?? node, model);
            return value === null ? null : (single[node.name] ?? value);
        }
        case "call":
            return ofCall(node, model);
        case "binary":
            return ofBinary(node, model);
        default:
            return null;
    }
};
const valueIn = (source, model) => {
    if (source.kind === "recorded")
        return recorded(source.root, model);
    if (source.kind === "constant")
        return source.value;
    if (source.kind === "rising")
        return source.perSecond * model.elapsed;
    return source.kind === "alternating" ? 1 : null;
};
const recorded = (root, model) => {
    const known = model.recorded.get(root);
    if (known !== undefined)
        return known;
    // What records itself has nothing at first.
    model.recorded.set(root, null);
    const value = evaluate(root, model);
    model.recorded.set(root, value);
    return value;
};
/** Aggregations that give a single series as it is. */
const passing = new Set(["sum", "avg", "min", "max", "topk", "bottomk", "limitk", "quantile"]);
/** What others make of a single series. */
const single = { count: 1, group: 1, stddev: 0, stdvar: 0 };
const same = (value) => value;
const simple = {
    scalar: same,
    vector: same,
    sort: same,
    sort_desc: same,
    label_replace: same,
    label_join: same,
    abs: Math.abs,
    ceil: Math.ceil,
    floor: Math.floor,
    round: (value) => Math.round(value),
    sqrt: Math.sqrt,
    sgn: Math.sign,
    clamp_min: (value, [least = value]) => Math.max(value, least),
    clamp_max: (value, [most = value]) => Math.min(value, most),
};
const ofCall = (node, model) => {
    const [first] = node.args;
    if (node.name === "absent")
        return first !== undefined && evaluate(first, model) === null ? 1 : null;
    const range = node.args.find((arg) => arg.kind === "range");
    if (range?.kind === "range")
        return ofWindow(node.name, range, model);
    const value = first === undefined ? null : evaluate(first, model);
    if (value === null)
        return null;
    const more = node.args.slice(1).flatMap((arg) => evaluate(arg, model) ?? []);
    return simple[node.name]?.(value, more) ?? null;
};
const ofWindow = (name, range, model) => {
    const seconds = ((0,prometheus_duration/* parseDuration */.E9)(range.window.split(":")[0] ?? "") ?? 0) / 1000;
    const source = seriesOf(range.of, model);
    if (name === "absent_over_time")
        return source.kind === "absent" ? 1 : null;
    return source.kind === "absent" ? null : (windowed[name]?.(source, seconds, model.elapsed) ?? null);
};
/** What is recorded, or evaluated in a subquery, is taken as constant. */
const seriesOf = (node, model) => {
    const source = node.kind === "selector" ? model.source(node.selector) : null;
    if (source !== null && source.kind !== "recorded")
        return source;
    const value = evaluate(node, model);
    return value === null ? { kind: "absent" } : { kind: "constant", value };
};
const slope = (series) => (series.kind === "rising" ? series.perSecond : 0);
const level = (series, _, elapsed) => series.kind === "constant" ? series.value : series.kind === "rising" ? series.perSecond * elapsed : 0.5;
const samples = (_, seconds) => seconds / sampleSeconds;
const windowed = {
    rate: slope,
    irate: slope,
    deriv: slope,
    increase: (series, seconds) => slope(series) * seconds,
    delta: (series, seconds) => slope(series) * seconds,
    idelta: (series) => slope(series) * sampleSeconds,
    avg_over_time: level,
    min_over_time: level,
    max_over_time: level,
    last_over_time: level,
    first_over_time: level,
    quantile_over_time: level,
    sum_over_time: (series, seconds, elapsed) => (level(series, seconds, elapsed) * seconds) / sampleSeconds,
    count_over_time: samples,
    present_over_time: () => 1,
    absent_over_time: () => 1,
    changes: (series, seconds, elapsed) => (series.kind === "constant" ? 0 : samples(series, seconds, elapsed) - 1),
    resets: (series, seconds, elapsed) => (series.kind === "alternating" ? samples(series, seconds, elapsed) / 2 - 1 : 0),
};
const ofBinary = (node, model) => {
    const [left, right] = [evaluate(node.left, model), evaluate(node.right, model)];
    if (node.op === "or")
        return left ?? right;
    if (node.op === "unless")
        return right === null ? left : null;
    if (left === null || right === null)
        return null;
    if (node.op === "and")
        return left;
    const compared = compare[node.op]?.(left, right);
    if (compared === undefined)
        return arithmetic[node.op]?.(left, right) ?? null;
    if (node.bool)
        return compared ? 1 : 0;
    return compared ? (node.left.kind === "number" ? right : left) : null;
};
const compare = {
    "==": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    ">": (a, b) => a > b,
    "<": (a, b) => a < b,
    ">=": (a, b) => a >= b,
    "<=": (a, b) => a <= b,
};
const arithmetic = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
    "%": (a, b) => a % b,
    "^": (a, b) => a ** b,
};

// EXTERNAL MODULE: ./build/src/signal/operator/lookback.js
var operator_lookback = __webpack_require__(37550);
// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
;// CONCATENATED MODULE: ./build/src/proof/canary-sampling.js



/** How the exporter's metrics are sampled; null where each sample counts until the next, as far as can be seen. */
const gpuSampling = (world) => {
    const lookback = (0,operator_lookback/* lookbackOf */.Q)(world.ofKind("Prometheus")[0]);
    const intervals = (0,scraped_targets/* scrapedTargets */.f8)(world).gpu.map(({ interval }) => (0,prometheus_duration/* parseDuration */.E9)(interval));
    if (lookback === null || intervals.length === 0)
        return null;
    const shortest = intervals.reduce((least, one) => (least === null || one === null ? null : Math.min(least, one)), Number.POSITIVE_INFINITY);
    const found = { minutes: Math.ceil((shortest ?? 0) / 60_000), counted: Math.ceil(lookback.ms / 60_000) };
    return found.minutes > found.counted ? found : null;
};
/** The first minute from this one on in which the last sample is as old as one becomes. */
const untilOldest = (minutes, sampling) => sampling === null ? minutes : Math.ceil((minutes + 1) / sampling.minutes) * sampling.minutes - 1;
/**
 * What promtool reads: values where there is a sample, again every five minutes while it counts longer than promtool
 * lets it, and where it ceases to.
 */
const sampledValues = ({ minutes: interval, counted }, minutes, valueIn) => Array.from({ length: minutes + 1 }, (_, minute) => {
    const age = minute % interval;
    if (age === counted)
        return "stale";
    return age < counted && age % 5 === 0 ? valueIn(Math.floor(minute / interval)) : "_";
}).join(" ");

;// CONCATENATED MODULE: ./build/src/proof/canary-search.js


/** Combinations that are tried for one alert. */
const most = 8_000;
/** Numbers of the expressions that are taken up, and up to how many their products and quotients are, too. */
const mostNumbers = 100;
const mostScaled = 8;
/**
 * Behaviours, one a series, with which `fires` is true; null where none of those tried is. Values come from the numbers
 * in the expressions, a little above and below, and stay within what each metric can be.
 */
const findBehaviours = (ranges, roots, elapsed, fires) => {
    const nodes = roots.flatMap((root) => [...(0,syntax/* nodesIn */.vx)(root)]);
    const numbers = [...new Set(nodes.flatMap((node) => (node.kind === "number" ? (node.value ?? []) : [])))].slice(0, mostNumbers);
    const windows = [...new Set(nodes.flatMap((node) => (node.kind === "range" ? secondsOf(node.window) : [])))];
    const jumps = nodes.some((node) => node.kind === "call" && ["changes", "resets"].includes(node.name));
    const choices = ranges.map((range) => [
        ...levels(numbers, range, ranges.length === 1).map((value) => ({ kind: "constant", value })),
        ...slopes(numbers, windows)
            .filter((perSecond) => range === null || perSecond * elapsed <= range.most)
            .map((perSecond) => ({ kind: "rising", perSecond })),
        ...(jumps ? [{ kind: "alternating" }] : []),
        { kind: "absent" },
    ]);
    let tried = 0;
    for (const behaviours of combinations(choices)) {
        if (fires(behaviours))
            return behaviours;
        if (++tried >= most)
            return null;
    }
    return null;
};
const secondsOf = (window) => ((0,prometheus_duration/* parseDuration */.E9)(window.split(":")[0] ?? "") ?? 0) / 1000;
/** Of a single series those near the numbers come first, which are the likelier ones to be seen. */
const levels = (numbers, range, alone) => {
    const factors = numbers.length > mostScaled ? [] : numbers;
    const scaled = factors.flatMap((a) => factors.flatMap((b) => (b === 0 ? [] : [a * b, a / b])));
    const near = [...new Set([...numbers, ...scaled])].flatMap((a) => [a, a * 1.02, a * 0.98, a + 1, a - 1]);
    const { least, most: top } = range ?? { least: Math.min(0, ...numbers) - 1, most: Number.MAX_SAFE_INTEGER };
    const some = alone ? [1, 0, ...near, least, top] : [1, 0, least, top, ...near];
    return [...new Set(some)].filter((value) => value >= least && value <= top);
};
const slopes = (numbers, windows) => [
    ...new Set(numbers
        .flatMap((number) => [number, ...windows.map((seconds) => number / Math.max(1, seconds))])
        .flatMap((perSecond) => [perSecond * 1.1, perSecond * 0.9])
        .filter((perSecond) => perSecond > 0)
        .concat(windows.length > 0 ? [1 / 60] : [])),
];
function* combinations(choices) {
    const [first, ...rest] = choices;
    if (first === undefined) {
        yield [];
        return;
    }
    for (const others of combinations(rest))
        for (const one of first)
            yield [one, ...others];
}

// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-metrics.js + 2 modules
var gpu_metrics = __webpack_require__(78756);
// EXTERNAL MODULE: ./build/src/signal/series/known-metrics.js + 4 modules
var known_metrics = __webpack_require__(1651);
;// CONCATENATED MODULE: ./build/src/proof/canary-shapes.js





/** Of the series of these selectors, which stand in these expressions. */
const seriesLabels = ({ known, world }, leaves, expressions) => {
    const used = new Set(expressions.flatMap(({ labelUses }) => labelUses.map(({ name }) => name)));
    const copied = copiedLabels(expressions);
    const exported = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
    const shapes = new Map(leaves.map((leaf) => {
        const shape = known.shapeOf(leaf);
        const own = exported.get(leaf.metric ?? "");
        if (!shape.open)
            return [leaf, shape];
        if (known_metrics/* perTarget */.Ve.has(leaf.metric ?? ""))
            return [leaf, ofOneTarget(leaf, shape, used, world)];
        return [leaf, own === undefined ? shape : withoutOthers(shape, own, [...exported.values()])];
    }));
    const all = [...shapes.values()];
    return {
        names: new Set(all.flatMap(({ labels }) => [...labels.keys()])),
        valuesOf: (selectors, name) => {
            const [first, ...rest] = selectors.flatMap((selector) => shapes.get(selector) ?? []);
            if (first === undefined)
                return null;
            const values = (0,label_shape/* valuesIn */.aC)(rest.reduce(label_shape/* union */.KC, first), name);
            return values === null && name === "cluster" && all.some((shape) => lacks(shape, name)) ? [""] : values;
        },
        likely: (name) => {
            const counts = Map.groupBy([name, ...(copied.get(name) ?? [])].flatMap((one) => all.flatMap((shape) => (0,label_shape/* valuesIn */.aC)(shape, one) ?? [])), (value) => value);
            return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([value]) => value);
        },
    };
};
/** Labels that \`label_replace\` and \`label_join\` make of each other: of each those that may have the same value. */
const copiedLabels = (expressions) => {
    const pairs = expressions.flatMap(({ root }) => [...(0,syntax/* nodesIn */.vx)(root)].flatMap((node) => {
        if (node.kind !== "call" || !["label_replace", "label_join"].includes(node.name))
            return [];
        const [target, , ...from] = node.args.slice(1).map((arg) => (arg.kind === "string" ? arg.value : ""));
        const pair = target === undefined ? [] : [target, ...from.slice(0, node.name === "label_replace" ? 1 : undefined)];
        return pair.flatMap((one) => pair.filter((other) => other !== one).map((other) => [one, other]));
    }));
    return new Map([...Map.groupBy(pairs, ([one]) => one)].map(([one, of]) => [one, of.map(([, other]) => other)]));
};
/** `cluster` is a label that the series of one cluster have all of them, or none. */
const lacks = (shape, name) => (0,label_shape/* valuesIn */.aC)(shape, name)?.every((value) => value === "") === true;
/** Labels that tell GPUs apart: a target has many of them, and none of these labels. */
const ofGpus = ["gpu", "UUID", "pci_bus_id", "device", "modelName", "GPU_I_PROFILE", "GPU_I_ID"];
/** Of the targets in sight that `up` may mean, the one with most of the labels in use; rather the exporter's. */
const ofOneTarget = ({ matchers }, shape, used, world) => {
    const gpu = new Set((0,scraped_targets/* scrapedTargets */.f8)(world).gpu);
    const rank = (target) => Object.keys(target.labels).filter((name) => used.has(name)).length + (gpu.has(target) ? 0.5 : 0);
    const [best] = (0,scraped_targets/* targetsMeeting */.YK)(matchers, world).toSorted((a, b) => rank(b) - rank(a));
    if (best !== undefined)
        return (0,gpu_metrics/* shapeFrom */.ks)(best, false);
    return (0,label_shape/* withLabels */.IO)(shape, ofGpus.map((name) => [name, [""]]));
};
/** Where targets may add any label, none adds those that the exporter gives to other metrics alone. */
const withoutOthers = (shape, own, all) => {
    const others = new Set(all.flatMap(({ labels }) => labels ?? []));
    for (const name of own.labels ?? [])
        others.delete(name);
    return (0,label_shape/* withLabels */.IO)(shape, [...others].filter((name) => !shape.labels.has(name)).map((name) => [name, [""]]));
};

;// CONCATENATED MODULE: ./build/src/proof/canary-labels.js

/**
 * A value for each of these labels that meets the matchers of `own` selectors, and those of the expression's others
 * where it can: series that are matched with each other must have the same labels. A label that the metric is known not
 * to have is left out. Null where no value was found.
 */
const labelsFor = ({ names, own, all, known, likely }) => {
    const labels = new Map();
    for (const name of new Set([...names, ...own.map((matcher) => matcher.name)])) {
        const of = (matchers) => matchers.filter((matcher) => matcher.name === name);
        const values = known(name);
        const candidates = values === null
            ? [...of(all).flatMap(valuesFor), ...likely(name).filter((value) => value !== ""), ...usual(name)]
            : [...likely(name).filter((value) => values.includes(value)), ...values];
        const fits = (matchers) => candidates.find((value) => of(matchers).every((matcher) => (0,promql_matcher/* accepts */.G)(matcher, value) === true));
        const value = fits(all) ?? fits(own);
        if (value === undefined)
            return null;
        if (value !== "")
            labels.set(name, value);
    }
    return labels;
};
/** A value where nothing is known of it: of `instance` one whose host can be told. */
const usual = (name) => [...(name === "instance" ? ["0:9100"] : []), "0", "canary", ""];
/** Values that are likely to meet a matcher: those it states, else its pattern with the wildcards filled in. */
const valuesFor = (matcher) => (0,promql_matcher/* statedValues */.e)(matcher) ??
    matcher.value
        .replace(/^\^|\$$|[()]|\?:/g, "")
        .split("|")
        .map((part) => part
        .replace(/\[(.)[^[\]]*\]/g, "$1")
        .replace(/\\d/g, "1")
        .replace(/\\(.)/g, "$1")
        .replace(/\.[*+]/g, "x")
        .replace(/[*+?]/g, ""));

;// CONCATENATED MODULE: ./build/src/proof/canary-variables.js

/** The labels that series of these expressions get, of the names that are given. */
const labelsBy = (given, expressions, labels) => {
    const all = expressions.flatMap(({ selectors }) => selectors.flatMap(({ matchers }) => matchers));
    const names = new Set(given.filter((name) => name !== "__name__"));
    return (selectors) => labelsFor({
        names,
        own: selectors.flatMap(({ matchers }) => matchers),
        all,
        known: (name) => labels.valuesOf(selectors, name),
        likely: labels.likely,
    });
};
/**
 * One series a metric; one for each of its sets of matchers where no series meets them all, and none for those that
 * none of the metric's series meets. Null where there is a metric of which that is so of all.
 */
const seriesVariables = (leaves, labelsOf) => {
    const found = [];
    for (const [metric, selectors] of Map.groupBy(leaves, (leaf) => leaf.metric ?? "")) {
        const labels = labelsOf(selectors);
        const groups = labels === null ? Map.groupBy(selectors, matcherText).values() : [selectors];
        const variables = [...groups].flatMap((group) => {
            const own = labels ?? labelsOf(group);
            return own === null ? [] : [{ metric, selectors: group, labels: own }];
        });
        if (variables.length === 0)
            return null;
        found.push(...variables);
    }
    return found;
};
const matcherText = ({ matchers }) => matchers.map(({ name, op, value }) => `${name}${op}${value}`).join();

;// CONCATENATED MODULE: ./build/src/proof/alert-canaries.js













/** Whether a selector reads that series, as far as its matchers can be told. */
const maySelect = ({ metric, matchers }, series) => metric === series.metric &&
    matchers.every((matcher) => (0,promql_matcher/* accepts */.G)(matcher, series.labels.get(matcher.name) ?? "") !== false);
/** A sample a minute: three days are what promtool evaluates in a second or two. */
const mostMinutes = 3 * 24 * 60;
/** Steps of the widest subquery in all evaluations: some seconds of promtool's. */
const mostSteps = 20_000_000;
/** Samples before the windows count, and the evaluations that recording rules and ALERTS are late. */
const spareMinutes = 5;
/** Recording rules on the way to one alert. */
const mostRecords = 50;
/**
 * Canaries for the alerts of base and overlays that read a metric that the GPU exporter in force exports; not for those
 * that are known to be broken.
 */
const alertCanaries = (resolution) => {
    const { alerts, world } = resolution;
    const exported = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
    const recordings = lastRecordings(world);
    return alerts.flatMap(({ entry, path }) => {
        if (path.status === "broken")
            return [];
        const reading = (0,recorded_from/* recordedFrom */.dM)(entry.expr, recordings);
        if (!reading.leaves.some(({ metric }) => metric !== null && (0,gpu_metric_name/* isGpuMetric */.$)(metric) && exported.has(metric)))
            return [];
        const ranges = (metric) => {
            const one = exported.get(metric);
            return one === undefined ? null : (0,value_range/* valueRange */.t)(one);
        };
        return [{ entry, canary: canaryOf(entry, reading, ranges, resolution) }];
    });
};
/** Of each metric the last rule that records it; what is called like a GPU metric is taken for one. */
const lastRecordings = (world) => {
    const recordings = (0,recorded_from/* recordingsIn */.yV)(world);
    return (metric) => ((0,gpu_metric_name/* isGpuMetric */.$)(metric) ? [] : recordings(metric).slice(-1));
};
const canaryOf = (entry, { expressions, records, leaves }, range, resolution) => {
    const unclear = expressions.flatMap(({ root, complete }) => complete ? (notModelled(root) ?? []) : "the expression is not understood")[0];
    if (unclear !== undefined)
        return unclear;
    if (records.length >= mostRecords)
        return `more than ${mostRecords} recording rules lead to it`;
    const waits = waitsOf(entry, expressions);
    if (waits === null)
        return "a duration is not understood";
    const { world } = resolution;
    const sampling = gpuSampling(world);
    const minutes = untilOldest(Math.ceil(waits / 60_000) + spareMinutes, sampling);
    if (minutes > mostMinutes)
        return "its windows and `for` are longer than three days";
    if (minutes * Math.max(0, ...expressions.map(alert_canaries_stepsOf)) > mostSteps)
        return "its subqueries take too many steps";
    const used = expressions.flatMap(({ labelUses }) => labelUses.map(({ name }) => name));
    const labels = seriesLabels(resolution, leaves, expressions);
    const names = [...(world.exporter.labels ?? []), ...used, ...labels.names];
    const variables = seriesVariables(leaves, labelsBy(names, expressions, labels));
    if (variables === null)
        return "no labels were found that meet its matchers";
    const recorded = new Map(records.map((record) => [record.name, record]));
    const root = (0,parse_expression/* readExpression */.J)(entry.expr).root;
    const elapsed = minutes * 60;
    const places = new Map(variables.flatMap(({ selectors }, place) => selectors.map((selector) => [selector, place])));
    const metrics = variables.map(({ metric }) => metric);
    const roots = expressions.map((expression) => expression.root);
    const found = findBehaviours(metrics.map(range), roots, elapsed, (behaviours) => {
        const source = (selector) => {
            const record = recorded.get(selector.metric ?? "");
            if (record !== undefined)
                return { kind: "recorded", root: (0,parse_expression/* readExpression */.J)(record.expr).root };
            return behaviours[places.get(selector) ?? -1] ?? { kind: "absent" };
        };
        return evaluate(root, { source, elapsed, recorded: new Map() }) !== null;
    });
    if (found === null)
        return "no values were found with which its expression holds";
    const series = variables.flatMap(({ metric, labels }, index) => {
        const behaviour = found[index];
        if (behaviour === undefined || behaviour.kind === "absent")
            return [];
        return [{ metric, labels, behaviour, ...(sampling !== null && (0,gpu_metric_name/* isGpuMetric */.$)(metric) && { sampling }) }];
    });
    return { series, reads: leaves, rules: [...records, entry].map(ruleOf), minutes };
};
/** Windows, offsets and `for`, one after the other, in milliseconds. */
const waitsOf = (entry, expressions) => {
    const windows = expressions.flatMap(({ root }) => [...(0,syntax/* nodesIn */.vx)(root)].flatMap((node) => node.kind === "range"
        ? [node.window.split(":")[0] ?? ""]
        : node.kind === "selector"
            ? [(node.selector.offset ?? "0").replace(/^-/, "")]
            : []));
    const pending = (0,kubernetes_manifest/* valueAt */.f)(entry.object.body, [...entry.path, "for"]);
    const all = [...windows, typeof pending === "string" ? pending : "0"].map(prometheus_duration/* parseDuration */.E9);
    return all.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
};
/**
 * The steps of an expression's subqueries, those inside of others multiplied: at most, each step of
 * one makes all of another's.
 */
const alert_canaries_stepsOf = ({ root }) => [...(0,syntax/* nodesIn */.vx)(root)]
    .flatMap((node) => (node.kind === "range" && node.window.includes(":") ? [node.window.split(":")] : []))
    .map(([range = "", step = ""]) => ((0,prometheus_duration/* parseDuration */.E9)(range) ?? 0) / ((0,prometheus_duration/* parseDuration */.E9)(step) || 60_000))
    .reduce((product, steps) => product * Math.max(1, steps), 1);
const ruleOf = ({ object, path }) => {
    const { for: pending, labels, expr, ...rule } = ((0,kubernetes_manifest/* valueAt */.f)(object.body, path) ?? {});
    const record = rule["record"];
    return record === undefined
        ? { alert: rule["alert"], expr, ...(pending === undefined ? {} : { for: pending }) }
        : { record, expr, ...(labels === undefined ? {} : { labels }) };
};

;// CONCATENATED MODULE: ./build/src/validate/promtool/rule-file.js
/**
 * Characters that JSON leaves as they are and YAML reads as line breaks or refuses:
 * https://yaml.org/spec/1.2.2/#51-character-set
 */
const notInYaml = /[\u007f-\u009f\u2028\u2029\ufeff]/g;
const escapeCharacter = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
/** YAML that is JSON: nothing in a value can be read as anything else. */
const ruleFileText = (content) => `${JSON.stringify(content)}\n`.replace(notInYaml, escapeCharacter);

;// CONCATENATED MODULE: ./build/src/validate/promtool/rule-groups.js


/** What promtool can be told of a Prometheus that has more of PromQL turned on (`promtool check rules --help`). */
const knownFeatures = [
    "promql-experimental-functions",
    "promql-delayed-name-removal",
    "promql-extended-range-selectors",
];
const isRule = ({ ref }) => ref.kind === "PrometheusRule" && ref.apiVersion.startsWith("monitoring.coreos.com/");
/** The groups of a rule file, as Prometheus reads it. */
const groupsIn = (content) => (0,json_fields/* listOf */.c3)(content["groups"]);
/** The rules of a group. */
const rulesOfGroup = (group) => (0,json_fields/* listOf */.c3)((0,kubernetes_manifest/* valueAt */.f)(group, ["rules"]));
/** How many rules groups have. */
const countRules = (groups) => groups.reduce((sum, group) => sum + rulesOfGroup(group).length, 0);
/** The groups of a PrometheusRule as the operator writes them for Prometheus. */
const groupsOf = ({ body }) => (0,json_fields/* listOf */.c3)((0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "groups"])).map(forPrometheus);
/**
 * Thanos' own field: Prometheus knows no such thing, and the operator takes it out of what it writes for Prometheus.
 */
const forPrometheus = (group) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(group))
        return group;
    const { partial_response_strategy: _, ...rest } = group;
    return rest;
};
/** What the Prometheus objects among `manifests` turn on, as promtool's flags. */
const featureFlags = (manifests) => {
    const asked = manifests
        .filter(({ ref }) => ref.kind === "Prometheus")
        .flatMap(({ body }) => (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "enableFeatures"]) ?? []);
    return knownFeatures.filter((feature) => asked.includes(feature)).map((feature) => `--enable-feature=${feature}`);
};

// EXTERNAL MODULE: ./build/src/world/world.js
var world_world = __webpack_require__(87125);
;// CONCATENATED MODULE: ./build/src/proof/alert-test-file.js


/**
 * The tree's test files. Other tools' tests have such names, too (helm-unittest's): a file counts by what is in it.
 * Files that are no YAML are told elsewhere.
 */
const testFiles = ({ files }) => files.flatMap((yaml) => {
    const [document] = yaml.documents;
    const root = document?.value;
    if (!/[._]test\.ya?ml$/.test(yaml.file) || yaml.errors.length > 0 || document === undefined)
        return [];
    return (0,kubernetes_manifest/* isObject */.G)(root) && isPromtools(root) ? [{ yaml, document, root }] : [];
});
const isPromtools = (root) => !("apiVersion" in root) &&
    ("rule_files" in root ||
        (0,json_fields/* objectsAt */.yR)(root, ["tests"]).some((test) => ["input_series", "alert_rule_test", "promql_expr_test"].some((key) => key in test)));
/** Every case, after its group. */
const piecesOf = ({ root }) => (0,json_fields/* objectsAt */.yR)(root, ["tests"]).flatMap((group, g) => {
    const { alert_rule_test: _alerts, promql_expr_test: _expressions, ...bare } = group;
    const only = (more) => ({ ...root, tests: [{ ...bare, ...more }] });
    const title = typeof group["name"] === "string" ? `test "${group["name"]}"` : `test group ${g + 1}`;
    const alerts = (0,json_fields/* objectsAt */.yR)(group, ["alert_rule_test"]).map((one, c) => ({
        alert: textOf(one["alertname"]),
        name: `alert ${textOf(one["alertname"])} at ${textOf(one["eval_time"])} (${title})`,
        path: ["tests", g, "alert_rule_test", c],
        place: ["tests", g, "alert_rule_test", c, "alertname"],
        content: only({ alert_rule_test: [one] }),
    }));
    const expressions = (0,json_fields/* objectsAt */.yR)(group, ["promql_expr_test"]).map((one, c) => ({
        alert: null,
        name: `${textOf(one["expr"])} at ${textOf(one["eval_time"])} (${title})`,
        path: ["tests", g, "promql_expr_test", c],
        place: ["tests", g, "promql_expr_test", c, "expr"],
        content: only({ promql_expr_test: [one] }),
    }));
    return [
        { alert: null, name: title, path: ["tests", g], place: ["tests", g], content: only({}) },
        ...alerts,
        ...expressions,
    ];
});
const textOf = (value) => (value === undefined || value === null ? "?" : String(value));

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/outside/known-facts.js

/** Far more than the objects of a large stack on a few branches. */
const known_facts_most = 20_000;
/** The facts that are kept together under `asked`, which names all that decides them beside the things themselves. */
const openFacts = (memory, asked) => {
    const facts = new Map(entriesIn(memory.recall(asked)));
    let isNew = false;
    const use = (id, answer) => {
        // The last in a map's order is the newest.
        facts.delete(id);
        facts.set(id, answer);
    };
    return {
        get(of) {
            const id = digest(of);
            const answer = facts.get(id);
            if (answer === undefined)
                return null;
            use(id, answer);
            return answer;
        },
        learn(of, answer) {
            use(digest(of), answer);
            isNew = true;
        },
        save() {
            if (isNew)
                memory.keep(asked, JSON.stringify([...facts].slice(-known_facts_most)));
            isNew = false;
        },
    };
};
const digest = (parts) => {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const part of parts)
        hash.update(`${part.length}\n`).update(part);
    return hash.digest("base64");
};
const entriesIn = (kept) => kept === null ? [] : JSON.parse(kept);

// EXTERNAL MODULE: ./build/src/outside/tools.js
var outside_tools = __webpack_require__(97161);
;// CONCATENATED MODULE: ./build/src/proof/promtool-test.js





/**
 * A test takes a tenth of a second. Both limits are for a file of the tree that never ends,
 * and for many that nearly do.
 */
const promtool_test_timeoutMs = 15_000;
const allMs = 30_000;
const folder = "alert-tests";
/**
 * `promtool test rules` over these groups, one rule file each. The test's text is written to a private folder; where
 * promtool does not come to an end, that is its failure. Throws OperatorError where promtool cannot be run.
 */
const testBench = async (ruleFiles, features, { exec, scratch, tools, memory }) => {
    const tool = await tools.get("promtool");
    const cwd = await scratch.folder(`${folder}/tests`);
    const names = ruleFiles.map((_, index) => `rules/${index}.json`);
    const texts = ruleFiles.map(ruleFileText);
    const passed = openFacts(memory, ["unit tests/1", (0,outside_tools/* toolIdentity */.P)(tool), ...features, "", ...texts]);
    let written;
    let count = 0;
    let leftMs = allMs;
    const run = async (text) => {
        if (passed.get([text]) !== null)
            return null;
        written ??= Promise.all(texts.map((one, index) => scratch.write(`${folder}/${names[index]}`, one)));
        await written;
        if (leftMs <= 0)
            return `it was not run: the tests before it took more than ${allMs / 1000} s`;
        const name = `${count++}.yaml`;
        await scratch.write(`${folder}/tests/${name}`, text);
        const said = await testRules(tool.path, { cwd, features, names: [name], timeoutMs: Math.min(promtool_test_timeoutMs, leftMs) }, exec);
        leftMs -= said.durationMs;
        const failed = said.trouble ?? (said.code === 0 ? null : said.stderr.trim());
        if (failed === null)
            passed.learn([text], "passed");
        passed.save();
        return failed;
    };
    return { ruleFiles: names.map((name) => `../${name}`), run };
};
/** `promtool test rules`; `trouble` where it did not come to an end. Throws OperatorError where it cannot be run. */
const testRules = async (file, { cwd, features, names, timeoutMs }, exec) => {
    const args = (0,command_line/* commandLine */.a)({ verb: ["test", "rules", ...features], positionals: names });
    try {
        const done = await exec({ file, args, cwd, env: { TMPDIR: cwd, ...littleGarbage }, timeoutMs, costly });
        return { ...done, trouble: null };
    }
    catch (thrown) {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        const failed = { code: 1, stderr: "", durationMs: timeoutMs };
        if (error?.reason === "timeout")
            return { ...failed, trouble: `promtool did not finish within ${timeoutMs / 1000} s` };
        if (error?.reason === costly)
            return { ...failed, durationMs: 0, trouble: error.message };
        throw thrown;
    }
};
const costly = "invalid-input";
/**
 * Each test has a database of its own, which is soon garbage: with Go's own setting the tests of 2,010 alerts take
 * promtool 105 MiB instead of 731 at 400, in the same CPU time.
 */
const littleGarbage = { GOGC: "100" };

;// CONCATENATED MODULE: ./build/src/proof/test-failure.js
/** Alerts told of one failure: more say nothing new. */
const test_failure_most = 3;
/**
 * What promtool says of one failed test case, in a sentence: its prose is two lists of alerts, or of samples, over many
 * lines. The message as it is, on one line, where it has another form.
 */
const explainFailure = (said) => {
    const message = said.replace(/^\s*FAILED:\s*/, "");
    const lists = listsIn(message);
    if (lists !== null)
        return explainAlerts(alertsIn(lists.exp), alertsIn(lists.got));
    const samples = /^[ \t]*exp:(.*)\n[ \t]*got:(.*)/m.exec(message);
    if (samples !== null)
        return `expected ${samples[1]?.trim() || "nothing"}, got ${samples[2]?.trim() || "nothing"}`;
    return message
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .join(" ");
};
/** What stands in the brackets behind `exp:` and, on a line below, behind `got:`. */
const listsIn = (message) => {
    const exp = /\bexp:\s*\[/.exec(message);
    if (exp === null)
        return null;
    const rest = message.slice(exp.index + exp[0].length);
    const got = /^[ \t]*got:\s*\[/m.exec(rest);
    const end = rest.lastIndexOf("]");
    if (got === null || end < got.index + got[0].length)
        return null;
    const first = rest.slice(0, got.index).trimEnd().replace(/,$/, "");
    return first.endsWith("]") ? { exp: first.slice(0, -1), got: rest.slice(got.index + got[0].length, end) } : null;
};
const alertsIn = (list) => list.split("\n").flatMap((line, index, all) => {
    const [labels, annotations] = [behind("Labels:", all[index - 1] ?? ""), behind("Annotations:", line)];
    if (labels === null || annotations === null)
        return [];
    const others = labels.replace(/(?<=[{ ])alertname="(?:[^"\\]|\\.)*"(?:, )?/, "").replace(/, \}$/, "}");
    return [{ labels: others, annotations }];
});
/** The braces and what is in them, behind a word of a line. */
const behind = (word, line) => {
    const [from, to] = [line.indexOf(`${word}{`), line.lastIndexOf("}")];
    return from === -1 || to < from ? null : line.slice(from + word.length, to + 1);
};
const explainAlerts = (expected, got) => {
    const same = (a) => (b) => a.labels === b.labels && a.annotations === b.annotations;
    const missing = expected.filter((one) => !got.some(same(one)));
    const surplus = got.filter((one) => !expected.some(same(one)));
    if (expected.length === 0)
        return `no alert was expected, but it fires with ${told(got, "labels")}`;
    if (got.length === 0)
        return `it was expected to fire with ${told(expected, "labels")}, but does not`;
    const part = missing.every(({ labels }) => surplus.some((one) => one.labels === labels)) ? "annotations" : "labels";
    if (missing.length === 0 && surplus.length === 0)
        return `expected ${expected.length} alerts, got ${got.length}`;
    return `expected ${told(missing, part)}, got ${told(surplus, part)}`;
};
const told = (alerts, part) => {
    if (alerts.length === 0)
        return "nothing more";
    const rest = alerts.length - test_failure_most;
    const names = alerts.slice(0, test_failure_most).map((one) => one[part]);
    return `${names.join(" and ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/proof/test-file-text.js



/** Samples of one file: a million take promtool a second and 200 MB. */
const maxSamples = 1_000_000;
/**
 * What promtool gets of a test file: the file's own text but for its rule files; scalars stay as they are written, for
 * promtool reads some otherwise than we do. A file with tags is given as we read it: what a tag makes of a key is known
 * to its reader only. Null where its series have more than a million samples together (`0x300000000` is one of 300
 * million): they take the runner's memory.
 */
const testFileText = ({ yaml, root }, ruleFiles) => {
    const document = documentOf(yaml.text);
    const isPlain = document !== null;
    // How far aliases expand is known to be bearable: the tree's own reading has counted.
    const content = isPlain ? document.toJS({ maxAliasCount: -1 }) : root;
    if (samplesIn(content) > maxSamples)
        return null;
    if (!isPlain)
        return ruleFileText({ ...root, rule_files: [...ruleFiles] });
    document.set("rule_files", ruleFiles);
    return document.toString({ lineWidth: 0 });
};
/**
 * The same of one test group without its cases, or of one case with its group, by its path; null where only our reading
 * of it can be given: it has tags, or an alias of what stands in another group or case.
 */
const pieceText = ({ yaml }, path, ruleFiles) => {
    const document = documentOf(yaml.text);
    const group = document?.getIn(path.slice(0, 2), true);
    const [kind, place] = path.slice(2);
    const one = place === undefined ? undefined : document?.getIn(path, true);
    if (document === null || !(0,dist/* isMap */.jh)(group))
        return null;
    for (const cases of ["alert_rule_test", "promql_expr_test"])
        group.delete(cases);
    if ((0,dist/* isNode */.Ll)(one))
        group.set(kind, document.createNode([one]));
    document.set("tests", document.createNode([group]));
    document.set("rule_files", ruleFiles);
    try {
        return document.toString({ lineWidth: 0 });
    }
    catch {
        return null;
    }
};
/** A text with its scalars as they are written; null where it has errors or tags. */
const documentOf = (text) => {
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: "failsafe", resolveKnownTags: false, logLevel: "error" });
    return document.errors.length > 0 || hasTags(document) ? null : document;
};
const hasTags = (document) => {
    let found = document.directives?.yaml.explicit === true;
    (0,dist/* visit */.YR)(document, (_, node) => {
        if (!(0,dist/* isNode */.Ll)(node) || !("tag" in node) || node.tag === undefined)
            return undefined;
        found = true;
        return dist/* visit */.YR.BREAK;
    });
    return found;
};
/**
 * Samples of all series below a value, as promtool counts them: `1+2x10`, `_x10`, `stalex10`, `{{\u2026}}x10`. What aliases
 * share is counted each time.
 */
const samplesIn = (value) => {
    const known = new Map();
    const count = (one) => {
        if (typeof one !== "object" || one === null)
            return 0;
        const before = known.get(one);
        if (before !== undefined)
            return before;
        // One that stands in itself counts nothing inside.
        known.set(one, 0);
        const inner = Object.values(one).reduce((sum, item) => sum + count(item), 0);
        const total = inner + ((0,kubernetes_manifest/* isObject */.G)(one) ? repetitions(one["values"]) + repetitions(behindName(one["series"])) : 0);
        known.set(one, total);
        return total;
    };
    return count(value);
};
/** What follows a series' name in its own text, where values may stand, too. */
const behindName = (series) => {
    if (typeof series !== "string")
        return "";
    const bare = series.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$)|`[^`]*(?:`|$)/gs, '""');
    return bare.trimStart().replace(/^\S+/, "");
};
const repetitions = (values) => String(values ?? "")
    .matchAll(/x(\d+)/g)
    .reduce((sum, [, times]) => sum + Number(times), 0);

;// CONCATENATED MODULE: ./build/src/proof/alert-tests.js








/** Pieces of one failed file that are run by themselves, a process each: beyond that a file is told as a whole. */
const maxPieces = 200;
/**
 * The tree's own unit tests, run by promtool against the rules that base and overlays build. What `rule_files` name is
 * not read: it need not be what is applied. Throws OperatorError where promtool cannot be run.
 */
const runAlertTests = async (stack, rules, manifests, outside) => {
    const files = testFiles(stack);
    if (files.length === 0)
        return [];
    const loaded = loadedRules(rules);
    const content = loaded.map((manifest) => ({ groups: groupsOf(manifest) }));
    const bench = await testBench(content, featureFlags(manifests), outside);
    const alerts = namesIn(loaded);
    const results = [];
    for (const file of files)
        results.push(await runFile(file, alerts, bench));
    return results;
};
/**
 * What Prometheus would load of base and overlays. An object that several overlays build counts once, as it is applied
 * last; the operator drops what has an error.
 */
const loadedRules = (rules) => {
    const last = new Map(rules
        .filter((verdict) => (0,world_world/* isOwn */.N)(verdict) && verdict.errors.length === 0)
        .map(({ manifest }) => [`${manifest.ref.namespace}/${manifest.ref.name}`, manifest]));
    // The same rules under two names: promtool would see each alert twice.
    return [...new Map([...last.values()].map((manifest) => [JSON.stringify(groupsOf(manifest)), manifest])).values()];
};
const namesIn = (manifests) => new Set(manifests
    .flatMap(groupsOf)
    .flatMap((group) => (0,kubernetes_manifest/* valueAt */.f)(group, ["rules"]) ?? [])
    .flatMap((rule) => ((0,kubernetes_manifest/* isObject */.G)(rule) && typeof rule["alert"] === "string" ? [rule["alert"]] : [])));
const runFile = async (file, known, bench) => {
    const name = file.yaml.file;
    const text = testFileText(file, bench.ruleFiles);
    const whole = text === null ? "its series have more than a million samples, and it was not run" : await bench.run(text);
    // What is not in the tree cannot be judged here.
    const pieces = piecesOf(file).filter(({ alert }) => alert === null || known.has(alert));
    const failed = whole === null ? [] : text === null ? null : await failedPieces(pieces, file, bench);
    if (failed === null) {
        const message = explainFailure(whole ?? "");
        return { file: name, alerts: [], failures: [{ at: file.document.locate([]), message }] };
    }
    const passed = (piece) => failed.every((one) => one.piece !== piece);
    return {
        file: name,
        alerts: pieces.flatMap((piece) => (piece.alert === null ? [] : [{ alert: piece.alert, passed: passed(piece) }])),
        failures: failed.map(({ piece, said }) => ({
            at: file.document.locate(piece.place),
            message: `${piece.name}: ${explainFailure(said)}`,
        })),
    };
};
/**
 * Which pieces of a file fail that fails as a whole; null where that is no matter of pieces. A process each: promtool
 * does not say of an expression in which test it stands, and nothing of where.
 */
const failedPieces = async (pieces, file, bench) => {
    const run = (content) => bench.run(ruleFileText({ ...content, rule_files: bench.ruleFiles }));
    if (pieces.length > maxPieces)
        return null;
    if ((await run({ ...file.root, tests: [] })) !== null)
        return null;
    const failed = [];
    for (const piece of pieces) {
        // A group that cannot be read fails with each of its cases: told once.
        if (failed.some((one) => isBelow(piece.path, one.piece.path)))
            continue;
        const text = pieceText(file, piece.path, bench.ruleFiles);
        const said = text === null ? await run(piece.content) : await bench.run(text);
        if (said !== null)
            failed.push({ piece, said });
    }
    const all = piecesOf(file).length === pieces.length;
    return failed.length === 0 && all ? null : failed;
};
const isBelow = (path, above) => path.length > above.length && above.every((key, index) => path[index] === key);

;// CONCATENATED MODULE: ./build/src/proof/canary-course.js



/** The course of a canary whose alert has been firing at that many evaluations when it ends. */
const courseOf = ({ series, rules, minutes }, evaluations) => {
    const compared = rules.flatMap(({ expr }) => (typeof expr === "string" ? comparedIn((0,parse_expression/* readExpression */.J)(expr).root) : []));
    return {
        minutes,
        firesAt: minutes - evaluations + 1,
        series: series.map((one) => ({
            metric: one.metric,
            labels: Object.fromEntries(one.labels),
            behaviour: one.behaviour,
            limits: compared.flatMap(({ selector, limit }) => (maySelect(selector, one) ? [limit] : [])),
        })),
    };
};
const comparedIn = (root) => [...(0,syntax/* nodesIn */.vx)(root)].flatMap((node) => {
    if (node.kind !== "binary" || !syntax/* comparisons */.lU.includes(node.op))
        return [];
    const [left, right] = [levelOf(node.left), levelOf(node.right)];
    if (left !== null && node.right.kind === "number" && node.right.value !== null)
        return [{ selector: left, limit: { op: node.op, value: node.right.value } }];
    if (right !== null && node.left.kind === "number" && node.left.value !== null)
        return [{ selector: right, limit: { op: mirrored[node.op] ?? node.op, value: node.left.value } }];
    return [];
});
const mirrored = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };
/** Functions that give a single series that stays as it is the value it has. */
const keepsLevel = new Set([
    ...["sum", "avg", "min", "max", "topk", "bottomk"],
    ...["avg_over_time", "min_over_time", "max_over_time", "last_over_time"],
]);
/** The selector whose values a part of an expression has; null where they are others. */
const levelOf = (node) => {
    if (node.kind === "selector")
        return node.selector;
    if (node.kind === "range")
        return node.subquery ? null : levelOf(node.of);
    if (node.kind === "aggregate" || node.kind === "call") {
        const last = node.args.at(-1);
        return keepsLevel.has(node.name) && last !== undefined ? levelOf(last) : null;
    }
    return null;
};

;// CONCATENATED MODULE: ./build/src/proof/canary-test.js


/** Rules in one group, which are evaluated one after the other: those that record, each once, then the alerts. */
const rulesOf = (canaries) => {
    const records = new Map();
    const alerts = [];
    for (const [name, { rules }] of canaries)
        for (const rule of rules) {
            if ("alert" in rule)
                alerts.push({ ...rule, alert: name });
            else
                records.set(JSON.stringify(rule), rule);
        }
    return { groups: [{ name: "canary", rules: [...records.values(), ...alerts] }] };
};
/**
 * A test that asks of each canary at how many evaluations its alert has been firing, to the last one; none where it
 * does not fire then. promtool says what it got only of what it did not expect: the test expects fewer than none.
 */
const testOf = (canaries, ruleFile) => {
    const all = [...canaries];
    const minutes = Math.max(...all.map(([, canary]) => canary.minutes));
    const series = new Map(all.flatMap(([, canary]) => canary.series).map((one) => [seriesKey(one), one]));
    return {
        rule_files: [ruleFile],
        evaluation_interval: "1m",
        tests: [
            {
                interval: "1m",
                input_series: [...series.values()].map((one) => ({ series: selectorOf(one), values: valuesOf(one, minutes) })),
                promql_expr_test: all.map(([name, canary]) => ({
                    expr: firingEvaluations(`ALERTS{alertname="${name}", alertstate="firing"}`, canary.minutes),
                    eval_time: `${canary.minutes}m`,
                    exp_samples: [{ labels: "{}", value: -1 }],
                })),
            },
        ],
    };
};
/** The window begins before the first sample, which a window of Prometheus 3 would leave out. */
const firingEvaluations = (alert, minutes) => `max(count_over_time(${alert}[${minutes + 1}m]) and ${alert}) or vector(0)`;
/** What promtool got, by the canaries' names. */
const countsIn = (stderr) => new Map(stderr.split("\n").flatMap((line, index, all) => {
    const name = /canary-\d+/.exec(all[index - 2] ?? "")?.[0];
    const count = /^\s*got:\s*\{\}\s*(\S+)/.exec(line)?.[1];
    return name === undefined || count === undefined || !/^\s*exp:/.test(all[index - 1] ?? "")
        ? []
        : [[name, Number(count)]];
}));
/** All that decides whether a canary fires. */
const canaryText = ({ rules, series, minutes }) => JSON.stringify([rules, series.map(seriesKey), minutes]);
/** Two series of one key are the same. */
const seriesKey = (series) => JSON.stringify([selectorOf(series), series.behaviour, ...(series.sampling === undefined ? [] : [series.sampling])]);
const selectorOf = ({ metric, labels }) => `{${[["__name__", metric], ...labels].map(([name, value]) => `${JSON.stringify(name)}=${JSON.stringify(value)}`).join(", ")}}`;
const valuesOf = ({ behaviour, sampling }, minutes) => {
    if (sampling !== undefined)
        return sampledValues(sampling, minutes, (sample) => {
            if (behaviour.kind === "constant")
                return plain(behaviour.value);
            return behaviour.kind === "rising"
                ? plain(behaviour.perSecond * 60 * sampling.minutes * sample)
                : String(sample % 2);
        });
    if (behaviour.kind === "constant")
        return `${plain(behaviour.value)}x${minutes}`;
    if (behaviour.kind === "rising")
        return `0+${plain(behaviour.perSecond * 60)}x${minutes}`;
    return "0 1 ".repeat(Math.ceil((minutes + 1) / 2)).trim();
};
/** promtool takes no exponent with a sign in a series. */
const plain = (value) => {
    const text = (0,trim_end/* trimEnd */.s)((0,trim_end/* trimEnd */.s)(value.toFixed(9), "0"), ".");
    return text === "" || text === "-0" ? "0" : text;
};

;// CONCATENATED MODULE: ./build/src/proof/canary-flocks.js


/** Alerts of one test: one that cannot be evaluated ends it for all of them. */
const mostTogether = 50;
/** Flocks that still grow: a canary that fits none of these begins one of its own. */
const mostOpen = 4;
/**
 * Puts canaries together that do not disturb each other: a test takes promtool some 20 ms, nearly all of them for its
 * database. It lasts as long as its longest canary, so those of about the same length go together.
 */
const flocksOf = (canaries) => {
    const alike = Map.groupBy(canaries, ({ minutes }) => Math.ceil(Math.log2(minutes)));
    return [...alike.values()].flatMap(flocksOfLength);
};
const flocksOfLength = (canaries) => {
    const flocks = [];
    for (const canary of canaries) {
        const open = flocks.slice(-mostOpen).find((flock) => flock.length < mostTogether && fits(canary, flock));
        if (open === undefined)
            flocks.push([canary]);
        else
            open.push(canary);
    }
    return flocks;
};
const fits = (canary, flock) => ![canary, ...flock].some(readsAlerts) && flock.every((other) => !readsOf(canary, other) && !readsOf(other, canary));
/** Whether one may read a series of another's that is none of its own. */
const readsOf = (one, other) => other.series.some((series) => one.reads.some((selector) => maySelect(selector, series)) &&
    !one.series.some((own) => seriesKey(own) === seriesKey(series)));
/** What the alerts of a test leave behind is there for all of them. */
const readsAlerts = ({ reads }) => reads.some(({ metric }) => metric?.startsWith("ALERTS") === true);

;// CONCATENATED MODULE: ./build/src/proof/try-canaries.js





/** A test takes some 20 ms, most of it for a database of its own; the example's canaries take 0.2 s. */
const try_canaries_timeoutMs = 20_000;
/** Tests of one run of promtool, which has some 100 MiB of memory, and runs beside each other. */
const batch = 100;
const runsAtOnce = 2;
/**
 * At how many evaluations, one a minute, the alert of each canary has been firing when the canary ends, as promtool
 * counts them; nothing of those that it does not evaluate. Those that do not disturb each other are tried in one test,
 * and what that leaves open each in one of its own.
 */
const tryCanaries = async (canaries, promtool, outside) => {
    const flocks = flocksOf(canaries);
    const together = await tryFlocks(flocks, "together", promtool, outside);
    const left = flocks.filter(({ length }) => length > 1).flat();
    const alone = left.filter((canary) => !together.has(canary)).map((canary) => [canary]);
    return new Map([...together, ...(await tryFlocks(alone, "alone", promtool, outside))]);
};
const tryFlocks = async (flocks, folder, { file, features }, { exec, scratch }) => {
    let count = 0;
    const tests = flocks.map((flock, index) => ({
        name: `${index}.json`,
        canaries: new Map(flock.map((canary) => [`canary-${count++}`, canary])),
    }));
    const batches = Array.from({ length: Math.ceil(tests.length / batch) }, (_, at) => tests.slice(at * batch, (at + 1) * batch));
    const counted = await (0,all_done/* fewAtOnce */.X)(batches, async (some) => {
        const cwd = await scratch.folder(`canaries/${folder}/tests`);
        for (const { name, canaries } of some) {
            await scratch.write(`canaries/${folder}/rules/${name}`, ruleFileText(rulesOf(canaries)));
            await scratch.write(`canaries/${folder}/tests/${name}`, ruleFileText(testOf(canaries, `../rules/${name}`)));
        }
        const names = some.map(({ name }) => name);
        const counts = countsIn((await testRules(file, { cwd, features, names, timeoutMs: try_canaries_timeoutMs }, exec)).stderr);
        return some
            .flatMap(({ canaries }) => [...canaries])
            .flatMap(([name, canary]) => {
            const fired = counts.get(name);
            return fired === undefined ? [] : [[canary, fired]];
        });
    }, runsAtOnce);
    return new Map(counted.flat());
};

;// CONCATENATED MODULE: ./build/src/proof/run-canaries.js






/** Lets each canary loose in promtool. Throws OperatorError where promtool cannot be run. */
const runCanaries = async (canaries, manifests, outside) => {
    const made = canaries.map(({ canary }) => canary).filter((canary) => typeof canary !== "string");
    const firing = made.length === 0 ? new Map() : await firingOf(made, featureFlags(manifests), outside);
    return canaries.map(({ entry, canary }) => {
        const alert = entry.name;
        const silent = (why) => ({ alert, fired: false, why, course: null });
        if (typeof canary === "string")
            return silent(canary);
        const evaluations = firing.get(canary);
        if (evaluations === undefined)
            return silent("promtool did not evaluate the series made for it");
        return evaluations > 0
            ? { alert, fired: true, why: null, course: courseOf(canary, evaluations) }
            : silent(whySilent(canary));
    });
};
const whySilent = ({ series }) => {
    const sampling = series.map((one) => one.sampling).find((one) => one !== undefined);
    return sampling === undefined
        ? "the series made for it do not make it fire"
        : `samples that come every ${sampling.minutes}m, and count for ${sampling.counted}m, do not keep it firing`;
};
/** At how many evaluations each has been firing; nothing of one that promtool did not evaluate. */
const firingOf = async (canaries, features, outside) => {
    const tool = await outside.tools.get("promtool");
    const known = openFacts(outside.memory, ["canaries/2", (0,outside_tools/* toolIdentity */.P)(tool), ...features]);
    const counts = new Map();
    for (const canary of canaries) {
        const count = known.get([canaryText(canary)]);
        if (count !== null)
            counts.set(canary, Number(count));
    }
    const untried = canaries.filter((canary) => !counts.has(canary));
    for (const [canary, count] of await tryCanaries(untried, { file: tool.path, features }, outside)) {
        counts.set(canary, count);
        known.learn([canaryText(canary)], String(count));
    }
    known.save();
    return counts;
};

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/src/world/build-world.js





/** Everything the resolver looks at: what would lie in the cluster after the stack is applied beside that exporter. */
const buildWorld = (stack, render, exporter) => {
    const releaseNamespace = stack.release.namespace.value;
    const objects = collect(render, exporter, releaseNamespace);
    const kinds = Map.groupBy(objects.values(), ({ ref }) => ref.kind);
    const ofKind = (kind) => kinds.get(kind) ?? [];
    const namespaces = new Map(ofKind("Namespace").map(({ ref, body }) => [ref.name, (0,labels/* labelsOf */.P)(body)]));
    const known = new Set([releaseNamespace, ...namespaces.keys()]);
    for (const { ref } of objects.values())
        if (ref.namespace !== null)
            known.add(ref.namespace);
    const files = filesOf(stack);
    return {
        exporter,
        releaseNamespace,
        releaseName: stack.release.name.value,
        chart: render.chart.chart,
        ofKind,
        namespaceLabels: (name) => namespaceLabels(name, namespaces.get(name)),
        knowsNamespace: (name) => known.has(name),
        file: (path) => files.get(path) ?? null,
    };
};
/**
 * Objects by identity, in the order in which the render names them first. Chart and tree may hold the same object: base
 * and overlays are applied by one field manager, so the last of them is what stays, and it is laid over the chart's.
 * What the exporter would bring and the render has is the render's.
 */
const collect = (render, exporter, releaseNamespace) => {
    const objects = new Map();
    const chart = new Map();
    for (const manifest of render.chart.manifests) {
        const key = identity(manifest.ref, releaseNamespace);
        chart.set(key, manifest.body);
        objects.set(key, asRendered(manifest));
    }
    for (const manifest of render.roots.flatMap((root) => root.manifests)) {
        const key = identity(manifest.ref, releaseNamespace);
        const under = chart.get(key);
        objects.set(key, under === undefined ? asRendered(manifest) : rendered(manifest, laidOver(under, manifest.body)));
    }
    for (const body of exporter.objects) {
        const ref = (0,resource_ref/* refOf */.H8)(body);
        const key = identity(ref, releaseNamespace);
        if (!objects.has(key))
            objects.set(key, { ref, body, manifest: null, locate: () => null });
    }
    return objects;
};
/** The same object for the same manifest: what was found out about it in the round before stays. */
const asRendered = (0,once/* once */.O)((manifest) => rendered(manifest, manifest.body));
const rendered = (manifest, body) => ({
    ref: manifest.ref,
    body,
    manifest,
    locate: (path) => manifest.locate(path),
});
/** Server-side apply of an object onto another manager's: mappings merge, everything else is replaced. */
const laidOver = (under, over) => ({
    ...under,
    ...Object.fromEntries(Object.entries(over).map(([key, value]) => {
        const old = under[key];
        return [key, (0,kubernetes_manifest/* isObject */.G)(old) && (0,kubernetes_manifest/* isObject */.G)(value) ? laidOver(old, value) : value];
    })),
});
/** Objects of one group and kind are one, whatever version they are written in. */
const identity = ({ apiVersion, kind, namespace, name }, releaseNamespace) => [(0,resource_ref/* groupOf */.F8)({ apiVersion }), kind, namespace ?? releaseNamespace, name].join("\n");
const namespaceLabels = (name, declared) => ({
    labels: { ...declared, "kubernetes.io/metadata.name": name },
    complete: declared !== undefined,
});
const filesOf = (stack) => new Map([...(0,value_sources/* valuesOfTree */.WH)(stack), ...stack.files, ...stack.kustomizations.map(({ yaml }) => yaml)].map((file) => [
    file.file,
    file,
]));

// EXTERNAL MODULE: ./build/src/signal/operator/rule-acceptance.js + 4 modules
var rule_acceptance = __webpack_require__(78189);
// EXTERNAL MODULE: ./build/src/signal/operator/rule-selection.js
var rule_selection = __webpack_require__(41603);
// EXTERNAL MODULE: ./build/src/signal/path/signal-path.js
var signal_path = __webpack_require__(80955);
// EXTERNAL MODULE: ./build/src/signal/rules/rule-entries.js
var rule_entries = __webpack_require__(68252);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-labels.js
var gpu_labels = __webpack_require__(87911);
// EXTERNAL MODULE: ./build/src/core/sentence.js
var sentence = __webpack_require__(25431);
// EXTERNAL MODULE: ./build/src/promql/can-yield.js
var can_yield = __webpack_require__(68822);
// EXTERNAL MODULE: ./build/src/signal/rules/expression-place.js
var expression_place = __webpack_require__(55683);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-label-reads.js
var gpu_label_reads = __webpack_require__(59648);
// EXTERNAL MODULE: ./build/src/signal/series/selector-labels.js + 1 modules
var selector_labels = __webpack_require__(5113);
;// CONCATENATED MODULE: ./build/src/signal/alerts/alert-labels-hop.js





const hop = "labels-exist";
/** Whether the series can have the labels that the expression asks for. */
const labelsHop = (entry, expression, known, gpu, world) => {
    if (!expression.complete)
        return { hop, status: "unknown", why: "The expression could not be read to its end." };
    const verdicts = new Map();
    for (const selector of expression.selectors)
        verdicts.set(selector, (0,selector_labels/* selectorVerdict */.T)(selector, known, gpu, world));
    const { chance, because, alwaysAbsent } = (0,can_yield/* canYield */.W)(expression.root, (selector) => verdicts.get(selector)?.chance ?? "unknown");
    const told = because.map((selector) => verdicts.get(selector)).filter((verdict) => verdict !== undefined);
    if (chance === "yes") {
        const always = alwaysAbsent.map((selector) => verdicts.get(selector));
        return { hop, status: "ok", why: okWhy(entry, expression, always, gpu) };
    }
    const broken = told.find((verdict) => verdict.chance === "no");
    if (chance === "no" && broken !== undefined)
        return brokenHop(entry, expression, broken, world);
    const doubt = told.find((verdict) => verdict.chance === "unknown");
    return { hop, status: "unknown", why: (0,sentence/* sentence */.e)(doubt?.why ?? "the labels of what it reads are not known here") };
};
const brokenHop = (entry, expression, verdict, world) => {
    const { matcher, why } = verdict;
    const written = expression.text.slice(matcher.from, matcher.to);
    const { at } = (0,expression_place/* placeInExpression */.D)(entry, matcher, world);
    const place = at ?? entry.object.locate([...entry.path, "expr"]);
    const fix = fixOf(entry, expression, verdict, world);
    const broken = {
        hop,
        status: "broken",
        why: `${(0,sentence/* capital */.N)(why)}: \`${written}\` never matches.`,
        ...(place === null ? {} : { at: place }),
    };
    if (verdict.byExpression === false)
        return broken;
    return {
        ...broken,
        ...(fix === null ? {} : { fix }),
        check: verdict.renamed ? "dcgm-label-renamed" : "promql-job-label-mismatch",
    };
};
const fixOf = (entry, expression, verdict, world) => {
    const { matcher, label, value, renamed } = verdict;
    if (label !== undefined && renamed)
        return { description: `Call the label ${label}.`, edits: renames(entry, expression, matcher.name, label, world) };
    if (label !== undefined) {
        const span = { from: matcher.from, to: matcher.from + matcher.name.length };
        const edit = (0,expression_place/* placeInExpression */.D)(entry, span, world).edit(label);
        return {
            description: `Ask for ${label}, if the pod that uses the GPU is meant.`,
            edits: edit === null ? [] : [edit],
        };
    }
    if (value === undefined || !(0,selector_labels/* isTargetLabel */.w)(matcher.name))
        return null;
    const edit = (0,expression_place/* placeInExpression */.D)(entry, valueSpan(expression, matcher), world).edit(value);
    return { description: `Ask for ${matcher.name}="${value}".`, edits: edit === null ? [] : [edit] };
};
/** The value inside its quotes. */
const valueSpan = ({ text }, { value, to }) => {
    const from = text.lastIndexOf(value, to - 1 - value.length);
    return from === -1 ? { from: 0, to: 0 } : { from, to: from + value.length };
};
/** Changes of every place that names the label of GPU metrics; none where one of them is about other metrics too. */
const renames = (entry, expression, name, wanted, world) => {
    const changes = (0,gpu_label_reads/* renamePlaces */.lz)(expression, name)?.map(({ from, to }) => ({ from, to, text: wanted })) ?? [];
    return (0,expression_place/* editsInExpression */.H)(entry, changes, world);
};
const okWhy = (entry, expression, always, gpu) => {
    const [first] = always.filter((verdict) => verdict?.chance === "no");
    if (first?.chance === "no")
        return `absent() is true all the time, so that it always fires: ${first.why}.`;
    const empty = emptyLabels(entry, expression, gpu);
    const good = expression.selectors.some(({ matchers }) => matchers.some(({ name }) => name !== "__name__"))
        ? "Series can have the labels that it asks for"
        : "It asks for no label";
    if (empty.length === 0)
        return `${good}.`;
    const stay = empty.length === 1 ? "stays" : "stay";
    return `${good}; ${empty.join(" and ")} ${stay} empty, for the exporter writes the label in other letters.`;
};
/** Labels that are named outside of matchers, where a name that is wrong does not keep the alert from firing. */
const emptyLabels = (entry, expression, gpu) => {
    const texts = [...Object.values(entry.labels), ...Object.values(entry.annotations)].join("\n");
    const shown = [...texts.matchAll(/\$labels\.(\w+)/g)].flatMap(([text, name = ""]) => {
        const right = gpu.writtenOtherwise(name);
        return right !== null && (0,gpu_label_reads/* showsGpuLabel */.DR)(expression, name, right) ? [text] : [];
    });
    const grouped = [...new Set(expression.labelUses.map(({ name }) => name))].filter((name) => gpu.writtenOtherwise(name) !== null && (0,gpu_label_reads/* gpuLabelReads */.ib)(expression, name).some(({ where }) => where !== "matcher"));
    return [...new Set([...shown, ...grouped])];
};

// EXTERNAL MODULE: ./build/src/dcgm/optional-counters.js
var optional_counters = __webpack_require__(57156);
// EXTERNAL MODULE: ./build/src/signal/series/metric-facts.js
var metric_facts = __webpack_require__(75483);
;// CONCATENATED MODULE: ./build/src/signal/alerts/alert-metrics-hop.js





const alert_metrics_hop_hop = "metrics-are-exported";
/** Whether Prometheus has the metrics without which the alert never fires. */
const metricsHop = (entry, expression, known, world) => {
    if (!expression.complete)
        return { hop: alert_metrics_hop_hop, status: "unknown", why: "The expression could not be read to its end." };
    const { chance, because, alwaysAbsent } = (0,can_yield/* canYield */.W)(expression.root, known.exists);
    if (chance === "yes")
        return { hop: alert_metrics_hop_hop, status: "ok", why: alert_metrics_hop_okWhy(expression, alwaysAbsent, known) };
    const reasons = reasonsOf(because, known);
    if (chance === "unknown")
        return {
            hop: alert_metrics_hop_hop,
            status: "unknown",
            why: reasons.length === 0 ? "What the expression reads is not known here." : alert_metrics_hop_told(reasons),
        };
    const missing = because.filter(({ metric }) => metric !== null && known.factsOf(metric).status === "missing");
    const first = missing.find(({ metric }) => known.factsOf(metric ?? "").byExpression) ?? missing[0];
    if (first === undefined)
        return { hop: alert_metrics_hop_hop, status: "broken", why: alert_metrics_hop_told(reasons) };
    return { hop: alert_metrics_hop_hop, status: "broken", why: alert_metrics_hop_told(reasons), ...metricFix(entry, first, known, world) };
};
const metricFix = (entry, selector, known, world) => {
    const facts = known.factsOf(selector.metric ?? "");
    const { byExpression, place, renamed } = facts;
    const inside = (0,expression_place/* placeInExpression */.D)(entry, selector.name ?? selector, world);
    const at = place?.() ?? inside.at;
    // What nothing scrapes is told by the metrics path: the expression is right.
    if (!byExpression)
        return placed(at);
    // The whole migration, units included, is the finding's.
    if (renamed !== undefined)
        return { ...placed(at), fix: { description: (0,metric_facts/* migrationText */.me)(renamed), edits: [] }, check: "dcgm-metric-renamed" };
    const check = facts.noField === true ? "dcgm-unknown-field" : "promql-metric-not-exported";
    return { ...placed(at), fix: alert_metrics_hop_fixOf(selector.metric ?? "", facts, inside, world), check };
};
const alert_metrics_hop_fixOf = (metric, facts, inside, { exporter }) => {
    const row = facts.meant === undefined && facts.place === undefined ? (0,optional_counters/* addRow */.uY)(metric, exporter) : null;
    if (row !== null)
        return { description: `Have the exporter export ${metric}, by its list of counters.`, edits: [row] };
    const certain = (0,metric_facts/* certainlyMeant */.p_)(facts);
    const edit = certain === undefined ? null : inside.edit(certain);
    return { description: `${(0,metric_facts/* adviceOn */.ik)(metric, facts)}.`, edits: edit === null ? [] : [edit] };
};
const placed = (at) => (at === null ? {} : { at });
const alert_metrics_hop_okWhy = ({ selectors }, alwaysAbsent, known) => {
    const always = alwaysAbsent.map((selector) => reasonOf(selector, known).why);
    if (always.length > 0)
        return `absent() is true all the time, so that it always fires: ${always.join(", ")}.`;
    const reasons = reasonsOf(selectors, known);
    return reasons.length === 0 ? "The expression reads no metric." : alert_metrics_hop_told(reasons);
};
const reasonsOf = (selectors, known) => [
    ...new Map(selectors.map((selector) => reasonOf(selector, known)).map((one) => [one.why, one])).values(),
];
const reasonOf = ({ metric }, known) => metric === null ? { why: "a selector names its metrics by a pattern" } : known.factsOf(metric);
/** Clauses that begin alike, `the GPU exporter (\u2026) exports `, share their beginning. */
const alert_metrics_hop_told = (reasons) => {
    const clauses = [...Map.groupBy(reasons, ({ begin }) => begin)].map(([begin = "", same]) => begin === ""
        ? same.map(({ why }) => why).join("; ")
        : begin + same.map(({ why }) => why.slice(begin.length)).join(", "));
    const shown = clauses.slice(0, 3).join("; ");
    const more = clauses.length > 3 ? `; and ${clauses.length - 3} more` : "";
    return (0,sentence/* sentence */.e)(`${shown}${more}`);
};

// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-route.js
var alert_route = __webpack_require__(52623);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-in-force.js + 2 modules
var alertmanager_in_force = __webpack_require__(47509);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-matcher.js
var alert_matcher = __webpack_require__(4848);
;// CONCATENATED MODULE: ./build/src/signal/alerts/alert-inhibition.js



/**
 * Whether the alert is muted whenever it fires. A rule whose source is some other alert mutes it only now and then,
 * which is what such rules are for. `sameName` are the labels that the rules of its own alertname state, itself
 * included. https://prometheus.io/docs/alerting/latest/configuration/#inhibition-related-settings
 */
const inhibitionHop = ({ inhibitRules }, labels, mutings, sameName) => {
    const hop = "alert-is-not-inhibited";
    const aimed = inhibitRules.filter(({ target }) => (0,alert_route/* matchesAll */.BA)(target, labels) !== "no");
    for (const rule of aimed) {
        const muting = mutings.find((one) => mutes(rule, one, labels));
        if (muting === undefined)
            continue;
        const at = rule.place();
        return {
            hop,
            status: "broken",
            why: `${muting.name} mutes it: that alert ${muting.whenever === "always" ? "always fires" : "fires with it, as long as no warning or critical alert does in its namespace"}.`,
            ...(at === null ? {} : { at }),
            fix: { description: "Give the alert another severity, or take the inhibition rule away.", edits: [] },
            check: "alert-inhibited-by-default",
        };
    }
    const sources = [...new Set(aimed.filter((rule) => canBeMuted(rule, labels, sameName)).map(sourceText))];
    const why = sources.length === 0
        ? "No inhibition rule mutes it."
        : `It is muted only while another alert fires: ${sources.join("; or ")}.`;
    return { hop, status: "ok", why };
};
/**
 * All is certain: the alert is meant, the source meets its side, and both share the labels. An alert that meets both
 * sides is not muted by one that does, too.
 */
const mutes = ({ source, target, equal }, { labels: other, whenever }, labels) => (0,alert_route/* matchesAll */.BA)(target, labels) === "yes" &&
    (0,alert_route/* matchesAll */.BA)(source, other) === "yes" &&
    ((0,alert_route/* matchesAll */.BA)(source, labels) === "no" || (0,alert_route/* matchesAll */.BA)(target, other) === "no") &&
    equal.every((name) => {
        // The alert that fires with its target has the target's namespace.
        if (whenever === "with-target" && name === "namespace")
            return true;
        const [mine, its] = [(0,label_shape/* valuesIn */.aC)(labels, name), (0,label_shape/* valuesIn */.aC)(other, name)];
        return mine !== null && its !== null && mine.length === 1 && its.length === 1 && mine[0] === its[0];
    });
/**
 * A source that has to share the alertname is one of its rules; one that has to share other
 * labels is not excluded by them.
 */
const canBeMuted = ({ source, equal }, labels, sameName) => {
    const shared = equal.map((name) => [name, (0,label_shape/* valuesIn */.aC)(labels, name)]);
    const others = equal.includes("alertname") ? sameName : [{}];
    return others.some((one) => {
        const stated = Object.entries(one).map(([name, value]) => [name, value.includes("{{") ? null : [value]]);
        return (0,alert_route/* matchesAll */.BA)(source, { labels: new Map([...stated, ...shared]), open: true }) !== "no";
    });
};
const sourceText = ({ source, equal }) => `one with ${source.map(alert_matcher/* matcherText */.sE).join(", ") || "any labels"}${equal.length === 0 ? "" : ` and the same ${equal.join(", ")}`}`;

// EXTERNAL MODULE: ./build/src/signal/alerts/alert-route-hop.js
var alert_route_hop = __webpack_require__(38295);
// EXTERNAL MODULE: ./build/src/signal/alerts/muting-alerts.js
var muting_alerts = __webpack_require__(27777);
// EXTERNAL MODULE: ./build/src/signal/alerts/sent-alert.js
var sent_alert = __webpack_require__(29902);
;// CONCATENATED MODULE: ./build/src/signal/alerts/alert-notification.js









/** What becomes of an alert that fires: its route, and whether it is muted. */
const notifications = (known, world) => {
    // Thousands of alerts differ in what no route asks for: they share their fate.
    const fates = new Map();
    const asked = conditions(world);
    const byName = Map.groupBy((0,rule_entries/* ruleEntries */.F)(world).filter(({ kind }) => kind === "alert"), ({ name }) => name);
    const mutingsOf = (0,once/* once */.O)((prometheus) => (0,muting_alerts/* mutingAlerts */.C)(known, prometheus, world));
    return (entry) => {
        const { prometheus, labels } = (0,sent_alert/* sentAlert */.N)(entry, { world, known });
        const mutings = mutingsOf(prometheus);
        const sameName = (byName.get(entry.name) ?? []).map((one) => one.labels);
        const key = JSON.stringify([
            prometheus?.ref,
            asked.matchers.map((matcher) => (0,alert_route/* matchesAll */.BA)([matcher], labels)),
            asked.equal.map((name) => (0,label_shape/* valuesIn */.aC)(labels, name)),
            // Which alertname it is matters only to a rule that wants it equal.
            mutings.some(({ name }) => name === entry.name) ? entry.name : sameName,
        ]);
        const same = fates.get(key);
        if (same !== undefined)
            return same;
        const fate = [(0,alert_route_hop/* routeHop */.V)(labels, prometheus, world), inhibition(labels, prometheus, { mutings, sameName }, world)];
        fates.set(key, fate);
        return fate;
    };
};
/** Everything by which any Alertmanager in sight decides: matchers, and labels that have to be equal. */
const conditions = (world) => {
    const matchers = new Map();
    const equal = new Set();
    const add = (all) => {
        for (const one of all)
            matchers.set(JSON.stringify(one), one);
    };
    for (const alertmanager of world.ofKind("Alertmanager")) {
        const config = (0,alertmanager_in_force/* configInForce */.xP)(alertmanager, world, { all: true })?.config;
        if (!config)
            continue;
        const waiting = [config.route];
        for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
            add(route.matchers);
            waiting.push(...route.routes);
        }
        for (const rule of config.inhibitRules) {
            add([...rule.source, ...rule.target]);
            for (const name of rule.equal)
                equal.add(name);
        }
    }
    equal.delete("alertname");
    return { matchers: [...matchers.values()], equal: [...equal] };
};
const inhibition = (labels, prometheus, among, world) => {
    const hop = "alert-is-not-inhibited";
    const { found = [], unseen = null } = prometheus === null ? {} : (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world);
    const hops = found.map((alertmanager) => {
        const config = (0,alertmanager_in_force/* configInForce */.xP)(alertmanager, world)?.config;
        return config ? inhibitionHop(config, labels, among.mutings, among.sameName) : null;
    });
    const free = hops.find((one) => one?.status === "ok");
    if (free)
        return free;
    const muted = hops.find((one) => one?.status === "broken");
    return muted && unseen === null && !hops.includes(null)
        ? muted
        : { hop, status: "unknown", why: "No configuration of an Alertmanager is in sight that could mute it." };
};

;// CONCATENATED MODULE: ./build/src/signal/alerts/alert-result-hop.js
/**
 * Whether the result can make alerts. promtool and the operator take range vectors and strings, and then every
 * evaluation fails: "rule result is not a vector or scalar" (Prometheus 3.14, `promtool test rules`).
 */
const resultHop = ({ object, path }, { type, text }) => {
    const hop = "result-is-vector";
    if (type === null)
        return { hop, status: "unknown", why: "The type of the expression could not be told." };
    if (type === "vector" || type === "scalar")
        return { hop, status: "ok", why: `The expression gives a ${type === "vector" ? "vector" : "scalar"}.` };
    const at = object.locate([...path, "expr"]);
    const example = type === "matrix" && /\]\s*$/.test(text) ? ` Aggregate it over time, e.g. max_over_time(${text.trim()}).` : "";
    return {
        hop,
        status: "broken",
        why: `The expression gives a ${type === "matrix" ? "range vector" : "string"}, from which no alert can be made: every evaluation fails.${example}`,
        ...(at === null ? {} : { at }),
        check: "promql-rule-result-type",
    };
};

;// CONCATENATED MODULE: ./build/src/signal/alerts/alert-path.js











/** The way of every alert in the PrometheusRules of base and overlays. */
const alertWays = (world, known, verdicts) => {
    const gpu = (0,gpu_labels/* gpuLabels */.W)(world);
    const notification = notifications(known, world);
    const loading = new Map();
    const loadingOf = (object) => {
        const hops = loading.get(object) ?? [
            ...(0,rule_selection/* ruleSelectionHops */.J5)(object, world),
            (0,rule_acceptance/* ruleAcceptanceHop */.Jh)(object, verdicts.get(object.manifest), world),
        ];
        loading.set(object, hops);
        return hops;
    };
    return (0,rule_entries/* ruleEntries */.F)(world)
        .filter(({ kind, object }) => kind === "alert" && (0,world_world/* isOwn */.N)(object))
        .map((entry) => {
        const hops = [...loadingOf(entry.object), ...expressionHops(entry, known, gpu, world), ...notification(entry)];
        return {
            entry,
            path: {
                signal: "alert",
                subject: (0,rule_entries/* ruleName */.o)(entry, world),
                resource: entry.object.ref,
                status: (0,signal_path/* statusOf */.c2)(hops),
                hops,
            },
        };
    });
};
const expressionHops = (entry, known, gpu, world) => {
    const expression = (0,parse_expression/* readExpression */.J)(entry.expr);
    return [
        metricsHop(entry, expression, known, world),
        labelsHop(entry, expression, known, gpu, world),
        resultHop(entry, expression),
    ];
};

// EXTERNAL MODULE: ./build/src/world/namespaces.js
var world_namespaces = __webpack_require__(78933);
;// CONCATENATED MODULE: ./build/src/signal/alerts/record-path.js






/**
 * The way of PrometheusRules of base and overlays that only record: whether Prometheus loads them. Those with alerts
 * are judged by way of these.
 */
const recordPaths = (world, verdicts) => {
    const own = (0,rule_entries/* ruleEntries */.F)(world).filter(({ object }) => (0,world_world/* isOwn */.N)(object));
    const byObject = Map.groupBy(own, ({ object }) => object);
    return [...byObject]
        .filter(([, entries]) => entries.every(({ kind }) => kind === "record"))
        .map(([object]) => {
        const hops = [
            ...(0,rule_selection/* ruleSelectionHops */.J5)(object, world),
            (0,rule_acceptance/* ruleAcceptanceHop */.Jh)(object, verdicts.get(object.manifest), world),
        ];
        const subject = `recording rules of PrometheusRule ${(0,world_namespaces/* namespaceOf */.N6)(object, world)}/${object.ref.name}`;
        return { signal: "alert", subject, resource: object.ref, status: (0,signal_path/* statusOf */.c2)(hops), hops };
    });
};

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-datasource.js
var dashboard_datasource = __webpack_require__(77011);
// EXTERNAL MODULE: ./build/src/exporters/chart-exporters.js + 8 modules
var chart_exporters = __webpack_require__(67318);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-promql.js
var dashboard_promql = __webpack_require__(45553);
;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-use.js
/** Where the name stands. */
const placeOf = ({ json }, use) => use === undefined ? {} : { at: json.within(use.place(), use.name) };
/** The beginning of a sentence about queries that yield nothing. */
const queriesStay = (uses) => uses.length === 1 ? "the query stays" : `${uses.length} queries stay`;

// EXTERNAL MODULE: ./build/src/signal/dashboards/grafana-variables.js
var grafana_variables = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-exporter-metrics.js







/**
 * Metrics of the chart's exporters, and recorded ones, without which queries yield nothing: those that are missing for
 * one cause together.
 */
const missingOfExporters = (file, queries, known) => {
    const missing = queries.filter(({ text }) => anyOfTheirs.test(text)).flatMap((query) => missingIn(query, known));
    const byCause = Map.groupBy(missing, ({ name }) => known.factsOf(name).begin ?? name);
    return [...byCause.values()].map((uses) => dashboard_exporter_metrics_brokenHop(file, uses, known));
};
/** A name with a colon is recorded. */
const anyOfTheirs = new RegExp(`\\b(?:${chart_exporters/* judgedPrefixes */._w.join("|")})|\\w:\\w`);
const missingIn = (query, known) => {
    const isMissing = (metric) => metric !== null &&
        ((0,chart_exporters/* isJudged */.sL)(metric) || metric.includes(":")) &&
        !(0,grafana_variables/* isVariable */.DZ)(metric) &&
        known.factsOf(metric).status === "missing";
    // Most queries are sound, and their words alone show it.
    if (!(query.text.match(/[\w:]+/g) ?? []).some(isMissing))
        return [];
    const { expression } = (0,dashboard_promql/* readPromql */.Y)((0,dashboard_promql/* promqlIn */.$)(query).text);
    if (!expression.complete)
        return [];
    const { chance, because } = (0,can_yield/* canYield */.W)(expression.root, ({ metric }) => (isMissing(metric) ? "no" : "unknown"));
    return (chance === "no" ? because : []).flatMap(({ metric }) => metric !== null && isMissing(metric) ? [{ name: metric, place: query.place }] : []);
};
const dashboard_exporter_metrics_brokenHop = (file, uses, known) => {
    const [first, ...others] = [...new Set(uses.map(({ name }) => name))];
    const facts = known.factsOf(first ?? "");
    const shown = others.slice(0, 2).map((name) => `, ${name}`);
    const more = others.length > 2 ? ` and ${others.length - 2} more` : "";
    const queries = new Set(uses.map(({ place }) => place));
    return {
        hop: "metrics-are-exported",
        status: "broken",
        ...placeOf(file, uses[0]),
        why: `${(0,sentence/* capital */.N)(facts.why)}${shown.join("")}${more}: ${queriesStay([...queries])} empty`,
        // What the tree does not record, or nothing scrapes, is told there.
        ...(facts.byExpression && {
            fix: { description: adviceOnAll(uses, known), edits: [] },
            check: "dashboard-metric-not-exported",
        }),
    };
};
/** What is to be done is the same for all, or is said of the first three. */
const adviceOnAll = (uses, known) => {
    const advice = [...new Set(uses.map(({ name }) => (0,metric_facts/* adviceOn */.ik)(name, known.factsOf(name))))];
    return `${advice.slice(0, 3).join("; ")}${advice.length > 3 ? "; and so on" : ""}`;
};

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-file.js + 2 modules
var dashboard_file = __webpack_require__(54876);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-model.js + 1 modules
var dashboard_model = __webpack_require__(31220);
;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-json.js

const dashboard_json_hop = "grafana-takes-json";
/**
 * Whether Grafana's file provisioning takes what is in the file: valid JSON, in the classic form, with
 * a title and a proper uid.
 */
const jsonHops = (file, grafana) => {
    const { model, placed } = file;
    if (model.form === "unseen")
        return [{ hop: dashboard_json_hop, status: "unknown", why: "The sidecar downloads the dashboard: what is in it cannot be seen" }];
    if (model.form === "invalid") {
        const { message, at, edits } = model.fault;
        const fix = edits.length > 0 ? { fix: { description: "Remove the comma", edits } } : {};
        return [
            { hop: dashboard_json_hop, status: "broken", why: `This is not valid JSON: ${message}`, at, ...fix, check: "dashboard-json-invalid" },
        ];
    }
    if (model.form === "no-object") {
        const why = `A dashboard is an object, and the file holds ${model.found}`;
        return [{ hop: dashboard_json_hop, status: "broken", why, at: placed.at(0), check: "dashboard-json-invalid" }];
    }
    if (!(0,dashboard_model/* isRead */.H)(model))
        return [];
    const refused = formRefused(file, model, grafana);
    if (refused !== null)
        return [refused];
    const broken = [titleMissing(file, model), uidInvalid(file, model)].filter((one) => one !== null);
    const why = `It is valid JSON, with the title ${JSON.stringify(model.title)}`;
    return broken.length > 0 ? broken : [{ hop: dashboard_json_hop, status: "ok", why }];
};
const formRefused = ({ json }, model, grafana) => {
    switch (model.form) {
        case "v2":
            return {
                hop: dashboard_json_hop,
                status: "broken",
                why: "This is a dashboard in Grafana's V2 format, which its file provisioning refuses",
                at: json.at(["elements"]),
                fix: { description: "Export it as code with the model Classic, and take that", edits: [] },
                check: "dashboard-v2-not-provisionable",
            };
        case "v2-resource":
        case "v1-resource":
            return resourceRefused(json.at(["apiVersion"]), model, grafana.pods[0]?.version ?? null);
        case "envelope":
            return {
                hop: dashboard_json_hop,
                status: "broken",
                why: "The dashboard stands inside the envelope of Grafana's HTTP API, where file provisioning finds no title",
                at: json.at(["dashboard"]),
                fix: { description: "Keep only what is in `dashboard`", edits: [] },
                check: "dashboard-title-missing",
            };
        case "classic":
            return null;
    }
};
/**
 * Grafana 12 finds no title in a Kubernetes-like object. From 13 on its file provisioning hands it to the dashboard
 * API, which some releases refuse: https://github.com/grafana/grafana/issues/123607, /122663 and /128167.
 */
const resourceRefused = (at, { form }, version) => {
    const major = Number.parseInt(version ?? "", 10);
    const what = `This is a Kubernetes-like object of ${form === "v2-resource" ? "a V2" : "a V1"} dashboard`;
    if (major < 13)
        return {
            hop: dashboard_json_hop,
            status: "broken",
            why: `${what}, which the file provisioning of Grafana ${version} does not take`,
            at,
            fix: { description: "Export it as code with the model Classic, and take that", edits: [] },
            check: "dashboard-v2-not-provisionable",
        };
    return { hop: dashboard_json_hop, status: "unknown", why: `${what}: not every release of Grafana takes one from a file`, at };
};
const titleMissing = ({ json }, { title }) => title !== null
    ? null
    : {
        hop: dashboard_json_hop,
        status: "broken",
        why: "The dashboard has no title, and Grafana takes none without",
        at: json.at(["title"]),
        fix: { description: "Give it a title", edits: [] },
        check: "dashboard-title-missing",
    };
const uidInvalid = ({ json }, { uid }) => {
    // Grafana trims it first.
    const own = uid?.trim() ?? "";
    const tooLong = own.length > 40;
    if (!tooLong && /^[a-zA-Z0-9_-]*$/.test(own))
        return null;
    const wanted = own.replace(/[^a-zA-Z0-9_-]+/g, "-").slice(0, 40);
    return {
        hop: dashboard_json_hop,
        status: "broken",
        why: tooLong
            ? `The uid has ${own.length} characters, and Grafana takes 40`
            : `The uid ${JSON.stringify(own)} has characters other than letters, digits, - and _, and Grafana refuses it`,
        at: json.at(["uid"]),
        fix: { description: `Use the uid ${wanted}`, edits: json.rewrite([() => ["uid"]], () => JSON.stringify(wanted)) },
        check: "dashboard-uid-invalid",
    };
};

;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-labels.js



/** The labels of a legend, e.g. of `{{hostname}}`, and where their names stand. */
const shownIn = ({ legend }) => [...(legend?.text ?? "").matchAll(/(\{\{\s*)(\w+)\s*\}\}/g)].map(({ 1: open = "", 2: name = "", index }) => {
    const from = index + open.length;
    return { name, from, to: from + name.length };
});
/** The misnamed labels of a query: each name once for its text, and once for its legend. */
const labelsMisnamed = (query, labels) => {
    const { text, start, label } = (0,dashboard_promql/* promqlIn */.$)(query);
    const { expression, written } = (0,dashboard_promql/* readPromql */.Y)(text);
    const { place, legend } = query;
    const inQuery = (span) => {
        const { from, to } = written(span);
        return { from: start + from, to: start + to };
    };
    const named = [...expression.labelUses.map(({ name }) => name), ...(label === null ? [] : [label])];
    const shown = Map.groupBy(shownIn(query), ({ name }) => name);
    return [...new Set([...named, ...shown.keys()])].flatMap((name) => {
        const wanted = (0,grafana_variables/* isVariable */.DZ)(name) ? null : labels.writtenOtherwise(name);
        if (wanted === null)
            return [];
        const shows = (0,gpu_label_reads/* showsGpuLabel */.DR)(expression, name, wanted);
        const asked = name === label && shows ? [labelAsked(query.text, name)] : [];
        const reads = (0,gpu_label_reads/* gpuLabelReads */.ib)(expression, name);
        const changes = (path, spans) => () => spans.map((span) => ({ path: path(), span, text: wanted }));
        const places = ((0,gpu_label_reads/* renamePlaces */.lz)(expression, name) ?? []).map(inQuery);
        const inText = { name, wanted, place, changes: changes(place, [...places, ...asked]) };
        const inLegend = shown.get(name) ?? [];
        return [
            ...(reads.length + asked.length > 0 ? [inText] : []),
            ...(legend !== null && shows && inLegend.length > 0
                ? [{ name, wanted, place: legend.place, changes: changes(legend.place, inLegend) }]
                : []),
        ];
    });
};
/** The label at the end of `label_values(metric, label)`. */
const labelAsked = (text, label) => {
    const from = text.lastIndexOf(label);
    return { from, to: from + label.length };
};

;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-metrics.js









const dashboard_metrics_hop = "metrics-are-exported";
const check = "dashboard-metric-not-exported";
/**
 * Whether the exporter has the GPU metrics, and their labels, that the dashboard's panels, variables and legends name.
 */
const metricHops = (file, queries, gpu) => {
    const { exporter } = gpu.world;
    const uses = queries.filter(({ text }) => text.includes("DCGM_")).map((query) => usesIn(query, gpu));
    const metrics = uses.flatMap(({ metrics }) => metrics);
    if (metrics.length === 0)
        return [{ hop: dashboard_metrics_hop, status: "ok", why: "It reads no metric of the GPU exporter" }];
    const missing = uses.flatMap(({ missing }) => missing);
    if (exporter.metrics === null && missing.length === 0)
        return [{ hop: dashboard_metrics_hop, status: "unknown", why: `${exporter.description}: which metrics it exports is not known` }];
    const isByQuery = ({ name }) => gpu.known.factsOf(name).byExpression;
    const broken = [
        ...byName(missing.filter(isByQuery)).map((same) => notExported(file, same, gpu)),
        ...notScraped(file, missing.filter((use) => !isByQuery(use)), gpu),
        ...byName(uses.flatMap(({ labels }) => labels)).flatMap((same) => renamedLabel(file, same, gpu)),
    ];
    const names = new Set(metrics.map(({ name }) => name));
    return broken.length > 0
        ? broken
        : [
            {
                hop: dashboard_metrics_hop,
                status: "ok",
                why: `${(0,sentence/* capital */.N)((0,gpu_metrics/* exporterName */.BT)(gpu.world))} exports every GPU metric that it reads (${names.size})`,
            },
        ];
};
/** Most queries are sound, and their words alone show it: PromQL is read only where one of them is in doubt. */
const usesIn = (query, gpu) => {
    const words = [...(query.text.match(/\w+/g) ?? []), ...shownIn(query).map(({ name }) => name)];
    const names = words.filter(gpu_metric_name/* isGpuMetric */.$);
    const sound = !names.some((name) => isMissing(name, gpu)) && words.every((word) => gpu.labels.writtenOtherwise(word) === null);
    if (!sound)
        return usesRead(query, gpu);
    return { metrics: names.map((name) => ({ name, place: query.place })), missing: [], labels: [] };
};
const isMissing = (metric, { known }) => known.factsOf(metric).status === "missing";
const usesRead = (query, gpu) => {
    const { place } = query;
    const { expression } = (0,dashboard_promql/* readPromql */.Y)((0,dashboard_promql/* promqlIn */.$)(query).text);
    const isGpu = (name) => name !== null && (0,gpu_metric_name/* isGpuMetric */.$)(name) && !(0,grafana_variables/* isVariable */.DZ)(name);
    const metrics = expression.selectors.flatMap(({ metric }) => (isGpu(metric) ? [{ name: metric, place }] : []));
    if (metrics.length === 0)
        return { metrics, missing: [], labels: [] };
    const { chance, because } = (0,can_yield/* canYield */.W)(expression.root, ({ metric }) => !isGpu(metric) ? "unknown" : isMissing(metric, gpu) ? "no" : "yes");
    const missing = (chance === "no" ? because : []).flatMap(({ metric }) => isGpu(metric) && isMissing(metric, gpu) ? [{ name: metric, place }] : []);
    return { metrics, missing, labels: labelsMisnamed(query, gpu.labels) };
};
const byName = (uses) => [
    ...Map.groupBy(uses, ({ name }) => name).values(),
];
const notExported = (file, same, { known }) => {
    const name = same[0]?.name ?? "";
    const facts = known.factsOf(name);
    const { why, renamed, noField } = facts;
    return {
        hop: dashboard_metrics_hop,
        status: "broken",
        ...placeOf(file, same[0]),
        why: `${(0,sentence/* capital */.N)(why)}: ${queriesStay(same)} empty`,
        fix: { description: renamed === undefined ? (0,metric_facts/* adviceOn */.ik)(name, facts) : (0,metric_facts/* migrationText */.me)(renamed), edits: [] },
        check: renamed !== undefined ? "dcgm-metric-renamed" : noField ? "dcgm-unknown-field" : check,
    };
};
/** What the exporter has and nothing scrapes, the monitor's own path tells: the dashboard is right. */
const notScraped = (file, uses, { known }) => {
    const [first] = uses;
    if (first === undefined)
        return [];
    const places = new Set(uses.map(({ place }) => place));
    const stay = queriesStay([...places]);
    return [
        { hop: dashboard_metrics_hop, status: "broken", ...placeOf(file, first), why: `${(0,sentence/* capital */.N)(known.factsOf(first.name).why)}: ${stay} empty` },
    ];
};
/** Only a name that the exporter writes with other capitals is certainly wrong: relabeling may add any other. */
const renamedLabel = (file, same, { world }) => {
    const [first] = same;
    if (first === undefined)
        return [];
    const { name, wanted } = first;
    return [
        {
            hop: dashboard_metrics_hop,
            status: "broken",
            why: `${(0,sentence/* capital */.N)((0,gpu_metrics/* exporterName */.BT)(world))} calls the label ${wanted}, not ${name}: ${dashboard_metrics_named(same.length)} nothing`,
            ...placeOf(file, first),
            fix: { description: `Call it ${wanted}`, edits: file.json.change(same.flatMap(({ changes }) => changes())) },
            check,
        },
    ];
};
const dashboard_metrics_named = (places) => places === 1 ? "where it is named it stands for" : `in ${places} places it stands for`;

// EXTERNAL MODULE: ./build/src/fix/generator-entry.js
var generator_entry = __webpack_require__(6798);
// EXTERNAL MODULE: ./build/src/text/yaml-line.js
var yaml_line = __webpack_require__(93504);
// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-providers.js
var grafana_providers = __webpack_require__(74827);
;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-place.js






const dashboard_place_hop = "grafana-reads-file";
/** Whether Grafana reads the file: its extension, the folder it lies in, and no other file in its place. */
const fileHops = (file, all, grafana, world) => {
    const broken = [wrongExtension(file, world), unreadDirectory(file, grafana), collision(file, all, world)].filter((one) => one !== null);
    return broken.length > 0 ? broken : [readBy(file, grafana)];
};
const readBy = ({ directory, name }, grafana) => {
    const provider = (0,grafana_providers/* providerOf */.lc)(grafana.providers, directory);
    if (directory !== "" && provider !== undefined)
        return {
            hop: dashboard_place_hop,
            status: "ok",
            why: `The provider ${provider.name} reads ${provider.path}, and ${name} is alone there`,
        };
    return { hop: dashboard_place_hop, status: "unknown", why: "Which folders Grafana reads cannot be seen" };
};
const wrongExtension = (file, world) => {
    if (file.name.endsWith(".json"))
        return null;
    const wanted = `${file.key.replace(/\.(?:jso?n?|txt|ya?ml|JSON)$/, "")}.json`;
    return {
        hop: dashboard_place_hop,
        status: "broken",
        why: `Grafana reads only files whose name ends with .json, and this one is ${file.name}`,
        at: keyPlace(file, world),
        fix: rename(file, wanted, world),
        check: "dashboard-file-extension",
    };
};
const unreadDirectory = ({ by, object, directory }, grafana) => {
    if (by === "mount" || directory === "" || !grafana.providers.complete)
        return null;
    if ((0,grafana_providers/* providerOf */.lc)(grafana.providers, directory) !== undefined)
        return null;
    const read = grafana.providers.list.map(({ path }) => path).join(", ");
    const annotation = grafana.sidecars[0]?.folderAnnotation ?? "";
    const at = object.locate(["metadata", "annotations", annotation]);
    return {
        hop: dashboard_place_hop,
        status: "broken",
        why: `The sidecar writes the file to ${directory}, as the annotation ${annotation} has it, and Grafana reads ${read}`,
        ...(at === null ? {} : { at }),
        fix: { description: `Name a folder below ${read} in the annotation, or remove it`, edits: [] },
        check: "dashboard-directory-not-read",
    };
};
/**
 * The sidecar writes every key as a file of that name: the one written last stays, and one deleted takes both with it.
 */
const collision = (file, all, world) => {
    const other = all.find((one) => isSameFile(one, file) && one.object !== file.object);
    if (other === undefined)
        return null;
    const whose = other.own ? "" : ", which the chart brings";
    return {
        hop: dashboard_place_hop,
        status: "broken",
        why: `${(0,core_finding/* nameOf */.Vb)(other.object.ref)}${whose}, writes ${file.name} too: the sidecar keeps only the one that it gets last`,
        at: keyPlace(file, world),
        fix: rename(file, `${file.object.ref.name}.json`, world),
        check: "dashboard-filename-collision",
    };
};
/** True where both are written to the same place in Grafana's pod. */
const isSameFile = (a, b) => a.directory === b.directory && a.name === b.name && a.directory !== "";
/** Where the file's name is written: the generator's list, the manifest's key. */
const keyPlace = (file, world) => {
    const entry = (0,generator_entry/* generatorEntry */._)(file.object, world);
    const index = entry === null ? -1 : inputIndex(entry.value["files"], file.key);
    return entry === null || index === -1 ? file.placed.keyAt() : entry.document.locate([...entry.path, "files", index]);
};
const rename = (file, wanted, world) => ({
    description: `Call the key ${wanted}`,
    edits: [...renamed(file, wanted, world)],
});
const renamed = function* (file, wanted, world) {
    const at = keyPlace(file, world);
    const yaml = world.file(at.file);
    if (yaml === null)
        return;
    const entry = (0,generator_entry/* generatorEntry */._)(file.object, world);
    if (entry === null) {
        const edit = (0,yaml_line/* keyRenamed */.OJ)(yaml, at.line, file.key, wanted);
        if (edit !== null)
            yield edit;
        return;
    }
    const line = (0,line_of/* lineOf */.cA)(yaml, at.line);
    const [, lead = "", item = "", rest = ""] = /^(\s*- )([^\s"'#]+)([\s\S]*)$/.exec(line) ?? [];
    const index = inputIndex(entry.value["files"], file.key);
    if (item === "" || item !== (0,kubernetes_manifest/* valueAt */.f)(entry.value, ["files", index]))
        return;
    yield {
        file: at.file,
        startLine: at.line,
        endLine: at.line,
        text: `${lead}${wanted}=${item.replace(/^[^=]*=/, "")}${rest}`,
    };
};
/** Which item of a generator's `files` makes the key: `name=path`, or a path that ends with it. */
const inputIndex = (files, key) => Array.isArray(files)
    ? files.findIndex((item) => {
        const [name = "", path] = String(item).split("=");
        return path === undefined ? name.split("/").at(-1) === key : name === key;
    })
    : -1;

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-queries.js
var dashboard_queries = __webpack_require__(49668);
// EXTERNAL MODULE: ./build/src/signal/grafana/sidecar.js
var grafana_sidecar = __webpack_require__(89583);
// EXTERNAL MODULE: ./build/src/fix/label-fix.js
var label_fix = __webpack_require__(25954);
;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-label-fix.js




/** Where the label stands that the sidecar asks for, or where it is missing: the generator's labels, the manifest's. */
const sidecarLabelPlace = (object, { label }, world) => {
    const entry = (0,generator_entry/* generatorEntry */._)(object, world);
    if (entry === null)
        return object.locate(["metadata", "labels", label]) ?? undefined;
    const set = labelPath(entry, label);
    return set === undefined ? entry.document.locate(entry.path) : entry.document.locate(set);
};
/** Gives the object the label that the sidecar asks for, as an edit where the file's layout is plain. */
const sidecarLabelFix = (object, sidecar, world) => {
    const value = sidecar.labelValue === "" ? "1" : sidecar.labelValue;
    const line = `${sidecar.label}: ${JSON.stringify(value)}`;
    const description = `Add the label ${line}`;
    const entry = (0,generator_entry/* generatorEntry */._)(object, world);
    if (entry === null)
        return (0,label_fix/* labelFix */.e)(object, { matchLabels: { [sidecar.label]: value } }, world) ?? { description, edits: [] };
    const edit = inGenerator(entry, sidecar.label, line);
    return { description, edits: edit === null ? [] : [edit] };
};
/** A generator's own options win over those of the whole kustomization. */
const labelPath = ({ document, path }, label) => [
    [...path, "options", "labels", label],
    ["generatorOptions", "labels", label],
].find((one) => (0,kubernetes_manifest/* valueAt */.f)(document.value, one) !== undefined);
const inGenerator = (entry, label, line) => {
    const { file, document, path, value } = entry;
    const lineOf = (...keys) => document.locateKey([...path, ...keys]).line;
    const set = labelPath(entry, label);
    if (set !== undefined)
        return (0,yaml_line/* lineReplaced */.b6)(file, document.locateKey(set).line, label, line);
    const [first] = keysAt(value["options"], "labels");
    if (first !== undefined)
        return (0,yaml_line/* linesBefore */.PY)(file, lineOf("options", "labels", first), first, [line]);
    const nested = ["labels:", `  ${line}`];
    const [option] = keysAt(value, "options");
    if (option !== undefined)
        return (0,yaml_line/* linesBefore */.PY)(file, lineOf("options", option), option, nested);
    return (0,yaml_line/* linesAfter */.EU)(file, lineOf("name"), "name", ["options:", ...nested.map((one) => `  ${one}`)]);
};
const keysAt = (value, key) => {
    const held = (0,kubernetes_manifest/* isObject */.G)(value) ? value[key] : undefined;
    return (0,kubernetes_manifest/* isObject */.G)(held) ? Object.keys(held) : [];
};

;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-selection.js





const values = ["grafana", "sidecar", "dashboards"];
/** Whether Grafana's sidecar takes the ConfigMap or Secret: its kind, and its label. */
const selectedHop = (file, grafana, world) => {
    const hop = "sidecar-selects-configmap";
    const { object } = file;
    if (file.by === "mount")
        return { hop, status: "ok", why: `Grafana mounts the ${object.ref.kind} at ${file.directory}` };
    const [pod] = grafana.pods;
    if (pod === undefined)
        return { hop, status: "unknown", why: "No Grafana is part of the stack: what its sidecar selects cannot be seen" };
    const sidecar = bestOf(grafana.sidecars, (one) => isSelected(one, object, world));
    if (sidecar === undefined)
        return {
            hop,
            status: "broken",
            why: "Grafana runs without the sidecar that brings it dashboards from ConfigMaps",
            ...optional(placeInValues(pod.object, [...values, "enabled"], world)),
            fix: { description: "Set grafana.sidecar.dashboards.enabled: true in the release's values", edits: [] },
            check: "dashboard-not-selected",
        };
    if (sidecar.unseen.some((name) => ["LABEL", "LABEL_VALUE", "RESOURCE", "RESOURCE_NAME"].includes(name)))
        return { hop, status: "unknown", why: "The sidecar takes its label from elsewhere (valueFrom): it cannot be seen" };
    if (isSelected(sidecar, object, world)) {
        const why = `The sidecar takes what has the label ${(0,grafana_sidecar/* labelText */.QK)(sidecar)}`;
        return { hop, status: "ok", why };
    }
    return { hop, status: "broken", ...refusal(sidecar, object, world), check: "dashboard-not-selected" };
};
const isSelected = (sidecar, object, world) => (0,grafana_sidecar/* looksAtKind */._q)(sidecar, object) &&
    ((0,grafana_sidecar/* namesFor */.GT)(sidecar, object, world)?.includes(object.ref.name) ?? (0,grafana_sidecar/* selectsLabels */.B)(sidecar, object));
const refusal = (sidecar, object, world) => {
    const { kind, name } = object.ref;
    if (!(0,grafana_sidecar/* looksAtKind */._q)(sidecar, object))
        return {
            why: `The sidecar looks at ${sidecar.kinds.join(" and ")} objects only, and this is a ${kind}`,
            ...optional(object.locate(["kind"])),
            fix: { description: "Set grafana.sidecar.dashboards.resource: both in the release's values", edits: [] },
        };
    const names = (0,grafana_sidecar/* namesFor */.GT)(sidecar, object, world);
    if (names !== null)
        return {
            why: `The sidecar takes only the objects named ${names.join(", ")}`,
            ...optional(object.locate(["metadata", "name"])),
            fix: { description: `Add ${name} to grafana.sidecar.dashboards.resourceName in the release's values`, edits: [] },
        };
    const labels = (0,kubernetes_manifest/* valueAt */.f)(object.body, ["metadata", "labels"]);
    const value = (0,kubernetes_manifest/* isObject */.G)(labels) ? labels[sidecar.label] : undefined;
    const has = value === undefined ? "has no such label" : `has ${sidecar.label}: ${JSON.stringify(value)}`;
    return {
        why: `The sidecar takes only what has the label ${(0,grafana_sidecar/* labelText */.QK)(sidecar)}, and this ${kind} ${has}`,
        ...optional(sidecarLabelPlace(object, sidecar, world)),
        fix: sidecarLabelFix(object, sidecar, world),
    };
};
/** Whether the sidecar looks into the namespace of the ConfigMap or Secret. */
const watchedHop = (file, grafana, world) => {
    const hop = "sidecar-watches-namespace";
    const namespace = (0,world_namespaces/* namespaceOf */.N6)(file.object, world);
    if (file.by === "mount")
        return { hop, status: "ok", why: `Grafana runs in ${namespace} itself` };
    const sidecar = bestOf(grafana.sidecars, (one) => (0,grafana_sidecar/* watchesNamespace */.Dc)(one, namespace));
    if (sidecar === undefined)
        return { hop, status: "unknown", why: "There is no sidecar in sight: where it looks cannot be seen" };
    if (sidecar.unseen.includes("NAMESPACE"))
        return { hop, status: "unknown", why: "The sidecar takes its namespaces from elsewhere (valueFrom)" };
    const watched = sidecar.namespaces.includes("ALL") ? "all namespaces" : sidecar.namespaces.join(", ");
    if ((0,grafana_sidecar/* watchesNamespace */.Dc)(sidecar, namespace))
        return { hop, status: "ok", why: `The sidecar looks into ${watched}` };
    const key = [...values, "searchNamespace"];
    const at = setInValues(sidecar.pod.object, key, world) ?? file.object.locate(["metadata", "namespace"]);
    return {
        hop,
        status: "broken",
        why: `The sidecar looks into ${watched} only, and the ${file.object.ref.kind} lies in ${namespace}`,
        ...optional(at),
        fix: { description: `Set ${key.join(".")}: ALL in the release's values`, edits: watchAll(at, world) },
        check: "dashboard-namespace-not-watched",
    };
};
const watchAll = (at, world) => {
    const file = at === null ? null : world.file(at.file);
    const edit = at === null || file === null ? null : (0,yaml_line/* lineReplaced */.b6)(file, at.line, "searchNamespace", "searchNamespace: ALL");
    return edit === null ? [] : [edit];
};
/** The one that meets the condition, else the first. */
const bestOf = (sidecars, meets) => sidecars.find(meets) ?? sidecars[0];
/**
 * The values key that governs a part of the chart's object: as exactly as the value file has it,
 * else the place of the object.
 */
const placeInValues = (object, key, world) => setInValues(object, key, world) ?? object.locate([]);
const setInValues = (object, key, world) => {
    const at = object.locate([]);
    const document = at === null ? undefined : world.file(at.file)?.documents[0];
    return document !== undefined && (0,kubernetes_manifest/* valueAt */.f)(document.value, key) !== undefined ? document.locate(key) : null;
};
const optional = (at) => at === null || at === undefined ? {} : { at };

;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-unique.js




const dashboard_unique_hop = "dashboard-is-unique";
const frozen = "Grafana then writes no dashboard of this provider any more";
const dashboard_unique_namesIn = (files, grafana) => {
    // Grafana counts only what it could read: a file that it refuses takes no name.
    const counted = files.filter(({ model, name }) => model.form === "classic" && model.title !== null && name.endsWith(".json"));
    return {
        uids: Map.groupBy(counted, uidOf),
        titles: Map.groupBy(counted, (file) => titleKey(file, grafana)),
    };
};
/**
 * Whether uid and title are the dashboard's alone, among all that Grafana is given: one duplicate is
 * enough to freeze them all.
 */
const uniqueHops = (file, names, grafana) => {
    const { model, json } = file;
    if (!(0,dashboard_model/* isRead */.H)(model) || model.form !== "classic")
        return [{ hop: dashboard_unique_hop, status: "unknown", why: "Grafana reads no uid and no title of it" }];
    // What reads them elsewhere, such as Grafana's operator, may write them one by one.
    if (grafana.pods.length === 0)
        return [{ hop: dashboard_unique_hop, status: "unknown", why: "No Grafana is part of the stack" }];
    const broken = [];
    const uid = uidOf(file);
    const sameUid = uid === "" ? undefined : otherThan(file, names.uids.get(uid));
    if (sameUid !== undefined)
        broken.push({
            hop: dashboard_unique_hop,
            status: "broken",
            why: `${whose(sameUid)} has the uid ${uid} too: ${frozen}`,
            at: json.at([...model.root, "uid"]),
            fix: ownUids(uid, names, grafana),
            check: "dashboard-uid-duplicate",
        });
    const sameTitle = otherThan(file, names.titles.get(titleKey(file, grafana)));
    if (sameTitle !== undefined && model.title !== null)
        broken.push({
            hop: dashboard_unique_hop,
            status: "broken",
            why: `${whose(sameTitle)} has the title ${JSON.stringify(model.title)} in the same folder: ${frozen}`,
            at: json.at([...model.root, "title"]),
            fix: { description: "Give the dashboard a title of its own", edits: [] },
            check: "dashboard-title-duplicate",
        });
    return broken.length > 0
        ? broken
        : [{ hop: dashboard_unique_hop, status: "ok", why: "No other dashboard has its uid, or its title in its folder" }];
};
/** Of two with one file name only one is there at a time: that collision is told by itself. */
const otherThan = (file, users) => users?.find((one) => one !== file && !isSameFile(one, file));
const whose = ({ object, key, own }) => `${key} in ${(0,core_finding/* nameOf */.Vb)(object.ref)}${own ? "" : ", which the chart brings,"}`;
const uidOf = ({ model }) => ((0,dashboard_model/* isRead */.H)(model) ? (model.uid?.trim() ?? "") : "");
/** Folder and title; where Grafana's folders cannot be seen, all is one folder, as the chart has it. */
const titleKey = ({ model, directory }, grafana) => {
    const provider = (0,grafana_providers/* providerOf */.lc)(grafana.providers, directory);
    return JSON.stringify([
        provider === undefined ? "" : (0,grafana_providers/* folderFor */.Af)(provider, directory),
        (0,dashboard_model/* isRead */.H)(model) ? model.title : null,
    ]);
};
/**
 * All but one get a uid of their own: links to that one go on working. The same dashboard twice is one too many,
 * and which, a person says.
 */
const ownUids = (uid, names, grafana) => {
    const users = names.uids.get(uid) ?? [];
    const kept = users.find(({ own }) => !own) ?? users[0];
    const others = users.filter((one) => one !== kept && one.own);
    if (users.some((one) => otherThan(one, names.titles.get(titleKey(one, grafana))) !== undefined))
        return { description: "Take one of the two away, or give it a uid and a title of its own", edits: [] };
    const edits = others.map((one) => ownUid(one, names));
    const description = "Give the dashboard a uid of its own";
    const [first] = others.map(wantedUid);
    return edits.some((one) => one.length === 0)
        ? { description, edits: [] }
        : { description: `${description}, e.g. ${first}`, edits: edits.flat() };
};
const wantedUid = ({ key }) => key
    .replace(/\.json$/, "")
    .replace(/[^a-zA-Z0-9_-]+/g, "-")
    .slice(0, 40);
const ownUid = (file, names) => {
    const { json, model } = file;
    const wanted = wantedUid(file);
    if (!(0,dashboard_model/* isRead */.H)(model) || wanted === "" || names.uids.has(wanted))
        return [];
    return json.rewrite([() => [...model.root, "uid"]], () => JSON.stringify(wanted));
};

;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-path.js












/**
 * The way of every dashboard of base and overlays to Grafana, and of the metrics to its panels. A hop that fails in
 * several ways stands there several times, so that each can be fixed.
 */
const dashboardPaths = ({ grafana, files: all }, known, world) => {
    const gpu = { known, labels: (0,gpu_labels/* gpuLabels */.W)(world), world };
    const names = dashboard_unique_namesIn(all, grafana);
    const contents = (file) => {
        if (!(0,dashboard_model/* isRead */.H)(file.model))
            return unread;
        const { queries, datasources } = (0,dashboard_queries/* dashboardPartsOf */.m)(file.model.content, file.model.root);
        return [
            ...(0,dashboard_datasource/* datasourceHops */.m)(file, file.model, datasources, grafana.datasources),
            ...metricHops(file, queries, gpu),
            ...missingOfExporters(file, queries, known),
        ];
    };
    return all
        .filter(({ own }) => own)
        .map((file) => {
        const clauses = [
            selectedHop(file, grafana, world),
            watchedHop(file, grafana, world),
            ...fileHops(file, all, grafana, world),
            ...jsonHops(file, grafana),
            ...uniqueHops(file, names, grafana),
            ...contents(file),
        ];
        const hops = clauses.map((hop) => ({ ...hop, why: `${hop.why}.` }));
        return {
            signal: "dashboard",
            subject: (0,dashboard_file/* dashboardName */.o)(file),
            resource: file.object.ref,
            status: (0,signal_path/* statusOf */.c2)(hops),
            hops,
        };
    });
};
const unread = [
    { hop: "datasource-exists", status: "unknown", why: "What the dashboard holds cannot be read" },
    { hop: "metrics-are-exported", status: "unknown", why: "What the dashboard holds cannot be read" },
];

// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-datasources.js
var grafana_datasources = __webpack_require__(43619);
// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-pod.js
var grafana_pod = __webpack_require__(10638);
;// CONCATENATED MODULE: ./build/src/signal/grafana/grafana.js




const readGrafana = (world) => {
    const pods = (0,grafana_pod/* grafanaPods */.fI)(world);
    const providers = pods.map(grafana_providers/* providersOf */.Ou);
    const datasources = pods.map((pod) => (0,grafana_datasources/* datasourcesOf */.I)(pod, world));
    return {
        pods,
        sidecars: pods.flatMap((pod) => (0,grafana_sidecar/* sidecarsOf */.eG)(pod, "dashboard")),
        providers: {
            list: providers.flatMap(({ list }) => list),
            complete: pods.length > 0 && providers.every(({ complete }) => complete),
        },
        datasources: {
            list: datasources.flatMap(({ list }) => list),
            others: pods.length === 0
                ? "no Grafana is part of the stack"
                : (datasources.map(({ others }) => others).find((others) => others !== null) ?? null),
        },
    };
};

;// CONCATENATED MODULE: ./build/src/signal/dashboards/read-dashboards.js


const readDashboards = (world) => {
    const grafana = readGrafana(world);
    return { grafana, files: (0,dashboard_file/* dashboardFiles */._)(world, grafana) };
};

// EXTERNAL MODULE: ./build/src/world/services.js
var world_services = __webpack_require__(48101);
// EXTERNAL MODULE: ./build/src/world/workloads.js
var workloads = __webpack_require__(32055);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-acceptance.js + 9 modules
var monitor_acceptance = __webpack_require__(42986);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-job.js
var scrape_job = __webpack_require__(42072);
// EXTERNAL MODULE: ./build/src/signal/scrape/targets.js
var targets = __webpack_require__(15410);
// EXTERNAL MODULE: ./build/src/signal/path/verdict.js
var path_verdict = __webpack_require__(73650);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-jobs.js + 1 modules
var monitor_jobs = __webpack_require__(36364);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-namespaces.js
var monitor_namespaces = __webpack_require__(88015);
// EXTERNAL MODULE: ./build/src/fix/scalar-edit.js
var scalar_edit = __webpack_require__(68297);
// EXTERNAL MODULE: ./build/src/kubernetes/json-word.js
var json_word = __webpack_require__(71706);
// EXTERNAL MODULE: ./build/src/promql/anchored-regexp.js
var anchored_regexp = __webpack_require__(8330);
;// CONCATENATED MODULE: ./build/src/fix/block-edit.js


/** Another key and value in the place of one line `key: value` of block style. */
const pairEdit = (monitor, path, pair, world) => {
    const found = lineAt(monitor, path, world);
    const key = String(path.at(-1));
    const match = found === null ? null : /^([ -]*)(["']?)([^\s"':-][^\s"':]*)\2:\s+[^\s{[&*|>#]\S*(\s+#[\s\S]*)?$/.exec(found.text);
    if (found === null || match === null || match[3] !== key)
        return null;
    const value = typeof pair.value === "number" ? String(pair.value) : (0,scalar_edit/* writePlainScalar */.uS)(pair.value);
    return { ...found.place, text: `${match[1]}${(0,scalar_edit/* writePlainScalar */.uS)(pair.key)}: ${value}${match[4] ?? ""}` };
};
/** A first key for the item of a list, e.g. the name of a port. */
const firstKeyEdit = (object, item, pair, world) => {
    const found = lineAt(object, item, world);
    if (found === null)
        return null;
    const before = found.text.slice(0, found.column - 1);
    const rest = found.text.slice(found.column - 1);
    const added = `${pair.key}: ${(0,scalar_edit/* writePlainScalar */.uS)(pair.value)}`;
    if (rest.startsWith("{") && !rest.startsWith("{}"))
        return { ...found.place, text: `${before}{ ${added}, ${rest.slice(1).trimStart()}` };
    return /^ *- +$/.test(before)
        ? { ...found.place, text: `${before}${added}\n${" ".repeat(before.length)}${rest}` }
        : null;
};
/** The line of an object's value in its file; null where that is none of the tree's. */
const lineAt = (object, path, world) => {
    const at = object.locate(path);
    const file = at === null ? null : world.file(at.file);
    if (at === null || file === null)
        return null;
    const text = (0,line_of/* lineOf */.cA)(file, at.line);
    return { place: { file: at.file, startLine: at.line, endLine: at.line }, column: at.column, text };
};

// EXTERNAL MODULE: ./build/src/signal/metrics/aim.js
var metrics_aim = __webpack_require__(83824);
;// CONCATENATED MODULE: ./build/src/signal/metrics/namespace-edit.js





/**
 * Has the monitor look in the namespace as well; instead of its only other one, where that is the one it names. Null
 * where a person has to do it.
 */
const namespaceEdit = (monitor, namespace, world) => {
    const names = (0,metrics_aim/* matchNamesOf */.hR)(monitor);
    const path = [...(0,monitor_namespaces/* selectorPath */.VJ)(monitor), "matchNames"];
    const [only] = names;
    if (names.length === 1 && only !== undefined)
        return (0,scalar_edit/* scalarEdit */.N2)(monitor, [...path, 0], { old: only, value: namespace }, world);
    if (names.length > 1)
        return itemAfter(monitor, [...path, names.length - 1], namespace, world);
    const selector = ["namespaceSelector:", "  matchNames:", `    - ${(0,scalar_edit/* writePlainScalar */.uS)(namespace)}`];
    return "namespaceSelector" in specOf(monitor) ? null : afterSpec(monitor, selector, world);
};
/** One more item of a list in block style. */
const itemAfter = (object, last, value, world) => {
    const found = lineAt(object, last, world);
    const lead = found === null ? null : /^( *- +)[^\s{[&*|>]/.exec(found.text);
    return found === null || lead === null
        ? null
        : { ...found.place, text: `${found.text}\n${lead[1]}${(0,scalar_edit/* writePlainScalar */.uS)(value)}` };
};
/** Lines right below `spec:`, so that a comment keeps to the key below it. */
const afterSpec = (object, lines, world) => {
    const first = object.locate(["spec"]);
    const file = first === null ? null : world.file(first.file);
    if (first === null || file === null)
        return null;
    const all = (0,line_of/* linesOf */.Dx)(file);
    let above = first.line - 1;
    while (above > 0 && /^\s*(?:#.*)?$/.test(all[above - 1] ?? ""))
        above -= 1;
    const head = all[above - 1] ?? "";
    if (!/^ *spec:\s*(?:#.*)?$/.test(head))
        return null;
    const indent = " ".repeat(first.column - 1);
    const text = [head, ...lines.map((line) => indent + line)].join("\n");
    return { file: first.file, startLine: above, endLine: above, text };
};
const specOf = ({ body }) => {
    const spec = body["spec"];
    return typeof spec === "object" && spec !== null ? spec : {};
};

;// CONCATENATED MODULE: ./build/src/signal/metrics/choice-hops.js










/**
 * The two hops from a ServiceMonitor or PodMonitor to what it scrapes: the namespace where it looks,
 * and the labels it looks for.
 */
const choiceHops = (monitor, prometheus, aim, world) => [lookHop(monitor, prometheus, aim, world), labelHop(monitor, aim, world)];
const lookHop = (monitor, prometheus, aim, world) => {
    const hop = "monitor-selects-namespace";
    const place = () => (0,path_verdict/* placed */.GS)(monitor, (0,monitor_namespaces/* selectorPath */.VJ)(monitor));
    const { namespaces, at: things, verdict } = aim;
    const looks = describeNamespaces(monitor, prometheus, aim);
    const inside = things.filter(({ namespace }) => namespaces === "all" || namespaces.includes(namespace));
    const [thing] = inside.length > 0 ? inside : things;
    if (thing === undefined) {
        const known = namespaces === "all" || namespaces.some((name) => world.knowsNamespace(name));
        return known
            ? { hop, status: "ok", why: `It looks ${looks}.` }
            : { hop, status: "unknown", why: `It looks ${looks}, of which nothing is in sight.`, ...place() };
    }
    const found = `${(0,core_finding/* nameOf */.Vb)(thing.object.ref)} is in ${thing.namespace}`;
    if (inside.length > 0)
        return { hop, status: "ok", why: `It looks ${looks}, and ${found}.` };
    if (verdict === "elsewhere" && !aim.certain)
        return {
            hop,
            status: "unknown",
            why: `It looks ${looks}, and ${found}: whether that is meant cannot be seen.`,
            ...place(),
        };
    return {
        hop,
        status: "broken",
        why: `It looks ${looks}, but ${found}.`,
        ...place(),
        ...choice_hops_fixOf((0,monitor_namespaces/* ignoresSelectors */.yn)(prometheus) ? null : `Look in the namespace ${thing.namespace}.`, new Set(things.map(({ namespace }) => namespace)).size === 1
            ? [namespaceEdit(monitor, thing.namespace, world)]
            : [null]),
        check: "servicemonitor-missing-namespace-selector",
    };
};
const describeNamespaces = (monitor, prometheus, { namespaces }) => {
    if (namespaces === "all")
        return "in all namespaces";
    const names = namespaces.join(", ");
    if ((0,monitor_namespaces/* ignoresSelectors */.yn)(prometheus))
        return `only in its own namespace ${names}, because ${prometheus === null ? "" : (0,core_finding/* nameOf */.Vb)(prometheus.ref)} sets ignoreNamespaceSelectors`;
    return (0,metrics_aim/* matchNamesOf */.hR)(monitor).length === 0
        ? `in its own namespace ${names}, because it has no namespaceSelector`
        : `in ${names}`;
};
const labelHop = (monitor, aim, world) => {
    const hop = "monitor-selects-service";
    const selector = (0,kubernetes_manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]);
    const place = () => (0,path_verdict/* placed */.GS)(monitor, ["spec", "selector"]);
    const things = monitor.ref.kind === "PodMonitor" ? "pods" : "Service";
    const [thing] = aim.at;
    if (thing === undefined) {
        const why = `No ${things} in sight ${things === "pods" ? "have" : "has"} the labels "${(0,label_selector/* describeSelector */.r5)(selector)}": whether one outside does cannot be seen.`;
        return { hop, status: "unknown", why, ...place() };
    }
    const names = aim.at.map(({ object }) => (0,core_finding/* nameOf */.Vb)(object.ref)).slice(0, 3);
    if (aim.verdict === "elsewhere" && !aim.certain) {
        const why = `Its selector "${(0,label_selector/* describeSelector */.r5)(selector)}" matches ${names.join(", ")}, where it does not look: whether it is for another one cannot be seen.`;
        return { hop, status: "unknown", why, ...place() };
    }
    if (aim.verdict !== "missed") {
        const more = aim.at.length > names.length ? ` and ${aim.at.length - names.length} more` : "";
        return {
            hop,
            status: "ok",
            why: `Its selector "${(0,label_selector/* describeSelector */.r5)(selector)}" matches ${names.join(", ")}${more}.`,
        };
    }
    const ofPods = (0,metrics_aim/* asksForPodsOf */.L0)(monitor, thing);
    const fix = aim.at.length === 1 ? missedFix(monitor, thing, ofPods, world) : null;
    const trap = ofPods ? " Its pods have what is asked for, and it is the Service's own labels that count." : "";
    return {
        hop,
        status: "broken",
        why: `Its selector misses ${names.join(" and ")}: ${(0,label_selector/* explainMismatch */.QH)(selector, thing.labels) ?? "as a regular expression it does not match"} (labels: ${(0,label_selector/* describeLabels */.J3)(shown(thing.labels))}).${trap}`,
        ...place(),
        ...(fix === null ? {} : { fix }),
        check: "servicemonitor-no-matching-service",
    };
};
/** Labels whose values are decided in the cluster tell nobody anything. */
const shown = (labels) => Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes("\u2039")));
/** Labels for a Service that lacks those of its pods, or has none; else others for the monitor to ask for. */
const missedFix = (monitor, thing, ofPods, world) => {
    const lacksThem = ofPods || Object.keys(thing.labels).length === 0;
    const added = lacksThem ? (0,label_fix/* labelFix */.e)(thing.object, (0,kubernetes_manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]), world) : null;
    if (added === null)
        return labelFix(monitor, thing, world);
    return { ...added, description: `${(0,core_finding/* nameOf */.Vb)(thing.object.ref)}: ${added.description}` };
};
/** Other values for labels that are there, or the label that names the application for the one that is not. */
const labelFix = (monitor, { labels }, world) => {
    const selector = (0,kubernetes_manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]);
    const failed = (0,label_selector/* requirementsOf */.CG)(selector).filter((requirement) => !(0,label_selector/* holds */.v9)(requirement, labels));
    if (failed.length === 0 || failed.some(({ operator }) => operator !== "Equals"))
        return null;
    const missing = failed.filter(({ key }) => !Object.hasOwn(labels, key));
    const [identity] = identityLabels.filter((key) => Object.hasOwn(labels, key));
    if (missing.length > 1 || (missing.length === 1 && identity === undefined))
        return null;
    const wanted = failed.map(({ key, values }) => {
        const now = Object.hasOwn(labels, key) ? key : (identity ?? "");
        return { key, old: values[0] ?? "", now, value: labels[now] ?? "" };
    });
    const edits = wanted.map(({ key, old, now, value }) => {
        const path = ["spec", "selector", "matchLabels", key];
        return now === key
            ? (0,scalar_edit/* scalarEdit */.N2)(monitor, path, { old, value }, world)
            : pairEdit(monitor, path, { key: now, value }, world);
    });
    const words = wanted.map(({ now, value }) => `\`${now}: ${value}\``).join(" and ");
    return choice_hops_fixOf(`Select by ${words}.`, edits).fix ?? null;
};
/** Labels that say which application it is; those with a version or a release's name in them change. */
const identityLabels = ["app.kubernetes.io/name", "app", "k8s-app", "app.kubernetes.io/component", "name"];
/** A fix of these edits; nothing where one of them is not certain. */
const choice_hops_fixOf = (description, edits) => {
    const certain = edits.filter((edit) => edit !== null);
    return description === null || certain.length === 0 || certain.length < edits.length
        ? {}
        : { fix: { description, edits: certain } };
};

;// CONCATENATED MODULE: ./build/src/signal/metrics/pods-hop.js














const pods_hop_hop = "pods-exist";
/** Whether pods stand behind the Services of a ServiceMonitor, on the ports that its endpoints name. */
const servicePodsHop = (monitor, aim, role, world) => {
    if (aim.at.length === 0)
        return { hop: pods_hop_hop, status: "unknown", why: "No Service is in sight whose pods could be looked for." };
    const asked = (0,json_fields/* objectsAt */.yR)(monitor.body, ["spec", "endpoints"]).map(({ port }) => port);
    return (0,path_verdict/* hopOfAny */.j$)(pods_hop_hop, aim.at.flatMap((service) => podVerdicts(service, namedPorts(service, asked), role, world)));
};
/** The Service's ports that the endpoints name; all of them where they name none that it has. */
const namedPorts = ({ ports }, asked) => {
    const regexps = asked.flatMap((port) => (typeof port === "string" ? ((0,anchored_regexp/* anchoredRegexp */.q)(port) ?? []) : []));
    const named = ports.filter(({ name }) => regexps.some((regexp) => regexp.test(name)));
    return named.length > 0 ? named : ports;
};
/** Whether pods stand behind a Service, port by port. */
const podVerdicts = (service, ports, role, world) => {
    const name = (0,core_finding/* nameOf */.Vb)(service.object.ref);
    if (service.external) {
        const why = `${name} is of type ExternalName: it is another name for a host and never has endpoints, so that nothing is discovered.`;
        return [{ status: "broken", why, ...(0,path_verdict/* placed */.GS)(service.object, ["spec", "type"]), check: "service-selector-no-pods" }];
    }
    if (service.selector === null)
        return [withoutSelector(service, role, world)];
    const workloads = (0,world_services/* workloadsBehind */.RC)(service, world);
    if (workloads.length === 0)
        return [withoutPods(service, ports, world)];
    const running = workloads.filter(({ empty }) => !empty);
    const [first] = running.length > 0 ? running : workloads;
    if (running.length === 0 && first !== undefined) {
        const why = `${(0,core_finding/* nameOf */.Vb)(first.object.ref)} behind ${name} is scaled to 0 replicas.`;
        return [
            { status: "broken", why, ...(0,path_verdict/* placed */.GS)(first.object, ["spec", "replicas"]), check: "service-selector-no-pods" },
        ];
    }
    const found = running.map(({ object }) => (0,core_finding/* nameOf */.Vb)(object.ref)).join(" and ");
    if (ports.length === 0)
        return [{ status: "ok", why: `${name} selects the pods of ${found}.` }];
    return ports.map((port) => portVerdict(service, port, running, found, world));
};
const portVerdict = (service, port, workloads, found, world) => {
    const name = (0,core_finding/* nameOf */.Vb)(service.object.ref);
    const numbers = workloads.map((workload) => (0,world_services/* targetNumber */.Bi)(port, workload)).filter((number) => number !== null);
    const declared = workloads.flatMap(({ containers }) => containers.flatMap(({ ports }) => ports));
    if (numbers.some((number) => declared.some((one) => one.number === number)))
        return { status: "ok", why: `${name} selects the pods of ${found}, and they listen on ${numbers[0]}.` };
    if (numbers.length > 0) {
        const why = `${name} leads to port ${numbers[0]} of the pods of ${found}, which none of their containers declares: whether something listens there cannot be seen.`;
        return { status: "unknown", why };
    }
    const index = service.ports.indexOf(port);
    const path = ["spec", "ports", index, "targetPort"];
    const names = [...new Set(declared.map((one) => one.name).filter((one) => one !== ""))];
    const [only, ...others] = names;
    const edit = only === undefined || others.length > 0
        ? null
        : (0,scalar_edit/* scalarEdit */.N2)(service.object, path, { old: String(port.target), value: only }, world);
    return {
        status: "broken",
        why: `${name} leads to a container's port named "${port.target}", and no container of ${found} has one; there is ${names.length === 0 ? "no named port" : names.map((one) => `"${one}"`).join(", ")}.`,
        ...(0,path_verdict/* placed */.GS)(service.object, path),
        ...choice_hops_fixOf(`Lead to the container's port: \`targetPort: ${only}\`.`, [edit]),
        check: "service-target-port-not-found",
    };
};
const withoutSelector = ({ object, namespace, name }, role, world) => {
    const slices = world
        .ofKind("EndpointSlice")
        .filter((slice) => (0,world_namespaces/* namespaceOf */.N6)(slice, world) === namespace)
        .filter(({ body }) => (0,labels/* labelsOf */.P)(body)["kubernetes.io/service-name"] === name);
    const written = role === "endpoints" ? (0,world_namespaces/* objectIn */.D7)(world, "Endpoints", namespace, name) : slices[0];
    if (written !== undefined)
        return { status: "ok", why: `${(0,core_finding/* nameOf */.Vb)(object.ref)} has no selector; its addresses are in ${(0,core_finding/* nameOf */.Vb)(written.ref)}.` };
    const why = `${(0,core_finding/* nameOf */.Vb)(object.ref)} has no selector: its endpoints are made by hand or by a controller, and cannot be seen.`;
    return { status: "unknown", why, ...(0,path_verdict/* placed */.GS)(object, ["spec"]) };
};
/** Broken where the same source brings a workload that must be meant: it has the port, and no Service selects it. */
const withoutPods = (service, ports, world) => {
    const { object, namespace, selector } = service;
    const at = (0,path_verdict/* placed */.GS)(object, ["spec", "selector"]);
    const wanted = (0,label_selector/* describeLabels */.J3)(selector ?? {});
    const [meant, ...others] = ((0,workloads/* workloadsIn */.X)(world).get(namespace) ?? [])
        .filter((workload) => sourceOf(workload.object) === sourceOf(object) && hasPort(workload, ports))
        .filter((workload) => !isServed(workload, world));
    if (meant === undefined) {
        const why = `No workload in sight has pods with the labels "${wanted}" of ${(0,core_finding/* nameOf */.Vb)(object.ref)}'s selector: they may be made by a controller.`;
        return { status: "unknown", why, ...at };
    }
    const wrong = Object.entries(selector ?? {}).filter(([key, value]) => meant.labels[key] !== value);
    const edits = wrong.map(([key, value]) => {
        const label = meant.labels[key];
        if (label === undefined || label.includes("\u2039") || !(0,world_world/* isOwn */.N)(object))
            return null;
        return (0,scalar_edit/* scalarEdit */.N2)(object, ["spec", "selector", key], { old: value, value: label }, world);
    });
    const labels = Object.fromEntries(Object.entries(meant.labels).filter(([, value]) => !value.includes("\u2039")));
    return {
        status: "broken",
        why: `${(0,core_finding/* nameOf */.Vb)(object.ref)} selects "${wanted}", which no pods have; those of ${(0,core_finding/* nameOf */.Vb)(meant.object.ref)} have ${(0,label_selector/* describeLabels */.J3)(labels)}.`,
        ...at,
        ...choice_hops_fixOf(others.length > 0 ? null : `Select the pods of ${(0,core_finding/* nameOf */.Vb)(meant.object.ref)}.`, edits),
        check: "service-selector-no-pods",
    };
};
const sourceOf = ({ manifest }) => {
    if (manifest === null)
        return "exporter";
    return manifest.origin.from === "chart" ? "chart" : `tree ${manifest.origin.root}`;
};
const hasPort = ({ containers }, ports) => containers.some((container) => container.ports.some((one) => ports.some(({ target }) => target === one.number || target === one.name)));
const isServed = (workload, world) => ((0,world_services/* servicesIn */.qp)(world).get(workload.namespace) ?? []).some((service) => (0,world_services/* workloadsBehind */.RC)(service, world).includes(workload));
/** Whether there are pods of the workloads that a PodMonitor chooses. */
const monitoredPodsHop = (aim) => {
    const [first] = aim.at;
    if (first === undefined)
        return { hop: pods_hop_hop, status: "unknown", why: "No workload in sight has such pods: they may be made by a controller." };
    const running = aim.at.find(({ empty }) => !empty);
    if (running !== undefined)
        return { hop: pods_hop_hop, status: "ok", why: `${(0,core_finding/* nameOf */.Vb)(running.object.ref)} makes such pods.` };
    return {
        hop: pods_hop_hop,
        status: "broken",
        why: `${(0,core_finding/* nameOf */.Vb)(first.object.ref)} is scaled to ${(0,json_word/* jsonWord */.b)((0,kubernetes_manifest/* valueAt */.f)(first.object.body, ["spec", "replicas"]))} replicas.`,
        ...(0,path_verdict/* placed */.GS)(first.object, ["spec", "replicas"]),
        check: "service-selector-no-pods",
    };
};

;// CONCATENATED MODULE: ./build/src/signal/metrics/address-hops.js




/**
 * What becomes of a fixed address: whether it names a Service in sight, whether that has the port, and
 * whether pods stand behind it.
 */
const addressVerdicts = (address, world) => {
    const { monitor, path, text, scheme } = address;
    const at = (0,path_verdict/* placed */.GS)(monitor, path);
    const service = serviceAt(address, world);
    if (service === undefined) {
        const unknown = {
            status: "unknown",
            why: `${text} is no Service in sight: whether something answers there cannot be seen.`,
            ...at,
        };
        return { service: unknown, port: unknown, pods: [unknown] };
    }
    const number = Number(/:(\d+)$/.exec(text)?.[1] ?? (scheme === "https" ? 443 : 80));
    const name = (0,core_finding/* nameOf */.Vb)(service.object.ref);
    const ports = service.ports.filter((port) => port.number === number);
    const has = service.ports.map((port) => String(port.number)).join(", ") || "none";
    // A headless Service has no address of its own: the port is the pods'.
    const headless = service.object.body["spec"] !== undefined && isHeadless(service);
    return {
        service: { status: "ok", why: `${text} is ${name}.`, ...at },
        port: ports.length > 0 || service.external || headless
            ? { status: "ok", why: `${name} has the port ${number}.`, ...at }
            : {
                status: "broken",
                why: `${name} has no port ${number}; it has ${has}.`,
                ...at,
                check: "servicemonitor-port-not-found",
            },
        pods: service.external
            ? [{ status: "unknown", why: `${name} is another name for a host that cannot be seen.`, ...at }]
            : podVerdicts(service, ports, "endpoints", world),
    };
};
const isHeadless = ({ object }) => {
    const spec = object.body["spec"];
    return typeof spec === "object" && spec !== null && "clusterIP" in spec && spec["clusterIP"] === "None";
};
/**
 * `name`, `name.namespace`, `name.namespace.svc` and `name.namespace.svc.cluster.local`, as the
 * cluster's DNS resolves them.
 */
const serviceAt = ({ text, namespace }, world) => {
    const host = text.replace(/:\d+$/, "").replace(/\.$/, "");
    const [name = "", space = namespace, svc = "svc", ...rest] = host.split(".");
    const inCluster = svc === "svc" && (rest.length === 0 || rest.join(".") === "cluster.local");
    return inCluster ? (0,world_services/* serviceNamed */.fD)(world, space, name) : undefined;
};

;// CONCATENATED MODULE: ./build/src/signal/metrics/address-path.js








/** The hops of a Probe from its targets to the prober that is scraped in their stead. */
const probeHops = (probe, prometheus, world) => {
    const address = writtenAt(probe, ["spec", "prober", "url"], prometheus, world);
    const prober = addressVerdicts(address, world);
    return [
        probedNamespaces(probe, prometheus, world),
        (0,path_verdict/* hopOfAll */._Q)("monitor-selects-service", [probedTargets(probe, prometheus, world), prober.service]),
        (0,path_verdict/* hopOfAll */._Q)("port-exists", [prober.port]),
        (0,path_verdict/* hopOfAll */._Q)("pods-exist", prober.pods),
    ];
};
const probedNamespaces = (probe, prometheus, world) => {
    const hop = "monitor-selects-namespace";
    if ((0,monitor_jobs/* staticTargets */.Z)(probe.body) !== null)
        return { hop, status: "ok", why: "Its targets are fixed addresses." };
    const names = (0,monitor_namespaces/* monitoredNamespaces */.OU)(probe, prometheus, world);
    const known = names === "all" || names.some((name) => world.knowsNamespace(name));
    const why = `It looks for Ingresses in ${names === "all" ? "all namespaces" : names.join(", ")}`;
    const at = (0,path_verdict/* placed */.GS)(probe, ["spec", "targets", "ingress"]);
    return known
        ? { hop, status: "ok", why: `${why}.`, ...at }
        : { hop, status: "unknown", why: `${why}, of which nothing is in sight.`, ...at };
};
const probedTargets = (probe, prometheus, world) => {
    const count = (0,targets/* predictTargets */.e)(probe, world, prometheus).length;
    const at = (0,path_verdict/* placed */.GS)(probe, ["spec", "targets"]);
    return count > 0
        ? { status: "ok", why: `It has ${count === 1 ? "one target" : `${count} targets`}.`, ...at }
        : { status: "unknown", why: "No Ingress in sight is among its targets.", ...at };
};
const writtenAt = (monitor, path, prometheus, world) => ({
    monitor,
    path,
    text: String((0,kubernetes_manifest/* valueAt */.f)(monitor.body, path) ?? ""),
    scheme: ((0,json_fields/* textAt */.$6)(monitor.body, ["spec", "prober", "scheme"]) ??
        (0,json_fields/* textAt */.$6)(monitor.body, ["spec", "scheme"]) ??
        "http").toLowerCase(),
    namespace: prometheus === null ? world.releaseNamespace : (0,world_namespaces/* namespaceOf */.N6)(prometheus, world),
});
/**
 * The hops of a ScrapeConfig: of its fixed addresses, and of what it finds in the cluster. What other
 * discoveries find cannot be seen.
 */
const scrapeConfigHops = (config, prometheus, world) => {
    const fixed = (0,json_fields/* objectsAt */.yR)(config.body, ["spec", "staticConfigs"]).flatMap((one, index) => (0,json_fields/* textsAt */.i1)(one, ["targets"]).map((_, place) => addressVerdicts(writtenAt(config, ["spec", "staticConfigs", index, "targets", place], prometheus, world), world)));
    const found = discovered(config, prometheus, world);
    const none = fixed.length + found.length === 0 ? withoutTargets(config) : [];
    return [
        { hop: "monitor-selects-namespace", status: "ok", why: "A ScrapeConfig says itself where to look." },
        (0,path_verdict/* hopOfAll */._Q)("monitor-selects-service", [...fixed.map(({ service }) => service), ...found, ...none]),
        (0,path_verdict/* hopOfAll */._Q)("port-exists", [...fixed.map(({ port }) => port), ...found, ...none.map(address_path_hidden)]),
        (0,path_verdict/* hopOfAll */._Q)("pods-exist", [...fixed.flatMap(({ pods }) => pods), ...found, ...none.map(address_path_hidden)]),
    ];
};
const withoutTargets = (config) => [
    {
        status: "broken",
        why: "It names neither targets nor a discovery, and then nothing is scraped.",
        ...(0,path_verdict/* placed */.GS)(config, ["spec"]),
        check: "servicemonitor-no-matching-service",
    },
];
const address_path_hidden = () => ({
    status: "unknown",
    why: "There is no target whose port and pods could be looked for.",
});
const discovered = (config, prometheus, world) => {
    const spec = config.body["spec"];
    const fields = typeof spec === "object" && spec !== null ? Object.keys(spec) : [];
    const others = fields.filter((field) => field.endsWith("SDConfigs") && field !== "kubernetesSDConfigs");
    const unseen = others.map((field) => ({
        status: "unknown",
        why: `What ${field} finds cannot be seen from here.`,
        ...(0,path_verdict/* placed */.GS)(config, ["spec", field]),
    }));
    if (!fields.includes("kubernetesSDConfigs"))
        return unseen;
    const at = (0,path_verdict/* placed */.GS)(config, ["spec", "kubernetesSDConfigs"]);
    const seen = (0,targets/* predictTargets */.e)(config, world, prometheus).some(({ discovered: labels, certain }) => certain && "__meta_kubernetes_namespace" in labels);
    const verdict = seen
        ? { status: "ok", why: "It finds targets among the objects in sight.", ...at }
        : { status: "unknown", why: "Among the objects in sight it finds no target for certain.", ...at };
    return [...unseen, verdict];
};

// EXTERNAL MODULE: ./build/src/signal/scrape/endpoint-path.js
var endpoint_path = __webpack_require__(95203);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-class.js
var scrape_class = __webpack_require__(20663);
;// CONCATENATED MODULE: ./build/src/signal/metrics/kept-hop.js







/** Whether the relabelings of a ServiceMonitor or PodMonitor, and of its scrape class, leave each endpoint a target. */
const keptHop = (monitor, world) => {
    const hop = "targets-are-kept";
    const scraper = (0,targets/* scraperOf */.K)(monitor, world);
    const scrapeClass = (0,scrape_class/* placedClassOf */.XR)(monitor, scraper);
    const byClass = (0,json_fields/* objectsAt */.yR)(scrapeClass?.body, ["relabelings"]);
    const relabeled = (0,endpoint_path/* endpointsOf */.uY)(monitor).flatMap((endpoint, index) => (0,json_fields/* objectsAt */.yR)(endpoint, ["relabelings"]).length + byClass.length > 0 ? [index] : []);
    if (relabeled.length === 0)
        return { hop, status: "ok", why: "It has no relabeling that drops targets." };
    const bare = withoutRelabelings(monitor);
    const seen = {
        monitor,
        scrapeClass: byClass.length > 0 ? scrapeClass : null,
        found: (0,targets/* predictTargets */.e)(bare, world, scraper === null ? null : (0,scrape_class/* withoutClassRelabelings */.PO)(scraper)),
        leftByClass: (0,targets/* predictTargets */.e)(bare, world, scraper),
        left: (0,targets/* predictTargets */.e)(monitor, world, scraper),
    };
    const verdicts = relabeled.flatMap((index) => verdictOf(index, seen));
    return verdicts.length === 0
        ? { hop, status: "ok", why: "It finds no target that its relabelings could drop." }
        : (0,path_verdict/* hopOfAll */._Q)(hop, verdicts);
};
const verdictOf = (index, seen) => {
    const ofEndpoint = ({ endpoint }) => endpoint === index;
    const found = seen.found.filter(ofEndpoint);
    if (!found.some(({ certain }) => certain))
        return [];
    const kept = seen.left.filter(ofEndpoint);
    if (kept.some(({ certain }) => certain))
        return [{ status: "ok", why: "Its relabelings keep targets." }];
    const { whose, rules, at } = blame(index, seen);
    const unknown = kept.length > 0 ? "by what is known only in the cluster" : mayBeInjected(index, seen);
    if (unknown !== null)
        return [{ status: "unknown", why: `${whose} keep or drop targets ${unknown}.`, ...at }];
    return [
        {
            status: "broken",
            why: `${whose} drop every target that it finds (${found.length}), so that nothing is scraped.`,
            ...at,
            fix: { description: adviceOn(rules), edits: [] },
            check: "servicemonitor-drops-its-targets",
        },
    ];
};
/** Whose rules take the last target, those rules, and where they stand. */
const blame = (index, { monitor, scrapeClass, leftByClass }) => {
    const path = [...(0,endpoint_path/* endpointPath */.nM)(monitor, index), "relabelings"];
    const own = (0,json_fields/* objectsAt */.yR)(monitor.body, path);
    const left = leftByClass.filter(({ endpoint }) => endpoint === index);
    if (scrapeClass === null || (own.length > 0 && left.length > 0))
        return { whose: "Its relabelings", rules: own, at: (0,path_verdict/* placed */.GS)(monitor, path) };
    const { body, prometheus, path: classPath, words } = scrapeClass;
    return {
        whose: `The relabelings of ${words}`,
        rules: (0,json_fields/* objectsAt */.yR)(body, ["relabelings"]),
        at: (0,path_verdict/* placed */.GS)(prometheus, [...classPath, "relabelings"]),
    };
};
/**
 * Besides by rules, Prometheus drops a target that has no address, or no timeout within its interval.
 * https://github.com/prometheus/prometheus/blob/v3.13.1/scrape/target.go
 */
const adviceOn = (rules) => rules.some(({ action }) => /^(?:keep|drop)/i.test(String(action ?? "")))
    ? "Keep what the labels of a target are: `regex` has to match all of their value, and an absent label is empty."
    : "Leave a target its labels that begin with `__`: without `__address__`, or with a `__scrape_timeout__` that is above `__scrape_interval__`, Prometheus drops it.";
/**
 * Service meshes and others add containers to pods as these are created, and annotations with them: a PodMonitor that
 * keeps targets by their container may mean one that no file has.
 * https://github.com/istio/istio/blob/8fb266ccd3af4532197509bb35ae61e06db6e302/samples/addons/extras/prometheus-operator.yaml
 */
const mayBeInjected = (index, { monitor, scrapeClass }) => {
    const own = (0,json_fields/* objectsAt */.yR)(monitor.body, [...(0,endpoint_path/* endpointPath */.nM)(monitor, index), "relabelings"]);
    const byContainer = [...(0,json_fields/* objectsAt */.yR)(scrapeClass?.body, ["relabelings"]), ...own].some(({ sourceLabels }) => [sourceLabels].flat().some((label) => String(label).startsWith("__meta_kubernetes_pod_container_")));
    return monitor.ref.kind === "PodMonitor" && byContainer
        ? "by a container that the cluster may add to the pods"
        : null;
};
const withoutRelabelings = (0,once/* once */.O)((monitor) => {
    const spec = (0,kubernetes_manifest/* valueAt */.f)(monitor.body, ["spec"]);
    const [, list = ""] = (0,endpoint_path/* endpointsPath */.Uk)(monitor) ?? [];
    const endpoints = (0,endpoint_path/* endpointsOf */.uY)(monitor).map(({ relabelings: _, ...endpoint }) => endpoint);
    return { ...monitor, body: { ...monitor.body, spec: { ...spec, [list]: endpoints } } };
});

;// CONCATENATED MODULE: ./build/src/signal/metrics/container-port.js


const container_port_hop = "port-exists";
const notFound = "servicemonitor-port-not-found";
/** Whether a container of the workloads declares the port: by name where it is a text, else by number. */
const containerVerdict = (workloads, port, field) => {
    const ports = workloads.flatMap(({ containers }) => containers.flatMap((container) => container.ports));
    const regexp = typeof port === "string" ? (0,anchored_regexp/* anchoredRegexp */.q)(port) : null;
    const fits = (one) => typeof port === "number" ? one.number === port : (regexp?.test(one.name) ?? false);
    const what = typeof port === "number" ? String(port) : `named "${port}"`;
    if (workloads.length === 0)
        return { status: "unknown", why: `No pods are in sight whose containers could have a port ${what}.` };
    if (ports.some(fits))
        return { status: "ok", why: `A container of the pods has the port ${what}.` };
    const has = ports.map(({ name, number }) => (name === "" ? String(number) : `"${name}" (${number})`));
    return {
        status: "broken",
        why: `\`${field}\` asks for a container's port ${what}; ${has.length === 0 ? "the containers declare none" : `there is ${[...new Set(has)].join(", ")}`}.`,
        check: notFound,
    };
};
/** A monitor without endpoints scrapes nothing. */
const withoutEndpoints = (monitor, path) => ({
    hop: container_port_hop,
    status: "broken",
    why: "It has no endpoints, and then nothing is scraped.",
    ...(0,path_verdict/* placed */.GS)(monitor, path),
    check: notFound,
});

;// CONCATENATED MODULE: ./build/src/signal/metrics/pod-port-hop.js





const pod_port_hop_hop = "port-exists";
const pod_port_hop_notFound = "servicemonitor-port-not-found";
/** Whether every endpoint of a PodMonitor names a port that the pods' containers declare. */
const podPortHop = (monitor, aim, world) => {
    const endpoints = (0,json_fields/* objectsAt */.yR)(monitor.body, ["spec", "podMetricsEndpoints"]);
    if (endpoints.length === 0)
        return withoutEndpoints(monitor, ["spec", "podMetricsEndpoints"]);
    return (0,path_verdict/* hopOfAll */._Q)(pod_port_hop_hop, endpoints.map((endpoint, index) => podVerdict(monitor, aim.at, endpoint, ["spec", "podMetricsEndpoints", index], world)));
};
const podVerdict = (monitor, workloads, endpoint, path, world) => {
    const [field, port] = askedPort(endpoint);
    const at = (0,path_verdict/* placed */.GS)(monitor, [...path, field]);
    if (port === null)
        return workloads.length === 0
            ? { status: "unknown", why: "It names no port, and no pods are in sight.", ...at }
            : { status: "ok", why: "It names no port, which means every port of the containers.", ...at };
    const verdict = containerVerdict(workloads, port, field);
    if (verdict.status !== "broken" || field !== "port")
        return { ...at, ...verdict };
    const names = workloads.flatMap(({ containers }) => containers.flatMap((one) => one.ports.map(({ name }) => name)));
    const numbered = workloads
        .flatMap(({ containers }) => containers.flatMap((one) => one.ports))
        .find(({ number, name }) => String(number) === port && name !== "");
    const [only, ...others] = new Set(names.filter((name) => name !== ""));
    const name = numbered?.name ?? (others.length === 0 ? only : undefined);
    const edits = name === undefined ? [null] : [(0,scalar_edit/* scalarEdit */.N2)(monitor, [...path, "port"], { old: String(port), value: name }, world)];
    const check = /^\d+$/.test(String(port)) ? "servicemonitor-port-is-number" : pod_port_hop_notFound;
    return { ...at, ...verdict, ...choice_hops_fixOf(`Name the container's port: \`port: ${name}\`.`, edits), check };
};
const askedPort = (endpoint) => {
    const port = (0,json_fields/* textAt */.$6)(endpoint, ["port"]);
    if (port !== null)
        return ["port", port];
    const number = endpoint["portNumber"];
    if (typeof number === "number" && number !== 0)
        return ["portNumber", number];
    const target = endpoint["targetPort"];
    return ["targetPort", (typeof target === "number" || typeof target === "string") && target ? target : null];
};

// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(47785);
;// CONCATENATED MODULE: ./build/src/signal/metrics/port-hop.js











const port_hop_hop = "port-exists";
const port_hop_notFound = "servicemonitor-port-not-found";
/**
 * Whether every endpoint of a ServiceMonitor names a port that the Services have: by the Service port's *name*,
 * or by the container's port.
 */
const servicePortHop = (monitor, aim, world) => {
    const endpoints = (0,json_fields/* objectsAt */.yR)(monitor.body, ["spec", "endpoints"]);
    if (endpoints.length === 0)
        return withoutEndpoints(monitor, ["spec", "endpoints"]);
    return (0,path_verdict/* hopOfAll */._Q)(port_hop_hop, endpoints.map((endpoint, index) => {
        const one = { monitor, services: aim.at, endpoint, path: ["spec", "endpoints", index], world };
        const verdict = judge(one);
        if (verdict.status === "ok")
            return verdict;
        return { ...(0,path_verdict/* placed */.GS)(monitor, [...one.path, "port" in endpoint ? "port" : "targetPort"]), ...verdict };
    }));
};
const judge = (one) => {
    const { endpoint, services, world } = one;
    const port = endpoint["port"];
    if (typeof port === "number")
        return { ...isNumber(one, String(port)), check: "kubernetes-schema-invalid" };
    if (port !== undefined && port !== null && port !== "")
        return port_hop_byName(one, String(port));
    const target = endpoint["targetPort"];
    if ((typeof target === "string" || typeof target === "number") && target) {
        const workloads = services.flatMap((service) => (0,world_services/* workloadsBehind */.RC)(service, world));
        return containerVerdict(workloads, target, "targetPort");
    }
    return services.length === 0
        ? { status: "unknown", why: "It names no port, and no Service is in sight." }
        : { status: "ok", why: "It names no port, which means every port." };
};
const port_hop_byName = (one, port) => {
    const { services } = one;
    const names = services.flatMap((service) => service.ports.map(({ name }) => name));
    const regexp = (0,anchored_regexp/* anchoredRegexp */.q)(port);
    const found = services.find((service) => service.ports.some(({ name }) => regexp?.test(name)));
    if (found !== undefined)
        return { status: "ok", why: `${(0,core_finding/* nameOf */.Vb)(found.object.ref)} has the port "${port}".` };
    if (/^\d+$/.test(port))
        return isNumber(one, port);
    if (services.length === 0)
        return { status: "unknown", why: `No Service is in sight that could have a port named "${port}".` };
    // Ports that some controller adds to what another one wrote cannot be seen; a Service
    // without ports has none to offer.
    return names.length > 0 && names.every((name) => name === "") ? unnamed(one, port) : port_hop_missing(one, port);
};
const isNumber = (one, port) => {
    const ports = one.services.flatMap((service) => service.ports);
    const named = ports.filter(({ name }) => name !== "");
    const same = named.filter(({ number, target }) => number === Number(port) || target === Number(port));
    const [only, ...others] = new Set((same.length > 0 ? same : named).map(({ name }) => name));
    const known = named.length === 0 ? "" : ` Names it could be: ${listed(named)}.`;
    return {
        status: "broken",
        why: `\`port\` takes the name of a Service's port, and "${port}" is a number.${known}`,
        ...(only !== undefined && others.length === 0 ? portFix(one, port, only) : {}),
        check: "servicemonitor-port-is-number",
    };
};
/** The name goes to the Service where the tree has it; else the monitor takes the container's port. */
const unnamed = (one, port) => {
    const { services, monitor, world, path } = one;
    const [service] = services;
    const why = `${services.map(({ object }) => (0,core_finding/* nameOf */.Vb)(object.ref)).join(" and ")} gives its port no name, and \`port: ${port}\` asks for one.`;
    const check = "service-port-unnamed";
    if (service === undefined || services.length > 1 || service.ports.length !== 1)
        return { status: "broken", why, check };
    if ((0,world_world/* isOwn */.N)(service.object)) {
        const edit = firstKeyEdit(service.object, ["spec", "ports", 0], { key: "name", value: port }, world);
        const place = (0,path_verdict/* placed */.GS)(service.object, ["spec", "ports", 0]);
        return { status: "broken", why, ...place, ...choice_hops_fixOf(`Name the Service's port \`${port}\`.`, [edit]), check };
    }
    const [number] = targetsBehind(service, world);
    if (number === undefined)
        return { status: "broken", why, check };
    const edit = pairEdit(monitor, [...path, "port"], { key: "targetPort", value: number }, world);
    return {
        status: "broken",
        why,
        ...choice_hops_fixOf(`Name the container's port instead: \`targetPort: ${number}\`.`, [edit]),
        check,
    };
};
/** Numbers of declared container ports that the Service's ports lead to. */
const targetsBehind = (service, world) => (0,world_services/* workloadsBehind */.RC)(service, world).flatMap((workload) => service.ports.flatMap((port) => {
    const number = (0,world_services/* targetNumber */.Bi)(port, workload);
    const declared = workload.containers.some(({ ports }) => ports.some((one) => one.number === number));
    return number !== null && declared ? [number] : [];
}));
const port_hop_missing = (one, port) => {
    const { services, world } = one;
    const ports = services.flatMap((service) => service.ports).filter(({ name }) => name !== "");
    const container = services
        .flatMap((service) => (0,world_services/* workloadsBehind */.RC)(service, world))
        .flatMap(({ containers }) => containers)
        .find((found) => found.ports.some(({ name }) => name === port));
    const trap = container === undefined
        ? ""
        : ` A port of the container ${container.name} is called so, but \`port\` takes the name of the Service's port.`;
    const names = services.map(({ object }) => (0,core_finding/* nameOf */.Vb)(object.ref));
    const whose = [...names.slice(0, 3), ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(" and ");
    const wanted = port_hop_nearest(port, ports);
    return {
        status: "broken",
        why: `${whose} has no port named "${port}"; it has ${ports.length === 0 ? "none" : listed(ports)}.${trap}`,
        ...(wanted === null ? {} : portFix(one, port, wanted)),
        check: port_hop_notFound,
    };
};
const portFix = ({ monitor, path, world }, old, name) => choice_hops_fixOf(`Name the Service's port: \`port: ${name}\`.`, [
    (0,scalar_edit/* scalarEdit */.N2)(monitor, [...path, "port"], { old, value: name }, world),
]);
/** The only name there is, or the only one that differs by a slip of the pen. */
const port_hop_nearest = (port, ports) => {
    const names = [...new Set(ports.map(({ name }) => name))];
    const near = names.length === 1 ? names : names.filter((name) => (0,leven/* default */.A)(name, port) <= 2);
    return near.length === 1 ? (near[0] ?? null) : null;
};
const listed = (ports) => [...new Set(ports.map(({ name, number }) => `"${name}" (${number})`))].join(", ");

;// CONCATENATED MODULE: ./build/src/world/granted-access.js



/**
 * Whether the account may list and watch the objects in the namespace (null: in all of them). `unknown` where a binding
 * in sight names a role that is not, or the account itself is not of the tree.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
const mayWatch = (account, listed, namespace, world) => {
    const verdicts = bindingsOf(account, namespace, world).map(({ body, namespace: at }) => roleGrants(body["roleRef"], at, listed, world));
    if (verdicts.includes(true))
        return true;
    const known = (0,world_namespaces/* objectIn */.D7)(world, "ServiceAccount", account.namespace, account.name) !== undefined;
    return verdicts.includes("unknown") || !known ? "unknown" : false;
};
const bindingsOf = (account, namespace, world) => [
    ...world.ofKind("ClusterRoleBinding").map(({ body }) => ({ body, namespace: null })),
    ...world
        .ofKind("RoleBinding")
        .filter((binding) => namespace !== null && (0,world_namespaces/* namespaceOf */.N6)(binding, world) === namespace)
        .map(({ body }) => ({ body, namespace })),
].filter(({ body, namespace: at }) => (0,json_fields/* listOf */.c3)(body["subjects"]).some((subject) => names(subject, account, at)));
const names = (subject, account, namespace) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(subject))
        return false;
    const { kind, name } = subject;
    if (kind === "ServiceAccount")
        return name === account.name && (subject["namespace"] ?? namespace) === account.namespace;
    if (kind === "User")
        return name === `system:serviceaccount:${account.namespace}:${account.name}`;
    return ["system:serviceaccounts", `system:serviceaccounts:${account.namespace}`, "system:authenticated"].includes(String(name));
};
const roleGrants = (roleRef, namespace, listed, world) => {
    const name = String((0,kubernetes_manifest/* valueAt */.f)(roleRef, ["name"]));
    const clusterWide = (0,kubernetes_manifest/* valueAt */.f)(roleRef, ["kind"]) === "ClusterRole";
    const role = clusterWide
        ? world.ofKind("ClusterRole").find(({ ref }) => ref.name === name)
        : (0,world_namespaces/* objectIn */.D7)(world, "Role", namespace ?? "", name);
    if (role === undefined)
        return name === "cluster-admin" ? true : "unknown";
    if (granted_access_rulesOf(role).some((rule) => grants(rule, listed)))
        return true;
    // What an aggregated role contains is put together in the cluster.
    return role.body["aggregationRule"] === undefined ? false : "unknown";
};
/** A rule for objects by name does not let anybody list all of them. */
const grants = (rule, { group, resource }) => holds(rule["apiGroups"], group) &&
    holds(rule["resources"], resource) &&
    ["list", "watch"].every((verb) => holds(rule["verbs"], verb)) &&
    (0,json_fields/* listOf */.c3)(rule["resourceNames"]).length === 0;
const granted_access_rulesOf = ({ body }) => (0,json_fields/* listOf */.c3)(body["rules"]).filter(kubernetes_manifest/* isObject */.G);
const holds = (list, value) => (0,json_fields/* listOf */.c3)(list).includes(value) || (0,json_fields/* listOf */.c3)(list).includes("*");

// EXTERNAL MODULE: ./build/src/signal/operator/selection.js
var selection = __webpack_require__(89326);
;// CONCATENATED MODULE: ./build/src/signal/metrics/rbac-hop.js













/** Whether the account under which Prometheus runs may list and watch what the monitor makes it discover. */
const rbacHop = (monitor, world) => {
    const hop = "rbac-allows-discovery";
    const judges = (0,selection/* judging */.R3)(monitor, (0,monitor_selection/* selectionOf */.Wm)(monitor.ref.kind), world);
    const verdicts = judges.map((prometheus) => rbac_hop_judge(monitor, prometheus, world));
    const best = verdicts.find(({ status }) => status === "ok") ??
        verdicts.find(({ status }) => status === "unknown") ??
        verdicts[0];
    if (best === undefined)
        return { hop, status: "unknown", why: "No Prometheus is in sight whose account could be judged." };
    const { status, why } = best;
    if (status === "ok")
        return { hop, status, why };
    return {
        hop,
        status,
        why,
        ...(0,path_verdict/* placed */.GS)(monitor, best.path),
        ...(status === "broken" ? { check: "prometheus-rbac-insufficient" } : {}),
    };
};
const rbac_hop_judge = (monitor, prometheus, world) => {
    const account = accountOf(prometheus, world);
    const who = `the ServiceAccount ${account.namespace}/${account.name} of ${(0,core_finding/* nameOf */.Vb)(prometheus.ref)}`;
    const needs = discoveryNeeds(monitor, prometheus, world);
    const path = ["spec", "namespaceSelector"];
    if (needs.length === 0)
        return { status: "ok", why: "Its targets are not discovered through Kubernetes.", path };
    const asked = needs.map((need) => ({ ...need, may: mayWatch(account, need.listed, need.namespace, world) }));
    const refused = asked.filter(({ may }) => may === false);
    const unseen = asked.filter(({ may }) => may === "unknown");
    const words = (list) => [...new Set(list.map(describe))].join(", ");
    if (refused.length > 0) {
        const why = `No Role or ClusterRole bound to ${who} lets it list and watch ${words(refused)}: it discovers no target there.`;
        return { status: "broken", why, path };
    }
    if (unseen.length > 0) {
        const why = `Whether ${who} may list and watch ${words(unseen)} cannot be seen: the account or its role is not of the tree.`;
        return { status: "unknown", why, path };
    }
    return { status: "ok", why: `${(0,sentence/* capital */.N)(who)} may list and watch ${words(asked)}.`, path };
};
const describe = ({ listed, namespace }) => `${listed.resource} in ${namespace === null ? "all namespaces" : namespace}`;
/** Without a name the pods run under the namespace's own account. */
const accountOf = (prometheus, world) => {
    const name = (0,kubernetes_manifest/* valueAt */.f)(prometheus.body, ["spec", "serviceAccountName"]);
    return {
        namespace: (0,world_namespaces/* namespaceOf */.N6)(prometheus, world),
        name: typeof name === "string" && name !== "" ? name : "default",
    };
};
const services = { group: "", resource: "services" };
const endpoints = { group: "", resource: "endpoints" };
const slices = { group: "discovery.k8s.io", resource: "endpointslices" };
const pods = { group: "", resource: "pods" };
const nodes = { group: "", resource: "nodes" };
const ingresses = { group: "networking.k8s.io", resource: "ingresses" };
/**
 * What each role of Kubernetes service discovery lists and watches.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config
 */
const byRole = {
    pod: [pods],
    service: [services],
    endpoints: [services, endpoints, pods],
    endpointslice: [services, slices, pods],
    node: [nodes],
    ingress: [ingresses],
};
/**
 * What the Prometheus lists and watches to find the monitor's targets; nothing where they are not discovered
 * through its own API server.
 */
const discoveryNeeds = (monitor, prometheus, world) => {
    const { body, ref } = monitor;
    const looksIn = (0,monitor_namespaces/* monitoredNamespaces */.OU)(monitor, prometheus, world);
    const namespaces = looksIn === "all" ? [null] : looksIn;
    const of = (role) => namespaces.flatMap((namespace) => (byRole[role] ?? []).map((listed) => ({ listed, namespace })));
    const withNodes = (0,scrape_class/* attachesNode */.iY)(monitor, prometheus, world) ? [allNodes] : [];
    if (ref.kind === "ServiceMonitor")
        return [...of((0,scrape_job/* roleOf */.kp)(monitor, prometheus)), ...withNodes];
    if (ref.kind === "PodMonitor")
        return [...of("pod"), ...withNodes];
    if (ref.kind === "Probe")
        return (0,monitor_jobs/* staticTargets */.Z)(body) === null && (0,kubernetes_manifest/* isObject */.G)((0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "targets", "ingress"])) ? of("ingress") : [];
    return scrapeConfigNeeds(monitor, prometheus, world);
};
const allNodes = { listed: nodes, namespace: null };
const scrapeConfigNeeds = (monitor, prometheus, world) => (0,json_fields/* objectsAt */.yR)(monitor.body, ["spec", "kubernetesSDConfigs"])
    .filter((config) => (config["apiServer"] ?? null) === null)
    .flatMap((config) => {
    const role = String(config["role"]).toLowerCase();
    // Its "own" namespace is the one in which Prometheus runs.
    const own = (0,kubernetes_manifest/* valueAt */.f)(config, ["namespaces", "ownNamespace"]) === true ? [(0,world_namespaces/* namespaceOf */.N6)(prometheus, world)] : [];
    const all = [...(0,json_fields/* textsAt */.i1)(config, ["namespaces", "names"]), ...own];
    // Nodes lie in no namespace.
    const namespaces = all.length === 0 || role === "node" ? [null] : all;
    const needs = namespaces.flatMap((namespace) => (byRole[role] ?? []).map((listed) => ({ listed, namespace })));
    return (0,scrape_class/* discoveryAttachesNode */.Y7)(config, prometheus, world) ? [...needs, allNodes] : needs;
});

// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-failure.js + 3 modules
var scrape_failure = __webpack_require__(423);
// EXTERNAL MODULE: ./build/src/signal/scrape/served-path.js
var served_path = __webpack_require__(99351);
;// CONCATENATED MODULE: ./build/src/signal/metrics/served-hop.js









/** Whether the pods that a monitor finds have metrics where it asks for them, and Prometheus can take these. */
const servedHop = (monitor, world) => {
    const hop = "metrics-are-served";
    const verdicts = (0,targets/* predictTargets */.e)(monitor, world).flatMap((target) => {
        const served = (0,served_path/* isServed */.S)(target);
        const failure = (0,scrape_failure/* scrapeFailureOf */.yw)(target, world);
        return [
            ...(served === null ? [] : [served ? good : wrong(monitor, target, world)]),
            ...(failure === null ? [] : [failing(failure)]),
        ];
    });
    return verdicts.length === 0
        ? { hop, status: "ok", why: "It finds no GPU exporter in sight: where others have their metrics is not judged." }
        : (0,path_verdict/* hopOfAll */._Q)(hop, verdicts);
};
const good = { status: "ok", why: `dcgm-exporter has its metrics at ${served_path/* exporterPath */.r}.` };
const failing = ({ status, why, object, path, advice }) => ({
    status,
    why,
    ...(0,path_verdict/* placed */.GS)(object, path),
    ...(status === "broken" && { fix: { description: advice, edits: [] }, check: "servicemonitor-scrape-fails" }),
});
const wrong = (monitor, target, world) => {
    const endpoint = (0,endpoint_path/* endpointPath */.nM)(monitor, target.endpoint);
    const field = [...endpoint, monitor.ref.kind === "ScrapeConfig" ? "metricsPath" : "path"];
    const written = (0,json_fields/* textAt */.$6)(monitor.body, field);
    const at = (0,kubernetes_manifest/* valueAt */.f)(monitor.body, field) === undefined ? endpoint : field;
    const edit = written === null ? null : (0,scalar_edit/* scalarEdit */.N2)(monitor, field, { old: written, value: served_path/* exporterPath */.r }, world);
    return {
        status: "broken",
        why: `Prometheus asks for ${target.path}, and dcgm-exporter has its metrics at ${served_path/* exporterPath */.r} alone: every scrape ends with 404.`,
        ...(0,path_verdict/* placed */.GS)(monitor, at),
        ...choice_hops_fixOf(`Ask for \`path: ${served_path/* exporterPath */.r}\`.`, [edit]),
        check: "servicemonitor-path-not-served",
    };
};

;// CONCATENATED MODULE: ./build/src/signal/metrics/unique-target-hop.js








/**
 * Whether the same Prometheus scrapes a target of the monitor a second time, for this monitor or for another: of the
 * tree, the chart or the exporter.
 */
const uniqueTargetHop = (monitor, world) => {
    const hop = "target-is-unique";
    let possible = null;
    for (const prometheus of (0,selection/* judging */.R3)(monitor, (0,monitor_selection/* selectionOf */.Wm)(monitor.ref.kind), world, selection/* isCertain */.te)) {
        const scraped = scrapedBy(world)(prometheus);
        const own = scraped.ofMonitor.get(monitor) ?? (0,targets/* predictTargets */.e)(monitor, world, prometheus);
        for (const target of own) {
            const twins = [...own, ...(scraped.atUrl.get(target.url) ?? [])].filter((other) => isTwin(target, other, world));
            const certain = target.certain ? twins.find((other) => other.certain) : undefined;
            if (certain !== undefined)
                return duplicate(monitor, target, certain);
            const [twin] = twins;
            if (twin !== undefined)
                possible ??= { target, twin };
        }
    }
    return possible === null
        ? { hop, status: "ok", why: "Nothing else in sight has Prometheus scrape the same targets." }
        : {
            hop,
            status: "unknown",
            why: `${possible.target.url} may be scraped for ${twinName(monitor, possible.twin, possible.target)} as well: relabeling decides in the cluster.`,
        };
};
const scrapedBy = (0,once/* once */.O)((world) => (0,once/* once */.O)((prometheus) => {
    const monitors = monitor_selection/* monitorKinds */.gD
        .flatMap((kind) => world.ofKind(kind))
        .filter((monitor) => (0,selection/* isCertain */.te)((0,selection/* choiceOf */.FH)(monitor, prometheus, (0,monitor_selection/* selectionOf */.Wm)(monitor.ref.kind), world)))
        .filter((monitor) => (0,monitor_acceptance/* rejectionOf */.h2)(monitor, prometheus, world) === null);
    const ofMonitor = new Map(monitors.map((monitor) => [monitor, (0,targets/* predictTargets */.e)(monitor, world, prometheus)]));
    return { ofMonitor, atUrl: Map.groupBy([...ofMonitor.values()].flat(), ({ url }) => url) };
}));
const isTwin = (target, other, world) => {
    if (target.url !== other.url)
        return false;
    const samePool = target.job === other.job && target.monitor === other.monitor;
    // Within one scrape pool Prometheus itself drops what has the same labels.
    if (samePool && sameLabels(target.labels, other.labels))
        return false;
    if (!samePool && !comesLater(target, other, world))
        return false;
    return overlap(target, other, world);
};
/** Of two monitors of the tree the later one is told; what the chart or the exporter brings is not for us to change. */
const comesLater = (target, other, world) => {
    if (target.monitor === other.monitor)
        return target.endpoint > other.endpoint;
    return !(0,world_world/* isOwn */.N)(other.monitor) || unique_target_hop_placeOf(other.monitor, world) < unique_target_hop_placeOf(target.monitor, world);
};
const unique_target_hop_placeOf = (monitor, world) => places(world).get(monitor) ?? -1;
const places = (0,once/* once */.O)((world) => new Map(monitor_selection/* monitorKinds */.gD.flatMap((kind) => world.ofKind(kind)).map((one, index) => [one, index])));
/** Whether some metric is stored for both: metric relabelings may share the metrics out among them. */
const overlap = (target, other, world) => {
    if (!target.dropsSeries && !other.dropsSeries)
        return true;
    const metrics = world.exporter.metrics?.filter(({ type }) => type !== "label") ?? [];
    return metrics.some(({ name }) => target.series(name, {}).kept === true && other.series(name, {}).kept === true);
};
const duplicate = (monitor, target, twin) => {
    const at = monitor.locate((0,endpoint_path/* endpointPath */.nM)(monitor, target.endpoint));
    const differing = differences(target.labels, twin.labels);
    const harm = differing.length === 0
        ? "with the same labels, and Prometheus refuses one of two samples of the same time"
        : `with other labels (${differing.join(", ")}), and every series is there twice: sums count double`;
    return {
        hop: "target-is-unique",
        status: "broken",
        why: `${target.url} is scraped for ${twinName(monitor, twin, target)} as well, ${harm}. Keep one of the two.`,
        ...(at === null ? {} : { at }),
        check: "servicemonitor-duplicate-target",
    };
};
const twinName = (monitor, twin, target) => {
    if (twin.monitor !== monitor)
        return (0,core_finding/* nameOf */.Vb)(twin.monitor.ref);
    return twin.endpoint === target.endpoint
        ? `${twin.service === null ? "another target" : (0,core_finding/* nameOf */.Vb)(twin.service.ref)} of the same endpoint`
        : `its endpoint ${twin.endpoint + 1}`;
};
const sameLabels = (a, b) => differences(a, b).length === 0;
const differences = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();

;// CONCATENATED MODULE: ./build/src/signal/metrics/metrics-path.js




















/**
 * The way of the metrics of every ServiceMonitor, PodMonitor, Probe and ScrapeConfig that the tree brings,
 * in the order of the render.
 */
const metricsPaths = (world) => monitor_selection/* monitorKinds */.gD.flatMap((kind) => world
    .ofKind(kind)
    .filter(world_world/* isOwn */.N)
    .map((monitor) => metricsPath(monitor, world)));
const metricsPath = (monitor, world) => {
    const hops = [
        ...(0,monitor_selection/* selectionHops */.Ns)(monitor, world),
        (0,monitor_acceptance/* acceptanceHop */.dK)(monitor, world),
        rbacHop(monitor, world),
        ...targetHops(monitor, world),
        keptHop(monitor, world),
        servedHop(monitor, world),
        uniqueTargetHop(monitor, world),
    ];
    const subject = (0,core_finding/* nameOf */.Vb)({ ...monitor.ref, namespace: (0,world_namespaces/* namespaceOf */.N6)(monitor, world) });
    return { signal: "metrics", subject, resource: monitor.ref, status: (0,signal_path/* statusOf */.c2)(hops), hops };
};
/** What is not certain to be meant has no say on ports and pods: they stay unknown. */
const surely = (aim) => (aim.certain ? aim : { ...aim, at: [] });
/** From the monitor to the pods: namespace, Service, port, pods. */
const targetHops = (monitor, world) => {
    const prometheus = (0,targets/* scraperOf */.K)(monitor, world);
    switch (monitor.ref.kind) {
        case "ServiceMonitor": {
            const aim = (0,metrics_aim/* aimOf */.Bx)(monitor, prometheus, (0,world_services/* servicesIn */.qp)(world), world);
            return [
                ...choiceHops(monitor, prometheus, aim, world),
                servicePortHop(monitor, surely(aim), world),
                servicePodsHop(monitor, surely(aim), (0,scrape_job/* roleOf */.kp)(monitor, prometheus), world),
            ];
        }
        case "PodMonitor": {
            const aim = (0,metrics_aim/* aimOf */.Bx)(monitor, prometheus, (0,workloads/* workloadsIn */.X)(world), world);
            return [
                ...choiceHops(monitor, prometheus, aim, world),
                podPortHop(monitor, surely(aim), world),
                monitoredPodsHop(surely(aim)),
            ];
        }
        case "Probe":
            return probeHops(monitor, prometheus, world);
        default:
            return scrapeConfigHops(monitor, prometheus, world);
    }
};

;// CONCATENATED MODULE: ./build/src/signal/resolve-signals.js









/**
 * The way of every signal that the tree brings: metrics of its monitors, alerts of its rules, dashboards of its
 * ConfigMaps. It presumes that everything rendered; `rules` are promtool's verdicts, which decide what the
 * operator makes of a rule.
 */
const resolveSignals = (stack, render, rules, exporter) => {
    const world = buildWorld(stack, render, exporter);
    const verdicts = new Map(rules.map((verdict) => [verdict.manifest, verdict]));
    const known = (0,known_metrics/* knownMetrics */.jh)(world, verdicts);
    const alerts = alertWays(world, known, verdicts);
    const dashboards = readDashboards(world);
    const ways = [...alerts.map(({ path }) => path), ...recordPaths(world, verdicts)];
    const paths = [...metricsPaths(world), ...ways, ...dashboardPaths(dashboards, known, world)].sort((a, b) => signal_path/* signals */.QO.indexOf(a.signal) - signal_path/* signals */.QO.indexOf(b.signal) || (0,core_finding/* compare */.UD)(a.subject, b.subject));
    return { world, known, alerts, dashboards, paths };
};

;// CONCATENATED MODULE: ./build/src/validate/promtool/pack-rules.js



/** Characters of a pack, which promtool holds as a tree. The real chart's rules are one of 157 kB. */
const mostText = 256 * 1024;
/** Packs in the order of the files. No group's name stands twice in one: that is wrong in a file, and right in two. */
const packed = (files) => {
    const packs = [];
    for (const file of files) {
        const names = groupsIn(file.content).map((group) => (0,kubernetes_manifest/* valueAt */.f)(group, ["name"]));
        let pack = packs.at(-1);
        if (pack === undefined ||
            pack.length + file.text.length > mostText ||
            names.some((name) => pack?.names.has(name))) {
            pack = { of: [], names: new Set(), length: 0 };
            packs.push(pack);
        }
        pack.of.push(file);
        for (const name of names)
            pack.names.add(name);
        pack.length += file.text.length;
    }
    return packs.map(({ of }, index) => packOf(of, index));
};
const packOf = (of, index) => {
    const [first] = of;
    if (first !== undefined && of.length === 1)
        return { name: first.name, text: first.text, of };
    const groups = of.flatMap(({ content }) => groupsIn(content));
    return { name: `pack-${index}.json`, text: ruleFileText({ groups }), of };
};
/** Whether promtool took all rules of the pack. */
const isTaken = ({ name, of }, said) => {
    const verdict = said.get(name);
    return verdict?.errors.length === 0 && verdict.rules === countRules(of.flatMap(({ content }) => groupsIn(content)));
};

;// CONCATENATED MODULE: ./build/src/validate/promtool/promtool.js







const promtool_timeoutMs = 30_000;
/** Files a run: an argument list is limited, 128 kB on old systems. */
const promtool_batch = 500;
/**
 * promtool has no other output than prose: per file "Checking <name>" and the count on stdout,
 * "<name>: <message>" on stderr.
 */
const readOutput = (completed, names) => {
    const counts = new Map();
    let current = "";
    for (const line of completed.stdout.split("\n")) {
        current = /^Checking (.+)$/.exec(line)?.[1] ?? current;
        const count = /^ {2}SUCCESS: (\d+) rules found$/.exec(line)?.[1];
        if (count !== undefined)
            counts.set(current, Number(count));
    }
    const known = new Set(names);
    const messages = [];
    for (const line of completed.stderr.split("\n")) {
        const [, file, text] = /^(\S+?): (.*)$/.exec(line) ?? [];
        const last = messages.at(-1);
        if (file !== undefined && known.has(file))
            messages.push({ file, text: text ?? "" });
        else if (last !== undefined && line.trim() !== "" && line !== "  FAILED:")
            last.text += `\n${line}`;
    }
    const byFile = Map.groupBy(messages, ({ file }) => file);
    return new Map(names.flatMap((name) => {
        const errors = [...new Set((byFile.get(name) ?? []).map(({ text }) => text.trim()))];
        const rules = counts.get(name);
        return rules === undefined && errors.length === 0 ? [] : [[name, { rules: rules ?? 0, errors }]];
    }));
};
/**
 * `promtool check rules` over all files, by their names. Throws OperatorError where promtool does
 * not say something of each.
 */
const runPromtool = async (files, features, outside) => {
    const verdicts = new Map();
    if (files.length === 0)
        return verdicts;
    const tool = await outside.tools.get("promtool");
    const known = openFacts(outside.memory, ["promtool check rules/1", (0,outside_tools/* toolIdentity */.P)(tool), ...features]);
    const unknown = files
        .map((file) => ({ ...file, text: ruleFileText(file.content) }))
        .filter(({ name, text }) => {
        const rules = known.get([text]);
        if (rules !== null)
            verdicts.set(name, { rules: Number(rules), errors: [] });
        return rules === null;
    });
    const ask = asking(tool.path, features, outside);
    const packs = packed(unknown);
    const whole = await ask(packs);
    // Only alone it is seen which of them has the error.
    const alone = packs.filter((pack) => pack.of.length > 1 && !isTaken(pack, whole)).flatMap(({ of }) => of);
    const each = await ask(alone);
    for (const { name, content, text } of unknown) {
        // What was in a pack of several that was taken was counted with them.
        const verdict = each.get(name) ?? whole.get(name) ?? { rules: countRules(groupsIn(content)), errors: [] };
        verdicts.set(name, verdict);
        if (verdict.errors.length === 0)
            known.learn([text], String(verdict.rules));
    }
    known.save();
    return verdicts;
};
const asking = (file, features, { exec, scratch }) => async (files) => {
    const verdicts = new Map();
    if (files.length === 0)
        return verdicts;
    const cwd = await scratch.folder("rules");
    for (let start = 0; start < files.length; start += promtool_batch) {
        const part = files.slice(start, start + promtool_batch);
        await Promise.all(part.map(({ name, text }) => scratch.write(`rules/${name}`, text)));
        const names = part.map(({ name }) => name);
        const args = (0,command_line/* commandLine */.a)({ verb: ["check", "rules", "--lint=none", ...features], positionals: names });
        const completed = await exec({ file, args, cwd, env: {}, timeoutMs: promtool_timeoutMs, costly: "invalid-input" });
        const said = readOutput(completed, names);
        for (const name of names) {
            const verdict = said.get(name);
            if (verdict === undefined)
                throw silent(completed);
            verdicts.set(name, verdict);
        }
    }
    return verdicts;
};
const silent = (completed) => new errors/* OperatorError */.nv("internal", `promtool ended with code ${completed.code} and without a verdict: ${completed.stderr.trim().split("\n")[0] || "it printed nothing"}`, "Check the version of promtool (3 or newer), and set promtool-version.");

;// CONCATENATED MODULE: ./build/src/validate/promtool/rule-error.js

const durations = ["for", "keep_firing_for", "interval", "query_offset"];
/** Line and column inside an expression: promtool counts bytes, editors UTF-16 units. */
const innerOf = (expression, line, column) => {
    const text = typeof expression === "string" ? (expression.split("\n")[line - 1] ?? "") : "";
    const before = new TextDecoder().decode(new TextEncoder().encode(text).slice(0, column - 1));
    return { line, column: before.length + 1 };
};
const keyWith = (subject, field, found) => {
    const map = subject[field];
    const key = (0,kubernetes_manifest/* isObject */.G)(map) ? Object.entries(map).find(([name, value]) => found(name, value))?.[0] : undefined;
    return key === undefined ? [field] : [field, key];
};
/**
 * Each form of message that promtool has, and the field of the rule or group that it speaks of; the
 * first that matches counts.
 */
const fields = [
    { form: /^field 'expr' must be set/, path: () => ["expr"] },
    { form: /^invalid field '([^']+)' in recording rule/, path: ([, field]) => [field ?? ""] },
    {
        form: /^(?:invalid recording rule name|braces present in the recording rule name|only one of 'record' and 'alert')/,
        path: () => ["record"],
    },
    {
        form: /^invalid label name: ([\s\S]*)$/,
        path: ([, name], subject) => keyWith(subject, "labels", (key) => key === name),
    },
    {
        form: /^invalid label value: ([\s\S]*)$/,
        path: ([, text], subject) => keyWith(subject, "labels", (_, value) => value === text),
    },
    {
        form: /^invalid annotation name: ([\s\S]*)$/,
        path: ([, name], subject) => keyWith(subject, "annotations", (key) => key === name),
    },
    { form: /^Groupname must not be empty/, path: () => ["name"] },
    { form: /\bfield (\S+) not found in type/, path: ([, field]) => [field ?? ""] },
    {
        form: /not a valid duration string: ("(?:[^"\\]|\\.)*")|empty duration string/,
        path: ([, text], subject) => {
            const wrong = text === undefined ? "" : text.slice(1, -1);
            const field = durations.find((name) => String(subject[name] ?? "\0") === wrong);
            return field === undefined ? [] : [field];
        },
    },
];
/** Positions in the scratch file and the name of the stand-in group mean nothing to a reader. */
const rule_error_plain = (message) => message
    .replace(/^(?:\d+:\d+: )*/, "")
    .replace(/^group "(?:[^"\\]|\\.)*", rule \d+, "(?:[^"\\]|\\.)*": /, "")
    .replace(/^yaml: unmarshal errors:\s*/, "")
    .replace(/^[ \t]*line \d+: /gm, "")
    .replace(/ in type rulefmt\.(Rule(?:Group)?)(?:Node)?\b/g, (_, type) => ` in a ${type === "Rule" ? "rule" : "rule group"}`)
    .replace(/ into rulefmt\.\w+/g, "");
/**
 * What one of promtool's messages on a rule, or on a group without its rules, means; `at` is the
 * path of that rule or group.
 */
const ruleError = (message, subject, at) => {
    const said = rule_error_plain(message);
    const [, line, column, why] = /^could not parse expression: (?:(\d+):(\d+): )?([\s\S]*)$/.exec(said) ?? [];
    if (why !== undefined) {
        const inner = line === undefined ? {} : { inner: innerOf(subject["expr"], Number(line), Number(column)) };
        return { path: [...at, "expr"], message: why, about: "expression", ...inner };
    }
    const [, kind, key, trouble] = /^(label|annotation) ("(?:[^"\\]|\\.)*"): ([\s\S]*)$/.exec(said) ?? [];
    if (kind !== undefined && key !== undefined)
        return {
            path: [...at, ...keyWith(subject, `${kind}s`, (name) => JSON.stringify(name) === key)],
            // Go's template names itself by the alert: the path says it already.
            message: (trouble ?? "").replace(/^template: [^\n]*?:(\d+)(?::\d+)?: /, "template, line $1: "),
            about: "template",
        };
    for (const { form, path } of fields) {
        const match = form.exec(message.includes("rulefmt") ? message : said);
        if (match !== null)
            return { path: [...at, ...path(match, subject)], message: said, about: "field" };
    }
    return { path: at, message: said, about: "field" };
};

;// CONCATENATED MODULE: ./build/src/validate/promtool/check-rules.js




/** promtool stops at an empty duration: what else is wrong it tells of the same without that field. */
const withoutEmpty = (value, field) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(value) || value[field] !== "")
        return [];
    const { [field]: _, ...rest } = value;
    return [rest];
};
const check_rules_piecesOf = (manifest, prefix) => groupsOf(manifest).flatMap((group, i) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(group))
        return [];
    const at = ["spec", "groups", i];
    const rules = rulesOfGroup(group).flatMap((rule, j) => {
        const make = (one, name, again) => ({
            name: `${prefix}-${i}-${j}${name}.json`,
            content: { groups: [{ name: "group", rules: [one] }] },
            subject: (0,kubernetes_manifest/* isObject */.G)(one) ? one : {},
            at: [...at, "rules", j],
            again,
        });
        return [make(rule, "", false), ...withoutEmpty(rule, "for").map((one) => make(one, "-again", true))];
    });
    const make = (one, name, again) => ({
        name: `${prefix}-${i}${name}.json`,
        content: { groups: [{ ...one, rules: [] }] },
        subject: one,
        at,
        again,
    });
    const groups = [make(group, "", false), ...withoutEmpty(group, "interval").map((one) => make(one, "-again", true))];
    return [...groups, ...rules];
});
const stringName = (group) => {
    const name = (0,kubernetes_manifest/* valueAt */.f)(group, ["name"]);
    return typeof name === "string" ? name : null;
};
/** The groups' names alone: whether one stands twice is seen only among all of them. */
const namesOf = (manifest) => ({
    groups: groupsOf(manifest).flatMap((group) => {
        const name = stringName(group);
        return name === null || name === "" ? [] : [{ name, rules: [] }];
    }),
});
const repeatedNames = (manifest) => {
    const names = groupsOf(manifest).map(stringName);
    return names.flatMap((name, i) => name !== null && names.indexOf(name) < i
        ? [
            {
                path: ["spec", "groups", i, "name"],
                message: `the group name "${name}" stands twice in one object`,
                about: "field",
            },
        ]
        : []);
};
const miscounted = (seen, there) => seen === there
    ? []
    : [{ path: ["spec", "groups"], message: `promtool sees ${seen} of ${there} rules`, about: "field" }];
const unlocated = (messages) => messages
    .map((message) => ruleError(message, {}, ["spec", "groups"]))
    .map((error) => ({ ...error, path: ["spec", "groups"] }));
/**
 * promtool's verdict on every PrometheusRule among `manifests` (the Prometheus objects among them say which PromQL
 * features are on): all in one run, and those that fail once more in pieces, to place each error. Throws OperatorError
 * where promtool cannot be run.
 */
const checkRules = async (manifests, outside) => {
    const objects = manifests
        .filter(isRule)
        .map((manifest, index) => ({ manifest, name: `${index}.json`, prefix: String(index) }));
    const enabled = featureFlags(manifests);
    const files = objects.map(({ manifest, name }) => ({ name, content: { groups: groupsOf(manifest) } }));
    const whole = await runPromtool(files, enabled, outside);
    const broken = objects.filter(({ name }) => (whole.get(name)?.errors.length ?? 0) > 0);
    const pieces = new Map(broken.map(({ manifest, name, prefix }) => [name, check_rules_piecesOf(manifest, prefix)]));
    const names = broken.map(({ manifest, prefix }) => ({ name: `${prefix}-names.json`, content: namesOf(manifest) }));
    const parts = await runPromtool([...[...pieces.values()].flat(), ...names], enabled, outside);
    return objects.map(({ manifest, name, prefix }) => {
        const said = whole.get(name) ?? { rules: 0, errors: [] };
        if (said.errors.length === 0)
            return { manifest, rules: said.rules, errors: miscounted(said.rules, countOf(manifest)) };
        const mine = pieces.get(name) ?? [];
        const placed = mine.flatMap((piece) => (parts.get(piece.name)?.errors ?? []).map((message) => ruleError(message, piece.subject, piece.at)));
        const namesFailed = (parts.get(`${prefix}-names.json`)?.errors.length ?? 0) > 0;
        const errors = distinct([...(namesFailed ? repeatedNames(manifest) : []), ...placed]);
        const rules = mine
            .filter(({ again }) => !again)
            .reduce((sum, piece) => sum + (parts.get(piece.name)?.rules ?? 0), 0);
        return { manifest, rules, errors: errors.length > 0 ? errors : unlocated(said.errors) };
    });
};
/** The verdicts of {@link checkRules} where promtool takes every rule. */
const allTaken = (manifests) => manifests.filter(isRule).map((manifest) => ({ manifest, rules: countOf(manifest), errors: [] }));
const countOf = (manifest) => countRules(groupsOf(manifest));
const distinct = (errors) => [
    ...new Map(errors.map((error) => [JSON.stringify(error), error])).values(),
];

// EXTERNAL MODULE: ./build/src/kubernetes/quantity.js
var quantity = __webpack_require__(80842);
// EXTERNAL MODULE: ./build/src/verify/gpus/node-devices.js
var node_devices = __webpack_require__(79828);
;// CONCATENATED MODULE: ./build/src/verify/gpus/measured-size.js





/**
 * The size of a cluster by its nodes, GPUs, MIG devices and CPUs a node; nothing where this account may not list
 * nodes, or the cluster does not answer: what a plan is made of does not hang on it.
 */
const measuredSize = async (cluster) => {
    try {
        return sizeOfNodes(await measured_size_allNodes(cluster));
    }
    catch (cause) {
        if (cause instanceof errors/* OperatorError */.nv)
            return {};
        throw cause;
    }
};
/** Nodes of a page: one with all its images is some 20 kB. */
const atOnce = 500;
const measured_size_allNodes = async ({ getRaw }) => {
    const nodes = [];
    for (let next = ""; next !== null;) {
        const query = new URLSearchParams({ limit: `${atOnce}`, ...(next === "" ? {} : { continue: next }) });
        const page = JSON.parse(await getRaw(`/api/v1/nodes?${query}`));
        if (!(0,kubernetes_manifest/* isObject */.G)(page))
            return nodes;
        nodes.push(...(0,json_fields/* objectsAt */.yR)(page, ["items"]));
        next = (0,json_fields/* textAt */.$6)(page, ["metadata", "continue"]);
    }
    return nodes;
};
/** What a cluster that has these nodes states of its size; a GPU that is ill counts, too. */
const sizeOfNodes = (nodes) => {
    if (nodes.length === 0)
        return {};
    const devices = nodes.flatMap((node) => (0,node_devices/* devicesOf */.X)(node) ?? []);
    const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
    const cpus = sum(nodes.map((node) => (0,quantity/* quantityOf */.R)((0,kubernetes_manifest/* valueAt */.f)(node, ["status", "capacity", "cpu"])) ?? 0));
    return {
        nodes: nodes.length,
        gpus: sum(devices.map(({ allocatable, unhealthy }) => allocatable + unhealthy)),
        "mig-devices": sum(devices.map(({ migAllocatable, migUnhealthy }) => migAllocatable + migUnhealthy)),
        ...(cpus >= nodes.length ? { cpus: Math.floor(cpus / nodes.length) } : {}),
    };
};

;// CONCATENATED MODULE: ./build/src/resolve-stage.js









/**
 * The stage `resolve`: the way of every signal, its GPU alerts tried on synthetic series, and beside it the unit
 * tests of the tree's rules.
 */
const resolveStage = (rendered) => {
    const { stack, render, inputs, cluster, ruling, asked, outside } = rendered;
    const manifests = (0,render_render/* allManifests */.m)(render);
    const exporter = loadExporter(inputs, stack, render, cluster, outside);
    const resolve = (rules, model) => resolveSignals(stack, render, rules, model);
    // While promtool reads the rules they are presumed to be right: where one is not, the signals are resolved again.
    const presumed = (0,all_done/* allDone */.g)([exporter, asked])
        .then(([model]) => resolve(allTaken(manifests), model))
        .catch(() => null);
    const resolution = (0,all_done/* allDone */.g)([exporter, ruling, presumed]).then(([model, rules, resolved]) => resolved !== null && rules.every(({ errors }) => errors.length === 0) ? resolved : resolve(rules, model));
    const canaries = resolution.then((resolved) => runCanaries(alertCanaries(resolved), manifests, outside));
    const alertTests = ruling.then((rules) => runAlertTests(stack, rules, manifests, outside));
    return { exporter, resolution, canaries, alertTests, clusterSize: clusterSize(rendered) };
};
/** What is stated counts before what the cluster says. */
const clusterSize = async ({ statedSize, cluster }) => ({
    ...statedSize,
    stated: { ...(cluster === null ? {} : await measuredSize(cluster)), ...statedSize.stated },
});

;// CONCATENATED MODULE: ./build/src/validate/schemas/dropped-nulls.js

/**
 * A custom resource as the API server judges it: a field that is null and may not be is as if it were left out, so that
 * only one that is required is refused. Elements of lists stay. The same value where nothing is dropped.
 * https://github.com/kubernetes/apiextensions-apiserver/blob/v0.35.4/pkg/apiserver/schema/defaulting/algorithm.go
 */
const withoutDroppedNulls = (schema, body) => holdsNull(body) ? inObject(schema, body) : body;
const holdsNull = (value) => {
    if (Array.isArray(value))
        return value.some(holdsNull);
    return (0,kubernetes_manifest/* isObject */.G)(value) ? Object.values(value).some(holdsNull) : value === null;
};
const inObject = (schema, value) => {
    let dropped = false;
    const made = Object.entries(value).flatMap(([name, inner]) => {
        const field = fieldOf(schema, name);
        const left = inner === null && refusesNull(field) ? undefined : kept(field, inner);
        dropped ||= left !== inner;
        return left === undefined ? [] : [[name, left]];
    });
    return dropped ? Object.fromEntries(made) : value;
};
const kept = (schema, value) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(schema))
        return value;
    if (!Array.isArray(value))
        return (0,kubernetes_manifest/* isObject */.G)(value) ? inObject(schema, value) : value;
    const made = value.map((element) => kept(schema["items"], element) ?? null);
    return made.every((element, index) => element === value[index]) ? value : made;
};
const fieldOf = ({ properties, additionalProperties }, name) => (0,kubernetes_manifest/* isObject */.G)(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
const refusesNull = (schema) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(schema) || schema["type"] === undefined)
        return false;
    return ![schema["type"]].flat().includes("null");
};

// EXTERNAL MODULE: ./build/src/validate/schemas/schema-key.js
var schema_key = __webpack_require__(2201);
;// CONCATENATED MODULE: ./build/src/validate/collected.js


/** The key of the schema that describes an object. */
const keyOfManifest = ({ ref }) => (0,schema_key/* keyOf */.TN)(ref.apiVersion, ref.kind);
/** Undefined where nothing describes it. */
const schemaOfManifest = (manifest, { schemas }) => schemas.get((0,schema_key/* schemaKeyText */.Q8)(keyOfManifest(manifest)));
/** The object as the API server judges it; the manifest's own body where that is all of it. */
const bodyOf = (manifest, collected) => {
    const schema = schemaOfManifest(manifest, collected);
    return schema === undefined ? manifest.body : withoutDroppedNulls(schema.body, manifest.body);
};

// EXTERNAL MODULE: ./build/src/validate/cel/rule-places.js
var rule_places = __webpack_require__(94003);
;// CONCATENATED MODULE: ./build/src/validate/cel/cel-value.js


/** Texts that are no strings in CEL: a rule can ask whether there is one, and what else it says of it is not judged. */
class Typed {
}
const typedFormats = new Set(["byte", "date", "date-time", "duration"]);
/** CEL's reserved words; https://github.com/kubernetes/apiserver/blob/v0.35.4/pkg/cel/escaping.go */
const reserved = new Set([
    ...["true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import"],
    ...["let", "loop", "package", "namespace", "return", "var", "void", "while"],
]);
const escapes = new Map([
    ["__", "__underscores__"],
    [".", "__dot__"],
    ["-", "__dash__"],
    ["/", "__slash__"],
]);
/** A field's name as rules write it: of `x-y` it is `x__dash__y`. */
const celName = (name) => reserved.has(name) ? `__${name}__` : name.replaceAll(/__|[-./]/g, (text) => escapes.get(text) ?? text);
/**
 * A value as a rule sees it. Whole numbers are of CEL's type int where the schema says integer or nothing; of an object
 * with named fields only these are seen, each by its escaped name, while the keys of a map stay as they are.
 */
const celValue = (schema, value) => {
    const known = (0,kubernetes_manifest/* isObject */.G)(schema) ? schema : {};
    if (Array.isArray(value))
        return value.map((element) => celValue(known["items"], element));
    if ((0,kubernetes_manifest/* isObject */.G)(value))
        return celMap(known, value);
    if (typeof value === "number")
        return isWhole(known, value) ? BigInt(value) : value;
    return typeof value === "string" && typedFormats.has(known["format"]) ? new Typed() : value;
};
const isWhole = (schema, value) => Number.isInteger(value) && ![schema["type"]].flat().includes("number");
const celMap = (schema, value) => {
    const named = (0,kubernetes_manifest/* isObject */.G)(schema["properties"]) ? schema["properties"] : null;
    return new Map(Object.entries(value).flatMap(([name, inner = null]) => named !== null && !Object.hasOwn(named, name) && !(0,kubernetes_manifest/* isObject */.G)(schema["additionalProperties"])
        ? []
        : [[named === null ? name : celName(name), celValue((0,rule_places/* schemaOfField */.t0)(schema, name), inner)]]));
};
/** Whether it holds a list of more than one element whose order does not count: here it does. */
const holdsUnordered = (schema, value) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(schema))
        return false;
    if (Array.isArray(value)) {
        if (value.length > 1 && (schema[rule_places/* listTypeKeyword */.Wi] === "set" || schema[rule_places/* listTypeKeyword */.Wi] === "map"))
            return true;
        return value.some((element) => holdsUnordered(schema["items"], element));
    }
    if (!(0,kubernetes_manifest/* isObject */.G)(value))
        return false;
    return Object.entries(value).some(([name, inner = null]) => holdsUnordered((0,rule_places/* schemaOfField */.t0)(schema, name), inner));
};
/** Whether it holds a `Typed`. */
const holdsTyped = (value) => {
    if (Array.isArray(value))
        return value.some(holdsTyped);
    return value instanceof Map ? [...value.values()].some(holdsTyped) : value instanceof Typed;
};

;// CONCATENATED MODULE: ./build/src/validate/cel/defaulted.js


/**
 * A value of a custom resource as the API server judges it: with the defaults of its schema, and without nulls where
 * the field may not be null. A default that is an object is filled in with its own schema's defaults likewise.
 * https://github.com/kubernetes/apiextensions-apiserver/blob/v0.35.4/pkg/apiserver/schema/defaulting/algorithm.go
 */
const defaulted = (schema, value) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(schema))
        return value;
    if (Array.isArray(value))
        return value.map((element) => filled(schema["items"], element) ?? null);
    return (0,kubernetes_manifest/* isObject */.G)(value) ? withDefaults(schema, value) : value;
};
const withDefaults = (schema, value) => {
    const made = {};
    for (const [name, inner] of Object.entries(value)) {
        const kept = inner === undefined ? undefined : filled((0,rule_places/* schemaOfField */.t0)(schema, name), inner);
        if (kept !== undefined)
            made[name] = kept;
    }
    const { properties } = schema;
    if ((0,kubernetes_manifest/* isObject */.G)(properties))
        for (const [name, property] of Object.entries(properties)) {
            const fallback = defaultOf(property);
            if (!Object.hasOwn(made, name) && fallback !== undefined)
                made[name] = defaulted(property, fallback);
        }
    return made;
};
/** Undefined: what is null and may not be is left out, or gives way to the default. */
const filled = (schema, value) => {
    if (value !== null || !(0,kubernetes_manifest/* isObject */.G)(schema) || isNullable(schema))
        return defaulted(schema, value);
    const fallback = defaultOf(schema);
    return fallback === undefined ? undefined : defaulted(schema, fallback);
};
const defaultOf = (schema) => (0,kubernetes_manifest/* isObject */.G)(schema) ? (schema["default"] ?? undefined) : undefined;
const isNullable = (schema) => {
    const types = [schema["type"]].flat();
    return schema["nullable"] === true || types.includes("null") || types[0] === undefined;
};

// EXTERNAL MODULE: ./build/src/promql/compile-re2.js
var compile_re2 = __webpack_require__(8961);
;// CONCATENATED MODULE: ./build/src/validate/cel/rule-syntax.js
const loopMacros = new Set(["all", "exists", "exists_one", "filter", "map"]);
/**
 * Functions that the library and Kubernetes understand alike; of what is not here a rule is not judged. Dates, letter
 * case beyond ASCII and what Kubernetes adds to CEL are left out.
 * https://kubernetes.io/docs/reference/using-api/cel/
 */
const knownFunctions = new Set([
    ...loopMacros,
    ...["has", "size", "startsWith", "endsWith", "contains", "matches", "indexOf", "lastIndexOf", "substring", "trim"],
    ...["split", "join", "int", "uint", "double", "string", "bool", "type", "dyn", "duration"],
    ...["orValue", "or", "hasValue", "value", "none", "of"],
]);
const isNode = (value) => typeof value === "object" && value !== null && "op" in value;
/** The nodes right below one. */
const below = (value) => {
    if (Array.isArray(value))
        return value.flatMap(below);
    return isNode(value) ? [value] : [];
};
/** Every node of a rule, what stands inside before what is around it. */
const nodesOf = (node) => [...below(node.args).flatMap(nodesOf), node];
const functionOf = (node) => node.op === "call" || node.op === "rcall" ? String(node.args[0]) : null;
const isLoop = (node) => node.op === "rcall" && loopMacros.has(node.args[0]);
const deepestLoops = (node) => Math.max(0, ...below(node.args).map(deepestLoops)) + (isLoop(node) ? 1 : 0);
const comparesFields = (node) => ["==", "!=", "+", "in"].includes(node.op) &&
    below(node.args).every(({ op }) => op === "." || op === "id" || op === "[]");
const fieldsOf = (node) => {
    if (node.op === "id")
        return node.args === "self" ? [] : null;
    if (node.op !== "." && node.op !== ".?")
        return null;
    const above = fieldsOf(node.args[0]);
    const name = node.args[1];
    return above === null || typeof name !== "string" ? null : [...above, name];
};
/** Reads a parsed rule. */
const ruleSyntax = (root) => {
    const nodes = nodesOf(root);
    const has = (...ops) => nodes.some(({ op }) => ops.includes(op));
    const called = nodes.flatMap((node) => functionOf(node) ?? []);
    return {
        nodes: nodes.length,
        unknownFunction: called.find((name) => !knownFunctions.has(name)) ?? null,
        readsOldSelf: nodes.some(({ op, args }) => op === "id" && args === "oldSelf"),
        loops: has("+", "list", "map") ? nodes.filter(isLoop).length : deepestLoops(root),
        grows: has("+") || called.includes("split"),
        comparesFields: nodes.some(comparesFields),
        reads: nodes.flatMap((node) => {
            const fields = fieldsOf(node);
            return fields === null || fields.length === 0 ? [] : [fields];
        }),
    };
};
/** `spec`, `mode` of `.spec.mode`: a rule's fieldPath as a path; `['a.b']` is the key of a map. */
const pathOfField = (fieldPath) => [...fieldPath.matchAll(/\.([^.[\]]+)|\['((?:\\.|[^'\\])*)'\]/g)].map(([, field, key]) => field ?? (key ?? "").replaceAll(/\\(.)/g, "$1"));

;// CONCATENATED MODULE: ./build/src/validate/cel/open-engine.js




/**
 * The name that Kubernetes' `matches` goes by here: its patterns are RE2, while the library's own would be
 * JavaScript's, which can be made to take for ever.
 */
const matchesName = "matchesRe2";
const withRe2 = (root) => {
    for (const node of nodesOf(root))
        if (node.op === "rcall" && node.args[0] === "matches")
            node.args[0] = matchesName;
};
/** The library that evaluates CEL, loaded only where there is a rule to judge: it takes 35 ms. */
const openEngine = async () => {
    const { Environment, EvaluationError, Optional } = await __webpack_require__.e(/* import() */ 337).then(__webpack_require__.bind(__webpack_require__, 47337));
    const environment = new Environment({ enableOptionalTypes: true })
        .registerType("Typed", Typed)
        .registerVariable("self", "dyn")
        .registerVariable("oldSelf", "dyn")
        .registerFunction(`string.${matchesName}(string): bool`, (text, pattern) => (0,compile_re2/* compileRe2 */.X)(pattern).matcher(text).find());
    const failureOf = (thrown) => {
        if (!(thrown instanceof EvaluationError))
            return { unknown: wordsOf(thrown) };
        return thrown.code === "no_such_key" ? { fails: firstLine(thrown.summary) } : { unknown: wordsOf(thrown) };
    };
    const oldSelf = Optional.none();
    return (0,once/* once */.O)((text) => {
        const parsed = parse(environment, text);
        if (typeof parsed === "string")
            return parsed;
        const syntax = ruleSyntax(parsed.ast);
        withRe2(parsed.ast);
        return {
            syntax,
            evaluate(self) {
                try {
                    return { value: parsed({ self, oldSelf }) };
                }
                catch (thrown) {
                    return failureOf(thrown);
                }
            },
        };
    });
};
const parse = (environment, text) => {
    try {
        return environment.parse(text);
    }
    catch (thrown) {
        return wordsOf(thrown);
    }
};
const wordsOf = (thrown) => firstLine(thrown instanceof Error ? thrown.message : String(thrown));
const firstLine = (text) => text.split("\n", 1)[0] ?? "";

;// CONCATENATED MODULE: ./build/src/validate/cel/judge-rules.js






/**
 * A CRD of the tree is as little trusted as the rest of it, and loops in loops are soon too many: so many steps all
 * rules of a run may take, about two seconds. What would take more is not judged.
 */
const judge_rules_mostSteps = 20_000_000;
/** Longer ones are cut in messages. */
const longestRule = 200;
/**
 * Judges as the API server does on creation: what hangs on the object's old state is left out, and so is `status`,
 * which it ignores. Null where no schema has a rule: then nothing is loaded.
 */
const openRulesJudge = async (schemas) => {
    if (!schemas.some(rule_places/* hasRules */.w0))
        return null;
    const engine = await openEngine();
    let steps = judge_rules_mostSteps;
    return (schema, body) => {
        const verdict = { errors: [], unjudged: [], steps: 0 };
        const affords = (syntax, value) => {
            const cost = costOf(syntax, value);
            verdict.steps += cost;
            if (cost > steps)
                return false;
            steps -= cost;
            return true;
        };
        if (!(0,rule_places/* hasRules */.w0)(schema))
            return verdict;
        const { status: _, ...written } = body;
        for (const place of (0,rule_places/* rulePlaces */.b4)(schema, defaulted(schema, written))) {
            const said = judge_rules_judge(place, body, engine, affords);
            if (said === null)
                continue;
            if ("why" in said)
                verdict.unjudged.push(said);
            else
                verdict.errors.push(said);
        }
        return verdict;
    };
};
/** Null where the rule holds, or is none for an object that is new. */
const judge_rules_judge = (place, body, engine, affords) => {
    const { rule, schema, value } = place;
    const unjudged = (why) => ({ rule: rule.rule, why });
    const expression = engine(rule.rule);
    if (typeof expression === "string")
        return unjudged(expression);
    const { syntax } = expression;
    if (syntax.readsOldSelf && !rule.optionalOldSelf)
        return null;
    if (syntax.unknownFunction !== null)
        return unjudged(`the function ${syntax.unknownFunction} is not known here`);
    if (!affords(syntax, value))
        return unjudged("its loops could take too long");
    const self = celValue(schema, value);
    const said = expression.evaluate(self);
    if ("unknown" in said)
        return unjudged(said.unknown);
    if ("value" in said && said.value === true)
        return null;
    if (holdsTyped(self))
        return unjudged("it may hang on a date or a duration");
    if (syntax.comparesFields && holdsUnordered(schema, value))
        return unjudged("it may hang on lists without an order");
    if ("fails" in said)
        return refused(place, body, syntax, `the rule cannot be evaluated: ${said.fails}`);
    if (said.value !== false)
        return unjudged("its result is neither true nor false");
    return refused(place, body, syntax, messageOf(rule, self, engine, (one) => affords(one.syntax, value)));
};
const refused = (place, body, syntax, message) => ({
    path: blamed(place, body, syntax),
    message: `${message}; the API server refuses the object by this rule of its CRD: ${cut(place.rule.rule)}`,
});
const cut = (rule) => {
    const line = rule.replaceAll(/\s+/g, " ").trim();
    return line.length > longestRule ? `${line.slice(0, longestRule)}\u2026` : line;
};
/**
 * What a person has to look at: the field that the rule itself names, else the last one of those it reads that is
 * written, else the value that it is of.
 */
const blamed = ({ rule, path }, body, { reads }) => {
    if (rule.fieldPath !== null)
        return [...path, ...pathOfField(rule.fieldPath)];
    const written = (0,kubernetes_manifest/* valueAt */.f)(body, path);
    return [...path, ...(reads.map((fields) => keysOf(fields, written)).findLast((keys) => keys !== null) ?? [])];
};
/** The keys in `value` that a rule names as these fields; null where they are not written. */
const keysOf = ([first, ...rest], value) => {
    if (first === undefined)
        return [];
    const key = (0,kubernetes_manifest/* isObject */.G)(value)
        ? Object.keys(value).find((name) => name === first || celName(name) === first)
        : undefined;
    const below = key === undefined ? null : keysOf(rest, (0,kubernetes_manifest/* valueAt */.f)(value, [key]));
    return key === undefined || below === null ? null : [key, ...below];
};
/** As the API server words it: a message that is made must be one line, or what is written counts. */
const messageOf = ({ rule, message, messageExpression }, self, engine, affords) => {
    const made = messageExpression === null ? null : engine(messageExpression);
    const said = made === null || typeof made === "string" || made.syntax.unknownFunction !== null || !affords(made)
        ? null
        : made.evaluate(self);
    const text = said !== null && "value" in said && typeof said.value === "string" ? said.value.trim() : "";
    if (text !== "" && !text.includes("\n"))
        return text;
    return message?.trim() || `failed rule: ${cut(rule)}`;
};
/** At most: each node once for each turn of the loops, long texts more often, and the value once to be read. */
const costOf = ({ nodes, loops, grows }, value) => {
    const { values, longestList, longestText } = measure(value);
    const turns = (longestList + nodes + (grows ? longestText : 0)) * (grows ? nodes : 1);
    return nodes * turns ** loops * (1 + longestText / 64) + values;
};
const measure = (value) => {
    if (typeof value === "string")
        return { values: 1, longestList: 0, longestText: value.length };
    const parts = Array.isArray(value) ? value : (0,kubernetes_manifest/* isObject */.G)(value) ? Object.values(value) : [];
    return parts
        .map((part) => measure(part ?? null))
        .reduce((all, part) => ({
        values: all.values + part.values,
        longestList: Math.max(all.longestList, part.longestList),
        longestText: Math.max(all.longestText, part.longestText),
    }), { values: 1, longestList: parts.length, longestText: 0 });
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/kubeconform-result.js

const statuses = {
    statusValid: "valid",
    statusInvalid: "invalid",
    // Broken YAML and duplicate keys; a schema that is missing is told as skipped.
    statusError: "invalid",
    statusSkipped: "unusable",
};
/** The entries of a report, in its own order, which is none. */
const resultsIn = (resources) => resources.filter(kubernetes_manifest/* isObject */.G).map((result) => ({
    file: String(result["filename"]),
    status: statuses[String(result["status"])] ?? "empty",
    message: String(result["msg"]),
    key: kubeconform_result_keyOf({
        apiVersion: String(result["version"]),
        kind: String(result["kind"]),
        name: String(result["name"]),
    }),
}));
const kubeconform_result_keyOf = ({ apiVersion, kind, name }) => [apiVersion, kind, name].join("\n");
/**
 * The verdicts on objects that lay in one file, in their order; null where the report leaves a doubt whose they are: it
 * has more entries than there are objects, or fewer, or complains of one, or says different things of one name.
 */
const verdictsTogether = (objects, results) => {
    if (results.length !== objects.length)
        return null;
    const said = Map.groupBy(results, ({ key }) => key);
    const named = Map.groupBy(objects, kubeconform_result_keyOf);
    const verdicts = [];
    for (const object of objects) {
        const key = kubeconform_result_keyOf(object);
        const mine = said.get(key) ?? [];
        const [first] = mine;
        if (first === undefined || first.status === "invalid" || first.status === "empty")
            return null;
        if (mine.length !== named.get(key)?.length || mine.some(({ status }) => status !== first.status))
            return null;
        verdicts.push({ status: first.status, message: "" });
    }
    return verdicts;
};

// EXTERNAL MODULE: ./build/src/validate/schemas/read-schema.js + 1 modules
var read_schema = __webpack_require__(84505);
;// CONCATENATED MODULE: ./build/src/validate/schemas/schema-in-use.js



/**
 * A schema of draft 4 without what none of these values has: kubeconform compiles all that it gets, which takes four
 * times as long as judging the real chart's objects. A property is left out only where others than the named ones are
 * refused: so what is valid by the result is valid by the whole, even where kubeconform finds a property in a text that
 * we read otherwise. What is invalid by it need not be.
 */
const schemaInUse = (schema, values) => hasReference(schema) ? schema : partInUse(schema, values);
/** A reference may lead to what is left out. */
const hasReference = (0,once/* once */.O)((schema) => refers(schema));
const refers = (schema) => {
    if (Array.isArray(schema))
        return schema.some(refers);
    if (!(0,kubernetes_manifest/* isObject */.G)(schema))
        return false;
    return Object.keys(schema).some((keyword) => read_schema/* references */.Ft.has(keyword) || refers(schema[keyword] ?? null));
};
const partInUse = (schema, values) => mapped(schema, (keyword, inner) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(inner))
        return inner;
    if (keyword === "items")
        return partInUse(inner, values.filter(Array.isArray).flat());
    const objects = values.filter(kubernetes_manifest/* isObject */.G);
    if (keyword === "additionalProperties")
        return partInUse(inner, objects.flatMap(Object.values));
    return keyword === "properties" && isClosed(schema) ? propertiesInUse(inner, objects) : inner;
});
const isClosed = (schema) => schema["additionalProperties"] === false && schema["patternProperties"] === undefined;
const propertiesInUse = (properties, objects) => mapped(properties, (name, inner) => {
    const values = objects.flatMap((one) => (Object.hasOwn(one, name) ? [one[name] ?? null] : []));
    if (values.length === 0)
        return undefined;
    return (0,kubernetes_manifest/* isObject */.G)(inner) ? partInUse(inner, values) : inner;
});
/** With other values; without what is undefined. */
const mapped = (of, change) => Object.fromEntries(Object.entries(of).flatMap(([name, value]) => {
    const changed = change(name, value);
    return changed === undefined ? [] : [[name, changed]];
}));

;// CONCATENATED MODULE: ./build/src/validate/schemas/kubeconform.js







const kubeconform_timeoutMs = 30_000;
/**
 * For each so many objects kubeconform gets a worker, four at most as by default: on two cores two take the 130 of
 * the real chart in 208 ms, four in 269.
 */
const objectsPerWorker = 100;
const rank = { valid: 0, unusable: 1, invalid: 2 };
const report = (completed) => {
    try {
        const output = JSON.parse(completed.stdout);
        if ((0,kubernetes_manifest/* isObject */.G)(output) && Array.isArray(output["resources"]))
            return resultsIn(output["resources"]);
    }
    catch {
        // Told below, with what the command said.
    }
    const said = `${completed.stderr}\n${completed.stdout}`.trim().split("\n")[0];
    throw new errors/* OperatorError */.nv("internal", `kubeconform ended with code ${completed.code} and without a report: ${said === "" ? "it printed nothing" : said}`, "Check the version of kubeconform (0.6 or newer), and set kubeconform-version.");
};
/** One file may hold a List, and so have several results: the worst one counts. */
const worst = (results) => {
    const verdicts = new Map();
    for (const { file, status, message } of results) {
        if (status === "empty")
            continue;
        const known = verdicts.get(file);
        if (known === undefined || rank[status] > rank[known.status])
            verdicts.set(file, { status, message });
    }
    return verdicts;
};
/**
 * kubeconform's strict verdict on each object, in the same order. Its report is in random order and tells objects by
 * file, apiVersion, kind and name. In one file, and by what they have of their schemas, they are judged in a quarter of
 * the time; only where it complains of any, each gets a file of its own and is judged by the whole. It gets one folder
 * of schemas, and dead proxies: it has no business on the network.
 */
const runKubeconform = async (objects, schemas, outside) => {
    if (objects.length === 0)
        return [];
    const byKey = Map.groupBy(objects, ({ apiVersion, kind }) => (0,schema_key/* schemaKeyText */.Q8)((0,schema_key/* keyOf */.TN)(apiVersion, kind)));
    const inUse = schemas.flatMap((schema) => {
        const bodies = byKey.get((0,schema_key/* schemaKeyText */.Q8)(schema.key))?.map(({ body }) => body);
        return bodies === undefined ? [] : [[schema.key, JSON.stringify(schemaInUse(schema.body, bodies))]];
    });
    const [folder, all] = await Promise.all([
        writeSchemas("in-use", inUse, outside),
        outside.scratch.write("validate/objects.yaml", objects.map(({ text }) => text).join("\n---\n")),
    ]);
    const together = verdictsTogether(objects, await kubeconform_judge(all, folder, objects.length, outside));
    return together ?? (await judgeAlone(objects, schemas, outside));
};
const judgeAlone = async (objects, schemas, outside) => {
    const whole = schemas.map(({ key, body }) => [key, JSON.stringify(body)]);
    const [folder, schemaFolder, files] = await Promise.all([
        outside.scratch.folder("validate/objects"),
        writeSchemas("whole", whole, outside),
        Promise.all(objects.map(({ text }, index) => outside.scratch.write(`validate/objects/${String(index + 1).padStart(5, "0")}.yaml`, text))),
    ]);
    const verdicts = worst(await kubeconform_judge(folder, schemaFolder, objects.length, outside));
    return files.map((file) => verdicts.get(file) ?? { status: "invalid", message: "the text holds no object" });
};
/** Writes schemas into a folder of this name; answers its path. */
const writeSchemas = async (name, texts, { scratch }) => {
    const folder = `validate/schemas-${name}`;
    await Promise.all(texts.map(([key, text]) => scratch.write(`${folder}/${(0,schema_key/* schemaFile */.I9)(key)}`, text)));
    return scratch.folder(folder);
};
/** What kubeconform says of a file, or of all files of a folder. */
const kubeconform_judge = async (path, schemaFolder, count, { exec, tools }) => {
    const tool = await tools.get("kubeconform");
    const nowhere = "http://127.0.0.1:9";
    const completed = await exec({
        file: tool.path,
        args: (0,command_line/* commandLine */.a)({
            verb: [],
            flags: [
                ["strict", true],
                ["verbose", true],
                ["ignore-missing-schemas", true],
                ["output", "json"],
                ["n", String(Math.min(4, Math.ceil(count / objectsPerWorker)))],
                ["schema-location", (0,external_node_path_.join)(schemaFolder, schema_key/* schemaLayout */.q4)],
            ],
            positionals: [path],
        }),
        // It runs beside promtool and the signals: so it needs 60 MiB instead of 80, in the same time.
        env: { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, GOGC: "200" },
        costly: "invalid-input",
        timeoutMs: kubeconform_timeoutMs,
    });
    return report(completed);
};

;// CONCATENATED MODULE: ./build/src/validate/hand-over.js




/**
 * kubeconform makes a path of its schema of an object's apiVersion and kind, and of those of a list's items:
 * `kind: ../../x` must not reach it. Go's decoder takes `KIND` for `kind`.
 */
const mayBeHandedOver = (body) => {
    const under = (wanted) => Object.entries(body).flatMap(([key, value = null]) => (key.toLowerCase() === wanted ? [value] : []));
    const texts = (values) => values.flatMap((value) => (typeof value === "string" && value !== "" ? [value] : []));
    const kinds = texts(under("kind"));
    const named = texts(under("apiversion")).every((version) => kinds.every((kind) => (0,schema_key/* isProper */.d3)((0,schema_key/* keyOf */.TN)(version, kind))));
    const items = kinds.some((kind) => /^list$/i.test(kind)) ? under("items").filter(Array.isArray).flat() : [];
    return named && items.every((item) => !(0,kubernetes_manifest/* isObject */.G)(item) || mayBeHandedOver(item));
};
/**
 * What is a line break, a merge or a tag to Go's reader and may be none to ours: there kubeconform gets what we read.
 */
const readInTwoWays = /[\u0085\u2028\u2029]|<<|![!<]/;
const textFor = ({ text, body }) => (readInTwoWays.test(text) ? asText(body) : text);
const asText = (body) => `${JSON.stringify(body)}\n`;
/** kubeconform's words for a key that stands twice in a mapping, which helm and kubectl take without a word. */
const doubledKeyIn = (message) => /key "(.*)" already set in map/.exec(message)?.[1];
/**
 * kubeconform's verdict on each object. It reads a text with a doubled key not at all, where `sigs.k8s.io/yaml` of helm
 * and kubectl lets the last one count, and it refuses every null that may not be, where the API server drops it: of
 * such a text it gets what is judged.
 */
const askKubeconform = async (manifests, collected, outside) => {
    const ask = (texts, of) => runKubeconform(of.map((manifest, index) => ({ ...manifest.ref, text: texts[index] ?? "", body: manifest.body })), [...collected.schemas.values()], outside);
    const said = await ask(manifests.map(textFor), manifests);
    const unlike = manifests.filter((manifest, index) => {
        const { status, message } = said[index] ?? unasked;
        return (doubledKeyIn(message) !== undefined || (status === "invalid" && bodyOf(manifest, collected) !== manifest.body));
    });
    if (unlike.length === 0)
        return said;
    const again = await ask(unlike.map((manifest) => asText(bodyOf(manifest, collected))), unlike);
    return manifests.map((manifest, index) => {
        const first = said[index] ?? unasked;
        const second = again[unlike.indexOf(manifest)];
        const doubledKey = doubledKeyIn(first.message);
        if (second === undefined)
            return first;
        return doubledKey === undefined ? second : { ...second, doubledKey };
    });
};
/** The verdict on an object that kubeconform did not get. */
const unasked = { status: "unusable", message: "" };

// EXTERNAL MODULE: ./build/src/core/forms.js
var core_forms = __webpack_require__(73535);
// EXTERNAL MODULE: ./build/src/kubernetes/label-syntax.js
var label_syntax = __webpack_require__(88325);
// EXTERNAL MODULE: ./build/src/kubernetes/pod-template.js
var pod_template = __webpack_require__(48287);
;// CONCATENATED MODULE: ./build/src/validate/object-names.js





const subdomain = {
    fits: label_syntax/* isSubdomain */.J4,
    wanted: "lower case letters, digits, - and ., 253 at most, the first and the last a letter or a digit",
};
const label = {
    fits: core_forms/* namespaceName */.dz.fits,
    wanted: "lower case letters, digits and -, 63 at most, the first and the last a letter or a digit",
};
const pathSegment = {
    fits: (name) => name !== "." && name !== ".." && !/[/%]/.test(name),
    wanted: "neither / nor %",
};
/** Null for kinds that have rules of their own. */
const formOf = (kind, group) => {
    if (group === "rbac.authorization.k8s.io")
        return pathSegment;
    if (group === "certificates.k8s.io" || kind === "IPAddress")
        return null;
    return group === "" && (kind === "Namespace" || kind === "Service") ? label : subdomain;
};
const parts = "letters, digits, -, _ and ., 63 at most, the first and the last a letter or a digit";
/**
 * What the API server refuses of an object and no schema says: its name, its namespace, its labels and those of its
 * pods, and the keys of annotations.
 */
const nameErrors = ({ ref, body }) => {
    const { name, namespace } = (0,kubernetes_manifest/* isObject */.G)(body["metadata"]) ? body["metadata"] : {};
    const template = (0,pod_template/* templatePath */.Y)(ref.kind) ?? [];
    return [
        ...misnamed(["metadata", "name"], name, formOf(ref.kind, (0,resource_ref/* groupOf */.F8)(ref))),
        ...misnamed(["metadata", "namespace"], namespace, label),
        ...wrongLabels(body, ["metadata"]),
        ...(template.length === 0 ? [] : wrongLabels(body, [...template, "metadata"])),
    ];
};
const object_names_refused = (text, wanted) => `the API server refuses ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}\u2026` : text)}: it takes ${wanted}`;
const misnamed = (path, name, form) => typeof name !== "string" || name === "" || form === null || form.fits(name)
    ? []
    : [{ path, message: object_names_refused(name, form.wanted) }];
const wrongLabels = (body, metadata) => ["labels", "annotations"].flatMap((field) => {
    const pairs = (0,kubernetes_manifest/* valueAt */.f)(body, [...metadata, field]);
    return Object.entries((0,kubernetes_manifest/* isObject */.G)(pairs) ? pairs : {}).flatMap(([key, value]) => {
        const path = [...metadata, field, key];
        // Of an annotation's key letter case is of no account.
        if (!(0,label_syntax/* isLabelKey */.qI)(field === "labels" ? key : key.toLowerCase()))
            return [{ path, message: object_names_refused(key, `${parts}, with a domain and / in front or without`) }];
        const isWrong = field === "labels" && typeof value === "string" && !(0,label_syntax/* isLabelValue */.eZ)(value);
        return isWrong ? [{ path, message: object_names_refused(value, parts) }] : [];
    });
});

;// CONCATENATED MODULE: ./build/src/validate/passed-before.js


/** An object's own text decides which of the schemas it is judged by. */
const openPassed = async ({ schemas }, { memory, tools }) => {
    const kubeconform = (0,outside_tools/* toolIdentity */.P)(await tools.get("kubeconform"));
    const facts = openFacts(memory, [
        "objects that passed/1",
        kubeconform,
        ...[...schemas].flatMap(([key, { text }]) => [key, text]),
    ]);
    return {
        get({ text }) {
            const known = facts.get([text]);
            return known === null || known === unusable ? known : { steps: Number(known) };
        },
        learn: ({ text }, passed) => facts.learn([text], passed === unusable ? passed : String(passed.steps)),
        save: facts.save,
    };
};
const unusable = "unusable";
/** Where nothing is known. */
const nonePassed = { get: () => null, learn: () => { }, save: () => { } };

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var dist_ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./build/src/validate/schemas/narrow-schema.js

/** Longer lists keep one schema for all their elements: a schema for each would cost more than it saves. */
const longList = 20;
/** Of a longer list ajv compares each element with each; kubeconform says of it what it says. */
const longSet = 1000;
/** Exclusive bounds are true or false in draft 4, numbers in draft 7. */
const bounds = (schema) => {
    for (const [bound, exclusive] of [
        ["minimum", "exclusiveMinimum"],
        ["maximum", "exclusiveMaximum"],
    ]) {
        if (typeof schema[exclusive] !== "boolean")
            continue;
        const limit = schema[exclusive] ? schema[bound] : undefined;
        delete schema[exclusive];
        if (limit === undefined)
            continue;
        schema[exclusive] = limit;
        delete schema[bound];
    }
};
/** Fields that the object does not have keep their names, for suggestions, and lose their schemas. */
const narrowProperties = (properties, value) => Object.fromEntries(Object.entries(properties).map(([name, schema]) => [
    name,
    value[name] === undefined ? {} : narrow(schema, value[name]),
]));
const converted = (value) => {
    if (Array.isArray(value))
        return value.map(converted);
    return (0,kubernetes_manifest/* isObject */.G)(value) ? narrow(value, undefined) : (value ?? null);
};
/**
 * A schema of draft 4 (OpenAPI's and kubeconform's) as ajv reads it (draft 7), narrowed to what concerns one value: ajv
 * compiles what it is given, and the whole schema of a Prometheus takes it half a second.
 */
const narrow = (schema, value) => {
    if (!(0,kubernetes_manifest/* isObject */.G)(schema))
        return converted(schema);
    const made = {};
    for (const [keyword, inner] of Object.entries(schema)) {
        if (keyword === "$schema" || keyword === "id")
            continue;
        if (keyword === "uniqueItems" && !(Array.isArray(value) && value.length <= longSet))
            continue;
        if (keyword === "enum" || keyword === "required")
            made[keyword] = inner ?? null;
        else if (keyword === "properties" && (0,kubernetes_manifest/* isObject */.G)(inner) && (0,kubernetes_manifest/* isObject */.G)(value))
            made[keyword] = narrowProperties(inner, value);
        else if (keyword === "properties" && (0,kubernetes_manifest/* isObject */.G)(inner))
            made[keyword] = Object.fromEntries(Object.entries(inner).map(([name, property]) => [name, converted(property)]));
        else if (keyword === "items" && (0,kubernetes_manifest/* isObject */.G)(inner) && Array.isArray(value) && value.length <= longList)
            made[keyword] = value.length === 0 ? {} : value.map((element) => narrow(inner, element));
        else
            made[keyword] = converted(inner);
    }
    bounds(made);
    return made;
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/schema-message.js


const longest = 80;
/** Values that are allowed and told. */
const mostTold = 30;
const quoted = (value) => {
    const text = JSON.stringify(value) ?? "nothing";
    return text.length > longest ? `${text.slice(0, longest)}\u2026` : text;
};
const article = (type) => type === "null"
    ? "null"
    : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type === "array" ? "list" : type}`.replace("an list", "a list");
const either = (words) => words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
/** What stands there; a Secret's values are told by their type only. */
const found = (value, secret) => {
    if (value === null)
        return "null";
    if (Array.isArray(value))
        return "a list";
    if ((0,kubernetes_manifest/* isObject */.G)(value))
        return "an object";
    return secret ? article(typeof value) : `the ${typeof value} ${quoted(value)}`;
};
const typesOf = (error) => [error.params["type"]].flat().map(String);
/** `null` is left out: nobody is advised to write it. */
const wantedType = (types, error, secret) => {
    const advised = types.filter((type) => type !== "null");
    const quote = advised.includes("string") && ["number", "boolean"].includes(typeof error.data) ? ": put it in quotes" : "";
    return `must be ${either(advised.map(article))}, but is ${found(error.data, secret)}${quote}`;
};
const unknownField = (error) => {
    const name = String(error.params["additionalProperty"]);
    const properties = error.parentSchema?.["properties"];
    const meant = (0,nearest/* nearest */.p)(name, (0,kubernetes_manifest/* isObject */.G)(properties) ? Object.keys(properties) : []);
    return `unknown field "${name}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`;
};
/** What means "absent" is left out of the values that are advised. */
const notAllowed = (error, secret) => {
    const allowed = [error.params["allowedValues"]].flat().filter((value) => value !== null && value !== "");
    const meant = typeof error.data === "string"
        ? (0,nearest/* nearest */.p)(error.data, allowed.filter((value) => typeof value === "string"))
        : undefined;
    const told = allowed.slice(0, mostTold).map(quoted);
    if (told.length < allowed.length)
        told.push(`one of ${allowed.length - told.length} more`);
    return `${found(error.data, secret)} is not allowed: use ${either(told)}${meant === undefined ? "" : `; did you mean "${meant}"?`}`;
};
const noneFits = (error, causes, secret) => {
    if (causes.length === 0)
        return `fits more than one of the forms that exclude each other`;
    if (causes.every(({ keyword, instancePath }) => keyword === "type" && instancePath === error.instancePath))
        return wantedType([...new Set(causes.flatMap(typesOf))], error, secret);
    if (causes.every(({ keyword, instancePath }) => keyword === "required" && instancePath === error.instancePath))
        return `needs one of the fields ${either([...new Set(causes.map((cause) => `"${cause.params["missingProperty"]}"`))])}`;
    const reasons = [...new Set(causes.map((cause) => schema_message_messageOf(cause, [], secret)))];
    return `fits none of the allowed forms: ${reasons.join("; ")}`;
};
/** What one schema error means, in plain words, with the value found and what is allowed. */
const schema_message_messageOf = (error, causes, secret) => {
    switch (error.keyword) {
        case "additionalProperties":
            return unknownField(error);
        case "required":
            return `required field "${error.params["missingProperty"]}" is missing`;
        case "type":
            return wantedType(typesOf(error), error, secret);
        case "enum":
            return notAllowed(error, secret);
        case "pattern":
            return `${found(error.data, secret)} does not match the pattern ${error.params["pattern"]}`;
        case "anyOf":
        case "oneOf":
            return noneFits(error, causes, secret);
        default:
            return `${error.message ?? `breaks the schema's rule "${error.keyword}"`}, but is ${found(error.data, secret)}`;
    }
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/explain.js





const pathOf = (pointer, body) => {
    const path = [];
    for (const step of pointer.split("/").slice(1)) {
        const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
        path.push(Array.isArray((0,kubernetes_manifest/* valueAt */.f)(body, path)) ? Number(key) : key);
    }
    return path;
};
/** Of one object nobody reads more; each is held against each. */
const mostErrors = 1000;
/** The alternatives of an anyOf or oneOf that failed are told with it, once. */
const split = (errors) => {
    const composites = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
    const within = (error, composite) => error !== composite && error.schemaPath.startsWith(`${composite.schemaPath}/`);
    const told = errors.filter((error) => !composites.some((composite) => within(error, composite)));
    return told.map((error) => ({ error, causes: errors.filter((cause) => within(cause, error)) }));
};
const place = (error, body) => {
    const path = pathOf(error.instancePath, body);
    return error.keyword === "additionalProperties" ? [...path, String(error.params["additionalProperty"])] : path;
};
/** Kubernetes' patterns are RE2; JavaScript's own can be made to take for ever. ajv tells them apart by their text. */
const re2 = Object.assign((pattern) => {
    const compiled = (0,compile_re2/* compileRe2 */.X)(pattern);
    return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
}, { code: "re2" });
const compile = (schema, body) => {
    const ajv = new dist_ajv.Ajv({
        allErrors: true,
        strict: false,
        verbose: true,
        // Formats are left to kubeconform, whose ideas of them (Go durations) are its own.
        validateFormats: false,
        validateSchema: false,
        unicodeRegExp: false,
        code: { regExp: re2 },
        logger: false,
    });
    try {
        const narrowed = narrow(schema, body);
        return (0,kubernetes_manifest/* isObject */.G)(narrowed) ? ajv.compile(narrowed) : null;
    }
    catch {
        // A pattern that nobody reads, or a reference that leads nowhere:
        // kubeconform's own words remain.
        return null;
    }
};
/** kubeconform's words without the scratch file that it took the schema from. */
const plainWords = (words) => words
    .replace(/^problem validating schema\. Check JSON formatting: jsonschema validation failed with '[^']*'\s*(?:- )?/, "")
    .replace(/^error unmarshalling resource: /, "the YAML cannot be read: ");
/**
 * What is wrong with an object that kubeconform refused, in plain words with the exact path, by the same schema. Where
 * the second judge sees nothing, kubeconform's own words at the object's root. Values of Secrets are never shown.
 */
const schemaErrorsOf = (body, schema, words) => {
    const secret = body["kind"] === "Secret";
    const validate = schema === null ? null : compile(schema, body);
    if (validate !== null && !validate(body)) {
        const errors = split((validate.errors ?? []).slice(0, mostErrors)).map(({ error, causes }) => ({
            path: place(error, body),
            message: schema_message_messageOf(error, causes, secret),
        }));
        const seen = new Set();
        return errors.filter((error) => {
            const text = JSON.stringify(error);
            return !seen.has(text) && seen.add(text);
        });
    }
    const shown = plainWords(words);
    if (!secret || /\balready (set|defined)\b/.test(shown))
        return [{ path: [], message: shown }];
    return [
        { path: [], message: "kubeconform refuses this Secret; its words are left out, since they may hold a value" },
    ];
};

// EXTERNAL MODULE: ./build/src/validate/schemas/list-map-duplicates.js
var list_map_duplicates = __webpack_require__(99098);
;// CONCATENATED MODULE: ./build/src/validate/judge-objects.js







/**
 * The verdict on each object, in the same order: by its names, by kubeconform, by the rest of what its schema says, and
 * by the CEL rules of its definition. What passed in an earlier run is not judged again, nor its schema read.
 */
const judgeObjects = async (manifests, collected, outside) => {
    const { verdicts, unjudgedRules } = await judgeBySchemas(manifests, collected, outside);
    return { verdicts: verdicts.map(withNames), unjudgedRules };
};
/** Names need no schema. */
const withNames = (verdict) => {
    const wrong = nameErrors(verdict.manifest);
    return wrong.length === 0 ? verdict : { ...verdict, status: "invalid", errors: [...wrong, ...verdict.errors] };
};
const judgeBySchemas = async (manifests, collected, outside) => {
    const handed = manifests.filter(({ body }) => mayBeHandedOver(body));
    if (handed.length === 0)
        return { verdicts: manifests.map((one) => judge_objects_judge(one, unasked, collected)), unjudgedRules: [] };
    const passed = await openPassed(collected, outside);
    const round = { manifests, handed, collected, outside };
    const judged = await judgeAll(round, passed);
    // Beyond so many steps it hangs on the order which rules are judged: an earlier run's is another one.
    const { verdicts, unjudgedRules, learned } = judged.steps > judge_rules_mostSteps ? await judgeAll(round, nonePassed) : judged;
    for (const tell of learned)
        tell(passed);
    passed.save();
    return { verdicts, unjudgedRules };
};
const judgeAll = async (round, passed) => {
    const { manifests, handed, collected, outside } = round;
    const earlier = new Map(handed.map((manifest) => [manifest, passed.get(manifest)]));
    const asked = handed.filter((manifest) => earlier.get(manifest) === null);
    const schemas = new Set(asked.flatMap((manifest) => schemaOfManifest(manifest, collected) ?? []));
    const [answers, rulesJudge] = await Promise.all([
        askKubeconform(asked, collected, outside),
        openRulesJudge([...schemas].map(({ body }) => body)),
    ]);
    const said = new Map(asked.map((manifest, index) => [manifest, answers[index] ?? unasked]));
    const unjudgedRules = [];
    const learned = [];
    let steps = 0;
    const verdicts = manifests.map((manifest) => {
        const before = earlier.get(manifest) ?? null;
        if (before !== null && before !== "unusable") {
            steps += before.steps;
            return { manifest, status: "valid", errors: [] };
        }
        const answer = said.get(manifest) ?? unasked;
        const verdict = judge_objects_judge(manifest, answer, collected);
        if (before !== null || answer === unasked)
            return verdict;
        if (answer.status === "unusable")
            learned.push(({ learn }) => learn(manifest, "unusable"));
        if (verdict.status !== "valid")
            return verdict;
        const rules = judgeRules(manifest, rulesJudge, collected);
        steps += rules.steps;
        for (const rule of rules.unjudged)
            unjudgedRules.push({ ...rule, resource: manifest.ref });
        if (rules.errors.length > 0)
            return { manifest, status: "invalid", errors: rules.errors };
        if (rules.unjudged.length === 0 && verdict.doubledKey === undefined)
            learned.push(({ learn }) => learn(manifest, { steps: rules.steps }));
        return verdict;
    });
    return { verdicts, unjudgedRules, steps, learned };
};
/** What kubeconform and the object's schema say of it. */
const judge_objects_judge = (manifest, said, collected) => {
    const verdict = judgeBody(manifest, said, collected);
    return said.doubledKey === undefined ? verdict : { ...verdict, doubledKey: said.doubledKey };
};
const judgeBody = (manifest, verdict, collected) => {
    const schema = schemaOfManifest(manifest, collected);
    if (verdict.status === "invalid")
        return {
            manifest,
            status: "invalid",
            errors: schemaErrorsOf(bodyOf(manifest, collected), schema?.body ?? null, verdict.message),
        };
    if (schema === undefined)
        return { manifest, status: collected.reasons.length > 0 ? "unchecked" : "no-schema", errors: [] };
    if (verdict.status !== "valid")
        return { manifest, status: "unchecked", errors: [] };
    // Two groups of one name promtool tells of a rule.
    const errors = manifest.ref.kind === "PrometheusRule" ? [] : (0,list_map_duplicates/* listMapDuplicates */.R)(schema.body, bodyOf(manifest, collected));
    return { manifest, status: errors.length === 0 ? "valid" : "invalid", errors };
};
const judgeRules = (manifest, judgeOf, collected) => {
    const schema = schemaOfManifest(manifest, collected);
    return judgeOf === null || schema === undefined
        ? { errors: [], unjudged: [], steps: 0 }
        : judgeOf(schema.body, manifest.body);
};

// EXTERNAL MODULE: ./build/src/validate/schemas/schema-sources.js + 10 modules
var schema_sources = __webpack_require__(51808);
// EXTERNAL MODULE: ./build/src/validate/schemas/schema-template.js
var schema_template = __webpack_require__(63238);
;// CONCATENATED MODULE: ./build/src/validate/validate.js








/** Asks the sources in their order, each only for what those before it do not have. */
const validate_collect = async (keys, sources, { memory }) => {
    const known = openFacts(memory, ["schemas that were read/1"]);
    const schemas = new Map();
    const reasons = [];
    for (const source of sources) {
        const missing = keys.filter((key) => !schemas.has((0,schema_key/* schemaKeyText */.Q8)(key)));
        if (missing.length === 0)
            break;
        const wasRead = (0,once/* once */.O)((text) => known.get([source.name, text]) !== null);
        const answer = await source.find(missing, wasRead);
        for (const schema of answer.schemas)
            if (!schemas.has((0,schema_key/* schemaKeyText */.Q8)(schema.key)))
                schemas.set((0,schema_key/* schemaKeyText */.Q8)(schema.key), schema);
        for (const { text } of answer.schemas)
            if (!wasRead(text))
                known.learn([source.name, text], "");
        if (answer.unreachable !== null)
            reasons.push(answer.unreachable);
    }
    known.save();
    return { schemas, reasons };
};
/** Every release of Kubernetes has them. */
const surelyThere = new Set(["ConfigMap", "Namespace", "Secret", "Service", "ServiceAccount"].map((kind) => (0,schema_key/* schemaKeyText */.Q8)((0,schema_key/* keyOf */.TN)("v1", kind))));
const isOfKubernetes = ({ group }) => !group.includes(".") || group.endsWith(".k8s.io");
/**
 * A location that has the schemas of another release, or of none: each object would be told to have the wrong version.
 * Of a folder with schemas of somebody's own definitions alone another location has those of Kubernetes.
 */
const lackingRelease = (keys, { schemas, reasons }, { locations, kubeVersion }) => {
    if (reasons.length > 0 || locations.length === 0)
        return [];
    if (!keys.some((key) => surelyThere.has((0,schema_key/* schemaKeyText */.Q8)(key))))
        return [];
    if (keys.some((key) => isOfKubernetes(key) && schemas.has((0,schema_key/* schemaKeyText */.Q8)(key))))
        return [];
    const example = (0,schema_template/* expand */.fT)(schema_template/* standardLayout */.Wh, (0,schema_key/* keyOf */.TN)("v1", "ConfigMap"), kubeVersion);
    const wayOut = "set kubernetes-version to a release that it has";
    return [`${locations.join(", ")} has no schemas of Kubernetes ${kubeVersion}, such as ${example}: ${wayOut}`];
};
/** Schemas that kubeconform could not use, e.g. for a reference to another file in them. */
const validate_unusable = (verdicts, collected) => {
    const found = verdicts
        .filter(({ status }) => status === "unchecked")
        .flatMap(({ manifest }) => schemaOfManifest(manifest, collected) ?? []);
    return [...new Set(found)].map(({ key, source }) => `kubeconform cannot use the schema of ${(0,schema_key/* schemaKeyText */.Q8)(key)} from ${source}`);
};
/**
 * kubeconform's strict verdict on every object of the render, and that of the CEL rules of its definition: the chart's
 * objects, its hooks included, those of base and of the overlays. The chart's own CustomResourceDefinitions give
 * schemas and are not judged themselves: the API server does that when they are applied. Throws OperatorError
 * `invalid-input` for a wrong schema location, and what the cluster throws where a location is `cluster`.
 */
const validateRender = async (render, options) => {
    const chart = render.chart;
    const manifests = [
        ...chart.manifests,
        ...chart.hooks,
        ...(0,render_render/* allManifests */.m)({ ...render, chart: { ...chart, manifests: [] } }),
    ];
    const sources = (0,schema_sources/* schemaSources */.S)(render, manifests, options);
    const keys = [...new Map(manifests.map(keyOfManifest).map((key) => [(0,schema_key/* schemaKeyText */.Q8)(key), key])).values()].filter(schema_key/* isProper */.d3);
    const { outside } = options;
    const asked = await validate_collect(keys, sources, outside);
    const { kubeVersion, inputs } = options;
    const locations = sources.slice(sources.length - inputs.schemaLocations.length).map(({ name }) => name);
    const reasonsToo = [...asked.reasons, ...lackingRelease(keys, asked, { locations, kubeVersion })];
    const collected = { ...asked, reasons: reasonsToo };
    const judged = await judgeObjects(manifests, collected, outside);
    const reasons = [...collected.reasons, ...validate_unusable(judged.verdicts, collected)];
    return {
        ...judged,
        locations: sources.map(({ name }) => name),
        unreachable: reasons.length === 0 ? null : reasons.join("; "),
    };
};

;// CONCATENATED MODULE: ./build/src/examine/examine.js










/**
 * The stages `validate` and `resolve`, beside each other, and beside both what helm is asked of values that seem to do
 * nothing: what the checks read. Of a render that failed nothing is resolved. `beside` is called when only promtool's
 * tests are waited for, and waited for as well.
 */
const examine = async (rendered, stages, beside = async () => { }) => {
    const { stack, render, outside } = rendered;
    const unresolved = (0,render_failure/* renderFailure */.z)(render);
    // The signals need no more than promtool's verdicts on the rules, and its tests take longest: it is asked first.
    const ruling = checkRules((0,render_render/* allManifests */.m)(render), outside);
    const started = Promise.withResolvers();
    const exec = (command) => {
        started.resolve();
        return outside.exec(command);
    };
    const validating = stages.run("validate", () => ({ validation: validateRender(render, { ...rendered, outside: { ...outside, exec } }), rules: ruling }), ({ validation }) => validation.unreachable);
    const asked = Promise.race([started.promise, validating]).then(next_turn/* nextTurn */.t, () => { });
    const judging = judgeValues(rendered);
    if (unresolved !== null) {
        stages.skip("resolve", unresolved);
        const [{ validation, rules }, unknownValues] = await (0,all_done/* allDone */.g)([validating, judging]);
        return { stack, render, validation, rules, unknownValues };
    }
    const statedSize = rendered.configuration.config.clusterSize;
    const resolve = resolveStage({ ...rendered, ruling, asked, statedSize });
    const soFar = (0,all_done/* allDone */.g)([validating, judging, resolve.resolution, resolve.clusterSize]).then(([{ validation, rules }, unknownValues, resolution, clusterSize]) => {
        return { stack, render, validation, rules, unknownValues, resolution, clusterSize };
    });
    const [known, { alertTests }] = await (0,all_done/* allDone */.g)([
        soFar,
        stages.run("resolve", () => resolve),
        soFar.then(beside, () => { }),
    ]);
    return { ...known, alertTests };
};
/** What these checks find in what was examined, each finding with the hash of its line. */
const findIn = (subject, { checks, policy, outside, ahead }) => {
    const why = (0,render_failure/* renderFailure */.z)(subject.render) ?? "not resolved";
    const parts = ["resolution", "alertTests", "clusterSize"];
    const unavailable = new Map(parts.map((part) => [part, why]));
    // What was let be above because it took too long is no finding where the whole run was late.
    outside.signal.throwIfAborted();
    return markLines((0,run_checks/* runChecks */.JT)(subject, unavailable, checks, policy, ahead), outside.workspace);
};

;// CONCATENATED MODULE: ./build/src/examine/judge-tree.js










/** Loads, renders and checks another state of the tree, in silence. Throws as a run's stages do. */
const judgeTree = async (given, state) => {
    const { inputs, configuration, helm, kubeVersion, memory } = given;
    const watched = (0,touched_paths/* watchPaths */.I3)(layOver(given.outside.workspace, state.files));
    const outside = {
        ...given.outside,
        workspace: watched.workspace,
        scratch: scratchBelow(given.outside.scratch, `states/${state.name}`),
        memory: state.keeps ? memory.lasting : memory.passing,
        log: { ...given.outside.log, info: given.outside.log.debug },
    };
    if ((await outside.workspace.kind(inputs.path)) === "missing")
        return { checked: { findings: [], suppressed: [], notRun: [] }, products: {}, touched: await watched.touched() };
    const stages = new stage/* StageRecorder */.V(outside.now);
    const { stack } = await stages.keep({ stack: (0,load/* loadStack */.f)(inputs, outside.workspace) });
    await stages.keep({ generatorFiles: (0,read_generator_files/* readGeneratorFiles */.h)(stack, outside.workspace) });
    const { policy } = await (0,open_policy/* openPolicy */.t)(configuration, stack, outside.workspace);
    const { render } = await stages.keep({
        render: (0,render_stack/* renderStack */.x)(stack, inputs, outside, { helm, kubeVersion, twice: false }),
    });
    const subject = await examine({ ...given, outside, stack, render }, stages);
    const checked = await findIn(subject, { checks: state.checks ?? checks/* checks */.A, policy, outside });
    return { checked, products: stages.products(), touched: await watched.touched() };
};

;// CONCATENATED MODULE: ./build/src/examine/compare-with-base.js









/** States of the tree that are tried for where findings come from, and milliseconds in which a new one is begun. */
const compare_with_base_most = { states: 24, ms: 60_000 };
/**
 * Judges the tree as it was before the change, from the same files with its texts, and tells what of the findings is
 * new. What keeps it from that is a note. Throws what ends the run, and bugs.
 */
const compareWithBase = async (given) => {
    const { change, checked, touched, outside } = given;
    const untold = (note) => ({
        checked,
        comparison: { base: null, note, affected: true, mended: [] },
    });
    if (!("base" in change))
        return untold(`Findings are not compared with the base commit: ${change.why}. ${change.wayOut}`);
    const commit = change.base.slice(0, 12);
    if (given.inputs.allow.includes("exec-plugins"))
        return untold(`Findings are not compared with commit ${commit}: programs of the tree may run, and would on states of it that nobody wrote.`);
    const apart = await chartPlace(given);
    if (![...change.files.keys()].some((path) => touched.has(path) || apart.has(path)))
        return { checked: compared(checked, checked).checked, comparison: sameAs(change.base) };
    const texts = await changeTexts(change, { workspace: outside.workspace, touched, apart });
    if ("why" in texts)
        return untold(`Findings are not compared with commit ${commit}: ${texts.why}.`);
    const start = outside.now();
    const before = await judgeTree(given, { files: laidBefore(texts), name: "before", keeps: true }).catch(compare_with_base_refusal(given));
    if ("refused" in before)
        return untold(`Findings are not compared with commit ${commit}, which cannot be judged: ${before.refused}`);
    // What is read through a link of the older tree, where it may be gone by now.
    const moved = movedPlace(change, before.touched);
    if (moved !== null)
        return untold(`Findings are not compared with commit ${commit}: ${moved.why}.`);
    const { checked: marked, mended } = compared(checked, before.checked);
    const concerned = texts.filter(({ file }) => touched.has(file) || before.touched.has(file));
    const hasNew = marked.findings.some((finding) => finding.change === "new");
    const changes = await (0,all_done/* fewAtOnce */.X)(hasNew ? concerned : [], async (one) => ({
        ...one,
        patch: await change.patch(one.file),
    }));
    const findings = await anchorFindings(marked.findings, { paths: given.paths, changes, judge: judging(given, start) });
    outside.log.info(`Compared with commit ${commit} in ${((outside.now() - start) / 1000).toFixed(1)} s.`);
    const hidden = hideMended(given, before, mended);
    return {
        checked: { ...marked, findings },
        comparison: { base: change.base, note: null, affected: true, mended: hidden },
    };
};
/** A chart in the repository is read as a whole, and not file by file. */
const chartPlace = async ({ stack, outside }) => {
    const { real } = await outside.workspace.find(stack.release.chart.value);
    return (0,touched_paths/* touching */.Ed)(new Set(), new Set(real === null ? [] : [real]));
};
const sameAs = (base) => ({ base, note: null, affected: true, mended: [] });
const compared = (now, before) => {
    const { findings, mended } = compareFindings(now, before);
    return { checked: { ...now, findings }, mended };
};
const laidBefore = (changes) => new Map(changes.map(({ file, before }) => [file, before]));
/** Trouble of the older tree is told; the run's own end is its own. */
const compare_with_base_refusal = ({ outside }) => (thrown) => {
    outside.signal.throwIfAborted();
    const known = (0,errors/* asOperatorError */.XJ)(thrown);
    if (known === undefined)
        throw thrown;
    return { refused: known.message.split("\n", 1)[0] ?? "" };
};
/** Its words quote the older tree, whose secrets the newer one may not have. */
const hideMended = ({ inputs }, { products }, mended) => {
    const hide = (0,outcome/* hiderOf */.S2)(inputs, products);
    return mended.map(({ check, severity, help, at, resource, message }) => ({
        ...{ check, severity, help, message: hide(message) },
        ...(at === undefined ? {} : { at: { ...at, file: hide(at.file) } }),
        ...(resource === undefined ? {} : { resource }),
    }));
};
/** What other states of the tree have of some checks: each is judged once, a few of them, within a limit of time. */
const judging = (given, start) => {
    const { outside } = given;
    let tried = 0;
    return async (files, wanted) => {
        if (tried >= compare_with_base_most.states || outside.now() - start > compare_with_base_most.ms)
            return null;
        tried += 1;
        const asked = { files, name: `state-${tried}`, keeps: false, checks: checks/* checks */.A.filter(({ id }) => wanted.has(id)) };
        const state = await judgeTree(given, asked).catch(compare_with_base_refusal(given));
        if ("refused" in state)
            return [];
        return [...state.checked.findings, ...state.checked.suppressed.map(({ finding }) => finding)];
    };
};

// EXTERNAL MODULE: ./build/src/outside/github.js
var outside_github = __webpack_require__(5587);
// EXTERNAL MODULE: ./build/src/report/annotations.js
var annotations = __webpack_require__(49423);
// EXTERNAL MODULE: ./build/src/plan/hidden/excerpt.js + 1 modules
var excerpt = __webpack_require__(3341);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
// EXTERNAL MODULE: ./build/src/report/text/visible.js
var visible = __webpack_require__(42555);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(49872);
// EXTERNAL MODULE: ./build/src/report/size-ladder.js
var size_ladder = __webpack_require__(29165);
// EXTERNAL MODULE: ./build/src/report/summary/coverage-section.js
var coverage_section = __webpack_require__(19012);
// EXTERNAL MODULE: ./build/src/report/summary/deploy-section.js
var deploy_section = __webpack_require__(14061);
// EXTERNAL MODULE: ./build/src/report/summary/drill-section.js
var drill_section = __webpack_require__(17201);
// EXTERNAL MODULE: ./build/src/report/summary/findings-section.js
var findings_section = __webpack_require__(5424);
// EXTERNAL MODULE: ./build/src/report/summary/frame.js
var summary_frame = __webpack_require__(49359);
// EXTERNAL MODULE: ./build/src/report/summary/plan-section.js + 1 modules
var plan_section = __webpack_require__(43915);
// EXTERNAL MODULE: ./build/src/report/summary/policy-section.js
var policy_section = __webpack_require__(81004);
// EXTERNAL MODULE: ./build/src/report/summary/rollback-section.js
var rollback_section = __webpack_require__(48194);
// EXTERNAL MODULE: ./build/src/report/summary/signal-section.js
var signal_section = __webpack_require__(75710);
// EXTERNAL MODULE: ./build/src/report/summary/verify-section.js + 1 modules
var verify_section = __webpack_require__(41778);
// EXTERNAL MODULE: ./build/src/report/plan-words.js
var plan_words = __webpack_require__(59806);
;// CONCATENATED MODULE: ./build/src/report/brief/plan-brief.js




/** UTF-16 units of what is quoted on a line. */
const plan_brief_longest = 300;
/** What must not be missed where a plan is shortened; empty where there is none, or none that anybody approves. */
const approvalWarning = ({ plan }) => plan === null || (0,plan_words/* isQuiet */.rM)((0,plan_words/* shownPlan */.vJ)(plan))
    ? ""
    : "> \u26a0\ufe0f This plan is not shown whole, and cannot be approved from here: read it in the job summary or in `plan.json`.";
/** The plan as a sentence, what is worst, `rows` of its objects by name, and the digest; empty where there is none. */
const planLines = ({ plan: report }, rows) => {
    if (report === null)
        return [];
    const plan = (0,plan_words/* shownPlan */.vJ)(report);
    const changed = (0,plan_words/* changedObjects */.vb)(plan).toSorted((a, b) => Number(b.action === "delete") - Number(a.action === "delete"));
    const listed = [
        ...plan.obstacles.map(({ reason, message }) => `\u274c **Refused** (${(0,markdown/* code */.aY)(reason)}): ${line(message)}`),
        ...plan.losses.map(({ ref, what }) => `\u26a0\ufe0f **Lost**: ${line(`${(0,core_finding/* nameOf */.Vb)(ref)}: ${what}`)}`),
        ...changed.map(({ ref, action }) => `${action} ${line((0,core_finding/* nameOf */.Vb)(ref))}`),
    ];
    const shown = listed.slice(0, rows).map((one) => `- ${one}`);
    const more = rows > 0 && listed.length > rows ? [`- ${(0,markdown/* counted */.hS)(listed.length - rows, "more line")} in plan.json`] : [];
    return [
        `**Plan**: ${(0,markdown/* text */.Qq)((0,excerpt/* cutTo */.yd)((0,plan_words/* planSentence */.th)(plan), 2 * plan_brief_longest))}.`,
        [...shown, ...more].join("\n"),
        `Digest of this plan: ${(0,markdown/* code */.aY)((0,excerpt/* cutTo */.yd)(plan.digest, plan_brief_longest))}. It holds until ${(0,markdown/* code */.aY)((0,excerpt/* cutTo */.yd)(plan.expiresAt, plan_brief_longest))}.`,
    ];
};
const line = (said) => (0,markdown/* text */.Qq)((0,excerpt/* cutTo */.yd)(said, plan_brief_longest));

;// CONCATENATED MODULE: ./build/src/report/brief/brief-list.js






/** UTF-16 units of a message on its line. */
const brief_list_longest = 300;
/** A line an entry: the next step, the plan's worst and its objects, and the worst findings, so many of each. */
const briefList = (report, links, rows) => {
    const ranked = (0,annotations/* newFirst */.$h)(report.findings);
    const shown = ranked.slice(0, rows).map((finding) => {
        const place = (0,findings_section/* findingPlace */.ps)(finding, links).replaceAll("<br>", " ");
        const said = (0,markdown/* text */.Qq)((0,excerpt/* cutTo */.yd)(finding.message.split("\n", 1)[0] ?? "", brief_list_longest));
        return `- ${findings_section/* severityIcons */.iE[finding.severity]} ${[place, said, (0,markdown/* code */.aY)(finding.check)].filter((part) => part !== "").join(" ")}`;
    });
    const more = ranked.length - shown.length;
    return [
        ...briefStep(report),
        approvalWarning(report),
        ...planLines(report, rows),
        brief_list_found(report),
        [...shown, ...(more === 0 ? [] : [`- ${(0,markdown/* counted */.hS)(more, "more finding")} in report.json`])].join("\n"),
    ];
};
/** What is left where nothing else has room. */
const briefLine = (report) => [
    ...briefStep(report),
    approvalWarning(report),
    ...planLines(report, 0),
    brief_list_found(report),
];
const brief_list_found = (report) => `**Found**: ${(0,verdict/* foundCounts */.HI)(report)}.`;
const briefStep = (report) => {
    const step = (0,verdict/* nextStep */.sk)(report);
    return step === null ? [] : [`<b>Next step:</b> ${(0,markdown/* text */.Qq)((0,excerpt/* cutTo */.yd)(step, brief_list_longest))}`];
};

;// CONCATENATED MODULE: ./build/src/report/brief/brief.js















/**
 * What a pull request and a check run are told, as GitHub Markdown within so many bytes: of the job summary what bears
 * on the change. It is shortened step by step; the verdict with its totals and the plan's digest stay at every one, and
 * of a plan that is not shown whole it says that it cannot be approved from here.
 */
const renderBrief = (report, links, bytes) => (0,size_ladder/* fitting */._Q)(bytes, (0,size_ladder/* messagesOf */.cr)(report), (step) => whole([(0,summary_frame/* heading */.R_)(report), ...brief_parts(report, links, step), (0,summary_frame/* footer */.qr)(links)]));
const brief_parts = (report, links, step) => {
    const rows = size_ladder/* rowsAt */.hO[step];
    switch (step) {
        case "full":
            return [
                (0,summary_frame/* errorSection */.K6)(report),
                (0,plan_section/* planSection */.l)(report, rows),
                (0,verify_section/* verifySection */.V)(report, rows),
                (0,signal_section/* signalSection */.q)(report, links, rows),
                (0,coverage_section/* coverageSection */.E)(report),
                (0,findings_section/* findingsSection */.WT)(report, links, rows, { ranked: annotations/* newFirst */.$h }),
                (0,policy_section/* policySection */.U)(report, links, rows),
                (0,rollback_section/* rollbackSection */.i)(report, rows),
                (0,deploy_section/* deploySection */.b)(report, rows),
                (0,drill_section/* drillSection */.H)(report, rows),
            ];
        case "short":
            return [
                shortened(links),
                (0,summary_frame/* errorSection */.K6)(report),
                approvalWarning(report),
                (0,plan_section/* planSection */.l)(report, rows, { withFields: false }),
                (0,verify_section/* verifySection */.V)(report, rows),
                (0,rollback_section/* rollbackSection */.i)(report, rows),
                (0,signal_section/* signalSection */.q)(report, links, rows),
                (0,findings_section/* findingsSection */.WT)(report, links, rows, { ranked: annotations/* newFirst */.$h, withRepairs: false }),
            ];
        case "list":
            return [shortened(links), ...briefList(report, links, rows)];
        case "line":
            return [shortened(links), ...briefLine(report)];
    }
};
const shortened = (links) => `> Shown in short: the ${(0,markdown/* link */.nf)("job summary", links.run)} has more of it, and \`report.json\` all.`;
const whole = (sections) => `${sections.filter((section) => section !== "").join("\n\n")}\n`;

;// CONCATENATED MODULE: ./build/src/report/brief/check-run.js






/**
 * What GitHub takes, https://docs.github.com/en/rest/checks/runs#create-a-check-run: bytes of the summary, and UTF-16
 * units of titles.
 */
const [mostBytes, longestTitle] = [65_000, 250];
/** Ten requests: GitHub takes 50 of them in each, and a person reads no more. */
const mostAnnotations = 500;
const check_run_levels = { error: "failure", warning: "warning", notice: "notice" };
/**
 * The report as a check run of the commit: its conclusion, the brief below a foreword in Markdown, and the findings
 * that have a place, ranked.
 */
const checkRunOf = (report, links, changedFiles, foreword = "") => {
    const placed = report.findings.filter(({ at }) => at !== undefined);
    const shown = (0,annotations/* ranking */.lC)(placed, changedFiles).slice(0, mostAnnotations);
    const left = report.findings.length - shown.length;
    const note = `${foreword}${left === 0 ? "" : `${(0,markdown/* counted */.hS)(left, "more finding")} without an annotation.\n\n`}`;
    return {
        name: (0,excerpt/* cutTo */.yd)((0,visible/* visible */.R)(`Prometheus stack (${[report.target, report.path].filter((part) => part !== null).join(", ")})`), 150),
        conclusion: report.conclusion,
        title: (0,excerpt/* cutTo */.yd)((0,visible/* visible */.R)((0,verdict/* verdict */.WJ)(report)), longestTitle),
        summary: note + renderBrief(report, links, mostBytes - Buffer.byteLength(note)),
        annotations: shown.map(annotations/* annotationOf */.lW).flatMap(placedAnnotation),
        address: links.run ?? null,
    };
};
const placedAnnotation = ({ level, title, message, ...place }) => {
    const { file, startLine, endLine, startColumn, endColumn } = place;
    if (file === undefined || startLine === undefined)
        return [];
    return [
        {
            ...{ path: file, startLine, endLine: Math.max(startLine, endLine ?? startLine) },
            ...(startColumn === undefined ? {} : { startColumn }),
            ...(startColumn === undefined || endColumn === undefined ? {} : { endColumn: Math.max(startColumn, endColumn) }),
            ...{ level: check_run_levels[level], title: (0,excerpt/* cutTo */.yd)(title, longestTitle), message },
        },
    ];
};

// EXTERNAL MODULE: ./build/src/gate/github-event.js
var github_event = __webpack_require__(5900);
// EXTERNAL MODULE: ./build/src/text/untrusted-json.js
var untrusted_json = __webpack_require__(1417);
;// CONCATENATED MODULE: ./build/src/report/brief/comment-state.js



/** How much is kept, so that a comment has room for what is told. */
const comment_state_kept = { keys: 300, named: 30, pushes: 10, place: 120 };
/** Characters of the encoded state: a quarter of a comment. */
const comment_state_longest = 16_000;
const limits = { mostBytes: comment_state_longest, maxDepth: 6 };
const stateLine = /^<!-- prometheus-stack-action-state ([\w-]+) -->$/;
/** The hidden line, without a line feed: of letters that end no comment. Where names are too long, it has none. */
const writeState = (state) => {
    const encoded = encode(state);
    const short = encoded.length <= comment_state_longest ? encoded : encode(withoutNames(state));
    return `<!-- prometheus-stack-action-state ${short} -->`;
};
const encode = (state) => Buffer.from(JSON.stringify(state)).toString("base64url");
const withoutNames = ({ now, before, pushes }) => ({
    now: { ...now, named: [] },
    before: before === null ? null : { ...before, named: [] },
    pushes,
});
/**
 * The state in a line of a comment; null where it holds none that is whole. Whoever may edit comments may have written
 * it: every field is checked, and what is longer than `writeState` is handed is none.
 */
const readState = (line) => {
    const [, encoded] = stateLine.exec(line) ?? [];
    if (encoded === undefined || encoded.length > comment_state_longest)
        return null;
    const read = (0,untrusted_json/* readUntrustedJson */.R)(Buffer.from(encoded, "base64url"), limits);
    if (!read.ok || !(0,kubernetes_manifest/* isObject */.G)(read.value))
        return null;
    const { now, before, pushes } = read.value;
    const isState = isRun(now) && (before === null || isRun(before)) && isListOf(pushes, comment_state_kept.pushes, isPush);
    return isState ? read.value : null;
};
const isListOf = (value, most, fits) => Array.isArray(value) && value.length <= most && value.every(fits);
const isRun = (value) => (0,kubernetes_manifest/* isObject */.G)(value) &&
    isCommit(value["commit"]) &&
    typeof value["isAll"] === "boolean" &&
    isListOf(value["keys"], comment_state_kept.keys, isKey) &&
    isListOf(value["named"], comment_state_kept.named, isNamed);
const isNamed = (value) => (0,kubernetes_manifest/* isObject */.G)(value) &&
    isKey(value["key"]) &&
    typeof value["check"] === "string" &&
    /^[a-z0-9-]{1,100}$/.test(value["check"]) &&
    typeof value["place"] === "string" &&
    value["place"].length <= comment_state_kept.place;
const isPush = (value) => (0,kubernetes_manifest/* isObject */.G)(value) && isCommit(value["commit"]) && isCount(value["mended"]) && isCount(value["added"]);
const isKey = (value) => typeof value === "string" && /^[0-9a-f]{8}$/.test(value);
const isCommit = (value) => typeof value === "string" && (0,github_event/* isCommitName */.Nf)(value);
const isCount = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

;// CONCATENATED MODULE: ./build/src/report/brief/deployed-note.js


/** UTF-16 units of what is quoted. */
const deployed_note_longest = 300;
/** What a comment that stays says of the deploy that it tells of, as Markdown; empty without one. */
const deployedNote = ({ deploy, rollback, chart, conclusion, plan }, links) => {
    if (deploy === null)
        return "";
    const release = rollback?.release ?? deploy.release;
    const said = [
        rollback !== null ? "Deployed, and taken back" : conclusion === "success" ? "Deployed" : "Deployed in part",
        ...(links.commit === undefined ? [] : [`commit ${(0,markdown/* code */.aY)(links.commit.slice(0, 12))}`]),
        ...(chart === null ? [] : [`chart ${deployed_note_quoted(`${chart.name} ${chart.version}`)}`]),
        ...(release === null ? [] : [`release ${deployed_note_quoted(release.name)} at revision ${release.revision ?? "none"}`]),
        ...(plan === null ? [] : [`plan ${deployed_note_quoted(plan.digest)}`]),
        ...(links.run === undefined ? [] : [(0,markdown/* link */.nf)("this run", links.run)]),
    ];
    return `> ${said.join(", ")}. ${(0,markdown/* text */.Qq)("This comment stays as it is; the next run writes one of its own.")}`;
};
const deployed_note_quoted = (value) => (0,markdown/* code */.aY)((0,excerpt/* cutTo */.yd)(value, deployed_note_longest));

;// CONCATENATED MODULE: ./build/src/report/finding-key.js


/**
 * What a finding is known by in a later run although lines move: its check, file, object and line's text, else its
 * message. Hexadecimal digits, as many as are asked for.
 */
const findingKey = ({ check, at, resource, lineHash, message }, digits) => (0,external_node_crypto_.createHash)("sha256")
    .update(JSON.stringify([check, at?.file, resource && (0,core_finding/* nameOf */.Vb)(resource), lineHash ?? message]))
    .digest("hex")
    .slice(0, digits);

;// CONCATENATED MODULE: ./build/src/report/brief/history.js





/** What a comment keeps of this run, and of those before it: `old` is what it kept until now. */
const nextState = (report, commit, old) => {
    const now = runState(report, commit);
    if (old === null)
        return { now, before: null, pushes: [] };
    // The same commit once more: what it is compared with stays.
    if (old.now.commit === commit)
        return { ...old, now };
    const past = old.before === null ? [] : [pushOf(old.before, old.now)];
    return { now, before: old.now, pushes: [...old.pushes, ...past].slice(-comment_state_kept.pushes) };
};
const runState = ({ findings }, commit) => {
    const ranked = findings.toSorted((a, b) => core_finding/* severities */.gO.indexOf(a.severity) - core_finding/* severities */.gO.indexOf(b.severity));
    const named = new Map();
    for (const finding of ranked) {
        const key = findingKey(finding, 8);
        const { check, at } = finding;
        const place = at === undefined ? "" : (0,excerpt/* cutTo */.yd)(`${at.file}:${at.line}`, comment_state_kept.place);
        if (!named.has(key))
            named.set(key, { key, check, place });
    }
    return {
        commit,
        keys: [...named.keys()].slice(0, comment_state_kept.keys),
        isAll: named.size <= comment_state_kept.keys,
        named: [...named.values()].slice(0, comment_state_kept.named),
    };
};
const pushOf = (before, now) => ({
    commit: now.commit,
    mended: without(before.keys, now).length,
    added: without(now.keys, before).length,
});
/** The keys that a run does not have. Where it has more than are kept, nobody knows of those: they are not counted. */
const without = (keys, { keys: others, isAll }) => {
    const had = new Set(others);
    return isAll ? keys.filter((key) => !had.has(key)) : [];
};
/**
 * What was mended and what is new since the last push, and what came of earlier ones, as collapsed Markdown; where that
 * takes more than so many bytes, how much it was.
 */
const historySection = ({ now, before, pushes }, bytes) => {
    if (before === null)
        return "";
    const [mended, added] = [without(before.keys, now), without(now.keys, before)];
    const lines = [
        ...history_listed("mended", mended, before.named),
        ...history_listed("new", added, now.named),
        ...pushes.toReversed().map((push) => `- earlier, at ${shortCommit(push.commit)}: ${change(push)}`),
    ];
    const title = `Since ${shortCommit(before.commit)}: ${change({ mended: mended.length, added: added.length })}`;
    const whole = (0,markdown/* details */.zH)(title, lines.join("\n"));
    return whole === "" || Buffer.byteLength(whole) > bytes ? `<sub>${title}</sub>` : whole;
};
const change = ({ mended, added }) => `${mended === 0 ? "nothing" : mended} mended, ${added === 0 ? "nothing" : added} new`;
const history_listed = (what, keys, named) => {
    const wanted = new Set(keys);
    const shown = named.filter(({ key }) => wanted.has(key));
    const more = wanted.size - shown.length;
    return [
        ...shown.map(({ check, place }) => `- ${what}: ${(0,markdown/* code */.aY)(check)}${place === "" ? "" : ` ${(0,markdown/* code */.aY)(place)}`}`),
        ...(more === 0 ? [] : [`- ${what}: ${(0,markdown/* counted */.hS)(more, "more finding")}`]),
    ];
};
const shortCommit = (commit) => (0,markdown/* code */.aY)(commit.slice(0, 12));

;// CONCATENATED MODULE: ./build/src/report/brief/comment.js






/** GitHub takes 65,536 characters of a comment; counted as bytes there are never more, and the marker has room. */
const comment_mostBytes = 65_000;
/** Of these, for the history. */
const historyBytes = 8000;
/** The second line of a comment that stays as it is. */
const finalLine = "<!-- prometheus-stack-action-final -->";
/**
 * The comment of a pull request on the report. Its second line, which nobody sees, keeps what the next run compares
 * with, or says that the comment tells of a deploy, and is not written anew.
 */
const commentOf = (report, links, { when, key, foreword = "" }) => ({
    marker: markerOf(report, key),
    mayCreate: isWorthAComment(report, when),
    isMergedToo: report.mode === "deploy",
    isOpen: (body) => lineOf(body, 1) !== finalLine,
    // A deploy is of the merge, and tells of it where the plan was.
    commitIn: (body) => (report.mode === "deploy" ? null : (readState(lineOf(body, 1))?.now.commit ?? null)),
    body: (earlier) => {
        const { line, note } = report.deploy === null ? remembered(report, earlier) : comment_final(report, links);
        const above = `${line}\n${foreword}`;
        const below = note === "" ? "" : `\n${note}\n`;
        return above + renderBrief(report, links, comment_mostBytes - Buffer.byteLength(above + below)) + below;
    },
});
const remembered = (report, { body, commit }) => {
    const old = body === null ? null : readState(lineOf(body, 1));
    if (commit === null)
        return { line: "", note: "" };
    const state = nextState(report, commit, old);
    return { line: writeState(state), note: historySection(state, historyBytes) };
};
const comment_final = (report, links) => ({ line: finalLine, note: deployedNote(report, links) });
const lineOf = (body, index) => body.split("\n", index + 1)[index]?.trimEnd() ?? "";
/** A line of HTML that shows nothing. A digest, so that no name ends it. */
const markerOf = ({ target, path }, key) => `<!-- prometheus-stack-action ${(0,external_node_crypto_.createHash)("sha256")
    .update(JSON.stringify([key, target, path]))
    .digest("hex")
    .slice(0, 32)} -->`;
const isWorthAComment = ({ conclusion, findings, plan }, when) => {
    switch (when) {
        case "always":
            return true;
        case "failures":
            return conclusion === "failure";
        case "changes":
            return conclusion === "failure" || findings.length > 0 || (plan !== null && !(0,plan_words/* isQuiet */.rM)((0,plan_words/* shownPlan */.vJ)(plan)));
    }
};

;// CONCATENATED MODULE: ./build/src/report/brief/not-written.js
/** The notice of what could not be written, and which permission that needs. It fails nothing. */
const notWritten = (what, { unknown, permission }, readsOnly) => {
    const needed = permission === null || unknown.includes(permission) ? "" : `; it needs the permission ${permission}`;
    const way = "Runs of forks and of Dependabot have a token that can only read.";
    return {
        level: "notice",
        title: `No ${what}`,
        message: [
            `The ${what} could not be written: ${unknown}${needed}.`,
            ...(permission !== null && readsOnly ? [way] : []),
            "The log and report.json have the result, and summary and annotations where they are on.",
        ].join(" "),
    };
};

;// CONCATENATED MODULE: ./build/src/report/earlier/foreword.js

/** Stands above what an earlier run reported, as Markdown: nobody is to take it for what this run saw. */
const earlierForeword = (links) => `> \u2139\ufe0f From the artifact of ${(0,markdown/* link */.nf)("an earlier run", links.run)}, which ran what the pull request proposes: whoever opened it could have written this.\n\n`;

// EXTERNAL MODULE: ./build/src/fix/apply-edits.js
var apply_edits = __webpack_require__(55658);
;// CONCATENATED MODULE: ./build/src/report/suggestions.js






/**
 * The report's certain repairs as suggestions of a review: those that are one edit, for a reviewer takes each by
 * itself, and of which no two want the same line.
 */
const suggestionsOf = (report, { key }) => {
    const scope = suggestions_digest([key, report.target, report.path], 16);
    const taken = [];
    const suggestions = [];
    for (const finding of report.findings) {
        const edit = onlyEdit(finding);
        if (edit === null || taken.some((other) => isSameLines(edit, other)))
            continue;
        taken.push(edit);
        suggestions.push(suggestionOf(finding, edit));
    }
    // Of a check that was cut short nobody knows what was mended.
    const isWhole = report.stages.some(({ name, status }) => name === "check" && status === "passed");
    return { scope, suggestions, mended: isWhole ? mendedText : null };
};
/** What a suggestion becomes once its finding is gone: nobody is to take it any more. */
const mendedText = `\u2705 ${(0,markdown/* text */.Qq)("Mended: what this suggestion was for is not found any more.")}`;
const isSameLines = (a, b) => (0,apply_edits/* collide */.pS)(a, b) || (0,apply_edits/* collide */.pS)({ ...a, text: `${b.text}.` }, b);
/** The one edit of a repair that a suggestion's text says exactly; null where there is none. */
const onlyEdit = ({ fix }) => {
    const [edit, another] = fix?.edits ?? [];
    if (edit === undefined || another !== undefined)
        return null;
    // An empty suggestion takes the lines out, and an empty edit leaves one that is empty.
    return edit.text === "" || (0,visible/* visible */.R)(edit.text) !== edit.text ? null : edit;
};
const suggestionOf = (finding, { file, startLine, endLine, text: lines }) => {
    const { check, help, message, severity, fix } = finding;
    return {
        key: `${findingKey(finding, 16)}${suggestions_digest([file, lines], 16)}`,
        ...{ path: file, startLine, endLine },
        body: [
            `${findings_section/* severityIcons */.iE[severity]} ${(0,markdown/* text */.Qq)(message)}`,
            `<b>Mend:</b> ${(0,markdown/* text */.Qq)(fix?.description ?? "")} ${(0,markdown/* link */.nf)((0,markdown/* code */.aY)(check), help)}`,
            (0,markdown/* fenced */.OF)(lines, "suggestion"),
        ].join("\n\n"),
    };
};
const suggestions_digest = (value, digits) => (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(value)).digest("hex").slice(0, digits);

// EXTERNAL MODULE: ./build/src/report/summary/summary.js + 3 modules
var summary = __webpack_require__(71336);
// EXTERNAL MODULE: ./build/src/report/text/workflow-command.js
var workflow_command = __webpack_require__(47984);
// EXTERNAL MODULE: ./build/src/machine/runner/actions-core.js
var actions_core = __webpack_require__(57662);
// EXTERNAL MODULE: ./build/src/plan/planned.js
var planned = __webpack_require__(7006);
// EXTERNAL MODULE: ./build/src/report/whole-check.js
var whole_check = __webpack_require__(40859);
;// CONCATENATED MODULE: ./build/src/machine/runner/outputs.js


/** The action's outputs by name, as action.yml declares them; what there is none of is empty. */
const outputsOf = (report, { reportPath, sarifPath, htmlPath, manifestsPath, planPath }) => ({
    conclusion: report.conclusion,
    "failure-reason": report.failureReason ?? "",
    errors: String(report.counts.error),
    warnings: String(report.counts.warning),
    notices: String(report.counts.notice),
    "report-path": reportPath,
    // Code scanning takes what it is not told for mended: of a check that was not made wholly it gets nothing.
    "sarif-path": (0,whole_check/* isWholeCheck */.S)(report) ? sarifPath : "",
    "html-path": htmlPath,
    "manifests-path": manifestsPath,
    "plan-path": planPath ?? "",
    "plan-digest": report.plan?.digest ?? "",
    ...planOutputs(report.plan),
    "release-revision": revisionOf(report),
});
/** Where a deploy was taken back, what it was taken back to counts, and there may be no release. */
const revisionOf = ({ deploy, rollback }) => {
    const revision = rollback === null ? deploy?.release?.revision : rollback.release.revision;
    return String(revision ?? "");
};
const planOutputs = (plan) => {
    const of = (action) => plan === null ? "" : String(plan.content.objects.filter((object) => object.action === action).length);
    return {
        changes: plan === null ? "" : String((0,planned/* changesAnything */.g)(plan.content)),
        "to-create": of("create"),
        "to-update": of("update"),
        "to-delete": of("delete"),
    };
};

// EXTERNAL MODULE: ./build/src/machine/runner/runner-protocol.js
var runner_protocol = __webpack_require__(9254);
;// CONCATENATED MODULE: ./build/src/machine/runner/publish.js














/** Tells the runner: outputs, job summary, annotations and the step's outcome; and GitHub what the inputs ask for. */
const publish = async (given) => {
    const { inputs, report, written } = given;
    setOutputs(outputsOf(report, written));
    putSummary(given, "");
    const changedFiles = await changedFilesOf(given, inputs.annotations || inputs.checkRun);
    if (inputs.annotations) {
        const rest = inputs.summary ? "the summary and report.json" : "report.json";
        const ownNotices = mostNotices(given);
        process.stdout.write((0,workflow_command/* renderAnnotations */.H)((0,annotations/* annotationsOf */.Ih)(report.findings, { changedFiles, rest, ownNotices })));
    }
    const note = report.change?.note ?? null;
    if (inputs.annotations && note !== null)
        process.stdout.write((0,workflow_command/* renderAnnotations */.H)([{ level: "notice", title: "This change", message: (0,visible/* visible */.R)(note) }]));
    await putAtGithub(given, changedFiles, "");
    await putSuggestions(given);
    if (report.conclusion === "failure")
        (await (0,actions_core/* actionsCore */.v)()).setFailed((0,visible/* visible */.R)(failureLine(report)));
};
/**
 * Tells what an earlier run reported. The step's outcome is its own: that it was told. Annotations would stand at the
 * commit that this workflow is of.
 */
const publishEarlier = async (given) => {
    const { inputs, report, written, links } = given;
    setOutputs({ ...outputsOf(report, written), ...publish_told, "sarif-path": "" });
    const foreword = earlierForeword(links);
    putSummary(given, foreword);
    await putAtGithub(given, await changedFilesOf(given, inputs.checkRun), foreword);
};
/** Tells that there is no earlier report to be told of, and why: a clause. */
const publishNothing = async (report, written, why) => {
    setOutputs({ ...outputsOf(report, written), ...publish_told, "sarif-path": "" });
    const message = `Nothing was published: ${why}.`;
    process.stdout.write((0,workflow_command/* renderAnnotations */.H)([{ level: "notice", title: "No report", message }]));
};
const publish_told = { conclusion: "success", "failure-reason": "" };
const setOutputs = (outputs) => {
    for (const [name, value] of Object.entries(outputs))
        (0,runner_protocol/* setOutput */.uH)(process.env, name, value);
};
const putSummary = ({ inputs, report, links }, foreword) => {
    if (!inputs.summary || !process.env["GITHUB_STEP_SUMMARY"])
        return;
    (0,runner_protocol/* addToSummary */.Dg)(process.env, foreword + (0,summary/* renderSummary */.B)(report, links));
};
/** Only where some are left out: GitHub itself shows all others by their files, whatever comes first. */
const changedFilesOf = async (given, isShown) => new Set((isShown && (0,annotations/* mustChoose */.Lv)(given.report.findings, mostNotices(given))
    ? await given.github.changedFiles()
    : null)?.keys());
/** Notices beside the findings': what this change does, and each thing that may turn out not to be written. */
const mostNotices = ({ inputs, report }) => [(report.change?.note ?? null) !== null, inputs.checkRun, inputs.comment !== "never", inputs.suggestions].filter(Boolean).length;
/** The check run and the comment; `foreword` is Markdown that stands above each. */
const putAtGithub = async ({ inputs, report, links, github }, changedFiles, foreword) => {
    if (inputs.checkRun)
        await written("check run", github, github.putCheckRun(checkRunOf(report, links, changedFiles, foreword)));
    if (inputs.comment === "never")
        return;
    const comment = commentOf(report, links, { when: inputs.comment, key: publish_keyOf(inputs), foreword });
    const posted = await written("comment", github, github.putComment(comment));
    setOutputs({ "comment-id": String(posted?.id ?? "") });
};
const putSuggestions = async ({ inputs, report, github }) => {
    if (!inputs.suggestions)
        return;
    const request = suggestionsOf(report, { key: publish_keyOf(inputs) });
    if (request.suggestions.length === 0 && request.mended === null)
        return;
    await written("suggestions", github, github.putSuggestions(request));
};
const publish_keyOf = ({ commentKey }) => commentKey ?? process.env["GITHUB_WORKFLOW"] ?? "";
/** What was written; where it could not be, a notice says why, and the run goes on. */
const written = async (what, github, asked) => {
    const answer = await asked;
    if (!(0,outside_github/* isUntold */.N)(answer))
        return answer;
    process.stdout.write((0,workflow_command/* renderAnnotations */.H)([notWritten(what, answer, await github.readsOnly())]));
    return null;
};
/**
 * Tells the runner of a run that has no report, for want of room to write it: how the run itself ended, where it came
 * to an end, stands in the log.
 */
const publishTrouble = async ({ reason, message, hint }) => {
    const core = await (0,actions_core/* actionsCore */.v)();
    core.setFailed((0,visible/* visible */.R)(`${message}\nNo report was written. What is left: the stages that the log calls passed are done, and the next run finds them so.\nNext step: ${hint}`));
    try {
        setOutputs({ conclusion: "failure", "failure-reason": reason });
    }
    catch {
        // The runner's own files may lie on the same disk.
    }
};
const failureLine = (report) => [
    report.error?.message ?? (0,verdict/* verdictWithWorst */.le)(report),
    ...((0,verdict/* nextStep */.sk)(report) === null ? [] : [`Next step: ${(0,verdict/* nextStep */.sk)(report)}`]),
].join("\n");

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/report/report-json.js
var report_json = __webpack_require__(17678);
;// CONCATENATED MODULE: ./build/src/machine/runner/write-report.js



/**
 * Writes report.json, report.sarif, report.html, the rendered manifests and plan.json. What the folder has of these
 * names is replaced.
 */
const writeReport = async (directory, { report, rendered, plan }, links, { withSarif = true } = {}) => {
    const manifestsPath = (0,external_node_path_.join)(directory, "manifests");
    await (0,promises_.rm)(manifestsPath, { recursive: true, force: true });
    // A link that somebody puts there meanwhile is an error, here as below.
    await (0,promises_.mkdir)(manifestsPath);
    // The report comes first: it says whose the folder `manifests` is.
    const reportPath = await replace(directory, "report.json", (0,report_json/* renderReportJson */.B)(report));
    await Promise.all(rendered.map(({ name, text }) => (0,promises_.writeFile)((0,external_node_path_.join)(manifestsPath, name), text, { flag: "wx" })));
    const { renderSarif } = await __webpack_require__.e(/* import() */ 570).then(__webpack_require__.bind(__webpack_require__, 55570));
    // For code scanning, which would open an alert for a finding that is let be.
    const sarif = withSarif ? renderSarif(report, { withSuppressed: false }) : null;
    const sarifPath = await replace(directory, "report.sarif", sarif);
    const { renderHtml } = await __webpack_require__.e(/* import() */ 670).then(__webpack_require__.bind(__webpack_require__, 28670));
    const htmlPath = await replace(directory, "report.html", renderHtml(report, links));
    const planPath = await replace(directory, "plan.json", plan?.text ?? null);
    await replace(directory, "approved-plan.json", plan?.approved ?? null);
    return { reportPath, sarifPath, htmlPath, manifestsPath, planPath: plan === null ? null : planPath };
};
/** That of an earlier run would be taken for this one's: it goes, also where there is none now. No link is followed. */
const replace = async (directory, name, text) => {
    const path = (0,external_node_path_.join)(directory, name);
    await (0,promises_.rm)(path, { recursive: true, force: true });
    if (text !== null)
        await (0,promises_.writeFile)(path, text, { flag: "wx" });
    return path;
};

// EXTERNAL MODULE: ./build/src/report/summary/links.js
var links = __webpack_require__(39875);
// EXTERNAL MODULE: ./build/src/report/summary/capacity-section.js
var capacity_section = __webpack_require__(85106);
;// CONCATENATED MODULE: ./build/src/report/text/drill-text.js
/** The delivery drill for a log or a terminal, a line a route; empty where there was none. */
const renderDrillText = ({ drill }) => {
    if (drill === null)
        return "";
    return [
        `Delivery drill, by ${drill.by}`,
        ...drill.routes.map(({ receiver, route, verdict, deliveredAfterSeconds: after, why }) => {
            const how = after === null ? verdict : `${verdict} after ${after} s`;
            return `  ${receiver}, route ${route}: ${how}. ${why}`;
        }),
        ...drill.notes.map((note) => `  ${note}`),
    ].join("\n");
};

;// CONCATENATED MODULE: ./build/src/report/text/plan-text.js




/** Lines of each kind that a log has room for; plan.json has all. */
const plan_text_most = 50;
/** The plan for a log or a terminal: the sentence, what is worst, and a line an object; empty where there is none. */
const renderPlanText = ({ plan: report }) => {
    if (report === null)
        return "";
    const plan = (0,plan_words/* shownPlan */.vJ)(report);
    const sentence = `Plan: ${(0,plan_words/* planSentence */.th)(plan)}`;
    if ((0,plan_words/* isQuiet */.rM)(plan))
        return [sentence, ...drillLines(plan)].join("\n");
    const { obstacles, moved, losses, restarts, images, stale, release, notes, digest, expiresAt } = plan;
    return [
        sentence,
        ...lines(obstacles, ({ reason, message, hint }) => `REFUSED (${reason}): ${message}\n    next step: ${hint}`),
        ...lines(moved ?? [], ({ what, approved, now }) => `MOVED ${what}: approved ${said(approved)}, now ${said(now)}`),
        ...lines(losses, ({ ref, what, allowed }) => `${allowed ? "LOST" : "LOST, not allowed:"} ${(0,core_finding/* nameOf */.Vb)(ref)}: ${what}`),
        ...lines(ordered(plan), ({ ref, action, layer, changes, unverified, owner }) => [
            `${action} ${(0,core_finding/* nameOf */.Vb)(ref)} (${layer})`,
            changes.length === 0 ? "" : (0,markdown/* counted */.hS)(changes.length, "field"),
            unverified === null ? "" : `unverified: ${unverified}`,
            owner === null ? "" : `held by ${owner}`,
        ]
            .filter((part) => part !== "")
            .join(", ")),
        ...lines(restarts, ({ ref, because }) => `restart of ${(0,core_finding/* nameOf */.Vb)(ref)}: ${(0,excerpt/* cutTo */.yd)((0,plan_words/* restartCause */.j_)(because), 200)}`),
        ...lines(images, ({ from, to, in: ref }) => `image in ${(0,core_finding/* nameOf */.Vb)(ref)}: ${said(from)} -> ${said(to)}`),
        ...lines(stale, (ref) => `stale ${(0,core_finding/* nameOf */.Vb)(ref)}`),
        ...lines(release.hooks, (ref) => `hook ${(0,core_finding/* nameOf */.Vb)(ref)} will run`),
        ...drillLines(plan),
        ...lines(notes, (note) => note),
        `  digest ${digest}, holds until ${expiresAt}`,
    ].join("\n");
};
const drillLines = ({ drill }) => [
    ...lines(drill?.routes ?? [], ({ receiver, route, integrations, alerts }) => integrations.length === 0
        ? `drill of ${receiver}, route ${route}: it notifies nobody, and nothing will be posted`
        : `drill of ${receiver} (${integrations.join(", ")}), route ${route}, with one of ${(0,markdown/* counted */.hS)(alerts.length, "alert")}`),
    ...lines(drill?.unseen ?? [], (clause) => `drill: ${clause}`),
];
/** What is deleted first. */
const ordered = (plan) => {
    const changed = (0,plan_words/* changedObjects */.vb)(plan);
    return [
        ...changed.filter(({ action }) => action === "delete"),
        ...changed.filter(({ action }) => action !== "delete"),
    ];
};
const said = (value) => value ?? "nothing";
const lines = (items, line) => [
    ...items.slice(0, plan_text_most).map((item) => `  ${line(item)}`),
    ...(items.length > plan_text_most ? [`  and ${items.length - plan_text_most} more`] : []),
];

// EXTERNAL MODULE: ./build/src/verify/verify-failure.js
var verify_failure = __webpack_require__(30282);
;// CONCATENATED MODULE: ./build/src/report/text/verify-text.js


/** What was seen in the cluster, for a log: what is lost, and the numbers. */
const renderVerifyText = ({ verify }) => {
    if (verify === null)
        return "";
    const { paths, conditions, waitedMs, requests, gpus, alerts } = verify;
    const seen = paths.filter(({ sight }) => sight === "seen").length;
    const lost = paths.flatMap((path) => {
        const hop = (0,verify_failure/* lostAt */.yt)(path);
        return hop === undefined ? [] : [`  NOT SEEN ${path.subject}: ${hop.hop.replaceAll("-", " ")}: ${hop.what}`];
    });
    const unmet = conditions
        .filter(({ sight }) => sight !== "seen")
        .map(({ sight, condition, subject, what }) => `  ${sight === "not-seen" ? "NOT SEEN" : "not to be seen"} ${subject}: ${condition.replaceAll("-", " ")}: ${what}`);
    const differ = paths
        .flatMap(({ subject, hops }) => hops.filter(({ agrees }) => agrees === false).map((hop) => ({ subject, ...hop })))
        .map(({ subject, hop, predicted, what }) => `  DISAGREE ${subject}: ${hop.replaceAll("-", " ")} was promised ${predicted}: ${what}`);
    return [
        `Verify: ${seen} of ${(0,markdown/* counted */.hS)(paths.length, "signal")} seen after ${Math.round(waitedMs / 1000)} s (${(0,markdown/* counted */.hS)(requests, "request")} in the last look)`,
        ...lost,
        ...unmet,
        ...differ,
        ...(gpus ?? []).map(({ node, allocatable, unhealthy, exported }) => `  Node ${node}: ${exported} of ${allocatable + unhealthy} GPUs have metrics`),
        ...(alerts === null ? [] : [`  ${(0,markdown/* counted */.hS)(alerts.firing.length, "alert")} firing`]),
    ].join("\n");
};

;// CONCATENATED MODULE: ./build/src/report/text/log-text.js







/**
 * The report for a log or a terminal: plain text, one finding a paragraph, in compilers' `file:line:column` form so
 * that editors can jump there.
 */
const renderLogText = (report) => [
    ...report.findings.map(finding),
    stages(report),
    components(report),
    settings(report),
    capacity(report),
    renderPlanText(report),
    deploy(report),
    renderVerifyText(report),
    rollback(report),
    renderDrillText(report),
    tools(report),
    [
        `${report.conclusion === "success" ? "PASSED" : "FAILED"} ${report.mode}: ${report.error?.message ?? (0,verdict/* verdict */.WJ)(report)}`,
        ...((0,verdict/* nextStep */.sk)(report) === null ? [] : [`Next step: ${(0,verdict/* nextStep */.sk)(report)}`]),
    ].join("\n"),
]
    .filter((part) => part !== "")
    .join("\n\n");
const finding = ({ severity, check, message, at, anchor, resource, fix }) => [
    `${at === undefined ? "" : `${at.file}:${at.line}:${at.column}: `}${severity}: ${message} [${check}]`,
    resource === undefined || message.includes((0,core_finding/* nameOf */.Vb)(resource)) ? "" : `  in ${(0,core_finding/* nameOf */.Vb)(resource)}`,
    anchor === undefined ? "" : `  brought by ${anchor.file}:${anchor.line}, a line of this change`,
    fix === undefined ? "" : `  fix: ${fix.description}`,
]
    .filter((line) => line !== "")
    .join("\n");
const stages = (report) => block("Stages", report.stages.map((stage) => [
    stage.name,
    stage.status === "passed" ? "passed" : `${stage.status}: ${stage.reason}`,
    stage.status === "skipped" ? "" : `${(stage.durationMs / 1000).toFixed(2)} s`,
]));
const components = (report) => [
    block("Components", report.components.map(({ name, present, resources }) => [
        name,
        present ? "in the render" : "MISSING",
        (0,markdown/* counted */.hS)(resources, "workload"),
    ])),
    block("Dashboards", report.dashboards.map(({ area, found }) => [
        area,
        found.length === 0 ? "NONE" : found.map(({ title, from }) => `${title} (${from})`).join(", "),
    ])),
]
    .filter((part) => part !== "")
    .join("\n\n");
const settings = (report) => block("What is installed", report.settings.map(({ name, value, source }) => [name, value, source]));
const capacity = (report) => {
    const lines = (0,capacity_section/* capacityLine */.j)(report);
    return lines === "" ? "" : `Capacity\n${lines.replaceAll(/^/gm, "  ")}`;
};
const deploy = ({ deploy }) => {
    if (deploy === null)
        return "";
    const { cluster, release, objects, workloads, notReady } = deploy;
    const changed = objects.filter(({ action }) => action !== "unchanged").length;
    return [
        `Deploy to ${cluster.server} (Kubernetes ${cluster.version}, uid of kube-system ${cluster.uid})`,
        release === null
            ? ""
            : `  release ${release.name} in ${release.namespace}: revision ${release.revision}, ${release.status}`,
        `  ${(0,markdown/* counted */.hS)(changed, "object")} changed, ${objects.length - changed} unchanged`,
        ...notReady.map(evidence),
        block("Workloads", workloads.map(({ ref, ready, desired }) => [(0,core_finding/* nameOf */.Vb)(ref), `${ready} of ${desired} ready`])),
    ]
        .filter((part) => part !== "")
        .join("\n");
};
const rollback = ({ rollback: back }) => {
    if (back === null)
        return "";
    const { summary, differences, evidence: before, notReady, objects } = back;
    return [
        `Rollback: ${summary}`,
        ...differences.map(({ ref, pointers, why }) => `  NOT AS IT WAS ${(0,core_finding/* nameOf */.Vb)(ref)} ${[...pointers, why].join(" ")}`),
        ...[...notReady, ...before].map(evidence),
        ...objects.map(({ ref, action }) => `  ${action} ${(0,core_finding/* nameOf */.Vb)(ref)}`),
    ].join("\n");
};
const evidence = ({ ref, why, containers, events }) => [
    `  NOT READY ${(0,core_finding/* nameOf */.Vb)(ref)}: ${why}`,
    ...containers.flatMap(({ pod, container, state, restarts, log, noLog }) => [
        `    ${pod} ${container}: ${state} (${restarts} restarts)`,
        ...(noLog === null ? log.map((line) => `      | ${line}`) : [`      no log: ${noLog}`]),
    ]),
    ...events.map(({ object, reason, message, count }) => `    ${object} ${reason} x${count}: ${message}`),
].join("\n");
const tools = (report) => block("Tools", Object.entries(report.tools).map(([name, { version, source, path }]) => [name, version, `${source}: ${path}`]));
/** A longer one stands out of its column: every other row would be filled up to it. */
const longestCell = 120;
/** Columns of equal width under a title; empty without rows. */
const block = (title, rows) => {
    if (rows.length === 0)
        return "";
    const widths = (rows[0] ?? []).map((_, column) => rows.reduce((widest, row) => Math.max(widest, Math.min(longestCell, (row[column] ?? "").length)), 0));
    const line = (row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd();
    return [title, ...rows.map((row) => `  ${line(row)}`)].join("\n");
};

;// CONCATENATED MODULE: ./build/src/after-render.js
/** What a run needs of the program once its chart is rendered. It is loaded while helm runs, which takes longer. */











/***/ },

/***/ 85166:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ accessTrouble),
/* harmony export */   l: () => (/* binding */ withoutValues)
/* harmony export */ });
/* harmony import */ var _passing_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34242);
/* harmony import */ var _webhook_silent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54074);


/**
 * kubectl and helm tell a failure of access only in prose (client-go's own sentences), also with `-o json`.
 * Null: the cluster answered, and the trouble is another one.
 */
const accessTrouble = (stderr) => {
    const why = withoutValues(stderr.trim());
    // The API server answered; what it could not reach is one of its webhooks.
    if ((0,_webhook_silent_js__WEBPACK_IMPORTED_MODULE_0__/* .isWebhookSilent */ .L)(why))
        return null;
    if (/getting credentials:/.test(why))
        return { kind: "credentials", why: firstLine(why, /getting credentials:/) };
    if (/\(Unauthorized\)|: Unauthorized\b|provide credentials/.test(why))
        return { kind: "unauthorized", why: firstLine(why, /Unauthorized|provide credentials/) };
    const permission = missingPermission(why);
    if (permission !== null)
        return { kind: "forbidden", why: firstLine(why, /forbidden|cannot/), permission };
    const passing = (0,_passing_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .passingTrouble */ .t)(why);
    if (unreachable.test(why))
        return { kind: "unreachable", why: firstLine(why, unreachable) };
    return passing !== null && passing !== "internal" && passing !== "conflict"
        ? { kind: "unreachable", why: firstLine(why, /^error|^Error/) }
        : null;
};
const unreachable = /Unable to connect to the server|The connection to the server .* was refused|cluster unreachable|dial tcp|no such host|i\/o timeout|TLS handshake|x509:|server gave HTTP response|connection reset by peer|Client\.Timeout exceeded|the server has asked for|ServiceUnavailable|currently unable to handle the request/;
/** The RBAC authorizer's sentence: User "u" cannot create resource "secrets" in API group "" in the namespace "n". */
const forbidden = /cannot (?<verb>\S+) (?:resource "(?<resource>[^"]+)" in API group "(?<group>[^"]*)"|path "(?<path>[^"]+)")(?: in the namespace "(?<namespace>[^"]+)")?/;
/**
 * E.g. `create on deployments.apps in namespace monitoring`; null where it is a policy or a quota that forbids, and
 * no permission is missing.
 */
const missingPermission = (text) => {
    const match = forbidden.exec(text)?.groups;
    if (match === undefined)
        return null;
    const { verb, resource, group, path, namespace } = match;
    const what = path ?? (group ? `${resource}.${group}` : resource);
    return `${verb} on ${what}${namespace ? ` in namespace ${namespace}` : path ? "" : " in the whole cluster"}`;
};
const firstLine = (text, wanted) => text.split("\n").find((line) => wanted.test(line)) ?? text.split("\n")[0] ?? "";
/** The API server quotes the bytes around a value that it cannot decode, and that value can be a Secret's. */
const withoutValues = (text) => text
    .replaceAll(/\.\.\.\|.*?\|\.\.\./gs, "...|(not shown)|...")
    .replaceAll(/value\.valueUnstructured\{.*?\}/g, "another type");


/***/ },

/***/ 7006:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ changesAnything)
/* harmony export */ });
/** Whether anything would be written at all. */
const changesAnything = ({ release, objects }) => release.action !== "none" || objects.some(({ action }) => action !== "unchanged");


/***/ },

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


/***/ },

/***/ 27777:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ mutingAlerts)
/* harmony export */ });
/* harmony import */ var _promql_can_yield_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68822);
/* harmony import */ var _promql_matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46670);
/* harmony import */ var _promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69339);
/* harmony import */ var _operator_rule_selection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41603);
/* harmony import */ var _rules_rule_entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68252);
/* harmony import */ var _alert_labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7617);






/** The alerts of the world that fire all the time, or with those they mute, like the chart's InfoInhibitor. */
const mutingAlerts = (known, prometheus, world) => (0,_rules_rule_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleEntries */ .F)(world).flatMap((entry) => {
    if (entry.kind !== "alert")
        return [];
    const whenever = whenFiring(entry, known);
    if (whenever === null || (0,_operator_rule_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleSelectionHops */ .J5)(entry.object, world).some(({ status }) => status === "broken"))
        return [];
    const labels = (0,_alert_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .alertLabels */ .I)(entry, (0,_promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .readExpression */ .J)(entry.expr), known, prometheus, world);
    return [{ name: entry.name, labels, whenever }];
});
/** E.g. `vector(1)` of the Watchdog. */
const constant = /^(?:vector\(\s*)?[1-9][0-9]*(?:\s*\))?$/;
/**
 * What an expression holds that is looked at below, as it is or behind an escape; reading those of all the chart's
 * rules takes 40 ms, and few of them hold it.
 */
const mayMute = /alerts|absent|\\/i;
const whenFiring = ({ expr }, known) => {
    const isConstant = constant.test(expr.trim());
    if (!isConstant && !mayMute.test(expr))
        return null;
    const { root, selectors } = (0,_promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .readExpression */ .J)(expr);
    if (selectors.length === 0)
        return isConstant ? "always" : null;
    const [first] = selectors;
    const readsInfo = root.kind === "binary" &&
        root.op === "unless" &&
        first?.metric === "ALERTS" &&
        first.matchers.some(({ name, op, value }) => name === "severity" && (0,_promql_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .accepts */ .G)({ op, value }, "info") === true);
    if (readsInfo)
        return "with-target";
    const only = root.kind === "call" && (root.name === "absent" || root.name === "absent_over_time");
    return only && (0,_promql_can_yield_js__WEBPACK_IMPORTED_MODULE_0__/* .canYield */ .W)(root, known.exists).alwaysAbsent.length > 0 ? "always" : null;
};


/***/ },

/***/ 77011:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ datasourceHops)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _grafana_variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2053);


const hop = "datasource-exists";
/** Names that Grafana itself gives a meaning. */
const builtIn = new Set([
    "",
    "default",
    "grafana",
    "__expr__",
    "-100",
    "-- Grafana --",
    "-- Mixed --",
    "-- Dashboard --",
]);
const builtInTypes = new Set(["__expr__", "grafana"]);
/** Whether the data sources that the dashboard asks exist: those that Grafana is given in files. */
const datasourceHops = (file, model, uses, known) => {
    const variables = (0,_grafana_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .variablesOf */ .ht)(model.content);
    const named = uses.filter(({ ref, type }) => !builtIn.has(ref) && !builtInTypes.has(type ?? ""));
    const hops = [...Map.groupBy(named, ({ ref }) => ref).values()].flatMap((same) => {
        const first = same.find(({ isAsked }) => isAsked);
        if (first === undefined)
            return [];
        const judged = judge(first, variables, model.content, known);
        if (judged === null)
            return [];
        const at = file.json.at(first.place());
        if (judged.status === "unknown")
            return [{ hop, status: judged.status, why: judged.why, at }];
        return [{ hop, ...judged, at, fix: datasourceFix(file, same, model.content, known) }];
    });
    return hops.length > 0 ? hops : [{ hop, status: "ok", why: found(named, known) }];
};
const found = (named, { list }) => named.length === 0
    ? "It uses Grafana's default data source"
    : `All data sources that it names exist: Grafana is given ${list.map(({ uid }) => uid).join(", ")}`;
/** Null where the data source exists. */
const judge = ({ ref, type }, variables, content, known) => {
    const name = (0,_grafana_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .variableIn */ .SD)(ref);
    if (name !== null) {
        if (name.startsWith("__"))
            return null;
        const variable = variables.get(name);
        if (variable === undefined)
            return unresolved(ref, name, content, known);
        if (variable.type !== "datasource" || known.list.some((one) => one.type === variable.query))
            return null;
        return absent(`No data source of type ${variable.query} exists for the variable ${name}`, known);
    }
    if (known.list.some((one) => one.uid === ref || one.name === ref))
        return null;
    return absent(`No data source has the uid or name ${ref}${type === null ? "" : ` (${type})`}`, known);
};
const unresolved = (ref, name, content, { list, others }) => {
    // Another Grafana reads it, e.g. through an operator that fills the inputs in.
    if (list.length === 0 && others !== null)
        return { status: "unknown", why: `${ref} is filled in elsewhere: ${others}` };
    const isInput = name.startsWith("DS_") || (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(content, ["__inputs"]).some((one) => one["name"] === name);
    const why = isInput
        ? `${ref} is an input that only Grafana's import dialog asks for: file provisioning leaves it as it is`
        : `${ref} names a variable that the dashboard does not have`;
    return { status: "broken", why, check: "dashboard-unresolved-input" };
};
const absent = (what, { list, others }) => {
    if (others !== null)
        return { status: "unknown", why: `${what} among those in files; ${others}` };
    const given = list.map(({ uid, name }) => `${uid} (${name})`).join(", ");
    const why = `${what}: Grafana is given ${given === "" ? "none" : given}`;
    return { status: "broken", why, check: "dashboard-datasource-not-found" };
};
/** Where one data source of that type is the default, or the only one, it can only be meant. */
const datasourceFix = (file, uses, content, known) => {
    const type = uses.find((use) => use.type !== null)?.type ?? typeOfInput(uses[0]?.ref ?? "", content);
    const fitting = known.list.filter((one) => one.type === type);
    const wanted = fitting.find(({ isDefault }) => isDefault) ?? (fitting.length === 1 ? fitting[0] : undefined);
    if (wanted === undefined)
        return { description: "Name a data source that Grafana is given, or a variable of the type datasource", edits: [] };
    const edits = file.json.rewrite(uses.map(({ place }) => place), () => JSON.stringify(wanted.uid));
    return { description: `Use the data source ${wanted.uid}, or a variable of the type datasource`, edits };
};
/**
 * Of a name alone nothing says the type: `Loki` is not Prometheus. An input says it, in its own entry or by the
 * name that exports give it.
 */
const typeOfInput = (ref, content) => {
    const name = (0,_grafana_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .variableIn */ .SD)(ref);
    if (name === null)
        return null;
    const input = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(content, ["__inputs"]).find((one) => one["name"] === name);
    return (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(input, ["pluginId"]) ?? /^DS_([A-Z]+)/.exec(name)?.[1]?.toLowerCase() ?? null;
};


/***/ },

/***/ 79828:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ devicesOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);

/**
 * The devices of a Node object; null where it has none. A node whose GPUs are given out in another way (dynamic
 * resource allocation) has none here but the label `nvidia.com/gpu.count` of NVIDIA's GPU feature discovery, which
 * counts then.
 */
const devicesOf = (node) => {
    const labels = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .labelsAt */ .dx)(node, ["metadata", "labels"]);
    const [given, held] = ["allocatable", "capacity"].map((field) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(node, ["status", field]));
    const name = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(node, ["metadata", "name"]);
    const [whole, wholeHeld] = [wholeOf(given, labels), wholeOf(held, labels)];
    const [slices, slicesHeld] = [slicesOf(given), slicesOf(held)];
    if (wholeHeld + slicesHeld === 0) {
        const counted = Number(labels["nvidia.com/gpu.count"] ?? 0);
        if (!(counted > 0))
            return null;
        return kindOf(labels, { node: name, given: counted, held: counted, slices: 0, slicesHeld: 0 });
    }
    return kindOf(labels, { node: name, given: whole, held: wholeHeld, slices, slicesHeld });
};
/**
 * With the MIG strategy `single` what is called `nvidia.com/gpu` are slices; labels of a node in MIG mode show it.
 * https://github.com/NVIDIA/k8s-device-plugin/blob/main/docs/gpu-feature-discovery/README.md#mig-single-strategy
 */
const kindOf = (labels, { node, given, held, slices, slicesHeld }) => {
    const isSliced = labels["nvidia.com/mig.strategy"] === "single" && labels["nvidia.com/gpu.slices.gi"] !== undefined;
    const [whole, wholeHeld] = isSliced ? [0, 0] : [given, held];
    const [mig, migHeld] = isSliced ? [given + slices, held + slicesHeld] : [slices, slicesHeld];
    return {
        node,
        allocatable: whole,
        migAllocatable: mig,
        unhealthy: Math.max(wholeHeld - whole, 0),
        migUnhealthy: Math.max(migHeld - mig, 0),
    };
};
/**
 * `nvidia.com/gpu`, and `nvidia.com/gpu.shared` where shares have a name of their own. A node whose GPUs are shared
 * (time slicing, MPS) offers each as often as the label `nvidia.com/gpu.replicas` says.
 * https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/gpu-sharing.html
 */
const wholeOf = (resources, labels) => {
    const shared = !["none", undefined].includes(labels["nvidia.com/gpu.sharing-strategy"]);
    const replicas = shared ? Math.max(Number(labels["nvidia.com/gpu.replicas"] ?? 1) || 1, 1) : 1;
    const offered = quantity(resources, "nvidia.com/gpu") + quantity(resources, "nvidia.com/gpu.shared");
    return Math.ceil(offered / replicas);
};
/**
 * `nvidia.com/mig-1g.10gb` and the like of the MIG strategy `mixed`. Compute instances (`mig-1c.3g.20gb`) are parts of
 * a slice, whose metrics they share: they are not counted.
 */
const slicesOf = (resources) => Object.keys(resources ?? {})
    .filter((name) => /^nvidia\.com\/mig-\d+g\./.test(name))
    .reduce((sum, name) => sum + quantity(resources, name), 0);
const quantity = (resources, name) => Number(resources?.[name] ?? 0) || 0;


/***/ },

/***/ 42463:
/***/ (module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv = void 0;
const core_1 = __webpack_require__(63893);
const draft7_1 = __webpack_require__(39941);
const discriminator_1 = __webpack_require__(28886);
const draft7MetaSchema = __webpack_require__(72079);
const META_SUPPORT_DATA = ["/properties"];
const META_SCHEMA_ID = "http://json-schema.org/draft-07/schema";
class Ajv extends core_1.default {
    _addVocabularies() {
        super._addVocabularies();
        draft7_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
            this.addKeyword(discriminator_1.default);
    }
    _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        if (!this.opts.meta)
            return;
        const metaSchema = this.opts.$data
            ? this.$dataMetaSchema(draft7MetaSchema, META_SUPPORT_DATA)
            : draft7MetaSchema;
        this.addMetaSchema(metaSchema, META_SCHEMA_ID, false);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
    }
    defaultMeta() {
        return (this.opts.defaultMeta =
            super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : undefined));
    }
}
exports.Ajv = Ajv;
module.exports = exports = Ajv;
module.exports.Ajv = Ajv;
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports["default"] = Ajv;
var validate_1 = __webpack_require__(87881);
Object.defineProperty(exports, "KeywordCxt", ({ enumerable: true, get: function () { return validate_1.KeywordCxt; } }));
var codegen_1 = __webpack_require__(81436);
Object.defineProperty(exports, "_", ({ enumerable: true, get: function () { return codegen_1._; } }));
Object.defineProperty(exports, "str", ({ enumerable: true, get: function () { return codegen_1.str; } }));
Object.defineProperty(exports, "stringify", ({ enumerable: true, get: function () { return codegen_1.stringify; } }));
Object.defineProperty(exports, "nil", ({ enumerable: true, get: function () { return codegen_1.nil; } }));
Object.defineProperty(exports, "Name", ({ enumerable: true, get: function () { return codegen_1.Name; } }));
Object.defineProperty(exports, "CodeGen", ({ enumerable: true, get: function () { return codegen_1.CodeGen; } }));
var validation_error_1 = __webpack_require__(33021);
Object.defineProperty(exports, "ValidationError", ({ enumerable: true, get: function () { return validation_error_1.default; } }));
var ref_error_1 = __webpack_require__(53162);
Object.defineProperty(exports, "MissingRefError", ({ enumerable: true, get: function () { return ref_error_1.default; } }));
//# sourceMappingURL=ajv.js.map

/***/ },

/***/ 39941:
/***/ (__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const core_1 = __webpack_require__(97397);
const validation_1 = __webpack_require__(85481);
const applicator_1 = __webpack_require__(28775);
const format_1 = __webpack_require__(72601);
const metadata_1 = __webpack_require__(56620);
const draft7Vocabularies = [
    core_1.default,
    validation_1.default,
    (0, applicator_1.default)(),
    format_1.default,
    metadata_1.metadataVocabulary,
    metadata_1.contentVocabulary,
];
exports["default"] = draft7Vocabularies;
//# sourceMappingURL=draft7.js.map

/***/ },

/***/ 61318:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ diffArrays)
/* harmony export */ });
/* unused harmony export arrayDiff */
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63102);

class ArrayDiff extends _base_js__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}


/***/ },

/***/ 72079:
/***/ (module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://json-schema.org/draft-07/schema#","title":"Core schema meta-schema","definitions":{"schemaArray":{"type":"array","minItems":1,"items":{"$ref":"#"}},"nonNegativeInteger":{"type":"integer","minimum":0},"nonNegativeIntegerDefault0":{"allOf":[{"$ref":"#/definitions/nonNegativeInteger"},{"default":0}]},"simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},"stringArray":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}},"type":["object","boolean"],"properties":{"$id":{"type":"string","format":"uri-reference"},"$schema":{"type":"string","format":"uri"},"$ref":{"type":"string","format":"uri-reference"},"$comment":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"default":true,"readOnly":{"type":"boolean","default":false},"examples":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},"maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/definitions/nonNegativeInteger"},"minLength":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},"additionalItems":{"$ref":"#"},"items":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/schemaArray"}],"default":true},"maxItems":{"$ref":"#/definitions/nonNegativeInteger"},"minItems":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean","default":false},"contains":{"$ref":"#"},"maxProperties":{"$ref":"#/definitions/nonNegativeInteger"},"minProperties":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"required":{"$ref":"#/definitions/stringArray"},"additionalProperties":{"$ref":"#"},"definitions":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"properties":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"patternProperties":{"type":"object","additionalProperties":{"$ref":"#"},"propertyNames":{"format":"regex"},"default":{}},"dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/stringArray"}]}},"propertyNames":{"$ref":"#"},"const":true,"enum":{"type":"array","items":true,"minItems":1,"uniqueItems":true},"type":{"anyOf":[{"$ref":"#/definitions/simpleTypes"},{"type":"array","items":{"$ref":"#/definitions/simpleTypes"},"minItems":1,"uniqueItems":true}]},"format":{"type":"string"},"contentMediaType":{"type":"string"},"contentEncoding":{"type":"string"},"if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"},"allOf":{"$ref":"#/definitions/schemaArray"},"anyOf":{"$ref":"#/definitions/schemaArray"},"oneOf":{"$ref":"#/definitions/schemaArray"},"not":{"$ref":"#"}},"default":true}');

/***/ }

};
;
})

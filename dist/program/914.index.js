(function (module, exports, require, __dirname) {"use strict";
exports.id = 914;
exports.ids = [914];
exports.modules = {

/***/ 75914:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watchStack: () => (/* binding */ watchStack)
});

// EXTERNAL MODULE: ./build/src/core/lately.js
var lately = __webpack_require__(25129);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/src/machine/watch/own-output.js

/**
 * Tells the file that a descriptor writes to, whatever it is called: where the output of a command goes into a file of
 * the tree that it watches, each line would make the next one.
 */
const fileOf = (descriptor) => {
    const own = (0,external_node_fs_.fstatSync)(descriptor);
    if (!own.isFile())
        return () => false;
    return (path) => {
        const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        return found?.ino === own.ino && found.dev === own.dev;
    };
};

// EXTERNAL MODULE: ./node_modules/chokidar/index.js + 6 modules
var chokidar = __webpack_require__(28348);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/within.js
var within = __webpack_require__(75209);
;// CONCATENATED MODULE: ./build/src/machine/watch/watch-files.js



/**
 * By chokidar, for `fs.watch` with `recursive` is silent (Linux, Node 24) about a file that was replaced by renaming,
 * as editors save, and about a folder that was removed and made again at once.
 */
const watchFiles = ({ quietMs = 25, longestMs = 500, isOwn = () => false } = {}) => {
    const changed = new Set();
    let wake = () => { };
    let trouble = null;
    let watched = [];
    let watcher = null;
    const onChange = (path) => {
        if (isOwn(path))
            return;
        changed.add(path);
        wake();
    };
    const onTrouble = (cause) => {
        trouble ??= cause;
        wake();
    };
    /** False where nothing came for as long as that. */
    const nextEvent = (signal, ms) => new Promise((done) => {
        const end = (came) => {
            clearTimeout(timer);
            signal.removeEventListener("abort", wake);
            wake = () => { };
            done(came);
        };
        const timer = ms === undefined ? undefined : setTimeout(() => end(false), ms);
        wake = () => end(true);
        signal.addEventListener("abort", wake);
    });
    return {
        async watch(places) {
            const known = new Set(watched);
            const isMore = places.some((place) => !known.has(place));
            if (!isMore && places.length === watched.length)
                return false;
            const old = watcher;
            watcher = await opened(places, onChange, onTrouble);
            watched = places;
            await old?.close();
            return isMore;
        },
        async changes(signal) {
            while (changed.size === 0 && trouble === null && !signal.aborted)
                await nextEvent(signal);
            const latest = performance.now() + longestMs;
            while (!signal.aborted && performance.now() < latest && (await nextEvent(signal, quietMs)))
                ;
            if (trouble !== null)
                throw notWatched(trouble);
            const paths = signal.aborted ? [] : [...changed].sort();
            changed.clear();
            return paths;
        },
        close: async () => watcher?.close(),
    };
};
const opened = async (places, onChange, onTrouble) => {
    const watcher = (0,chokidar/* watch */.wB)([...places], {
        ignoreInitial: true,
        ignored: (path) => isNotASource(path, places),
        // A link may lead out of the repository: the real place is among the places, where it counts.
        followSymlinks: false,
        // What an editor takes away and puts back within a moment is one change to us anyway.
        atomic: false,
        ignorePermissionErrors: true,
    });
    watcher.on("all", (_, path) => onChange(path));
    watcher.on("error", onTrouble);
    await new Promise((done) => watcher.once("ready", done));
    return watcher;
};
/** As for a walk: git's own data and installed packages are no sources, and large. */
const isNotASource = (path, places) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return ((0,within/* isGitData */.J5)(name) || name === "node_modules") && !places.includes(path);
};
const notWatched = (cause) => new errors/* OperatorError */.nv("internal", `Files cannot be watched any more: ${cause instanceof Error ? cause.message : cause}`, "Let more files be watched (on Linux the setting fs.inotify.max_user_watches), or check without --watch.", { cause });

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/inputs.js
var src_inputs = __webpack_require__(23901);
// EXTERNAL MODULE: ./build/src/machine/files/local-files.js
var local_files = __webpack_require__(20861);
// EXTERNAL MODULE: ./build/src/machine/files/open-workspace.js + 3 modules
var open_workspace = __webpack_require__(47930);
// EXTERNAL MODULE: ./build/src/machine/open-outside.js + 84 modules
var open_outside = __webpack_require__(3117);
;// CONCATENATED MODULE: ./build/src/machine/watch/noted-paths.js

/** Notes nothing yet. */
const notePaths = () => {
    const paths = new Set();
    const note = (path) => void paths.add(path);
    return { paths, workspace: (workspace) => notingWorkspace(workspace, note) };
};
const notingWorkspace = (workspace, note) => {
    // What was met in a walk, and not behind a link, is noted with the folder.
    const met = new Set();
    const noted = (ask) => (path) => {
        if (!met.has(external_node_path_.posix.normalize(path)))
            note(workspace.absolute(path));
        return ask(path);
    };
    return {
        ...workspace,
        read: noted(workspace.read),
        bytes: noted(workspace.bytes),
        kind: noted(workspace.kind),
        find: noted(workspace.find),
        walk: async (folder) => {
            note(workspace.absolute(folder));
            const entries = await workspace.walk(folder);
            for (const { path, real } of entries)
                if (real === undefined)
                    met.add(path);
                else
                    note(workspace.absolute(external_node_path_.posix.dirname(path)));
            return entries;
        },
    };
};

;// CONCATENATED MODULE: ./build/src/machine/watch/watched-places.js


/**
 * Where to look for changes of what was asked for (absolute paths): real places inside of the workspace, whatever links
 * lead to them. A link itself may change, too. Outside of the workspace nothing is looked at.
 */
const watchedPlaces = async (asked, workspace) => {
    // No file system has a name with a NUL byte.
    const inside = [...asked].filter((path) => (0,within/* isWithin */.UO)(workspace.root, path) && !path.includes("\0"));
    const found = await Promise.all(inside.map((path) => placesInside((0,external_node_path_.relative)(workspace.root, path), workspace)));
    return [...new Set(found.flat())].sort();
};
const placesInside = async (path, workspace) => {
    const { root } = workspace;
    const { kind, real } = await workspace.find(path);
    if (kind === "missing")
        return [await futurePlace(path, workspace)].flatMap((place) => place ?? []);
    if (path === "")
        return [root];
    const parent = (await workspace.find((0,external_node_path_.dirname)(path))).real;
    const own = parent === null ? null : (0,external_node_path_.join)(root, parent, (0,external_node_path_.basename)(path));
    return [own, real === null ? null : (0,external_node_path_.join)(root, real)].flatMap((place) => place ?? []);
};
/** Where it would be: below the nearest folder that there is. Null where a link on the way leads elsewhere. */
const futurePlace = async (path, workspace) => {
    for (let above = (0,external_node_path_.dirname)(path);; above = (0,external_node_path_.dirname)(above)) {
        const { kind, real } = await workspace.find(above);
        if (kind === "directory" && real !== null)
            return (0,external_node_path_.join)(workspace.root, real, (0,external_node_path_.relative)(above, path));
        if (kind !== "missing" || above === ".")
            return null;
    }
};

// EXTERNAL MODULE: ./build/src/policy/open-config.js
var open_config = __webpack_require__(26572);
// EXTERNAL MODULE: ./build/src/run.js + 6 modules
var run = __webpack_require__(31051);
// EXTERNAL MODULE: ./build/src/secrets/address-credentials.js
var address_credentials = __webpack_require__(63223);
;// CONCATENATED MODULE: ./build/src/cli/watch/check-round.js













/**
 * One check of the tree and its configuration as they are now. It ends as a run by itself would: what it has from the
 * rounds before is what was made of exactly the same. `changed` is what it is made for.
 */
const checkRound = async ({ root, given }, recent, changed) => {
    const noted = notePaths();
    const started = performance.now();
    const ended = await checkOnce({ root, given }, { noted, recent }).then(ofOutcome, ofThrown);
    const round = { ...ended, changed, endedAt: new Date(), durationMs: performance.now() - started };
    // One that ended early asked for little: what the next one will ask for stays.
    if (ended.trouble === null)
        (0,lately/* nextRound */.qy)();
    return { round, places: await placesOf(noted, { root, given }) };
};
const placesOf = async ({ paths }, { root, given }) => {
    // The one thing outside of the repository that a person who watches may be at work on.
    const chart = given["chart"] ?? "";
    const outside = (0,external_node_path_.isAbsolute)(chart) ? [(await local_files/* localFiles */.J.real(chart)) ?? chart] : [];
    // Where the repository itself is gone, it may come back.
    const workspace = await (0,open_workspace/* openWorkspace */.O)(root).catch(() => null);
    return [...(workspace === null ? [root] : await watchedPlaces(paths, workspace)), ...outside];
};
const checkOnce = async ({ root, given }, rounds) => {
    const inputOf = (name) => given[name] ?? "";
    const env = { ...process.env, GITHUB_WORKSPACE: root };
    const outside = await (0,open_outside/* openOutside */.A)(env, { mask: () => { }, keep: () => { }, write: () => { }, ...rounds });
    try {
        const named = { file: inputOf("config-file"), target: inputOf("target") };
        const configuration = await (0,open_config/* openConfig */.F)(named, await outside.repository(), async () => checks/* checks */.A);
        const inputs = (0,src_inputs/* readInputs */.K)(inputOf, { configured: configuration.config, hint: "Correct the option of that name." });
        return await (0,run/* run */.e)(inputs, configuration, await outside.for(inputs));
    }
    finally {
        await outside.close();
    }
};
const ofOutcome = ({ report, bug }) => ({
    report,
    trouble: report.error === null ? null : { message: bug ?? report.error.message, hint: report.error.hint },
});
const ofThrown = (thrown) => {
    const error = (0,errors/* asOperatorError */.XJ)(thrown);
    if (error === undefined)
        throw thrown;
    return { report: null, trouble: { message: (0,address_credentials/* hideAddressCredentials */.V)(error.message), hint: error.hint } };
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
// EXTERNAL MODULE: ./build/src/report/text/terminal-text.js
var terminal_text = __webpack_require__(5001);
// EXTERNAL MODULE: ./build/src/report/text/visible.js
var visible = __webpack_require__(42555);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(49872);
;// CONCATENATED MODULE: ./build/src/cli/watch/round-text.js





/** A round in one line, for what is no terminal. */
const roundLine = (round, { shown }) => [`${timeOf(round)} ${sumOf(round)} (${seconds(round)})`, ...changesOf(round, shown)].join("; ");
/** A round as one screen: errors first, and what has no room is counted. */
const roundScreen = (round, options, { columns, rows }) => {
    const head = [`${timeOf(round)}, in ${seconds(round)}`, ...changesOf(round, options.shown)].join("; ");
    const lines = [options.paint("place", head), "", ...bodyOf(round, options)];
    const foot = options.paint("place", "Ctrl-C ends it");
    return [...fitted(lines, columns, rows - 2), "", foot].join("\n");
};
/** What of a round is the same as long as the tree is: whether there is something new to show. */
const lastingText = (round, options) => bodyOf(round, options).join("\n");
const bodyOf = ({ report, trouble }, options) => [
    ...(report === null ? [] : (0,terminal_text/* renderTerminalText */.Q)(errorsFirst(report), options).trimEnd().split("\n")),
    ...(trouble === null
        ? []
        : [options.paint("error", "error: ") + (0,visible/* visible */.R)(trouble.message), (0,visible/* visible */.R)(trouble.hint ?? "")]
            .join("\n")
            .split("\n")),
];
const ranks = { error: 0, warning: 1, notice: 2 };
const errorsFirst = (report) => ({
    ...report,
    findings: report.findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]),
});
const timeOf = ({ endedAt }) => [endedAt.getHours(), endedAt.getMinutes(), endedAt.getSeconds()].map((n) => String(n).padStart(2, "0")).join(":");
const seconds = ({ durationMs }) => `${(durationMs / 1000).toFixed(2)} s`;
const sumOf = ({ report, trouble }) => trouble !== null
    ? `error: ${(0,visible/* visible */.R)(trouble.message.split("\n", 1)[0] ?? "")}`
    : report === null
        ? ""
        : (0,verdict/* verdict */.WJ)(report);
const changesOf = ({ changed }, shown) => {
    const [first, ...more] = changed;
    if (first === undefined)
        return [];
    return [`${(0,visible/* visible */.R)(shown(first))}${more.length === 0 ? "" : ` and ${(0,markdown/* counted */.hS)(more.length, "more file")}`} changed`];
};
/** The last line is the sum: what goes is above it. */
const fitted = (lines, columns, rows) => {
    const heightOf = (line) => Math.max(1, Math.ceil(widthOf(line) / columns));
    const height = (some) => some.reduce((sum, line) => sum + heightOf(line), 0);
    if (height(lines) <= rows)
        return lines;
    const last = lines.slice(-1);
    const left = rows - height(last) - 1;
    let count = 0;
    while (count < lines.length - 1 && height(lines.slice(0, count + 1)) <= left)
        count += 1;
    return [...lines.slice(0, count), `\u2026 ${(0,markdown/* counted */.hS)(lines.length - count - 1, "more line")}`, ...last];
};
/** Columns at most: what is no letter of Latin may take two, a tab up to eight. */
const widthOf = (line) => {
    let width = 0;
    for (const character of (0,external_node_util_.stripVTControlCharacters)(line))
        width += character === "\t" ? 8 : character < "\u0250" ? 1 : 2;
    return width;
};

;// CONCATENATED MODULE: ./build/src/cli/watch/watch-rounds.js
/**
 * Checks, and checks again whenever anything changes that the last check read. What changed between its being read and
 * its being watched is not missed: where there was anything new to watch, the tree is checked once more. Throws what
 * `check` throws, and OperatorError where files cannot be watched.
 */
const watchRounds = async ({ check, files, show, signal }) => {
    let changed = [];
    let isRepeated = false;
    while (!signal.aborted) {
        const { round, places } = await check(changed);
        if (signal.aborted)
            return;
        show(round, isRepeated);
        isRepeated = await files.watch(places);
        changed = isRepeated ? [] : await files.changes(signal);
    }
};

;// CONCATENATED MODULE: ./build/src/cli/watch/watch-stack.js






const signals = ["SIGINT", "SIGTERM"];
/** `check --watch`: ends by a signal, or where nobody reads what it says. Throws OperatorError where it cannot be. */
const watchStack = async (request) => {
    const { output } = request;
    const controller = new AbortController();
    const end = () => controller.abort();
    for (const name of signals)
        process.on(name, end);
    output.on("error", end);
    const screen = output.isTTY ? terminal(request) : lines(request);
    output.on("resize", screen.redraw);
    const files = watchFiles({ isOwn: fileOf(output.fd) });
    try {
        const recent = new lately/* Recent */.gg();
        const check = (changed) => checkRound(request, recent, changed);
        await watchRounds({ check, files, show: screen.show, signal: controller.signal });
    }
    finally {
        await files.close();
        output.off("resize", screen.redraw);
        for (const name of signals)
            process.off(name, end);
        if (output.isTTY)
            output.write("\n");
    }
};
const lines = ({ options, output }) => {
    let last = "";
    return {
        show(round, isRepeated) {
            const text = lastingText(round, options);
            if (!isRepeated || text !== last)
                output.write(`${roundLine(round, options)}\n`);
            last = text;
        },
        redraw: () => { },
    };
};
/** What was on the screen before stays above, where the terminal keeps it. */
const toTop = "\u001b[H";
const clearBelow = "\u001b[J";
const terminal = ({ options, output }) => {
    let last = null;
    const redraw = () => {
        if (last === null)
            return;
        output.write(`${toTop}${clearBelow}${roundScreen(last, options, output)}`);
    };
    output.write(`${"\n".repeat(output.rows)}${toTop}${clearBelow}Checking \u2026`);
    return {
        show(round) {
            last = round;
            redraw();
        },
        redraw,
    };
};


/***/ }

};
;
})

(function (module, exports, require, __dirname) {"use strict";
exports.id = 712;
exports.ids = [712];
exports.modules = {

/***/ 20007:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ paintFor)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

const looks = {
    error: ["red", "bold"],
    warning: ["yellow", "bold"],
    notice: ["cyan", "bold"],
    file: ["underline"],
    check: ["magenta"],
    place: ["dim"],
    good: ["green"],
};
/** Paints for one stream: in colour where it is a terminal, as NO_COLOR and FORCE_COLOR wish. */
const paintFor = (stream) => (style, text) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)([...looks[style]], text, { stream });


/***/ },

/***/ 15712:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(78797);
// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/checks/suppression-unused.js
var suppression_unused = __webpack_require__(17752);
;// CONCATENATED MODULE: ./build/src/cli/exit-code.js
/** 0: nothing that `fail-on` names; 1: findings; 2: the check could not be made, or not wholly. */
const exitCodeOf = ({ report, bug }) => {
    if (bug !== null || report.error !== null || report.failureReason === "schemas-unavailable")
        return 2;
    return report.conclusion === "success" ? 0 : 1;
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/mode.js
var mode = __webpack_require__(59441);
// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(39918);
// EXTERNAL MODULE: ./build/src/report/annotations.js
var annotations = __webpack_require__(49423);
// EXTERNAL MODULE: ./build/src/report/report-json.js
var report_json = __webpack_require__(17678);
// EXTERNAL MODULE: ./build/src/report/summary/summary.js + 3 modules
var summary = __webpack_require__(71336);
// EXTERNAL MODULE: ./build/src/report/text/terminal-text.js
var terminal_text = __webpack_require__(5001);
// EXTERNAL MODULE: ./build/src/report/text/workflow-command.js
var workflow_command = __webpack_require__(47984);
;// CONCATENATED MODULE: ./build/src/report/renderers.js





/** Every format that a result can be had in, by its name. What takes time to load is loaded when it is asked for. */
const renderers = {
    text: terminal_text/* renderTerminalText */.Q,
    json: report_json/* renderReportJson */.B,
    github: ({ findings }) => (0,workflow_command/* renderAnnotations */.H)((0,annotations/* annotationsOf */.Ih)(findings, { rest: "what --format json tells" })),
    markdown: (report) => (0,summary/* renderSummary */.B)(report, { blob: undefined, run: undefined, commit: undefined }),
    html: async (report) => (await __webpack_require__.e(/* import() */ 289).then(__webpack_require__.bind(__webpack_require__, 28670))).renderHtml(report, {
        ...{ blob: undefined, run: undefined, commit: undefined },
    }),
    sarif: async (report) => (await Promise.all(/* import() */[__webpack_require__.e(570), __webpack_require__.e(311)]).then(__webpack_require__.bind(__webpack_require__, 55570))).renderSarif(report, { withSuppressed: true }),
    junit: async (report) => (await __webpack_require__.e(/* import() */ 590).then(__webpack_require__.bind(__webpack_require__, 58590))).renderJunit(report),
};
const formats = Object.keys(renderers);

;// CONCATENATED MODULE: ./build/src/cli/data/inputs.json
const inputs_namespaceObject = /*#__PURE__*/JSON.parse('[{"name":"changed-only","description":"Whether a pull request or push that touches nothing which a check reads ends in success at once, before any tool: nothing of the stack\'s folder, of what its files refer to, of what inputs name, and of workflows. Only for `mode: check`"},{"name":"config-file","description":"Configuration of checks, suppressions and targets, relative to the repository root. Default: `.prometheus-stack.yaml` where it is there; see docs/configuration.md"},{"name":"target","description":"One of the targets that the configuration file describes"},{"name":"overlays","description":"Which overlays belong to this target, one a line or separated by commas. Default: every kustomization directly under `overlays/` that no other one includes. Required where overlays differ by environment"},{"name":"chart","description":"The chart: a folder, a `.tgz`, `repo/name` or `oci://\u2026`. Default: what `upstream/install.sh` says"},{"name":"chart-version","description":"The chart\'s exact version. Default: what `upstream/install.sh` says"},{"name":"chart-repository","description":"Address of the chart repository. Default: what `upstream/install.sh` says"},{"name":"release-name","description":"Name of the helm release. Default: what `upstream/install.sh` says"},{"name":"namespace","description":"Namespace of the helm release. Default: what `upstream/install.sh` says"},{"name":"value-files","description":"Values files in order, relative to the repository root, one a line or separated by commas; they replace those of `upstream/install.sh`"},{"name":"kubernetes-version","description":"Kubernetes version to render and validate for, e.g. `1.35.4`. Default: the target cluster\'s where there is one, else 1.35.4"},{"name":"registry-config","description":"Path of a registry configuration (`config.json`) with credentials for OCI registries; only what it says of the chart\'s own host is used, copied to a private place"},{"name":"chart-hosts","description":"Hosts that `chart-username` and `chart-password` are for where only `upstream/install.sh` names the repository or registry, e.g. `charts.example.com, registry.example.com:5000`. One written with `http://` in front may be spoken to without TLS"},{"name":"chart-ca-file","description":"Path of a PEM file with the certificate authority of the chart repository or registry"},{"name":"schema-locations","description":"Where Kubernetes\' own schemas come from, in order: `default` (the public location), `cluster` (what the target cluster serves), a folder, or a location template as kubeconform takes it. The chart\'s own CRDs are always used"},{"name":"exporter","description":"Where GPU metrics come from: `gpu-operator`, `dcgm-exporter` (NVIDIA\'s chart), `cluster` (look), the path of a file or folder with the exporter\'s manifests, or `none` (what lies outside the tree is unknown). An exporter that the tree itself deploys wins for its namespace. Default: which of the first two install.sh installs beside the stack, else `gpu-operator`"},{"name":"exporter-version","description":"Exact version of what `exporter` names. Default: that of its line in install.sh, else v26.7.0 of the gpu-operator, 4.8.4 of dcgm-exporter"},{"name":"exporter-namespace","description":"Namespace of what `exporter` names; of a path, for objects that name none. Default: that of its line in install.sh, else `gpu-operator` for the gpu-operator, else `default`"},{"name":"exporter-release","description":"Name of the helm release, where `exporter` is `dcgm-exporter`. Default: that of its line in install.sh, else `dcgm-exporter`"},{"name":"allow","description":"What is refused otherwise, a list: `remote-bases`, `exec-plugins`, `helm-charts` (each in kustomizations). Allow only what you would run on the runner yourself"},{"name":"kubeconfig","description":"Path of the kubeconfig. Default: the environment variable `KUBECONFIG`"},{"name":"context","description":"Context of the kubeconfig. Default: its current one"},{"name":"prometheus-url","description":"`verify`: where Prometheus answers. Default: through the API server\'s service proxy"},{"name":"alertmanager-url","description":"`verify`: where Alertmanager answers. Default: through the API server\'s service proxy"},{"name":"grafana-url","description":"`verify`: where Grafana answers. Default: through the API server\'s service proxy"},{"name":"verify-timeout","description":"How long `verify`, also at the end of a deploy, waits until all signals have arrived, as Go writes durations. `0s`: a deploy does not look, and `mode: verify` looks once"},{"name":"fail-on","description":"The least severity that fails the step: `error`, `warning`, `notice` or `never`"},{"name":"helm-version","description":"Exact helm version, 3 or 4. Default: a helm on PATH that fits, else 4.3.1"},{"name":"kubectl-version","description":"Exact kubectl version. Default: a kubectl on PATH that fits, else 1.35.4"},{"name":"kubeconform-version","description":"Exact kubeconform version. Default: a kubeconform on PATH that fits, else 0.8.0"},{"name":"promtool-version","description":"Exact promtool version. Default: a promtool on PATH that fits, else 3.14.0"},{"name":"tools","description":"`auto`: PATH, then the tool cache, then a download verified by SHA-256. `path`: use what is on PATH and download nothing; it is trusted, and named as such"}]');
;// CONCATENATED MODULE: ./build/src/cli/options.js






/** The inputs of the action that are options here, too: their names and descriptions are taken from action.yml. */
const inputOptions = inputs_namespaceObject;
/** The options of `check` that are no inputs. */
const ownOptions = [
    { name: "fix", value: null, description: "Make every repair that is certain, then check again" },
    {
        name: "write-baseline",
        value: null,
        description: "Write today's findings to the baseline: only new ones fail from now on",
    },
    {
        name: "watch",
        value: null,
        description: "Check again whenever a file changes, until Ctrl-C; one screen, into a pipe a line a check",
    },
    { name: "no-cache", value: null, description: "Use nothing that earlier runs found out, and keep nothing" },
    { name: "format", value: formats.join("|"), description: "How the result is written to stdout; default: text" },
    { name: "quiet", value: null, description: "No progress on stderr" },
    { name: "help", value: null, description: "Show this text, as -h does" },
    { name: "version", value: null, description: "Show the version" },
];
/** The options of `init`. */
const initOptions = [
    {
        name: "exporter",
        value: "gpu-operator|dcgm-exporter",
        description: "Who installs the GPU exporter; default: gpu-operator",
    },
    { name: "exporter-version", value: null, description: "Its exact version; default: as of check" },
    {
        name: "receiver",
        value: "webhook|slack|msteamsv2|pagerduty|opsgenie",
        description: "Who is told of alerts; default: webhook",
    },
];
/** What runs a stack; publishing an earlier report has no run of its own. */
const runningModes = mode/* modeNames */._X.filter((name) => (0,mode/* modeNeeds */.ht)(name).stages.length > 0);
/** The options of `doctor` that `check` has not. */
const doctorOptions = [
    {
        name: "mode",
        value: runningModes.join("|"),
        description: "Which run is to be possible here; default: check",
    },
];
const everywhere = ["help", "version"];
/** What changes files, and what a program reads, is for a check that ends. */
const withoutWatch = ["fix", "write-baseline", "format"];
const switches = new Set(ownOptions.flatMap(({ name, value }) => (value === null ? [name] : [])));
/** The options of each command, by name. */
const commands = {
    check: [...ownOptions.map(({ name }) => name), ...inputOptions.map(({ name }) => name)],
    init: [...initOptions.map(({ name }) => name), ...everywhere],
    doctor: [...[...doctorOptions, ...inputOptions].map(({ name }) => name), ...everywhere],
};
const done = { check: "checked", init: "written", doctor: "looked for" };
const allOptions = [...new Set(Object.values(commands).flat())];
/**
 * Reads the arguments after the command's own name. Throws OperatorError `invalid-input`, which names the
 * option that was probably meant.
 */
const readRequest = (args) => {
    const { values, positionals, tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(allOptions.map((name) => [name, formOf(name)])),
        allowPositionals: true,
        // Strict parsing tells an unknown option in prose; we want its name.
        strict: false,
        tokens: true,
    });
    const [command, path, ...rest] = positionals;
    const known = isCommand(command) ? commands[command] : allOptions;
    for (const token of tokens)
        if (token.kind === "option")
            assertOption(token.name, token.rawName, token.value, known);
    if (values["help"] === true)
        return { kind: "help" };
    if (values["version"] === true)
        return { kind: "version" };
    if (!isCommand(command))
        throw unknownCommand(command);
    if (rest.length > 0)
        throw usage(`One folder is ${done[command]} at a time: ${JSON.stringify(rest[0])} is one too many.`);
    const given = (name) => (typeof values[name] === "string" ? values[name] : "");
    const textsOf = (options) => Object.fromEntries(options.map(({ name }) => [name, given(name)]));
    if (command === "init")
        return { kind: "init", path, options: textsOf(initOptions) };
    if (command === "doctor")
        return { kind: "doctor", path, inputs: { ...textsOf(inputOptions), ...textsOf(doctorOptions) } };
    if (values["watch"] === true)
        for (const name of withoutWatch)
            if (values[name] !== undefined)
                throw usage(`The option --${name} does nothing with --watch: leave one of them out.`);
    return {
        kind: "check",
        path,
        format: formatOf(given("format")),
        fix: values["fix"] === true,
        writeBaseline: values["write-baseline"] === true,
        watch: values["watch"] === true,
        quiet: values["quiet"] === true,
        inputs: { ...textsOf(inputOptions), cache: values["no-cache"] === true ? "false" : "" },
    };
};
/** What everybody tries first is an option, too. */
const formOf = (name) => ({
    type: switches.has(name) ? "boolean" : "string",
    ...(name === "help" ? { short: "h" } : {}),
});
const isCommand = (name) => name !== undefined && Object.hasOwn(commands, name);
const assertOption = (name, rawName, value, known) => {
    if (!known.includes(name))
        throw usage(`There is no option ${rawName}${meant(name, known, "--")}.`);
    if (switches.has(name) && value !== undefined)
        throw usage(`The option --${name} takes no value.`);
    if (!switches.has(name) && (value ?? "") === "")
        throw usage(`The option --${name} needs a value.`);
};
const formatOf = (value) => {
    const found = formats.find((format) => format === (value || "text"));
    if (found === undefined)
        throw usage(`There is no format ${value}${meant(value, formats, "")}.`);
    return found;
};
const unknownCommand = (command) => command === undefined
    ? usage("What is to be done? The commands are `check`, `init` and `doctor`.")
    : usage(`There is no command ${JSON.stringify(command)}${meant(command, Object.keys(commands), "")}.`);
const meant = (name, known, prefix) => {
    const found = (0,nearest/* nearest */.p)(name, known);
    return found === undefined ? "" : `; ${prefix}${found} was probably meant`;
};
const usage = (message) => new errors/* OperatorError */.nv("invalid-input", message, "`prometheus-stack-action --help` shows what there is.");

;// CONCATENATED MODULE: ./build/src/cli/help.js

const width = 100;
const column = 26;
/** The text of `--help`. */
const help = () => [
    "Usage: prometheus-stack-action check [path] [options]",
    "       prometheus-stack-action init [path] [options]",
    "       prometheus-stack-action doctor [path] [options]",
    "",
    "check: renders what would be applied of a kube-prometheus-stack tree with GPU monitoring, says where",
    "a signal does not arrive, and how to mend it. It needs no cluster.",
    "init: writes a new tree in which nothing is found, and a workflow that checks it. It never",
    "overwrites anything.",
    "doctor: says what on this machine would stop a run, and how to mend it. It changes nothing.",
    "`path` is the stack's folder; default: prometheus-stack at the root of the repository.",
    "",
    "Options of check:",
    ...ownOptions.flatMap(entryOf),
    "",
    "As the action's inputs of the same name (lists separated by commas):",
    ...inputOptions.flatMap(({ name, description }) => entry(name, description.replaceAll("`", ""))),
    "",
    "Options of init:",
    ...initOptions.flatMap(entryOf),
    "",
    "Options of doctor, beside the inputs above:",
    ...doctorOptions.flatMap(entryOf),
    "",
    "Exit codes: 0 nothing that --fail-on names was found, 1 findings, 2 the check could not be made.",
    "Of init: 0 all is written, 2 nothing is. Of doctor: 0 nothing would stop a run, 1 something would.",
    "",
    "Examples:",
    "  prometheus-stack-action check",
    "  prometheus-stack-action check clusters/a --exporter dcgm-exporter --exporter-version 4.8.4",
    "  prometheus-stack-action check --fix",
    "  prometheus-stack-action init --exporter dcgm-exporter --receiver slack",
    "  prometheus-stack-action doctor --mode deploy --kubeconfig ~/.kube/config",
    "  prometheus-stack-action check --write-baseline",
    "  prometheus-stack-action check --format json --fail-on warning > report.json",
    "  prometheus-stack-action check --format sarif > report.sarif",
    "",
].join("\n");
const entryOf = ({ name, value, description }) => entry(value === null ? name : `${name} ${value}`, description);
/** An option and its description, broken between words. */
const entry = (option, description) => {
    const lines = [""];
    for (const word of description.split(" ")) {
        const line = lines.at(-1) ?? "";
        if (line !== "" && column + line.length + 1 + word.length > width)
            lines.push(word);
        else
            lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    }
    const head = `  --${option}`;
    const [first = "", ...rest] = lines;
    const indented = rest.map((line) => " ".repeat(column) + line);
    return head.length < column
        ? [head.padEnd(column) + first, ...indented]
        : [head, " ".repeat(column) + first, ...indented];
};

// EXTERNAL MODULE: ./build/src/cli/paint.js
var paint = __webpack_require__(20007);
// EXTERNAL MODULE: ./build/src/secrets/secrets-in-text.js
var secrets_in_text = __webpack_require__(18853);
// EXTERNAL MODULE: ./build/src/fix/apply-edits.js
var apply_edits = __webpack_require__(55658);
;// CONCATENATED MODULE: ./build/src/fix/choose-fixes.js

/**
 * Takes the findings' repairs in their order, each as a whole: one that wants a line which an earlier one changes
 * otherwise is left for the next round, when it may have become another or none. `texts` are the files as they are now;
 * what is not in it cannot be changed.
 */
const chooseFixes = (findings, texts) => {
    const fixed = [];
    const left = [];
    const edits = new Map();
    const lines = new Map([...texts].map(([file, text]) => [file, (0,apply_edits/* lineCount */.IC)(text)]));
    for (const finding of findings) {
        const wanted = finding.fix?.edits ?? [];
        if (wanted.length === 0)
            continue;
        const because = obstacle(wanted, edits, lines);
        if (because !== null) {
            left.push({ finding, because });
            continue;
        }
        fixed.push(finding);
        for (const edit of wanted)
            edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
    }
    return { fixed, edits, left };
};
const obstacle = (wanted, taken, lines) => {
    for (const edit of wanted) {
        const count = lines.get(edit.file);
        if (count === undefined)
            return `${edit.file} cannot be written`;
        if (edit.endLine > count)
            return `${edit.file} has no line ${edit.endLine} any more`;
        if ([...wanted, ...(taken.get(edit.file) ?? [])].some((other) => (0,apply_edits/* collide */.pS)(edit, other)))
            return `another repair changes line ${edit.startLine} of ${edit.file}`;
    }
    return null;
};

;// CONCATENATED MODULE: ./build/src/fix/fix-findings.js



/**
 * A repair may bring the next one to light (a port is judged once the Service is found); more rounds than this are
 * repairs that undo each other.
 */
const mostRounds = 10;
/** Checks, repairs, and checks again, until there is nothing left that can be repaired. */
const fixFindings = async (check, files) => {
    const fixed = [];
    const made = [];
    for (let round = 1;; round++) {
        const last = await check();
        const texts = await textsOf(last.fixable, files);
        const chosen = chooseFixes(last.fixable, texts);
        const changed = changesOf(chosen, texts);
        if (changed.size === 0 || round > mostRounds)
            return { last, fixed, made, left: [...withoutEffect(chosen), ...chosen.left] };
        for (const [file, text] of changed)
            await files.write(file, text);
        fixed.push(...chosen.fixed);
        for (const [file, edits] of chosen.edits)
            made.push(...edits.map((edit) => shownEdit(edit, linesAt(texts.get(file) ?? "", edit), last.hide)));
    }
};
const shownEdit = (edit, before, hide) => {
    const shown = (text) => hide((0,secrets_in_text/* mapSecretsInText */.K)(text, () => "***"));
    return { edit: { ...edit, text: shown(edit.text) }, before: shown(before.join("\n")).split("\n") };
};
const textsOf = async (findings, files) => {
    const names = new Set(findings.flatMap(({ fix }) => fix?.edits.map(({ file }) => file) ?? []));
    const read = await Promise.all([...names].map(async (name) => [name, await files.read(name)]));
    return new Map(read.flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
};
const changesOf = ({ edits }, texts) => new Map([...edits].flatMap(([file, own]) => {
    const before = texts.get(file) ?? "";
    const after = (0,apply_edits/* applyEdits */.ct)(before, own);
    return after === before ? [] : [[file, after]];
}));
const withoutEffect = ({ fixed }) => fixed.map((finding) => ({ finding, because: "its repair does not end it" }));
const linesAt = (text, { startLine, endLine }) => text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .slice(startLine - 1, endLine);

// EXTERNAL MODULE: ./build/src/inputs.js
var src_inputs = __webpack_require__(23901);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/core/within.js
var within = __webpack_require__(75209);
;// CONCATENATED MODULE: ./build/src/machine/files/edit-files.js




/**
 * The files of a repository that repairs may change: text in UTF-8 that lies in it and not in `.git`,
 * also once links are followed.
 */
const openEditableFiles = (root) => ({
    async create(file, text) {
        const folder = await inside(root, (0,external_node_path_.dirname)(file));
        const old = await (0,promises_.lstat)((0,external_node_path_.resolve)(root, file)).catch(() => null);
        if (folder === null || (0,within/* isGitData */.J5)((0,external_node_path_.basename)(file)) || (old !== null && !old.isFile()))
            throw new errors/* OperatorError */.nv("invalid-input", `${file} cannot be written: it is no plain file in a folder of the repository.`, "Name another one.");
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(root, file), text);
    },
    async read(file) {
        const path = await inside(root, file);
        if (path === null)
            return null;
        try {
            return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await (0,promises_.readFile)(path));
        }
        catch {
            return null;
        }
    },
    async write(file, text) {
        const path = await inside(root, file);
        if (path === null)
            throw new Error(`${file} is not in the repository`);
        // In place, so that mode and links stay.
        await (0,promises_.writeFile)(path, text);
    },
});
const inside = async (root, file) => {
    const [base, real] = await Promise.all([(0,promises_.realpath)(root), (0,promises_.realpath)((0,external_node_path_.resolve)(root, file)).catch(() => null)]);
    if (real === null)
        return null;
    // Git's own files are no part of the tree: what stands in them is run.
    return (0,within/* isWithin */.UO)(base, real) && !(0,within/* isInGitData */.og)(base, real) ? real : null;
};

// EXTERNAL MODULE: ./build/src/machine/files/find-root.js
var find_root = __webpack_require__(54082);
// EXTERNAL MODULE: ./build/src/machine/open-outside.js + 84 modules
var open_outside = __webpack_require__(3117);
// EXTERNAL MODULE: ./build/src/machine/runner/log.js + 1 modules
var log = __webpack_require__(89142);
// EXTERNAL MODULE: ./build/src/policy/baseline.js
var baseline = __webpack_require__(68350);
// EXTERNAL MODULE: ./build/src/policy/open-config.js
var open_config = __webpack_require__(26572);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
// EXTERNAL MODULE: ./build/src/report/text/visible.js
var visible = __webpack_require__(42555);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(49872);
// EXTERNAL MODULE: ./build/src/report/whole-check.js
var whole_check = __webpack_require__(40859);
// EXTERNAL MODULE: ./build/src/run.js + 6 modules
var run = __webpack_require__(31051);
// EXTERNAL MODULE: ./build/src/secrets/address-credentials.js
var address_credentials = __webpack_require__(63223);
;// CONCATENATED MODULE: ./build/src/command.js


























/** The same run as the action's, for a terminal and for pre-commit: only the result on stdout. Sets the exit code. */
const command = async () => {
    try {
        process.exitCode = await exitCode();
    }
    catch (thrown) {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        const said = error?.message ?? (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
        complain((0,address_credentials/* hideAddressCredentials */.V)(said), error?.hint ?? null);
        process.exitCode = 2;
    }
};
const exitCode = async () => {
    const request = readRequest(process.argv.slice(2));
    if (request.kind === "doctor") {
        const { doctor } = await Promise.all(/* import() */[__webpack_require__.e(702), __webpack_require__.e(808), __webpack_require__.e(675)]).then(__webpack_require__.bind(__webpack_require__, 21675));
        const { text, code } = await doctor(request, process.cwd(), process.env);
        print(text);
        return code;
    }
    assertNode(process.versions.node);
    if (request.kind === "init") {
        const { init } = await Promise.all(/* import() */[__webpack_require__.e(220), __webpack_require__.e(204)]).then(__webpack_require__.bind(__webpack_require__, 70204));
        return print(await init(request, process.cwd()));
    }
    if (request.kind !== "check")
        return print(request.kind === "help" ? help() : `${build_package.version}\n`);
    const folder = (0,external_node_path_.resolve)(request.path ?? ".");
    const root = await (0,find_root/* findRoot */.w)(folder, process.cwd());
    const given = { ...request.inputs, path: request.path === undefined ? "" : (0,external_node_path_.relative)(root, folder) || "." };
    if (request.watch) {
        const { watchStack } = await Promise.all(/* import() */[__webpack_require__.e(348), __webpack_require__.e(914)]).then(__webpack_require__.bind(__webpack_require__, 75914));
        await watchStack({
            root,
            given,
            options: textOptions(root, request.quiet, process.stdout),
            output: process.stdout,
        });
        return 0;
    }
    const outside = await (0,open_outside/* openOutside */.A)({ ...process.env, GITHUB_WORKSPACE: root }, { mask: () => { }, keep: () => { } });
    try {
        return await answer(request, root, given, await outside.repository());
    }
    finally {
        // Not before: of the commit whose configuration counts, more is read during the check.
        await outside.close();
    }
};
const answer = async (request, root, given, repository) => {
    const inputOf = (name) => new Map(Object.entries(given)).get(name) ?? "";
    const named = { file: inputOf("config-file"), target: inputOf("target") };
    const configuration = await (0,open_config/* openConfig */.F)(named, repository, async () => checks/* checks */.A);
    const inputs = (0,src_inputs/* readInputs */.K)(inputOf, {
        configured: configuration.config,
        hint: "Correct the option of that name.",
    });
    const check = () => checkOnce(inputs, configuration, root, request.quiet);
    const fixed = request.fix
        ? await fixFindings(check, openEditableFiles(root))
        : { ...nothingFixed, last: await check() };
    const { last } = fixed;
    await show(request, root, fixed);
    if (exitCodeOf(last) === 2)
        complain(last.bug ?? last.report.error?.message ?? (0,verdict/* verdict */.WJ)(last.report), (0,verdict/* nextStep */.sk)(last.report));
    return request.writeBaseline && exitCodeOf(last) !== 2
        ? keepBaseline(last, configuration.config.baseline, root)
        : exitCodeOf(last);
};
/** What is found today is not new tomorrow. What could not be checked is no baseline. */
const keepBaseline = async ({ report }, file, root) => {
    const why = (0,whole_check/* whyNotWhole */.$)(report);
    if (why !== null) {
        const hint = "Mend that first: what was not judged would be missing in it.";
        complain(`${file} is not written, for not all was checked: ${why}`, hint);
        return 2;
    }
    const old = report.suppressed.filter(({ by }) => by === "baseline").map(({ finding }) => finding);
    const findings = [...report.findings, ...old].filter(({ check }) => check !== suppression_unused/* suppressionUnused */.K.id);
    await openEditableFiles(root).create(file, (0,baseline/* writeBaseline */.B9)(findings));
    const are = findings.length === 1 ? "is" : "are";
    process.stderr.write(`${(0,markdown/* counted */.hS)(findings.length, "finding")} ${are} in ${file}: only new ones fail from now on.\n`);
    return 0;
};
/** npm only warns of a Node that is too old, and it would fail in the middle. Throws OperatorError `tool-missing`. */
const assertNode = (version) => {
    const { node } = build_package.engines;
    if (!semver_default().satisfies(version, node))
        throw new errors/* OperatorError */.nv("tool-missing", `Node.js ${node} is needed; this is ${version}.`, "Install it from https://nodejs.org/.");
};
const nothingFixed = { fixed: [], made: [], left: [] };
/** Of a terminal that does not say how wide it is. */
const usualColumns = 80;
/** Every check has an outside of its own: nothing of the tree before a repair is left in it. */
const checkOnce = async (inputs, configuration, root, quiet) => {
    const write = (text) => void (quiet || process.stderr.write(text));
    const env = { ...process.env, GITHUB_WORKSPACE: root };
    const isSeen = process.stderr.isTTY && !quiet && process.env["TERM"] !== "dumb";
    const terminal = isSeen ? { columns: () => process.stderr.columns || usualColumns } : {};
    const outside = await (0,open_outside/* openOutside */.A)(env, { mask: () => { }, keep: () => { }, write, ...terminal });
    try {
        return await (0,run/* run */.e)(inputs, configuration, await outside.for(inputs));
    }
    finally {
        await outside.close();
    }
};
const textOptions = (root, brief, stream) => ({
    paint: (0,paint/* paintFor */.e)(stream),
    shown: (file) => (0,external_node_path_.relative)(process.cwd(), (0,external_node_path_.resolve)(root, file)),
    brief,
});
const show = async ({ format, quiet }, root, fixed) => {
    const { report } = fixed.last;
    const options = (stream) => textOptions(root, quiet, stream);
    const text = await renderers[format](report, options(process.stdout));
    if (format === "text")
        return void print((0,terminal_text/* renderFixes */.I)(fixed, options(process.stdout)) + text);
    process.stderr.write((0,terminal_text/* renderFixes */.I)(fixed, options(process.stderr)));
    // Markdown quotes what it shows line by line, as the text does; of the others no line can be taken for a command.
    if (format === "markdown")
        print(text);
    else
        process.stdout.write(text);
};
const print = (text) => {
    // What we quote may look like a command to the runner of a workflow; a terminal would lose the colours in the log.
    if (process.env["GITHUB_ACTIONS"] !== "true")
        process.stdout.write(text);
    else
        process.stdout.write((0,log/* forRunner */.G)(text.trimEnd()));
    return 0;
};
const complain = (message, hint) => {
    process.stderr.write(`error: ${(0,visible/* visible */.R)(message)}\n${hint === null ? "" : `${(0,visible/* visible */.R)(hint)}\n`}`);
};


/***/ },

/***/ 54082:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * The root that paths of findings and inputs count from: the Git repository that holds the folder; without one, the
 * working folder, or what holds the folder where it lies elsewhere.
 */
const findRoot = async (folder, workingFolder) => {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        // A folder, or in a worktree a file.
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, ".git")))
            return at;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            break;
    }
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workingFolder, folder);
    return way === ".." || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) : workingFolder;
};
const exists = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);


/***/ },

/***/ 5001:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ renderFixes),
/* harmony export */   Q: () => (/* binding */ renderTerminalText)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53325);
/* harmony import */ var _alike_not_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33653);
/* harmony import */ var _summary_coverage_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19012);
/* harmony import */ var _summary_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85577);
/* harmony import */ var _summary_proof_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44366);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49872);
/* harmony import */ var _whole_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40859);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42555);








/**
 * The findings for a person at a terminal: by file, each with its place, its check and its repair,
 * and one line that sums up.
 */
const renderTerminalText = (report, options) => {
    const { paint } = options;
    const groups = Map.groupBy(report.findings, ({ at }) => at?.file ?? null);
    const parts = [...groups].map(([file, findings]) => [
        paint("file", file === null ? "Without a place" : (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(options.shown(file))),
        ...findings.map((one) => finding(one, options)),
    ].join("\n"));
    const notRun = (0,_alike_not_run_js__WEBPACK_IMPORTED_MODULE_6__/* .alikeNotRun */ .n)(report).map(({ checks, reason }) => `Not checked: ${some(checks)}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(reason)}`);
    const fixable = report.findings.filter(({ fix }) => (fix?.edits.length ?? 0) > 0).length;
    const offer = fixable === 0 ? "" : `; --fix fixes ${fixable} of them`;
    const said = (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)((0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .verdict */ .WJ)(report));
    const isGood = report.findings.length === 0 && (0,_whole_check_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNotWhole */ .$)(report) === null;
    const found = isGood ? paint("good", said) : said + offer;
    const sum = found + (report.counts.suppressed === 0 ? "" : `; ${report.counts.suppressed} suppressed`);
    const proofs = (0,_summary_proof_section_js__WEBPACK_IMPORTED_MODULE_2__/* .proofCounts */ .x)(report);
    const state = [(0,_summary_coverage_section_js__WEBPACK_IMPORTED_MODULE_0__/* .coverageLine */ .v)(report), proofs === "" ? "" : `Alerts: ${proofs}`].filter((line) => line !== "");
    const gpus = options.brief === true ? [] : state;
    const all = [...parts, notRun.join("\n"), (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(gpus.join("\n")), report.error === null ? sum : ""].filter((part) => part !== "");
    return all.length === 0 ? "" : `${all.join("\n\n")}\n`;
};
/** As many checks as one reads on a line. */
const mostNamed = 3;
const some = (checks) => [...checks.slice(0, mostNamed), ...(checks.length > mostNamed ? [`and ${checks.length - mostNamed} more`] : [])].join(", ");
const finding = ({ at, severity, check, message, resource, fix }, { paint }) => {
    const place = at === undefined ? "" : `${paint("place", `${at.line}:${at.column}`)} `;
    const lines = [
        `${place}${paint(severity, severity)} ${paint("check", (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(check))}`,
        ...[message, ...(resource === undefined || message.includes((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb)(resource)) ? [] : [`in ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb)(resource)}`])]
            .flatMap((text) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(text).split("\n"))
            .map((line) => `  ${line}`),
        ...(fix === undefined ? [] : [`  fix: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(fix.description)}`]),
    ];
    return lines.map((line) => `  ${line}`).join("\n");
};
/** What `--fix` has done, as a person would check it: each line before and after. */
const renderFixes = ({ fixed, made, left }, { paint, shown }) => {
    if (made.length === 0 && left.length === 0)
        return "";
    const changes = made.map(({ edit, before }) => {
        const after = edit.text.split("\n");
        const first = before.findIndex((line, index) => line !== after[index]);
        // An edit that adds lines repeats the one above them: what stays is not shown.
        const kept = first < 0 ? before.length : first;
        return [
            paint("file", `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(shown(edit.file))}:${edit.startLine + kept}`),
            ...before.slice(kept).map((line) => paint("error", `  - ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(line)}`)),
            ...after.slice(kept).map((line) => paint("good", `  + ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(line)}`)),
        ].join("\n");
    });
    const not = left.map(({ finding: { check, at }, because }) => `Not fixed: ${check}${at === undefined ? "" : ` at ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(shown(at.file))}:${at.line}`}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .R)(because)}`);
    return `${[...changes, ...not, `${(0,_summary_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(fixed.length, "finding")} fixed`].join("\n")}\n\n`;
};


/***/ }

};
;
})

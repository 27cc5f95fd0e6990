(function (module, exports, require, __dirname) {"use strict";
exports.id = 723;
exports.ids = [723];
exports.modules = {

/***/ 4904:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ operatedKind)
/* harmony export */ });
/* unused harmony export operatedKinds */
/**
 * Resources that prometheus-operator makes pods with volumes of:
 * https://prometheus-operator.dev/docs/api-reference/api/
 */
const operatedKinds = ["Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler"];
/** Which of the kinds an object is of; null for any other object, also one of that name in another group. */
const operatedKind = ({ apiVersion, kind }) => apiVersion.startsWith("monitoring.coreos.com/") ? (operatedKinds.find((one) => one === kind) ?? null) : null;


/***/ },

/***/ 80473:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ storedBytes),
/* harmony export */   w: () => (/* binding */ secretLimit)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

/** Bytes that the data of a Secret may have: `MaxSecretSize` of https://pkg.go.dev/k8s.io/api/core/v1#pkg-constants */
const secretLimit = 1_048_576;
/**
 * Bytes that a release takes in the Secret that helm keeps it in, of {@link secretLimit}: the base64 of the gzip of its
 * JSON, `encodeRelease` in helm's pkg/storage/driver/util.go. The JSON is what helm prints with `--output json`, of a
 * dry run too. Go and zlib pack alike, not the same: the answer is right within two of a hundred.
 */
const storedBytes = (releaseJson) => {
    const packed = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(asGo(releaseJson.trim()), { level: 9 });
    return 4 * Math.ceil(packed.length / 3);
};
/** Go writes these as escapes: https://pkg.go.dev/encoding/json#Marshal */
const asGo = (json) => json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);


/***/ },

/***/ 33653:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ alikeNotRun)
/* harmony export */ });
/** Where a part does not render, nearly all checks do not run: the reason is read once. */
const alikeNotRun = ({ checksNotRun }) => [...Map.groupBy(checksNotRun, ({ reason }) => reason)].map(([reason, own]) => ({
    reason,
    checks: own.map(({ check }) => check),
}));


/***/ },

/***/ 49423:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ newFirst),
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Lv: () => (/* binding */ mustChoose),
/* harmony export */   lC: () => (/* binding */ ranking),
/* harmony export */   lW: () => (/* binding */ annotationOf)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53325);
/* harmony import */ var _plan_hidden_excerpt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3341);
/* harmony import */ var _summary_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85577);
/* harmony import */ var _text_visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42555);




/**
 * The runner keeps 10 annotations a level and step, and drops the rest in silence:
 * https://github.com/actions/toolkit/issues/734 One of the errors is the step's own failure message.
 */
const perLevel = { error: 9, warning: 10, notice: 10 };
/** A longer message is cut by the service; characters. */
const longest = 4096;
/** Whether more was found of a level than is shown of it, so that it matters which come first. */
const mustChoose = (findings, ownNotices = 0) => {
    const room = roomBeside(ownNotices);
    return _core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO.some((level) => findings.filter(({ severity }) => severity === level).length > room[level]);
};
const roomBeside = (ownNotices) => ({ ...perLevel, notice: perLevel.notice - ownNotices });
/**
 * The findings worth an annotation, within the runner's limits: by severity, those in `changedFiles` first, then in
 * their own order. Where a level has more than the runner keeps, its last annotation says how many more there are and
 * where they stand.
 */
const annotationsOf = (findings, { changedFiles = new Set(), rest = "the summary", ownNotices = 0 } = {}) => {
    const ranked = ranking(findings, changedFiles);
    const room = roomBeside(ownNotices);
    return _core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO.flatMap((level) => {
        const own = ranked.filter(({ severity }) => severity === level);
        return ofLevel(level, own, { most: room[level], rest });
    });
};
const known = ({ change }) => Number(change === "known");
/** For the reader of a change: what it brings before all that was there, the worst first. */
const newFirst = (findings) => ranking(findings, new Set()).toSorted((a, b) => known(a) - known(b));
/** The worst first, of these those that are new, then those in files that the change touches. */
const ranking = (findings, changedFiles) => {
    const changed = (finding) => Number(!changedFiles.has((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .shownAt */ .z)(finding)?.file ?? ""));
    return findings.toSorted((a, b) => _core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO.indexOf(a.severity) - _core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO.indexOf(b.severity) || known(a) - known(b) || changed(a) - changed(b));
};
const ofLevel = (level, ranked, { most, rest }) => {
    if (ranked.length <= most)
        return ranked.map(annotationOf);
    const shown = ranked.slice(0, most - 1);
    const more = {
        level,
        title: `and ${(0,_summary_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(ranked.length - shown.length, `more ${level}`)} in ${rest}`,
        message: `GitHub shows 10 annotations a level and step: the others stand in ${rest}.`,
    };
    return [...shown.map(annotationOf), more];
};
/** A finding as an annotation; a message that the service would cut is cut. */
const annotationOf = (finding) => {
    const place = (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .shownAt */ .z)(finding);
    return {
        level: finding.severity,
        title: (0,_text_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .R)(finding.check),
        message: cut((0,_text_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .R)([finding.message, ...ownPlace(finding), ...fixLine(finding), finding.help].join("\n"))),
        ...(place === undefined ? {} : placed(place)),
    };
};
const placed = ({ file, line, column, endLine, endColumn, }) => ({
    file: (0,_text_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .R)(file),
    startLine: line,
    ...(endLine === undefined ? {} : { endLine }),
    // GitHub refuses columns on an annotation that spans lines.
    ...(endLine === undefined || endLine === line
        ? { startColumn: column, ...(endColumn === undefined ? {} : { endColumn }) }
        : {}),
});
/** Where it shows, if a reviewer is led to the line that brought it. */
const ownPlace = ({ anchor, at }) => anchor === undefined || at === undefined
    ? []
    : [`This line of the change brings it. It shows at ${at.file}:${at.line}.`];
const fixLine = (finding) => finding.fix === undefined ? [] : [`Mend: ${finding.fix.description}`];
const cut = (message) => (0,_plan_hidden_excerpt_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(message, longest - 1);


/***/ },

/***/ 59806:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j_: () => (/* binding */ restartCause),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   th: () => (/* binding */ planSentence),
/* harmony export */   vJ: () => (/* binding */ shownPlan),
/* harmony export */   vb: () => (/* binding */ changedObjects)
/* harmony export */ });
/* unused harmony export releaseClause */
/* harmony import */ var _core_sentence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25431);
/* harmony import */ var _plan_changes_operated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4904);


const shownPlan = ({ content, ...told }) => ({ ...content, ...told });
/** Objects that something would happen to. */
const changedObjects = ({ objects }) => objects.filter(({ action }) => action !== "unchanged");
/** Whether there is nothing to do, and nothing that a person should know. */
const isQuiet = (plan) => changedObjects(plan).length === 0 &&
    plan.release.action === "none" &&
    plan.release.recovery === null &&
    [plan.obstacles, plan.moved ?? [], plan.losses, plan.stale, plan.notes].every((list) => list.length === 0);
/** The whole plan as one sentence of plain text, without its full stop. */
const planSentence = (plan) => {
    const changed = changedObjects(plan);
    const count = (action) => plan.objects.filter((one) => one.action === action).length;
    if (changed.length === 0 && plan.release.action === "none")
        return `No changes: ${count("unchanged")} objects are as the stack asks for`;
    const counts = ["create", "update", "delete"].flatMap((action) => count(action) === 0 ? [] : [`${count(action)} to ${action}`]);
    const same = count("unchanged");
    const numbers = [...counts, ...(same === 0 ? [] : [`${same} unchanged`])].join(", ");
    return [(0,_core_sentence_js__WEBPACK_IMPORTED_MODULE_0__/* .capital */ .N)(numbers), ...restartClause(plan), releaseClause(plan.release)].join("; ");
};
/** As many are named as one reads in a sentence. */
const mostNamed = 3;
const restartClause = ({ restarts }) => {
    if (restarts.length === 0)
        return [];
    if (restarts.length > mostNamed)
        return [`${restarts.length} workloads restart`];
    return [
        restarts
            .map(({ ref }) => `${ref.kind} ${ref.name} ${(0,_plan_changes_operated_js__WEBPACK_IMPORTED_MODULE_1__/* .operatedKind */ .$)(ref) === null ? "restarts" : "may restart"}`)
            .join(", "),
    ];
};
/** What becomes of the helm release, and always from which chart to which. */
const releaseClause = ({ name, namespace, action, from, chart, recovery }) => {
    const release = `helm release ${namespace}/${name}`;
    const mended = recovery === null ? "" : ` (${recovery})`;
    if (action === "install" || from === null)
        return `${release} is installed with chart ${chart}${mended}`;
    if (action === "none")
        return `${release} stays at revision ${from.revision}${mended}`;
    const charts = from.chart === chart ? `with chart ${chart}` : `from chart ${from.chart} to ${chart}`;
    return `${release} goes from revision ${from.revision} to ${from.revision + 1}, ${charts}${mended}`;
};
/** Why the pods of a workload are replaced; a checksum by itself is told as what it is. */
const restartCause = (because) => {
    const checksums = because.map((pointer) => /\/annotations\/checksum~1(.+)$/.exec(pointer)?.[1]);
    return checksums.every((name) => name !== undefined)
        ? `${checksums.map((name) => `checksum/${name}`).join(", ")} alone`
        : because.join(" ");
};


/***/ },

/***/ 17678:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderReportJson)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53325);
/* harmony import */ var _text_json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71347);


/**
 * report.json: the report with each finding's place spread into the finding, as docs/report.schema.json describes it.
 */
const renderReportJson = (report) => (0,_text_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s)({
    ...report,
    findings: report.findings.map(findingJson),
    suppressed: report.suppressed.map(({ finding, by, reason }) => ({ ...findingJson(finding), by, reason })),
    change: report.change === null ? null : { ...report.change, mended: report.change.mended.map(findingJson) },
    signalPaths: report.signalPaths.map(pathJson),
});
const findingJson = ({ check, severity, message, at, resource, fix, help, lineHash, change, anchor }) => ({
    check,
    severity,
    message,
    ...at,
    ...(resource === undefined ? {} : { resource }),
    ...(fix === undefined ? {} : { fix }),
    help,
    ...(lineHash === undefined ? {} : { lineHash }),
    ...(change === undefined ? {} : { change }),
    ...(anchor === undefined ? {} : { anchor }),
});
const pathJson = (path) => ({ ...path, hops: path.hops.map(hopJson) });
const hopJson = ({ at, fix, ...hop }) => ({
    ...hop,
    ...(fix === undefined ? {} : { fix: (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutReturns */ .w6)(fix) }),
    ...at,
});


/***/ },

/***/ 26404:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ judgedArrows),
/* harmony export */   h: () => (/* binding */ stationNames)
/* harmony export */ });
/** Where a signal passes, as a picture names it. */
const stationNames = {
    exporter: "GPU exporter",
    service: "Service",
    monitor: "ServiceMonitor",
    prometheus: "Prometheus",
    rule: "Alert rule",
    alertmanager: "Alertmanager",
    receiver: "Notification",
    dashboard: "Grafana",
    panels: "Panels",
};
/** The picture's arrows. */
const arrows = {
    exported: ["exporter", "service"],
    found: ["service", "monitor"],
    scraped: ["monitor", "prometheus"],
    loaded: ["prometheus", "rule"],
    fires: ["rule", "alertmanager"],
    notifies: ["alertmanager", "receiver"],
    provisioned: ["prometheus", "dashboard"],
    shown: ["dashboard", "panels"],
};
/** The arrow of every hop of every signal. */
const arrowOf = {
    metrics: {
        "prometheus-selects-monitor": "scraped",
        "prometheus-selects-namespace": "scraped",
        "operator-accepts-monitor": "scraped",
        "rbac-allows-discovery": "scraped",
        "monitor-selects-namespace": "found",
        "monitor-selects-service": "found",
        "port-exists": "exported",
        "pods-exist": "exported",
        "targets-are-kept": "scraped",
        "metrics-are-served": "exported",
        "target-is-unique": "scraped",
    },
    alert: {
        "prometheus-selects-rule": "loaded",
        "prometheus-selects-namespace": "loaded",
        "operator-accepts-rule": "loaded",
        "metrics-are-exported": "fires",
        "labels-exist": "fires",
        "result-is-vector": "fires",
        "route-reaches-receiver": "notifies",
        "alert-is-not-inhibited": "notifies",
    },
    dashboard: {
        "sidecar-selects-configmap": "provisioned",
        "sidecar-watches-namespace": "provisioned",
        "grafana-reads-file": "provisioned",
        "grafana-takes-json": "provisioned",
        "dashboard-is-unique": "shown",
        "datasource-exists": "shown",
        "metrics-are-exported": "shown",
    },
};
/** All arrows, each with its hops of all paths. */
const judgedArrows = (paths) => {
    const taken = Map.groupBy(paths.flatMap((path) => {
        const own = arrowOf[path.signal];
        return path.hops.map((hop) => ({ path, hop, arrow: own[hop.hop] }));
    }), ({ arrow }) => arrow);
    return Object.keys(arrows).map((name) => {
        const [from, to] = arrows[name];
        return { name, from, to, judged: taken.get(name) ?? [] };
    });
};


/***/ },

/***/ 29165:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   cr: () => (/* binding */ messagesOf),
/* harmony export */   hO: () => (/* binding */ rowsAt)
/* harmony export */ });
/* unused harmony export steps */
/** How much of a report is told, the most first: all of it, the worst of each table, a line an entry, or one line. */
const steps = ["full", "short", "list", "line"];
/** Rows that a table has at each step. */
const rowsAt = { full: Number.POSITIVE_INFINITY, short: 100, list: 20, line: 0 };
/**
 * The first text that fits, in bytes of UTF-8; the last one in any case, which has to be short by itself. Where what is
 * known to stand in the whole, in UTF-16 units, is more than fits, the whole is not made.
 */
const fitting = (bytes, known, render) => {
    const drafts = steps
        .values()
        .drop(known > bytes ? 1 : 0)
        .map(render);
    return drafts.find((text) => Buffer.byteLength(text) <= bytes) ?? render("line");
};
/** UTF-16 units of all messages, which the whole has in it. */
const messagesOf = ({ findings }) => findings.reduce((sum, { message }) => sum + message.length, 0);


/***/ },

/***/ 41350:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ subjectsOf),
/* harmony export */   m: () => (/* binding */ alikeRows)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85577);

/** So many and more that end alike are one row: a cause is read once. */
const enough = 4;
/** Rows in the order of the first of each; `keyOf` keeps apart what ends alike and is not. */
const alikeRows = (all, keyOf, endingOf) => {
    const ended = all.map((one) => ({ one, ending: endingOf(one) }));
    const groups = Map.groupBy(ended, ({ one, ending }) => `${keyOf(one)} ${ending}`);
    return [...groups.values()].flatMap((same) => {
        const [first, ...rest] = same;
        return same.length < enough || first === undefined
            ? same.map(({ one, ending }) => ({ first: one, others: [], ending }))
            : [{ first: first.one, others: rest.map(({ one }) => one), ending: first.ending }];
    });
};
/** The subjects of a row, in a cell of a table, so on one line. */
const subjectsOf = ({ first, others }) => [
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(first.subject),
    ...(others.length === 0
        ? []
        : [
            `<details><summary>and ${others.length} more</summary>${others.map(({ subject }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(subject)).join("<br>")}</details>`,
        ]),
].join("<br>");


/***/ },

/***/ 85106:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ capacitySection),
/* harmony export */   j: () => (/* binding */ capacityLine)
/* harmony export */ });
/* harmony import */ var _signal_capacity_cluster_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57470);
/* harmony import */ var _signal_capacity_published_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82098);
/* harmony import */ var _text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13472);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85577);




/** What Prometheus has to hold, collapsed; empty where there is none. */
const capacitySection = ({ capacity }, rows) => (capacity?.prometheuses ?? [])
    .map((one) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(title(one), body(one, capacity?.size ?? {}, rows)))
    .filter((part) => part !== "")
    .join("\n\n");
/** The same on a line, for a log; empty where the size of the cluster is not known. */
const capacityLine = ({ capacity }) => (capacity?.prometheuses ?? [])
    .filter(isSized)
    .map((one) => `${one.name}: ${totals(one)}${unknownOf(one).length === 0 ? "" : `; ${notCounted(one)}`}`)
    .join("\n");
const title = (one) => `Capacity of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(one.name)}: ${isSized(one) ? totals(one) : "the size of the cluster is not stated"}`;
const isSized = ({ monitors }) => monitors.every(({ exporter, series }) => exporter === null || series !== null);
const totals = ({ series, samplesPerSecond, diskBytesPerDay, memoryBytes, fullAfterSeconds }) => [
    `${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(series?.expected ?? 0)} series`,
    `${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(samplesPerSecond?.expected ?? 0)} samples a second`,
    ...(memoryBytes === null ? [] : [`${spanText(memoryBytes, _text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesText */ .pV)} of memory`]),
    ...(diskBytesPerDay === null ? [] : [`${spanText(diskBytesPerDay, _text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesText */ .pV)} of disk a day`]),
    ...(fullAfterSeconds === null ? [] : [`room for ${spanText(fullAfterSeconds, _text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .daysText */ .D5)}`]),
].join(", ");
const spanText = ({ from, to }, shown) => {
    const [low, high] = [shown(from), shown(to)];
    if (low === high)
        return low;
    const [, unit] = high.split(" ");
    return low.endsWith(` ${unit}`) ? `${low.split(" ")[0]} to ${high}` : `${low} to ${high}`;
};
const body = (one, size, rows) => [
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(["Monitor", "Exporter", "Every", "Series", "Made of", "Samples a second"], one.monitors.slice(0, rows).map(cells)),
    one.monitors.length <= rows ? "" : `${one.monitors.length - rows} more are in report.json.`,
    [kept(one), ...(unknownOf(one).length === 0 ? [] : [`${notCounted(one)}.`]), sizeText(size)]
        .filter((line) => line !== "")
        .join("<br>"),
    `Disk by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)("Prometheus' documentation", _signal_capacity_published_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .capacitySources */ .pG.disk)} (1 to 2 bytes a sample), memory by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)("Robust Perception", _signal_capacity_published_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .capacitySources */ .pG.memory)}, without queries. What rules record is not counted.`,
]
    .filter((part) => part !== "")
    .join("\n\n");
const cells = (one) => [
    `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(one.monitor)}${one.path === "/metrics" ? "" : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(one.path)}`}`,
    one.exporter === null ? "not known" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(one.exporter),
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(one.interval),
    one.series === null ? "not known" : (0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(one.series.expected),
    one.parts
        .filter(({ per }) => per !== "monitor")
        .map(partText)
        .join("<br>"),
    one.samplesPerSecond === null ? "" : (0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(one.samplesPerSecond.expected),
];
const partText = ({ per, each, count }) => {
    if (per === "stack")
        return `${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(each.expected)} of objects that are rendered`;
    const times = count === null ? "" : ` \u00d7 ${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(count.expected)}`;
    return `${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .countText */ .lT)(each.expected)} a ${per}${times}`;
};
const kept = ({ volumeBytes, retention, retentionSizeBytes }) => [
    volumeBytes === null ? "Nothing limits its volume" : `Its volume has ${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesText */ .pV)(volumeBytes)}`,
    `it keeps samples ${[
        ...(retention === null ? [] : [`for ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(retention)}`]),
        ...(retentionSizeBytes === null ? [] : [`up to ${(0,_text_amount_text_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesText */ .pV)(retentionSizeBytes)}`]),
    ].join(", or ")}.`,
].join("; ");
const unknownOf = ({ monitors }) => monitors.filter(({ exporter }) => exporter === null);
/** What is not known is named as such, and is in no sum. */
const notCounted = (one) => `not counted, because what they export is not known: ${unknownOf(one).length} of ${one.monitors.length} endpoints of monitors`;
const sizeText = (size) => {
    const { nodes, pods, containers, cpus } = size;
    if (nodes === undefined)
        return "State nodes and gpus under capacity in the configuration, and all is counted.";
    const taken = [
        ...(pods === undefined ? [`${_signal_capacity_cluster_size_js__WEBPACK_IMPORTED_MODULE_0__/* .assumed */ .V2.podsOfNode} pods a node`] : []),
        ...(containers === undefined ? [`${_signal_capacity_cluster_size_js__WEBPACK_IMPORTED_MODULE_0__/* .assumed */ .V2.containersOfPod} containers a pod`] : []),
        ...(cpus === undefined ? [`${_signal_capacity_cluster_size_js__WEBPACK_IMPORTED_MODULE_0__/* .assumed */ .V2.cpusOfNode} CPUs a node`] : []),
    ];
    return taken.length === 0 ? "" : `Not stated, and taken to be: ${taken.join(", ")}.`;
};


/***/ },

/***/ 19012:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ coverageSection),
/* harmony export */   v: () => (/* binding */ coverageLine)
/* harmony export */ });
/* harmony import */ var _promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53855);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85577);


const icons = { ok: "\u2705", broken: "\u274c", unknown: "\u2754", none: "\u2796" };
/** Which GPU failures somebody is told of; empty where the tree has no GPU alert. */
const coverageSection = ({ gpuCoverage }) => {
    if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none"))
        return "";
    const off = gpuCoverage.filter(isOff);
    const rows = gpuCoverage
        .filter((one) => !off.includes(one))
        .map((one) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(one.title), icons[one.status], told(one), within(one)]);
    const rest = off.map(({ title, turnedOnBy }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title), rowOf(turnedOnBy)]);
    return [
        `### Who is told when a GPU fails?\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Failure", "", "Alerts", "Told within"], rows)}`,
        ...(rest.length === 0
            ? []
            : [
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`${rest.length} more, of which the exporter exports nothing by default`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Failure", "The row in its list of counters that turns it on"], rest)),
            ]),
    ].join("\n\n");
};
/** No alert, and nothing that one could read. */
const isOff = ({ alerts, exported }) => alerts.length === 0 && exported === false;
const rowOf = (turnedOnBy) => turnedOnBy === null ? "" : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(turnedOnBy.row)}, dcgm-exporter ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(turnedOnBy.since)} and newer`;
/**
 * The same on a line, for a terminal; failures that the exporter has no metric of by default are not counted. Empty
 * where the tree has no GPU alert.
 */
const coverageLine = ({ gpuCoverage }) => {
    if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none"))
        return "";
    const counted = gpuCoverage.filter(({ status, exported }) => status !== "none" || exported !== false);
    const titles = (wanted) => counted
        .filter(({ status }) => wanted(status))
        .map(({ title }) => title)
        .join(", ");
    const nobody = titles((status) => status === "none" || status === "broken");
    const unknown = titles((status) => status === "unknown");
    const reached = counted.filter(({ status }) => status === "ok").length;
    return [
        `GPU failures that somebody is told of: ${reached} of ${counted.length}`,
        ...(nobody === "" ? [] : [`nobody is told of: ${nobody}`]),
        ...(unknown === "" ? [] : [`not known of: ${unknown}`]),
    ].join("; ");
};
const told = ({ alerts }) => {
    if (alerts.length === 0)
        return "no alert";
    // Why, the table of signals says.
    return alerts
        .map(({ name, status }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(name)}${status === "ok" ? "" : status === "broken" ? ": reaches nobody" : ": not known"}`)
        .join("<br>");
};
/** The longest time from the fault to the notification, a line for each alert. */
const within = ({ alerts }) => alerts.map(({ toldWithin }) => (toldWithin === null ? "" : (0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(toldWithin.seconds))).join("<br>");


/***/ },

/***/ 14061:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ notReadyPart),
/* harmony export */   b: () => (/* binding */ deploySection)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53325);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85577);


/** What the deploy did and what did not become ready, as Markdown; empty where nothing was deployed. */
const deploySection = ({ deploy }, rows) => {
    if (deploy === null)
        return "";
    const { cluster, release, objects, workloads, notReady } = deploy;
    const changed = objects.filter(({ action }) => action !== "unchanged");
    return [
        "### Deploy",
        `To ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(cluster.server)} (Kubernetes ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(cluster.version)}, uid of kube-system ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(cluster.uid)}).`,
        release === null
            ? ""
            : `Release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(release.name)} in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(release.namespace)}: revision ${release.revision}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(release.status)}.`,
        notReady.slice(0, rows).map(notReadyPart).join("\n\n"),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Workload", "Ready"], workloads
            .slice(0, rows)
            .map(({ ref, ready, desired }) => [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)),
            `${ready === desired ? "\u2705" : "\u274c"} ${ready} of ${desired}`,
        ])),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(changed.length, "object")} changed, ${objects.length - changed.length} unchanged`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Object", "Part", "Action"], changed.slice(0, rows).map(({ ref, layer, action }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)), layer, action]))),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
/** What is known of something that is not ready. */
const notReadyPart = ({ ref, why, containers, events }) => [
    `\u274c **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref))}** is not ready: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(why)}`,
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Pod", "Container", "State", "Restarts"], containers.map(({ pod, container, state, restarts }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(pod),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(container),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(state),
        String(restarts),
    ])),
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Event on", "Reason", "Message", "Times"], events.map(({ object, reason, message, count }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(object), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(reason), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(message), String(count)])),
    ...containers.map(logPart),
]
    .filter((part) => part !== "")
    .join("\n\n");
const logPart = ({ pod, container, log, noLog }) => noLog === null
    ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`The last lines of container ${container} in pod ${pod}`, log.map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq).join("<br>"))
    : `No log of container ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(container)} in pod ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(pod)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(noLog)}.`;


/***/ },

/***/ 17201:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ drillSection),
/* harmony export */   h: () => (/* binding */ drilled)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85577);

const icons = { delivered: "\u2705", "not-delivered": "\u274c", "cannot-be-told": "\u2754" };
/** Who was told by the delivery drill, as Markdown; empty where there was none. `rows`: how many a table may have. */
const drillSection = ({ drill }, rows) => {
    if (drill === null)
        return "";
    const { routes, by, notes } = drill;
    const reached = routes.filter(({ verdict }) => verdict === "delivered").length;
    return [
        "### Delivery drill",
        `${reached} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(routes.length, "route")} of GPU alerts reached a receiver. Drilled by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(by)}.`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Receiver", "Route", "Alert", "Result"], routes.slice(0, rows).map((one) => [named(one), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(one.route), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(one.posted?.alert ?? ""), result(one)])),
        routes.length > rows ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(routes.length - rows, "more route")} in report.json.` : "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("What else is known of the drill", notes.slice(0, rows).map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq).join("<br>")),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
const named = ({ receiver, integrations }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(receiver)}${integrations.length === 0 ? "" : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(integrations.join(", "))})`}`;
const result = ({ verdict, deliveredAfterSeconds, groupWaitSeconds, why }) => deliveredAfterSeconds === null
    ? `${icons[verdict]} ${verdict}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(why)}`
    : `${icons[verdict]} ${verdict} after ${deliveredAfterSeconds} s (group_wait ${groupWaitSeconds ?? "?"} s)<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(why)}`;
/** Who would be told by the drill of a plan, as Markdown; empty where none is planned. */
const drilled = ({ drill }, rows) => {
    if (drill === null)
        return "";
    const { routes, unseen } = drill;
    const whom = routes.length === 0 ? "nobody, for no GPU alert is routed anywhere" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(routes.length, "route");
    return [
        `**The delivery drill will tell ${whom}**`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Receiver", "Route", "Alerts"], routes
            .slice(0, rows)
            .map((one) => [
            one.integrations.length === 0 ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(one.receiver)}: notifies nobody` : named(one),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(one.route),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(one.alerts.slice(0, mostNamed).join(", ") + (one.alerts.length > mostNamed ? ", \u2026" : "")),
        ])),
        routes.length > rows ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(routes.length - rows, "more route")} in plan.json.` : "",
        unseen
            .slice(0, rows)
            .map((clause) => `\u26a0\ufe0f Not in sight: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(clause)}.`)
            .join("<br>"),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
/** As many alerts as one reads in a cell. */
const mostNamed = 5;


/***/ },

/***/ 5424:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WT: () => (/* binding */ findingsSection),
/* harmony export */   iE: () => (/* binding */ severityIcons),
/* harmony export */   ps: () => (/* binding */ findingPlace)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53325);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49423);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39875);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85577);




/** The sign of each severity. */
const severityIcons = { error: "\u274c", warning: "\u26a0\ufe0f", notice: "\u2139\ufe0f" };
/** The findings as Markdown, at most `rows` of them. */
const findingsSection = ({ findings }, links, rows, { ranked = (all) => (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ranking */ .lC)(all, new Set()), withRepairs = true } = {}) => {
    if (findings.length === 0)
        return "";
    const shown = ranked(findings).slice(0, rows);
    const more = findings.length - shown.length;
    return [
        "### Findings",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["", "Where", "What"], shown.map((finding) => [severityIcons[finding.severity], findingPlace(finding, links), what(finding)])),
        more === 0 ? "" : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(more, "more finding")} in report.json.`,
        withRepairs ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)("Repairs that can be copied", shown.map(fixBlock).filter(Boolean).join("\n\n")) : "",
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
/**
 * Whether a finding is new, where it is, by which line of the change, and of which object, where its message does not
 * name it.
 */
const findingPlace = ({ at, anchor, change, resource, message }, links) => [
    change === "new" ? "<b>New</b>" : "",
    at === undefined ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`${at.file}:${at.line}`), (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .lineUrl */ .gV)(links, at)),
    anchor === undefined ? "" : `brought by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`${anchor.file}:${anchor.line}`), (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .lineUrl */ .gV)(links, anchor))}`,
    resource === undefined || message.includes((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(resource)) ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(resource)),
]
    .filter((part) => part !== "")
    .join("<br>");
const what = ({ message, fix, check, help }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(message), fix === undefined ? "" : `<b>Mend:</b> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(fix.description)}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(check), help)]
    .filter((part) => part !== "")
    .join("<br>");
const fixBlock = ({ fix, check }) => (fix?.edits ?? [])
    .map(({ file, startLine, endLine, text: lines }) => [
    `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(check)}: in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(file)} replace ${startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`} by`,
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(lines),
].join("\n\n"))
    .join("\n\n");


/***/ },

/***/ 49359:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K6: () => (/* binding */ errorSection),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   qr: () => (/* binding */ footer)
/* harmony export */ });
/* harmony import */ var _core_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59441);
/* harmony import */ var _plan_hidden_excerpt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3341);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49872);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85577);




/** The heading has to fit where nothing else does; UTF-16 units. */
const longestHeading = 2000;
/** A success that somebody should look at. */
const isDoubtful = ({ counts, plan }) => counts.warning > 0 || (plan !== null && plan.content.obstacles.length > 0);
/** The verdict in one sentence. */
const heading = (report) => {
    const icon = report.conclusion === "failure" ? "\u274c" : isDoubtful(report) ? "\u26a0\ufe0f" : "\u2705";
    const said = (0,_plan_hidden_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .cutTo */ .yd)((0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdict */ .WJ)(report), longestHeading);
    return `## ${icon} ${(0,_core_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .modeNeeds */ .ht)(report.mode).title} of the Prometheus stack: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(said)}`;
};
/** What the heading has no room for: the further lines of the message, and the next step. */
const errorSection = (report) => {
    const step = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .nextStep */ .sk)(report);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((report.error?.message ?? "").split("\n").slice(1).join("\n")),
        step === null ? "" : `<b>Next step:</b> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(step)}`,
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
/** Where this is from; empty outside GitHub. */
const footer = (links) => {
    const parts = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)("workflow run", links.run),
        links.commit === undefined ? "" : `commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(links.commit.slice(0, 12))}`,
    ].filter((part) => part !== "" && part !== "workflow run");
    return parts.length === 0 ? "" : `<sub>${parts.join(" \u00b7 ")}</sub>`;
};


/***/ },

/***/ 39875:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WY: () => (/* binding */ earlierLinks),
/* harmony export */   gV: () => (/* binding */ lineUrl),
/* harmony export */   hP: () => (/* binding */ linksOf)
/* harmony export */ });
/**
 * Reads the addresses from the runner's default variables,
 * https://docs.github.com/actions/reference/variables-reference.
 */
const linksOf = (env) => {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_RUN_ID: run } = env;
    const home = server && repository ? `${server}/${repository}` : undefined;
    return {
        blob: home && commit ? `${home}/blob/${commit}` : undefined,
        run: home && run ? `${home}/actions/runs/${run}` : undefined,
        commit: commit === "" ? undefined : commit,
    };
};
/** Of what an earlier run reported: its commit, and its run. */
const earlierLinks = (env, { id, headSha }) => linksOf({ ...env, GITHUB_SHA: headSha, GITHUB_RUN_ID: String(id) });
/** The address of one line, or undefined outside GitHub. */
const lineUrl = (links, at) => links.blob === undefined
    ? undefined
    : `${links.blob}/${at.file.toWellFormed().split("/").map(encodeURIComponent).join("/")}#L${at.line}`;


/***/ },

/***/ 43915:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ planSection)
});

// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/plan/changes/operated.js
var operated = __webpack_require__(4904);
// EXTERNAL MODULE: ./build/src/plan/hidden/excerpt.js + 1 modules
var excerpt = __webpack_require__(3341);
// EXTERNAL MODULE: ./build/src/plan/release/stored-size.js
var stored_size = __webpack_require__(80473);
// EXTERNAL MODULE: ./build/src/report/plan-words.js
var plan_words = __webpack_require__(59806);
// EXTERNAL MODULE: ./build/src/report/summary/drill-section.js
var drill_section = __webpack_require__(17201);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
// EXTERNAL MODULE: ./build/src/kubernetes/json-pointer.js
var json_pointer = __webpack_require__(96681);
;// CONCATENATED MODULE: ./build/src/report/summary/plan-changes.js




/** A pointer is made of keys, which an object may have of any length. */
const longestPointer = 200;
/** A JSON pointer, cut to what one reads. */
const pointerCode = (pointer) => (0,markdown/* code */.aY)((0,excerpt/* cutTo */.yd)(pointer, longestPointer));
/** The changed fields of an object, collapsed, with noise apart; empty where none is known. */
const fieldChanges = ({ ref, action, changes }, rows) => {
    if (changes.length === 0)
        return "";
    const own = changes.filter(({ noise }) => noise === null);
    const noise = changes.filter((change) => change.noise !== null);
    const besides = noise.length === 0 ? "" : `${own.length === 0 ? "" : " and "}${noiseClause(noise)}`;
    const title = `${(0,markdown/* text */.Qq)((0,finding/* nameOf */.Vb)(ref))}: ${action}, ${own.length === 0 ? "" : (0,markdown/* counted */.hS)(own.length, "field")}${besides}`;
    return (0,markdown/* details */.zH)(title, [ofSecret(ref.kind, own), told(own, rows), told(noise, rows)].filter((part) => part !== "").join("\n\n"));
};
const noiseWords = {
    checksum: "checksums",
    unstable: "what differs with every render",
    "chart-label": "labels of the chart",
    "managed-fields": "who manages fields",
};
const noiseClause = (noise) => {
    const kinds = [...new Set(noise.flatMap((change) => (change.noise === null ? [] : [noiseWords[change.noise]])))];
    return `${(0,markdown/* counted */.hS)(noise.length, "field")} by ${kinds.join(" and ")}`;
};
/** Of a Secret only the keys are told. */
const ofSecret = (kind, changes) => {
    const keys = kind !== "Secret" ? [] : [...new Set(changes.flatMap(({ pointer }) => keyOf(pointer)))];
    return keys.length === 0
        ? ""
        : `${keys.length === 1 ? "Key" : "Keys"} ${keys.map((key) => (0,markdown/* code */.aY)((0,excerpt/* cutTo */.yd)(key, longestPointer))).join(", ")} changed.`;
};
const keyOf = (pointer) => {
    const [field, key] = (0,json_pointer/* fromPointer */.kU)(pointer);
    return (field === "data" || field === "stringData") && key !== undefined ? [key] : [];
};
const told = (changes, rows) => {
    const shown = changes.slice(0, rows);
    const lines = shown.filter((change) => linesOf(change) !== null);
    const short = shown.filter((change) => linesOf(change) === null);
    return [
        (0,markdown/* table */.tp)(["Field", "Before", "After"], short.map((change) => [pointerCode(change.pointer), ...valuesOf(change)])),
        ...lines.map((change) => `${pointerCode(change.pointer)}\n\n${(0,markdown/* fenced */.OF)(linesOf(change) ?? "", "diff")}`),
        changes.length > shown.length ? `${(0,markdown/* counted */.hS)(changes.length - shown.length, "more field")} in plan.json.` : "",
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
const valuesOf = ({ before, after }) => before === null && after === null
    ? ["not shown", "not shown"]
    : [before === null ? "" : (0,markdown/* code */.aY)(before), after === null ? "" : (0,markdown/* code */.aY)(after)];
/** Texts of several lines as a diff; null for other values. */
const linesOf = ({ before, after }) => {
    const [earlier, later] = [textIn(before), textIn(after)];
    if (earlier === null || later === null || !`${earlier}${later}`.includes("\n"))
        return null;
    const marked = (sign, value) => value.split("\n").map((line) => (line === "\u2026" ? "  \u2026" : `${sign} ${line}`));
    return [...marked("-", earlier), ...marked("+", later)].join("\n");
};
const textIn = (json) => {
    if (json === null || !json.startsWith('"'))
        return null;
    try {
        const value = JSON.parse(json);
        return typeof value === "string" ? value : null;
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./build/src/report/summary/plan-section.js








/** UTF-16 units: a pod template may change in a hundred fields. */
const longestCause = 500;
/**
 * What a deploy would do, as Markdown, what is worst first: why it would be refused, what moved since it was approved,
 * what is deleted or lost, then all else. Empty where nothing was planned; one sentence where there is nothing to do.
 * `rows`: how many rows a table may have; `withFields`: whether the changed fields of each object are told.
 */
const planSection = ({ plan: report }, rows, { withFields = true } = {}) => {
    if (report === null)
        return "";
    const plan = (0,plan_words/* shownPlan */.vJ)(report);
    const sentence = `${(0,markdown/* text */.Qq)((0,plan_words/* planSentence */.th)(plan))}.`;
    const parts = (0,plan_words/* isQuiet */.rM)(plan)
        ? [sentence, (0,drill_section/* drilled */.h)(plan, rows)]
        : [sentence, ...urgent(plan, rows), ...rest(plan, rows, withFields), approval(plan)];
    return ["### Plan", ...parts].filter((part) => part !== "").join("\n\n");
};
const urgent = (plan, rows) => {
    const changed = (0,plan_words/* changedObjects */.vb)(plan);
    const deleted = changed.filter(({ action }) => action === "delete");
    return [
        plan.obstacles
            .slice(0, rows)
            .map(({ reason, message, hint }) => `\u274c **Refused** (${(0,markdown/* code */.aY)(reason)}): ${(0,markdown/* text */.Qq)(message)}<br><b>Next step:</b> ${(0,markdown/* text */.Qq)(hint)}`)
            .join("\n\n"),
        more(plan.obstacles.length, rows, "more reason"),
        titled("What moved since the approval", ["What", "Approved", "Now"], plan.moved ?? [], rows, (one) => [
            (0,markdown/* text */.Qq)(one.what),
            value(one.approved),
            value(one.now),
        ]),
        titled("Deleted", ["Object", "Part"], deleted, rows, ({ ref, layer, owner }) => [named(ref, owner), layer]),
        titled("Lost for good", ["Object", "What", ""], plan.losses, rows, ({ ref, what, allowed }) => [
            (0,markdown/* text */.Qq)((0,finding/* nameOf */.Vb)(ref)),
            (0,markdown/* text */.Qq)(what),
            allowed ? "allowed" : "\u26a0\ufe0f not allowed",
        ]),
        titled("CustomResourceDefinitions", ["Name", "Action"], changed.filter(isCrd), rows, ({ ref, action }) => [
            (0,markdown/* code */.aY)(ref.name),
            action,
        ]),
        titled("Pods replaced", ["Workload", "", "Because of"], plan.restarts, rows, ({ ref, because }) => [
            (0,markdown/* text */.Qq)((0,finding/* nameOf */.Vb)(ref)),
            (0,operated/* operatedKind */.$)(ref) === null ? "restarts" : "may restart",
            (0,markdown/* text */.Qq)((0,excerpt/* cutTo */.yd)((0,plan_words/* restartCause */.j_)(because), longestCause)),
        ]),
        titled("Images", ["In", "From", "To"], plan.images, rows, ({ from, to, in: ref }) => [
            (0,markdown/* text */.Qq)((0,finding/* nameOf */.Vb)(ref)),
            value(from),
            value(to),
        ]),
    ];
};
const rest = (plan, rows, withFields) => {
    const { release, stale, notes } = plan;
    const changed = (0,plan_words/* changedObjects */.vb)(plan);
    const others = changed.filter((one) => !isCrd(one) && one.action !== "delete");
    const unverified = changed.filter((one) => one.unverified !== null);
    return [
        titled("Created and updated", ["Object", "Part", "Action"], others, rows, (one) => [
            named(one.ref, one.owner),
            one.layer,
            onlyManagers(one) ? "update (of who manages its fields, and nothing else)" : one.action,
        ]),
        changed
            .slice(0, withFields ? rows : 0)
            .map((one) => fieldChanges(one, rows))
            .filter((part) => part !== "")
            .join("\n"),
        (0,drill_section/* drilled */.h)(plan, rows),
        list("No more in the tree, and left in the cluster", stale.map(finding/* nameOf */.Vb), rows),
        list("Hooks that will run", release.hooks.map(finding/* nameOf */.Vb), rows),
        titled("Not verified by the server", ["Object", "Why"], unverified, rows, ({ ref, unverified }) => [
            (0,markdown/* text */.Qq)((0,finding/* nameOf */.Vb)(ref)),
            (0,markdown/* text */.Qq)(unverified ?? ""),
        ]),
        release.storedBytes === null || release.storedBytes < stored_size/* secretLimit */.w / 2
            ? ""
            : `The release takes about ${release.storedBytes} of the ${stored_size/* secretLimit */.w} bytes that a Secret may hold.`,
        notes.slice(0, rows).map(markdown/* text */.Qq).join("\n\n"),
        more(notes.length, rows, "more note"),
    ];
};
/** What whoever approves compares with what the deploy is given. */
const approval = ({ digest, expiresAt, target }) => [
    `For ${(0,markdown/* code */.aY)(target.server)} (Kubernetes ${(0,markdown/* code */.aY)(target.kubernetesVersion)}, uid of kube-system ${(0,markdown/* code */.aY)(target.clusterUid)}).`,
    `Digest of this plan: ${(0,markdown/* code */.aY)(digest)}. It holds until ${(0,markdown/* code */.aY)(expiresAt)}.`,
].join("<br>");
const onlyManagers = ({ action, changes, unverified }) => action === "update" && changes.length === 0 && unverified === null;
const isCrd = ({ ref }) => ref.kind === "CustomResourceDefinition";
const named = (ref, owner) => `${(0,markdown/* text */.Qq)((0,finding/* nameOf */.Vb)(ref))}${owner === null ? "" : `<br>held by ${(0,markdown/* text */.Qq)(owner)}`}`;
const value = (one) => (one === null ? "" : (0,markdown/* code */.aY)(one));
const titled = (title, header, items, rows, row) => items.length === 0
    ? ""
    : [`**${title}**`, (0,markdown/* table */.tp)(header, items.slice(0, rows).map(row)), more(items.length, rows, "more row")]
        .filter((part) => part !== "")
        .join("\n\n");
const list = (title, names, rows) => (0,markdown/* details */.zH)(`${title}: ${(0,markdown/* counted */.hS)(names.length, "object")}`, names.length === 0 ? "" : `${names.slice(0, rows).map(markdown/* text */.Qq).join("<br>")}${names.length > rows ? "<br>\u2026" : ""}`);
const more = (all, rows, noun) => all > rows ? `${(0,markdown/* counted */.hS)(all - rows, noun)} in plan.json.` : "";


/***/ },

/***/ 81004:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ policySection)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39875);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85577);


const sources = { comment: "a comment", configuration: "the configuration", baseline: "the baseline" };
/** What a pull request proposes for the configuration, and the findings that are let be. */
const policySection = ({ configuration, suppressed }, links, rows) => {
    const notes = (configuration?.notes ?? []).map((note) => `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(note)}`).join("\n>\n");
    const shown = suppressed.slice(0, rows).map(({ finding, by, reason }) => {
        const { at, check, message } = finding;
        const place = at === undefined ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${at.file}:${at.line}`), (0,_links_js__WEBPACK_IMPORTED_MODULE_1__/* .lineUrl */ .gV)(links, at));
        return [place, `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(message)}<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(check)}`, `${sources[by]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(reason)}`];
    });
    const list = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Where", "What", "Let be by"], shown);
    const more = suppressed.length > shown.length
        ? `\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(suppressed.length - shown.length, "more finding")} in report.json.`
        : "";
    return [notes, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(suppressed.length, "finding")} suppressed`, list === "" ? "" : list + more)]
        .filter((part) => part !== "")
        .join("\n\n");
};


/***/ },

/***/ 44366:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ proofSection),
/* harmony export */   x: () => (/* binding */ proofCounts)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85577);

/**
 * What proves that the alerts fire: the tree's own unit tests, and series made for alerts of GPU metrics.
 * Empty where there is neither.
 */
const proofSection = ({ alertProofs }, rows) => {
    const proofs = alertProofs ?? [];
    const counts = proofCounts({ alertProofs });
    if (counts === "")
        return "";
    const body = proofs.slice(0, rows).map((proof) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(proof.name), tests(proof), canary(proof)]);
    const more = proofs.length > rows ? `\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(proofs.length - rows, "more alert")} in report.json.` : "";
    const list = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Alert", "Its unit tests", "On series made for it"], body);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Do the alerts fire? ${counts}`, list + more);
};
/** The same on a line, for a terminal. */
const proofCounts = ({ alertProofs }) => [testCounts(alertProofs ?? []), canaryCounts(alertProofs ?? [])].filter((count) => count !== "").join("; ");
const testCounts = (proofs) => {
    const tested = proofs.filter(({ passed, failed }) => passed + failed > 0);
    if (tested.length === 0)
        return "";
    const sum = (of) => tested.reduce((total, proof) => total + proof[of], 0);
    return `unit tests of ${tested.length} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(proofs.length, "alert")}: ${sum("passed")} passed, ${sum("failed")} failed`;
};
const canaryCounts = (proofs) => {
    const tried = proofs.flatMap((proof) => proof.canary ?? []);
    if (tried.length === 0)
        return "";
    return `${tried.filter(({ fired }) => fired).length} of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(tried.length, "GPU alert")} fired on synthetic series`;
};
const tests = ({ passed, failed }) => {
    if (failed > 0)
        return `\u274c ${failed} of ${passed + failed} failed`;
    return passed > 0 ? `\u2705 ${passed} passed` : "\u2796 none";
};
const canary = ({ canary }) => {
    if (canary === null)
        return "\u2796";
    return canary.fired ? "\u2705 fired" : `\u2754 not proved: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(canary.why ?? "")}`;
};


/***/ },

/***/ 48194:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ rollbackSection)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53325);
/* harmony import */ var _deploy_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14061);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85577);



/** How a failed deploy was taken back, as Markdown: what is not as it was first; empty where none was. */
const rollbackSection = ({ rollback }, rows) => {
    if (rollback === null)
        return "";
    const { outcome, summary, differences, evidence, notReady, objects } = rollback;
    return [
        "### Rollback",
        `${outcome === "complete" ? "\u2705" : "\u274c"} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(summary)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Not as it was", "Fields", "Why"], differences
            .slice(0, rows)
            .map(({ ref, pointers, why }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref)), pointers.map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq).join("<br>"), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(why)])),
        [...notReady, ...evidence].slice(0, rows).map(_deploy_section_js__WEBPACK_IMPORTED_MODULE_0__/* .notReadyPart */ .E).join("\n\n"),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(objects.length, "object")} put back beside what helm did`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Object", "Part", "Action"], objects.slice(0, rows).map(({ ref, layer, action }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref)), layer, action]))),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};


/***/ },

/***/ 75710:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ signalSection)
/* harmony export */ });
/* harmony import */ var _signal_path_signal_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80955);
/* harmony import */ var _signal_arrows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26404);
/* harmony import */ var _alike_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41350);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39875);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85577);





const icons = { ok: "\u2705", broken: "\u274c", unknown: "\u2754" };
const names = { metrics: "Metrics", alert: "Alert", dashboard: "Dashboard" };
const ranks = { broken: 0, unknown: 1, ok: 2 };
/**
 * Whether the signals will arrive: one picture, one table, the first broken hop of each path spelled out, once for all
 * that end alike; at most `rows` paths.
 */
const signalSection = (report, links, rows) => {
    const { signalPaths, exporter } = report;
    if (signalPaths.length === 0)
        return "";
    const shown = signalPaths.toSorted((a, b) => ranks[a.status] - ranks[b.status]).slice(0, rows);
    const more = signalPaths.length - shown.length;
    return [
        "### Will the signals arrive?",
        exporter === null ? "" : `GPU metrics come from ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(exporter.description)}.`,
        picture(signalPaths),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["Signal", "", "From", "Where it ends"], (0,_alike_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .alikeRows */ .m)(shown, ({ signal, status }) => `${signal} ${status}`, (path) => end(path, links)).map((row) => [names[row.first.signal], icons[row.first.status], (0,_alike_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectsOf */ .Z)(row), row.ending])),
        more === 0 ? "" : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(more, "more path")} in report.json.`,
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
const end = (path, links) => {
    const broken = (0,_signal_path_signal_path_js__WEBPACK_IMPORTED_MODULE_0__/* .firstBroken */ .mq)(path);
    if (broken !== undefined)
        return hopText(broken, links);
    const unknown = path.hops.find(({ status }) => status === "unknown");
    return unknown === undefined ? "it arrives" : hopText(unknown, links);
};
const hopText = (hop, links) => [
    `<b>${label(hop.hop)}</b>: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(hop.why)}`,
    hop.at === undefined ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${hop.at.file}:${hop.at.line}`), (0,_links_js__WEBPACK_IMPORTED_MODULE_4__/* .lineUrl */ .gV)(links, hop.at)),
    hop.fix === undefined ? "" : `<b>Mend:</b> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(hop.fix.description)}`,
]
    .filter((part) => part !== "")
    .join("<br>");
const label = (hop) => hop.replaceAll("-", " ");
const picture = (paths) => {
    const nodes = Object.entries(_signal_arrows_js__WEBPACK_IMPORTED_MODULE_1__/* .stationNames */ .h).map(([id, name]) => `  ${id}["${name}"]`);
    const lines = (0,_signal_arrows_js__WEBPACK_IMPORTED_MODULE_1__/* .judgedArrows */ .Y)(paths).map(({ from, to, judged }) => `  ${from} -->|"${mark(judged.map(({ hop }) => hop))}"| ${to}`);
    return ["```mermaid", "flowchart LR", ...nodes, ...lines, "```"].join("\n");
};
const mark = (hops) => {
    const broken = hops.filter(({ status }) => status === "broken").length;
    if (broken > 0)
        return `\u274c ${broken} broken`;
    const unknown = hops.filter(({ status }) => status === "unknown").length;
    if (unknown > 0)
        return `\u2754 ${unknown} unknown`;
    return hops.length === 0 ? "none" : "\u2705";
};


/***/ },

/***/ 71336:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./build/src/report/alike-not-run.js
var alike_not_run = __webpack_require__(33653);
// EXTERNAL MODULE: ./build/src/report/size-ladder.js
var size_ladder = __webpack_require__(29165);
// EXTERNAL MODULE: ./build/src/report/summary/capacity-section.js
var capacity_section = __webpack_require__(85106);
// EXTERNAL MODULE: ./build/src/core/finding.js
var core_finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/report/summary/findings-section.js
var findings_section = __webpack_require__(5424);
// EXTERNAL MODULE: ./build/src/report/summary/links.js
var summary_links = __webpack_require__(39875);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
;// CONCATENATED MODULE: ./build/src/report/summary/change-section.js




/** What the change did to the findings: those that it brought, by its own lines, and those that it mended. */
const changeSection = ({ change, findings }, links, rows) => {
    if (change === null)
        return "";
    if (change.base === null || !change.affected)
        return change.note === null ? "" : `> ${(0,markdown/* text */.Qq)(change.note)}`;
    const fresh = findings.filter((finding) => finding.change === "new");
    const known = findings.filter((finding) => finding.change === "known").length;
    return [
        "### What this change does",
        `Against commit ${(0,markdown/* code */.aY)(change.base.slice(0, 12))}: **${fresh.length} new**, ${change.mended.length} mended, ${known} as before.`,
        newTable(fresh, links, rows),
        (0,markdown/* details */.zH)(`${(0,markdown/* counted */.hS)(change.mended.length, "finding")} mended`, mendedTable(change.mended, rows)),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
const newTable = (fresh, links, rows) => (0,markdown/* table */.tp)(["", "Brought by", "Shows at", "What is new"], fresh.slice(0, rows).map((finding) => {
    const { at, check, severity, message } = finding;
    const what = `${(0,markdown/* text */.Qq)(firstLine(message))}<br>${(0,markdown/* code */.aY)(check)}`;
    return [
        findings_section/* severityIcons */.iE[severity],
        placeLink((0,core_finding/* shownAt */.z)(finding), links),
        finding.anchor ? placeLink(at, links) : "",
        what,
    ];
}));
/** Their lines are those of the older commit, and have no address here. */
const mendedTable = (mended, rows) => {
    const shown = mended
        .slice(0, rows)
        .map(({ at, check, message, severity }) => [
        ...[findings_section/* severityIcons */.iE[severity], at === undefined ? "" : (0,markdown/* code */.aY)(`${at.file}:${at.line}`)],
        `${(0,markdown/* text */.Qq)(firstLine(message))}<br>${(0,markdown/* code */.aY)(check)}`,
    ]);
    const list = (0,markdown/* table */.tp)(["", "Where it was", "What"], shown);
    const left = mended.length - shown.length;
    return left === 0 || list === "" ? list : `${list}\n\n${(0,markdown/* counted */.hS)(left, "more finding")} in report.json.`;
};
const placeLink = (at, links) => at === undefined ? "" : (0,markdown/* link */.nf)((0,markdown/* code */.aY)(`${at.file}:${at.line}`), (0,summary_links/* lineUrl */.gV)(links, at));
const firstLine = (message) => message.split("\n", 1)[0] ?? "";

// EXTERNAL MODULE: ./build/src/report/summary/coverage-section.js
var coverage_section = __webpack_require__(19012);
// EXTERNAL MODULE: ./build/src/report/summary/deploy-section.js
var deploy_section = __webpack_require__(14061);
// EXTERNAL MODULE: ./build/src/report/summary/drill-section.js
var drill_section = __webpack_require__(17201);
// EXTERNAL MODULE: ./build/src/report/summary/frame.js
var summary_frame = __webpack_require__(49359);
;// CONCATENATED MODULE: ./build/src/report/summary/gate-section.js

/** By what a gated target was allowed to be deployed to, as Markdown; empty where no gate was passed. */
const gateSection = ({ gate }) => {
    if (gate === null)
        return "";
    const by = gate.by === "job-token" ? "the token that GitHub signed for this job" : "the approvals of this run";
    const approvers = gate.approvers.length === 0 ? "" : ` Approved by ${gate.approvers.map(markdown/* text */.Qq).join(", ")}.`;
    return [
        `\ud83d\udd12 Gate: target ${(0,markdown/* code */.aY)(gate.target ?? "")} in environment ${(0,markdown/* code */.aY)(gate.environment ?? "")}, from ${(0,markdown/* code */.aY)(gate.ref ?? "")}, proved by ${by}.${approvers}`,
        (0,markdown/* details */.zH)("Rules of the environment", [...gate.rules, ...gate.notes].map(markdown/* text */.Qq).join("<br>")),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};

// EXTERNAL MODULE: ./build/src/report/summary/plan-section.js + 1 modules
var plan_section = __webpack_require__(43915);
// EXTERNAL MODULE: ./build/src/report/summary/policy-section.js
var policy_section = __webpack_require__(81004);
// EXTERNAL MODULE: ./build/src/report/summary/proof-section.js
var proof_section = __webpack_require__(44366);
// EXTERNAL MODULE: ./build/src/report/summary/rollback-section.js
var rollback_section = __webpack_require__(48194);
// EXTERNAL MODULE: ./build/src/report/summary/signal-section.js
var signal_section = __webpack_require__(75710);
// EXTERNAL MODULE: ./build/src/report/summary/verify-section.js + 1 modules
var verify_section = __webpack_require__(41778);
// EXTERNAL MODULE: ./build/src/dcgm/xid-codes.js + 1 modules
var xid_codes = __webpack_require__(38631);
;// CONCATENATED MODULE: ./build/src/report/summary/xid-section.js


const icons = { ok: "\u2705", broken: "\u274c", unknown: "\u2754" };
/**
 * XIDs by NVIDIA's action, alert, severity and receiver: all that ask for the hardware, of the others those that some
 * alert tells of. Empty where the tree has no alert on XIDs.
 */
const xidSection = ({ xids }) => {
    if (xids === null)
        return "";
    const rows = xids.rows.filter(({ need, alerts }) => need === "hardware" || alerts.length > 0).map(cells);
    const unclear = xids.unclear.length === 0 ? "" : `For which codes ${xids.unclear.map(markdown/* text */.Qq).join(", ")} fires cannot be told.`;
    const parts = [
        "### XID by action",
        `What ${(0,markdown/* link */.nf)("NVIDIA's catalogue", xid_codes/* xidCatalogue */.d5)} has to be done about a code, and who is told of it.`,
        (0,markdown/* table */.tp)(["XID", "Action", "Alert", "Severity", "Receiver"], rows),
        unclear,
    ];
    return parts.filter((part) => part !== "").join("\n\n");
};
const cells = ({ codes, action, alerts }) => [
    (0,xid_codes/* codeList */.E5)(codes),
    (0,markdown/* text */.Qq)(action ?? "none"),
    ...(alerts.length === 0
        ? ["\u2796 no alert", "", ""]
        : [column(alerts, nameOf), column(alerts, severityOf), column(alerts, receiversOf)]),
];
const column = (alerts, of) => alerts.map(of).join("<br>");
const nameOf = ({ name, status }) => `${icons[status]} ${(0,markdown/* text */.Qq)(name)}`;
const severityOf = ({ severity, pages }) => `${severity === null ? "not known" : (0,markdown/* text */.Qq)(severity)}${pages === "yes" ? ", pages" : ""}`;
const receiversOf = ({ receivers }) => receivers === null ? "not in sight" : receivers.map(markdown/* text */.Qq).join(", ");

;// CONCATENATED MODULE: ./build/src/report/summary/summary.js


















/**
 * The runner drops a whole step summary over 1 MiB
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits); a margin
 * is left for what other actions of the step write. Bytes of UTF-8.
 */
const budget = 900 * 1024;
/**
 * The job summary as GitHub Markdown, always within the runner's limit: where it would not fit, fewer findings and
 * objects are listed, and it says so.
 */
const renderSummary = (report, links, bytes = budget) => (0,size_ladder/* fitting */._Q)(bytes, (0,size_ladder/* messagesOf */.cr)(report), (step) => step === "line" ? (0,summary_frame/* heading */.R_)(report) : draft(report, links, size_ladder/* rowsAt */.hO[step]));
const draft = (report, links, rows) => `${[
    (0,summary_frame/* heading */.R_)(report),
    (0,summary_frame/* errorSection */.K6)(report),
    changeSection(report, links, rows),
    // What would become of a cluster comes first; a check has none.
    (0,plan_section/* planSection */.l)(report, rows),
    gateSection(report),
    (0,verify_section/* verifySection */.V)(report, rows),
    (0,signal_section/* signalSection */.q)(report, links, rows),
    (0,coverage_section/* coverageSection */.E)(report),
    xidSection(report),
    (0,proof_section/* proofSection */.s)(report, rows),
    (0,findings_section/* findingsSection */.WT)(report, links, rows),
    (0,policy_section/* policySection */.U)(report, links, rows),
    (0,rollback_section/* rollbackSection */.i)(report, rows),
    (0,deploy_section/* deploySection */.b)(report, rows),
    (0,drill_section/* drillSection */.H)(report, rows),
    stages(report),
    components(report),
    settings(report),
    (0,capacity_section/* capacitySection */.Q)(report, rows),
    (0,markdown/* details */.zH)("Rendered and validated", rendered(report, rows)),
    (0,markdown/* details */.zH)("Tools", tools(report)),
    (0,summary_frame/* footer */.qr)(links),
]
    .filter((section) => section !== "")
    .join("\n\n")}\n`;
const stageIcons = { passed: "\u2705", failed: "\u274c", skipped: "\u2796" };
const stages = (report) => section("Stages", (0,markdown/* table */.tp)(["Stage", "Result", "Time"], report.stages.map((stage) => [
    (0,markdown/* text */.Qq)(stage.name),
    `${stageIcons[stage.status]} ${stage.status}${stage.status === "passed" ? "" : `: ${(0,markdown/* text */.Qq)(stage.reason)}`}`,
    stage.status === "skipped" ? "" : seconds(stage.durationMs),
])));
const components = (report) => {
    if (report.components.length === 0)
        return "";
    const present = report.components.map(({ name, present, resources }) => [
        (0,markdown/* text */.Qq)(name),
        present ? "\u2705 in the render" : "\u274c missing",
        String(resources),
    ]);
    const dashboards = report.dashboards.map(({ area, found }) => [
        areaNames[area],
        found.length === 0 ? "\u274c none" : found.map(({ title, from }) => `${(0,markdown/* text */.Qq)(title)} (${from})`).join("<br>"),
    ]);
    return [
        section("Components", (0,markdown/* table */.tp)(["Component", "State", "Workloads"], present)),
        section("Dashboards", (0,markdown/* table */.tp)(["For", "Dashboard (comes from)"], dashboards)),
    ].join("\n\n");
};
const areaNames = {
    cluster: "Cluster overview",
    node: "Nodes",
    pod: "Pods",
    "api-server": "API server",
    gpu: "GPU (DCGM)",
};
const settings = (report) => section("What is installed", (0,markdown/* table */.tp)(["Setting", "Value", "Comes from"], report.settings.map(({ name, value, source }) => [(0,markdown/* text */.Qq)(name), (0,markdown/* code */.aY)(value), (0,markdown/* text */.Qq)(source)])));
const rendered = (report, rows) => {
    const { validation, chart, hooks, unstable, withoutSchema, rulesNotJudged } = report;
    const paragraphs = [
        chart === null ? "" : `Chart ${(0,markdown/* code */.aY)(`${chart.name} ${chart.version}`)}, SHA-256 ${(0,markdown/* code */.aY)(chart.digest)}`,
        validation === null
            ? ""
            : `${(0,markdown/* counted */.hS)(validation.resources, "object")}: ${validation.valid} valid, ${validation.invalid} invalid, ${validation.skipped} without schema, ${validation.unchecked} not checked.`,
        withoutSchema
            .map(({ kind, objects }) => `No schema describes ${(0,markdown/* code */.aY)(kind)} (${(0,markdown/* counted */.hS)(objects, "object")}).`)
            .join(" "),
        rulesNotJudged
            .slice(0, rows)
            .map(({ kind, rule, reason, objects }) => `A validation rule of ${(0,markdown/* code */.aY)(kind)} was not judged, ${(0,markdown/* text */.Qq)(reason)}: ${(0,markdown/* code */.aY)(rule)} (${(0,markdown/* counted */.hS)(objects, "object")}).`)
            .join("<br>"),
        hooks.length === 0
            ? ""
            : `${(0,markdown/* counted */.hS)(hooks.length, "helm hook")} run and do not stay: ${hooks
                .slice(0, rows)
                .map((hook) => (0,markdown/* code */.aY)(`${hook.kind}/${hook.name}`))
                .join(", ")}.`,
        unstable === null || unstable.length === 0
            ? ""
            : `Differs with every render: ${unstable
                .slice(0, rows)
                .map((u) => (0,markdown/* code */.aY)(`${u.kind}/${u.name} ${u.pointers.join(" ")}`))
                .join(", ")}.`,
        (0,alike_not_run/* alikeNotRun */.n)(report)
            .map(({ checks, reason }) => `Checks that did not run (${(0,markdown/* text */.Qq)(reason)}): ${checks.map(markdown/* code */.aY).join(", ")}.`)
            .join("<br>"),
    ];
    return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
};
const tools = (report) => (0,markdown/* table */.tp)(["Tool", "Version", "Source", "SHA-256 of the executable"], Object.entries(report.tools).map(([name, tool]) => [
    (0,markdown/* text */.Qq)(name),
    (0,markdown/* code */.aY)(tool.version),
    tool.source === "path" ? "PATH (trusted as it is)" : tool.source,
    (0,markdown/* code */.aY)(tool.sha256),
]));
const section = (title, body) => (body === "" ? "" : `### ${title}\n\n${body}`);
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;


/***/ },

/***/ 41778:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ verifySection)
});

// EXTERNAL MODULE: ./build/src/verify/verify-failure.js
var verify_failure = __webpack_require__(30282);
// EXTERNAL MODULE: ./build/src/report/summary/alike-rows.js
var alike_rows = __webpack_require__(41350);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
;// CONCATENATED MODULE: ./build/src/report/summary/conformance-section.js

/** Evidence for CNCF's AI Conformance: which requirement, which series, how many, and from which job. */
const conformanceSection = ({ conformance }) => {
    if (conformance.length === 0)
        return "";
    const icon = (met) => (met === null ? "\u2754" : met ? "\u2705" : "\u274c");
    const rows = conformance.map(({ requirement, met, series, what }) => [
        (0,markdown/* code */.aY)(requirement),
        icon(met),
        (0,markdown/* text */.Qq)(what),
        series.map(({ metric, count, job }) => `${(0,markdown/* code */.aY)(metric)}: ${count} from ${(0,markdown/* code */.aY)(job)}`).join("<br>"),
    ]);
    return (0,markdown/* details */.zH)("Evidence for CNCF AI Conformance", (0,markdown/* table */.tp)(["Requirement", "Met", "Why", "Series now"], rows));
};

;// CONCATENATED MODULE: ./build/src/report/summary/verify-section.js




const icons = { seen: "\u2705", "not-seen": "\u274c", "cannot-be-seen": "\u2754" };
const ranks = { "not-seen": 0, "cannot-be-seen": 1, seen: 2 };
const names = { metrics: "Metrics", alert: "Alert", dashboard: "Dashboard" };
const promised = { ok: "\u2705", broken: "\u274c", unknown: "\u2754" };
/**
 * What was seen in the cluster, prediction beside observation: what is lost first, then what the two disagree on; at
 * most `rows` rows a table.
 */
const verifySection = ({ verify, signalPaths }, rows) => {
    if (verify === null)
        return "";
    return [
        "### Did the signals arrive?",
        sentence(verify),
        (0,markdown/* table */.tp)(["Signal", "Promised", "Seen", "From", "What was seen"], (0,alike_rows/* alikeRows */.m)(sorted(verify.paths).slice(0, rows), (path) => `${path.signal} ${statusOf(path, signalPaths)} ${path.sight}`, seenText).map((row) => [
            names[row.first.signal],
            promised[statusOf(row.first, signalPaths)],
            icons[row.first.sight],
            (0,alike_rows/* subjectsOf */.Z)(row),
            row.ending,
        ])),
        disagreements(verify, rows),
        (0,markdown/* table */.tp)(["Node", "GPUs", "With metrics", "MIG slices", "With metrics"], gpuRows(verify).slice(0, rows)),
        conditions(verify, rows),
        firing(verify, rows),
        conformanceSection(verify),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
const sentence = ({ paths, waitedMs, looks, requests }) => {
    const of = (sight) => paths.filter((path) => path.sight === sight).length;
    return `Of ${(0,markdown/* counted */.hS)(paths.length, "signal")} ${of("seen")} were seen, ${of("not-seen")} were not, ${of("cannot-be-seen")} cannot be seen, after ${(waitedMs / 1000).toFixed(0)} s and ${(0,markdown/* counted */.hS)(looks, "look")} (the last one took ${(0,markdown/* counted */.hS)(requests, "request")}).`;
};
const sorted = (paths) => paths.toSorted((a, b) => ranks[a.sight] - ranks[b.sight]);
const statusOf = (path, promises) => promises.find(({ subject, signal }) => subject === path.subject && signal === path.signal)?.status ?? "unknown";
/** The hop at which it is lost; else how far it was seen to come. */
const seenText = (path) => {
    const lost = (0,verify_failure/* lostAt */.yt)(path);
    if (lost !== undefined)
        return `<b>${hopText(lost.hop)}</b>: ${(0,markdown/* text */.Qq)(lost.what)}`;
    const telling = ["arrives", "route-reaches-receiver"].flatMap((name) => path.hops.filter(({ hop, observed }) => hop === name && observed === "seen"));
    return (0,markdown/* text */.Qq)((telling[0] ?? path.hops[0])?.what ?? "Nothing was looked at.");
};
const hopText = (hop) => hop.replaceAll("-", " ");
const disagreements = ({ paths }, rows) => {
    const all = paths.flatMap(({ subject, hops }) => hops.filter(({ agrees }) => agrees === false).map((hop) => ({ subject, ...hop })));
    if (all.length === 0)
        return "";
    return [
        `**Files and cluster disagree** on ${(0,markdown/* counted */.hS)(all.length, "hop")}:`,
        (0,markdown/* table */.tp)(["From", "Hop", "Promised", "Seen", "What was seen"], all
            .slice(0, rows)
            .map(({ subject, hop, predicted, observed, what }) => [
            (0,markdown/* text */.Qq)(subject),
            hopText(hop),
            predicted === null ? "" : promised[predicted],
            icons[observed],
            (0,markdown/* text */.Qq)(what),
        ])),
    ].join("\n\n");
};
const gpuRows = ({ gpus }) => (gpus ?? []).map(({ node, allocatable, unhealthy, exported, migAllocatable, migUnhealthy, migExported }) => [
    (0,markdown/* text */.Qq)(node),
    devices(allocatable, unhealthy),
    `${exported < allocatable + unhealthy ? "\u274c" : "\u2705"} ${exported}`,
    devices(migAllocatable, migUnhealthy),
    migAllocatable + migUnhealthy === 0
        ? ""
        : `${migExported < migAllocatable + migUnhealthy ? "\u274c" : "\u2705"} ${migExported}`,
]);
/** With those that the device plugin gives to nobody. */
const devices = (allocatable, unhealthy) => unhealthy === 0 ? String(allocatable) : `${allocatable + unhealthy}, ${unhealthy} of them ill`;
const conditions = ({ conditions: all }, rows) => {
    const row = ({ condition, subject, sight, what, hint }) => [
        icons[sight],
        hopText(condition),
        (0,markdown/* text */.Qq)(subject),
        [(0,markdown/* text */.Qq)(what), hint === null || sight === "seen" ? "" : `<b>Next step:</b> ${(0,markdown/* text */.Qq)(hint)}`]
            .filter((part) => part !== "")
            .join("<br>"),
    ];
    const heads = ["", "Condition", "Of", "What was seen"];
    const told = all.filter(({ sight }) => sight !== "seen").toSorted((a, b) => ranks[a.sight] - ranks[b.sight]);
    const well = all.filter(({ sight }) => sight === "seen");
    return [
        (0,markdown/* table */.tp)(heads, told.slice(0, rows).map(row)),
        (0,markdown/* details */.zH)(`Conditions that hold: ${well.length}`, (0,markdown/* table */.tp)(heads, well.slice(0, rows).map(row))),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};
const firing = ({ alerts }, rows) => {
    if (alerts === null)
        return "";
    const { before, firing: now } = alerts;
    const key = (alert) => JSON.stringify(alert.labels);
    const former = new Set((before ?? []).map(key));
    const fresh = before === null ? [] : now.filter((alert) => !former.has(key(alert)));
    const names = (all) => [...Map.groupBy(all, ({ name }) => name)]
        .slice(0, rows)
        .map(([name, same]) => `${(0,markdown/* text */.Qq)(name)}${same.length > 1 ? ` (${same.length})` : ""}`)
        .join(", ");
    return [
        fresh.length === 0 ? "" : `**Firing since the deploy:** ${names(fresh)}.`,
        now.length === 0 ? "No alert fires." : `${(0,markdown/* counted */.hS)(now.length, "alert")} firing: ${names(now)}.`,
    ]
        .filter((part) => part !== "")
        .join("\n\n");
};


/***/ },

/***/ 71347:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/**
 * A value as JSON for a file or for stdout. In a workflow the runner looks for commands in what is printed: none begins
 * a line of JSON, and in the middle of one it knows those that begin with `##[`, which JSON can write otherwise.
 */
const jsonText = (value) => `${JSON.stringify(value, null, 2).replaceAll("##[", "##\\u005b")}\n`;


/***/ },

/***/ 49872:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ foundCounts),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   le: () => (/* binding */ verdictWithWorst),
/* harmony export */   sk: () => (/* binding */ nextStep)
/* harmony export */ });
/* harmony import */ var _plan_hidden_excerpt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3341);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49423);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93452);
/* harmony import */ var _plan_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59806);
/* harmony import */ var _summary_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85577);
/* harmony import */ var _whole_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40859);






/** The run's outcome in a few words of plain text: the heading of the job summary. */
const verdict = (report) => {
    if (report.error !== null)
        return `${firstLine(report.error.message)}${report.rollback?.outcome === "complete" ? " (taken back)" : ""}`;
    if (report.change?.affected === false)
        return "the change does not concern it, and nothing was judged";
    const found = foundCounts(report);
    if (report.failureReason === "schemas-unavailable")
        return `${(0,_summary_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(report.validation?.unchecked ?? 0, "object")} could not be validated, no schemas could be had (${found})${whyUnchecked(report)}`;
    if (report.deploy === null && report.plan !== null)
        return planVerdict(report.plan, found);
    const deployed = report.deploy === null ? [] : ["deployed, every workload is ready"];
    const verified = report.verify === null ? [] : [verifyVerdict(report.verify)];
    const done = [...deployed, ...verified].join("; ");
    return done === "" ? `${found}${sinceBase(report)}${notJudged(report)}` : `${done} (${found})`;
};
/** Few findings of a tree of which little was judged are no good news. */
const notJudged = (report) => {
    const why = (0,_whole_check_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNotWhole */ .$)(report);
    return why === null ? "" : `; not all was checked: ${(0,_plan_hidden_excerpt_js__WEBPACK_IMPORTED_MODULE_0__/* .cutTo */ .yd)(firstLine(why), longestReason)}`;
};
/** UTF-16 units: of a large tree there may be many parts that do not render. */
const longestReason = 300;
/** E.g. `; 1 of them new and 2 mended by this change`. */
const sinceBase = ({ change, findings }) => {
    if (change === null || change.base === null)
        return "";
    const fresh = findings.filter((finding) => finding.change === "new").length;
    const parts = [
        ...(findings.length === 0 ? [] : [`${fresh === 0 ? "none" : fresh} of them new`]),
        ...(change.mended.length === 0 ? [] : [`${change.mended.length} mended by this change`]),
    ];
    return parts.length === 0 ? "" : `; ${parts.join(", ")}`;
};
/** What the files promise and nobody can see is said, so that it is not taken for seen. */
const verifyVerdict = ({ paths }) => {
    const of = (wanted) => paths.filter(({ sight }) => sight === wanted).length;
    const unseen = of("cannot-be-seen");
    return `${of("seen")} of ${(0,_summary_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(paths.length, "signal")} seen in the cluster${unseen === 0 ? "" : `, ${unseen} cannot be seen`}`;
};
const planVerdict = (plan, found) => {
    const reasons = [...new Set(plan.content.obstacles.map(({ reason }) => reason))].join(", ");
    const refused = reasons === "" ? "" : `a deploy would be refused (${reasons}): `;
    return `${refused}${(0,_plan_words_js__WEBPACK_IMPORTED_MODULE_5__/* .planSentence */ .th)((0,_plan_words_js__WEBPACK_IMPORTED_MODULE_5__/* .shownPlan */ .vJ)(plan))} (${found})`;
};
/**
 * The verdict and, of a run that findings failed, the first of the worst: the one line that a
 * person sees first in the log.
 */
const verdictWithWorst = (report) => {
    const [worst] = (0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .ranking */ .lC)(report.findings, new Set());
    return report.error !== null || report.conclusion === "success" || worst === undefined
        ? verdict(report)
        : `${verdict(report)}: ${worst.at === undefined ? "" : `${worst.at.file}:${worst.at.line}: `}${firstLine(worst.message)}`;
};
/** What to do about a run that no finding explains, or null. */
const nextStep = (report) => {
    if (report.error !== null)
        return report.error.hint;
    if (report.failureReason === "render-failed" && (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .failing */ .Jr)(report.failOn, report.findings).length === 0)
        return "What does not build cannot be let be: mend it, or take it out of the tree.";
    return report.failureReason === "schemas-unavailable"
        ? "Let this runner reach the address above (HTTPS_PROXY and NO_PROXY are honoured), or set the input schema-locations to a folder of schemas or to `cluster`."
        : null;
};
/** E.g. `1 error, 2 warnings`, or `nothing found`. */
const foundCounts = ({ counts }) => {
    const found = [
        [counts.error, "error"],
        [counts.warning, "warning"],
        [counts.notice, "notice"],
    ];
    const told = found.filter(([n]) => n > 0).map(([n, noun]) => (0,_summary_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(n, noun));
    return told.length === 0 ? "nothing found" : told.join(", ");
};
const whyUnchecked = ({ stages }) => {
    const validate = stages.find(({ name }) => name === "validate");
    return validate?.status === "failed" ? `: ${firstLine(validate.reason)}` : "";
};
const firstLine = (message) => message.split("\n", 1)[0] ?? "";


/***/ },

/***/ 40859:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ whyNotWhole),
/* harmony export */   S: () => (/* binding */ isWholeCheck)
/* harmony export */ });
/* harmony import */ var _core_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59441);

const stagesOfCheck = (0,_core_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .modeNeeds */ .ht)("check").stages;
/** Whether every stage of a check has passed. */
const isWholeCheck = ({ stages }) => stagesOfCheck.every((name) => stages.some((stage) => stage.name === name && stage.status === "passed"));
/** Why a stage of the check failed, as a clause; null where none did. What hangs on it was not judged. */
const whyNotWhole = ({ stages }) => {
    const [failed] = stages.flatMap((stage) => stage.status === "failed" && stagesOfCheck.includes(stage.name) ? [stage.reason] : []);
    return failed ?? null;
};


/***/ },

/***/ 7611:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gJ: () => (/* binding */ lostIn),
/* harmony export */   kj: () => (/* binding */ lostAsBefore),
/* harmony export */   pq: () => (/* binding */ conditionKey),
/* harmony export */   rE: () => (/* binding */ hopKey),
/* harmony export */   si: () => (/* binding */ isAsBefore),
/* harmony export */   v$: () => (/* binding */ seenBefore),
/* harmony export */   wA: () => (/* binding */ isNoWorse)
/* harmony export */ });
/** What one look leaves for those that come after it. */
const seenBefore = (seen) => ({ firing: seen.firing, lost: lostIn(seen) });
/** What is not seen: a hop of a path, or a condition; and how many parts of it are not. */
const lostIn = ({ paths, conditions }) => new Map([
    ...paths.flatMap((path) => path.hops.filter(({ observed }) => observed === "not-seen").map((hop) => [hopKey(path, hop), 1])),
    ...conditions
        .filter(({ sight }) => sight === "not-seen")
        .map((one) => [conditionKey(one), one.lacking ?? 1]),
]);
/** Keys of what was not seen before either, and is no worse now. */
const lostAsBefore = (seen, { lost }) => new Set([...lostIn(seen)].filter(([key, lacking]) => lacking <= (lost.get(key) ?? 0)).map(([key]) => key));
/** Whether all is seen that was seen before. */
const isAsBefore = (seen, before) => lostAsBefore(seen, before).size === lostIn(seen).size;
/** Conditions that no file decides: what is lost of them before a deploy is none of its doing. */
const ofTheCluster = new Set([
    ...["targets-are-up", "scrapes-are-recent", "gpus-are-counted"],
    ...["clocks-agree", "notifications-succeed", "alerts-are-not-silenced"],
]);
/**
 * Whether something is lost, and nothing by the deploy in between: it was lost before, is no worse, and the deploy has
 * left the object of its signal as it was. What is new was not seen before either, and is the deploy's all the same.
 */
const isNoWorse = (seen, before, isLeft) => {
    const touched = new Set(seen.paths.filter((path) => !isLeft(path)).map(({ subject }) => subject));
    const left = new Set([
        ...seen.paths.filter(isLeft).flatMap((path) => path.hops.map((hop) => hopKey(path, hop))),
        ...seen.conditions
            .filter(({ condition, subject }) => ofTheCluster.has(condition) && !touched.has(subject))
            .map(conditionKey),
    ]);
    const lost = [...lostIn(seen).keys()];
    const asBefore = lostAsBefore(seen, before);
    return lost.length > 0 && lost.every((key) => asBefore.has(key) && left.has(key));
};
const hopKey = ({ signal, subject }, { hop }) => `${signal} ${subject} ${hop}`;
const conditionKey = ({ condition, subject }) => `${condition} ${subject}`;


/***/ },

/***/ 30282:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ blindness),
/* harmony export */   SL: () => (/* binding */ verifyFailure),
/* harmony export */   yt: () => (/* binding */ lostAt)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79597);
/* harmony import */ var _seen_before_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7611);


/** Lines of a message; the report has them all. */
const mostLines = 8;
/** What to throw where something was not seen; null where all was, but for what had not been seen before either. */
const verifyFailure = (report, known = new Set()) => {
    const lines = [
        ...report.paths.flatMap((path) => pathLine(path, known)),
        ...report.conditions.filter((one) => !known.has((0,_seen_before_js__WEBPACK_IMPORTED_MODULE_1__/* .conditionKey */ .pq)(one))).flatMap(conditionLine),
    ];
    if (lines.length === 0)
        return null;
    const shown = lines.slice(0, mostLines).map((line) => `  - ${line}`);
    const more = lines.length > mostLines ? [`  - and ${lines.length - mostLines} more, in report.json`] : [];
    const waited = Math.round(report.waitedMs / 1000);
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("verify-failed", [
        `After ${waited} s ${lines.length === 1 ? "one thing was" : `${lines.length} things were`} not seen in the cluster:`,
        ...shown,
        ...more,
    ].join("\n"), report.conditions.find((one) => one.sight === "not-seen" && !known.has((0,_seen_before_js__WEBPACK_IMPORTED_MODULE_1__/* .conditionKey */ .pq)(one)))?.hint ??
        nextStep(report));
};
/**
 * What to throw where Prometheus may not be asked, so that no signal was seen: to have looked at nothing is no success.
 * Null where something was seen.
 */
const blindness = ({ paths, conditions }) => {
    const refused = conditions.find(({ condition, sight }) => condition === "prometheus-loads-configuration" && sight === "cannot-be-seen");
    if (refused === undefined || paths.some(({ sight }) => sight === "seen"))
        return null;
    const message = `Nothing that the files promise can be seen. ${refused.subject}: ${refused.what}`;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("unauthorized", message, refused.hint ?? "");
};
/** The hop at which a signal is lost: the first that is not seen. */
const lostAt = (path, known = new Set()) => path.hops.find((hop) => hop.observed === "not-seen" && !known.has((0,_seen_before_js__WEBPACK_IMPORTED_MODULE_1__/* .hopKey */ .rE)(path, hop)));
const pathLine = (path, known) => {
    const lost = lostAt(path, known);
    return lost === undefined ? [] : [`${path.subject}: ${lost.hop.replaceAll("-", " ")}: ${lost.what}`];
};
const conditionLine = ({ sight, condition, subject, what }) => sight === "not-seen" ? [`${subject}: ${condition.replaceAll("-", " ")}: ${what}`] : [];
const nextStep = ({ paths }) => {
    const predicted = paths.some((path) => lostAt(path)?.predicted === "broken");
    return predicted
        ? "The check told it before: mend what it found, and deploy again."
        : "The files promise it, and the cluster does not show it: look at the first hop that is not seen, or give it more time with verify-timeout.";
};


/***/ }

};
;
})

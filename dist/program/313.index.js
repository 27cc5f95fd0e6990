(function (module, exports, require, __dirname) {"use strict";
exports.id = 313;
exports.ids = [313];
exports.modules = {

/***/ 5313:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ checks)
});

// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/signal/rules/rule-entries.js
var rule_entries = __webpack_require__(68252);
// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
// EXTERNAL MODULE: ./build/src/world/world.js
var world_world = __webpack_require__(87125);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
;// CONCATENATED MODULE: ./build/src/checks/own/own-objects.js


/** Objects of base and overlays; the chart's own are its authors' business. */
const ownObjects = ({ world }, kind) => world.ofKind(kind).filter(world_world/* isOwn */.N);
/** A problem with one field of an object. */
const objectProblem = (object, why, field) => {
    const at = object.locate(field);
    return { message: `${(0,finding/* nameOf */.Vb)(object.ref)}: ${why}`, resource: object.ref, ...(at === null ? {} : { at }) };
};

;// CONCATENATED MODULE: ./build/src/checks/own/own-rules.js





/** PrometheusRules of base and overlays. */
const ownRuleObjects = (resolution) => ownObjects(resolution, "PrometheusRule");
const ownRuleGroups = (resolution) => ownRuleObjects(resolution).flatMap((object) => (0,json_fields/* objectsAt */.yR)(object.body, ["spec", "groups"]).map((group, index) => ({
    object,
    path: ["spec", "groups", index],
    group,
    subject: `group ${(0,json_fields/* textAt */.$6)(group, ["name"]) ?? index} in PrometheusRule ${(0,namespaces/* namespaceOf */.N6)(object, resolution.world)}/${object.ref.name}`,
})));
/** Alerts and records of base and overlays. */
const ownRules = ({ world }) => (0,rule_entries/* ruleEntries */.F)(world).filter(({ object }) => (0,world_world/* isOwn */.N)(object));
const ownAlerts = (resolution) => ownRules(resolution).filter(({ kind }) => kind === "alert");
/** A problem with one field of a rule, at the rule's name where there is no such field. */
const ruleProblem = (rule, { world }, why, field = [rule.kind]) => {
    const at = rule.object.locate([...rule.path, ...field]) ?? rule.object.locate([...rule.path, rule.kind]);
    return {
        message: `${(0,rule_entries/* ruleName */.o)(rule, world)}: ${why}`,
        resource: rule.object.ref,
        ...(at === null ? {} : { at }),
    };
};
/** Alerts with none of these annotations; `why` says what follows. */
function* missingAnnotation(resolution, names, why) {
    for (const alert of ownAlerts(resolution))
        if (!hasAnnotation(alert, names))
            yield ruleProblem(alert, resolution, `it has no annotation ${names[0]}: ${why}`);
}
const hasAnnotation = ({ annotations }, names) => names.some((name) => (annotations[name] ?? "").trim() !== "");

;// CONCATENATED MODULE: ./build/src/checks/alert-absent-per-instance-blind.js




const alertAbsentPerInstanceBlind = {
    id: "alert-absent-per-instance-blind",
    title: "`absent()` notices that all GPU exporters are gone, and nothing notices that one is.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const alerts = ownAlerts(resolution);
        if (alerts.some(watchesEach))
            return;
        for (const alert of alerts)
            if (isBlind(alert))
                yield ruleProblem(alert, resolution, "absent() is true only when no GPU of the cluster has the metric: that one node's exporter is gone, no alert of the tree notices", ["expr"]);
    },
};
/** absent() of a GPU metric without a matcher that names one of many. */
const isBlind = ({ expr }) => (0,syntax/* nodesIn */.vx)((0,parse_expression/* readExpression */.J)(expr).root).some((node) => node.kind === "call" &&
    node.name.startsWith("absent") &&
    (0,syntax/* nodesIn */.vx)(node).some((inner) => inner.kind === "selector" &&
        (0,gpu_metric_name/* isGpuMetric */.$)(inner.selector.metric ?? "") &&
        inner.selector.matchers.every(({ name }) => !perNode.has(name))));
const perNode = new Set(["hostname", "Hostname", "instance", "node", "pod", "UUID", "gpu"]);
/** Something about each target, pod or node: `up`, the DaemonSet's state, a comparison of then and now. */
const watchesEach = ({ expr }) => {
    const { selectors } = (0,parse_expression/* readExpression */.J)(expr);
    return selectors.some(({ metric, matchers, offset }) => ((0,gpu_metric_name/* isGpuMetric */.$)(metric ?? "") && offset !== null) ||
        (!(0,gpu_metric_name/* isGpuMetric */.$)(metric ?? "") && matchers.some(({ value }) => /dcgm/i.test(value))));
};

// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var kubernetes_manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-expressions.js
var dashboard_expressions = __webpack_require__(32611);
// EXTERNAL MODULE: ./build/src/signal/rules/expression-place.js
var expression_place = __webpack_require__(55683);
;// CONCATENATED MODULE: ./build/src/signal/all-expressions.js






/**
 * Every expression of base and overlays: of rules in the order of the objects, then of dashboards that Grafana gets.
 */
const usedExpressions = (0,once/* once */.O)(({ world, dashboards }) => {
    const rules = (0,rule_entries/* ruleEntries */.F)(world)
        .filter(({ object }) => (0,world_world/* isOwn */.N)(object))
        .map((entry) => ofRule(entry, world));
    return [...rules, ...dashboards.files.filter(({ own }) => own).flatMap(dashboard_expressions/* dashboardExpressions */.s)];
});
const ofRule = (entry, world) => ({
    kind: entry.kind,
    subject: (0,rule_entries/* ruleName */.o)(entry, world),
    resource: entry.object.ref,
    expression: (0,parse_expression/* readExpression */.J)(entry.expr),
    rule: entry,
    at: (span) => (0,expression_place/* placeInExpression */.D)(entry, span, world).at ?? undefined,
    edits: (changes) => (0,expression_place/* editsInExpression */.H)(entry, changes, world),
});

// EXTERNAL MODULE: ./build/src/signal/series/sample-interval.js
var sample_interval = __webpack_require__(63917);
;// CONCATENATED MODULE: ./build/src/checks/problem/expression-problem.js
/**
 * A problem at a part of an expression. In a dashboard it is never an error: a panel stays empty,
 * and no alert hangs on it.
 */
const expressionProblem = (used, span, why, details = {}) => {
    const at = used.at(span);
    const severity = inDashboard(used) && details.severity !== "notice" ? "warning" : details.severity;
    return {
        message: `${used.subject}: ${why}`,
        resource: used.resource,
        ...(at === undefined ? {} : { at }),
        ...(severity === undefined ? {} : { severity }),
        ...(details.fix === undefined ? {} : { fix: details.fix }),
    };
};
/** A repair of the expression; only told where it cannot be made as an edit. */
const expressionFix = (used, description, changes) => ({ description, edits: used.edits(changes) });
const inDashboard = ({ kind }) => kind === "panel" || kind === "variable";

;// CONCATENATED MODULE: ./build/src/checks/alert-absent-without-for.js







const alertAbsentWithoutFor = {
    id: "alert-absent-without-for",
    title: "`absent()` fires at once: every restart of Prometheus or of the exporter notifies.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            const call = used.kind === "alert" ? absentIn(used) : undefined;
            if (call === undefined)
                continue;
            const wait = waitOf(used);
            const needed = neededFor(call, resolution.world);
            if (wait >= needed.ms)
                continue;
            const has = wait === 0 ? "it has no `for`" : `its \`for\` is ${wait / 1000}s`;
            yield expressionProblem(used, call, `${has}, and ${needed.why}: a restart or a single missed scrape is told as if all were gone`);
        }
    },
};
/** absent_over_time has its waiting in its window. */
const absentIn = ({ expression }) => (0,syntax/* nodesIn */.vx)(expression.root).find((node) => node.kind === "call" && node.name === "absent");
const waitOf = ({ rule }) => rule === null ? 0 : ((0,prometheus_duration/* parseDuration */.E9)((0,json_fields/* textAt */.$6)((0,kubernetes_manifest/* valueAt */.f)(rule.object.body, rule.path), ["for"]) ?? "0") ?? 0);
/** Two missed scrapes; of a metric whose interval is not known, any waiting is enough. */
const neededFor = (call, world) => {
    const inner = (0,syntax/* nodesIn */.vx)(call).find((node) => node.kind === "selector");
    const metric = inner?.kind === "selector" ? inner.selector.metric : null;
    const interval = metric === null ? null : (0,sample_interval/* sampleInterval */.O$)(metric, world);
    return interval === null
        ? { ms: 1, why: "absent() is true at the first evaluation without a sample" }
        : { ms: 2 * interval.ms, why: `${metric} is ${interval.why}` };
};

// EXTERNAL MODULE: ./build/src/promql/can-yield.js
var can_yield = __webpack_require__(68822);
// EXTERNAL MODULE: ./build/src/promql/matcher.js
var matcher = __webpack_require__(46670);
// EXTERNAL MODULE: ./build/src/promql/result-type.js
var result_type = __webpack_require__(23020);
// EXTERNAL MODULE: ./build/src/promql/threshold.js
var promql_threshold = __webpack_require__(62619);
;// CONCATENATED MODULE: ./build/src/promql/can-hold.js





const shifted = /@|\b(?:offset|smoothed|anchored)\b/i;
/** Whether an expression reads its series at another time: that leaves no trace in the tree. */
const isShifted = (text) => shifted.test(text);
/** Combinations of values that are tried: beyond that nothing is said. */
const most = 20_000;
/**
 * Whether any values of what an expression reads let it yield a series: `x > 90 and x < 80` cannot. Only what is
 * certain is answered `false`: parts that are written alike have the same value, all others may have any, and where
 * labels are matched by a list, a part may be of two series.
 */
const canHold = (root, text) => {
    // These leave no trace in the tree's places, and selectors without a name have several series with the same labels.
    const selectors = (0,syntax/* nodesIn */.vx)(root).filter((node) => node.kind === "selector");
    if (isShifted(text) || selectors.some(({ selector }) => selector.metric === null))
        return true;
    const condition = conditionOf(root, text);
    const bounds = new Map();
    for (const { part, bound } of condition.asks) {
        const known = bounds.get(part) ?? new Set();
        bounds.set(part, bound === null ? known : known.add(bound));
    }
    const parts = [...bounds].map(([part, set]) => ({ part, values: samplesOf([...set]) }));
    if (parts.reduce((product, { values }) => product * values.length, 1) > most)
        return true;
    return combinations(parts).some((values) => condition.holds(values));
};
const conditionOf = (node, text) => {
    const threshold = (0,promql_threshold/* thresholdOf */.pI)(node)[0];
    if (threshold !== undefined && (0,result_type/* resultType */.Y)(threshold.of) !== "scalar" && Number.isFinite(threshold.value)) {
        const { of, op, value } = threshold;
        // `x > 90 < 95`: the inner comparison hands x on.
        const inner = conditionOf(of, text);
        const part = partOf(innermost(of), text);
        return {
            asks: [...inner.asks, { part, bound: value }],
            holds: (values) => inner.holds(values) && meets(values.get(part), op, value),
        };
    }
    if (node.kind === "binary" && node.matching === null && syntax/* setOperators */.iK.includes(node.op)) {
        const [left, right] = [conditionOf(node.left, text), conditionOf(node.right, text)];
        const holds = (values) => combine(node.op, left.holds(values), right.holds(values));
        return { asks: [...left.asks, ...right.asks], holds };
    }
    if ((0,can_yield/* canYield */.W)(node, (selector) => (contradicts(selector) ? "no" : "yes")).chance === "no")
        return { asks: [], holds: () => false };
    const part = partOf(node, text);
    return { asks: [{ part, bound: null }], holds: (values) => values.get(part) !== undefined };
};
/** What a chain of comparisons hands on. */
const innermost = (node) => {
    const threshold = (0,promql_threshold/* thresholdOf */.pI)(node)[0];
    return threshold === undefined ? node : innermost(threshold.of);
};
const partOf = ({ from, to }, text) => text.slice(from, to).replace(/\s+/g, "");
const combine = (op, left, right) => op === "and" ? left && right : op === "or" ? left || right : left && !right;
const meets = (value, op, bound) => value !== undefined && (operators[op]?.(value, bound) ?? true);
const operators = {
    "==": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    ">": (a, b) => a > b,
    "<": (a, b) => a < b,
    ">=": (a, b) => a >= b,
    "<=": (a, b) => a <= b,
};
/** A value at each bound, between each two, and beyond both ends: comparisons tell no others apart. */
const samplesOf = (bounds) => {
    const sorted = [...bounds].sort((a, b) => a - b);
    const between = sorted.slice(1).map((bound, index) => (bound + (sorted[index] ?? bound)) / 2);
    const span = Math.max(1, ...sorted.map(Math.abs));
    return [undefined, ...sorted, ...between, (sorted[0] ?? 0) - span, (sorted.at(-1) ?? 0) + span];
};
function* combinations(parts) {
    const [first, ...rest] = parts;
    if (first === undefined) {
        yield new Map();
        return;
    }
    for (const others of combinations(rest))
        for (const value of first.values)
            yield new Map([...others, [first.part, value]]);
}
/** Whether no value of some label can meet all that the selector asks of it. */
const contradicts = ({ matchers }) => matchers.some((one) => {
    const values = (0,matcher/* statedValues */.e)(one);
    const same = matchers.filter(({ name }) => name === one.name);
    return values?.every((value) => same.some((other) => (0,matcher/* accepts */.G)(other, value) === false)) ?? false;
});

;// CONCATENATED MODULE: ./build/src/checks/alert-cannot-fire.js



const alertCannotFire = {
    id: "alert-cannot-fire",
    title: "An alert's expression contradicts itself: no values of its metrics can make it fire.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { entry, path } of resolution.alerts) {
            const { complete, root } = (0,parse_expression/* readExpression */.J)(entry.expr);
            // What is not there at all is told as that.
            const missing = path.hops.some(({ hop, status }) => hop === "metrics-are-exported" && status === "broken");
            if (!complete || missing || canHold(root, entry.expr))
                continue;
            const why = "no values of its metrics meet all its conditions, so that it can never fire. Look at the bounds that exclude each other";
            yield ruleProblem(entry, resolution, why, ["expr"]);
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/template-actions.js
/** What stands between `{{` and `}}` in a text, without the blanks and dashes that trim. */
const templateActions = (text) => {
    const actions = [];
    for (let open = text.indexOf("{{"); open !== -1;) {
        const close = text.indexOf("}}", open + 2);
        if (close === -1)
            break;
        actions.push(text
            .slice(open + 2, close)
            .replace(/^-/, "")
            .replace(/-$/, "")
            .trim());
        open = text.indexOf("{{", close + 2);
    }
    return actions;
};

;// CONCATENATED MODULE: ./build/src/checks/alert-description-missing.js



const alertDescriptionMissing = {
    id: "alert-description-missing",
    title: "An alert has no description: nobody is told which GPU, and how bad it is.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const alert of ownAlerts(resolution)) {
            if (hasAnnotation(alert, ["description", "message"]) || printsResult(alert))
                continue;
            if (isAbsence((0,parse_expression/* readExpression */.J)(alert.expr).root) && hasAnnotation(alert, ["summary"]))
                continue;
            yield ruleProblem(alert, resolution, "it has no annotation description: whoever is notified does not learn which object it is about and how bad it is");
        }
    },
};
/** Another annotation, mostly the summary, may say which object it is about, or how bad it is. */
const printsResult = ({ annotations }) => Object.values(annotations).some((text) => templateActions(text).some((action) => /labels|value/i.test(action)));
/** What is gone has no labels beside those that the expression names, and no value to be told. */
const isAbsence = (node) => node.kind === "binary"
    ? isAbsence(node.left) && (isAbsence(node.right) || node.right.kind === "number")
    : node.kind === "call" && /^absent(?:_over_time)?$/.test(node.name);

;// CONCATENATED MODULE: ./build/src/checks/alert-flapping-sampling.js




const alertFlappingSampling = {
    id: "alert-flapping-sampling",
    title: "An alert takes the largest or smallest few: which ones changes from evaluation to evaluation.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            if (used.kind !== "alert")
                continue;
            const node = sampledBy(used.expression.root);
            if (node !== null)
                yield expressionProblem(used, node, `which series ${node.name}() returns changes from one evaluation to the next: the alert resolves and fires again, and \`for\` starts anew each time`);
        }
    },
};
/** https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators */
const sampling = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);
/**
 * The sampling that decides which series the alert has; one that only picks the other side of a join
 * (`* on (pod) group_left topk(1, \u2026)`) does not.
 */
const sampledBy = (node) => {
    if (node.kind === "aggregate")
        return sampling.has(node.name) ? node : null;
    if (node.kind !== "binary")
        return null;
    const compared = syntax/* comparisons */.lU.includes(node.op) && (0,promql_threshold/* constantOf */.yi)(node.left) !== null ? node.right : node.left;
    return syntax/* comparisons */.lU.includes(node.op) || ["and", "unless"].includes(node.op) ? sampledBy(compared) : null;
};

// EXTERNAL MODULE: ./build/src/dcgm/failure-classes.js
var failure_classes = __webpack_require__(24961);
;// CONCATENATED MODULE: ./build/src/checks/alert-for-missing.js








const alertForMissing = {
    id: "alert-for-missing",
    title: "An alert on a level has no `for`: one scrape is enough to wake somebody.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const alert of ownAlerts(resolution))
            if (!waits(alert) && isOnLevel(alert, resolution))
                yield ruleProblem(alert, resolution, "it compares a level that goes up and down and has no `for`: one scrape above the threshold is enough to notify, and one missed scrape to resolve");
    },
};
const waits = ({ object, path }) => {
    const rule = (0,kubernetes_manifest/* valueAt */.f)(object.body, path);
    return ["for", "keep_firing_for"].some((key) => ((0,prometheus_duration/* parseDuration */.E9)((0,json_fields/* textAt */.$6)(rule, [key]) ?? "0") ?? 1) > 0);
};
/**
 * All that it reads are gauges of the exporter (or `up`) at this moment; a window, or an error
 * that stays, needs no waiting.
 */
const isOnLevel = ({ expr }, { world }) => {
    const { root, selectors } = (0,parse_expression/* readExpression */.J)(expr);
    if ((0,promql_threshold/* thresholdsIn */.E8)(root).length === 0 || (0,syntax/* nodesIn */.vx)(root).some(({ kind }) => kind === "range"))
        return false;
    const gauges = new Set(world.exporter.metrics?.filter(({ type }) => type === "gauge").map(({ name }) => name));
    return selectors.every(({ metric }) => metric === "up" || (metric !== null && gauges.has(metric) && !isError(metric)));
};
/** These say that something broke, and do not go back by themselves. */
const isError = (metric) => failure_classes/* failureClasses */.fQ.some(({ id, metrics }) => lasting.has(id) && metrics.test(metric));
const lasting = new Set([
    "xid",
    "uncorrectable-memory",
    "row-remap-failed",
    "row-remap-pending",
    "recovery-action",
    "nvswitch",
]);

;// CONCATENATED MODULE: ./build/src/checks/alert-for-redundant-zero.js



const alertForRedundantZero = {
    id: "alert-for-redundant-zero",
    title: "An alert says `for: 0s`, which is what it means without.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const alert of ownAlerts(resolution)) {
            const wait = (0,kubernetes_manifest/* valueAt */.f)(alert.object.body, [...alert.path, "for"]);
            if (typeof wait !== "string" || (0,prometheus_duration/* parseDuration */.E9)(wait) !== 0)
                continue;
            const edits = withoutLine(alert, resolution);
            yield {
                ...ruleProblem(alert, resolution, `\`for: ${wait}\` is what an alert without \`for\` does`, ["for"]),
                fix: { description: "Leave `for` out, or give it a time that rides out a missed scrape.", edits },
            };
        }
    },
};
/** The line above takes the place of both; none where `for` does not stand on a line of its own below another key. */
const withoutLine = ({ object, path }, { world }) => {
    const at = object.locate([...path, "for"]);
    const lines = at === null ? undefined : world.file(at.file)?.text.split("\n");
    const text = at === null ? undefined : lines?.[at.line - 2];
    if (at === null || text === undefined || !/^ +for:/.test(lines?.[at.line - 1] ?? ""))
        return [];
    return [{ file: at.file, startLine: at.line - 1, endLine: at.line, text }];
};

// EXTERNAL MODULE: ./build/src/kubernetes/same-json.js
var same_json = __webpack_require__(89880);
// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-route.js
var alert_route = __webpack_require__(52623);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-in-force.js + 2 modules
var alertmanager_in_force = __webpack_require__(47509);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/signal/alerts/alert-route-hop.js
var alert_route_hop = __webpack_require__(38295);
;// CONCATENATED MODULE: ./build/src/signal/alerts/chart-alerts.js








/**
 * The alerts of the chart by the Prometheus that loads them. Whose alerts go to no Alertmanager is not among them:
 * that a component is missing is told by itself. A route for some alerts is enough, for the chart's may be left out on
 * purpose: no expression has to be read for that.
 */
const chartAlerts = (0,once/* once */.O)((world) => {
    const senderOf = (0,once/* once */.O)((object) => (0,monitor_selection/* selectingPrometheuses */.FB)(object, world)[0] ?? null);
    const alerts = (0,rule_entries/* ruleEntries */.F)(world).filter(({ kind, object }) => kind === "alert" && (0,world_world/* isOfChart */.O)(object));
    return [...Map.groupBy(alerts, ({ object }) => senderOf(object))].flatMap(([prometheus, loaded]) => prometheus === null || (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world).found.length === 0
        ? []
        : [{ alerts: loaded, hop: atFirstRoute((0,alert_route_hop/* routeHop */.V)(label_shape/* anyLabels */.YE, prometheus, world), prometheus, world) }]);
});
/** Where all routes are silent, the first one is to be given a receiver. */
const atFirstRoute = (hop, prometheus, world) => {
    const [alertmanager] = (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world).found;
    const read = alertmanager === undefined ? null : (0,alertmanager_in_force/* configInForce */.xP)(alertmanager, world);
    const config = hop.check === "alert-no-receiver" ? read?.config : null;
    const at = config && (0,alert_route/* routeOf */.Lu)(config, label_shape/* anyLabels */.YE).notifies === "never" ? config.route.place() : null;
    return at === null ? hop : { ...hop, at };
};

;// CONCATENATED MODULE: ./build/src/stack/places.js
/** Where the release is installed: install.sh's helm line; without one, the first file of the tree. */
const installAt = (stack) => stack.install?.helm?.at ??
    topOf(stack.install?.file ?? stack.kustomizations[0]?.file ?? stack.files[0]?.file ?? stack.path);
/** The first character of a file: for what concerns the file as a whole. */
const topOf = (file) => ({ file, line: 1, column: 1 });
/**
 * Whether install.sh may give values that are not in sight: a file that is not committed, or a variable of whoever
 * runs it. What the render lacks then may be there all the same.
 */
const mayLackValues = ({ install }) => (install?.unclear.length ?? 0) > 0;

;// CONCATENATED MODULE: ./build/src/checks/problem/hop-problems.js




/** A check that only tells the broken hops which name it: `tell` says how, and by default each is told by itself. */
const hopCheck = ({ tell = hopProblems, ...check }) => ({
    ...check,
    decidedBy: "own",
    reads: ["stack", "resolution"],
    find: (subject) => tell(subject, check.id),
});
/** What a check of the signal path tells: every broken hop that names the check. */
const hopProblems = function* (subject, check) {
    for (const broken of brokenHops(subject, check))
        yield problemOf(broken.path.subject, broken);
};
/** The same where the whole object is at fault: what all its alerts have in common is told once, of the object. */
const objectProblems = function* (subject, check) {
    for (const broken of brokenHops(subject, check))
        yield problemOf((0,finding/* nameOf */.Vb)(broken.path.resource), broken);
};
/** The same where one cause stops many signals: told once for all that it stops, the chart's alerts among them. */
const sharedProblems = function* (subject, check) {
    const causes = Map.groupBy(brokenHops(subject, check), ({ hop: { why, at } }) => JSON.stringify([why, at]));
    const ofChart = mayLackValues(subject.stack) ? [] : brokenOfChart(subject, check);
    const told = new Set();
    for (const [first, ...others] of causes.values()) {
        if (first === undefined)
            continue;
        const same = ofChart.find((one) => !told.has(one) && (0,same_json/* sameJson */.V)(placeOf(one.hop), placeOf(first.hop)));
        if (same !== undefined)
            told.add(same);
        yield shared(first, others, same);
    }
    for (const one of ofChart)
        if (!told.has(one))
            yield aboutHop(allOf(one), one.hop);
};
const brokenOfChart = ({ resolution }, check) => chartAlerts(resolution.world).filter(({ hop }) => hop.status === "broken" && hop.check === check);
const placeOf = ({ at }) => (at === undefined ? null : [at.file, at.line, at.column]);
/** The dead man's switch is what is missed first: it says that alerts arrive at all. */
const allOf = ({ alerts }) => {
    const watchdog = alerts.some(({ name }) => name === "Watchdog") ? ", Watchdog among them" : "";
    return `all ${alerts.length} alerts of the chart${watchdog}`;
};
const brokenHops = ({ resolution }, check) => resolution.paths.flatMap((path) => path.hops.filter((hop) => hop.status === "broken" && hop.check === check).map((hop) => ({ path, hop })));
const shared = (first, others, ofChart) => {
    const { subject } = first.path;
    const more = others.length === 0 ? [] : [`${others.length} more`];
    const all = [subject, ...more, ...(ofChart === undefined ? [] : [allOf(ofChart)])];
    return all.length === 1 ? problemOf(subject, first) : aboutHop(all.join(" and "), first.hop);
};
const problemOf = (subject, { path: { resource }, hop }) => ({
    ...aboutHop(subject, hop),
    resource,
});
const aboutHop = (subject, { why, at, fix }) => ({
    message: `${subject}: ${why}`,
    ...(at === undefined ? {} : { at }),
    ...(fix === undefined ? {} : { fix }),
});

;// CONCATENATED MODULE: ./build/src/checks/alert-inhibited-by-default.js

const alertInhibitedByDefault = hopCheck({
    id: "alert-inhibited-by-default",
    title: "An alert is muted whenever it fires.",
    severity: "notice",
    tell: sharedProblems,
});

;// CONCATENATED MODULE: ./build/src/promql/hold-together.js



/**
 * Whether two expressions can yield the same series at the same time: both compare one thing with constants
 * (`x > 85`, `x > 80 < 90`), and some value meets both. Only what is certain is answered `true`; where one of two
 * selectors asks for more than the other, its series are the same.
 */
const holdTogether = (one, other) => {
    if ([one, other].some(({ complete, text }) => !complete || isShifted(text)))
        return false;
    const [a, b] = [partsOf(one.root), partsOf(other.root)];
    const [first, ...rest] = [...a.map((node) => ({ node, of: one })), ...b.map((node) => ({ node, of: other }))];
    if (first === undefined || a.some((node) => isConstant(node)) || b.some((node) => isConstant(node)))
        return false;
    if (!rest.every(({ node, of }) => isSame(first.node, first.of.text, node, of.text)))
        return false;
    const both = (0,parse_expression/* readExpression */.J)(`(${ofOneName(one, a)}) and (${ofOneName(other, b)})`);
    return canHold(both.root, both.text);
};
/** What is compared with constants, or stands alone, on all sides of `and`, `or` and `unless`. */
const partsOf = (node) => {
    const threshold = (0,promql_threshold/* thresholdOf */.pI)(node)[0];
    if (threshold !== undefined)
        return partsOf(threshold.of);
    const joins = node.kind === "binary" && node.matching === null && ["and", "or", "unless"].includes(node.op);
    return joins ? [...partsOf(node.left), ...partsOf(node.right)] : [node];
};
/** `vector(1)`, `time()`: the same for everybody, and compared with nothing that fails. */
const isConstant = (node) => node.kind === "number" || node.kind === "string" || node.kind === "unclear";
const isSame = (a, textA, b, textB) => withoutBlanks(textA.slice(a.from, a.to)) === withoutBlanks(textB.slice(b.from, b.to)) ||
    (a.kind === "selector" && b.kind === "selector" && overlap(a.selector, b.selector));
/** Blanks in a text count. */
const withoutBlanks = (text) => text.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\s+/g, (piece) => (/^\s/.test(piece) ? "" : piece));
const overlap = (a, b) => a.metric !== null && a.metric === b.metric && (asksAll(a, b) || asksAll(b, a));
const asksAll = ({ matchers }, other) => other.matchers.every(({ name, op, value }) => matchers.some((own) => own.name === name && own.op === op && own.value === value));
const ofOneName = ({ text }, parts) => parts
    .toSorted((a, b) => b.from - a.from)
    .reduce((made, { from, to }) => `${made.slice(0, from)}x${made.slice(to)}`, text);

// EXTERNAL MODULE: ./build/src/signal/operator/rule-selection.js
var rule_selection = __webpack_require__(41603);
;// CONCATENATED MODULE: ./build/src/checks/own/same-rule.js

const labelsText = ({ labels }) => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (0,finding/* compare */.UD)(a, b)));
/** Whether two rules have the same labels of their own. */
const sameLabels = (one, other) => labelsText(one) === labelsText(other);
/**
 * What a rule is, as one text: two rules with one name and other labels or another expression are two rules, e.g. a
 * warning and a critical one.
 */
const identityOf = (rule) => JSON.stringify([rule.kind, rule.name, rule.expr.replace(/\s+/g, " ").trim(), labelsText(rule)]);
/** Whether two rules are one, written twice. */
const sameRule = (one, other) => identityOf(one) === identityOf(other);

;// CONCATENATED MODULE: ./build/src/checks/alert-labels-collide.js









const alertLabelsCollide = {
    id: "alert-labels-collide",
    title: "Two alerts of one name and with the same labels can fire for the same series: Alertmanager takes them for one.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { world } = resolution;
        // Who else evaluates rules has external labels of its own.
        if (["Prometheus", "ThanosRuler"].flatMap((kind) => world.ofKind(kind)).length > 1)
            return;
        const alerts = (0,rule_entries/* ruleEntries */.F)(world).filter(({ kind, labels }) => kind === "alert" && !hangsOnValues(labels));
        for (const same of Map.groupBy(alerts, ({ name }) => name).values())
            for (const [index, alert] of same.entries())
                for (const other of same.slice(0, index))
                    if (collide(alert, other, world)) {
                        const [told, twin] = (0,world_world/* isOwn */.N)(alert.object) ? [alert, other] : [other, alert];
                        const where = twin.object === told.object ? "the other rule of this name" : (0,rule_entries/* ruleName */.o)(twin, world);
                        yield {
                            ...ruleProblem(told, resolution, `it and ${where} (\`${oneLine(twin.expr)}\`) have the same labels and can fire for the same series: Alertmanager takes them for one alert, shows the annotations of whichever came last, and where one resolves it takes the other for resolved, too, until that is sent again`),
                            fix: {
                                description: `Give one of them another name, or a label with a value of its own, such as severity`,
                                edits: [],
                            },
                        };
                    }
    },
};
const collide = (alert, other, world) => {
    const bothOwn = (0,world_world/* isOwn */.N)(alert.object) && (0,world_world/* isOwn */.N)(other.object);
    if (!(0,world_world/* isOwn */.N)(alert.object) && !(0,world_world/* isOwn */.N)(other.object))
        return false;
    // Two own rules that are alike in everything rule-duplicate tells.
    if (!sameLabels(alert, other) || (bothOwn && sameRule(alert, other)))
        return false;
    if (isToldApart(alert, other, world) || [alert, other].some((one) => isUnselected(one, world)))
        return false;
    return holdTogether((0,parse_expression/* readExpression */.J)(alert.expr), (0,parse_expression/* readExpression */.J)(other.expr));
};
/** A value may differ between two rules; a query's answer, too. */
const hangsOnValues = (labels) => Object.values(labels).some((text) => /\{\{.*(?:\$value|\.Value|\bquery\b)/s.test(text));
const isToldApart = (alert, other, world) => (0,namespaces/* namespaceOf */.N6)(alert.object, world) !== (0,namespaces/* namespaceOf */.N6)(other.object, world) &&
    world.ofKind("Prometheus").some(({ body }) => (0,json_fields/* textAt */.$6)(body, ["spec", "enforcedNamespaceLabel"]) !== null);
const isUnselected = ({ object }, world) => (0,rule_selection/* ruleSelectionHops */.J5)(object, world).some(({ status }) => status === "broken");
const oneLine = (expr) => expr.replaceAll(/\s+/g, " ").trim();

;// CONCATENATED MODULE: ./build/src/checks/alert-name-style.js

/**
 * https://github.com/monitoring-mixins/docs#guidelines-for-alert-names-labels-and-annotations:
 * "less than 40 characters".
 */
const longest = 40;
const alertNameStyle = {
    id: "alert-name-style",
    title: "An alert's name is not CamelCase, or too long for a title.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const alert of ownAlerts(resolution)) {
            if (!/^[A-Z][A-Za-z0-9]*$/.test(alert.name))
                yield ruleProblem(alert, resolution, "its name is not CamelCase, as the names of other alerts are");
            else if (alert.name.length > longest)
                yield ruleProblem(alert, resolution, `its name has ${alert.name.length} characters: more than ${longest} do not fit a title`);
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/alert-no-comparison.js



const alertNoComparison = {
    id: "alert-no-comparison",
    title: "An alert compares nothing: it fires as long as the series is there, whatever its value.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution))
            if (used.kind === "alert" && firesOnExistence(used))
                yield expressionProblem(used, used.expression.root, "its expression compares nothing: it fires as long as the series is there, whatever the value");
    },
};
const firesOnExistence = ({ expression }) => {
    const { root, selectors, complete, type } = expression;
    // A watchdog such as vector(1) reads no metric, and fires on purpose.
    if (!complete || type === "matrix" || selectors.length === 0 || (0,syntax/* nodesIn */.vx)(root).some(isFilter))
        return false;
    return selectors.every(({ metric, matchers }) => metric !== null && !tellsByExisting(metric) && matchers.every(({ name }) => identity.has(name)));
};
const isFilter = (node) => {
    if (node.kind === "binary")
        return (syntax/* comparisons */.lU.includes(node.op) && !node.bool) || ["and", "unless"].includes(node.op);
    return node.kind === "call" && node.name.startsWith("absent");
};
/**
 * A matcher on any other label may ask for a state: `flux_resource_info{ready!="True"}` is there only while it holds.
 */
const identity = new Set([
    ...["job", "namespace", "instance", "service", "endpoint", "pod", "container", "cluster", "node"],
    ...["gpu", "UUID", "device", "hostname", "Hostname", "modelName"],
]);
/** Firing alerts exist as ALERTS; what a rule records may have been compared there. */
const tellsByExisting = (metric) => metric.startsWith("ALERTS") || metric.includes(":");

;// CONCATENATED MODULE: ./build/src/checks/alert-no-receiver.js

const alertNoReceiver = hopCheck({
    id: "alert-no-receiver",
    title: "Alertmanager sends alerts to a receiver that notifies nobody.",
    severity: "warning",
    tell: sharedProblems,
});

;// CONCATENATED MODULE: ./build/src/checks/alert-runbook-url-missing.js

const names = ["runbook_url"];
const why = "whoever is notified has to know by heart what to do";
const alertRunbookUrlMissing = {
    id: "alert-runbook-url-missing",
    title: "An alert has no runbook_url: whoever is notified has to know what to do.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const alerts = ownAlerts(resolution);
        const [first, ...others] = alerts;
        // Where no alert has one it is a habit of the tree: said once.
        if (first !== undefined && others.length > 0 && !alerts.some((alert) => hasAnnotation(alert, names)))
            yield ruleProblem(first, resolution, `neither it nor the tree's ${others.length} other alerts have an annotation runbook_url: ${why}`);
        else
            yield* missingAnnotation(resolution, names, why);
    },
};

;// CONCATENATED MODULE: ./build/src/checks/alert-severity-invalid.js

const alertSeverityInvalid = {
    id: "alert-severity-invalid",
    title: "An alert has no severity, or one that routes and inhibition rules do not know.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    options: {
        severities: {
            type: "list",
            description: "Values of the label severity that routes and inhibition rules know",
            default: ["critical", "warning", "info", "none"],
        },
    },
    *find({ resolution }, options) {
        const known = options.list("severities");
        for (const alert of ownAlerts(resolution)) {
            const { severity } = alert.labels;
            if (severity === undefined || severity === "")
                yield ruleProblem(alert, resolution, "it has no label severity: routes and inhibition rules go by it");
            // A template decides when it fires.
            else if (!known.includes(severity) && !severity.includes("{{"))
                yield ruleProblem(alert, resolution, `its severity "${severity}" is none of ${known.join(", ")}`, [
                    "labels",
                    "severity",
                ]);
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/alert-summary-missing.js

const alertSummaryMissing = {
    id: "alert-summary-missing",
    title: "An alert has no summary: what it says at first sight is only its name.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    find: ({ resolution }) => missingAnnotation(resolution, ["summary"], "a notification's first line is only the alert's name"),
};

;// CONCATENATED MODULE: ./build/src/checks/problem/rule-problems.js


/** What promtool says about one side of the rules, at its line. */
function* ruleProblems(rules, about) {
    for (const { manifest, errors } of rules)
        for (const error of errors)
            if (error.about === about)
                yield {
                    message: `${(0,finding/* nameOf */.Vb)(manifest.ref)}${ruleName(manifest, error.path)}: ${error.message}${innerPlace(error)}. The operator drops the whole object for one bad rule`,
                    at: manifest.locate(error.path),
                    resource: manifest.ref,
                };
}
/** `, alert GpuTooHot`, where the path leads into a rule that has a name. */
const ruleName = (manifest, path) => {
    const index = path.indexOf("rules");
    if (index < 0)
        return "";
    for (const kind of ["alert", "record"]) {
        const name = (0,kubernetes_manifest/* valueAt */.f)(manifest.body, [...path.slice(0, index + 2), kind]);
        if (typeof name === "string")
            return `, ${kind} ${name}`;
    }
    return "";
};
/** promtool counts inside the expression, which may span lines of the file. */
const innerPlace = ({ inner }) => inner === undefined ? "" : ` (line ${inner.line}, column ${inner.column} of the expression)`;

;// CONCATENATED MODULE: ./build/src/checks/alert-template-invalid.js

const alertTemplateInvalid = {
    id: "alert-template-invalid",
    title: "A label or annotation of an alert is not a valid template.",
    severity: "error",
    decidedBy: "promtool",
    reads: ["rules"],
    *find({ rules }) {
        yield* ruleProblems(rules, "template");
    },
};

// EXTERNAL MODULE: ./build/src/promql/result-labels.js
var result_labels = __webpack_require__(2675);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-label-reads.js
var gpu_label_reads = __webpack_require__(59648);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-labels.js
var gpu_labels = __webpack_require__(87911);
;// CONCATENATED MODULE: ./build/src/checks/alert-template-label-not-available.js







const alertTemplateLabelNotAvailable = {
    id: "alert-template-label-not-available",
    title: "A template prints a label that the alert cannot have: the notification has a hole.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { world, known } = resolution;
        const gpu = (0,gpu_labels/* gpuLabels */.W)(world);
        for (const alert of ownAlerts(resolution)) {
            const expression = (0,parse_expression/* readExpression */.J)(alert.expr);
            if (!expression.complete)
                continue;
            const shape = (0,result_labels/* resultLabels */.x)(expression.root, known.shapeOf);
            const fields = [
                ...Object.entries(alert.annotations).map(([name, text]) => ({ path: ["annotations", name], text })),
                ...Object.entries(alert.labels).map(([name, text]) => ({ path: ["labels", name], text })),
            ];
            for (const { path, text } of fields)
                for (const label of printedLabels(text)) {
                    const meant = gpu.writtenOtherwise(label);
                    // As with matchers: where nothing that scrapes is in sight the exporter's own labels still are known.
                    const isMisnamed = meant !== null && (0,label_shape/* valuesIn */.aC)(shape, label) === null && (0,gpu_label_reads/* showsGpuLabel */.DR)(expression, label, meant);
                    if (canHave(shape, label) && !isMisnamed)
                        continue;
                    const hint = meant !== null && canHave(shape, meant) ? `; its name here is ${meant}` : "";
                    yield ruleProblem(alert, resolution, `the template prints $labels.${label}, and the result of the expression has no label ${label}${hint}: nothing is printed`, path);
                }
        }
    },
};
const canHave = (shape, label) => {
    const values = (0,label_shape/* valuesIn */.aC)(shape, label);
    return values === null || values.some((value) => value !== "");
};
/**
 * Labels that are printed outright; under `if`, `with` or `range` an absent one may be foreseen, or another query's.
 */
const printedLabels = (text) => {
    const actions = templateActions(text);
    if (actions.some((action) => /^(?:if|with|range|define|template)\b/.test(action)))
        return [];
    const named = actions.flatMap((action) => [
        ...[...action.matchAll(/\$labels\.([A-Za-z_]\w*)/g)].map(([, name = ""]) => name),
        ...[...action.matchAll(/index\s+\$labels\s+"([^"]+)"/g)].map(([, name = ""]) => name),
    ]);
    return [...new Set(named)];
};

// EXTERNAL MODULE: ./build/src/signal/series/selector-labels.js + 1 modules
var selector_labels = __webpack_require__(5113);
// EXTERNAL MODULE: ./build/src/promql/unquote.js
var unquote = __webpack_require__(84021);
;// CONCATENATED MODULE: ./build/src/checks/template-queries.js


/** Stands where a template puts in what it knows only when the alert fires. */
const filler = "filled_in_by_printf";
/** Whether a matcher's value is put in by the template. */
const isFilledIn = (value) => value.includes(filler);
/** Characters; nobody writes an action of this length, and looking through one of a megabyte takes minutes. */
const longestAction = 10_000;
const literal = String.raw `("(?:\\.|[^"\\\n])*"|\`[^\`]*\`)`;
const args = String.raw `(?:\s+[$.\w]+)*`;
const plain = [
    new RegExp(String.raw `\bquery\s+${literal}`, "g"),
    new RegExp(String.raw `${literal}\s*\|\s*query\b`, "g"),
];
const printed = [
    new RegExp(String.raw `\bquery\s*\(\s*printf\s+${literal}${args}\s*\)`, "g"),
    new RegExp(String.raw `\bprintf\s+${literal}${args}\s*\|\s*query\b`, "g"),
];
/**
 * The queries of a template whose text is written in it: `query "\u2026"`, `"\u2026" | query`, and the same with `printf`, whose
 * values stand as a filler. Those that are put together otherwise are left out.
 * https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
const templateQueries = (text) => templateActions(text)
    .filter((action) => action.length < longestAction && !action.startsWith("/*"))
    .flatMap((action) => action.includes("printf") ? literalsIn(action, printed).flatMap(printedText) : literalsIn(action, plain));
const literalsIn = (action, forms) => forms.flatMap((form) => [...action.matchAll(form)].flatMap(([, quoted = ""]) => (0,unquote/* unquote */._)(quoted) ?? []));
/** What `printf` makes of a format, where all that it puts in are values of labels. */
const printedText = (format) => {
    const made = format.replaceAll(/%(.)/gs, (verb, letter) => fillers[letter] ?? verb);
    const outside = made.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, "");
    return /%[^%\s]/.test(made) || isFilledIn(outside) ? [] : [made];
};
const fillers = { s: filler, v: filler, q: `"${filler}"`, "%": "%" };

;// CONCATENATED MODULE: ./build/src/checks/alert-template-query-invalid.js






const alertTemplateQueryInvalid = {
    id: "alert-template-query-invalid",
    title: "A query in a template of an alert fails, or finds nothing.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const judge = { ...resolution, gpu: (0,gpu_labels/* gpuLabels */.W)(resolution.world) };
        for (const alert of ownAlerts(resolution))
            for (const field of ["labels", "annotations"])
                for (const [name, text] of Object.entries(alert[field]))
                    for (const query of new Set(templateQueries(text))) {
                        const expression = (0,parse_expression/* readExpression */.J)(query, isFilledIn);
                        const why = failure(expression) ?? nothing(expression, judge);
                        if (why !== null)
                            yield ruleProblem(alert, resolution, `its ${words[field]} ${name} queries \`${query}\`, ${why}`, [
                                field,
                                name,
                            ]);
                    }
    },
};
const words = { labels: "label", annotations: "annotation" };
/** promtool reads templates and runs no query of them. */
const failure = ({ complete, type }) => {
    if (!complete)
        return "which cannot be read as PromQL to its end: the query fails, and people read `<error expanding template: \u2026>` instead of all of it";
    return type === "matrix" || type === "string"
        ? `which gives a ${type}, and a template takes a vector or a scalar: people read \`<error expanding template: \u2026>\` instead of all of it`
        : null;
};
/** What is certain alone, and what no other finding tells. */
const nothing = (expression, judge) => {
    const { chance, because } = (0,can_yield/* canYield */.W)(expression.root, (selector) => verdictOn(selector, judge).chance);
    if (chance !== "no")
        return null;
    const why = because.map((selector) => verdictOn(selector, judge).why).find((reason) => reason !== null);
    return why === undefined
        ? null
        : `which has no result, because ${why}: what the template prints of it is missing, and \`first\` of nothing makes an error of all of it`;
};
const verdictOn = (selector, { known, gpu, world }) => {
    if (known.exists(selector) === "no") {
        const facts = selector.metric === null ? null : known.factsOf(selector.metric);
        return { chance: "no", why: facts?.byExpression ? facts.why : null };
    }
    const verdict = (0,selector_labels/* selectorVerdict */.T)(selector, known, gpu, world);
    return {
        chance: verdict.chance,
        why: verdict.chance === "no" && verdict.byExpression !== false ? verdict.why : null,
    };
};

;// CONCATENATED MODULE: ./build/src/checks/alert-test-failed.js
const alertTestFailed = {
    id: "alert-test-failed",
    title: "A unit test of the tree fails against the rules that base and overlays build, or promtool cannot read it.",
    severity: "error",
    decidedBy: "promtool",
    reads: ["alertTests"],
    *find({ alertTests }) {
        for (const { failures } of alertTests)
            for (const { at, message } of failures)
                yield { at, message: `The unit test fails: ${message}` };
    },
};

;// CONCATENATED MODULE: ./build/src/checks/alert-value-in-label.js


const alertValueInLabel = {
    id: "alert-value-in-label",
    title: "A label of an alert holds its value: every evaluation makes another alert.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const alert of ownAlerts(resolution))
            for (const [label, text] of Object.entries(alert.labels))
                if (printsValue(text))
                    yield ruleProblem(alert, resolution, `its label ${label} holds the value: whenever that changes it is another alert, \`for\` starts again and the old one is resolved; put it into an annotation`, ["labels", label]);
    },
};
/** `{{ if gt $value 90.0 }}critical{{ end }}` compares it and prints one of a few words. */
const printsValue = (text) => templateActions(text).some((action) => /\$value\b|\.Value\b/.test(action) && !/^(?:if|else if|with|range)\b/.test(action));

;// CONCATENATED MODULE: ./build/src/checks/alertmanager-config-invalid.js



const alertmanagerConfigInvalid = {
    id: "alertmanager-config-invalid",
    title: "Alertmanager refuses its configuration, and nobody is notified of anything.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find({ stack, resolution: { world } }) {
        for (const alertmanager of world.ofKind("Alertmanager")) {
            const problem = (0,alertmanager_in_force/* configInForce */.xP)(alertmanager, world)?.problem ?? null;
            if (problem === null || (problem.isLack === true && mayLackValues(stack)))
                continue;
            const at = problem.place();
            yield {
                message: `${(0,finding/* nameOf */.Vb)(alertmanager.ref)}: its configuration is refused (${problem.message}): it does not start with it, or goes on with an older one until its pod is gone, and then nobody is told of any alert`,
                resource: alertmanager.ref,
                ...(at === null ? {} : { at }),
            };
        }
    },
};

// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-fields.js + 1 modules
var alertmanager_fields = __webpack_require__(24453);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-secret.js
var alertmanager_secret = __webpack_require__(34853);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/read-alertmanager-config.js + 1 modules
var read_alertmanager_config = __webpack_require__(84981);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/template-calls.js
/**
 * Reads the actions of a Go template: words between the braces that are no field (`.Labels`), no variable (`$x`) and no
 * keyword are functions. https://pkg.go.dev/text/template
 */
const templateCalls = (text) => {
    const [templates, functions, defined] = [new Set(), new Set(), new Set()];
    for (const words of actionsIn(text)) {
        const [first, second = ""] = words;
        const name = /^["`].*["`]$/s.test(second) ? second.slice(1, -1) : null;
        if (name !== null && (first === "define" || first === "block"))
            defined.add(name);
        if (name !== null && first === "template")
            templates.add(name);
        for (const word of words)
            if (/^[\p{L}_]/u.test(word) && !keywords.has(word))
                functions.add(word);
    }
    return { templates: [...templates], functions: [...functions], defined: [...defined] };
};
const keywords = new Set("block break continue define else end false if nil range template true with".split(" "));
/** A text, a character, a variable or field with what hangs on it, a word or number, or what stands by itself. */
const token = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|[$.][\p{L}\p{N}_.]*|[\p{L}\p{N}_.]+|\}\}|[^"`'\s]/suy;
/** The words of each action; one that does not end, or a text in it, ends them. */
const actionsIn = (text) => {
    const actions = [];
    for (let open = text.indexOf("{{"); open !== -1;) {
        let at = open + 2;
        const comment = /-?\s*\/\*/y;
        comment.lastIndex = at;
        const words = [];
        if (comment.test(text)) {
            const end = text.indexOf("*/", comment.lastIndex);
            if (end === -1)
                return actions;
            at = end + 2;
        }
        for (;;) {
            while (/\s/.test(text.charAt(at)))
                at += 1;
            token.lastIndex = at;
            const word = token.exec(text)?.[0];
            if (word === undefined)
                return actions;
            at += word.length;
            if (word === "}}")
                break;
            if (word !== "-")
                words.push(word);
        }
        actions.push(words);
        open = text.indexOf("{{", at);
    }
    return actions;
};

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/src/promql/compile-re2.js
var compile_re2 = __webpack_require__(8961);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/template-files.js







/**
 * The files that the patterns under `templates` of the Secret's configuration name. The operator mounts the Secret, and
 * what `configMaps` and `secrets` of the Alertmanager name:
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/alertmanager/statefulset.go
 */
const loadedTemplates = (alertmanager, body, world) => {
    const mounts = mountsOf(alertmanager, world);
    const patterns = [...new Set((0,json_fields/* listOf */.c3)(body["templates"]).map(alertmanager_fields/* textOf */.b6))];
    const mounted = mounts.flatMap(({ folder, object }) => object === undefined ? [] : filesOf(object, world).map((file) => ({ path: `${folder}/${file.name}`, file })));
    const unseen = mounts.filter(({ object }) => object === undefined).map(({ folder }) => folder);
    if (patterns.length * (mounted.length + unseen.length) > mostCompared)
        return { files: [], mayHaveUnseen: true };
    return {
        files: patterns.flatMap((pattern) => {
            const matches = matcherOf(pattern);
            return matches === null ? [] : mounted.filter(({ path }) => matches(path)).map(({ file }) => file);
        }),
        mayHaveUnseen: patterns.length > 0 &&
            (isMountedOtherwise(alertmanager) || patterns.some((pattern) => mayMatchIn(unseen, pattern))),
    };
};
/** Patterns and files, each with each: a tree may have as many as it likes. */
const mostCompared = 100_000;
/** The files that `alertmanagerConfiguration` names, where an AlertmanagerConfig takes the place of the Secret. */
const namedTemplates = (alertmanager, world) => {
    const namespace = (0,namespaces/* namespaceOf */.N6)(alertmanager, world);
    const wanted = (0,json_fields/* objectsAt */.yR)(alertmanager.body, ["spec", "alertmanagerConfiguration", "templates"]).flatMap((one) => ["ConfigMap", "Secret"].flatMap((kind) => {
        const named = (0,kubernetes_manifest/* valueAt */.f)(one, [kind === "ConfigMap" ? "configMap" : "secret"]);
        const [name, key] = [(0,json_fields/* textAt */.$6)(named, ["name"]), (0,json_fields/* textAt */.$6)(named, ["key"])];
        return name === null || key === null ? [] : [{ object: (0,namespaces/* objectIn */.D7)(world, kind, namespace, name), key }];
    }));
    return {
        files: wanted.flatMap(({ object, key }) => object === undefined ? [] : filesOf(object, world).filter(({ name }) => name === key)),
        mayHaveUnseen: wanted.some(({ object }) => object === undefined),
    };
};
const mountsOf = (alertmanager, world) => {
    const named = (kind, name) => (0,namespaces/* objectIn */.D7)(world, kind, (0,namespaces/* namespaceOf */.N6)(alertmanager, world), name);
    const listed = (kind, field) => (0,json_fields/* textsAt */.i1)(alertmanager.body, ["spec", field]).map((name) => ({
        folder: `/etc/alertmanager/${field.toLowerCase()}/${name}`,
        object: named(kind, name),
    }));
    const config = { folder: "/etc/alertmanager/config", object: named("Secret", (0,alertmanager_secret/* configText */.U)(alertmanager, world).name) };
    return [config, ...listed("ConfigMap", "configMaps"), ...listed("Secret", "secrets")];
};
/** Volumes of the Alertmanager's own, or containers that a patch changes, may put files anywhere. */
const isMountedOtherwise = ({ body }) => ["volumeMounts", "containers"].some((field) => (0,json_fields/* objectsAt */.yR)(body, ["spec", field]).length > 0);
/** Whether a pattern may name a file of folders of which nothing is in sight. */
const mayMatchIn = (folders, pattern) => {
    const matches = matcherOf(pattern.slice(0, Math.max(0, pattern.lastIndexOf("/"))));
    return matcherOf(pattern) === null || matches === null || folders.some((folder) => matches(folder));
};
/**
 * A pattern as Go's `filepath.Match` has it, by RE2, whose time grows with the name alone, however many stars there
 * are; null: it has classes or escapes, or is too long, and is not read here.
 */
const matcherOf = (pattern) => {
    if (pattern.length > template_files_longest || /[[\\]/.test(pattern))
        return null;
    const parts = pattern.split(/([*?])/).map((part) => {
        if (part === "*")
            return "[^/]*";
        return part === "?" ? "[^/]" : build/* RE2JS */.L3.quote(part);
    });
    const compiled = (0,compile_re2/* compileRe2 */.X)(parts.join(""));
    return (name) => name.length <= template_files_longest && compiled.matches(name);
};
/** Characters of a pattern, and of a name: those of a path on Linux are 4,096 at most. */
const template_files_longest = 4096;
const filesOf = (object, world) => {
    const of = (field, read) => Object.entries((0,json_fields/* labelsAt */.dx)(object.body, [field])).map(([name, text]) => ({
        name,
        text: read(text),
        object,
        place: () => template_files_placeOf(object, [field, name], world),
    }));
    const decoded = (text) => Buffer.from(text, "base64").toString("utf8");
    const plain = (text) => text;
    return object.ref.kind === "Secret" ? [...of("data", decoded), ...of("stringData", plain)] : of("data", plain);
};
/** The chart's Secret has its files of `alertmanager.templateFiles`. */
const template_files_placeOf = (object, path, world) => {
    const at = object.locate(path);
    if (at === null || object.manifest?.origin.from !== "chart")
        return at;
    const keys = ["alertmanager", "templateFiles", String(path.at(-1))];
    const document = world.file(at.file)?.documents.find(({ value }) => (0,kubernetes_manifest/* valueAt */.f)(value, keys) !== undefined);
    return document?.locateKey(keys) ?? at;
};

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/template-functions.js


/** Of Go itself: https://pkg.go.dev/text/template#hdr-Functions */
const ofGo = "and call eq ge gt html index js le len lt ne not or print printf println slice urlquery".split(" ");
/**
 * Of Alertmanager, whichever of its releases up to {@link lastRead} has them:
 * https://github.com/prometheus/alertmanager/blob/v0.34.0/template/template.go
 */
const ofAlertmanager = [
    ..."append base64decode base64encode date dict humanizeDuration join list match mustToDate now".split(" "),
    ..."reReplaceAll routeLabels safeHtml safeUrl since stringSlice title toDate toJson toLower toUpper".split(" "),
    ..."trimSpace tz urlUnescape".split(" "),
];
const lastRead = "0.34.0";
const known = new Set([...ofGo, ...ofAlertmanager]);
/** Whether an Alertmanager lacks a function for certain; never of a release that is newer than what was read. */
const lacksFunction = (name, { body }) => {
    const written = (0,json_fields/* textAt */.$6)(body, ["spec", "version"]) ?? /:([^:/@]+)(?:@|$)/.exec((0,json_fields/* textAt */.$6)(body, ["spec", "image"]) ?? "")?.[1];
    const version = semver_default().coerce(written ?? lastRead);
    return !known.has(name) && version !== null && semver_default().lte(version, lastRead.replace(/\.\d+$/, ".999"));
};

;// CONCATENATED MODULE: ./build/src/signal/alertmanager/missing-names.js












/**
 * What the receivers of an Alertmanager, and its files of templates, name and does not exist. Alertmanager looks for
 * what a receiver names when it notifies, and `amtool check-config` takes such a configuration. No template is missing
 * where a file may lie that is not in sight.
 */
const missingNames = (0,once/* once */.O)((world) => (0,once/* once */.O)((alertmanager) => {
    const { texts, templates } = told(alertmanager, world);
    const { files, mayHaveUnseen } = templates;
    const read = files.map((file) => ({ file, calls: templateCalls(file.text) }));
    const defined = new Set(read.flatMap(({ file, calls }) => [file.name, ...calls.defined]));
    const lacked = ({ functions }) => functions.filter((name) => lacksFunction(name, alertmanager));
    return {
        templates: texts.flatMap(({ calls, ...from }) => calls.templates
            .filter((name) => !mayHaveUnseen && !own.test(name) && !defined.has(name) && !calls.defined.includes(name))
            .map((name) => ({ name, ...from }))),
        functions: texts.flatMap(({ calls, ...from }) => lacked(calls).map((name) => ({ name, ...from }))),
        functionsInFiles: read.flatMap(({ file, calls }) => lacked(calls).map((name) => ({ name, ...inFile(file) }))),
    };
}));
const inFile = ({ name, object, place }) => ({
    by: `the file ${name} of templates`,
    resource: object.ref,
    place,
});
/**
 * How Alertmanager's own are named, in each version:
 * https://github.com/prometheus/alertmanager/blob/main/template/default.tmpl
 */
const own = /^(?:__|\w+\.default\.)/;
/** The texts of all receivers, and the templates that there are for them. */
const told = (alertmanager, world) => {
    const used = (0,alertmanager_in_force/* selectedConfigs */.$g)(alertmanager, world).flatMap(({ object, status }) => status === "selected" ? ofObject(object) : []);
    const global = (0,alertmanager_in_force/* globalConfigName */.Do)(alertmanager);
    if (global !== null) {
        const object = (0,namespaces/* objectIn */.D7)(world, "AlertmanagerConfig", (0,namespaces/* namespaceOf */.N6)(alertmanager, world), global);
        return {
            texts: [...(object === undefined ? [] : ofObject(object)), ...used],
            templates: namedTemplates(alertmanager, world),
        };
    }
    const { text, place } = (0,alertmanager_secret/* configText */.U)(alertmanager, world);
    if (text === null || (0,read_alertmanager_config/* readAlertmanagerConfig */.k)(text, place).config === null)
        return { texts: used, templates: { files: [], mayHaveUnseen: true } };
    const body = (0,read_alertmanager_config/* parseAlertmanagerConfig */.l)(text);
    const ofFile = textsOf((0,json_fields/* listOf */.c3)(body["receivers"]), ["receivers"], alertmanager.ref, place);
    return { texts: [...ofFile, ...used], templates: loadedTemplates(alertmanager, body, world) };
};
const ofObject = (object) => textsOf((0,json_fields/* listOf */.c3)((0,kubernetes_manifest/* valueAt */.f)(object.body, ["spec", "receivers"])), ["spec", "receivers"], object.ref, (path) => object.locate(path)).map((text) => ({ ...text, by: `${text.by} of ${(0,finding/* nameOf */.Vb)(object.ref)}` }));
const textsOf = (receivers, path, resource, place) => receivers.flatMap((receiver, index) => (0,kubernetes_manifest/* isObject */.G)(receiver)
    ? templatesIn(receiver, [...path, index]).map(({ text, at }) => ({
        calls: templateCalls(text),
        by: `the receiver "${(0,alertmanager_fields/* textOf */.b6)(receiver["name"])}"`,
        resource,
        place: () => place(at),
    }))
    : []);
const templatesIn = (value, at) => {
    if (typeof value === "string")
        return value.includes("{{") ? [{ text: value, at }] : [];
    if (Array.isArray(value))
        return value.flatMap((item, index) => templatesIn(item, [...at, index]));
    return (0,kubernetes_manifest/* isObject */.G)(value)
        ? Object.entries(value).flatMap(([key, inner = null]) => templatesIn(inner, [...at, key]))
        : [];
};

;// CONCATENATED MODULE: ./build/src/checks/alertmanager-template-function.js


const alertmanagerTemplateFunction = {
    id: "alertmanager-template-function",
    title: "A notification template calls a function that Alertmanager does not have.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { world } }) {
        for (const alertmanager of world.ofKind("Alertmanager")) {
            const { functions, functionsInFiles } = missingNames(world)(alertmanager);
            const problem = ({ name, by, resource, place }, follows) => {
                const at = place();
                return {
                    message: `${(0,finding/* nameOf */.Vb)(alertmanager.ref)}: ${by} calls the function "${name}", which Alertmanager does not have: ${follows}`,
                    resource,
                    ...(at === null ? {} : { at }),
                };
            };
            for (const one of functionsInFiles)
                yield problem(one, "it does not start with it, or goes on with an older configuration until its pod is gone");
            for (const one of functions)
                yield problem(one, "it starts, and each notification of that integration fails");
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/alertmanager-template-missing.js


const alertmanagerTemplateMissing = {
    id: "alertmanager-template-missing",
    title: "A receiver names a template that nothing defines, and each of its notifications fails.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { world } }) {
        for (const alertmanager of world.ofKind("Alertmanager"))
            for (const { name, by, resource, place } of missingNames(world)(alertmanager).templates) {
                const at = place();
                yield {
                    message: `${(0,finding/* nameOf */.Vb)(alertmanager.ref)}: ${by} names the template "${name}", which is neither Alertmanager's own nor defined in a file that its \`templates\` load: it starts, and each notification of that integration fails`,
                    resource,
                    ...(at === null ? {} : { at }),
                };
            }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/alertmanagerconfig-namespace-matcher.js

const alertmanagerconfigNamespaceMatcher = hopCheck({
    id: "alertmanagerconfig-namespace-matcher",
    title: "The AlertmanagerConfig sees only alerts of its own namespace, and the GPU alerts have another.",
    severity: "warning",
    tell: sharedProblems,
});

;// CONCATENATED MODULE: ./build/src/checks/alertmanagerconfig-not-selected.js

const alertmanagerconfigNotSelected = hopCheck({
    id: "alertmanagerconfig-not-selected",
    title: "Alertmanager does not select the AlertmanagerConfig that would notify somebody.",
    severity: "error",
    tell: sharedProblems,
});

;// CONCATENATED MODULE: ./build/src/checks/base-namespace-mismatch.js

const baseNamespaceMismatch = {
    id: "base-namespace-mismatch",
    title: "base/ makes another namespace than the one the release is installed in.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "render"],
    cannotJudge({ stack, render }) {
        if (render.roots.some(({ layer, error }) => layer === "base" && error !== null))
            return "the base did not build";
        const guessed = stack.release.namespace.from === "default" && (stack.install?.unclear.length ?? 0) > 0;
        return guessed ? "install.sh does not say clearly in which namespace the release is installed" : null;
    },
    *find({ stack, render }) {
        const wanted = stack.release.namespace.value;
        // kustomize's `namespace` renames the Namespace object too: there the kustomization is the place to mend.
        const document = stack.base?.yaml.documents[0];
        const set = (0,kubernetes_manifest/* valueAt */.f)(document?.value, ["namespace"]);
        const namespaces = render.roots
            .filter(({ layer }) => layer === "base")
            .flatMap(({ manifests }) => manifests.filter(({ ref }) => ref.kind === "Namespace" && ref.apiVersion === "v1"));
        if (namespaces.some(({ ref }) => ref.name === wanted))
            return;
        if (typeof set === "string" && set !== wanted && document !== undefined) {
            yield {
                message: `The base's kustomization puts its objects in namespace ${set}, but the release is installed in ${wanted}`,
                at: document.locate(["namespace"]),
                fix: { description: `Use namespace: ${wanted}, or install the release in ${set}`, edits: [] },
            };
            return;
        }
        for (const manifest of namespaces)
            yield {
                message: `The base makes namespace ${manifest.ref.name}, but the release is installed in ${wanted}`,
                at: manifest.locate(["metadata", "name"]),
                resource: manifest.ref,
                fix: { description: `Name it ${wanted}, or install the release in ${manifest.ref.name}`, edits: [] },
            };
    },
};

// EXTERNAL MODULE: ./build/src/fix/scalar-edit.js
var scalar_edit = __webpack_require__(68297);
// EXTERNAL MODULE: ./build/src/kubernetes/label-selector.js
var label_selector = __webpack_require__(34267);
// EXTERNAL MODULE: ./build/src/kubernetes/labels.js
var kubernetes_labels = __webpack_require__(51704);
// EXTERNAL MODULE: ./build/src/render/chart/value-sources.js
var value_sources = __webpack_require__(76942);
// EXTERNAL MODULE: ./build/src/signal/operator/operator-flags.js
var operator_flags = __webpack_require__(21016);
// EXTERNAL MODULE: ./build/src/signal/operator/selection.js
var operator_selection = __webpack_require__(89326);
;// CONCATENATED MODULE: ./build/src/signal/operator/chart-selection.js










/**
 * The monitors and rules of the chart that no Prometheus selects: one entry a cause. What a selector names to leave it
 * out (`NotIn`, `DoesNotExist`) is left out on purpose, and what the operator does not watch has another cause.
 */
const chartLosses = (0,once/* once */.O)((world) => [...monitor_selection/* monitorKinds */.gD, "PrometheusRule"].flatMap((kind) => lossesOf(kind, world)));
const lossesOf = (kind, world) => {
    const objects = world.ofKind(kind);
    const chart = objects.filter(world_world/* isOfChart */.O);
    const misses = chart.flatMap((object) => missOf(object, world) ?? []);
    return [...Map.groupBy(misses, causeKey(world)).values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined)
            return [];
        const { selecting, field } = first;
        const missesToo = (object) => {
            const miss = missOf(object, world);
            return miss?.selecting === selecting && miss.field === field;
        };
        const own = objects.filter(world_world/* isOwn */.N);
        return [
            {
                kind,
                selecting,
                field,
                missed: same.map(({ object }) => object),
                count: chart.length,
                own: own.every(missesToo) ? own : [],
                cause: causeOf(first, world),
                selectsNone: objects.every(missesToo),
            },
        ];
    });
};
/** Null where something selects the object, or may, or leaves it out on purpose. */
const missOf = (object, world) => {
    const selection = (0,monitor_selection/* selectionOf */.Wm)(object.ref.kind);
    const nearest = (0,operator_selection/* nearestOf */.qw)((0,operator_selection/* choicesOf */.cU)(object, selection, world));
    const field = nearest === undefined ? null : fieldThatMisses(nearest, selection);
    if (nearest === undefined || field === null)
        return null;
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    if ((0,operator_flags/* whyUnwatched */.y)((0,operator_flags/* operatorFlags */.k)(world), object.ref.kind, namespace) !== null)
        return null;
    const { selecting } = nearest;
    const labels = field === selection.selector ? (0,kubernetes_labels/* labelsOf */.P)(object.body) : world.namespaceLabels(namespace).labels;
    const selector = (0,kubernetes_manifest/* valueAt */.f)(selecting.body, ["spec", field]);
    const failed = (0,label_selector/* selectorProblem */.fY)(selector) === null
        ? (0,label_selector/* requirementsOf */.CG)(selector).filter((requirement) => !(0,label_selector/* holds */.v9)(requirement, labels))
        : [];
    return failed.some(({ operator }) => operator === "NotIn" || operator === "DoesNotExist")
        ? null
        : { object, selecting, field, failed };
};
const fieldThatMisses = ({ byLabels, byNamespace }, { selector, namespaceSelector }) => (byLabels === "broken" ? selector : byNamespace === "broken" ? namespaceSelector : null);
/** Values that change a selector miss many objects for one cause; labels that are changed miss their own object. */
const causeKey = (world) => (miss) => {
    const { object, path } = causeOf(miss, world);
    return JSON.stringify([miss.field, miss.selecting.ref, object === miss.selecting ? null : object.locate(path)]);
};
const causeOf = ({ object, selecting, field, failed }, world) => {
    const byItself = { matchLabels: { release: world.releaseName } };
    if ((0,same_json/* sameJson */.V)((0,kubernetes_manifest/* valueAt */.f)(selecting.body, ["spec", field]) ?? null, byItself))
        return { object, path: ["metadata", "labels"] };
    const [first] = failed;
    if (first === undefined)
        return { object: selecting, path: ["spec", field] };
    const below = first.operator === "Equals" ? ["matchLabels", first.key] : ["matchExpressions"];
    return { object: selecting, path: ["spec", field, ...below] };
};

;// CONCATENATED MODULE: ./build/src/checks/chart-objects-not-selected.js









const chartObjectsNotSelected = {
    id: "chart-objects-not-selected",
    title: "The values leave monitors or rules of the chart itself unselected: no Prometheus scrapes or loads them.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find({ stack, resolution: { world } }) {
        for (const loss of chartLosses(world))
            yield chart_objects_not_selected_problemOf(loss, stack, world);
    },
};
const chart_objects_not_selected_problemOf = (loss, stack, world) => {
    const { selecting, field, cause } = loss;
    const at = cause.object.locate(cause.path);
    return {
        message: `${field} of ${(0,finding/* nameOf */.Vb)(selecting.ref)} ${asked(loss)}, and ${missed(loss)}: ${cost(loss, world)}`,
        resource: selecting.ref,
        ...(at === null ? {} : { at }),
        fix: fixOf(loss, stack, world),
    };
};
const asked = ({ selecting, field }) => {
    const selector = (0,kubernetes_manifest/* valueAt */.f)(selecting.body, ["spec", field]);
    return (0,operator_selection/* isAbsent */.W0)(selector) ? "is not set" : `asks for "${(0,label_selector/* describeSelector */.r5)(selector)}"`;
};
const missed = ({ kind, missed: objects, count, own }) => {
    const names = listed(objects.map(({ ref }) => ref.name));
    const who = objects.length === count ? "none is" : objects.length === 1 ? "one is not" : `${objects.length} are not`;
    const too = own.length === 0 ? "" : `, nor of the tree's own (${own.length})`;
    return `of the chart's ${count} ${kind}s ${who} selected (${names})${too}`;
};
/** The first three of a list. */
const listed = (names) => [...names.slice(0, 3), ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(", ");
const cost = ({ kind, missed: objects }, world) => {
    if (kind !== "PrometheusRule")
        return "what they watch is not scraped, and alerts and dashboards on it stay empty";
    const lost = new Set(objects);
    const rules = (0,rule_entries/* ruleEntries */.F)(world).filter(({ object }) => lost.has(object));
    const alerts = rules.filter((rule) => rule.kind === "alert");
    const watchdog = alerts.some(({ name }) => name === "Watchdog") ? ", Watchdog among them," : "";
    return `their ${alerts.length} alerts${watchdog} never fire, and nothing records what their ${rules.length - alerts.length} other rules would`;
};
const fixOf = (loss, stack, world) => {
    const { cause, selecting, field } = loss;
    if (cause.object !== selecting)
        return {
            description: `Give ${loss.missed.length === 1 ? "it" : "them"} the label \`release: ${world.releaseName}\`, as the chart does by itself.`,
            edits: [],
        };
    const edit = renamedRelease(loss, stack, world);
    if (edit !== null)
        return { description: `Ask for \`release: ${world.releaseName}\`.`, edits: [edit] };
    const keep = loss.selectsNone
        ? "Take the value away: by itself the chart has it select its own."
        : `Let ${field} select the chart's objects too, e.g. by \`matchExpressions\` on a label that all have, or \`{}\` for everything.`;
    return { description: keep, edits: [] };
};
/** Where it asks for another release's label alone, selects nothing by it, and this release's name would select all. */
const renamedRelease = ({ kind, cause, selecting, field, missed: objects, selectsNone }, stack, world) => {
    const selector = (0,kubernetes_manifest/* valueAt */.f)(selecting.body, ["spec", field]);
    const old = (0,kubernetes_manifest/* valueAt */.f)(selector, ["matchLabels", "release"]);
    if (typeof old !== "string" || (0,label_selector/* describeSelector */.r5)(selector) !== `release: ${old}` || !selectsNone)
        return null;
    const { releaseName } = world;
    if (!world.ofKind(kind).every(({ body }) => (0,kubernetes_labels/* labelsOf */.P)(body)["release"] === releaseName))
        return null;
    const place = (0,value_sources/* setAt */.ef)(stack, valuesKey(cause.path));
    return objects.length === 0 || place === null ? null : (0,scalar_edit/* scalarChange */.$p)(place, { old, value: releaseName }, world);
};
const valuesKey = (path) => [
    "prometheus",
    "prometheusSpec",
    ...path.slice(1).map(String),
];

// EXTERNAL MODULE: ./build/src/render/render.js
var render_render = __webpack_require__(54371);
// EXTERNAL MODULE: ./build/src/stack/install/chart-name.js
var chart_name = __webpack_require__(54917);
;// CONCATENATED MODULE: ./build/src/inventory/charts-beside.js



/**
 * Names of the charts that are installed beside the stack's own: by other helm lines of install.sh, and by objects of
 * the tree that have a controller install a chart.
 */
const chartsBeside = ({ install }, render) => [
    ...(install?.otherCharts ?? []).map(({ chart }) => (0,chart_name/* chartNameIn */.b)(chart)),
    ...(0,render_render/* allManifests */.m)(render)
        .flatMap(({ ref, body }) => chartsOf(ref.kind, body))
        .map(chart_name/* chartNameIn */.b),
];
/**
 * Flux: https://fluxcd.io/flux/components/helm/helmreleases/; Argo CD:
 * https://argo-cd.readthedocs.io/en/stable/user-guide/helm/; K3s: https://docs.k3s.io/add-ons/helm
 */
const chartsOf = (kind, body) => {
    const texts = {
        HelmRelease: [(0,json_fields/* textAt */.$6)(body, ["spec", "chart", "spec", "chart"])],
        HelmChart: [(0,json_fields/* textAt */.$6)(body, ["spec", "chart"])],
        Application: [
            (0,json_fields/* textAt */.$6)(body, ["spec", "source", "chart"]),
            ...(0,json_fields/* objectsAt */.yR)(body, ["spec", "sources"]).map((source) => (0,json_fields/* textAt */.$6)(source, ["chart"])),
        ],
    }[kind];
    return (texts ?? []).filter((text) => text !== null);
};

// EXTERNAL MODULE: ./build/src/inventory/components.js
var components = __webpack_require__(42785);
;// CONCATENATED MODULE: ./build/src/checks/problem/absence.js


/**
 * Where the stack would hold what it lacks: the list of resources (or generators) of the kustomization in the overlay
 * folder of that name, else of the first overlay, else of the base, else install.sh's helm line.
 */
const absenceAt = (stack, overlay) => {
    const others = stack.kustomizations.filter(({ layer }) => layer === "overlay");
    const candidates = [...stack.overlays, ...others];
    const named = candidates.find(({ folder }) => folder.split("/").at(-1) === overlay);
    const kustomization = named ?? candidates[0] ?? stack.base;
    if (kustomization === null)
        return installAt(stack);
    const document = kustomization.yaml.documents[0];
    const key = lists.find((name) => (0,kubernetes_manifest/* valueAt */.f)(document?.value, [name]) !== undefined);
    return key === undefined ? topOf(kustomization.file) : (document?.locateKey([key]) ?? topOf(kustomization.file));
};
const lists = ["resources", "configMapGenerator", "secretGenerator", "components"];
/** Why nothing can be called absent: what did not build may hold it. Null where all was rendered. */
const notAllRendered = ({ render }) => {
    const failed = render.roots.filter(({ error }) => error !== null).map(({ root }) => root);
    if (render.chart.error !== null)
        failed.unshift("the chart");
    return failed.length === 0 ? null : `${failed.join(", ")} did not render: what seems absent may be there`;
};

;// CONCATENATED MODULE: ./build/src/checks/component-missing.js





const componentMissing = {
    id: "component-missing",
    title: "Prometheus, Grafana, Alertmanager, node exporter or kube-state-metrics is not in the render, or has no replicas.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "render"],
    cannotJudge: notAllRendered,
    *find({ stack, render }) {
        for (const kind of components/* componentKinds */.f) {
            const workloads = (0,components/* workloadsOf */.m)(render, kind);
            if (workloads.some(({ enabled }) => enabled))
                continue;
            const [idle] = workloads;
            if (idle === undefined && isBroughtElsewhere(kind, stack, render))
                continue;
            if (idle === undefined)
                yield absent(stack, kind);
            else
                yield {
                    message: `${kind.name} has no replicas (${(0,finding/* nameOf */.Vb)(idle.manifest.ref)}): ${kind.loss}`,
                    at: (kind.replicas && (0,value_sources/* setAt */.ef)(stack, kind.replicas)) ?? idle.manifest.locate(["spec", "replicas"]),
                    resource: idle.manifest.ref,
                };
        }
    },
};
const isBroughtElsewhere = ({ charts }, stack, render) => chartsBeside(stack, render).some((chart) => charts.includes(chart));
/** Who turned it off meant something by it, and what runs instead may be elsewhere: what hangs on it is told there. */
const absent = (stack, { name, loss, enabled }) => {
    const off = (0,value_sources/* turnedOffAt */.BY)(stack, enabled);
    const key = (0,value_sources/* writtenKey */.R7)(stack, enabled).join(".");
    const fix = { description: `Set ${key}: true in the release's values`, edits: [] };
    if (off === null)
        return { message: `${name} is not in what the stack renders: ${loss}`, at: (0,value_sources/* governedAt */.QY)(stack, [enabled]), fix };
    const by = `${off.file}:${off.line} turns it off (${key}: false)`;
    return {
        message: `${name} is not in what the stack renders, for ${by}: unless it runs elsewhere, ${loss}`,
        at: off,
        severity: "notice",
        fix,
    };
};

;// CONCATENATED MODULE: ./build/src/checks/configmap-key-invalid.js


const configmapKeyInvalid = {
    id: "configmap-key-invalid",
    title: "A key of a ConfigMap or Secret has characters that the API server refuses.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const kind of ["ConfigMap", "Secret"])
            for (const object of ownObjects(resolution, kind))
                for (const field of ["data", "binaryData", "stringData"]) {
                    const data = (0,kubernetes_manifest/* valueAt */.f)(object.body, [field]);
                    for (const key of (0,kubernetes_manifest/* isObject */.G)(data) ? Object.keys(data) : [])
                        if (!isKey(key))
                            yield objectProblem(object, `the key ${JSON.stringify(key)} is refused by the API server: letters, digits, \`-\`, \`_\` and \`.\` are allowed, 253 at most`, [field, key]);
                }
    },
};
/** https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object */
const isKey = (key) => /^[-._a-zA-Z0-9]+$/.test(key) && key.length <= 253 && key !== "." && !key.startsWith("..");

// EXTERNAL MODULE: ./build/src/kubernetes/json-word.js
var json_word = __webpack_require__(71706);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-panels.js
var dashboard_panels = __webpack_require__(54193);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-file.js + 2 modules
var dashboard_file = __webpack_require__(54876);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-model.js + 1 modules
var dashboard_model = __webpack_require__(31220);
;// CONCATENATED MODULE: ./build/src/checks/own/own-dashboards.js


/** Dashboards of base and overlays; those of the chart are its authors' business. */
const ownDashboards = ({ dashboards }) => dashboards.files.flatMap((file) => (file.own && (0,dashboard_model/* isRead */.H)(file.model) ? [{ file, model: file.model }] : []));
/** A problem at one place of a dashboard's JSON. */
const dashboardProblem = (file, why, path) => ({
    message: `${(0,dashboard_file/* dashboardName */.o)(file)}: ${why}`,
    at: file.json.at(path),
    resource: file.object.ref,
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-angular-panel.js



const dashboardAngularPanel = {
    id: "dashboard-angular-panel",
    title: "A panel is of a type that Grafana has no more.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        // Support for Angular ended with Grafana 12.
        const versions = resolution.dashboards.grafana.pods.map(({ version }) => Number.parseInt(version ?? "", 10));
        if (versions.length === 0 || !versions.every((major) => major >= 12))
            return;
        for (const { file } of ownDashboards(resolution)) {
            const old = (0,dashboard_panels/* panelsOf */.n)(file).filter(({ body }) => isAngular((0,json_word/* jsonWord */.b)(body["type"])));
            const [first] = old;
            if (first !== undefined)
                yield dashboardProblem(file, whyOld(old, versions[0] ?? 12), [...first.path, "type"]);
        }
    },
};
/** All panels of a dashboard in one sentence: old dashboards have dozens, and one export mends them all. */
const whyOld = (old, version) => {
    const typesOf = (panels) => [...new Set(panels.map(({ body }) => (0,json_word/* jsonWord */.b)(body["type"])))].join(", ");
    const [first, ...others] = old;
    const what = others.length === 0 ? `${first?.name} is` : `${old.length} panels, ${first?.name} first, are`;
    const stayEmpty = old.filter(({ body }) => angular.has((0,json_word/* jsonWord */.b)(body["type"])));
    const shown = old.filter((panel) => !stayEmpty.includes(panel));
    const outcomes = [
        ...(shown.length === 0 ? [] : [`${typesOf(shown)} is migrated when it is shown, and not everything survives`]),
        ...(stayEmpty.length === 0 ? [] : [`${typesOf(stayEmpty)} is an Angular plugin, and stays empty`]),
    ];
    return `${what} of a type that Grafana ${version} has no more: ${outcomes.join("; ")}`;
};
/** A type of panel that was made with Angular. */
const isAngular = (type) => migrated.has(type) || angular.has(type);
/** https://grafana.com/docs/grafana/latest/developers/angular_deprecation/ */
const migrated = new Set(["graph", "singlestat", "table-old", "grafana-singlestat-panel"]);
/** https://grafana.com/docs/grafana/latest/developers/angular_deprecation/angular-plugins/ */
const angular = new Set([
    ...["grafana-piechart-panel", "grafana-worldmap-panel", "briangann-gauge-panel", "natel-discrete-panel"],
    ...["jdbranham-diagram-panel", "vonage-status-panel", "digrich-bubblechart-panel", "savantly-heatmap-panel"],
]);

// EXTERNAL MODULE: ./build/src/fix/generator-entry.js
var generator_entry = __webpack_require__(6798);
;// CONCATENATED MODULE: ./build/src/checks/dashboard-configmap-hash-suffix.js




const dashboardConfigmapHashSuffix = {
    id: "dashboard-configmap-hash-suffix",
    title: "A generated dashboard has a hash in its name: the old one stays beside the new.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const told = new Set();
        for (const { file } of ownDashboards(resolution)) {
            const entry = (0,generator_entry/* generatorEntry */._)(file.object, resolution.world);
            const name = entry?.value["name"];
            if (entry === null || typeof name !== "string" || !hashed.test(file.object.ref.name))
                continue;
            const off = (0,kubernetes_manifest/* valueAt */.f)(entry.value, ["options", "disableNameSuffixHash"]) ??
                (0,kubernetes_manifest/* valueAt */.f)(entry.document.value, ["generatorOptions", "disableNameSuffixHash"]);
            const key = (0,finding/* nameOf */.Vb)(file.object.ref);
            if (off === true || told.has(key))
                continue;
            told.add(key);
            yield {
                message: `${key}: its name ends in a hash of its content, so every change makes another ConfigMap, and the sidecar reads the old one too: the two overwrite each other`,
                at: entry.document.locate([...entry.path, "name"]),
                resource: file.object.ref,
                fix: { description: "Set options.disableNameSuffixHash: true for this generator.", edits: [] },
            };
        }
    },
};
/** https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go: ten of these letters. */
const hashed = /-[bcdfghkmt2456789]{10}$/;

;// CONCATENATED MODULE: ./build/src/checks/own/configmap-bytes.js

/** The bytes of a ConfigMap's values, all together. */
const dataBytes = (configMap) => ["data", "binaryData"]
    .map((field) => (0,kubernetes_manifest/* valueAt */.f)(configMap, [field]))
    .filter(kubernetes_manifest/* isObject */.G)
    .flatMap((data) => Object.values(data))
    .reduce((sum, text) => sum + Buffer.byteLength(String(text)), 0);
/** 1 MiB, all values together: https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
const mostDataBytes = 1024 * 1024;

;// CONCATENATED MODULE: ./build/src/checks/dashboard-configmap-too-large.js


const dashboardConfigmapTooLarge = {
    id: "dashboard-configmap-too-large",
    title: "A ConfigMap is larger than the API server takes.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const object of ownObjects(resolution, "ConfigMap")) {
            const bytes = dataBytes(object.body);
            if (bytes > mostDataBytes)
                yield objectProblem(object, `its data has ${bytes} bytes, and the API server takes at most ${mostDataBytes}: it is refused`, ["metadata", "name"]);
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/dashboard-datasource-not-found.js

const dashboardDatasourceNotFound = hopCheck({
    id: "dashboard-datasource-not-found",
    title: "A dashboard names a data source that Grafana does not have.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-directory-not-read.js

const dashboardDirectoryNotRead = hopCheck({
    id: "dashboard-directory-not-read",
    title: "An annotation sends a dashboard to a folder that Grafana does not read.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-file-extension.js

const dashboardFileExtension = hopCheck({
    id: "dashboard-file-extension",
    title: "A dashboard's key does not end with .json: Grafana does not read the file.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-filename-collision.js

const dashboardFilenameCollision = hopCheck({
    id: "dashboard-filename-collision",
    title: "Two dashboards are written to the same file: Grafana gets only one of them.",
    severity: "error",
});

// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-providers.js
var grafana_providers = __webpack_require__(74827);
;// CONCATENATED MODULE: ./build/src/checks/dashboard-folder-annotation-ignored.js




const dashboardFolderAnnotationIgnored = {
    id: "dashboard-folder-annotation-ignored",
    title: "An annotation names a folder of Grafana, and nothing reads it.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { sidecars, providers } = resolution.dashboards.grafana;
        if (sidecars.length === 0 || !providers.complete)
            return;
        const told = new Set();
        for (const { file } of ownDashboards(resolution)) {
            const annotations = (0,kubernetes_manifest/* valueAt */.f)(file.object.body, ["metadata", "annotations"]);
            if (file.by !== "sidecar" || !(0,kubernetes_manifest/* isObject */.G)(annotations) || told.has(file.object))
                continue;
            told.add(file.object);
            const read = new Set(sidecars.map(({ folderAnnotation }) => folderAnnotation));
            for (const name of Object.keys(annotations).filter((one) => usual.has(one) || read.has(one))) {
                const provider = (0,grafana_providers/* providerOf */.lc)(providers, file.directory);
                const why = !read.has(name)
                    ? `the annotation ${name} does nothing: Grafana's sidecar reads ${[...read].join(", ")}`
                    : provider?.foldersFromFilesStructure === false && name !== byPath
                        ? `the annotation ${name} moves the file, and Grafana's folder stays the same: its provider has foldersFromFilesStructure: false`
                        : null;
                if (why !== null)
                    yield objectProblem(file.object, why, ["metadata", "annotations", name]);
            }
        }
    },
};
/** Its own documentation calls it a directory: whoever sets it may want no more than that. */
const byPath = "k8s-sidecar-target-directory";
/** The names by which the chart's documentation and its users set it. */
const usual = new Set(["grafana_folder", "grafana_dashboard_folder"]);

;// CONCATENATED MODULE: ./build/src/checks/dashboard-id-not-null.js

const dashboardIdNotNull = {
    id: "dashboard-id-not-null",
    title: "A dashboard keeps the number of the database that it was exported from.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { file, model } of ownDashboards(resolution)) {
            const path = [...model.root, "id"];
            if (typeof model.content["id"] === "number")
                yield {
                    ...dashboardProblem(file, "its id is a number of another Grafana's database: provisioning ignores it, and an import by API may overwrite what has that number", path),
                    fix: { description: "Set id to null.", edits: file.json.rewrite([() => path], () => "null") },
                };
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/dashboard-json-invalid.js

const dashboardJsonInvalid = {
    id: "dashboard-json-invalid",
    title: "A dashboard is not valid JSON: Grafana does not load it.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find(subject) {
        // JSON is YAML: where a file is not even that, yaml-invalid has told of the same mistake.
        const told = new Set(subject.stack.files.filter(({ errors }) => errors.length > 0).map(({ file }) => file));
        for (const problem of hopProblems(subject, "dashboard-json-invalid"))
            if (problem.at === undefined || !told.has(problem.at.file))
                yield problem;
    },
};

;// CONCATENATED MODULE: ./build/src/checks/dashboard-last-applied-too-large.js


const dashboardLastAppliedTooLarge = {
    id: "dashboard-last-applied-too-large",
    title: "A ConfigMap is too large for a client-side apply.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const object of ownObjects(resolution, "ConfigMap")) {
            const bytes = Buffer.byteLength(JSON.stringify(object.body));
            // What no apply can bring, another check tells.
            if (bytes <= mostAnnotationBytes || dataBytes(object.body) > mostDataBytes)
                continue;
            yield {
                ...objectProblem(object, `it has ${bytes} bytes as JSON, and a client-side apply keeps a copy in an annotation, of at most ${mostAnnotationBytes}: \`kubectl apply\` and Argo CD without server-side apply are refused`, ["metadata", "name"]),
                fix: {
                    description: "Apply server-side, as mode: deploy does (`kubectl apply --server-side`), or make it smaller",
                    edits: [],
                },
            };
        }
    },
};
/**
 * All annotations of an object together, 256 KiB:
 * https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/api/validation/objectmeta.go
 * (`TotalAnnotationSizeLimitB`)
 */
const mostAnnotationBytes = 262144;

;// CONCATENATED MODULE: ./build/src/checks/dashboard-metric-not-exported.js

const dashboardMetricNotExported = hopCheck({
    id: "dashboard-metric-not-exported",
    title: "A dashboard reads a metric or a label that the exporter it is from does not have.",
    severity: "warning",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-namespace-not-watched.js

const dashboardNamespaceNotWatched = hopCheck({
    id: "dashboard-namespace-not-watched",
    title: "Grafana's sidecar does not look into the namespace of a dashboard's ConfigMap.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-not-selected.js

const dashboardNotSelected = hopCheck({
    id: "dashboard-not-selected",
    title: "Grafana's sidecar does not take a ConfigMap or Secret that holds a dashboard.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-panel-id-duplicate.js


const dashboardPanelIdDuplicate = {
    id: "dashboard-panel-id-duplicate",
    title: "Two panels of a dashboard have the same id.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { file } of ownDashboards(resolution)) {
            const first = new Map();
            for (const { body, path, name } of (0,dashboard_panels/* panelsOf */.n)(file)) {
                const id = body["id"];
                // Grafana gives one to what has none, and takes 0 for none.
                if (typeof id !== "number" || id <= 0)
                    continue;
                const twin = first.get(id);
                if (twin === undefined)
                    first.set(id, name);
                else
                    yield dashboardProblem(file, `${name} has the id ${id} of ${twin}: links to one show the other, and their queries share a cache`, [...path, "id"]);
            }
        }
    },
};

// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-pod.js
var grafana_pod = __webpack_require__(10638);
;// CONCATENATED MODULE: ./build/src/signal/grafana/grafana-plugins.js




/**
 * Where Grafana keeps plugins by default.
 * https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#plugins
 */
const folder = "/var/lib/grafana/plugins";
/**
 * Whether the pod installs a plugin when it starts; `unknown` where plugins may be there already (another image, a
 * volume that lasts) or settings cannot be read.
 * https://grafana.com/docs/grafana/latest/administration/plugin-management/
 */
const installsPlugin = (pod, id, world) => {
    const main = pod.containers.find((container) => (0,grafana_pod/* isOfficialImage */.nx)(container));
    if (main === undefined || (0,json_fields/* objectsAt */.yR)(main, ["envFrom"]).length > 0)
        return "unknown";
    if (pod.mounts.some(({ path, source }) => source === "unseen" && ((0,grafana_pod/* isIn */.S1)(folder, path) || (0,grafana_pod/* isIn */.S1)(path, folder))))
        return "unknown";
    const variables = (0,json_fields/* objectsAt */.yR)(main, ["env"]).filter(({ name }) => /^GF_(?:INSTALL_PLUGINS$|PLUGINS_)/.test(String(name)));
    const texts = variables.map((variable) => {
        const reference = (0,kubernetes_manifest/* valueAt */.f)(variable, ["valueFrom", "configMapKeyRef"]);
        if (reference === undefined)
            return (0,json_fields/* textAt */.$6)(variable, ["value"]);
        const map = (0,namespaces/* objectIn */.D7)(world, "ConfigMap", pod.namespace, (0,json_fields/* textAt */.$6)(reference, ["name"]) ?? "");
        return map === undefined ? null : ((0,grafana_pod/* dataOf */.qu)(map)[(0,json_fields/* textAt */.$6)(reference, ["key"]) ?? ""] ?? null);
    });
    if (texts.includes(null))
        return "unknown";
    const settings = pod.mounts.flatMap(({ source }) => typeof source === "string" ? [] : [(0,grafana_pod/* dataOf */.qu)(source)["grafana.ini"] ?? ""]);
    return [...texts, ...settings].some((text) => text?.split(/[\s,;=@]+/).includes(id));
};

;// CONCATENATED MODULE: ./build/src/checks/dashboard-plugin-not-installed.js





const dashboardPluginNotInstalled = {
    id: "dashboard-plugin-not-installed",
    title: "A panel needs a plugin that the stack's Grafana does not install.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { world, dashboards } = resolution;
        const { pods } = dashboards.grafana;
        for (const { file } of ownDashboards(resolution))
            for (const { body, path, name } of (0,dashboard_panels/* panelsOf */.n)(file)) {
                const type = (0,json_word/* jsonWord */.b)(body["type"]);
                if (!isPlugin(type) || pods.length === 0)
                    continue;
                if (pods.some((pod) => installsPlugin(pod, type, world) !== false))
                    continue;
                yield {
                    ...dashboardProblem(file, `${name} is of the type ${type}, and Grafana has no such plugin: it stays empty`, [
                        ...path,
                        "type",
                    ]),
                    fix: {
                        description: `Add ${type} to grafana.plugins in the chart's values, or use a panel that Grafana brings.`,
                        edits: [],
                    },
                };
            }
    },
};
/**
 * Ids of plugins are made of who publishes them, a name, and the type; none of Grafana's own panels is; those of
 * Angular have a check of their own. https://grafana.com/developers/plugin-tools/reference/plugin-json#id
 */
const isPlugin = (type) => /^[a-z0-9]+-[a-z0-9-]+-panel$/i.test(type) && !isAngular(type);

// EXTERNAL MODULE: ./build/src/signal/dashboards/grafana-variables.js
var grafana_variables = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/src/checks/dashboard-promql-invalid.js




const dashboardPromqlInvalid = {
    id: "dashboard-promql-invalid",
    title: "A dashboard's query of GPU metrics is not PromQL.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            const { text, complete } = used.expression;
            // Loki's queries stand in the same field; and what a variable stands for may make it whole.
            if (complete || !inDashboard(used) || (0,grafana_variables/* isVariable */.DZ)(text) || !readsGpu(text))
                continue;
            yield expressionProblem(used, { from: 0, to: text.length }, "its query cannot be read as PromQL to the end: Prometheus refuses it, and the panel shows an error");
        }
    },
};
const readsGpu = (text) => (text.match(/\w+/g) ?? []).some(gpu_metric_name/* isGpuMetric */.$);

;// CONCATENATED MODULE: ./build/src/checks/dashboard-schema-version-outdated.js

const dashboardSchemaVersionOutdated = {
    id: "dashboard-schema-version-outdated",
    title: "A dashboard is of an old schema: Grafana rewrites it whenever it is shown.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { file, model } of ownDashboards(resolution)) {
            if (model.form !== "classic" && model.form !== "envelope")
                continue;
            const version = model.content["schemaVersion"];
            if (typeof version === "number" && version >= oldest)
                continue;
            const why = typeof version === "number" ? `its schemaVersion is ${version}` : "it has no schemaVersion";
            yield dashboardProblem(file, `${why}: Grafana migrates it by guesses whenever it is shown`, [
                ...model.root,
                "schemaVersion",
            ]);
        }
    },
};
/**
 * Since then data sources are named by an object with a uid.
 * https://github.com/grafana/grafana/blob/main/public/app/features/dashboard/state/DashboardMigrator.ts
 */
const oldest = 36;

;// CONCATENATED MODULE: ./build/src/checks/dashboard-title-duplicate.js

const dashboardTitleDuplicate = hopCheck({
    id: "dashboard-title-duplicate",
    title: "Two provisioned dashboards have the same title in the same folder: Grafana stops writing all of them.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-title-missing.js

const dashboardTitleMissing = hopCheck({
    id: "dashboard-title-missing",
    title: "A dashboard has no title where Grafana looks for it.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-uid-duplicate.js

const dashboardUidDuplicate = hopCheck({
    id: "dashboard-uid-duplicate",
    title: "Two provisioned dashboards have the same uid: Grafana stops writing all of them.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-uid-invalid.js

const dashboardUidInvalid = hopCheck({
    id: "dashboard-uid-invalid",
    title: "A dashboard's uid is one that Grafana refuses.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-uid-missing.js

const dashboardUidMissing = {
    id: "dashboard-uid-missing",
    title: "A dashboard has no uid: its address changes with every new Grafana.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { file, model } of ownDashboards(resolution))
            if ((model.form === "classic" || model.form === "v1-resource") && model.uid === null)
                yield dashboardProblem(file, "it has no uid: Grafana makes one up, another one with every new database, and links to the dashboard end nowhere", model.root);
    },
};

// EXTERNAL MODULE: ./build/src/core/sentence.js
var sentence = __webpack_require__(25431);
;// CONCATENATED MODULE: ./build/src/promql/measure.js
/**
 * Whether two are the same for all that matters: a tenth apart are powers of 1000 and of 1024,
 * which DCGM's own texts mix.
 */
const sameMeasure = (a, b) => a.dimension === b.dimension && Math.abs(Math.log(a.scale / b.scale)) < Math.log(1.1);
/** By what numbers in the first measure are multiplied to be in the second; null where they count different things. */
const factorBetween = (is, wanted) => is.dimension === wanted.dimension ? Number((is.scale / wanted.scale).toPrecision(12)) : null;

;// CONCATENATED MODULE: ./build/src/dcgm/measure.js

const measures = {
    hertz: { dimension: "frequency", scale: 1 },
    megahertz: { dimension: "frequency", scale: 1e6 },
    celsius: { dimension: "temperature", scale: 1 },
    watts: { dimension: "power", scale: 1 },
    joules: { dimension: "energy", scale: 1 },
    millijoules: { dimension: "energy", scale: 1e-3 },
    percent: { dimension: "share", scale: 0.01 },
    ratio: { dimension: "share", scale: 1 },
    bytes: { dimension: "size", scale: 1 },
    KB: { dimension: "size", scale: 1e3 },
    MiB: { dimension: "size", scale: 1024 ** 2 },
    "bytes/s": { dimension: "throughput", scale: 1 },
    "KB/s": { dimension: "throughput", scale: 1e3 },
    "MB/s": { dimension: "throughput", scale: 1e6 },
    seconds: { dimension: "time", scale: 1 },
    microseconds: { dimension: "time", scale: 1e-6 },
    nanoseconds: { dimension: "time", scale: 1e-9 },
};
const measureOf = (unit) => measures[unit];
/** In words: `MHz`, `percent`, else a multiple of the base unit. */
const measureName = ({ dimension, scale }) => {
    const named = Object.entries(measures).find(([, one]) => sameMeasure(one, { dimension, scale }))?.[0];
    return named ?? `${Number(scale.toPrecision(6))} \u00d7 ${bases[dimension]}`;
};
const bases = {
    frequency: "hertz",
    temperature: "celsius",
    power: "watts",
    energy: "joules",
    share: "ratio",
    size: "bytes",
    throughput: "bytes/s",
    time: "seconds",
};

;// CONCATENATED MODULE: ./build/src/promql/expression-measure.js



/**
 * What the values of an expression count, given what those of its metrics do; null where nothing certain can be said.
 */
const expressionMeasure = (node, measureOf) => {
    const of = (child) => child === undefined ? null : expressionMeasure(child, measureOf);
    switch (node.kind) {
        case "selector":
            return measureOf(node.selector);
        case "range":
        case "unary":
            return of(node.of);
        case "call":
            return keeping.has(node.name) ? of(seriesOf(node.args)) : ofRate(node, of);
        case "aggregate":
            return ["sum", "avg", "min", "max", "topk", "bottomk", "quantile"].includes(node.name)
                ? of(node.args.at(-1))
                : null;
        case "binary":
            return ofBinary(node, of);
        default:
            return null;
    }
};
/** Functions whose value is of the kind of their argument's. */
const keeping = new Set([
    ...["avg_over_time", "max_over_time", "min_over_time", "last_over_time", "first_over_time", "quantile_over_time"],
    ...["increase", "delta", "idelta", "abs", "ceil", "floor", "round", "clamp", "clamp_min", "clamp_max"],
    ...["label_replace", "label_join", "sort", "sort_desc", "scalar"],
]);
const seriesOf = (args) => args.find(({ kind }) => kind !== "number" && kind !== "string");
/** Energy per second is power, and time per second is a share. */
const ofRate = ({ name, args }, of) => {
    const measure = ["rate", "irate", "deriv"].includes(name) ? of(args[0]) : null;
    const dimension = measure === null ? undefined : perSecond[measure.dimension];
    return measure === null || dimension === undefined ? null : { dimension, scale: measure.scale };
};
const perSecond = {
    energy: "power",
    size: "throughput",
    time: "share",
};
const ofBinary = (node, of) => {
    const { op, left, right } = node;
    if (op === "*" || op === "/")
        return ofProduct(node, of);
    if (syntax/* comparisons */.lU.includes(op))
        return node.bool ? null : (of(left) ?? of(right));
    if (op === "and" || op === "unless")
        return of(left);
    if (!["+", "-", "or", "%"].includes(op))
        return null;
    const [a, b] = [of(left), of(right)];
    if (a !== null && b !== null)
        return sameMeasure(a, b) ? a : null;
    // `x or vector(0)`, `100 - x`: the constant is meant in the unit of the series.
    const other = a === null ? left : right;
    return expression_measure_isConstant(other) ? (a ?? b) : null;
};
const ofProduct = ({ op, left, right }, of) => {
    const [a, b] = [of(left), of(right)];
    const divided = op === "/";
    if (a !== null && b !== null)
        return divided && a.dimension === b.dimension ? { dimension: "share", scale: a.scale / b.scale } : null;
    const factor = (0,promql_threshold/* constantOf */.yi)(a === null ? left : right);
    const measure = divided && a === null ? null : (a ?? b);
    if (measure === null || factor === null || factor <= 0)
        return null;
    return { dimension: measure.dimension, scale: divided ? measure.scale * factor : measure.scale / factor };
};
const expression_measure_isConstant = (node) => (0,promql_threshold/* constantOf */.yi)(node) !== null || (node.kind === "call" && node.name === "vector" && node.args.every(expression_measure_isConstant));

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-promql.js
var dashboard_promql = __webpack_require__(45553);
// EXTERNAL MODULE: ./build/src/signal/rules/recorded-from.js
var recorded_from = __webpack_require__(86044);
;// CONCATENATED MODULE: ./build/src/signal/series/metric-measures.js




/**
 * What the values of a metric count: of the exporter's by their unit, of recorded ones by what they are recorded from;
 * null where that is not known.
 */
const metricMeasures = (world) => {
    const exported = new Map((world.exporter.metrics ?? []).map(({ name, unit }) => [name, unit]));
    const recordings = (0,recorded_from/* recordingsIn */.yV)(world);
    const recorded = (0,recorded_from/* answeredOnce */.fY)((_, { expr }) => expressionMeasure((0,parse_expression/* readExpression */.J)(expr).root, (selector) => of(selector.metric)));
    const of = (metric) => {
        if (metric === null)
            return null;
        const unit = exported.get(metric);
        if (unit !== undefined)
            return unit === null ? null : measureOf(unit);
        const last = recordings(metric).at(-1);
        return last === undefined ? null : recorded(metric, last, null);
    };
    return of;
};

;// CONCATENATED MODULE: ./build/src/checks/dashboard-unit-mismatch.js











const dashboardUnitMismatch = {
    id: "dashboard-unit-mismatch",
    title: "A panel shows GPU metrics in a unit that is not theirs.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const measureOfMetric = metricMeasures(resolution.world);
        for (const { file } of ownDashboards(resolution))
            for (const panel of (0,dashboard_panels/* panelsOf */.n)(file)) {
                const unit = unitOf(panel);
                const shown = unit === null ? undefined : units[unit];
                if (unit === null || shown === undefined)
                    continue;
                const measures = queriesOf(panel)
                    // What yields nothing shows nothing in a wrong unit.
                    .filter((root) => (0,can_yield/* canYield */.W)(root, resolution.known.exists).chance !== "no")
                    .map((root) => expressionMeasure(root, ({ metric }) => measureOfMetric(metric)));
                const [is] = measures;
                // Queries of several kinds cannot have one unit; what is wrong then is another matter.
                if (is === undefined || !measures.every((one) => one !== null && is !== null && sameMeasure(one, is)))
                    continue;
                if (is === null || sameMeasure(is, shown))
                    continue;
                yield {
                    ...dashboardProblem(file, `${panel.name} shows values in ${measureName(is)} with the unit ${unit}${wrongBy(is, shown)}`, [...panel.path, "fieldConfig", "defaults", "unit"]),
                    fix: { description: advice(is, shown), edits: [] },
                };
            }
    },
};
const queriesOf = ({ body }) => (0,json_fields/* objectsAt */.yR)(body, ["targets"]).map((target) => (0,dashboard_promql/* readPromql */.Y)((0,json_fields/* textAt */.$6)(target, ["expr"]) ?? "").expression.root);
/** The unit of all its fields; null where an override or a transformation may say otherwise. */
const unitOf = ({ body }) => {
    const transformations = (0,json_fields/* listOf */.c3)((0,kubernetes_manifest/* valueAt */.f)(body, ["transformations"]));
    const properties = (0,json_fields/* objectsAt */.yR)(body, ["fieldConfig", "overrides"]).flatMap((one) => (0,json_fields/* objectsAt */.yR)(one, ["properties"]));
    // The other properties (colour, name, axis) leave the values as they are.
    if (transformations.length > 0 || properties.some(({ id }) => id === "unit"))
        return null;
    return (0,json_fields/* textAt */.$6)(body, ["fieldConfig", "defaults", "unit"]);
};
const wrongBy = (is, shown) => {
    const factor = factorBetween(is, shown);
    return factor === null ? "" : `: what it shows is ${factorText(factor)}`;
};
const factorText = (factor) => factor > 1
    ? `${Number(factor.toPrecision(7))} times too small`
    : `${Number((1 / factor).toPrecision(7))} times too large`;
const advice = (is, shown) => {
    const fitting = Object.entries(units).find(([, one]) => sameMeasure(one, is))?.[0];
    const factor = factorBetween(is, shown);
    const multiply = factor === null ? null : `multiply the query by ${factor}`;
    const choose = fitting === undefined ? null : `choose the unit ${fitting}`;
    const both = [choose, multiply].filter((one) => one !== null).join(", or ");
    return both === "" ? "Choose the unit of what the query yields." : (0,sentence/* sentence */.e)(both);
};
/**
 * Grafana's names of units, where they are of a kind that GPU metrics have.
 * https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/valueFormats/categories.ts
 */
const units = {
    percent: measureOf("percent"),
    percentunit: measureOf("ratio"),
    mbytes: measureOf("MiB"),
    decmbytes: { dimension: "size", scale: 1e6 },
    bytes: measureOf("bytes"),
    decbytes: measureOf("bytes"),
    kbytes: { dimension: "size", scale: 1024 },
    deckbytes: measureOf("KB"),
    gbytes: { dimension: "size", scale: 1024 ** 3 },
    decgbytes: { dimension: "size", scale: 1e9 },
    binBps: measureOf("bytes/s"),
    Bps: measureOf("bytes/s"),
    KBs: measureOf("KB/s"),
    KiBs: { dimension: "throughput", scale: 1024 },
    MBs: measureOf("MB/s"),
    MiBs: { dimension: "throughput", scale: 1024 ** 2 },
    GBs: { dimension: "throughput", scale: 1e9 },
    GiBs: { dimension: "throughput", scale: 1024 ** 3 },
    hertz: measureOf("hertz"),
    rothz: measureOf("hertz"),
    rotkhz: { dimension: "frequency", scale: 1e3 },
    rotmhz: measureOf("megahertz"),
    rotghz: { dimension: "frequency", scale: 1e9 },
    celsius: measureOf("celsius"),
    watt: measureOf("watts"),
    mwatt: { dimension: "power", scale: 1e-3 },
    kwatt: { dimension: "power", scale: 1e3 },
    joule: measureOf("joules"),
    s: measureOf("seconds"),
    ms: { dimension: "time", scale: 1e-3 },
    \u00b5s: measureOf("microseconds"),
    ns: measureOf("nanoseconds"),
};

;// CONCATENATED MODULE: ./build/src/checks/dashboard-unresolved-input.js

const dashboardUnresolvedInput = hopCheck({
    id: "dashboard-unresolved-input",
    title: "A dashboard names a data source by a variable that nothing fills in.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/dashboard-v2-not-provisionable.js

const dashboardV2NotProvisionable = hopCheck({
    id: "dashboard-v2-not-provisionable",
    title: "A dashboard is in a format that Grafana's file provisioning refuses.",
    severity: "error",
});

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-queries.js
var dashboard_queries = __webpack_require__(49668);
;// CONCATENATED MODULE: ./build/src/checks/dashboard-variable-undefined.js





const dashboardVariableUndefined = {
    id: "dashboard-variable-undefined",
    title: "A query reads a variable that the dashboard does not have.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { file, model } of ownDashboards(resolution)) {
            const known = (0,grafana_variables/* variablesOf */.ht)(model.content);
            for (const { text, place } of (0,dashboard_queries/* dashboardPartsOf */.m)(model.content, model.root).queries) {
                // Its replacement has dollars of its own.
                if (text.includes("label_replace"))
                    continue;
                for (const { name, from, to } of (0,grafana_variables/* referencesIn */.ii)(text))
                    if (!known.has(name) && !isBuiltIn(name) && !isInput(model.content, name))
                        yield {
                            message: `${(0,dashboard_file/* dashboardName */.o)(file)}: a query reads the variable ${name}, and the dashboard has none of that name: the reference stays as it is, and finds nothing`,
                            at: file.json.inString(place(), { from, to }),
                            resource: file.object.ref,
                        };
            }
        }
    },
};
/**
 * https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables; digits are
 * groups of a regular expression.
 */
const isBuiltIn = (name) => name.startsWith("__") || /^\d+$/.test(name) || name === "timeFilter";
/** What the import dialog fills in is another check's. */
const isInput = ({ __inputs: inputs }, name) => Array.isArray(inputs) && inputs.some((input) => (0,kubernetes_manifest/* valueAt */.f)(input, ["name"]) === name);

;// CONCATENATED MODULE: ./build/src/checks/dcgm-label-renamed.js

const dcgmLabelRenamed = hopCheck({
    id: "dcgm-label-renamed",
    title: "An alert uses a label of GPU metrics by a name that this exporter version does not have.",
    severity: "error",
});

// EXTERNAL MODULE: ./build/src/dcgm/renamed-metrics.js + 1 modules
var renamed_metrics = __webpack_require__(77211);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-metrics.js + 2 modules
var gpu_metrics = __webpack_require__(78756);
// EXTERNAL MODULE: ./build/src/signal/series/metric-facts.js
var metric_facts = __webpack_require__(75483);
;// CONCATENATED MODULE: ./build/src/promql/expression-draft.js
/** A draft without changes. */
const openDraft = (text) => {
    const changes = [];
    const replace = ({ from, to }, by) => void changes.push({ from, to, text: by });
    return {
        replace,
        setNumber: (node, value) => replace(node, numberText(value)),
        dropOperators: (nodes) => {
            const spans = nodes.map((node) => withOperator(node, text));
            if (spans.includes(null))
                return false;
            for (const span of spans)
                if (span !== null)
                    replace(span, "");
            return true;
        },
        divide: (node, factor) => {
            const to = node.to + modifiersAt(text, node.to);
            // Behind `offset 5m` a multiplication could be one of the duration.
            const loose = to > node.to || (node.kind === "binary" && !["*", "/", "^"].includes(node.op));
            if (loose)
                addBefore(changes, text, node.from, "(");
            const by = factor > 1 ? ` / ${numberText(factor)}` : ` * ${numberText(1 / factor)}`;
            addAfter(changes, text, to, `${loose ? ")" : ""}${by}`);
        },
        changes: () => changes.toSorted((a, b) => a.from - b.from),
    };
};
const addBefore = (changes, text, at, added) => {
    const index = changes.findIndex(({ from }) => from === at);
    const known = changes[index] ?? { from: at, to: at + 1, text: text.slice(at, at + 1) };
    put(changes, index, { ...known, text: added + known.text });
};
const addAfter = (changes, text, at, added) => {
    const index = changes.findIndex(({ to }) => to === at);
    const known = changes[index] ?? { from: at - 1, to: at, text: text.slice(at - 1, at) };
    put(changes, index, { ...known, text: known.text + added });
};
const put = (changes, index, change) => {
    if (index === -1)
        changes.push(change);
    else
        changes[index] = change;
};
/**
 * From behind the left side, and the parentheses around it, to the end of the right one; null where
 * that stands in parentheses.
 */
const withOperator = ({ left, right }, text) => {
    const gap = /^([\s)]*)[*/]\s*$/.exec(text.slice(left.to, right.from));
    return gap === null ? null : { from: left.to + (gap[1] ?? "").trimEnd().length, to: right.to };
};
/** The length of `offset 5m` and `@ end()` behind a selector. */
const modifiersAt = (text, at) => /^(?:\s*(?:offset\s*(?:-\s*)?\w+|@\s*(?:start\(\)|end\(\)|[\d.]+)))*/i.exec(text.slice(at))?.[0].length ?? 0;
/** Without the dust of binary fractions: `0.9`, not `0.9000000000000001`. */
const numberText = (value) => String(Number(value.toPrecision(12)));

;// CONCATENATED MODULE: ./build/src/promql/linear-functions.js
/** Functions whose value is so many times as large when that of their argument is. */
const linear = new Set([
    ...["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear"],
    ...["avg_over_time", "min_over_time", "max_over_time", "sum_over_time", "last_over_time", "first_over_time"],
    ...["quantile_over_time", "stddev_over_time", "mad_over_time", "abs", "sort", "sort_desc"],
    ...["label_replace", "label_join", "sort_by_label", "sort_by_label_desc", "scalar", "vector"],
]);
/** Functions that do not look at values, or only at whether they differ. */
const blind = new Set([
    ...["absent", "absent_over_time", "present_over_time", "count_over_time", "changes", "resets", "timestamp", "sgn"],
]);
/** The same of aggregations. */
const linearAggregates = new Set([
    ...["sum", "avg", "min", "max", "topk", "bottomk", "limitk", "limit_ratio", "quantile", "stddev"],
]);

;// CONCATENATED MODULE: ./build/src/promql/rescale.js




/**
 * Has an expression read other metrics whose unit is another, as changes of its text. With `keep: "series"` the same
 * series come out, and constants that they are compared with are brought to the new unit: `util > 90` becomes
 * `util_ratio > 0.9`. With `keep: "values"` they come out with the values they had: `util_ratio * 100 > 90`. Null where
 * neither is certain: functions that are not linear, sums of what changes and what does not.
 */
const rescale = ({ text, root }, newOf, keep) => {
    const draft = openDraft(text);
    const task = { newOf, keep, draft };
    const factor = keep === "series" ? ofAlert(root, task) : factorOf(root, task);
    if (factor === null)
        return null;
    if (keep === "values" && factor !== 1 && factor !== "free")
        draft.divide(valuesOf(root), factor);
    return draft.changes();
};
/** Of an alert only what it fires for counts, not the value: the sides of `or` need not agree. */
const ofAlert = (node, task) => {
    if (node.kind !== "binary" || !syntax/* setOperators */.iK.includes(node.op))
        return factorOf(node, task);
    const sides = [ofAlert(node.left, task), ofAlert(node.right, task)];
    return sides.includes(null) ? null : 1;
};
const factorOf = (node, task) => {
    switch (node.kind) {
        case "number":
        case "string":
            return "free";
        case "selector":
            return ofSelector(node.selector, task);
        case "range":
        case "unary":
            return factorOf(node.of, task);
        case "call":
            return ofCall(node, task);
        case "aggregate":
            return ofAggregate(node, task);
        case "binary":
            return rescale_ofBinary(node, task);
        default:
            return null;
    }
};
const ofSelector = (selector, { newOf, draft }) => {
    const fresh = newOf(selector);
    if (fresh === null)
        return 1;
    if (selector.name === null)
        return null;
    draft.replace(selector.name, fresh.name);
    return fresh.factor;
};
const ofCall = ({ name, args }, task) => {
    const factors = args.map((arg) => factorOf(arg, task)).filter((one) => one !== "free");
    if (factors.includes(null))
        return null;
    const [factor = "free"] = factors;
    if (factors.some((one) => one !== factor))
        return null;
    if (factor === 1 || factor === "free" || linear.has(name))
        return factor;
    return blind.has(name) ? 1 : null;
};
const ofAggregate = ({ name, args }, task) => {
    const [factor = null, ...parameters] = args.map((arg) => factorOf(arg, task)).toReversed();
    if (parameters.some((one) => one !== "free" && one !== 1))
        return null;
    if (factor === null || factor === 1 || factor === "free" || linearAggregates.has(name))
        return factor;
    return ["count", "group"].includes(name) ? 1 : null;
};
const rescale_ofBinary = (node, task) => {
    const { base, links } = chainOf(node);
    if (links.length > 0)
        return ofChain(base, links, task);
    const { op, left, right } = node;
    const [a, b] = [factorOf(left, task), factorOf(right, task)];
    if (a === null || b === null)
        return null;
    if (a === "free" && b === "free")
        return "free";
    if (op === "*" || op === "/")
        return rescale_ofProduct(node, a, b, task);
    if (op === "and" || op === "unless")
        return a;
    if (op === "^" || op === "atan2")
        return [a, b].every((one) => one === "free" || one === 1) ? 1 : null;
    return ofAlike(node, a, b, task);
};
/**
 * A constant takes the factor up, so that the value stays: `used / 1024` in MiB is `used / 1073741824` in bytes, and
 * `used * 1024 * 1024` is `used`.
 */
const rescale_ofProduct = ({ op, left, right }, a, b, { draft }) => {
    if (a !== "free" && b !== "free")
        return op === "*" ? a * b : a / b;
    const value = (0,promql_threshold/* constantOf */.yi)(a === "free" ? left : right);
    if (value === null)
        return null;
    const factor = Number(a === "free" ? b : a);
    if (factor !== 1)
        draft.setNumber(a === "free" ? left : right, op === "*" ? value / factor : value * factor);
    return 1;
};
/** Constants behind it, one after the other: what they make together counts. */
const ofChain = (base, links, task) => {
    const factor = factorOf(base, task);
    if (factor === null || factor === "free" || factor === 1)
        return factor;
    const rest = links.reduce((product, { node, value }) => (node.op === "*" ? product * value : product / value), 1 / factor);
    if (numberText(rest) === "1" && task.draft.dropOperators(links.map(({ node }) => node)))
        return 1;
    const [last] = links;
    if (last !== undefined)
        task.draft.setNumber(last.node.right, last.node.op === "*" ? last.value / factor : last.value * factor);
    return 1;
};
/** Both sides have to have one unit. */
const ofAlike = (node, a, b, task) => {
    const { op, left, right, bool } = node;
    const factor = a === "free" ? b : a;
    if (factor === "free")
        return null;
    const result = syntax/* comparisons */.lU.includes(op) && bool ? 1 : factor;
    if (a === b || factor === 1)
        return a === b || a === "free" || b === "free" ? result : bringBoth(node, a, b, task);
    if (task.keep === "values" || (a !== "free" && b !== "free"))
        return bringBoth(node, a, b, task);
    const constant = inVector(a === "free" ? left : right);
    const value = (0,promql_threshold/* constantOf */.yi)(constant);
    if (value === null)
        return null;
    if (value !== 0)
        task.draft.setNumber(constant, value * factor);
    return result;
};
/** Both sides back to the units they had. */
const bringBoth = ({ left, right }, a, b, { draft }) => {
    if (a !== "free" && a !== 1)
        draft.divide(left, a);
    if (b !== "free" && b !== 1)
        draft.divide(right, b);
    return 1;
};
/** What stands before the constants that a product ends with, and these, the last one first. */
const chainOf = (node) => {
    const value = node.kind === "binary" && ["*", "/"].includes(node.op) ? (0,promql_threshold/* constantOf */.yi)(node.right) : null;
    if (node.kind !== "binary" || value === null || value === 0 || (0,promql_threshold/* constantOf */.yi)(node.left) !== null)
        return { base: node, links: [] };
    const { base, links } = chainOf(node.left);
    return { base, links: [{ node, value }, ...links] };
};
/** The constant that `vector(\u2026)` makes a series of. */
const inVector = (node) => node.kind === "call" && node.name === "vector" ? (node.args[0] ?? node) : node;
/** What passes `and` and `unless` has the values of the left side. */
const valuesOf = (node) => node.kind === "binary" && ["and", "unless"].includes(node.op) ? valuesOf(node.left) : node;

;// CONCATENATED MODULE: ./build/src/signal/series/metric-migration.js

/**
 * The changes by which an expression reads what the exporter calls otherwise, in its new unit; null where it is not
 * certain what it would have to say. An alert fires in the same moments as before, and where its texts print the value,
 * and in records and panels, the values stay what they were: others depend on them.
 */
const migration = ({ kind, expression, rule }, known) => {
    if (!expression.complete)
        return null;
    const printed = rule !== null && metric_migration_printsValue.test(Object.values({ ...rule.annotations, ...rule.labels }).join("\n"));
    return rescale(expression, ({ metric }) => {
        const renamed = metric === null ? undefined : known.factsOf(metric).renamed;
        if (renamed === undefined)
            return null;
        // Of a variable's query the labels count.
        return kind === "variable" ? { name: renamed.name, factor: 1 } : renamed;
    }, kind === "alert" && !printed ? "series" : "values");
};
/**
 * The value of the alert, or of a query, in a template.
 * https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
const metric_migration_printsValue = /\$value\b|\.Value\b/;

;// CONCATENATED MODULE: ./build/src/checks/dcgm-metric-renamed.js







const dcgmMetricRenamed = {
    id: "dcgm-metric-renamed",
    title: "An expression reads a GPU metric by the name that another exporter release has for it.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { known, world }, resolution }) {
        for (const used of usedExpressions(resolution)) {
            // Both names in one expression, joined by `or`, serve both releases.
            const isRenamed = (metric) => known.factsOf(metric).renamed !== undefined;
            const [first, ...others] = (0,can_yield/* decisiveSelectors */.l)(used.expression.root, isRenamed);
            const { renamed, status } = known.factsOf(first?.metric ?? "");
            if (first === undefined || renamed === undefined)
                continue;
            const metrics = new Set(others.map(({ metric }) => metric));
            metrics.delete(first.metric);
            const more = metrics.size === 0 ? "" : `, and ${metrics.size} more that it reads have other names too`;
            const changes = migration(used, known);
            const description = changes === null
                ? `${(0,metric_facts/* migrationText */.me)(renamed)} What the expression becomes depends on what it means.`
                : (0,metric_facts/* migrationText */.me)(renamed);
            const who = status === "unknown" ? `dcgm-exporter ${renamed_metrics/* renamingRelease */.tm} and later` : (0,gpu_metrics/* exporterName */.BT)(world);
            yield expressionProblem(used, first.name ?? first, `${who} ${status === "unknown" ? "export" : "exports"} ${first.metric} as ${renamed.name}${more}`, {
                // Whether the exporter's list of counters brings the new names is not known then.
                ...(status === "unknown" && { severity: "warning" }),
                fix: expressionFix(used, description, changes ?? []),
            });
        }
    },
};

// EXTERNAL MODULE: ./build/src/signal/metrics/aim.js
var aim = __webpack_require__(83824);
// EXTERNAL MODULE: ./build/src/text/parse-yaml.js + 3 modules
var parse_yaml = __webpack_require__(30260);
;// CONCATENATED MODULE: ./build/src/signal/metrics/additional-config.js




/**
 * Whether `additionalScrapeConfigs` of a Prometheus, plain Prometheus configuration in a Secret, may bring the GPU
 * exporter: a job speaks of it, or searches where it is. A Secret that is not in the render may hold anything.
 */
const mayScrapeExporter = (prometheus, world) => {
    const reference = (0,kubernetes_manifest/* valueAt */.f)(prometheus.body, ["spec", "additionalScrapeConfigs"]);
    if (!(0,kubernetes_manifest/* isObject */.G)(reference))
        return false;
    const secret = (0,namespaces/* objectIn */.D7)(world, "Secret", (0,namespaces/* namespaceOf */.N6)(prometheus, world), String(reference["name"]));
    if (secret === undefined)
        return true;
    const { documents, errors } = (0,parse_yaml/* parseYaml */.h)(textIn(secret, String(reference["key"])), "additional-scrape-configs.yaml");
    return (errors.length > 0 ||
        documents.some(({ value }) => (0,json_fields/* objectsAt */.yR)(value, []).some((job) => speaksOfIt(job) || searches(job, world))));
};
const textIn = ({ body }, key) => {
    const encoded = (0,json_fields/* textAt */.$6)(body, ["data", key]);
    return encoded === null ? (0,json_fields/* textOrEmpty */._c)(body, ["stringData", key]) : Buffer.from(encoded, "base64").toString("utf8");
};
const speaksOfIt = (job) => /dcgm|nvidia|\bgpus?\b|:9400\b/i.test(JSON.stringify(job));
/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const searches = (job, { exporter }) => {
    const homes = exporter.objects.flatMap(({ metadata }) => (0,json_fields/* textAt */.$6)(metadata, ["namespace"]) ?? []);
    return (0,json_fields/* objectsAt */.yR)(job, ["kubernetes_sd_configs"]).some((one) => {
        if (!/^(?:endpoints|endpointslice|pod|service)$/.test((0,json_fields/* textOrEmpty */._c)(one, ["role"])))
            return false;
        const names = (0,json_fields/* textsAt */.i1)(one, ["namespaces", "names"]);
        return names.length === 0 || homes.length === 0 || names.some((name) => homes.includes(name));
    });
};

;// CONCATENATED MODULE: ./build/src/signal/metrics/dcgm-monitors.js


/**
 * True where something in the render tells Prometheus to scrape a DCGM exporter, or may; whether it reaches one is not
 * judged here.
 */
const scrapesDcgm = (world) => {
    const rendered = (kind) => world.ofKind(kind).filter(({ manifest }) => manifest !== null);
    return (["ServiceMonitor", "PodMonitor", "ScrapeConfig"].flatMap(rendered).some(aim/* aimsAtDcgm */.d9) ||
        rendered("Prometheus").some((prometheus) => mayScrapeExporter(prometheus, world)));
};

// EXTERNAL MODULE: ./build/src/signal/scrape/endpoint-path.js
var endpoint_path = __webpack_require__(95203);
// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
// EXTERNAL MODULE: ./build/src/signal/scrape/targets.js
var scrape_targets = __webpack_require__(15410);
// EXTERNAL MODULE: ./build/src/dcgm/tree-wishes.js
var tree_wishes = __webpack_require__(25342);
// EXTERNAL MODULE: ./build/src/signal/operator/selection-hops.js
var selection_hops = __webpack_require__(78531);
;// CONCATENATED MODULE: ./build/src/checks/own/exporters-monitor.js





/**
 * The monitor that the exporter brings and no Prometheus selects; null where it brings none, `unseen` where the tree's
 * values turn on one of which nothing more is known here.
 */
const unselectedMonitor = ({ render, resolution }) => {
    const { world } = resolution;
    const bodies = (0,render_render/* allManifests */.m)(render).map(({ body }) => body);
    const isOn = {
        "gpu-operator": (0,tree_wishes/* operatorWishes */.s4)(world.exporter.values, bodies).monitor.enabled === true,
        "dcgm-exporter": (0,tree_wishes/* chartWishes */.Ck)(world.exporter.values).monitor.enabled === true,
    };
    const { source } = world.exporter;
    const declared = source === "gpu-operator" || source === "dcgm-exporter" ? isOn[source] : false;
    if (!declared && Object.values(isOn).includes(true))
        return "unseen";
    const object = ["ServiceMonitor", "PodMonitor"]
        .flatMap((kind) => world.ofKind(kind))
        .find((monitor) => monitor.manifest === null && (0,aim/* aimsAtDcgm */.d9)(monitor));
    if (object === undefined)
        return declared ? "unseen" : null;
    const why = (0,selection_hops/* whyNotSelected */.j)(object, (0,monitor_selection/* selectionOf */.Wm)(object.ref.kind), world);
    return why === null ? null : { object, why, at: declared ? (0,tree_wishes/* monitorWishAt */.zI)(world.exporter.values) : null };
};

;// CONCATENATED MODULE: ./build/src/checks/dcgm-servicemonitor-missing.js









const dcgmServicemonitorMissing = {
    id: "dcgm-servicemonitor-missing",
    title: "No ServiceMonitor, PodMonitor or ScrapeConfig aims at a DCGM exporter.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "render", "resolution"],
    cannotJudge: notAllRendered,
    *find(subject) {
        const { stack, resolution } = subject;
        const { world } = resolution;
        // The exporter may bring a monitor of its own, and this Prometheus may select it.
        if ((0,scraped_targets/* scrapedTargets */.f8)(world).gpu.length > 0)
            return;
        if (scrapesDcgm(world)) {
            const lost = lostTargets(subject);
            if (lost !== null)
                yield lost;
            return;
        }
        // Another system scrapes where the stack has no Prometheus; whether it should have one is told by another check.
        if (["Prometheus", "PrometheusAgent"].every((kind) => world.ofKind(kind).length === 0))
            return;
        const monitor = unselectedMonitor(subject);
        if (monitor === null)
            yield missing(stack);
        else if (monitor !== "unseen")
            yield notSelected(monitor, stack, world);
    },
};
/**
 * Monitors of the tree aim at the exporter, no hop of their ways is broken or unknown, and yet they have no target:
 * whatever takes the targets away, signals end there, and no other check tells it.
 */
const lostTargets = ({ resolution: { world, paths } }) => {
    if (!world.exporter.known || (0,scraped_targets/* scrapedTargets */.f8)(world).unseen !== null)
        return null;
    const aiming = ["ServiceMonitor", "PodMonitor"]
        .flatMap((kind) => world.ofKind(kind))
        .filter((monitor) => (0,world_world/* isOwn */.N)(monitor) && (0,aim/* aimsAtDcgm */.d9)(monitor));
    const refs = new Set(aiming.map(({ ref }) => ref));
    const ways = paths.filter(({ signal, resource }) => signal === "metrics" && refs.has(resource));
    const [first] = aiming;
    if (first === undefined || ways.some(({ status }) => status !== "ok"))
        return null;
    if (aiming.some((monitor) => (0,scrape_targets/* predictTargets */.e)(monitor, world).length > 0))
        return null;
    const ended = paths.filter(({ hops }) => hops.some(({ hop, status, check }) => hop === "metrics-are-exported" && status === "broken" && check === undefined));
    const [one] = ended;
    if (one === undefined)
        return null;
    const at = first.locate((0,endpoint_path/* endpointPath */.nM)(first, 0));
    return {
        message: `${(0,finding/* nameOf */.Vb)(first.ref)} aims at ${world.exporter.name}, and Prometheus gets no target by it: ${one.subject}${ended.length > 1 ? ` and ${ended.length - 1} more` : ""} will never have a sample`,
        ...(at === null ? {} : { at }),
        resource: first.ref,
    };
};
const missing = (stack) => ({
    message: "No ServiceMonitor, PodMonitor or ScrapeConfig aims at NVIDIA's DCGM exporter: Prometheus gets no GPU metric from this tree",
    at: absenceAt(stack, "servicemonitors"),
    fix: {
        description: "Add a ServiceMonitor that selects app: nvidia-dcgm-exporter (port gpu-metrics, namespace gpu-operator) for the gpu-operator, or app.kubernetes.io/name: dcgm-exporter (port metrics) for the standalone chart",
        edits: [],
    },
});
/** A second monitor beside one that is there would scrape everything twice as soon as both are selected. */
const notSelected = ({ object, why, at }, stack, { exporter }) => {
    const key = `${exporter.source === "gpu-operator" ? "dcgmExporter." : ""}serviceMonitor`;
    const own = at === null ? ", or turn it off there and add one to the tree" : ": a second one is not needed";
    return {
        message: `${(0,finding/* nameOf */.Vb)(object.ref)}, which comes with ${exporter.name}, is there, and no Prometheus selects it (${why}): Prometheus gets no GPU metric`,
        at: at ?? absenceAt(stack, "servicemonitors"),
        fix: {
            description: `Have Prometheus select it, e.g. by the labels that ${key}.additionalLabels in the exporter's values gives it${own}`,
            edits: [],
        },
    };
};

;// CONCATENATED MODULE: ./build/src/checks/dcgm-unknown-field.js




const dcgmUnknownField = {
    id: "dcgm-unknown-field",
    title: "An expression reads a DCGM field that no release of DCGM has.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { known }, resolution }) {
        for (const used of usedExpressions(resolution)) {
            const decisive = (0,can_yield/* decisiveSelectors */.l)(used.expression.root, (metric) => known.factsOf(metric).noField === true);
            const names = Map.groupBy(decisive, ({ metric }) => metric);
            for (const [name, selectors] of names) {
                const [first] = selectors;
                if (first === undefined || name === null)
                    continue;
                const facts = known.factsOf(name);
                const certain = (0,metric_facts/* certainlyMeant */.p_)(facts);
                const changes = selectors.flatMap((one) => one.name === null || certain === undefined ? [] : [{ ...one.name, text: certain }]);
                yield expressionProblem(used, first.name ?? first, `DCGM has no field ${name}, in any release`, {
                    fix: expressionFix(used, `${(0,metric_facts/* adviceOn */.ik)(name, facts)}.`, changes),
                });
            }
        }
    },
};

// EXTERNAL MODULE: ./build/src/dcgm/xid-codes.js + 1 modules
var xid_codes = __webpack_require__(38631);
// EXTERNAL MODULE: ./build/src/dcgm/optional-counters.js
var optional_counters = __webpack_require__(57156);
// EXTERNAL MODULE: ./build/src/dcgm/xid-metrics.js
var xid_metrics = __webpack_require__(52871);
;// CONCATENATED MODULE: ./build/src/checks/own/last-xid.js



/** Comparisons of the gauge of the last XID that hold for any code. */
const anyLastXid = (root) => (0,promql_threshold/* thresholdsIn */.E8)(root).filter(({ of, op, value }) => {
    if (of.kind !== "selector" || !xid_metrics/* lastXid */.Yu.includes(of.selector.metric ?? ""))
        return false;
    // These name codes, too.
    if (of.selector.matchers.some(({ name }) => name === xid_metrics/* xidLabels */.nn.gauge || name === "err_msg"))
        return false;
    return (0,xid_metrics/* holdsForAny */.IC)(op, value);
});
/** How to ask for codes by what counts each: the expression, and the row that switches its metric on. */
const countedInstead = ({ exporter }, codes) => {
    const exported = new Set(exporter.metrics?.map(({ name }) => name));
    const matcher = codes.length === 1 ? `xid="${codes[0]}"` : `xid=~"${codes.join("|")}"`;
    const within = `max_over_time(${xid_metrics/* xidsInWindow */._0.name}{${matcher}}[1h]) > 0`;
    const total = `${xid_metrics/* xidsInTotal */.ul.name}{${matcher}}`;
    const since = `increase(${total}[1h]) > 0 or (${total} unless ${total} offset 1h)`;
    if (exported.has(xid_metrics/* xidsInWindow */._0.name))
        return `Ask what counts each code: ${within}.`;
    // The first XID of a code brings its series.
    if (exported.has(xid_metrics/* xidsInTotal */.ul.name))
        return `Ask what counts each code: ${since}.`;
    return `Ask what counts each code, ${within}, and switch it on by the row \`${(0,optional_counters/* rowOf */.OB)(xid_metrics/* xidsInWindow */._0)}\` in the exporter's list of counters (dcgm-exporter ${xid_metrics/* xidsInWindow */._0.since} and newer; from ${xid_metrics/* xidsInTotal */.ul.since} on there is ${xid_metrics/* xidsInTotal */.ul.name}, too).`;
};

;// CONCATENATED MODULE: ./build/src/checks/dcgm-xid-sticky.js




const dcgmXidSticky = {
    id: "dcgm-xid-sticky",
    title: "An alert takes the last XID for an event: it never resolves, and any XID wakes somebody.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const hardware = xid_codes/* xidCodes */.ik.filter(({ need }) => need === "hardware").map(({ code }) => code);
        for (const used of usedExpressions(resolution)) {
            if (used.kind !== "alert")
                continue;
            for (const { of, node } of anyLastXid(used.expression.root)) {
                const metric = of.kind === "selector" ? of.selector.metric : null;
                yield expressionProblem(used, node, `${metric} holds the code of the last XID until the exporter restarts: this fires for any XID, an application's own crash included, and never resolves`, { fix: { description: countedInstead(resolution.world, hardware), edits: [] } });
            }
        }
    },
};

// EXTERNAL MODULE: ./build/src/core/project.js
var project = __webpack_require__(77157);
// EXTERNAL MODULE: ./build/src/inventory/dashboard-areas.js + 1 modules
var dashboard_areas = __webpack_require__(51619);
// EXTERNAL MODULE: ./build/src/inventory/dashboards.js
var dashboards = __webpack_require__(44648);
// EXTERNAL MODULE: ./build/src/inventory/inventory.js
var inventory = __webpack_require__(35905);
;// CONCATENATED MODULE: ./build/src/checks/default-dashboard-missing.js






const ownGpuDashboard = `${project/* projectAddress */.O}/tree/main/fixtures/prometheus-stack/overlays/dashboards`;
const defaultDashboardMissing = {
    id: "default-dashboard-missing",
    title: "No dashboard shows the cluster overview, the nodes, the pods, the API server or the GPUs.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "render"],
    cannotJudge: ({ render }) => notAllRendered({ render }) ??
        ((0,dashboards/* downloadsDashboards */.P)(render)
            ? "Grafana downloads dashboards when it starts: what is in them cannot be seen here"
            : null),
    *find({ stack, render }) {
        // Without Grafana no dashboard is shown at all: component-missing says so.
        if (!(0,inventory/* components */.d)(render).some(({ name, present }) => name === "Grafana" && present))
            return;
        const found = (0,inventory/* defaultDashboards */.n)(render);
        for (const area of dashboard_areas/* dashboardAreas */.Z)
            if (found.find((one) => one.area === area.area)?.found.length === 0)
                yield area.area === "gpu" ? noGpuDashboard(stack) : noChartDashboard(stack, area);
    },
};
const noGpuDashboard = (stack) => ({
    message: "No dashboard shows GPU metrics (DCGM_FI_\u2026): kube-prometheus-stack brings none, though its dashboards are often believed to include one",
    at: absenceAt(stack, "dashboards"),
    fix: { description: `Add one to overlays/dashboards; a dashboard to start from: ${ownGpuDashboard}`, edits: [] },
});
const noChartDashboard = (stack, { name, values }) => {
    const told = values.filter((key) => (0,value_sources/* setAt */.ef)(stack, key) !== null);
    const keys = (told.length > 0 ? told : values).map((key) => `${key.join(".")}: true`);
    return {
        message: `No dashboard shows ${name}: with these values the chart brings none, and neither does an overlay`,
        at: (0,value_sources/* governedAt */.QY)(stack, values),
        fix: {
            description: `Set ${keys.join(" and ")} in the release's values, or add a dashboard to overlays/dashboards`,
            edits: [],
        },
    };
};

;// CONCATENATED MODULE: ./build/src/checks/file-unreadable.js

const fileUnreadable = {
    id: "file-unreadable",
    title: "A file of the tree could not be read (too large, binary, or a link that leaves the repository), so nothing in it was checked.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        for (const { file, message } of stack.unreadable)
            yield { message: `${message} What is in it was not checked.`, at: topOf(file) };
    },
};

// EXTERNAL MODULE: ./build/src/signal/alerts/gpu-coverage.js + 2 modules
var gpu_coverage = __webpack_require__(25478);
;// CONCATENATED MODULE: ./build/src/checks/gpu-alert-coverage-missing.js



const gpuAlertCoverageMissing = {
    id: "gpu-alert-coverage-missing",
    title: "A class of GPU failures has no alert.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "render", "resolution"],
    cannotJudge: notAllRendered,
    options: {
        required: {
            type: "list",
            description: "Classes of GPU failures that need an alert",
            default: ["xid", "temperature", "uncorrectable-memory"],
            allowed: failure_classes/* failureClassIds */.Hk,
        },
    },
    *find({ stack, resolution }, options) {
        const coverage = (0,gpu_coverage/* gpuCoverage */.T)(resolution);
        // A tree without any GPU alert is told of that.
        if (coverage.every((one) => one.status === "none" || one.class === failure_classes/* exporterGone */.ZF.id))
            return;
        const required = options.list("required");
        const missing = coverage.filter((one) => required.includes(one.class) && one.status === "none");
        if (missing.length === 0)
            return;
        yield {
            message: `No alert of the tree speaks of ${missing.map((one) => `${one.title} (${one.class})`).join(", ")}`,
            at: absenceAt(stack, "alerting"),
            fix: {
                description: `Add alerts for them, or name the classes that you need in the option required.${rowsFor(missing)}`,
                edits: [],
            },
        };
    },
};
/** What a list of counters needs for classes that the exporter exports nothing of. */
const rowsFor = (missing) => {
    const rows = missing.flatMap(({ title, turnedOnBy }) => turnedOnBy === null ? [] : [`${title}: \`${turnedOnBy.row}\` (dcgm-exporter ${turnedOnBy.since} and newer)`]);
    return rows.length === 0
        ? ""
        : ` The exporter exports nothing of some by default; a row in its list of counters turns it on: ${rows.join("; ")}.`;
};

;// CONCATENATED MODULE: ./build/src/dcgm/class-urgency.js
/**
 * Classes whose action NVIDIA states; XIDs have theirs by code, in xid-codes.ts.
 * https://docs.nvidia.com/deploy/a100-gpu-mem-error-mgmt/error-recovery-and-response-flags.html
 */
const classUrgencies = [
    {
        class: "recovery-action",
        when: "now",
        why: "the GPU asks for a reset, its node for a reboot, and until then its jobs fail",
    },
    {
        class: "row-remap-failed",
        when: "soon",
        why: "the bank has no spare row left, which is a reason to replace the GPU",
    },
    {
        class: "row-remap-pending",
        when: "later",
        why: "the row is replaced at the next reset, and until then jobs run on as before",
    },
];

// EXTERNAL MODULE: ./build/src/signal/alerts/failure-class.js
var failure_class = __webpack_require__(692);
// EXTERNAL MODULE: ./build/src/signal/alerts/paging.js
var paging = __webpack_require__(29331);
;// CONCATENATED MODULE: ./build/src/checks/own/paging-option.js

/** The option `severities` of checks that ask whether an alert wakes somebody. */
const pagingOption = {
    type: "list",
    description: "Values of the label severity that page somebody",
    default: paging/* pagingSeverities */.Y,
};

;// CONCATENATED MODULE: ./build/src/checks/gpu-alert-severity-mismatch.js





const gpuAlertSeverityMismatch = {
    id: "gpu-alert-severity-mismatch",
    title: "A GPU alert is more, or less, urgent than what NVIDIA has done about its failure.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    options: {
        severities: pagingOption,
    },
    *find({ resolution }, options) {
        const paging = options.list("severities");
        const recordings = (0,recorded_from/* recordingsIn */.yV)(resolution.world);
        for (const alert of ownAlerts(resolution)) {
            const { severity = "" } = alert.labels;
            const urgency = urgencyOf(alert, recordings);
            const wanted = urgency === undefined ? null : wantedInstead(urgency, severity, paging);
            if (urgency === undefined || wanted === null)
                continue;
            yield {
                ...ruleProblem(alert, resolution, `its severity is ${severity}, and ${urgency.why}`, ["labels", "severity"]),
                fix: { description: wanted, edits: [] },
            };
        }
    },
};
/** That of an alert that speaks of one class alone. */
const urgencyOf = (alert, recordings) => {
    const classes = (0,failure_class/* classesOf */.O)(alert, recordings);
    return classes.size === 1 ? classUrgencies.find((one) => classes.has(one.class)) : undefined;
};
/** What the severity is to be; null where it fits, or only its authors can read it. */
const wantedInstead = ({ when }, severity, paging) => {
    const pages = paging.includes(severity);
    switch (when) {
        case "now":
            return !pages && (severity === "warning" || isInfo(severity)) ? `Page for it: ${paging.join(" or ")}.` : null;
        case "soon":
            return isInfo(severity) ? "Make it at least a warning, which somebody reads." : null;
        case "later":
            return pages ? "Make it a warning: it can wait until the GPU is free." : null;
    }
};
/** Severities that everybody reads as no call to act. */
const isInfo = (severity) => severity === "info" || severity === "none";

;// CONCATENATED MODULE: ./build/src/checks/gpu-exporter-absent-alert-missing.js



const gpuExporterAbsentAlertMissing = {
    id: "gpu-exporter-absent-alert-missing",
    title: "No alert notices that the GPU exporter, or all of its metrics, are gone.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "render", "resolution"],
    cannotJudge: notAllRendered,
    *find({ stack, resolution }) {
        const coverage = (0,gpu_coverage/* gpuCoverage */.T)(resolution);
        const others = coverage.filter((one) => one.class !== failure_classes/* exporterGone */.ZF.id);
        const gone = coverage.find((one) => one.class === failure_classes/* exporterGone */.ZF.id);
        if (gone?.status !== "none" || others.every(({ status }) => status === "none"))
            return;
        yield {
            message: "No alert notices that the metrics of the GPU exporter are gone: then none of the other GPU alerts can fire, and all looks well",
            at: absenceAt(stack, "alerting"),
            fix: {
                description: "Add an alert on absent(DCGM_FI_DEV_GPU_TEMP), and one on up of the exporter's job being 0.",
                edits: [],
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/inventory/grafana-alerting.js


/**
 * Whether a Grafana of the render is given alert rules of its own, by the chart's sidecar for alerts or by a file: it
 * evaluates and notifies by itself, and those rules are not read here.
 * https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/
 */
const hasGrafanaAlerting = (render) => (0,render_render/* allManifests */.m)(render).some(isProvisioned);
const isProvisioned = ({ ref, body }) => {
    if (ref.kind !== "Deployment" && ref.kind !== "StatefulSet")
        return false;
    const mounts = (0,json_fields/* objectsAt */.yR)(body, ["spec", "template", "spec", "containers"]).flatMap((container) => (0,json_fields/* objectsAt */.yR)(container, ["volumeMounts"]));
    return mounts.some((mount) => String(mount["mountPath"]).startsWith("/etc/grafana/provisioning/alerting"));
};

;// CONCATENATED MODULE: ./build/src/checks/gpu-rules-missing.js







const gpuRulesMissing = {
    id: "gpu-rules-missing",
    title: "No alert reads a metric of the DCGM exporter: nobody is told when a GPU fails.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "render", "resolution"],
    cannotJudge: notAllRendered,
    *find({ stack, render, resolution }) {
        if (hasGpuAlert(resolution))
            return;
        const elsewhere = hasGrafanaAlerting(render);
        yield {
            message: `No alert in a PrometheusRule reads a GPU metric (DCGM_FI_\u2026 or DCGM_EXP_\u2026): nobody is told when a GPU fails${elsewhere ? ", unless Grafana's own alert rules tell, which are not read here" : ""}`,
            ...(elsewhere ? { severity: "warning" } : {}),
            at: absenceAt(stack, "alerting"),
            fix: {
                description: "Add a PrometheusRule to overlays/alerting with alerts on e.g. DCGM_FI_DEV_XID_ERRORS and DCGM_FI_DEV_GPU_TEMP",
                edits: [],
            },
        };
    },
};
/** Directly, or through recording rules that read a GPU metric themselves. */
const hasGpuAlert = ({ world }) => (0,rule_entries/* ruleEntries */.F)(world)
    .filter(({ kind }) => kind === "alert")
    // The tree's own first: they are read already, and reading all of the chart's takes 25 ms.
    .toSorted((a, b) => Number((0,world_world/* isOwn */.N)(b.object)) - Number((0,world_world/* isOwn */.N)(a.object)))
    .some(({ expr }) => {
    const { records, leaves } = (0,recorded_from/* recordedFrom */.dM)(expr, (0,recorded_from/* recordingsIn */.yV)(world));
    return records.some(({ name }) => (0,gpu_metric_name/* isGpuMetric */.$)(name)) || leaves.some(gpu_metrics/* selectsGpuMetric */.qs);
});

;// CONCATENATED MODULE: ./build/src/checks/own/known-password.js
/**
 * The chart's default before 79.0.0 (https://github.com/prometheus-community/helm-charts/pull/5679), Grafana's
 * own, and the usual stand-ins.
 */
const known_password_known = new Set([
    "prom-operator",
    "admin",
    "password",
    "grafana",
    "changeme",
    "secret",
    "prometheus",
]);
/** Whether it is one of the first that anybody tries. */
const isKnownPassword = (password) => known_password_known.has(password.trim().toLowerCase());

;// CONCATENATED MODULE: ./build/src/checks/grafana-admin-password-known.js






const grafanaAdminPasswordKnown = {
    id: "grafana-admin-password-known",
    title: "Grafana's admin password is one that everybody knows.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find({ stack, resolution: { world } }) {
        const key = ["grafana", "adminPassword"];
        for (const pod of (0,grafana_pod/* grafanaPods */.fI)(world)) {
            const password = passwordOf(pod, world);
            if (password === null || !isKnownPassword(password))
                continue;
            const isSet = (0,value_sources/* setAt */.ef)(stack, key) !== null;
            yield {
                message: `Grafana's admin password is ${isSet ? "one of the first that anybody tries" : "the chart's own default, which everybody knows"}`,
                resource: pod.object.ref,
                at: (0,value_sources/* governedAt */.QY)(stack, [key]),
                fix: {
                    description: "Name a Secret of the cluster with grafana.admin.existingSecret, or leave the password out: chart 79.0.0 and later make a random one, and keep it.",
                    edits: [],
                },
            };
        }
    },
};
/** What the variable of the container is set to: itself, or by a Secret of the render. */
const passwordOf = (pod, world) => {
    const variable = pod.containers
        .flatMap((container) => (0,json_fields/* objectsAt */.yR)(container, ["env"]))
        .find(({ name }) => name === "GF_SECURITY_ADMIN_PASSWORD");
    if (variable === undefined)
        return null;
    const reference = (0,kubernetes_manifest/* valueAt */.f)(variable, ["valueFrom", "secretKeyRef"]);
    if (reference === undefined)
        return (0,json_fields/* textAt */.$6)(variable, ["value"]);
    const secret = (0,namespaces/* objectIn */.D7)(world, "Secret", (0,namespaces/* namespaceOf */.N6)(pod.object, world), (0,json_fields/* textAt */.$6)(reference, ["name"]) ?? "");
    return secret === undefined ? null : ((0,grafana_pod/* dataOf */.qu)(secret)[(0,json_fields/* textAt */.$6)(reference, ["key"]) ?? ""] ?? null);
};

// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-datasources.js
var grafana_datasources = __webpack_require__(43619);
;// CONCATENATED MODULE: ./build/src/checks/own/datasource-place.js



/** Where a data source of Grafana's files, and in it one of its fields, is written; else the object that holds it. */
const datasourceAt = (stack, source, field) => writtenInValues(stack, source, field) ?? source.object.locate(["data", source.key]);
/**
 * Where the values write it, under `grafana.additionalDataSources` or `grafana.datasources`; null where they do not, as
 * with the chart's own.
 */
const writtenInValues = (stack, { name }, field) => {
    const written = (0,value_sources/* valuesOfTree */.WH)(stack)
        .toReversed()
        .flatMap(({ documents }) => documents)
        .flatMap((document) => listsIn(document, stack).map((path) => ({ document, path })))
        .flatMap(({ document, path }) => {
        const index = (0,json_fields/* listOf */.c3)((0,kubernetes_manifest/* valueAt */.f)(document.value, path)).findIndex((one) => (0,kubernetes_manifest/* valueAt */.f)(one, ["name"]) === name);
        return index === -1 ? [] : [document.locate([...path, index, field])];
    });
    return written[0] ?? null;
};
const listsIn = ({ value }, stack) => {
    const grafana = (0,value_sources/* writtenKey */.R7)(stack, ["grafana"]);
    const files = (0,kubernetes_manifest/* valueAt */.f)(value, [...grafana, "datasources"]);
    return [
        [...grafana, "additionalDataSources"],
        ...Object.keys((0,kubernetes_manifest/* isObject */.G)(files) ? files : {}).map((file) => [...grafana, "datasources", file, "datasources"]),
    ];
};

;// CONCATENATED MODULE: ./build/src/checks/grafana-datasource-default-twice.js




const grafanaDatasourceDefaultTwice = {
    id: "grafana-datasource-default-twice",
    title: "Grafana is given two default data sources, and does not start with them.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find(subject) {
        const { stack } = subject;
        for (const pod of (0,grafana_pod/* grafanaPods */.fI)(subject.resolution.world))
            for (const [first, second] of defaultsTwice(pod, subject)) {
                const at = datasourceAt(stack, second, "isDefault");
                yield {
                    message: `Grafana is given ${first.name} and ${second.name} as default data sources, and one organization has one: Grafana ends when it starts ("Only one datasource per organization can be marked as default"), and takes no data source when it reloads`,
                    resource: second.object.ref,
                    ...(at === null ? {} : { at }),
                    fix: {
                        description: `Write \`isDefault: false\` for ${second.name}${isChartsOwn(first, stack) ? `, or take the chart's own back with \`grafana.sidecar.datasources.isDefaultDatasource: false\`` : ""}.`,
                        edits: [],
                    },
                };
            }
    },
};
/**
 * The first default of each organization, which is the chart's own where that is one, with each further one. Of files
 * that are written over each other nobody can tell which is read.
 */
const defaultsTwice = (pod, { stack, resolution }) => {
    const defaults = (0,grafana_datasources/* provisionedDatasources */.F)(pod, resolution.world)
        .filter(({ isDefault }) => isDefault)
        .toSorted((a, b) => Number(isChartsOwn(b, stack)) - Number(isChartsOwn(a, stack)));
    return [...Map.groupBy(defaults, ({ org }) => org).values()].flatMap(([first, ...others]) => first === undefined
        ? []
        : others
            .filter(({ path, object }) => path !== first.path || object === first.object)
            .map((other) => [first, other]));
};
const isChartsOwn = (source, stack) => (0,world_world/* isOfChart */.O)(source.object) && writtenInValues(stack, source, "name") === null;

// EXTERNAL MODULE: ./build/src/world/services.js
var services = __webpack_require__(48101);
;// CONCATENATED MODULE: ./build/src/signal/grafana/datasource-service.js



/**
 * Whether the address names a Service of the cluster that is certainly not there: one that is in another namespace,
 * that has no such port, or that another release of the chart would have in this namespace. Null otherwise, for a
 * Service that nobody in sight brings may be there all the same.
 */
const lostAddress = ({ url, isProxied }, pod, world) => {
    const address = addressIn(url, pod.namespace);
    if (!isProxied || address === null || isGoverning(address, world))
        return null;
    const { name, namespace, port } = address;
    const service = (0,services/* serviceNamed */.fD)(world, namespace, name);
    if (service !== undefined)
        return ofPort(service, port, url);
    const named = [...(0,services/* servicesIn */.qp)(world).values()].flat().filter((one) => one.name === name);
    const [elsewhere] = named;
    if (elsewhere !== undefined && named.length === 1 && namespace === world.releaseNamespace)
        return {
            why: `there is no Service ${name} in ${namespace}, but in ${elsewhere.namespace}`,
            meant: at(url, elsewhere),
        };
    const [ours, ...more] = named.length > 0 ? [] : oursFor(address, world);
    return ours === undefined
        ? null
        : {
            why: `there is no Service ${name} in ${namespace}: this release calls it ${ours.name}`,
            meant: more.length === 0 ? at(url, ours) : null,
        };
};
/** `http://name[.namespace[.svc[.domain]]][:port]`, as pods of the namespace resolve it. */
const addressIn = (url, home) => {
    if (/\$/.test(url) || !URL.canParse(url))
        return null;
    const { protocol, hostname, port } = new URL(url);
    const [name = "", namespace = home, svc = "svc"] = hostname.split(".");
    if (!/^https?:$/.test(protocol) || svc !== "svc" || /^\d+$/.test(name))
        return null;
    return { name, namespace, port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port) };
};
/** The operator makes a Service for each kind that it runs: `makeStatefulSetService` in pkg/prometheus/server. */
const isGoverning = ({ name, namespace }, world) => {
    const kind = governing[name];
    return kind !== undefined && world.ofKind(kind).some((object) => (0,namespaces/* namespaceOf */.N6)(object, world) === namespace);
};
const governing = {
    "prometheus-operated": "Prometheus",
    "alertmanager-operated": "Alertmanager",
    "thanos-ruler-operated": "ThanosRuler",
};
/** Of a headless Service the name leads to the pods themselves, and to any port of theirs. */
const ofPort = ({ object, ports, name, external }, port, url) => {
    const isHeadless = (0,json_fields/* textAt */.$6)(object.body, ["spec", "clusterIP"]) === "None";
    if (external || isHeadless || ports.length === 0 || ports.some(({ number }) => number === port))
        return null;
    const [only, ...others] = ports;
    return {
        why: `the Service ${name} has no port ${port}, but ${ports.map(({ number }) => number).join(", ")}`,
        meant: only === undefined || others.length > 0 ? null : withHost(url, (host) => `${host}:${only.number}`),
    };
};
/**
 * The chart calls its Services by the release and its own name, cut off after 26 letters:
 * `kube-prometheus-stack.fullname` in its templates/_helpers.tpl. One namespace has one such release.
 */
const oursFor = ({ name, namespace, port }, world) => {
    const what = /^(?:.*-)?kube-prom[a-z-]*-(prometheus|alertmanager)$/.exec(name)?.[1];
    if (what === undefined || namespace !== world.releaseNamespace)
        return [];
    return ((0,services/* servicesIn */.qp)(world).get(namespace) ?? []).filter((one) => one.name.endsWith(`-${what}`) &&
        one.object.manifest?.origin.from === "chart" &&
        one.ports.some(({ number }) => number === port));
};
const at = (url, { name, namespace }) => withHost(url, (host) => host.replace(/^[^.:]+(?:\.[^.:]+)?/, `${name}.${namespace}`));
/** The rest of the address stays as it is written. */
const withHost = (url, change) => url.replace(/^(https?:\/\/)([^/:]+)(:\d+)?/i, (_, scheme, host, port = "") => {
    const changed = change(host);
    return scheme + changed + (changed.includes(":") ? "" : port);
});

;// CONCATENATED MODULE: ./build/src/checks/grafana-datasource-url-not-found.js





const grafanaDatasourceUrlNotFound = {
    id: "grafana-datasource-url-not-found",
    title: "The address of a data source names no Service of the stack, or a port that the Service does not have.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find({ stack, resolution: { world } }) {
        for (const pod of (0,grafana_pod/* grafanaPods */.fI)(world))
            for (const source of (0,grafana_datasources/* provisionedDatasources */.F)(pod, world)) {
                const lost = lostAddress(source, pod, world);
                if (lost === null)
                    continue;
                const at = datasourceAt(stack, source, "url");
                const { why, meant } = lost;
                const edit = at === null || meant === null ? null : (0,scalar_edit/* scalarChange */.$p)(at, { old: source.url, value: meant }, world);
                yield {
                    message: `data source ${source.name}: ${why}; every panel that asks it (${source.url}) stays empty`,
                    resource: source.object.ref,
                    ...(at === null ? {} : { at }),
                    ...(meant === null ? {} : { fix: { description: `Write ${meant}.`, edits: edit === null ? [] : [edit] } }),
                };
            }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/helm-chart-version-unpinned.js
const helmChartVersionUnpinned = {
    id: "helm-chart-version-unpinned",
    title: "install.sh does not pin the chart to one version.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "render"],
    *find({ stack, render }) {
        const helm = stack.install?.helm;
        if (stack.install === null || helm == null || helm.chart === null || !isFetched(helm))
            return;
        if (stack.release.version.from === "input" && isExact(stack.release.version.value))
            return;
        if (isExact(helm.version) || helm.chart.includes("@sha256:"))
            return;
        yield {
            message: helm.version === null
                ? `${helm.chart} is installed without --version: each run takes the newest chart, which nobody has checked`
                : `--version ${helm.version} of ${helm.chart} is a range: each run takes the newest chart in it, which nobody has checked`,
            at: helm.at,
            fix: helm_chart_version_unpinned_fixOf(stack, stack.install, helm, render.chart.chart.version),
        };
    },
};
/**
 * A chart in a folder or an archive of the repository is pinned by the commit. Without `helm repo add`,
 * `a/b` may be such a folder.
 */
const isFetched = ({ chart, repository }) => repository !== null || chart?.startsWith("oci://") === true;
const isExact = (version) => version !== null && /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(version);
const helm_chart_version_unpinned_fixOf = (stack, install, helm, version) => 
// Another chart that an input names says nothing about the versions of this one.
stack.release.chart.from === "input" || !isExact(version)
    ? { description: "Pin the version that you have tested: --version X.Y.Z", edits: [] }
    : {
        description: `Pin the version that was checked here: --version ${version}`,
        edits: edits(install, helm, version),
    };
/**
 * The line that names the chart, with the version behind it. A range stands somewhere else in the command: that
 * edit is left to a person.
 */
const edits = ({ file, text }, { places, version: range }, version) => {
    const { line, endLine, endColumn } = places.chart ?? {};
    const before = line === undefined ? undefined : text?.split(/\r?\n/)[line - 1];
    if (before === undefined || line === undefined || endColumn === undefined || (endLine ?? line) !== line)
        return [];
    if (range !== null)
        return [];
    const after = `${before.slice(0, endColumn - 1)} --version ${version}${before.slice(endColumn - 1)}`;
    return [{ file, startLine: line, endLine: line, text: after }];
};

;// CONCATENATED MODULE: ./build/src/checks/helm-install-not-idempotent.js
const helmInstallNotIdempotent = {
    id: "helm-install-not-idempotent",
    title: "install.sh uses a helm command that works only the first time, or only later.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack: { install } }) {
        const helm = install?.helm;
        if (install === null || helm == null || helm.command === "upgrade --install")
            return;
        yield {
            message: helm.command === "install"
                ? "helm install fails the second time: `cannot re-use a name that is still in use`"
                : "helm upgrade without --install fails where the release does not exist yet: a new cluster cannot be set up with it",
            at: helm.at,
            fix: { description: "Use helm upgrade --install, which does both", edits: helm_install_not_idempotent_edits(install, helm.at, helm.command) },
        };
    },
};
/** `helm install` takes flags that `helm upgrade` does not: with those, a person has to decide. */
const onlyOfInstall = /\s(?:--generate-name|-g|--name-template|--replace)\b/;
const helm_install_not_idempotent_edits = ({ file, text }, at, command) => {
    const lines = text?.split(/\r?\n/).slice(at.line - 1) ?? [];
    const end = lines.findIndex((line) => !line.endsWith("\\"));
    if (onlyOfInstall.test(lines.slice(0, end + 1).join("\n")))
        return [];
    const first = lines[0] ?? "";
    const fixed = first.replace(new RegExp(`\\bhelm\\s+${command}\\b`), "helm upgrade --install");
    return fixed === first ? [] : [{ file, startLine: at.line, endLine: at.line, text: fixed }];
};

;// CONCATENATED MODULE: ./build/src/checks/own/release-label.js




/**
 * The one cause for which Prometheus selects nothing of the tree; null where there is none: a label that is wrong among
 * right ones is a slip of its own.
 */
const otherRelease = ({ stack, resolution }) => {
    if (!selectsByRelease(resolution.world, stack.release.name.value))
        return null;
    const objects = kinds
        .flatMap((kind) => ownObjects(resolution, kind))
        .filter(({ body }) => (0,kubernetes_labels/* labelsOf */.P)(body)["release"] !== undefined);
    const [label, ...others] = new Set(objects.map(({ body }) => (0,kubernetes_labels/* labelsOf */.P)(body)["release"]));
    if (label === undefined || others.length > 0 || objects.length === 1 || label === stack.release.name.value)
        return null;
    return { label, objects };
};
/** Whether the problem is one of those objects'. */
const concerns = ({ objects }) => {
    const names = new Set(objects.map(({ ref }) => (0,finding/* nameOf */.Vb)(ref)));
    return ({ resource }) => resource !== undefined && names.has((0,finding/* nameOf */.Vb)(resource));
};
/** What a check tells of single objects, without those of which that cause is told. */
const withoutOtherRelease = (subject, problems) => {
    const other = otherRelease(subject);
    const isTold = other === null ? () => false : concerns(other);
    return [...problems].filter((problem) => !isTold(problem));
};
const kinds = ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig", "PrometheusRule"];
/**
 * As the chart has it unless `\u2026SelectorNilUsesHelmValues` is false:
 * https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 */
const selectsByRelease = (world, release) => world
    .ofKind("Prometheus")
    .some(({ body }) => ["serviceMonitorSelector", "ruleSelector"].every((selector) => (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", selector, "matchLabels", "release"]) === release));

;// CONCATENATED MODULE: ./build/src/checks/helm-release-name-mismatch.js



const helmReleaseNameMismatch = {
    id: "helm-release-name-mismatch",
    title: "All monitors and rules carry the label of another release than the one that is installed.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find(subject) {
        const other = otherRelease(subject);
        const [first, ...others] = other?.objects ?? [];
        if (other === null || first === undefined)
            return;
        const { name } = subject.stack.release;
        const problems = [
            ...hopProblems(subject, "servicemonitor-not-selected"),
            ...objectProblems(subject, "prometheusrule-not-selected"),
        ].filter(concerns(other));
        const at = name.at ?? first.locate(["metadata", "labels", "release"]);
        yield {
            message: `The release is called ${name.value}, and ${(0,finding/* nameOf */.Vb)(first.ref)} and ${others.length} more have the label \`release: ${other.label}\`: Prometheus selects none of them`,
            ...(at === null ? {} : { at }),
            fix: {
                description: `Label them \`release: ${name.value}\` (\`labels\` in a kustomization does it for all), or install the release as ${other.label}`,
                edits: editsOf(problems.map(({ fix }) => fix?.edits ?? [])),
            },
        };
    },
};
/**
 * The edits of all, each once, as one label of a kustomization is that of many objects; none
 * where one of them has none.
 */
const editsOf = (edits) => edits.some((own) => own.length === 0)
    ? []
    : [...new Map(edits.flat().map((edit) => [JSON.stringify(edit), edit])).values()];

;// CONCATENATED MODULE: ./build/src/checks/helm-template-failed.js
const helmTemplateFailed = {
    id: "helm-template-failed",
    title: "The chart does not render with the release's values.",
    severity: "error",
    decidedBy: "helm",
    reads: ["stack", "render"],
    *find({ stack, render: { chart } }) {
        // A value file that is no valid YAML stops helm; yaml-invalid and yaml-duplicate-key name the place.
        if (stack.valueFiles.some(({ errors }) => errors.length > 0))
            return;
        if (chart.error !== null)
            yield {
                message: `${chart.chart.name} ${chart.chart.version} does not render: ${chart.error.message}`,
                at: chart.error.at,
            };
    },
};

// EXTERNAL MODULE: ./build/src/kubernetes/json-pointer.js
var json_pointer = __webpack_require__(96681);
// EXTERNAL MODULE: ./build/src/kubernetes/without-pointers.js
var without_pointers = __webpack_require__(7278);
// EXTERNAL MODULE: ./build/src/text/line-of.js
var line_of = __webpack_require__(65028);
// EXTERNAL MODULE: ./build/src/fix/apply-edits.js
var apply_edits = __webpack_require__(55658);
;// CONCATENATED MODULE: ./build/src/fix/move-key.js







/**
 * Moves a key of a value file, with the comments above it and all below it, to another place of the same file, at
 * which nothing stands; maps that are empty then go. Null where the text is not in block style, or would not be read
 * as what was meant.
 */
const moveKey = (file, from, to) => {
    const value = file.documents[0]?.value;
    if (!(0,kubernetes_manifest/* isObject */.G)(value) || file.text.length > largest)
        return null;
    if ((0,kubernetes_manifest/* valueAt */.f)(value, from) === undefined || (0,kubernetes_manifest/* valueAt */.f)(value, to) !== undefined)
        return null;
    const near = existing(value, to);
    const gone = emptied(value, from, near);
    const edit = editOf(file, { from, to, near, gone });
    if (edit === null)
        return null;
    const { documents, errors } = (0,parse_yaml/* parseYaml */.h)((0,apply_edits/* applyEdits */.ct)(file.text, [edit]), file.file, "helm");
    const meant = move_key_put((0,without_pointers/* withoutPointers */.h)(value, [(0,json_pointer/* toPointer */.rb)(gone)]), to, (0,kubernetes_manifest/* valueAt */.f)(value, from) ?? null);
    return errors.length === 0 && documents.length === 1 && (0,same_json/* sameJson */.V)(documents[0]?.value, meant) ? edit : null;
};
/** Characters: what people write is shorter, and each move is tried on the whole file. */
const largest = 200_000;
/** The longest way to `to` that is there. */
const existing = (value, to) => {
    const missing = to.findIndex((_, length) => !(0,kubernetes_manifest/* isObject */.G)((0,kubernetes_manifest/* valueAt */.f)(value, to.slice(0, length + 1))));
    return to.slice(0, missing);
};
/**
 * What goes: the key, or the map above it that would hold nothing then; helm takes an empty key for a wish to unset.
 */
const emptied = (value, from, near) => {
    let gone = from;
    while (gone.length > 1) {
        const above = gone.slice(0, -1);
        const map = (0,kubernetes_manifest/* valueAt */.f)(value, above);
        const isKept = above.every((key, index) => key === near[index]);
        if (isKept || !(0,kubernetes_manifest/* isObject */.G)(map) || Object.keys(map).length > 1)
            break;
        gone = above;
    }
    return gone;
};
const move_key_put = (map, [key = "", ...rest], value) => {
    const inner = map[key];
    return { ...map, [key]: rest.length === 0 ? value : move_key_put((0,kubernetes_manifest/* isObject */.G)(inner) ? inner : {}, rest, value) };
};
/** One edit of all lines between the two places. */
const editOf = (file, { from, to, near, gone }) => {
    const lines = (0,line_of/* linesOf */.Dx)(file);
    const [block, whole, top] = [blockOf(file, from), blockOf(file, gone), blockOf(file, gone.slice(0, 1))];
    const into = near.length === 0 ? null : placeIn(file, near);
    if (block === null || whole === null || top === null || (near.length > 0 && into === null))
        return null;
    const indent = into?.indent ?? 0;
    const maps = to.slice(near.length, -1);
    if (!maps.every((key) => /^[A-Za-z][\w.-]*$/.test(key)))
        return null;
    const moved = [
        ...maps.map((key, depth) => `${" ".repeat(indent + 2 * depth)}${key}:`),
        ...move_key_shifted(lines.slice(block.start - 1, block.end), indent + 2 * maps.length - block.indent),
    ];
    const start = Math.min(whole.start, block.start);
    const after = into?.line ?? top.end;
    const text = after < start
        ? [...lines.slice(after - 1, after), ...moved, ...lines.slice(after, start - 1)]
        : [...lines.slice(whole.end, after), ...moved];
    const [startLine, endLine] = after < start ? [after, whole.end] : [start, Math.max(after, whole.end)];
    return { file: file.file, startLine, endLine, text: text.join("\n") };
};
/** The line of a map's key, and how far its own keys stand in; null where they are not on lines of their own. */
const placeIn = (file, path) => {
    const [document] = file.documents;
    const map = (0,kubernetes_manifest/* valueAt */.f)(document?.value, path);
    const [first] = (0,kubernetes_manifest/* isObject */.G)(map) ? Object.keys(map) : [];
    if (document === undefined || first === undefined)
        return null;
    const { line } = document.locateKey(path);
    const inner = document.locateKey([...path, first]);
    const isBlock = /^ *[^\s#:]+:\s*(?:#.*)?$/.test((0,line_of/* linesOf */.Dx)(file)[line - 1] ?? "") && inner.line > line;
    return isBlock ? { line, indent: inner.column - 1 } : null;
};
/** The lines of a key and all below it, from 1; null where it does not begin its line. */
const blockOf = (file, path) => {
    const lines = (0,line_of/* linesOf */.Dx)(file);
    const at = file.documents[0]?.locateKey(path);
    const indent = (at?.column ?? 1) - 1;
    if (at === undefined || (lines[at.line - 1] ?? "").slice(0, indent).trim() !== "")
        return null;
    const isComment = (line) => line?.startsWith(`${" ".repeat(indent)}#`) === true;
    let start = at.line;
    while (isComment(lines[start - 2]))
        start -= 1;
    let end = at.line;
    for (let line = at.line + 1; line <= lines.length; line += 1) {
        const text = lines[line - 1] ?? "";
        const stands = text.length - text.trimStart().length;
        if (text.trim() === "")
            continue;
        if (stands < indent || (stands === indent && !/^ *-(?:\s|$)/.test(text)))
            break;
        end = line;
    }
    return { start, end, indent };
};
const move_key_shifted = (lines, by) => lines.map((line) => {
    if (line.trim() === "")
        return line;
    return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, line.length - line.trimStart().length));
});

// EXTERNAL MODULE: ./build/src/render/chart/met-values.js
var met_values = __webpack_require__(65113);
// EXTERNAL MODULE: ./build/src/render/chart/switched-off.js
var switched_off = __webpack_require__(49911);
// EXTERNAL MODULE: ./build/src/render/chart/chart-defaults.js
var chart_defaults = __webpack_require__(63071);
;// CONCATENATED MODULE: ./build/src/render/chart/where-known.js



/**
 * The one place where the chart has a value of the same name and form that is nearest to `path`: a map further out or
 * in, or the only one that there is; else null. What a key switches is near to it: `nodeExporter` to
 * `prometheus-node-exporter`.
 */
const whereKnown = (path, value, values) => {
    const [first = ""] = path;
    const switched = values.switches.get(first) ?? first;
    const named = placesIn(values)(switched).get(path.at(-1) ?? "") ?? [];
    const alike = named.filter((place) => (0,chart_defaults/* isAlike */.HI)(place.value, value));
    const [best, second] = alike
        .map((place) => ({ ...place, ...steps(path, place.path, switched) }))
        .toSorted((a, b) => a.apart - b.apart);
    if (best === undefined || second?.apart === best.apart)
        return null;
    const isNear = best.shared > 0 && best.apart <= 1;
    if (!isNear && second !== undefined)
        return null;
    const isInward = best.path.length > path.length;
    const rivals = alike.filter(({ path: [part] }) => part === best.path[0]);
    return { path: best.path, value: best.value, certain: isNear && (!isInward || rivals.length === 1) };
};
/** How many maps two places share, and how many lie between them; a chart counts as the part that switches it. */
const steps = (from, to, switched) => {
    const [first, ...rest] = from.slice(0, -1);
    const start = first === undefined ? [] : [to[0] === switched ? switched : first, ...rest];
    const end = to.slice(0, -1);
    const differ = start.findIndex((key, index) => key !== end[index]);
    const shared = differ === -1 ? start.length : differ;
    return { shared, apart: start.length + end.length - 2 * shared };
};
/** Charts have maps in maps of some ten. */
const deepest = 30;
/** By their last key; of the charts in it those of one alone, for Grafana's values have 1,600 lines. */
const placesIn = (0,once/* once */.O)((values) => (0,once/* once */.O)((dependency) => {
    const { own, of } = (0,chart_defaults/* defaultsOf */.Gf)(values);
    const places = new Map();
    const seen = new Set();
    const visit = (value, above) => {
        if (!(0,kubernetes_manifest/* isObject */.G)(value) || above.length > deepest)
            return;
        for (const [name, inner = null] of Object.entries(value)) {
            const path = [...above, name];
            const key = path.join("\n");
            const known = places.get(name);
            if (known === undefined)
                places.set(name, [{ path, value: inner }]);
            else if (!seen.has(key))
                known.push({ path, value: inner });
            seen.add(key);
            visit(inner, path);
        }
    };
    visit(own.value, []);
    visit(of(dependency)?.value ?? null, [dependency]);
    return places;
}));

;// CONCATENATED MODULE: ./build/src/checks/helm-unknown-value.js







const helmUnknownValue = {
    id: "helm-unknown-value",
    title: "A value has a name that the chart does not know, or is a text where the chart asks for true or false.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "render", "unknownValues"],
    *find({ stack, render, unknownValues }) {
        const { values } = render.chart;
        if (values === undefined || values === null)
            return;
        const isOff = (0,switched_off/* switchedOff */.d)(stack, render.chart, values);
        let moves = 0;
        for (const one of unknownValues.filter(isTold)) {
            if (one.meant !== undefined)
                yield unknownKey(one, null, renamed(one, one.meant));
            else {
                const place = whereKnown(one.path, one.value, values);
                const isTried = place !== null && moves < mostMoves;
                if (isTried)
                    moves += 1;
                yield unknownKey(one, place, isTried && !isOff(place.path) ? moved(one, place, stack) : []);
            }
        }
        for (const met of (0,met_values/* metValues */.d)(stack, values))
            yield* textForSwitch(met);
    },
};
/** Each is tried on the whole file. */
const mostMoves = 10;
/**
 * What a render proves; else, where nothing hands it on, a name that looks misspelt, and one at the top that the chart
 * does not even show in a comment.
 */
const isTold = ({ effect, meant, handedOn, shown, path }) => effect === "none" || (effect === "unknown" && !handedOn && !shown && (meant !== undefined || path.length === 1));
const unknownKey = (value, place, edits) => {
    const { document, path, meant, effect } = value;
    const right = meant === undefined ? place?.path : [...path.slice(0, -1), meant];
    const proof = effect === "none" ? "rendering without it gives the same objects" : "no template reads it";
    return {
        message: `the chart knows no value ${path.join(".")}, and ${proof}${right === undefined ? "" : `: it has ${right.join(".")}`}`,
        at: document.locateKey(path),
        fix: { description: helm_unknown_value_advice(meant, place), edits },
    };
};
/**
 * Moved where a render proves that it does nothing where it is, nothing stands at the right place, and that takes what
 * it holds. In a part that is off it would do nothing either.
 */
const moved = ({ file, path, effect, value }, place, stack) => {
    const taken = (0,kubernetes_manifest/* isObject */.G)(place.value) ? Object.keys(place.value) : [];
    const fits = taken.length === 0 || ((0,kubernetes_manifest/* isObject */.G)(value) && Object.keys(value).every((key) => taken.includes(key)));
    const isFree = !(0,value_sources/* argumentsOn */.Or)(stack.release.sets)(place.path) &&
        stack.valueFiles.every(({ documents: [document] }) => (0,kubernetes_manifest/* valueAt */.f)(document?.value, place.path) === undefined);
    const edit = effect === "none" && place.certain && fits && isFree ? moveKey(file, path, place.path) : null;
    return edit === null ? [] : [edit];
};
const helm_unknown_value_advice = (meant, place) => {
    if (meant !== undefined)
        return `Write ${meant}.`;
    return place === null
        ? "Remove it, or look its place up in the chart's values.yaml."
        : `The chart has ${place.path.join(".")}: move it there, or remove it.`;
};
const renamed = ({ file, document, path, fits }, meant) => {
    const [at, key] = [document.locateKey(path), String(path.at(-1))];
    const line = (0,line_of/* lineOf */.cA)(file, at.line);
    const [lead, rest] = [line.slice(0, at.column - 1), line.slice(at.column - 1)];
    const isTaken = (0,kubernetes_manifest/* valueAt */.f)(document.value, [...path.slice(0, -1), meant]) !== undefined;
    if (!fits || isTaken || !rest.startsWith(`${key}:`))
        return [];
    return [{ file: file.file, startLine: at.line, endLine: at.line, text: lead + meant + rest.slice(key.length) }];
};
/** Templates take any text that is not empty for true, `"false"` as well. */
function* textForSwitch({ file, document, path, value, known }) {
    const word = typeof value === "string" ? value.toLowerCase() : "";
    if (!["true", "false"].includes(word) || !known.some(({ value: one }) => typeof one === "boolean"))
        return;
    const at = document.locate(path);
    yield {
        message: `${path.join(".")} is the text ${JSON.stringify(value)}, where the chart asks for true or false${word === "false" ? ": templates take it for true" : ""}`,
        at,
        fix: { description: `Write ${word} without quotes.`, edits: unquoted(file, at, String(value), word) },
    };
}
const unquoted = (file, at, value, word) => {
    const line = (0,line_of/* lineOf */.cA)(file, at.line);
    const [lead, rest] = [line.slice(0, at.column - 1), line.slice(at.column - 1)];
    const written = [`"${value}"`, `'${value}'`].find((one) => rest.startsWith(one));
    if (written === undefined)
        return [];
    return [{ file: file.file, startLine: at.line, endLine: at.line, text: lead + word + rest.slice(written.length) }];
};

// EXTERNAL MODULE: ./build/src/core/trim-end.js
var trim_end = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/src/world/workloads.js
var workloads = __webpack_require__(32055);
;// CONCATENATED MODULE: ./build/src/checks/image-registry-foreign.js




const imageRegistryForeign = {
    id: "image-registry-foreign",
    title: "An image comes from a registry that is not allowed.",
    severity: "error",
    decidedBy: "own",
    reads: ["render"],
    options: {
        registries: {
            type: "list",
            description: "Registries, with or without a path, that images may come from; without any this check finds nothing",
            default: [],
        },
    },
    *find({ render }, options) {
        const allowed = options.list("registries").map((one) => (0,trim_end/* trimEnd */.s)(one, "/"));
        if (allowed.length === 0)
            return;
        const manifests = [...(0,render_render/* allManifests */.m)(render), ...render.chart.hooks];
        for (const { ref, body, locate } of manifests)
            for (const image of (0,workloads/* imagesIn */.o)(body)) {
                const full = withRegistry(image);
                if (!allowed.some((one) => full === one || full.startsWith(`${one}/`)))
                    yield {
                        message: `${(0,finding/* nameOf */.Vb)(ref)}: the image ${image} comes from ${full.split("/")[0]}, which is none of ${allowed.join(", ")}`,
                        resource: ref,
                        at: locate(["spec"]),
                    };
            }
    },
};
/**
 * https://github.com/distribution/reference/blob/main/normalize.go: what has neither dot nor colon before its
 * first slash is Docker Hub's.
 */
const withRegistry = (image) => {
    const first = image.split("/")[0] ?? "";
    if (image.includes("/") && (/[.:]/.test(first) || first === "localhost"))
        return image;
    return image.includes("/") ? `docker.io/${image}` : `docker.io/library/${image}`;
};

;// CONCATENATED MODULE: ./build/src/checks/image-tag-floating.js


const imageTagFloating = {
    id: "image-tag-floating",
    title: "An image has no tag, or one that moves: nobody knows what runs.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const workload of [...(0,workloads/* workloadsIn */.X)(resolution.world).values()].flat())
            for (const { name, image } of workload.containers) {
                const { object } = workload;
                if (object.manifest === null || !isFloating(image))
                    continue;
                const at = object.locate(["spec"]);
                yield {
                    message: `${(0,finding/* nameOf */.Vb)(object.ref)}: the image ${image || "without a name"} of the container ${name} has no fixed version: what runs changes with the next pull, and differs from node to node`,
                    resource: object.ref,
                    ...(at === null ? {} : { at }),
                };
            }
    },
};
/** A digest is always fixed; of tags, those by which publishers mean "the newest". */
const isFloating = (image) => {
    // A text with spaces is no image: somebody fills it in.
    if (image.includes("@sha256:") || /\s/.test(image))
        return false;
    const tag = /:([^:/@]+)$/.exec(image)?.[1];
    return tag === undefined || ["latest", "main", "master", "edge", "nightly", "stable", "dev"].includes(tag);
};

;// CONCATENATED MODULE: ./build/src/checks/install-script-unclear.js
const installScriptUnclear = {
    id: "install-script-unclear",
    title: "install.sh holds something that could not be understood, or that is refused.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        yield* stack.install?.unclear ?? [];
    },
};

;// CONCATENATED MODULE: ./build/src/checks/kubernetes-schema-invalid.js

const kubernetesSchemaInvalid = {
    id: "kubernetes-schema-invalid",
    title: "An object breaks the schema of its kind: a wrong type, a missing or an unknown field, a broken rule.",
    severity: "error",
    decidedBy: "kubeconform",
    reads: ["validation"],
    *find({ validation }) {
        for (const { manifest, status, errors } of validation.verdicts) {
            if (status !== "invalid")
                continue;
            for (const { path, message } of errors)
                yield {
                    message: `${(0,finding/* nameOf */.Vb)(manifest.ref)}: ${path.length === 0 ? "" : `${dotted(path)}: `}${message}`,
                    at: manifest.locate(path),
                    resource: manifest.ref,
                };
        }
    },
};
/** `spec.endpoints[0].port`, as jsonpath and kubectl write it. */
const dotted = (path) => path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");

;// CONCATENATED MODULE: ./build/src/checks/kubernetes-schema-missing.js

const kubernetesSchemaMissing = {
    id: "kubernetes-schema-missing",
    title: "No schema describes the object's kind: neither Kubernetes nor a CRD of the chart knows it.",
    severity: "error",
    decidedBy: "kubeconform",
    reads: ["render", "validation"],
    cannotJudge: ({ render }) => render.chart.error === null ? null : "the chart did not render: its CRDs may describe what nothing else does",
    *find({ validation }) {
        const unknown = validation.verdicts.filter(({ status }) => status === "no-schema").map(({ manifest }) => manifest);
        for (const manifest of unknown)
            if (!isForeign(manifest.ref))
                yield kubernetes_schema_missing_problemOf(manifest, (0,finding/* nameOf */.Vb)(manifest.ref));
        const foreign = unknown.filter(({ ref }) => isForeign(ref));
        for (const [first, ...others] of Map.groupBy(foreign, ({ ref }) => `${ref.apiVersion} ${ref.kind}`).values())
            if (first !== undefined)
                yield {
                    ...kubernetes_schema_missing_problemOf(first, `${(0,finding/* nameOf */.Vb)(first.ref)}${others.length === 0 ? "" : ` and ${others.length} more`}`),
                    severity: "notice",
                };
    },
};
const kubernetes_schema_missing_problemOf = ({ ref, locate }, subject) => ({
    message: `${subject}: no schema describes ${ref.apiVersion} ${ref.kind}, so it was not checked, and a cluster ${kubernetes_schema_missing_isBuiltIn(ref) ? "that serves no such version" : "without its CRD"} refuses it`,
    at: locate(["apiVersion"]),
    resource: ref,
    fix: { description: kubernetes_schema_missing_isBuiltIn(ref) ? takeServed : correctOrDescribe, edits: [] },
});
const takeServed = "Take the version that this Kubernetes serves: https://kubernetes.io/docs/reference/using-api/deprecation-guide/";
const correctOrDescribe = "Correct apiVersion or kind; for a CRD of your own, name a folder with its JSON schema in schema-locations";
/**
 * A kind that neither Kubernetes nor the operator owns: its CRD may well be in the cluster, and only that is
 * not to be seen from here.
 */
const isForeign = (ref) => !kubernetes_schema_missing_isBuiltIn(ref) && !ref.apiVersion.startsWith("monitoring.coreos.com/") && !operatorKinds.has(ref.kind);
/** Of one of Kubernetes' own groups, in whatever version. https://kubernetes.io/docs/reference/kubernetes-api/ */
const kubernetes_schema_missing_isBuiltIn = ({ apiVersion, kind }) => {
    const [group = "", version] = apiVersion.split("/");
    return (version === undefined || !group.includes(".") || builtIn.has(group)) && !operatorKinds.has(kind);
};
const builtIn = new Set([
    ...["admissionregistration", "apiextensions", "apiregistration", "authentication", "authorization", "certificates"],
    ...["coordination", "discovery", "events", "flowcontrol.apiserver", "internal.apiserver", "networking", "node"],
    ...["rbac.authorization", "resource", "scheduling", "storage", "storagemigration"],
].map((name) => `${name}.k8s.io`));
/** With another group they are a slip of the pen. */
const operatorKinds = new Set([
    ...["Alertmanager", "AlertmanagerConfig", "PodMonitor", "Probe", "Prometheus", "PrometheusAgent", "PrometheusRule"],
    ...["ScrapeConfig", "ServiceMonitor", "ThanosRuler"],
]);

;// CONCATENATED MODULE: ./build/src/checks/kustomize-build-failed.js
const kustomizeBuildFailed = {
    id: "kustomize-build-failed",
    title: "The base or an overlay does not build, so nothing of it can be applied.",
    severity: "error",
    decidedBy: "kustomize",
    reads: ["stack", "render"],
    *find({ stack, render }) {
        for (const { root, error } of render.roots) {
            if (error === null || brokenYamlIn(stack, root))
                continue;
            yield { message: `${root} does not build: ${error.message}`, at: error.at };
        }
    },
};
/**
 * A file that is no valid YAML breaks the build of all that include it; `yaml-invalid` and
 * `yaml-duplicate-key` name the place.
 */
const brokenYamlIn = (stack, root) => {
    const read = kustomize_build_failed_filesOf(stack, root, new Set());
    return stack.files.some(({ file, errors }) => errors.length > 0 && read.has(file));
};
const kustomize_build_failed_filesOf = (stack, folder, files) => {
    const kustomization = stack.kustomizations.find((one) => one.folder === folder);
    if (kustomization === undefined || files.has(kustomization.file))
        return files;
    files.add(kustomization.file);
    for (const { target, path } of kustomization.references) {
        if (path === null)
            continue;
        if (target === "file")
            files.add(path);
        if (target === "folder")
            kustomize_build_failed_filesOf(stack, path, files);
    }
    return files;
};

;// CONCATENATED MODULE: ./build/src/checks/kustomize-deprecated-field.js
const kustomizeDeprecatedField = {
    id: "kustomize-deprecated-field",
    title: "A kustomization uses a field that kustomize is going to drop.",
    severity: "warning",
    decidedBy: "kustomize",
    reads: ["render"],
    *find({ render }) {
        for (const { warnings } of render.roots)
            yield* warnings;
    },
};

;// CONCATENATED MODULE: ./build/src/checks/namespace-not-allowed.js

const namespaceNotAllowed = {
    id: "namespace-not-allowed",
    title: "An object of base or an overlay lands in a namespace that is not allowed.",
    severity: "error",
    decidedBy: "own",
    reads: ["render"],
    options: {
        namespaces: {
            type: "list",
            description: "Namespaces that base and overlays may put objects into; without any this check finds nothing",
            default: [],
        },
    },
    *find({ render }, options) {
        const allowed = options.list("namespaces");
        if (allowed.length === 0)
            return;
        for (const { ref, locate } of render.roots.flatMap(({ manifests }) => manifests)) {
            const namespace = ref.kind === "Namespace" ? ref.name : ref.namespace;
            if (namespace === null || namespace === undefined || allowed.includes(namespace))
                continue;
            yield {
                message: `${(0,finding/* nameOf */.Vb)(ref)} lands in ${namespace}, which is none of the allowed namespaces ${allowed.join(", ")}`,
                resource: ref,
                at: locate(ref.kind === "Namespace" ? ["metadata", "name"] : ["metadata", "namespace"]),
            };
        }
    },
};

// EXTERNAL MODULE: ./build/src/signal/operator/unconfigured-prometheus.js
var unconfigured_prometheus = __webpack_require__(12834);
;// CONCATENATED MODULE: ./build/src/checks/operator-too-old-for-prometheus.js

const operatorTooOldForPrometheus = {
    id: "operator-too-old-for-prometheus",
    title: "The operator is older than the major version of the Prometheus that it is to configure.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { world } }) {
        for (const kind of ["Prometheus", "PrometheusAgent"])
            for (const prometheus of world.ofKind(kind)) {
                const why = (0,unconfigured_prometheus/* whyNotConfigured */.s)(prometheus, world);
                if (why === null)
                    continue;
                const at = prometheus.locate(["spec", "version"]);
                yield {
                    message: `${why}: it ends its work on it with an error, every time. No monitor of it is scraped, and no rule is loaded`,
                    resource: prometheus.ref,
                    ...(at === null ? {} : { at }),
                    fix: { description: "Deploy an operator from v0.77 on, or a Prometheus before 3.0.", edits: [] },
                };
            }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/own/applicable.js

/**
 * The first document of a file that is meant for a cluster: a Kubernetes object or a Grafana dashboard. Any other YAML
 * (values, tests of rules, a linter's settings) may lie in the tree for reasons of its own.
 */
const applicableIn = ({ documents }) => documents.find(({ value }) => isManifest(value) || isDashboard(value));
const isText = (value) => typeof value === "string";
const isManifest = (value) => (0,kubernetes_manifest/* isObject */.G)(value) &&
    isText(value["apiVersion"]) &&
    isText(value["kind"]) &&
    !String(value["apiVersion"]).startsWith("kustomize.config.k8s.io/");
const isDashboard = (value) => isText((0,kubernetes_manifest/* valueAt */.f)(value, ["title"])) && Array.isArray((0,kubernetes_manifest/* valueAt */.f)(value, ["panels"]) ?? (0,kubernetes_manifest/* valueAt */.f)(value, ["rows"]));

;// CONCATENATED MODULE: ./build/src/checks/orphan-manifest.js


const orphanManifest = {
    id: "orphan-manifest",
    title: "A manifest or dashboard lies in base/ or overlays/, but no kustomization refers to it, so it is never applied.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        const referred = new Set(stack.kustomizations.flatMap(({ references }) => references.map(({ path }) => path)));
        for (const { file } of stack.kustomizations)
            referred.add(file);
        for (const yaml of stack.files) {
            const { file } = yaml;
            const document = applicableIn(yaml);
            if (document === undefined || referred.has(file) || isExcused(stack, file))
                continue;
            const kustomization = nearestKustomization(stack, file);
            yield {
                message: `No kustomization refers to ${file}: it is never applied`,
                at: document.locate((0,kubernetes_manifest/* isObject */.G)(document.value) && "kind" in document.value ? ["kind"] : []),
                fix: {
                    description: kustomization === undefined
                        ? "List it in a kustomization, or delete it"
                        : `List it in ${kustomization} (a manifest under resources, a dashboard under configMapGenerator), or delete it`,
                    edits: [],
                },
            };
        }
    },
};
/**
 * Where a folder has no kustomization, or one that cannot be read or names a file that is not there, that is the
 * finding, not each file in it.
 */
const isExcused = (stack, file) => stack.foldersWithoutKustomization.some(({ folder }) => file.startsWith(`${folder}/`)) ||
    stack.kustomizations.some(({ folder, yaml, references }) => file.startsWith(`${folder}/`) &&
        (yaml.errors.length > 0 || references.some(({ target }) => target === "missing")));
const nearestKustomization = (stack, file) => stack.kustomizations
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0]?.file;

;// CONCATENATED MODULE: ./build/src/checks/overlay-without-kustomization.js


const overlayWithoutKustomization = {
    id: "overlay-without-kustomization",
    title: "An overlay or the base holds manifests but no kustomization, so nothing of it is applied.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        for (const { folder } of stack.foldersWithoutKustomization) {
            const first = stack.files.find((one) => one.file.startsWith(`${folder}/`) && applicableIn(one) !== undefined);
            if (first === undefined)
                continue;
            yield {
                message: `${folder} holds manifests but no kustomization.yaml: kubectl apply -k refuses it, and no other kustomization includes it`,
                at: topOf(first.file),
                fix: { description: `Add ${folder}/kustomization.yaml that lists its manifests under resources`, edits: [] },
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/src/kubernetes/pod-security.js



/**
 * The fields of a pod's spec that a level refuses, each as it is written, e.g. `hostNetwork: true`;
 * empty: the pod is admitted.
 */
const violationsOf = (spec, level) => [
    ...new Set([...baseline(spec), ...(level === "restricted" ? restricted(spec) : [])]),
];
const containersOf = (spec) => ["containers", "initContainers", "ephemeralContainers"].flatMap((list) => (0,json_fields/* objectsAt */.yR)(spec, [list]));
const security = (holder) => {
    const context = (0,kubernetes_manifest/* valueAt */.f)(holder, ["securityContext"]);
    return (0,kubernetes_manifest/* isObject */.G)(context) ? context : {};
};
const baseline = (spec) => [
    ...["hostNetwork", "hostPID", "hostIPC"].filter((key) => (0,kubernetes_manifest/* valueAt */.f)(spec, [key]) === true).map((key) => `${key}: true`),
    ...(0,json_fields/* objectsAt */.yR)(spec, ["volumes"])
        .filter(({ hostPath }) => (0,kubernetes_manifest/* isObject */.G)(hostPath))
        .map(({ name }) => `the volume ${(0,json_word/* jsonWord */.b)(name)} of type hostPath`),
    ...containersOf(spec).flatMap(ofContainer),
    ...(seccompOf(security(spec)) === "Unconfined" ? ["seccompProfile Unconfined"] : []),
];
const ofContainer = (container) => {
    const context = security(container);
    const name = (0,json_word/* jsonWord */.b)(container["name"]);
    const added = (0,json_fields/* textsAt */.i1)(context, ["capabilities", "add"]).filter((one) => !usualCapabilities.has(one));
    const ports = (0,json_fields/* objectsAt */.yR)(container, ["ports"]).map(({ hostPort }) => hostPort);
    const procMount = context["procMount"];
    return [
        ...(context["privileged"] === true ? [`privileged: true of ${name}`] : []),
        ...added.map((one) => `the capability ${one} of ${name}`),
        ...ports
            .filter((port) => typeof port === "number" && port !== 0)
            .map((port) => `hostPort: ${(0,json_word/* jsonWord */.b)(port)} of ${name}`),
        ...(typeof procMount === "string" && procMount !== "Default" ? [`procMount: ${procMount} of ${name}`] : []),
        ...(seccompOf(context) === "Unconfined" ? [`seccompProfile Unconfined of ${name}`] : []),
    ];
};
const seccompOf = (context) => (0,kubernetes_manifest/* valueAt */.f)(context, ["seccompProfile", "type"]);
/** What `baseline` lets a container add. */
const usualCapabilities = new Set([
    ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
    ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
]);
const volumeTypes = new Set([
    ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"],
]);
const restricted = (spec) => {
    const pod = security(spec);
    const volumes = (0,json_fields/* objectsAt */.yR)(spec, ["volumes"]).flatMap(({ name, ...source }) => Object.keys(source)
        .filter((type) => !volumeTypes.has(type) && type !== "hostPath")
        .map((type) => `the volume ${(0,json_word/* jsonWord */.b)(name)} of type ${type}`));
    return [...volumes, ...containersOf(spec).flatMap((container) => restrictedContainer(container, pod))];
};
const restrictedContainer = (container, pod) => {
    const context = security(container);
    const name = (0,json_word/* jsonWord */.b)(container["name"]);
    const user = context["runAsUser"] ?? pod["runAsUser"];
    const drops = (0,json_fields/* textsAt */.i1)(context, ["capabilities", "drop"]);
    return [
        ...(context["allowPrivilegeEscalation"] === false ? [] : [`allowPrivilegeEscalation of ${name} is not false`]),
        ...((context["runAsNonRoot"] ?? pod["runAsNonRoot"]) === true ? [] : [`runAsNonRoot of ${name} is not true`]),
        ...(user === 0 ? [`runAsUser: 0 of ${name}`] : []),
        ...(drops.includes("ALL") ? [] : [`${name} does not drop ALL capabilities`]),
        ...(["RuntimeDefault", "Localhost"].includes(String(seccompOf(context) ?? seccompOf(pod)))
            ? []
            : [`${name} has no seccompProfile`]),
    ];
};

// EXTERNAL MODULE: ./build/src/kubernetes/pod-template.js
var pod_template = __webpack_require__(48287);
;// CONCATENATED MODULE: ./build/src/checks/pod-security-violation.js








const podSecurityViolation = {
    id: "pod-security-violation",
    title: "A namespace refuses pods that the stack puts into it.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { world } = resolution;
        const label = "pod-security.kubernetes.io/enforce";
        for (const namespace of ownObjects(resolution, "Namespace")) {
            const level = (0,kubernetes_labels/* labelsOf */.P)(namespace.body)[label];
            if (level !== "baseline" && level !== "restricted")
                continue;
            for (const { object } of (0,workloads/* workloadsIn */.X)(world).get(namespace.ref.name) ?? []) {
                const path = (0,pod_template/* templatePath */.Y)(object.ref.kind);
                const violations = path === null ? [] : violationsOf((0,kubernetes_manifest/* valueAt */.f)(object.body, [...path, "spec"]), level);
                if (violations.length > 0 && (0,namespaces/* namespaceOf */.N6)(object, world) === namespace.ref.name)
                    yield objectProblem(namespace, `it enforces the level ${level}, which refuses the pods of ${(0,finding/* nameOf */.Vb)(object.ref)}: ${violations.join(", ")}`, ["metadata", "labels", label]);
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/prometheus-rbac-insufficient.js

const prometheusRbacInsufficient = hopCheck({
    id: "prometheus-rbac-insufficient",
    title: "The account of Prometheus may not list and watch what the monitor makes it discover.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/prometheus-scrape-annotation-ignored.js



const prometheusScrapeAnnotationIgnored = {
    id: "prometheus-scrape-annotation-ignored",
    title: "An annotation asks to be scraped, and nothing in this stack reads it.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { all, unseen } = (0,scraped_targets/* scrapedTargets */.f8)(resolution.world);
        // Additional scrape configurations may well read it.
        if (unseen !== null || resolution.world.ofKind("ScrapeConfig").length > 0)
            return;
        for (const [kind, path] of Object.entries(places))
            for (const object of ownObjects(resolution, kind)) {
                const scrape = (0,kubernetes_manifest/* valueAt */.f)(object.body, [...path, "prometheus.io/scrape"]);
                if (String(scrape) !== "true" || all.some(({ service, workload }) => service === object || workload === object))
                    continue;
                yield objectProblem(object, "the annotation prometheus.io/scrape does nothing here: the operator knows ServiceMonitors and PodMonitors alone, and none takes this object", [...path, "prometheus.io/scrape"]);
            }
    },
};
const inPods = ["spec", "template", "metadata", "annotations"];
const places = {
    Service: ["metadata", "annotations"],
    Deployment: inPods,
    DaemonSet: inPods,
    StatefulSet: inPods,
};

;// CONCATENATED MODULE: ./build/src/checks/prometheus-storage-ephemeral.js




const prometheusStorageEphemeral = {
    id: "prometheus-storage-ephemeral",
    title: "Samples are to be kept for days, and are gone with the pod.",
    severity: "notice",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    *find({ stack, resolution }) {
        // Only who chooses how long samples are kept is told that they are not.
        const at = (0,value_sources/* setAt */.ef)(stack, ["prometheus", "prometheusSpec", "retention"]);
        if (at === null)
            return;
        for (const { ref, body } of resolution.world.ofKind("Prometheus")) {
            const storage = (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "storage"]);
            const retention = (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "retention"]);
            const claim = (0,kubernetes_manifest/* valueAt */.f)(storage, ["volumeClaimTemplate"]) ?? (0,kubernetes_manifest/* valueAt */.f)(storage, ["ephemeral"]);
            if (retention === undefined || claim !== undefined || (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "remoteWrite"]) !== undefined)
                continue;
            yield {
                message: `${(0,finding/* nameOf */.Vb)(ref)}: it keeps samples for ${(0,json_word/* jsonWord */.b)(retention)}, on a volume that lasts as long as its pod: a new node, an eviction or an upgrade of the operator, and all are gone`,
                resource: ref,
                at,
                fix: { description: "Set prometheus.prometheusSpec.storageSpec.volumeClaimTemplate.", edits: [] },
            };
        }
    },
};

// EXTERNAL MODULE: ./build/src/signal/capacity/capacity.js + 8 modules
var capacity = __webpack_require__(57732);
// EXTERNAL MODULE: ./build/src/signal/capacity/published-figures.js
var published_figures = __webpack_require__(82098);
// EXTERNAL MODULE: ./build/src/text/amount-text.js
var amount_text = __webpack_require__(13472);
;// CONCATENATED MODULE: ./build/src/checks/prometheus-volume-too-small.js







const prometheusVolumeTooSmall = {
    id: "prometheus-volume-too-small",
    title: "Prometheus' volume is full before its retention is over.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "resolution", "clusterSize"],
    *find(subject) {
        for (const one of (0,capacity/* capacityOf */.A)(subject.resolution.world, subject.clusterSize).prometheuses) {
            const problem = sizeAboveVolume(one, subject) ?? fullTooSoon(one, subject);
            if (problem !== null)
                yield problem;
        }
    },
};
/** The size at which old samples are removed is one that the volume never reaches. */
const sizeAboveVolume = (one, subject) => {
    const { volumeBytes, retentionSizeBytes } = one.storage;
    if (volumeBytes === null || retentionSizeBytes === null || retentionSizeBytes < volumeBytes)
        return null;
    const at = prometheus_volume_too_small_placeOf(one, ["spec", "retentionSize"], subject);
    const old = (0,json_fields/* textOrEmpty */._c)(one.object.body, ["spec", "retentionSize"]);
    const value = sizeWithin(volumeBytes * published_figures/* mostOfVolume */.dg);
    const edit = (0,scalar_edit/* scalarChange */.$p)(at, { old, value }, subject.resolution.world);
    return {
        message: `${one.name} removes old samples at ${(0,amount_text/* bytesText */.pV)(retentionSizeBytes)} (retentionSize: ${old}), and its volume has ${(0,amount_text/* bytesText */.pV)(volumeBytes)}: the volume is full before that, and then Prometheus takes in nothing more`,
        resource: one.object.ref,
        at,
        fix: {
            description: `Set retentionSize to ${value}: at most 85 % of the volume, as Prometheus recommends; or ask for a larger volume`,
            edits: edit === null ? [] : [edit],
        },
    };
};
/** By what is certain alone: the series that are known at the least, at the fewest bytes that are published. */
const fullTooSoon = (one, subject) => {
    const { volumeBytes, retention, retentionSeconds, retentionSizeBytes, volumePath } = one.storage;
    const { series, samplesPerSecond } = one;
    // Where the size ends the retention, the volume is never full.
    if (volumeBytes === null || retentionSeconds === null || retentionSizeBytes !== null)
        return null;
    if (series === null || samplesPerSecond === null)
        return null;
    const needed = (0,published_figures/* diskBytes */.lF)(samplesPerSecond.least, retentionSeconds).from;
    if (needed <= volumeBytes)
        return null;
    const soon = (0,amount_text/* daysText */.D5)((volumeBytes / needed) * retentionSeconds);
    return {
        message: `${one.name} keeps samples for ${retention}, and its volume of ${(0,amount_text/* bytesText */.pV)(volumeBytes)} is full after at most ${soon}: the ${(0,amount_text/* countText */.lT)(series.least)} series that are certain are ${(0,amount_text/* countText */.lT)(samplesPerSecond.least)} samples a second, and take ${(0,amount_text/* bytesText */.pV)(needed)} at 1 byte each, the least that Prometheus publishes`,
        resource: one.object.ref,
        at: prometheus_volume_too_small_placeOf(one, volumePath, subject),
        fix: {
            description: `Ask for ${(0,amount_text/* bytesText */.pV)(needed / published_figures/* mostOfVolume */.dg)} or more, or keep samples for a shorter time; with retentionSize: ${sizeWithin(volumeBytes * published_figures/* mostOfVolume */.dg)} the volume never fills, and the oldest samples go first`,
            edits: [],
        },
    };
};
/** As Prometheus takes it, in whole gigabytes (by powers of two) where it has any. */
const sizeWithin = (bytes) => bytes >= 2 ** 30 ? `${Math.floor(bytes / 2 ** 30)}GB` : `${Math.max(Math.floor(bytes / 2 ** 20), 1)}MB`;
/** The value that governs a field; the chart calls the storage otherwise than the object does. */
const prometheus_volume_too_small_placeOf = ({ object }, path, { stack }) => {
    const [, field = "", ...below] = path.map(String);
    const key = ["prometheus", "prometheusSpec", field === "storage" ? "storageSpec" : field, ...below];
    return ((0,world_world/* isOfChart */.O)(object) ? (0,value_sources/* setAt */.ef)(stack, key) : object.locate(path)) ?? (0,value_sources/* governedAt */.QY)(stack, [key]);
};

;// CONCATENATED MODULE: ./build/src/checks/prometheusrule-empty.js



const prometheusruleEmpty = {
    id: "prometheusrule-empty",
    title: "A PrometheusRule or one of its groups has no rule.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const object of ownRuleObjects(resolution))
            if ((0,json_fields/* objectsAt */.yR)(object.body, ["spec", "groups"]).length === 0)
                yield empty(object, (0,finding/* nameOf */.Vb)(object.ref), ["spec"]);
        for (const { object, path, group, subject } of ownRuleGroups(resolution))
            if ((0,json_fields/* objectsAt */.yR)(group, ["rules"]).length === 0)
                yield empty(object, subject, [...path, "name"]);
    },
};
const empty = (object, subject, path) => {
    const at = object.locate(path) ?? object.locate(["metadata", "name"]);
    return {
        message: `${subject}: it has no rule: nothing is evaluated, and no tool says so`,
        resource: object.ref,
        ...(at === null ? {} : { at }),
    };
};

;// CONCATENATED MODULE: ./build/src/checks/own/missed-with-chart.js


/**
 * What a check tells of single objects, without those that a selector of the values leaves out along with the chart's
 * own: of that one cause is told at the value.
 */
const withoutMissedWithChart = ({ resolution: { world } }, problems) => {
    const told = new Set(chartLosses(world).flatMap(({ own }) => own.map(({ ref }) => (0,finding/* nameOf */.Vb)(ref))));
    return [...problems].filter(({ resource }) => resource === undefined || !told.has((0,finding/* nameOf */.Vb)(resource)));
};

;// CONCATENATED MODULE: ./build/src/checks/prometheusrule-namespace-not-selected.js


const prometheusruleNamespaceNotSelected = hopCheck({
    id: "prometheusrule-namespace-not-selected",
    title: "No Prometheus selects the namespace in which the PrometheusRule lies.",
    severity: "error",
    tell: (subject, check) => withoutMissedWithChart(subject, objectProblems(subject, check)),
});

;// CONCATENATED MODULE: ./build/src/checks/prometheusrule-not-selected.js



const prometheusruleNotSelected = {
    id: "prometheusrule-not-selected",
    title: "No Prometheus selects the PrometheusRule: its labels do not match.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    find: (subject) => withoutMissedWithChart(subject, withoutOtherRelease(subject, objectProblems(subject, "prometheusrule-not-selected"))),
};

;// CONCATENATED MODULE: ./build/src/checks/prometheusrule-too-large.js

const prometheusruleTooLarge = hopCheck({
    id: "prometheusrule-too-large",
    title: "A PrometheusRule has more text than the operator takes in one object.",
    severity: "error",
    tell: objectProblems,
});

;// CONCATENATED MODULE: ./build/src/checks/promql-aggregation-loses-identity.js





const promqlAggregationLosesIdentity = {
    id: "promql-aggregation-loses-identity",
    title: "An alert on the state of single GPUs aggregates away which GPU it is.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            if (used.kind !== "alert")
                continue;
            for (const { of } of (0,promql_threshold/* thresholdsIn */.E8)(used.expression.root)) {
                if (of.kind !== "aggregate" || keepsIdentity(of))
                    continue;
                const metric = deviceMetric(of);
                if (metric !== null)
                    yield expressionProblem(used, of, `${of.name}() leaves no label that says which GPU: whoever is notified has to search for it; keep it with \`${of.name} by (hostname, gpu)\``);
            }
        }
    },
};
/** `max` and `min` are about single GPUs; an average or a sum may be meant for the cluster. */
const deviceMetric = (node) => {
    if (node.name !== "max" && node.name !== "min")
        return null;
    const metrics = (0,syntax/* nodesIn */.vx)(node).flatMap((one) => (one.kind === "selector" ? [one.selector.metric ?? ""] : []));
    return (metrics.find((name) => failure_classes/* failureClasses */.fQ.some(({ id, metrics }) => ofDevice.has(id) && metrics.test(name))) ?? null);
};
const ofDevice = new Set([
    "xid",
    "recovery-action",
    "temperature",
    "uncorrectable-memory",
    "row-remap-failed",
    "row-remap-pending",
    "nvlink",
    "pcie-replay",
    "power",
]);
const keepsIdentity = ({ grouping }) => {
    if (grouping === null)
        return false;
    return grouping.without ? true : grouping.labels.some((label) => promql_aggregation_loses_identity_identity.has(label));
};
const promql_aggregation_loses_identity_identity = new Set([
    ...["gpu", "UUID", "uuid", "device", "pci_bus_id", "hostname", "Hostname", "instance", "node", "pod"],
    ...["kubernetes_node", "exported_pod", "GPU_I_ID"],
]);

;// CONCATENATED MODULE: ./build/src/checks/promql-counter-without-rate.js




const promqlCounterWithoutRate = {
    id: "promql-counter-without-rate",
    title: "A counter is compared with a number: sooner or later it is above, and stays there.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            if (used.kind !== "alert")
                continue;
            const isCounter = (metric) => resolution.known.typeOf(metric) === "counter";
            const guards = guardsIn(used.expression.root, isCounter);
            for (const { of, node } of (0,promql_threshold/* thresholdsIn */.E8)(used.expression.root)) {
                const metric = bareMetric(of);
                if (metric !== null && isCounter(metric) && !isLatching(metric) && !guards.has(node))
                    yield expressionProblem(used, node, `${metric} is a counter and only ever rises: once above, it stays there until the exporter restarts; compare what it rose by, e.g. increase(${metric}[1h])`);
            }
        }
    },
};
/**
 * What stands beside a condition that ends by itself, joined by `and`: it says only that there is something to ask of,
 * as `x_count > 0` beside a quantile of x.
 */
const guardsIn = (root, isCounter) => {
    const joined = [];
    const left = [root];
    for (let node = left.pop(); node !== undefined; node = left.pop())
        if (node.kind === "binary" && node.op === "and")
            left.push(node.left, node.right);
        else
            joined.push(node);
    const rising = joined.filter((node) => {
        const [threshold] = (0,promql_threshold/* thresholdOf */.pI)(node);
        const metric = threshold === undefined ? null : bareMetric(threshold.of);
        return metric !== null && isCounter(metric);
    });
    const ends = joined.some((node) => !rising.includes(node) && (0,promql_threshold/* thresholdsIn */.E8)(node).length > 0);
    return new Set(ends ? rising : []);
};
/** The metric whose current value is compared, aggregated or not. */
const bareMetric = (node) => {
    if (node.kind === "selector")
        return node.selector.metric;
    const [first] = node.kind === "aggregate" ? node.args : [];
    return first === undefined ? null : bareMetric(first);
};
/** A single such error is reason enough, whenever it was. */
const isLatching = (metric) => failure_classes/* failureClasses */.fQ.some(({ id, metrics }) => latching.has(id) && metrics.test(metric)) ||
    /CORRECTABLE_REMAPPED_ROWS|ROW_REMAP|ECC_|RETIRED_|^node_edac_/.test(metric);
const latching = new Set([
    "uncorrectable-memory",
    "row-remap-failed",
    "row-remap-pending",
]);

;// CONCATENATED MODULE: ./build/src/checks/promql-experimental-function.js

const promqlExperimentalFunction = hopCheck({
    id: "promql-experimental-function",
    title: "A rule calls a PromQL function that is experimental for the operator.",
    severity: "error",
    tell: objectProblems,
});

// EXTERNAL MODULE: ./build/src/promql/label-reads.js
var label_reads = __webpack_require__(3162);
;// CONCATENATED MODULE: ./build/src/checks/promql-exported-label-mismatch.js






const promqlExportedLabelMismatch = {
    id: "promql-exported-label-mismatch",
    title: "GPU metrics are grouped by the exporter's pod where the workload's was meant.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const targets = (0,scraped_targets/* scrapedTargets */.f8)(resolution.world).gpu;
        const labels = new Set(resolution.world.exporter.labels ?? []);
        // With honorLabels the workload's labels keep their names.
        if (targets.length === 0 || targets.some(({ honorLabels }) => honorLabels))
            return;
        for (const used of usedExpressions(resolution))
            for (const node of (0,syntax/* nodesIn */.vx)(used.expression.root)) {
                if (node.kind !== "aggregate" || node.grouping === null || node.grouping.without || !readsOnlyGpu(node))
                    continue;
                // What label_replace() makes of another label is none of the exporter's own.
                const isExporters = (label) => node.args.every((arg) => !(0,label_reads/* labelSources */.x)(arg, label).made);
                const taken = node.grouping.labels.filter((label) => workload.includes(label) && labels.has(label) && isExporters(label));
                // Together with the exporter's instance or job it is its own pod that is meant.
                if (taken.length === 0 || node.grouping.labels.some((label) => ofTarget.has(label)))
                    continue;
                const edits = used.expression.labelUses
                    .filter(({ where, name, from }) => where === "by" && taken.includes(name) && from >= node.from && from < node.to)
                    .map(({ name, from, to }) => ({ from, to, text: `exported_${name}` }));
                yield expressionProblem(used, edits[0] ?? node, `${taken.join(", ")} of a GPU metric is the exporter's own, because the monitor does not honour labels; that of the workload is ${taken.map((label) => `exported_${label}`).join(", ")}`, { fix: expressionFix(used, `Group by ${taken.map((label) => `exported_${label}`).join(", ")}.`, edits) });
            }
    },
};
const workload = ["pod", "namespace", "container"];
const ofTarget = new Set(["instance", "job", "endpoint", "service"]);
const readsOnlyGpu = (node) => {
    const metrics = (0,syntax/* nodesIn */.vx)(node).flatMap(metricOf).toArray();
    return metrics.length > 0 && metrics.every(gpu_metric_name/* isGpuMetric */.$);
};
const metricOf = (node) => node.kind === "selector" ? [node.selector.metric ?? ""] : [];

;// CONCATENATED MODULE: ./build/src/checks/promql-job-label-mismatch.js

const promqlJobLabelMismatch = hopCheck({
    id: "promql-job-label-mismatch",
    title: "An alert asks for a label or value that the series it reads can never have.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/promql-metric-not-exported.js

const promqlMetricNotExported = hopCheck({
    id: "promql-metric-not-exported",
    title: "An alert reads a metric that nothing in sight exports, so it can never fire.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/promql-part-to-part-ratio.js



const promqlPartToPartRatio = {
    id: "promql-part-to-part-ratio",
    title: "A threshold takes used memory divided by free memory for a share of the whole.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution))
            for (const threshold of (0,promql_threshold/* thresholdsIn */.E8)(used.expression.root)) {
                const found = shareOf(threshold);
                if (found === null)
                    continue;
                const text = ({ from, to }) => used.expression.text.slice(from, to);
                const { left, right } = found.ratio;
                yield expressionProblem(used, threshold.node, `${text(left)} is divided by ${text(right)}, and not by both together: \`${threshold.op} ${threshold.value}\` is met where ${found.words} of the memory is ${partIn(left)?.toLowerCase()}`, { fix: { description: `Divide by the whole: ${text(left)} / (${text(left)} + ${text(right)}).`, edits: [] } });
            }
    },
};
/** Null where the threshold is no share, or nearly the same as one: a hundredth of the rest is one of the whole. */
const shareOf = ({ of, op, value }) => {
    const { ratio, factor } = scaled(of);
    if (ratio === null || !isPartToPart(ratio))
        return null;
    // Ten times as much used as free is meant as that.
    const meant = value / factor;
    const is = meant / (1 + meant);
    if (meant > 1 || meant - is < 0.05 || !/[<>]/.test(op))
        return null;
    return { ratio, words: `${op.startsWith(">") ? "more" : "less"} than ${Number((is * 100).toPrecision(3))} %` };
};
/** `100 * (a / b)`, however it is written. */
const scaled = (node) => {
    if (node.kind !== "binary")
        return { ratio: null, factor: 1 };
    const { op, left, right } = node;
    const [before, behind] = [(0,promql_threshold/* constantOf */.yi)(left), (0,promql_threshold/* constantOf */.yi)(right)];
    if (op === "*" && behind !== null)
        return { ratio: asRatio(left), factor: behind };
    if (op === "*" && before !== null)
        return { ratio: asRatio(right), factor: before };
    // `100 * a / b` is read from the left.
    const inner = op === "/" && left.kind === "binary" && left.op === "*" ? left : null;
    const factor = inner === null ? null : ((0,promql_threshold/* constantOf */.yi)(inner.left) ?? (0,promql_threshold/* constantOf */.yi)(inner.right));
    if (inner === null || factor === null)
        return { ratio: asRatio(node), factor: 1 };
    return { ratio: { ...node, left: (0,promql_threshold/* constantOf */.yi)(inner.left) === null ? inner.left : inner.right }, factor };
};
const asRatio = (node) => node.kind === "binary" && node.op === "/" ? node : null;
const isPartToPart = ({ left, right }) => {
    const parts = [partIn(left), partIn(right)];
    return parts.includes("USED") && parts.includes("FREE");
};
/** Which part of a GPU's memory it is, alone, over time or summed; by the names of all releases of the exporter. */
const partIn = (node) => {
    if (node.kind === "selector")
        return /^DCGM_FI_DEV_FB_(USED|FREE)(?:_BYTES)?$/.exec(node.selector.metric ?? "")?.[1] ?? null;
    if (node.kind === "range")
        return partIn(node.of);
    const [only, ...others] = node.kind === "aggregate" || node.kind === "call" ? node.args : [];
    return only === undefined || others.length > 0 ? null : partIn(only);
};

;// CONCATENATED MODULE: ./build/src/checks/promql-range-exceeds-retention.js







const promqlRangeExceedsRetention = {
    id: "promql-range-exceeds-retention",
    title: "An expression looks back further than Prometheus keeps samples.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const retention = retentionOf(resolution.world);
        if (retention === null)
            return;
        for (const used of usedExpressions(resolution)) {
            if (inDashboard(used) || !runsInPrometheus(used, resolution.world))
                continue;
            const far = looksBack(used.expression.root).find(({ back }) => ((0,prometheus_duration/* parseDuration */.E9)(back) ?? 0) > retention.ms);
            if (far !== undefined)
                yield expressionProblem(used, far.at, `it looks back ${far.back}, and Prometheus keeps samples for ${retention.text}: what is older is not there${retention.uploads ? " (rules do not ask the store that a Thanos sidecar fills)" : ""}, and the result is that of a shorter time`);
        }
    },
};
/** A ThanosRuler evaluates rules against the whole store; those that no Prometheus selects are its own. */
const runsInPrometheus = ({ rule }, world) => {
    const evaluating = rule === null ? [] : (0,monitor_selection/* selectingPrometheuses */.FB)(rule.object, world);
    return evaluating.length === 0 || evaluating.some(({ ref }) => ref.kind === "Prometheus");
};
/**
 * The longest of any Prometheus in sight; null where one of them reads from a store elsewhere, or none is there. The
 * operator keeps 24h where nothing is said. A Thanos sidecar uploads and answers queries; Prometheus evaluates rules
 * against its own samples: https://thanos.io/tip/components/sidecar.md/
 */
const retentionOf = (world) => {
    const all = world.ofKind("Prometheus").map(({ body }) => {
        const text = (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "retention"]) ?? "24h";
        const elsewhere = (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "remoteRead"]) !== undefined;
        const uploads = (0,kubernetes_manifest/* valueAt */.f)(body, ["spec", "thanos"]) !== undefined;
        return { text: (0,json_word/* jsonWord */.b)(text), ms: elsewhere ? null : (0,prometheus_duration/* parseDuration */.E9)((0,json_word/* jsonWord */.b)(text)), uploads };
    });
    const known = all.flatMap(({ ms, ...rest }) => (ms === null ? [] : [{ ...rest, ms }]));
    if (known.length < all.length)
        return null;
    return known.reduce((a, b) => (a !== null && a.ms >= b.ms ? a : b), null);
};
const looksBack = (root) => (0,syntax/* nodesIn */.vx)(root)
    .flatMap((node) => {
    if (node.kind === "range")
        return [{ back: node.window, at: node }];
    const offset = node.kind === "selector" ? node.selector.offset : null;
    return offset === null ? [] : [{ back: offset, at: node }];
})
    .toArray();

;// CONCATENATED MODULE: ./build/src/promql/window-functions.js

/** Functions that look at how a counter rises. https://prometheus.io/docs/prometheus/latest/querying/functions/ */
const counterFunctions = new Set(["rate", "irate", "increase", "resets"]);
/** Functions that need two samples of the window. */
const twoSampleFunctions = new Set([
    ...["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "double_exponential_smoothing"],
]);
/** Every function over a window of raw samples; subqueries have steps of their own. */
const windowedCallsIn = (root) => (0,syntax/* nodesIn */.vx)(root)
    .flatMap((node) => {
    if (node.kind !== "call")
        return [];
    const range = node.args.find((arg) => arg.kind === "range");
    if (range?.kind !== "range" || range.subquery || range.of.kind !== "selector")
        return [];
    const { from, to } = node;
    return [{ name: node.name, selector: range.of.selector, window: range.window, from, to }];
})
    .toArray();

;// CONCATENATED MODULE: ./build/src/checks/promql-rate-on-gauge.js



const promqlRateOnGauge = {
    id: "promql-rate-on-gauge",
    title: "A function for counters is applied to a gauge: every fall counts as a restart.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution))
            for (const { name, selector, from, to } of windowedCallsIn(used.expression.root)) {
                if (!counterFunctions.has(name) || selector.metric === null)
                    continue;
                if (resolution.known.typeOf(selector.metric) !== "gauge")
                    continue;
                yield expressionProblem(used, { from, to }, `${selector.metric} is a gauge, and ${name}() takes every fall of it for a restart of a counter: the result means nothing`, { fix: { description: promql_rate_on_gauge_advice(name, selector.metric), edits: [] } });
            }
    },
};
/** Of codes and bit masks, such as the last XID, neither a difference nor a slope means anything. */
const promql_rate_on_gauge_advice = (name, metric) => /XID_ERRORS|(?:EVENT|THROTTLE)_REASONS/.test(metric)
    ? `Its values are codes: use changes() for when another one came, or compare ${metric} itself with the code that is meant.`
    : (instead[name] ?? "Use a function for gauges.");
const instead = {
    rate: "Use deriv() for the slope of a gauge, or the gauge itself where it is a rate already.",
    irate: "Use the gauge itself, or idelta() for its last change.",
    increase: "Use delta() for the change of a gauge, or changes() for how often it changed.",
    resets: "Use changes() for how often a gauge changed.",
};

;// CONCATENATED MODULE: ./build/src/checks/promql-rate-range-too-short.js





const promqlRateRangeTooShort = {
    id: "promql-rate-range-too-short",
    title: "A window is too short for two samples: the function gives nothing, or has gaps.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            // Grafana's variables choose a dashboard's window.
            if (inDashboard(used))
                continue;
            for (const call of windowedCallsIn(used.expression.root)) {
                if (!twoSampleFunctions.has(call.name))
                    continue;
                const window = (0,prometheus_duration/* parseDuration */.E9)(call.window);
                const interval = (0,sample_interval/* sampleInterval */.O$)(call.selector.metric ?? "", resolution.world);
                if (window === null || interval === null || window >= enough * interval.ms)
                    continue;
                const advice = `use at least [${seconds(enough * interval.ms)}]`;
                const why = `${call.selector.metric} is ${interval.why}, and [${call.window}]`;
                yield window < 2 * interval.ms
                    ? expressionProblem(used, call, `${why} does not hold the two samples that ${call.name}() needs every time: it gives nothing; ${advice}`)
                    : expressionProblem(used, call, `${why} leaves no room for a missed scrape: then ${call.name}() gives nothing; ${advice}`, {
                        severity: "warning",
                    });
            }
        }
    },
};
/**
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/#using-__rate_interval: at least four
 * times the scrape interval.
 */
const enough = 4;
const seconds = (ms) => (ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`);

;// CONCATENATED MODULE: ./build/src/checks/promql-regexp-redundant.js


const promqlRegexpRedundant = {
    id: "promql-regexp-redundant",
    title: "A regular expression without anything regular about it.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const used of usedExpressions(resolution)) {
            // What stands in a dashboard's place of a variable is no word of its author.
            if (inDashboard(used))
                continue;
            for (const { matchers } of used.expression.selectors)
                for (const matcher of matchers) {
                    const word = plainWord(matcher);
                    if (word === null)
                        continue;
                    const operator = matcher.op === "=~" ? "=" : "!=";
                    const text = `${matcher.name}${operator}"${word}"`;
                    yield expressionProblem(used, matcher, `\`${matcher.name}${matcher.op}"${matcher.value}"\` is \`${text}\`: Prometheus anchors regular expressions by itself`, {
                        severity: "notice",
                        fix: expressionFix(used, `Write \`${text}\`.`, [{ ...matcher, text }]),
                    });
                }
        }
    },
};
/** What the pattern means where it means one word; a dot is left alone, it may be meant. */
const plainWord = ({ op, value }) => op === "=~" || op === "!~" ? (/^\^?([A-Za-z0-9_:/ -]+)\$?$/.exec(value)?.[1] ?? null) : null;

;// CONCATENATED MODULE: ./build/src/checks/promql-rule-result-type.js

const promqlRuleResultType = hopCheck({
    id: "promql-rule-result-type",
    title: "The expression of an alert gives a range vector or a string, from which no alert can be made.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/promql-syntax-error.js

const promqlSyntaxError = {
    id: "promql-syntax-error",
    title: "A rule's expression is not valid PromQL.",
    severity: "error",
    decidedBy: "promtool",
    reads: ["rules"],
    *find({ rules }) {
        yield* ruleProblems(rules, "expression");
    },
};

// EXTERNAL MODULE: ./build/src/dcgm/value-range.js
var value_range = __webpack_require__(6583);
;// CONCATENATED MODULE: ./build/src/promql/expression-range.js

/** The values that an expression can have, given those of its metrics; null where nothing certain can be said. */
const expressionRange = (node, rangeOf) => {
    switch (node.kind) {
        case "selector":
            return rangeOf(node.selector);
        case "range":
            return expressionRange(node.of, rangeOf);
        case "call":
            return keepsRange.has(node.name) ? ofOnly(node.args, rangeOf) : null;
        case "aggregate":
            return ["max", "min", "avg", "quantile", "topk", "bottomk"].includes(node.name)
                ? ofOnly(node.args, rangeOf)
                : null;
        case "binary":
            return expression_range_ofBinary(node, rangeOf);
        default:
            return null;
    }
};
const keepsRange = new Set([
    ...["avg_over_time", "max_over_time", "min_over_time", "last_over_time", "first_over_time", "quantile_over_time"],
    ...["label_replace", "label_join", "sort", "sort_desc"],
]);
/** Quantiles and label functions have arguments that are no series. */
const ofOnly = (args, rangeOf) => {
    const series = args.filter((arg) => arg.kind !== "number" && arg.kind !== "string");
    const [first] = series;
    return first === undefined || series.length > 1 ? null : expressionRange(first, rangeOf);
};
const expression_range_ofBinary = (node, rangeOf) => {
    const { op, left, right } = node;
    // What passes a filter has a value of the left side.
    if (["and", "unless"].includes(op))
        return expressionRange(left, rangeOf);
    if (op === "/" && isPartOf(left, right))
        return { least: 0, most: 1 };
    const factor = op === "*" ? ((0,promql_threshold/* constantOf */.yi)(right) ?? (0,promql_threshold/* constantOf */.yi)(left)) : op === "/" ? inverse((0,promql_threshold/* constantOf */.yi)(right)) : null;
    if (factor === null || factor <= 0)
        return null;
    const range = expressionRange((0,promql_threshold/* constantOf */.yi)(left) === null ? left : right, rangeOf);
    return range === null ? null : { least: range.least * factor, most: range.most * factor };
};
const inverse = (value) => (value === null || value === 0 ? null : 1 / value);
/** `a / (a + b)`: both of the same metrics, so neither is negative. */
const isPartOf = (part, whole) => whole.kind === "binary" &&
    whole.op === "+" &&
    [whole.left, whole.right].some((side) => expression_range_isSame(side, part) || isPartOf(part, side));
const expression_range_isSame = (a, b) => a.kind === "selector" &&
    b.kind === "selector" &&
    a.selector.metric === b.selector.metric &&
    JSON.stringify(a.selector.matchers.map(({ name, op, value }) => [name, op, value])) ===
        JSON.stringify(b.selector.matchers.map(({ name, op, value }) => [name, op, value]));

;// CONCATENATED MODULE: ./build/src/checks/promql-threshold-out-of-range.js





const promqlThresholdOutOfRange = {
    id: "promql-threshold-out-of-range",
    title: "A threshold lies outside what the metric can be: the comparison never holds, or always.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const rangeOf = rangesOf(resolution.world);
        for (const used of usedExpressions(resolution))
            for (const { of, op, value, at } of (0,promql_threshold/* thresholdsIn */.E8)(used.expression.root)) {
                const range = expressionRange(of, ({ metric }) => rangeOf(metric));
                const outcome = range === null ? null : outcomeOf(op, value, range);
                if (range === null || outcome === null)
                    continue;
                const what = used.expression.text.slice(of.from, of.to);
                yield expressionProblem(used, at, `${what} lies between ${range.least} and ${range.most}${unitIn(used.expression.selectors, resolution.world)}, so \`${op} ${value}\` ${outcome}`);
            }
    },
};
const rangesOf = (world) => {
    const metrics = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
    return (metric) => {
        const known = metrics.get(metric ?? "");
        return known === undefined ? null : (0,value_range/* valueRange */.t)(known);
    };
};
/** Only what cannot be meant: `>= 0` holds always, and is written to say "there is a series". */
const outcomeOf = (op, value, { least, most }) => {
    if (value >= least && value <= most) {
        if ((op === ">" && value === most) || (op === "<" && value === least))
            return "never holds";
        return null;
    }
    const above = value > most;
    if (op === "==" || (above ? op.startsWith(">") : op.startsWith("<")))
        return "never holds";
    return above && op.startsWith("<") ? "always holds" : null;
};
const unitIn = (selectors, { exporter }) => {
    const units = new Set(selectors.map(({ metric }) => exporter.metrics?.find(({ name }) => name === metric)?.unit));
    const [unit] = units;
    return units.size === 1 && unit !== undefined && unit !== null && unit !== "ratio" ? ` (${unit})` : "";
};

;// CONCATENATED MODULE: ./build/src/promql/sets-label.js
/** Whether the node is a call that may set a label of a series, or take one away. */
const setsLabel = (node) => node.kind === "call" && ["label_replace", "label_join", "info"].includes(node.name);

// EXTERNAL MODULE: ./build/src/world/unseen.js
var unseen = __webpack_require__(35765);
;// CONCATENATED MODULE: ./build/src/checks/problem/several-gpus.js







/**
 * What is wrong with `on (\u2026)` or `ignoring (\u2026)` where a side of which one series may match has several for certain: one
 * for each GPU of a node, or for the GPUs of one number on all nodes; null where it is not known to. Prometheus fails
 * the whole evaluation then.
 * https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
const severalGpus = ({ op, left, right, matching }, resolution) => {
    if (matching === null || syntax/* setOperators */.iK.includes(op))
        return null;
    const single = [
        ...(matching.many === "right" ? [] : [{ name: "right", side: right, other: left }]),
        ...(matching.many === "left" ? [] : [{ name: "left", side: left, other: right }]),
    ];
    const several = single.flatMap((one) => {
        const spread = spreadOf(one.side, matching, resolution);
        return spread === null ? [] : [{ ...one, spread }];
    });
    const [first] = several;
    if (first === undefined)
        return null;
    const written = `${matching.on ? "on" : "ignoring"} (${matching.labels.join(", ")})`;
    const explicit = matching.many === null && several.length === 1;
    const words = explicit && first.name === "left" ? "many-to-one matching must be explicit" : manyToMany;
    const shapes = [first.side, first.other].map((side) => (0,result_labels/* resultLabels */.x)(side, resolution.known.shapeOf));
    const shared = telling(matching, first.spread).find((label) => shapes.every((shape) => has(shape, label)));
    const by = matching.on && matching.labels.length > 0 ? ` by (${matching.labels.join(", ")})` : "";
    const ways = [
        ...(shared === undefined
            ? []
            : [`match with \`on (${[...(matching.on ? matching.labels : []), shared].join(", ")})\``]),
        ...(explicit ? [`write \`${written} group_${first.name} ()\``] : []),
        `aggregate the ${first.name} side${by}`,
    ].join(", or ");
    return {
        why: `the ${first.name} side has a series for each GPU, and \`${written}\` does not tell them apart: as soon as ${first.spread}, Prometheus fails the evaluation (${words})`,
        advice: `${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`,
    };
};
const manyToMany = "many-to-many matching not allowed";
/** Labels that tell the GPUs apart, the likelier ones to match by first. */
const telling = ({ on, labels }, spread) => {
    if (!on)
        return ["UUID"];
    if (spread === "two nodes have GPUs")
        return ofNodes;
    return labels.some((name) => hostLabel.test(name) || name === "instance") ? ofGpus : ofGpus.toReversed();
};
const ofGpus = ["gpu", "device", "pci_bus_id", "UUID"];
const ofNodes = ["hostname", "Hostname", "instance", "UUID"];
const hostLabel = /^hostname$/i;
/** Labels that GPUs of the same number have alike on all nodes. */
const ofNumber = new Set(["gpu", "device"]);
/** When the series of a side, one for each GPU, match as one; null where they may not. */
const spreadOf = (side, matching, { known, world }) => {
    const nodes = [...(0,syntax/* nodesIn */.vx)(side)];
    const selectors = nodes.flatMap((node) => (node.kind === "selector" ? [node.selector] : []));
    const exported = new Map((world.exporter.metrics ?? []).map(({ name, type }) => [name, type]));
    const ofGpu = (metric) => (exported.get(metric) ?? "label") !== "label" && !otherDevice.test(metric);
    if (selectors.length === 0 || !selectors.every(({ metric }) => ofGpu(metric ?? "")))
        return null;
    const own = new Set(world.exporter.labels);
    const targets = (0,scraped_targets/* scrapedTargets */.f8)(world).gpu.map(({ labels }) => labels);
    const targetLabels = new Set(["job", "instance", ...targets.flatMap(Object.keys)]);
    const ofNode = (name) => hostLabel.test(name) || (targetLabels.has(name) && !own.has(name));
    if (nodes.some(picks) || !selectors.every(({ matchers }) => matchers.every(({ name }) => ofNode(name))))
        return null;
    const shape = (0,result_labels/* resultLabels */.x)(side, known.shapeOf);
    const labels = matchedLabels(matching, shape);
    if (labels === null)
        return null;
    const meets = (isAlike) => labels.every((name) => isAlike(name) || lacks(shape, name));
    // What only some series have, such as the pod that uses the GPU, two that nobody uses both lack.
    const isIdle = (name) => !matching.on && !ofGpus.includes(name) && !hostLabel.test(name);
    if (ofGpus.some((name) => has(shape, name)) && meets((name) => ofNode(name) || isIdle(name)))
        return "a node has two GPUs";
    const ofAll = (name) => targets.length > 0 && targets.every((one) => !(0,unseen/* hasUnseen */.FN)(one[name] ?? (0,unseen/* unseen */.nv)(name))) && ofNode(name);
    const isAlike = (name) => ofNumber.has(name) || ofAll(name);
    return matching.on && ofNodes.some((name) => has(shape, name)) && meets(isAlike) ? "two nodes have GPUs" : null;
};
/** The labels by which a side is matched; null where those that are not ignored are not known. */
const matchedLabels = ({ on, labels }, shape) => {
    if (on)
        return labels;
    return shape.open ? null : [...shape.labels.keys()].filter((name) => name !== "__name__" && !labels.includes(name));
};
/** Metrics of what is no GPU. */
const otherDevice = /NVSWITCH|SXID|_CPU_/;
/** What may choose one of several GPUs, or make a label. */
const picks = (node) => {
    if (node.kind === "unclear" || setsLabel(node))
        return true;
    if (node.kind === "aggregate")
        return pickers.has(node.name);
    if (node.kind !== "binary" || node.bool)
        return false;
    const joins = [node.left, node.right].every((side) => (0,result_type/* resultType */.Y)(side) !== "scalar");
    return joins && (syntax/* setOperators */.iK.includes(node.op) || syntax/* comparisons */.lU.includes(node.op));
};
const pickers = new Set(["topk", "bottomk", "limitk", "limit_ratio", "count_values"]);
const has = (shape, name) => shape.labels.has(name) && !lacks(shape, name);
const lacks = (shape, name) => (0,label_shape/* valuesIn */.aC)(shape, name)?.every((value) => value === "") === true;

;// CONCATENATED MODULE: ./build/src/checks/promql-vector-matching.js









const promqlVectorMatching = {
    id: "promql-vector-matching",
    title: "The two sides of an operator never have the same labels, are the same series, or match several GPUs with one.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const own = ownLabels(resolution);
        for (const used of usedExpressions(resolution)) {
            if (!used.expression.complete)
                continue;
            for (const node of (0,syntax/* nodesIn */.vx)(used.expression.root)) {
                if (node.kind !== "binary" || !joins(node))
                    continue;
                // What `@` pins is another moment.
                const same = used.expression.text.includes("@") ? null : sameSeries(node);
                const found = same === null
                    ? (neverMeet(node, resolution, own) ?? severalGpus(node, resolution))
                    : { why: same, advice: sumTheWhole };
                if (found !== null)
                    yield expressionProblem(used, node, found.why, { fix: { description: found.advice, edits: [] } });
            }
        }
    },
};
const sumTheWhole = "Sum the side that is meant as the whole, and match with `on` or `ignoring`.";
/** `or` joins nothing, and a number has no labels; `fill` stands in for what does not match. */
const joins = ({ op, left, right, filled }) => op !== "or" &&
    op !== "unless" &&
    !filled.left &&
    !filled.right &&
    [left, right].every((side) => (0,result_type/* resultType */.Y)(side) === "vector");
/** `x{a="1"} / x` divides each series by itself. */
const sameSeries = ({ op, left, right, matching }) => {
    if (matching !== null || syntax/* setOperators */.iK.includes(op))
        return null;
    const [a, b] = [promql_vector_matching_chainOf(left), promql_vector_matching_chainOf(right)];
    if (a === null || b === null || a.around !== b.around)
        return null;
    const [narrow, wide] = a.matchers.size >= b.matchers.size ? [a, b] : [b, a];
    if (![...wide.matchers].every((matcher) => narrow.matchers.has(matcher)))
        return null;
    const outcome = syntax/* comparisons */.lU.includes(op)
        ? "compares each series with itself"
        : `is ${values[op] ?? "the same"} always`;
    return `both sides are the same series, each matched with itself, so that it ${outcome}`;
};
const values = { "/": "1", "-": "0", "%": "0" };
/** A selector and the functions around it, where they keep the labels. */
const promql_vector_matching_chainOf = (node) => {
    if (node.kind === "selector")
        return promql_vector_matching_ofSelector(node.selector);
    if (node.kind === "range") {
        const inner = promql_vector_matching_chainOf(node.of);
        return inner === null ? null : { ...inner, around: `${inner.around}[${node.window}]` };
    }
    const [arg, ...others] = node.kind === "call" ? node.args : [];
    if (node.kind !== "call" || arg === undefined || others.length > 0)
        return null;
    const inner = promql_vector_matching_chainOf(arg);
    return inner === null ? null : { ...inner, around: `${node.name}(${inner.around})` };
};
const promql_vector_matching_ofSelector = ({ metric, matchers, offset }) => metric === null || (0,grafana_variables/* isVariable */.DZ)(metric)
    ? null
    : {
        around: `${metric} offset ${offset ?? "0"}`,
        matchers: new Set(matchers.map(({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`)),
    };
/** What keeps all series of the two sides apart, told of the first such label. */
const neverMeet = (node, { known }, own) => {
    const { left, right, matching } = node;
    const [a, b] = [(0,result_labels/* resultLabels */.x)(left, known.shapeOf), (0,result_labels/* resultLabels */.x)(right, known.shapeOf)];
    const names = matching?.on === true ? matching.labels : [...new Set([...a.labels.keys(), ...b.labels.keys()])];
    const ignored = matching?.on === false ? matching.labels : [];
    const certain = new Set([...always, ...own(left), ...own(right)]);
    const apart = names.find((name) => name !== "__name__" && !ignored.includes(name) && isApart(name, a, b, certain));
    if (apart === undefined)
        return null;
    const lacking = [a, b].findIndex((shape) => promql_vector_matching_lacks(shape, apart));
    const advice = adviceOn(node, a, b, certain);
    return lacking === -1
        ? { why: `no series of the two sides have the same ${apart}: it never yields anything`, advice }
        : {
            why: `the ${lacking === 0 ? "left" : "right"} side has no label ${apart}, and the other has: no series of the two match, and it never yields anything`,
            advice,
        };
};
const promql_vector_matching_lacks = (shape, name) => (0,label_shape/* valuesIn */.aC)(shape, name)?.every((value) => value === "") === true;
/** To match without the labels that keep the sides apart, in the fewer words. */
const adviceOn = ({ op, matching }, a, b, certain) => {
    const alike = "aggregate both sides by the same labels";
    const all = new Set([...a.labels.keys(), ...b.labels.keys(), ...(matching?.labels ?? [])]);
    all.delete("__name__");
    const lacking = [a, b].map((shape, side) => [...all].some((name) => promql_vector_matching_lacks(shape, name) && !promql_vector_matching_lacks(side ? a : b, name)));
    const unlike = [...all].filter((name) => promql_vector_matching_lacks(a, name) !== promql_vector_matching_lacks(b, name) || isApart(name, a, b, certain));
    const given = (matching?.labels ?? []).filter((name) => !unlike.includes(name));
    const common = [...all].filter((name) => !unlike.includes(name) && !promql_vector_matching_lacks(a, name));
    const on = matching?.on === true ? given : common;
    if (lacking.every(Boolean) || (matching?.on === true && on.length === 0))
        return `Match by labels that both sides have, or ${alike}.`;
    const shorter = matching?.on === true || (on.length > 0 && on.length < unlike.length && !a.open && !b.open);
    const ignored = matching?.on === false ? [...given, ...unlike] : unlike;
    const words = shorter ? `on (${on.join(", ")})` : `ignoring (${ignored.join(", ")})`;
    // The side with more labels has several series for each of the other.
    const single = syntax/* setOperators */.iK.includes(op) || !lacking.includes(true) || (matching?.many ?? null) !== null;
    return `Match with \`${words}${single ? "" : ` ${lacking[0] ? "group_right" : "group_left"} ()`}\`, or ${alike}.`;
};
/** `certain`: labels that a series has where it can have them. */
const isApart = (name, a, b, certain) => {
    const [left, right] = [(0,label_shape/* valuesIn */.aC)(a, name), (0,label_shape/* valuesIn */.aC)(b, name)];
    // A selector whose matcher no series meets yields nothing by itself: that is told of it, not of the two sides.
    if (left?.length === 0 || right?.length === 0)
        return false;
    if (left !== null && right !== null)
        return !left.some((value) => right.includes(value));
    const [some, any] = left === null ? [right, left] : [left, right];
    return any === null && some !== null && some.every((value) => value === "") && certain.has(name);
};
/** Labels that every series of a GPU has. */
const always = new Set(["gpu", "UUID", "device", "modelName", "job", "instance"]);
/** Labels that every series of one side has: all metrics that it reads have them, and no others of the exporter. */
const ownLabels = ({ world }) => {
    const own = new Map((world.exporter.metrics ?? []).map(({ name, labels }) => [name, labels ?? []]));
    return (side) => {
        const nodes = [...(0,syntax/* nodesIn */.vx)(side)];
        if (nodes.some(setsLabel))
            return [];
        const [first = [], ...rest] = nodes.flatMap((node) => node.kind === "selector" ? [own.get(node.selector.metric ?? "") ?? []] : []);
        return first.filter((name) => rest.every((labels) => labels.includes(name)));
    };
};

;// CONCATENATED MODULE: ./build/src/checks/recording-rule-metric-not-exported.js




const recordingRuleMetricNotExported = {
    id: "recording-rule-metric-not-exported",
    title: "A recording rule reads a metric that nothing in sight exports, so it never records anything.",
    severity: "error",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { known }, resolution }) {
        for (const used of usedExpressions(resolution)) {
            if (used.kind !== "record" || !used.expression.complete)
                continue;
            const { chance, because } = (0,can_yield/* canYield */.W)(used.expression.root, known.exists);
            if (chance !== "no")
                continue;
            for (const [name, selectors] of Map.groupBy(because, ({ metric }) => metric ?? "")) {
                const facts = known.factsOf(name);
                const isTold = facts.renamed !== undefined || facts.noField === true;
                const [first] = selectors;
                // What nothing scrapes, and what another rule does not record, is told where it begins.
                if (first === undefined || facts.status !== "missing" || !facts.byExpression || isTold)
                    continue;
                const certain = (0,metric_facts/* certainlyMeant */.p_)(facts);
                const changes = selectors.flatMap((one) => one.name === null || certain === undefined ? [] : [{ ...one.name, text: certain }]);
                yield expressionProblem(used, first.name ?? first, `${facts.why}: it never records anything`, {
                    fix: expressionFix(used, `${(0,metric_facts/* adviceOn */.ik)(name, facts)}.`, changes),
                });
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/recording-rule-name-style.js

const recordingRuleNameStyle = {
    id: "recording-rule-name-style",
    title: "A recorded metric is named like a raw one, or takes the name of a metric that the exporter exports.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const exported = new Set((resolution.world.exporter.metrics ?? []).map(({ name }) => name));
        for (const rule of ownRules(resolution)) {
            if (rule.kind !== "record")
                continue;
            if (exported.has(rule.name))
                yield ruleProblem(rule, resolution, "the exporter exports a metric of that name: the two get mixed up");
            else if (!rule.name.includes(":"))
                yield ruleProblem(rule, resolution, "a recorded metric is named level:metric:operations, so that nobody takes it for a raw one");
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/recording-rule-unit-mismatch.js






const recordingRuleUnitMismatch = {
    id: "recording-rule-unit-mismatch",
    title: "A recording rule's name says another unit than its values have.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const measureOfMetric = metricMeasures(resolution.world);
        for (const used of usedExpressions(resolution)) {
            if (used.kind !== "record" || used.rule === null)
                continue;
            const said = measureSaid(used.rule.name);
            const is = said === null ? null : expressionMeasure(used.expression.root, ({ metric }) => measureOfMetric(metric));
            if (said === null || is === null || sameMeasure(said, is))
                continue;
            yield expressionProblem(used, used.expression.root, `its name says ${measureName(said)}, and its values are in ${measureName(is)}`, { fix: { description: recording_rule_unit_mismatch_advice(said, is), edits: [] } });
        }
    },
};
const recording_rule_unit_mismatch_advice = (said, is) => {
    const factor = factorBetween(is, said);
    return factor === null
        ? "Give it a name that says its unit, or record what the name says."
        : `Multiply by ${factor}, or give it a name that says its unit.`;
};
/**
 * The unit at the end of a name, or of one of its parts: `instance:gpu_clock_hertz:max`.
 * https://prometheus.io/docs/practices/naming/#base-units
 */
const measureSaid = (name) => {
    for (const part of name.split(":")) {
        const words = part.replace(/_(?:total|sum|avg|min|max|count)$/, "");
        const found = Object.entries(byEnding).find(([ending]) => words === ending || words.endsWith(`_${ending}`));
        if (found !== undefined)
            return found[1];
    }
    return null;
};
/** The longer before the shorter. */
const byEnding = {
    bytes_per_second: measureOf("bytes/s"),
    hertz: measureOf("hertz"),
    celsius: measureOf("celsius"),
    watts: measureOf("watts"),
    joules: measureOf("joules"),
    ratio: measureOf("ratio"),
    percent: measureOf("percent"),
    bytes: measureOf("bytes"),
    seconds: measureOf("seconds"),
};

// EXTERNAL MODULE: ./build/src/text/yaml-line.js
var yaml_line = __webpack_require__(93504);
;// CONCATENATED MODULE: ./build/src/checks/resource-namespace-unset.js


const resourceNamespaceUnset = {
    id: "resource-namespace-unset",
    title: "Objects of a kustomization name no namespace: where they land depends on who applies them.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack", "render"],
    *find({ stack, render }) {
        for (const { root, manifests } of render.roots) {
            const without = manifests.filter(({ ref }) => ref.namespace === null && isNamespaced(ref));
            const [first] = without;
            if (first === undefined)
                continue;
            const more = without.length === 1 ? "" : ` and ${without.length - 1} more of ${root}`;
            const kustomization = stack.kustomizations.find(({ folder }) => folder === root);
            const namespace = stack.release.namespace.value;
            yield {
                message: `${(0,finding/* nameOf */.Vb)(first.ref)}${more}: no namespace is named; here ${namespace} is taken, \`kubectl apply -k\` takes the current context's, and a monitor looks for Services there`,
                resource: first.ref,
                at: first.locate(["metadata", "name"]),
                fix: resource_namespace_unset_fixOf(kustomization, namespace, manifests),
            };
        }
    },
};
const resource_namespace_unset_fixOf = (kustomization, namespace, manifests) => {
    const description = `Write \`namespace: ${namespace}\` in ${kustomization?.file ?? "the kustomization"}, or in the objects.`;
    // Kustomize's field moves every object, those that name another namespace as well, and renames Namespaces.
    const stays = manifests.every(({ ref }) => {
        const own = ref.kind === "Namespace" ? ref.name : ref.namespace;
        return own === null || own === namespace;
    });
    const edit = stays && kustomization !== undefined ? insertion(kustomization, namespace) : null;
    return { description, edits: edit === null ? [] : [edit] };
};
const insertion = ({ yaml }, namespace) => {
    const [document] = yaml.documents;
    return document === undefined
        ? null
        : (0,yaml_line/* linesAfter */.EU)(yaml, document.locateKey(["kind"]).line, "kind", [`namespace: ${namespace}`]);
};
/** Kinds that live in a namespace, of those that a monitoring tree has. */
const isNamespaced = ({ apiVersion, kind }) => apiVersion.startsWith("monitoring.coreos.com/") || namespacedKinds.has(kind);
const namespacedKinds = new Set([
    ...["ConfigMap", "Secret", "Service", "ServiceAccount", "PersistentVolumeClaim", "Pod"],
    ...["Deployment", "DaemonSet", "StatefulSet", "Job", "CronJob"],
    ...["Role", "RoleBinding", "Ingress", "NetworkPolicy", "PodDisruptionBudget"],
]);

;// CONCATENATED MODULE: ./build/src/checks/rule-duplicate.js



const ruleDuplicate = {
    id: "rule-duplicate",
    title: "The same rule stands in the tree twice.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const first = new Map();
        for (const rule of ownRules(resolution)) {
            const key = identityOf(rule);
            const twin = first.get(key);
            if (twin === undefined)
                first.set(key, rule);
            else {
                const where = twin.object === rule.object ? "above" : `as ${(0,rule_entries/* ruleName */.o)(twin, resolution.world)}`;
                yield ruleProblem(rule, resolution, `it stands there already, ${where}, with the same expression and labels: it is evaluated twice`);
            }
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/rule-field-invalid.js

const ruleFieldInvalid = {
    id: "rule-field-invalid",
    title: "A rule or group has a form that Prometheus refuses, though the schema allows it.",
    severity: "error",
    decidedBy: "promtool",
    reads: ["rules", "validation"],
    *find({ rules, validation }) {
        // What the schema refuses at the same place is told once, by kubernetes-schema-invalid.
        const told = new Set(validation.verdicts.flatMap(({ manifest, errors }) => errors.map(({ path }) => rule_field_invalid_placeOf(manifest.locate(path)))));
        for (const problem of ruleProblems(rules, "field"))
            if (problem.at === undefined || !told.has(rule_field_invalid_placeOf(problem.at)))
                yield problem;
    },
};
const rule_field_invalid_placeOf = ({ file, line }) => `${file}:${line}`;

// EXTERNAL MODULE: ./build/src/signal/operator/lookback.js
var operator_lookback = __webpack_require__(37550);
;// CONCATENATED MODULE: ./build/src/checks/rule-group-interval-too-long.js





const ruleGroupIntervalTooLong = {
    id: "rule-group-interval-too-long",
    title: "A group of rules is evaluated so seldom that its series go stale in between.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const { object, path, group, subject } of ownRuleGroups(resolution)) {
            const interval = (0,kubernetes_manifest/* valueAt */.f)(group, ["interval"]);
            const lookback = (0,operator_lookback/* lookbackOf */.Q)((0,monitor_selection/* evaluatorOf */.tL)(object, resolution.world));
            if (lookback === null || !isLonger(interval, lookback.ms))
                continue;
            const at = object.locate([...path, "interval"]);
            yield {
                message: `${subject}: it is evaluated every ${interval}, and after ${lookback.text} Prometheus takes a recorded sample for gone: between two evaluations the results are not there`,
                resource: object.ref,
                ...(at === null ? {} : { at }),
            };
        }
    },
};
const isLonger = (interval, ms) => typeof interval === "string" && ((0,prometheus_duration/* parseDuration */.E9)(interval) ?? 0) > ms;

;// CONCATENATED MODULE: ./build/src/checks/rule-label-name-invalid.js

const ruleLabelNameInvalid = hopCheck({
    id: "rule-label-name-invalid",
    title: "A label, annotation or record of a rule has a name that the operator's webhook refuses.",
    severity: "error",
    tell: objectProblems,
});

// EXTERNAL MODULE: ./build/src/secrets/secret-keys.js
var secret_keys = __webpack_require__(27667);
;// CONCATENATED MODULE: ./build/src/checks/secret-in-clear-text.js




const secretInClearText = {
    id: "secret-in-clear-text",
    title: "A password, token or webhook address stands in the repository in clear text.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        const seen = new Set();
        const { sets } = stack.release;
        const found = [
            ...(0,value_sources/* valuesOfTree */.WH)(stack).flatMap((file) => secretsIn(file, (path) => (0,value_sources/* isSetByArgument */.DT)(sets, path))),
            ...sets.flatMap(secretsOfSet),
            ...stack.files.flatMap((file) => secretsIn(file, () => false)),
        ];
        for (const { where, what } of found) {
            const key = `${where.file}:${where.line}`;
            if (seen.has(key))
                continue;
            seen.add(key);
            yield {
                message: `${what} stands here in clear text: whoever reads the repository has it, and its history keeps it`,
                at: where,
                fix: {
                    description: "Keep it in a Secret that the cluster gets in another way (External Secrets, Sealed Secrets, SOPS) and name that; then change the secret.",
                    edits: [],
                },
            };
        }
    },
};
/** The value itself is never quoted. What is replaced reaches nothing. */
const secretsIn = ({ documents }, isReplaced) => documents.flatMap((document) => {
    // Encrypted by SOPS as a whole: https://getsops.io/docs/
    if ((0,kubernetes_manifest/* isObject */.G)(document.value) && (0,kubernetes_manifest/* isObject */.G)(document.value["sops"]))
        return [];
    const plain = (0,kubernetes_manifest/* isObject */.G)(document.value) && document.value["kind"] === "Secret" ? ["stringData", "data"] : [];
    return [...leaves(document.value, [])].flatMap(({ path, text }) => {
        const key = String(path.at(-1));
        const ofSecret = plain.includes(String(path[0]));
        const what = ofSecret ? `The value ${key} of a Secret` : fieldOf(key);
        const value = ofSecret && path[0] === "data" ? Buffer.from(text, "base64").toString("utf8") : text;
        const isNone = (0,secret_keys/* isStandIn */.WG)(value) || (ofSecret && isAddress(key, value)) || isReplaced(path);
        return what === null || isNone ? [] : [{ where: document.locate(path), what }];
    });
});
const fieldOf = (key) => {
    const named = secret_keys/* secretFields */.kv.get(key.toLowerCase());
    return named === undefined ? null : `${named} (${key})`;
};
/** `smtp.example.com:587` beside the password is where something is, unless its name says that it is secret. */
const isAddress = (key, text) => !(0,secret_keys/* isSecretKey */.uE)(key) && /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?:\d{1,5}$/.test(text.trim());
/** `--set grafana.adminPassword=\u2026` with the password itself. */
const secretsOfSet = (set) => {
    if (set.flag === "--set-file" || set.flag === "--set-json" || set.environment !== undefined)
        return [];
    return set.value.split(/(?<!\\),/).flatMap((pair) => {
        const [, key = "", value = ""] = /^(?:[^=]*\.)?([^.=]*)=([\s\S]*)$/.exec(pair) ?? [];
        const what = fieldOf(key);
        // A password that everybody knows is told as that.
        return what === null || (0,secret_keys/* isStandIn */.WG)(value) || isKnownPassword(value) ? [] : [{ where: set.at, what }];
    });
};
function* leaves(value, path) {
    if (typeof value === "string")
        yield { path, text: value };
    else if (Array.isArray(value))
        for (const [index, item] of value.entries())
            yield* leaves(item, [...path, index]);
    else if ((0,kubernetes_manifest/* isObject */.G)(value))
        for (const [key, item] of Object.entries(value))
            if (item !== undefined)
                yield* leaves(item, [...path, key]);
}

;// CONCATENATED MODULE: ./build/src/checks/service-port-unnamed.js

const servicePortUnnamed = hopCheck({
    id: "service-port-unnamed",
    title: "The monitor asks for a port by name, and the port of the Service has none.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/service-selector-no-pods.js

const serviceSelectorNoPods = hopCheck({
    id: "service-selector-no-pods",
    title: "The Service behind a monitor has no pods: its selector misses them, or there are none.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/service-target-port-not-found.js

const serviceTargetPortNotFound = hopCheck({
    id: "service-target-port-not-found",
    title: "The Service behind a monitor leads to a port that no container has.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-drops-its-targets.js

const servicemonitorDropsItsTargets = hopCheck({
    id: "servicemonitor-drops-its-targets",
    title: "The relabelings of a monitor drop every target that it finds.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-duplicate-target.js

const servicemonitorDuplicateTarget = hopCheck({
    id: "servicemonitor-duplicate-target",
    title: "Two monitors have the same Prometheus scrape the same target twice.",
    severity: "warning",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-endpoint-port-unset.js



const servicemonitorEndpointPortUnset = {
    id: "servicemonitor-endpoint-port-unset",
    title: "An endpoint names no port: every port of the Service is scraped.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const kind of Object.keys(endpoint_path/* endpointFields */.ps))
            for (const monitor of ownObjects(resolution, kind))
                for (const [index, endpoint] of (0,endpoint_path/* endpointsOf */.uY)(monitor).entries())
                    if (isUnset(endpoint) && !choosesPorts(endpoint))
                        yield objectProblem(monitor, "its endpoint names no port, so that every port is scraped: those without metrics show as targets that are down", (0,endpoint_path/* endpointPath */.nM)(monitor, index));
    },
};
const ports = ["port", "portNumber", "targetPort"];
const isUnset = (endpoint) => ports.every((key) => endpoint[key] === undefined || endpoint[key] === "" || endpoint[key] === null);
/** Relabelings that write the address, or keep and drop by port or container, choose among the ports instead. */
const choosesPorts = (endpoint) => (0,json_fields/* objectsAt */.yR)(endpoint, ["relabelings"]).some(({ action, sourceLabels, targetLabel }) => /^(?:keep|drop)/i.test(String(action ?? ""))
    ? [sourceLabels].flat().some((label) => /__address__|_port|_pod_container_/.test(String(label)))
    : targetLabel === "__address__");

// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-jobs.js + 1 modules
var monitor_jobs = __webpack_require__(36364);
;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-interval-too-long.js







const servicemonitorIntervalTooLong = {
    id: "servicemonitor-interval-too-long",
    title: "A monitor is scraped so seldom that its series are gone in between.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const monitor of monitor_selection/* monitorKinds */.gD.flatMap((kind) => ownObjects(resolution, kind)))
            yield* seldomEndpoints(monitor, resolution.world);
    },
};
/** A relabeling may set another interval than the endpoint has: what the targets have counts. */
function* seldomEndpoints(monitor, world) {
    const prometheus = (0,scrape_targets/* scraperOf */.K)(monitor, world);
    const lookback = (0,operator_lookback/* lookbackOf */.Q)(prometheus);
    if (lookback === null)
        return;
    const targets = (0,scrape_targets/* predictTargets */.e)(monitor, world, prometheus);
    for (const { endpoint, interval: own } of (0,monitor_jobs/* monitorJobs */.T)(monitor, prometheus, world)) {
        const theirs = targets.filter((target) => target.endpoint === endpoint).map(({ interval }) => interval);
        const [interval] = theirs.length > 0 ? theirs.filter(servicemonitor_interval_too_long_isLonger(lookback.ms)) : [own].filter(servicemonitor_interval_too_long_isLonger(lookback.ms));
        if (interval === undefined)
            continue;
        const path = (0,endpoint_path/* endpointPath */.nM)(monitor, endpoint);
        const field = ["interval", "scrapeInterval"].find((name) => monitor.locate([...path, name]) !== null);
        yield {
            ...objectProblem(monitor, `it is scraped every ${interval}, and after ${lookback.text} Prometheus takes a sample for gone: between two scrapes its series are not there, so that panels have gaps, alerts resolve, and what waits for longer (\`for\`) never fires`, field === undefined ? path : [...path, field]),
            fix: {
                description: `Scrape it at least every ${lookback.text}, or have query.lookbackDelta be longer`,
                edits: [],
            },
        };
    }
}
const servicemonitor_interval_too_long_isLonger = (ms) => (interval) => ((0,prometheus_duration/* parseDuration */.E9)(interval) ?? 0) > ms;

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-invalid-relabeling.js

const servicemonitorInvalidRelabeling = hopCheck({
    id: "servicemonitor-invalid-relabeling",
    title: "A relabeling rule is not valid, so the operator rejects the whole monitor.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-job-label-missing.js




const servicemonitorJobLabelMissing = {
    id: "servicemonitor-job-label-missing",
    title: "`jobLabel` names a label that the Services do not have: the job is called otherwise than meant.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { all } = (0,scraped_targets/* scrapedTargets */.f8)(resolution.world);
        for (const monitor of ownObjects(resolution, "ServiceMonitor")) {
            const label = (0,json_fields/* textAt */.$6)(monitor.body, ["spec", "jobLabel"]);
            if (label === null || label === "")
                continue;
            const services = all.filter((target) => target.monitor === monitor).flatMap(({ service }) => service ?? []);
            const lacking = services.find((service) => (0,kubernetes_labels/* labelsOf */.P)(service.body)[label] === undefined);
            if (lacking !== undefined)
                yield objectProblem(monitor, `jobLabel is ${label}, and Service ${lacking.ref.name} has no such label: its job is the Service's name, and whatever asks for another finds nothing`, ["spec", "jobLabel"]);
        }
    },
};

// EXTERNAL MODULE: ./build/src/signal/series/dropped-metric.js
var dropped_metric = __webpack_require__(84672);
// EXTERNAL MODULE: ./build/src/signal/scrape/exposed-labels.js
var exposed_labels = __webpack_require__(60690);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-failure.js + 3 modules
var scrape_failure = __webpack_require__(423);
;// CONCATENATED MODULE: ./build/src/signal/series/lost-identity.js




/** The targets of the GPU exporter, each endpoint once, whose stored series do not say which GPU they are of. */
const lostIdentities = (world) => {
    const lost = (0,scraped_targets/* scrapedTargets */.f8)(world)
        .gpu.filter((target) => target.certain && !(0,scrape_failure/* failsToScrape */.TY)(target, world))
        .flatMap((target) => lostBy(target, world) ?? []);
    return lost.filter(({ target }, index) => lost.findIndex((one) => one.target.monitor === target.monitor && one.target.endpoint === target.endpoint) ===
        index);
};
const lostBy = (target, world) => {
    for (const { name, type } of world.exporter.metrics ?? []) {
        if (type === "label" || !ofEachGpu.test(name))
            continue;
        const exposed = (0,exposed_labels/* exposedLabels */.k)(undefined, world);
        const labels = lost_identity_identity.filter((label) => label in exposed);
        const { kept, labels: stored } = target.series(name, exposed);
        const survives = Object.values(stored).some((value) => (0,unseen/* isUndecided */.Ae)(value) || labels.some((one) => tells(value, one)));
        if (kept === true && labels.length > 0 && !survives)
            return { target, metric: name, labels };
    }
    return null;
};
/** Metrics that have the labels of a GPU: not of switches, links and CPUs. */
const ofEachGpu = /^DCGM_FI_(?:DEV_(?!NVSWITCH|NVLINK|CPU|.*LINK)|PROF_(?!NVLINK))/;
/** Each of them alone tells the GPUs of a node apart. */
const lost_identity_identity = ["gpu", "UUID", "uuid", "device", "pci_bus_id"];
/** Whether the value has that of the label in it, in other capitals maybe. */
const tells = (value, label) => value.includes((0,unseen/* unseen */.nv)(label)) || value.includes(`case of ${label}\u203a`);

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-loses-gpu-identity.js


const servicemonitorLosesGpuIdentity = {
    id: "servicemonitor-loses-gpu-identity",
    title: "Metric relabelings leave no label that tells the GPUs of a node apart.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution: { world } }) {
        for (const { target, metric, labels } of lostIdentities(world)) {
            const { at, words } = (0,dropped_metric/* relabelingPlace */.rr)(target, metric);
            // Nobody can change here what the exporter brings by itself.
            if (at === null)
                continue;
            yield {
                message: `The metricRelabelings of ${words} leave ${metric} none of ${labels.join(", ")}: of the GPUs of a node, whose series are then one, Prometheus stores a single value`,
                at,
                resource: target.monitor.ref,
                fix: { description: `Keep one of ${labels.join(", ")}, best UUID`, edits: [] },
            };
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-missing-namespace-selector.js

const servicemonitorMissingNamespaceSelector = hopCheck({
    id: "servicemonitor-missing-namespace-selector",
    title: "The monitor looks into a namespace in which what it selects does not lie.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-name-collision.js



const servicemonitorNameCollision = {
    id: "servicemonitor-name-collision",
    title: "A monitor has the name of one that the GPU exporter's own controller keeps: the two overwrite each other.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        const { world } = resolution;
        const declared = world.exporter.objects.map((body) => `${String(body["kind"])} ${String((0,kubernetes_manifest/* valueAt */.f)(body, ["metadata", "namespace"]))}/${String((0,kubernetes_manifest/* valueAt */.f)(body, ["metadata", "name"]))}`);
        for (const kind of ["ServiceMonitor", "PodMonitor", "Service", "DaemonSet", "ConfigMap"])
            for (const object of ownObjects(resolution, kind))
                if (declared.includes(`${kind} ${(0,namespaces/* namespaceOf */.N6)(object, world)}/${object.ref.name}`))
                    yield objectProblem(object, `${world.exporter.name} brings an object of this name: whoever applies last wins, and the other's fields are lost`, ["metadata", "name"]);
    },
};

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-namespace-not-selected.js


const servicemonitorNamespaceNotSelected = hopCheck({
    id: "servicemonitor-namespace-not-selected",
    title: "No Prometheus selects the namespace in which the ServiceMonitor, PodMonitor, Probe or ScrapeConfig lies.",
    severity: "error",
    tell: (subject, check) => withoutMissedWithChart(subject, hopProblems(subject, check)),
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-no-matching-service.js

const servicemonitorNoMatchingService = hopCheck({
    id: "servicemonitor-no-matching-service",
    title: "The monitor selects no Service: its labels miss the one that is meant.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-not-selected.js



const servicemonitorNotSelected = {
    id: "servicemonitor-not-selected",
    title: "No Prometheus selects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig: its labels do not match.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "resolution"],
    find: (subject) => withoutMissedWithChart(subject, withoutOtherRelease(subject, hopProblems(subject, "servicemonitor-not-selected"))),
};

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-path-not-served.js

const servicemonitorPathNotServed = hopCheck({
    id: "servicemonitor-path-not-served",
    title: "A monitor asks dcgm-exporter for a path at which it has no metrics.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-port-and-targetport.js


const servicemonitorPortAndTargetport = {
    id: "servicemonitor-port-and-targetport",
    title: "An endpoint names `port` and `targetPort`: the second is ignored.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const monitor of ownObjects(resolution, "ServiceMonitor"))
            for (const [index, endpoint] of (0,json_fields/* objectsAt */.yR)(monitor.body, ["spec", "endpoints"]).entries())
                if (isSet(endpoint["port"]) && isSet(endpoint["targetPort"]))
                    yield objectProblem(monitor, "its endpoint names port and targetPort: the operator takes port and ignores the other, without a word", ["spec", "endpoints", index, "targetPort"]);
    },
};
const isSet = (value) => value !== undefined && value !== null && value !== "";

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-port-is-number.js

const servicemonitorPortIsNumber = hopCheck({
    id: "servicemonitor-port-is-number",
    title: "The port that the monitor names is a number, and the field takes a name.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-port-not-found.js

const servicemonitorPortNotFound = hopCheck({
    id: "servicemonitor-port-not-found",
    title: "No port of the Service has the name that the monitor asks for.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-rejected.js

const servicemonitorRejected = hopCheck({
    id: "servicemonitor-rejected",
    title: "The operator rejects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig as a whole.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-scrape-class-not-found.js

const servicemonitorScrapeClassNotFound = hopCheck({
    id: "servicemonitor-scrape-class-not-found",
    title: "The scrape class that the monitor names is not one of Prometheus.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-scrape-fails.js

const servicemonitorScrapeFails = hopCheck({
    id: "servicemonitor-scrape-fails",
    title: "What a monitor asks for has every scrape of its targets fail.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-scrape-timeout-exceeds-interval.js

const servicemonitorScrapeTimeoutExceedsInterval = hopCheck({
    id: "servicemonitor-scrape-timeout-exceeds-interval",
    title: "scrapeTimeout is longer than the interval, so the operator rejects the whole monitor.",
    severity: "error",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-secret-not-found.js

const servicemonitorSecretNotFound = hopCheck({
    id: "servicemonitor-secret-not-found",
    title: "The Secret or ConfigMap that the monitor refers to has not the key that it names.",
    severity: "warning",
});

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-selector-empty.js



const servicemonitorSelectorEmpty = {
    id: "servicemonitor-selector-empty",
    title: "A selector is empty: the monitor takes every Service in sight.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const kind of ["ServiceMonitor", "PodMonitor"])
            for (const monitor of ownObjects(resolution, kind)) {
                const selector = (0,kubernetes_manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]);
                if (selector === undefined || (0,label_selector/* requirementsOf */.CG)(selector).length > 0)
                    continue;
                const things = kind === "ServiceMonitor" ? "Service" : "pod";
                yield objectProblem(monitor, `its selector is empty, which means every ${things} of the namespaces it looks into: also those without metrics, and whatever comes later`, ["spec", "selector"]);
            }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/servicemonitor-version-label-in-selector.js



const servicemonitorVersionLabelInSelector = {
    id: "servicemonitor-version-label-in-selector",
    title: "A selector names a version: the next upgrade ends the monitoring.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const kind of ["ServiceMonitor", "PodMonitor"])
            for (const monitor of ownObjects(resolution, kind)) {
                const labels = (0,json_fields/* labelsAt */.dx)((0,kubernetes_manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]) ?? null, ["matchLabels"]);
                for (const key of Object.keys(labels))
                    if (changing.has(key))
                        yield objectProblem(monitor, `its selector asks for ${key}: ${labels[key]}, which the next upgrade changes: then it matches nothing, and nobody is told`, ["spec", "selector", "matchLabels", key]);
            }
    },
};
/**
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ and what
 * controllers set by themselves.
 */
const changing = new Set([
    ...["app.kubernetes.io/version", "helm.sh/chart", "chart", "pod-template-hash", "controller-revision-hash"],
]);

// EXTERNAL MODULE: ./build/src/checks/suppression-unused.js
var suppression_unused = __webpack_require__(17752);
// EXTERNAL MODULE: ./build/src/stack/suppression-comments.js
var suppression_comments = __webpack_require__(94301);
;// CONCATENATED MODULE: ./build/src/checks/suppression-without-reason.js

const suppressionWithoutReason = {
    id: "suppression-without-reason",
    title: "A comment suppresses a check and does not say why.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        for (const { at, checks, reason } of (0,suppression_comments/* suppressionComments */.QU)(stack)) {
            const names = checks.length === 0 ? "names no check" : "gives no reason";
            if (reason === "" || checks.length === 0)
                yield {
                    message: `This comment ${names}, and has no effect: write \`# prometheus-stack: ignore ${checks[0] ?? "<check>"} -- why\``,
                    at,
                };
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/time-to-page.js




/** Failures that end jobs, and of which nobody would hear otherwise. */
const limits = {
    xid: "5m",
    "recovery-action": "5m",
    "uncorrectable-memory": "15m",
    "exporter-gone": "15m",
    "gpu-missing": "15m",
};
const timeToPage = {
    id: "time-to-page",
    title: "It takes longer than its limit until somebody is told of a GPU failure.",
    severity: "notice",
    decidedBy: "own",
    reads: ["resolution"],
    options: Object.fromEntries(failure_classes/* failureClassIds */.Hk.map((id) => [
        id,
        {
            type: "duration",
            description: `Longest time until somebody is told of: ${(0,failure_classes/* titleOfClass */.ak)(id)}; 0s: any time`,
            default: limits[id] ?? "0s",
        },
    ])),
    *find({ resolution }, options) {
        for (const { class: id, title, alerts } of (0,gpu_coverage/* gpuCoverage */.T)(resolution)) {
            const limit = options.duration(id);
            const [first, ...others] = alerts.filter(({ status }) => status !== "broken");
            const soonest = first === undefined ? null : soonestOf(first, others);
            if (soonest === null || (0,prometheus_duration/* parseDuration */.E9)(limit) === 0)
                continue;
            const { way, toldWithin } = soonest;
            if (toldWithin.seconds * 1000 <= ((0,prometheus_duration/* parseDuration */.E9)(limit) ?? 0))
                continue;
            const longest = toldWithin.waits.toSorted((a, b) => b.seconds - a.seconds)[0];
            if (longest === undefined)
                continue;
            const least = others.length === 0 ? "" : ", and no other alert of it tells sooner";
            yield {
                ...ruleProblem(way.entry, resolution, `somebody is told of ${title} (${id}) up to ${(0,prometheus_duration/* formatSeconds */.Xo)(toldWithin.seconds)} after it began, the limit is ${limit}${least}: ${madeOf(toldWithin)}`, longest.name === "for" ? ["for"] : ["expr"]),
                fix: { description: `${cuts[longest.name]}; or set another limit for ${id}.`, edits: [] },
            };
        }
    },
};
/** Null where one of them may be sooner than can be told. */
const soonestOf = (first, others) => {
    const timed = [first, ...others].filter((one) => one.toldWithin !== null);
    if (timed.length < others.length + 1)
        return null;
    return timed.reduce((best, one) => (one.toldWithin.seconds < best.toldWithin.seconds ? one : best));
};
const madeOf = ({ waits }) => waits.map(({ name, seconds }) => `${time_to_page_words[name]} ${(0,prometheus_duration/* formatSeconds */.Xo)(seconds)}`).join(", ");
const time_to_page_words = {
    collection: "the exporter asks DCGM every",
    scrape: "Prometheus scrapes every",
    staleness: "series end after",
    recording: "the rules that it reads are recorded every",
    window: "its window is",
    evaluation: "its group is evaluated every",
    query_offset: "samples are read when they are old by",
    for: "it waits for",
    group_wait: "its route waits for",
};
/** How to cut each. */
const cuts = {
    collection: "Have the exporter ask more often (DCGM_EXPORTER_INTERVAL)",
    scrape: "Shorten the interval of the monitor",
    staleness: "Alert on up of the exporter's job being 0, too",
    recording: "Shorten the interval of the recording rules' group",
    window: "Ask of a shorter window, or for the worst of it by max_over_time()",
    evaluation: "Shorten the interval of the group",
    query_offset: "Shorten query_offset of the group, or ruleQueryOffset of Prometheus",
    for: "Shorten `for`",
    group_wait: "Shorten group_wait of its route",
};

// EXTERNAL MODULE: ./build/src/signal/alerts/xid-alerts.js + 2 modules
var xid_alerts = __webpack_require__(55462);
;// CONCATENATED MODULE: ./build/src/checks/problem/xid-problem.js



/** A problem with the codes that an alert asks for, at its expression. */
const xidProblem = ({ way: { entry } }, resolution, why, description) => {
    const fix = { description, edits: [] };
    const used = usedExpressions(resolution).find(({ rule }) => rule === entry);
    return used === undefined
        ? { ...ruleProblem(entry, resolution, why, ["expr"]), fix }
        : expressionProblem(used, used.expression.root, why, { fix });
};

;// CONCATENATED MODULE: ./build/src/checks/xid-application-code-pages.js







const xidApplicationCodePages = {
    id: "xid-application-code-pages",
    title: "An alert pages for XIDs that ask for a restart of the application, or for nothing.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    options: {
        severities: pagingOption,
    },
    *find({ resolution }, options) {
        for (const alert of (0,xid_alerts/* xidAlerts */.z)(resolution)) {
            // One that takes any last XID is told of that.
            if (anyLastXid((0,parse_expression/* readExpression */.J)(alert.way.entry.expr).root).length > 0)
                continue;
            const paged = alert.codes.filter(({ code, need }) => need === "application" && (0,paging/* pagesFor */.K)(alert, code, options.list("severities")) === "yes");
            if (paged.length > 0)
                yield xidProblem(alert, resolution, xid_application_code_pages_why(alert, paged), repair);
        }
    },
};
const repair = "Leave them out, or give them to an alert whose severity wakes nobody.";
const xid_application_code_pages_why = ({ any }, paged) => {
    if (any)
        return `it pages for any XID, and NVIDIA answers ${paged.length} of ${xid_codes/* xidCodes */.ik.length} codes with a restart of the application or with nothing`;
    const answered = [
        ["RESTART_APP", "a restart of the application"],
        ["IGNORE", "nothing"],
    ].flatMap(([action, answer]) => {
        const codes = paged.filter((one) => one.action === action).map(({ code }) => code);
        return codes.length === 0 ? [] : [`${(0,xid_codes/* codeList */.E5)(codes)}, which NVIDIA answers with ${answer}`];
    });
    return `it pages for ${answered.join("; and for ")}`;
};

;// CONCATENATED MODULE: ./build/src/signal/alerts/xid-tiers.js








/**
 * Alerts that ask for the same codes in the same way, and differ in whether they page. One that takes any XID is no
 * tier, one that wants more of them or waits longer is an escalation, and one that the other mutes tells nobody twice.
 */
const xidTiers = (alerts, severities) => {
    const named = alerts
        .filter(({ any, unclear }) => !any && !unclear)
        .map((alert) => ({ alert, asked: askedBy(alert) }));
    const pages = (alert, { code }) => (0,paging/* pagesFor */.K)(alert, code, severities);
    return named.flatMap(({ alert: quiet, asked }) => named.flatMap(({ alert: loud, asked: askedToo }) => {
        if (quiet === loud || asked !== askedToo || mutes(loud, quiet))
            return [];
        const codes = quiet.codes.filter((code) => loud.codes.includes(code) && pages(quiet, code) === "no" && pages(loud, code) === "yes");
        return codes.length === 0 ? [] : [{ quiet, loud, codes }];
    }));
};
/** All by which an alert decides beside the code: whose XIDs, how many, within which time, for how long. */
const askedBy = ({ way: { entry } }) => {
    const { root, selectors } = (0,parse_expression/* readExpression */.J)(entry.expr);
    const codeLabels = ["__name__", ...Object.values(xid_metrics/* xidLabels */.nn)];
    const matchers = selectors.flatMap((selector) => selector.matchers.filter(({ name }) => !codeLabels.includes(name)).map(({ name, op, value }) => [name, op, value]));
    const others = selectors.filter(({ metric }) => (0,xid_metrics/* xidCarrier */.cc)(metric ?? "") === null).map(({ metric }) => metric);
    const bounds = (0,promql_threshold/* thresholdsIn */.E8)(root)
        .filter(({ of }) => (0,syntax/* nodesIn */.vx)(of).some(counts))
        .map(({ op, value }) => `${op} ${value}`);
    const windows = (0,syntax/* nodesIn */.vx)(root).flatMap((node) => (node.kind === "range" ? [node.window] : []));
    const rule = (0,kubernetes_manifest/* valueAt */.f)(entry.object.body, entry.path);
    const parts = [matchers, others, bounds, [...windows]].map((part) => [...new Set(part.map(String))].sort());
    return JSON.stringify([...parts, (0,json_fields/* textAt */.$6)(rule, ["for"]) ?? "0s"]);
};
const counts = (node) => node.kind === "call" ||
    (node.kind === "aggregate" && node.name.startsWith("count")) ||
    (node.kind === "selector" && (0,xid_metrics/* xidCarrier */.cc)(node.selector.metric ?? "") === "count");
/** Whether an inhibition rule may mute the one while the other fires; two alerts never share their names. */
const mutes = (loud, quiet) => quiet.inhibitRules.some(({ source, target, equal }) => (0,alert_route/* matchesAll */.BA)(target, quiet.labels) !== "no" &&
    (0,alert_route/* matchesAll */.BA)(source, loud.labels) !== "no" &&
    (!equal.includes("alertname") || loud.way.entry.name === quiet.way.entry.name));

;// CONCATENATED MODULE: ./build/src/checks/xid-code-in-two-tiers.js





const xidCodeInTwoTiers = {
    id: "xid-code-in-two-tiers",
    title: "Two alerts tell of the same XID, one that pages and one that does not.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    options: {
        severities: pagingOption,
    },
    *find({ resolution }, options) {
        const tiers = xidTiers((0,xid_alerts/* xidAlerts */.z)(resolution), options.list("severities"));
        for (const [quiet, pairs] of Map.groupBy(tiers, (pair) => pair.quiet)) {
            const codes = (0,xid_codes/* codeList */.E5)(pairs.flatMap((pair) => pair.codes.map(({ code }) => code)));
            const others = pairs.map(({ loud }) => `${loud.way.entry.name} (severity ${loud.severity ?? "unknown"})`);
            yield xidProblem(quiet, resolution, `it tells of ${codes} with severity ${quiet.severity}, and so does ${others.join(", ")}: one event notifies twice, and says twice how bad it is`, "Keep each code in one of them, or have the one mute the other by an inhibition rule.");
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/xid-hardware-code-unpaged.js







const xidHardwareCodeUnpaged = {
    id: "xid-hardware-code-unpaged",
    title: "XIDs that ask for a reset, a reboot or a replacement page nobody.",
    severity: "warning",
    decidedBy: "own",
    reads: ["render", "resolution"],
    cannotJudge: notAllRendered,
    options: {
        severities: pagingOption,
        gpus: {
            type: "list",
            description: "GPUs of the cluster: codes that none of them reports need no alert",
            default: xid_codes/* xidGpus */.z7,
            allowed: xid_codes/* xidGpus */.z7,
        },
    },
    *find({ render, resolution }, options) {
        const alerts = (0,xid_alerts/* xidAlerts */.z)(resolution);
        const severities = options.list("severities");
        // A tree without any is told of that, and what cannot be followed may page.
        if (alerts.length === 0 || alerts.some(({ unclear }) => unclear))
            return;
        if ((0,xid_alerts/* othersReadXids */.U)(resolution.world) || hasGrafanaAlerting(render))
            return;
        const gpus = options.list("gpus");
        const wanted = xid_codes/* xidCodes */.ik.filter((one) => one.need === "hardware" && one.gpus.some((gpu) => gpus.includes(gpu)));
        const pages = (alert, { code }) => alert.codes.some((one) => one.code === code) && (0,paging/* pagesFor */.K)(alert, code, severities) !== "no";
        const unpaged = wanted.filter((one) => !alerts.some((alert) => pages(alert, one)));
        const [nearest] = alerts.toSorted((a, b) => pagedBy(b, wanted, pages) - pagedBy(a, wanted, pages));
        if (unpaged.length === 0 || nearest === undefined)
            return;
        yield xidProblem(nearest, resolution, `nobody is paged for ${unpaged.length === 1 ? "the XID" : "the XIDs"} ${(0,xid_codes/* codeList */.E5)(unpaged.map(({ code }) => code))}, which NVIDIA answers with a reset, a reboot or a workflow${byQuiet(alerts, unpaged)}`, "Name them in an alert that pages, or say in the option gpus which GPUs the cluster has.");
    },
};
const pagedBy = (alert, wanted, pages) => wanted.filter((one) => pages(alert, one)).length;
/** Alerts that fire for such codes and wake nobody. */
const byQuiet = (alerts, unpaged) => {
    const told = alerts.flatMap(({ codes, severity, way }) => {
        const some = codes.filter((code) => unpaged.includes(code));
        const which = some.length === unpaged.length ? "them" : (0,xid_codes/* codeList */.E5)(some.map(({ code }) => code));
        return some.length === 0 ? [] : [`${way.entry.name}, which fires for ${which}, has severity ${severity}`];
    });
    return told.length === 0 ? "" : `; ${told.join("; ")}`;
};

;// CONCATENATED MODULE: ./build/src/checks/xid-last-code-only.js





const xidLastCodeOnly = {
    id: "xid-last-code-only",
    title: "An alert looks for a code in the gauge of the last XID, where the next XID hides it.",
    severity: "warning",
    decidedBy: "own",
    reads: ["resolution"],
    *find({ resolution }) {
        for (const alert of (0,xid_alerts/* xidAlerts */.z)(resolution)) {
            const { entry } = alert.way;
            const isAny = alert.any || alert.codes.length === 0 || anyLastXid((0,parse_expression/* readExpression */.J)(entry.expr).root).length > 0;
            if (isAny || alert.reads.has("count"))
                continue;
            const codes = alert.codes.map(({ code }) => code);
            yield xidProblem(alert, resolution, `it asks the gauge of the last XID for ${(0,xid_codes/* codeList */.E5)(codes)}: whatever XID follows before the next scrape hides the code, as 45 follows most`, countedInstead(resolution.world, codes));
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/problem/yaml-errors.js
/** The YAML errors of every file of the tree and of the release's value files, one list a file. */
const yamlErrors = (stack) => {
    const files = [...stack.kustomizations.map(({ yaml }) => yaml), ...stack.files, ...stack.valueFiles];
    return [...new Map(files.map(({ file, errors }) => [file, errors])).values()];
};
const yaml_errors_problemOf = ({ message, at }) => ({ message, at });

;// CONCATENATED MODULE: ./build/src/checks/yaml-duplicate-key.js


const yamlDuplicateKey = {
    id: "yaml-duplicate-key",
    title: "A key stands twice in one mapping.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack", "validation"],
    *find({ stack, validation }) {
        for (const errors of yamlErrors(stack))
            for (const error of errors)
                if (error.duplicateKey)
                    yield yaml_duplicate_key_inFile(error, stack);
        yield* validation.verdicts.flatMap(inRender);
    },
};
/** helm and kustomize let the last key of values and of a kustomization count; kustomize refuses an object. */
const yaml_duplicate_key_inFile = (error, { valueFiles, kustomizations }) => {
    const isIn = (files) => files.some(({ file }) => file === error.at.file);
    const reader = isIn(valueFiles) ? "helm" : isIn(kustomizations) ? "kustomize" : null;
    const { message, ...problem } = yaml_errors_problemOf(error);
    return { message: reader === null ? message : `${message}: ${lastCounts(reader)}`, ...problem };
};
/** What a template of the chart, or a text in the values, renders to. */
const inRender = ({ manifest, doubledKey }) => doubledKey === undefined
    ? []
    : [
        {
            message: `${(0,finding/* nameOf */.Vb)(manifest.ref)}: the key "${doubledKey}" stands twice in one mapping of what the chart renders: ${lastCounts("helm")}`,
            resource: manifest.ref,
            at: manifest.locate([]),
        },
    ];
const lastCounts = (reader) => `${reader} lets the last one count, and what the first one says is lost`;

;// CONCATENATED MODULE: ./build/src/checks/yaml-invalid.js

const yamlInvalid = {
    id: "yaml-invalid",
    title: "A file is not valid YAML or JSON.",
    severity: "error",
    decidedBy: "own",
    reads: ["stack"],
    *find({ stack }) {
        for (const errors of yamlErrors(stack)) {
            // The first error of a file is the cause; a parser that goes on reports its consequences.
            const first = errors.find(({ duplicateKey }) => !duplicateKey);
            if (first !== undefined)
                yield yaml_errors_problemOf(first);
        }
    },
};

;// CONCATENATED MODULE: ./build/src/checks/index.js


























































































































































/** Every check there is. Written by `npm run docs` from the files of this folder. */
const checks = [
    alertAbsentPerInstanceBlind,
    alertAbsentWithoutFor,
    alertCannotFire,
    alertDescriptionMissing,
    alertFlappingSampling,
    alertForMissing,
    alertForRedundantZero,
    alertInhibitedByDefault,
    alertLabelsCollide,
    alertNameStyle,
    alertNoComparison,
    alertNoReceiver,
    alertRunbookUrlMissing,
    alertSeverityInvalid,
    alertSummaryMissing,
    alertTemplateInvalid,
    alertTemplateLabelNotAvailable,
    alertTemplateQueryInvalid,
    alertTestFailed,
    alertValueInLabel,
    alertmanagerConfigInvalid,
    alertmanagerTemplateFunction,
    alertmanagerTemplateMissing,
    alertmanagerconfigNamespaceMatcher,
    alertmanagerconfigNotSelected,
    baseNamespaceMismatch,
    chartObjectsNotSelected,
    componentMissing,
    configmapKeyInvalid,
    dashboardAngularPanel,
    dashboardConfigmapHashSuffix,
    dashboardConfigmapTooLarge,
    dashboardDatasourceNotFound,
    dashboardDirectoryNotRead,
    dashboardFileExtension,
    dashboardFilenameCollision,
    dashboardFolderAnnotationIgnored,
    dashboardIdNotNull,
    dashboardJsonInvalid,
    dashboardLastAppliedTooLarge,
    dashboardMetricNotExported,
    dashboardNamespaceNotWatched,
    dashboardNotSelected,
    dashboardPanelIdDuplicate,
    dashboardPluginNotInstalled,
    dashboardPromqlInvalid,
    dashboardSchemaVersionOutdated,
    dashboardTitleDuplicate,
    dashboardTitleMissing,
    dashboardUidDuplicate,
    dashboardUidInvalid,
    dashboardUidMissing,
    dashboardUnitMismatch,
    dashboardUnresolvedInput,
    dashboardV2NotProvisionable,
    dashboardVariableUndefined,
    dcgmLabelRenamed,
    dcgmMetricRenamed,
    dcgmServicemonitorMissing,
    dcgmUnknownField,
    dcgmXidSticky,
    defaultDashboardMissing,
    fileUnreadable,
    gpuAlertCoverageMissing,
    gpuAlertSeverityMismatch,
    gpuExporterAbsentAlertMissing,
    gpuRulesMissing,
    grafanaAdminPasswordKnown,
    grafanaDatasourceDefaultTwice,
    grafanaDatasourceUrlNotFound,
    helmChartVersionUnpinned,
    helmInstallNotIdempotent,
    helmReleaseNameMismatch,
    helmTemplateFailed,
    helmUnknownValue,
    imageRegistryForeign,
    imageTagFloating,
    installScriptUnclear,
    kubernetesSchemaInvalid,
    kubernetesSchemaMissing,
    kustomizeBuildFailed,
    kustomizeDeprecatedField,
    namespaceNotAllowed,
    operatorTooOldForPrometheus,
    orphanManifest,
    overlayWithoutKustomization,
    podSecurityViolation,
    prometheusRbacInsufficient,
    prometheusScrapeAnnotationIgnored,
    prometheusStorageEphemeral,
    prometheusVolumeTooSmall,
    prometheusruleEmpty,
    prometheusruleNamespaceNotSelected,
    prometheusruleNotSelected,
    prometheusruleTooLarge,
    promqlAggregationLosesIdentity,
    promqlCounterWithoutRate,
    promqlExperimentalFunction,
    promqlExportedLabelMismatch,
    promqlJobLabelMismatch,
    promqlMetricNotExported,
    promqlPartToPartRatio,
    promqlRangeExceedsRetention,
    promqlRateOnGauge,
    promqlRateRangeTooShort,
    promqlRegexpRedundant,
    promqlRuleResultType,
    promqlSyntaxError,
    promqlThresholdOutOfRange,
    promqlVectorMatching,
    recordingRuleMetricNotExported,
    recordingRuleNameStyle,
    recordingRuleUnitMismatch,
    resourceNamespaceUnset,
    ruleDuplicate,
    ruleFieldInvalid,
    ruleGroupIntervalTooLong,
    ruleLabelNameInvalid,
    secretInClearText,
    servicePortUnnamed,
    serviceSelectorNoPods,
    serviceTargetPortNotFound,
    servicemonitorDropsItsTargets,
    servicemonitorDuplicateTarget,
    servicemonitorEndpointPortUnset,
    servicemonitorIntervalTooLong,
    servicemonitorInvalidRelabeling,
    servicemonitorJobLabelMissing,
    servicemonitorLosesGpuIdentity,
    servicemonitorMissingNamespaceSelector,
    servicemonitorNameCollision,
    servicemonitorNamespaceNotSelected,
    servicemonitorNoMatchingService,
    servicemonitorNotSelected,
    servicemonitorPathNotServed,
    servicemonitorPortAndTargetport,
    servicemonitorPortIsNumber,
    servicemonitorPortNotFound,
    servicemonitorRejected,
    servicemonitorScrapeClassNotFound,
    servicemonitorScrapeFails,
    servicemonitorScrapeTimeoutExceedsInterval,
    servicemonitorSecretNotFound,
    servicemonitorSelectorEmpty,
    servicemonitorVersionLabelInSelector,
    suppression_unused/* suppressionUnused */.K,
    suppressionWithoutReason,
    timeToPage,
    xidApplicationCodePages,
    xidCodeInTwoTiers,
    xidHardwareCodeUnpaged,
    xidLastCodeOnly,
    yamlDuplicateKey,
    yamlInvalid,
];


/***/ },

/***/ 17752:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ suppressionUnused)
/* harmony export */ });
const suppressionUnused = {
    id: "suppression-unused",
    title: "A suppression lets nothing be: what it was for is mended, or was never there.",
    severity: "warning",
    decidedBy: "own",
    reads: ["stack"],
    // Only the runner knows which suppressions were used: it tells the others under this name (run-checks.ts).
    find: () => [],
};


/***/ },

/***/ 77157:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ projectAddress)
/* harmony export */ });
/** Where this project is kept, and its pages are read. */
const projectAddress = "https://github.com/prometheus-stack-action/prometheus-stack-action";


/***/ },

/***/ 93422:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ noWishes)
/* harmony export */ });
/** Nothing said: the release's own defaults. */
const noWishes = {
    enabled: null,
    version: null,
    configMap: null,
    counters: null,
    podLabels: false,
    podUid: false,
    env: [],
    monitor: { enabled: null, labels: {}, interval: null, scrapeTimeout: null, honorLabels: null, relabelings: [] },
};


/***/ },

/***/ 25342:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ chartWishes),
/* harmony export */   UJ: () => (/* binding */ deploysDra),
/* harmony export */   s4: () => (/* binding */ operatorWishes),
/* harmony export */   zI: () => (/* binding */ monitorWishAt)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _declared_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93422);



/**
 * What the tree says of a gpu-operator's exporter: a ClusterPolicy that it builds, else values with
 * a `dcgmExporter` section.
 */
const operatorWishes = (values, bodies) => {
    const policy = bodies.find((body) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrEmpty */ ._c)(body, ["kind"]) === "ClusterPolicy");
    const section = policy === undefined
        ? sectionIn(values, ["dcgmExporter"], ["gpu-operator", "dcgmExporter"])
        : (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(policy, ["spec", "dcgmExporter"]);
    return {
        enabled: flagIn(section),
        version: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(section, ["version"]),
        configMap: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(section, ["config", "name"]),
        counters: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(section, ["config", "data"]),
        podLabels: section["enablePodLabels"] === true,
        podUid: section["enablePodUID"] === true,
        env: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(section, ["env"]),
        monitor: monitorWishes((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(section, ["serviceMonitor"])),
    };
};
/** Whether the tree has a gpu-operator run the exporter for dynamic resource allocation, which is off by default. */
const deploysDra = ({ documents }, bodies) => bodies.some((body) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrEmpty */ ._c)(body, ["kind"]) === "GPUCluster") ||
    documents.some((values) => [values, (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(values, ["gpu-operator"])].some((one) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(one, ["gpuCluster", "deployCR"]) === true));
/** What the tree says of the dcgm-exporter chart: values of that name, or values with `customMetrics`. */
const chartWishes = (values) => {
    const own = values.documents.find((one) => typeof one["customMetrics"] === "string");
    const section = own ?? sectionIn(values, ["dcgm-exporter"], ["dcgmExporter"]);
    if (Object.keys(section).length === 0)
        return _declared_release_js__WEBPACK_IMPORTED_MODULE_0__/* .noWishes */ .$;
    return {
        enabled: null,
        version: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(section, ["image", "tag"]),
        configMap: null,
        counters: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(section, ["customMetrics"]),
        podLabels: (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(section, ["kubernetes", "enablePodLabels"]) === true,
        podUid: (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(section, ["kubernetes", "enablePodUID"]) === true,
        env: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(section, ["extraEnv"]),
        monitor: monitorWishes((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(section, ["serviceMonitor"])),
    };
};
/** Where the tree's values for the exporter speak of its own monitor; null where they do not. */
const monitorWishAt = ({ files }) => {
    for (const { documents } of files)
        for (const document of documents)
            for (const section of monitorSections)
                if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(document.value) && (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(document.value, section)))
                    return document.locateKey(section);
    return null;
};
const monitorSections = [
    ["dcgmExporter", "serviceMonitor"],
    ["gpu-operator", "dcgmExporter", "serviceMonitor"],
    ["dcgm-exporter", "serviceMonitor"],
];
const monitorWishes = (monitor) => ({
    enabled: flagIn(monitor),
    labels: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(monitor, ["additionalLabels"]),
    interval: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(monitor, ["interval"]),
    scrapeTimeout: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(monitor, ["scrapeTimeout"]),
    honorLabels: typeof monitor["honorLabels"] === "boolean" ? monitor["honorLabels"] : null,
    relabelings: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(monitor, ["relabelings"]),
});
const flagIn = ({ enabled }) => (typeof enabled === "boolean" ? enabled : null);
const sectionIn = ({ documents }, ...paths) => {
    for (const values of documents)
        for (const path of paths) {
            const found = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(values, path);
            if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(found))
                return found;
        }
    return {};
};


/***/ },

/***/ 6583:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ valueRange)
/* harmony export */ });
/**
 * What a value of this unit can be on any GPU. Percent and ratio by definition; the others are far beyond any data
 * sheet, so that only a mistaken unit crosses them: memory of a TiB, a clock of 10 GHz, 150 degrees Celsius (GPUs
 * switch off below 110), 10 kW.
 */
const byUnit = {
    percent: { least: 0, most: 100 },
    ratio: { least: 0, most: 1 },
    celsius: { least: -50, most: 150 },
    watts: { least: 0, most: 10_000 },
    MiB: { least: 0, most: 1024 * 1024 },
    bytes: { least: 0, most: 1024 ** 4 },
    megahertz: { least: 0, most: 10_000 },
    hertz: { least: 0, most: 10_000_000_000 },
};
/** The range of a gauge of the exporter; null for counters, and where the unit says nothing. */
const valueRange = ({ type, unit }) => type === "gauge" && unit !== null ? (byUnit[unit] ?? null) : null;


/***/ },

/***/ 6798:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ generatorEntry)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30330);

/** Null for what no generator made. Prefixes, suffixes and the hash only add to the name that the entry gives. */
const generatorEntry = (object, world) => {
    const origin = object.manifest?.origin;
    if (origin?.from !== "kustomize" || !origin.generated)
        return null;
    const file = world.file(origin.file);
    const document = file?.documents[0];
    if (file === null || document === undefined)
        return null;
    const field = object.ref.kind === "Secret" ? "secretGenerator" : "configMapGenerator";
    const entries = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(document.value, [field]);
    if (!Array.isArray(entries))
        return null;
    const fits = entries
        .flatMap((value, index) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) ? [{ value, index, name: String(value["name"]) }] : []))
        .filter(({ name }) => object.ref.name.includes(name))
        .sort((a, b) => b.name.length - a.name.length);
    const [best] = fits;
    return best === undefined ? null : { file, document, path: [field, best.index], value: best.value };
};


/***/ },

/***/ 3162:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ labelReads),
/* harmony export */   x: () => (/* binding */ labelSources)
/* harmony export */ });
/* harmony import */ var _syntax_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77161);

/** Every place that reads the label of this name. */
const labelReads = ({ root, labelUses, text }, name) => [
    ...labelUses
        .filter((use) => use.name === name)
        .map(({ where, from, to }) => ({ where, from, to, sources: readBy(innermost(root, { from, to }), where, name) })),
    ...functionSources(root, name, text),
];
/** Where the label of a node's result comes from; nowhere where an aggregation takes it away. */
const labelSources = (node, name) => {
    switch (node.kind) {
        case "number":
        case "string":
            return none;
        case "selector":
            return { selectors: new Set([node.selector]), made: false };
        case "range":
        case "unary":
            return labelSources(node.of, name);
        case "call":
            return ofCall(node, name);
        case "aggregate":
            return ofAggregate(node, name);
        case "binary":
            return ofBinary(node, name);
        default:
            return unclear;
    }
};
const none = { selectors: new Set(), made: false };
const unclear = { selectors: new Set(), made: true };
const joined = (all) => ({
    selectors: all.reduce((found, { selectors }) => found.union(selectors), new Set()),
    made: all.some(({ made }) => made),
});
/** The node that a place belongs to: to none of those below it. */
const innermost = (node, span) => {
    const below = (0,_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node).find(({ from, to }) => from <= span.from && span.to <= to);
    return below === undefined ? node : innermost(below, span);
};
const readBy = (node, where, name) => {
    if (node.kind === "aggregate")
        return [joined(node.args.map((arg) => labelSources(arg, name)))];
    if (node.kind !== "binary")
        return [labelSources(node, name)];
    const sides = [node.left, node.right].map((side) => labelSources(side, name));
    if (where !== "include")
        return sides;
    return sides.slice(node.matching?.many === "right" ? 0 : 1).slice(0, 1);
};
/** `absent` takes labels from its matchers, and `info` from other series. */
const makers = new Set(["absent", "absent_over_time", "info"]);
const ofCall = ({ name: called, args }, name) => {
    const target = args[1];
    if (isRelabeling(called) && (target?.kind !== "string" || target.value === name))
        return unclear;
    return makers.has(called) ? unclear : joined(args.map((arg) => labelSources(arg, name)));
};
const isRelabeling = (name) => name === "label_replace" || name === "label_join";
const pickers = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);
const ofAggregate = ({ name: called, args, grouping }, name) => {
    const [counted] = args;
    if (called === "count_values" && (counted?.kind !== "string" || counted.value === name))
        return unclear;
    const kept = grouping !== null && grouping.labels.includes(name) !== grouping.without;
    return pickers.has(called) || kept ? joined(args.map((arg) => labelSources(arg, name))) : none;
};
const ofBinary = ({ op, left, right, matching }, name) => {
    const [a, b] = [labelSources(left, name), labelSources(right, name)];
    if (_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .setOperators */ .iK.includes(op) && op !== "or")
        return a;
    if (matching === null || matching.many === null || matching.include.includes(name))
        return joined([a, b]);
    return matching.many === "left" ? a : b;
};
function* functionSources(node, name, text) {
    if (node.kind === "call" && isRelabeling(node.name)) {
        const [series, , ...rest] = node.args;
        for (const arg of node.name === "label_replace" ? rest.slice(1, 2) : rest.slice(1))
            if (series !== undefined && arg.kind === "string" && text.slice(arg.from + 1, arg.to - 1) === name)
                yield { where: "source", from: arg.from + 1, to: arg.to - 1, sources: [labelSources(series, name)] };
    }
    for (const child of (0,_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node))
        yield* functionSources(child, name, text);
}


/***/ },

/***/ 65113:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ metValues)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);
/* harmony import */ var _chart_defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63071);


/**
 * The values of a release's files that the chart does not name at a place where it names others, and all that are no
 * map. Only maps of which the defaults have keys are looked into: what a chart leaves empty, anything can be put into.
 */
function* metValues(stack, values) {
    const defaults = (0,_chart_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultsOf */ .Gf)(values);
    for (const file of stack.valueFiles) {
        const [document] = file.documents;
        if (document === undefined || !(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(document.value))
            continue;
        yield* walk({ file, document, defaults }, document.value, [], [defaults.own]);
    }
}
function* walk(walked, map, path, defaults) {
    const beside = defaults.filter(_chart_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .namesKeys */ .tV);
    if (beside.length === 0)
        return;
    for (const [key, value = null] of Object.entries(map)) {
        const here = [...path, key];
        const dependency = path.length === 0 ? walked.defaults.of(key) : undefined;
        // A chart that is not there to be read knows what nobody sees.
        if (dependency === null)
            continue;
        const known = [
            ...beside.flatMap((one) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(one.value) && key in one.value ? [{ ...one, value: one.value[key] ?? null }] : []),
            ...(dependency === undefined ? [] : [dependency]),
        ];
        if (known.length > 0 && (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(value))
            yield* walk(walked, value, here, known);
        else
            yield { file: walked.file, document: walked.document, path: here, value, known, beside };
    }
}


/***/ },

/***/ 49911:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ switchedOff)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _chart_defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63071);
/* harmony import */ var _value_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76942);



/** What charts call the switch of the map that it stands in. */
const switches = ["enabled", "create"];
/**
 * Tells whether a value stands in a part of the chart that is off, or may be: what it does there shows in no render.
 */
const switchedOff = (stack, { manifests, hooks }, values) => {
    const defaults = (0,_chart_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultsOf */ .Gf)(values);
    const isSet = (0,_value_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentsOn */ .Or)(stack.release.sets);
    const inForce = (path) => {
        const [first = "", ...rest] = path;
        const given = stack.valueFiles.map(({ documents: [document] }) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(document?.value, path));
        const ofDependency = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(defaults.of(first)?.value, rest);
        return [ofDependency, (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(defaults.own.value, path), ...given].findLast((value) => value !== undefined);
    };
    const templates = new Set([...manifests, ...hooks].flatMap(({ origin }) => origin.from === "chart" ? (/^[^/]+\/charts\/([^/]+)\//.exec(origin.template)?.[1] ?? []) : []));
    const isOffAt = (map) => switches.some((name) => inForce([...map, name]) === false || isSet([...map, name]));
    return (path) => {
        const [first = ""] = path;
        if (values.dependencies.has(first) && !templates.has(first))
            return true;
        return path.some((_, length) => length > 0 && isOffAt(path.slice(0, length)));
    };
};


/***/ },

/***/ 38295:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ routeHop)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53325);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50879);
/* harmony import */ var _world_network_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64338);
/* harmony import */ var _alertmanager_alert_matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4848);
/* harmony import */ var _alertmanager_alert_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52623);
/* harmony import */ var _alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47509);
/* harmony import */ var _alertmanager_alertmanager_secret_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34853);
/* harmony import */ var _operator_operated_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29627);
/* harmony import */ var _operator_selection_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89326);









const hop = "route-reaches-receiver";
/** Whether alerts with these labels reach a receiver that notifies somebody. */
const routeHop = (labels, prometheus, world) => {
    if (prometheus === null)
        return { hop, status: "unknown", why: "No Prometheus is in sight that would send the alert." };
    const { found, unseen } = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .alertmanagersOf */ .W6)(prometheus, world);
    const verdicts = found.map((alertmanager) => barred(prometheus, alertmanager, world) ?? ofAlertmanager(alertmanager, labels, world));
    const ok = verdicts.find(({ status }) => status === "ok");
    if (ok !== undefined)
        return ok;
    const doubtful = verdicts.find(({ status }) => status === "unknown");
    if (doubtful !== undefined)
        return doubtful;
    if (unseen !== null)
        return {
            hop,
            status: "unknown",
            why: `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(prometheus.ref)} sends to ${unseen}, whose routes are not in sight.`,
        };
    return verdicts[0] ?? noAlertmanager(prometheus);
};
const noAlertmanager = (prometheus) => ({
    hop,
    status: "broken",
    why: `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(prometheus.ref)} sends alerts nowhere: it names no Alertmanager.`,
    ...placed(prometheus.locate(["spec", "alerting"])),
    fix: { description: "Switch the chart's Alertmanager on (`alertmanager.enabled`), or name one.", edits: [] },
    check: "alert-no-receiver",
});
/** The operator has Alertmanager listen there, whatever its Service says: its `makeStatefulSetSpec`. */
const alertmanagerPort = 9093;
/** Containers of its own may stand before an Alertmanager, and take what it is sent. */
const barred = (prometheus, alertmanager, world) => {
    const [from, to] = [(0,_operator_operated_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .operatedPods */ .V)(prometheus, world), (0,_operator_operated_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .operatedPods */ .V)(alertmanager, world)];
    if (from === null || to === null || (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .objectsAt */ .yR)(alertmanager.body, ["spec", "containers"]).length > 0)
        return null;
    const portNames = [(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .textAt */ .$6)(alertmanager.body, ["spec", "portName"]) ?? "web"];
    const barrier = (0,_world_network_access_js__WEBPACK_IMPORTED_MODULE_0__/* .barrierBetween */ .A)(from, { ...to, port: alertmanagerPort, portNames }, world);
    if (barrier === null)
        return null;
    const { policy } = barrier;
    return broken("alert-no-receiver", policy.locate(["spec"]), {
        why: `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(policy.ref)} isolates pods, and no policy in sight lets ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(prometheus.ref)} reach port ${alertmanagerPort} of ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(alertmanager.ref)}: no alert gets there.`,
        fix: { description: "Let a policy allow it.", edits: [] },
    });
};
const ofAlertmanager = (alertmanager, labels, world) => {
    const name = (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(alertmanager.ref);
    const read = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .configInForce */ .xP)(alertmanager, world);
    if (read === null)
        return { hop, status: "unknown", why: unseenConfig(alertmanager, world) };
    if (read.config === null)
        return refused(name, read);
    const outcome = (0,_alertmanager_alert_route_js__WEBPACK_IMPORTED_MODULE_2__/* .routeOf */ .Lu)(read.config, labels);
    if (outcome.notifies === "always")
        return { hop, status: "ok", why: okWhy(read.config, outcome) };
    if (outcome.notifies === "depends")
        return {
            hop,
            status: "unknown",
            why: `Whether the alert reaches a receiver that notifies hangs on labels whose values are known only when it fires: ${endsOf(outcome)}.`,
        };
    const loud = (0,_alertmanager_alert_route_js__WEBPACK_IMPORTED_MODULE_2__/* .loudReceivers */ .xs)(read.config);
    const timed = outcome.routes.find(({ route }) => route.isNeverTold && loud.has(route.receiver))?.route;
    return timed === undefined ? silent(alertmanager, labels, outcome, world) : mute(name, timed, outcome);
};
const mute = (name, route, outcome) => broken("alert-no-receiver", route.place(), {
    why: `${name} sends it to ${endsOf(outcome)}, and there is no time at which that route notifies${quiet(route)}.`,
    fix: { description: "Let the time intervals of the route leave it a time, or take them away.", edits: [] },
});
const unseenConfig = (alertmanager, world) => {
    const untouched = (0,_operator_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .whyNotReconciled */ .E)(alertmanager, world);
    if (untouched !== null)
        return `${untouched}.`;
    const unknown = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedConfigs */ .$g)(alertmanager, world).find(({ status }) => status === "unknown");
    return unknown === undefined
        ? `The configuration of ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(alertmanager.ref)} is not in sight: Secret ${(0,_alertmanager_alertmanager_secret_js__WEBPACK_IMPORTED_MODULE_8__/* .configText */ .U)(alertmanager, world).name} is not in the render.`
        : `Whether ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(alertmanager.ref)} uses ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(unknown.object.ref)} cannot be seen: ${unknown.why}.`;
};
const refused = (name, { problem }) => ({
    hop,
    status: "broken",
    why: `The configuration of ${name} is refused: ${problem.message}.`,
    ...placed(problem.place()),
    check: "alertmanager-config-invalid",
});
/**
 * Nobody is notified: an AlertmanagerConfig that would, but is not used or sees other namespaces
 * only, is the nearest repair.
 */
const silent = (alertmanager, labels, outcome, world) => {
    const name = (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(alertmanager.ref);
    const would = (as) => {
        const read = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .configInForce */ .xP)(alertmanager, world, as);
        if (!read?.config)
            return [];
        const { routes, notifies } = (0,_alertmanager_alert_route_js__WEBPACK_IMPORTED_MODULE_2__/* .routeOf */ .Lu)(read.config, labels);
        return notifies === "never" ? [] : routes.map(({ route }) => route).filter((0,_alertmanager_alert_route_js__WEBPACK_IMPORTED_MODULE_2__/* .notifyingRoutes */ .uT)(read.config));
    };
    const [confined] = would({ unconfined: true });
    if (confined !== undefined)
        return broken("alertmanagerconfig-namespace-matcher", confined.place(), {
            why: `${confined.receiver} would notify, but ${name} gives each AlertmanagerConfig only alerts whose namespace label is its own: ${endsOf(outcome)}.`,
            fix: {
                description: "Set alertmanager.alertmanagerSpec.alertmanagerConfigMatcherStrategy.type to None in the chart's values.",
                edits: [],
            },
        });
    const [unselected] = would({ all: true, unconfined: true });
    const reason = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedConfigs */ .$g)(alertmanager, world).find(({ object, status }) => status === "not-selected" && unselected?.receiver.startsWith(receiverPrefix(object, world)));
    if (unselected !== undefined && reason !== undefined)
        return broken("alertmanagerconfig-not-selected", reason.object.locate(["metadata"]), {
            why: `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(reason.object.ref)} would notify, but is not used: ${reason.why}.`,
        });
    const invalid = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedConfigs */ .$g)(alertmanager, world).find(({ status }) => status === "refused");
    const hint = invalid === undefined ? "" : ` ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(invalid.object.ref)} is not used: ${invalid.why}.`;
    const end = outcome.routes[0]?.route;
    return broken("alert-no-receiver", invalid?.object.locate(["spec"]) ?? end?.place() ?? null, {
        why: `${name} sends it to ${endsOf(outcome)}, which notifies nobody.${hint}`,
        fix: {
            description: "Give the route a receiver with an integration (Slack, PagerDuty, e-mail, a webhook, \u2026), in the chart's values under alertmanager.config.",
            edits: [],
        },
    });
};
const receiverPrefix = ({ ref }, world) => `${ref.namespace ?? world.releaseNamespace}/${ref.name}/`;
const broken = (check, at, told) => ({
    hop,
    status: "broken",
    ...told,
    ...placed(at),
    check,
});
const placed = (at) => (at === null ? {} : { at });
const okWhy = ({ receivers }, { routes }) => {
    const ends = routes.map(({ route }) => {
        const kinds = receivers.find(({ name }) => name === route.receiver)?.integrations ?? [];
        return `${route.receiver}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}${quiet(route)}`;
    });
    return `Alertmanager sends it to ${[...new Set(ends)].join(" and ")}.`;
};
const endsOf = ({ routes }) => [...new Set(routes.map(({ route }) => `receiver "${route.receiver}"${by(route)}`))].join(" or ");
const by = ({ matchers }) => matchers.length === 0 ? "" : ` (route ${matchers.map(_alertmanager_alert_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .matcherText */ .sE).join(", ")})`;
const quiet = ({ muteTimeIntervals, activeTimeIntervals }) => [
    ...(muteTimeIntervals.length === 0 ? [] : [`, mute in ${muteTimeIntervals.join(", ")}`]),
    ...(activeTimeIntervals.length === 0 ? [] : [`, only in ${activeTimeIntervals.join(", ")}`]),
].join("");


/***/ },

/***/ 43619:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ provisionedDatasources),
/* harmony export */   I: () => (/* binding */ datasourcesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30330);
/* harmony import */ var _grafana_pod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10638);
/* harmony import */ var _grafana_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74827);
/* harmony import */ var _sidecar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89583);






const folder = "/etc/grafana/provisioning/datasources";
const datasourcesOf = (pod, world) => {
    const { files, complete } = datasourceFiles(pod, world);
    const list = files.flatMap(datasourcesIn);
    const unread = !complete || files.some(({ config }) => config === null) || list.some(({ name, uid }) => /\$/.test(name + uid));
    return { list, others: unread ? "not all of Grafana's data source files can be seen" : keeps(pod) };
};
/** The data sources in the files that can be seen, in the order in which they are read. */
const provisionedDatasources = (pod, world) => datasourceFiles(pod, world).files.flatMap(datasourcesIn);
const datasourceFiles = (pod, world) => {
    const { files, complete } = (0,_grafana_pod_js__WEBPACK_IMPORTED_MODULE_2__/* .filesIn */ .nG)(pod, folder);
    const sidecars = (0,_sidecar_js__WEBPACK_IMPORTED_MODULE_3__/* .sidecarsOf */ .eG)(pod, "datasources");
    const taken = [...world.ofKind("ConfigMap"), ...world.ofKind("Secret")]
        .filter((object) => sidecars.some((sidecar) => (0,_sidecar_js__WEBPACK_IMPORTED_MODULE_3__/* .takes */ .ny)(sidecar, object, world)))
        .flatMap((object) => Object.entries((0,_grafana_pod_js__WEBPACK_IMPORTED_MODULE_2__/* .dataOf */ .qu)(object)).map(([key, text]) => ({ object, key, path: `${folder}/${key}`, text })));
    const configs = [...files, ...taken]
        .filter(({ path }) => /\.ya?ml$/.test(path))
        .map(({ object, key, path, text }) => ({ object, key, path, config: (0,_grafana_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .gM)(text) }));
    return { files: configs, complete };
};
const datasourcesIn = ({ config, ...file }) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsAt */ .yR)(config, ["datasources"]).map((one) => ({
    ...read(one),
    org: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(one, ["orgId"]) || 1,
    url: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(one, ["url"]) ?? "",
    isProxied: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(one, ["access"]) !== "direct",
    ...file,
}));
const read = (one) => {
    const name = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(one, ["name"]) ?? "";
    return {
        name,
        uid: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(one, ["uid"]) ?? uidFromName(name),
        type: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(one, ["type"]) ?? "",
        isDefault: (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .valueAt */ .f)(one, ["isDefault"]) === true,
    };
};
/**
 * Grafana's own choice where a file gives no uid: the one of a data source named `prometheus` is the
 * well-known P1809F7CD0C75ACF3.
 */
const uidFromName = (name) => `P${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, 16).toUpperCase()}`;
/**
 * A Grafana that keeps its database may hold data sources that somebody made by hand; one with an emptyDir
 * forgets them with its pod.
 */
const keeps = ({ containers, mounts }) => {
    if (mounts.some(({ path, source }) => path === "/var/lib/grafana" && source === "unseen"))
        return "Grafana keeps its database on a volume, and others may have been made by hand";
    const names = containers.flatMap((container) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsAt */ .yR)(container, ["env"])).map((one) => String(one["name"]));
    const external = names.some((name) => /^GF_DATABASE_/.test(name)) || mounts.some(hasDatabaseSection);
    return external ? "Grafana keeps its database elsewhere, and others may have been made by hand" : null;
};
const hasDatabaseSection = ({ source }) => typeof source !== "string" &&
    Object.entries((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(source.body["data"]) ? source.body["data"] : {}).some(([key, value]) => key.endsWith(".ini") && /^[ \t]*\[database\]/m.test(String(value)));


/***/ },

/***/ 74827:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ folderFor),
/* harmony export */   Ou: () => (/* binding */ providersOf),
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33243);
/* harmony import */ var _core_trim_end_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52182);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30330);
/* harmony import */ var _grafana_pod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10638);






const folder = "/etc/grafana/provisioning/dashboards";
const providersOf = (pod) => {
    const { files, complete } = (0,_grafana_pod_js__WEBPACK_IMPORTED_MODULE_2__/* .filesIn */ .nG)(pod, folder);
    const configs = files.filter(({ path }) => /\.ya?ml$/.test(path)).map(({ text }) => readYaml(text));
    const list = configs
        .flatMap((config) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(config, ["providers"]))
        .flatMap((one) => {
        const path = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(one, ["options", "path"]) ?? (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(one, ["options", "folder"]);
        if (typeof path !== "string" || (one["type"] ?? "file") !== "file")
            return [];
        return [
            {
                name: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(one, ["name"]) ?? "",
                path: (0,_core_trim_end_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutEndSlash */ .T)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)),
                folder: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(one, ["folderUid"]) ?? (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(one, ["folder"]) ?? "",
                foldersFromFilesStructure: (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(one, ["options", "foldersFromFilesStructure"]) === true,
            },
        ];
    });
    return { list, complete: complete && configs.every((config) => config !== null) && list.length > 0 };
};
/** The provider that reads the files of a folder: it walks down, but not into folders whose name starts with a dot. */
const providerOf = ({ list }, directory) => list.find(({ path }) => (0,_grafana_pod_js__WEBPACK_IMPORTED_MODULE_2__/* .isIn */ .S1)(directory, path) &&
    !directory
        .slice(path.length)
        .split("/")
        .some((part) => part.startsWith(".")));
/** Grafana's folder for a file there: titles have to be unique in it. */
const folderFor = (provider, directory) => {
    if (!provider.foldersFromFilesStructure)
        return provider.folder;
    return directory === provider.path ? "" : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(directory);
};
/** The value of a YAML text; null where it is not YAML. */
const readYaml = (text) => {
    try {
        const value = (0,js_yaml__WEBPACK_IMPORTED_MODULE_1__/* .load */ .Hh)(text);
        return (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(value) ? value : null;
    }
    catch {
        return null;
    }
};


/***/ },

/***/ 83824:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ aimOf),
/* harmony export */   L0: () => (/* binding */ asksForPodsOf),
/* harmony export */   d9: () => (/* binding */ aimsAtDcgm),
/* harmony export */   hR: () => (/* binding */ matchNamesOf)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(47785);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(52615);
/* harmony import */ var _dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39084);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34267);
/* harmony import */ var _kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51704);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30330);
/* harmony import */ var _world_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32055);
/* harmony import */ var _world_world_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87125);
/* harmony import */ var _scrape_monitor_namespaces_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88015);
/* harmony import */ var _scrape_monitor_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93578);











/** What the monitor aims at, out of `index`, the Services or workloads of the world by namespace. */
const aimOf = (monitor, prometheus, index, world) => {
    const namespaces = (0,_scrape_monitor_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .monitoredNamespaces */ .OU)(monitor, prometheus, world);
    const chosen = (things) => things.filter(({ labels }) => (0,_scrape_monitor_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .monitorSelects */ .a)(monitor, labels) !== false);
    const hit = chosen((0,_scrape_monitor_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .inNamespaces */ .GD)(index, namespaces));
    if (hit.length > 0)
        return { namespaces, verdict: "hit", at: hit, certain: true };
    const elsewhere = chosen([...index.values()].flat());
    const orphans = elsewhere.filter((thing) => isMeant(monitor, thing, prometheus, world));
    if (orphans.length > 0)
        return { namespaces, verdict: "elsewhere", at: orphans, certain: true };
    const missed = meantOf(monitor, namespaces, index, world);
    if (missed.length > 0)
        return { namespaces, verdict: "missed", at: missed, certain: true };
    return { namespaces, verdict: elsewhere.length > 0 ? "elsewhere" : "nothing", at: elsewhere, certain: false };
};
/**
 * Whether by its name, its labels and what it selects the monitor is for a DCGM exporter; a ScrapeConfig by all that it
 * says, but for what it drops.
 */
const aimsAtDcgm = ({ ref, body }) => {
    const asked = ref.kind === "ScrapeConfig" ? scrapeConfigWords((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectAt */ .lJ)(body, ["spec"])) : selectedWords(body);
    return [ref.name, ...Object.values((0,_kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .labelsOf */ .P)(body)), ...asked].some((word) => /dcgm/i.test(word));
};
const selectedWords = (body) => (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .valueAt */ .f)(body, ["spec", "selector"]))
    .filter(({ operator }) => operator === "Equals" || operator === "In")
    .flatMap(({ values }) => values);
const scrapeConfigWords = ({ relabelings, metricRelabelings: _, ...rest }) => {
    const kept = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(relabelings, []).filter(({ action }) => String(action ?? "replace").toLowerCase() === "keep");
    return [...textsIn(rest), ...textsIn(kept)];
};
function* textsIn(value) {
    if (typeof value === "string")
        yield value;
    else if (Array.isArray(value))
        for (const item of value)
            yield* textsIn(item);
    else if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .G)(value))
        for (const inner of Object.values(value))
            yield* textsIn(inner);
}
/**
 * Something in another namespace is meant where it is the GPU exporter, or where the tree brings it and
 * no other monitor takes it.
 */
const isMeant = (monitor, thing, prometheus, world) => {
    if (aimsAtDcgm(monitor) && isExporter(thing, world))
        return true;
    if (!(0,_world_world_js__WEBPACK_IMPORTED_MODULE_7__/* .isOwn */ .N)(thing.object))
        return false;
    return !world.ofKind(monitor.ref.kind).some((other) => other !== monitor && takes(other, thing, prometheus, world));
};
const takes = (other, thing, prometheus, world) => {
    const names = (0,_scrape_monitor_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .monitoredNamespaces */ .OU)(other, prometheus, world);
    return (names === "all" || names.includes(thing.namespace)) && (0,_scrape_monitor_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .monitorSelects */ .a)(other, thing.labels) !== false;
};
/**
 * What the labels miss: the GPU exporter, the Service of whose pods they are, the only one of its kind in the same file
 * or with the monitor's name, or the one with the port that a label names.
 */
const meantOf = (monitor, namespaces, index, world) => {
    const all = [...index.values()].flat();
    if (aimsAtDcgm(monitor)) {
        const exporters = all.filter((thing) => isExporter(thing, world));
        const near = exporters.filter(({ namespace }) => namespaces === "all" || namespaces.includes(namespace));
        if (exporters.length > 0)
            return closest(monitor, near.length > 0 ? near : exporters);
    }
    const ours = all.filter(({ object, namespace }) => (0,_world_world_js__WEBPACK_IMPORTED_MODULE_7__/* .isOwn */ .N)(object) && (namespaces === "all" || namespaces.includes(namespace)));
    const byPods = withPort(monitor, ours.filter((thing) => asksForPodsOf(monitor, thing)));
    if (byPods.length === 1)
        return byPods;
    const named = ours.filter(({ object }) => object.ref.name === monitor.ref.name);
    const beside = ours.filter(({ object }) => fileOf(object) === fileOf(monitor));
    if (named.length === 1)
        return named;
    if (beside.length === 1)
        return beside;
    const values = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .valueAt */ .f)(monitor.body, ["spec", "selector"])).flatMap((one) => equalTo(one));
    const called = ours.filter((thing) => values.includes(thing.object.ref.name) && hasPort(monitor, thing));
    return called.length === 1 ? called : [];
};
/**
 * Whether all that the monitor asks for are labels by which the Service selects its pods: what counts
 * are the Service's own.
 */
const asksForPodsOf = (monitor, { selector }) => {
    const asked = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .valueAt */ .f)(monitor.body, ["spec", "selector"]));
    return (selector !== undefined &&
        selector !== null &&
        asked.length > 0 &&
        asked.every((one) => equalTo(one).some((value) => selector[one.key] === value)));
};
const equalTo = ({ operator, values }) => (operator === "Equals" ? values : []);
/** Those with the ports that the monitor names, where there are any: a headless Service may lie beside another. */
const withPort = (monitor, things) => {
    const fitting = things.filter((thing) => hasPort(monitor, thing));
    return fitting.length > 0 ? fitting : things;
};
const hasPort = (monitor, { ports = [] }) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(monitor.body, ["spec", "endpoints"]).every(({ port }) => ports.some(({ name }) => name === port));
/**
 * The gpu-operator declares two exporters, of which a cluster runs one: that with the most
 * similar label values is meant.
 */
const closest = (monitor, things) => {
    const wanted = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .valueAt */ .f)(monitor.body, ["spec", "selector"])).flatMap(({ values }) => values);
    const distance = ({ labels }) => Math.min(...wanted.flatMap((word) => Object.values(labels).map((value) => (0,leven__WEBPACK_IMPORTED_MODULE_8__/* ["default"] */ .A)(word, value))));
    const [best, second] = things.map((thing) => ({ thing, far: distance(thing) })).sort((a, b) => a.far - b.far);
    return best !== undefined && (second === undefined || best.far < second.far) ? [best.thing] : things;
};
const isExporter = ({ object }, world) => exporters(world).has(object);
const exporters = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_9__/* .once */ .O)((world) => new Set([...world.ofKind("Service"), ...workloadObjects(world)].filter(isExporterIn(world))));
const isExporterIn = (world) => {
    const workloads = workloadObjects(world)
        .map(({ body }) => body)
        .filter(_dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_10__/* .isExporterWorkload */ .V2);
    return ({ body, ref }) => ref.kind === "Service" ? (0,_dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_10__/* .isExporterService */ .Dk)(body, workloads, world.releaseNamespace) : (0,_dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_10__/* .isExporterWorkload */ .V2)(body);
};
const workloadObjects = (world) => [...(0,_world_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadsIn */ .X)(world).values()].flat().map(({ object }) => object);
const fileOf = ({ manifest }) => manifest?.origin.from === "kustomize" && !manifest.origin.generated ? manifest.origin.file : null;
/** `namespaceSelector.matchNames` as written. */
const matchNamesOf = (monitor) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .textsAt */ .i1)(monitor.body, ["spec", "namespaceSelector", "matchNames"]);


/***/ },

/***/ 37550:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ lookbackOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53855);


/**
 * Prometheus' default.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
const usual = "5m";
/** That of a Prometheus object, by its `spec.query.lookbackDelta`; null where that is no duration. */
const lookbackOf = (prometheus) => {
    const text = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(prometheus?.body, ["spec", "query", "lookbackDelta"]) || usual;
    const ms = (0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text);
    return ms === null ? null : { ms, text };
};


/***/ },

/***/ 55683:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ placeInExpression),
/* harmony export */   H: () => (/* binding */ editsInExpression)
/* harmony export */ });
/* harmony import */ var _text_line_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65028);

/**
 * The place of `[from, to)` of the expression. YAML may fold, indent and escape it, so it is looked for by its text: as
 * often as that stands before it in the expression it is passed over in the file.
 */
const placeInExpression = ({ object, path, expr }, span, world) => {
    const value = object.locate([...path, "expr"]);
    const file = value === null ? null : world.file(value.file);
    const nowhere = { at: value, edit: () => null };
    if (value === null || file === null)
        return nowhere;
    const { text } = file;
    const wanted = expr.slice(span.from, span.to);
    const position = (0,_text_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .positionIn */ .Nu)(file);
    const start = position.startOf(value.line) + value.column - 1;
    // The lines of a value whose end is not told: it takes no more than its own text and as many indentations.
    const end = value.endLine === undefined ? start + expr.length * 4 + 200 : position.startOf(value.endLine + 1);
    const index = occurrence(text.slice(start, end), wanted, occurrences(expr.slice(0, span.from), wanted));
    if (wanted === "" || index === -1)
        return nowhere;
    const from = start + index;
    const at = position.at(from, from + wanted.length);
    const line = (0,_text_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(file, at.line);
    return {
        at,
        edit: (put) => {
            const changed = line.slice(0, at.column - 1) + put + line.slice(at.column - 1 + wanted.length);
            return { file: file.file, startLine: at.line, endLine: at.line, text: changed };
        },
    };
};
/** Whole-line edits that make all changes; none where one of them cannot be placed. */
const editsInExpression = (entry, changes, world) => {
    const placed = changes.map((change) => ({ change, place: placeInExpression(entry, change, world) }));
    if (placed.some(({ change, place }) => place.edit(change.text) === null))
        return [];
    const lines = Map.groupBy(placed, ({ place }) => place.at?.line ?? 0);
    return [...lines.values()].flatMap((onLine) => {
        const { at } = onLine[0]?.place ?? {};
        if (at === undefined || at === null)
            return [];
        const file = world.file(at.file);
        const whole = file === null ? "" : (0,_text_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(file, at.line);
        const text = onLine
            .toSorted((a, b) => (b.place.at?.column ?? 0) - (a.place.at?.column ?? 0))
            .reduce((line, { change, place }) => {
            const from = (place.at?.column ?? 1) - 1;
            return line.slice(0, from) + change.text + line.slice(from + change.to - change.from);
        }, whole);
        return [{ file: at.file, startLine: at.line, endLine: at.line, text }];
    });
};
const occurrences = (text, wanted) => text.split(wanted).length - 1;
/** Where `wanted` stands after it was passed over `skip` times; -1 where it does not stand so often. */
const occurrence = (text, wanted, skip) => {
    let at = text.indexOf(wanted);
    for (let passed = 0; passed < skip && at !== -1; passed += 1)
        at = text.indexOf(wanted, at + wanted.length);
    return at;
};


/***/ },

/***/ 59648:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ showsGpuLabel),
/* harmony export */   ib: () => (/* binding */ gpuLabelReads),
/* harmony export */   lz: () => (/* binding */ renamePlaces)
/* harmony export */ });
/* harmony import */ var _promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27483);
/* harmony import */ var _promql_label_reads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3162);


/** Where an expression reads a label of the GPU exporter's metrics, and of them alone. */
const gpuLabelReads = (expression, name) => 
// `label_replace(x, "hostname", "$1", "Hostname", "(.+)")` serves both releases: its source may be absent.
(0,_promql_label_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .labelReads */ .E)(expression, name).filter(({ where, sources }) => where !== "source" && sources.some(isOfGpu));
/** Whether a label of the result is one of the GPU exporter's metrics alone, by this name or by its right one. */
const showsGpuLabel = ({ root }, name, right) => {
    const own = (0,_promql_label_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSources */ .x)(root, name);
    return isOfGpu(isNowhere(own) ? (0,_promql_label_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSources */ .x)(root, right) : own);
};
/**
 * The places at which another name of the label has to stand. Null where one of them is about other metrics too, or
 * about what a function makes: their labels are not known here, and renaming one side alone would part the two.
 */
const renamePlaces = (expression, name) => {
    if (!expression.complete)
        return null;
    const ours = (0,_promql_label_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .labelReads */ .E)(expression, name).filter(({ sources }) => sources.some(hasGpu));
    return ours.every(({ sources }) => sources.every((one) => isOfGpu(one) || isNowhere(one))) ? ours : null;
};
const isNowhere = ({ selectors, made }) => selectors.size === 0 && !made;
const gpuIn = ({ selectors }) => [...selectors].map(({ metric }) => metric !== null && (0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isGpuMetric */ .$)(metric));
const hasGpu = (sources) => gpuIn(sources).includes(true);
const isOfGpu = (sources) => !sources.made && hasGpu(sources) && !gpuIn(sources).includes(false);


/***/ },

/***/ 87911:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ gpuLabels)
/* harmony export */ });
/* harmony import */ var _dcgm_renamed_metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77211);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);



const gpuLabels = (world) => {
    const { exporter } = world;
    // Labels that a monitor makes by relabeling; `labelmap` makes any.
    const rules = ["ServiceMonitor", "PodMonitor", "ScrapeConfig", "Probe", "Prometheus"]
        .flatMap((kind) => world.ofKind(kind))
        .flatMap(relabelings);
    const made = new Set(rules.map((rule) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, ["targetLabel"])));
    const makesAny = rules.some((rule) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, ["action"])?.toLowerCase() === "labelmap");
    const labels = new Set([
        ...(exporter.labels ?? []),
        ...(exporter.metrics ?? []).flatMap((metric) => metric.labels ?? []),
    ]);
    const byLower = new Map([...labels].map((label) => [label.toLowerCase(), label]));
    return {
        writtenOtherwise: (label) => {
            if (labels.has(label) || made.has(label) || makesAny)
                return null;
            const other = (0,_dcgm_renamed_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .otherLabelOf */ .G4)(label);
            return byLower.get(label.toLowerCase()) ?? (other !== null && labels.has(other) ? other : null);
        },
    };
};
/** The relabelings of a monitor or of a Prometheus' scrape classes, of targets and of metrics. */
const relabelings = ({ body }) => {
    const lists = [
        ["spec", "endpoints"],
        ["spec", "podMetricsEndpoints"],
        ["spec", "scrapeClasses"],
    ];
    const holders = [(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["spec"]), ...lists.flatMap((path) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(body, path))];
    return holders.flatMap((one) => [...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(one, ["relabelings"]), ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(one, ["metricRelabelings"])]);
};


/***/ },

/***/ 54917:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ chartNameIn)
/* harmony export */ });
/** `grafana/grafana`, `oci://\u2026/grafana:10.1.0` and `./charts/grafana-10.1.0.tgz` are `grafana`. */
const chartNameIn = (chart) => (chart.split("/").at(-1) ?? "").replace(/[:@].*$/, "").replace(/(?:-\d[^/]*)?\.tgz$/, "");


/***/ },

/***/ 93504:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ linesAfter),
/* harmony export */   OJ: () => (/* binding */ keyRenamed),
/* harmony export */   PY: () => (/* binding */ linesBefore),
/* harmony export */   b6: () => (/* binding */ lineReplaced)
/* harmony export */ });
/* harmony import */ var _line_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65028);

/**
 * The line with `key` becomes `line`, with its indentation and its comment. Null, as of all of these, where the line
 * (from 1) is not one key in block style: a person has to do it then.
 */
const lineReplaced = (file, number, key, line) => {
    const found = keyLine(file, number, key);
    if (found === null)
        return null;
    const at = found.text.search(/\s#/);
    const comment = at === -1 ? "" : found.text.slice(found.text.slice(0, at).trimEnd().length);
    return { file: file.file, startLine: number, endLine: number, text: found.lead + line + comment };
};
/** Puts lines before the one with `key`, as its siblings. */
const linesBefore = (file, number, key, added) => {
    const found = keyLine(file, number, key);
    if (found === null)
        return null;
    const [head = "", ...rest] = added;
    const own = `${" ".repeat(found.lead.length)}${found.text.slice(found.lead.length)}`;
    const text = [found.lead + head, ...rest.map((one) => " ".repeat(found.lead.length) + one), own].join("\n");
    return { file: file.file, startLine: number, endLine: number, text };
};
/** Puts lines after the one with `key`, as its siblings. */
const linesAfter = (file, number, key, added) => {
    const found = keyLine(file, number, key);
    if (found === null)
        return null;
    const text = [found.text, ...added.map((one) => " ".repeat(found.lead.length) + one)].join("\n");
    return { file: file.file, startLine: number, endLine: number, text };
};
/**
 * The line, where it holds that key in block style and nothing else; `lead` is what stands before the key:
 * blanks and the dashes of lists.
 */
const keyLine = (file, number, key) => {
    const text = (0,_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(file, number);
    const [, lead = "", quote = "", rest = ""] = /^([ -]*)(["']?)([\s\S]*)$/.exec(text) ?? [];
    const after = rest.slice(key.length);
    return rest.startsWith(key) && new RegExp(`^${quote}\\s*:(?:\\s+[^{\\[&*|>]|\\s*$)`).test(after)
        ? { text, lead }
        : null;
};
/** Another name for `key`; what stands after it stays. */
const keyRenamed = (file, number, key, wanted) => {
    const text = (0,_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(file, number);
    const [, lead = "", quote = "", rest = ""] = /^([ -]*)(["']?)([\s\S]*)$/.exec(text) ?? [];
    if (!rest.startsWith(`${key}${quote}:`))
        return null;
    const changed = `${lead}${quote}${wanted}${rest.slice(key.length)}`;
    return { file: file.file, startLine: number, endLine: number, text: changed };
};


/***/ }

};
;
})

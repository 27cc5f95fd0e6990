(function (module, exports, require, __dirname) {"use strict";
exports.id = 426;
exports.ids = [426];
exports.modules = {

/***/ 49342:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rO: () => (/* binding */ failedBeforeTheRun),
  S2: () => (/* binding */ hiderOf),
  sG: () => (/* binding */ outcomeOf),
  E5: () => (/* binding */ showing)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/core/stage.js
var stage = __webpack_require__(59786);
// EXTERNAL MODULE: ./build/src/outside/memory.js
var outside_memory = __webpack_require__(5135);
// EXTERNAL MODULE: ./build/src/deploy/deploy-failed.js
var deploy_failed = __webpack_require__(73715);
// EXTERNAL MODULE: ./build/src/inventory/inventory.js
var inventory = __webpack_require__(35905);
;// CONCATENATED MODULE: ./build/src/proof/alert-proofs.js
/** Each alert once, in the order of the rules. */
const alertProofs = ({ alerts }, files, canaries) => {
    const cases = Map.groupBy(files.flatMap((file) => file.alerts), ({ alert }) => alert);
    const tried = Map.groupBy(canaries, ({ alert }) => alert);
    return [...new Set(alerts.map(({ entry }) => entry.name))].map((name) => {
        const mine = cases.get(name) ?? [];
        const passed = mine.filter((one) => one.passed).length;
        return { name, passed, failed: mine.length - passed, canary: canaryOf(tried.get(name) ?? []) };
    });
};
/** Rules may share a name (a warning and a critical alert): it fires where all of them do. */
const canaryOf = (mine) => {
    const first = mine.find(({ fired }) => !fired) ?? mine[0];
    if (first === undefined)
        return null;
    const { alert: _, ...canary } = first;
    return canary;
};

// EXTERNAL MODULE: ./build/src/render/render-failure.js
var render_failure = __webpack_require__(46128);
// EXTERNAL MODULE: ./build/src/signal/alerts/gpu-coverage.js + 2 modules
var gpu_coverage = __webpack_require__(25478);
// EXTERNAL MODULE: ./build/src/dcgm/xid-codes.js + 1 modules
var xid_codes = __webpack_require__(38631);
// EXTERNAL MODULE: ./build/src/signal/alerts/paging.js
var paging = __webpack_require__(29331);
// EXTERNAL MODULE: ./build/src/signal/alerts/xid-alerts.js + 2 modules
var xid_alerts = __webpack_require__(55462);
;// CONCATENATED MODULE: ./build/src/signal/alerts/xid-table.js



/** Every code of the catalogue, its action and its alerts; null where the tree has no alert on XIDs. */
const xidTable = (resolution) => {
    const alerts = (0,xid_alerts/* xidAlerts */.z)(resolution);
    if (alerts.length === 0)
        return null;
    const coded = xid_codes/* xidCodes */.ik.map((one) => ({ one, alerts: alerts.flatMap((alert) => toldOf(alert, one)) }));
    const groups = Map.groupBy(coded, ({ one, alerts }) => JSON.stringify([one.action, alerts]));
    const rows = [...groups.values()].flatMap(([first, ...more]) => first === undefined
        ? []
        : [
            {
                action: first.one.action,
                need: first.one.need,
                codes: [first, ...more].map(({ one }) => one.code),
                alerts: first.alerts,
            },
        ]);
    return {
        rows: rows.toSorted((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || byAction(a, b)),
        unclear: alerts.filter(({ unclear }) => unclear).map(({ way }) => way.entry.name),
    };
};
const needs = ["hardware", "other", "application"];
/** Rows of one action stand together; those without an action last. */
const byAction = (a, b) => {
    const [left, right] = [a.action ?? "~", b.action ?? "~"];
    return left === right ? (a.codes[0] ?? 0) - (b.codes[0] ?? 0) : left < right ? -1 : 1;
};
const toldOf = (alert, one) => {
    if (!alert.codes.includes(one))
        return [];
    const { way, severity } = alert;
    const receivers = alert.receiversOf(one.code)?.map(({ name }) => name) ?? null;
    return [
        {
            ...{ name: way.entry.name, status: way.path.status, severity, pages: (0,paging/* pagesFor */.K)(alert, one.code) },
            receivers: receivers === null ? null : [...new Set(receivers)],
        },
    ];
};

// EXTERNAL MODULE: ./build/src/signal/capacity/capacity.js + 8 modules
var capacity = __webpack_require__(57732);
;// CONCATENATED MODULE: ./build/src/signal/capacity/capacity-report.js

/** Null where the render has no Prometheus. */
const capacityReport = (world, size) => {
    const { stated, prometheuses } = (0,capacity/* capacityOf */.A)(world, size);
    return prometheuses.length === 0 ? null : { size: stated, prometheuses: prometheuses.map(reported) };
};
const reported = (one) => ({
    name: one.name,
    monitors: one.monitors.map(({ series, samplesPerSecond, ...rest }) => ({
        ...rest,
        series: rounded(series),
        samplesPerSecond: rounded(samplesPerSecond),
    })),
    series: rounded(one.series),
    samplesPerSecond: rounded(one.samplesPerSecond),
    memoryBytes: spanOf(one.memoryBytes),
    diskBytesPerDay: spanOf(one.diskBytesPerDay),
    volumeBytes: one.storage.volumeBytes,
    retention: one.storage.retention,
    retentionSizeBytes: one.storage.retentionSizeBytes,
    fullAfterSeconds: spanOf(one.full),
});
const rounded = (range) => range === null ? null : { least: Math.round(range.least), expected: Math.round(range.expected) };
const spanOf = (span) => span === null ? null : { from: Math.round(span.from), to: Math.round(span.to) };

// EXTERNAL MODULE: ./build/src/validate/validation.js
var validate_validation = __webpack_require__(1634);
// EXTERNAL MODULE: ./build/src/report/conclude.js
var conclude = __webpack_require__(93452);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
;// CONCATENATED MODULE: ./build/src/report/rules-not-judged.js

/** CEL rules of definitions that could not be judged, each with its kind and its number of objects, sorted by kind. */
const rulesNotJudged = ({ unjudgedRules }) => {
    const told = unjudgedRules.map(({ rule, why, resource: { apiVersion, kind, ...name } }) => ({
        kind: `${apiVersion}/${kind}`,
        rule,
        why,
        object: `${name.namespace} ${name.name}`,
    }));
    return [...Map.groupBy(told, ({ kind, rule, why }) => JSON.stringify([kind, rule, why])).values()]
        .flatMap(([first, ...others]) => first === undefined
        ? []
        : [
            {
                kind: first.kind,
                rule: first.rule,
                reason: first.why,
                objects: new Set([first, ...others].map(({ object }) => object)).size,
            },
        ])
        .sort((a, b) => (0,finding/* compare */.UD)(a.kind, b.kind) || (0,finding/* compare */.UD)(a.rule, b.rule));
};

;// CONCATENATED MODULE: ./build/src/report/settings.js
/** What is installed and who said so: the input, the line of install.sh, the chart itself, or a default. */
const releaseSettings = ({ release, overlays, base }, inputs, chart) => [
    setting("release", release.name, whoSays("release-name", inputs)),
    setting("namespace", release.namespace, whoSays("namespace", inputs)),
    setting("chart", release.chart, whoSays("chart", inputs)),
    chartVersion(release.version, chart, inputs),
    ...(release.repository.value === null
        ? []
        : [
            setting("chart repository", { ...release.repository, value: release.repository.value }, whoSays("chart-repository", inputs)),
        ]),
    ...release.valueFiles.map((file) => setting("values file", file, whoSays("value-files", inputs))),
    ...release.sets.map((set) => ({
        name: `values by ${set.flag}`,
        // The value may be a secret: its key alone says what is set.
        value: set.flag === "--set-file" ? `${set.key}=${set.file}` : set.value.replace(/=.*/s, "=\u2026"),
        source: `${set.at.file}:${set.at.line}`,
    })),
    { name: "base", value: base?.folder ?? "none", source: "the tree" },
    ...overlays.map(({ folder }) => ({
        name: "overlay",
        value: folder,
        source: inputs.overlays === undefined ? "no other kustomization includes it" : whoSays("overlays", inputs),
    })),
];
/**
 * A folder or an archive has the version it has; of a repository's chart without a pinned
 * version, the newest was taken.
 */
const chartVersion = ({ value, from, at }, chart, inputs) => value === null
    ? { name: "chart version", value: chart?.version ?? "unknown", source: unpinned(chart) }
    : setting("chart version", { value, from, ...(at === undefined ? {} : { at }) }, whoSays("chart-version", inputs));
const unpinned = (chart) => /^(https?|oci):/.test(chart?.source ?? "") ? "not pinned: the newest there was" : "the chart itself";
/** The step, or the configuration file in its place. */
const whoSays = (input, { configured }) => configured.has(input) ? `${input} in ${configured.get(input)}` : `input ${input}`;
const setting = (name, { value, from, at }, input) => ({
    name,
    value,
    source: from === "input" ? input : at === undefined ? from : `${at.file}:${at.line}`,
});

;// CONCATENATED MODULE: ./build/src/report/without-schema.js

/** Kinds that no schema describes, each with its number of objects, sorted by kind. */
const withoutSchema = (validation) => {
    const kinds = validation.verdicts
        .filter(({ status }) => status === "no-schema")
        .map(({ manifest: { ref } }) => `${ref.apiVersion}/${ref.kind}`);
    return [...Map.groupBy(kinds, (kind) => kind)]
        .sort(([a], [b]) => (0,finding/* compare */.UD)(a, b))
        .map(([kind, same]) => ({ kind, objects: same.length }));
};

;// CONCATENATED MODULE: ./build/src/report/assemble.js













/**
 * The report of a run, whatever part of it was reached, with the secrets that stand in it: whoever
 * shows it hides them first.
 */
const assembleReport = (inputs, stages, reached, tools) => {
    const { products, thrown } = reached;
    const { stack, render, validation, checked, resolution } = products;
    const findings = checked?.findings ?? [];
    // Of a chart that did not render nobody knows what is in it.
    const rendered = render?.chart.error === null ? render : undefined;
    const failureReason = reasonOf(inputs, reached, findings);
    return {
        schemaVersion: 1,
        mode: inputs.mode,
        target: inputs.target ?? null,
        path: stack?.path ?? inputs.path,
        failOn: inputs.failOn,
        conclusion: failureReason === null ? "success" : "failure",
        failureReason,
        error: errorOf(thrown),
        counts: { ...countSeverities(findings), suppressed: checked?.suppressed.length ?? 0 },
        stages,
        findings,
        suppressed: checked?.suppressed ?? [],
        change: products.comparison ?? null,
        configuration: products.configuration ?? null,
        checksNotRun: checked?.notRun ?? [],
        exporter: exporterOf(products.exporter),
        signalPaths: resolution?.paths ?? [],
        gpuCoverage: resolution === undefined ? null : (0,gpu_coverage/* toldCoverage */.I)((0,gpu_coverage/* gpuCoverage */.T)(resolution)),
        xids: resolution === undefined ? null : xidTable(resolution),
        capacity: resolution === undefined || products.clusterSize === undefined
            ? null
            : capacityReport(resolution.world, products.clusterSize),
        alertProofs: resolution === undefined ? null : alertProofs(resolution, products.alertTests ?? [], products.canaries ?? []),
        settings: stack === undefined ? [] : releaseSettings(stack, inputs, render?.chart.chart),
        chart: chartOf(render),
        components: rendered === undefined ? [] : (0,inventory/* components */.d)(rendered),
        dashboards: rendered === undefined ? [] : (0,inventory/* defaultDashboards */.n)(rendered),
        hooks: render?.chart.hooks.map(({ ref }) => ref) ?? [],
        unstable: render?.unstable?.map(({ ref, pointers }) => ({ ...ref, pointers })) ?? null,
        validation: validation === undefined ? null : (0,validate_validation/* countOf */.p)(validation),
        withoutSchema: validation === undefined ? [] : withoutSchema(validation),
        rulesNotJudged: validation === undefined ? [] : rulesNotJudged(validation),
        gate: products.gate?.isGated === true ? products.gate : null,
        plan: products.plan?.report ?? null,
        deploy: products.deploy ?? (thrown instanceof deploy_failed/* DeployFailed */.N ? thrown.report : null),
        verify: products.verify ?? null,
        rollback: products.rollback ?? null,
        drill: products.drill ?? null,
        tools: Object.fromEntries(tools.map(({ name, ...tool }) => [name, tool])),
    };
};
const reasonOf = ({ failOn }, { products: { render, validation }, thrown }, findings) => {
    if (thrown !== undefined)
        return (0,errors/* asOperatorError */.XJ)(thrown)?.reason ?? "internal";
    const renderFailed = render !== undefined && (0,render_failure/* renderFailure */.z)(render) !== null;
    return (0,conclude/* failureReasonOf */.M3)(failOn, renderFailed, findings, validation === undefined ? null : (0,validate_validation/* countOf */.p)(validation));
};
const errorOf = (thrown) => {
    if (thrown === undefined)
        return null;
    const known = (0,errors/* asOperatorError */.XJ)(thrown);
    if (known !== undefined)
        return { message: known.message, hint: known.hint };
    return {
        message: `Internal error: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        hint: "This is a bug in the action. Please report it with the stack trace from the log.",
    };
};
const countSeverities = (findings) => {
    const of = (wanted) => findings.filter(({ severity }) => severity === wanted).length;
    return { error: of("error"), warning: of("warning"), notice: of("notice") };
};
const exporterOf = (exporter) => exporter === undefined ? null : { description: exporter.description, known: exporter.known };
const chartOf = (render) => {
    if (render === undefined)
        return null;
    const { name, version, digest, source } = render.chart.chart;
    return { name, version, digest, source };
};

// EXTERNAL MODULE: ./build/src/report/hide-report.js
var hide_report = __webpack_require__(51656);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/core/trim-end.js
var trim_end = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/outside/remembered-value.js
var remembered_value = __webpack_require__(40998);
// EXTERNAL MODULE: ./build/src/secrets/hide-texts.js
var hide_texts = __webpack_require__(17687);
// EXTERNAL MODULE: ./build/src/secrets/secret-places.js
var secret_places = __webpack_require__(36111);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/report/file-names.js

/** Names are this long at most, whatever the folder is called: 255 bytes is what file systems take. */
const longest = 120;
/** The chart's own files. */
const taken = ["chart", "chart-hooks"];
/**
 * A file name for each folder's objects, in the same order: `a/b` is `a__b.yaml`. A folder whose name has other
 * characters than letters, digits and `._-`, is long, or would share its file with another, gets a part of its name
 * and a digest of the whole.
 */
const fileNames = (folders) => {
    const plain = folders.map((folder) => folder.replaceAll("/", "__"));
    const uses = new Map();
    for (const name of [...taken, ...plain])
        uses.set(name.toLowerCase(), (uses.get(name.toLowerCase()) ?? 0) + 1);
    return plain.map((name, index) => {
        const isPlain = name.length <= longest && /^[\w][\w.-]*$/.test(name) && uses.get(name.toLowerCase()) === 1;
        return isPlain ? `${name}.yaml` : `${shortened(name)}-${digestOf(folders[index] ?? "")}.yaml`;
    });
};
const shortened = (name) => name
    .replaceAll(/[^\w.-]/g, "_")
    .replace(/^[^\w]|^$/, "_")
    .slice(0, longest);
const digestOf = (folder) => (0,external_node_crypto_.createHash)("sha256").update(folder).digest("hex").slice(0, 12);

;// CONCATENATED MODULE: ./build/src/report/rendered-files.js







/**
 * What was rendered as files for people to read: one for the chart, one an apply root. No secret is in them, nor what a
 * plan would hide for its place alone; where an object holds none, it stands as it was rendered. The chart's are made
 * anew where its objects or the secrets are others than before.
 */
const renderedFiles = (render, { hide, patterns }, memory) => {
    const { chart, roots } = render;
    const names = fileNames(roots.map(({ root }) => root));
    const ofChart = [chart.manifests, chart.hooks];
    const texts = ofChart.flat().map(({ ref, text }) => `${JSON.stringify(ref)}\n${text}`);
    const [manifests = "", hooks = ""] = (0,remembered_value/* rememberedValue */.S)(["hidden objects/1", JSON.stringify(patterns), String(chart.hooks.length), ...texts], () => ofChart.map((some) => documents(some, hide)), memory);
    return [
        { name: "chart.yaml", text: manifests },
        { name: "chart-hooks.yaml", text: hooks },
        ...roots.map(({ manifests }, index) => ({ name: names[index] ?? "", text: documents(manifests, hide) })),
    ];
};
const documents = (manifests, hide) => manifests.map((manifest) => `---\n${(0,trim_end/* trimEnd */.s)(hide(textOf(manifest)), "\n")}\n`).join("");
const textOf = ({ ref, text, body }) => {
    if (ref.kind === "Secret")
        return (0,dist/* stringify */.As)(redacted(body));
    const own = text.replace(/^---\n/, "");
    if (ref.kind === "CustomResourceDefinition")
        return own;
    const marked = (0,secret_places/* markSecrets */.Xb)(ref, body);
    return marked === body ? own : (0,dist/* stringify */.As)((0,hide_texts/* hideTexts */.x)(marked, (line) => (0,secret_places/* withoutMarks */.zw)(line, "(redacted)")));
};
/**
 * What of a Secret is none. A field that a Secret does not have may be a misspelt `data`; an annotation may hold the
 * object as it was applied.
 */
const publicFields = new Set(["apiVersion", "kind", "type", "immutable"]);
const publicMetadata = new Set(["name", "generateName", "namespace", "labels"]);
/** A Secret with its keys and without its values. */
const redacted = (body) => mapped(body, (key, value) => {
    if (publicFields.has(key))
        return value;
    if (key !== "metadata" || !(0,manifest/* isObject */.G)(value))
        return rendered_files_hidden(value);
    return mapped(value, (name, inner) => (publicMetadata.has(name) ? inner : rendered_files_hidden(inner)));
});
const rendered_files_hidden = (value) => ((0,manifest/* isObject */.G)(value) ? mapped(value, () => "(redacted)") : "(redacted)");
const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value ?? null)]));

// EXTERNAL MODULE: ./build/src/secrets/address-credentials.js
var address_credentials = __webpack_require__(63223);
// EXTERNAL MODULE: ./build/src/render/chart/value-sources.js
var value_sources = __webpack_require__(76942);
// EXTERNAL MODULE: ./build/src/secrets/secret-keys.js
var secret_keys = __webpack_require__(27667);
// EXTERNAL MODULE: ./build/src/secrets/secrets-in-text.js
var secrets_in_text = __webpack_require__(18853);
;// CONCATENATED MODULE: ./build/src/secrets/broken-file-secrets.js


/** Fields of a Secret, and of a kustomization, that are none of its data. */
const plain = new Set(["apiVersion", "kind", "metadata", "name", "namespace", "type", "immutable", "options"]);
const pair = /^[ \t]*(?:-[ \t]+)?["']?([\w./-]{1,200})["']?[ \t]*[:=][ \t]*(\S.*)$/;
const item = /^[ \t]*-[ \t]+(\S.*)$/;
/**
 * The secrets of a file that is no valid YAML, for its mistake may be quoted with them: by lines, and everything where
 * a Secret or its generator stands in it.
 */
const secretsOfBrokenFile = (text) => {
    const found = [];
    (0,secrets_in_text/* mapSecretsInText */.K)(text, (secret) => {
        found.push(secret);
        return "";
    });
    if (!/kind["']?[ \t]*:[ \t]*["']?Secret\b|secretGenerator/i.test(text))
        return found;
    for (const line of text.split(/[\n{},]/)) {
        const [, key = "", value = ""] = pair.exec(line) ?? ["", "", item.exec(line)?.[1] ?? ""];
        const own = value.trim().replace(/^(["'])(.*)\1$/, "$2");
        if (!plain.has(key) && !(0,secret_keys/* isNoSecret */.Me)(own))
            found.push({ key, text: own });
    }
    return found;
};

// EXTERNAL MODULE: ./build/src/stack/kustomize/kustomize-fields.js
var kustomize_fields = __webpack_require__(92594);
// EXTERNAL MODULE: ./build/src/text/yaml-fast.js
var yaml_fast = __webpack_require__(36808);
// EXTERNAL MODULE: ./build/src/secrets/map-secrets.js
var map_secrets = __webpack_require__(40958);
;// CONCATENATED MODULE: ./build/src/secrets/generator-secrets.js





/**
 * What a kustomization, or an object that configures a generator, holds of Secrets: literals, and patches and
 * plugins that are written in it.
 */
const secretsOfKustomization = (value) => {
    if (!(0,manifest/* isObject */.G)(value))
        return [];
    if (value["kind"] === "SecretGenerator")
        return literalsOf(value);
    // Only a kustomization may do without a kind.
    if (!/^(?:undefined|Kustomization|Component)$/.test(String(value["kind"])))
        return [];
    const generators = objectsIn((0,kustomize_fields/* fieldOf */._F)(value, "secretGenerator"));
    const patches = [
        ...objectsIn((0,kustomize_fields/* fieldOf */._F)(value, "patches")),
        ...objectsIn((0,kustomize_fields/* fieldOf */._F)(value, "patchesJson6902")),
        ...textsIn((0,kustomize_fields/* fieldOf */._F)(value, "patchesStrategicMerge")).map((patch) => ({ patch })),
    ];
    const plugins = ["generators", "transformers", "validators"].flatMap((field) => textsIn((0,kustomize_fields/* fieldOf */._F)(value, field)));
    return [
        ...generators.flatMap(literalsOf),
        ...patches.flatMap(secretsOfPatch),
        ...plugins.filter((text) => text.includes("\n")).flatMap(secretsOfObjects),
    ];
};
/** A pair is secret as a whole where kustomize quotes it, and it quotes a generator's literals as one list. */
const literalsOf = (generator) => {
    const literals = textsIn((0,kustomize_fields/* fieldOf */._F)(generator, "literals"));
    const all = literals.length === 0 ? [] : [{ key: "literal sources", text: `[${literals.join(" ")}]` }];
    return [...all, ...literals.flatMap(generator_secrets_pair)];
};
const generator_secrets_pair = (literal) => {
    const sign = literal.indexOf("=");
    if (sign <= 0)
        return [{ key: "literal source", text: literal }];
    const [key, value] = [literal.slice(0, sign), literal.slice(sign + 1)];
    const unquoted = /^(["']).*\1$/s.test(value) && value.length > 1 ? value.slice(1, -1) : value;
    return [{ key, text: unquoted }];
};
/** What a patch puts into a Secret: an object of that kind, or operations on its data. */
const secretsOfPatch = (entry) => {
    const patch = (0,kustomize_fields/* fieldOf */._F)(entry, "patch");
    if (typeof patch !== "string")
        return [];
    const target = (0,kustomize_fields/* fieldOf */._F)(entry, "target");
    const kind = (0,manifest/* isObject */.G)(target) ? (0,kustomize_fields/* fieldOf */._F)(target, "kind") : undefined;
    const values = (0,yaml_fast/* readFast */.B)(patch, "kustomize");
    if (values === undefined)
        return secretsOfBrokenFile(patch);
    return values.flatMap((value) => [
        ...objectSecrets(value),
        ...(Array.isArray(value) ? value.flatMap((operation) => operationSecrets(operation, kind === "Secret")) : []),
    ]);
};
const operationSecrets = (operation, onSecret) => {
    if (!(0,manifest/* isObject */.G)(operation) || typeof operation["path"] !== "string")
        return [];
    const [, field, ...keys] = operation["path"].split("/");
    if (field !== "stringData" && !(onSecret && field === "data"))
        return [];
    const held = operation["value"] ?? null;
    const data = keys.length === 0 ? held : { [keys.join("/")]: held };
    return objectSecrets({ kind: "Secret", data });
};
const secretsOfObjects = (text) => ((0,yaml_fast/* readFast */.B)(text, "kustomize") ?? []).flatMap((value) => [
    ...objectSecrets(value),
    ...((0,manifest/* isObject */.G)(value) && value["kind"] === "SecretGenerator" ? literalsOf(value) : []),
]);
const objectSecrets = (value) => {
    const found = [];
    (0,map_secrets/* mapSecrets */.g)(value, (secret) => {
        found.push(secret);
        return "";
    });
    return found;
};
/**
 * A file of pairs: a line without `=` is a name alone, and kustomize quotes it. Of any other
 * file the whole is one secret.
 */
const secretsInFileOfGenerator = ({ file, text, lines }) => lines
    ? text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"))
        .flatMap(generator_secrets_pair)
    : [{ key: file.slice(file.lastIndexOf("/") + 1), text }];
const objectsIn = (value) => Array.isArray(value) ? value.filter((item) => (0,manifest/* isObject */.G)(item)) : (0,manifest/* isObject */.G)(value) ? [value] : [];
const textsIn = (value) => typeof value === "string"
    ? [value]
    : Array.isArray(value)
        ? value.flatMap((item) => (typeof item === "string" || typeof item === "number" ? [String(item)] : []))
        : [];

;// CONCATENATED MODULE: ./build/src/secrets/install-secrets.js



/**
 * The secrets among the arguments of `--set` and its like, by the last part of their path. `--set-file`
 * names a file and no value.
 */
const secretsOfSets = (sets) => sets.flatMap((set) => {
    if (set.flag === "--set-file")
        return [];
    const { flag, value } = set;
    if (flag === "--set-json")
        return jsonSecrets(value);
    const parts = flag === "--set-literal" ? [value] : value.split(/(?<!\\),/);
    // A value that holds a comma without a backslash goes on in the next part.
    const whole = parts.length > 1 ? [value] : [];
    return [...parts, ...whole].flatMap(pairOf);
});
const pairOf = (text) => {
    const sign = text.indexOf("=");
    if (sign < 0)
        return [];
    const [path, value] = [text.slice(0, sign), text.slice(sign + 1)];
    const plain = value.replaceAll(/\\(.)/gs, "$1");
    return isSecretPath(path) && !(0,secret_keys/* isNoSecret */.Me)(value) ? install_secrets_forms(path, [value, plain]) : [];
};
const isSecretPath = (path) => (0,secret_keys/* isSecretKey */.uE)(lastPart(path)) || /secure_?(?:JsonData|json_data|settings)\./i.test(path);
const lastPart = (path) => path.replace(/\[\d{1,9}\]$/, "").slice(path.lastIndexOf(".") + 1);
const install_secrets_forms = (path, texts) => [...new Set(texts)].flatMap((text) => [
    { key: path, text },
    { key: lastPart(path), text },
]);
const jsonSecrets = (argument) => {
    const sign = argument.indexOf("=");
    const found = [];
    const note = (secret) => {
        found.push(secret);
        return "";
    };
    try {
        const value = JSON.parse(argument.slice(sign + 1));
        (0,map_secrets/* mapSecrets */.g)({ [lastPart(argument.slice(0, Math.max(sign, 0)))]: value }, note);
    }
    catch {
        (0,secrets_in_text/* mapSecretsInText */.K)(argument, note);
    }
    return found;
};
/** Names a file and no value, whatever its key is called. */
const setFile = /--set-file[= ](?:"[^"\n]*"|'[^'\n]*'|[^\s"']+)/g;
/** A pair of `kubectl create secret`. */
const literal = /--from-literal[= ]["']?([\w.-]{1,100})=("[^"\n]*"|'[^'\n]*'|[^\s"']+)/g;
/** The secrets in a script: what variables, options and values of such names are set to. */
const secretsOfScript = (script) => {
    const found = [];
    (0,secrets_in_text/* mapSecretsInText */.K)(script.replaceAll(setFile, ""), ({ key, text }) => {
        found.push({ key, text });
        // Where nothing quotes a value, a blank or a sign of the shell ends it.
        const word = /^[^\s;&|,)"'\\]+/.exec(text)?.[0];
        if (word !== undefined && word !== text)
            found.push({ key, text: word });
        return "";
    });
    for (const [, key = "", text = ""] of script.matchAll(literal))
        found.push({ key, text: text.replace(/^(["'])(.*)\1$/s, "$2") });
    return found.filter(({ text }) => !(0,secret_keys/* isNoSecret */.Me)(text));
};

;// CONCATENATED MODULE: ./build/src/secrets/collect-secrets.js






/**
 * Every secret that the tree, the release's values and the render hold, by rule of its place or its name; the same one
 * may be in it more than once.
 */
const collectSecrets = ({ stack, render, generatorFiles = [] }) => {
    const found = [];
    const add = (secrets) => {
        for (const secret of secrets)
            found.push(secret);
    };
    const note = (secret) => {
        found.push(secret);
        return "";
    };
    const values = stack === undefined ? [] : (0,value_sources/* valuesOfTree */.WH)(stack);
    for (const file of [...values, ...(stack?.files ?? [])])
        add(secretsOfFile(file));
    for (const file of values)
        if (isMarkedSecret(file))
            add(everyTextOf(file));
    for (const { documents } of stack?.files ?? [])
        for (const { value } of documents)
            add(secretsOfKustomization(value));
    for (const file of generatorFiles)
        add(secretsInFileOfGenerator(file));
    add(secretsOfSets(stack?.release.sets ?? []));
    add(secretsOfScript(stack?.install?.text ?? ""));
    for (const { ref, body } of render === undefined ? [] : everyManifest(render))
        if (ref.kind !== "CustomResourceDefinition")
            (0,map_secrets/* mapSecrets */.g)(body, note);
    return found;
};
/**
 * Whether the name of a values file says that all of it is secret: `secrets.yaml`, `values.secret.yaml`,
 * `secrets/gpu.yaml`, as helm-secrets and its users name what they decrypt (https://github.com/jkroepke/helm-secrets).
 */
const isMarkedSecret = ({ file }) => /(?:^|[/._-])secrets?[/._-]/i.test(file);
/** Characters: of a shorter text (`true`, `8080`) too much else would be hidden. */
const shortestMarked = 6;
const everyTextOf = ({ documents }) => {
    const found = [];
    const walk = (value, key) => {
        if (typeof value === "string" && value.length >= shortestMarked)
            found.push({ key, text: value });
        else if (Array.isArray(value))
            for (const item of value)
                walk(item, key);
        else if ((0,manifest/* isObject */.G)(value))
            for (const [name, inner = null] of Object.entries(value))
                walk(inner, name);
    };
    for (const { value } of documents)
        walk(value, "");
    return found;
};
const secretsOfFile = (file) => {
    const found = [];
    const note = (secret) => {
        found.push(secret);
        return "";
    };
    for (const { value } of file.documents)
        (0,map_secrets/* mapSecrets */.g)(value, note);
    return file.errors.length === 0 ? found : [...found, ...secretsOfBrokenFile(file.text)];
};
const everyManifest = ({ chart, roots }) => [
    ...chart.manifests,
    ...chart.hooks,
    ...roots.flatMap(({ manifests }) => manifests),
];

;// CONCATENATED MODULE: ./build/src/secrets/secret-patterns.js



/**
 * Shorter values, and words that the report needs, are hidden only behind their name: a report without `true`
 * and `admin` cannot be read.
 */
const shortest = 8;
/** A line of a file that may be a key by itself. */
const shortestLine = 16;
/**
 * In how many ways each secret may be told. `isPublic` knows the words that stand everywhere anyway: names of
 * objects, namespaces, labels.
 */
const patternsOf = (secret, isPublic) => withInner(secret).flatMap((one) => patternsOfOne(one, isPublic));
/**
 * The secret itself, what it encodes, and what is secret in it: it may be a whole file, an address, a
 * header or a registry's login.
 */
const withInner = (secret) => {
    const decoded = decodedBase64(secret.text.trim());
    const texts = decoded === null ? [secret.text] : [secret.text, decoded];
    return texts.flatMap((text) => {
        const inner = [];
        (0,secrets_in_text/* mapSecretsInText */.K)(text, (found) => {
            inner.push(found);
            return "";
        });
        const parts = [...partsOfAddress(text), ...partsOfHeader(text), ...loginsOfRegistries(text), ...linesOf(text)];
        return [{ key: secret.key, text }, ...inner, ...parts.map((part) => ({ key: "", text: part }))];
    });
};
/** Who has the path of a webhook's address has the webhook. */
const partsOfAddress = (text) => {
    const path = /^\s*https?:\/\/[^/\s]+\/(\S+)\s*$/.exec(text)?.[1] ?? "";
    return [path, ...path.split(/[/?&=#]/)].filter((part) => /\d/.test(part));
};
const partsOfHeader = (text) => {
    const login = /^\s*(?:Basic|Bearer|Token)\s+(\S+)\s*$/i.exec(text)?.[1];
    return login === undefined ? [] : [login, ...passwordOf(login)];
};
/** `{"auths": {"<host>": {"auth": "<user:password in base64>"}}}` */
const loginsOfRegistries = (text) => text.includes('"auth')
    ? [...text.matchAll(/"auth"\s*:\s*"([^"\\]+)"/g)].flatMap(([, login = ""]) => [login, ...passwordOf(login)])
    : [];
const passwordOf = (login) => {
    const pair = decodedBase64(login);
    return pair === null ? [] : [pair.slice(pair.indexOf(":") + 1)];
};
/** The lines of a file that are one word with a digit: keys and hashes, and no configuration. */
const linesOf = (text) => !text.trim().includes("\n")
    ? []
    : text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line.length >= shortestLine && /^\S+$/.test(line) && /\d/.test(line));
const decodedBase64 = (text) => {
    if (text.length < 4 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text))
        return null;
    try {
        const decoded = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64"));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: a text with some was never encoded
        return /[\u0000-\u0008\u000e-\u001f]/.test(decoded) ? null : decoded;
    }
    catch {
        return null;
    }
};
const patternsOfOne = ({ key, text }, isPublic) => {
    const value = text.trim();
    if ((0,secret_keys/* isNoSecret */.Me)(value))
        return [];
    const encoded = Buffer.from(text).toString("base64");
    if (!isBare(value, isPublic))
        return behindName(key, [value, encoded]);
    const bare = (own, bounds) => ({ text: own, head: "", bounds });
    return isWord(value)
        ? [bare(value, "word"), bare(encoded, "none"), ...behindName(key, [value])]
        : [bare(value, "none"), bare(encoded, "none")];
};
const isWord = (text) => /^[a-z-]+$/i.test(text) && text.length < 24;
const isBare = (value, isPublic) => value.length >= shortest && !ordinary.has(value.toLowerCase()) && !isPublic(value);
/** A pair, a field; an option and its argument, or kustomize of a literal without a sign, where blanks do not count. */
const behindName = (key, values) => key === ""
    ? []
    : values.flatMap((value) => [
        { text: `${key}=${value}`, head: `${key}=`, bounds: "end" },
        { text: `${key}:${value}`, head: `${key}:`, bounds: "end" },
        { text: `${key} ${value}`, head: key, bounds: "both" },
    ]);
const ordinary = new Set([
    ...errors/* failureReasons */.OP,
    ...["password", "username", "prometheus", "alertmanager", "grafana", "monitoring", "default", "disabled", "enabled"],
    ...[
        "admin-user",
        "admin-password",
        "client-secret",
        "secret-key",
        "private-key",
        "api-token",
        "localhost",
        "production",
        "administrator",
        "kubernetes",
        "postgres",
        "changeme",
    ],
]);

;// CONCATENATED MODULE: ./build/src/secrets/squeeze.js
/** Room for texts of so many UTF-16 units. */
const roomFor = (units) => ({
    codes: new Uint16Array(units),
    from: new Uint32Array(units),
    to: new Uint32Array(units),
});
/** Stands for `\u2026`, which our own cuts end with. */
const cut = 0xffff;
const [backslash, percent, ellipsis] = [92, 37, 0x2026];
const [squeeze_plain, dropped, special] = [0, 1, 2];
const kinds = new Uint8Array(0x10000).fill(squeeze_plain);
for (const character of " \t\n\r\v\f\u00a0\u0085\u2028\u2029\ufeff\u200b\"'`")
    kinds[character.charCodeAt(0)] = dropped;
for (const code of [backslash, percent, ellipsis])
    kinds[code] = special;
/**
 * Leaves out blanks, line breaks and quotes, and reads escapes (`\n`, `\"`, `\u003c`, `%40`) as what they stand for
 * where `decode` is true, as bare characters without backslashes where it is false: the same secret is then the same
 * text, whether Go, JSON, a shell or an address quotes it, however often.
 */
const squeeze = (text, decode, room = roomFor(text.length)) => {
    const { codes, from, to } = room;
    let length = 0;
    for (let at = 0; at < text.length;) {
        const code = text.charCodeAt(at);
        const kind = kinds[code];
        let end = at + 1;
        if (kind === squeeze_plain) {
            codes[length] = code;
            from[length] = at;
            to[length++] = end;
        }
        else if (kind === special) {
            const read = specialAt(text, at, code, decode);
            end = read.end;
            if (read.code >= 0) {
                codes[length] = read.code;
                from[length] = at;
                to[length++] = end;
            }
        }
        at = end;
    }
    return { length, codes, from, to };
};
const specialAt = (text, at, code, decode) => {
    if (code === ellipsis)
        return { code: cut, end: at + 1 };
    if (code === percent)
        return (decode ? hexAt(text, at + 1, 2) : undefined) ?? { code: percent, end: at + 1 };
    return afterBackslashes(text, at, decode);
};
const afterBackslashes = (text, at, decode) => {
    let end = at;
    while (text.charCodeAt(end) === backslash)
        end += 1;
    const letter = text[end];
    if (!decode || letter === undefined)
        return { code: -1, end };
    if ("nrt".includes(letter))
        return { code: -1, end: end + 1 };
    const hex = letter === "u" ? hexAt(text, end + 1, 4) : letter === "x" ? hexAt(text, end + 1, 2) : undefined;
    return hex ?? { code: -1, end };
};
const hexAt = (text, from, digits) => {
    const hex = text.slice(from, from + digits);
    if (hex.length < digits || !/^[0-9a-f]+$/i.test(hex))
        return undefined;
    const code = Number.parseInt(hex, 16);
    return { code: kinds[code] === dropped || code === backslash ? -1 : code, end: from + digits };
};

;// CONCATENATED MODULE: ./build/src/secrets/trie-edges.js
/**
 * The edges of a tree of characters, from a node and a UTF-16 unit to a node, in arrays of numbers: a Map whose keys
 * are not small takes five times as long to ask.
 */
class TrieEdges {
    #size = 1 << 12;
    #count = 0;
    #nodes = new Int32Array(this.#size).fill(-1);
    #codes = new Uint16Array(this.#size);
    #targets = new Int32Array(this.#size);
    /** -1 where there is no such edge. */
    get(node, code) {
        const slot = this.#slot(node, code);
        return this.#nodes[slot] === -1 ? -1 : (this.#targets[slot] ?? -1);
    }
    set(node, code, target) {
        if (2 * this.#count >= this.#size)
            this.#grow();
        const slot = this.#slot(node, code);
        if (this.#nodes[slot] === -1)
            this.#count += 1;
        this.#nodes[slot] = node;
        this.#codes[slot] = code;
        this.#targets[slot] = target;
    }
    #slot(node, code) {
        let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8;
        for (slot &= this.#size - 1;; slot = (slot + 1) & (this.#size - 1)) {
            const found = this.#nodes[slot];
            if (found === -1 || (found === node && this.#codes[slot] === code))
                return slot;
        }
    }
    #grow() {
        const [nodes, codes, targets] = [this.#nodes, this.#codes, this.#targets];
        this.#size *= 2;
        this.#count = 0;
        this.#nodes = new Int32Array(this.#size).fill(-1);
        this.#codes = new Uint16Array(this.#size);
        this.#targets = new Int32Array(this.#size);
        for (const [slot, node] of nodes.entries())
            if (node !== -1)
                this.set(node, codes[slot] ?? 0, targets[slot] ?? 0);
    }
}

;// CONCATENATED MODULE: ./build/src/secrets/secret-trie.js


/** More than this is no stack that somebody wrote: 2,000 secrets have some 100,000 characters. */
const mostNodes = 200_000;
/** Longer secrets are looked for in pieces of this length: so a search takes at most so many steps a character. */
const pieceLength = 32;
/**
 * So much of a secret before the end of a text is taken for its beginning; a long one is a file, and may begin
 * with a word as others do.
 */
const beginningOfShort = 8;
const beginningOfLong = 16;
/** What is read in two ways: the second is for secrets that hold such characters themselves. */
const hasEscapes = /\\[nrtux]|%[0-9a-f]{2}/i;
/** All patterns as one tree of characters, and a table of the three characters that one may begin with. */
class SecretTrie {
    #edges = new TrieEdges();
    #ends = new Map();
    #begins = new Uint8Array(0x10000);
    /**
     * The nodes of secrets that are hidden wherever they stand, and of their first pieces: by these a secret is known
     * that the end of a text cuts.
     */
    #bare = new Set();
    #first = new Set();
    #count = 1;
    #room = roomFor(1 << 16);
    /** Takes the pattern as it is and with its escapes read: a text may quote it once more or once less. */
    add(pattern) {
        this.#add(pattern, true);
        if (/[\\%]/.test(pattern.text))
            this.#add(pattern, false);
    }
    #add({ text, head, bounds }, decode) {
        const { codes, length } = squeeze(text, decode);
        const keep = squeeze(head, decode).length;
        if (length - keep < 1 || length < 3)
            return;
        for (let start = 0; start < length; start += pieceLength) {
            const last = Math.max(0, length - pieceLength);
            const from = length - start < pieceLength ? last : start;
            this.#insert(codes.subarray(from, Math.min(length, from + pieceLength)), {
                keep: start === 0 ? keep : 0,
                bounds: length > pieceLength ? "none" : bounds,
                telling: start > 0 ? Number.POSITIVE_INFINITY : length > pieceLength ? beginningOfLong : beginningOfShort,
            });
        }
    }
    #insert(codes, end) {
        if (this.#count + codes.length > mostNodes)
            return;
        this.#begins[beginning(codes, 0)] = 1;
        let node = 0;
        for (const [index, code] of codes.entries()) {
            let next = this.#edges.get(node, code);
            if (next === -1) {
                next = this.#count++;
                this.#edges.set(node, code, next);
            }
            node = next;
            if (end.keep > 0 || end.bounds !== "none")
                continue;
            this.#bare.add(node);
            if (index + 1 >= end.telling)
                this.#first.add(node);
        }
        const known = this.#ends.get(node);
        if (known === undefined || known.bounds !== "none")
            this.#ends.set(node, end);
    }
    /** The text with `***` for each secret. */
    hide(text) {
        const read = this.#hide(text, true);
        return hasEscapes.test(read) ? this.#hide(read, false) : read;
    }
    #hide(text, decode) {
        let kept = "";
        let done = 0;
        if (this.#room.codes.length < text.length)
            this.#room = roomFor(text.length);
        for (const [from, to] of this.#find(text, squeeze(text, decode, this.#room))) {
            kept += `${text.slice(done, from)}***`;
            done = to;
        }
        return done === 0 ? text : kept + text.slice(done);
    }
    /** The parts of the text that are secret, as pairs of positions in rising order. */
    #find(text, squeezed) {
        const found = [];
        const { codes, length } = squeezed;
        const begins = this.#begins;
        // Where the last piece ended: the next one of the same secret goes on there, however little of it there is.
        let after = -1;
        for (let at = 0; at < length; at += 1) {
            if (at !== after && (at + 2 >= length || begins[beginning(codes, at)] === 0))
                continue;
            const span = this.#longestAt(text, squeezed, at, at === after);
            if (span === null)
                continue;
            after = span.end;
            const last = found.at(-1);
            if (last !== undefined && span.from <= last[1])
                last[1] = Math.max(last[1], span.to);
            else
                found.push([span.from, span.to]);
        }
        return found;
    }
    /** `goesOn`: the piece before it ended here, so that the least of this one is a part of the secret. */
    #longestAt(text, { codes, from, to, length }, start, goesOn) {
        let node = 0;
        let best = null;
        for (let at = start;; at += 1) {
            // The text ends, or was cut, in the middle of a secret.
            if (at >= length || codes[at] === cut)
                return (goesOn ? at > start && this.#bare.has(node) : this.#first.has(node))
                    ? { from: from[start] ?? 0, to: to[at - 1] ?? 0, end: at }
                    : best;
            const next = this.#edges.get(node, codes[at] ?? 0);
            if (next === -1)
                return best;
            node = next;
            const end = this.#ends.get(node);
            if (end === undefined)
                continue;
            const span = { from: from[start + end.keep] ?? 0, to: to[at] ?? 0, end: at + 1 };
            if (isBounded(text, from[start] ?? 0, span.to, end.bounds))
                best = span;
        }
    }
}
const beginning = (codes, at) => ((codes[at] ?? 0) * 1021 + (codes[at + 1] ?? 0) * 31 + (codes[at + 2] ?? 0)) & 0xffff;
const alphanumeric = /[A-Za-z0-9]/;
const isBounded = (text, from, to, bounds) => {
    if (bounds === "none")
        return true;
    if (bounds !== "word")
        return !alphanumeric.test(text[to] ?? "") && (bounds === "end" || !alphanumeric.test(text[from - 1] ?? ""));
    return (!/^(?:[\w-]|[./]\w)/.test(text.slice(to, to + 2)) &&
        !/(?:[\w-]|\w[./])$/.test(text.slice(Math.max(0, from - 2), from)));
};

;// CONCATENATED MODULE: ./build/src/secrets/hide-secrets.js




/**
 * What takes out of any text the secrets that are known from the tree, the render and `more`, however a tool quotes
 * them, and credentials in addresses.
 */
const secretHider = (known, more = []) => hiderBy(patternsIn(known, more));
/** All that a hider of these secrets looks for, beside credentials in addresses. */
const patternsIn = (known, more = []) => {
    const secrets = [...more, ...collectSecrets(known)];
    return secrets.length === 0 ? [] : patternsOfAll(secrets, publicWords(known));
};
/** What takes these patterns out of any text, and credentials in addresses. */
const hiderBy = (patterns) => {
    if (patterns.length === 0)
        return address_credentials/* hideAddressCredentials */.V;
    const trie = new SecretTrie();
    for (const pattern of patterns)
        trie.add(pattern);
    return (text) => (0,address_credentials/* hideAddressCredentials */.V)(trie.hide(text));
};
/** More secrets than that are a hostile tree: the shortest are kept, which files quote whole. */
const mostSecrets = 2000;
const patternsOfAll = (secrets, words) => {
    const unique = new Map(secrets.map((secret) => [`${secret.key}\n${secret.text}`, secret]));
    const kept = [...unique.values()].sort((a, b) => a.text.length - b.text.length).slice(0, mostSecrets);
    return kept.flatMap((secret) => patternsOf(secret, (text) => words.has(text)));
};
/** Names, namespaces and labels: a password that is one of them stands everywhere, and tells nobody that it is one. */
const publicWords = ({ stack, render }) => {
    const words = new Set();
    const add = (word) => void (typeof word === "string" && words.add(word));
    for (const sourced of stack === undefined
        ? []
        : [stack.release.name, stack.release.namespace, stack.release.chart, stack.release.repository])
        add(sourced.value);
    if (render === undefined)
        return words;
    for (const text of [render.chart.chart.name, render.chart.chart.version, render.chart.chart.source])
        add(text);
    for (const { manifests } of [render.chart, { manifests: render.chart.hooks }, ...render.roots])
        for (const manifest of manifests)
            addWords(manifest, add);
    return words;
};
const addWords = ({ ref, body }, add) => {
    for (const word of [ref.kind, ref.name, ref.namespace])
        add(word);
    const metadata = body["metadata"];
    const labels = typeof metadata === "object" && metadata !== null && "labels" in metadata ? metadata["labels"] : null;
    if (typeof labels === "object" && labels !== null)
        for (const label of Object.values(labels))
            add(label);
};

;// CONCATENATED MODULE: ./build/src/outcome.js








/** The outcome of a run that could not even begin, e.g. for a bad input. */
const failedBeforeTheRun = (inputs, thrown) => outcomeOf(inputs, new stage/* StageRecorder */.V(() => 0).results(), { products: {}, thrown }, []);
/** The same of as much of a run as there is. It takes time, of which there is some while commands are waited for. */
const showing = (inputs, known, memory = outside_memory/* noMemory */.D) => {
    const patterns = outcome_patternsOf(inputs, known, []);
    const hide = hiderBy(patterns);
    const { render } = known;
    // Only the action writes them, and to hide the secrets in them takes time.
    const files = (0,once/* once */.O)((of) => renderedFiles(of, { hide, patterns }, memory));
    return {
        hide,
        get rendered() {
            return render === undefined ? [] : files(render);
        },
    };
};
/** The outcome of a run as far as it came. */
const outcomeOf = (inputs, stages, reached, tools, shown = showing(inputs, reached.products)) => {
    const { products, thrown } = reached;
    const { hide } = shown;
    return {
        report: (0,hide_report/* hideReport */.P)(assembleReport(inputs, stages, reached, tools), hide),
        get rendered() {
            return shown.rendered;
        },
        plan: products.plan === undefined ? null : { text: products.plan.text, approved: products.plan.approved },
        bug: thrown === undefined || (0,errors/* asOperatorError */.XJ)(thrown) ? null : hide(stackOf(thrown)),
        fixable: products.checked?.findings ?? [],
        hide,
    };
};
/** What takes out of a text the secrets of as much of a run as there is, its inputs' among them, and `more`. */
const hiderOf = (inputs, known, more = []) => hiderBy(outcome_patternsOf(inputs, known, more));
const outcome_patternsOf = (inputs, known, more) => {
    const { chartPassword, githubToken, planKey } = inputs;
    const own = { "chart-password": chartPassword, "github-token": githubToken, "plan-key": planKey };
    return patternsIn(known, [
        ...Object.entries(own).flatMap(([key, text]) => (text === undefined ? [] : [{ key, text }])),
        ...more,
    ]);
};
const stackOf = (thrown) => thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);


/***/ },

/***/ 51656:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ hideReport)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52615);
/* harmony import */ var _secrets_secrets_in_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18853);


/**
 * The report with every text in it hidden, whatever its shape: what is added to it later is hidden too. A repair whose
 * lines hold a secret loses its edits and keeps its description: without the secret the edit would be wrong.
 */
const hideReport = (report, hide) => 
// A report says many words often: checks, files, addresses of pages.
hidden(report, (0,_core_once_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(hide));
/** What holds no secret is the same in it: of a large report that is nearly all. */
const hidden = (value, hide) => {
    if (typeof value === "string")
        return hide(value);
    if (typeof value !== "object" || value === null)
        return value;
    if (Array.isArray(value))
        return hiddenItems(value, hide);
    const keys = Object.keys(value);
    const inners = Object.values(value);
    const shown = inners.map((inner, at) => keys[at] === "edits" && Array.isArray(inner) ? editsToShow(inner, hide) : hidden(inner, hide));
    const names = keys.map(hide);
    return isSame(names, keys) && isSame(shown, inners)
        ? value
        : Object.fromEntries(names.map((name, at) => [name, shown[at]]));
};
const hiddenItems = (items, hide) => {
    const shown = items.map((item) => hidden(item, hide));
    return isSame(shown, items) ? items : shown;
};
const isSame = (some, others) => some.every((one, at) => Object.is(one, others[at]));
const editsToShow = (edits, hide) => edits.some(({ file, text }) => hide(file) !== file || isPrivate(text, hide)) ? [] : edits;
/** Also what a repair itself would write under the name of a secret, which no file holds yet. */
const isPrivate = (text, hide) => hide(text) !== text || (0,_secrets_secrets_in_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSecretsInText */ .K)(text, () => "") !== text;


/***/ },

/***/ 17687:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ hideTexts)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52615);

/** A value with every text in it hidden, whatever its shape; keys are ours, and stay. */
const hideTexts = (value, hide) => {
    const hidden = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)(hide);
    const walk = (inner) => {
        if (typeof inner === "string")
            return hidden(inner);
        if (Array.isArray(inner))
            return inner.map(walk);
        if (typeof inner !== "object" || inner === null)
            return inner;
        return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, walk(one)]));
    };
    return walk(value);
};


/***/ },

/***/ 40958:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ mapSecrets)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _secret_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27667);
/* harmony import */ var _secrets_in_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18853);



/**
 * A value of a file or of a rendered object with every secret in it replaced: what stands under the name of one, in a
 * Secret at any depth, in an environment variable or an argument of a container, in a receiver's address, and in texts
 * inside. The value itself where nothing is replaced.
 */
const mapSecrets = (value, replace) => {
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return mapped(value, "", false, replace);
    if (withoutSecrets.has(value))
        return value;
    let found = false;
    const other = mapped(value, "", false, (secret) => {
        found = true;
        return replace(secret);
    });
    if (!found)
        withoutSecrets.add(value);
    return other;
};
/** Objects that nothing was found in: those of a render are looked through more than once, and nothing changes them. */
const withoutSecrets = new WeakSet();
/** `key` is the name that the value stands under; `all`: everything here is secret, whatever its name. */
const mapped = (value, key, all, replace) => {
    if (typeof value === "string")
        return mappedText(value, key, all, replace);
    if (typeof value === "number")
        return all || (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(key) ? mappedNumber(value, key, replace) : value;
    if (Array.isArray(value))
        return mappedList(value, key, all, replace);
    return (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? mappedObject(value, key, all, replace) : value;
};
const mappedText = (text, key, all, replace) => {
    if (all || (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(key))
        return (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoSecret */ .Me)(text) ? text : replace({ key, text });
    return key === lastApplied ? mappedJson(text, replace) : (0,_secrets_in_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapSecretsInText */ .K)(text, replace);
};
/** Passwords of digits are read as numbers. */
const mappedNumber = (value, key, replace) => {
    const text = replace({ key, text: String(value) });
    return text === String(value) ? value : text;
};
/** kubectl keeps an object as it was applied in this annotation. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
const mappedJson = (text, replace) => {
    try {
        const value = JSON.parse(text);
        const other = mapSecrets(value, replace);
        return other === value ? text : JSON.stringify(other);
    }
    catch {
        return (0,_secrets_in_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapSecretsInText */ .K)(text, replace);
    }
};
/** An option's argument may be the next item of the list. */
const mappedList = (list, key, all, replace) => {
    let others;
    for (const [index, item] of list.entries()) {
        const before = list[index - 1];
        const isArgument = typeof before === "string" && before.startsWith("-") && (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(before);
        const other = mapped(item, isArgument ? before : key, all, replace);
        if (other === item)
            continue;
        others ??= [...list];
        others[index] = other;
    }
    return others ?? list;
};
const mappedObject = (object, parent, all, replace) => {
    const isSecretObject = object["kind"] === "Secret";
    const variable = nameOfVariable(object);
    let changed;
    for (const key of Object.keys(object)) {
        const value = object[key] ?? null;
        const whole = all || _secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .secretParents */ .oU.has(key) || (isSecretObject && !publicFields.has(key)) || isWebhook(parent, key, value);
        const other = mapped(value, variable !== null && key === "value" ? variable : key, whole, replace);
        if (other === value)
            continue;
        changed ??= new Map();
        changed.set(key, other);
    }
    if (changed === undefined)
        return object;
    return Object.fromEntries(Object.entries(object).map(([key, value = null]) => [key, changed.get(key) ?? value]));
};
/** What of a Secret is none: a field that a Secret does not have may be a misspelt `data`. */
const publicFields = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);
const nameOfVariable = ({ name, value }) => typeof name === "string" && value !== undefined && (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(name) ? name : null;
/** Who knows the address of a chat's webhook may write there. An address inside the cluster is none. */
const isWebhook = (parent, key, value) => addressKeys.has(key) &&
    typeof value === "string" &&
    /^(?:slack|discord|msteams|msteamsv2|webhook)_?configs$/i.test(parent) &&
    /^https?:\/\/(?:[^/?#@]*@|[^/?#]*\.(?!svc\b|local\b|cluster\b)[a-z]{2,}(?::\d+)?[/?#])/i.test(value);
const addressKeys = new Set(["url", "api_url", "apiURL", "webhook_url", "webhookURL"]);


/***/ },

/***/ 36111:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ mark),
/* harmony export */   Xb: () => (/* binding */ markSecrets),
/* harmony export */   zw: () => (/* binding */ withoutMarks)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _map_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40958);
/* harmony import */ var _secret_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27667);




/**
 * Stands where a secret was, in a copy of an object that is only looked at: of the private use area, so that what a
 * tree holds is not mistaken for it (and if it is, more is hidden).
 */
const mark = "\ue0a7";
/**
 * An object with the mark in place of each secret that its place, its name or its form tells, whether it is rendered,
 * lies in the cluster or is to come: what `mapSecrets` finds, and whole places that are never shown. The object's keys
 * stay, and the very object where nothing is marked. Both what a plan shows and the rendered files are made of it.
 */
const markSecrets = (ref, body) => {
    const mapped = ref.kind === "CustomResourceDefinition" ? body : (0,_map_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSecrets */ .g)(body, () => mark);
    const marked = markPlaces(mapped, [], secretPlaces(ref, body));
    return (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(marked) ? marked : {};
};
/**
 * A text with a word in place of each mark, and of what follows on its line: that may belong to the secret, unless the
 * secret was quoted and the quotation ends.
 */
const withoutMarks = (text, word) => text.replace(markAndRest, word);
const markAndRest = new RegExp(`${mark}(?:(?!\\\\*["'](?:[\\s,;:)}\\]]|$))[^\\n]*)?`, "g");
/** `path` is where the value stands, and is the same list all the way down. */
const markPlaces = (value, path, isSecret) => {
    if (isSecret(path))
        return markAll(value);
    if (typeof value !== "object" || value === null)
        return value;
    const entries = Object.entries(value);
    const marked = entries.map(([key, inner = null]) => {
        path.push(key);
        const other = markPlaces(inner, path, isSecret);
        path.pop();
        return other;
    });
    if (entries.every(([, inner = null], index) => inner === marked[index]))
        return value;
    return Array.isArray(value) ? marked : Object.fromEntries(entries.map(([key], index) => [key, marked[index]]));
};
const markAll = (value) => {
    if (Array.isArray(value))
        return value.map(markAll);
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return Object.fromEntries(Object.entries(value).map(([key, inner = null]) => [key, markAll(inner)]));
    return mark;
};
/** Which places of this object are secret, whatever stands there. */
const secretPlaces = (ref, body) => {
    const ofKind = placesOfKind(ref, body);
    return (path) => ofKind(path) || isEnvironment(path) || isLastApplied(path);
};
/** The literal value of a container's environment variable. */
const isEnvironment = (path) => path.at(-1) === "value" && path.at(-3) === "env";
/** kubectl keeps the whole object in it, and of a Secret its data. */
const isLastApplied = (path) => path.length === 3 && path[0] === "metadata" && path[2] === "kubectl.kubernetes.io/last-applied-configuration";
const plainOfSecret = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);
const placesOfKind = ({ apiVersion, kind }, body) => {
    if (kind === "Secret")
        return ([field = "kind"]) => !plainOfSecret.has(field);
    if (kind === "ConfigMap") {
        const all = isDatasources(body);
        return ([field, key = "", ...rest]) => (field === "data" || field === "binaryData") && key !== "" && rest.length === 0 && (all || isConfiguration(key));
    }
    // Receivers hold addresses and headers whose names tell nothing; everything else of it may be read.
    if (kind === "AlertmanagerConfig" && apiVersion.startsWith("monitoring.coreos.com/"))
        return (path) => path.length > 3 && path[0] === "spec" && path[1] === "receivers" && path[3] !== "name";
    return () => false;
};
/** Files of Grafana and Alertmanager that hold credentials among settings: one is not told from the other by a rule. */
const isConfiguration = (key) => /^(?:grafana|custom|defaults)\.ini$|^ldap\.toml$|^alertmanager\.ya?ml$|datasources?\.ya?ml$/i.test(key) ||
    (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretKey */ .uE)(key);
/**
 * Grafana reads data sources from ConfigMaps with a label of the chart's choosing, or mounted:
 * https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
const isDatasources = (body) => Object.keys((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectAt */ .lJ)(body, ["metadata", "labels"])).some((label) => /^grafana_datasource/i.test(label)) ||
    Object.values((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectAt */ .lJ)(body, ["data"])).some((text) => typeof text === "string" && /^(?:datasources|deleteDatasources):/m.test(text));


/***/ },

/***/ 1417:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readUntrustedJson),
/* harmony export */   z: () => (/* binding */ tooManyBytes)
/* harmony export */ });
/** Reads JSON as what anybody may have written: within limits, and in UTF-8. It never throws. */
const readUntrustedJson = (bytes, { mostBytes, maxDepth }) => {
    if (bytes.length > mostBytes)
        return no(tooManyBytes(bytes.length, mostBytes));
    if (isDeep(bytes, maxDepth))
        return no(`it is nested more than ${maxDepth} levels deep`);
    const text = textOf(bytes);
    if (text === null)
        return no("it is not UTF-8");
    try {
        return { ok: true, text, value: JSON.parse(text) };
    }
    catch {
        return no("it is not JSON");
    }
};
/** The clause about a file that is larger than what is read. */
const tooManyBytes = (bytes, most) => `it has ${bytes} bytes, and at most ${most} are read`;
const no = (problem) => ({ ok: false, problem });
const textOf = (bytes) => {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
};
const [quote, backslash] = ['"', "\\"].map((character) => character.charCodeAt(0));
const opening = new Set(["{", "["].map((character) => character.charCodeAt(0)));
const closing = new Set(["}", "]"].map((character) => character.charCodeAt(0)));
/** Counted before anything is made of it, byte by byte: in UTF-8 none of these is part of another character. */
const isDeep = (bytes, maxDepth) => {
    let depth = 0;
    let inText = false;
    for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (inText) {
            if (byte === backslash)
                at += 1;
            else if (byte === quote)
                inText = false;
        }
        else if (byte === quote)
            inText = true;
        else if (opening.has(byte))
            depth += 1;
        else if (closing.has(byte))
            depth -= 1;
        if (depth > maxDepth)
            return true;
    }
    return false;
};


/***/ }

};
;
})

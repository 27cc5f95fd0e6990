(function (module, exports, require, __dirname) {"use strict";
exports.id = 675;
exports.ids = [675];
exports.modules = {

/***/ 21675:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(78797);
// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/no-room.js
var no_room = __webpack_require__(73193);
;// CONCATENATED MODULE: ./build/src/doctor/diagnosis.js


const good = (subject, said) => ({ subject, state: "good", said, repair: null });
const passedOver = (subject, said) => ({
    subject,
    state: "unseen",
    said,
    repair: null,
});
const lacking = (subject, said, repair) => ({
    ...{ subject, state: "lacks", said, repair },
});
const stopping = (subject, { message, hint }) => ({
    ...{ subject, state: "stops", said: message, repair: hint },
});
/** Looks at one thing as a run does. What would end a run is a value; a bug is thrown. */
const diagnose = async (subject, look) => {
    try {
        const { value, said } = await look();
        return { diagnosis: good(subject, said), value };
    }
    catch (thrown) {
        const error = (0,errors/* asOperatorError */.XJ)((0,no_room/* asNoRoom */.N)(thrown));
        if (error === undefined || error.reason === "cancelled")
            throw thrown;
        return { diagnosis: stopping(subject, error), value: null };
    }
};

// EXTERNAL MODULE: ./build/src/render/render-stack.js + 17 modules
var render_stack = __webpack_require__(86301);
// EXTERNAL MODULE: ./build/src/stack/release-name.js
var release_name = __webpack_require__(810);
// EXTERNAL MODULE: ./build/src/validate/schemas/schema-sources.js + 10 modules
var schema_sources = __webpack_require__(51808);
// EXTERNAL MODULE: ./build/src/core/project.js
var project = __webpack_require__(77157);
// EXTERNAL MODULE: ./build/src/gate/reach-cluster.js
var reach_cluster = __webpack_require__(50084);
// EXTERNAL MODULE: ./build/src/kubectl/permission.js
var permission = __webpack_require__(17488);
// EXTERNAL MODULE: ./build/src/plan/access/access.js + 1 modules
var access = __webpack_require__(67847);
// EXTERNAL MODULE: ./build/src/plan/access/deploying-needs.js + 1 modules
var deploying_needs = __webpack_require__(97272);
// EXTERNAL MODULE: ./build/src/plan/access/reading-needs.js
var reading_needs = __webpack_require__(54447);
;// CONCATENATED MODULE: ./build/src/verify/reach/verifying-needs.js

const monitors = ["servicemonitors", "podmonitors", "probes", "prometheusrules"];
/** What a look asks for. What may not be read cannot be seen, and the rest is looked at all the same. */
const verifyingNeeds = ({ namespace, exporterNamespace }) => {
    const operated = { group: "monitoring.coreos.com", namespace };
    const where = [...new Set([namespace, exporterNamespace])];
    return [
        ...(0,permission/* needs */.eN)(["get"], { group: "", resource: "services/proxy", namespace }, "Prometheus, Alertmanager and Grafana are asked"),
        ...(0,permission/* needs */.eN)(["create"], { group: "", resource: "services/proxy", namespace }, "Grafana's login and the drill's alert are a POST"),
        // Of several Alertmanagers, and of shards, a Service leads to any.
        ...(0,permission/* needs */.eN)(["get", "create"], { group: "", resource: "pods/proxy", namespace }, "of several Alertmanagers, and of the shards of Prometheus, each is asked by itself: without use where there is one"),
        ...["prometheuses", "prometheusagents", "alertmanagers"].flatMap((resource) => (0,permission/* needs */.eN)(["get"], { ...operated, resource }, "what the operator says of what it made")),
        ...monitors.flatMap((resource) => (0,permission/* needs */.eN)(["get", "list"], { ...operated, resource }, "what Prometheus selects")),
        ...(0,permission/* needs */.eN)(["get", "list"], { ...operated, resource: "scrapeconfigs" }, "what Prometheus selects"),
        ...(0,permission/* needs */.eN)(["get"], { group: "", resource: "secrets", namespace }, "what the operator wrote is compared with what Prometheus has loaded, and Grafana is logged in to"),
        ...(0,permission/* needs */.eN)(["get"], { group: "apps", resource: "deployments", namespace }, "which sidecar Grafana runs with"),
        ...(0,permission/* needs */.eN)(["get"], { group: "apps", resource: "statefulsets", namespace }, "which sidecar Grafana runs with"),
        ...(0,permission/* needs */.eN)(["list"], { group: "", resource: "configmaps", namespace }, "which dashboards the sidecar takes"),
        ...(0,permission/* needs */.eN)(["list"], { group: "", resource: "events", namespace }, "why the operator refuses an object"),
        ...where.flatMap((place) => [
            ...(0,permission/* needs */.eN)(["list"], { group: "", resource: "services", namespace: place }, "why a monitor has no target"),
            ...(0,permission/* needs */.eN)(["list"], { group: "", resource: "pods", namespace: place }, "why a monitor has no target"),
            ...(0,permission/* needs */.eN)(["list"], { group: "discovery.k8s.io", resource: "endpointslices", namespace: place }, "why a monitor has no target"),
        ]),
        ...(0,permission/* needs */.eN)(["list"], { group: "", resource: "namespaces", namespace: null }, "which namespaces are selected"),
        ...(0,permission/* needs */.eN)(["list"], { group: "", resource: "nodes", namespace: null }, "GPUs are counted"),
        ...(0,permission/* needs */.eN)(["create"], { group: "authorization.k8s.io", resource: "subjectaccessreviews", namespace: null }, "whether Prometheus may discover; a review is kept nowhere"),
    ];
};

;// CONCATENATED MODULE: ./build/src/doctor/needed-rights.js



/** Which objects a stack has is seen once it is rendered: a plan asks for the rights on each of them. */
const neededRights = ({ mode, release, inputs }) => {
    const { namespace } = release;
    const around = { release, api: () => undefined };
    const exporterNamespace = inputs.exporterNamespace ?? "gpu-operator";
    const looking = verifyingNeeds({ namespace, exporterNamespace });
    const reading = (0,reading_needs/* readingNeeds */.uC)([], around);
    if (mode === "verify")
        return { must: [], may: [...reading_needs/* clusterNeeds */.ab, ...looking] };
    if (mode === "plan")
        return { must: reading, may: reading_needs/* optionalNeeds */.oo };
    if (mode !== "deploy")
        return { must: [], may: reading_needs/* clusterNeeds */.ab };
    const deploying = (0,deploying_needs/* deployingNeeds */.Nd)({
        ...around,
        // Without objects and hooks both majors of helm ask for the same.
        ...{ drafts: [], hooks: [], upgrades: true, createsNamespace: false, helmMajor: 4, waitsIn: [namespace] },
        goesBack: inputs.rollbackOnFailure !== "false",
    });
    return { must: [...reading, ...deploying], may: [...reading_needs/* optionalNeeds */.oo, ...looking] };
};

;// CONCATENATED MODULE: ./build/src/doctor/examine-cluster.js






/** Whether the run may reach the cluster that the inputs name, and whether that answers. */
const examineCluster = async (inputs, outside, origin) => {
    const { diagnosis, value } = await diagnose("cluster", async () => {
        const cluster = await (0,reach_cluster/* reachCluster */.W)(inputs, outside, origin);
        return { value: { cluster }, said: cluster === null ? "" : `${cluster.server}, Kubernetes ${cluster.version}` };
    });
    if (value === null || value.cluster !== null)
        return { diagnosis, cluster: value?.cluster ?? null };
    return { diagnosis: passedOver("cluster", `mode is ${inputs.mode}, which needs none`), cluster: null };
};
/** Whether the account may do what the mode asks of it whatever the stack holds. */
const examineRights = async (inputs, { cluster, release }) => {
    const subject = "cluster rights";
    if (cluster === null)
        return passedOver(subject, "no cluster was reached");
    if (release === null)
        return passedOver(subject, "the stack says in which namespace, and cannot be read");
    const { mode } = inputs;
    const { must, may } = neededRights({ mode, release, inputs });
    const [needed, wished] = [await lackedOf(must, cluster), await lackedOf(may, cluster)];
    if (needed === null || wished === null)
        return passedOver(subject, "the cluster does not tell what this account may do");
    const repair = `Grant them to the account of this kubeconfig; ${project/* projectAddress */.O}/blob/main/docs/rbac/${mode}.yaml has one with all that ${mode} asks for.`;
    if (needed.length > 0)
        return stopping(subject, { message: `The account lacks ${listed(needed)}.`, hint: repair });
    if (wished.length > 0)
        return lacking(subject, `The run sees less without ${listed(wished)}.`, repair);
    return good(subject, `all that ${mode} asks for beside the objects of the stack`);
};
const lackedOf = async (needed, cluster) => (await (0,access/* missingPermissions */.H)(needed, cluster))?.map(permission/* tellPermission */.X1) ?? null;
const shown = 5;
const listed = (permissions) => permissions.length <= shown
    ? permissions.join("; ")
    : `${permissions.slice(0, shown).join("; ")}; and ${permissions.length - shown} more`;

// EXTERNAL MODULE: ./build/src/gate/prove-gate.js + 2 modules
var prove_gate = __webpack_require__(88629);
;// CONCATENATED MODULE: ./build/src/doctor/examine-github.js


/** What the job's token may do, as far as it can be asked without writing anything. */
const examineToken = async ({ githubToken }, { env, github }) => {
    const subject = "GitHub token";
    if (env["GITHUB_ACTIONS"] !== "true")
        return passedOver(subject, "this is no runner of GitHub Actions");
    if (githubToken === undefined)
        return lacking(subject, "There is none: no comment and no check run can be made, and annotations keep their order.", "Give this step the token as the variable GITHUB_TOKEN; the action itself has it as the input github-token.");
    if (await github.readsOnly())
        return lacking(subject, "On this event it can only read: no comment and no check run can be made.", "So it is for pull requests of forks and of Dependabot; the job summary and the report have the result.");
    if (isChange(env["GITHUB_EVENT_NAME"]) && (await github.changedFiles()) === null)
        return lacking(subject, "It does not tell which files the change touches: annotations on them do not come first.", "Grant the job `permissions: { pull-requests: read, contents: read }`.");
    return good(subject, "what can be asked without writing is allowed; comments and check runs are seen when one is made");
};
const isChange = (event) => event === "pull_request" || event === "push";
/** Whether a deploy to the target would be let through its gate, the permissions of the job's token among it. */
const examineGate = async ({ mode }, { env, github }, { config }) => {
    if (mode !== "deploy")
        return passedOver("gate", `mode is ${mode}, which deploys nothing`);
    const { diagnosis } = await diagnose("gate", async () => {
        const proof = await (0,prove_gate/* proveGate */._)({ config, env, github, mode });
        return {
            value: proof,
            said: proof.isGated ? `${proof.environment}: ${proof.rules.join(", ")}` : proof.notes.join(" "),
        };
    });
    return diagnosis;
};

// EXTERNAL MODULE: ./build/src/validate/schemas/schema-key.js
var schema_key = __webpack_require__(2201);
;// CONCATENATED MODULE: ./build/src/doctor/examine-schemas.js



/** Every release of Kubernetes has it. */
const surelyThere = (0,schema_key/* keyOf */.TN)("v1", "ConfigMap");
/** Whether Kubernetes' own schemas can be had: without them nothing can be validated. */
const examineSchemas = async (sources, kubeVersion) => {
    const what = `schemas of Kubernetes ${kubeVersion}`;
    const { diagnosis } = await diagnose("schemas", async () => {
        const answers = await Promise.all(sources.map(async (source) => ({ ...(await source.find([surelyThere], () => false)), name: source.name })));
        const found = answers.find(({ schemas }) => schemas.length > 0)?.name ?? null;
        const silent = answers.flatMap(({ unreachable }) => unreachable ?? []);
        if (found !== null)
            return { value: found, said: `${what} from ${found}` };
        const why = silent.length > 0 ? `: ${silent.join("; ")}` : ` in ${sources.map(({ name }) => name).join(", ")}`;
        throw new errors/* OperatorError */.nv("schemas-unavailable", `No ${what}${why}.`, wayOut);
    });
    return diagnosis;
};
const wayOut = "Let this machine reach the address (HTTPS_PROXY and NO_PROXY are honoured), or set schema-locations to a folder of schemas or to `cluster`.";

// EXTERNAL MODULE: ./build/src/stack/load.js + 47 modules
var load = __webpack_require__(58013);
;// CONCATENATED MODULE: ./build/src/doctor/examine-stack.js


/** Whether there is a stack where the inputs say, and whether its chart can be had. */
const examineStack = async (inputs, outside) => {
    const { diagnosis, value: stack } = await diagnose("stack", async () => {
        const loaded = await (0,load/* loadStack */.f)(inputs, outside.workspace);
        const { name, namespace } = loaded.release;
        return { value: loaded, said: `${loaded.path}: release ${name.value} in namespace ${namespace.value}` };
    });
    const chart = stack === null
        ? passedOver("chart", "the stack says which, and cannot be read")
        : (await diagnose("chart", () => lookAtChart(stack, outside))).diagnosis;
    return { diagnoses: [diagnosis, chart], stack };
};
const lookAtChart = async ({ release }, outside) => {
    const { chart } = await outside.chart(release, { onlyRendered: true });
    return { value: chart, said: `${chart.name} ${chart.version} from ${chart.source}` };
};

;// CONCATENATED MODULE: ./build/src/doctor/examine-tools.js

/** What every mode starts. */
const started = ["helm", "kubectl", "kubeconform", "promtool"];
/** The commands, had as a run has them: what is on no PATH is downloaded and verified. */
const examineTools = (tools) => Promise.all(started.map(async (name) => {
    const { diagnosis } = await diagnose(name, async () => {
        const tool = await tools.get(name);
        return { value: tool, said: `${tool.version}, ${from[tool.source]}: ${tool.path}` };
    });
    return diagnosis;
}));
const from = {
    path: "from PATH",
    cache: "from the tool cache",
    download: "downloaded and verified",
    built: "built",
};

;// CONCATENATED MODULE: ./build/src/doctor/examine-machine.js









/**
 * Looks at all that a run with these inputs needs of this machine, by the same ways as a run, and past each that would
 * end one. Nothing is rendered and nothing of a cluster is changed.
 */
const examineMachine = async (inputs, outside, origin) => {
    const tools = await examineTools(outside.tools);
    const { diagnoses: treeAndChart, stack } = await examineStack(inputs, outside);
    const { diagnosis: reached, cluster } = await examineCluster(inputs, outside, origin);
    const kubeVersion = inputs.kubernetesVersion ?? cluster?.version ?? render_stack/* defaultKubernetesVersion */.C;
    const { diagnosis: located, value: sources } = await diagnose("schemas", async () => ({
        value: (0,schema_sources/* locatedSources */.V)({ inputs, kubeVersion, cluster, outside }),
        said: "",
    }));
    const release = stack === null ? null : (0,release_name/* releaseNameOf */.a)(stack.release);
    return [
        ...tools,
        ...treeAndChart,
        sources === null ? located : await examineSchemas(sources, kubeVersion),
        reached,
        await examineRights(inputs, { cluster, release }),
        await examineGate(inputs, outside, origin),
        await examineToken(inputs, outside),
    ];
};

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/src/doctor/examine-node.js


/** Whether the program runs in this Node.js; `wanted` is a range as package.json writes it. */
const examineNode = (version, wanted) => semver_default().satisfies(version, wanted)
    ? good("Node.js", `${version} (needed: ${wanted})`)
    : stopping("Node.js", {
        message: `Node.js ${wanted} is needed; this is ${version}.`,
        hint: "Install it from https://nodejs.org/.",
    });

// EXTERNAL MODULE: ./build/src/inputs.js
var src_inputs = __webpack_require__(23901);
// EXTERNAL MODULE: ./build/src/machine/files/cache-folder.js + 1 modules
var cache_folder = __webpack_require__(49211);
// EXTERNAL MODULE: ./build/src/machine/files/find-root.js
var find_root = __webpack_require__(54082);
// EXTERNAL MODULE: ./build/src/machine/open-outside.js + 84 modules
var open_outside = __webpack_require__(3117);
// EXTERNAL MODULE: ./build/src/policy/open-config.js
var open_config = __webpack_require__(26572);
// EXTERNAL MODULE: ./build/src/report/text/visible.js
var visible = __webpack_require__(42555);
;// CONCATENATED MODULE: ./build/src/cli/doctor-text.js

/** The diagnoses as a terminal shows them, a line or two each, and how many would stop a run. */
const diagnosesText = (diagnoses, paint) => {
    const width = Math.max(...diagnoses.map(({ subject }) => subject.length));
    const stops = diagnoses.filter(({ state }) => state === "stops").length;
    return `${diagnoses.map((one) => textOf(one, width, paint)).join("")}\n${verdictOn(stops)}\n`;
};
const styles = {
    good: "good",
    lacks: "warning",
    stops: "error",
    unseen: "place",
};
const stateWidth = Math.max(...Object.keys(styles).map((state) => state.length));
const textOf = ({ subject, state, said, repair }, width, paint) => {
    const margin = " ".repeat(stateWidth + width + 4);
    const indented = (text) => (0,visible/* visible */.R)(text).replaceAll("\n", `\n${margin}`);
    const head = `${paint(styles[state], state)}${" ".repeat(stateWidth - state.length + 2)}${subject.padEnd(width)}`;
    const mend = repair === null ? "" : `${margin}repair: ${indented(repair)}\n`;
    return `${head}  ${indented(said)}\n${mend}`;
};
const verdictOn = (stops) => stops === 0 ? "Nothing here would stop a run." : `${stops} of these would stop a run.`;

// EXTERNAL MODULE: ./build/src/cli/paint.js
var paint = __webpack_require__(20007);
;// CONCATENATED MODULE: ./build/src/cli/doctor.js













/**
 * Says what on this machine would stop a run with these inputs. Throws OperatorError `invalid-input` where an option
 * is wrong.
 */
const doctor = async (request, workingFolder, env) => {
    const diagnoses = await diagnosesOf(request, workingFolder, env);
    const stops = diagnoses.some(({ state }) => state === "stops");
    return { text: diagnosesText(diagnoses, (0,paint/* paintFor */.e)(process.stdout)), code: stops ? 1 : 0 };
};
const diagnosesOf = async ({ path, inputs: given }, workingFolder, env) => {
    const node = examineNode(process.versions.node, build_package.engines.node);
    // What comes next is written for the Node.js that it needs.
    if (node.state === "stops")
        return [node, passedOver("all else", "it needs that Node.js")];
    const folder = (0,external_node_path_.resolve)(workingFolder, path ?? ".");
    const root = await (0,find_root/* findRoot */.w)(folder, workingFolder);
    const texts = new Map(Object.entries(given));
    texts.set("path", path === undefined ? "" : (0,external_node_path_.relative)(root, folder) || ".");
    texts.set("github-token", env["GITHUB_TOKEN"] ?? "");
    const inputOf = (name) => texts.get(name) ?? "";
    const typed = (0,src_inputs/* readInputs */.K)(inputOf, { hint: "Correct the option of that name." });
    const opened = await openMachine({ ...env, GITHUB_WORKSPACE: root });
    if ("state" in opened)
        return [node, opened, passedOver("all else", "a run has nowhere to write")];
    try {
        return [node, ...(await examined(typed, inputOf, opened, env))];
    }
    finally {
        await opened.close();
    }
};
/** The machine as a run opens it, or why it cannot be opened. */
const openMachine = async (env) => {
    try {
        return await (0,open_outside/* openOutside */.A)(env, { mask: () => { }, keep: () => { }, write: () => { } });
    }
    catch (thrown) {
        if (!(thrown instanceof Error && "code" in thrown))
            throw thrown;
        return stopping("temporary folder", {
            message: `Nothing can be written there: ${thrown.message}.`,
            hint: "Let RUNNER_TEMP (elsewhere TMPDIR) name a folder that is there and can be written to.",
        });
    }
};
const examined = async (typed, inputOf, opened, env) => {
    const { diagnosis, value } = await diagnose("configuration", async () => {
        const named = { file: inputOf("config-file"), target: inputOf("target") };
        const configuration = await (0,open_config/* openConfig */.F)(named, await opened.repository(), async () => checks/* checks */.A);
        const inputs = (0,src_inputs/* readInputs */.K)(inputOf, { configured: configuration.config });
        const { file } = configuration.config;
        return { value: { configuration, inputs }, said: file === null ? "there is none, and none is needed" : file };
    });
    const { configuration, inputs } = value ?? { configuration: open_config/* withoutConfig */.d, inputs: typed };
    const origin = { isForeign: configuration.base !== null, config: configuration.config };
    const { diagnosis: machine, value: outside } = await diagnose("machine", async () => ({
        value: await opened.for(inputs),
        said: `${process.platform} on ${process.arch}`,
    }));
    const all = outside === null ? [] : await examineMachine(inputs, outside, origin);
    return [machine, cacheDiagnosis(env), diagnosis, ...all];
};
const cacheDiagnosis = (env) => {
    const folder = (0,cache_folder/* privateCacheFolder */.G)(env, "answers");
    if (folder !== null)
        return good("cache", folder);
    return lacking("cache", "No folder can be written to that is this user's alone: every run begins anew.", "Let RUNNER_TOOL_CACHE or XDG_CACHE_HOME name a folder that can be written to.");
};


/***/ }

};
;
})

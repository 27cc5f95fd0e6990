(function (module, exports, require, __dirname) {"use strict";
exports.id = 532;
exports.ids = [532];
exports.modules = {

/***/ 45532:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAndDeploy: () => (/* binding */ planAndDeploy),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/src/core/mode.js
var mode = __webpack_require__(59441);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/no-room.js
var no_room = __webpack_require__(73193);
// EXTERNAL MODULE: ./build/src/kubectl/deadline.js
var kubectl_deadline = __webpack_require__(70551);
// EXTERNAL MODULE: ./build/src/lock/lock.js + 4 modules
var lock_lock = __webpack_require__(52243);
// EXTERNAL MODULE: ./build/src/plan/changes/operated.js
var changes_operated = __webpack_require__(4904);
// EXTERNAL MODULE: ./build/src/core/all-done.js
var all_done = __webpack_require__(96720);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/object-name.js
var object_name = __webpack_require__(39197);
// EXTERNAL MODULE: ./build/src/kubectl/stamp.js
var stamp = __webpack_require__(59184);
// EXTERNAL MODULE: ./build/src/kubernetes/resource-ref.js
var resource_ref = __webpack_require__(62767);
// EXTERNAL MODULE: ./build/src/stack/release-name.js
var release_name = __webpack_require__(810);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
;// CONCATENATED MODULE: ./build/src/kubernetes/resource-path.js
/** Where the API server tells the kinds of a version, and below which it has their objects. */
const versionPath = (apiVersion) => apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
/**
 * Where the API server lists objects of a kind, e.g.
 * `/apis/monitoring.coreos.com/v1/namespaces/monitoring/prometheuses`; `namespace` null for kinds without one, and for
 * all namespaces together.
 */
const listPath = (apiVersion, plural, namespace) => {
    const within = namespace === null ? "" : `/namespaces/${encodeURIComponent(namespace)}`;
    return `${versionPath(apiVersion)}${within}/${plural}`;
};
/** Where it serves one of them. */
const objectPath = (list, name) => `${list}/${encodeURIComponent(name)}`;

// EXTERNAL MODULE: ./build/src/outside/command-line.js
var command_line = __webpack_require__(58114);
// EXTERNAL MODULE: ./build/src/kubectl/kubectl-failure.js
var kubectl_failure = __webpack_require__(19566);
;// CONCATENATED MODULE: ./build/src/kubectl/api-resources.js





/**
 * Asks for all kinds that the cluster serves: each in the version that it prefers, which is all that kubectl tells, and
 * those of the `wanted` objects in theirs. Throws OperatorError `unauthorized`, `cluster-unreachable` or
 * `apply-failed`.
 */
const readApiResources = async (cluster, wanted) => {
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["api-resources", "--no-headers"] }));
    const rows = done.stdout.split("\n").flatMap((line) => rowOf(line));
    // A group whose own server is away makes kubectl fail, and still tell all others.
    if (done.code !== 0 && rows.length === 0) {
        const ref = { apiVersion: "v1", kind: "APIResourceList", namespace: null, name: "" };
        throw (0,kubectl_failure/* accessFailure */.$s)(done.stderr, cluster) ?? (0,kubectl_failure/* applyError */.lD)([{ ref, stderr: done.stderr }], cluster);
    }
    const versions = new Set(rows.map(([key]) => versionOf(key)));
    const groups = new Set(rows.map(([, { group }]) => group));
    const others = new Set(wanted.flatMap((ref) => !versions.has(ref.apiVersion) && groups.has((0,resource_ref/* groupOf */.F8)(ref)) && isWellFormed(ref.apiVersion) ? [ref.apiVersion] : []));
    const more = await Promise.all([...others].map((apiVersion) => kindsOf(apiVersion, cluster)));
    const known = new Map([...rows, ...more.flat()]);
    return ({ apiVersion, kind }) => known.get(keyOf(apiVersion, kind));
};
/** `NAME SHORTNAMES APIVERSION NAMESPACED KIND`, of which the second may be empty: told from its end. */
const rowOf = (line) => {
    const words = line.split(/\s+/).filter((word) => word !== "");
    const [resource] = words;
    const [apiVersion, namespaced, kind] = words.slice(-3);
    if (words.length < 4 || resource === undefined || apiVersion === undefined || kind === undefined)
        return [];
    const group = (0,resource_ref/* groupOf */.F8)({ apiVersion });
    return [[keyOf(apiVersion, kind), { resource, group, namespaced: namespaced === "true" }]];
};
/** It becomes a path, and comes from files that anyone may propose: `apps/../../metrics` must lead nowhere. */
const isWellFormed = (apiVersion) => /^(?:[^/]+\/)?[a-z0-9]+$/i.test(apiVersion);
/** Of a version that its group does not prefer; none where the cluster does not serve it. */
const kindsOf = async (apiVersion, { kubectl }) => {
    const { code, stdout } = await kubectl((0,command_line/* commandLine */.a)({ verb: ["get"], flags: [["raw", versionPath(apiVersion)]] }));
    if (code !== 0)
        return [];
    return (0,json_fields/* objectsAt */.yR)(JSON.parse(stdout), ["resources"]).flatMap((one) => {
        const [resource, kind] = [(0,json_fields/* textAt */.$6)(one, ["name"]), (0,json_fields/* textAt */.$6)(one, ["kind"])];
        // `deployments/scale` is a part of one.
        if (resource === null || kind === null || resource.includes("/"))
            return [];
        return [
            [keyOf(apiVersion, kind), { resource, group: (0,resource_ref/* groupOf */.F8)({ apiVersion }), namespaced: one["namespaced"] === true }],
        ];
    });
};
const versionOf = (key) => key.slice(0, key.indexOf("\n"));
const keyOf = (apiVersion, kind) => `${apiVersion}\n${kind}`;

// EXTERNAL MODULE: ./build/src/kubectl/cluster-error.js
var cluster_error = __webpack_require__(85166);
// EXTERNAL MODULE: ./build/src/kubernetes/pod-template.js
var pod_template = __webpack_require__(48287);
// EXTERNAL MODULE: ./build/src/kubectl/permission.js
var permission = __webpack_require__(17488);
;// CONCATENATED MODULE: ./build/src/kubernetes/being-deleted.js

/** Whether the object goes as soon as its finalizers are done: what is written to it until then is lost with it. */
const isBeingDeleted = (object) => (0,json_fields/* textOrEmpty */._c)(object, ["metadata", "deletionTimestamp"]) !== "";

;// CONCATENATED MODULE: ./build/src/plan/changes/crd-versions.js


const isCrd = (ref) => (0,resource_ref/* groupOf */.F8)(ref) === "apiextensions.k8s.io" && ref.kind === "CustomResourceDefinition";
/**
 * A sentence for each CustomResourceDefinition that loses a version which the cluster serves. It is no loss of data:
 * the objects are there in the versions that stay, and one that they may be stored in the API server does not let go.
 */
const servedNotes = (drafts) => updatesOf(drafts).flatMap(({ ref, live, then }) => {
    const gone = without(served(live), served(then));
    return gone.length === 0
        ? []
        : [
            `${ref.name} is no longer served as ${gone.join(", ")}: its objects stay, and whoever asks for them so is refused.`,
        ];
});
/**
 * Those that lose a version in which objects are stored, or may be: the API server refuses them,
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
 */
const storedGone = (drafts) => updatesOf(drafts).flatMap(({ ref, live, then }) => {
    const versions = without((0,json_fields/* textsAt */.i1)(live, ["status", "storedVersions"]), namesOf(versionsOf(then)));
    return versions.length === 0 ? [] : [{ ref, versions }];
});
const updatesOf = (drafts) => drafts.flatMap(({ ref, action, live, after, wanted }) => {
    const then = after ?? wanted;
    return isCrd(ref) && action === "update" && live !== null && then !== null ? [{ ref, live, then }] : [];
});
const versionsOf = (crd) => (0,json_fields/* objectsAt */.yR)(crd, ["spec", "versions"]);
const namesOf = (versions) => versions.map((version) => (0,json_fields/* textOrEmpty */._c)(version, ["name"]));
const served = (crd) => namesOf(versionsOf(crd).filter((version) => version["served"] === true));
const without = (names, others) => names.filter((name) => !others.includes(name));

;// CONCATENATED MODULE: ./build/src/plan/obstacles/obstacle-words.js

/** An example of what an input takes. */
const exampleOf = ([first]) => first === undefined ? "" : (0,object_name/* inputName */.yu)(first.ref);
const most = 30;
/** A line each, of the first 30. */
const lineEach = (lines) => [
    ...lines.slice(0, most).map((line) => `  - ${line}`),
    ...(lines.length > most ? [`  - and ${lines.length - most} more`] : []),
].join("\n");

;// CONCATENATED MODULE: ./build/src/plan/obstacles/decisions.js






const ownedObstacle = (owned) => owned.length === 0
    ? []
    : [
        {
            reason: "owned-elsewhere",
            message: `${owned.length === 1 ? "An object is" : `${owned.length} objects are`} held by others, and nothing is taken from them:\n${lineEach(owned.map(({ ref, owner }) => `${(0,finding/* nameOf */.Vb)(ref)}: ${owner}`))}`,
            hint: `Remove them there or from the tree; or name them in the input allow-owned, e.g. ${exampleOf(owned)}.`,
        },
    ];
/** What install.sh takes from its environment is not there when the action deploys. */
const environmentObstacle = (sets) => {
    const names = sets.flatMap((set) => (set.flag === "--set-file" ? [] : (set.environment ?? [])));
    if (names.length === 0)
        return [];
    return [
        {
            reason: "invalid-input",
            message: `install.sh sets values of the release from its environment, which is not known here: ${[...new Set(names)].join(", ")}`,
            hint: "Let the values name a Secret of the cluster instead, e.g. grafana.admin.existingSecret.",
        },
    ];
};
const lossObstacle = (losses) => {
    const open = losses.filter(({ allowed }) => !allowed);
    if (open.length === 0)
        return [];
    return [
        {
            reason: "data-loss",
            message: `This would lose data:\n${lineEach(open.map(({ ref, what }) => `${(0,finding/* nameOf */.Vb)(ref)}: ${what}`))}`,
            hint: `Take it back in the tree; or accept it by name with the input allow-data-loss, e.g. ${exampleOf(open)}.`,
        },
    ];
};
const accessObstacle = (missing, { server }) => missing.length === 0
    ? []
    : [
        {
            reason: "unauthorized",
            message: `The account on ${server} lacks ${missing.length === 1 ? "a permission" : `${missing.length} permissions`} that this plan needs:\n${lineEach(missing.map(permission/* tellPermission */.X1))}`,
            hint: "Grant them with a Role or a ClusterRole; docs/rbac holds one for each mode.",
        },
    ];
/** What would be written to objects that are going would go with them. */
const goingObstacle = (drafts) => {
    const going = drafts.filter(({ action, live }) => action !== "delete" && live !== null && isBeingDeleted(live));
    if (going.length === 0)
        return [];
    const since = ({ ref, live }) => `${(0,finding/* nameOf */.Vb)(ref)}: since ${(0,json_fields/* textOrEmpty */._c)(live ?? {}, ["metadata", "deletionTimestamp"])}, held by ${(0,json_fields/* textsAt */.i1)(live ?? {}, ["metadata", "finalizers"]).join(", ") || "nothing"}`;
    return [
        {
            reason: "apply-failed",
            message: `${going.length === 1 ? "An object is" : `${going.length} objects are`} being deleted, and what is written to it would be lost:\n${lineEach(going.map(since))}`,
            hint: "Wait until it is gone, then deploy again; where nothing goes on, find out who sets that finalizer.",
        },
    ];
};
/** What the input `crds: check` is for: somebody else upgrades CRDs, and has not done it yet. */
const crdObstacle = ({ drafts }) => {
    const open = drafts.filter(({ action }) => action !== "unchanged");
    if (open.length === 0)
        return [];
    return [
        {
            reason: "apply-failed",
            message: `crds is check, and ${open.length} CustomResourceDefinitions are not as the chart has them:\n${lineEach(open.map(({ ref, action }) => `${ref.name}: ${action === "create" ? "not there" : "another one"}`))}`,
            hint: "Have them applied by who is in charge of them, or set crds to apply.",
        },
    ];
};
/** CRDs are not tried before they are applied: what the cluster would refuse of them is told by what it says itself. */
const storedVersionObstacle = ({ drafts }) => {
    const open = storedGone(drafts);
    if (open.length === 0)
        return [];
    return [
        {
            reason: "apply-failed",
            message: `The cluster would refuse what the chart has of ${open.length === 1 ? "a CustomResourceDefinition" : `${open.length} CustomResourceDefinitions`}, which lacks versions that objects may be stored in (status.storedVersions):\n${lineEach(open.map(({ ref, versions }) => `${ref.name}: ${versions.join(", ")}`))}`,
            hint: "Have the objects stored in a version that stays and take the others out of status.storedVersions (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#upgrade-existing-objects-to-a-new-stored-version); or set crds to skip.",
        },
    ];
};

;// CONCATENATED MODULE: ./build/src/plan/release/upgrade-hooks.js

/**
 * Hooks that an install or an upgrade runs; tests run when somebody asks for them:
 * https://helm.sh/docs/topics/charts_hooks/
 */
const upgradeHooks = ({ hooks }) => hooks.filter(({ body }) => {
    const events = (0,json_fields/* textAt */.$6)(body, ["metadata", "annotations", "helm.sh/hook"]) ?? "";
    return /\b(?:pre|post)-(?:install|upgrade)\b/.test(events);
});

// EXTERNAL MODULE: ./build/src/render/chart/copy-values.js
var copy_values = __webpack_require__(92622);
// EXTERNAL MODULE: ./build/src/render/render.js
var render_render = __webpack_require__(54371);
// EXTERNAL MODULE: ./build/src/kubernetes/json-pointer.js
var json_pointer = __webpack_require__(96681);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/render/unstable.js
var unstable = __webpack_require__(62751);
;// CONCATENATED MODULE: ./build/src/plan/hidden/cluster-only.js




const nothingOfCluster = { places: new Map(), keys: new Map(), texts: [] };
/** Compares both renders, object by object, hooks too. */
const clusterOnlyIn = (offline, next) => {
    const rendered = new Map(cluster_only_all(offline).map(({ ref, body }) => [(0,resource_ref/* refKey */.XF)(ref), body]));
    const [places, keys] = [new Map(), new Map()];
    const texts = [];
    for (const { ref, body } of cluster_only_all(next)) {
        const before = rendered.get((0,resource_ref/* refKey */.XF)(ref));
        const pointers = before === undefined ? [""] : (0,unstable/* differingPointers */.T)(before, body);
        places.set((0,resource_ref/* refKey */.XF)(ref), pointers);
        const added = pointers.filter((pointer) => before !== undefined && (0,manifest/* valueAt */.f)(before, (0,json_pointer/* fromPointer */.kU)(pointer)) === undefined);
        keys.set((0,resource_ref/* refKey */.XF)(ref), added);
        for (const pointer of pointers)
            addTexts((0,manifest/* valueAt */.f)(body, (0,json_pointer/* fromPointer */.kU)(pointer)) ?? null, texts);
        for (const pointer of added)
            texts.push(secret((0,json_pointer/* fromPointer */.kU)(pointer).at(-1) ?? ""));
    }
    return { places, keys, texts };
};
const cluster_only_all = ({ objects, hooks }) => [
    ...objects,
    ...hooks,
];
const secret = (text) => ({ key: "", text });
const addTexts = (value, texts) => {
    if (typeof value === "string" || typeof value === "number")
        texts.push(secret(String(value)));
    else if (Array.isArray(value))
        for (const item of value)
            addTexts(item, texts);
    else if ((0,manifest/* isObject */.G)(value))
        for (const [key, inner = null] of Object.entries(value)) {
            texts.push(secret(key));
            addTexts(inner, texts);
        }
};
/** A pointer without keys that are the cluster's: `/data/\u2026` for what is below one. */
const withoutClusterKeys = (pointer, keys) => {
    const hidden = keys.find((key) => (0,json_pointer/* isAtOrBelow */.a5)(pointer, key));
    return hidden === undefined ? pointer : `${(0,json_pointer/* toPointer */.rb)((0,json_pointer/* fromPointer */.kU)(hidden).slice(0, -1))}/\u2026`;
};

// EXTERNAL MODULE: ./build/src/plan/objects/landing.js
var objects_landing = __webpack_require__(22252);
;// CONCATENATED MODULE: ./build/src/kubectl/join-documents.js
/** YAML or JSON documents as one text, for one kubectl. */
const joinDocuments = (texts) => texts.map((text) => (text.startsWith("---") ? text : `---\n${text}`)).join("\n");

// EXTERNAL MODULE: ./build/src/kubectl/kubectl-output.js
var kubectl_output = __webpack_require__(78383);
;// CONCATENATED MODULE: ./build/src/plan/objects/live-objects.js





/**
 * Reads objects by one kubectl, one request each: only their names are handed over, so that nothing of what they hold
 * has to be parsed once more. All kinds must be known to the cluster, and namespaced objects say where. Throws
 * OperatorError `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
const readLive = async (refs, cluster) => {
    if (refs.length === 0)
        return () => undefined;
    const verb = ["get", "--filename=-", "--output=json", "--ignore-not-found", "--show-managed-fields"];
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb }), {
        stdin: joinDocuments(refs.map((ref) => JSON.stringify((0,resource_ref/* namedBy */.T)(ref)))),
    });
    if (done.code !== 0) {
        const refused = refs.slice(0, 1).map((ref) => ({ ref, stderr: done.stderr }));
        throw (0,kubectl_failure/* accessFailure */.$s)(done.stderr, cluster) ?? (0,kubectl_failure/* applyError */.lD)(refused, cluster);
    }
    const found = new Map((0,kubectl_output/* objectsOf */.i)(done.stdout).map((object) => [(0,resource_ref/* refKey */.XF)((0,resource_ref/* refOf */.H8)(object)), object]));
    return (ref) => found.get((0,resource_ref/* refKey */.XF)(ref));
};

;// CONCATENATED MODULE: ./build/src/plan/objects/list-live.js






/**
 * From this many objects of a kind in a namespace on, one LIST reads them: of the real chart 86 rules, dashboards and
 * monitors by 3 requests. Fewer are read by their names, which reads nothing of others.
 */
const many = 8;
/** A LIST answers this many objects more than are looked for, at most: a namespace may be full of what others keep. */
const others = 50;
/**
 * The same as `readLive`, with one request for a kind of which many are read. Where this account may not list a kind,
 * or more of it is in the namespace than one answer holds, what is not found so is read by its name.
 */
const listLive = async (refs, { api, cluster }) => {
    const groups = manyOfKind(refs);
    const grouped = new Set(groups.flat());
    const [named, ...lists] = await (0,all_done/* allDone */.g)([
        readLive(refs.filter((ref) => !grouped.has(ref)), cluster),
        ...groups.map((group) => list(group, { api, cluster })),
    ]);
    const found = new Map(lists.flatMap((one) => [...one.found]));
    const left = await readLive(lists.flatMap((one) => one.open), cluster);
    return (ref) => found.get((0,resource_ref/* refKey */.XF)(ref)) ?? named(ref) ?? left(ref);
};
/**
 * Those of a kind and namespace of which there are many. Never Secrets: nobody's are read but those that the stack
 * names, and helm's.
 */
const manyOfKind = (refs) => {
    const namespaced = refs.filter(({ namespace, kind }) => namespace !== null && kind !== "Secret");
    const groups = Map.groupBy(namespaced, ({ apiVersion, kind, namespace }) => [apiVersion, kind, namespace].join("\n"));
    return [...groups.values()].flatMap(([first, ...rest]) => first === undefined || rest.length + 1 < many ? [] : [[first, ...rest]]);
};
const list = async (wanted, { api, cluster }) => {
    const { apiVersion, kind, namespace } = wanted[0];
    const known = api(wanted[0]);
    if (known === undefined)
        return { found: new Map(), open: wanted };
    const path = `${listPath(apiVersion, known.resource, namespace)}?limit=${wanted.length + others}`;
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["get"], flags: [["raw", path]] }));
    if (done.code !== 0)
        return { found: new Map(), open: wanted };
    const answer = JSON.parse(done.stdout);
    // Items of Kubernetes' own kinds do not say which kind they are of.
    const objects = (0,json_fields/* objectsAt */.yR)(answer, ["items"]).map((item) => ({ apiVersion, kind, ...item }));
    const found = new Map(objects.map((object) => [(0,resource_ref/* refKey */.XF)((0,resource_ref/* refOf */.H8)(object)), object]));
    const isWhole = (0,json_fields/* textOrEmpty */._c)(answer, ["metadata", "continue"]) === "";
    return { found, open: isWhole ? [] : wanted.filter((ref) => !found.has((0,resource_ref/* refKey */.XF)(ref))) };
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/src/plan/objects/plan-crds.js






/**
 * Compares the chart's CRDs with the cluster's, by one kubectl: helm installs CRDs once and never upgrades them. One
 * that is newer there is let be, for a field that it has and the chart's has not would vanish from live objects. There
 * is no dry run: an apply of the real chart's 4.4 MB takes 2.5 s, and they are applied whole. Throws OperatorError
 * `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
const planCrds = async (texts, cluster) => {
    const crds = texts.map((text) => ({ text, body: crdIn(text) }));
    const live = await readLive(crds.map(({ body }) => (0,resource_ref/* refOf */.H8)(body)), cluster);
    const newer = [];
    const drafts = crds.map(({ text, body }) => {
        const ref = (0,resource_ref/* refOf */.H8)(body);
        const there = live(ref) ?? null;
        const isNewer = there !== null && isOlder(body, there);
        if (isNewer)
            newer.push({ ref, live: operatorVersion(there) ?? "", chart: operatorVersion(body) ?? "" });
        const action = there === null ? "create" : isNewer || isCurrent(body, there) ? "unchanged" : "update";
        return {
            layer: "crds",
            ref,
            action,
            unverified: null,
            live: there,
            wanted: isNewer ? there : body,
            after: null,
            takesOver: true,
            manifest: { ref, body, text, origin: noOrigin, locate: nowhere },
        };
    });
    return { drafts, newer };
};
const noOrigin = { from: "chart", template: "crds", hooks: [] };
const nowhere = () => ({ file: "", line: 1, column: 1 });
/** Throws TypeError where the text holds no object. */
const crdRef = (text) => (0,resource_ref/* refOf */.H8)(crdIn(text));
const crdIn = (text) => {
    const body = (0,js_yaml/* load */.Hh)(text);
    if (!(0,manifest/* isObject */.G)(body))
        throw new TypeError("A CRD of the chart is not an object");
    return body;
};
/** Which release of prometheus-operator a CRD is of: its own generator writes this annotation. */
const operatorVersion = (crd) => {
    const found = (0,manifest/* valueAt */.f)(crd, ["metadata", "annotations", "operator.prometheus.io/version"]);
    return typeof found === "string" ? found : null;
};
const isOlder = (chart, live) => {
    const [mine, theirs] = [operatorVersion(chart), operatorVersion(live)].map((one) => semver_default().parse(one));
    return mine != null && theirs != null && semver_default().lt(mine, theirs);
};
/**
 * Equal in all that the chart says; the server adds only what its defaults add. Too strict a
 * comparison costs an apply, no more.
 */
const isCurrent = (body, live) => (0,external_node_util_.isDeepStrictEqual)(withCrdDefaults(body["spec"]), withCrdDefaults(live["spec"])) &&
    ["labels", "annotations"].every((field) => contains((0,manifest/* valueAt */.f)(live, ["metadata", field]), (0,manifest/* valueAt */.f)(body, ["metadata", field])));
const contains = (live, wanted) => !(0,manifest/* isObject */.G)(wanted) || Object.entries(wanted).every(([name, value]) => (0,manifest/* isObject */.G)(live) && live[name] === value);
/**
 * https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/:
 * the fields with a default.
 */
const withCrdDefaults = (spec) => {
    if (!(0,manifest/* isObject */.G)(spec))
        return null;
    const names = (0,manifest/* isObject */.G)(spec["names"]) ? spec["names"] : {};
    const kind = typeof names["kind"] === "string" ? names["kind"] : "";
    return {
        conversion: { strategy: "None" },
        ...spec,
        names: { listKind: `${kind}List`, singular: kind.toLowerCase(), ...names },
    };
};

;// CONCATENATED MODULE: ./build/src/plan/release/helm-release.js





/** Whether a revision of this status is being made, or was left by a helm that was ended. */
const isPendingStatus = (status) => status.startsWith("pending-");
const readLimitMs = 60_000;
/**
 * The newest revision of a release, or null where there is none. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
const readRevision = async (release, on) => {
    const done = await ask(["history"], release, [
        // More are read than shown: helm itself asks for all of them whatever this says.
        ["max", "256"],
        ["output", "json"],
    ], on);
    if (done.code === 0)
        return newest(JSON.parse(done.stdout), release);
    if (/release: not found/.test(done.stderr))
        return null;
    throw unreadable("the history", done.stderr, release, on.cluster);
};
const newest = (history, release) => {
    const revisions = Array.isArray(history) ? history.filter(manifest/* isObject */.G) : [];
    const last = revisions.at(-1);
    if (last === undefined)
        return null;
    const deployed = revisions.findLast((one) => (0,json_fields/* textOrEmpty */._c)(one, ["status"]) === "deployed") ?? last;
    return {
        ...release,
        base: (0,json_fields/* numberAt */.tk)(deployed, ["revision"]),
        revision: (0,json_fields/* numberAt */.tk)(last, ["revision"]),
        status: (0,json_fields/* textOrEmpty */._c)(last, ["status"]),
        updated: (0,json_fields/* textOrEmpty */._c)(last, ["updated"]),
        chart: (0,json_fields/* textOrEmpty */._c)(last, ["chart"]),
    };
};
/**
 * The content of the revision that helm compares with, by one helm: a line with how long the manifest is (bytes) and
 * how it was applied, the manifest, the hooks. Throws as `readRevision` does.
 */
const readContent = async (of, on) => {
    const method = on.helm.major === 4 ? "{{.Release.ApplyMethod}}" : "";
    const hooks = "{{range .Release.Hooks}}---\n# Source: {{.Path}}\n{{.Manifest}}\n{{end}}";
    const template = `{{len .Release.Manifest}} ${method}\n{{.Release.Manifest}}${hooks}`;
    const flags = [
        ["revision", String(of.base)],
        ["template", template],
    ];
    const done = await ask(["get", "all"], of, flags, on);
    if (done.code !== 0)
        throw unreadable("the content", done.stderr, of, on.cluster);
    const bytes = Buffer.from(done.stdout);
    const start = bytes.indexOf("\n") + 1;
    const [length, applied] = bytes.subarray(0, start).toString().trim().split(" ");
    const end = start + Number(length);
    return {
        manifest: bytes.subarray(start, end).toString(),
        hooks: bytes.subarray(end).toString(),
        serverSide: applied === "ssa",
    };
};
/** Of what `helm upgrade --install --dry-run=server --output=json` answers. */
const dryReleaseIn = (stdout) => {
    const body = JSON.parse(stdout);
    return { manifest: (0,json_fields/* textOrEmpty */._c)(body, ["manifest"]), hooks: hooksText(body) };
};
/** The hooks of a release, as helm prints them. */
const hooksText = (release) => (0,json_fields/* objectsAt */.yR)(release, ["hooks"])
    .map((hook) => `---\n# Source: ${(0,json_fields/* textOrEmpty */._c)(hook, ["path"])}\n${(0,json_fields/* textOrEmpty */._c)(hook, ["manifest"])}\n`)
    .join("");
const ask = (verb, { name, namespace }, flags, { helm, cluster }) => helm.run((0,command_line/* commandLine */.a)({ verb, flags: [["namespace", namespace], ...flags, ...cluster.helmFlags], positionals: [name] }), { env: cluster.env, timeoutMs: readLimitMs, repeatable: true });
const unreadable = (what, stderr, { name, namespace }, cluster) => (0,kubectl_failure/* accessFailure */.$s)(stderr, cluster) ??
    new errors/* OperatorError */.nv("apply-failed", `helm cannot read ${what} of release ${namespace}/${name}: ${(0,kubectl_failure/* told */.Ev)(stderr)}`, "Nothing was changed. Run `helm history` by hand with the same kubeconfig.");
/** What helm writes on every object of a release, and refuses to touch one without. */
const withHelmMarks = (body, ref, { name, namespace }) => {
    const metadata = (0,json_fields/* objectAt */.lJ)(body, ["metadata"]);
    return {
        ...body,
        metadata: {
            ...metadata,
            ...(ref.namespace === null ? {} : { namespace: ref.namespace }),
            labels: { ...(0,json_fields/* objectAt */.lJ)(metadata, ["labels"]), "app.kubernetes.io/managed-by": "Helm" },
            annotations: {
                ...(0,json_fields/* objectAt */.lJ)(metadata, ["annotations"]),
                "meta.helm.sh/release-name": name,
                "meta.helm.sh/release-namespace": namespace,
            },
        },
    };
};

;// CONCATENATED MODULE: ./build/src/plan/release/beside-dry-run.js


/** Whether helm refuses because another helm is at work on the release. */
const isAtWork = (stderr) => /another operation \(install\/upgrade\/rollback\) is in progress/.test(stderr);
/**
 * What is read of a release, and helm's dry run beside it. Another helm may begin its work between the two: then the
 * dry run was refused for a revision that was not read, and both are asked once more.
 */
const besideDryRun = async (read, dryRun) => {
    const both = () => (0,all_done/* allDone */.g)([read(), dryRun()]);
    const [found, dry] = await both();
    const { revision } = found;
    const isSeen = revision !== null && isPendingStatus(revision.status);
    return isAtWork(dry.stderr) && !isSeen ? both() : [found, dry];
};

// EXTERNAL MODULE: ./build/src/render/chart/split-helm-output.js
var split_helm_output = __webpack_require__(67611);
// EXTERNAL MODULE: ./build/src/render/read-objects.js
var read_objects = __webpack_require__(53494);
;// CONCATENATED MODULE: ./build/src/plan/objects/settled.js



/**
 * Whether nothing can come of applying `wanted`, so that the server need not be asked: every value is there already.
 * Too strict costs a dry run, no more.
 */
const isThere = (live, wanted) => settled_contains(live, asStored(wanted));
/** The server moves `stringData` to `data` (core/v1 Secret), and never gives it back. */
const asStored = (wanted) => {
    const { stringData, ...rest } = wanted;
    if (wanted["kind"] !== "Secret" || wanted["apiVersion"] !== "v1" || !(0,manifest/* isObject */.G)(stringData))
        return wanted;
    const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString("base64")]);
    return { ...rest, data: { ...((0,manifest/* isObject */.G)(rest["data"]) ? rest["data"] : {}), ...Object.fromEntries(encoded) } };
};
const settled_contains = (live, wanted) => {
    if (wanted === null || wanted === undefined)
        return live === null || live === undefined;
    if (Array.isArray(wanted))
        return (Array.isArray(live) &&
            live.length === wanted.length &&
            wanted.every((item, index) => settled_contains(live[index], item)));
    if ((0,manifest/* isObject */.G)(wanted))
        return (0,manifest/* isObject */.G)(live) && Object.entries(wanted).every(([key, value]) => settled_contains(live[key], value));
    return live === wanted;
};
/**
 * Whether a server-side apply of `wanted` by this manager neither drops a field that the manager holds nor takes one
 * that it does not hold yet, our stamps apart.
 */
const holdsJust = (live, wanted, manager) => {
    const held = fieldsHeldBy(live, manager);
    return held !== null && coversAll(held, wanted, []) && nothingMore(held, wanted, []);
};
/** The manager's own entry of managedFields; null where it has none. */
const entryOf = (live, { name, operation }) => (0,json_fields/* objectsAt */.yR)(live, ["metadata", "managedFields"]).find((entry) => entry["manager"] === name && entry["operation"] === operation && !entry["subresource"]) ?? null;
/** Its `fieldsV1`. */
const fieldsHeldBy = (live, manager) => {
    const fields = entryOf(live, manager)?.["fieldsV1"];
    return (0,manifest/* isObject */.G)(fields) ? fields : null;
};
/** Names the object and is held by nobody: https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
const identity = [
    ["apiVersion"],
    ["kind"],
    ["metadata", "name"],
    ["metadata", "namespace"],
];
const isIdentity = (path) => identity.some((one) => one.length === path.length && one.every((step, index) => step === path[index]));
const isStamp = (path) => path.length === 3 && path[0] === "metadata" && path[1] === "annotations" && path[2]?.startsWith(stamp/* stampPrefix */.es) === true;
/** Whether each value of `wanted` is held. */
const coversAll = (held, wanted, path) => {
    if ((0,manifest/* isObject */.G)(wanted)) {
        const entries = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined);
        return entries.every(([key, value]) => {
            const here = [...path, key];
            if (isIdentity(here))
                return true;
            const field = held[`f:${key}`];
            if ((0,manifest/* isObject */.G)(field))
                return coversField(field, value ?? null, here);
            // Metadata of nothing but the name is held by nobody.
            return here.join(".") === "metadata" && (0,manifest/* isObject */.G)(value) && coversAll({}, value, here);
        });
    }
    return true;
};
const coversField = (field, value, path) => {
    const steps = Object.keys(field).filter((step) => step !== ".");
    // A leaf of managedFields is a value that is held as a whole, whatever it holds.
    if (steps.length === 0)
        return true;
    if ((0,manifest/* isObject */.G)(value))
        return coversAll(field, value, path);
    if (!Array.isArray(value))
        return false;
    const items = steps.map((step) => ({ isOne: itemNamedBy(step), inner: field[step] }));
    return value.every((item) => {
        const inner = items.find(({ isOne }) => isOne(item))?.inner;
        return (0,manifest/* isObject */.G)(inner) && coversField(inner, item, path);
    });
};
/** Whether each field that is held is one of `wanted`. */
const nothingMore = (held, wanted, path) => Object.entries(held).every(([step, inner]) => {
    if (step === "." || !(0,manifest/* isObject */.G)(inner))
        return true;
    if (step.startsWith("f:")) {
        const key = step.slice(2);
        const here = [...path, key];
        if (isStamp(here))
            return true;
        const isOnlyStamps = here.join(".") === "metadata.annotations" && !((0,manifest/* isObject */.G)(wanted) && key in wanted);
        if (isOnlyStamps)
            return nothingMore(inner, {}, here);
        return (0,manifest/* isObject */.G)(wanted) && key in wanted && nothingMore(inner, wanted[key], here);
    }
    const item = Array.isArray(wanted) ? wanted.find(itemNamedBy(step)) : undefined;
    return item !== undefined && nothingMore(inner, item, path);
});
/** Which item of a list a step of managedFields names: `k:{"name":"x"}` by its keys, `v:"x"` by itself. */
const itemNamedBy = (step) => {
    const named = parsed(step.slice(2));
    if (step.startsWith("v:"))
        return (item) => named === item;
    if (!step.startsWith("k:") || !(0,manifest/* isObject */.G)(named))
        return () => false;
    const keys = Object.entries(named);
    return (item) => (0,manifest/* isObject */.G)(item) && keys.every(([key, value]) => (item[key] ?? filledIn[key]) === value);
};
/** Keys of list items that the server fills in: of ports of Services and containers. */
const filledIn = { protocol: "TCP" };
const parsed = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./build/src/plan/objects/compare.js





/** The field manager of everything that is applied from the tree. */
const fieldManager = "prometheus-stack-action";
/**
 * Whether an apply would change nothing: `applied` is the server's dry run, `live` what is there. Stamps, status
 * and what the server counts by itself do not matter; which fields are ours does, or a field dropped from the tree
 * would one day stay behind.
 */
const isUnchanged = (live, applied) => isSameEssence(live, applied) && (0,external_node_util_.isDeepStrictEqual)(ownFields(live), ownFields(applied));
/** The same, whoever holds the fields. */
const isSameEssence = (live, applied) => (0,external_node_util_.isDeepStrictEqual)(essence(live), essence(applied));
/** Fields of `metadata` that the server sets by itself. */
const countedByServer = new Set([
    "managedFields",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "uid",
    "selfLink",
]);
/** An object without what says nothing of it: status, our stamps, and what the server counts by itself. */
const essence = (object) => {
    const { status: _status, metadata, ...rest } = object;
    const kept = Object.entries((0,manifest/* isObject */.G)(metadata) ? metadata : {}).filter(([name]) => !countedByServer.has(name));
    return { ...rest, metadata: withoutStamps(Object.fromEntries(kept), "annotations", "") };
};
/** What the server noted as applied by us, without the stamps. */
const ownFields = (object) => {
    const own = entryOf(object, { name: fieldManager, operation: "Apply" });
    if (own === null)
        return null;
    const fields = (0,json_fields/* objectAt */.lJ)(own, ["fieldsV1"]);
    const metadata = (0,manifest/* isObject */.G)(fields["f:metadata"]) ? withoutStamps(fields["f:metadata"], "f:annotations", "f:") : {};
    const { "f:metadata": _metadata, ...rest } = fields;
    return { apiVersion: own["apiVersion"], fields: Object.keys(metadata).length === 0 ? rest : { ...rest, metadata } };
};
const withoutStamps = (metadata, field, prefix) => {
    const { [field]: annotations, ...rest } = metadata;
    const kept = Object.entries((0,manifest/* isObject */.G)(annotations) ? annotations : {}).filter(([name]) => !name.startsWith(`${prefix}${stamp/* stampPrefix */.es}`));
    return kept.length === 0 ? rest : { ...rest, [field]: Object.fromEntries(kept) };
};

// EXTERNAL MODULE: ./build/src/kubectl/webhook-silent.js
var webhook_silent = __webpack_require__(54074);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/plan/release/patch-command.js



/** helm's own name as a field manager. */
const helmManager = "helm";
/**
 * Sends a JSON merge patch as helm does. From a file of the private scratch folder: kubectl can read only one thing
 * from standard input, and an argument would be in the list of processes.
 */
const sendMergePatch = async (ref, patch, flags, { cluster, scratch, manager = helmManager }) => {
    const file = await scratch.write(`patches/${(0,external_node_crypto_.randomUUID)()}.json`, JSON.stringify(patch));
    const own = [
        ["patch-file", file],
        ["field-manager", manager],
    ];
    return cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["patch", "--type=merge", "--filename=-"], flags: [...own, ...flags] }), {
        stdin: JSON.stringify((0,resource_ref/* namedBy */.T)(ref)),
    });
};

;// CONCATENATED MODULE: ./build/src/plan/objects/dry-run.js






/**
 * Server-side applies as dry runs: what each object would become, in the order of the trials. The namespaces and kinds
 * must be there. Changes nothing.
 */
const dryRun = async (trials, terms, cluster) => {
    if (trials.length === 0)
        return [];
    const done = await cluster.kubectl(dryRunWords(terms), { stdin: joinDocuments(trials.map(({ text }) => text)) });
    const objects = done.code === 0 ? (0,kubectl_output/* objectsOf */.i)(done.stdout) : [];
    if (objects.length === trials.length)
        return objects.map((after) => ({ outcome: "accepted", after }));
    const [only] = trials;
    if (trials.length === 1 && only !== undefined)
        return [failed(only.ref, done.stderr)];
    // kubectl prints nothing of what went well, and does not say which object failed: halves find it.
    const middle = Math.ceil(trials.length / 2);
    const first = await dryRun(trials.slice(0, middle), terms, cluster);
    return [...first, ...(await dryRun(trials.slice(middle), terms, cluster))];
};
const dryFlags = [
    ["dry-run", "server"],
    ["output", "json"],
    ["show-managed-fields", true],
];
/** Patches that run beside each other. */
const atOnce = 4;
/**
 * JSON merge patches as dry runs, for what an apply cannot ask: to take away what another manager set. One kubectl
 * each. Changes nothing.
 */
const dryPatch = async (patches, by) => {
    const results = [];
    for (let from = 0; from < patches.length; from += atOnce)
        results.push(...(await (0,all_done/* allDone */.g)(patches.slice(from, from + atOnce).map(async ({ ref, patch }) => {
            const done = await sendMergePatch(ref, patch, dryFlags, by);
            const [after] = done.code === 0 ? (0,kubectl_output/* objectsOf */.i)(done.stdout) : [];
            return after === undefined ? failed(ref, done.stderr) : { outcome: "accepted", after };
        }))));
    return results;
};
const failed = (ref, stderr) => (0,webhook_silent/* isWebhookSilent */.L)(stderr) ? { outcome: "silent" } : { outcome: "refused", refused: { ref, stderr } };
const dryRunWords = ({ manager, forceConflicts }) => (0,command_line/* commandLine */.a)({
    verb: ["apply", "--server-side", "--dry-run=server", "--filename=-", "--show-managed-fields", "--output=json"],
    flags: [["field-manager", manager], ...(forceConflicts ? [["force-conflicts", true]] : [])],
});

;// CONCATENATED MODULE: ./build/src/plan/objects/left-by-us.js

/**
 * Whether a conflict is with a rollback of ours that was cut off: it patches the fields first, and gives them to whom
 * they were by a second write. All else of ours is applied, and an apply is in no conflict with itself.
 */
const isLeftByUs = ({ manager, operation }) => manager === fieldManager && operation === "Update";

;// CONCATENATED MODULE: ./build/src/plan/objects/try-objects.js





/** Tries objects by as few requests as tell: what is settled is not asked for. Throws as `dryRun` does. */
const tryObjects = async (wanted, rules, around) => {
    const { landing, live } = around;
    const open = wanted.filter((one) => {
        const there = live(one.ref);
        return (0,objects_landing/* missingFor */.MG)(one.ref, landing, live) === null && !(there !== undefined && rules.isSettled(there, one));
    });
    const results = await answersTo(open, rules, around);
    const tried = wanted.map((one) => judged(one, results.get(one), rules, { ...around, all: wanted }));
    return { drafts: tried.map(({ draft }) => draft), refused: tried.flatMap(({ refused }) => refused ?? []) };
};
/** Applies all at once; patches where an apply does not answer what is sent, or is refused where a patch may not be. */
const answersTo = async (open, rules, { live, cluster }) => {
    const { manager, takesOver, patchOf, scratch } = rules;
    const ask = async (trials, forceConflicts) => together(trials, await dryRun(trials, { manager, forceConflicts }, cluster));
    const patches = new Map(open.flatMap((one) => {
        const there = live(one.ref);
        return there === undefined || patchOf === undefined ? [] : [[one, patchOf(there, one)]];
    }));
    const applied = open.filter((one) => patches.get(one)?.isPlain !== false);
    const results = new Map([
        ...(await ask(applied.filter(({ force }) => !force && !takesOver), false)),
        ...(await ask(applied.filter(({ force }) => force || takesOver), true)),
    ]);
    const isLeft = (result) => result === undefined || result.outcome === "refused";
    const left = open.filter((one) => patches.has(one) && isLeft(results.get(one)));
    if (scratch !== undefined) {
        const sent = left.map((one) => ({ ref: one.ref, patch: patches.get(one)?.patch ?? {} }));
        for (const [one, result] of together(left, await dryPatch(sent, { cluster, scratch })))
            results.set(one, result);
    }
    // What is in conflict is refused; what would become of it is worth telling all the same.
    const held = open.filter((one) => {
        const result = results.get(one);
        return result?.outcome === "refused" && (0,kubectl_failure/* conflictsIn */.zm)(result.refused.stderr).length > 0;
    });
    const forced = new Map(await ask(held, true));
    return new Map([...results].map(([one, result]) => {
        const other = forced.get(one);
        if (other !== undefined && isOfOursAlone(result))
            return [one, { result: other, forced: null, isTaken: true }];
        return [one, { result, forced: other?.outcome === "accepted" ? other.after : null, isTaken: false }];
    }));
};
const isOfOursAlone = (result) => result.outcome === "refused" && (0,kubectl_failure/* conflictsIn */.zm)(result.refused.stderr).every(isLeftByUs);
const together = (trials, answers) => trials.flatMap((one, index) => (answers[index] === undefined ? [] : [[one, answers[index]]]));
const judged = (one, answer, rules, { landing, live, all }) => {
    const { layer, ref, body, manifest, force } = one;
    const there = live(ref) ?? null;
    const action = there === null ? "create" : "update";
    // Of the tree the apply itself sees whose they are; helm has to be told.
    const takesOver = force || (layer === "release" && answer?.isTaken === true);
    const base = { layer, ref, live: there, wanted: body, manifest, takesOver, action, unverified: null };
    const missing = (0,objects_landing/* missingFor */.MG)(ref, landing, live);
    if (missing !== null) {
        const draft = { ...base, action: "create", unverified: missing.why, after: null };
        return missing.never ? { draft, refused: { ref, stderr: missing.why } } : { draft };
    }
    if (answer === undefined)
        return { draft: { ...base, action: "unchanged", after: null } };
    const { result, forced } = answer;
    if (result.outcome === "silent")
        return { draft: { ...base, unverified: "an admission webhook does not answer now", after: null } };
    if (result.outcome === "refused") {
        const why = `the CustomResourceDefinition of ${ref.kind} changes with this plan`;
        if (isOutdated(result.refused, landing))
            return { draft: { ...base, unverified: why, after: null } };
        const role = comingRole(one, result.refused, { all, live });
        if (role !== null)
            return { draft: { ...base, unverified: `the ${role.kind} ${role.name} comes with this plan`, after: null } };
        return { draft: { ...base, after: forced }, refused: result.refused };
    }
    const { after } = result;
    const isSame = there !== null && rules.isSame(there, after);
    return { draft: { ...base, action: isSame ? "unchanged" : action, after } };
};
/** What a CRD refuses that this very plan replaces says nothing of the one to come; a conflict stays one. */
const isOutdated = ({ ref, stderr }, { changedKinds, madeKinds }) => (0,kubectl_failure/* conflictsIn */.zm)(stderr).length === 0 &&
    (changedKinds.has((0,objects_landing/* groupKind */.KH)(ref)) || (madeKinds.has((0,objects_landing/* groupKind */.KH)(ref)) && (0,kubectl_failure/* unknownKindsIn */.zW)(stderr).length > 0));
/**
 * The role of this plan that a binding waits for: the server looks what it grants, unless the account may `bind` it,
 * and a dry run leaves no role behind. What it says then is that the binding is not found, by the role's name.
 */
const comingRole = (one, { stderr }, { all, live }) => {
    const [kind, name] = ["kind", "name"].map((field) => (0,json_fields/* textOrEmpty */._c)(one.body, ["roleRef", field]));
    if (!one.ref.apiVersion.startsWith(rbacGroup) || !stderr.includes(`"${name}" not found`))
        return null;
    const role = all.find(({ ref }) => ref.apiVersion.startsWith(rbacGroup) && ref.kind === kind && ref.name === name)?.ref;
    return role === undefined || live(role) !== undefined ? null : role;
};
const rbacGroup = "rbac.authorization.k8s.io/";

// EXTERNAL MODULE: ./build/src/kubernetes/same-json.js
var same_json = __webpack_require__(89880);
;// CONCATENATED MODULE: ./build/src/plan/release/merge-patch.js


/** The JSON merge patch (RFC 7386) that makes one object of another; empty where they are the same. */
const mergePatchBetween = (from, to) => {
    const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    const changed = Object.entries(to).flatMap(([key, value = null]) => {
        const before = Object.hasOwn(from, key) ? from[key] : undefined;
        if ((0,same_json/* sameJson */.V)(before, value))
            return [];
        return [[key, (0,manifest/* isObject */.G)(before) && (0,manifest/* isObject */.G)(value) ? mergePatchBetween(before, value) : value]];
    });
    return Object.fromEntries([...gone.map((key) => [key, null]), ...changed]);
};
/** What a JSON merge patch makes of a value. */
const withMergePatch = (value, patch) => {
    if (!(0,manifest/* isObject */.G)(patch))
        return patch;
    const merged = (0,manifest/* isObject */.G)(value) ? { ...value } : {};
    for (const [key, inner = null] of Object.entries(patch))
        if (inner === null)
            delete merged[key];
        else
            merged[key] = withMergePatch(merged[key], inner);
    return merged;
};

;// CONCATENATED MODULE: ./build/src/plan/release/strategic-merge.js


/**
 * What a three-way strategic merge makes of an object: what `next` says, without what `last` said and `next` does not,
 * and with all else of `live`.
 * https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md
 */
const strategicMerge = (live, last, next) => mergeObjects(live, last, next);
const isSet = (value) => value !== undefined && value !== null;
const own = (object, key) => Object.hasOwn(object, key) ? object[key] : undefined;
const mergeObjects = (live, last, next) => {
    const kept = Object.entries(live).filter(([key]) => !isSet(own(last, key)) || isSet(own(next, key)));
    const set = Object.entries(next).filter(([, value]) => isSet(value));
    return Object.fromEntries([
        ...kept,
        ...set.map(([key, value]) => [key, mergeField(key, own(live, key), own(last, key), value ?? null)]),
    ]);
};
const mergeField = (field, live, last, next) => {
    if ((0,manifest/* isObject */.G)(next)) {
        const there = (0,manifest/* isObject */.G)(live) ? live : {};
        const merged = mergeObjects(there, (0,manifest/* isObject */.G)(last) ? last : {}, next);
        return field === "strategy" ? retained(there, merged, next) : merged;
    }
    const key = Array.isArray(next) ? mergeKeyOf(field, next) : null;
    if (key === null || !Array.isArray(next))
        return next;
    return mergeItems({ field, key, live: strategic_merge_list(live), last: strategic_merge_list(last), next });
};
const strategic_merge_list = (value) => (Array.isArray(value) ? value : []);
const mergeItems = ({ field, key, live, last, next }) => {
    const [there, before, now] = [byKey(live, key), byKey(last, key), byKey(next, key)];
    const merged = [...now].map(([name, item]) => {
        const old = there.get(name) ?? {};
        const whole = mergeObjects(old, before.get(name) ?? {}, item);
        return field === "volumes" ? retained(old, whole, item) : whole;
    });
    const others = [...there].filter(([name]) => !now.has(name) && !before.has(name)).map(([, item]) => item);
    return inOrder(merged, others, key, [...there.keys()]);
};
const byKey = (items, key) => new Map(items.filter(manifest/* isObject */.G).map((item) => [item[key], item]));
/** Both in their own order, and to each other as they stood before: `mergeSortedSlice` in k8s.io/apimachinery. */
const inOrder = (ours, theirs, key, before) => {
    const places = new Map(before.map((name, index) => [name, index]));
    const place = (item) => places.get((0,manifest/* isObject */.G)(item) ? item[key] : undefined);
    const merged = [];
    const [left, right] = [[...ours], [...theirs]];
    let [i, j] = [0, 0];
    while (i < left.length && j < right.length) {
        const [mine, other] = [place(left[i]), place(right[j])];
        const isFirst = mine !== undefined && other !== undefined && mine < other;
        merged.push((isFirst ? left[i++] : right[j++]) ?? null);
    }
    return [...merged, ...left.slice(i), ...right.slice(j)];
};
/** `patchStrategy: retainKeys`: of such a mapping only what is asked for stays, once anything of it changes. */
const retained = (live, merged, next) => (0,same_json/* sameJson */.V)(live, merged) ? merged : Object.fromEntries(Object.entries(merged).filter(([key]) => isSet(own(next, key))));
/** `patchMergeKey` of the fields in k8s.io/api that charts use; a list of any other field is one value. */
const mergeKeys = {
    containers: "name",
    initContainers: "name",
    ephemeralContainers: "name",
    env: "name",
    volumes: "name",
    imagePullSecrets: "name",
    secrets: "name",
    resourceClaims: "name",
    schedulingGates: "name",
    webhooks: "name",
    matchConditions: "name",
    volumeMounts: "mountPath",
    volumeDevices: "devicePath",
    topologySpreadConstraints: "topologyKey",
    hostAliases: "ip",
};
/** Null where the list is replaced as a whole. */
const mergeKeyOf = (field, items) => {
    const keys = field === "ports" ? ["containerPort", "port"] : [mergeKeys[field] ?? ""];
    const has = (key) => items.every((item) => (0,manifest/* isObject */.G)(item) && isSet(item[key]));
    return keys.find((key) => key !== "" && has(key)) ?? null;
};

;// CONCATENATED MODULE: ./build/src/plan/release/client-side.js







/**
 * helm 3 always, and helm 4 with a release that helm 3 began: a three-way strategic merge of Kubernetes' own kinds. Of
 * all others it sends what differs between the last revision and this one (`createPatch` in helm's pkg/kube/client.go),
 * so that what somebody changed by hand stays changed; that is the mend. Without a last revision helm compares with
 * `next` itself.
 */
const clientSide = (ref, live, last, next) => {
    const [there, now] = [bare(live), bare(next)];
    const before = last === undefined ? now : bare(last);
    if (typedGroups.has((0,resource_ref/* groupOf */.F8)(ref))) {
        const merged = strategicMerge(there, before, now);
        return { patch: mergePatchBetween(there, merged), mend: {}, isPlain: !losesSome(there, merged, "") };
    }
    const mend = driftOf(there, before, now);
    const merged = jsonMerge(withMergePatch(there, mend), before, now);
    const patch = mergePatchBetween(there, (0,manifest/* isObject */.G)(merged) ? merged : {});
    return { patch, mend, isPlain: !hasListOrNull(patch) };
};
/** Without what the server counts, and without status, which has a door of its own. */
const bare = ({ status: _status, metadata, ...rest }) => ({
    ...rest,
    metadata: Object.fromEntries(Object.entries((0,manifest/* isObject */.G)(metadata) ? metadata : {}).filter(([name]) => !countedByServer.has(name))),
});
/** Groups whose types helm is compiled with: the scheme of k8s.io/client-go, and CustomResourceDefinitions. */
const typedGroups = new Set([
    ...["", "apps", "autoscaling", "batch", "extensions", "policy", "admissionregistration.k8s.io"],
    ...["apiextensions.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "certificates.k8s.io"],
    ...["coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io"],
    ...["networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io"],
    ...["storage.k8s.io"],
]);
const client_side_isSet = (value) => value !== undefined && value !== null;
const client_side_own = (object, key) => Object.hasOwn(object, key) ? object[key] : undefined;
/** What is not as both revisions have it. */
const driftOf = (live, last, next) => Object.fromEntries(Object.entries(next).flatMap(([key, value]) => {
    const [there, before] = [client_side_own(live, key), client_side_own(last, key)];
    if (!client_side_isSet(value) || !client_side_isSet(before))
        return [];
    if ((0,manifest/* isObject */.G)(value) && (0,manifest/* isObject */.G)(there) && (0,manifest/* isObject */.G)(before)) {
        const inner = driftOf(there, before, value);
        return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    }
    if (!(0,same_json/* sameJson */.V)(before, value) || isThere({ value: there ?? null }, { value }))
        return [];
    return [[key, value]];
}));
/** The patch between two revisions, on what is there. */
const jsonMerge = (live, last, next) => withMergePatch(live, mergePatchBetween(last, next));
/** Whether anything is missing in `to`; items of a list are told apart by their key. */
const losesSome = (from, to, field) => {
    if ((0,manifest/* isObject */.G)(from) && (0,manifest/* isObject */.G)(to))
        return Object.entries(from).some(([key, value]) => client_side_isSet(value) && (!client_side_isSet(client_side_own(to, key)) || losesSome(value, to[key], key)));
    if (!Array.isArray(from) || !Array.isArray(to))
        return false;
    const key = mergeKeyOf(field, from);
    // A list without keys is one value for a server-side apply, too, or has other keys than for helm.
    if (key === null)
        return false;
    const items = new Map(to.filter(manifest/* isObject */.G).map((item) => [item[key], item]));
    return from.some((item) => {
        const now = (0,manifest/* isObject */.G)(item) ? items.get(item[key]) : undefined;
        return now === undefined || losesSome(item, now, "");
    });
};
const hasListOrNull = (value) => value === null || Array.isArray(value) || ((0,manifest/* isObject */.G)(value) && Object.values(value).some(hasListOrNull));

;// CONCATENATED MODULE: ./build/src/plan/release/plan-release.js











/** Reads what helm prints. Throws UnreadableYaml. */
const releaseObjects = (content, release, landing) => ({
    objects: bodiesIn(content.manifest).map((body) => ({ ref: (0,objects_landing/* landed */.Jw)((0,resource_ref/* refOf */.H8)(body), landing, release.namespace), body })),
    hooks: bodiesIn(content.hooks).map((body) => ({ ref: (0,objects_landing/* landed */.Jw)((0,resource_ref/* refOf */.H8)(body), landing, release.namespace), body })),
});
/** The same of what was rendered without the cluster, where it could not be rendered with it. */
const renderedObjects = ({ manifests, hooks }, release, landing) => ({
    objects: manifests.map(({ ref, body }) => ({ ref: (0,objects_landing/* landed */.Jw)(ref, landing, release.namespace), body })),
    hooks: hooks.map(({ ref, body }) => ({ ref: (0,objects_landing/* landed */.Jw)(ref, landing, release.namespace), body })),
});
const bodiesIn = (output) => (0,split_helm_output/* splitHelmOutput */.gS)(output).flatMap(({ source, text }) => (0,read_objects/* readObjects */.$I)(text, source).map(({ body }) => body));
/**
 * What would become of the release's objects, those among them that helm would delete. helm 4 applies server-side what
 * it installed itself; all else is patched client-side.
 */
const planRelease = async (next, last, around) => {
    const { release, live, serverSide } = around;
    // As helm pairs them (`isMatchingInfo` in its pkg/kube/resource.go): another version is the same object.
    const lastBodies = new Map((last?.objects ?? []).map(({ ref, body }) => [(0,resource_ref/* objectKey */.T5)(ref), body]));
    const wanted = next.objects.map(({ ref, body }) => {
        const marked = withHelmMarks(body, ref, release);
        const force = around.isAllowed(ref);
        return { layer: "release", ref, body: marked, text: JSON.stringify(marked), manifest: null, force };
    });
    const patchOf = (there, { ref, body }) => {
        const before = lastBodies.get((0,resource_ref/* objectKey */.T5)(ref));
        return clientSide(ref, there, before && withHelmMarks(before, ref, release), body);
    };
    const tried = await tryObjects(wanted, {
        manager: helmManager,
        takesOver: !serverSide,
        isSettled: (there, one) => serverSide
            ? isThere(there, one.body) && holdsJust(there, one.body, { name: helmManager, operation: "Apply" })
            : Object.keys(patchOf(there, one).patch).length === 0,
        isSame: isSameEssence,
        ...(serverSide ? {} : { patchOf, scratch: around.scratch }),
    }, around);
    const bodies = new Map(wanted.map((one) => [(0,resource_ref/* refKey */.XF)(one.ref), one]));
    const drafts = tried.drafts.map((draft) => {
        const one = bodies.get((0,resource_ref/* refKey */.XF)(draft.ref));
        if (serverSide || draft.action !== "update" || draft.live === null || one === undefined)
            return draft;
        const { mend } = patchOf(draft.live, one);
        return Object.keys(mend).length === 0 ? draft : { ...draft, mend };
    });
    return { ...tried, drafts: [...drafts, ...deletes(next, last, live)] };
};
/** helm removes what the last revision had and this one has not, unless the object says that it stays. */
const deletes = (next, last, live) => {
    const kept = new Set(next.objects.map(({ ref }) => (0,resource_ref/* objectKey */.T5)(ref)));
    return (last?.objects ?? []).flatMap(({ ref }) => {
        const there = live(ref);
        if (there === undefined || kept.has((0,resource_ref/* objectKey */.T5)(ref)) || isKept(there))
            return [];
        const base = { layer: "release", ref, action: "delete", unverified: null, live: there };
        return [{ ...base, wanted: null, after: null, takesOver: false, manifest: null }];
    });
};
/** https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
const isKept = (body) => {
    const annotations = (0,manifest/* valueAt */.f)(body, ["metadata", "annotations"]);
    return (0,manifest/* isObject */.G)(annotations) && annotations["helm.sh/resource-policy"] === "keep";
};
/** Everything that has to be read of the cluster for a release. */
const refsOfRelease = (...releases) => (0,resource_ref/* uniqueRefs */.CS)(releases.flatMap((release) => release?.objects.map(({ ref }) => ref) ?? []));

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/src/plan/release/release-record.js





/**
 * The record of a release's newest revision; null where there is none that is surely it: a driver that keeps none in
 * the cluster (`HELM_DRIVER` is sql or memory), or another status by now. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
const readReleaseRecord = async (release, cluster) => {
    const resource = recordResource(cluster.env["HELM_DRIVER"] ?? "");
    if (resource === null)
        return null;
    const name = `sh.helm.release.v1.${release.name}.v${release.revision}`;
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({
        verb: ["get"],
        flags: [
            ["namespace", release.namespace],
            ["output", 'jsonpath={.type}{"\\n"}{.metadata}'],
            ["ignore-not-found", true],
        ],
        positionals: [resource, name],
    }));
    if (done.code !== 0)
        throw failure(`read ${resource} ${release.namespace}/${name}`, done.stderr, cluster);
    const end = done.stdout.indexOf("\n");
    if (end === -1)
        return null;
    const [type, metadata] = [done.stdout.slice(0, end), JSON.parse(done.stdout.slice(end + 1))];
    if (!(0,manifest/* isObject */.G)(metadata) || (resource === "secrets" && type !== "helm.sh/release.v1"))
        return null;
    const labels = (0,json_fields/* objectAt */.lJ)(metadata, ["labels"]);
    const { name: of, owner, version, status } = labels;
    if (owner !== "helm" || of !== release.name || version !== String(release.revision) || status !== release.status)
        return null;
    const text = (field) => (0,json_fields/* textOrEmpty */._c)(metadata, [field]);
    return {
        resource,
        namespace: release.namespace,
        name,
        uid: text("uid"),
        resourceVersion: text("resourceVersion"),
        createdAt: Date.parse(text("creationTimestamp")),
    };
};
/**
 * Deletes the record as it was read; false where it is another by now, or gone. Throws as `readReleaseRecord` does.
 */
const deleteReleaseRecord = async ({ resource, namespace, name, uid, resourceVersion }, cluster) => {
    const [folder, file] = [namespace, name].map(encodeURIComponent);
    const options = { apiVersion: "v1", kind: "DeleteOptions", preconditions: { uid, resourceVersion } };
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({
        verb: ["delete", "--filename=-"],
        flags: [["raw", `/api/v1/namespaces/${folder}/${resource}/${file}`]],
    }), { stdin: JSON.stringify(options) });
    if (done.code === 0)
        return true;
    if (/\((?:Conflict|NotFound)\)/.test(done.stderr))
        return false;
    throw failure(`delete ${resource} ${namespace}/${name}`, done.stderr, cluster);
};
/** Where helm keeps releases, as its `action.Configuration.Init` reads HELM_DRIVER; null: not in the cluster. */
const recordResource = (driver) => {
    if (["", "secret", "secrets"].includes(driver))
        return "secrets";
    return ["configmap", "configmaps"].includes(driver) ? "configmaps" : null;
};
const failure = (what, stderr, cluster) => (0,kubectl_failure/* accessFailure */.$s)(stderr, cluster) ??
    new errors/* OperatorError */.nv("apply-failed", `kubectl cannot ${what}: ${(0,kubectl_failure/* told */.Ev)(stderr)}`, "Nothing was changed. Run `helm history` by hand with the same kubeconfig.");

;// CONCATENATED MODULE: ./build/src/plan/release/read-release.js







/**
 * Reads a release by one request from where helm keeps it, instead of two helms that each ask for it again; by helm
 * itself where it keeps it elsewhere, or otherwise than here. Throws as `readRevision` does.
 */
const readRelease = async (release, on) => {
    const found = await readRecords(release, on);
    const newest = found?.at(-1);
    if (found?.length === 0)
        return { revision: null, content: null, ended: null };
    const base = found?.findLast(({ status }) => status === "deployed") ?? newest;
    const [last, now] = [base, newest].map((one) => (one === undefined ? null : bodyOf(one)));
    if (newest === undefined || base === undefined || !last || !now)
        return askHelm(release, on);
    const metadata = ["chart", "metadata"];
    const revision = {
        ...release,
        revision: newest.number,
        status: newest.status,
        updated: (0,json_fields/* textOrEmpty */._c)(now, ["info", "last_deployed"]),
        chart: `${(0,json_fields/* textOrEmpty */._c)(now, [...metadata, "name"])}-${(0,json_fields/* textOrEmpty */._c)(now, [...metadata, "version"])}`,
        base: base.number,
    };
    if (isInstall(revision))
        return { revision, content: null, ended: null };
    const { major } = on.helm;
    return { revision, content: contentOf(last, major), ended: newest === base ? null : contentOf(now, major) };
};
const askHelm = async (release, on) => {
    const revision = await readRevision(release, on);
    if (isInstall(revision))
        return { revision, content: null, ended: null };
    const isEnded = revision.base !== revision.revision;
    return {
        revision,
        content: await readContent(revision, on),
        ended: isEnded ? await readContent({ ...revision, base: revision.revision }, on) : null,
    };
};
/** An uninstalled release is installed anew. */
const isInstall = (revision) => revision === null || revision.status === "uninstalled";
const contentOf = (body, helmMajor) => ({
    manifest: (0,json_fields/* textOrEmpty */._c)(body, ["manifest"]),
    hooks: hooksText(body),
    serverSide: helmMajor === 4 && (0,json_fields/* textAt */.$6)(body, ["apply_method"]) === "ssa",
});
/** All revisions, oldest first; null where helm has to be asked. */
const readRecords = async ({ name, namespace }, { cluster }) => {
    const resource = recordResource(cluster.env["HELM_DRIVER"] ?? "");
    if (resource === null)
        return null;
    const selector = encodeURIComponent(`name=${name},owner=helm`);
    const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/${resource}?labelSelector=${selector}`;
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["get"], flags: [["raw", path]] }));
    if (done.code !== 0) {
        const access = (0,kubectl_failure/* accessFailure */.$s)(done.stderr, cluster);
        if (access !== null)
            throw access;
        return null;
    }
    const records = (0,json_fields/* objectsAt */.yR)(JSON.parse(done.stdout), ["items"]).map((item) => {
        const data = (0,json_fields/* textOrEmpty */._c)(item, ["data", "release"]);
        const { version = "", status = "" } = (0,json_fields/* labelsAt */.dx)(item, ["metadata", "labels"]);
        return { number: Number(version), status, data: resource === "secrets" ? fromBase64(data) : data };
    });
    const isWhole = records.every(({ number, status }) => Number.isSafeInteger(number) && number > 0 && status !== "");
    return isWhole ? records.toSorted((a, b) => a.number - b.number) : null;
};
const fromBase64 = (text) => Buffer.from(text, "base64").toString();
/** Of a release that a Secret can hold; helm's own limit of a chart's files is far below. */
const longest = 64 * 1024 * 1024;
/**
 * `encodeRelease` in helm's pkg/storage/driver: base64 of gzip of JSON. Null where it is none, or of another revision.
 */
const bodyOf = ({ number, status, data }) => {
    try {
        const body = JSON.parse((0,external_node_zlib_.gunzipSync)(Buffer.from(data, "base64"), { maxOutputLength: longest }).toString());
        if (!(0,manifest/* isObject */.G)(body))
            return null;
        return (0,json_fields/* numberAt */.tk)(body, ["version"]) === number && (0,json_fields/* textOrEmpty */._c)(body, ["info", "status"]) === status ? body : null;
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./build/src/plan/release/upgrade-arguments.js

/**
 * helm's arguments, for helm 3 and 4 but for the wait. `--reset-values`: without it an upgrade reuses the last
 * release's values. `--skip-crds`: they are applied before. Not helm's own rollback: it removes the evidence of a
 * failure, and a failed first install altogether. helm 4 waits as helm 3 does: its own wait wants every pod of a
 * DaemonSet, and so would never end where a node is away, and lists and watches all objects of each kind of the chart.
 * https://github.com/helm/helm/blob/main/pkg/kube/wait.go
 */
const upgradeArguments = (upgrade, values, { major }, cluster) => {
    const { timeoutMs, description } = upgrade;
    return (0,command_line/* commandLine */.a)({
        verb: ["upgrade"],
        flags: [
            ...ofRelease(upgrade, values),
            ["wait", major === 4 ? "legacy" : true],
            ["timeout", `${Math.ceil(timeoutMs / 1000)}s`],
            ...(description === "" ? [] : [["description", description]]),
            ["output", "json"],
            ...cluster,
        ],
        positionals: target(upgrade),
    });
};
/** The same as a dry run against the cluster: it renders with `lookup`, and changes nothing. */
const dryUpgradeArguments = (upgrade, values, cluster) => (0,command_line/* commandLine */.a)({
    verb: ["upgrade"],
    flags: [...ofRelease(upgrade, values), ["dry-run", "server"], ["output", "json"], ...cluster],
    positionals: target(upgrade),
});
const target = ({ stack, chart }) => [stack.release.name.value, chart.path];
const ofRelease = ({ stack, take }, values) => {
    const { namespace, createNamespace } = stack.release;
    return [
        ["install", true],
        ["namespace", namespace.value],
        ...(createNamespace ? [["create-namespace", true]] : []),
        ["reset-values", true],
        ...values.flags,
        ["skip-crds", true],
        ...(take.fields ? [["force-conflicts", true]] : []),
        ...(take.objects ? [["take-ownership", true]] : []),
    ];
};

;// CONCATENATED MODULE: ./build/src/plan/survey.js


















const dryLimitMs = 120_000;
/**
 * Reads all that a plan is made of; changes nothing. What takes long runs beside the rest: helm's dry run, its history,
 * and the objects that the render without the cluster names already. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
const survey = async (request, upgrade) => {
    const { stack, render, cluster, helm } = request;
    const release = (0,release_name/* releaseNameOf */.a)(stack.release);
    const on = { helm, cluster };
    const resources = readApiResources(cluster, refsIn(render));
    const early = resources.then(async (api) => {
        const landing = landingOf(api, request, release);
        const offline = renderedObjects(render.chart, release, landing);
        const refs = refsOfRender(request, offline, landing);
        return { landing, offline, refs, live: await listLive(refs, { api, cluster }) };
    });
    const [[{ revision, content: last, ended }, dry], { landing, offline, refs, live }, crds] = await (0,all_done/* allDone */.g)([
        besideDryRun(() => readRelease(release, on), () => dryUpgrade(upgrade, request)),
        early,
        // By the kinds that the cluster's answer has brought into kubectl's cache: two kubectl would both ask.
        resources.then(() => planCrds(crdTextsOf(request), cluster)),
    ]);
    const lastObjects = last === null ? null : releaseObjects(last, release, landing);
    const answer = dry.code === 0 ? dryReleaseIn(dry.stdout) : null;
    const next = answer === null ? offline : releaseObjects(answer, release, landing);
    const known = new Set(refs.map(resource_ref/* refKey */.XF));
    const endedObjects = ended === null ? null : releaseObjects(ended, release, landing);
    const missing = withNamespaces(refsOfRelease(next, lastObjects, endedObjects)).filter((ref) => !known.has((0,resource_ref/* refKey */.XF)(ref)) && landing.api(ref) !== undefined);
    const rest = await readLive(missing, cluster);
    return {
        landing: withChangedKinds(landing, crds),
        crds,
        revision,
        last: lastObjects,
        serverSide: last === null ? helm.major === 4 : last.serverSide,
        leftBehind: onlyIn(endedObjects, [lastObjects, next]),
        next,
        offline: answer === null ? (0,cluster_error/* withoutValues */.l)(dry.stderr) : null,
        clusterOnly: answer === null ? nothingOfCluster : clusterOnlyIn(offline, next),
        answer: answer === null ? null : dry.stdout,
        live: (ref) => live(ref) ?? rest(ref),
    };
};
/** Objects that are read of the cluster before anything is known of the release there: of kinds that it knows. */
/** Of all that is rendered, hooks too, as it is written. */
const refsIn = (render) => [...(0,render_render/* allManifests */.m)(render), ...render.chart.hooks].map(({ ref }) => ref);
const refsOfRender = (request, { objects }, landing) => withNamespaces([...treeOf(request).map(({ ref }) => (0,objects_landing/* landed */.Jw)(ref, landing)), ...objects.map(({ ref }) => ref)]).filter((ref) => landing.api(ref) !== undefined);
/** The same, and the chart's CustomResourceDefinitions. */
const knownRefs = (request, release, api) => {
    const landing = landingOf(api, request, release);
    const crds = crdTextsOf(request).map(crdRef);
    return [...crds, ...refsOfRender(request, renderedObjects(request.render.chart, release, landing), landing)];
};
const crdTextsOf = ({ render, inputs }) => render.chart.crdsSwitchedOff || inputs.crds === "skip" ? [] : render.chart.crds;
const dryUpgrade = async (upgrade, { helm, cluster, outside, stack }) => {
    const values = await (0,copy_values/* copyValues */.YQ)(stack, outside.scratch);
    return helm.run(dryUpgradeArguments(upgrade, values, cluster.helmFlags), {
        env: cluster.env,
        cwd: values.folder,
        timeoutMs: dryLimitMs,
        repeatable: true,
    });
};
/** Objects of base and overlays, in the order in which they are applied: a namespace before what lies in it. */
const treeOf = ({ render }) => {
    const all = render.roots.flatMap(({ layer, manifests }) => manifests.map((manifest) => ({ ...manifest, layer })));
    return ["base", "overlay"].flatMap((layer) => {
        const own = all.filter((one) => one.layer === layer);
        return [...own.filter(isNamespace), ...own.filter((one) => !isNamespace(one))];
    });
};
const isNamespace = ({ ref }) => ref.kind === "Namespace" && ref.apiVersion === "v1";
/** Each of these objects, and the namespace that it lies in. */
const withNamespaces = (refs) => {
    const namespaces = refs.flatMap(({ namespace }) => namespace === null || objects_landing/* immortalNamespaces */.Ux.has(namespace) ? [] : [(0,objects_landing/* namespaceRef */.LB)(namespace)]);
    return (0,resource_ref/* uniqueRefs */.CS)([...namespaces, ...refs]);
};
const landingOf = (api, request, release) => {
    const { stack, render, cluster } = request;
    const tree = treeOf(request);
    const made = [
        ...tree.filter(isNamespace).map(({ ref }) => ref.name),
        ...render.chart.manifests.filter(isNamespace).map(({ ref }) => ref.name),
        ...(stack.release.createNamespace ? [release.namespace] : []),
    ];
    const crds = [...tree, ...render.chart.manifests].filter(({ ref }) => ref.kind === "CustomResourceDefinition");
    return {
        api,
        defaultNamespace: cluster.defaultNamespace,
        madeNamespaces: new Set(made),
        madeKinds: new Set(crds.flatMap(({ body }) => kindOfCrd(body))),
        changedKinds: new Set(),
    };
};
const withChangedKinds = (landing, { drafts }) => {
    const of = (action) => drafts.filter((draft) => draft.action === action).flatMap(({ wanted }) => kindOfCrd(wanted ?? {}));
    return {
        ...landing,
        madeKinds: new Set([...landing.madeKinds, ...of("create")]),
        changedKinds: new Set([...landing.changedKinds, ...of("update")]),
    };
};
const kindOfCrd = (crd) => [
    `${(0,json_fields/* textOrEmpty */._c)(crd, ["spec", "group"])}/${(0,json_fields/* textOrEmpty */._c)(crd, ["spec", "names", "kind"])}`,
];
const onlyIn = (release, others) => {
    const known = new Set(refsOfRelease(...others).map(resource_ref/* objectKey */.T5));
    return refsOfRelease(release).filter((ref) => !known.has((0,resource_ref/* objectKey */.T5)(ref)));
};

// EXTERNAL MODULE: ./build/src/plan/access/access.js + 1 modules
var access = __webpack_require__(67847);
;// CONCATENATED MODULE: ./build/src/plan/access/coming-kinds.js

/** What the cluster will serve once these CustomResourceDefinitions are applied. */
const withComingKinds = (api, crds) => {
    const coming = new Map(crds.flatMap(coming_kinds_kindsOf));
    return ({ apiVersion, kind }) => api({ apiVersion, kind }) ?? coming.get(`${apiVersion}\n${kind}`);
};
const coming_kinds_kindsOf = (crd) => {
    const group = (0,json_fields/* textOrEmpty */._c)(crd, ["spec", "group"]);
    const kind = (0,json_fields/* textOrEmpty */._c)(crd, ["spec", "names", "kind"]);
    const resource = (0,json_fields/* textOrEmpty */._c)(crd, ["spec", "names", "plural"]);
    const known = { group, resource, namespaced: (0,json_fields/* textOrEmpty */._c)(crd, ["spec", "scope"]) === "Namespaced" };
    return (0,json_fields/* objectsAt */.yR)(crd, ["spec", "versions"]).map((version) => [`${group}/${(0,json_fields/* textOrEmpty */._c)(version, ["name"])}\n${kind}`, known]);
};

// EXTERNAL MODULE: ./build/src/plan/access/deploying-needs.js + 1 modules
var deploying_needs = __webpack_require__(97272);
// EXTERNAL MODULE: ./build/src/plan/access/reading-needs.js
var reading_needs = __webpack_require__(54447);
;// CONCATENATED MODULE: ./build/src/plan/access/judge-access.js












/**
 * What this account lacks, asked for before any write; null where the cluster does not tell. A deploy is asked for all
 * that it will do; a plan for what it tries, because who carries it out may be another account.
 */
const judgeAccess = async ({ cluster, helm, inputs }, { landing, crds, next }, { release, drafts, upgrades, createsNamespace }) => {
    // What is read has been read by now.
    if (!upgrades && drafts.every(({ action }) => action === "unchanged"))
        return [];
    const api = withComingKinds(landing.api, crds.drafts.flatMap(({ wanted }) => (wanted === null ? [] : [wanted])));
    const trying = (0,deploying_needs/* tryingNeeds */.He)(drafts, { release, api });
    if (inputs.mode === "plan")
        return (0,access/* missingPermissions */.H)(trying, cluster);
    const hooks = upgradeHooks(next);
    const waitsIn = workloadNamespaces(drafts);
    const { major: helmMajor } = helm;
    const goesBack = inputs.rollbackOnFailure !== "false";
    const how = { release, api, drafts, hooks, upgrades, createsNamespace, helmMajor, waitsIn, goesBack };
    const deploying = (0,deploying_needs/* deployingNeeds */.Nd)(how);
    return (0,access/* missingPermissions */.H)([...trying, ...deploying], cluster);
};
const workloadNamespaces = (drafts) => [
    ...new Set(drafts
        .filter(({ action, ref }) => action !== "delete" && (isWorkload(ref) || (0,changes_operated/* operatedKind */.$)(ref) !== null))
        .flatMap(({ ref }) => ref.namespace ?? [])),
];
const isWorkload = ({ apiVersion, kind }) => apiVersion === "apps/v1" && kind !== "ReplicaSet" && (0,pod_template/* templatePath */.Y)(kind) !== null;
/** Whether an object was refused for want of a permission only, so that the review tells it. */
const lacksPermission = ({ stderr }) => (0,cluster_error/* accessTrouble */.E)(stderr)?.kind === "forbidden" || /attempting to grant RBAC permissions not currently held/.test(stderr);
/**
 * What to throw where a plan could not be read for want of a permission: with all that this account lacks, at once.
 * Anything else is thrown as it is. What would be written is not known then: each object is taken for one that changes.
 */
const withAllMissing = async (thrown, request, release, refs) => {
    if (!(thrown instanceof errors/* OperatorError */.nv) || thrown.reason !== "unauthorized")
        return thrown;
    const { cluster, inputs, helm } = request;
    try {
        const api = await readApiResources(cluster, refsIn(request.render));
        const around = { release, api };
        const all = refs(api);
        const drafts = all.map((ref) => ({ ref, layer: "overlay", action: "update", live: {}, wanted: null, unverified: null }));
        const writing = inputs.mode === "plan"
            ? (0,deploying_needs/* tryingNeeds */.He)(drafts, around)
            : (0,deploying_needs/* deployingNeeds */.Nd)({
                ...around,
                drafts,
                hooks: [],
                upgrades: true,
                createsNamespace: false,
                helmMajor: helm.major,
                waitsIn: [],
                goesBack: inputs.rollbackOnFailure !== "false",
            });
        const missing = await (0,access/* missingPermissions */.H)([...(0,reading_needs/* readingNeeds */.uC)(all, around), ...writing], cluster);
        const [obstacle] = accessObstacle(missing ?? [], cluster);
        if (obstacle === undefined)
            return thrown;
        return new errors/* OperatorError */.nv(obstacle.reason, obstacle.message, obstacle.hint, { cause: thrown });
    }
    catch {
        return thrown;
    }
};

// EXTERNAL MODULE: ./build/src/kubernetes/without-pointers.js
var without_pointers = __webpack_require__(7278);
// EXTERNAL MODULE: ./build/src/secrets/hide-texts.js
var hide_texts = __webpack_require__(17687);
;// CONCATENATED MODULE: ./build/src/plan/changes/images.js




/**
 * The images that would run instead of others, container by container, as the references are written (with the digest
 * where they have one): null where a container comes or goes.
 */
const imagesOf = (drafts) => drafts.flatMap(({ ref, action, live, after, wanted }) => {
    if (action === "unchanged")
        return [];
    const [before, now] = [imagesIn(live), imagesIn(action === "delete" ? null : (after ?? wanted))];
    const changed = [...new Set([...now.keys(), ...before.keys()])]
        .map((place) => ({ from: before.get(place) ?? null, to: now.get(place) ?? null, in: ref }))
        .filter(({ from, to }) => from !== to);
    return [...new Map(changed.map((one) => [`${one.from}\n${one.to}`, one])).values()];
});
/** By what names the container in its object. */
const imagesIn = (body) => {
    if (body === null)
        return new Map();
    const ref = (0,resource_ref/* refOf */.H8)(body);
    const template = (0,pod_template/* templatePath */.Y)(ref.kind);
    const spec = template !== null ? [...template, "spec"] : (0,changes_operated/* operatedKind */.$)(ref) !== null ? ["spec"] : null;
    if (spec === null)
        return new Map();
    const containers = ["containers", "initContainers"].flatMap((list) => (0,json_fields/* objectsAt */.yR)(body, [...spec, list]).flatMap((container) => [
        [`${list}/${(0,json_fields/* textAt */.$6)(container, ["name"])}`, (0,json_fields/* textAt */.$6)(container, ["image"])],
        ...imageFlags(container).map(({ flag, image }) => [`${list}/${flag}`, image]),
    ]));
    const own = template === null ? [["", (0,json_fields/* textAt */.$6)(body, ["spec", "image"])], sidecar(body)] : [];
    return new Map([...own, ...containers].flatMap(([place, image]) => (image === null ? [] : [[place, image]])));
};
const sidecar = (body) => [
    "thanos",
    (0,json_fields/* textAt */.$6)(body, ["spec", "thanos", "image"]),
];
/**
 * What prometheus-operator is told to put into the pods that it makes:
 * https://prometheus-operator.dev/docs/platform/operator/#operator-cli-flags
 */
const imageFlags = (container) => (0,json_fields/* listOf */.c3)(container["args"]).flatMap((argument) => {
    const match = /^(--(?:prometheus-config-reloader|[a-z-]{1,60}-base-image))=(\S{1,500})$/.exec(String(argument));
    return match === null ? [] : [{ flag: match[1] ?? "", image: match[2] ?? "" }];
});

;// CONCATENATED MODULE: ./build/src/plan/changes/list-pairs.js

/**
 * Pairs the items of two lists by what names them; null where nothing does. Keys are those that Kubernetes itself
 * merges lists by (`x-kubernetes-patch-merge-key` and `x-kubernetes-list-map-keys` of its OpenAPI), and those that
 * rules and references go by; a key counts only where every item of both lists has it and no two of a list share it.
 * Takes time in proportion to the lists' length.
 */
const pairLists = (before, after) => {
    if (!before.every(manifest/* isObject */.G) || !after.every(manifest/* isObject */.G))
        return null;
    for (const identity of identities) {
        const [earlier, later] = [indexBy(before, identity), indexBy(after, identity)];
        if (earlier !== null && later !== null)
            return pairsOf(earlier, later);
    }
    return null;
};
/** The first field must be there; the others tell apart what shares it. */
const fields = (first, ...others) => (item) => {
    const value = item[first];
    if (typeof value !== "string" && typeof value !== "number")
        return null;
    return [value, ...others.flatMap((name) => item[name] ?? [])].map(String).join(" ");
};
/** A rule of a PrometheusRule. */
const rule = ({ alert, record }) => {
    const name = alert ?? record;
    return typeof name === "string" ? name : null;
};
/** Rules of one name are told apart by what they add, e.g. the severity. */
const ruleWithLabels = (item) => {
    const name = rule(item);
    return name === null ? null : `${name} ${JSON.stringify(item["labels"] ?? {})}`;
};
const identities = [
    fields("name"),
    fields("containerPort", "protocol"),
    fields("port", "protocol"),
    fields("mountPath"),
    fields("devicePath"),
    fields("key"),
    fields("ip"),
    fields("topologyKey", "whenUnsatisfiable"),
    rule,
    ruleWithLabels,
];
/** The index of each item by its name, in the list's order; null where one has none, or two have the same. */
const indexBy = (items, identity) => {
    const found = new Map();
    for (const [index, item] of items.entries()) {
        const name = identity(item);
        if (name === null || found.has(name))
            return null;
        found.set(name, index);
    }
    return found;
};
const pairsOf = (earlier, later) => {
    const pairs = [...later].map(([name, index]) => [earlier.get(name) ?? null, index]);
    const gone = [...earlier].flatMap(([name, index]) => (later.has(name) ? [] : [[index, null]]));
    const stayed = [...earlier.keys()].filter((name) => later.has(name));
    const now = [...later.keys()].filter((name) => earlier.has(name));
    const sameOrder = stayed.every((name, index) => name === now[index]);
    return { pairs: [...pairs, ...gone], moved: sameOrder ? null : [stayed, now] };
};

;// CONCATENATED MODULE: ./build/src/plan/changes/field-diff.js





/**
 * The leaves that differ between what lies in the cluster and what it would become, in the order of the later object.
 * Status, what the server counts and our own stamps are left out. Items of a list are compared with those of the same
 * name, else, in lists of one length, with those of the same index; any other list is one value. An empty answer says
 * that at most the managers of fields differ. Takes time in proportion to both objects.
 */
const fieldDiff = (live, after) => leafDiff(essence(live), essence(after));
/** The same of two objects as they are, with nothing left out. */
const leafDiff = (before, after) => {
    const found = [];
    walk({ before, after, live: "", pointer: "", depth: 0 }, found);
    return found;
};
/** Deeper values are compared as one: nothing that people write is as deep, and recursion has to end. */
const deepest = 100;
const walk = (place, found) => {
    const { before, after, live, pointer, depth } = place;
    if (before === after)
        return;
    if (depth < deepest && (descendObject(place, found) || descendList(place, found)))
        return;
    if ((0,same_json/* sameJson */.V)(before, after))
        return;
    const there = before === undefined ? null : live;
    found.push({ pointer: after === undefined ? live : pointer, livePointer: there, before, after });
};
/** A mapping that only one side has is told by its leaves, as an empty one on the other side would be. */
const descendObject = (place, found) => {
    const { before, after } = place;
    const [earlier, later] = [orEmpty(before, after), orEmpty(after, before)];
    if (!(0,manifest/* isObject */.G)(earlier) || !(0,manifest/* isObject */.G)(later))
        return false;
    const keys = [...Object.keys(later), ...Object.keys(earlier).filter((key) => !Object.hasOwn(later, key))];
    // That an empty mapping comes or goes is a difference without leaves.
    if (keys.length === 0)
        return before !== undefined && after !== undefined;
    for (const key of keys)
        walk(childOf(place, field_diff_own(earlier, key), field_diff_own(later, key), key, key), found);
    return true;
};
const descendList = (place, found) => {
    const { before, after } = place;
    const [earlier, later] = [orEmpty(before, after), orEmpty(after, before)];
    if (!Array.isArray(earlier) || !Array.isArray(later))
        return false;
    if (earlier.length + later.length === 0)
        return before !== undefined && after !== undefined;
    const keyed = pairLists(earlier, later);
    if (keyed === null) {
        if (earlier.length !== later.length)
            return false;
        for (const index of later.keys())
            walk(childOf(place, earlier[index], later[index], index, index), found);
        return true;
    }
    for (const [from, to] of keyed.pairs)
        walk(childOf(place, item(earlier, from), item(later, to), from ?? 0, to ?? 0), found);
    if (keyed.moved !== null)
        found.push({ pointer: place.pointer, livePointer: place.live, before: keyed.moved[0], after: keyed.moved[1] });
    return true;
};
const childOf = ({ live, pointer, depth }, before, after, liveStep, step) => ({
    before,
    after,
    live: `${live}${(0,json_pointer/* toPointer */.rb)([liveStep])}`,
    pointer: `${pointer}${(0,json_pointer/* toPointer */.rb)([step])}`,
    depth: depth + 1,
});
/** What is not there counts as an empty one of the other's kind; null is a value. */
const orEmpty = (value, other) => value !== undefined ? value : Array.isArray(other) ? [] : (0,manifest/* isObject */.G)(other) ? {} : undefined;
/** `constructor` may be the name of a key, and is no value of an object that lacks it. */
const field_diff_own = (object, key) => Object.hasOwn(object, key) ? object[key] : undefined;
const item = (list, index) => index === null ? undefined : list[index];

;// CONCATENATED MODULE: ./build/src/plan/changes/operator-arguments.js







/** Those of the workloads that are updated. What no server judged is not told, as with restarts. */
const changedFlags = (drafts) => drafts.flatMap(({ action, live, after }) => {
    if (action !== "update" || live === null || after === null)
        return [];
    const [before, now] = [flagsIn(live), flagsIn(after)];
    return [...new Map([...before, ...now])]
        .filter(([place]) => before.get(place)?.value !== now.get(place)?.value)
        .map(([, { flag, pointer }]) => ({ flag, pointer }));
});
/** By the container and the flag; the operator's container is known by the images that it is told. */
const flagsIn = (body) => {
    const template = (0,pod_template/* templatePath */.Y)((0,resource_ref/* refOf */.H8)(body).kind);
    if (template === null)
        return new Map();
    return new Map(["containers", "initContainers"].flatMap((list) => (0,json_fields/* objectsAt */.yR)(body, [...template, "spec", list]).flatMap((container, at) => imageFlags(container).length === 0
        ? []
        : (0,json_fields/* listOf */.c3)(container["args"]).map((argument, index) => {
            const [flag = "", ...value] = String(argument).split("=");
            const pointer = (0,json_pointer/* toPointer */.rb)([...template, "spec", list, at, "args", index]);
            return [
                `${list}/${(0,json_fields/* textAt */.$6)(container, ["name"])}/${flag}`,
                { flag, value: value.join("="), pointer },
            ];
        }))));
};
/**
 * Pointers of the arguments that the operator writes into the pods of an object that stays; none of one that is paused.
 * Those of the reloader go into all pods. An image for the main container counts where the object names none itself,
 * neither whole nor without its tag: `BuildImagePath`, `CreateConfigReloader` and their callers in
 * https://github.com/prometheus-operator/prometheus-operator/tree/main/pkg
 */
const flagsFor = ({ ref, action, live, after, wanted }, flags) => {
    const kind = (0,changes_operated/* operatedKind */.$)(ref);
    const body = after ?? wanted ?? live;
    if (flags.length === 0 || kind === null || live === null || body === null || action === "delete")
        return [];
    if ((0,manifest/* valueAt */.f)(body, ["spec", "paused"]) === true)
        return [];
    const taken = [
        ...reloaderFlags,
        ...(namesImage((0,json_fields/* objectAt */.lJ)(body, ["spec"])) ? [] : [defaultImages[kind]]),
        ...(kind === "Prometheus" && takesThanos((0,manifest/* valueAt */.f)(body, ["spec", "thanos"])) ? ["--thanos-default-base-image"] : []),
        ...(kind === "Alertmanager" ? ["--cluster-domain"] : []),
    ];
    return flags.filter(({ flag }) => taken.includes(flag)).map(({ pointer }) => pointer);
};
/** `--localhost` is the host at which the reloader asks for a reload. */
const reloaderFlags = [
    ...["--prometheus-config-reloader", "--enable-config-reloader-probes", "--localhost"],
    ...["--config-reloader-cpu-request", "--config-reloader-cpu-limit"],
    ...["--config-reloader-memory-request", "--config-reloader-memory-limit"],
];
/** Where the operator takes the main container's image from. */
const defaultImages = {
    Prometheus: "--prometheus-default-base-image",
    PrometheusAgent: "--prometheus-default-base-image",
    Alertmanager: "--alertmanager-default-base-image",
    ThanosRuler: "--thanos-default-base-image",
};
const namesImage = (spec) => (0,json_fields/* textAt */.$6)(spec, ["image"]) !== null || (0,json_fields/* textAt */.$6)(spec, ["baseImage"]) !== null;
/** Prometheus has a sidecar of Thanos where this is there at all. */
const takesThanos = (thanos) => (0,manifest/* isObject */.G)(thanos) && !namesImage(thanos);

;// CONCATENATED MODULE: ./build/src/plan/changes/restarts.js




/**
 * Workloads whose pods would be replaced because their template changes, with the fields that do it; checksums among
 * them, for that is what they are for. Of the operator's resources it is what they may make it do: which of their
 * fields reach the pods is its own to decide, so those that are known to reach only the configuration are left out.
 * An update that no server judged is not told: what it would change is not known. `all`: also the objects that are not
 * written. Those of the operator's resources among them get other pods, too, where the operator is told something else
 * to write into them, an image for example: then what is named is the operator's argument.
 */
const restartsOf = (written, all = written) => {
    const own = new Set(written);
    const flags = changedFlags(written);
    return all.flatMap((draft) => {
        const because = [...new Set([...(own.has(draft) ? restarts_ownFields(draft) : []), ...flagsFor(draft, flags)])];
        return because.length === 0 ? [] : [{ ref: draft.ref, because }];
    });
};
const restarts_ownFields = (draft) => {
    const { action, live, after } = draft;
    const reachesPods = podFields(draft);
    if (action !== "update" || live === null || after === null || reachesPods === null)
        return [];
    return fieldDiff(live, after)
        .map(({ pointer }) => pointer)
        .filter(reachesPods);
};
/** Which pointers of an object reach its pods; null for an object without pods, or whose pods stay. */
const podFields = ({ ref, after }) => {
    if ((0,changes_operated/* operatedKind */.$)(ref) !== null)
        return (pointer) => pointer.startsWith("/spec/") && !configuration.has(pointer.split("/")[2] ?? "");
    if (!ref.apiVersion.startsWith("apps/") || !["Deployment", "StatefulSet", "DaemonSet"].includes(ref.kind))
        return null;
    // Somebody deletes the pods by hand, or nothing happens.
    if ((0,manifest/* valueAt */.f)(after ?? undefined, ["spec", "updateStrategy", "type"]) === "OnDelete")
        return null;
    return (pointer) => pointer.startsWith("/spec/template/");
};
/**
 * Fields of Prometheus, Alertmanager and ThanosRuler that the operator writes into the configuration, which is
 * reloaded, or that only say how many pods there are or whether it works at all: `generate` in
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/promcfg.go
 */
const configuration = new Set([
    ...["serviceMonitorSelector", "serviceMonitorNamespaceSelector", "podMonitorSelector", "podMonitorNamespaceSelector"],
    ...["probeSelector", "probeNamespaceSelector", "scrapeConfigSelector", "scrapeConfigNamespaceSelector"],
    ...["ruleSelector", "ruleNamespaceSelector", "alertmanagerConfigSelector", "alertmanagerConfigNamespaceSelector"],
    ...["alertmanagerConfigMatcherStrategy", "externalLabels", "scrapeInterval", "scrapeTimeout", "scrapeProtocols"],
    ...["remoteRead", "alerting", "additionalScrapeConfigs", "additionalAlertRelabelConfigs", "podTargetLabels"],
    ...["additionalAlertManagerConfigs", "scrapeClasses", "enforcedNamespaceLabel", "excludedFromEnforcement"],
    ...["ignoreNamespaceSelectors", "overrideHonorLabels", "overrideHonorTimestamps", "sampleLimit", "targetLimit"],
    ...["labelLimit", "labelNameLengthLimit", "labelValueLengthLimit", "keepDroppedTargets", "bodySizeLimit"],
    ...["enforcedSampleLimit", "enforcedTargetLimit", "enforcedLabelLimit", "enforcedLabelNameLengthLimit"],
    ...["enforcedLabelValueLengthLimit", "enforcedKeepDroppedTargets", "enforcedBodySizeLimit", "paused"],
]);

// EXTERNAL MODULE: ./build/src/plan/hidden/digest.js
var digest = __webpack_require__(3965);
;// CONCATENATED MODULE: ./build/src/plan/changes/noise.js

/**
 * Why a changed field says nothing of what the people changed; null where it does. `unstable`: the pointers of this
 * object that two renders of the same input gave differently (`Unstable` in src/render/render.ts). A
 * CustomResourceDefinition, an image and a version of what runs are never noise, whatever else holds of them.
 */
const noiseOf = ({ layer, ref }, pointer, unstable) => {
    const path = (0,json_pointer/* fromPointer */.kU)(pointer);
    if (isBookkeeping(path))
        return "managed-fields";
    if (ref.kind === "CustomResourceDefinition" || saysWhatRuns(path))
        return null;
    if (isChecksum(path))
        return "checksum";
    if (layer === "release" && isChartLabel(path))
        return "chart-label";
    return unstable.some((one) => (0,json_pointer/* isAtOrBelow */.a5)(pointer, one)) ? "unstable" : null;
};
/** Who set which field, and kubectl's own copy of an object. */
const isBookkeeping = ([first, second, third]) => first === "metadata" &&
    (second === "managedFields" ||
        (second === "annotations" && third === "kubectl.kubernetes.io/last-applied-configuration"));
/** `image` of containers and of the operator's resources, and what the operator makes an image of. */
const saysWhatRuns = (path) => path.at(-1) === "image" ||
    (path.length === 2 && path[0] === "spec" && ["version", "tag", "sha", "baseImage"].includes(path[1] ?? ""));
/**
 * https://helm.sh/docs/howto/charts_tips_and_tricks/#automatically-roll-deployments: a digest of other objects in the
 * annotations of a pod template, `podMetadata` in the operator's resources.
 */
const isChecksum = (path) => path.at(-2) === "annotations" &&
    (path.at(-1) ?? "").startsWith("checksum/") &&
    (path.at(-3) === "podMetadata" || (path.at(-3) === "metadata" && path.at(-4) === "template"));
/** https://helm.sh/docs/chart_best_practices/labels/; the last is what charts wrote before. */
const chartLabels = new Set(["helm.sh/chart", "app.kubernetes.io/version", "chart"]);
/** Labels that an object or its pods have, not those that a selector wants. */
const isChartLabel = (path) => path.at(-2) === "labels" && /^(?:pod)?metadata$/i.test(path.at(-3) ?? "") && chartLabels.has(path.at(-1) ?? "");

;// CONCATENATED MODULE: ./build/src/plan/hidden/projection.js




/**
 * What of an object in the cluster is the stack's: the fields that `wanted` sets, and of these never what the server
 * counts by itself, nor our stamps. A hand edit of such a field changes it; a status, a default or a field of another
 * manager does not. Lists are taken item by item where both have as many, for nothing else says which items are whose;
 * else the whole list counts. Without `wanted` (the object is deleted) everything counts but status and metadata.
 */
const projection = (live, wanted) => {
    const { status: _status, metadata, ...content } = live;
    if (wanted === null)
        return content;
    const own = (0,manifest/* isObject */.G)(metadata) ? { ...content, metadata: withoutCounted(metadata) } : content;
    return commonPart(own, asStored(wanted));
};
const withoutCounted = (metadata) => {
    const kept = Object.fromEntries(Object.entries(metadata).filter(([name]) => !countedByServer.has(name)));
    const { annotations } = kept;
    if (!(0,manifest/* isObject */.G)(annotations))
        return kept;
    const others = Object.entries(annotations).filter(([name]) => !name.startsWith(stamp/* stampPrefix */.es));
    return { ...kept, annotations: Object.fromEntries(others) };
};
/** The recursion ends where `wanted` does, and no YAML is read that is nested deeply. */
const partOf = (live, wanted) => {
    if ((0,manifest/* isObject */.G)(live) && (0,manifest/* isObject */.G)(wanted))
        return commonPart(live, wanted);
    if (Array.isArray(live) && Array.isArray(wanted) && live.length === wanted.length)
        return live.map((item, index) => partOf(item, wanted[index]));
    return live;
};
const commonPart = (live, wanted) => Object.fromEntries(Object.keys(wanted).flatMap((key) => {
    const value = Object.hasOwn(live, key) ? live[key] : undefined;
    return value === undefined ? [] : [[key, partOf(value, wanted[key])]];
}));

// EXTERNAL MODULE: ./build/src/secrets/map-secrets.js
var map_secrets = __webpack_require__(40958);
// EXTERNAL MODULE: ./build/src/secrets/secret-places.js
var secret_places = __webpack_require__(36111);
// EXTERNAL MODULE: ./build/src/plan/hidden/excerpt.js + 1 modules
var excerpt = __webpack_require__(3341);
;// CONCATENATED MODULE: ./build/src/plan/hidden/redact.js





/**
 * What may be shown of each change: null on both sides where either is secret (the pointer still names it), else JSON,
 * with every string hidden and cut to what differs.
 */
const shownChanges = ({ ref, live, after }, differences, { hide, clusterOnly }) => {
    if (differences.length === 0)
        return [];
    const [earlier, later] = [(0,secret_places/* markSecrets */.Xb)(ref, live), (0,secret_places/* markSecrets */.Xb)(ref, after)];
    return differences.map((one) => {
        const { pointer } = one;
        if (clusterOnly.some((place) => (0,json_pointer/* isAtOrBelow */.a5)(pointer, place) || (0,json_pointer/* isAtOrBelow */.a5)(place, pointer)))
            return { pointer, before: null, after: null, secret: true };
        const before = side(earlier, one.livePointer, one.before, hide);
        const now = side(later, one.after === undefined ? null : pointer, one.after, hide);
        return { pointer, ...redact_together(before, now) };
    });
};
/** The secrets in objects, of the cluster or of a tree, for `secretHider`; those of CRDs are schemas and none. */
const secretsOfBodies = (bodies) => {
    const found = [];
    for (const body of bodies)
        if (body["kind"] !== "CustomResourceDefinition")
            (0,map_secrets/* mapSecrets */.g)(body, (secret) => {
                found.push(secret);
                return "";
            });
    return found;
};
/** A plan without values: names, pointers and counts stay. */
const namesOnly = (plan) => ({
    ...plan,
    objects: plan.objects.map((object) => ({
        ...object,
        changes: object.changes.map((change) => ({ ...change, before: null, after: null })),
    })),
});
const side = (marked, pointer, own, hide) => {
    if (own === undefined || pointer === null)
        return { value: undefined, state: "plain" };
    // Of a list whose items moved, the names are told, which stand nowhere as a list.
    const found = (0,manifest/* valueAt */.f)(marked, (0,json_pointer/* fromPointer */.kU)(pointer));
    const value = isNameList(own, found) ? own : (found ?? null);
    const shown = redact_hidden(value, hide);
    if (JSON.stringify(shown) === JSON.stringify(own))
        return { value: shown, state: "plain" };
    const isText = typeof value === "string" && value.includes("\n");
    const whole = typeof own !== "object" && !isText && JSON.stringify(value).includes(secret_places/* mark */.Gy);
    return { value: shown, state: whole ? "secret" : "part" };
};
const isNameList = (own, found) => Array.isArray(own) && own.length > 0 && Array.isArray(found) && found.every(manifest/* isObject */.G) && !own.some(manifest/* isObject */.G);
const redact_together = (before, after) => {
    const secret = before.state !== "plain" || after.state !== "plain";
    const [earlier, later] = shownTexts(before.value, after.value);
    const nothing = before.state === "secret" || after.state === "secret" || (secret && earlier === later);
    return nothing ? { before: null, after: null, secret } : { before: earlier, after: later, secret };
};
const shownTexts = (before, after) => {
    if (typeof before !== "string" || typeof after !== "string")
        return [asText(before), asText(after)];
    const excerpts = (0,excerpt/* excerptsOf */.UO)(before, after);
    return [JSON.stringify(excerpts.before), JSON.stringify(excerpts.after)];
};
const asText = (value) => value === undefined
    ? null
    : typeof value === "string"
        ? JSON.stringify((0,excerpt/* cutValue */.cv)(value))
        : (0,excerpt/* cutValue */.cv)(JSON.stringify(value));
const redact_hidden = (value, hide) => {
    if (typeof value === "string")
        return (0,secret_places/* withoutMarks */.zw)(hide(value), "***");
    if (Array.isArray(value))
        return value.map((item) => redact_hidden(item, hide));
    if (!(0,manifest/* isObject */.G)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner = null]) => [hide(key), redact_hidden(inner, hide)]));
};

;// CONCATENATED MODULE: ./build/src/plan/hidden/present.js









/** An object as the plan tells it: what it holds is digests, and changes with their secrets hidden. */
const present = (draft, known) => {
    const { layer, ref, action, unverified, live, wanted } = draft;
    const { digests, unstable, owner } = known;
    const isSecret = ref.kind === "Secret";
    const digest = (value, purpose) => isSecret ? digests.ofSecret(value, purpose) : digests.of(value, purpose);
    const stable = wanted === null ? null : (0,without_pointers/* withoutPointers */.h)(wanted, unstable);
    return {
        layer,
        ref,
        action,
        unverified,
        live: live === null
            ? null
            : {
                uid: (0,json_fields/* textOrEmpty */._c)(live, ["metadata", "uid"]),
                generation: (0,json_fields/* numberAt */.tk)(live, ["metadata", "generation"]),
                digest: digest(projection(live, stable), "live"),
            },
        wanted: stable === null ? null : digest(stable, "wanted"),
        changes: action === "update" ? changesOf(draft, known) : [],
        owner,
    };
};
/** Fields that one object may tell one by one: a CRD of another release differs in thousands. */
const mostChanges = 200;
const changesOf = (draft, known) => {
    const { ref, live, after, wanted } = draft;
    const then = after ?? wanted;
    if (live === null || then === null)
        return [];
    const differences = after === null ? setOf(ref, fieldDiff(live, then)) : fieldDiff(live, then);
    if (differences.length > mostChanges)
        return summed(draft, differences, known);
    const shown = shownChanges({ ref, live, after: then }, differences, known);
    return differences.map(({ pointer, before, after: now }, index) => {
        const { secret = true, before: earlier = null, after: later = null } = shown[index] ?? {};
        const pair = [before ?? null, now ?? null];
        const purpose = `change ${pointer}`;
        return {
            pointer: withoutClusterKeys(pointer, known.clusterKeys),
            before: earlier,
            after: later,
            digest: secret ? known.digests.ofSecret(pair, purpose) : known.digests.of(pair, purpose),
            noise: noiseOf(draft, pointer, known.unstable),
        };
    });
};
/**
 * What was not tried says nothing of fields that it does not set: the server fills those in. Only the versions of a
 * CustomResourceDefinition are a list that is set as a whole, and what is not in it is gone:
 * https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
 */
const setOf = (ref, differences) => differences.filter(({ pointer, after }) => after !== undefined || (isCrd(ref) && (0,json_pointer/* isAtOrBelow */.a5)(pointer, "/spec/versions")));
/** By their first two steps, each with one digest of all that is below. */
const summed = (draft, differences, { digests, unstable, clusterKeys }) => {
    const groups = Map.groupBy(differences, ({ pointer }) => pointer.split("/").slice(0, 3).join("/"));
    return [...groups].map(([pointer, inner]) => {
        const pairs = inner.map(({ pointer: own, before, after }) => [own, before ?? null, after ?? null]);
        return {
            pointer: withoutClusterKeys(pointer, clusterKeys),
            before: null,
            after: null,
            digest: draft.ref.kind === "Secret" ? digests.ofSecret(pairs, pointer) : digests.of(pairs, pointer),
            noise: noiseOf(draft, pointer, unstable),
        };
    });
};

;// CONCATENATED MODULE: ./build/src/plan/release/decide-release.js






/** `name-version`, as helm writes it. */
const chartName = ({ name, version }) => `${name}-${version}`;
/**
 * Whether helm has to be run, and the drafts as they are then. What differs with every render alone is no reason: of
 * the real chart Grafana's `checksum/secret` would bring a new revision and a restart with every deploy. Where there is
 * another reason, it changes all the same, and stays in the drafts.
 */
const decideRelease = (question) => {
    const { drafts, revision, last, next, chart, unstable } = question;
    const isNoise = (draft) => isNoiseAlone(draft, unstable.get((0,resource_ref/* refKey */.XF)(draft.ref)) ?? []);
    if (revision === null || revision.status === "uninstalled")
        return { action: "install", drafts };
    const changes = revision.status !== "deployed" ||
        revision.chart !== chartName(chart) ||
        drafts.some((draft) => draft.action !== "unchanged" && !isNoise(draft)) ||
        !sameHooks(last, next, unstable);
    if (changes)
        return { action: "upgrade", drafts };
    return { action: "none", drafts: drafts.map((draft) => ({ ...draft, action: "unchanged" })) };
};
const isNoiseAlone = (draft, unstable) => draft.action === "update" &&
    draft.live !== null &&
    draft.after !== null &&
    fieldDiff(draft.live, draft.after).every(({ pointer }) => {
        const noise = noiseOf(draft, pointer, unstable);
        // A checksum is noise as long as what it is of differs with every render, too.
        return noise === "managed-fields" || unstable.some((one) => (0,json_pointer/* isAtOrBelow */.a5)(pointer, one));
    });
const sameHooks = (last, next, unstable) => {
    const before = new Map((last?.hooks ?? []).map((hook) => [(0,resource_ref/* refKey */.XF)(hook.ref), hook.body]));
    return (before.size === new Map(next.hooks.map((hook) => [(0,resource_ref/* refKey */.XF)(hook.ref), hook])).size &&
        next.hooks.every(({ ref, body }) => {
            const pointers = unstable.get((0,resource_ref/* refKey */.XF)(ref)) ?? [];
            const there = before.get((0,resource_ref/* refKey */.XF)(ref));
            return there !== undefined && (0,same_json/* sameJson */.V)((0,without_pointers/* withoutPointers */.h)(there, pointers), (0,without_pointers/* withoutPointers */.h)(body, pointers));
        }));
};

;// CONCATENATED MODULE: ./build/src/plan/source.js
/** What the runner says of this run. */
const planSource = (env) => {
    const of = (name) => env[name] || null;
    return {
        repository: of("GITHUB_REPOSITORY"),
        ref: of("GITHUB_REF"),
        sha: of("GITHUB_SHA"),
        event: of("GITHUB_EVENT_NAME"),
        runId: of("GITHUB_RUN_ID"),
        runAttempt: of("GITHUB_RUN_ATTEMPT"),
        workflow: of("GITHUB_WORKFLOW"),
    };
};

;// CONCATENATED MODULE: ./build/src/plan/assemble-plan.js












/** The plan as a value: digests in the place of values, and no secret in a text. */
const assemblePlan = (request, release, seen, decided) => {
    const { inputs, cluster, helm, render, outside } = request;
    const { drafts, action } = decided;
    const bodies = drafts.flatMap(({ live, after, wanted }) => [live, after, wanted]).filter((body) => body !== null);
    const hide = request.hiderWith([...secretsOfBodies(bodies), ...seen.clusterOnly.texts]);
    const digests = (0,digest/* digester */.W)({ key: inputs.planKey, hide });
    const now = Date.now();
    const writes = action === "none" ? drafts.filter(({ layer }) => layer !== "release") : drafts;
    const { stack } = request;
    const values = [
        stack.valueFiles.map(({ text }) => text),
        stack.release.sets.map(setText),
        Object.values(stack.setFiles),
    ];
    const hooks = action === "none" ? [] : upgradeHooks(seen.next);
    const { places, keys } = seen.clusterOnly;
    const plan = {
        planVersion: 1,
        source: planSource(outside.env),
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + inputs.planExpiryMs).toISOString(),
        target: {
            name: inputs.target ?? null,
            server: cluster.server,
            clusterUid: cluster.uid,
            kubernetesVersion: cluster.version,
        },
        inputs: inputs.bearing,
        digests: { config: request.configDigest, chart: render.chart.chart.digest },
        tools: { helm: helm.version, kubectl: request.kubectlVersion },
        release: {
            ...release,
            action,
            from: revisionOf(seen),
            chart: chartName(render.chart.chart),
            hooks: hooks.map(({ ref }) => ref),
            hooksDigest: hooksDigest(hooks, decided.unstable, digests),
            values: digests.ofSecret(values, "values"),
            storedBytes: decided.releaseBytes,
            recovery: decided.recovery,
        },
        objects: drafts.map((draft) => {
            const key = (0,resource_ref/* refKey */.XF)(draft.ref);
            const unstable = decided.unstable.get(key) ?? [];
            const [clusterOnly, clusterKeys] = [places.get(key) ?? [], keys.get(key) ?? []];
            const owner = decided.owners.get(key) ?? null;
            return present(draft, { hide, digests, unstable, clusterOnly, clusterKeys, owner });
        }),
        images: imagesOf(writes),
        restarts: restartsOf(writes, drafts).map(({ ref, because }) => ({
            ref,
            because: because.map((pointer) => withoutClusterKeys(pointer, keys.get((0,resource_ref/* refKey */.XF)(ref)) ?? [])),
        })),
        losses: decided.losses,
        stale: decided.stale,
        obstacles: decided.obstacles,
        drill: request.drill,
        notes: decided.notes,
    };
    return (0,hide_texts/* hideTexts */.x)(plan, hide);
};
const revisionOf = ({ revision }) => revision === null ? null : { revision: revision.revision, status: revision.status, chart: revision.chart };
const setText = (set) => set.flag === "--set-file" ? [set.flag, set.key, set.file] : [set.flag, set.value];
/** A hook is run as it is, whatever becomes of the objects. Without a key nothing is told of what Secrets hold. */
const hooksDigest = (hooks, unstable, { of, ofSecret }) => {
    if (hooks.length === 0)
        return null;
    const bodies = (secret) => hooks
        .filter(({ ref }) => (ref.kind === "Secret") === secret)
        .map(({ ref, body }) => (0,without_pointers/* withoutPointers */.h)(body, unstable.get((0,resource_ref/* refKey */.XF)(ref)) ?? []));
    return of([bodies(false), ofSecret(bodies(true), "hooks")], "hooks");
};

// EXTERNAL MODULE: ./build/src/kubernetes/quantity.js
var quantity = __webpack_require__(80842);
;// CONCATENATED MODULE: ./build/src/plan/changes/made-anew.js




/** Of one of the operator's resources: the claim that each of its pods gets. */
const claimTemplate = ["spec", "storage", "volumeClaimTemplate"];
/**
 * What of a change no StatefulSet takes, so that the operator deletes it and makes another one; null where it is
 * updated. What a StatefulSet takes: `ValidateStatefulSetUpdate` in
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go; what the operator does
 * then: `ForceUpdateStatefulSet` in
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/k8s/statefulset.go
 */
const whyMadeAnew = (kind, live, then) => {
    const fixed = [
        ["storage", claimOf],
        ["serviceName", (body) => (0,json_fields/* textAt */.$6)(body, ["spec", "serviceName"]) ?? governingServices[kind]],
        ["podManagementPolicy", (body) => (0,json_fields/* textAt */.$6)(body, ["spec", "podManagementPolicy"]) ?? "Parallel"],
    ];
    return fixed.find(([, read]) => !(0,external_node_util_.isDeepStrictEqual)(read(live), read(then)))?.[0] ?? null;
};
/** `governingServiceName` in https://github.com/prometheus-operator/prometheus-operator/tree/main/pkg */
const governingServices = {
    Prometheus: "prometheus-operated",
    PrometheusAgent: "prometheus-agent-operated",
    Alertmanager: "alertmanager-operated",
    ThanosRuler: "thanos-ruler-operated",
};
/** What the operator takes over of the template (`MakeVolumeClaimTemplate`), as the API server compares it. */
const claimOf = (body) => {
    const metadata = [...claimTemplate, "metadata"];
    return {
        name: (0,json_fields/* textAt */.$6)(body, [...metadata, "name"]),
        labels: (0,json_fields/* labelsAt */.dx)(body, [...metadata, "labels"]),
        annotations: (0,json_fields/* labelsAt */.dx)(body, [...metadata, "annotations"]),
        spec: comparable({ volumeMode: "Filesystem", ...(0,json_fields/* objectAt */.lJ)(body, [...claimTemplate, "spec"]) }),
    };
};
/** Quantities as numbers, and nothing that is empty: `apiequality.Semantic`. */
const comparable = (value) => {
    if (Array.isArray(value))
        return value.map(comparable);
    if (!(0,manifest/* isObject */.G)(value))
        return (0,quantity/* quantityOf */.R)(value) ?? value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => inner === undefined || isEmpty(inner) ? [] : [[key, comparable(inner)]]));
};
const isEmpty = (value) => value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    ((0,manifest/* isObject */.G)(value) && Object.keys(value).length === 0);

;// CONCATENATED MODULE: ./build/src/plan/changes/claims.js






/** What an update takes away of volumes, as clauses. */
const storageLosses = (ref, live, then) => {
    const operated = (0,changes_operated/* operatedKind */.$)(ref);
    if (operated !== null)
        return operatedLosses(operated, live, then);
    if (ref.kind === "PersistentVolumeClaim")
        return shrinking("storage", live, then, ["spec", ...requested]);
    return [...templateLosses(live, then), ...podVolumeLosses(ref.kind, live, then)];
};
/**
 * Where the pods of one of the operator's resources keep their data. Without `storage` in an emptyDir, and of several
 * kinds the operator takes the first: `makeVolumeClaimTemplate` and its callers in
 * https://github.com/prometheus-operator/prometheus-operator/tree/main/pkg
 */
const storageKind = (body) => {
    const storage = (0,manifest/* valueAt */.f)(body, ["spec", "storage"]);
    if (!(0,manifest/* isObject */.G)(storage) || (0,manifest/* isObject */.G)(storage["emptyDir"]))
        return "emptyDir";
    return (0,manifest/* isObject */.G)(storage["ephemeral"]) ? "ephemeral" : "claim";
};
/**
 * Whether claims go with their StatefulSet (`whenDeleted`), or with the pods that it is scaled down by (`whenScaled`).
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
const claimDeletion = (body, when) => (0,manifest/* valueAt */.f)(body, ["spec", "persistentVolumeClaimRetentionPolicy", when]) === "Delete";
const requested = ["resources", "requests", "storage"];
const operatedLosses = (kind, live, then) => {
    const [before, after] = [storageKind(live), storageKind(then)];
    const shards = fewerShards(live, then, before === "claim");
    if (before === "claim" && claimDeletion(live, "whenDeleted")) {
        const anew = after === before ? whyMadeAnew(kind, live, then) : "storage";
        if (anew !== null)
            return [`${anew} changes: ${claimsGoWithSet}`, ...shards];
    }
    if (before === "claim" && after !== "claim")
        return ["storage is switched off: what its volumes hold is no longer read", ...shards];
    // What an emptyDir holds goes with every restart: whoever moves to volumes ends that.
    if (before !== "claim")
        return shards;
    const [name, next] = [live, then].map((body) => (0,json_fields/* textAt */.$6)(body, [...claimTemplate, "metadata", "name"]));
    const renamed = name === next ? [] : ["its claims get another name: new volumes, which begin empty"];
    const size = shrinking("storage", live, then, [...claimTemplate, "spec", ...requested]);
    return [...renamed, ...size, ...fewerReplicas(live, then), ...shards];
};
/**
 * https://prometheus-operator.dev/docs/platform/sharding/: what a shard holds, the others do not have. The StatefulSet
 * of one that goes is deleted as it is (`sync` in
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/server/operator.go), so that of
 * its claims the earlier `whenDeleted` decides.
 */
const fewerShards = (live, then, hasClaims) => {
    const fewer = shrinkingCount("shards", live, then);
    if (fewer === null)
        return [];
    const areDeleted = hasClaims && claimDeletion(live, "whenDeleted");
    return [`${fewer}: ${areDeleted ? claimsGo : "samples of those that go are no longer read"}`];
};
/** What becomes of the claims of pods that go, the later `whenScaled` says; those that stay they find again one day. */
const fewerReplicas = (live, then) => {
    const fewer = claimDeletion(then, "whenScaled") ? shrinkingCount("replicas", live, then) : null;
    return fewer === null ? [] : [`${fewer}: ${claimsGo}`];
};
/** The retention policy that holds is the one of the StatefulSet that goes. */
const claimsGoWithSet = "the operator makes another StatefulSet, and by whenDeleted the claims of the old one are deleted, with their data";
const claimsGo = "the claims of those that go are deleted, with their data";
/** Both of shards and of replicas there is one where nothing is said. */
const shrinkingCount = (field, live, then) => {
    const [before, after] = [live, then].map((body) => (0,quantity/* quantityOf */.R)((0,manifest/* valueAt */.f)(body, ["spec", field]) ?? 1) ?? 1);
    return before !== undefined && after !== undefined && after < before
        ? `${field} shrink from ${before} to ${after}`
        : null;
};
const shrinking = (what, live, then, path) => shrinks(what, (0,manifest/* valueAt */.f)(live, path), (0,manifest/* valueAt */.f)(then, path));
const shrinks = (what, from, to) => {
    const [before, after] = [(0,quantity/* quantityOf */.R)(from), (0,quantity/* quantityOf */.R)(to)];
    return before !== null && after !== null && after < before ? [`${what} shrinks from ${from} to ${to}`] : [];
};
/** Claims that a StatefulSet makes. */
const templateLosses = (live, then) => {
    const earlier = (0,json_fields/* objectsAt */.yR)(live, ["spec", "volumeClaimTemplates"]);
    const templates = (0,json_fields/* objectsAt */.yR)(then, ["spec", "volumeClaimTemplates"]);
    const own = earlier.flatMap((template) => {
        const name = (0,json_fields/* textAt */.$6)(template, ["metadata", "name"]) ?? "";
        const next = templates.find((one) => (0,json_fields/* textAt */.$6)(one, ["metadata", "name"]) === name);
        if (next === undefined)
            return [`it no longer has the volumes ${name}: what they hold is no longer read`];
        return shrinking(`storage of ${name}`, template, next, ["spec", ...requested]);
    });
    return [...own, ...(earlier.length === 0 ? [] : fewerReplicas(live, then))];
};
/** Claims that a pod template names. */
const podVolumeLosses = (kind, live, then) => {
    const template = (0,pod_template/* templatePath */.Y)(kind);
    if (template === null)
        return [];
    const claimsOf = (body) => new Map((0,json_fields/* objectsAt */.yR)(body, [...template, "spec", "volumes"]).flatMap((volume) => {
        const name = (0,json_fields/* textAt */.$6)(volume, ["persistentVolumeClaim", "claimName"]);
        return name === null ? [] : [[(0,json_fields/* textAt */.$6)(volume, ["name"]) ?? "", name]];
    }));
    const kept = new Set(claimsOf(then).values());
    return [...claimsOf(live)].flatMap(([volume, name]) => kept.has(name) ? [] : [`its volume ${volume} is no longer the claim ${name}: what that holds is no longer read`]);
};

// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
;// CONCATENATED MODULE: ./build/src/plan/changes/retention.js



/** How much less an update keeps than before, as clauses. */
const retentionLosses = (ref, live, then) => {
    const kind = (0,changes_operated/* operatedKind */.$)(ref);
    if (kind === null || kind === "PrometheusAgent")
        return [];
    return [
        ...retention_shrinking("retention", keptFor(kind, live), keptFor(kind, then)),
        ...(kind === "Prometheus" ? retention_shrinking("retentionSize", keptBytes(live), keptBytes(then)) : []),
    ];
};
const retention_shrinking = (what, before, after) => before.amount !== null && after.amount !== null && after.amount < before.amount
    ? [`${what} shrinks from ${before.told} to ${after.told}`]
    : [];
/** What the operator's resources say of themselves: their CRDs' descriptions of `spec.retention`. */
const usual = { Prometheus: "24h", Alertmanager: "120h", ThanosRuler: "24h" };
/**
 * Milliseconds. With `retentionSize` alone, and where the time is 0 beside it, Prometheus has no limit in time; 0 by
 * itself is its default of 15 days: https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
 */
const keptFor = (kind, body) => {
    const bySize = kind === "Prometheus" && Number.isFinite(keptBytes(body).amount ?? Number.NaN);
    const said = (0,json_fields/* textAt */.$6)(body, ["spec", "retention"]);
    const amount = said === null ? null : (0,prometheus_duration/* parseDuration */.E9)(said);
    if (bySize && (said === null || amount === 0))
        return { amount: Number.POSITIVE_INFINITY, told: "no limit in time" };
    if (kind === "Prometheus" && amount === 0)
        return { amount: (0,prometheus_duration/* parseDuration */.E9)("15d"), told: "15d" };
    const told = said ?? usual[kind];
    return { amount: (0,prometheus_duration/* parseDuration */.E9)(told), told };
};
/** Bytes: units of 1024 with an `i` or without, as `--storage.tsdb.retention.size` takes them. */
const keptBytes = (body) => {
    const none = { amount: Number.POSITIVE_INFINITY, told: "no limit" };
    const said = (0,json_fields/* textAt */.$6)(body, ["spec", "retentionSize"]);
    if (said === null)
        return none;
    const match = /^(\d{0,30}(?:\.\d{1,30})?)(?:([KMGTPE])i?)?B?$/.exec(said);
    const amount = match === null || match[1] === "" ? null : Number(match[1]) * 1024 ** exponent(match[2] ?? "");
    return amount === 0 ? none : { amount, told: said };
};
const exponent = (unit) => ["", "K", "M", "G", "T", "P", "E"].indexOf(unit);

;// CONCATENATED MODULE: ./build/src/plan/changes/version-loss.js



/**
 * That an older version would run: what a newer one wrote, the older may not be able to read. The image's tag counts
 * for more than `spec.version`, which only tells the operator which flags there are; where an image is named by its
 * digest alone, `spec.version` is all there is.
 */
const versionLosses = (ref, live, then) => {
    const kind = (0,changes_operated/* operatedKind */.$)(ref);
    if (kind === null)
        return [];
    const [before, after] = [version_loss_versionOf(live), version_loss_versionOf(then)];
    return before !== null && after !== null && (0,semver.lt)(after, before)
        ? [`${kind} goes back from version ${before.version} to ${after.version}`]
        : [];
};
const version_loss_versionOf = (body) => {
    const image = (0,json_fields/* textAt */.$6)(body, ["spec", "image"]);
    const tag = image === null ? null : tagOf(image);
    return (readVersion(tag ?? "") ?? readVersion((0,json_fields/* textAt */.$6)(body, ["spec", "tag"]) ?? (0,json_fields/* textAt */.$6)(body, ["spec", "version"]) ?? ""));
};
/** A registry's port stands before the last slash. */
const tagOf = (image) => {
    const [name = ""] = image.split("@");
    return /:([^:/]{1,128})$/.exec(name)?.[1] ?? null;
};
/** `v3.5.0-distroless` is 3.5.0 in another packing, and no release before it. */
const readVersion = (text) => {
    if (!/^v?\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?![\d.])/.test(text))
        return null;
    const whole = (0,semver.coerce)(text, { includePrerelease: true });
    const isEarly = /^(?:alpha|beta|rc)/.test(String(whole === null ? "" : ((0,semver.prerelease)(whole)?.[0] ?? "")));
    return isEarly ? whole : (0,semver.coerce)(text);
};

;// CONCATENATED MODULE: ./build/src/plan/changes/loss.js









/**
 * Data and capabilities that would be gone, in the order of the objects; one object may lose more than one. `allowed`:
 * the entries of the input `allow-data-loss`, in the form of src/core/object-name.ts. An update that no server judged
 * is taken as it is written: what it leaves out counts as taken away.
 */
const lossesOf = (drafts, allowed) => drafts.flatMap((draft) => {
    const { ref } = draft;
    const isAllowed = allowed.some((entry) => (0,object_name/* namesObject */.Mf)(entry, ref));
    return clausesOf(draft, drafts).map((what) => ({ ref, what, allowed: isAllowed }));
});
const clausesOf = (draft, drafts) => {
    const { action, ref, live, after, wanted } = draft;
    if (live === null)
        return [];
    if (action === "delete")
        return deletion(draft, live, drafts);
    const then = after ?? wanted;
    if (action !== "update" || then === null)
        return [];
    return [...storageLosses(ref, live, then), ...retentionLosses(ref, live, then), ...versionLosses(ref, live, then)];
};
const deletion = (draft, live, drafts) => {
    const { ref } = draft;
    const group = (0,resource_ref/* groupOf */.F8)(ref);
    if ((0,changes_operated/* operatedKind */.$)(ref) !== null)
        return [operatedDeletion(draft, live, drafts)];
    if (group === "" && ref.kind === "Namespace")
        return ["it is deleted, and everything in it"];
    if (group === "" && ref.kind === "PersistentVolumeClaim")
        return ["it is deleted, and the data in its volume"];
    if (group === "" && ref.kind === "PersistentVolume")
        return ["it is deleted, and with it the way to its data"];
    if (isCrd(ref))
        return [`it is deleted, and every ${(0,json_fields/* textAt */.$6)(live, ["spec", "names", "kind"]) ?? "object of it"} in the cluster`];
    if (group === "apps" && ref.kind === "StatefulSet" && claimDeletion(live, "whenDeleted"))
        return ["it is deleted, and its claims with their data"];
    return [];
};
/** The operator deletes the StatefulSet; what becomes of its claims, the retention policy says. */
const operatedDeletion = ({ ref }, live, drafts) => {
    const next = drafts.find((other) => other.action === "create" && isAlike(other, ref));
    const volumes = storageKind(live) !== "claim"
        ? "what it holds goes with its pods"
        : claimDeletion(live, "whenDeleted")
            ? "its volumes are deleted with it"
            : "its volumes stay behind unused";
    return next === undefined
        ? `it is deleted: ${volumes}`
        : `it gives way to ${(0,finding/* nameOf */.Vb)(next.ref)}, which begins empty: ${volumes}`;
};
const isAlike = (other, ref) => (0,changes_operated/* operatedKind */.$)(other.ref) !== null && (0,changes_operated/* operatedKind */.$)(other.ref) === (0,changes_operated/* operatedKind */.$)(ref);

;// CONCATENATED MODULE: ./build/src/plan/changes/owners.js


/**
 * Who else holds a live object, e.g. `Argo CD application monitoring`; null where nobody does. Objects of the release
 * layer may be our release's; those of the tree may be no release's at all.
 */
const foreignOwner = (live, ours) => argoApplication(live) ?? fluxOwner(live) ?? helmRelease(live, ours);
/**
 * https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/: an annotation with the application and the
 * object, or the label of those who track by label and use it so as not to share `app.kubernetes.io/instance` with
 * charts, which therefore says nothing. An annotation that names another object was copied with it, and Argo CD itself
 * takes the object for nobody's.
 */
const argoApplication = (live) => {
    const id = annotation(live, "argocd.argoproj.io/tracking-id");
    const tracked = id === null || isOfAnother(id, (0,resource_ref/* refOf */.H8)(live)) ? null : (id.split(":")[0] ?? null);
    const application = tracked || label(live, "argocd.argoproj.io/instance");
    return application ? `Argo CD application ${application}` : null;
};
/** An object without a namespace is tracked with that of its application's destination. */
const isOfAnother = (id, ref) => {
    const parts = /^[^:]+:([^/:]*)\/([^/:]+):([^/]*)\/(.+)$/.exec(id);
    if (parts === null)
        return false;
    const { kind, namespace, name } = ref;
    const [, ofGroup, ofKind, ofNamespace, ofName] = parts;
    const elsewhere = namespace !== null && ofNamespace !== "" && ofNamespace !== namespace;
    return ofGroup !== (0,resource_ref/* groupOf */.F8)(ref) || ofKind !== kind || ofName !== name || elsewhere;
};
/**
 * Labels that Flux's controllers put on all that they apply:
 * https://fluxcd.io/flux/components/kustomize/kustomizations/ and https://github.com/fluxcd/helm-controller/pull/238
 */
const fluxOwner = (live) => {
    const owner = (group) => {
        const name = label(live, `${group}/name`);
        const namespace = label(live, `${group}/namespace`);
        return name === null ? null : namespace === null ? name : `${namespace}/${name}`;
    };
    const kustomization = owner("kustomize.toolkit.fluxcd.io");
    if (kustomization !== null)
        return `Flux Kustomization ${kustomization}`;
    const release = owner("helm.toolkit.fluxcd.io");
    return release === null ? null : `Flux HelmRelease ${release}`;
};
/**
 * The annotations by which helm knows its own:
 * https://helm.sh/docs/topics/charts/ and `checkOwnership` in helm's pkg/action/validate.go
 */
const helmRelease = (live, { release, namespace, layer }) => {
    const name = annotation(live, "meta.helm.sh/release-name");
    if (name === null)
        return null;
    const of = annotation(live, "meta.helm.sh/release-namespace") ?? "";
    if (layer === "release" && name === release && of === namespace)
        return null;
    return `helm release ${of === "" ? "" : `${of}/`}${name}`;
};
const annotation = (live, key) => (0,json_fields/* textAt */.$6)(live, ["metadata", "annotations", key]);
const label = (live, key) => (0,json_fields/* textAt */.$6)(live, ["metadata", "labels", key]);

;// CONCATENATED MODULE: ./build/src/plan/changes/owned.js


/** Why helm would not touch an object, in the owner's place. */
const nobodys = "it is there, and of no helm release: helm refuses to take it over";
/** Objects of the release that are there and are no release's: helm refuses to touch them. */
const isUnmarked = ({ layer, live }) => layer === "release" &&
    live !== null &&
    !JSON.stringify(live["metadata"] ?? {}).includes('"meta.helm.sh/release-name"');
/** Looks for owners of what would be written or deleted; what stays as it is may be anybody's. */
const ownersOf = (drafts, release, isAllowed) => {
    const found = drafts.flatMap((draft) => {
        const { live, layer } = draft;
        if (live === null || draft.action === "unchanged")
            return [];
        const ours = { release: release.name, namespace: release.namespace, layer };
        const owner = foreignOwner(live, ours) ?? (isUnmarked(draft) ? nobodys : null);
        return owner === null ? [] : [{ draft, owner }];
    });
    const refused = found
        .filter(({ draft }) => !isAllowed(draft.ref))
        .map(({ draft: { ref }, owner }) => ({ ref, owner }));
    const ofRelease = found.some(({ draft }) => draft.layer === "release");
    const forced = drafts.some(({ layer, action, takesOver }) => layer === "release" && action === "update" && takesOver);
    return {
        owners: new Map(found.map(({ draft, owner }) => [(0,resource_ref/* refKey */.XF)(draft.ref), owner])),
        refused,
        take: (helmMajor) => ({ fields: helmMajor === 4 && forced, objects: ofRelease && refused.length === 0 }),
    };
};

;// CONCATENATED MODULE: ./build/src/plan/objects/plan-tree.js




/** Objects of base and overlays, as they land. */
const wantedOfTree = (manifests, landing, isAllowed) => manifests.map((manifest) => {
    const ref = (0,objects_landing/* landed */.Jw)(manifest.ref, landing);
    return { layer: manifest.layer, ref, body: manifest.body, text: manifest.text, manifest, force: isAllowed(ref) };
});
/** What would become of them by our own server-side apply. What another manager holds is refused, and told. */
const planTree = (wanted, around) => tryObjects(wanted, {
    manager: fieldManager,
    takesOver: false,
    isSettled: (live, { body }) => isThere(live, body) && holdsJust(live, body, { name: fieldManager, operation: "Apply" }),
    isSame: isUnchanged,
}, around);

;// CONCATENATED MODULE: ./build/src/plan/objects/stale.js






/** Never deleted by us, whatever the inventory says: everything in them would go, too. */
const kept = ["Namespace", "CustomResourceDefinition"];
/**
 * What of the last deploy's inventory is still there, and in no draft, each object once: in another version of its
 * kind's group it is the same one. Only what we applied, and what bears our stamp, counts: somebody may have made an
 * object of that name anew, or have written the inventory. Throws as `readLive` does.
 */
const findStale = async (inventory, drafts, { landing, cluster, prune }) => {
    const wanted = new Set(drafts.map(({ ref }) => (0,resource_ref/* objectKey */.T5)(ref)));
    const known = inventory.filter((ref) => !wanted.has((0,resource_ref/* objectKey */.T5)(ref)) && landing.api(ref) !== undefined);
    const left = [...new Map(known.map((ref) => [(0,resource_ref/* objectKey */.T5)(ref), ref])).values()];
    const live = await readLive(left, cluster);
    const there = left.flatMap((ref) => {
        const object = live(ref);
        if (object === undefined)
            return [];
        const isStamped = Object.keys((0,json_fields/* labelsAt */.dx)(object, ["metadata", "annotations"])).some((name) => name.startsWith(stamp/* stampPrefix */.es));
        const isApplied = fieldsHeldBy(object, { name: fieldManager, operation: "Apply" }) !== null;
        return isStamped && isApplied ? [{ ref, object }] : [];
    });
    const goes = there.filter(({ ref }) => prune && !kept.includes(ref.kind));
    return {
        drafts: goes.map(({ ref, object }) => {
            const base = { layer: "prune", ref, action: "delete", unverified: null, live: object };
            return { ...base, wanted: null, after: null, takesOver: false, manifest: null };
        }),
        stale: there.filter((one) => !goes.includes(one)).map(({ ref }) => ref),
    };
};

// EXTERNAL MODULE: ./build/src/plan/release/stored-size.js
var stored_size = __webpack_require__(80473);
;// CONCATENATED MODULE: ./build/src/plan/obstacles/helm-trouble.js




/**
 * Why helm's own dry run failed, where that is not what a first install brings along: kinds and namespaces that come
 * with this plan, and a release that another helm left pending, which has an obstacle of its own. helm's words are not
 * told: a template may have put what it looked up in the cluster into them.
 */
const offlineTrouble = ({ offline, landing, revision }, release) => {
    if (offline === null || (revision !== null && isPendingStatus(revision.status)))
        return [];
    const unknown = (0,kubectl_failure/* unknownKindsIn */.zW)(offline);
    if (unknown.length > 0 && unknown.every((kind) => landing.madeKinds.has((0,objects_landing/* groupKind */.KH)(kind))))
        return [];
    // Told object by object, with who holds it.
    if (/invalid ownership metadata/.test(offline))
        return [];
    const { name, namespace } = release;
    return [
        {
            reason: "apply-failed",
            message: `helm cannot render the release ${namespace}/${name} with what is in the cluster, though it can without. Its words may quote what a template looked up there, and are not told.`,
            hint: `Run \`helm upgrade --install ${name} \u2026 --namespace ${namespace} --dry-run=server\` by hand, with the same chart and values, and correct what it names.`,
        },
    ];
};
/** Why helm could not keep the release, or soon can not. */
const sizeTrouble = (bytes) => {
    if (bytes === null || bytes < 0.9 * stored_size/* secretLimit */.w)
        return { obstacle: null, note: null };
    const what = `helm keeps the release in a Secret of about ${bytes.toLocaleString("en")} bytes, of ${stored_size/* secretLimit */.w.toLocaleString("en")} that a Secret may have`;
    if (bytes <= stored_size/* secretLimit */.w)
        return { obstacle: null, note: `${what}: little is left.` };
    const hint = "Keep large dashboards and rules in overlays instead of the values, or switch off parts of the chart.";
    return {
        obstacle: { reason: "apply-failed", message: `${what}: the API server would refuse it.`, hint },
        note: null,
    };
};

;// CONCATENATED MODULE: ./build/src/plan/obstacles/refused-objects.js



/** Objects that the cluster would refuse: those that others hold apart from all else. */
const refusals = (refused, cluster) => {
    const isHeld = ({ stderr }) => (0,kubectl_failure/* conflictsIn */.zm)(stderr).length > 0;
    const groups = [refused.filter(isHeld), refused.filter((one) => !isHeld(one))];
    return groups.flatMap((group) => {
        if (group.length === 0)
            return [];
        const { reason, message, hint } = (0,kubectl_failure/* applyError */.lD)(group, cluster);
        return [{ reason, message, hint: hintBefore(reason, group) ?? hint }];
    });
};
/** The next step where nothing is applied yet; null where it is the same as after. */
const hintBefore = (reason, refused) => {
    if (reason === "owned-elsewhere")
        return `Remove these fields from the tree or stop the other manager; or take them over by naming the objects in the input allow-owned, e.g. ${exampleOf(refused)}.`;
    if (reason !== "apply-failed" || refused.some(({ stderr }) => (0,kubectl_failure/* unknownKindsIn */.zW)(stderr).length > 0))
        return null;
    return refused.some(({ stderr }) => stderr.startsWith("the namespace "))
        ? "Add the namespace to base, or --create-namespace to the helm line of upstream/install.sh."
        : "Correct the objects in the tree or in the chart's values.";
};
/**
 * The same of the release's objects. Where helm's own name is among those that hold a field, an older helm 4 made the
 * object and noted it as an update, which its server-side apply then meets as another manager's
 * (https://github.com/helm/helm/issues/31516).
 */
const releaseRefusals = (refused, cluster) => refusals(refused, cluster).map((obstacle) => {
    if (obstacle.reason !== "owned-elsewhere")
        return obstacle;
    const held = refused.filter(({ stderr }) => (0,kubectl_failure/* conflictsIn */.zm)(stderr).length > 0);
    const own = held.some(({ stderr }) => (0,kubectl_failure/* conflictsIn */.zm)(stderr).some(({ manager }) => manager === "helm"));
    const why = own
        ? " An older helm noted its own fields as another manager's (helm issue 31516): take them over."
        : "";
    const names = held.map(({ ref }) => (0,object_name/* inputName */.yu)(ref)).join(", ");
    return {
        ...obstacle,
        message: obstacle.message.replace("that the tree sets", "that the chart sets"),
        hint: `Turn the setting off in the chart's values or stop the other manager; or have helm take these fields over by naming all of these objects in the input allow-owned: ${names}.${why}`,
    };
});

;// CONCATENATED MODULE: ./build/src/plan/obstacles/obstacles-of.js




/** Everything that refuses a plan, the order of deploys apart: whose it is before what it would do. */
const obstaclesOf = ({ cluster, inputs, stack }, release, { seen, upgrades, tree, released, owned, losses, missing, tooLarge }) => {
    // Told once, by the permission that lacks.
    const isTold = (one) => missing !== null && missing.length > 0 && lacksPermission(one);
    const open = ({ refused }) => refused.filter((one) => !isTold(one));
    return [
        ...(upgrades ? environmentObstacle(stack.release.sets) : []),
        ...ownedObstacle(owned.refused),
        ...(upgrades ? offlineTrouble(seen, release) : []),
        ...refusals(open(tree), cluster),
        ...(upgrades ? releaseRefusals(open(released), cluster) : []),
        ...goingObstacle([...seen.crds.drafts, ...tree.drafts, ...(upgrades ? released.drafts : [])]),
        ...lossObstacle(losses),
        ...(inputs.crds === "check" ? crdObstacle : storedVersionObstacle)(seen.crds),
        ...accessObstacle(missing ?? [], cluster),
        ...(tooLarge === null ? [] : [tooLarge]),
    ];
};

;// CONCATENATED MODULE: ./build/src/plan/obstacles/as-obstacle.js

/** An error as a plan tells it. */
const asObstacle = ({ reason, message, hint }) => ({ reason, message, hint });
/**
 * Throws OperatorError `apply-failed` where the cluster would take something of the plan from nobody. What people
 * decide (an owner, a loss, an older commit) is in the plan, and refuses a deploy alone.
 */
const refuseImpossible = ({ obstacles }) => {
    const [first, ...others] = obstacles.filter(({ reason }) => reason === "apply-failed");
    if (first === undefined)
        return;
    const message = [first, ...others].map((one) => one.message).join("\n");
    throw new errors/* OperatorError */.nv("apply-failed", message, `${first.hint} Nothing was changed.`);
};

;// CONCATENATED MODULE: ./build/src/plan/order/commit-order.js

/**
 * Compares a deploy with what is there. A commit is older where it is an ancestor of the deployed one; where neither
 * contains the other, or that is not known, the later run counts (GitHub numbers runs in the order in which they were
 * triggered, and a run that is started again keeps its number). Throws what `relation` throws.
 */
const commitOrder = async (deciding) => {
    const orders = [await byCommit(deciding), byChart(deciding)];
    return {
        obstacles: orders.flatMap(({ obstacles }) => obstacles),
        notes: orders.flatMap(({ notes }) => notes),
    };
};
const fine = { obstacles: [], notes: [] };
const note = (text) => ({ obstacles: [], notes: [text] });
const byCommit = async ({ deployed, candidate, relation, allowed }) => {
    if (deployed === null)
        return fine;
    const there = tell(deployed);
    if (deployed.repository !== null && candidate.repository !== null && !sameRepository(deployed, candidate))
        return elsewhere(deployed.repository, candidate.repository);
    if (deployed.commit === null || candidate.commit === null)
        return note(`Nobody can tell whether this is newer than what is deployed: ${there}.`);
    const [base, head] = [deployed.commit.toLowerCase(), candidate.commit.toLowerCase()];
    const order = base === head ? "same" : await relation(base, head);
    const why = olderBecause(order, deployed, candidate);
    if (why !== null) {
        const told = `${candidate.commit} is older than what is deployed (${there}): ${why}.`;
        if (allows(allowed, head))
            return note(`Commit ${told} The input allow-outdated names it.`);
        return outdated(`Commit ${told} It would take back what came after it.`, `Deploy the newest commit, or name this one with the input allow-outdated: ${head}.`);
    }
    if (order === "diverged")
        return note(`Commit ${head} and what is deployed (${there}) have parted: neither contains the other.`);
    return order === null ? note(`Whether commit ${head} contains what is deployed (${there}) is not known.`) : fine;
};
const olderBecause = (order, { run }, { runId }) => {
    if (order === "behind")
        return "it is an ancestor";
    const isEarlier = isRunId(run.id) && isRunId(runId) && BigInt(runId) < BigInt(run.id);
    if (!isEarlier || order === "ahead" || order === "same")
        return null;
    const why = order === null ? "the clone does not hold all commits between them" : "neither commit contains the other";
    return `run ${runId} began before run ${run.id}, and ${why}`;
};
const isRunId = (text) => text !== null && /^\d{1,20}$/.test(text);
const sameRepository = (a, b) => a.repository?.toLowerCase() === b.repository?.toLowerCase();
const elsewhere = (theirs, ours) => ({
    obstacles: [
        {
            reason: "owned-elsewhere",
            message: `The release is deployed from the repository ${theirs}, and this run is of ${ours}.`,
            hint: "Deploy it from one repository. Where it has moved, delete the ConfigMap prometheus-stack-action.<release> in the release's namespace once.",
        },
    ],
    notes: [],
});
const outdated = (message, hint) => ({
    obstacles: [{ reason: "outdated", message, hint }],
    notes: [],
});
const allows = (allowed, what) => allowed.some((one) => one.toLowerCase() === what.toLowerCase());
/** E.g. `9f8e\u2026 of refs/heads/main by https://\u2026/runs/7, 2026-03-01T12:00:00Z`. */
const tell = ({ commit, ref, run, at }) => [
    [
        commit ?? "a commit that nobody noted",
        ref === null ? null : `of ${ref}`,
        run.url === null ? null : `by ${run.url}`,
    ]
        .filter((part) => part !== null)
        .join(" "),
    at,
].join(", ");
/** A chart of another name is no older one: which it is belongs to the changes that whoever approves sees. */
const byChart = ({ releaseChart, candidate: { chart }, allowed }) => {
    const [there, here] = [commit_order_versionOf(releaseChart, chart.name), semver_default().parse(chart.version, { loose: true })];
    if (there === null || here === null || semver_default().gte(here, there))
        return fine;
    const name = `${chart.name}-${chart.version}`;
    const what = `Chart ${name} is older than that of the release, ${releaseChart}`;
    if (allows(allowed, name))
        return note(`${what}. The input allow-outdated names it.`);
    return outdated(`${what}: its CRDs and objects may not take what the newer one left.`, `Deploy chart ${releaseChart} or a newer one, or name this one with the input allow-outdated: ${name}.`);
};
/** The version in helm's `name-version`, which has no other end than the name that is expected. */
const commit_order_versionOf = (chart, name) => chart?.startsWith(`${name}-`) === true && chart.length < 300
    ? semver_default().parse(chart.slice(name.length + 1), { loose: true })
    : null;

// EXTERNAL MODULE: ./build/src/plan/order/deployed-state.js
var deployed_state = __webpack_require__(61337);
;// CONCATENATED MODULE: ./build/src/plan/order/other-stacks.js



/** Where other releases run a Prometheus in this cluster; null where this account may not see the whole cluster. */
const otherStacks = async (own, cluster) => {
    // By its path: kubectl would look up the kind first, of a CRD that may be newer than its cache.
    const path = "/apis/monitoring.coreos.com/v1/prometheuses";
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["get"], flags: [["raw", path]] }));
    if (done.code !== 0)
        return null;
    const found = (0,json_fields/* objectsAt */.yR)(JSON.parse(done.stdout), ["items"]).flatMap((object) => {
        const name = (0,json_fields/* textAt */.$6)(object, ["metadata", "annotations", "meta.helm.sh/release-name"]);
        const namespace = (0,json_fields/* textAt */.$6)(object, ["metadata", "annotations", "meta.helm.sh/release-namespace"]);
        if (name === null || namespace === null || (name === own.name && namespace === own.namespace))
            return [];
        return [{ prometheus: (0,resource_ref/* refOf */.H8)(object), release: { name, namespace } }];
    });
    const byRelease = new Map(found.toReversed().map((one) => [`${one.release.namespace}/${one.release.name}`, one]));
    return [...byRelease.values()].toReversed();
};

;// CONCATENATED MODULE: ./build/src/plan/order/pending-release.js


/**
 * Decides by the newest revision's status. `helm upgrade --install` takes a release that is deployed, failed,
 * superseded or uninstalled, and refuses any other; so do helm 3.22 and 4.3, tried one by one. A pending revision that
 * was made while one of our own runs held the lock, and was ended, is removed whatever `on-pending` says: nobody works
 * on it, for only one run has the lock.
 */
const planRecovery = (release, onPending, { record, former }) => {
    if (release === null || upgradable.has(release.status))
        return nothing;
    const { namespace, name, revision, status } = release;
    const which = `${namespace}/${name}`;
    const isPending = isPendingStatus(status);
    const own = isPending && record !== null ? former.find((holder) => wasAtWork(holder, record.createdAt)) : undefined;
    if (own !== undefined || (isPending && onPending === "rollback" && record !== null)) {
        const whose = own === undefined ? "another helm" : `the run ${own.run ?? "that held the lock"}`;
        return {
            ...nothing,
            step: "remove",
            recovery: `Revision ${revision} of the helm release ${which} is ${status}: ${whose} was ended at it. Its record is removed, and nothing else; helm goes on from the revision before.`,
        };
    }
    if (onPending === "wait" && (isPending || status === "uninstalling"))
        return {
            ...nothing,
            step: "wait",
            recovery: `Another helm works on the release ${which} (revision ${revision} is ${status}): it is waited for.`,
        };
    return { ...nothing, refusal: pendingRefusal(release, record !== null) };
};
const nothing = { recovery: null, refusal: null, step: null };
/** Statuses from which helm goes on by itself. */
const upgradable = new Set(["deployed", "failed", "superseded", "uninstalled"]);
/** Both are the API server's clock, one of them in whole seconds. */
const wasAtWork = ({ from, until }, at) => at >= from - 2000 && at <= until + 2000;
/** Each command was tried with helm 3.22 and 4.3, on a first revision and on a later one. */
const pendingRefusal = (release, removable) => {
    const { name, namespace, revision, status, updated } = release;
    const where = `${name} --namespace ${namespace}`;
    const back = `\`helm rollback ${where}\``;
    const away = `\`helm uninstall ${where}\`, which deletes what it installed`;
    const what = `The helm release ${namespace}/${name} is ${status.slice(0, 50)} (revision ${revision}, since ${updated})`;
    if (status === "uninstalling")
        return new errors/* OperatorError */.nv("release-pending", `${what}: another helm removes it, or was ended while it did.`, `Wait for the other helm. If there is none, end its work with \`helm uninstall ${where}\`${revision > 1 ? `, or bring the release back with ${back}` : ""}, and deploy again. Nothing was changed.`);
    const byHand = revision > 1 ? back : away;
    if (!isPendingStatus(status))
        return new errors/* OperatorError */.nv("release-pending", `${what}: helm goes on from no such status.`, `Look at \`helm history ${where}\`; ${byHand} mends it. Then deploy again. Nothing was changed.`);
    const byInput = removable
        ? "set the input on-pending to rollback, which removes the record of this revision and nothing else, or "
        : "";
    return new errors/* OperatorError */.nv("release-pending", `${what}: another helm works on it, or was ended while it did.`, `Wait for the other deploy, or let this one wait with on-pending: wait. If there is none, ${byInput}run ${byHand}, and deploy again. Nothing was changed.`);
};

;// CONCATENATED MODULE: ./build/src/plan/order/order.js











/**
 * `history` was read before anything else was. Throws OperatorError `unauthorized`, `cluster-unreachable` or
 * `apply-failed`.
 */
const judgeOrder = async (request, release, { revision, landing }, history) => {
    const { cluster, inputs, outside, render } = request;
    const hasPrometheus = landing.api({ apiVersion: "monitoring.coreos.com/v1", kind: "Prometheus" }) !== undefined;
    const [reading, others] = await (0,all_done/* allDone */.g)([
        (0,deployed_state/* readDeployed */.BJ)(cluster, release),
        hasPrometheus ? otherStacks(release, cluster) : [],
    ]);
    const deployed = reading.ok ? reading.deployed : null;
    const { repository, sha: commit, runId } = planSource(outside.env);
    const { chart } = render.chart;
    const [order, pending, rivals] = await (0,all_done/* allDone */.g)([
        commitOrder({
            deployed,
            releaseChart: revision?.chart ?? null,
            candidate: { repository, commit, runId, chart },
            relation: outside.relateCommits,
            allowed: inputs.allowOutdated,
        }),
        pendingOf(revision, history, request),
        judgeOthers(others ?? [], deployed, request),
    ]);
    return {
        obstacles: [...order.obstacles, ...pending.obstacles, ...rivals.obstacles],
        notes: [
            ...(reading.ok
                ? []
                : [`What is deployed cannot be told from ConfigMap ${(0,deployed_state/* deployedName */.yc)(release)}: ${reading.why}.`]),
            ...(history.holder === null ? [] : [`A deploy holds the lock of this release: ${history.holder}.`]),
            ...(others === null ? ["This account may not see whether other namespaces have a stack of their own."] : []),
            ...order.notes,
            ...rivals.notes,
        ],
        recovery: pending.recovery,
        inventory: deployed?.objects ?? [],
    };
};
const pendingOf = async (revision, { former }, { inputs, cluster }) => {
    const isPending = revision !== null && isPendingStatus(revision.status);
    const record = isPending ? await readReleaseRecord(revision, cluster) : null;
    const { recovery, refusal } = planRecovery(revision, inputs.onPending, { record, former });
    return { recovery, obstacles: refusal === null ? [] : [asObstacle(refusal)] };
};
/**
 * Another Prometheus may be wanted; one that this very folder of this repository deployed under another name is what a
 * renamed release leaves behind.
 */
const judgeOthers = async (others, deployed, { cluster, inputs, outside, stack }) => {
    const { repository } = planSource(outside.env);
    const judged = await (0,all_done/* allDone */.g)(others.map(async (other) => {
        const reading = await (0,deployed_state/* readDeployed */.BJ)(cluster, other.release);
        const theirs = reading.ok ? reading.deployed : null;
        const isOwn = theirs !== null && theirs.path === stack.path && theirs.repository === repository;
        const allowed = inputs.allowOwned.some((entry) => (0,object_name/* namesObject */.Mf)(entry, other.prometheus));
        return { other, isRenamed: isOwn && deployed === null && !allowed };
    }));
    return {
        obstacles: judged.filter(({ isRenamed }) => isRenamed).map(({ other }) => renamed(other)),
        notes: judged
            .filter(({ isRenamed }) => !isRenamed)
            .map(({ other }) => `Another stack is in this cluster: ${tellOther(other)}.`),
    };
};
const tellOther = ({ prometheus, release }) => `helm release ${release.namespace}/${release.name} with ${(0,finding/* nameOf */.Vb)(prometheus)}`;
const renamed = (other) => ({
    reason: "owned-elsewhere",
    message: `This folder is deployed already, as ${tellOther(other)}: under a new name a second stack would stand beside it.`,
    hint: `Keep the release's name and namespace, or remove the old one first (\`helm uninstall ${other.release.name} --namespace ${other.release.namespace}\`); where both are wanted, name the old one in the input allow-owned: ${(0,object_name/* inputName */.yu)(other.prometheus)}.`,
});

// EXTERNAL MODULE: ./build/src/plan/plan.js
var plan = __webpack_require__(62941);
;// CONCATENATED MODULE: ./build/src/plan/release/release-namespace.js

/**
 * Whether helm has to make the release's namespace: where nothing else does. One that is there, or that base brings, is
 * not written again by helm, which would take a permission on all namespaces and is in no plan.
 */
const helmMakesNamespace = ({ createNamespace }, { namespace }, live, drafts) => createNamespace &&
    live((0,objects_landing/* namespaceRef */.LB)(namespace)) === undefined &&
    !drafts.some(({ layer, ref }) => layer === "base" && ref.kind === "Namespace" && ref.name === namespace);
/** The stack as helm gets it. */
const withNamespaceMade = (stack, createNamespace) => ({
    ...stack,
    release: { ...stack.release, createNamespace },
});

;// CONCATENATED MODULE: ./build/src/plan/make-plan.js

























/**
 * Decides everything that a deploy would do, and changes nothing. What would be refused is in the plan, so that a
 * person sees all of it at once. Throws OperatorError `unauthorized`, `cluster-unreachable` or `apply-failed` where not
 * even that can be found out. `held` is what the lock says to the run that has it; without it the lock is read.
 */
const makePlan = async (request, held) => {
    const { stack, inputs, helm } = request;
    const release = (0,release_name/* releaseNameOf */.a)(stack.release);
    const wish = wishOf(request);
    const isAllowed = (ref) => inputs.allowOwned.some((entry) => (0,object_name/* namesObject */.Mf)(entry, ref));
    const read = await readAll(request, release, wish, { isAllowed, held });
    const { seen, history, tree, released, order } = read;
    const unstable = unstableOf(request, release, seen);
    const { action, drafts, stale } = await decide(request, read, unstable);
    const upgrades = action !== "none";
    const owned = ownersOf(drafts, release, isAllowed);
    const losses = lossesOf(drafts, inputs.allowDataLoss);
    const createsNamespace = action === "install" && helmMakesNamespace(stack.release, release, seen.live, drafts);
    const missing = await judgeAccess(request, seen, { release, drafts, upgrades, createsNamespace });
    const releaseBytes = seen.answer === null ? null : (0,stored_size/* storedBytes */.Z)(seen.answer);
    const size = sizeTrouble(upgrades ? releaseBytes : null);
    const { owners } = owned;
    const { recovery } = order;
    const found = { seen, upgrades, tree, released, owned, losses, missing, tooLarge: size.obstacle };
    const plan = assemblePlan(request, release, seen, {
        ...{ drafts, action, unstable, owners, losses, stale, recovery, releaseBytes },
        obstacles: [...order.obstacles, ...obstaclesOf(request, release, found)],
        notes: [...order.notes, ...servedNotes(drafts), ...notesOf(seen, missing, size.note)],
    });
    const upgrade = upgrades
        ? { ...wish, stack: withNamespaceMade(wish.stack, createsNamespace), take: owned.take(helm.major) }
        : null;
    return {
        plan: request.namesOnly ? namesOnly(plan) : plan,
        drafts,
        upgrade,
        revision: seen.revision,
        turn: history.holder === null ? history.turn : null,
        stale,
    };
};
/** Whether helm has to be run, and what becomes of each object, in the order in which it would be done. */
const decide = async ({ render, cluster, inputs: { prune } }, { seen, tree, released, order }, unstable) => {
    const { action, drafts } = decideRelease({ ...seen, drafts: released.drafts, chart: render.chart.chart, unstable });
    const kept = [...seen.crds.drafts, ...tree.drafts, ...drafts];
    const left = await findStale(order.inventory, kept, { landing: seen.landing, cluster, prune });
    const all = [...kept, ...left.drafts];
    return {
        action,
        drafts: plan/* planLayers */.Q7.flatMap((layer) => all.filter((draft) => draft.layer === layer)),
        stale: left.stale,
    };
};
/** What a person should know that refuses nothing. */
const notesOf = ({ crds, leftBehind, live }, missing, ofSize) => [
    ...crds.newer.map(({ ref, live: there, chart }) => `${ref.name} stays as it is: the cluster has it of release ${there}, the chart of ${chart}.`),
    ...(missing === null
        ? ["The cluster does not tell what this account may do, so that its permissions are not proved."]
        : []),
    ...(ofSize === null ? [] : [ofSize]),
    ...leftBehind
        .filter((ref) => live(ref) !== undefined)
        .map((ref) => `${(0,finding/* nameOf */.Vb)(ref)} is of a revision that failed or was ended, and helm knows of it no more: it stays.`),
];
/** Everything that is read. Throws with all permissions that this account lacks where it lacks one to read. */
const readAll = async (request, release, wish, { isAllowed, held }) => {
    try {
        // Before all else: a run that ends while the rest is read has to be found out by its turn.
        const history = held ?? (await (0,lock_lock/* readLockHistory */.Y2)({ cluster: request.cluster, release }));
        const seen = await survey(request, wish);
        return { seen, history, ...(await judge(request, release, seen, { isAllowed, history })) };
    }
    catch (thrown) {
        throw await withAllMissing(thrown, request, release, (api) => knownRefs(request, release, api));
    }
};
/** What the cluster says of all objects, and what the last deploy says of this one. */
const judge = async (request, release, seen, { isAllowed, history }) => {
    const { landing, live } = seen;
    const around = { landing, live, cluster: request.cluster };
    const wanted = wantedOfTree(treeOf(request), landing, isAllowed);
    const [tree, released, order] = await (0,all_done/* allDone */.g)([
        planTree(wanted, around),
        planRelease(seen.next, seen.last, {
            ...around,
            release,
            scratch: request.outside.scratch,
            serverSide: seen.serverSide,
            isAllowed,
        }),
        judgeOrder(request, release, seen, history),
    ]);
    return { tree, released, order };
};
/** What helm is asked for, before anything is known of owners. */
const wishOf = ({ stack, render, inputs, outside }) => ({
    stack,
    chart: render.chart.chart,
    timeoutMs: inputs.timeoutMs,
    description: (0,stamp/* describeStamp */.Fv)((0,stamp/* stampOf */.Zs)(outside.env)),
    take: { fields: false, objects: false },
});
const unstableOf = ({ render }, release, { landing }) => new Map((render.unstable ?? []).map(({ ref, pointers }) => [(0,resource_ref/* refKey */.XF)((0,objects_landing/* landed */.Jw)(ref, landing, release.namespace)), pointers]));

// EXTERNAL MODULE: ./build/src/plan/planned.js
var plan_planned = __webpack_require__(7006);
;// CONCATENATED MODULE: ./build/src/deploy/apply-layer.js









/**
 * Applies objects of the tree with new stamps, by one kubectl. Fields of others are taken over only where it is said.
 */
const applyLayer = async (drafts, applying) => {
    const results = [];
    for (const forced of [false, true])
        results.push(await applyAll(drafts.filter(({ takesOver }) => takesOver === forced), applying));
    return {
        applied: results.flatMap(({ applied }) => applied),
        error: results.map(({ error }) => error).find((error) => error !== null) ?? null,
    };
};
const applyAll = async (drafts, applying) => {
    if (drafts.length === 0)
        return { applied: [], error: null };
    const done = await apply(drafts, applying);
    if (done.code === 0)
        return { applied: drafts, error: null };
    const error = (0,kubectl_failure/* accessFailure */.$s)(done.stderr, applying.cluster);
    if (error !== null && error.reason !== "unauthorized")
        return { applied: [], error };
    const refused = await applyOneByOne(drafts, applying);
    const failed = new Set(refused.map(({ draft }) => draft));
    return {
        applied: drafts.filter((draft) => !failed.has(draft)),
        error: failed.size === 0 ? null : (0,kubectl_failure/* applyError */.lD)(refused, applying.cluster),
    };
};
/** kubectl names no object when one of many is refused; what went well before is found unchanged. */
const applyOneByOne = async (drafts, applying) => {
    const refused = [];
    for (const draft of drafts) {
        const tried = await applyOnceWebhookAnswers(draft, applying);
        const done = apply_layer_isOfOursAlone(tried.stderr) ? await apply([draft], applying, true) : tried;
        if (done.code !== 0)
            refused.push({ draft, ref: draft.ref, stderr: done.stderr });
    }
    return refused;
};
const marks = `.metadata.annotations.${stamp/* stampPrefix */.es}`;
/** Whether there are conflicts, and all of them are with what is ours in truth. */
const apply_layer_isOfOursAlone = (stderr) => {
    const conflicts = (0,kubectl_failure/* conflictsIn */.zm)(stderr);
    return conflicts.length > 0 && conflicts.every((conflict) => isLeftByUs(conflict) || isOfMarks(conflict));
};
/**
 * Our marks are ours, whoever wrote them last, e.g. who restored a backup. They are in no dry run, for they alone are
 * no change.
 */
const isOfMarks = ({ fields }) => fields.length > 0 && fields.every((field) => field.startsWith(marks));
const webhookPollMs = 2000;
/**
 * The operator's webhook may answer some seconds after its pod is Ready: until then a rule is refused
 * where failurePolicy is Fail.
 */
const applyOnceWebhookAnswers = async (draft, applying) => {
    for (;;) {
        const done = await apply([draft], applying);
        if (done.code === 0 || !(0,webhook_silent/* isWebhookSilent */.L)(done.stderr) || applying.deadline.left() === 0)
            return done;
        applying.outside.log.info(`Waiting for an admission webhook: ${(0,kubectl_failure/* told */.Ev)(done.stderr)}`);
        await (0,kubectl_deadline/* pause */.v7)(Math.min(webhookPollMs, applying.deadline.left()), applying.outside);
    }
};
const apply = async (drafts, { cluster, stamp }, force = drafts.some(({ takesOver }) => takesOver)) => cluster.kubectl((0,command_line/* commandLine */.a)({
    verb: ["apply", "--server-side", "--filename=-"],
    flags: [
        ["field-manager", fieldManager],
        ...(force ? [["force-conflicts", true]] : []),
        ["output", "name"],
    ],
}), { stdin: await stamped(joinDocuments(drafts.map(({ manifest }) => manifest?.text ?? "")), stamp, cluster) });
/**
 * kubectl itself adds the annotations: it reads YAML as the cluster's tools do (`y` is true, 0644 is 420), so that what
 * is applied is what `kubectl apply -k` would have applied.
 */
const stamped = async (text, stamp, cluster) => {
    const annotations = Object.entries(stamp).map(([name, value]) => `${name}=${value}`);
    if (annotations.length === 0)
        return text;
    const verb = ["annotate", "--local", "--overwrite", "--filename=-", "--output=json"];
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb, positionals: annotations }), { stdin: text });
    if (done.code === 0)
        return done.stdout;
    throw new errors/* OperatorError */.nv("apply-failed", `kubectl cannot read the rendered objects: ${(0,kubectl_failure/* told */.Ev)(done.stderr)}`, "Correct the objects in the tree; `kubectl kustomize` shows what is rendered.");
};

;// CONCATENATED MODULE: ./build/src/deploy/crds.js





/** An API server serves a new kind within a second or two. */
const longestWaitMs = 60_000;
/**
 * Applies CustomResourceDefinitions and waits until they serve. Throws OperatorError `apply-failed`, `unauthorized` or
 * `cluster-unreachable`.
 */
const applyCrds = async (crds, cluster, deadline) => {
    if (crds.length === 0)
        return;
    // Forced: a CRD's former managers are helm's first install and older runs, and a schema must
    // be the operator's, whole.
    const applied = await cluster.kubectl((0,command_line/* commandLine */.a)({
        verb: ["apply", "--server-side", "--force-conflicts", "--filename=-", "--output=name"],
        flags: [["field-manager", fieldManager]],
    }), { stdin: joinDocuments(crds.map(({ manifest }) => manifest?.text ?? "")), timeoutMs: 300_000 });
    if (applied.code !== 0)
        throw crds_failure("apply", applied.stderr, cluster);
    const names = crds.map(({ ref }) => `crd/${ref.name}`);
    const waited = await cluster.kubectl((0,command_line/* commandLine */.a)({
        verb: ["wait", "--for=condition=Established"],
        flags: [["timeout", `${Math.max(1, Math.ceil(Math.min(longestWaitMs, deadline.left()) / 1000))}s`]],
        positionals: names,
    }));
    if (waited.code !== 0)
        throw crds_failure("wait for", waited.stderr, cluster);
};
const crds_failure = (what, stderr, cluster) => (0,kubectl_failure/* accessFailure */.$s)(stderr, cluster) ??
    new errors/* OperatorError */.nv("apply-failed", `kubectl cannot ${what} the chart's CustomResourceDefinitions: ${(0,kubectl_failure/* told */.Ev)(stderr)}`, "Correct what the message names and deploy again.");

;// CONCATENATED MODULE: ./build/src/deploy/delete-object.js




/** Asks for an object's end and does not wait for it; somebody else may have done it meanwhile. */
const deleteObject = (ref, cluster) => cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["delete", "--filename=-", "--ignore-not-found", "--wait=false"] }), {
    stdin: JSON.stringify((0,resource_ref/* namedBy */.T)(ref)),
});
/**
 * The same of just the object that was read: another one that somebody has put in its place since is refused with
 * `(Conflict)`, and stays. kubectl asks for that by `--raw` alone.
 */
const deleteAsRead = async (ref, there, { resource }, cluster) => {
    const path = objectPath(listPath(ref.apiVersion, resource, ref.namespace), ref.name);
    const options = {
        ...{ apiVersion: "v1", kind: "DeleteOptions", propagationPolicy: "Background" },
        preconditions: { uid: (0,json_fields/* textOrEmpty */._c)(there, ["metadata", "uid"]) },
    };
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb: ["delete", "--filename=-"], flags: [["raw", path]] }), {
        stdin: JSON.stringify(options),
    });
    return /\(NotFound\)/.test(done.stderr) ? { ...done, code: 0 } : done;
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/src/deploy/progress.js

const everyMs = 15_000;
/**
 * Runs `body`; while it takes, `look` says every 15 s what it waits for, so that nobody takes a long rollout for a
 * hang. What goes wrong with looking is not told: `body` is what counts.
 */
const withProgress = async (body, look, { log, signal }) => {
    const over = new AbortController();
    const either = AbortSignal.any([over.signal, signal]);
    const tellWaiting = async () => {
        for (;;) {
            await (0,promises_.setTimeout)(everyMs, undefined, { signal: either });
            const line = await look();
            if (line !== null && !either.aborted)
                log.info(line);
        }
    };
    const telling = tellWaiting().catch(() => { });
    try {
        return await body();
    }
    finally {
        over.abort();
        await telling;
    }
};

;// CONCATENATED MODULE: ./build/src/deploy/write-state.js





/**
 * Notes what is deployed, beside the release; answers whether it was written: not where all but the time is noted
 * already. The ConfigMap is ours alone, so what somebody changed in it by hand is taken back. Throws OperatorError
 * `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
const writeDeployed = async (cluster, release, deployed) => {
    const before = await (0,deployed_state/* readDeployed */.BJ)(cluster, release);
    if (before.ok &&
        before.deployed !== null &&
        (0,external_node_util_.isDeepStrictEqual)({ ...before.deployed, at: "" }, { ...deployed, at: "" }))
        return false;
    const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: release.namespace, name: (0,deployed_state/* deployedName */.yc)(release) };
    const body = {
        apiVersion: ref.apiVersion,
        kind: ref.kind,
        metadata: {
            namespace: ref.namespace,
            name: ref.name,
            labels: { "app.kubernetes.io/managed-by": "prometheus-stack-action" },
        },
        data: { [deployed_state/* deployedKey */.cq]: JSON.stringify(deployed) },
    };
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({
        verb: ["apply", "--server-side", "--filename=-", "--force-conflicts", "--output=name"],
        flags: [["field-manager", fieldManager]],
    }), { stdin: JSON.stringify(body) });
    if (done.code !== 0)
        throw (0,kubectl_failure/* applyError */.lD)([{ ref, stderr: done.stderr }], cluster);
    return true;
};

;// CONCATENATED MODULE: ./build/src/deploy/record-deploy.js







/**
 * Notes what is going to be ours before it is: a run that is killed notes nothing afterwards, and the next one finds
 * nothing to do. Where the release's namespace is not there yet nothing can be noted, and it is tried again later.
 * Throws as `writeDeployed` does.
 */
const noteAhead = async (deploying) => {
    const { ledger, planned } = deploying;
    if (ledger.isNoted)
        return;
    const coming = planned.drafts.filter(({ layer }) => layer === "base" || layer === "overlay" || layer === "prune");
    try {
        const objects = (0,resource_ref/* uniqueRefs */.CS)([...planned.stale, ...coming.map(({ ref }) => ref)]);
        await write(deploying, { ...deployedBy(deploying), objects });
        ledger.isNoted = true;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* OperatorError */.nv && thrown.reason === "apply-failed"))
            throw thrown;
    }
};
/**
 * Notes beside the release which commit and run deployed it, and which objects of base and overlays are its own: those
 * of this tree, and of earlier ones what is still there. Throws as `writeDeployed` does.
 */
const recordDeploy = (deploying) => write(deploying, deployedBy(deploying));
const write = async ({ stack, cluster }, deployed) => {
    await writeDeployed(cluster, (0,release_name/* releaseNameOf */.a)(stack.release), deployed);
};
/** What this deploy notes of itself, as far as it has come. */
const deployedBy = ({ stack, outside, planned, ledger, render }) => {
    const { repository, sha, ref, runId, runAttempt } = planSource(outside.env);
    return {
        repository,
        commit: sha,
        ref,
        path: stack.path,
        run: { id: runId, attempt: runAttempt, url: (0,stamp/* runUrl */.Vp)(outside.env) ?? null },
        chart: chartName(render.chart.chart),
        at: new Date().toISOString(),
        objects: (0,resource_ref/* uniqueRefs */.CS)([...planned.stale, ...ownObjects(planned, ledger)]),
    };
};
/** What was applied, and what of earlier deploys has not been reached: it lies there all the same. */
const ownObjects = ({ drafts }, { objects }) => {
    const done = new Map(objects.map(({ ref, action }) => [(0,resource_ref/* refKey */.XF)(ref), action]));
    const own = drafts.filter(({ layer }) => layer === "base" || layer === "overlay" || layer === "prune");
    return own
        .filter(({ ref, live }) => (done.get((0,resource_ref/* refKey */.XF)(ref)) ?? (live === null ? "deleted" : "unchanged")) !== "deleted")
        .map(({ ref }) => ref);
};

// EXTERNAL MODULE: ./build/src/deploy/deploy-report.js
var deploy_report = __webpack_require__(68160);
;// CONCATENATED MODULE: ./build/src/deploy/release-after.js

/** What is told of the release after helm; where nobody could look, the revision before and that nothing is known. */
const releaseAfter = (state, newest, name) => {
    if (state === null)
        return null;
    if (state === undefined)
        return { ...name, revision: newest?.revision ?? 0, status: deploy_report/* unknownStatus */.l };
    const { namespace, revision, status } = state;
    return { name: state.name, namespace, revision, status };
};

;// CONCATENATED MODULE: ./build/src/kubectl/kubectl-words.js

/** `kubectl get` of all objects of some kinds in a namespace, as JSON. */
const listIn = (namespace, kinds, more = []) => (0,command_line/* commandLine */.a)({ verb: ["get"], flags: [["namespace", namespace], ["output", "json"], ...more], positionals: [kinds] });

// EXTERNAL MODULE: ./build/src/secrets/secrets-in-text.js
var secrets_in_text = __webpack_require__(18853);
;// CONCATENATED MODULE: ./build/src/deploy/container-log.js






const lines = 20;
/** Characters of a line that are shown. */
const longestLine = 500;
/** The API server asks the kubelet for it, and a node that is gone answers nobody. */
const limitSeconds = 10;
/** The end of a container's log. Whatever keeps it from us is a value: it is evidence of another thing. */
const readLogTail = async ({ namespace, pod, container, previous }, { cluster, hide }) => {
    const done = await cluster
        .kubectl((0,command_line/* commandLine */.a)({
        verb: ["logs", `--tail=${lines}`, "--limit-bytes=65536"],
        flags: [
            ["namespace", namespace],
            ["container", container],
            ["request-timeout", `${limitSeconds}s`],
            ...(previous ? [["previous", true]] : []),
        ],
        positionals: [pod],
    }), 
    // The API server passes on how it fails to reach the node: that reads as if it did not answer itself.
    { timeoutMs: (limitSeconds + 5) * 1000, patience: kubectl_deadline/* noTime */.$A })
        .catch(asSilence);
    if (done.code !== 0)
        return { log: [], noLog: hide((0,kubectl_failure/* told */.Ev)(done.stderr)).slice(0, longestLine) };
    // Hidden whole: a secret may stand on several lines.
    const log = hide(done.stdout)
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.slice(0, longestLine));
    return { log, noLog: log.length === 0 ? "it has written nothing" : null };
};
const asSilence = (thrown) => {
    if ((0,errors/* asOperatorError */.XJ)(thrown)?.reason !== "timeout")
        throw thrown;
    return { code: 1, stdout: "", stderr: `no answer within ${limitSeconds} s` };
};
/** What takes secrets out of a log: those of tree, render and cluster, and whatever stands under the name of one. */
const logHider = ({ planned, hiderWith }) => {
    const bodies = planned.drafts.flatMap(({ live, wanted, after }) => [live, wanted, after].filter((one) => one !== null));
    const hide = hiderWith(secretsOfBodies(bodies));
    return (text) => (0,secrets_in_text/* mapSecretsInText */.K)(hide(text), () => "***");
};

;// CONCATENATED MODULE: ./build/src/deploy/container-state.js


/** Stands for the name where it is the pod that is not well, and none of its containers. */
const noContainer = "-";
/**
 * A pod's containers that are not well; for a pod that has none yet, why it was not started, and where all of them are
 * well, why the pod is not. With `terminationMessagePolicy: FallbackToLogsOnError` the message of one that ended is the
 * end of its log: it is hidden like that.
 */
const containersOf = (pod, hide) => {
    const name = (0,json_fields/* textOrEmpty */._c)(pod, ["metadata", "name"]);
    if ((0,json_fields/* textOrEmpty */._c)(pod, ["status", "phase"]) === "Succeeded")
        return [];
    const started = [
        ...(0,json_fields/* objectsAt */.yR)(pod, ["status", "initContainerStatuses"]).filter((status) => !isOver(status)),
        ...(0,json_fields/* objectsAt */.yR)(pod, ["status", "containerStatuses"]),
    ];
    const ofPod = (state, noLog) => [
        { pod: name, container: noContainer, state, restarts: 0, crashed: false, noLog },
    ];
    if (started.length === 0)
        return ofPod(whyNotStarted(pod, hide), "no container was started");
    const unwell = started.filter((status) => status["ready"] !== true);
    const why = unwell.length === 0 ? whyPodUnready(pod) : null;
    if (why !== null)
        return ofPod(why, "its containers were well when they were last heard of");
    return unwell.map((status) => ({
        pod: name,
        container: (0,json_fields/* textOrEmpty */._c)(status, ["name"]),
        state: stateOf(status, hide),
        restarts: (0,json_fields/* numberAt */.tk)(status, ["restartCount"]),
        crashed: (0,manifest/* isObject */.G)((0,manifest/* valueAt */.f)(status, ["state", "waiting"])) && (0,manifest/* isObject */.G)((0,manifest/* valueAt */.f)(status, ["lastState", "terminated"])),
        noLog: null,
    }));
};
/**
 * Of a node that stops answering the control plane marks the pods as not ready, and leaves its containers as the node
 * last told (`MarkPodsNotReady` in
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/util/node/controller_utils.go); a pod that is
 * deleted there stays. Beside that only a readiness gate keeps a pod from being ready whose containers are.
 */
const whyPodUnready = (pod) => {
    const node = `node ${(0,json_fields/* textOrEmpty */._c)(pod, ["spec", "nodeName"])}`;
    const due = (0,json_fields/* textOrEmpty */._c)(pod, ["metadata", "deletionTimestamp"]);
    if (due !== "")
        return `being deleted, due at ${due}, and ${node} has not confirmed it`;
    const conditions = (0,json_fields/* objectsAt */.yR)(pod, ["status", "conditions"]);
    const ready = conditions.find(({ type }) => type === "Ready");
    if (ready === undefined || ready["status"] === "True")
        return null;
    const unmet = (0,json_fields/* objectsAt */.yR)(pod, ["spec", "readinessGates"])
        .map((gate) => (0,json_fields/* textOrEmpty */._c)(gate, ["conditionType"]))
        .find((gate) => !conditions.some(({ type, status }) => type === gate && status === "True"));
    if (unmet !== undefined)
        return `not ready: its readiness gate ${unmet} is not met`;
    const since = (0,json_fields/* textOrEmpty */._c)(ready, ["lastTransitionTime"]);
    return `not ready${since === "" ? "" : ` since ${since}`}: ${node} is not ready, and no longer speaks for it`;
};
const isOver = (status) => (0,json_fields/* textOrEmpty */._c)(status, ["state", "terminated", "reason"]) === "Completed" || status["ready"] === true;
const whyNotStarted = (pod, hide) => {
    const unmet = (0,json_fields/* objectsAt */.yR)(pod, ["status", "conditions"]).find((condition) => condition["type"] === "PodScheduled" && condition["status"] === "False");
    if (unmet !== undefined)
        return joined(hide, "not scheduled", (0,json_fields/* textOrEmpty */._c)(unmet, ["reason"]), (0,json_fields/* textOrEmpty */._c)(unmet, ["message"]));
    const phase = (0,json_fields/* textOrEmpty */._c)(pod, ["status", "phase"]) || "Pending";
    return joined(hide, phase.toLowerCase(), (0,json_fields/* textOrEmpty */._c)(pod, ["status", "reason"]), (0,json_fields/* textOrEmpty */._c)(pod, ["status", "message"]));
};
/** A container that keeps crashing is found waiting: how it ended the last time is what tells. */
const stateOf = (status, hide) => {
    const now = describe(status, "state", hide);
    const before = describe(status, "lastState", hide);
    return before === "" ? now || "not started" : `${now}; before: ${before}`;
};
const describe = (status, field, hide) => {
    const state = status[field];
    if (!(0,manifest/* isObject */.G)(state))
        return "";
    if ((0,manifest/* isObject */.G)(state["waiting"]))
        return joined(hide, "waiting", (0,json_fields/* textOrEmpty */._c)(state["waiting"], ["reason"]), (0,json_fields/* textOrEmpty */._c)(state["waiting"], ["message"]));
    const { terminated } = state;
    if ((0,manifest/* isObject */.G)(terminated)) {
        const code = `exit code ${(0,json_fields/* numberAt */.tk)(terminated, ["exitCode"])}`;
        return joined(hide, `terminated: ${(0,json_fields/* textOrEmpty */._c)(terminated, ["reason"]) || "Error"}, ${code}`, (0,json_fields/* textOrEmpty */._c)(terminated, ["message"]));
    }
    return (0,manifest/* isObject */.G)(state["running"]) ? "running, not ready" : "";
};
/** Hidden before it is cut: half a secret is found no more. */
const joined = (hide, ...parts) => parts
    .map((part) => hide(part).trim())
    .filter((part) => part !== "")
    .join(": ")
    .slice(0, 500);

;// CONCATENATED MODULE: ./build/src/deploy/evidence.js








/**
 * What is known of each object's pods, logs and events, read before anything touches them. What cannot be read is left
 * out; of logs it is said why.
 */
const collectEvidence = async (unready, collecting) => {
    const { cluster } = collecting;
    const namespaces = [...new Set(unready.map(({ ref }) => ref.namespace ?? ""))];
    const objects = (await Promise.all(namespaces.map((namespace) => readNamespace(namespace, cluster)))).flat();
    const hide = logHider(collecting);
    const found = unready.map(({ ref, why }) => evidenceOf(ref, why, objects, hide));
    return (0,all_done/* allDone */.g)(found.map(async (one, index) => ({
        ...one,
        containers: await (0,all_done/* allDone */.g)(one.containers.map(async (container, nth) => {
            const { crashed, noLog, ...told } = container;
            const isRead = index < mostLoggedObjects && nth < mostLogs;
            return { ...told, ...(await logOf(container, one.ref, isRead, { cluster, hide })) };
        })),
    })));
};
/** Logs that are read: of so many objects, of so many containers each. */
const mostLoggedObjects = 5;
const mostLogs = 2;
const logOf = ({ pod, container, crashed, noLog }, { namespace }, isRead, by) => {
    if (noLog !== null)
        return { log: [], noLog };
    if (!isRead)
        return { log: [], noLog: "only the first containers' logs are read" };
    return readLogTail({ namespace: namespace ?? "", pod, container, previous: crashed }, by);
};
/** Kubernetes keeps events for an hour; without the right to read them the rest is evidence enough. */
const readNamespace = async (namespace, cluster) => {
    const kinds = ["pods", "events", "replicasets.apps", "deployments.apps,statefulsets.apps,daemonsets.apps,jobs.batch"];
    const read = kinds.map((kind) => cluster.kubectl(listIn(namespace, kind)));
    return (await Promise.all(read)).flatMap(({ code, stdout }) => (code === 0 ? (0,kubectl_output/* objectsOf */.i)(stdout) : []));
};
const mostContainers = 10;
const mostEvents = 10;
const evidenceOf = (ref, why, objects, hide) => {
    const family = familyOf(ref, objects);
    const pods = family.filter((object) => object["kind"] === "Pod");
    return {
        ref,
        why,
        containers: pods.flatMap((pod) => containersOf(pod, hide)).slice(0, mostContainers),
        events: eventsOf(family, objects).slice(-mostEvents),
    };
};
/** The object and what it owns, at any depth: Deployment, ReplicaSets, Pods. */
const familyOf = (ref, objects) => {
    const family = objects.filter((object) => (0,resource_ref/* sameRef */.WY)((0,resource_ref/* refOf */.H8)(object), ref));
    // Grows while it is walked: every member's children are looked for once.
    for (const member of family) {
        const uid = (0,json_fields/* textOrEmpty */._c)(member, ["metadata", "uid"]);
        const children = objects.filter((object) => (0,json_fields/* objectsAt */.yR)(object, ["metadata", "ownerReferences"]).some((by) => by["uid"] === uid));
        family.push(...children.filter((child) => !family.includes(child)));
    }
    return family;
};
/** Oldest first; warnings only, unless there are none. */
const eventsOf = (family, objects) => {
    const uids = new Set(family.map((object) => (0,json_fields/* textOrEmpty */._c)(object, ["metadata", "uid"])));
    const events = objects
        .filter((object) => object["kind"] === "Event" && uids.has((0,json_fields/* textOrEmpty */._c)(object, ["involvedObject", "uid"])))
        .sort((a, b) => (lastSeen(a) < lastSeen(b) ? -1 : 1));
    const warnings = events.filter((event) => event["type"] === "Warning");
    return (warnings.length > 0 ? warnings : events).map((event) => ({
        object: `${(0,json_fields/* textOrEmpty */._c)(event, ["involvedObject", "kind"])} ${(0,json_fields/* textOrEmpty */._c)(event, ["involvedObject", "name"])}`,
        reason: (0,json_fields/* textOrEmpty */._c)(event, ["reason"]),
        message: (0,cluster_error/* withoutValues */.l)((0,json_fields/* textOrEmpty */._c)(event, ["message"])).slice(0, 500),
        count: (0,json_fields/* numberAt */.tk)(event, ["count"]) || (0,json_fields/* numberAt */.tk)(event, ["series", "count"]) || 1,
    }));
};
const lastSeen = (event) => (0,json_fields/* textOrEmpty */._c)(event, ["series", "lastObservedTime"]) ||
    (0,json_fields/* textOrEmpty */._c)(event, ["lastTimestamp"]) ||
    (0,json_fields/* textOrEmpty */._c)(event, ["eventTime"]) ||
    (0,json_fields/* textOrEmpty */._c)(event, ["metadata", "creationTimestamp"]);

;// CONCATENATED MODULE: ./build/src/deploy/owner-state.js



/** Whether an operator has ever said anything of its custom resource: without one, nothing writes its conditions. */
const isSpokenOf = (owner) => conditionsOf(owner).length > 0;
/**
 * Why the operator has not carried out its custom resource as it is now; null when it has. What it made may not be
 * ready yet all the same: `ReconciliationTracker` in prometheus-operator's pkg/operator/operator.go.
 */
const unreconciled = (owner) => {
    const done = conditionsOf(owner).find(({ type }) => type === "Reconciled");
    if (done === undefined || !owner_state_isCurrent(done, owner))
        return "the operator has not seen the change yet";
    if (done["status"] === "True")
        return null;
    const said = (0,cluster_error/* withoutValues */.l)((0,json_fields/* textOrEmpty */._c)(done, ["message"]).trim()).slice(0, 500);
    return said === "" ? "the operator could not carry it out" : `the operator could not carry it out: ${said}`;
};
/**
 * Of a Prometheus, Alertmanager and the like; null where the operator does not say that all of its pods are ready, and
 * as the resource wants them: `StatefulSetReporter` in prometheus-operator's pkg/operator/statefulset_reporter.go.
 */
const ownerState = (owner) => {
    const isAvailable = conditionsOf(owner).some((one) => one["type"] === "Available" && one["status"] === "True" && owner_state_isCurrent(one, owner));
    const count = (name) => (0,json_fields/* numberAt */.tk)(owner, ["status", name]);
    const [desired, ready] = [count("replicas"), count("availableReplicas")];
    const isDone = isAvailable && unreconciled(owner) === null && count("updatedReplicas") >= desired && ready >= desired;
    return isDone ? { ref: (0,resource_ref/* refOf */.H8)(owner), ready, desired, why: null } : null;
};
const conditionsOf = (owner) => (0,json_fields/* objectsAt */.yR)(owner, ["status", "conditions"]);
const owner_state_isCurrent = (condition, owner) => (0,json_fields/* numberAt */.tk)(condition, ["observedGeneration"]) >= (0,json_fields/* numberAt */.tk)(owner, ["metadata", "generation"]);

;// CONCATENATED MODULE: ./build/src/deploy/workload.js


const workloadKinds = ["Deployment", "StatefulSet", "DaemonSet"];
/** The state of a live Deployment, StatefulSet or DaemonSet. */
const workloadState = (object) => {
    const ref = (0,resource_ref/* refOf */.H8)(object);
    const now = counts(ref.kind, object);
    // An old replica that still answers is no sign that the new one ever will.
    return { ref, ready: Math.max(0, now.ready - now.old), desired: now.desired, why: pending(object, now) };
};
const counts = (kind, object) => {
    const status = (name) => (0,json_fields/* numberAt */.tk)(object, ["status", name]);
    // Pods of these are replaced only when somebody deletes them: the old ones are no unfinished rollout.
    const byHand = (0,json_fields/* textOrEmpty */._c)(object, ["spec", "updateStrategy", "type"]) === "OnDelete";
    if (kind === "DaemonSet") {
        const desired = status("desiredNumberScheduled");
        const updated = byHand ? desired : status("updatedNumberScheduled");
        return { desired, ready: status("numberReady"), updated, available: status("numberAvailable"), old: 0 };
    }
    const { replicas } = (object["spec"] ?? {});
    const desired = replicas ?? 1;
    const partitioned = (0,json_fields/* numberAt */.tk)(object, ["spec", "updateStrategy", "rollingUpdate", "partition"]) > 0;
    const updated = byHand || partitioned ? desired : status("updatedReplicas");
    const old = kind === "Deployment" ? Math.max(0, status("replicas") - updated) : 0;
    return { desired, ready: status("readyReplicas"), updated, available: status("availableReplicas"), old };
};
const pending = (object, { ready, desired, updated, available, old }) => {
    if ((0,json_fields/* numberAt */.tk)(object, ["status", "observedGeneration"]) < (0,json_fields/* numberAt */.tk)(object, ["metadata", "generation"]))
        return "its controller has not seen the change yet";
    if (updated < desired)
        return `${updated} of ${desired} replicas updated`;
    if (old > 0)
        return `${old} of the replicas before the change still run: those that replace them are not ready`;
    if (ready < desired)
        return `${ready} of ${desired} replicas ready`;
    return available < desired ? `${available} of ${desired} replicas available` : null;
};

;// CONCATENATED MODULE: ./build/src/deploy/workloads.js














/** Why a workload is not ready that was rendered and is not live. */
const notThere = "it is not there";
const notMade = "the operator has made no StatefulSet of it yet";
/** Objects without a namespace are the release's when the chart rendered them. */
const expectedWorkloads = (manifests, namespace) => {
    const refs = manifests.map(({ ref }) => ({ ...ref, namespace: ref.namespace ?? namespace }));
    return {
        workloads: refs.filter(({ kind, apiVersion }) => workloadKinds.includes(kind) && apiVersion === "apps/v1"),
        owners: refs.filter((ref) => (0,changes_operated/* operatedKind */.$)(ref) !== null),
    };
};
/** Those of the chart, and of base and overlays. */
const expectedOfDeploy = ({ stack, render }) => {
    const tree = render.roots.flatMap(({ manifests }) => manifests).filter(({ ref }) => ref.namespace !== null);
    return expectedWorkloads([...render.chart.manifests, ...tree], stack.release.namespace.value);
};
/**
 * The state of every expected workload; one that is not there is not ready. Throws OperatorError `unauthorized`
 * or `cluster-unreachable`.
 */
const readWorkloads = async (expected, cluster) => (await look(expected, cluster)).states;
/** The custom resources are read first: what the operator made of them is there when it says that it has. */
const look = async (expected, cluster) => {
    const ownerAt = await readLive(expected.owners, cluster);
    const namespaces = [...new Set([...expected.workloads, ...expected.owners].map(({ namespace }) => namespace ?? ""))];
    const live = (await Promise.all(namespaces.map((namespace) => listWorkloads(namespace, cluster)))).flat();
    const rendered = expected.workloads.map((ref) => {
        const found = live.find((object) => (0,resource_ref/* sameRef */.WY)((0,resource_ref/* refOf */.H8)(object), ref));
        return found === undefined ? { ref, ready: 0, desired: 1, why: notThere } : workloadState(found);
    });
    // What is being deleted was made of the custom resource as it was.
    const staying = live.filter((object) => !isBeingDeleted(object));
    const made = staying.flatMap((object) => {
        const madeOf = expected.owners.find((owner) => owns(owner, object));
        return madeOf === undefined ? [] : [{ ...workloadState(object), madeOf }];
    });
    const unmade = expected.owners.filter((owner) => !made.some(({ madeOf }) => madeOf === owner));
    const hasOperator = expected.owners.some((ref) => isSpokenOf(ownerAt(ref) ?? {}));
    const untaken = expected.owners.flatMap((ref) => {
        const why = whyUntaken(ownerAt(ref), { isMade: !unmade.includes(ref), hasOperator });
        return why === null ? [] : [{ ref, ready: 0, desired: 1, why }];
    });
    return { states: [...rendered, ...untaken, ...made], unmade };
};
/**
 * Why the operator has yet to act on its custom resource, whatever is there of it; null where it has, and where nothing
 * tells that one runs: a test cluster has none, and old ones say nothing.
 */
const whyUntaken = (owner, { isMade, hasOperator }) => {
    if (owner === undefined)
        return notThere;
    if (!isSpokenOf(owner))
        return hasOperator && !isMade ? notMade : null;
    // What is paused is left as it is.
    return unreconciled(owner) ?? (isMade || (0,manifest/* valueAt */.f)(owner, ["spec", "paused"]) === true ? null : notMade);
};
const listWorkloads = async (namespace, cluster) => {
    const kinds = "deployments.apps,statefulsets.apps,daemonsets.apps";
    const done = await cluster.kubectl(listIn(namespace, kinds));
    if (done.code === 0)
        return (0,kubectl_output/* objectsOf */.i)(done.stdout);
    const ref = { apiVersion: "v1", kind: "Namespace", namespace: null, name: namespace };
    throw (0,kubectl_failure/* accessFailure */.$s)(done.stderr, cluster) ?? (0,kubectl_failure/* applyError */.lD)([{ ref, stderr: done.stderr }], cluster);
};
const owns = (owner, object) => (0,resource_ref/* refOf */.H8)(object).namespace === owner.namespace &&
    (0,json_fields/* objectsAt */.yR)(object, ["metadata", "ownerReferences"]).some((by) => (0,json_fields/* textOrEmpty */._c)(by, ["kind"]) === owner.kind && (0,json_fields/* textOrEmpty */._c)(by, ["name"]) === owner.name);
const pollMs = 1000;
/**
 * A running operator says something of its first custom resource within a second or two; one that is not real (a test
 * cluster) never does.
 */
const operatorMs = 3000;
/** Waits until every workload is ready or the time is up; answers the last state seen. */
const waitForWorkloads = async (expected, waiting) => {
    const { cluster, outside, deadline, firstInstall, isExcused = () => false } = waiting;
    const operatorEnd = outside.now() + (firstInstall ? operatorMs : 0);
    let [states, unmade] = [[], []];
    const settle = async () => {
        for (;;) {
            ({ states, unmade } = await look(expected, cluster));
            const mayCome = unmade.length > 0 && outside.now() < operatorEnd;
            const isDone = states.every((state) => state.why === null || isExcused(state));
            if ((isDone && !mayCome) || deadline.left() === 0)
                return states;
            await (0,kubectl_deadline/* pause */.v7)(Math.min(pollMs, Math.max(1, deadline.left())), outside);
        }
    };
    await withProgress(settle, async () => tellWaiting(states), outside);
    if (unmade.length > 0)
        outside.log.info(`${unmade.map(finding/* nameOf */.Vb).join(", ")}: there is no StatefulSet of it yet; the operator makes it`);
    return states;
};
/** One line for a person who waits, or null when all is ready. */
const tellWaiting = (states) => {
    const waiting = states.filter(({ why }) => why !== null);
    if (waiting.length === 0)
        return null;
    const named = waiting.slice(0, 5).map(({ ref, why }) => `${(0,finding/* nameOf */.Vb)(ref)} (${why})`);
    const more = waiting.length > named.length ? ` and ${waiting.length - named.length} more` : "";
    return `Waiting for ${waiting.length} of ${states.length} workloads: ${named.join(", ")}${more}`;
};

;// CONCATENATED MODULE: ./build/src/deploy/rollout.js








/**
 * Notes in the ledger which workloads and hook Jobs are there and not ready after helm failed, and answers the error
 * to throw. Only what exists is blamed: what helm never came to make says nothing. Where nothing can be read any more,
 * the error stays as it is.
 */
const blameWorkloads = async (error, expected, hooks, request, ledger) => {
    const { stack, cluster, outside } = request;
    if (outside.signal.aborted || error.reason === "cluster-unreachable")
        return error;
    const namespace = stack.release.namespace.value;
    const [states, jobs] = await Promise.all([
        readWorkloads(expected, cluster).catch(nothingToSee),
        unfinishedJobs(hooks, namespace, cluster),
    ]);
    const live = states.filter(({ why }) => why !== notThere);
    ledger.workloads = live.map(({ ref, ready, desired }) => ({ ref, ready, desired }));
    ledger.notReady = await collectEvidence([...unreadyOf(live), ...jobs], request);
    if (ledger.notReady.length === 0)
        return error;
    return new errors/* OperatorError */.nv(error.reason, `${error.message}\n${tellUnready(ledger.notReady)}`, error.hint, {
        cause: error,
    });
};
/** An account that may not look: helm's own error is the one to tell. */
const nothingToSee = (thrown) => {
    if (thrown instanceof errors/* OperatorError */.nv && thrown.reason !== "cancelled")
        return [];
    throw thrown;
};
/**
 * Notes in the ledger which workloads are not ready; throws OperatorError `timeout`, with the evidence in the ledger,
 * where one of them is not excused. Of an excused one nothing is collected: a node that is away answers for no log.
 */
const refuseUnready = async (states, request, ledger, isExcused) => {
    const unready = unreadyOf(states.filter((state) => !isExcused(state)));
    const excused = unreadyOf(states.filter(isExcused)).map(({ ref, why }) => ({
        ...{ ref, why: `${why}; ${asBefore}` },
        ...{ containers: [], events: [] },
    }));
    const found = unready.length === 0 ? [] : await collectEvidence(unready, request);
    ledger.notReady = [...found, ...excused];
    if (unready.length === 0)
        return;
    throw new errors/* OperatorError */.nv("timeout", `${unready.length} of ${states.length} workloads are not ready after ${Math.ceil(request.inputs.timeoutMs / 1000)} s:\n${tellUnready(found)}`, "Mend what is not ready, or give the rollout more time with the input timeout.");
};
const asBefore = "it was not ready before this deploy either, which writes nothing of it";
/** Those that are not ready. */
const unreadyOf = (states) => states.flatMap(({ ref, why }) => (why === null ? [] : [{ ref, why }]));
/** One line an object: what is wrong with its first container says more than a count. */
const tellUnready = (notReady) => notReady
    .slice(0, 5)
    .map(({ ref, why, containers: [first] }) => {
    const seen = first === undefined ? "" : `; pod ${first.pod}, container ${first.container}: ${first.state}`;
    return `  - ${(0,finding/* nameOf */.Vb)(ref)}: ${why}${seen}`;
})
    .join("\n");
const unfinishedJobs = async (hooks, namespace, cluster) => {
    const refs = hooks
        .filter(({ ref }) => ref.kind === "Job")
        .map(({ ref }) => ({ ...ref, namespace: ref.namespace ?? namespace }));
    if (refs.length === 0)
        return [];
    const done = await cluster.kubectl(listIn(namespace, "jobs.batch"));
    if (done.code !== 0)
        return [];
    return (0,kubectl_output/* objectsOf */.i)(done.stdout)
        .filter((job) => refs.some((ref) => (0,resource_ref/* sameRef */.WY)((0,resource_ref/* refOf */.H8)(job), ref)) && !isComplete(job))
        .map((job) => ({ ref: (0,resource_ref/* refOf */.H8)(job), why: "the hook did not complete" }));
};
const isComplete = (job) => (0,json_fields/* objectsAt */.yR)(job, ["status", "conditions"]).some(({ type, status }) => type === "Complete" && status === "True");

// EXTERNAL MODULE: ./build/src/kubectl/passing-trouble.js
var passing_trouble = __webpack_require__(34242);
;// CONCATENATED MODULE: ./build/src/deploy/helm-upgrade.js








/** helm gives up by itself after its timeout, and notes that; this is for one that hangs, or waits for hooks too. */
const graceMs = 5000;
/** Runs `helm upgrade --install --wait` once. However it failed or was ended is a value. */
const runUpgrade = async (upgrade, { helm, cluster, outside }) => {
    const name = (0,release_name/* releaseNameOf */.a)(upgrade.stack.release);
    const values = await (0,copy_values/* copyValues */.YQ)(upgrade.stack, outside.scratch);
    const done = await helm
        .run(upgradeArguments(upgrade, values, helm, cluster.helmFlags), {
        env: cluster.env,
        cwd: values.folder,
        timeoutMs: upgrade.timeoutMs + graceMs,
    })
        .catch(asEnded);
    if (done instanceof errors/* OperatorError */.nv)
        return { error: done, trouble: null };
    if (done.code === 0)
        return { release: deployed(done.stdout, name) };
    return { error: upgradeError(done, upgrade, cluster), trouble: (0,passing_trouble/* passingTrouble */.t)(done.stderr) };
};
/** helm was ended, because it hung or because the run is: what it left can still be found out. */
const asEnded = (thrown) => {
    if (thrown instanceof errors/* OperatorError */.nv)
        return thrown;
    throw thrown;
};
const deployed = (stdout, release) => {
    const body = JSON.parse(stdout);
    return {
        ...release,
        revision: (0,json_fields/* numberAt */.tk)(body, ["version"]),
        base: (0,json_fields/* numberAt */.tk)(body, ["version"]),
        status: (0,json_fields/* textOrEmpty */._c)(body, ["info", "status"]),
        updated: (0,json_fields/* textOrEmpty */._c)(body, ["info", "last_deployed"]),
        chart: `${(0,json_fields/* textOrEmpty */._c)(body, ["chart", "metadata", "name"])}-${(0,json_fields/* textOrEmpty */._c)(body, ["chart", "metadata", "version"])}`,
    };
};
/** A helm of nobody who takes our lock began its revision between two looks of ours, which then begins none. */
const wasFaster = (stderr) => /cannot re-?use a name that is still in use|release: already exists/.test(stderr);
/** helm tells a failure only in prose, also with `-o json`. */
const upgradeError = ({ code, stderr: said }, upgrade, cluster) => {
    const { stack, timeoutMs } = upgrade;
    const { release } = stack;
    const stderr = (0,copy_values/* withNamesOfTree */.A_)(said, stack);
    const which = `helm upgrade of release ${release.namespace.value}/${release.name.value}`;
    const what = `${which} failed: ${(0,kubectl_failure/* told */.Ev)(stderr)}`;
    if (code > 128)
        return new errors/* OperatorError */.nv("apply-failed", `${which} was ended from outside (signal ${code - 128}).`, "Look at what ends programs on this runner, e.g. a lack of memory, and deploy again.");
    if ((0,kubectl_failure/* conflictsIn */.zm)(stderr).length > 0 || /invalid ownership metadata/.test(stderr))
        return new errors/* OperatorError */.nv("owned-elsewhere", what, "Another manager or release holds what the chart sets, and it is not taken from it: remove the object or the setting there, or turn it off in the chart's values.");
    if (isAtWork(stderr) || wasFaster(stderr))
        return new errors/* OperatorError */.nv("release-pending", what, "Wait for the other deploy, then deploy again.");
    const access = (0,kubectl_failure/* accessFailure */.$s)(stderr, cluster);
    if (access !== null)
        return access;
    if (/timed out|deadline exceeded|not ready/.test(stderr))
        return new errors/* OperatorError */.nv("timeout", what, `Mend what is not ready, or give the rollout more than ${Math.ceil(timeoutMs / 1000)} s with the input timeout.`);
    return new errors/* OperatorError */.nv("apply-failed", what, /namespaces? ".*" not found/.test(stderr)
        ? "Add the namespace to base, or --create-namespace to the helm line of upstream/install.sh."
        : "Correct what helm names in the values or the chart, and deploy again.");
};

;// CONCATENATED MODULE: ./build/src/deploy/leave-no-pending.js


/**
 * The newest revision of a release after a helm of this run has ended. One that is pending, and newer than `from`, is
 * that helm's, for only one run has the lock: its record is removed, as the next run would do. Throws as `readRevision`
 * does.
 */
const leaveNoPending = async (release, from, on) => {
    const now = await readRevision(release, on);
    if (now === null || now.revision <= from || !isPendingStatus(now.status))
        return now;
    const record = await readReleaseRecord(now, on.cluster);
    if (record === null)
        return now;
    await deleteReleaseRecord(record, on.cluster);
    return readRevision(release, on);
};
/** Of a run that is ended: the runner kills it ten seconds after the first signal. */
const endedMs = 2500;
/**
 * The newest revision after a helm of this run has failed or was ended, pending ones removed as by `leaveNoPending`,
 * also where the run is being ended. Undefined where it cannot be found out, or where it is another run's by now. Not
 * for a helm that was refused because another one is at work: what is pending then is that one's.
 */
const leftByHelm = async (release, from, { reason }, { helm, cluster, outside }) => {
    if (reason === "locked")
        return undefined;
    const own = outside.signal.aborted ? { signal: AbortSignal.timeout(endedMs) } : {};
    return leaveNoPending(release, from, {
        helm: { ...helm, run: (args, options) => helm.run(args, { ...options, ...own }) },
        cluster: { ...cluster, kubectl: (args, options) => cluster.kubectl(args, { ...options, ...own }) },
    }).catch(() => undefined);
};

;// CONCATENATED MODULE: ./build/src/deploy/upgrade-release.js




/** With less than this left a repeated helm could not become ready. */
const leastMs = 5000;
/** A server that fails at the same object again and again is set up wrongly. */
const mostInternal = 3;
/**
 * Runs `helm upgrade --install --wait` until the deadline. A helm that lost the API server is not run again blindly:
 * what it left is read first, a pending revision of its own is removed, and one that was deployed all the same is taken
 * as what it is. However it fails or is ended is a value.
 */
const upgradeRelease = async (upgrade, before, upgrading) => {
    const { deadline, outside } = upgrading;
    const name = (0,release_name/* releaseNameOf */.a)(upgrade.stack.release);
    const isRefused = false;
    let from = before?.revision ?? 0;
    for (let [runs, internal] = [1, 0];; runs += 1) {
        const ended = await runUpgrade({ ...upgrade, timeoutMs: 1000 * Math.max(1, Math.ceil(deadline.left() / 1000)) }, upgrading);
        if ("release" in ended)
            return { release: ended.release, error: null, isRefused };
        const { error, trouble } = ended;
        if (error.reason === "release-pending") {
            // What is pending may be of our own helm before, whose end nobody saw.
            if (runs > 1)
                return { release: undefined, error, isRefused };
            return { release: await readRevision(name, upgrading).catch(() => before), error, isRefused: true };
        }
        const release = await leftByHelm(name, from, error, upgrading);
        if (trouble === null || release === undefined || outside.signal.aborted)
            return { release, error, isRefused };
        if (release !== null && release.revision > from && release.status === "deployed")
            return { release, error: null, isRefused };
        // Its record could not be removed, and helm would be refused for it.
        if (release !== null && isPendingStatus(release.status))
            return { release, error, isRefused };
        if (trouble === "internal")
            internal += 1;
        if (internal === mostInternal || deadline.left() < leastMs)
            return { release, error, isRefused };
        from = release?.revision ?? 0;
        const state = release === null ? "there is no release" : `revision ${from} is ${release.status}`;
        outside.log.info(`helm lost the API server (${error.message}); ${state}, and helm is run again.`);
    }
};

// EXTERNAL MODULE: ./build/src/core/forms.js
var core_forms = __webpack_require__(73535);
;// CONCATENATED MODULE: ./build/src/deploy/webhook.js





const webhookKinds = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"];
/** The Services of the chart's webhooks that judge objects of these resources, e.g. `prometheusrules`. */
const webhooksFor = (kinds, chart) => {
    const resources = kinds.map((kind) => `${kind.toLowerCase()}s`);
    const services = chart
        .filter(({ ref }) => webhookKinds.includes(ref.kind))
        .flatMap(({ body }) => (0,json_fields/* objectsAt */.yR)(body, ["webhooks"]))
        .filter((webhook) => (0,json_fields/* objectsAt */.yR)(webhook, ["rules"]).some(({ resources: judged }) => Array.isArray(judged) && resources.some((one) => judged.includes(one))))
        .map((webhook) => ({
        namespace: (0,json_fields/* textOrEmpty */._c)(webhook, ["clientConfig", "service", "namespace"]),
        name: (0,json_fields/* textOrEmpty */._c)(webhook, ["clientConfig", "service", "name"]),
    }));
    const byName = new Map(services.map((service) => [`${service.namespace}/${service.name}`, service]));
    // The chart names them: what is no Service's name would say more in a label selector.
    return [...byName.values()].filter((one) => core_forms/* namespaceName */.dz.fits(one.name) && core_forms/* namespaceName */.dz.fits(one.namespace));
};
const webhook_pollMs = 1000;
const longestMs = 30_000;
/**
 * Waits until each Service has an endpoint that is ready, at most 30 s: with failurePolicy Ignore, as the chart
 * sets it, a rule that is applied before would go in unjudged. With Fail the apply itself is repeated, so
 * nothing depends on this wait.
 */
const waitForWebhooks = async (services, { cluster, outside, deadline, }) => {
    const end = outside.now() + Math.min(longestMs, deadline.left());
    for (const service of services) {
        while ((await isReady(service, cluster)) === false) {
            if (outside.now() >= end) {
                outside.log.info(`The admission webhook behind Service ${service.namespace}/${service.name} has no ready endpoint; going on without it`);
                break;
            }
            await (0,kubectl_deadline/* pause */.v7)(webhook_pollMs, outside);
        }
    }
};
/** Null where this account may not read it. */
const isReady = async ({ namespace, name }, cluster) => {
    const selector = `kubernetes.io/service-name=${name}`;
    const done = await cluster.kubectl(listIn(namespace, "endpointslices.discovery.k8s.io", [["selector", selector]]));
    if (done.code !== 0)
        return null;
    return (0,kubectl_output/* objectsOf */.i)(done.stdout)
        .flatMap((slice) => (0,json_fields/* objectsAt */.yR)(slice, ["endpoints"]))
        .some(({ conditions }) => conditions?.ready !== false);
};

;// CONCATENATED MODULE: ./build/src/deploy/apply-plan.js















/**
 * Does what the plan says and nothing else: CRDs, base, the release, overlays, deletes, in this order. What was done
 * before a failure is in the ledger. `newest` is the release's revision that helm goes on from. Throws OperatorError.
 */
const applyPlan = async (deploying, newest) => {
    const { planned, outside, cluster } = deploying;
    const layers = layersOf(planned.drafts);
    const begin = (at) => {
        const of = planned.drafts.filter(differs).length;
        deploying.ledger.writing = { at, of, runsHelm: planned.upgrade !== null };
    };
    begin("crds");
    await applyCrds(layers.crds.filter(differs), cluster, deploying.deadline);
    apply_plan_note(layers.crds, deploying);
    begin("base");
    await noteAhead(deploying);
    await applyTree(layers.base, deploying);
    begin("release");
    if (planned.upgrade !== null)
        await upgrade(planned.upgrade, newest, deploying);
    else {
        outside.log.info("release: unchanged, helm is not run");
        deploying.ledger.release = releaseThatStays(planned);
    }
    apply_plan_note(layers.release, deploying);
    begin("overlay");
    await noteAhead(deploying);
    await applyTree(layers.overlay, deploying);
    begin("prune");
    for (const draft of layers.prune)
        await remove(draft, deploying);
};
/** The release's revision where helm is not run. */
const releaseThatStays = ({ revision: there }) => {
    if (there === null)
        return null;
    const { name, namespace, revision, status } = there;
    return { name, namespace, revision, status };
};
const layersOf = (drafts) => {
    const of = (layer) => drafts.filter((draft) => draft.layer === layer);
    return { crds: of("crds"), base: of("base"), release: of("release"), overlay: of("overlay"), prune: of("prune") };
};
const differs = ({ action }) => action !== "unchanged";
const done = {
    create: "created",
    update: "configured",
    delete: "deleted",
    unchanged: "unchanged",
};
/** Notes objects of one layer in the ledger, and tells what was done to those that changed. */
const apply_plan_note = (drafts, { ledger, outside }) => {
    for (const { ref, layer, action } of drafts) {
        ledger.objects.push({ ref, layer, action: done[action] });
        if (action !== "unchanged")
            outside.log.info(`  ${done[action]} ${(0,finding/* nameOf */.Vb)(ref)}`);
    }
};
const applyTree = async (drafts, deploying) => {
    const [first] = drafts;
    if (first === undefined)
        return;
    const { render, cluster, outside, deadline } = deploying;
    const differing = drafts.filter(differs);
    const kinds = [...new Set(differing.map(({ ref }) => ref.kind))];
    if (first.layer === "overlay")
        await waitForWebhooks(webhooksFor(kinds, render.chart.manifests), { cluster, outside, deadline });
    outside.log.info(`${first.layer}: ${differing.length} of ${drafts.length} objects differ from the cluster`);
    const { applied, error } = await applyLayer(differing, { cluster, outside, deadline, stamp: (0,stamp/* stampOf */.Zs)(outside.env) });
    const isDone = new Set(applied);
    apply_plan_note(drafts.filter((draft) => !differs(draft) || isDone.has(draft)), deploying);
    if (error !== null)
        throw error;
};
const upgrade = async (wish, newest, deploying) => {
    const { planned, stack, render, cluster, outside, ledger } = deploying;
    for (const draft of planned.drafts)
        if (draft.mend !== undefined)
            await mend(draft, draft.mend, deploying);
    const { release } = stack;
    const expected = expectedWorkloads(render.chart.manifests, release.namespace.value);
    outside.log.info(`helm upgrade --install ${release.name.value} (${render.chart.chart.name} ${render.chart.chart.version})`);
    const { release: state, error, isRefused, } = await withProgress(() => upgradeRelease(wish, newest, deploying), async () => tellWaiting(await readWorkloads(expected, cluster)), outside);
    ledger.release = releaseAfter(state, newest, (0,release_name/* releaseNameOf */.a)(release));
    ledger.isRefused = isRefused;
    if (error !== null)
        throw await blameWorkloads(error, expected, render.chart.hooks, deploying, ledger);
};
/** What somebody changed by hand and helm leaves so is taken back as helm itself would write it. */
const mend = async ({ ref }, patch, deploying) => {
    const { cluster, outside } = deploying;
    const done = await sendMergePatch(ref, patch, [["output", "name"]], { cluster, scratch: outside.scratch });
    if (done.code !== 0)
        throw (0,kubectl_failure/* accessFailure */.$s)(done.stderr, cluster) ?? (0,kubectl_failure/* applyError */.lD)([{ ref, stderr: done.stderr }], cluster);
};
/** What the plan has shown to be deleted; somebody else may have done it meanwhile. */
const remove = async (draft, deploying) => {
    const { cluster } = deploying;
    const gone = await deleteObject(draft.ref, cluster);
    const refused = { ref: draft.ref, stderr: gone.stderr };
    if (gone.code !== 0)
        throw (0,kubectl_failure/* accessFailure */.$s)(gone.stderr, cluster) ?? (0,kubectl_failure/* applyError */.lD)([refused], cluster);
    apply_plan_note([draft], deploying);
};

// EXTERNAL MODULE: ./build/src/deploy/deploy-failed.js
var deploy_failed = __webpack_require__(73715);
;// CONCATENATED MODULE: ./build/src/deploy/ending-with.js
/**
 * The same ports, whose commands and waits also end when `signal` is aborted, e.g. because a lock was lost. Short reads
 * by `cluster.getRaw` go on.
 */
const endingWith = (signal, ports) => {
    const { cluster, helm, outside } = ports;
    const either = AbortSignal.any([outside.signal, signal]);
    return {
        ...ports,
        cluster: { ...cluster, kubectl: (args, options) => cluster.kubectl(args, { signal: either, ...options }) },
        helm: { ...helm, run: (args, options) => helm.run(args, { signal: either, ...options }) },
        outside: { ...outside, signal: either, exec: (command) => outside.exec({ signal: either, ...command }) },
    };
};

// EXTERNAL MODULE: ./build/src/deploy/left-state.js
var left_state = __webpack_require__(73683);
;// CONCATENATED MODULE: ./build/src/deploy/ready-as-read.js



/**
 * The state of every expected workload by what the plan has read of the cluster, without another request; null where
 * that does not say that all of them are ready, so that somebody has to look. For what the operator makes of its custom
 * resources their own status speaks.
 */
const readyAsRead = ({ workloads, owners }, drafts) => {
    const live = new Map(drafts.map((draft) => [(0,resource_ref/* refKey */.XF)(draft.ref), draft.live]));
    const states = [];
    for (const [refs, stateOf] of [
        [workloads, workloadState],
        [owners, ownerState],
    ])
        for (const ref of refs) {
            const object = live.get((0,resource_ref/* refKey */.XF)(ref));
            const state = object ? stateOf(object) : null;
            if (state === null || state.why !== null)
                return null;
            states.push(state);
        }
    return states;
};

;// CONCATENATED MODULE: ./build/src/deploy/recover-release.js




const waitMs = 3000;
/**
 * Brings a release to where helm can upgrade it, under the lock; answers its newest revision then, null where there is
 * none. Throws OperatorError `release-pending`, and as `readRevision` does.
 */
const recoverRelease = async (release, recovering) => {
    const { onPending, former, helm, cluster, outside, deadline } = recovering;
    let said = "";
    for (let now = release;;) {
        const record = now !== null && isPendingStatus(now.status) ? await readReleaseRecord(now, cluster) : null;
        const { recovery, refusal, step } = planRecovery(now, onPending, { record, former });
        if (refusal !== null)
            throw refusal;
        if (now === null || step === null)
            return now;
        if (recovery !== null && recovery !== said)
            outside.log.info(recovery);
        said = recovery ?? said;
        // Where somebody was faster, the next look tells what it is now.
        const removed = step === "remove" && record !== null && (await deleteReleaseRecord(record, cluster));
        if (!removed) {
            if (deadline.left() === 0)
                throw pendingRefusal(now, record !== null);
            await (0,kubectl_deadline/* pause */.v7)(Math.min(waitMs, deadline.left()), outside);
        }
        now = await readRevision(now, { helm, cluster });
    }
};

;// CONCATENATED MODULE: ./build/src/deploy/within.js


/**
 * After its deadline a deploy has this time to end helm, to look what is left and to note it; then whatever still runs
 * is ended. Giving the lock back comes after that, and takes ten seconds at most.
 */
const lastWordsMs = 15_000;
/** The same ports, with trouble that passes waited for until the deadline, and everything ended soon after it. */
const within = (deadline, ports) => {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(notAnswered(ports)), deadline.left() + lastWordsMs).unref();
    const { cluster, helm, ...rest } = endingWith(over.signal, ports);
    const patient = {
        ...rest,
        cluster: { ...cluster, kubectl: (args, options) => cluster.kubectl(args, { patience: deadline, ...options }) },
        helm: { ...helm, run: (args, options) => helm.run(args, { patience: deadline, ...options }) },
    };
    return { ports: patient, close: () => clearTimeout(timer) };
};
const notAnswered = ({ cluster: { server } }) => new errors/* OperatorError */.nv("cluster-unreachable", `${server} did not answer until the time of the deploy was over.`, "Deploy again once it does: what is applied already stays, and is found unchanged.");

;// CONCATENATED MODULE: ./build/src/deploy/rollback/field-holders.js




/** Entries of managedFields: https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management */
const holdersOf = (object) => (0,json_fields/* objectsAt */.yR)(object, ["metadata", "managedFields"]);
/** Whether an entry is of what controllers tell of an object, and nobody asks for. */
const isOfStatus = (entry) => entry["subresource"] === "status";
/**
 * Whether helm made an entry: helm 3 calls itself by its file's name (`getManagedFieldsManager` in its
 * pkg/kube/client.go), e.g. `helm-3.22`.
 */
const isOfHelm = (entry) => /^helm[-_.\d]*$/.test((0,json_fields/* textOrEmpty */._c)(entry, ["manager"]));
/** Whether two entries are the same manager's, by the same door. */
const isSameHolder = (a, b) => ["manager", "operation", "subresource", "apiVersion"].every((key) => (a[key] ?? "") === (b[key] ?? ""));
/** Whether the same managers hold the same fields, whenever they took them; those of the status do not matter. */
const sameHolders = (a, b) => {
    const [mine, theirs] = [a, b].map((one) => holdersOf(one).filter((entry) => !isOfStatus(entry)));
    return (mine?.length === theirs?.length &&
        mine?.every((entry) => theirs?.some((other) => isSameHolder(entry, other) && (0,same_json/* sameJson */.V)(entry["fieldsV1"], other["fieldsV1"]))) === true);
};
/** What controllers have written outside of `status` by the status' door, e.g. a Deployment's revision. */
const statusFieldsOf = (object) => holdersOf(object)
    .filter(isOfStatus)
    .map((entry) => (0,json_fields/* objectAt */.lJ)(entry, ["fieldsV1"]));
/** An object without the fields of mappings that `fields` (a FieldsV1) names. */
const withoutFields = (object, fields) => Object.fromEntries(Object.entries(object).flatMap(([key, value]) => {
    const field = fields[`f:${key}`];
    if (!(0,manifest/* isObject */.G)(field))
        return [[key, value]];
    if (Object.keys(field).length === 0)
        return [];
    if (!(0,manifest/* isObject */.G)(value))
        return [[key, value]];
    const rest = withoutFields(value, field);
    return Object.keys(rest).length === 0 ? [] : [[key, rest]];
}));
/** A value with the fields that `fields` (a FieldsV1) names as `source` has them. */
const withFieldsOf = (value, source, fields) => {
    const steps = Object.keys(fields).filter((step) => step !== ".");
    // A leaf is a value that is held as a whole.
    if (steps.length === 0 || source === undefined)
        return source ?? null;
    return steps.reduce((now, step) => {
        const inner = (0,json_fields/* objectAt */.lJ)(fields, [step]);
        if (step.startsWith("f:"))
            return withField(now, source, step.slice(2), inner);
        return withItem(now, source, step, inner);
    }, value ?? (Array.isArray(source) ? [] : {}));
};
const withField = (value, source, key, inner) => {
    if (!(0,manifest/* isObject */.G)(value) || !(0,manifest/* isObject */.G)(source) || !Object.hasOwn(source, key))
        return value;
    return { ...value, [key]: withFieldsOf(value[key], source[key], inner) };
};
/** An item of a list, by its keys or by itself. */
const withItem = (value, source, step, inner) => {
    if (!Array.isArray(value) || !Array.isArray(source))
        return value;
    const isOne = itemNamedBy(step);
    const theirs = source.find(isOne);
    if (theirs === undefined)
        return value;
    const index = value.findIndex(isOne);
    if (index === -1)
        return [...value, theirs];
    return value.with(index, withFieldsOf(value[index], theirs, inner));
};
/** E.g. `hpa (Update)`. */
const tellHolder = (entry) => `${(0,json_fields/* textOrEmpty */._c)(entry, ["manager"])} (${(0,json_fields/* textOrEmpty */._c)(entry, ["operation"])})`;

;// CONCATENATED MODULE: ./build/src/deploy/rollback/compare-former.js




const holdersPointer = "/metadata/managedFields";
/**
 * JSON pointers of what differs between an object as it was and as it is: every field, our stamps among them, and who
 * holds which. Status, what controllers write by its door, what the server counts, and when a manager wrote do not
 * count: none of it can be asked for.
 */
const differingFields = (former, now) => {
    const [before, after] = contentOfBoth(former, now);
    const pointers = leafDiff(before, after).map(({ pointer }) => pointer);
    return sameHolders(former, now) ? pointers : [...pointers, holdersPointer];
};
/** Both without what does not count. */
const contentOfBoth = (a, b) => {
    const ofStatus = [...statusFieldsOf(a), ...statusFieldsOf(b)];
    return [compare_former_contentOf(a, ofStatus), compare_former_contentOf(b, ofStatus)];
};
/** What can be asked for of an object. */
const compare_former_contentOf = (object, ofStatus = statusFieldsOf(object)) => {
    const { status: _status, metadata, ...rest } = ofStatus.reduce(withoutFields, object);
    const kept = Object.entries((0,manifest/* isObject */.G)(metadata) ? metadata : {}).flatMap(([key, value = null]) => countedByServer.has(key) || deleting.has(key) ? [] : [[key, key === "annotations" ? uncounted(value) : value]]);
    return { ...rest, metadata: Object.fromEntries(kept) };
};
/**
 * Without the count of a DaemonSet's templates, which the API server writes into what it answers:
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/apis/apps/v1/conversion.go
 */
const uncounted = (annotations) => {
    if (!(0,manifest/* isObject */.G)(annotations) || annotations[templateCount] === undefined)
        return annotations;
    const { [templateCount]: _, ...others } = annotations;
    return others;
};
const templateCount = "deprecated.daemonset.template.generation";
/** An object that is being deleted says so in these: nobody can ask for it, or take it back. */
const deleting = new Set(["deletionTimestamp", "deletionGracePeriodSeconds"]);

;// CONCATENATED MODULE: ./build/src/deploy/rollback/former-record.js








/** The Secret beside the release that holds what was there before the deploy that runs, or that ended badly. */
const formerRecordRef = ({ name, namespace }) => ({
    ...{ apiVersion: "v1", kind: "Secret", namespace, name: `prometheus-stack-action.${name}.former` },
});
const key = "objects";
/**
 * Keeps the former state in the cluster, where it outlives this run and its machine, and where helm keeps as much of
 * the release; one of an earlier deploy is replaced. Secrets of other namespaces are left out: who reads those of this
 * one may not read them. Answers where it is; null where it cannot be kept, which is told and no reason to stop.
 */
const writeFormerRecord = async (former, release, { cluster, outside }) => {
    const ref = formerRecordRef(release);
    const items = former.objects.flatMap(({ ref: { kind, namespace }, layer, live }) => live === null || layer === "note" || (kind === "Secret" && namespace !== release.namespace)
        ? []
        : [compare_former_contentOf(live)]);
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
    const stdin = JSON.stringify({
        apiVersion: ref.apiVersion,
        kind: ref.kind,
        type: "prometheus-stack-action.dev/former-state",
        metadata: {
            namespace: ref.namespace,
            name: ref.name,
            labels: { "app.kubernetes.io/managed-by": "prometheus-stack-action" },
        },
        data: { [key]: (0,external_node_zlib_.gzipSync)(list).toString("base64") },
    });
    const write = (verb) => cluster.kubectl((0,command_line/* commandLine */.a)({
        verb: [verb, "--filename=-", "--validate=false", "--output=name"],
        flags: [["field-manager", fieldManager]],
    }), { stdin });
    const made = await write("create");
    const done = /\(AlreadyExists\)/.test(made.stderr) ? await write("replace") : made;
    if (done.code === 0)
        return ref;
    outside.log.info(`What was there before is kept in memory alone: ${(0,finding/* nameOf */.Vb)(ref)} was refused (${(0,kubectl_failure/* told */.Ev)(done.stderr)})`);
    return null;
};
/** Removes it: it is not needed any more. That it stays is told, and harms nothing. */
const removeFormerRecord = async (ref, { cluster, outside }) => {
    const why = await deleteObject(ref, cluster).then(({ code, stderr }) => (code === 0 ? null : (0,kubectl_failure/* told */.Ev)(stderr)), (thrown) => {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        if (error === undefined)
            throw thrown;
        return error.message;
    });
    if (why !== null)
        outside.log.info(`${(0,finding/* nameOf */.Vb)(ref)} could not be deleted (${why})`);
};
/** A command that prints the objects, for a person to look at or to pass to `kubectl apply`. */
const printFormerRecord = ({ namespace, name }) => `kubectl get secret ${name} --namespace ${namespace} --output go-template='{{.data.${key} | base64decode}}' | gunzip`;

;// CONCATENATED MODULE: ./build/src/deploy/rollback/former-state.js







/**
 * Reads what the plan may change, anew and under the lock: the plan is some minutes old. Throws OperatorError
 * `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
const keepFormerState = async ({ planned, stack, cluster, helm, }) => {
    const name = (0,release_name/* releaseNameOf */.a)(stack.release);
    const { revision, content } = await readRelease(name, { helm, cluster });
    const places = placesOf(planned, name);
    const live = await readKnown(places.map(({ ref }) => ref), cluster);
    const objects = places.map(({ ref, layer }) => ({ ref, layer, live: live(ref) ?? null }));
    return {
        release: content === null ? null : revision,
        hasHistory: revision !== null,
        serverSide: content?.serverSide ?? false,
        // What was there is helm's hook, or somebody's namespace: only those that the deploy makes are of interest.
        objects: objects.filter((one) => one.live === null || (one.layer !== "hook" && one.layer !== "namespace")),
    };
};
/** Each object once, as the part that comes first in a deploy. */
const placesOf = ({ drafts, plan }, release) => {
    const { name, namespace } = release;
    const note = { apiVersion: "v1", kind: "ConfigMap", namespace, name: (0,deployed_state/* deployedName */.yc)({ name, namespace }) };
    const places = [
        ...drafts.map(({ ref, layer }) => ({ ref, layer })),
        ...plan.release.hooks.map((ref) => ({ ref, layer: "hook" })),
        ...(objects_landing/* immortalNamespaces */.Ux.has(namespace) ? [] : [{ ref: (0,objects_landing/* namespaceRef */.LB)(namespace), layer: "namespace" }]),
        { ref: note, layer: "note" },
    ];
    return [...new Map(places.toReversed().map((place) => [(0,resource_ref/* refKey */.XF)(place.ref), place])).values()].toReversed();
};
/** As `listLive`, where some kinds may not be known to the cluster: nothing can lie there of these. */
const readKnown = async (refs, cluster) => {
    const api = await readApiResources(cluster, refs);
    const known = refs.filter((ref) => api(ref) !== undefined);
    return listLive(known, { api, cluster });
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/keep-former.js



/**
 * Keeps what there is, where the inputs ask for a way back: not of a first install that would be left as it is. Throws
 * as `keepFormerState` does.
 */
const keepFormer = async (deploying) => {
    const { inputs, stack, planned } = deploying;
    if (inputs.rollbackOnFailure === "false" || isLeft(deploying))
        return null;
    const former = await keepFormerState({ ...deploying, planned });
    return { former, record: await writeFormerRecord(former, (0,release_name/* releaseNameOf */.a)(stack.release), deploying) };
};
/** Whether the deploy is a first install, and is left as it is where it fails. */
const isLeft = ({ inputs, planned }) => inputs.rollbackOnFailure === "true" && planned.plan.release.action === "install";

;// CONCATENATED MODULE: ./build/src/deploy/rollback/made-by-deploy.js




/**
 * Whether an object that was not there before is the deploy's own, and not one that somebody else has made under its
 * name meanwhile: helm refuses to touch such a one, and it is nobody's to delete.
 */
const isMadeByDeploy = (layer, there, release) => {
    switch (layer) {
        case "release":
            return isOfRelease(there, release);
        case "hook":
            return holdersOf(there).some(isOfHelm);
        case "prune":
            return false;
        default:
            return fieldsHeldBy(there, { name: fieldManager, operation: "Apply" }) !== null;
    }
};
/** The annotations by which helm knows its own: `checkOwnership` in helm's pkg/action/validate.go. */
const isOfRelease = (there, { name, namespace }) => {
    const annotation = (key) => (0,json_fields/* textAt */.$6)(there, ["metadata", "annotations", key]);
    return annotation("meta.helm.sh/release-name") === name && annotation("meta.helm.sh/release-namespace") === namespace;
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/written-meanwhile.js




/**
 * The former object with what others wrote since: a person, an autoscaler or an operator may have had a reason, and to
 * take that back is not ours. `atFailure` is what lay there when the deploy had failed, before helm goes back.
 */
const withWritesOfOthers = (former, atFailure) => {
    if (atFailure === undefined)
        return { object: former, others: [] };
    const before = holdersOf(former);
    const newer = holdersOf(atFailure).filter((entry) => !isOfStatus(entry) &&
        !isOurs(entry) &&
        !before.some((one) => isSameHolder(one, entry) && one["time"] === entry["time"]));
    if (newer.length === 0)
        return { object: former, others: [] };
    const merged = newer.reduce((object, entry) => {
        const next = withFieldsOf(object, atFailure, (0,json_fields/* objectAt */.lJ)(entry, ["fieldsV1"]));
        return (0,manifest/* isObject */.G)(next) ? next : object;
    }, former);
    const kept = before.filter((one) => !newer.some((entry) => isSameHolder(one, entry)));
    const metadata = { ...(0,json_fields/* objectAt */.lJ)(merged, ["metadata"]), managedFields: [...kept, ...newer] };
    return { object: { ...merged, metadata }, others: newer.map(tellHolder) };
};
const isOurs = (entry) => (0,json_fields/* textOrEmpty */._c)(entry, ["manager"]) === fieldManager || isOfHelm(entry);

;// CONCATENATED MODULE: ./build/src/deploy/rollback/former-differences.js







/** What is to be done with each object, by what lay there when the deploy had failed. */
const intentsOf = ({ objects }, atFailure) => objects.flatMap((one) => {
    const { ref, layer, live } = one;
    const there = atFailure(ref);
    const none = { ...one, stays: null, wanted: null, others: [] };
    if (isUntouchedCrd(one, there))
        return [];
    const stays = whyItStays(one, there);
    if (stays !== null)
        return [{ ...none, stays }];
    if (live !== null) {
        const { object, others } = withWritesOfOthers(live, there);
        return [{ ...none, wanted: { ref, layer, object }, others }];
    }
    return [{ ...none, wanted: { ref, layer, object: null } }];
});
const former_differences_isCrd = ({ ref }) => ref.kind === "CustomResourceDefinition";
const isUntouchedCrd = (one, there) => former_differences_isCrd(one) && (there === undefined || (one.live !== null && differingFields(one.live, there).length === 0));
/** A clause; null where the object is brought back. */
const whyItStays = (one, there) => {
    const { ref, live } = one;
    if (former_differences_isCrd(one)) {
        const version = there === undefined ? null : operatorVersion(there);
        const of = version === null ? "" : `, of prometheus-operator ${version}`;
        return `the cluster runs it as the deploy has ${live === null ? "made" : "changed"} it${of}`;
    }
    if (live !== null || there === undefined)
        return null;
    if (ref.kind === "Namespace")
        return "the deploy made it; somebody else may use it by now";
    return (0,manifest/* valueAt */.f)(there, ["metadata", "annotations", "helm.sh/resource-policy"]) === "keep"
        ? "the deploy made it, and its annotation helm.sh/resource-policy says that it is kept"
        : null;
};
/** What no rollback takes back. */
const staysOf = (intents) => intents.flatMap(({ ref, stays }) => (stays === null ? [] : [{ ref, why: stays }]));
const mostPointers = 20;
/**
 * What is not as it was. `refused`: in kubectl's words what the cluster did not let us write, by `refKey`; `release` is
 * the one that is deployed.
 */
const differencesOf = (intents, { live: now, unread }, refused, release) => intents.flatMap((intent) => {
    const { ref, layer, live, stays, wanted, others } = intent;
    if (stays !== null)
        return [];
    const there = now(ref);
    const hidden = unread.get((0,resource_ref/* refKey */.XF)(ref));
    if (hidden !== undefined)
        return unknown([intent], hidden);
    const why = refused.get((0,resource_ref/* refKey */.XF)(ref));
    const whole = (what, ofOthers = false) => [
        { ref, pointers: [], why: why === undefined ? what : `${what}: ${why}`, ofOthers },
    ];
    if (live === null) {
        if (there === undefined)
            return [];
        if (!isMadeByDeploy(layer, there, release))
            return whole("somebody else made it while the deploy ran", true);
        return whole(isBeingDeleted(there) ? "the deploy made it, and it is being deleted still" : "the deploy made it");
    }
    if (there === undefined)
        return whole("it is not there any more");
    if (isBeingDeleted(there))
        return whole("it is being deleted");
    const pointers = differingFields(live, there);
    if (pointers.length === 0)
        return [];
    const ofOthers = others.length > 0 && differingFields(wanted?.object ?? live, there).length === 0;
    const what = ofOthers ? `${others.join(", ")} wrote it while the deploy ran` : (why ?? "it is not as it was");
    return [{ ref, pointers: pointers.slice(0, mostPointers), why: what, ofOthers }];
});
/** Where they could not be read: none of them is known to be as it was. */
const unknown = (intents, why) => intents
    .filter(({ stays }) => stays === null)
    .map(({ ref }) => ({ ref, pointers: [], ofOthers: false, why: `it could not be compared: ${why}` }));

;// CONCATENATED MODULE: ./build/src/deploy/rollback/former-workloads.js



/** Workloads that were ready before the deploy: only these are waited for, whatever the others lack. */
const formerWorkloads = ({ objects }) => expectedWorkloads(objects.filter(({ live }) => live !== null && wasReady(live)), "");
const wasReady = (live) => {
    if (workloadKinds.includes(String(live["kind"])))
        return workloadState(live).why === null;
    // Of its custom resources the operator says it.
    return !(0,json_fields/* objectsAt */.yR)(live, ["status", "conditions"]).some(({ type, status }) => type === "Available" && status !== "True");
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/read-there.js




/**
 * Reads objects for the way back, where a permission may have gone since: kind by kind then, so that one that may not
 * be read hides no other. Throws OperatorError `cluster-unreachable` or `apply-failed`, and `unauthorized` where the
 * credentials are refused altogether.
 */
const readThere = async (refs, cluster) => {
    const api = await readApiResources(cluster, refs);
    // Nothing can lie there of a kind that the cluster does not know.
    const known = refs.filter((ref) => api(ref) !== undefined);
    const all = await readSome(known, { api, cluster });
    if (typeof all !== "string")
        return { live: all, unread: new Map(), api };
    const groups = [
        ...Map.groupBy(known, ({ apiVersion, kind, namespace }) => [apiVersion, kind, namespace].join()).values(),
    ];
    const found = new Map();
    const unread = new Map();
    for (const group of groups) {
        const live = await readSome(group, { api, cluster });
        for (const ref of group)
            if (typeof live === "string")
                unread.set((0,resource_ref/* refKey */.XF)(ref), live);
            else
                found.set((0,resource_ref/* refKey */.XF)(ref), live(ref));
    }
    return { live: (ref) => found.get((0,resource_ref/* refKey */.XF)(ref)), unread, api };
};
/** A text says why it may not be read. */
const readSome = async (refs, around) => {
    try {
        return await listLive(refs, around);
    }
    catch (thrown) {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        if (error?.reason !== "unauthorized")
            throw thrown;
        return error.message;
    }
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/restore-objects.js


















/** Each object takes one for its fields, one for who holds them, and some where a controller is in the way. */
const mostRounds = 8;
const restore_objects_pollMs = 1000;
/**
 * Makes each object what it is to be, and deletes those that are to be none; what is so already is not touched. A write
 * goes only over what was read, so that nobody's later one is lost. Throws OperatorError as `readLive` does, and
 * `cancelled`; a refusal is a value.
 */
const restoreObjects = async (objects, restoring) => {
    const { stack, cluster, outside, deadline } = restoring;
    const release = (0,release_name/* releaseNameOf */.a)(stack.release);
    const restored = new Map();
    let todo = objects;
    for (let round = 1;; round += 1) {
        const { live, unread, api } = await readThere(todo.map(({ ref }) => ref), cluster);
        const hidden = todo.filter(({ ref }) => unread.has((0,resource_ref/* refKey */.XF)(ref)));
        todo = todo.filter((one) => !hidden.includes(one) && !isAsWanted(one, live, release));
        const refused = new Map();
        const restore = async (one) => {
            const refusal = await restoreOne(one, live(one.ref), { ...restoring, api }, restored);
            if (refusal !== null)
                refused.set((0,resource_ref/* refKey */.XF)(one.ref), refusal);
        };
        // What comes back does so in the order in which it is applied; then goes what has to go.
        await (0,all_done/* fewAtOnce */.X)(todo.filter(({ object }) => object !== null), restore);
        await (0,all_done/* fewAtOnce */.X)(todo.filter(({ object }) => object === null), restore);
        const mayYet = todo.some((one) => refused.get((0,resource_ref/* refKey */.XF)(one.ref))?.passes !== false);
        if (todo.length === 0 || !mayYet || round === mostRounds || deadline.left() === 0)
            return {
                restored: [...restored.values()],
                refused: new Map([...refused].map(([key, { why }]) => [key, why])),
            };
        if (refused.size > 0)
            await (0,kubectl_deadline/* pause */.v7)(Math.min(restore_objects_pollMs, deadline.left()), outside);
    }
};
/** What somebody else has made since is not ours to delete. */
const isAsWanted = ({ ref, layer, object }, live, release) => {
    const there = live(ref);
    if (there === undefined)
        return object === null;
    if (object === null)
        return !isMadeByDeploy(layer, there, release);
    return !isBeingDeleted(there) && differingFields(object, there).length === 0;
};
/** One write, the next that is missing. */
const restoreOne = async (one, there, restoring, restored) => {
    const { ref, layer, object } = one;
    if (there !== undefined && isBeingDeleted(there)) {
        if (object === null)
            restored.set((0,resource_ref/* refKey */.XF)(ref), { ref, layer, action: "deleted" });
        return { why: "it is being deleted, and something holds it (metadata.finalizers)", passes: true };
    }
    const written = await restore_objects_write(one, there, restoring);
    if (written === null)
        return null;
    const [action, done] = written;
    if (done.code !== 0)
        return { why: (0,kubectl_failure/* told */.Ev)(done.stderr), passes: passing.test(done.stderr) || (0,webhook_silent/* isWebhookSilent */.L)(done.stderr) };
    const before = restored.get((0,resource_ref/* refKey */.XF)(ref));
    if (before === undefined)
        restoring.outside.log.info(`  ${action} ${(0,finding/* nameOf */.Vb)(ref)}`);
    restored.set((0,resource_ref/* refKey */.XF)(ref), before ?? { ref, layer, action });
    return null;
};
/** What was done and how it ended; null where nothing is there to be deleted. */
const restore_objects_write = async (one, there, restoring) => {
    const { ref, object } = one;
    if (object !== null)
        return there === undefined
            ? ["recreated", await create(object, restoring)]
            : ["restored", await change(one, object, there, restoring)];
    const kind = restoring.api(ref);
    if (there === undefined || kind === undefined)
        return null;
    return ["deleted", await deleteAsRead(ref, there, kind, restoring.cluster)];
};
/** Somebody wrote it since it was read, or one of that name is still going. */
const passing = /\((?:Conflict|AlreadyExists)\)|object is being deleted|because it is being terminated/;
const create = (object, { cluster }) => cluster.kubectl(
// To validate what it sends kubectl would list all CustomResourceDefinitions, and fail where it may not.
(0,command_line/* commandLine */.a)({
    verb: ["create", "--filename=-", "--validate=false", "--output=name"],
    flags: [["field-manager", fieldManager]],
}), { stdin: JSON.stringify(compare_former_contentOf(object)) });
/**
 * The fields first, which makes us hold them; once they are right, who holds them: a write that changes no field may
 * say that (`FieldManager.Update` in k8s.io/apimachinery's managedfields).
 */
const change = ({ ref }, object, there, { cluster, outside: { scratch } }) => {
    const [now, wanted] = contentOfBoth(there, object);
    const fields = mergePatchBetween(now, wanted);
    const { resourceVersion } = (0,json_fields/* objectAt */.lJ)(there, ["metadata"]);
    const managedFields = [
        ...holdersOf(object).filter((entry) => !isOfStatus(entry)),
        ...holdersOf(there).filter(isOfStatus),
    ];
    const metadata = Object.keys(fields).length > 0
        ? { ...(0,json_fields/* objectAt */.lJ)(fields, ["metadata"]), resourceVersion }
        : { managedFields, resourceVersion };
    return sendMergePatch(ref, { ...fields, metadata }, [["output", "name"]], {
        cluster,
        scratch,
        manager: fieldManager,
    });
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/roll-back-release.js








/** helm gives up by itself after its timeout; this is for one that hangs. */
const roll_back_release_graceMs = 60_000;
/**
 * Brings the release back by helm: to the revision before, or, of a first install, away. Nothing is waited for: what
 * helm leaves is put right after it, and only then can anything become ready. What helm refuses is a value. One that
 * was ended leaves nothing pending, and what it left is in the ledger. Throws as `readRevision` does, and `cancelled`.
 */
const rollBackRelease = async (former, deploying) => {
    const { stack, helm, cluster, outside, deadline, ledger } = deploying;
    const name = (0,release_name/* releaseNameOf */.a)(stack.release);
    const now = await readRevision(name, { helm, cluster });
    const to = former.release?.base ?? null;
    const untouched = {
        ...{ name: name.name, namespace: name.namespace, action: "untouched", to, error: null },
        ...{ revision: now?.revision ?? null, status: now?.status ?? null },
    };
    const isNew = former.release === null ? now !== null && now.status !== "uninstalled" : now?.revision !== former.release.revision;
    if (!isNew)
        return untouched;
    const action = to === null ? "uninstalled" : "rolled-back";
    // Ours leaves nothing pending; where it could not help that the ledger has it, or that nobody could look.
    const isOurs = ledger.release?.revision === now?.revision || ledger.release?.status === deploy_report/* unknownStatus */.l;
    if (now !== null && isPendingStatus(now.status) && !isOurs)
        return { ...untouched, action, error: "another helm works on the release" };
    const seconds = Math.max(1, Math.ceil(deadline.left() / 1000));
    const common = [["namespace", name.namespace], ["timeout", `${seconds}s`], ...cluster.helmFlags];
    const args = to === null
        ? (0,command_line/* commandLine */.a)({
            verb: ["uninstall"],
            // The history of what was uninstalled before is not ours to delete.
            flags: [...(former.hasHistory ? [["keep-history", true]] : []), ...common],
            positionals: [name.name],
        })
        : (0,command_line/* commandLine */.a)({
            verb: ["rollback"],
            // What others held before is given back to them afterwards.
            flags: [...(former.serverSide ? [["force-conflicts", true]] : []), ...common],
            positionals: [name.name, String(to)],
        });
    outside.log.info(to === null ? `helm uninstall ${name.name}` : `helm rollback ${name.name} ${to}`);
    const done = await helm
        .run(args, { env: cluster.env, timeoutMs: deadline.left() + roll_back_release_graceMs })
        .catch(async (thrown) => {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        if (error === undefined)
            throw thrown;
        const left = await leftByHelm(name, now?.revision ?? 0, error, deploying);
        ledger.release = releaseAfter(left, now, name);
        throw error;
    });
    const after = await readRevision(name, { helm, cluster });
    return {
        ...untouched,
        action,
        revision: after?.revision ?? null,
        status: after?.status ?? null,
        error: done.code === 0 ? null : (0,kubectl_failure/* told */.Ev)(done.stderr),
    };
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/rollback-words.js

const mostNamed = 10;
/** What is back, what is not, and what the cluster runs now; one sentence each, the weightiest first. */
const rollbackSummary = (report) => {
    const { compared, differences, release, notReady, stays, verified } = report;
    const failed = differences.filter(({ ofOthers }) => !ofOthers);
    const ofOthers = differences.filter((one) => one.ofOthers);
    const crds = stays.filter(({ ref }) => ref.kind === "CustomResourceDefinition");
    const kept = stays.filter(({ ref }) => ref.kind !== "CustomResourceDefinition");
    return [
        failed.length === 0
            ? `${compared} objects compared with what was there before the deploy: ${differences.length} differences.`
            : `${failed.length} of ${compared} objects are not as they were before the deploy: ${named(failed, tellDifference)}.`,
        releaseSentence(release),
        notReady.length === 0 ? "" : `Not ready again: ${named(notReady, ({ ref, why }) => `${(0,finding/* nameOf */.Vb)(ref)} (${why})`)}.`,
        ofOthers.length === 0 ? "" : `Left as others wrote it meanwhile: ${named(ofOthers, tellDifference)}.`,
        crds.length === 0
            ? ""
            : `CustomResourceDefinitions are not rolled back: ${named(crds, ({ ref, why }) => `${ref.name} (${why})`)}.`,
        kept.length === 0 ? "" : `Left behind: ${named(kept, ({ ref, why }) => `${(0,finding/* nameOf */.Vb)(ref)} (${why})`)}.`,
        verified === null ? "" : `Verified again: ${verified.passed ? "passed" : "failed"}: ${verified.message}`,
    ]
        .filter((sentence) => sentence !== "")
        .join(" ");
};
const releaseSentence = ({ name, namespace, action, to, revision, status, error, }) => {
    const which = `The helm release ${namespace}/${name}`;
    const now = revision === null ? "" : `: its history ends with revision ${revision}, ${status}`;
    if (error !== null)
        return `${which} is not back, for helm failed (${error})${now}.`;
    if (action === "untouched")
        return revision === null ? "" : `${which} was not touched: revision ${revision}, ${status}.`;
    return action === "uninstalled"
        ? `${which} is removed.`
        : `${which} runs what revision ${to} was, as revision ${revision}.`;
};
const tellDifference = ({ ref, pointers, why }) => `${(0,finding/* nameOf */.Vb)(ref)} (${[pointers.slice(0, 3).join(", "), why].filter((part) => part !== "").join(": ")})`;
const named = (all, tell) => {
    const shown = all.slice(0, mostNamed).map(tell).join(", ");
    return all.length > mostNamed ? `${shown} and ${all.length - mostNamed} more` : shown;
};
/** Whether nothing but what others wrote is otherwise than it was. */
const rollback_words_isComplete = ({ differences, release, notReady, }) => differences.every(({ ofOthers }) => ofOthers) && release.error === null && notReady.length === 0;
/** Where the objects are kept that a person may have to put back. */
const whereKept = (keptIn, print) => keptIn === null
    ? "What was there before is not kept any more."
    : `What was there before is kept in ${(0,finding/* nameOf */.Vb)(keptIn)}: \`${print(keptIn)}\` prints it.`;

;// CONCATENATED MODULE: ./build/src/deploy/rollback/settle-note.js






/**
 * Notes what is deployed where not all of it could be taken back: by the former deploy where the release is back, else
 * by this one; and of both everything that may be there, so that a later one knows what it may delete. Throws as
 * `writeDeployed` does.
 */
const noteMixture = async (former, releaseIsBack, deploying) => {
    const live = former.objects.find(({ layer }) => layer === "note")?.live ?? null;
    const reading = (0,deployed_state/* parseDeployed */.Uk)((0,json_fields/* textOrEmpty */._c)(live ?? {}, ["data", deployed_state/* deployedKey */.cq]));
    const before = live !== null && reading.ok ? reading.deployed : null;
    const own = deployedBy(deploying);
    const whose = releaseIsBack && before !== null ? before : own;
    const objects = (0,resource_ref/* uniqueRefs */.CS)([...(before?.objects ?? []), ...own.objects]);
    await writeDeployed(deploying.cluster, (0,release_name/* releaseNameOf */.a)(deploying.stack.release), { ...whose, objects });
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/rollback.js












/**
 * Goes back to what was there before the deploy's first write: looks at what is not ready, lets helm bring the release
 * back, puts right what helm leaves and all that is not helm's, waits, and compares. What one step cannot do keeps the
 * next from nothing. Throws OperatorError only where the run was ended, or lost its lock, meanwhile.
 */
const goBack = async (going) => {
    const { former, outside, cluster } = going;
    outside.log.info("Going back to what was there before the deploy");
    const refs = former.objects.map(({ ref }) => ref);
    const seen = await attempt(() => readThere(refs, cluster), going);
    if (seen.error?.reason === "cluster-unreachable")
        return outOfReach(going, seen.error);
    const evidence = await rollback_evidenceOf(going);
    const all = intentsOf(former, seen.made?.live ?? (() => undefined));
    const [objects, notes] = [all.filter(({ layer }) => layer !== "note"), all.filter(({ layer }) => layer === "note")];
    const release = await releaseBack(going);
    const restoration = await putBack(objects, going);
    const { workloads, notReady } = await readyAgain(going);
    const found = { release, notReady, differences: await compare(objects, restoration, going) };
    const noted = rollback_words_isComplete(found) ? await putBackNote(notes, going) : await noteRest(going, release);
    const differences = [...found.differences, ...noted];
    const isWhole = rollback_words_isComplete({ ...found, differences });
    const verified = isWhole && former.release !== null ? await verifyAgain(going) : null;
    const report = {
        ...{ outcome: isWhole ? "complete" : "incomplete", release, differences, evidence },
        ...{ compared: all.filter(({ stays }) => stays === null).length, objects: restoration.restored },
        ...{ stays: staysOf(all), workloads, notReady },
        verified,
    };
    return { ...report, summary: rollbackSummary(report), keptIn: null };
};
/** Nothing can be done, and each further step would wait in vain. */
const outOfReach = ({ former, ledger, stack }, { message }) => {
    const all = intentsOf(former, () => undefined);
    const report = {
        ...{ outcome: "incomplete", release: notBack({ former, ledger, stack }, message) },
        ...{ compared: all.length, objects: [], differences: unknown(all, message), stays: [], evidence: [] },
        ...{ workloads: [], notReady: [], verified: null },
    };
    return { ...report, summary: rollbackSummary(report), keptIn: null };
};
/** An error of one step is a value, unless the run has to end. */
const attempt = async (step, { outside }) => {
    try {
        return { made: await step(), error: null };
    }
    catch (thrown) {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        if (error === undefined || outside.signal.aborted)
            throw thrown;
        outside.log.info(`  ${error.message}`);
        return { made: null, error };
    }
};
/** What the deploy itself has told is not collected again. */
const rollback_evidenceOf = async (going) => {
    const { ledger } = going;
    if (ledger.notReady.length > 0)
        return [];
    const looked = await attempt(async () => {
        const unready = unreadyOf(await readWorkloads(expectedOfDeploy(going), going.cluster));
        return unready.length === 0 ? [] : collectEvidence(unready, going);
    }, going);
    return looked.made ?? [];
};
const releaseBack = async (going) => {
    const { made, error } = await attempt(() => rollBackRelease(going.former, going), going);
    return made ?? notBack(going, error?.message ?? "");
};
const notBack = ({ former, ledger, stack }, error) => {
    const { name, namespace } = (0,release_name/* releaseNameOf */.a)(stack.release);
    return {
        ...{ name, namespace, to: former.release?.base ?? null, error },
        ...{ action: former.release === null ? "uninstalled" : "rolled-back" },
        ...{ revision: ledger.release?.revision ?? null, status: ledger.release?.status ?? null },
    };
};
const putBack = async (intents, going) => {
    const wanted = intents.flatMap((one) => one.wanted ?? []);
    const { made, error } = await attempt(() => restoreObjects(wanted, going), going);
    return { ...(made ?? { restored: [], refused: new Map() }), error };
};
const compare = async (intents, { refused, error }, going) => {
    const refs = intents.map(({ ref }) => ref);
    const read = await attempt(() => readThere(refs, going.cluster), going);
    return read.made === null
        ? unknown(intents, (error ?? read.error).message)
        : differencesOf(intents, read.made, refused, (0,release_name/* releaseNameOf */.a)(going.stack.release));
};
/** The note of what is deployed comes last: it says what is there. */
const putBackNote = async (notes, going) => compare(notes, await putBack(notes, going), going);
const noteRest = async (going, { error }) => {
    await attempt(() => noteMixture(going.former, error === null, going), going);
    return [];
};
/** What was ready before has to be so again; what cannot be read is not known to be. */
const readyAgain = async (going) => {
    const expected = formerWorkloads(going.former);
    const { made: states, error } = await attempt(() => waitForWorkloads(expected, { ...going, firstInstall: false }), going);
    if (states === null) {
        const why = `it could not be read: ${error.message}`;
        const refs = [...expected.workloads, ...expected.owners];
        return { workloads: [], notReady: refs.map((ref) => ({ ref, why, containers: [], events: [] })) };
    }
    const unready = unreadyOf(states);
    const evidence = unready.length === 0 ? null : await attempt(() => collectEvidence(unready, going), going);
    return {
        workloads: states.map(({ ref, ready, desired }) => ({ ref, ready, desired })),
        notReady: evidence?.made ?? unready.map((one) => ({ ...one, containers: [], events: [] })),
    };
};
/** What was there before need not have been well. */
const verifyAgain = async (going) => {
    const { verify } = going;
    if (verify === null)
        return null;
    const { made, error } = await attempt(() => verify("rolled-back"), going);
    return { passed: made?.passed === true, message: made?.message ?? error?.message ?? "" };
};

;// CONCATENATED MODULE: ./build/src/deploy/rollback/after-failure.js










/** What was done so far. */
const reportOf = ({ request, ledger }) => {
    const { server, uid, version } = request.cluster;
    const { objects, release, workloads, notReady } = ledger;
    return { cluster: { server, uid, version }, objects, release, workloads, notReady };
};
/**
 * Takes a failed deploy back where the inputs ask for it, under the lock that it still has; answers what to throw: the
 * deploy's own failure, which stays one, or `rollback-failed`.
 */
const afterFailure = async (error, course, steps) => {
    const { writing, lock } = course;
    const failed = (reason, message, hint) => new deploy_failed/* DeployFailed */.N(reason, message, hint, reportOf(course), { cause: error });
    const why = whyNot(course);
    if (why !== null || writing?.kept == null) {
        steps.noRollback(why ?? "nothing was written");
        const notBack = writing === null ? "" : ` Nothing was rolled back: ${why}.`;
        return failed(error.reason, withLeft(error, course), `${error.hint}${notBack}`);
    }
    const { deploying, kept } = writing;
    const { inputs, outside } = deploying;
    const deadline = (0,kubectl_deadline/* deadlineIn */._5)(Math.max(inputs.timeoutMs, shortestWayBackMs), outside.now);
    const { ports, close } = within(deadline, { ...deploying, deadline });
    try {
        const report = await steps.rollback(() => takeBack(ports, kept));
        const { outcome, summary, keptIn } = report;
        if (outcome === "complete")
            return failed(error.reason, `${error.message}\n${summary}`, `${error.hint}`);
        return failed("rollback-failed", `The deploy failed, and could not be taken back whole: ${summary}\nIt had failed before: ${error.message}`, `Put right by hand what is named, then deploy again. ${whereKept(keptIn, printFormerRecord)}`);
    }
    catch (thrown) {
        const ended = lock?.signal.aborted === true && !course.request.outside.signal.aborted ? lock.signal.reason : thrown;
        if (!(ended instanceof errors/* OperatorError */.nv)) {
            outside.log.info(whereKept(kept.record, printFormerRecord));
            throw ended;
        }
        return failed(ended.reason, `${ended.message} It was going back from a deploy that had failed: ${error.message}\n${leftHalfWay(course)}`, `${ended.hint} ${whereKept(kept.record, printFormerRecord)}`);
    }
    finally {
        close();
    }
};
const leftHalfWay = ({ ledger: { release } }) => `What is left: the way back had begun. ${release === null ? "There is no helm release" : `The helm release ${release.namespace}/${release.name} is at revision ${release.revision}, ${release.status}`}; objects are as the deploy has them or as they were before it, and the next deploy writes what differs.`;
/** The message, with what is left; once where the next step says already that nothing was changed. */
const withLeft = ({ message, hint }, { ledger, request }) => {
    const left = (0,left_state/* tellLeft */.dp)(ledger, (0,release_name/* releaseNameOf */.a)(request.stack.release));
    return hint.includes(left) ? message : `${message}\n${left}`;
};
/** A deploy may have failed because its time was too short: the way back has at least a minute. */
const shortestWayBackMs = 60_000;
/** A clause; null where the deploy is to be taken back. */
const whyNot = ({ request, lock, writing, ledger }) => {
    if (writing === null)
        return "nothing was written";
    if (request.inputs.rollbackOnFailure === "false")
        return "rollback-on-failure is false";
    if (isLeft(writing.deploying))
        return "a failed first install is left as it is, unless rollback-on-failure is uninstall";
    if (ledger.isRefused)
        return "another helm works on the release";
    if (ledger.isNoWorse)
        return "no more is lost than was before the deploy, and to go back would mend nothing";
    if (request.outside.signal.aborted)
        return "the run was ended";
    return lock?.signal.aborted === true ? "the lock was lost" : null;
};
const takeBack = async (deploying, { former, record }) => {
    const report = await goBack({ ...deploying, former });
    deploying.outside.log.info(report.summary);
    if (report.outcome === "incomplete")
        return { ...report, keptIn: record };
    if (record !== null)
        await removeFormerRecord(record, deploying);
    return report;
};

;// CONCATENATED MODULE: ./build/src/deploy/unready-before.js





/**
 * Which states are of workloads that a plan leaves as they are, and that were not ready when it was made: one node that
 * is away takes a pod of each DaemonSet along. What the operator makes may change by other ways, so that it must not
 * be worse than before.
 */
const unreadyBefore = (drafts) => {
    const unchanged = drafts.filter(({ action }) => action === "unchanged");
    const lives = new Map(unchanged.map(({ ref, live }) => [(0,resource_ref/* refKey */.XF)(ref), live]));
    return ({ ref, why, ready, madeOf }) => {
        const owner = madeOf ?? ref;
        const live = lives.get((0,resource_ref/* refKey */.XF)(owner)) ?? null;
        if (why === null || live === null)
            return false;
        if ((0,changes_operated/* operatedKind */.$)(owner) === null)
            return workloadState(live).why !== null;
        if (ownerState(live) !== null)
            return false;
        // Of a custom resource that no operator speaks of nothing is known of its pods.
        return madeOf === undefined || (isSpokenOf(live) && ready >= (0,json_fields/* numberAt */.tk)(live, ["status", "availableReplicas"]));
    };
};

;// CONCATENATED MODULE: ./build/src/deploy/deploy.js
























/**
 * Carries a plan out, and nothing but it: refuses what the plan says is to be refused, takes the lock, looks whether
 * anything was deployed in between, then writes, waits until all workloads are ready, and verifies. Where nothing would
 * change nothing is written, not even a lock. What failed is taken back, where the inputs ask for it, before the lock
 * is given back. Throws DeployFailed, an OperatorError that holds the report of what was done.
 */
const deployStack = async (request, steps = untimed) => {
    const ledger = {
        ...{ objects: [], release: null, workloads: [], notReady: [] },
        ...{ writing: null, isNoted: false, isRefused: false, isNoWorse: false },
    };
    const course = { request, ledger, lock: null, writing: null };
    try {
        const report = await deployOrGoBack(request, course, steps);
        const kept = course.writing?.kept?.record ?? null;
        if (kept !== null)
            await removeFormerRecord(kept, request);
        steps.noRollback("nothing failed");
        return report;
    }
    finally {
        await giveLockBack(course);
    }
};
const deployOrGoBack = async (request, course, steps) => {
    try {
        const report = await steps.deploy(() => deployInOrder(request, course));
        await refuseUnverified(request, course);
        return report;
    }
    catch (cause) {
        const thrown = (0,no_room/* asNoRoom */.N)(cause);
        if (!(thrown instanceof errors/* OperatorError */.nv))
            throw thrown;
        const failed = await afterFailure(thrown, course, steps);
        if (await giveLockBack(course))
            throw failed;
        const { reason, message, hint, report } = failed;
        throw new deploy_failed/* DeployFailed */.N(reason, `${message} ${left_state/* lockStays */._m}`, hint, report, { cause: failed });
    }
};
const untimed = { deploy: (body) => body(), rollback: (body) => body(), noRollback: () => { } };
/** Answers whether the lock is free again; may be called twice. */
const giveLockBack = async ({ lock, ledger }) => lock === null || lock.release({ isUnfinished: isUnsure(ledger) });
const deployInOrder = async (request, course) => {
    const { planned, stack, cluster, outside, inputs } = request;
    const { ledger } = course;
    request.accept(planned);
    refuseObstacles(planned);
    outside.log.info(`Deploying to ${cluster.server} (Kubernetes ${cluster.version})`);
    if (!(0,plan_planned/* changesAnything */.g)(planned.plan))
        return leaveAsItIs(request, ledger);
    const release = (0,release_name/* releaseNameOf */.a)(stack.release);
    const patience = { waitsFor: deploy_isOlder(outside), deadline: (0,kubectl_deadline/* deadlineIn */._5)(inputs.timeoutMs, outside.now) };
    const lock = await (0,lock_lock/* acquireLock */.IZ)({ cluster, outside, release, reason: "deploy", patience });
    course.lock = lock;
    try {
        const locked = endingWith(lock.signal, request);
        const current = lock.turn === planned.turn ? planned : await planAgain(locked, lock);
        if (!(0,plan_planned/* changesAnything */.g)(current.plan))
            return await leaveAsItIs({ ...locked, planned: current }, ledger);
        const deadline = (0,kubectl_deadline/* deadlineIn */._5)(inputs.timeoutMs, outside.now);
        await carryOut({ ...locked, planned: current, ledger, deadline }, lock, course);
        return reportOf(course);
    }
    catch (thrown) {
        throw lock.signal.aborted && !outside.signal.aborted ? lock.signal.reason : thrown;
    }
};
/** Whether a helm of this run may have left a pending revision: then the next run has to know whose it is. */
const isUnsure = ({ release, isRefused }) => !isRefused && release !== null && (release.status === deploy_report/* unknownStatus */.l || isPendingStatus(release.status));
/**
 * An older commit is deployed before this one, so that it is waited for; one that is newer, the same or that has
 * nothing to do with this one is not: to deploy after it would take it back.
 */
const deploy_isOlder = ({ env, relateCommits }) => async (commit) => {
    const own = env["GITHUB_SHA"]?.toLowerCase();
    return own !== undefined && (await relateCommits(commit.toLowerCase(), own)) === "ahead";
};
/** Somebody deployed since the plan was made: it is made anew, and must still be what was approved. */
const planAgain = async (request, { former, turn }) => {
    request.outside.log.info("Another run held the lock since the plan was made: planning again.");
    const planned = await makePlan(request, { former, turn, holder: null });
    request.accept(planned);
    refuseObstacles(planned);
    return planned;
};
const carryOut = async (given, lock, course) => {
    const { ports: deploying, close } = within(given.deadline, given);
    const { planned, inputs, ledger } = deploying;
    try {
        const recovering = { ...deploying, onPending: inputs.onPending, former: lock.former };
        const newest = await recoverRelease(planned.revision, recovering);
        // The way back has a time of its own.
        course.writing = { deploying: given, kept: await keepFormer(deploying) };
        await applyPlan(deploying, newest);
        await recordDeploy(deploying);
        await settle(deploying);
    }
    catch (thrown) {
        // What was put there so far is ours: a later deploy has to know of it.
        if (ledger.writing !== null && !lock.signal.aborted)
            await noteAhead(endedSoon(deploying)).catch(() => { });
        throw thrown;
    }
    finally {
        close();
    }
};
const recordMs = 1500;
/** A run that is ended has this time to note what it did. */
const endedSoon = (deploying) => {
    const { cluster, outside } = deploying;
    if (!outside.signal.aborted)
        return deploying;
    const signal = AbortSignal.timeout(recordMs);
    return { ...deploying, cluster: { ...cluster, kubectl: (args, more) => cluster.kubectl(args, { ...more, signal }) } };
};
/**
 * Nothing differs: nothing is written, not even a stamp. Whether everything is ready is told all the same, and where
 * the plan has read that it is, nobody looks again.
 */
const leaveAsItIs = async (request, ledger) => {
    const { planned, outside, inputs } = request;
    const { plan } = planned;
    outside.log.info("Nothing differs from the cluster: nothing is written.");
    ledger.objects.push(...plan.objects.map(({ ref, layer }) => ({ ref, layer, action: "unchanged" })));
    ledger.release = releaseThatStays(planned);
    const deadline = (0,kubectl_deadline/* deadlineIn */._5)(inputs.timeoutMs, outside.now);
    const { ports, close } = within(deadline, { ...request, ledger, deadline });
    await settle(ports, readyAsRead(expectedOfDeploy(request), planned.drafts)).finally(close);
    return reportOf({ request, ledger });
};
/** Throws the first of what the plan says is to be refused, with the messages of all. */
const refuseObstacles = ({ plan }) => {
    const [first, ...others] = plan.obstacles;
    if (first === undefined)
        return;
    const message = [first.message, ...others.map((one) => one.message)].join("\n");
    const hint = [first.hint, ...others.map((one) => one.hint)].join(" ");
    throw new errors/* OperatorError */.nv(first.reason, message, `${hint} Nothing was changed.`);
};
/**
 * Waits until everything is ready; `known` are the states where they are known to be so. What was not ready before and
 * is not written is no fault of this deploy, and to take it back would mend nothing. Where nothing at all is written
 * it counts: a deploy that failed for it does not go well by being run again.
 */
const settle = async (deploying, known = null) => {
    const { cluster, outside, ledger, planned, deadline } = deploying;
    if (ledger.writing !== null)
        ledger.writing = { ...ledger.writing, at: "rollout" };
    const isExcused = ledger.writing === null ? () => false : unreadyBefore(planned.drafts);
    const hasNewOwner = planned.drafts.some(({ ref, action }) => action === "create" && (0,changes_operated/* operatedKind */.$)(ref) !== null);
    const waiting = { cluster, outside, deadline, firstInstall: planned.revision === null || hasNewOwner, isExcused };
    const states = known ?? (await waitForWorkloads(expectedOfDeploy(deploying), waiting));
    ledger.workloads = states.map(({ ref, ready, desired }) => ({ ref, ready, desired }));
    await refuseUnready(states, deploying, ledger, isExcused);
};
/** Throws OperatorError `verify-failed`. */
const refuseUnverified = async ({ verify }, { ledger }) => {
    const verified = verify === null ? null : await verify("deployed");
    ledger.isNoWorse = verified?.isNoWorse === true;
    if (verified?.passed === false)
        throw new errors/* OperatorError */.nv("verify-failed", verified.message, verified.hint);
};

// EXTERNAL MODULE: ./build/src/outcome.js + 18 modules
var outcome = __webpack_require__(49342);
// EXTERNAL MODULE: ./build/src/plan/approved/approved-plan.js + 6 modules
var approved_plan = __webpack_require__(60363);
// EXTERNAL MODULE: ./build/src/plan/approved/plan-file.js + 1 modules
var plan_file = __webpack_require__(37768);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-route.js
var alert_route = __webpack_require__(52623);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-in-force.js + 2 modules
var alertmanager_in_force = __webpack_require__(47509);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-matcher.js
var alert_matcher = __webpack_require__(4848);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/route-names.js

/**
 * Each route by its matchers from the first route on, as amtool shows them, e.g. `{}/{severity="critical"}`; where two
 * are named alike, the second ends in ` #2`.
 */
const routeNames = ({ route }) => {
    const names = new Map();
    const seen = new Map();
    const walk = (node, above) => {
        const name = `${above}{${node.matchers.map(alert_matcher/* matcherText */.sE).join(",")}}`;
        const times = (seen.get(name) ?? 0) + 1;
        seen.set(name, times);
        names.set(node, times === 1 ? name : `${name} #${times}`);
        for (const child of node.routes)
            walk(child, `${name}/`);
    };
    walk(route, "");
    return names;
};

// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
// EXTERNAL MODULE: ./build/src/signal/alerts/alert-labels.js
var alert_labels = __webpack_require__(7617);
// EXTERNAL MODULE: ./build/src/signal/alerts/gpu-coverage.js + 2 modules
var gpu_coverage = __webpack_require__(25478);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/signal/rules/recorded-from.js
var recorded_from = __webpack_require__(86044);
;// CONCATENATED MODULE: ./build/src/verify/drill/gpu-alerts.js








/** Alerts of base and overlays that read metrics of GPUs, also through recording rules, or miss their exporter. */
const gpuAlerts = (resolution) => {
    const { world, known, alerts } = resolution;
    const recordings = (0,recorded_from/* recordingsIn */.yV)(world);
    const speaking = new Set((0,gpu_coverage/* gpuCoverage */.T)(resolution).flatMap((one) => one.alerts.map(({ way }) => way.entry)));
    return alerts
        .map(({ entry }) => entry)
        .filter((entry) => speaking.has(entry) ||
        (0,recorded_from/* recordedFrom */.dM)(entry.expr, recordings).leaves.some(({ metric }) => (0,gpu_metric_name/* isGpuMetric */.$)(metric ?? "")))
        .map((entry) => {
        const prometheus = (0,monitor_selection/* evaluatorOf */.tL)(entry.object, world);
        const { found, unseen } = prometheus === null ? gpu_alerts_nowhere : (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world);
        const expression = (0,parse_expression/* readExpression */.J)(entry.expr);
        const labelsOf = (series) => (0,alert_labels/* alertLabels */.I)(entry, expression, { ...known, shapeOf: () => (0,label_shape/* exactly */.pV)(series) }, prometheus, world);
        const labels = (0,alert_labels/* alertLabels */.I)(entry, expression, known, prometheus, world);
        return { entry, labels, labelsOf, prometheus, alertmanagers: found, unseen };
    });
};
const gpu_alerts_nowhere = { found: [], unseen: "no Prometheus is in sight that would send it" };

;// CONCATENATED MODULE: ./build/src/verify/drill/plan-drill.js






/**
 * Who would be told by the delivery drill, from files alone: every route that a GPU alert takes or may take. Null where
 * no drill is asked for. Throws OperatorError `invalid-input` where `drill-receivers` names one that is on no such
 * route.
 */
const planDrill = (resolution, inputs) => {
    if (!inputs.drill)
        return null;
    const alerts = gpuAlerts(resolution);
    const alertmanagers = new Set(alerts.flatMap((alert) => alert.alertmanagers));
    const parts = [...alertmanagers].map((one) => routesFrom(one, alerts, resolution.world));
    const routes = parts.flatMap((part) => part.routes);
    const unseen = [
        ...alerts.flatMap(({ entry, unseen: where }) => (where === null ? [] : [`${entry.name} is sent to ${where}`])),
        ...parts.flatMap((part) => part.unseen),
    ];
    if (unseen.length === 0)
        refuseUnknownReceivers(inputs.drillReceivers, routes);
    const wanted = ({ receiver }) => inputs.drillReceivers?.includes(receiver) ?? true;
    return { routes: routes.filter(wanted), unseen: [...new Set(unseen)].sort(finding/* compare */.UD) };
};
/** Throws OperatorError `invalid-input` where a receiver is named that no GPU alert is routed to. */
const refuseUnknownReceivers = (named, routes) => {
    const there = [...new Set(routes.map(({ receiver }) => receiver))];
    const unknown = (named ?? []).filter((name) => !there.includes(name));
    if (unknown.length === 0)
        return;
    throw new errors/* OperatorError */.nv("invalid-input", `Input drill-receivers names ${unknown.join(", ")}, and no GPU alert is routed there.`, there.length === 0
        ? "No GPU alert of the tree is routed anywhere: mend that first, or leave drill out."
        : `GPU alerts are routed to ${there.join(", ")}. Receivers of an AlertmanagerConfig are named namespace/object/receiver.`);
};
const routesFrom = (alertmanager, alerts, world) => {
    const name = (0,finding/* nameOf */.Vb)(alertmanager.ref);
    const config = (0,alertmanager_in_force/* configInForce */.xP)(alertmanager, world)?.config;
    if (!config)
        return { routes: [], unseen: [`the configuration of ${name} is not in sight, or it is refused`] };
    const names = routeNames(config);
    const taken = alerts
        .filter((alert) => alert.alertmanagers.includes(alertmanager))
        .flatMap(({ entry, labels }) => (0,alert_route/* routeOf */.Lu)(config, labels).routes.map(({ route }) => ({ route, alert: entry.name })));
    const routes = [...Map.groupBy(taken, ({ route }) => route)].map(([route, takers]) => ({
        alertmanager: name,
        route: names.get(route) ?? "",
        receiver: route.receiver,
        integrations: config.receivers.find((one) => one.name === route.receiver)?.integrations ?? [],
        alerts: [...new Set(takers.map(({ alert }) => alert))].sort(finding/* compare */.UD),
    }));
    return { routes: routes.sort((a, b) => (0,finding/* compare */.UD)(a.route, b.route)), unseen: [] };
};

;// CONCATENATED MODULE: ./build/src/plan-stage.js






/** The plan of this run, and what has moved since another one was approved. */
const planStage = async (given) => {
    const { inputs, configuration, products, approved } = given;
    const kubectl = await given.outside.tools.get("kubectl");
    const request = {
        ...given,
        kubectlVersion: kubectl.version,
        configDigest: configuration.digest,
        drill: products.resolution === undefined ? null : planDrill(products.resolution, inputs),
        namesOnly: await showsNamesOnly(given),
        hiderWith: (more) => (0,outcome/* hiderOf */.S2)(inputs, products, more),
    };
    const planned = await makePlan(request);
    const purpose = inputs.mode === "plan" ? "ask" : "deploy";
    const product = planProduct(planned, approved, purpose);
    return { planned, request, purpose, product };
};
/** What is reported of a plan; the text is the file whose digest is approved. */
const planProduct = (planned, approved, purpose) => {
    const text = (0,plan_file/* planText */.P)(planned.plan);
    return {
        report: {
            digest: (0,digest/* fileDigest */.h)(Buffer.from(text)),
            moved: approved === null ? null : (0,approved_plan/* movedSince */.y)(approved, planned.plan, purpose),
            content: planned.plan,
        },
        text,
        approved: approved?.text ?? null,
    };
};
/** Artifacts and summaries of a public repository can be read by everybody. */
const showsNamesOnly = async ({ inputs, outside }) => {
    if (inputs.planDetails !== "auto")
        return inputs.planDetails === "names";
    return (await outside.github.repositoryIsPrivate()) === false;
};

;// CONCATENATED MODULE: ./build/src/secrets/hiding-log.js
/** A log that secrets are taken out of before it is written. */
const hidingLog = (log, hide) => ({
    info: (message) => log.info(hide(message)),
    debug: (message) => log.debug(hide(message)),
    stage: (name, ended) => log.stage(name, ended),
});

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/src/verify/reach/reader.js


/** A reader of the server behind `ask`, whose paths all stand below `prefix`. */
const readerOf = (ask, where, prefix, counter) => {
    const answer = async (question) => {
        counter.count += 1;
        try {
            return await ask({ ...question, path: `${prefix}${question.path}` });
        }
        catch (thrown) {
            if (thrown instanceof errors/* OperatorError */.nv)
                throw thrown;
            return { status: null, why: `${where} does not answer: ${thrown.message}` };
        }
    };
    return {
        where,
        ask: answer,
        get: (0,once/* once */.O)(async (path) => gotFrom(await answer({ path }), where)),
    };
};
/** A reader of a server that another one leads to, below `prefix`. */
const readerBelow = (above, where, prefix) => {
    const ask = (question) => above.ask({ ...question, path: `${prefix}${question.path}` });
    return { where, ask, get: (0,once/* once */.O)(async (path) => gotFrom(await ask({ path }), where)) };
};
/** A reader of a server that cannot be reached, with why; `status` is what it is known to answer. */
const blindReader = (where, why, status = null) => ({
    where,
    get: async () => ({ ok: false, why, status }),
    ask: async () => ({ status: null, why }),
});
/** The same server, asked with these headers each time. */
const withHeaders = (reader, headers) => {
    const ask = (question) => reader.ask({ ...question, headers: { ...headers, ...question.headers } });
    return {
        where: reader.where,
        ask,
        get: (0,once/* once */.O)(async (path) => gotFrom(await ask({ path }), reader.where)),
    };
};
/** What an answer says. */
const gotFrom = (answer, where) => {
    if (answer.status === null)
        return { ok: false, why: answer.why, status: null };
    if (answer.status < 200 || answer.status > 299)
        return { ok: false, why: `${where} answers ${answer.status}${reasonIn(answer.text)}`, status: answer.status };
    try {
        return { ok: true, body: JSON.parse(answer.text) };
    }
    catch {
        return { ok: false, why: `${where} answers with no JSON`, status: answer.status };
    }
};
/** The API server and Prometheus say why in JSON; a proxy in between says it in HTML, which tells nobody anything. */
const reasonIn = (text) => {
    try {
        const { message, error } = JSON.parse(text);
        const said = [message, error].find((one) => typeof one === "string");
        return said === undefined ? "" : `: ${String(said).slice(0, 300)}`;
    }
    catch {
        return "";
    }
};
/** A path with its query. */
const withQuery = (path, query) => `${path}?${new URLSearchParams(query)}`;

// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
// EXTERNAL MODULE: ./build/src/world/services.js
var world_services = __webpack_require__(48101);
// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-pod.js
var grafana_pod = __webpack_require__(10638);
;// CONCATENATED MODULE: ./build/src/verify/reach/grafana-prefix.js


/**
 * The path below which Grafana answers: that of `root_url` where it is told to serve from there, else none. Variables
 * win over the file. https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#serve_from_sub_path
 */
const grafanaPrefix = (pod) => {
    const [serves, root] = [settingOf(pod, "serve_from_sub_path"), settingOf(pod, "root_url")];
    if (serves !== "true" || root === null)
        return "";
    // The default has parts in %(\u2026)s, which stand for no path.
    const path = URL.parse(root.replaceAll(/%\([^)]*\)s/g, "x"))?.pathname ?? "/";
    return path.replace(/\/$/, "");
};
/** A setting of the section `server`. */
const settingOf = ({ containers, mounts }, name) => {
    const variable = `GF_SERVER_${name.toUpperCase()}`;
    const [own] = containers.flatMap((one) => (0,json_fields/* objectsAt */.yR)(one, ["env"])).filter((one) => one["name"] === variable);
    if (own !== undefined)
        return (0,json_fields/* textAt */.$6)(own, ["value"]);
    const files = mounts.flatMap(({ source }) => typeof source === "string" ? [] : [(0,grafana_pod/* dataOf */.qu)(source)["grafana.ini"] ?? ""]);
    for (const text of files) {
        const section = /^\[server\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? "";
        const value = new RegExp(`^\\s*${name}\\s*=\\s*(.*?)\\s*$`, "m").exec(section)?.[1];
        if (value !== undefined)
            return value;
    }
    return null;
};

;// CONCATENATED MODULE: ./build/src/verify/reach/service-address.js




/**
 * Where the operator's Prometheus or Alertmanager answers: a Service of the render that selects its pods, else the one
 * that the operator makes itself (`prometheus-operated`, `alertmanager-operated`; `spec.serviceName` names another).
 */
const operatedAddress = (object, world) => {
    const kind = object.ref.kind.toLowerCase();
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    const { body } = object;
    const portName = (0,json_fields/* textAt */.$6)(body, ["spec", "portName"]) ?? "web";
    const number = kind === "alertmanager" ? 9093 : 9090;
    const labels = podLabels(object);
    const rendered = ((0,world_services/* servicesIn */.qp)(world).get(namespace) ?? []).find(({ selector, ports }) => selector !== null &&
        Object.entries(selector).every(([name, value]) => labels[name] === value) &&
        ports.some(({ target }) => target === portName || target === number));
    const port = rendered?.ports.find(({ target }) => target === portName || target === number);
    const own = (0,json_fields/* textAt */.$6)(body, ["spec", "serviceName"]) ?? `${kind === "prometheusagent" ? "prometheus-agent" : kind}-operated`;
    const routed = (0,json_fields/* textAt */.$6)(body, ["spec", "routePrefix"]) ?? "/";
    return {
        scheme: Object.keys((0,json_fields/* objectAt */.lJ)(body, ["spec", "web", "tlsConfig"])).length > 0 ? "https" : "http",
        namespace,
        service: rendered?.name ?? own,
        port: port === undefined ? portName : port.name || String(port.number),
        prefix: routed === "/" ? "" : routed.replace(/\/$/, ""),
    };
};
/**
 * Whether a Prometheus or Alertmanager answers only who shows a certificate, which the API server's proxy has not:
 * https://prometheus.io/docs/prometheus/latest/configuration/https/
 */
const asksForCertificate = ({ body }) => /^Require/.test((0,json_fields/* textAt */.$6)(body, ["spec", "web", "tlsConfig", "clientAuthType"]) ?? "");
/**
 * The labels that the operator gives the pods: `pkg/prometheus/server/statefulset.go` and
 * `pkg/alertmanager/operator.go` of prometheus-operator.
 */
const podLabels = ({ ref: { kind, name }, body }) => {
    const program = kind.toLowerCase();
    return {
        ...Object.fromEntries(Object.entries((0,json_fields/* objectAt */.lJ)(body, ["spec", "podMetadata", "labels"])).map(([key, value]) => [key, String(value)])),
        "app.kubernetes.io/name": program,
        "app.kubernetes.io/managed-by": "prometheus-operator",
        "app.kubernetes.io/instance": name,
        [program]: name,
        ...(program === "prometheus" ? { "operator.prometheus.io/name": name, "operator.prometheus.io/shard": "0" } : {}),
    };
};
/** Where the stack's Grafana answers: a Service that selects its pods; null where there is none. */
const grafanaAddress = ({ object, containers, mounts }, world) => {
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    const service = ((0,world_services/* servicesIn */.qp)(world).get(namespace) ?? []).find((one) => (0,world_services/* workloadsBehind */.RC)(one, world).some((workload) => workload.object === object));
    const ports = containers.flatMap((container) => (0,json_fields/* objectsAt */.yR)(container, ["ports"]));
    const own = ports.filter(({ name, containerPort }) => name === "grafana" || containerPort === 3000);
    const targets = own.flatMap(({ name, containerPort }) => [name, containerPort]);
    const port = service?.ports.find(({ target }) => targets.includes(target)) ?? service?.ports[0];
    if (service === undefined || port === undefined)
        return null;
    return {
        ...{ scheme: "http", namespace, service: service.name, port: port.name || String(port.number) },
        prefix: grafanaPrefix({ containers, mounts }),
    };
};
/**
 * The path of the API server's proxy for a Service's port:
 * https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/
 */
const proxyPath = ({ scheme, namespace, service, port, prefix }) => `/api/v1/namespaces/${namespace}/services/${scheme === "https" ? "https:" : ""}${service}:${port}/proxy${prefix}`;

// EXTERNAL MODULE: ./build/src/kubernetes/json-word.js
var json_word = __webpack_require__(71706);
;// CONCATENATED MODULE: ./build/src/verify/reach/known.js
/** What was got, read. */
const knownFrom = (got, read) => got.ok ? { ok: true, value: read(got.body) } : { ok: false, why: got.why, isRefused: isRefusal(got.status) };
/** Something else that is known with it. */
const knownOf = (known, read) => known.ok ? { ok: true, value: read(known.value) } : known;
/** Whether an answer says no more than that this account may not ask: what it asks for may be well. */
const isRefusal = (status) => status === 401 || status === 403;
/** How something is told that hangs on these, not all of which are known; `why` is a clause. */
const silenceOf = (...asked) => {
    const silent = asked.flatMap((one) => (one.ok ? [] : [one]));
    const isRefused = silent.every((one) => one.isRefused === true);
    return { sight: isRefused ? "cannot-be-seen" : "not-seen", why: silent[0]?.why ?? "" };
};
/** Where to look for a program that does not tell; `name` is e.g. `Prometheus monitoring/k8s`. */
const silenceHint = (sight, name) => sight === "cannot-be-seen"
    ? `Allow the account get on services/proxy there, as docs/rbac/verify.yaml does, or name an address of ${name} that needs no credentials in the input.`
    : `Look at the pods of ${name}: whether they run, and what they say.`;
/** What many ask for is made once. */
const lazily = (make) => {
    let made;
    return () => {
        made ??= make();
        return made;
    };
};

;// CONCATENATED MODULE: ./build/src/verify/reach/pod-reader.js


/** The port at which the operator has the pods of its kinds answer. */
const ports = { Alertmanager: 9093, Prometheus: 9090 };
/**
 * One pod of a Prometheus or Alertmanager by itself.
 * https://kubernetes.io/docs/reference/using-api/api-concepts/ has no page for it: `pods/proxy` works as
 * `services/proxy` does.
 */
const podReader = ({ ref, body }, namespace, pod, api) => {
    const secure = Object.keys((0,json_fields/* objectAt */.lJ)(body, ["spec", "web", "tlsConfig"])).length > 0;
    const routed = (0,json_fields/* textAt */.$6)(body, ["spec", "routePrefix"]) ?? "/";
    const port = ports[ref.kind] ?? 0;
    const prefix = `/api/v1/namespaces/${namespace}/pods/${secure ? "https:" : ""}${pod}:${port}/proxy`;
    return readerBelow(api, `Pod ${namespace}/${pod}:${port}`, `${prefix}${routed === "/" ? "" : routed.replace(/\/$/, "")}`);
};

;// CONCATENATED MODULE: ./build/src/verify/reach/shard-readers.js









/** How many parts the targets of a Prometheus are shared among. */
const shardsOf = ({ body }) => Math.max(Math.floor(Number((0,json_word/* jsonWord */.b)((0,manifest/* valueAt */.f)(body, ["spec", "shards"]) ?? 1))) || 1, 1);
/**
 * A pod of each shard of a Prometheus: each has a part of the targets and their series, and a Service leads to any of
 * them. The labels are those that the operator gives its pods: `pkg/prometheus/server/statefulset.go`.
 */
const shardReaders = async (object, world, api) => {
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    const wanted = shardsOf(object);
    const query = { labelSelector: `operator.prometheus.io/name=${object.ref.name}` };
    const pods = await api.get(withQuery(listPath("v1", "pods", namespace), query));
    const name = (0,finding/* nameOf */.Vb)(object.ref);
    if (!pods.ok) {
        const why = `${name} has ${wanted} shards, and its pods are not told: ${pods.why}`;
        return { ok: false, why, isRefused: isRefusal(pods.status) };
    }
    const running = (0,json_fields/* objectsAt */.yR)(pods.body, ["items"]).filter((pod) => (0,json_fields/* textAt */.$6)(pod, ["status", "phase"]) === "Running");
    const readers = [];
    for (let shard = 0; shard < wanted; shard += 1) {
        const own = running.find((pod) => (0,json_fields/* labelsAt */.dx)(pod, ["metadata", "labels"])["operator.prometheus.io/shard"] === `${shard}`);
        const pod = (0,json_fields/* textAt */.$6)(own, ["metadata", "name"]);
        if (pod === null)
            return { ok: false, why: `${name} has ${wanted} shards, and no pod of shard ${shard} runs` };
        readers.push(podReader(object, namespace, pod, api));
    }
    return { ok: true, value: readers };
};

;// CONCATENATED MODULE: ./build/src/verify/scene.js




/** A scene for one look: its readers remember what they were told. */
const sceneOf = (request) => {
    const { resolution, api, addresses, outside, memory = { grafana: null }, patienceMs = 0 } = request;
    const counter = { count: 0 };
    const { world } = resolution;
    const byProxy = (address) => {
        const { namespace, service, port } = address;
        return readerOf(api.ask, `Service ${namespace}/${service}:${port}`, proxyPath(address), counter);
    };
    const byAddress = (address) => readerOf(outside.askAddress(address), address, "", counter);
    const reading = (object, address) => {
        if (address !== undefined)
            return byAddress(address);
        if (!asksForCertificate(object))
            return byProxy(operatedAddress(object, world));
        const name = (0,finding/* nameOf */.Vb)(object.ref);
        return blindReader(name, `${name} asks for a certificate (web.tlsConfig.clientAuthType) that a proxy has not`, 401);
    };
    const readers = new Map();
    const remembered = (object, address) => {
        const known = readers.get(object) ?? reading(object, address);
        readers.set(object, known);
        return known;
    };
    const apiReader = readerOf(api.ask, "the API server", "", counter);
    const prometheus = (object) => remembered(object, addresses.prometheusUrl);
    return {
        resolution,
        api: apiReader,
        prometheus,
        shards: async (object) => addresses.prometheusUrl === undefined && shardsOf(object) > 1 && !asksForCertificate(object)
            ? await shardReaders(object, world, apiReader)
            : { ok: true, value: [prometheus(object)] },
        alertmanager: (object) => remembered(object, addresses.alertmanagerUrl),
        grafana: grafanaOf(resolution, addresses.grafanaUrl, { byProxy, byAddress }),
        memory,
        patienceMs,
        mask: outside.mask,
        counter,
    };
};
const grafanaOf = ({ dashboards: { grafana }, world }, address, { byProxy, byAddress }) => {
    if (address !== undefined)
        return byAddress(address);
    const [pod] = grafana.pods;
    if (pod === undefined)
        return null;
    const found = grafanaAddress(pod, world);
    return found === null ? blindReader("Grafana", "no Service of the stack selects Grafana's pods") : byProxy(found);
};

;// CONCATENATED MODULE: ./build/src/verify/drill/drill-alert.js




/** The label that tells a drill from what it stands for. */
const drillLabel = "drill";
/**
 * What a drill has beside the labels of the alert that it stands for. Without `drill_run` a second drill within
 * `group_interval` would be the alert that its receiver has just been told of, and Alertmanager would not tell it
 * again.
 */
const drillLabels = (env) => ({
    [drillLabel]: "true",
    drill_run: `${/^\d{1,20}$/.exec(env["GITHUB_RUN_ID"] ?? "")?.[0] ?? "local"}-${(0,external_node_crypto_.randomBytes)(3).toString("hex")}`,
});
/** Who drills, as far as the environment tells; a clause. */
const whoDrills = (env) => {
    const { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: actor } = env;
    const parts = [
        repository ? `repository ${repository}` : "",
        (0,stamp/* runUrl */.Vp)(env) === undefined ? "" : `run ${(0,stamp/* runUrl */.Vp)(env)}`,
        actor ? `started by ${actor}` : "",
    ].filter((part) => part !== "");
    return parts.length === 0 ? "somebody at a terminal, for nothing says which run it is" : parts.join(", ");
};
/** https://prometheus.io/docs/alerting/latest/alerts_api/ */
const drill_alert_bodyOf = (alert, env) => {
    const run = (0,stamp/* runUrl */.Vp)(env);
    return JSON.stringify([
        {
            labels: alert.labels,
            annotations: {
                summary: `DRILL, nothing is wrong: this ${alert.alert} was posted by a run of prometheus-stack-action.`,
                description: `It proves that ${alert.receivers.join(", ")} would be told of a real one. Nobody has to do anything: it ends when it was seen, and by itself at ${alert.endsAt}.`,
                drill: `${whoDrills(env)}.`,
            },
            ...{ startsAt: alert.startsAt, endsAt: alert.endsAt },
            ...(run === undefined ? {} : { generatorURL: run }),
        },
    ]);
};
/**
 * Posts it to every replica, as Prometheus does: they do not tell each other of alerts. Answers why not all have it, as
 * a clause; null where they have.
 */
const postAlert = async (alert, replicas, env) => {
    const sent = { method: "POST", path: "/api/v2/alerts", headers: { "content-type": "application/json" } };
    const answers = await (0,all_done/* allDone */.g)(replicas.map(async (replica) => {
        const answer = await replica.ask({ ...sent, body: drill_alert_bodyOf(alert, env) });
        if (answer.status !== null && answer.status >= 200 && answer.status < 300)
            return null;
        const got = gotFrom(answer, replica.where);
        return got.ok ? null : got.why;
    }));
    return answers.find((why) => why !== null) ?? null;
};

;// CONCATENATED MODULE: ./build/src/verify/alertmanager/told-by-api.js



/** Alerts of `/api/v2/alerts`. */
const alertsIn = (body) => (0,json_fields/* objectsAt */.yR)(body, []).map(alertOf);
/** Silences of `/api/v2/silences` that hold now: it tells those that are over, too. */
const silencesIn = (body) => (0,json_fields/* objectsAt */.yR)(body, [])
    .filter((one) => (0,manifest/* valueAt */.f)(one, ["status", "state"]) === "active")
    .map(told_by_api_silenceOf);
/** Those that mute an alert with exactly these labels. */
const silencing = (silences, labels) => silences.filter(({ matchers }) => matchers.every((one) => (0,alert_matcher/* meets */.D)(one, labels[one.name] ?? "")));
/** E.g. `silence 1b2c\u2026 of Jane (team="gpu"; "maintenance") until 2026-11-29T12:00:00Z`. */
const silenceText = ({ id, matchers, createdBy, comment, endsAt }) => `silence ${id} of ${createdBy || "nobody named"} (${matchers.map(alert_matcher/* matcherText */.sE).join(", ")}; ${JSON.stringify(comment.slice(0, 100))}) until ${endsAt}`;
const alertOf = (alert) => ({
    fingerprint: (0,json_fields/* textOrEmpty */._c)(alert, ["fingerprint"]),
    labels: (0,json_fields/* labelsAt */.dx)(alert, ["labels"]),
    receivers: (0,json_fields/* objectsAt */.yR)(alert, ["receivers"]).map((receiver) => (0,json_fields/* textOrEmpty */._c)(receiver, ["name"])),
    inhibitedBy: (0,json_fields/* textsAt */.i1)(alert, ["status", "inhibitedBy"]),
    silencedBy: (0,json_fields/* textsAt */.i1)(alert, ["status", "silencedBy"]),
});
const told_by_api_silenceOf = (silence) => ({
    id: (0,json_fields/* textOrEmpty */._c)(silence, ["id"]),
    matchers: (0,json_fields/* objectsAt */.yR)(silence, ["matchers"]).map(matcherOf),
    createdBy: (0,json_fields/* textOrEmpty */._c)(silence, ["createdBy"]),
    comment: (0,json_fields/* textOrEmpty */._c)(silence, ["comment"]),
    endsAt: (0,json_fields/* textOrEmpty */._c)(silence, ["endsAt"]),
});
const matcherOf = (matcher) => {
    const { isRegex, isEqual, name, value } = (0,manifest/* isObject */.G)(matcher) ? matcher : {};
    // Before 0.22 there was no `isEqual`, and every matcher was positive.
    const negative = isEqual === false;
    return {
        name: String(name),
        op: isRegex === true ? (negative ? "!~" : "=~") : negative ? "!=" : "=",
        value: String(value),
    };
};

;// CONCATENATED MODULE: ./build/src/verify/drill/choose-drills.js



/** The routes that an alert with exactly these labels takes. */
const endsOf = (config, labels) => (0,alert_route/* routeOf */.Lu)(config, (0,label_shape/* exactly */.pV)(labels)).routes.map(({ route }) => route);
/**
 * As few alerts as prove each route that one of the candidates takes, and only such as reach nobody whom `mayTell`
 * leaves out.
 */
const chooseDrills = (config, candidates, { marks, mayTell, joins }) => {
    const loud = (0,alert_route/* loudReceivers */.xs)(config);
    const ways = candidates.map((candidate) => {
        const all = endsOf(config, candidate.labels);
        const drilled = endsOf(config, { ...candidate.labels, ...marks });
        const ends = all.filter(({ receiver }) => loud.has(receiver));
        const joining = ends.filter((end) => joins(end, { ...candidate.labels, ...marks })).length;
        return {
            candidate,
            all,
            ends,
            joining,
            moves: all.length !== drilled.length || all.some((end) => !drilled.includes(end)),
        };
    });
    // A silent end beside a loud one takes nothing away.
    const routes = new Set(ways.flatMap(({ all, ends }) => (ends.length > 0 ? ends : all)));
    const drills = [];
    const undrilled = [];
    for (const route of routes) {
        if (!mayTell(route.receiver) || drills.some(({ ends }) => ends.includes(route)))
            continue;
        const takers = ways.filter(({ all }) => all.includes(route));
        const fit = takers
            .filter(({ ends, moves }) => !moves && ends.includes(route) && ends.every(({ receiver }) => mayTell(receiver)))
            .sort((a, b) => a.joining - b.joining || a.ends.length - b.ends.length)[0];
        if (fit !== undefined)
            drills.push({ candidate: fit.candidate, ends: fit.ends });
        else
            undrilled.push({ route, ...choose_drills_whyNot(route, loud, takers) });
    }
    return {
        drills,
        undrilled,
        takers: new Map([...routes].map((route) => [
            route,
            ways.filter(({ all }) => all.includes(route)).map(({ candidate }) => candidate.alert),
        ])),
        notes: [...otherValues(config, candidates, routes), ...looksAtDrill(config, Object.keys(marks))],
    };
};
const choose_drills_whyNot = ({ receiver }, loud, takers) => {
    if (!loud.has(receiver))
        return {
            verdict: "not-delivered",
            why: `The receiver "${receiver}" has no integration: it notifies nobody, and nothing was posted.`,
        };
    if (takers.every(({ moves }) => moves))
        return {
            verdict: "cannot-be-told",
            why: 'A matcher looks at a label that only a drill has, with drill="true" an alert takes another way, and nothing was posted.',
        };
    const others = [...new Set(takers.flatMap(({ ends }) => ends.map((end) => end.receiver)))];
    return {
        verdict: "cannot-be-told",
        why: `Every alert that takes this route also reaches somebody who is not to be drilled (its receivers: ${others.join(", ")}), and nothing was posted.`,
    };
};
/** Routes that only other values of labels lead to. */
const otherValues = (config, candidates, taken) => {
    const names = routeNames(config);
    const possible = new Set(candidates.flatMap(({ shape }) => (0,alert_route/* routeOf */.Lu)(config, shape).routes.map(({ route }) => route)));
    return [...possible]
        .filter((route) => !taken.has(route))
        .map((route) => `Route ${names.get(route)} (receiver "${route.receiver}") is taken only by alerts with other values of their labels: it was not drilled.`);
};
/** A rule of inhibition that looks at such a label treats a drill otherwise than what it stands for. */
const looksAtDrill = ({ inhibitRules }, marks) => inhibitRules.some(({ source, target, equal }) => [...equal, ...[...source, ...target].map(({ name }) => name)].some((name) => marks.includes(name)))
    ? ["A rule of inhibition looks at a label that only a drill has: a real alert may be muted otherwise."]
    : [];

;// CONCATENATED MODULE: ./build/src/verify/drill/muting-drills.js

/**
 * Whether an alert with the labels `source` mutes one with `target` for as long as it fires. One that meets both sides
 * is not muted by another that does, too.
 * https://prometheus.io/docs/alerting/latest/configuration/#inhibition-related-settings
 */
const mutesOther = (source, target, { inhibitRules }) => inhibitRules.some((rule) => meetAll(rule.source, source) &&
    meetAll(rule.target, target) &&
    !(meetAll(rule.source, target) && meetAll(rule.target, source)) &&
    rule.equal.every((name) => (source[name] ?? "") === (target[name] ?? "")));
const meetAll = (matchers, labels) => matchers.every((one) => (0,alert_matcher/* meets */.D)(one, labels[one.name] ?? ""));
/** Whether one of the two mutes the other, so that they are not to fire at once. */
const muteEachOther = (a, b, config) => mutes(a, b, config) || mutes(b, a, config);
const mutes = ({ candidate: source }, { candidate: target }, config) => mutesOther(source.labels, target.labels, config);
/** What another drill mutes comes before that one: it is proved, and may be mute, once that fires. */
const mutedFirst = (drills, config) => {
    const ordered = [];
    for (let left = drills; left.length > 0;) {
        const [first] = left;
        // Where each mutes another, there is no right order.
        const next = left.find((one) => left.every((other) => other === one || !mutes(one, other, config))) ?? first;
        if (next === undefined)
            break;
        ordered.push(next);
        left = left.filter((one) => one !== next);
    }
    return ordered;
};

;// CONCATENATED MODULE: ./build/src/verify/drill/count-by.js

/** How the ends of one drill are counted; those of one key have to be told together. */
const countedBy = (end, { ends }, config, byReceiver) => {
    const counts = countsOf(config, end.receiver);
    const used = receiversIn(config.route);
    const sharers = byReceiver
        ? []
        : [...used].filter((name) => name !== end.receiver && Object.keys(countsOf(config, name)).some((kind) => counts[kind] !== undefined));
    const twins = ends.filter(({ receiver }) => byReceiver ? receiver === end.receiver : sharesWith(config, receiver, counts));
    return {
        parts: Object.keys(counts).map((integration) => ({
            key: { integration, receiver: byReceiver ? end.receiver : null },
            needed: twins.reduce((total, { receiver }) => total + (countsOf(config, receiver)[integration] ?? 0), 0),
        })),
        attribution: twins.length > 1 || sharers.length > 0 ? "shared" : byReceiver ? "receiver" : "integration",
        sharers: [end.receiver, ...sharers],
    };
};
/** Drills in the order in which they are posted: in one round no two are counted together, and none mutes another. */
const roundsOf = (drills, config, byReceiver) => {
    const rounds = [];
    for (const drill of mutedFirst(drills, config)) {
        const keys = keysOf(drill, config, byReceiver);
        const after = rounds.findLastIndex((round) => round.drills.some((other) => muteEachOther(drill, other, config)));
        const free = rounds.slice(after + 1).find((round) => round.keys.isDisjointFrom(new Set(keys)));
        const round = free ?? { drills: [], keys: new Set() };
        if (free === undefined)
            rounds.push(round);
        round.drills.push(drill);
        for (const key of keys)
            round.keys.add(key);
    }
    return rounds.map((round) => round.drills);
};
/** Everything by which a drill is counted, as texts that can be compared. */
const keysOf = (drill, config, byReceiver) => drill.ends.flatMap((end) => countedBy(end, drill, config, byReceiver).parts.map(({ key }) => JSON.stringify(key)));
const countsOf = ({ receivers }, name) => receivers.find((one) => one.name === name)?.counts ?? {};
const sharesWith = (config, receiver, counts) => Object.keys(countsOf(config, receiver)).some((kind) => counts[kind] !== undefined);
const receiversIn = ({ receiver, routes }) => new Set([receiver, ...routes.flatMap((child) => [...receiversIn(child)])]);

;// CONCATENATED MODULE: ./build/src/verify/reach/metrics-text.js
const line = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+(\S+)/;
const metrics_text_label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
const escapes = { n: "\n" };
/**
 * The samples of the named metrics in Prometheus' text format; what is no sample is passed over, and so are timestamps.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
const readSamples = (text, names) => text.split("\n").flatMap((one) => {
    const [, name = "", inner = "", value = ""] = line.exec(one) ?? [];
    if (!names.includes(name))
        return [];
    const pairs = inner.matchAll(metrics_text_label).map(([, key = "", raw = ""]) => [key, unescaped(raw)]);
    return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
});
const unescaped = (raw) => raw.replaceAll(/\\(.)/g, (_, char) => escapes[char] ?? char);

;// CONCATENATED MODULE: ./build/src/verify/drill/counters.js


/**
 * What Alertmanager counts of notifications. `notifications_total` rises when one is begun,
 * `notifications_failed_total` when it is given up, which for an error that may pass takes until the next notification
 * of its group is due; each attempt counts in `notification_requests_total` as soon as it is answered
 * (notify/notify.go, RetryStage).
 */
const metrics = {
    begun: "alertmanager_notifications_total",
    failed: "alertmanager_notifications_failed_total",
    requests: "alertmanager_notification_requests_total",
    failedRequests: "alertmanager_notification_requests_failed_total",
};
/** Reads the counters of all replicas. */
const readCounters = async (replicas, now) => {
    const answers = await (0,all_done/* allDone */.g)(replicas.map(async (replica) => ({ replica, answer: await replica.ask({ path: "/metrics" }) })));
    const samples = new Map();
    for (const { replica, answer } of answers) {
        if (answer.status === null)
            return { ok: false, why: answer.why };
        if (answer.status !== 200)
            return { ok: false, why: `${replica.where} answers ${answer.status} for /metrics` };
        const read = readSamples(answer.text, Object.values(metrics));
        if (!read.some(({ name }) => name === metrics.requests))
            return { ok: false, why: `${replica.where} counts no requests of notifications: it is older than 0.22` };
        samples.set(replica.where, read);
    }
    const all = [...samples.values()].flat();
    return { ok: true, at: now(), samples, byReceiver: all.some(({ labels }) => labels["receiver_name"] !== undefined) };
};
/** The rise of what a key names. A counter that fell has begun anew. */
const riseOf = (before, after, key) => {
    const sum = (name) => risesOf(before, after, key, name).reduce((total, { rise }) => total + rise, 0);
    const failed = Map.groupBy(risesOf(before, after, key, metrics.failed), ({ labels }) => labels["reason"] ?? null);
    return {
        notifications: sum(metrics.begun),
        requests: sum(metrics.requests),
        failedRequests: sum(metrics.failedRequests),
        failed: [...failed].flatMap(([reason, rises]) => {
            const count = rises.reduce((total, { rise }) => total + rise, 0);
            return count === 0 ? [] : [{ reason, count }];
        }),
    };
};
const risesOf = (before, after, { integration, receiver }, name) => [...after.samples].flatMap(([replica, samples]) => samples
    .filter((one) => one.name === name &&
    one.labels["integration"] === integration &&
    (receiver === null || one.labels["receiver_name"] === receiver))
    .map(({ labels, value }) => {
    const id = JSON.stringify(labels);
    const former = before.samples
        .get(replica)
        ?.find((one) => one.name === name && JSON.stringify(one.labels) === id);
    const start = former?.value ?? 0;
    return { labels, rise: value < start ? value : value - start };
}));

;// CONCATENATED MODULE: ./build/src/verify/drill/drill-labels.js



/** What a label is set to whose value nothing tells. */
const stated = "drill";
/** Series that are looked at: a silence may mute some nodes and not others. */
const mostSamples = 20;
/**
 * Labels with which the alert could be sent: its own, and those of real series that it reads as Prometheus has them
 * now. Where Prometheus has none, or does not answer, values that nothing tells are `drill`. Never empty.
 */
const sampledLabels = async (alert, prometheus) => {
    const selector = (0,parse_expression/* readExpression */.J)(alert.entry.expr).selectors.find(({ metric }) => metric !== null);
    const query = selector === undefined ? null : selectorText(selector);
    const series = query === null || prometheus === null ? [] : await seriesOf(query, prometheus);
    if (series.length === 0 || query === null)
        return [{ labels: labelsLike(alert, null), sample: `no series was at hand: unknown values are "${stated}"` }];
    return series.map((one) => ({ labels: labelsLike(alert, one), sample: `a series of ${query}` }));
};
const seriesOf = async (query, prometheus) => {
    const path = withQuery("/api/v1/query", { query: `topk(${mostSamples}, ${query})` });
    const got = gotFrom(await prometheus.ask({ path }), prometheus.where);
    return got.ok ? (0,json_fields/* objectsAt */.yR)(got.body, ["data", "result"]).map((one) => (0,json_fields/* labelsAt */.dx)(one, ["metric"])) : [];
};
const selectorText = ({ metric, matchers }) => `${metric}${matchers.length === 0 ? "" : `{${matchers.map(({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`).join(",")}}`}`;
/** The labels of the alert where the series that it reads have those of `sample`. */
const labelsLike = ({ labels, labelsOf }, sample) => {
    const { __name__: _, ...series } = sample ?? {};
    const shape = sample === null ? labels : labelsOf(series);
    return Object.fromEntries([...shape.labels].flatMap(([name, values]) => {
        // What a template makes of the sample is Prometheus' to say.
        const value = values === null ? stated : (values.find((one) => one !== "") ?? "");
        return value === "" || name === "__name__" ? [] : [[name, value]];
    }));
};

;// CONCATENATED MODULE: ./build/src/verify/drill/judge-delivery.js
/** How long Alertmanager may take beyond `group_wait` to begin a notification and have it answered, in milliseconds. */
const marginMs = 15_000;
/** The least time that Alertmanager tries for, whatever `group_interval` says (notify.MinTimeout). */
const leastTriedMs = 10_000;
/** Where `group_interval` is no longer than this, a failing receiver is waited for until the reason is counted. */
const longestForReasonMs = 20_000;
const succeeded = ({ requests, failedRequests }) => requests - failedRequests;
/**
 * Judges one look; null: wait. A notification is proved by a request that was answered well. One that was begun proves
 * nothing: Alertmanager tries again for as long as `group_interval` before it counts it as failed.
 */
const judgeDelivery = (seen) => {
    const { parts, attribution, others } = seen;
    const onTime = parts.every(({ needed, due }) => succeeded(due) >= needed);
    const ever = parts.every(({ needed, all }) => succeeded(all) >= needed);
    if (onTime || (ever && (seen.joined || (attribution !== "shared" && others === 0))))
        return success(seen);
    const failed = parts.flatMap(({ all, integration, needed }) => succeeded(all) >= needed ? [] : all.failed.map(({ reason }) => `${integration}: ${reason ?? "no reason is told"}`));
    if (failed.length > 0 && attribution !== "shared")
        return givenUp(seen, failed);
    if (seen.mutedBy.length > 0)
        return {
            verdict: "cannot-be-told",
            why: `The route is mute now by its time intervals: ${seen.mutedBy.join(", ")}.`,
        };
    if (seen.sinceMs < limitOf(seen) && !seen.isLast)
        return null;
    return lastWord(seen, { ever, failed });
};
/** Milliseconds after the post at which nothing more is waited for. */
const limitOf = ({ parts, waitMs, intervalMs, begunMs, }) => {
    // A group that is there already, e.g. of a drill some minutes ago, is notified when its interval is over.
    if (begunMs === null)
        return Math.max(waitMs, intervalMs) + marginMs;
    const from = Math.max(waitMs, begunMs);
    const isFailing = parts.some(({ all }) => all.failedRequests > 0);
    const triedMs = Math.max(intervalMs, leastTriedMs);
    return from + (isFailing && triedMs <= longestForReasonMs ? triedMs + marginMs / 3 : marginMs);
};
const success = (seen) => {
    const { parts, attribution, sharers, others, stillTried } = seen;
    const refused = parts.reduce((total, { due }) => total + due.failedRequests, 0);
    const together = `${judge_delivery_kindsOf(parts)} of ${sharers.join(", ")} are counted together`;
    if (attribution === "shared" && stillTried !== null)
        return {
            verdict: "cannot-be-told",
            why: `A notification was delivered, and it may have been that of ${stillTried}, which Alertmanager may still be trying: ${together}.`,
        };
    if (attribution === "shared" && refused > 0)
        return {
            verdict: "cannot-be-told",
            why: `A notification was delivered, and ${counted(refused, "request")} failed in the same time: ${together}, so that nothing tells whose they were.`,
        };
    const again = refused > 0 ? ` after ${counted(refused, "failed request")}` : "";
    const doubt = others > 0
        ? ` ${counted(others, "other alert")} fired at ${attribution === "shared" ? together.replace(/ are counted.*/, "") : "this receiver"} meanwhile: a notification of these would look the same.`
        : attribution === "shared"
            ? ` It is counted for ${judge_delivery_kindsOf(parts)} as a whole, and nothing else fired at ${sharers.join(", ")}.`
            : "";
    return {
        verdict: "delivered",
        why: `Alertmanager's ${judge_delivery_kindsOf(parts)} was answered well${again}.${seen.joined ? " Its group was there already, which is told of more after group_interval." : ""}${doubt}`,
    };
};
const givenUp = ({ parts }, failed) => ({
    verdict: "not-delivered",
    why: `Alertmanager gave the notification up (${failed.join(", ")}) after ${failedText(parts)}.`,
});
const lastWord = (seen, { ever, failed }) => {
    const { parts, attribution, sharers, waitMs, intervalMs, sinceMs, isLast } = seen;
    const some = parts.some(({ all, needed }) => succeeded(all) > 0 && succeeded(all) < needed);
    if (ever)
        return {
            verdict: "cannot-be-told",
            why: `A notification was delivered before group_wait (${seconds(waitMs)}) was over, so that it was another's, or the group was there already.`,
        };
    if (some && attribution === "shared")
        return {
            verdict: "cannot-be-told",
            why: `Fewer notifications were delivered than ${sharers.join(", ")} together have to have.`,
        };
    if (failed.length > 0)
        return givenUp(seen, failed);
    if (parts.some(({ all }) => all.failedRequests > 0))
        return {
            verdict: "not-delivered",
            why: `${failedText(parts)}, and none was answered well; Alertmanager still tries, and counts a reason only when it gives up: its log has the error.`,
        };
    const begun = seen.begunMs !== null;
    if (isLast && sinceMs < limitOf(seen))
        return {
            verdict: "cannot-be-told",
            why: begun
                ? `verify-timeout was over ${seconds(sinceMs)} after the post, while the receiver was being told.`
                : `verify-timeout was over ${seconds(sinceMs)} after the post, and no notification was begun. Where the group was there already, e.g. by a drill some minutes ago, Alertmanager tells of more only every group_interval (${seconds(intervalMs)}).`,
        };
    return {
        verdict: "not-delivered",
        why: begun
            ? `A notification was begun, and the receiver had not answered ${seconds(sinceMs)} after the post.`
            : `Alertmanager began no notification in ${seconds(sinceMs)}; group_wait is ${seconds(waitMs)}.`,
    };
};
const failedText = (parts) => {
    const failing = parts.filter(({ all }) => all.failedRequests > 0);
    return failing.length === 0
        ? "no request that was answered"
        : failing
            .map(({ integration, all }) => `${counted(all.failedRequests, `failed ${integration} request`)}`)
            .join(", ");
};
const judge_delivery_kindsOf = (parts) => parts.map(({ integration }) => integration).join(", ");
const seconds = (ms) => `${Math.round(ms / 1000)} s`;
const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

// EXTERNAL MODULE: ./build/src/signal/alertmanager/read-alertmanager-config.js + 1 modules
var read_alertmanager_config = __webpack_require__(84981);
;// CONCATENATED MODULE: ./build/src/verify/drill/running-alertmanager.js







/** Whether an alert with these labels comes into a group that is there already: it waits for no `group_wait` then. */
const joinsGroup = ({ groups }, { receiver, grouping }, labels) => {
    const shared = Object.fromEntries(Object.entries(labels).filter(([name]) => grouping.by.includes("...") || grouping.by.includes(name)));
    return groups.some((group) => group.receiver === receiver && sameLabels(group.labels, shared));
};
/** Asks it; a clause says why it cannot be known. */
const readRunning = async (reader) => {
    const [status, silences, groups] = await (0,all_done/* allDone */.g)(["/api/v2/status", "/api/v2/silences", "/api/v2/alerts/groups"].map(async (path) => gotFrom(await reader.ask({ path }), reader.where)));
    if (!status?.ok)
        return { ok: false, why: status?.why ?? "" };
    if (!silences?.ok)
        return { ok: false, why: silences?.why ?? "" };
    if (!groups?.ok)
        return { ok: false, why: groups?.why ?? "" };
    const read = (0,read_alertmanager_config/* readAlertmanagerConfig */.k)((0,json_fields/* textAt */.$6)(status.body, ["config", "original"]) ?? "");
    if (read.config === null)
        return { ok: false, why: `the configuration that ${reader.where} tells cannot be read: ${read.problem.message}` };
    return {
        ok: true,
        value: {
            config: read.config,
            silences: silencesIn(silences.body),
            firing: firingIn(groups.body),
            groups: (0,json_fields/* objectsAt */.yR)(groups.body, []).map((group) => ({
                receiver: (0,json_fields/* textAt */.$6)(group, ["receiver", "name"]) ?? "",
                labels: (0,json_fields/* labelsAt */.dx)(group, ["labels"]),
            })),
        },
    };
};
const firingIn = (groups) => {
    const counts = new Map();
    for (const group of (0,json_fields/* objectsAt */.yR)(groups, [])) {
        const receiver = (0,json_fields/* textAt */.$6)(group, ["receiver", "name"]) ?? "";
        const real = (0,json_fields/* objectsAt */.yR)(group, ["alerts"]).filter((alert) => (0,json_fields/* labelsAt */.dx)(alert, ["labels"])[drillLabel] === undefined);
        if (real.length > 0)
            counts.set(receiver, (counts.get(receiver) ?? 0) + real.length);
    }
    return counts;
};
/** What the API tells of the alert with exactly these labels; null where it shows none, or does not answer. */
const showAlert = async (reader, labels, silences) => {
    const got = gotFrom(await reader.ask({ path: "/api/v2/alerts" }), reader.where);
    if (!got.ok)
        return null;
    const all = alertsIn(got.body);
    const own = all.find((alert) => sameLabels(alert.labels, labels));
    if (own === undefined)
        return null;
    const inhibitors = own.inhibitedBy.map((fingerprint) => {
        const by = all.find((alert) => alert.fingerprint === fingerprint);
        return { name: by?.labels["alertname"] ?? fingerprint, isDrill: by?.labels[drillLabel] !== undefined };
    });
    const real = inhibitors.filter(({ isDrill }) => !isDrill).map(({ name }) => `the alert ${name} inhibits it`);
    const muting = own.silencedBy.map((id) => {
        const silence = silences.find((one) => one.id === id);
        return silence === undefined ? `silence ${id}` : silenceText(silence);
    });
    return {
        receivers: own.receivers,
        swallowedBy: [...muting, ...new Set(real)],
        mutedByDrills: [...new Set(inhibitors.filter(({ isDrill }) => isDrill).map(({ name }) => name))],
    };
};
/** Time intervals that mute it now, as the groups tell since Alertmanager 0.28; none where nothing tells. */
const mutingIntervals = async (reader, labels, receiver) => {
    const got = gotFrom(await reader.ask({ path: "/api/v2/alerts/groups" }), reader.where);
    if (!got.ok)
        return [];
    return (0,json_fields/* objectsAt */.yR)(got.body, [])
        .filter((group) => (0,json_fields/* textAt */.$6)(group, ["receiver", "name"]) === receiver)
        .flatMap((group) => (0,json_fields/* objectsAt */.yR)(group, ["alerts"]))
        .filter((alert) => (0,manifest/* isObject */.G)(alert) && sameLabels((0,json_fields/* labelsAt */.dx)(alert, ["labels"]), labels))
        .flatMap((alert) => (0,json_fields/* textsAt */.i1)((0,manifest/* valueAt */.f)(alert, ["status"]), ["mutedBy"]));
};
const sameLabels = (a, b) => {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

;// CONCATENATED MODULE: ./build/src/verify/drill/drill-round.js







const drill_round_pollMs = 1000;
const tellEveryMs = 10_000;
/** By how much a posted alert outlives all waiting, should nobody be there to end it. */
const outlivesMs = 5 * 60_000;
/**
 * Posts the drills of one round and waits until each is proved, or its time is over. What is posted is in `open` before
 * it is sent. Throws OperatorError `cancelled`.
 */
const drillRound = async (drills, base, around, open) => {
    const { outside, replicas } = around;
    const posted = await (0,all_done/* allDone */.g)(drills.map((drill) => post(drill, base, around, open)));
    let last = base;
    for (let told = outside.now();;) {
        const fresh = await readCounters(replicas, outside.now);
        if (fresh.ok)
            last = fresh;
        for (const one of posted)
            await lookAt(one, base, last, around);
        if (posted.every(({ drill, outcomes }) => outcomes.size === drill.ends.length))
            return posted;
        if (outside.now() - told >= tellEveryMs) {
            told = outside.now();
            outside.log.info(waitingLine(posted, told));
        }
        await (0,kubectl_deadline/* pause */.v7)(drill_round_pollMs, outside);
    }
};
const post = async (drill, base, around, open) => {
    const { outside, deadline, replicas, name, marks } = around;
    const { candidate, ends } = drill;
    const receivers = [...new Set(ends.map(({ receiver }) => receiver))];
    const clock = Date.now();
    const alert = {
        ...{ labels: { ...candidate.labels, ...marks }, alert: candidate.alert, receivers },
        startsAt: new Date(clock).toISOString(),
        endsAt: new Date(clock + deadline.left() + outlivesMs).toISOString(),
    };
    const before = new Map(ends.map((end) => [end, base]));
    const posted = {
        drill,
        alert,
        sentAt: outside.now(),
        shown: null,
        outcomes: new Map(),
        endedAt: null,
        before,
        begun: new Map(),
    };
    const longest = Math.max(...ends.map(({ grouping }) => grouping.waitMs));
    if (deadline.left() < longest + marginMs) {
        const needs = `its group_wait and a margin are ${Math.round((longest + marginMs) / 1000)} s`;
        drill_round_settle(posted, `verify-timeout leaves ${Math.round(deadline.left() / 1000)} s, and ${needs}: nothing was posted.`);
        return posted;
    }
    open.add(posted);
    const refused = await postAlert(alert, replicas, outside.env);
    if (refused !== null)
        drill_round_settle(posted, `It cannot be posted: ${refused}.`);
    else
        outside.log.info(`Drill: ${candidate.alert} was posted to ${name}, for ${receivers.join(", ")}`);
    return posted;
};
const drill_round_settle = ({ drill, outcomes }, why) => {
    for (const end of drill.ends)
        outcomes.set(end, { verdict: "cannot-be-told", why, delivery: null, deliveredAfterMs: null, swallowedBy: [] });
};
const lookAt = async (posted, base, last, around) => {
    const { drill, alert, outcomes, before } = posted;
    const left = drill.ends.filter((end) => !outcomes.has(end));
    const [first] = around.replicas;
    if (left.length === 0 || first === undefined)
        return;
    posted.shown ??= await showAlert(first, alert.labels, around.live.silences);
    const swallowedBy = posted.shown?.swallowedBy ?? [];
    for (const end of left) {
        if (last.at < posted.sentAt + end.grouping.waitMs)
            before.set(end, last);
        const delivery = await deliveryOf(end, posted, { base, last, first }, around);
        const judged = mutedVerdict(posted.shown) ?? judgeDelivery(delivery);
        if (judged === null)
            continue;
        const deliveredAfterMs = judged.verdict === "delivered" ? delivery.sinceMs : null;
        outcomes.set(end, { ...judged, delivery, deliveredAfterMs, swallowedBy });
        around.outside.log.info(`Drill: ${end.receiver}: ${judged.verdict}. ${judged.why}`);
        // What was given up is tried again only while the alert fires, and it is ended.
        if (judged.verdict !== "delivered" && delivery.parts.some(({ all }) => all.notifications > givenUpOf(all)))
            for (const { key } of countedBy(end, drill, around.live.config, last.byReceiver).parts)
                around.stillTried.set(JSON.stringify(key), alert.alert);
    }
};
const givenUpOf = ({ failed }) => failed.reduce((total, { count }) => total + count, 0);
/** Null where nothing mutes it, as far as Alertmanager shows. */
const mutedVerdict = (shown) => {
    if (shown === null || shown.swallowedBy.length + shown.mutedByDrills.length === 0)
        return null;
    return shown.swallowedBy.length > 0
        ? {
            verdict: "not-delivered",
            why: `Alertmanager mutes it, and would mute a real one: ${shown.swallowedBy.join("; ")}.`,
        }
        : {
            verdict: "cannot-be-told",
            why: `Another drill mutes it, as the real alert would while it fires: ${shown.mutedByDrills.join(", ")}. That drill ends by itself.`,
        };
};
const deliveryOf = async (end, { drill, alert, sentAt, before, begun }, { base, last, first }, { live, outside, deadline, stillTried }) => {
    const { parts, attribution, sharers } = countedBy(end, drill, live.config, last.byReceiver);
    const due = before.get(end) ?? base;
    const sinceMs = Math.round(outside.now() - sentAt);
    const { waitMs, intervalMs } = end.grouping;
    const isTimed = end.muteTimeIntervals.length + end.activeTimeIntervals.length > 0 && sinceMs >= waitMs;
    const counted = parts.map(({ key, needed }) => ({
        ...{ integration: key.integration, needed },
        all: riseOf(base, last, key),
        due: riseOf(due, last, key),
    }));
    if (!begun.has(end) && counted.some(({ all }) => all.notifications > 0))
        begun.set(end, sinceMs);
    return {
        ...{ sinceMs, waitMs, intervalMs, attribution, sharers },
        joined: joinsGroup(live, end, alert.labels),
        ...{ parts: counted, begunMs: begun.get(end) ?? null },
        others: sharers.reduce((total, receiver) => total + (live.firing.get(receiver) ?? 0), 0),
        stillTried: parts.map(({ key }) => stillTried.get(JSON.stringify(key))).find((one) => one !== undefined) ?? null,
        mutedBy: isTimed ? await mutingIntervals(first, alert.labels, end.receiver) : [],
        isLast: deadline.left() === 0,
    };
};
const waitingLine = (posted, now) => {
    const waiting = posted.flatMap(({ drill, outcomes, sentAt }) => drill.ends
        .filter((end) => !outcomes.has(end))
        .map(({ receiver, grouping }) => `${receiver} (${inSeconds(now - sentAt)}, group_wait ${inSeconds(grouping.waitMs)})`));
    return `Drill: waiting for ${waiting.join(", ")}`;
};
const inSeconds = (ms) => `${Math.round(ms / 1000)} s`;
/** The rises of all parts together. */
const totalRise = ({ parts }) => ({
    notifications: parts.reduce((total, { all }) => total + all.notifications, 0),
    requests: parts.reduce((total, { all }) => total + all.requests, 0),
    failedRequests: parts.reduce((total, { all }) => total + all.failedRequests, 0),
    failed: parts.flatMap(({ all }) => all.failed),
});
/** Ends what is posted and not yet ended; answers why one could not be ended, as a clause each. */
const endAll = async (posted, { replicas, outside }) => {
    const troubles = [];
    for (const one of posted) {
        if (one.endedAt !== null)
            continue;
        const endsAt = new Date().toISOString();
        const why = await postAlert({ ...one.alert, endsAt }, replicas, outside.env);
        if (why === null)
            one.endedAt = endsAt;
        else
            troubles.push(`the drill's alert ${one.alert.alert} could not be ended (${why}); it ends by itself at ${one.alert.endsAt}`);
    }
    return troubles;
};

// EXTERNAL MODULE: ./build/src/core/sentence.js
var sentence = __webpack_require__(25431);
;// CONCATENATED MODULE: ./build/src/verify/drill/drilled-routes.js



/** Routes of which nothing can be told; `why` is a clause. */
const untold = (routes, why) => ({
    routes: routes.map((route) => ({
        ...route,
        ...drilled_routes_nothing,
        groupWaitSeconds: null,
        verdict: "cannot-be-told",
        why: (0,sentence/* sentence */.e)(why),
    })),
    notes: [],
});
const drilled_routes_nothing = { posted: null, deliveredAfterSeconds: null, counted: null, swallowedBy: [] };
/** Every route once, with the best that is known of it; by name. */
const toldRoutes = (done) => {
    const { choice, posted, muted, drills, unread, beside, notes } = done;
    const routes = new Map();
    for (const { route, verdict, why } of choice.undrilled)
        routes.set(route, routeTold(route, done, { verdict, why }));
    for (const [drill, by] of muted)
        for (const end of drill.ends)
            routes.set(end, routeTold(end, done, {
                ...{ verdict: "not-delivered", swallowedBy: by },
                why: `Every series at hand is muted, and nothing was posted: ${by.join("; ")}.`,
            }));
    for (const one of posted)
        for (const [end, outcome] of one.outcomes)
            routes.set(end, routeTold(end, done, ofOutcome(one, outcome)));
    for (const end of drills.flatMap(({ ends }) => ends))
        if (!routes.has(end))
            routes.set(end, routeTold(end, done, {
                verdict: "cannot-be-told",
                why: `Alertmanager's counters cannot be read, and nothing was posted: ${unread ?? "nothing tells why"}.`,
            }));
    return { routes: [...routes.values(), ...beside].sort((a, b) => (0,finding/* compare */.UD)(a.route, b.route)), notes };
};
const ofOutcome = ({ drill: { candidate }, alert, endedAt, shown }, { delivery, deliveredAfterMs, swallowedBy, verdict, why }) => ({
    ...{ verdict, why, swallowedBy },
    posted: delivery === null
        ? null
        : {
            ...{ alert: candidate.alert, labels: alert.labels, sample: candidate.sample },
            ...{ at: alert.startsAt, endsAt: alert.endsAt, endedAt, receivers: shown?.receivers ?? null },
            joinedGroup: delivery.joined,
        },
    deliveredAfterSeconds: deliveredAfterMs === null ? null : Math.round(deliveredAfterMs / 100) / 10,
    counted: delivery === null ? null : { attribution: delivery.attribution, ...totalRise(delivery) },
});
const routeTold = (route, { name, live, names, choice }, told) => ({
    alertmanager: name,
    route: names.get(route) ?? "",
    receiver: route.receiver,
    integrations: live.config.receivers.find((one) => one.name === route.receiver)?.integrations ?? [],
    alerts: [...new Set(choice.takers.get(route) ?? [])].sort(finding/* compare */.UD),
    ...drilled_routes_nothing,
    groupWaitSeconds: route.grouping.waitMs / 1000,
    ...told,
});

;// CONCATENATED MODULE: ./build/src/verify/drill/replicas.js






/**
 * Who has to be asked, and posted to as Prometheus does it: one replica answers through the Service or its address;
 * of several each counts for itself, and a Service leads to any of them, so that they are asked pod by pod.
 */
const replicasOf = async (alertmanager, scene) => {
    const wanted = (0,manifest/* valueAt */.f)(alertmanager.body, ["spec", "replicas"]) ?? 1;
    if (wanted === 1)
        return { ok: true, all: [scene.alertmanager(alertmanager)] };
    const { world } = scene.resolution;
    const namespace = (0,namespaces/* namespaceOf */.N6)(alertmanager, world);
    const labels = `app.kubernetes.io/name=alertmanager,alertmanager=${alertmanager.ref.name}`;
    const path = withQuery(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: labels });
    const pods = gotFrom(await scene.api.ask({ path }), scene.api.where);
    if (!pods.ok)
        return {
            ok: false,
            why: `${(0,finding/* nameOf */.Vb)(alertmanager.ref)} has ${wanted} replicas, and its pods are not told: ${pods.why}`,
        };
    const running = (0,json_fields/* objectsAt */.yR)(pods.body, ["items"]).flatMap((pod) => (0,json_fields/* textAt */.$6)(pod, ["status", "phase"]) === "Running" ? [(0,json_fields/* textAt */.$6)(pod, ["metadata", "name"]) ?? ""] : []);
    if (running.length < Number(wanted))
        return {
            ok: false,
            why: `${(0,finding/* nameOf */.Vb)(alertmanager.ref)} has ${wanted} replicas, of which ${running.length} run: any of them may notify`,
        };
    return { ok: true, all: running.map((name) => podReader(alertmanager, namespace, name, scene.api)) };
};

;// CONCATENATED MODULE: ./build/src/verify/drill/drill-alertmanager.js












/** Drills one Alertmanager. What was posted is ended, however it goes. Throws OperatorError `cancelled`. */
const drillAlertmanager = async (request) => {
    const { alertmanager, scene, predicted, outside, deadline } = request;
    const name = (0,finding/* nameOf */.Vb)(alertmanager.ref);
    const replicas = await replicasOf(alertmanager, scene);
    if (!replicas.ok)
        return untold(predicted, replicas.why);
    const [first] = replicas.all;
    if (first === undefined)
        return untold(predicted, `${name} has no replica`);
    const read = await readRunning(first);
    if (!read.ok)
        return untold(predicted, read.why);
    const live = read.value;
    const candidates = await candidatesOf(request, live);
    const mayTell = whoMayBeTold(request);
    const choice = chooseDrills(live.config, candidates, {
        ...{ marks: request.marks, mayTell },
        joins: (route, labels) => joinsGroup(live, route, labels),
    });
    const { free, muted } = unsilenced(choice.drills, live);
    const around = {
        name,
        live,
        replicas: replicas.all,
        outside,
        deadline,
        marks: request.marks,
        stillTried: new Map(),
    };
    const { posted, troubles, why } = await inRounds(free, around);
    const names = routeNames(live.config);
    return toldRoutes({
        ...{ name, live, names, posted, muted, choice },
        ...{ unread: why, drills: free },
        beside: besides(request, live, choice, names),
        notes: [...choice.notes, ...troubles],
    });
};
const candidatesOf = async ({ alerts, scene }, { silences }) => (0,all_done/* allDone */.g)(alerts.map(async (alert) => {
    const reader = alert.prometheus === null ? null : scene.prometheus(alert.prometheus);
    const samples = await sampledLabels(alert, reader);
    // A silence for some nodes does not mute the route.
    const chosen = samples.find(({ labels }) => silencing(silences, labels).length === 0) ?? samples[0];
    return { alert: alert.entry.name, shape: alert.labels, labels: {}, sample: "", ...chosen };
}));
const whoMayBeTold = ({ receivers, onlyPredicted, predicted }) => (receiver) => (receivers?.includes(receiver) ?? true) && (!onlyPredicted || predicted.some((one) => one.receiver === receiver));
/** A silenced alert is not posted: what would become of it is known. */
const unsilenced = (drills, { silences }) => {
    const muted = new Map();
    for (const drill of drills) {
        const by = silencing(silences, drill.candidate.labels).map(silenceText);
        if (by.length > 0)
            muted.set(drill, by);
    }
    return { free: drills.filter((drill) => !muted.has(drill)), muted };
};
/**
 * One round after the other; an alert that a later round is counted together with is left firing until then, for its
 * end may be a notification, too.
 */
const inRounds = async (drills, around) => {
    const { live, replicas, outside } = around;
    const open = new Set();
    const posted = [];
    let why = null;
    try {
        const first = await readCounters(replicas, outside.now);
        const rounds = first.ok ? roundsOf(drills, live.config, first.byReceiver) : [];
        if (!first.ok)
            why = first.why;
        for (const [index, round] of rounds.entries()) {
            const base = await readCounters(replicas, outside.now);
            if (!base.ok) {
                why = base.why;
                break;
            }
            posted.push(...(await drillRound(round, base, around, open)));
            const later = new Set(rounds
                .slice(index + 1)
                .flat()
                .flatMap((one) => keysOf(one, live.config, base.byReceiver)));
            const done = [...open].filter(({ drill }) => later.isDisjointFrom(new Set(keysOf(drill, live.config, base.byReceiver))));
            await endAll(done, around);
        }
    }
    finally {
        const troubles = await endAll(open, around);
        for (const trouble of troubles)
            outside.log.info(`Drill: ${trouble}.`);
    }
    const left = [...open].filter(({ endedAt }) => endedAt === null);
    const troubles = left.map(({ alert }) => `The drill's alert ${alert.alert} ends by itself at ${alert.endsAt}.`);
    return { posted, troubles, why };
};
/** Routes that files and Alertmanager do not agree on. */
const besides = ({ predicted, onlyPredicted, receivers, alertmanager }, live, { takers }, names) => {
    const wanted = [...takers.keys()].filter(({ receiver }) => receivers?.includes(receiver) ?? true);
    const unplanned = wanted.filter(({ receiver }) => !predicted.some((one) => one.receiver === receiver));
    const lost = predicted.filter(({ receiver }) => !wanted.some((route) => route.receiver === receiver));
    const extra = onlyPredicted ? unplanned : [];
    return [
        ...untold(extra.map((route) => ({
            alertmanager: (0,finding/* nameOf */.Vb)(alertmanager.ref),
            route: names.get(route) ?? "",
            receiver: route.receiver,
            integrations: live.config.receivers.find(({ name }) => name === route.receiver)?.integrations ?? [],
            alerts: [...(takers.get(route) ?? [])].sort(finding/* compare */.UD),
        })), "the approved plan does not name its receiver, and nothing was posted").routes,
        ...untold(lost, "the files have it, and the configuration that Alertmanager runs routes no GPU alert there").routes.map((route) => ({ ...route, verdict: "not-delivered" })),
    ];
};

;// CONCATENATED MODULE: ./build/src/verify/drill/run-drill.js








/** Milliseconds in which what was posted can still be ended after the run was cancelled. */
const run_drill_lastWordsMs = 2000;
/**
 * Posts an alert for each route of Alertmanager that GPU alerts take, proves from Alertmanager's own counters that its
 * receiver is told, and ends the alert: also where the run is cancelled. Throws OperatorError `cancelled`,
 * `cluster-unreachable`, and `invalid-input` where `drill-receivers` names nobody.
 */
const runDrill = async (request) => {
    const { resolution, cluster, inputs, outside, planned } = request;
    const started = outside.now();
    const deadline = (0,kubectl_deadline/* deadlineIn */._5)(inputs.verifyTimeoutMs, outside.now);
    const words = lastWords(outside.signal);
    const api = await cluster.openApi(words.signal);
    const askAddress = (address) => outside.askAddress(address, words.signal);
    const scene = sceneOf({ resolution, api, addresses: inputs, outside: { askAddress, mask: outside.mask } });
    try {
        const alerts = gpuAlerts(resolution);
        const predicted = planned ?? planDrill(resolution, { drill: true, drillReceivers: inputs.drillReceivers });
        const marks = drillLabels(outside.env);
        const parts = [];
        for (const alertmanager of new Set(alerts.flatMap((alert) => alert.alertmanagers)))
            parts.push(await drillAlertmanager({
                ...{ alertmanager, scene, deadline, outside, marks, receivers: inputs.drillReceivers },
                alerts: alerts.filter((alert) => alert.alertmanagers.includes(alertmanager)),
                predicted: predicted?.routes.filter((one) => one.alertmanager === (0,finding/* nameOf */.Vb)(alertmanager.ref)) ?? [],
                onlyPredicted: planned !== null,
            }));
        const routes = parts.flatMap((part) => part.routes);
        refuseUnknownReceivers(inputs.drillReceivers, routes);
        return {
            passed: routes.every(({ verdict }) => verdict !== "not-delivered"),
            by: whoDrills(outside.env),
            waitedMs: Math.round(outside.now() - started),
            requests: scene.counter.count,
            routes,
            notes: [
                ...(alerts.length === 0 ? ["The tree has no GPU alert: nobody was to be drilled."] : []),
                ...[...new Set(predicted?.unseen ?? [])].sort(finding/* compare */.UD).map((clause) => `Not in sight: ${clause}.`),
                ...parts.flatMap((part) => part.notes),
            ],
        };
    }
    finally {
        await api.close();
        words.close();
    }
};
/** A signal that ends some time after the run's own. */
const lastWords = (signal) => {
    const ending = new AbortController();
    let timer;
    const onAbort = () => {
        timer = setTimeout(() => ending.abort(signal.reason), run_drill_lastWordsMs).unref();
    };
    signal.addEventListener("abort", onAbort, { once: true });
    return {
        signal: ending.signal,
        close: () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", onAbort);
        },
    };
};
/** Why a run with this drill fails; null where nobody was left untold. */
const drillTrouble = ({ routes }) => {
    const failed = routes.filter(({ verdict }) => verdict === "not-delivered");
    if (failed.length === 0)
        return null;
    const lines = failed.map(({ receiver, route, why }) => `  - ${receiver}, route ${route}: ${why}`);
    return new errors/* OperatorError */.nv("verify-failed", `The delivery drill did not reach ${[...new Set(failed.map(({ receiver }) => receiver))].join(", ")}:\n${lines.join("\n")}`, "Mend the receiver or the route that is named, and run again; Alertmanager's log has what a receiver answered.");
};

// EXTERNAL MODULE: ./build/src/verify/seen-before.js
var seen_before = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/src/verify/verify-failure.js
var verify_failure = __webpack_require__(30282);
;// CONCATENATED MODULE: ./build/src/verify/dashboards/grafana-session.js



/**
 * The same with a new session, where Grafana does not know the one that it was asked with: a pod that was started again
 * has forgotten it with its database.
 */
const reopenGrafana = (scene, grafana) => {
    scene.memory.grafana = null;
    return openGrafana(scene, grafana);
};
/**
 * Grafana as its administrator sees it, by the Secret that its pod takes the password from; as anybody sees it where
 * that is not to be had. The API server strips `Authorization` on its way through the proxy, and lets cookies pass.
 */
const openGrafana = async (scene, grafana) => {
    const session = scene.memory.grafana ?? (await logIn(scene, grafana));
    return { reader: inSession(grafana, session), session };
};
/** Ends the session that a run had, so that none is left open. */
const endGrafanaSession = async ({ memory, grafana }) => {
    const session = memory.grafana;
    memory.grafana = null;
    if (session !== null && session.cookies.length > 0 && grafana !== null)
        await inSession(grafana, session).ask({ path: "/logout" });
};
const inSession = (grafana, { cookies }) => cookies.length === 0 ? grafana : withHeaders(grafana, { cookie: cookies.join("; ") });
const logIn = async (scene, grafana) => {
    const read = await credentialsOf(scene);
    if (!read.ok)
        return { cookies: [], why: read.why };
    scene.mask(read.password);
    const answer = await grafana.ask({
        method: "POST",
        path: "/login",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ user: read.user, password: read.password }),
    });
    if (answer.status === null)
        return { cookies: [], why: answer.why };
    const got = gotFrom(answer, grafana.where);
    const cookies = got.ok ? answer.cookies.filter((cookie) => !cookie.endsWith("=")) : [];
    // The other cookie is the time at which the session ends.
    for (const [, token = ""] of cookies.map((cookie) => cookie.split("=", 2)))
        if (/\D/.test(token))
            scene.mask(token);
    const why = got.ok ? "Grafana answers a login with no session" : `the login of ${read.user} is refused: ${got.why}`;
    const session = { cookies, why: cookies.length > 0 ? null : why };
    // A server in trouble may take the login yet; one that refuses it goes on refusing.
    if (answer.status < 500)
        scene.memory.grafana = session;
    return session;
};
/** https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#admin_user */
const variables = { user: "GF_SECURITY_ADMIN_USER", password: "GF_SECURITY_ADMIN_PASSWORD" };
const credentialsOf = async (scene) => {
    const [pod] = scene.resolution.dashboards.grafana.pods;
    if (pod === undefined)
        return { ok: false, why: "the stack runs no Grafana whose Secret holds a password" };
    const password = await variableOf(variables.password, pod, scene);
    if (!password.ok)
        return password;
    const user = await variableOf(variables.user, pod, scene);
    return { ok: true, user: user.ok ? user.value : "admin", password: password.value };
};
const variableOf = async (name, { containers, namespace }, { api }) => {
    const entry = containers
        .flatMap((container) => (0,json_fields/* objectsAt */.yR)(container, ["env"]))
        .findLast((one) => one["name"] === name);
    const value = (0,json_fields/* textAt */.$6)(entry, ["value"]);
    if (value !== null)
        return { ok: true, value };
    const reference = (0,manifest/* valueAt */.f)(entry, ["valueFrom", "secretKeyRef"]);
    const [secret, key] = [(0,json_fields/* textAt */.$6)(reference, ["name"]), (0,json_fields/* textAt */.$6)(reference, ["key"])];
    if (secret === null || key === null)
        return { ok: false, why: `no Secret is named for ${name} of Grafana's pod` };
    const got = await api.get(`/api/v1/namespaces/${namespace}/secrets/${secret}`);
    if (!got.ok)
        return { ok: false, why: `Secret ${namespace}/${secret} cannot be read: ${got.why}` };
    const held = (0,json_fields/* textAt */.$6)(got.body, ["data", key]);
    if (held === null)
        return { ok: false, why: `Secret ${namespace}/${secret} has no key ${key}` };
    return { ok: true, value: Buffer.from(held, "base64").toString("utf8") };
};

// EXTERNAL MODULE: ./build/src/signal/path/signal-path.js
var signal_path = __webpack_require__(80955);
;// CONCATENATED MODULE: ./build/src/verify/prometheus/live-prometheus.js









/** Why it is not up, a clause; one that is new is scraped within its interval. */
const whyDown = ({ error, lastScrape, intervalMs }) => error || (Number.isNaN(lastScrape) ? `not scraped yet, which is to be every ${intervalMs / 1000} s` : "it is down");
/** The running program of a Prometheus of the render, or those of its shards together. */
const livePrometheus = (0,once/* once */.O)((scene) => (0,once/* once */.O)((object) => {
    const shards = lazily(() => scene.shards(object));
    return openLive((0,finding/* nameOf */.Vb)(object.ref), scene.prometheus(object), shards);
}));
const openLive = (name, reader, shards) => {
    /** What each shard says. */
    const ask = async (path, read) => {
        const readers = await shards();
        if (!readers.ok)
            return readers;
        const answers = await (0,all_done/* allDone */.g)(readers.value.map((one) => one.get(path)));
        const said = answers.map((got) => knownFrom(got, (body) => read((0,manifest/* valueAt */.f)(body, ["data"]))));
        return said.find((one) => !one.ok) ?? { ok: true, value: said.flatMap((one) => (one.ok ? [one.value] : [])) };
    };
    const query = (expression, read) => ask(withQuery("/api/v1/query", { query: expression }), read);
    return {
        name,
        reader,
        targets: lazily(async () => knownOf(await ask("/api/v1/targets?state=active", (data) => (0,json_fields/* objectsAt */.yR)(data, ["activeTargets"]).map(targetOf)), (all) => all.flat())),
        dropped: lazily(async () => knownOf(await ask("/api/v1/targets?state=dropped", (data) => (0,json_fields/* objectsAt */.yR)(data, ["droppedTargets"]).map((target) => ({
            pool: (0,json_fields/* textOrEmpty */._c)(target, ["scrapePool"]),
            discovered: (0,json_fields/* labelsAt */.dx)(target, ["discoveredLabels"]),
        }))), 
        // Each shard discovers all targets, and drops those of the others.
        ([first = []]) => first)),
        rules: lazily(async () => knownOf(await ask("/api/v1/rules", (data) => (0,json_fields/* objectsAt */.yR)(data, ["groups"]).flatMap(rulesIn)), (all) => all.flat())),
        jobs: lazily(async () => knownOf(await ask("/api/v1/status/config", (data) => new Set(jobNames((0,json_fields/* textOrEmpty */._c)(data, ["yaml"])))), ([first = new Set(), ...others]) => others.reduce((both, one) => both.intersection(one), first))),
        time: lazily(async () => knownOf(await query("time()", (data) => Number((0,manifest/* valueAt */.f)(data, ["result", 1])) * 1000), ([first = Number.NaN]) => first)),
        runtime: lazily(async () => knownOf(await ask("/api/v1/status/runtimeinfo", (data) => ({
            hasReloaded: (0,manifest/* valueAt */.f)(data, ["reloadConfigSuccess"]),
            loadedAt: instant((0,json_fields/* textOrEmpty */._c)(data, ["lastConfigTime"])),
        })), (all) => ({
            hasReloaded: (all.find(({ hasReloaded }) => hasReloaded === false) ?? all[0])?.hasReloaded,
            loadedAt: Math.max(...all.map(({ loadedAt }) => loadedAt)),
        }))),
        query: async (expression) => knownOf(await query(expression, samplesIn), (all) => all.flat()),
    };
};
const targetOf = (target) => ({
    pool: (0,json_fields/* textOrEmpty */._c)(target, ["scrapePool"]),
    labels: (0,json_fields/* labelsAt */.dx)(target, ["labels"]),
    discovered: (0,json_fields/* labelsAt */.dx)(target, ["discoveredLabels"]),
    url: (0,json_fields/* textOrEmpty */._c)(target, ["scrapeUrl"]),
    isUp: target["health"] === "up",
    error: (0,json_fields/* textOrEmpty */._c)(target, ["lastError"]),
    lastScrape: instant((0,json_fields/* textOrEmpty */._c)(target, ["lastScrape"])),
    intervalMs: durationMs((0,json_fields/* textOrEmpty */._c)(target, ["scrapeInterval"])),
});
const rulesIn = (group) => (0,json_fields/* objectsAt */.yR)(group, ["rules"]).map((rule) => ({
    file: (0,json_fields/* textOrEmpty */._c)(group, ["file"]),
    group: (0,json_fields/* textOrEmpty */._c)(group, ["name"]),
    name: (0,json_fields/* textOrEmpty */._c)(rule, ["name"]),
    kind: rule["type"] === "alerting" ? "alert" : "record",
    isHealthy: rule["health"] !== "err",
    isEvaluated: rule["health"] !== "unknown",
    error: (0,json_fields/* textOrEmpty */._c)(rule, ["lastError"]),
    lastEvaluation: instant((0,json_fields/* textOrEmpty */._c)(group, ["lastEvaluation"])),
    intervalMs: (0,json_fields/* numberAt */.tk)(group, ["interval"]) * 1000,
    alerts: (0,json_fields/* objectsAt */.yR)(rule, ["alerts"]).map((alert) => ({
        labels: (0,json_fields/* labelsAt */.dx)(alert, ["labels"]),
        state: (0,json_fields/* textOrEmpty */._c)(alert, ["state"]),
        since: (0,json_fields/* textOrEmpty */._c)(alert, ["activeAt"]),
    })),
}));
/** The names of a configuration's scrape jobs. */
const jobNames = (yaml) => (0,json_fields/* objectsAt */.yR)((0,js_yaml/* load */.Hh)(yaml), ["scrape_configs"]).map((job) => (0,json_fields/* textOrEmpty */._c)(job, ["job_name"]));
const samplesIn = (data) => (0,json_fields/* objectsAt */.yR)(data, ["result"]).map((sample) => ({
    labels: (0,json_fields/* labelsAt */.dx)(sample, ["metric"]),
    value: Number((0,manifest/* valueAt */.f)(sample, ["value", 1])),
}));
/** What never happened is the year 1 in Go. */
const instant = (text) => (text.startsWith("0001-") ? Number.NaN : Date.parse(text));
/** A duration as Prometheus prints it, e.g. `1m30s`; 0 where it is none. */
const durationMs = (text) => (0,prometheus_duration/* parseDuration */.E9)(text) ?? 0;

// EXTERNAL MODULE: ./build/src/signal/series/label-verdict.js
var label_verdict = __webpack_require__(69835);
// EXTERNAL MODULE: ./build/src/signal/series/selector-labels.js + 1 modules
var selector_labels = __webpack_require__(5113);
;// CONCATENATED MODULE: ./build/src/verify/prometheus/may-be-empty.js
/**
 * GPU metrics that have series only once something has happened: dcgm-exporter counts XID errors by their code in
 * windows (`DCGM_EXP_XID_ERRORS_COUNT`, and `_TOTAL` since release 4.5), clock events and bad health likewise.
 * https://github.com/NVIDIA/dcgm-exporter/tree/main/internal/pkg/collector
 */
const mayBeEmpty = (metric) => metric.startsWith("DCGM_EXP_");
/**
 * Labels that the GPU exporter's series have only while a pod uses the GPU, while it is cut into slices, or after an
 * error: a cluster where nobody works yet has none of them.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/internal/pkg/transformation/kubernetes.go
 */
const mayLackLabel = (name) => ofMoments.test(name);
const ofMoments = /^(?:(?:exported_)?(?:pod|namespace|container|pod_uid)|GPU_I_(?:ID|PROFILE)|vgpu|err_code|err_msg)$/;

;// CONCATENATED MODULE: ./build/src/verify/prometheus/series.js







/** Characters of a query as it stands in an address: one of some 8 kB is refused by some proxies. */
const mostAtOnce = 6000;
/**
 * Counts the series of these selectors by as few queries as fit: one for all metrics, one for those with matchers, and
 * one for what those lack that have none. `why` where Prometheus does not answer.
 */
const readSeries = async (selectors, live, shapes) => {
    const named = selectors.filter((one) => one.metric !== null);
    const names = [...new Set(named.map(({ metric }) => metric))];
    const byName = await series_together(chunks(names, escaped).map((some) => live.query(`count by (__name__) ({__name__=~${JSON.stringify(some.map(escaped).join("|"))}})`)));
    if (!byName.ok)
        return byName;
    const counts = new Map();
    for (const { labels, value } of byName.value) {
        const name = labels["__name__"] ?? "";
        counts.set(name, (counts.get(name) ?? 0) + value);
    }
    const countOf = (metric) => counts.get(metric) ?? 0;
    const asked = named.filter(({ metric, matchers }) => matchers.length > 0 && countOf(metric) > 0).map(textOf);
    const bySelector = await countTexts([...new Set(asked)], live);
    if (!bySelector.ok)
        return bySelector;
    const countOfSelector = (one) => {
        const name = one.metric;
        if (name === null)
            return 0;
        return one.matchers.length === 0 ? countOf(name) : (bySelector.value.get(textOf({ ...one, metric: name })) ?? 0);
    };
    const empty = named.filter((one) => countOf(one.metric) > 0 && countOfSelector(one) === 0);
    const questions = empty.flatMap((one) => [
        ...one.matchers.map(({ name }) => withLabel(one.metric, name)),
        ...(lastingOf(one, shapes).matchers.length > 0 ? [textOf(lastingOf(one, shapes))] : []),
    ]);
    const further = await countTexts([...new Set(questions)], live);
    if (!further.ok)
        return further;
    const lacks = (metric, label) => further.value.get(withLabel(metric, label)) === 0;
    return {
        ok: true,
        value: {
            countOf,
            countOfSelector,
            lacksLabel: ({ metric, matchers }) => matchers.find(({ name }) => metric !== null && !mayLackLabel(name) && lacks(metric, name))?.name ?? null,
            missesTarget: (one) => one.metric !== null && further.value.get(textOf(lastingOf({ ...one, metric: one.metric }, shapes))) === 0,
        },
    };
};
/** The selector with those matchers alone that ask for a value which a target has from its discovery. */
const lastingOf = (selector, { shapeOf }) => {
    // A pod, and what is told of it with `honorLabels`, comes and goes.
    const isTold = (name) => (0,label_shape/* valuesIn */.aC)(shapeOf(selector), name)?.every((value) => value !== "") === true;
    const matchers = selector.matchers.filter(({ name, op }) => (op === "=" || op === "=~") && (0,selector_labels/* isTargetLabel */.w)(name) && (!label_verdict/* ofWorkloads */.U.has(name) || isTold(name)));
    return { ...selector, matchers };
};
/**
 * Whether a selector's series are there. `no` only where they should be there at any time: of a GPU metric that has
 * none, and where a label is asked for that is not there, or a value that a target has from its discovery. Other values
 * come and go, and so do metrics that count what rarely happens.
 */
const seriesChance = (selector, series) => {
    const { metric } = selector;
    if (metric === null)
        return { metric: "unknown", labels: "unknown" };
    if (series.countOf(metric) === 0)
        return { metric: (0,gpu_metric_name/* isGpuMetric */.$)(metric) && !mayBeEmpty(metric) ? "no" : "unknown", labels: "unknown" };
    if (series.countOfSelector(selector) > 0)
        return { metric: "yes", labels: "yes" };
    const wrong = series.lacksLabel(selector) !== null || series.missesTarget(selector);
    return { metric: "yes", labels: wrong ? "no" : "unknown" };
};
const countTexts = async (texts, live) => {
    const counting = (text, index) => `label_replace(count(${text}), "at", "${index}", "", "")`;
    const parts = chunks(texts, (text) => counting(text, 999));
    const answers = await series_together(parts.map((some) => live.query(some.map(counting).join(" or "))), (samples, part) => samples.map((sample) => ({ ...sample, labels: { text: parts[part]?.[Number(sample.labels["at"])] ?? "" } })));
    if (!answers.ok)
        return answers;
    const counts = new Map(texts.map((text) => [text, 0]));
    for (const { labels, value } of answers.value) {
        const text = labels["text"] ?? "";
        counts.set(text, (counts.get(text) ?? 0) + value);
    }
    return { ok: true, value: counts };
};
const series_together = async (asked, read = (samples) => samples) => {
    const answers = await (0,all_done/* allDone */.g)(asked);
    const failed = answers.find(({ ok }) => !ok);
    if (failed !== undefined && !failed.ok)
        return failed;
    return { ok: true, value: answers.flatMap((one, index) => (one.ok ? read(one.value, index) : [])) };
};
/** A selector without its range and offset, for an instant query. */
const textOf = ({ metric, matchers }) => {
    const conditions = [`__name__=${JSON.stringify(metric)}`, ...matchers.map(matcherText)];
    return `{${conditions.join(",")}}`;
};
const matcherText = ({ name, op, value }) => `${labelText(name)}${op}${JSON.stringify(value)}`;
const withLabel = (metric, label) => `{__name__=${JSON.stringify(metric)},${labelText(label)}!=""}`;
/** Quoted only where it must be: before release 3 Prometheus knows no quoted names. */
const labelText = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));
const escaped = (0,once/* once */.O)((name) => name.replaceAll(/[.$^*+?()[\]{}|\\]/g, "\\$&"));
/** Parts, each of which makes a query that is not too long; `written` is what stands there of one. */
const chunks = (all, written) => {
    const parts = [];
    let left = 0;
    for (const one of all) {
        const length = `${new URLSearchParams({ q: `${written(one)} or ` })}`.length;
        if (parts.length === 0 || length > left) {
            parts.push([]);
            left = mostAtOnce;
        }
        parts.at(-1)?.push(one);
        left -= length;
    }
    return parts;
};

;// CONCATENATED MODULE: ./build/src/verify/alertmanager/live-alertmanager.js






/** The running program of an Alertmanager of the render. */
const liveAlertmanager = (0,once/* once */.O)((scene) => (0,once/* once */.O)((object) => live_alertmanager_openLive((0,finding/* nameOf */.Vb)(object.ref), scene.alertmanager(object))));
const live_alertmanager_openLive = (name, reader) => {
    const ask = async (path, read) => knownFrom(await reader.get(path), read);
    return {
        name,
        reader,
        config: lazily(() => ask("/api/v2/status", (body) => (0,read_alertmanager_config/* readAlertmanagerConfig */.k)((0,json_fields/* textOrEmpty */._c)(body, ["config", "original"])))),
        alerts: lazily(() => ask("/api/v2/alerts", alertsIn)),
        silences: lazily(() => ask("/api/v2/silences", silencesIn)),
    };
};

;// CONCATENATED MODULE: ./build/src/verify/alerts/alertmanager-conditions.js







/** What every alert hangs on: Prometheus knows its Alertmanagers, and these run with what was deployed. */
const alertmanagerConditions = (scene) => {
    const { world } = scene.resolution;
    return [
        ...world.ofKind("Alertmanager").map(async (object) => [await loadsConfiguration(object, scene)]),
        ...world.ofKind("Prometheus").map((object) => reaches(object, scene)),
        ...world.ofKind("Prometheus").map((object) => notifies(object, scene)),
    ];
};
const loadsConfiguration = async (object, scene) => {
    const subject = (0,finding/* nameOf */.Vb)(object.ref);
    const condition = (sight, what, hint = null) => ({
        condition: "alertmanager-loads-configuration",
        ...{ subject, sight, what, hint },
    });
    const live = await liveAlertmanager(scene)(object).config();
    if (!live.ok) {
        const { sight, why } = silenceOf(live);
        return condition(sight, `It cannot be asked: ${why}.`, silenceHint(sight, subject));
    }
    const wanted = (0,alertmanager_in_force/* configInForce */.xP)(object, scene.resolution.world)?.config ?? null;
    const { config } = live.value;
    if (wanted === null || config === null)
        return condition("cannot-be-seen", "What it is to run with is not all in the files.");
    return (0,external_node_util_.isDeepStrictEqual)(shapeOf(wanted), shapeOf(config))
        ? condition("seen", `It runs with the ${wanted.receivers.length} receivers and the routes of the files.`)
        : condition("not-seen", "Routes, receivers or inhibition rules that it runs with are not those of the files.", "Look whether its config reloader has loaded the Secret, and whether somebody has changed it by hand.");
};
/** A configuration as a value that can be compared: without the places of its parts. */
const shapeOf = ({ route, receivers, inhibitRules }) => ({
    route: routeShape(route),
    receivers: receivers.map(({ name, integrations }) => ({ name, integrations: integrations.toSorted() })),
    inhibitRules: inhibitRules.map(({ source, target, equal }) => ({
        source: matchersOf(source),
        target: matchersOf(target),
        equal: equal.toSorted(),
    })),
});
const routeShape = (route) => ({
    receiver: route.receiver,
    matchers: matchersOf(route.matchers),
    continue: route.continue,
    routes: route.routes.map(routeShape),
    muted: [...route.muteTimeIntervals],
    active: [...route.activeTimeIntervals],
});
const matchersOf = (matchers) => matchers.map(({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`).toSorted();
/** Whether Prometheus has discovered somebody to send alerts to, where it is to. */
const reaches = async (object, scene) => {
    const { found, unseen } = (0,alertmanager_in_force/* alertmanagersOf */.W6)(object, scene.resolution.world);
    if (found.length === 0 && unseen === null)
        return [];
    const live = livePrometheus(scene)(object);
    const active = knownFrom(await live.reader.get("/api/v1/alertmanagers"), (body) => (0,json_fields/* objectsAt */.yR)(body, ["data", "activeAlertmanagers"]));
    const subject = live.name;
    const name = "prometheus-reaches-alertmanager";
    if (!active.ok)
        return [
            { condition: name, subject, sight: "cannot-be-seen", what: `It cannot be asked: ${active.why}.`, hint: null },
        ];
    const count = active.value.length;
    return [
        {
            condition: name,
            subject,
            sight: count > 0 ? "seen" : "not-seen",
            what: `It sends alerts to ${count} Alertmanagers.`,
            hint: count > 0
                ? null
                : "Look at spec.alerting of the Prometheus, and whether the Service that it names has endpoints.",
        },
    ];
};
/**
 * Alertmanager counts what it could not deliver, and why since release 0.27; only where Prometheus scrapes it.
 * https://prometheus.io/docs/alerting/latest/management_api/
 */
const failedNotifications = "sum by (integration, receiver_name, reason) (increase(alertmanager_notifications_failed_total[5m]))";
const notifies = async (object, scene) => {
    const live = livePrometheus(scene)(object);
    const failed = await live.query(failedNotifications);
    if (!failed.ok || (0,alertmanager_in_force/* alertmanagersOf */.W6)(object, scene.resolution.world).found.length === 0)
        return [];
    const condition = "notifications-succeed";
    if (failed.value.length === 0) {
        // Alertmanager shows a 0 for each of its integrations from its start on.
        const what = "It has no counts of failed notifications: it does not scrape Alertmanager, or has only just begun to.";
        return [{ condition, subject: live.name, sight: "cannot-be-seen", what, hint: null }];
    }
    const all = failed.value
        .filter(({ value }) => value > 0)
        .map(({ labels }) => {
        const { integration = "?", receiver_name: receiver, reason } = labels;
        return `${integration}${receiver ? ` of ${receiver}` : ""}${reason ? ` (${reason})` : ""}`;
    });
    const isWell = all.length === 0;
    return [
        {
            condition,
            subject: live.name,
            sight: isWell ? "seen" : "not-seen",
            what: isWell ? "No notification has failed in five minutes." : `Notifications have failed: ${all.join(", ")}.`,
            hint: isWell
                ? null
                : "Look at Alertmanager's log for the receiver's answer: credentials, address, or an error of its own.",
        },
    ];
};

;// CONCATENATED MODULE: ./build/src/verify/metrics/rejection.js






/**
 * What the operator said when it refused an object: its event `InvalidConfiguration` (`pkg/operator/events.go`), which
 * Kubernetes keeps for an hour. Null where it said nothing, or nobody may read events.
 */
const rejection = async (object, scene) => {
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, scene.resolution.world);
    const query = { fieldSelector: "reason=InvalidConfiguration" };
    const listed = await scene.api.get(withQuery(listPath("v1", "events", namespace), query));
    if (!listed.ok)
        return null;
    const own = (0,json_fields/* objectsAt */.yR)(listed.body, ["items"]).filter((event) => (0,json_fields/* textOrEmpty */._c)(event, ["involvedObject", "kind"]) === object.ref.kind &&
        (0,json_fields/* textOrEmpty */._c)(event, ["involvedObject", "name"]) === object.ref.name);
    const [last] = own.toSorted((a, b) => (seenAt(a) < seenAt(b) ? 1 : -1));
    if (last === undefined)
        return null;
    const message = (0,cluster_error/* withoutValues */.l)((0,json_fields/* textOrEmpty */._c)(last, ["message"]))
        .trim()
        .slice(0, 500);
    return `the operator refuses ${(0,finding/* nameOf */.Vb)({ ...object.ref, namespace })}: ${message.replace(/\.?$/, ".")}`;
};
const seenAt = (event) => (0,json_fields/* textOrEmpty */._c)(event, ["lastTimestamp"]) || (0,json_fields/* textOrEmpty */._c)(event, ["eventTime"]);

// EXTERNAL MODULE: ./build/src/kubernetes/label-selector.js
var label_selector = __webpack_require__(34267);
;// CONCATENATED MODULE: ./build/src/verify/verification.js
/**
 * What the cluster shows of one condition. `not-seen`: it does not hold, also after waiting; `cannot-be-seen`: nothing
 * that may be asked tells, or an earlier hop keeps it from being seen.
 */
const sights = (/* unused pure expression or super */ null && (["seen", "not-seen", "cannot-be-seen"]));
/** Conditions that no single signal has, by what they are of. */
const conditionNames = (/* unused pure expression or super */ null && ([
    "operator-reconciles",
    "prometheus-loads-configuration",
    "prometheus-evaluates-rules",
    "prometheus-stores-samples",
    "targets-are-up",
    "scrapes-are-recent",
    "clocks-agree",
    "gpus-are-counted",
    "alertmanager-loads-configuration",
    "prometheus-reaches-alertmanager",
    "watchdog-is-delivered",
    "notifications-succeed",
    "alerts-are-not-silenced",
    "grafana-answers",
    "grafana-loads-provisioning",
    "datasource-answers",
]));
/** A hop as it was seen, beside its prediction. */
const observedHop = (hop, predicted, observed, what) => {
    const silent = predicted === null || predicted === "unknown" || observed === "cannot-be-seen";
    return { hop, predicted, observed, agrees: silent ? null : (predicted === "ok") === (observed === "seen"), what };
};
/** The sight of a whole from its parts. */
const sightOf = (parts) => ["not-seen", "seen"].find((one) => parts.some(({ observed }) => observed === one)) ?? "cannot-be-seen";

;// CONCATENATED MODULE: ./build/src/verify/prometheus/selected-live.js










/** What a path's hop promised; null where it has no such hop. */
const predictedOf = ({ hops }, name) => {
    const own = hops.filter(({ hop }) => hop === name);
    return ["broken", "unknown", "ok"].find((status) => own.some((one) => one.status === status)) ?? null;
};
/** The two hops of an object's selection, as the API server itself evaluates the selectors that are live. */
const observeSelection = async (path, object, prometheus, scene) => {
    const { world } = scene.resolution;
    const { selector, namespaceSelector, hop } = (0,monitor_selection/* selectionOf */.Wm)(object.ref.kind);
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    const home = (0,namespaces/* namespaceOf */.N6)(prometheus, world);
    const live = await scene.api.get(livePath(prometheus, home));
    const told = (name, [sight, what]) => observedHop(name, predictedOf(path, name), sight, what);
    if (!live.ok) {
        const why = `${(0,finding/* nameOf */.Vb)(prometheus.ref)} cannot be read: ${live.why}.`;
        const sight = live.status === 404 ? "not-seen" : "cannot-be-seen";
        return [told(hop, [sight, why]), told("prometheus-selects-namespace", [sight, why])];
    }
    return [
        told(hop, await byLabels(object, namespace, (0,manifest/* valueAt */.f)(live.body, ["spec", selector]), scene)),
        told("prometheus-selects-namespace", await byNamespace(namespace, home, (0,manifest/* valueAt */.f)(live.body, ["spec", namespaceSelector]), scene)),
    ];
};
/** Where the API server has an object of the operator's kinds. */
const livePath = (object, namespace) => objectPath(liveList(object, namespace), object.ref.name);
const liveList = ({ ref }, namespace) => listPath(ref.apiVersion, pluralOf(ref.kind), namespace);
/** Of the operator's own kinds, and of these alone. */
const pluralOf = (kind) => (kind === "Prometheus" ? "prometheuses" : `${kind.toLowerCase()}s`);
const byLabels = async (object, namespace, selector, scene) => {
    const name = (0,finding/* nameOf */.Vb)({ ...object.ref, namespace });
    if (!(0,manifest/* isObject */.G)(selector))
        return ["not-seen", "The Prometheus has no selector for it, which selects nothing."];
    const listed = await scene.api.get(selecting(liveList(object, namespace), selector));
    if (!listed.ok)
        return ["cannot-be-seen", `${(0,sentence/* capital */.N)(listed.why)}.`];
    const asked = `asked in ${namespace} for ${(0,label_selector/* describeSelector */.r5)(selector)}`;
    if (listedNames(listed).includes(object.ref.name))
        return ["seen", `The API server, ${asked}, lists ${name}.`];
    const there = await scene.api.get(livePath(object, namespace));
    return there.ok || there.status !== 404
        ? ["not-seen", `The API server, ${asked}, does not list ${name}.`]
        : ["not-seen", `${name} is not in the cluster.`];
};
const byNamespace = async (namespace, home, selector, scene) => {
    if (!(0,manifest/* isObject */.G)(selector))
        return namespace === home
            ? ["seen", `Without a namespace selector it takes those of its own namespace, ${home}.`]
            : ["not-seen", `Without a namespace selector it takes those of ${home} alone.`];
    if ((0,label_selector/* requirementsOf */.CG)(selector).length === 0)
        return ["seen", "It takes those of all namespaces."];
    const listed = await scene.api.get(selecting(listPath("v1", "namespaces", null), selector));
    if (!listed.ok)
        return ["cannot-be-seen", `${(0,sentence/* capital */.N)(listed.why)}.`];
    const asked = `asked for namespaces with ${(0,label_selector/* describeSelector */.r5)(selector)}`;
    return listedNames(listed).includes(namespace)
        ? ["seen", `The API server, ${asked}, lists ${namespace}.`]
        : ["not-seen", `The API server, ${asked}, does not list ${namespace}.`];
};
/** Names of what a list holds. */
const listedNames = (got) => (got.ok ? itemNames(got.body) : []);
/** The same of the list itself. */
const itemNames = (list) => (0,json_fields/* objectsAt */.yR)(list, ["items"]).map((item) => (0,json_fields/* textOrEmpty */._c)(item, ["metadata", "name"]));
/** A list by a label selector, which the API server evaluates. */
const selecting = (path, selector) => {
    const text = selectorQuery(selector);
    return text === "" ? path : withQuery(path, { labelSelector: text });
};
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#list-and-watch-filtering */
const selectorQuery = (selector) => (0,label_selector/* requirementsOf */.CG)(selector)
    .map(({ key, operator, values }) => {
    if (operator === "Equals")
        return `${key}=${values[0]}`;
    if (operator === "Exists")
        return key;
    if (operator === "DoesNotExist")
        return `!${key}`;
    return `${key} ${operator === "In" ? "in" : "notin"} (${values.join(",")})`;
})
    .join(",");

;// CONCATENATED MODULE: ./build/src/verify/alerts/loaded-hops.js





/** Whether Prometheus has the rule, selected by labels and namespace, and evaluates it without an error. */
const loadedHops = async (seen) => {
    const { path, object, entry, prometheus, live, scene } = seen;
    const told = (hop, sight, what) => observedHop(hop, predictedOf(path, hop), sight, what);
    const selection = await observeSelection(path, object, prometheus, scene);
    const rules = await live.rules();
    if (!rules.ok)
        return [
            ...selection,
            told("operator-accepts-rule", "cannot-be-seen", `${live.name} cannot be asked: ${rules.why}.`),
        ];
    const own = loadedRules(rules.value, object, entry, (0,namespaces/* namespaceOf */.N6)(object, scene.resolution.world));
    const isSelected = selection.every(({ observed }) => observed === "seen");
    const ill = own.find(({ isHealthy }) => !isHealthy);
    return [
        ...selection,
        own.length > 0
            ? told("operator-accepts-rule", "seen", `${live.name} has loaded ${entry === null ? "its rules" : "the rule"}.`)
            : told("operator-accepts-rule", isSelected ? "not-seen" : "cannot-be-seen", (0,sentence/* capital */.N)((await rejection(object, scene)) ?? `${live.name} has no such rule.`)),
        ...(entry === null ? [] : [resultHop(own, ill, told)]),
    ];
};
const resultHop = (own, ill, told) => {
    if (own.length === 0)
        return told("result-is-vector", "cannot-be-seen", "Prometheus does not evaluate the rule.");
    if (ill !== undefined)
        return told("result-is-vector", "not-seen", `Its evaluation fails: ${ill.error.slice(0, 300).replace(/\.?$/, ".")}`);
    if (!own.some(({ isEvaluated }) => isEvaluated))
        return told("result-is-vector", "cannot-be-seen", "Prometheus has not evaluated the rule yet.");
    return told("result-is-vector", "seen", "Prometheus evaluates it without an error.");
};
/**
 * The operator calls a rule file `<namespace>-<name>-<uid>.yaml` (`pkg/prometheus/rules.go`): the uid keeps the names
 * of two objects apart.
 */
const loadedRules = (rules, object, entry, namespace) => {
    const begin = `/${namespace}-${object.ref.name}-`;
    return rules.filter(({ file, name, kind }) => fileOf(file, begin) && (entry === null || (kind === entry.kind && name === entry.name)));
};
const fileOf = (file, begin) => {
    const at = file.lastIndexOf(begin);
    return at !== -1 && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.ya?ml$/.test(file.slice(at + begin.length));
};

// EXTERNAL MODULE: ./build/src/signal/alerts/muting-alerts.js
var muting_alerts = __webpack_require__(27777);
;// CONCATENATED MODULE: ./build/src/verify/alerts/notified-hops.js












/** Where the running Alertmanager would send the alert, and whether one of its name is muted now. */
const notifiedHops = async (path, entry, prometheus, scene) => {
    const { world } = scene.resolution;
    const all = (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world).found.map(liveAlertmanager(scene));
    const told = (hop, [sight, what]) => observedHop(hop, predictedOf(path, hop), sight, what);
    const routes = await (0,all_done/* allDone */.g)(all.map((live) => routed(entry, prometheus, live, scene)));
    const always = mutingNames(scene.resolution)(prometheus);
    const muted = await (0,all_done/* allDone */.g)(all.map((live) => inhibited(entry.name, live, always)));
    return [
        told("route-reaches-receiver", bestOf(routes)),
        told("alert-is-not-inhibited", bestOf(muted)),
        observedHop("arrives", path.status, "cannot-be-seen", "Whether somebody is told, only a drill shows."),
    ];
};
/** One Alertmanager that notifies is enough. */
const bestOf = (all) => ["seen", "cannot-be-seen", "not-seen"].flatMap((wanted) => all.filter(([sight]) => sight === wanted))[0] ?? ["cannot-be-seen", "No Alertmanager of this stack gets it."];
const routed = async (entry, prometheus, live, { resolution: { known, world } }) => {
    const read = await live.config();
    if (!read.ok)
        return [silenceOf(read).sight, `${live.name} cannot be asked: ${read.why}.`];
    const { config, problem } = read.value;
    if (config === null)
        return ["cannot-be-seen", `The configuration that ${live.name} shows cannot be read: ${problem.message}.`];
    const outcome = (0,alert_route/* routeOf */.Lu)(config, (0,alert_labels/* alertLabels */.I)(entry, (0,parse_expression/* readExpression */.J)(entry.expr), known, prometheus, world));
    const names = [...new Set(outcome.routes.map(({ route }) => route.receiver))].join(", ");
    if (outcome.notifies === "always")
        return ["seen", `It goes to ${names}, by what Alertmanager has loaded.`];
    if (outcome.notifies === "never")
        return ["not-seen", `It goes to ${names}, which notifies nobody, by what Alertmanager has loaded.`];
    return ["cannot-be-seen", `Whether it goes to ${names} hangs on labels that it has only when it fires.`];
};
/** All expressions of the stack are read for it: once, whatever the number of alerts and looks. */
const mutingNames = (0,once/* once */.O)(({ known, world }) => (0,once/* once */.O)((prometheus) => new Set((0,muting_alerts/* mutingAlerts */.C)(known, prometheus, world).map(({ name }) => name))));
/** `always`: names of alerts that fire all the time, or just with what they mute. */
const inhibited = async (name, live, always) => {
    const alerts = await live.alerts();
    if (!alerts.ok)
        return ["cannot-be-seen", `${live.name} cannot be asked: ${alerts.why}.`];
    const own = alerts.value.filter(({ labels }) => labels["alertname"] === name && labels[drillLabel] === undefined);
    const muted = own.filter(({ inhibitedBy }) => inhibitedBy.length > 0);
    if (own.length === 0)
        return ["cannot-be-seen", "It does not fire, so that nothing can mute it."];
    if (muted.length < own.length)
        return ["seen", `${own.length - muted.length} of ${own.length} that fire are not inhibited.`];
    const read = await live.config();
    const loud = read.ok && read.value.config !== null ? (0,alert_route/* loudReceivers */.xs)(read.value.config) : new Set();
    const byWhom = muted.map(({ inhibitedBy }) => alerts.value.find(({ fingerprint, labels, receivers, silencedBy }) => inhibitedBy.includes(fingerprint) &&
        !always.has(labels["alertname"] ?? "") &&
        silencedBy.length === 0 &&
        receivers.some((receiver) => loud.has(receiver))));
    if (byWhom.includes(undefined))
        return ["not-seen", `All ${own.length} that fire are inhibited.`];
    const names = [...new Set(byWhom.map((one) => one?.labels["alertname"] ?? "an alert"))].join(", ");
    return ["cannot-be-seen", `All ${own.length} that fire are inhibited now by ${names}, of which somebody is told.`];
};

// EXTERNAL MODULE: ./build/src/promql/can-yield.js
var can_yield = __webpack_require__(68822);
;// CONCATENATED MODULE: ./build/src/verify/alerts/series-hops.js




const series_hops_sights = { yes: "seen", no: "not-seen", unknown: "cannot-be-seen" };
/** Whether Prometheus has, now, the metrics and labels without which the alert never fires. */
const seriesHops = (path, expression, series) => {
    const told = (hop, sight, what) => observedHop(hop, predictedOf(path, hop), sight, what);
    if (!series.ok || !expression.complete) {
        const why = series.ok
            ? "The expression could not be read to its end."
            : `Prometheus cannot be asked: ${series.why}.`;
        return [told("metrics-are-exported", "cannot-be-seen", why), told("labels-exist", "cannot-be-seen", why)];
    }
    const live = series.value;
    const chanceOf = (selector) => seriesChance(selector, live);
    const metrics = (0,can_yield/* canYield */.W)(expression.root, (selector) => chanceOf(selector).metric);
    const labels = (0,can_yield/* canYield */.W)(expression.root, (selector) => chanceOf(selector).labels);
    return [
        told("metrics-are-exported", series_hops_sights[metrics.chance], metricsSeen(metrics.chance, metrics.because, expression, live)),
        told("labels-exist", series_hops_sights[labels.chance], labelsSeen(labels.chance, labels.because, expression, live)),
    ];
};
const metricsSeen = (chance, because, { selectors }, live) => {
    const names = (all) => [
        ...new Set(all.flatMap(({ metric }) => metric ?? [])),
    ];
    if (chance === "yes") {
        const counted = names(selectors).map((name) => `${live.countOf(name)} of ${name}`);
        return counted.length === 0 ? "The expression reads no metric." : `Series in Prometheus: ${listed(counted)}.`;
    }
    const missing = names(because);
    if (chance === "no")
        return `Prometheus has no series of ${listed(missing)}.`;
    return missing.length === 0
        ? "A selector names its metrics by a pattern."
        : `Prometheus has no series of ${listed(missing)} now, which may come and go.`;
};
const labelsSeen = (chance, because, { text }, live) => {
    const written = because.map(({ from, to }) => `\`${text.slice(from, to)}\``);
    if (chance === "yes")
        return "Prometheus has series for each selector.";
    const lacking = because.flatMap((selector) => live.lacksLabel(selector) ?? []);
    if (chance === "no")
        return lacking.length > 0
            ? `No series of ${listed(written)} has the label ${lacking[0]}.`
            : `No series is ${listed(written)}.`;
    return written.length === 0 ? "A selector names its metrics by a pattern." : `No series is ${listed(written)} now.`;
};
const listed = (all) => all.length <= 4 ? all.join(", ") : `${all.slice(0, 4).join(", ")} and ${all.length - 4} more`;

;// CONCATENATED MODULE: ./build/src/verify/alerts/silence-condition.js






/**
 * Silences that hold now. One that swallows all alerts of the tree is not seen as well; one that swallows some is
 * somebody's decision, and told.
 */
const silenceCondition = async (scene) => {
    const { world } = scene.resolution;
    const [prometheus] = world.ofKind("Prometheus");
    if (prometheus === undefined)
        return [];
    const found = (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world).found.map(liveAlertmanager(scene));
    return (await Promise.all(found.map((live) => ofOne(live, scene)))).flat();
};
const ofOne = async (live, scene) => {
    const silences = await live.silences();
    if (!silences.ok)
        return [];
    const { alerts, known, world } = scene.resolution;
    const [prometheus] = world.ofKind("Prometheus");
    const shapes = alerts.map(({ entry }) => (0,alert_labels/* alertLabels */.I)(entry, (0,parse_expression/* readExpression */.J)(entry.expr), known, prometheus ?? null, world));
    const counted = silences.value
        .map((silence) => ({
        silence,
        swallowed: shapes.filter((labels) => (0,alert_route/* matchesAll */.BA)(silence.matchers, labels) === "yes").length,
    }))
        .filter(({ swallowed }) => swallowed > 0);
    const subject = live.name;
    const name = "alerts-are-not-silenced";
    if (counted.length === 0)
        return [{ condition: name, subject, sight: "seen", what: "No silence swallows an alert of the tree.", hint: null }];
    return counted.map(({ silence, swallowed }) => ({
        condition: name,
        subject,
        sight: swallowed === shapes.length ? "not-seen" : "cannot-be-seen",
        what: `The ${silenceText(silence)} swallows ${swallowed} of ${shapes.length} alerts of the tree.`,
        hint: "End it where it is not meant any more.",
    }));
};

// EXTERNAL MODULE: ./build/src/signal/rules/rule-entries.js
var rule_entries = __webpack_require__(68252);
;// CONCATENATED MODULE: ./build/src/verify/alerts/watchdog-condition.js







const watchdog = "Watchdog";
/**
 * The dead man's switch always fires, and somebody outside notices when it stops: whether it is at Alertmanager, and
 * goes on to an integration. That nobody gets it is told, and is no failure where the files promise no more: the chart
 * routes it to nobody by default.
 */
const watchdogCondition = async (scene) => {
    const { world } = scene.resolution;
    const entry = (0,rule_entries/* ruleEntries */.F)(world).find(({ kind, name }) => kind === "alert" && name === watchdog);
    const [prometheus] = world.ofKind("Prometheus");
    if (prometheus === undefined)
        return [];
    const alertmanagers = (0,alertmanager_in_force/* alertmanagersOf */.W6)(prometheus, world).found;
    if (alertmanagers.length === 0)
        return [];
    if (entry === undefined)
        return [
            told("cannot-be-seen", "No alert always fires: that the whole way is dead would be noticed by nobody.", null),
        ];
    return [await watchdog_condition_seenAt(prometheus, alertmanagers, scene)];
};
const watchdog_condition_seenAt = async (prometheus, alertmanagers, scene) => {
    const rules = await livePrometheus(scene)(prometheus).rules();
    const firing = rules.ok && rules.value.some(({ name, alerts }) => name === watchdog && alerts.some(isFiring));
    if (rules.ok && !firing)
        return told("not-seen", "It does not fire in Prometheus.", "Look whether Prometheus has loaded the chart's general rules and evaluates them.");
    const silent = [];
    for (const object of alertmanagers) {
        const live = liveAlertmanager(scene)(object);
        const alerts = await live.alerts();
        if (!alerts.ok)
            silent.push(alerts);
        const one = alerts.ok ? alerts.value.find(({ labels }) => labels["alertname"] === watchdog) : undefined;
        if (one === undefined)
            continue;
        const promised = (0,alertmanager_in_force/* configInForce */.xP)(object, scene.resolution.world)?.config ?? null;
        return await delivered(one, live, promised !== null && watchdog_condition_notifies(promised, one) === "always");
    }
    if (silent.length > 0) {
        const { sight, why } = silenceOf(...silent);
        return told(sight, `Whether it is at Alertmanager cannot be asked: ${why}.`, silenceHint(sight, "Alertmanager"));
    }
    const what = rules.ok ? "It fires, and no Alertmanager has it." : "No Alertmanager has it.";
    return told("not-seen", what, "Look whether Prometheus reaches Alertmanager.");
};
const isFiring = ({ state }) => state === "firing";
/** `promised`: by the files it goes to somebody. */
const delivered = async (alert, live, promised) => {
    const read = await live.config();
    const config = read.ok ? read.value.config : null;
    if (config === null)
        return told("cannot-be-seen", `${live.name} has it; where it goes cannot be read.`, null);
    const to = alert.receivers.join(", ");
    if (alert.silencedBy.length > 0)
        return told("not-seen", `${live.name} has it, and a silence (${alert.silencedBy.join(", ")}) swallows it.`, "End the silence.");
    if (watchdog_condition_notifies(config, alert) === "always")
        return told("seen", `${live.name} has it and sends it to ${to}.`, null);
    const nobody = `${live.name} has it and sends it to ${to}, which notifies nobody`;
    return promised
        ? told("not-seen", `${nobody}; by the files somebody is notified.`, "Look whether somebody has changed Alertmanager's configuration by hand.")
        : told("cannot-be-seen", `${nobody}: that the whole way is dead would be noticed by nobody.`, "Route Watchdog to a service that alarms when it stops coming.");
};
const watchdog_condition_notifies = (config, { labels }) => (0,alert_route/* routeOf */.Lu)(config, (0,label_shape/* withLabels */.IO)(label_shape/* noLabels */.DT, Object.entries(labels).map(([name, value]) => [name, [value]]))).notifies;
const told = (sight, what, hint) => ({
    condition: "watchdog-is-delivered",
    subject: `alert ${watchdog}`,
    ...{ sight, what, hint },
});

;// CONCATENATED MODULE: ./build/src/verify/alerts/observe-alerts.js













/** The way of every alert of the tree, of its recording rules, and what all alerts hang on. */
const observeAlerts = async (scene) => {
    const { paths, world } = scene.resolution;
    const ways = new Map(scene.resolution.alerts.map(({ path, entry }) => [path, entry]));
    const series = observe_alerts_seriesOf(scene);
    const seen = await (0,all_done/* allDone */.g)(paths
        .filter(({ signal }) => signal === "alert")
        .map(async (path) => {
        const { kind, namespace, name } = path.resource;
        const object = (0,namespaces/* objectIn */.D7)(world, kind, namespace ?? world.releaseNamespace, name);
        const prometheus = object === undefined ? null : (0,monitor_selection/* evaluatorOf */.tL)(object, world);
        if (object === undefined || prometheus === null)
            return [path, []];
        const live = livePrometheus(scene)(prometheus);
        const entry = ways.get(path) ?? null;
        const loaded = await loadedHops({ path, object, entry, prometheus, live, scene });
        if (entry === null)
            return [path, loaded];
        const expression = (0,parse_expression/* readExpression */.J)(entry.expr);
        return [
            path,
            [
                ...loaded,
                ...seriesHops(path, expression, await series(prometheus)),
                ...(await notifiedHops(path, entry, prometheus, scene)),
            ],
        ];
    }));
    const conditions = await (0,all_done/* allDone */.g)([
        ...alertmanagerConditions(scene),
        watchdogCondition(scene),
        silenceCondition(scene),
    ]);
    return { hops: new Map(seen), conditions: conditions.flat() };
};
/** The series of all alerts of a Prometheus, counted together. */
const observe_alerts_seriesOf = (scene) => (0,once/* once */.O)((prometheus) => {
    const { alerts, world, known } = scene.resolution;
    const own = alerts.filter(({ entry }) => (0,monitor_selection/* evaluatorOf */.tL)(entry.object, world) === prometheus);
    const selectors = own.flatMap(({ entry }) => (0,parse_expression/* readExpression */.J)(entry.expr).selectors);
    return readSeries(selectors, livePrometheus(scene)(prometheus), known);
});

;// CONCATENATED MODULE: ./build/src/verify/conformance/requirements.js
/**
 * What CNCF's Kubernetes AI Conformance (1.33 to 1.36) asks of monitoring, both a MUST:
 * https://github.com/cncf/k8s-ai-conformance/blob/main/docs/AIConformance-1.36.yaml
 */
/**
 * `accelerator_metrics`: "a core set of metrics for per-accelerator utilization and memory usage"; "temperature, power
 * draw, and interconnect bandwidth should be exposed if the underlying hardware or virtualization layer makes them
 * available".
 */
const acceleratorMetrics = [
    {
        kind: "utilization",
        metrics: /^DCGM_FI_(?:DEV_GPU_UTIL(?:_RATIO)?|PROF_(?:GR_ENGINE|SM)_(?:ACTIVE|UTIL_RATIO))$/,
        core: true,
    },
    { kind: "memory usage", metrics: /^DCGM_FI_DEV_FB_USED(?:_BYTES|_PERCENT|_RATIO)?$/, core: true },
    { kind: "temperature", metrics: /^DCGM_FI_DEV_GPU_TEMP(?:_CELSIUS)?$/, core: false },
    { kind: "power draw", metrics: /^DCGM_FI_DEV_(?:POWER_USAGE|BOARD_POWER_WATTS)$/, core: false },
    {
        kind: "interconnect bandwidth",
        metrics: /^DCGM_FI_(?:DEV_NVLINK_(?:BANDWIDTH_TOTAL|THROUGHPUT_BYTES_PER_SECOND)|PROF_(?:NVLINK|PCIE)_[RT]X_BYTES(?:_TOTAL)?)$/,
        core: false,
    },
];
/**
 * `ai_service_metrics`: "discovering and collecting metrics from workloads that expose them in a standard format (e.g.
 * Prometheus exposition format)", from "common AI frameworks and servers". Names that each of these brings along:
 * https://docs.vllm.ai/en/stable/usage/metrics/ , https://docs.sglang.io/references/production_metrics.html ,
 * https://huggingface.co/docs/text-generation-inference/reference/metrics ,
 * https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/user_guide/metrics.html
 */
const serviceMetrics = [
    { service: "vLLM", metric: "vllm:num_requests_running" },
    { service: "SGLang", metric: "sglang:num_running_reqs" },
    { service: "Text Generation Inference", metric: "tgi_queue_size" },
    { service: "Triton", metric: "nv_inference_request_success" },
];

;// CONCATENATED MODULE: ./build/src/verify/conformance/conformance.js




/**
 * What shows now that the stack meets the two requirements of CNCF's AI Conformance on monitoring; one query of each
 * Prometheus.
 */
const conformance = async (scene, { nodes, conditions }) => {
    const programs = scene.resolution.world.ofKind("Prometheus").map(livePrometheus(scene));
    const answers = await (0,all_done/* allDone */.g)(programs.map((live) => collected(live)));
    const known = answers.flatMap((one) => (one.ok ? [one] : []));
    if (known.length === 0) {
        const failed = answers.flatMap((one) => (one.ok ? [] : [one.why]))[0] ?? "no Prometheus is part of the stack";
        const what = `Prometheus cannot be asked: ${failed}.`;
        return ["accelerator_metrics", "ai_service_metrics"].map((requirement) => ({
            ...{ requirement, met: null, series: [], what },
        }));
    }
    const series = known.flatMap((one) => one.series);
    const targets = known.flatMap((one) => one.targets);
    const none = nodes === null ? (conditions[0]?.what ?? "No node with GPUs is known.") : null;
    return [accelerators(series, none), services(series, targets)];
};
const collected = async (live) => {
    const [counts, targets] = await (0,all_done/* allDone */.g)([live.query(query), live.targets()]);
    if (!counts.ok)
        return counts;
    if (!targets.ok)
        return targets;
    const together = Map.groupBy(counts.value, ({ labels }) => JSON.stringify([labels["__name__"], labels["job"]]));
    const series = [...together.values()].map((same) => ({
        metric: same[0]?.labels["__name__"] ?? "",
        count: same.reduce((sum, { value }) => sum + value, 0),
        job: same[0]?.labels["job"] ?? "",
    }));
    return { ok: true, series, targets: targets.value };
};
/** Anchored as Prometheus anchors, which JavaScript's ends of the text would not be. */
const names = [
    ...acceleratorMetrics.map(({ metrics }) => metrics.source.replace(/^\^|\$$/g, "")),
    ...serviceMetrics.map(({ metric }) => metric),
];
const query = `count by (__name__, job) ({__name__=~${JSON.stringify(names.join("|"))}})`;
const accelerators = (all, noGpus) => {
    const requirement = "accelerator_metrics";
    const kinds = acceleratorMetrics.map(({ kind, metrics, core }) => {
        const [first] = all.filter(({ metric }) => metrics.test(metric)).toSorted(byMetric);
        return { kind, core, first };
    });
    const series = kinds.flatMap(({ first }) => first ?? []);
    const missing = kinds.filter(({ core, first }) => core && first === undefined).map(({ kind }) => kind);
    const without = kinds.filter(({ core, first }) => !core && first === undefined).map(({ kind }) => kind);
    if (series.length === 0 && noGpus !== null)
        return { requirement, met: null, series, what: noGpus };
    if (missing.length > 0)
        return {
            requirement,
            met: false,
            series,
            what: `Prometheus has no series of ${missing.join(" and ")} of accelerators.`,
        };
    const also = without.length > 0 ? `; none of ${without.join(", ")}, which the hardware may not have` : "";
    return {
        ...{ requirement, met: true, series },
        what: `Utilization and memory usage are there, by accelerator${also}.`,
    };
};
const services = (all, targets) => {
    const requirement = "ai_service_metrics";
    const found = all.filter(({ metric }) => serviceMetrics.some((one) => one.metric === metric)).toSorted(byMetric);
    const monitored = targets.filter(({ pool }) => /^(?:serviceMonitor|podMonitor)\//.test(pool));
    const up = monitored.filter(({ isUp }) => isUp);
    const jobs = [...Map.groupBy(up, ({ labels }) => labels["job"] ?? "")]
        .map(([job, own]) => ({ metric: "up", count: own.length, job }))
        .toSorted((a, b) => (0,finding/* compare */.UD)(a.job, b.job));
    if (monitored.length === 0)
        return { requirement, met: null, series: found, what: "No monitor has brought Prometheus a target." };
    if (up.length === 0)
        return { requirement, met: false, series: found, what: `None of ${monitored.length} targets of monitors is up.` };
    const collects = `Prometheus discovers ${monitored.length} targets by monitors, and collects from ${up.length} of them in Prometheus' exposition format`;
    const running = [...new Set(found.map(({ metric }) => serviceMetrics.find((one) => one.metric === metric)?.service))];
    return {
        ...{ requirement, met: true, series: [...found, ...jobs] },
        what: running.length > 0
            ? `${collects}, among them ${running.join(", ")}.`
            : `${collects}; no AI service that is known here is among them now.`,
    };
};
const byMetric = (a, b) => (0,finding/* compare */.UD)(a.metric, b.metric) || (0,finding/* compare */.UD)(a.job, b.job);

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-file.js + 2 modules
var dashboard_file = __webpack_require__(54876);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-model.js + 1 modules
var dashboard_model = __webpack_require__(31220);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-panels.js
var dashboard_panels = __webpack_require__(54193);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-queries.js
var dashboard_queries = __webpack_require__(49668);
;// CONCATENATED MODULE: ./build/src/verify/dashboards/same-dashboard.js


/**
 * In what the dashboard that Grafana has differs from that of the file, as a clause; null where it is the same. Grafana
 * brings what it reads up to its own schema, so that titles, panels and queries are compared, not every byte.
 */
const differenceOf = (file, held) => {
    const title = String(held["title"] ?? "").trim();
    if (file.title !== null && title !== file.title.trim())
        return `its title is ${JSON.stringify(title)}`;
    if (file.form !== "classic")
        return null;
    const model = { form: "classic", title, uid: null, content: held, root: [] };
    return (listsDiffer("panel", titlesOf(file), titlesOf(model)) ?? listsDiffer("query", queriesOf(file), queriesOf(model)));
};
const titlesOf = (model) => (0,dashboard_panels/* panelsOf */.n)({ model })
    .filter(({ body }) => body["type"] !== "row" && typeof body["title"] === "string")
    .map(({ body }) => JSON.stringify(String(body["title"]).trim()));
const queriesOf = ({ content, root }) => (0,dashboard_queries/* dashboardPartsOf */.m)(content, root)
    .queries.filter(({ kind }) => kind === "panel")
    .map(({ text }) => text.trim());
const listsDiffer = (what, wanted, found) => {
    const left = [...found];
    const missing = wanted.filter((one) => {
        const index = left.indexOf(one);
        if (index !== -1)
            left.splice(index, 1);
        return index === -1;
    });
    const [lacks] = missing;
    if (lacks !== undefined)
        return `it lacks the ${what} ${lacks}${more(missing.length)}`;
    const [extra] = left;
    return extra === undefined ? null : `it has the ${what} ${extra}${more(left.length)} that the file has not`;
};
const more = (count) => (count > 1 ? ` and ${count - 1} more` : "");

;// CONCATENATED MODULE: ./build/src/verify/dashboards/arrival.js


/** Whether Grafana has the dashboard of a file, from that file, as it is written there. */
const arrivalOf = async (file, way, grafana) => {
    const { model } = file;
    if (model.form === "unseen")
        return nothingSeen("what the sidecar downloads cannot be seen, nor told from what Grafana has");
    if (!(0,dashboard_model/* isRead */.H)(model))
        return absent("Grafana has nothing of it: what the file holds is no dashboard", way);
    const uid = await uidOf(model, grafana);
    if (!uid.ok)
        return nothingSeen(uid.why);
    if (uid.value === null)
        return absent(`Grafana has no dashboard with the title ${JSON.stringify(model.title)}`, way);
    const got = await grafana.dashboard(uid.value);
    if (!got.ok)
        return nothingSeen(got.why);
    if (got.value === null)
        return absent(`Grafana has no dashboard with the uid ${uid.value}`, way);
    return arrival_present(file, model, uid.value, got.value);
};
/** One without a uid gets one from Grafana: it is found by its title. */
const uidOf = async ({ uid, title }, { list }) => {
    if (uid !== null)
        return { ok: true, value: uid.trim() };
    if (!list.ok)
        return list;
    return { ok: true, value: list.value.find((one) => one.title === title?.trim())?.uid ?? null };
};
/** The same of all, where nothing can be seen. */
const nothingSeen = (what) => {
    const seen = { sight: "cannot-be-seen", what };
    return { "grafana-reads-file": seen, "grafana-takes-json": seen, "dashboard-is-unique": seen, arrives: seen };
};
/** Why it is not there, Grafana's API does not tell: it may be any of three. */
const absent = (what, { selected, watched }) => {
    const brought = selected.sight !== "not-seen" && watched.sight !== "not-seen";
    const next = brought
        ? "the log of Grafana's pod (logger=provisioning.dashboard) says why it does not take a file"
        : "the sidecar does not bring it";
    const seen = { sight: "cannot-be-seen", what: `${what}: ${next}` };
    return { ...nothingSeen(seen.what), arrives: { sight: "not-seen", what: `${what}: ${next}` } };
};
const arrival_present = (file, model, uid, held) => {
    const byHand = `Grafana's dashboard ${uid} is from no file: somebody has made or imported it by hand`;
    if (held.file === null)
        return {
            "grafana-reads-file": { sight: "not-seen", what: byHand },
            "grafana-takes-json": { sight: "cannot-be-seen", what: byHand },
            "dashboard-is-unique": { sight: "cannot-be-seen", what: byHand },
            arrives: { sight: "not-seen", what: byHand },
        };
    const from = held.file === "" ? "a file" : held.file;
    const difference = differenceOf(model, held.content);
    if (held.file !== "" && !isFile(held.file, file)) {
        const what = `Grafana has its uid ${uid} from ${from}, not from ${file.name}`;
        return {
            ...nothingSeen(what),
            "dashboard-is-unique": { sight: "not-seen", what },
            arrives: { sight: "not-seen", what },
        };
    }
    const what = `Grafana has it from ${from}`;
    return {
        "grafana-reads-file": { sight: "seen", what },
        "grafana-takes-json": { sight: "seen", what },
        "dashboard-is-unique": { sight: "seen", what },
        arrives: difference === null
            ? { sight: "seen", what: `${what}, with its title, panels and queries` }
            : {
                sight: "not-seen",
                what: `Grafana's dashboard ${uid} is not what the file says: ${difference}. It was overwritten by hand, or Grafana has not read the file again`,
            },
    };
};
const isFile = (path, { name }) => path === name || path.endsWith(`/${name}`);

;// CONCATENATED MODULE: ./build/src/verify/dashboards/live-grafana.js



/** Most that a search gives: https://grafana.com/docs/grafana/latest/developers/http_api/folder_dashboard_search/ */
const live_grafana_most = 5000;
/** Asks a Grafana that answers, as its administrator where that is possible. */
const liveGrafana = async (scene, grafana) => {
    const { reader, session } = await live_grafana_openLive(scene, grafana);
    const told = async (path, read) => {
        const got = await reader.get(path);
        if (got.ok)
            return { ok: true, value: read(got.body) };
        const anonymous = got.status === 401 || got.status === 403 ? session.why : null;
        return { ok: false, why: anonymous === null ? got.why : `${got.why}; ${anonymous}` };
    };
    const [list, datasources] = await Promise.all([
        told(search, (body) => (0,json_fields/* listOf */.c3)(body).filter(manifest/* isObject */.G).map(live_grafana_listed)),
        told("/api/datasources", (body) => (0,json_fields/* listOf */.c3)(body).filter(manifest/* isObject */.G).map(datasource)),
    ]);
    return {
        where: reader.where,
        list,
        datasources,
        dashboard: async (uid) => {
            const path = `/api/dashboards/uid/${encodeURIComponent(uid)}`;
            const got = await reader.get(path);
            // The proxy's own 404, of a Service that is not there, came with the first question.
            if (!got.ok && got.status === 404)
                return { ok: true, value: null };
            return told(path, held);
        },
        health: (uid) => healthOf(reader, uid),
    };
};
const search = `/api/search?type=dash-db&limit=${live_grafana_most}`;
const live_grafana_openLive = async (scene, grafana) => {
    const opened = await openGrafana(scene, grafana);
    const got = await opened.reader.get(search);
    const isForgotten = !got.ok && got.status === 401 && opened.session.cookies.length > 0;
    return isForgotten ? reopenGrafana(scene, grafana) : opened;
};
const live_grafana_listed = (one) => ({
    uid: (0,json_fields/* textAt */.$6)(one, ["uid"]) ?? "",
    title: (0,json_fields/* textAt */.$6)(one, ["title"]) ?? "",
});
const datasource = (one) => ({
    name: (0,json_fields/* textAt */.$6)(one, ["name"]) ?? "",
    uid: (0,json_fields/* textAt */.$6)(one, ["uid"]) ?? "",
    type: (0,json_fields/* textAt */.$6)(one, ["type"]) ?? "",
    isDefault: one["isDefault"] === true,
});
const held = (body) => {
    const meta = (0,json_fields/* objectAt */.lJ)(body, ["meta"]);
    const file = (0,json_fields/* textAt */.$6)(meta, ["provisionedExternalId"]);
    return {
        content: (0,json_fields/* objectAt */.lJ)(body, ["dashboard"]),
        file: file ?? ((0,manifest/* valueAt */.f)(meta, ["provisioned"]) === true ? "" : null),
    };
};
/**
 * Grafana's own check of a data source: it asks Prometheus for 1+1. One whose plugin has no such check is answered 404
 * or 501. https://grafana.com/docs/grafana/latest/developers/http_api/data_source/#check-data-source-health
 */
const healthOf = async (reader, uid) => {
    const got = await reader.get(`/api/datasources/uid/${encodeURIComponent(uid)}/health`);
    if (got.ok)
        return { sight: "seen", why: (0,json_fields/* textAt */.$6)(got.body, ["message"]) ?? "OK" };
    const unsaid = [401, 403, 404, 501].includes(got.status ?? 0);
    return { sight: unsaid ? "cannot-be-seen" : "not-seen", why: got.why };
};

;// CONCATENATED MODULE: ./build/src/verify/dashboards/grafana-answers.js




/**
 * Asks Grafana whether it is well (`/api/health`, which needs no login), and opens it then.
 * https://grafana.com/docs/grafana/latest/developers/http_api/other/#health-api
 */
const grafanaAnswers = async (scene) => {
    const { grafana, resolution } = scene;
    if (grafana === null)
        return {
            ...{ subject: "Grafana", conditions: [], live: null },
            why: "the stack runs no Grafana, and the input grafana-url names none",
        };
    const [pod] = resolution.dashboards.grafana.pods;
    const subject = pod === undefined
        ? `Grafana at ${grafana.where}`
        : `Grafana, ${(0,finding/* nameOf */.Vb)({ ...pod.object.ref, namespace: (0,namespaces/* namespaceOf */.N6)(pod.object, resolution.world) })}`;
    const got = await grafana.get("/api/health");
    const told = (sight, what, hint) => ({
        ...{ condition: "grafana-answers", subject, sight, what, hint },
    });
    if (!got.ok) {
        // Grafana itself refuses nobody here: it is the API server that does, or there is no way to it at all.
        const blind = got.status === 401 || got.status === 403 || (got.status === null && !/does not answer/.test(got.why));
        const condition = blind
            ? told("cannot-be-seen", `Whether it answers cannot be asked: ${got.why}.`, accessHint)
            : told("not-seen", `It does not say that it is well: ${got.why}.`, podHint);
        return { subject, conditions: [condition], live: null, why: got.why };
    }
    const version = (0,json_fields/* textAt */.$6)(got.body, ["version"]);
    const what = `Grafana${version === null ? "" : ` ${version}`} answers at ${grafana.where}; its database is ${(0,json_fields/* textAt */.$6)(got.body, ["database"]) ?? "not told"}.`;
    const live = await liveGrafana(scene, grafana);
    return { subject, conditions: [told("seen", what, null)], live, why: "" };
};
const accessHint = "Allow the account get and create on services/proxy of Grafana's Service, or name an address in the input grafana-url.";
const podHint = "Look at Grafana's pod: whether it is Ready, and what its log says.";

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-datasource.js
var dashboard_datasource = __webpack_require__(77011);
;// CONCATENATED MODULE: ./build/src/verify/dashboards/live-datasources.js



/** Whether the data sources that a dashboard names are among those that Grafana has: judged as from files. */
const datasourcesSeen = (file, { datasources }) => {
    const { model } = file;
    if (!(0,dashboard_model/* isRead */.H)(model))
        return { sight: "cannot-be-seen", what: "what the dashboard holds cannot be read" };
    if (!datasources.ok)
        return { sight: "cannot-be-seen", what: `data sources cannot be listed: ${datasources.why}` };
    const { datasources: used } = (0,dashboard_queries/* dashboardPartsOf */.m)(model.content, model.root);
    const hops = (0,dashboard_datasource/* datasourceHops */.m)(file, model, used, { list: datasources.value, others: null });
    const broken = hops.filter(({ status }) => status === "broken");
    return broken.length > 0
        ? { sight: "not-seen", what: broken.map(({ why }) => why).join("; ") }
        : { sight: "seen", what: `Grafana has ${datasources.value.map(({ uid }) => uid).join(", ")}` };
};
/**
 * Types that run in the browser alone, so that Grafana has no check of them:
 * https://github.com/grafana/grafana/blob/v12.0.0/public/app/plugins/datasource/alertmanager/plugin.json
 */
const unchecked = new Set(["alertmanager"]);
/** Whether each data source that the files give Grafana is there, and answers it. */
const datasourceConditions = async (given, grafana) => Promise.all(given.filter(({ type }) => !unchecked.has(type)).map((one) => conditionOf(one, grafana)));
const conditionOf = async ({ name, uid, type }, grafana) => {
    const condition = "datasource-answers";
    const subject = `data source ${name} (${type}, uid ${uid})`;
    const { datasources } = grafana;
    if (datasources.ok && !datasources.value.some((one) => one.uid === uid)) {
        const has = datasources.value.map((one) => one.uid).join(", ") || "none";
        return {
            ...{ condition, subject, sight: "not-seen", what: `Grafana has no data source with this uid; it has ${has}.` },
            hint: "Look at the log of the container \u2026-sc-datasources of Grafana's pod, and at Grafana's own (logger=provisioning.datasources).",
        };
    }
    const { sight, why } = await grafana.health(uid);
    const said = why.replace(/\.$/, "");
    if (sight === "seen")
        return { condition, subject, sight, what: `Grafana's check of it says: ${said}.`, hint: null };
    if (sight === "cannot-be-seen")
        return { condition, subject, sight, what: `Whether it answers cannot be asked: ${said}.`, hint: null };
    return {
        ...{ condition, subject, sight, what: `Grafana's check of it fails: ${said}.` },
        hint: "Open the url of the data source from Grafana's pod: its Service, port and path prefix, and whether that server runs.",
    };
};

// EXTERNAL MODULE: ./build/src/signal/grafana/sidecar.js
var grafana_sidecar = __webpack_require__(89583);
;// CONCATENATED MODULE: ./build/src/verify/dashboards/live-sidecar.js




/**
 * Reads the workload of Grafana and, for each namespace with a dashboard of the stack's own, the metadata of its
 * ConfigMaps (and Secrets): one request each, without the texts that they hold.
 */
const liveSidecar = async ({ api, resolution }, files) => {
    const { world } = resolution;
    const sidecars = await sidecarsNow(api, resolution.dashboards.grafana.pods[0], world);
    const holders = Map.groupBy(files, (file) => live_sidecar_listPath(file, world));
    const listed = new Map(await Promise.all([...holders.keys()].map(async (path) => [path, await metadataAt(api, path)])));
    return {
        wayOf: (file) => {
            if (file.by === "mount") {
                const what = `Grafana mounts the ${file.object.ref.kind}: its pod would not start without`;
                return { selected: { sight: "cannot-be-seen", what }, watched: { sight: "cannot-be-seen", what } };
            }
            const held = listed.get(live_sidecar_listPath(file, world)) ?? { ok: false, why: "nobody asked" };
            return { selected: selectedNow(file, held, sidecars, world), watched: watchedNow(file, sidecars, world) };
        },
    };
};
const sidecarsNow = async (api, pod, world) => {
    if (pod === undefined)
        return { ok: false, why: "no Grafana is part of the stack" };
    const { kind, name } = pod.object.ref;
    const path = `/apis/apps/v1/namespaces/${(0,namespaces/* namespaceOf */.N6)(pod.object, world)}/${kind.toLowerCase()}s/${name}`;
    const got = await api.get(path);
    if (!got.ok)
        return { ok: false, why: got.why };
    const spec = (0,json_fields/* objectAt */.lJ)(got.body, ["spec", "template", "spec"]);
    const containers = [...(0,json_fields/* objectsAt */.yR)(spec, ["initContainers"]), ...(0,json_fields/* objectsAt */.yR)(spec, ["containers"])];
    return { ok: true, value: (0,grafana_sidecar/* sidecarsOf */.eG)({ ...pod, containers }, "dashboard") };
};
const live_sidecar_listPath = ({ object }, world) => `/api/v1/namespaces/${(0,namespaces/* namespaceOf */.N6)(object, world)}/${object.ref.kind.toLowerCase()}s`;
/** https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches */
const metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
const metadataAt = async (api, path) => {
    const got = gotFrom(await api.ask({ path, headers: { accept: metadataOnly } }), api.where);
    if (!got.ok)
        return { ok: false, why: got.why };
    const items = (0,json_fields/* objectsAt */.yR)(got.body, ["items"]);
    return { ok: true, value: new Map(items.map((item) => [(0,json_fields/* textAt */.$6)(item, ["metadata", "name"]) ?? "", item])) };
};
/** The variables that choose objects; those by which it asks Grafana to read again come from a Secret as a rule. */
const deciding = new Set(["LABEL", "LABEL_VALUE", "RESOURCE", "RESOURCE_NAME"]);
const selectedNow = (file, held, sidecars, world) => {
    const { ref } = file.object;
    if (!sidecars.ok)
        return { sight: "cannot-be-seen", what: `the sidecar cannot be seen: ${sidecars.why}` };
    const [first] = sidecars.value;
    if (first === undefined)
        return {
            sight: "not-seen",
            what: "the Grafana that runs has no sidecar that brings it dashboards from ConfigMaps",
        };
    if (!held.ok)
        return { sight: "cannot-be-seen", what: `the ${ref.kind}s cannot be listed: ${held.why}` };
    const body = held.value.get(ref.name);
    if (body === undefined)
        return { sight: "not-seen", what: `the cluster has no ${ref.kind} ${ref.name} there` };
    const object = { ...file.object, body };
    const taken = sidecars.value.some((one) => (0,grafana_sidecar/* looksAtKind */._q)(one, object) && ((0,grafana_sidecar/* namesFor */.GT)(one, object, world)?.includes(ref.name) ?? (0,grafana_sidecar/* selectsLabels */.B)(one, object)));
    if (taken)
        return { sight: "seen", what: `the ${ref.kind} in the cluster has the label ${(0,grafana_sidecar/* labelText */.QK)(first)}` };
    if (first.unseen.some((name) => deciding.has(name)))
        return { sight: "cannot-be-seen", what: "the sidecar takes its label from elsewhere (valueFrom)" };
    return { sight: "not-seen", what: `the sidecar that runs takes ${(0,grafana_sidecar/* labelText */.QK)(first)}, and not this ${ref.kind}` };
};
const watchedNow = (file, sidecars, world) => {
    if (!sidecars.ok)
        return { sight: "cannot-be-seen", what: `the sidecar cannot be seen: ${sidecars.why}` };
    const [first] = sidecars.value;
    if (first === undefined)
        return { sight: "cannot-be-seen", what: "there is no sidecar that looks anywhere" };
    const namespace = (0,namespaces/* namespaceOf */.N6)(file.object, world);
    const watched = first.namespaces.includes("ALL") ? "all namespaces" : first.namespaces.join(", ");
    if (sidecars.value.some((one) => (0,grafana_sidecar/* watchesNamespace */.Dc)(one, namespace)))
        return { sight: "seen", what: `the sidecar that runs looks into ${watched}` };
    if (first.unseen.includes("NAMESPACE"))
        return { sight: "cannot-be-seen", what: "the sidecar takes its namespaces from elsewhere (valueFrom)" };
    return { sight: "not-seen", what: `the sidecar that runs looks into ${watched} only` };
};

;// CONCATENATED MODULE: ./build/src/verify/dashboards/loaded-provisioning.js

/** Whether Grafana has every dashboard that the files give it, those of the chart too. */
const provisioningCondition = ({ resolution }, subject, { list }) => {
    const condition = "grafana-loads-provisioning";
    if (!list.ok)
        return {
            ...{ condition, subject, sight: "cannot-be-seen", what: `Its dashboards cannot be listed: ${list.why}.` },
            hint: "Let the account read the Secret with Grafana's password, or let Grafana show dashboards to anybody (auth.anonymous).",
        };
    const given = resolution.dashboards.files.filter((file) => isGiven(file, resolution.paths));
    if (given.length === 0)
        return { condition, subject, sight: "cannot-be-seen", what: "The files give it no dashboard.", hint: null };
    const [uids, titles] = [new Set(list.value.map(({ uid }) => uid)), new Set(list.value.map(({ title }) => title))];
    const missing = given.filter(({ model }) => {
        if (!(0,dashboard_model/* isRead */.H)(model))
            return false;
        return model.uid === null ? !titles.has(model.title?.trim() ?? "") : !uids.has(model.uid.trim());
    });
    if (missing.length === 0)
        return {
            ...{ condition, subject, sight: "seen", hint: null },
            what: `It has all ${given.length} dashboards that the files give it.`,
        };
    const named = missing.slice(0, 3).map(({ model }) => JSON.stringify((0,dashboard_model/* isRead */.H)(model) ? model.title : ""));
    const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : "";
    return {
        ...{ condition, subject, sight: "not-seen" },
        what: `It lacks ${missing.length} of ${given.length} dashboards that the files give it: ${named.join(", ")}${more}.`,
        hint: "Look whether its pod has the sidecar for dashboards, at that container's log, and at Grafana's own (logger=provisioning.dashboard).",
    };
};
/** What Grafana certainly gets: one whose way ends on the way there is told by that. */
const isGiven = ({ by, model, name, object, own }, paths) => {
    if (by === null || !(0,dashboard_model/* isRead */.H)(model) || model.form !== "classic" || model.title === null || !name.endsWith(".json"))
        return false;
    const path = own
        ? paths.find(({ signal, resource }) => signal === "dashboard" && resource === object.ref)
        : undefined;
    return path === undefined || path.hops.every(({ hop, status }) => !before.has(hop) || status === "ok");
};
const before = new Set([
    "sidecar-selects-configmap",
    "sidecar-watches-namespace",
    "grafana-reads-file",
    "grafana-takes-json",
    "dashboard-is-unique",
]);

// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-expressions.js
var dashboard_expressions = __webpack_require__(32611);
// EXTERNAL MODULE: ./build/src/signal/dashboards/grafana-variables.js
var grafana_variables = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/src/verify/dashboards/panel-series.js






/** Asks every Prometheus of the stack for all selectors of these dashboards at once: one that has series is enough. */
const panelSeries = async (scene, files) => {
    const used = new Map(files.map((file) => [file, panel_series_queriesOf(file)]));
    const selectors = [...used.values()].flat().flatMap(({ expression }) => expression.selectors.flatMap(panel_series_stated));
    const programs = selectors.length === 0 ? [] : scene.resolution.world.ofKind("Prometheus");
    const counted = await (0,all_done/* allDone */.g)(programs.map((one) => readSeries(selectors, livePrometheus(scene)(one), scene.resolution.known)));
    return { seenOf: (file) => seenIn(used.get(file) ?? [], counted) };
};
const panel_series_queriesOf = (file) => (0,dashboard_expressions/* dashboardExpressions */.s)(file).filter(({ expression }) => expression.selectors.length > 0);
/**
 * The selector without what Grafana fills in: a variable of a matcher stands for any value here. None where the name of
 * the metric, or of a label, is a variable.
 */
const panel_series_stated = (selector) => {
    const { metric, matchers } = selector;
    const open = (0,grafana_variables/* isVariable */.DZ)(metric ?? "") || matchers.some(({ name }) => (0,grafana_variables/* isVariable */.DZ)(name));
    return open ? [] : [{ ...selector, matchers: matchers.filter((one) => one.open !== true) }];
};
const seenIn = (used, counted) => {
    if (used.length === 0)
        return { sight: "cannot-be-seen", what: "it asks Prometheus for nothing" };
    const answers = counted.flatMap((one) => (one.ok ? [one.value] : []));
    const [failed] = counted.flatMap((one) => (one.ok ? [] : [one.why]));
    if (answers.length === 0)
        return {
            sight: "cannot-be-seen",
            what: failed ?? "no Prometheus is part of the stack, and its data source is another",
        };
    return summary(used.map(({ subject, expression }) => ({
        subject: subject.replace(/ of dashboard [\s\S]*$/, ""),
        ...(0,can_yield/* canYield */.W)(expression.root, (selector) => chanceOf(selector, answers)),
    })));
};
const chanceOf = (selector, answers) => {
    const [own] = panel_series_stated(selector);
    if (own === undefined)
        return "unknown";
    const chances = answers.map((series) => {
        const { metric, labels } = seriesChance(own, series);
        return metric === "yes" ? labels : metric;
    });
    return ["yes", "unknown", "no"].find((one) => chances.includes(one)) ?? "unknown";
};
const summary = (judged) => {
    const empty = judged.filter(({ chance }) => chance === "no");
    const open = judged.filter(({ chance }) => chance === "unknown");
    const total = `${judged.length} ${judged.length === 1 ? "query" : "queries"}`;
    if (empty.length > 0) {
        const named = empty.slice(0, 3).map(({ subject, because }) => `${subject} (${metricsOf(because)})`);
        const more = empty.length > named.length ? `, and ${empty.length - named.length} more` : "";
        return { sight: "not-seen", what: `${empty.length} of its ${total} have no series: ${named.join(", ")}${more}` };
    }
    if (open.length === judged.length)
        return { sight: "cannot-be-seen", what: `none of its ${total} has series now, and each may be without` };
    const allowed = open.length > 0 ? `; ${open.length} of them may be empty now` : "";
    return { sight: "seen", what: `Prometheus has series for its ${total}${allowed}` };
};
const metricsOf = (because) => [...new Set(because.map(({ metric }) => metric ?? "a pattern"))].join(", ");

;// CONCATENATED MODULE: ./build/src/verify/dashboards/observe-dashboards.js










/**
 * The dashboards of the stack as its Grafana has them: a request for each, and some for Grafana itself, its sidecar,
 * its data sources, and all series together.
 */
const observeDashboards = async (scene) => {
    const { paths, dashboards } = scene.resolution;
    const own = dashboards.files.filter((file) => file.own);
    const ways = paths.filter(({ signal }) => signal === "dashboard").map((path) => ({ path, file: observe_dashboards_fileOf(path, own) }));
    const [answered, series, sidecar] = await Promise.all([
        grafanaAnswers(scene),
        panelSeries(scene, own),
        own.length === 0 ? null : liveSidecar(scene, own),
    ]);
    const live = answered.live;
    const hops = new Map(await Promise.all(ways.map(async ({ path, file }) => {
        const way = file === undefined ? unseenWay : (sidecar?.wayOf(file) ?? unseenWay);
        const there = file === undefined || live === null ? nothingSeen(answered.why) : await arrivalOf(file, way, live);
        const found = {
            "sidecar-selects-configmap": way.selected,
            "sidecar-watches-namespace": way.watched,
            ...there,
            "datasource-exists": file === undefined || live === null ? unseen(answered.why) : datasourcesSeen(file, live),
            "metrics-are-exported": file === undefined ? unseen("its file is not known") : series.seenOf(file),
        };
        return [path, hopsOf(path, found)];
    })));
    const more = live === null
        ? []
        : [
            provisioningCondition(scene, answered.subject, live),
            ...(await datasourceConditions(dashboards.grafana.datasources.list, live)),
        ];
    return { hops, conditions: [...answered.conditions, ...more] };
};
/** The file that a path is of. */
const observe_dashboards_fileOf = ({ resource, subject }, own) => own.find((file) => file.object.ref === resource && (0,dashboard_file/* dashboardName */.o)(file) === subject);
const unseen = (what) => ({ sight: "cannot-be-seen", what });
const unseenWay = { selected: unseen("its file is not known"), watched: unseen("its file is not known") };
/** What the way of the file itself does not hang on: Grafana has a dashboard whose panels stay empty. */
const ofPanels = ["datasource-exists", "metrics-are-exported"];
/** Each hop of the path beside what was seen of it, then the way of the file as a whole, which ends in Grafana. */
const hopsOf = (path, found) => {
    const names = [...new Set(path.hops.map(({ hop }) => hop)), "arrives"];
    return names.flatMap((name) => {
        const seen = found[name];
        if (seen === undefined)
            return [];
        const decisive = ({ hop }) => (name === "arrives" ? !ofPanels.includes(hop) : hop === name);
        const predicted = (0,signal_path/* statusOf */.c2)(path.hops.filter(decisive));
        return [observedHop(name, predicted, seen.sight, (0,sentence/* sentence */.e)(seen.what))];
    });
};

;// CONCATENATED MODULE: ./build/src/verify/gpus/exported-devices.js


/**
 * Labels that name a device and where it is: `UUID` (`gpu` where relabeling took that away) and `GPU_I_ID` of
 * dcgm-exporter; the others tell the node.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/internal/pkg/rendermetrics/render_metrics.go
 */
const labels = ["UUID", "gpu", "GPU_I_ID", "job", "instance", "node", "Hostname", "hostname"];
/** The code of the last XID error stays when its GPU is gone: it is no sign of life. */
const exported_devices_query = `count by (${labels.join(",")}) ({__name__=~"DCGM_FI_.+",__name__!~"DCGM_FI_DEV_XID_ERRORS?"})`;
/**
 * The GPUs, and slices of GPUs, that any Prometheus of the stack has series of. A series belongs to the node of the pod
 * that its target is; where discovery did not tell, to the one that its labels name. Not known where none answers.
 */
const exportedDevices = async (scene) => {
    const programs = scene.resolution.world.ofKind("Prometheus").map(livePrometheus(scene));
    if (programs.length === 0)
        return { ok: false, why: "no Prometheus is part of the stack" };
    const answers = await (0,all_done/* allDone */.g)(programs.map(placedSeries));
    const known = answers.flatMap((one) => (one.ok ? [one.value] : []));
    const [failed] = answers.flatMap((one) => (one.ok ? [] : [one]));
    if (known.length === 0 && failed !== undefined)
        return failed;
    return { ok: true, value: countedByNode(known.flat()) };
};
const placedSeries = async (live) => {
    const [series, targets] = await (0,all_done/* allDone */.g)([live.query(exported_devices_query), live.targets()]);
    if (!series.ok)
        return series;
    const nodes = new Map((targets.ok ? targets.value : []).map((target) => [exported_devices_keyOf(target.labels), nodeOf(target)]));
    // Switches and processors have series of their own, and neither label.
    const gpus = series.value.filter((sample) => sample.labels["UUID"] || sample.labels["gpu"]);
    return { ok: true, value: gpus.map((sample) => placed(sample, nodes)) };
};
const exported_devices_keyOf = (all) => JSON.stringify([all["job"], all["instance"]]);
/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const nodeOf = ({ discovered, labels: own }) => discovered["__meta_kubernetes_pod_node_name"] ??
    discovered["__meta_kubernetes_endpointslice_endpoint_node_name"] ??
    discovered["__meta_kubernetes_node_name"] ??
    own["node"] ??
    null;
/** The exporter's `hostname` is the node's name where it is told that, and its pod's else. */
const placed = ({ labels: own }, nodes) => ({
    node: nodes.get(exported_devices_keyOf(own)) ?? own["node"] ?? own["Hostname"] ?? own["hostname"] ?? null,
    uuid: own["UUID"] || `${own["instance"]} ${own["gpu"]}`,
    slice: own["GPU_I_ID"] || null,
});
const countedByNode = (series) => new Map([...Map.groupBy(series, ({ node }) => node)].map(([node, all]) => {
    const slices = new Set(all.flatMap(({ uuid, slice }) => (slice === null ? [] : [`${uuid} ${slice}`])));
    const sliced = new Set(all.filter(({ slice }) => slice !== null).map(({ uuid }) => uuid));
    // A GPU in MIG mode is given out in slices alone, whatever series there are of the whole.
    const gpus = new Set(all.map(({ uuid }) => uuid).filter((uuid) => !sliced.has(uuid)));
    return [node, { gpus: gpus.size, slices: slices.size }];
}));

// EXTERNAL MODULE: ./build/src/verify/gpus/node-devices.js
var node_devices = __webpack_require__(79828);
;// CONCATENATED MODULE: ./build/src/verify/gpus/count-gpus.js






/** Counts the GPUs that Kubernetes has to give against those whose metrics Prometheus has. */
const countGpus = async (scene) => {
    const [nodes, exported] = await (0,all_done/* allDone */.g)([readNodes(scene.api), exportedDevices(scene)]);
    if (!nodes.ok)
        return count_gpus_unseen(`The nodes cannot be read: ${nodes.why}.`, nodesHint);
    const devices = nodes.value.flatMap((node) => (0,node_devices/* devicesOf */.X)(node) ?? []).toSorted((a, b) => (0,finding/* compare */.UD)(a.node, b.node));
    if (devices.length === 0)
        return count_gpus_unseen(`None of the ${nodes.value.length} nodes has GPUs to give (nvidia.com/gpu): nothing is to count.`, null);
    if (!exported.ok)
        return count_gpus_unseen(`Which GPUs Prometheus has series of cannot be asked: ${exported.why}.`, null);
    const counted = devices.map((one) => nodeGpus(one, exported.value));
    return { nodes: counted, conditions: count_gpus_conditionsOf(counted, exported.value) };
};
const nodesHint = "Allow the account list on nodes.";
const count_gpus_unseen = (what, hint) => ({
    nodes: null,
    conditions: [{ condition: "gpus-are-counted", subject: "Nodes", sight: "cannot-be-seen", what, hint }],
});
/** Nodes of a page: one with all its images is some 20 kB. */
const count_gpus_atOnce = 500;
/**
 * All nodes, page by page:
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 */
const readNodes = async (api) => {
    const nodes = [];
    for (let next = ""; next !== null;) {
        const query = { limit: `${count_gpus_atOnce}`, ...(next === "" ? {} : { continue: next }) };
        const got = await api.get(withQuery("/api/v1/nodes", query));
        if (!got.ok)
            return { ok: false, why: got.why };
        nodes.push(...(0,json_fields/* objectsAt */.yR)(got.body, ["items"]));
        next = (0,json_fields/* textAt */.$6)(got.body, ["metadata", "continue"]);
    }
    return { ok: true, value: nodes };
};
const nodeGpus = (devices, exported) => {
    const { gpus, slices } = exported.get(devices.node) ?? { gpus: 0, slices: 0 };
    return { ...devices, exported: gpus, migExported: slices };
};
/** One for each node that lacks series, and one for all others together. */
const count_gpus_conditionsOf = (counted, exported) => {
    const nowhere = exported.get(null);
    const lacking = counted.filter(lacks);
    const complete = counted.filter((one) => !lacks(one));
    const told = (subject, sight, what, hint) => ({
        ...{ condition: "gpus-are-counted", subject, sight, what, hint },
    });
    // Series of no known node may be those that seem to be missing.
    const open = nowhere !== undefined && lacking.length > 0;
    const missing = lacking.map((one) => open
        ? told(`Node ${one.node}`, "cannot-be-seen", `${lackText(one)} Series of ${nowhere.gpus} tell no node.`, null)
        : told(`Node ${one.node}`, "not-seen", lackText(one), lackHint(one)));
    if (complete.length === 0)
        return missing;
    const sum = (of) => complete.reduce((total, one) => total + of(one), 0);
    const slices = sum((one) => one.migExported);
    const what = `Prometheus has series of all GPUs: ${sum((one) => one.exported)}${slices > 0 ? `, and ${slices} MIG slices` : ""}.`;
    const subject = complete.length === 1 ? `Node ${complete[0]?.node}` : `${complete.length} nodes`;
    return [...missing, told(subject, "seen", what, null)];
};
const lacks = ({ allocatable, unhealthy, exported, migAllocatable, migUnhealthy, migExported }) => exported < allocatable + unhealthy || migExported < migAllocatable + migUnhealthy;
const lackText = (one) => {
    const parts = [
        lackPart("GPUs", one.exported, one.allocatable, one.unhealthy),
        lackPart("MIG slices", one.migExported, one.migAllocatable, one.migUnhealthy),
    ];
    return `${parts.filter((part) => part !== null).join("; ")}.`;
};
const lackPart = (what, exported, allocatable, unhealthy) => {
    if (exported >= allocatable + unhealthy)
        return null;
    const ill = unhealthy > 0 ? `; its device plugin finds ${unhealthy} of them ill, and gives these to nobody` : "";
    return `Prometheus has series of ${exported} of its ${allocatable + unhealthy} ${what}${ill}`;
};
const lackHint = ({ exported, migExported }) => exported + migExported === 0
    ? "Look whether the GPU exporter's pod runs on the node, and whether Prometheus has a target of it."
    : "Look on the node whether nvidia-smi lists all GPUs: one that has fallen off the bus (XID 79) has no metrics any more.";

// EXTERNAL MODULE: ./build/src/signal/scrape/targets.js
var scrape_targets = __webpack_require__(15410);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-namespaces.js
var monitor_namespaces = __webpack_require__(88015);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-job.js
var scrape_job = __webpack_require__(42072);
// EXTERNAL MODULE: ./build/src/signal/scrape/endpoint-path.js
var endpoint_path = __webpack_require__(95203);
;// CONCATENATED MODULE: ./build/src/verify/metrics/pool.js

/**
 * How the operator's configuration names the scrape jobs of a monitor begins so: `serviceMonitor/monitoring/x/0`,
 * `probe/monitoring/x` (`pkg/prometheus/promcfg.go` of prometheus-operator).
 */
const poolOf = (monitor, world) => {
    const { kind, name } = monitor.ref;
    const own = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}/${(0,namespaces/* namespaceOf */.N6)(monitor, world)}/${name}`;
    return (pool) => pool === own || pool.startsWith(`${own}/`);
};

;// CONCATENATED MODULE: ./build/src/verify/metrics/missing-targets.js



/** Why there is no target of what was found: no port of the name, or relabelings that drop those that have it. */
const targetHops = async (seen, found, told) => {
    if (found === null)
        return ["port-exists", "targets-are-kept"].map((hop) => told(hop, "cannot-be-seen", "Prometheus finds no address of it."));
    const dropped = await droppedByItself(seen, found.names);
    return dropped === 0
        ? [
            told("port-exists", "not-seen", `Prometheus makes no target of ${found.what}.`),
            told("targets-are-kept", "cannot-be-seen", "Prometheus finds no target of it."),
        ]
        : [
            told("port-exists", "seen", `Prometheus finds the port at ${dropped} addresses.`),
            told("targets-are-kept", "not-seen", `Relabeling drops all of its ${dropped} targets.`),
        ];
};
/** How many targets have what the monitor selects and the port that it asks for, and are dropped all the same. */
const droppedByItself = async ({ monitor, live, scene }, names) => {
    const all = await live.dropped();
    if (!all.ok)
        return 0;
    const isOwn = poolOf(monitor, scene.resolution.world);
    const ports = new Set((0,endpoint_path/* endpointsOf */.uY)(monitor).map((endpoint) => (0,json_fields/* textOrEmpty */._c)(endpoint, ["port"])));
    return all.value.filter(({ pool, discovered }) => isOwn(pool) && ports.has(portOf(discovered)) && names.has(nameIn(discovered, monitor.ref.kind))).length;
};
const portOf = (discovered) => discovered["__meta_kubernetes_endpointslice_port_name"] ??
    discovered["__meta_kubernetes_endpoint_port_name"] ??
    discovered["__meta_kubernetes_pod_container_port_name"] ??
    "";
const nameIn = (discovered, kind) => discovered[kind === "PodMonitor" ? "__meta_kubernetes_pod_name" : "__meta_kubernetes_service_name"] ?? "";

;// CONCATENATED MODULE: ./build/src/verify/metrics/discovered.js














/** Why a monitor has no target: its namespaces, Services and pods as the API server lists them. */
const discoveredHops = async (seen, hasJob, told) => {
    const access = await observeAccess(seen, told);
    const { kind } = seen.monitor.ref;
    if (kind !== "ServiceMonitor" && kind !== "PodMonitor")
        return [access];
    return [
        access,
        ...(kind === "ServiceMonitor" ? await serviceHops(seen, hasJob, told) : await podHops(seen, hasJob, told)),
    ];
};
const namespacesOf = ({ monitor, prometheus, scene }) => (0,monitor_namespaces/* monitoredNamespaces */.OU)(monitor, prometheus, scene.resolution.world);
/** Those that exist, and how many were asked for. */
const existing = async (seen) => {
    const chosen = namespacesOf(seen);
    const listed = await seen.scene.api.get(listPath("v1", "namespaces", null));
    if (!listed.ok)
        return { ok: false, why: (0,sentence/* capital */.N)(listed.why) };
    const names = listedNames(listed);
    const there = chosen === "all" ? names : chosen.filter((name) => names.includes(name));
    return { ok: true, there, asked: chosen === "all" ? names.length : chosen.length };
};
const serviceHops = async (seen, hasJob, told) => {
    const { monitor, scene } = seen;
    const namespaces = await existing(seen);
    if (!namespaces.ok)
        return [told("monitor-selects-service", "cannot-be-seen", `${namespaces.why}.`)];
    const { there, asked } = namespaces;
    const labelled = (places) => inEach(places, async (namespace) => {
        const path = selecting(listPath("v1", "services", namespace), (0,manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]));
        return knownFrom(await scene.api.get(path), (body) => itemNames(body).map((name) => ({ namespace, name })));
    });
    const { all: services, unread } = await labelled(there);
    // A monitor whose labels are right and whose namespaces are not has its Service where the files know of some.
    const others = (0,world_services/* servicesIn */.qp)(scene.resolution.world).keys();
    const isTold = services.length === 0 && saysWhich((0,manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]));
    const { all: elsewhere } = isTold ? await labelled([...others].filter((one) => !there.includes(one))) : { all: [] };
    const { all: addresses, unread: unreadSlices } = await inEach(services, async ({ namespace, name }) => {
        const query = { labelSelector: `kubernetes.io/service-name=${name}` };
        const slices = await scene.api.get(withQuery(listPath("discovery.k8s.io/v1", "endpointslices", namespace), query));
        return knownFrom(slices, (body) => (0,json_fields/* objectsAt */.yR)(body, ["items"])
            .flatMap((slice) => (0,json_fields/* objectsAt */.yR)(slice, ["endpoints"]))
            .flatMap((endpoint) => (0,json_fields/* listOf */.c3)(endpoint["addresses"])));
    });
    return [
        told("monitor-selects-namespace", 
        // In a namespace of another name may be Services that the labels do not match either: only a hit tells.
        services.length > 0 ? "seen" : there.length === 0 || elsewhere.length > 0 ? "not-seen" : "cannot-be-seen", `${there.length} of ${asked} namespaces exist${elsewhere.length > 0 ? `, and its Services are in ${[...new Set(elsewhere.map(({ namespace }) => namespace))].join(", ")}` : ""}.`),
        told("monitor-selects-service", services.length + elsewhere.length > 0
            ? "seen"
            : there.length === 0 || unread !== null
                ? "cannot-be-seen"
                : "not-seen", elsewhere.length > 0
            ? `Its labels are those of ${elsewhere.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")}.`
            : listedText(`${services.length} Services`, there, unread)),
        ...(await targetHops(seen, hasJob && addresses.length > 0
            ? { names: new Set(services.map(({ name }) => name)), what: `${addresses.length} addresses` }
            : null, told)),
        told("pods-exist", services.length === 0 || (addresses.length === 0 && unreadSlices !== null)
            ? "cannot-be-seen"
            : addresses.length > 0
                ? "seen"
                : "not-seen", `${addresses.length} addresses are behind its Services${unreadSlices === null ? "" : ` as far as can be seen: ${unreadSlices}`}.`),
    ];
};
const listedText = (what, there, unread) => `The API server lists ${what} with its labels in ${there.join(", ") || "none of them"}${unread === null ? "" : `, as far as can be seen: ${unread}`}.`;
/** Whether a selector says what is meant, and not only what is not: that, every other Service meets somewhere. */
const saysWhich = (selector) => (0,label_selector/* requirementsOf */.CG)(selector).some(({ operator }) => operator !== "NotIn" && operator !== "DoesNotExist");
const podHops = async (seen, hasJob, told) => {
    const { monitor, scene } = seen;
    const namespaces = await existing(seen);
    if (!namespaces.ok)
        return [told("pods-exist", "cannot-be-seen", `${namespaces.why}.`)];
    const { there, asked } = namespaces;
    const { all: pods, unread } = await inEach(there, async (namespace) => {
        const path = selecting(listPath("v1", "pods", namespace), (0,manifest/* valueAt */.f)(monitor.body, ["spec", "selector"]));
        return knownFrom(await scene.api.get(path), itemNames);
    });
    return [
        told("monitor-selects-namespace", pods.length > 0 ? "seen" : there.length === 0 ? "not-seen" : "cannot-be-seen", `${there.length} of ${asked} namespaces exist.`),
        told("pods-exist", pods.length > 0 ? "seen" : there.length === 0 || unread !== null ? "cannot-be-seen" : "not-seen", listedText(`${pods.length} pods`, there, unread)),
        ...(await targetHops(seen, hasJob && pods.length > 0 ? { names: new Set(pods), what: `${pods.length} pods` } : null, told)),
    ];
};
/** What is told of all of them together, and why of the first that is not told; a clause. */
const inEach = async (keys, ask) => {
    const answers = await (0,all_done/* allDone */.g)(keys.map(ask));
    return {
        all: answers.flatMap((one) => (one.ok ? one.value : [])),
        unread: answers.flatMap((one) => (one.ok ? [] : [one.why]))[0] ?? null,
    };
};
/** Whether Prometheus' service account may discover there: the API server's authorizer decides. */
const observeAccess = async (seen, told) => {
    const { prometheus, scene } = seen;
    const home = (0,namespaces/* namespaceOf */.N6)(prometheus, scene.resolution.world);
    const account = (0,json_fields/* textOrEmpty */._c)(prometheus.body, ["spec", "serviceAccountName"]) || "default";
    const chosen = namespacesOf(seen);
    const questions = (chosen === "all" ? [""] : chosen).flatMap((namespace) => discoveredKinds(seen).flatMap((kind) => ["list", "watch"].map((verb) => ({ namespace, verb, ...kind }))));
    const user = `system:serviceaccount:${home}:${account}`;
    // A review is told the groups, too: https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
    const groups = ["system:serviceaccounts", `system:serviceaccounts:${home}`, "system:authenticated"];
    const answers = await (0,all_done/* allDone */.g)(questions.map((attributes) => mayDo({ user, groups }, attributes, scene)));
    const lacks = questions[answers.indexOf(false)];
    if (lacks !== undefined)
        return told("rbac-allows-discovery", "not-seen", `The API server refuses ${account}: ${lacks.verb} ${lacks.resource}${lacks.namespace && ` in ${lacks.namespace}`}.`);
    return answers.includes(null)
        ? told("rbac-allows-discovery", "cannot-be-seen", "This account may not ask what others may do.")
        : told("rbac-allows-discovery", "seen", `The API server allows ${account} all that discovery asks for.`);
};
/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const discoveredKinds = ({ monitor, prometheus }) => {
    const pods = { group: "", version: "v1", resource: "pods" };
    if (monitor.ref.kind === "PodMonitor")
        return [pods];
    const ends = (0,scrape_job/* roleOf */.kp)(monitor, prometheus) === "endpoints"
        ? { group: "", version: "v1", resource: "endpoints" }
        : { group: "discovery.k8s.io", version: "v1", resource: "endpointslices" };
    return [ends, { group: "", version: "v1", resource: "services" }, pods];
};
/** A review is no object: nothing is written. Null where this account may not ask. */
const mayDo = async (subject, resourceAttributes, scene) => {
    const answer = await scene.api.ask({
        method: "POST",
        path: listPath("authorization.k8s.io/v1", "subjectaccessreviews", null),
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
            apiVersion: "authorization.k8s.io/v1",
            kind: "SubjectAccessReview",
            spec: { ...subject, resourceAttributes },
        }),
    });
    if (answer.status !== 201)
        return null;
    return (0,json_fields/* objectAt */.lJ)(JSON.parse(answer.text), ["status"])["allowed"] === true;
};

;// CONCATENATED MODULE: ./build/src/verify/metrics/observe-monitor.js









/** What is scraped twice arrives all the same, and spoils sums. */
const predictedArrival = ({ hops }) => (0,signal_path/* statusOf */.c2)(hops.filter(({ hop }) => hop !== "target-is-unique"));
/** The hops of a monitor's way, as the API server and the running Prometheus show them. */
const observeMonitor = async (seen) => {
    const { path, monitor, prometheus, live, scene } = seen;
    const told = (hop, sight, what) => observedHop(hop, hop === "arrives" ? predictedArrival(path) : predictedOf(path, hop), sight, what);
    const selection = await observeSelection(path, monitor, prometheus, scene);
    const [jobs, targets] = [await live.jobs(), await live.targets()];
    if (!jobs.ok || !targets.ok) {
        const { sight, why } = silenceOf(jobs, targets);
        const what = `${live.name} cannot be asked: ${why}.`;
        const blind = path.hops.map(({ hop }) => hop).filter((hop) => !selection.some((one) => one.hop === hop));
        return [...selection, ...blind.map((hop) => told(hop, "cannot-be-seen", what)), told("arrives", sight, what)];
    }
    const isOwn = poolOf(monitor, scene.resolution.world);
    const own = targets.value.filter(({ pool }) => isOwn(pool));
    const hasJob = [...jobs.value].some(isOwn);
    const isSelected = selection.every(({ observed }) => observed === "seen");
    const accepted = hasJob ? null : await rejection(monitor, scene);
    return [
        ...selection,
        hasJob
            ? told("operator-accepts-monitor", "seen", `${live.name} has its scrape jobs.`)
            : told("operator-accepts-monitor", isSelected ? "not-seen" : "cannot-be-seen", (0,sentence/* capital */.N)(accepted ?? `${live.name} has no scrape job of it.`)),
        ...(own.length > 0
            ? scrapedHops(own, told)
            : [
                ...(await discoveredHops(seen, hasJob, told)),
                told("metrics-are-served", "cannot-be-seen", "Prometheus has no target of it."),
            ]),
        uniqueness(own, targets.value, told),
        arrival(own, told),
    ];
};
/** Where there is a target, everything before it holds: nobody need be asked. */
const scrapedHops = (own, told) => {
    const services = new Set(own.flatMap(({ discovered }) => discovered["__meta_kubernetes_service_name"] ?? []));
    const namespaces = [...new Set(own.flatMap(({ discovered }) => discovered["__meta_kubernetes_namespace"] ?? []))];
    const where = namespaces.length === 0 ? "" : ` in ${namespaces.join(", ")}`;
    return [
        told("rbac-allows-discovery", "seen", `Prometheus discovers its targets${where}.`),
        told("monitor-selects-namespace", "seen", `Prometheus has targets of it${where}.`),
        told("monitor-selects-service", "seen", services.size === 0 ? "Prometheus has targets of it." : `Prometheus has targets of ${[...services].join(", ")}.`),
        told("port-exists", "seen", `Prometheus makes ${own.length} targets of it.`),
        told("pods-exist", "seen", `${own.length} addresses are behind it.`),
        told("targets-are-kept", "seen", `Relabeling keeps ${own.length} targets.`),
        observe_monitor_served(own, told),
    ];
};
/** Prometheus tells a path that is not there by its answer alone: `server returned HTTP status 404 Not Found`. */
const observe_monitor_served = (own, told) => {
    const up = own.filter(({ isUp }) => isUp).length;
    const [down] = own.filter(({ isUp }) => !isUp);
    if (up > 0)
        return told("metrics-are-served", "seen", `${up} of ${own.length} targets answer with metrics.`);
    if (down?.error.includes("HTTP status 404") === true)
        return told("metrics-are-served", "not-seen", `${down.url} answers that there is nothing.`);
    return told("metrics-are-served", "cannot-be-seen", "No target is up.");
};
const uniqueness = (own, all, told) => {
    if (own.length === 0)
        return told("target-is-unique", "cannot-be-seen", "It has no target.");
    const urls = new Set(own.map(({ url }) => url));
    const mine = new Set(own);
    const others = all.filter((target) => !mine.has(target) && urls.has(target.url));
    const doubled = own.length - urls.size + others.length;
    const by = [...new Set(others.map(({ pool }) => pool))].join(", ");
    return doubled === 0
        ? told("target-is-unique", "seen", "Nothing else scrapes its addresses.")
        : told("target-is-unique", "not-seen", `${doubled} of its addresses are scraped twice${by && `, also by ${by}`}.`);
};
const arrival = (own, told) => {
    const up = own.filter(({ isUp }) => isUp);
    const [down] = own.filter(({ isUp }) => !isUp);
    if (up.length > 0)
        return told("arrives", "seen", `${up.length} of ${own.length} targets are up.`);
    return told("arrives", "not-seen", down === undefined
        ? "Prometheus has no target of it."
        : `None of ${own.length} targets is up; ${down.url}: ${whyDown(down)}.`);
};

// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-jobs.js + 1 modules
var monitor_jobs = __webpack_require__(36364);
;// CONCATENATED MODULE: ./build/src/verify/metrics/target-conditions.js





/** What holds of all targets of a monitor together; nothing is said where it has none, which its path tells. */
const targetConditions = async (subject, monitor, live, scene) => {
    const [targets, time] = [await live.targets(), await live.time()];
    if (!targets.ok)
        return [];
    const isOwn = poolOf(monitor, scene.resolution.world);
    const own = targets.value.filter(({ pool }) => isOwn(pool));
    if (own.length === 0)
        return [];
    const promisedMs = longestInterval(monitor, scene.resolution.world);
    return [allUp(subject, own), ...(time.ok ? [recent(subject, own, time.value, promisedMs)] : [])];
};
/** By the files, in milliseconds; 0 where only the cluster tells, as where a relabeling sets it. */
const longestInterval = (monitor, world) => {
    const targets = (0,scrape_targets/* predictTargets */.e)(monitor, world);
    const all = targets.length > 0 ? targets : (0,monitor_jobs/* monitorJobs */.T)(monitor, (0,scrape_targets/* scraperOf */.K)(monitor, world), world);
    return Math.max(0, ...all.map(({ interval }) => (0,prometheus_duration/* parseDuration */.E9)(interval) ?? 0));
};
const allUp = (subject, own) => {
    const down = own.filter(({ isUp }) => !isUp);
    const [first] = down;
    const what = first === undefined ? "all are up" : `${down.length} are down, ${first.url}: ${whyDown(first)}`;
    return {
        condition: "targets-are-up",
        subject,
        lacking: down.length,
        sight: first === undefined ? "seen" : "not-seen",
        what: `Of ${own.length} targets ${what}.`,
        hint: first === undefined
            ? null
            : down.every(({ lastScrape }) => Number.isNaN(lastScrape))
                ? "Give verify-timeout more than the interval at which it is scraped."
                : "Ask what runs there: whether the exporter's pod is up, and whether Prometheus may reach it.",
    };
};
/**
 * A scrape that is twice as old as the interval is late: the interval of the files (0 where they do not tell), as
 * somebody may have changed that of the cluster. What was never scraped is down.
 */
const recent = (subject, all, now, promisedMs) => {
    const own = all.map((target) => ({ ...target, intervalMs: promisedMs > 0 ? promisedMs : target.intervalMs }));
    const late = own.filter(({ lastScrape, intervalMs }) => now - lastScrape > 2 * intervalMs + target_conditions_graceMs);
    const [first] = late;
    const ages = own.map(({ lastScrape }) => now - lastScrape).filter(Number.isFinite);
    const oldest = Math.max(0, ...ages) / 1000;
    return {
        condition: "scrapes-are-recent",
        subject,
        sight: first === undefined ? "seen" : "not-seen",
        what: first === undefined
            ? `The oldest of ${own.length} last scrapes is ${oldest.toFixed(0)} s ago.`
            : `${first.url} was last scraped ${Math.round((now - first.lastScrape) / 1000)} s ago, and is to be every ${first.intervalMs / 1000} s.`,
        hint: first === undefined
            ? null
            : "Look whether Prometheus is overloaded, and whether the target answers within its timeout.",
    };
};
/** A scrape takes its time, at most the interval; the answer to us takes some, too. */
const target_conditions_graceMs = 5000;

;// CONCATENATED MODULE: ./build/src/verify/metrics/observe-metrics.js






/** The way of the metrics of every monitor of the tree. */
const observeMetrics = async (scene) => {
    const { paths } = scene.resolution;
    const seen = await (0,all_done/* allDone */.g)(paths
        .filter(({ signal }) => signal === "metrics")
        .map(async (path) => [path, await observePath(path, scene)]));
    return {
        hops: new Map(seen.map(([path, { hops }]) => [path, hops])),
        conditions: seen.flatMap(([, { conditions }]) => conditions),
    };
};
const observePath = async (path, scene) => {
    const { world } = scene.resolution;
    const { kind, name, namespace } = path.resource;
    const monitor = (0,namespaces/* objectIn */.D7)(world, kind, namespace ?? world.releaseNamespace, name);
    const prometheus = monitor === undefined ? null : (0,scrape_targets/* scraperOf */.K)(monitor, world);
    // A stack without a Prometheus has another one scrape, which nobody has told us of.
    if (monitor === undefined || prometheus === null)
        return { hops: [], conditions: [] };
    const live = livePrometheus(scene)(prometheus);
    return {
        hops: await observeMonitor({ path, monitor, prometheus, live, scene }),
        conditions: await targetConditions(path.subject, monitor, live, scene),
    };
};

;// CONCATENATED MODULE: ./build/src/verify/operator/program-conditions.js







/** Whether a Prometheus runs with what the operator wrote for it, evaluates its rules and keeps its samples. */
const programConditions = async (object, scene) => {
    const live = livePrometheus(scene)(object);
    const parts = await (0,all_done/* allDone */.g)([
        program_conditions_configuration(object, live, scene),
        evaluation(live, scene),
        storage(live),
        clock(live),
    ]);
    return parts.map((part) => ({ ...part, subject: live.name }));
};
const part = (condition, sight, what, hint = null) => ({
    condition,
    sight,
    what,
    hint,
});
/**
 * The config reloader has loaded what the operator wrote (Secret `prometheus-<name>`): the scrape jobs are the same,
 * and the last reload went well.
 */
const program_conditions_configuration = async (object, live, scene) => {
    const name = "prometheus-loads-configuration";
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, scene.resolution.world);
    const [info, jobs, secret] = [
        await live.runtime(),
        await live.jobs(),
        await scene.api.get(objectPath(listPath("v1", "secrets", namespace), `prometheus-${object.ref.name}`)),
    ];
    if (!info.ok || !jobs.ok) {
        const { sight, why } = silenceOf(info, jobs);
        return part(name, sight, `It cannot be asked: ${why}.`, silenceHint(sight, live.name));
    }
    if (info.value.hasReloaded === false)
        return part(name, "not-seen", "Its last reload failed: it runs with the configuration before.", reloader);
    const written = secret.ok ? writtenJobs((0,json_fields/* textOrEmpty */._c)(secret.body, ["data", "prometheus.yaml.gz"])) : null;
    if (written === null)
        return part(name, "seen", `Its last reload went well; what the operator wrote cannot be compared.`);
    const missing = written.filter((job) => !jobs.value.has(job));
    const surplus = [...jobs.value].filter((job) => !written.includes(job));
    if (missing.length + surplus.length === 0)
        return part(name, "seen", `It has loaded the ${written.length} scrape jobs that the operator wrote.`);
    const differing = [...missing.map((job) => `${job} is missing`), ...surplus.map((job) => `${job} is a former one`)];
    return part(name, "not-seen", `It does not run with what the operator wrote: ${differing.slice(0, 3).join(", ")}${differing.length > 3 ? ", \u2026" : ""}.`, reloader);
};
const reloader = "Look at the log of the container config-reloader in the pods of Prometheus.";
/** Null where it cannot be read. */
const writtenJobs = (data) => {
    try {
        return jobNames((0,external_node_zlib_.gunzipSync)(Buffer.from(data, "base64"), { maxOutputLength: 64 * 1024 * 1024 }).toString("utf8"));
    }
    catch {
        return null;
    }
};
const evaluation = async (live, { patienceMs }) => {
    const name = "prometheus-evaluates-rules";
    const [rules, time, runtime] = [await live.rules(), await live.time(), await live.runtime()];
    if (!rules.ok || !time.ok)
        return part(name, "cannot-be-seen", "It cannot be asked.");
    const ill = rules.value.find(({ isHealthy }) => !isHealthy);
    if (ill !== undefined)
        return part(name, "not-seen", `Rule ${ill.name} of group ${ill.group} fails: ${ill.error.slice(0, 300).replace(/\.?$/, ".")}`, "Mend the rule's expression: what it reads is there, but cannot be joined so.");
    // Prometheus spreads the groups: a new one comes once within its interval, which may be hours.
    const dueIn = ({ lastEvaluation, intervalMs }) => runtime.ok && Number.isNaN(lastEvaluation) ? runtime.value.loadedAt + intervalMs + program_conditions_graceMs - time.value : 0;
    const outstanding = rules.value.filter(({ lastEvaluation, intervalMs }) => !(time.value - lastEvaluation <= 2 * intervalMs + program_conditions_graceMs));
    const late = outstanding.find((rule) => !(dueIn(rule) > 0));
    if (late !== undefined)
        return part(name, "not-seen", `Group ${late.group} was last evaluated ${agoOf(time.value - late.lastEvaluation)}, and is to be every ${late.intervalMs / 1000} s.`, "Look whether Prometheus is overloaded, or has only just started.");
    const awaited = outstanding.find((rule) => dueIn(rule) <= patienceMs) ?? outstanding[0];
    if (awaited !== undefined)
        return part(name, dueIn(awaited) <= patienceMs ? "not-seen" : "cannot-be-seen", `Group ${awaited.group} is new and was not evaluated yet: it is to be every ${awaited.intervalMs / 1000} s, the first time in ${Math.round(dueIn(awaited) / 1000)} s at the latest.`, "Look again after that, with mode: verify.");
    return part(name, "seen", `All ${rules.value.length} rules were evaluated within twice their interval, without an error.`);
};
const agoOf = (ms) => (Number.isNaN(ms) ? "never" : `${Math.round(ms / 1000)} s ago`);
const program_conditions_graceMs = 5000;
/** Samples that a query finds must be as young as scrapes are: a full or read-only disk leaves the old ones. */
const storage = async (live) => {
    const name = "prometheus-stores-samples";
    const [ages, targets] = [await live.query("time() - max(timestamp(up))"), await live.targets()];
    if (!ages.ok || !targets.ok)
        return part(name, "cannot-be-seen", "It cannot be asked.");
    // Of shards that which is farthest behind.
    const newest = ages.value.toSorted((a, b) => b.value - a.value)[0];
    if (targets.value.length === 0)
        return part(name, "cannot-be-seen", "It has no targets.");
    const longestMs = Math.max(...targets.value.map(({ intervalMs }) => intervalMs));
    if (newest !== undefined && newest.value * 1000 <= 2 * longestMs + program_conditions_graceMs)
        return part(name, "seen", `The newest sample is ${newest.value.toFixed(0)} s old.`);
    return part(name, "not-seen", newest === undefined ? "It has no sample." : `The newest sample is ${newest.value.toFixed(0)} s old.`, "Look at its log, and whether its volume is full or can only be read.");
};
/** Alerts end and silences begin by clocks; certificates and tokens hold by them. */
const mostSkewMs = 30_000;
const clock = async (live) => {
    const name = "clocks-agree";
    const asked = Date.now();
    const time = await live.time();
    if (!time.ok)
        return part(name, "cannot-be-seen", "It cannot be asked.");
    const skew = Math.abs(time.value - asked);
    const what = `Its clock and this runner's are ${(skew / 1000).toFixed(0)} s apart.`;
    return skew <= mostSkewMs
        ? part(name, "seen", what)
        : part(name, "not-seen", what, "Look whether the nodes and the runner keep their time by NTP.");
};

;// CONCATENATED MODULE: ./build/src/verify/operator/reconciled.js





/**
 * Whether the operator has taken up an object of its own as it is now, and what it made is available: its conditions,
 * which count only where their `observedGeneration` is the object's.
 * https://prometheus-operator.dev/docs/platform/troubleshooting/
 */
const reconciled = async (object, scene) => {
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, scene.resolution.world);
    const subject = (0,finding/* nameOf */.Vb)({ ...object.ref, namespace });
    const got = await scene.api.get(livePath(object, namespace));
    const [sight, what, hint] = got.ok
        ? verdictOf(got.body)
        : got.status === 404
            ? ["not-seen", "It is not in the cluster.", "Deploy the stack."]
            : ["cannot-be-seen", `It cannot be read: ${got.why}.`, null];
    return { condition: "operator-reconciles", subject, sight, what, hint };
};
/** `Reconciled` first: where the operator could not write what it wanted, what is available is what was before. */
const verdictOf = (body) => {
    const conditions = (0,json_fields/* objectsAt */.yR)(body, ["status", "conditions"]);
    const [done, available] = ["Reconciled", "Available"].map((type) => conditions.find((one) => one["type"] === type));
    const generation = (0,json_fields/* numberAt */.tk)(body, ["metadata", "generation"]);
    if (done === undefined)
        return [
            "not-seen",
            "No operator has taken it up: it has no status.",
            "Look whether prometheus-operator runs, and whether it watches this namespace.",
        ];
    if ((0,json_fields/* numberAt */.tk)(done, ["observedGeneration"]) < generation)
        return ["not-seen", "The operator has not taken up its last change.", "Look at the operator's log."];
    if (done["status"] !== "True")
        return ["not-seen", `The operator cannot reconcile it: ${saidBy(done)}`, fix];
    if (available?.["status"] !== "True")
        return ["not-seen", `What the operator made is not available: ${saidBy(available ?? {})}`, pods];
    return ["seen", "The operator has reconciled it, and all its pods are available.", null];
};
const fix = "Mend what the operator names; it tries again by itself.";
const pods = "Look at the pods: why they do not start, or are not ready.";
const saidBy = (condition) => {
    const [reason, message] = ["reason", "message"].map((key) => (0,json_fields/* textOrEmpty */._c)(condition, [key]).trim());
    const text = [reason, message].filter((part) => part !== "").join(": ") || "it does not say why";
    return (0,cluster_error/* withoutValues */.l)(text).slice(0, 500).replace(/\.?$/, ".");
};

;// CONCATENATED MODULE: ./build/src/verify/operator/observe-operator.js



/** Whether the operator has made what the tree asks for, and the programs that it made live by it. */
const observeOperator = async (scene) => {
    const { world } = scene.resolution;
    const made = ["Prometheus", "PrometheusAgent", "Alertmanager"].flatMap((kind) => world.ofKind(kind));
    const conditions = await (0,all_done/* allDone */.g)([
        ...made.map(async (object) => [await reconciled(object, scene)]),
        ...world.ofKind("Prometheus").map((object) => programConditions(object, scene)),
    ]);
    return { hops: new Map(), conditions: conditions.flat() };
};

;// CONCATENATED MODULE: ./build/src/verify/prometheus/firing-alerts.js



/** The alerts that fire now, by name; null where no Prometheus tells. */
const firingAlerts = async (scene) => {
    const all = scene.resolution.world.ofKind("Prometheus").map(livePrometheus(scene));
    const answers = await (0,all_done/* allDone */.g)(all.map((live) => live.rules()));
    const known = answers.flatMap((one) => (one.ok ? [one.value] : []));
    if (known.length === 0)
        return null;
    return known
        .flat()
        .flatMap(({ name, alerts }) => alerts.filter(({ state }) => state === "firing").map(({ labels, since }) => ({ name, labels, since })))
        .toSorted((a, b) => (0,finding/* compare */.UD)(a.name, b.name));
};

;// CONCATENATED MODULE: ./build/src/verify/look.js










/** Looks at everything once. Throws OperatorError `cancelled`; what does not answer is seen as such. */
const look_look = async (scene) => {
    const [operator, metrics, alerts, dashboards, gpus] = await (0,all_done/* allDone */.g)([
        observeOperator(scene),
        observeMetrics(scene),
        observeAlerts(scene),
        observeDashboards(scene),
        countGpus(scene),
    ]);
    const hops = new Map([...metrics.hops, ...alerts.hops, ...dashboards.hops]);
    return {
        paths: scene.resolution.paths.map((path) => observedPath(path, hops.get(path) ?? [])),
        conditions: [operator, metrics, alerts, dashboards, gpus].flatMap(({ conditions }) => conditions),
        gpus: gpus.nodes,
        conformance: await conformance(scene, gpus),
        firing: await firingAlerts(scene),
    };
};
/** Hops stand in the order in which the signal meets them, as those of the prediction do. */
const observedPath = ({ signal, subject, resource }, hops) => {
    const order = [...signal_path/* hopNames */.cz[signal], "arrives"];
    const inOrder = hops.toSorted((a, b) => order.indexOf(a.hop) - order.indexOf(b.hop));
    return { signal, subject, resource, sight: sightOfPath(signal, hops), hops: inOrder };
};
/** Without this a signal is on its way at best; whether somebody is told of an alert, only a drill shows. */
const decisive = { metrics: "arrives", alert: "operator-accepts-rule", dashboard: "arrives" };
const sightOfPath = (signal, hops) => {
    const isOpen = hops.some(({ hop, observed }) => hop === decisive[signal] && observed === "cannot-be-seen");
    const sight = sightOf(hops);
    return sight === "seen" && isOpen ? "cannot-be-seen" : sight;
};

;// CONCATENATED MODULE: ./build/src/verify/verify-stack.js







/** Prometheus scrapes every 30 s as the chart has it: more often there is little new to see. */
const verify_stack_pollMs = 5000;
/**
 * Looks until everything that the files promise is seen in the cluster, or the time is up; the last look is told. It
 * reads only. Throws OperatorError `cluster-unreachable` or `cancelled`; what does not answer is seen as such.
 */
const verifyStack = async (request) => {
    const { cluster, outside, inputs, resolution, isEnough } = request;
    const started = outside.now();
    const api = await cluster.openApi();
    const memory = { grafana: null };
    const waited = () => Math.round(outside.now() - started);
    const sceneNow = () => {
        const patienceMs = Math.max(0, inputs.verifyTimeoutMs - waited());
        return sceneOf({ resolution, api, addresses: inputs, outside, memory, patienceMs });
    };
    try {
        for (let looks = 1;; looks += 1) {
            const scene = sceneNow();
            const seen = await look_look(scene);
            const waitedMs = waited();
            const report = verify_stack_reportOf(seen, request, { waitedMs, looks, requests: scene.counter.count });
            if (isEnough?.(seen) ?? report.passed)
                return report;
            if (waitedMs + verify_stack_pollMs > inputs.verifyTimeoutMs) {
                await refuseUnreachable(api, cluster);
                return report;
            }
            outside.log.info(verify_stack_waitingLine(seen, waitedMs));
            await (0,kubectl_deadline/* pause */.v7)(verify_stack_pollMs, outside);
        }
    }
    finally {
        // A run that is cancelled asks nothing any more, and ends all the same.
        await Promise.allSettled([endGrafanaSession(sceneNow())]);
        await api.close();
    }
};
/** One look, before a deploy: what fires and what is not seen even then. Throws as `verifyStack` does. */
const lookBefore = async (request) => {
    const { cluster, outside, inputs, resolution } = request;
    const api = await cluster.openApi();
    const scene = sceneOf({ resolution, api, addresses: inputs, outside, memory: { grafana: null } });
    try {
        const before = (0,seen_before/* seenBefore */.v$)(await look_look(scene));
        if (before.lost.size > 0)
            await refuseUnreachable(api, cluster);
        return before;
    }
    finally {
        await Promise.allSettled([endGrafanaSession(scene)]);
        await api.close();
    }
};
/**
 * What is not seen because the API server has gone meanwhile is not lost. It tells its version to anybody who may log
 * in.
 */
const refuseUnreachable = async ({ ask }, { server }) => {
    const counter = { count: 0 };
    const answer = await readerOf(ask, server, "", counter).ask({ path: "/version" });
    if (answer.status !== null && answer.status < 500)
        return;
    throw new errors/* OperatorError */.nv("cluster-unreachable", answer.status === null
        ? `${answer.why}.`
        : `${server} cannot be reached any more: it was answered ${answer.status}.`, "Run it again once the API server answers: what does not arrive cannot be told from here.");
};
const verify_stack_reportOf = ({ paths, conditions, gpus, firing, conformance }, { before }, counts) => ({
    passed: [...paths, ...conditions].every(({ sight }) => sight !== "not-seen"),
    ...counts,
    paths,
    conditions: conditions.map(({ lacking: _, ...one }) => one),
    gpus,
    alerts: firing === null ? null : { before: before?.firing ?? null, firing },
    conformance,
});
/** One line for a person who waits. */
const verify_stack_waitingLine = ({ paths, conditions }, waitedMs) => {
    const missing = [...paths, ...conditions].filter(({ sight }) => sight === "not-seen");
    const named = missing.slice(0, 3).map(({ subject }) => subject);
    const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : "";
    return `Not seen after ${Math.round(waitedMs / 1000)} s: ${named.join(", ")}${more}`;
};

;// CONCATENATED MODULE: ./build/src/verify-stage.js







/**
 * The stage `verify`: what is seen in the cluster, then the drill, where that is asked for and nothing is lost before
 * it. Throws OperatorError `verify-failed`, and `unauthorized` where nothing may be looked at.
 */
const verifyStage = async (given, stages, looking = { before: null }) => {
    await stages.run("verify", async () => {
        const { verify } = await stages.keep({ verify: verifyStack({ ...given, ...looking }) });
        refuse((0,verify_failure/* verifyFailure */.SL)(verify) ?? (0,verify_failure/* blindness */.B7)(verify));
        if (!given.inputs.drill)
            return {};
        const { drill } = await stages.keep({ drill: runDrill({ ...given, planned: given.plannedDrill }) });
        refuse(drillTrouble(drill));
        return {};
    });
};
const refuse = (trouble) => {
    if (trouble !== null)
        throw trouble;
};
/**
 * How a deploy is verified: under its lock, once everything is ready; and where it was taken back, whether all is seen
 * again that was before. Null where `verify-timeout` is 0. Looks at the cluster as it is before the deploy, where that
 * changes something that is there.
 */
const verifyingDeploy = async (given, { plan, revision }, stages) => {
    const { inputs, outside } = given;
    if (inputs.verifyTimeoutMs === 0)
        return null;
    const before = revision !== null && (0,plan_planned/* changesAnything */.g)(plan) ? await lookBefore(given) : null;
    return async (when) => {
        if (when === "rolled-back")
            return await verifyBack(given, before);
        outside.log.info("Looking whether every signal arrives");
        return before === null
            ? await verifyFirst(given, stages)
            : await verifyAgainst(before, leftBy(plan, given.resolution), given, stages);
    };
};
const verifyFirst = async (given, stages) => {
    await verifyStage(given, stages);
    return passed;
};
const passed = { passed: true, message: "Everything that the files promise was seen.", hint: "" };
/** Whether a plan leaves the object of a signal as it is. */
const leftBy = ({ objects }, { world }) => {
    const left = new Set(objects.filter(({ action }) => action === "unchanged").map(({ ref }) => (0,resource_ref/* refKey */.XF)(ref)));
    return ({ resource }) => left.has((0,resource_ref/* refKey */.XF)({ ...resource, namespace: resource.namespace ?? world.releaseNamespace }));
};
/** What was lost before the deploy is no fault of it. Throws as `verifyStage` where anything else is lost. */
const verifyAgainst = async (before, isLeft, given, stages) => {
    let isAsItWas = false;
    const isEnough = (seen) => {
        isAsItWas = (0,seen_before/* isNoWorse */.wA)(seen, before, isLeft);
        return (0,seen_before/* lostIn */.gJ)(seen).size === 0;
    };
    try {
        await verifyStage(given, stages, { before, isEnough });
        return passed;
    }
    catch (thrown) {
        const error = (0,errors/* asOperatorError */.XJ)(thrown);
        if (!isAsItWas || error?.reason !== "verify-failed")
            throw thrown;
        const message = `${error.message}\nNone of it was seen before the deploy either, which has changed nothing of it.`;
        return { passed: false, message, hint: error.hint, isNoWorse: true };
    }
};
const verifyBack = async (given, before) => {
    if (before === null)
        return { passed: false, message: "Nobody had looked before the deploy.", hint: "" };
    let known = new Set();
    let isBack = false;
    const isEnough = (seen) => {
        known = (0,seen_before/* lostAsBefore */.kj)(seen, before);
        isBack = (0,seen_before/* isAsBefore */.si)(seen, before);
        return isBack;
    };
    const seen = await verifyStack({ ...given, before, isEnough });
    return isBack
        ? { passed: true, message: "Everything that was seen before the deploy is seen again.", hint: "" }
        : {
            passed: false,
            message: (0,verify_failure/* verifyFailure */.SL)(seen, known)?.message ?? "",
            hint: "Run mode: verify on the commit before, to see what does not arrive.",
        };
};

;// CONCATENATED MODULE: ./build/src/cluster-stages.js








/** `mode: verify`: what does not render promises nothing that could be seen. */
const verify = async ({ cluster, ...given }, stages) => {
    const { resolution } = stages.products();
    if (resolution === undefined)
        return stages.skip("verify", "the signals were not resolved");
    const outside = discreetly(given, stages);
    await verifyStage({ ...given, outside, cluster, resolution, plannedDrill: null }, stages);
};
/** From here on the log tells what a cluster answers, which may quote the objects it was sent. */
const discreetly = ({ inputs, outside }, stages) => ({
    ...outside,
    log: hidingLog(outside.log, (0,outcome/* hiderOf */.S2)(inputs, stages.products())),
});
/** The stages `plan` and, where the mode has it, `deploy`: what is deployed is what was planned, or approved. */
const planAndDeploy = async (rendering, stages) => {
    const { inputs, approved } = rendering;
    const products = stages.products();
    const discreet = discreetly(rendering, stages);
    // What a deploy needs of the plan holds secrets: it is no product of the run.
    const planning = planStage({ ...rendering, outside: discreet, products });
    const { plan } = await stages.run("plan", () => ({ plan: planning.then(({ product }) => product) }), ({ plan: { report } }) => (report.moved?.length ? "it is not what was approved" : null));
    (0,approved_plan/* refuseMoved */.E)(plan.report.moved ?? []);
    refuseImpossible(plan.report.content);
    if (!(0,mode/* modeNeeds */.ht)(inputs.mode).stages.includes("deploy"))
        return;
    const { planned, request, purpose } = await planning;
    const accept = (fresh) => (0,approved_plan/* refuseMoved */.E)((0,approved_plan/* movedSince */.y)(approved, fresh.plan, purpose));
    const { resolution } = products;
    // What is deployed has rendered, and so was resolved.
    if (resolution === undefined)
        throw new Error("a stack that was not resolved cannot be deployed");
    const given = { ...rendering, outside: discreet, resolution, plannedDrill: planned.plan.drill };
    const verify = await verifyingDeploy(given, planned, stages);
    if (verify === null)
        stages.skip("verify", "verify-timeout is 0s");
    await deployStack({ ...request, planned, accept, verify }, stepsIn(stages));
};
/** A deploy is two stages under one lock: what was written, and the way back where that failed. */
const stepsIn = (stages) => ({
    deploy: async (body) => (await stages.run("deploy", () => ({ deploy: body() }))).deploy,
    rollback: async (body) => {
        const incomplete = ({ rollback }) => rollback.outcome === "complete" ? null : "not everything is as it was";
        return (await stages.run("rollback", () => ({ rollback: body() }), incomplete)).rollback;
    },
    noRollback: (why) => stages.skip("rollback", why),
});


/***/ },

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

/***/ 7006:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ changesAnything)
/* harmony export */ });
/** Whether anything would be written at all. */
const changesAnything = ({ release, objects }) => release.action !== "none" || objects.some(({ action }) => action !== "unchanged");


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

(function (module, exports, require, __dirname) {"use strict";
exports.id = 702;
exports.ids = [702];
exports.modules = {

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

/***/ 19566:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ accessFailure),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   lD: () => (/* binding */ applyError),
/* harmony export */   zW: () => (/* binding */ unknownKindsIn),
/* harmony export */   zm: () => (/* binding */ conflictsIn)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79597);
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53325);
/* harmony import */ var _cluster_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85166);



/**
 * The API server's sentence, which kubectl and helm pass on: `conflict with "m" using v1: .data.x` for one field, and
 * for several `conflicts with "m" using v1:` followed by a line `- .data.x` each.
 */
const conflictsIn = (stderr) => [...stderr.matchAll(/conflicts? with "([^"]+)"([^:\n]*):[ \t]*(\.\S+)?((?:\n[ \t]*- \.\S+)*)/g)].map(([, manager, how, one, many]) => ({
    manager: manager ?? "",
    operation: how?.includes(" using ") ? "Update" : "Apply",
    fields: [
        ...(one === undefined ? [] : [one]),
        ...(many ?? "").split("\n").flatMap((line) => line.trim().slice(2) || []),
    ],
}));
/** The kinds that the cluster does not know, as kubectl tells them: `no matches for kind "X" in version "g/v"`. */
const unknownKindsIn = (stderr) => [...stderr.matchAll(/no matches for kind "([^"]+)" in version "([^"]+)"/g)].map(([, kind, apiVersion]) => ({
    kind: kind ?? "",
    apiVersion: apiVersion ?? "",
}));
/** What stands for the failure of several objects: owned elsewhere before no permission before anything else. */
const applyError = (refused, cluster) => ownedElsewhere(refused) ??
    accessFailure(refused.map(({ stderr }) => stderr).join("\n"), cluster) ??
    otherFailure(refused);
const ownedElsewhere = (refused) => {
    const lines = refused.flatMap(({ ref, stderr }) => conflictsIn(stderr).map(({ manager, fields }) => `  - ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)}: ${fields.join(", ")} (held by ${manager})`));
    if (lines.length === 0)
        return null;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("owned-elsewhere", `Other field managers hold fields that the tree sets to other values, and they are not taken from them:\n${lines.join("\n")}`, "Remove these fields from the tree, stop the other manager, or take them over once by hand: `kubectl apply --server-side --force-conflicts --field-manager=prometheus-stack-action -k <overlay>`. Nothing of these objects was changed.");
};
/** OperatorError `unauthorized` or `cluster-unreachable`, or null where access was not the trouble. */
const accessFailure = (stderr, { server }) => {
    const trouble = (0,_cluster_error_js__WEBPACK_IMPORTED_MODULE_2__/* .accessTrouble */ .E)(stderr);
    if (trouble === null)
        return null;
    if (trouble.kind === "unreachable")
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("cluster-unreachable", `${server} no longer answers: ${trouble.why}`, "Run the deploy again once it does: what is applied already stays, and is found unchanged.");
    return trouble.kind === "forbidden"
        ? new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("unauthorized", `The account on ${server} lacks the permission ${trouble.permission}: ${trouble.why}`, `Grant it ${trouble.permission}, with a Role or a ClusterRole, and run again.`)
        : new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("unauthorized", `${server} does not accept the credentials any more: ${trouble.why}`, "Deploy again with fresh credentials. A token that lives shorter than the deploy must be renewed by a credential plugin.");
};
const otherFailure = (refused) => {
    const unknown = refused.flatMap(({ stderr }) => unknownKindsIn(stderr));
    const lines = refused.map(({ ref, stderr }) => `  - ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(ref)}: ${told(stderr)}`);
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("apply-failed", `The cluster refused ${refused.length === 1 ? "an object" : `${refused.length} objects`}:\n${lines.join("\n")}`, unknown.length > 0
        ? "Install the operator that brings these kinds first, or add its CustomResourceDefinitions to base."
        : "Correct the objects in the tree and deploy again: what was applied already stays, and is found unchanged.");
};
/**
 * kubectl's or helm's words without prefixes, warnings and log lines (helm 4 says all twice); at most 1000 characters.
 */
const told = (stderr) => (0,_cluster_error_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutValues */ .l)(stderr)
    .trim()
    .split("\n")
    .filter((line) => !/^(?:Warning:|level=|[IWE]\d{4} |ensure CRDs are installed first)/.test(line))
    .map((line) => line.replace(/^(?:error|Error|Error from server(?: \(\w+\))?): (?:(?:UPGRADE|INSTALLATION) FAILED: )?/, ""))
    .join(" ")
    .slice(0, 1000);


/***/ },

/***/ 78383:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ objectsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30330);

/** The objects of `kubectl \u2026 -o json`: nothing for none, the object itself for one, a List for more. */
const objectsOf = (stdout) => {
    if (stdout.trim() === "")
        return [];
    const value = JSON.parse(stdout);
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return [];
    const { items } = value;
    return value["kind"] === "List" && Array.isArray(items) ? items.filter((item) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(item)) : [value];
};


/***/ },

/***/ 17488:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ permissionKey),
/* harmony export */   X1: () => (/* binding */ tellPermission),
/* harmony export */   eN: () => (/* binding */ needs)
/* harmony export */ });
/** `create on deployments.apps in namespace monitoring`. */
const tellPermission = ({ verb, group, resource, namespace, name }) => {
    if (resource.startsWith("/"))
        return `${verb} on ${resource}`;
    const what = `${group === "" ? resource : `${resource}.${group}`}${name === null ? "" : ` named ${name}`}`;
    return `${verb} on ${what}${namespace === null ? " in the whole cluster" : ` in namespace ${namespace}`}`;
};
/** The same permission has the same key. */
const permissionKey = ({ verb, group, resource, namespace, name }) => [verb, group, resource, namespace ?? "", name ?? ""].join("\n");
/** Several verbs on one resource. */
const needs = (verbs, on, why) => verbs.map((verb) => ({ name: null, ...on, verb, why }));


/***/ },

/***/ 59184:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ describeStamp),
/* harmony export */   Vp: () => (/* binding */ runUrl),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   es: () => (/* binding */ stampPrefix)
/* harmony export */ });
/** The annotations that say which repository, commit and run put an object there. */
const stampPrefix = "prometheus-stack-action.dev/";
const stampOf = (env) => {
    const [repository, commit, run] = [env["GITHUB_REPOSITORY"], env["GITHUB_SHA"], runUrl(env)];
    return Object.fromEntries(Object.entries({ repository, commit, run }).flatMap(([name, value]) => value ? [[`${stampPrefix}${name}`, value]] : []));
};
/** What `helm history` shows of a revision, e.g. `owner/name@0a1b2c3 https://\u2026`; empty where nothing is known. */
const describeStamp = (stamp) => {
    const [repository, commit, run] = ["repository", "commit", "run"].map((name) => stamp[`${stampPrefix}${name}`]);
    const revision = [repository, commit].filter((part) => part !== undefined).join("@");
    return [revision, run].filter((part) => part).join(" ");
};
/** The address of the run; undefined where the environment does not tell. */
const runUrl = (env) => {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    if (!repository || !run)
        return undefined;
    return `${env["GITHUB_SERVER_URL"] || "https://github.com"}/${repository}/actions/runs/${run}`;
};


/***/ },

/***/ 62158:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ leaseApi),
/* harmony export */   v: () => (/* binding */ lockNamespace)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79597);
/* harmony import */ var _kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19566);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _outside_command_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58114);





/** The namespace of every lock: see `acquireLock`. */
const lockNamespace = "default";
const leases = `/apis/coordination.k8s.io/v1/namespaces/${lockNamespace}/leases`;
/**
 * kubectl with `--raw`: no discovery, no other request, and no permission but `get`, `create` and `update` on leases.
 */
const leaseApi = (cluster, name) => {
    const own = `${leases}/${encodeURIComponent(name)}`;
    const ask = (verb, path, body, { timeoutMs = 20_000, signal, patience } = {}) => cluster.kubectl((0,_outside_command_line_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .a)({
        verb: body === null ? [verb] : [verb, "--filename=-"],
        flags: [
            ["raw", path],
            ["request-timeout", `${Math.ceil(timeoutMs / 1000)}s`],
        ],
    }), {
        timeoutMs,
        ...(body === null ? {} : { stdin: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
        ...(patience === undefined ? {} : { patience }),
    });
    const answer = ({ code, stdout, stderr }, unless) => {
        if (code !== 0 && unless.test(stderr))
            return null;
        const value = code === 0 ? JSON.parse(stdout) : null;
        if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value))
            return value;
        throw ((0,_kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .accessFailure */ .$s)(stderr, cluster) ??
            new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("apply-failed", `The lock (Lease ${lockNamespace}/${name}) cannot be had: ${(0,_kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .told */ .Ev)(stderr)}`, "Nothing was changed. Correct what the message names and deploy again."));
    };
    return {
        name,
        read: async (request) => answer(await ask("get", own, null, request), /\(NotFound\)/),
        create: async (body, request) => answer(await ask("create", leases, body, request), /\(AlreadyExists\)/),
        replace: async (body, request) => answer(await ask("replace", own, body, request), /\((?:Conflict|AlreadyExists)\)/),
        serverTime: async (request) => {
            // The server says when it would have made the object; no name is taken.
            const metadata = { generateName: "prometheus-stack-action-" };
            const probe = { apiVersion: "coordination.k8s.io/v1", kind: "Lease", metadata };
            const made = answer(await ask("create", `${leases}?dryRun=All`, probe, request), /^$/);
            return Date.parse((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrEmpty */ ._c)(made ?? {}, ["metadata", "creationTimestamp"]));
        },
    };
};


/***/ },

/***/ 52243:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IZ: () => (/* binding */ acquireLock),
  l4: () => (/* binding */ lockName),
  Y2: () => (/* binding */ readLockHistory)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/kubectl/deadline.js
var deadline = __webpack_require__(70551);
// EXTERNAL MODULE: ./build/src/kubectl/stamp.js
var stamp = __webpack_require__(59184);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/lock/lease/lease-api.js
var lease_api = __webpack_require__(62158);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
;// CONCATENATED MODULE: ./build/src/lock/lease/lease-record.js



const longestText = 200;
const mostFormer = 10;
const longestFormer = 8192;
const formerAnnotation = `${stamp/* stampPrefix */.es}former`;
/** Reads a Lease that the API server answered. Never throws. */
const readLease = (body) => {
    const annotation = (name) => {
        const text = (0,json_fields/* textAt */.$6)(body, ["metadata", "annotations", `${stamp/* stampPrefix */.es}${name}`]);
        return text === null ? null : printable(text);
    };
    const seconds = (0,manifest/* valueAt */.f)(body, ["spec", "leaseDurationSeconds"]);
    return {
        body,
        holder: printable((0,json_fields/* textOrEmpty */._c)(body, ["spec", "holderIdentity"])),
        durationMs: typeof seconds === "number" && seconds > 0 ? seconds * 1000 : null,
        acquiredAt: timeIn((0,manifest/* valueAt */.f)(body, ["spec", "acquireTime"])),
        renewedAt: timeIn((0,manifest/* valueAt */.f)(body, ["spec", "renewTime"])),
        transitions: (0,json_fields/* numberAt */.tk)(body, ["spec", "leaseTransitions"]),
        run: annotation("run"),
        commit: annotation("commit"),
        reason: annotation("reason"),
        former: formerIn((0,json_fields/* textOrEmpty */._c)(body, ["metadata", "annotations", formerAnnotation])),
    };
};
/**
 * The Lease to be sent. With the `resourceVersion` of `before` the API server takes it only where nobody was faster;
 * labels and annotations of others stay.
 */
const leaseBody = (name, content, before) => {
    const { managedFields: _managedFields, ...metadata } = (0,json_fields/* objectAt */.lJ)(before ?? {}, ["metadata"]);
    const others = Object.entries((0,json_fields/* objectAt */.lJ)(metadata, ["annotations"])).filter(([key]) => !key.startsWith(stamp/* stampPrefix */.es));
    const former = content.former
        .slice(0, mostFormer)
        .map(({ run, from, until }) => ({ run, from: microTime(from), until: microTime(until) }));
    return {
        apiVersion: "coordination.k8s.io/v1",
        kind: "Lease",
        metadata: {
            ...metadata,
            name,
            annotations: {
                ...Object.fromEntries(others),
                ...content.stamp,
                [`${stamp/* stampPrefix */.es}reason`]: content.reason.slice(0, longestText),
                ...(former.length === 0 ? {} : { [formerAnnotation]: JSON.stringify(former) }),
            },
        },
        spec: {
            holderIdentity: content.holder,
            leaseDurationSeconds: Math.ceil(content.durationMs / 1000),
            acquireTime: microTime(content.acquiredAt),
            renewTime: microTime(content.renewedAt),
            leaseTransitions: content.transitions,
        },
    };
};
/** The time of a holder that did not give the lock back until `now`; none where nobody holds it. */
const expiredHolder = ({ holder, run, acquiredAt, renewedAt, durationMs }, now) => holder === "" || acquiredAt === null || renewedAt === null || durationMs === null
    ? []
    : [{ run, from: acquiredAt, until: Math.min(now, renewedAt + durationMs) }];
/** A time for a person; `?` where it is not known. */
const tellTime = (ms) => (ms === null ? "?" : new Date(ms).toISOString());
/** The form of Kubernetes' MicroTime. */
const microTime = (ms) => new Date(ms).toISOString().replace("Z", "000Z");
/** Texts of others go into messages: in one line, and not for ever. */
const printable = (text) => text
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "\ufffd");
const timeIn = (value) => {
    const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isFinite(ms) ? ms : null;
};
const formerIn = (text) => {
    if (text.length > longestFormer)
        return [];
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return [];
    }
    const items = Array.isArray(value) ? value.slice(0, mostFormer) : [];
    return items.filter(manifest/* isObject */.G).flatMap((item) => {
        const [from, until, run] = [timeIn(item["from"]), timeIn(item["until"]), (0,json_fields/* textAt */.$6)(item, ["run"])];
        return from === null || until === null ? [] : [{ run: run === null ? null : printable(run), from, until }];
    });
};

;// CONCATENATED MODULE: ./build/src/lock/lease/hold-lease.js





/**
 * Renews a Lease until it is stopped, also while the run is being cancelled: what the run still does then is done under
 * the lock.
 */
const holdLease = ({ api, content, body: acquired, times, clock }) => {
    const lost = new AbortController();
    const stopped = new AbortController();
    const over = AbortSignal.any([lost.signal, stopped.signal]);
    let body = acquired;
    let trouble = null;
    const giveUp = () => lost.abort(notRenewed(api.name, times, trouble));
    let limit = setTimeout(giveUp, times.stopAfterMs).unref();
    const renew = async () => {
        const renewedAt = clock();
        // Tried again from here, by the lock's own times.
        const request = { signal: over, timeoutMs: times.renewEveryMs, patience: deadline/* noTime */.$A };
        const renewed = await put({ ...content, renewedAt }, request);
        if (renewed === null)
            return false;
        body = renewed;
        clearTimeout(limit);
        // Counted from before the request: that is what it says.
        limit = setTimeout(giveUp, Math.max(0, times.stopAfterMs - (clock() - renewedAt))).unref();
        return true;
    };
    /** Null where it has to be tried again, or was lost. */
    const put = async (renewed, request) => {
        const answer = await api.replace(leaseBody(api.name, renewed, body), request);
        if (answer !== null)
            return answer;
        const now = await api.read(request);
        // Deleted by hand while this run lives: that must not let two deploy at once.
        if (now === null)
            return api.create(leaseBody(api.name, renewed, null), request);
        if (readLease(now).holder === content.holder)
            body = now;
        else
            lost.abort(takenAway(api.name, now));
        return null;
    };
    const renewing = (async () => {
        for (let pauseMs = times.renewEveryMs; !over.aborted;) {
            await (0,promises_.setTimeout)(pauseMs, undefined, { signal: over, ref: false });
            try {
                pauseMs = (await renew()) ? times.renewEveryMs : 0;
            }
            catch (thrown) {
                trouble = thrown;
                pauseMs = times.retryEveryMs;
            }
        }
    })().catch(() => { });
    return {
        signal: lost.signal,
        async stop() {
            clearTimeout(limit);
            stopped.abort();
            await renewing;
            return body;
        },
    };
};
const takenAway = (name, now) => {
    const { holder, run } = readLease(now);
    return new errors/* OperatorError */.nv("locked", `The lock (Lease ${lease_api/* lockNamespace */.v}/${name}) was taken away from this run${holder === "" ? "" : `: ${run ?? holder} holds it`}. What this run was doing was stopped.`, "Let the other run end, then deploy again: what is applied already stays, and is found unchanged.");
};
const notRenewed = (name, times, trouble) => {
    const [reason, why] = trouble instanceof errors/* OperatorError */.nv && trouble.reason !== "cancelled"
        ? [trouble.reason, ` (${trouble.message})`]
        : ["cluster-unreachable", ""];
    return new errors/* OperatorError */.nv(reason === "timeout" ? "cluster-unreachable" : reason, `The lock (Lease ${lease_api/* lockNamespace */.v}/${name}) could not be renewed for ${Math.round(times.stopAfterMs / 1000)} s${why}. What this run was doing was stopped, before another run may take the lock over.`, "Deploy again once the API server answers: what is applied already stays, and is found unchanged.", { cause: trouble });
};

;// CONCATENATED MODULE: ./build/src/lock/lease/lease-verdict.js
const usualTimes = {
    lastsMs: 60_000,
    renewEveryMs: 15_000,
    retryEveryMs: 3000,
    stopAfterMs: 45_000,
    skewMs: 5000,
    watchAtMostMs: 75_000,
    watchEveryMs: 3000,
};
/**
 * `now` is the API server's clock, in which our own holders write: whether a lock has expired depends on no runner's.
 * A time that cannot be right, also one in the future, says nothing: then only that the record does not change for as
 * long as it says it lasts is a sign, as client-go's leader election takes it.
 */
const judgeLease = ({ holder, durationMs, renewedAt }, now, times) => {
    if (holder === "")
        return { is: "free" };
    if (durationMs === null)
        return { is: "senseless" };
    if (renewedAt === null || renewedAt > now + times.skewMs) {
        const watchMs = durationMs + times.skewMs;
        return watchMs > times.watchAtMostMs ? { is: "senseless" } : { is: "doubtful", watchMs, late: true };
    }
    const left = renewedAt + durationMs + times.skewMs - now;
    if (left <= 0)
        return { is: "expired" };
    if (left > times.watchAtMostMs)
        return { is: "held" };
    // One renewal may be late; after two the holder is probably gone.
    return { is: "doubtful", watchMs: left, late: now - renewedAt > 2 * times.renewEveryMs };
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/lock/lease/take-lease.js






/** Each time somebody else was faster; then that one holds it, and this is found out the next time. */
const mostAttempts = 5;
/**
 * Takes a Lease that is free, that is not there, or whose holder is gone; one that `patience` is for is waited for.
 * Throws OperatorError `locked`.
 */
const takeLease = async (taking) => {
    const waited = openWait(taking);
    let seen = null;
    for (let attempt = 0; attempt < mostAttempts;) {
        const body = await taking.api.read();
        seen = body === null ? null : readLease(body);
        // The server took it, and its answer was lost.
        if (seen?.holder === taking.mine.holder)
            return takenAlready(seen, taking);
        if (seen !== null && (await untilGone(seen, taking, waited)) === "look-again")
            continue;
        const taken = await take(seen, taking);
        if (taken !== null)
            return taken;
        attempt += 1;
    }
    throw lockedBy(seen, taking, "renewed");
};
/** Null where somebody was faster. */
const take = async (before, { api, mine, clock, outside }) => {
    const now = clock();
    const content = {
        ...mine,
        acquiredAt: now,
        renewedAt: now,
        transitions: before === null ? 0 : Math.min(before.transitions + 1, 2 ** 31 - 1),
        former: before === null ? [] : [...expiredHolder(before, now), ...before.former],
    };
    const sent = leaseBody(api.name, content, before?.body ?? null);
    const body = before === null ? await api.create(sent) : await api.replace(sent);
    if (body !== null && before !== null && before.holder !== "")
        outside.log.info(`The lock of ${whose(before)} has expired, and was taken over.`);
    return body === null ? null : { content, body };
};
const takenAlready = (seen, { mine, clock }) => {
    const now = clock();
    const { body, acquiredAt, renewedAt, transitions, former } = seen;
    return {
        body,
        content: { ...mine, acquiredAt: acquiredAt ?? now, renewedAt: renewedAt ?? now, transitions, former },
    };
};
/**
 * Resolves where the record may be replaced, or where it is another by now; throws `locked` where somebody is behind
 * it, or may be, who is not waited for. A holder at work renews its lock, and one that was killed just now does not:
 * whether it does is looked at first.
 */
const untilGone = async (seen, taking, waited) => {
    const { clock, times, outside } = taking;
    const verdict = judgeLease(seen, clock(), times);
    if (verdict.is === "free" || verdict.is === "expired")
        return "gone";
    if (verdict.is === "senseless")
        throw lockedBy(seen, taking, "senseless");
    if (verdict.is === "held") {
        await waited(seen);
        return "look-again";
    }
    const seconds = Math.ceil(verdict.watchMs / 1000);
    outside.log.info(`The lock is held by ${whose(seen)}${verdict.late ? ", which does not renew it: watching it for" : ": watching whether it is renewed, for up to"} ${seconds} s.`);
    const end = outside.now() + verdict.watchMs;
    while (outside.now() < end) {
        await (0,deadline/* pause */.v7)(Math.min(times.watchEveryMs, Math.max(1, end - outside.now())), outside);
        const body = await taking.api.read();
        const now = body === null ? null : readLease(body);
        // Deleted or given back: whoever comes first takes it.
        if (now === null || now.holder === "")
            return "look-again";
        if ((0,external_node_util_.isDeepStrictEqual)(now.body["spec"], seen.body["spec"]))
            continue;
        await waited(now);
        return "look-again";
    }
    return "gone";
};
const tellEveryMs = 30_000;
const openWait = (taking) => {
    const { patience, outside, times } = taking;
    const began = outside.now();
    let holder = "";
    let isWaitedFor = false;
    let told = Number.NEGATIVE_INFINITY;
    return async (seen) => {
        if (seen.holder !== holder) {
            isWaitedFor = seen.commit !== null && (await patience.waitsFor(seen.commit));
            holder = seen.holder;
            told = Number.NEGATIVE_INFINITY;
        }
        const left = patience.deadline.left();
        const waitedMs = outside.now() - began;
        if (!isWaitedFor || left === 0)
            throw lockedBy(seen, taking, "renewed", isWaitedFor ? waitedMs : 0);
        if (outside.now() - told >= tellEveryMs) {
            told = outside.now();
            outside.log.info(`Another run deploys an older commit, and this one waits for it: ${whose(seen)}, for ${Math.ceil(left / 1000)} s at most.`);
        }
        await (0,deadline/* pause */.v7)(Math.min(times.watchEveryMs, left), outside);
    };
};
/** Who holds a lock, as far as anybody said it. */
const whose = ({ holder, run }) => (run === null ? holder : `${run} (${holder})`);
const lockedBy = (seen, { api, release, times }, why, waitedMs = 0) => {
    const what = `release ${release.namespace}/${release.name}`;
    if (seen === null)
        return new errors/* OperatorError */.nv("locked", `Other runs are taking the lock of ${what}.`, "Wait for them, then run again.");
    const { acquiredAt, renewedAt, durationMs, reason, commit } = seen;
    const purpose = [reason, commit === null ? null : `commit ${commit}`].filter((part) => part !== null).join(", ");
    const since = `since ${tellTime(acquiredAt)}, renewed last at ${tellTime(renewedAt)}`;
    if (why === "renewed")
        return new errors/* OperatorError */.nv("locked", `Another run is at work on ${what}: ${whose(seen)}${purpose === "" ? "" : `, for ${purpose}`}, ${since}.${waitedMs === 0 ? "" : ` It was waited for, ${Math.round(waitedMs / 1000)} s.`}`, `Wait until it has ended, then run again. If it was killed, its lock expires by itself ${Math.ceil((durationMs ?? times.lastsMs) / 1000)} s after the last renewal. Nothing was changed.`);
    return new errors/* OperatorError */.nv("locked", `The lock of ${what} (Lease ${lease_api/* lockNamespace */.v}/${api.name}) is held by ${whose(seen)}, ${since}, for ${durationMs === null ? "?" : durationMs / 1000} s: no run of this action writes such times, so nobody can tell when it expires.`, `If nobody deploys this release now, delete it: \`kubectl delete lease ${api.name} --namespace=${lease_api/* lockNamespace */.v}\`. Nothing was changed.`);
};

;// CONCATENATED MODULE: ./build/src/lock/lock.js









/**
 * Takes the lock of a release: a Lease (coordination.k8s.io/v1) that is renewed until it is given back, and taken over
 * from a holder only when that has expired. All of it by the API server's clock, whatever the runners' say.
 *
 * The Lease is in the namespace `default` always. Two first installs must meet at one place, and the release's
 * namespace is not there before the first; moving the lock once it is would leave a moment with two. `default` is in
 * every cluster and cannot be deleted (kube-apiserver's NamespaceLifecycle), and nothing of the system is in it, as is
 * in kube-system. What it takes is a Role there: `create` on leases, `get` and `update` on this one by its name.
 *
 * Throws OperatorError `locked` where another run holds it, `unauthorized`, `cluster-unreachable`, `cancelled` or
 * `apply-failed`.
 */
const acquireLock = async (request) => {
    const { cluster, outside, release, reason, times = usualTimes, patience = impatience } = request;
    const api = (0,lease_api/* leaseApi */.j)(cluster, lockName(release));
    const clock = await serverClock(api, outside);
    const mine = {
        holder: holderOf(outside.env),
        durationMs: times.lastsMs,
        stamp: (0,stamp/* stampOf */.Zs)(outside.env),
        reason,
    };
    const taking = { api, mine, clock, times, outside, release, patience };
    const taken = await takeLease(taking).catch(async (thrown) => {
        if (!(thrown instanceof errors/* OperatorError */.nv && thrown.reason === "locked"))
            await leaveUntaken(taking);
        throw thrown;
    });
    const held = holdLease({ api, ...taken, times, clock });
    let given;
    return {
        name: `Lease ${lease_api/* lockNamespace */.v}/${api.name}`,
        signal: held.signal,
        former: taken.content.former,
        turn: taken.content.transitions,
        release: ({ isUnfinished } = { isUnfinished: false }) => {
            given ??= giveBack(held, { ...taken.content, isUnfinished }, { api, clock, outside });
            return given;
        },
    };
};
const impatience = { waitsFor: async () => false, deadline: { left: () => 0 } };
/**
 * What whoever takes the lock next would be told, and which turn that would be: for a plan, which takes none. Throws as
 * `acquireLock` does, but for `locked`.
 */
const readLockHistory = async ({ cluster, release, }) => {
    const body = await (0,lease_api/* leaseApi */.j)(cluster, lockName(release)).read();
    if (body === null)
        return { former: [], turn: 0, holder: null };
    const record = readLease(body);
    const { holder, run, former, transitions } = record;
    return {
        former: [...expiredHolder(record, Number.POSITIVE_INFINITY), ...former],
        turn: transitions + 1,
        holder: holder === "" ? null : (run ?? holder),
    };
};
/**
 * The name of a release's Lease: at most 141 of the 253 characters that a name may have. A namespace has no dot, so no
 * two releases share one.
 */
const lockName = ({ name, namespace }) => `prometheus-stack-action.${namespace}.${name}`;
/** The API server's clock, by one answer and by what has passed since; it is right within a second or two. */
const serverClock = async (api, { now }) => {
    const time = await api.serverTime();
    if (!Number.isFinite(time))
        throw new errors/* OperatorError */.nv("apply-failed", `The API server does not say what time it is: its answer for a Lease in namespace ${lease_api/* lockNamespace */.v} has no creationTimestamp.`, "Nothing was changed. Look for a proxy or a webhook that changes its answers.");
    const at = now();
    return () => Math.round(time + 500 + now() - at);
};
/** A run that is started again is another holder than before, also where GitHub counts it as the same attempt. */
const holderOf = (env) => {
    const [run, attempt] = [env["GITHUB_RUN_ID"], env["GITHUB_RUN_ATTEMPT"]].map((text) => text !== undefined && /^\d{1,20}$/.test(text) ? text : null);
    const whose = run === null || run === undefined ? "local" : `run-${run}${attempt ? `-${attempt}` : ""}`;
    return `${whose}-${(0,external_node_crypto_.randomUUID)()}`;
};
const usualReleaseMs = 10_000;
const cancelledReleaseMs = 2000;
/**
 * The holder is emptied: never by deleting, and never another's. A run that was ended leaves when it was at work: its
 * helm may have been killed. One that came to its own end leaves nothing, for what is pending then is not its.
 */
const giveBack = async (held, { isUnfinished, ...content }, { api, clock, outside }) => {
    const request = lastRequest(outside);
    try {
        const last = await held.stop();
        const now = clock();
        const run = Object.entries(content.stamp).find(([name]) => name.endsWith("/run"))?.[1] ?? null;
        const wasEnded = outside.signal.aborted || held.signal.aborted || isUnfinished;
        const ended = wasEnded ? [{ run, from: content.acquiredAt, until: now }] : [];
        const free = { ...content, holder: "", renewedAt: now, former: [...ended, ...content.former] };
        const give = (before) => api.replace(leaseBody(api.name, free, before), request);
        if ((await give(last)) !== null)
            return true;
        const changed = await api.read(request);
        if (changed === null || readLease(changed).holder !== content.holder)
            return true;
        return (await give(changed)) !== null;
    }
    catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        outside.log.info(`Lease ${lease_api/* lockNamespace */.v}/${api.name} could not be given back (${why}); it expires ${Math.ceil(content.durationMs / 1000)} s after its last renewal.`);
        return false;
    }
};
const lastRequest = ({ signal, now }) => {
    const timeoutMs = signal.aborted ? cancelledReleaseMs : usualReleaseMs;
    return { signal: AbortSignal.timeout(timeoutMs), timeoutMs, patience: (0,deadline/* deadlineIn */._5)(timeoutMs, now) };
};
/** A request for the lock may have gone well although nobody heard the answer: then the lock is given back. */
const leaveUntaken = async ({ api, mine, outside, clock }) => {
    const request = lastRequest(outside);
    try {
        const body = await api.read(request);
        if (body === null)
            return;
        const seen = readLease(body);
        if (seen.holder !== mine.holder)
            return;
        const now = clock();
        const times = { acquiredAt: seen.acquiredAt ?? now, renewedAt: now };
        const free = { ...mine, ...times, holder: "", transitions: seen.transitions, former: seen.former };
        await api.replace(leaseBody(api.name, free, body), request);
    }
    catch {
        // It expires.
    }
};


/***/ },

/***/ 67847:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ missingPermissions)
});

// EXTERNAL MODULE: ./build/src/kubectl/kubectl-output.js
var kubectl_output = __webpack_require__(78383);
// EXTERNAL MODULE: ./build/src/kubectl/permission.js
var permission = __webpack_require__(17488);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/outside/command-line.js
var command_line = __webpack_require__(58114);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
;// CONCATENATED MODULE: ./build/src/plan/access/held-rules.js

const heldRulesIn = (review) => ({
    resources: (0,json_fields/* objectsAt */.yR)(review, ["status", "resourceRules"]),
    paths: (0,json_fields/* objectsAt */.yR)(review, ["status", "nonResourceRules"]),
});
/** Whether the rules of a place grant a permission there; `*` asked for is granted by `*` alone. */
const isHeld = ({ resources, paths }, permission) => permission.resource.startsWith("/")
    ? paths.some((rule) => has(rule, "verbs", permission.verb) && hasPath(rule, permission.resource))
    : resources.some((rule) => grants(rule, permission));
const grants = (rule, { verb, group, resource, name }) => {
    const names = (0,json_fields/* textsAt */.i1)(rule, ["resourceNames"]);
    return (has(rule, "verbs", verb) &&
        has(rule, "apiGroups", group) &&
        (has(rule, "resources", resource) || has(rule, "resources", `*/${resource.split("/")[1] ?? ""}`)) &&
        (names.length === 0 || (name !== null && names.includes(name))));
};
const has = (rule, field, wanted) => (0,json_fields/* textsAt */.i1)(rule, [field]).some((one) => one === "*" || one === wanted);
/** `/metrics/*` stands for all that begins with it. */
const hasPath = (rule, wanted) => (0,json_fields/* textsAt */.i1)(rule, ["nonResourceURLs"]).some((one) => one === wanted || (one.endsWith("*") && wanted.startsWith(one.slice(0, -1))));

;// CONCATENATED MODULE: ./build/src/plan/access/access.js





/**
 * Which of these permissions this account lacks, by kind where it lacks them for each object of one: a
 * SelfSubjectRulesReview a namespace tells what it has, and what that does not show (an authorizer that is asked over
 * the network) is asked for one by one. Null where the cluster does not tell.
 */
const missingPermissions = async (needed, cluster) => {
    if (needed.length === 0)
        return [];
    const all = [...new Map(needed.map((need) => [(0,permission/* permissionKey */.$5)(need), need])).values()];
    const places = [...new Set(all.map(({ namespace }) => namespace ?? nowhere).concat(nowhere))];
    const reviews = await review(places.map(rulesReview), cluster);
    if (reviews === null)
        return null;
    const rules = new Map(places.map((place, index) => [place, heldRulesIn(reviews[index])]));
    const isKnown = (one) => isHeld(rules.get(one.namespace ?? nowhere) ?? noRules, one);
    const open = all.filter((need) => !isKnown(need) && !(need.unless !== undefined && isKnown(need.unless)));
    const missing = await notAllowed(open, cluster);
    return missing === null ? null : byKind(missing, all);
};
/**
 * No namespace can have this name, so that no RoleBinding is in it: what holds there holds in the whole cluster, while
 * the rules of any other namespace do not say which of them are its own.
 */
const nowhere = "no.namespace";
const noRules = { resources: [], paths: [] };
/** First for all objects of a kind, then by name what is not allowed so, then what stands for it. */
const notAllowed = async (open, cluster) => {
    let left = open;
    const attempts = [
        (need) => ({ ...need, name: null }),
        (need) => (need.name === null ? undefined : need),
        ({ unless }) => unless,
    ];
    for (const asked of attempts) {
        const questions = new Map(left.flatMap((need) => {
            const one = asked(need);
            return one === undefined ? [] : [[(0,permission/* permissionKey */.$5)(one), one]];
        }));
        const keys = [...questions.keys()];
        const answers = keys.length === 0 ? [] : await review([...questions.values()].map(accessReview), cluster);
        if (answers === null)
            return null;
        const allowed = new Set(keys.filter((_key, index) => (0,manifest/* valueAt */.f)(answers[index], ["status", "allowed"]) === true));
        left = left.filter((need) => {
            const one = asked(need);
            return one === undefined || !allowed.has((0,permission/* permissionKey */.$5)(one));
        });
    }
    return left;
};
/** One permission without a name stands for those on several objects, where each of them lacks. */
const byKind = (missing, all) => {
    const kindKey = (one) => (0,permission/* permissionKey */.$5)({ ...one, name: null });
    const wanted = Map.groupBy(all, kindKey);
    return [...Map.groupBy(missing, kindKey)].flatMap(([key, lacking]) => {
        const [first] = lacking;
        const isWhole = lacking.length === wanted.get(key)?.length && lacking.length > 1;
        return first !== undefined && (isWhole || lacking.some(({ name }) => name === null))
            ? [permissionOf({ ...first, name: null })]
            : lacking.map(permissionOf);
    });
};
const permissionOf = ({ verb, group, resource, namespace, name }) => ({
    ...{ verb, group, resource, namespace, name },
});
const rulesReview = (namespace) => ({
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectRulesReview",
    spec: { namespace },
});
const accessReview = ({ verb, group, resource, namespace, name }) => {
    const [kind = "", subresource] = resource.split("/");
    const attributes = {
        ...{ verb, group, resource: kind },
        ...(subresource === undefined ? {} : { subresource }),
        ...(namespace === null ? {} : { namespace }),
        ...(name === null ? {} : { name }),
    };
    const asked = resource.startsWith("/")
        ? { nonResourceAttributes: { verb, path: resource } }
        : { resourceAttributes: attributes };
    return { apiVersion: "authorization.k8s.io/v1", kind: "SelfSubjectAccessReview", spec: asked };
};
/** The answers in the order of the questions; everybody who is authenticated may ask. */
const review = async (questions, cluster) => {
    const stdin = questions.map((one) => `---\n${JSON.stringify(one)}\n`).join("");
    // To validate what it sends kubectl would list all CustomResourceDefinitions, and fail where it may not.
    const verb = ["create", "--validate=false", "--filename=-", "--output=json"];
    const done = await cluster.kubectl((0,command_line/* commandLine */.a)({ verb }), { stdin });
    // `kubectl create` prints one object after the other, and no List.
    const answers = done.stdout.split(/^(?=\{)/m).flatMap(kubectl_output/* objectsOf */.i);
    return done.code === 0 && answers.length === questions.length ? answers : null;
};


/***/ },

/***/ 97272:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nd: () => (/* binding */ deployingNeeds),
  He: () => (/* binding */ tryingNeeds)
});

// UNUSED EXPORTS: optionalDeployingNeeds

// EXTERNAL MODULE: ./build/src/kubectl/permission.js
var permission = __webpack_require__(17488);
// EXTERNAL MODULE: ./build/src/lock/lock.js + 4 modules
var lock = __webpack_require__(52243);
// EXTERNAL MODULE: ./build/src/plan/objects/landing.js
var landing = __webpack_require__(22252);
// EXTERNAL MODULE: ./build/src/plan/order/deployed-state.js
var deployed_state = __webpack_require__(61337);
// EXTERNAL MODULE: ./build/src/plan/access/reading-needs.js
var reading_needs = __webpack_require__(54447);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
;// CONCATENATED MODULE: ./build/src/plan/access/role-needs.js



const rbac = "rbac.authorization.k8s.io";
/**
 * What whoever writes these objects must have, where they are roles or bindings of such: all that a role grants, or
 * `escalate` on it; all that a bound role grants, or `bind` on it. `known` are all roles of the plan, also those that
 * stay as they are; what another role grants only the server knows, and its dry run tells.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping
 */
const roleNeeds = (written, known) => [
    ...written.filter(isRole).flatMap((role) => granted(role, role.ref.namespace, "escalate")),
    ...written.filter(isBinding).flatMap((binding) => {
        const role = known.find((one) => isRole(one) && isBoundBy(one, binding));
        return role === undefined ? [] : granted(role, binding.ref.namespace, "bind");
    }),
];
const isOf = ({ ref }, kinds) => ref.apiVersion.startsWith(`${rbac}/`) && kinds.includes(ref.kind);
const isRole = (one) => isOf(one, ["Role", "ClusterRole"]);
const isBinding = (one) => isOf(one, ["RoleBinding", "ClusterRoleBinding"]);
const isBoundBy = ({ ref }, binding) => ref.kind === (0,json_fields/* textOrEmpty */._c)(binding.body, ["roleRef", "kind"]) &&
    ref.name === (0,json_fields/* textOrEmpty */._c)(binding.body, ["roleRef", "name"]) &&
    (ref.namespace === null || ref.namespace === binding.ref.namespace);
const granted = ({ ref, body }, namespace, verb) => {
    const resource = ref.kind === "Role" ? "roles" : "clusterroles";
    // A ClusterRole is escalated in the whole cluster, and bound where the binding is.
    const unless = { verb, group: rbac, resource, namespace, name: ref.name };
    return (0,json_fields/* objectsAt */.yR)(body, ["rules"]).flatMap((rule) => {
        const verbs = (0,json_fields/* textsAt */.i1)(rule, ["verbs"]);
        const names = (0,json_fields/* textsAt */.i1)(rule, ["resourceNames"]);
        const paths = (0,json_fields/* textsAt */.i1)(rule, ["nonResourceURLs"]).map((path) => ({ group: "", resource: path, namespace: null }));
        const resources = (0,json_fields/* textsAt */.i1)(rule, ["apiGroups"]).flatMap((group) => (0,json_fields/* textsAt */.i1)(rule, ["resources"]).map((one) => ({ group, resource: one, namespace })));
        return [...paths, ...resources]
            .flatMap((on) => (names.length === 0 ? [null] : names).flatMap((name) => (0,permission/* needs */.eN)(verbs, { ...on, name }, reading_needs/* whys */.iZ.grants)))
            .map((need) => ({ ...need, unless }));
    });
};

;// CONCATENATED MODULE: ./build/src/plan/access/deploying-needs.js






/** What trying the drafts asks for: a server-side apply is a patch, and of a new object a create by its name. */
const tryingNeeds = (drafts, around) => {
    const tried = drafts.filter(({ layer, action, unverified }) => layer !== "crds" && writes.includes(action) && unverified === null);
    return [
        ...tried.flatMap((draft) => applied(draft, around, reading_needs/* whys */.iZ.apply)),
        ...roleNeeds(tried.flatMap(wantedOf), drafts.flatMap(wantedOf)),
    ];
};
/** Everything that carrying the drafts out asks for, beside what the plan reads itself. */
const deployingNeeds = (deployment) => {
    const { drafts, hooks, upgrades, waitsIn } = deployment;
    const waiting = waitsIn.flatMap((namespace) => waitNeeds(namespace, workloads));
    const changing = upgrades || drafts.some(({ layer, action }) => layer !== "release" && action !== "unchanged");
    if (!changing)
        return waiting;
    const done = drafts.filter(({ layer }) => layer !== "release" || upgrades);
    const written = [
        ...done.filter(({ action }) => writes.includes(action)).flatMap(wantedOf),
        ...(upgrades ? hooks : []),
    ];
    return [
        ...lockAndState(deployment),
        ...done.flatMap((draft) => draftNeeds(draft, deployment)),
        ...(upgrades ? helmNeeds(deployment) : []),
        ...roleNeeds(written, [...drafts.flatMap(wantedOf), ...hooks]),
        ...waiting,
        ...[...new Set([deployment.release.namespace, ...waitsIn])].flatMap((namespace) => waitNeeds(namespace, evidence)),
        ...(deployment.goesBack ? rollbackNeeds(done, deployment) : []),
    ];
};
const writes = ["create", "update"];
const wantedOf = ({ ref, wanted }) => wanted === null ? [] : [{ ref, body: wanted }];
const applied = ({ ref, live }, { api }, why) => (0,reading_needs/* needsOf */.hN)(ref, live === null ? ["patch", "create"] : ["patch"], api, why);
/** `create` of a Lease cannot be granted by its name: a POST has it in the body. */
const lockAndState = ({ release }) => {
    const state = { group: "", resource: "configmaps", namespace: release.namespace, name: (0,deployed_state/* deployedName */.yc)(release) };
    return [
        ...(0,permission/* needs */.eN)(["create"], reading_needs/* leases */.Q, reading_needs/* whys */.iZ.lock),
        ...(0,permission/* needs */.eN)(["get", "update"], { ...reading_needs/* leases */.Q, name: (0,lock/* lockName */.l4)(release) }, reading_needs/* whys */.iZ.lock),
        ...(0,permission/* needs */.eN)(["get", "patch", "create"], state, reading_needs/* whys */.iZ.state),
    ];
};
const draftNeeds = (draft, deployment) => {
    const { layer, action, ref } = draft;
    const { api } = deployment;
    if (layer === "release")
        return releaseNeeds(draft, deployment);
    if (action === "unchanged")
        return [];
    if (action === "delete")
        return (0,reading_needs/* needsOf */.hN)(ref, ["delete"], api, reading_needs/* whys */.iZ.prune);
    if (layer !== "crds")
        return applied(draft, deployment, reading_needs/* whys */.iZ.apply);
    // `kubectl wait` lists and watches by the name.
    return [...applied(draft, deployment, reading_needs/* whys */.iZ.crds), ...(0,reading_needs/* needsOf */.hN)(ref, ["get", "list", "watch"], api, reading_needs/* whys */.iZ.crds)];
};
/**
 * What is made is deleted again, what is deleted is made again, what is changed is changed back: of the release, too,
 * where helm leaves it otherwise. A POST has no name.
 */
const rollbackNeeds = (done, { api, release }) => {
    const verbs = { create: ["delete"], update: ["patch"], delete: ["create", "patch"], unchanged: [] };
    const former = { group: "", resource: "secrets", namespace: release.namespace };
    const note = { group: "", resource: "configmaps", namespace: release.namespace, name: (0,deployed_state/* deployedName */.yc)(release) };
    return [
        ...(0,permission/* needs */.eN)(["create", "get", "update", "delete"], former, reading_needs/* whys */.iZ.former),
        ...(0,permission/* needs */.eN)(["delete"], note, reading_needs/* whys */.iZ.back),
        ...done
            .filter(({ layer, ref }) => layer !== "crds" && !kept.includes(ref.kind))
            .flatMap(({ ref, action }) => verbs[action].flatMap((verb) => (0,reading_needs/* needsOf */.hN)(ref, [verb], api, reading_needs/* whys */.iZ.back, { named: verb !== "create" }))),
    ];
};
/** They stay, whoever made them. */
const kept = ["CustomResourceDefinition", "Namespace"];
/** What is asked for where it may be, and gone without where it may not: the logs of what is not ready. */
const optionalDeployingNeeds = (waitsIn) => waitsIn.flatMap((namespace) => needs(["get"], { group: "", resource: "pods/log", namespace }, whys.logs));
/** helm 3 makes objects by POST, which has no name; helm 4 applies all of them, also those that stay as they are. */
const releaseNeeds = (draft, { api, helmMajor }) => {
    const { ref, action, live } = draft;
    if (action === "delete")
        return (0,reading_needs/* needsOf */.hN)(ref, ["delete"], api, reading_needs/* whys */.iZ.release);
    const made = live === null ? (0,reading_needs/* needsOf */.hN)(ref, ["create"], api, reading_needs/* whys */.iZ.release, { named: helmMajor === 4 }) : [];
    const changed = helmMajor === 4 || action === "update" ? (0,reading_needs/* needsOf */.hN)(ref, ["patch"], api, reading_needs/* whys */.iZ.release) : [];
    return [...made, ...changed];
};
const helmNeeds = ({ release, api, hooks, helmMajor, createsNamespace }) => {
    const { namespace } = release;
    const verbs = ["get", "list", "create", "update", "delete"];
    const made = createsNamespace ? (helmMajor === 4 ? ["patch", "create"] : ["create"]) : [];
    return [
        ...(0,permission/* needs */.eN)(verbs, { group: "", resource: "secrets", namespace }, reading_needs/* whys */.iZ.helm),
        ...(0,reading_needs/* needsOf */.hN)((0,landing/* namespaceRef */.LB)(namespace), made, api, reading_needs/* whys */.iZ.namespace, { named: helmMajor === 4 }),
        ...hooks.flatMap(({ ref }) => hookNeeds(ref, api, helmMajor)),
    ];
};
/** What ends is watched: https://helm.sh/docs/topics/charts_hooks/ */
const hookNeeds = (ref, api, helmMajor) => {
    const ends = ref.kind === "Job" || ref.kind === "Pod";
    return [
        ...(0,reading_needs/* needsOf */.hN)(ref, ["get", "delete", ...(helmMajor === 4 ? ["patch"] : [])], api, reading_needs/* whys */.iZ.hooks),
        ...(0,reading_needs/* needsOf */.hN)(ref, ["create"], api, reading_needs/* whys */.iZ.hooks, { named: helmMajor === 4 }),
        ...(ends ? (0,reading_needs/* needsOf */.hN)(ref, ["list", "watch"], api, reading_needs/* whys */.iZ.hooks) : []),
    ];
};
const workloads = [
    ["apps", "deployments"],
    ["apps", "statefulsets"],
    ["apps", "daemonsets"],
];
/** What helm's wait and the evidence of a failed rollout are made of, and what tells whether a webhook answers. */
const evidence = [
    ...workloads,
    ["", "pods"],
    ["", "events"],
    ["apps", "replicasets"],
    ["batch", "jobs"],
    ["discovery.k8s.io", "endpointslices"],
];
const waitNeeds = (namespace, kinds) => kinds.flatMap(([group, resource]) => (0,permission/* needs */.eN)(["list"], { group, resource, namespace }, reading_needs/* whys */.iZ.rollout));


/***/ },

/***/ 54447:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ leases),
/* harmony export */   ab: () => (/* binding */ clusterNeeds),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   iZ: () => (/* binding */ whys),
/* harmony export */   oo: () => (/* binding */ optionalNeeds),
/* harmony export */   uC: () => (/* binding */ readingNeeds)
/* harmony export */ });
/* unused harmony export listingNeeds */
/* harmony import */ var _kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17488);
/* harmony import */ var _lock_lease_lease_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62158);
/* harmony import */ var _lock_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52243);
/* harmony import */ var _objects_landing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22252);
/* harmony import */ var _order_deployed_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61337);





/** What a plan reads: these objects by their names, and what earlier deploys left. */
const readingNeeds = (refs, { release, api }) => {
    const { namespace } = release;
    const namespaces = [...new Set(refs.flatMap((ref) => ref.namespace ?? []))].map(_objects_landing_js__WEBPACK_IMPORTED_MODULE_2__/* .namespaceRef */ .LB);
    return [
        ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["get", "list"], { group: "", resource: "secrets", namespace }, whys.helm),
        ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["get"], { group: "", resource: "configmaps", namespace, name: (0,_order_deployed_state_js__WEBPACK_IMPORTED_MODULE_3__/* .deployedName */ .yc)(release) }, whys.state),
        ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["get"], { ...leases, name: (0,_lock_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .lockName */ .l4)(release) }, whys.lock),
        ...[...namespaces, ...refs].flatMap((ref) => needsOf(ref, ["get"], api, whys.compare)),
    ];
};
/** What every mode reads of a cluster where it may, and goes on without where it may not. */
const clusterNeeds = [
    ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["get"], { group: "", resource: "namespaces", namespace: null, name: "kube-system" }, "its uid is the cluster's identity, which expected-cluster and the plan name"),
    ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["list"], { group: "", resource: "nodes", namespace: null }, "nodes and GPUs are counted: what Prometheus has to hold hangs on them"),
];
/** What a plan reads likewise. */
const optionalNeeds = [
    ...clusterNeeds,
    ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["list"], { group: "monitoring.coreos.com", resource: "prometheuses", namespace: null }, "another stack in the cluster is recognised by its Prometheus"),
    ...(0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(["list"], { group: "apiextensions.k8s.io", resource: "customresourcedefinitions", namespace: null }, "kubectl and helm look whether a kind is a custom one before they send an object of it"),
];
/** What a plan lists where it may, and reads by name where it may not: kinds of which it reads many. */
const listingNeeds = (kinds, { api }) => kinds.flatMap((ref) => needsOf(ref, ["list"], api, whys.list, { named: false }));
/** Permissions on one object, by its name; none where the cluster does not know the kind (yet). */
const needsOf = (ref, verbs, api, why, { named = true } = {}) => {
    const known = api(ref);
    if (known === undefined)
        return [];
    const { group, resource, namespaced } = known;
    const namespace = namespaced ? ref.namespace : null;
    return (0,_kubectl_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .needs */ .eN)(verbs, { group, resource, namespace, name: named ? ref.name : null }, why);
};
const leases = { group: "coordination.k8s.io", resource: "leases", namespace: _lock_lease_lease_api_js__WEBPACK_IMPORTED_MODULE_0__/* .lockNamespace */ .v };
/** What permissions are for. */
const whys = {
    helm: "helm keeps every revision of the release in a Secret",
    state: "what is deployed is noted in a ConfigMap beside the release",
    lock: "two runs never deploy at once: the lock is a Lease",
    compare: "what is there is compared with what is wanted",
    list: "many of a kind are read by one request; without it one by one",
    apply: "objects are applied server-side, and tried so before",
    crds: "CustomResourceDefinitions are applied, and waited for",
    release: "helm makes, changes and removes the objects of the release",
    hooks: "helm makes the chart's hooks anew, waits for them and removes them",
    namespace: "helm makes the namespace of the release (--create-namespace)",
    prune: "what the tree has no more is deleted (prune)",
    back: "a deploy that fails is taken back (rollback-on-failure)",
    former: "what was there before is kept beside the release until the deploy has gone well (rollback-on-failure)",
    logs: "the log of what is not ready is told",
    rollout: "the rollout is waited for, and what stops it is told",
    grants: "the chart's roles grant it, and nobody may grant what he has not",
};


/***/ },

/***/ 22252:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ landed),
/* harmony export */   KH: () => (/* binding */ groupKind),
/* harmony export */   LB: () => (/* binding */ namespaceRef),
/* harmony export */   MG: () => (/* binding */ missingFor),
/* harmony export */   Ux: () => (/* binding */ immortalNamespaces)
/* harmony export */ });
/* harmony import */ var _kubernetes_resource_ref_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62767);

/** `monitoring.coreos.com/Prometheus`; of the first group `/Service`. */
const groupKind = (ref) => `${(0,_kubernetes_resource_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(ref)}/${ref.kind}`;
/** The object with the namespace that it lands in; unknown kinds are taken for namespaced ones if they name one. */
const landed = (ref, { api, defaultNamespace }, fallback) => {
    const known = api(ref);
    if (known === undefined)
        return { ...ref, namespace: ref.namespace ?? fallback ?? null };
    return { ...ref, namespace: known.namespaced ? (ref.namespace ?? fallback ?? defaultNamespace) : null };
};
const namespaceRef = (name) => ({
    apiVersion: "v1",
    kind: "Namespace",
    namespace: null,
    name,
});
/**
 * Namespaces that are in every cluster and that it lets nobody delete: kube-apiserver's NamespaceLifecycle. They are
 * not asked for.
 */
const immortalNamespaces = new Set(["default", "kube-system", "kube-public"]);
/** What is missing for an object to be tried; null where nothing is. */
const missingFor = (ref, landing, live) => {
    const { api, madeKinds, madeNamespaces } = landing;
    if (api(ref) === undefined) {
        const comes = madeKinds.has(groupKind(ref));
        return {
            why: comes
                ? `the CustomResourceDefinition of ${ref.kind} comes with this plan`
                : // As kubectl says it, which is what the error for people is made of.
                    `no matches for kind "${ref.kind}" in version "${ref.apiVersion}"`,
            never: !comes,
        };
    }
    if (ref.namespace === null ||
        immortalNamespaces.has(ref.namespace) ||
        live(namespaceRef(ref.namespace)) !== undefined)
        return null;
    const comes = madeNamespaces.has(ref.namespace);
    return {
        why: comes
            ? `the namespace ${ref.namespace} comes with this plan`
            : `the namespace ${ref.namespace} is not there, and nothing of this plan makes it`,
        never: !comes,
    };
};


/***/ },

/***/ 61337:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ readDeployed),
/* harmony export */   Uk: () => (/* binding */ parseDeployed),
/* harmony export */   cq: () => (/* binding */ deployedKey),
/* harmony export */   yc: () => (/* binding */ deployedName)
/* harmony export */ });
/* harmony import */ var _kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19566);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _outside_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58114);




/** The ConfigMap in the release's namespace that holds it, and the key in it. */
const deployedName = ({ name }) => `prometheus-stack-action.${name}`;
const deployedKey = "deployed.json";
/**
 * Reads what is deployed. Anybody who may write ConfigMaps there may have written it: what is not exactly as we write
 * it is no reading. Throws OperatorError `cluster-unreachable`, and `unauthorized` where the credentials are refused
 * altogether.
 */
const readDeployed = async (cluster, release) => {
    const name = deployedName(release);
    const path = `/api/v1/namespaces/${encodeURIComponent(release.namespace)}/configmaps/${encodeURIComponent(name)}`;
    const done = await cluster.kubectl((0,_outside_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .commandLine */ .a)({ verb: ["get"], flags: [["raw", path]] }));
    if (done.code === 0)
        return parseDeployed((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textOrEmpty */ ._c)(JSON.parse(done.stdout), ["data", deployedKey]));
    if (/\(NotFound\)/.test(done.stderr))
        return { ok: true, deployed: null };
    if (/\(Forbidden\)/.test(done.stderr))
        return { ok: false, why: (0,_kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(done.stderr) };
    throw (0,_kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .accessFailure */ .$s)(done.stderr, cluster) ?? new Error(`kubectl get --raw of a ConfigMap: ${(0,_kubectl_kubectl_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(done.stderr)}`);
};
/** A ConfigMap holds a mebibyte at most. */
const longestText = 1024 * 1024;
const mostObjects = 20_000;
/** The text of the key. Never throws. */
const parseDeployed = (text) => {
    if (text.length > longestText)
        return { ok: false, why: "it is larger than we write it" };
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { ok: false, why: `its key ${deployedKey} is no JSON` };
    }
    const deployed = deployedIn(value);
    return deployed === null
        ? { ok: false, why: `its key ${deployedKey} is not as this action writes it` }
        : { ok: true, deployed };
};
/** Texts of others go into messages: in one line, and no longer than any that GitHub or Kubernetes has. */
const isPlain = (value) => typeof value === "string" && value.length <= 1024 && !/\p{C}|(?! )\p{Z}/u.test(value);
const isNullable = (value) => value === null || isPlain(value);
const deployedIn = (value) => {
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value) || !(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value["run"]))
        return null;
    const { repository, commit, ref, path, chart, at, objects } = value;
    const { id, attempt, url } = value["run"];
    if (!isNullable(repository) || !isNullable(commit) || !isNullable(ref) || !isNullable(path))
        return null;
    if (!isNullable(id) || !isNullable(attempt) || !isNullable(url) || !isPlain(chart) || !isPlain(at))
        return null;
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(at) || Number.isNaN(Date.parse(at)))
        return null;
    if (!Array.isArray(objects) || objects.length > mostObjects)
        return null;
    const refs = objects.map(refIn);
    if (!refs.every((one) => one !== null))
        return null;
    return { repository, commit, ref, path, run: { id, attempt, url }, chart, at, objects: refs };
};
const refIn = (value) => {
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value))
        return null;
    const { apiVersion, kind, namespace, name } = value;
    const isWhole = isPlain(apiVersion) && isPlain(kind) && isPlain(name) && kind !== "" && name !== "";
    return isWhole && isNullable(namespace) && namespace !== "" ? { apiVersion, kind, namespace, name } : null;
};


/***/ }

};
;
})

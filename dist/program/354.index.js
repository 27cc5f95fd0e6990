(function (module, exports, require, __dirname) {"use strict";
exports.id = 354;
exports.ids = [354];
exports.modules = {

/***/ 25431:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ capital),
/* harmony export */   e: () => (/* binding */ sentence)
/* harmony export */ });
/** A clause as it begins a sentence. */
const capital = (clause) => clause.charAt(0).toUpperCase() + clause.slice(1);
/** A clause as a sentence: what hops tell are sentences, and what others build sentences of are clauses. */
const sentence = (clause) => `${capital(clause)}.`;


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

/***/ 30354:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCluster: () => (/* binding */ openCluster)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/kubectl/cluster-error.js
var cluster_error = __webpack_require__(85166);
// EXTERNAL MODULE: ./build/src/kubectl/deadline.js
var deadline = __webpack_require__(70551);
// EXTERNAL MODULE: ./build/src/kubectl/while-it-passes.js
var while_it_passes = __webpack_require__(48778);
// EXTERNAL MODULE: ./build/src/outside/command-line.js
var command_line = __webpack_require__(58114);
;// CONCATENATED MODULE: ./build/src/machine/cluster/access-error.js


/**
 * The OperatorError `cluster-unreachable` or `unauthorized` for a first request that failed;
 * `source` names the kubeconfig.
 */
const accessError = (stderr, { server, context }, source) => {
    const where = `${server} (context ${context} of ${source})`;
    const why = stderr.trim().split("\n")[0] ?? "";
    const trouble = (0,cluster_error/* accessTrouble */.E)(stderr) ??
        (why.includes("(Forbidden)")
            ? { kind: "forbidden", why, permission: "what was asked for" }
            : { kind: "unreachable", why });
    if (trouble.kind === "unreachable")
        return new errors/* OperatorError */.nv("cluster-unreachable", `The cluster ${where} does not answer: ${trouble.why}`, "Check the address, the certificate authority, and that this runner may reach it (a private endpoint needs a self-hosted runner or a tunnel).");
    const [what, hint] = trouble.kind === "forbidden"
        ? [`does not allow ${trouble.permission}`, `Grant the account of this context: ${trouble.permission}.`]
        : trouble.kind === "credentials"
            ? [
                "got no credentials",
                "Check that the credential plugin is installed on the runner and that the step before it logged in.",
            ]
            : [
                "does not accept the credentials",
                "The token or certificate is wrong or has expired: renew it and store it again.",
            ];
    return new errors/* OperatorError */.nv("unauthorized", `The cluster ${where} ${what}: ${trouble.why}`, hint);
};

// EXTERNAL MODULE: ./build/src/core/sentence.js
var sentence = __webpack_require__(25431);
;// CONCATENATED MODULE: ./build/src/machine/cluster/choose-context.js


/**
 * The wanted context, else the current one. `name` names the kubeconfig. Throws OperatorError
 * `invalid-input` that lists the contexts.
 */
const chooseContext = (config, wanted, name) => {
    const context = wanted ?? config.currentContext;
    const found = config.contexts.find((item) => item.name === context);
    const server = found === undefined ? undefined : config.servers[found.cluster];
    if (found !== undefined && server)
        return { context: found.name, server, namespace: found.namespace || "default" };
    const known = config.contexts.map((item) => item.name).join(", ") || "none";
    if (found !== undefined)
        throw new errors/* OperatorError */.nv("invalid-input", `The context ${found.name} of ${name} names the cluster ${found.cluster || "(none)"}, which has no server there.`, `Set the input context to another one; it has: ${known}.`);
    throw new errors/* OperatorError */.nv("invalid-input", context === null
        ? `${(0,sentence/* capital */.N)(name)} has no current context, and the input context is empty.`
        : `${wanted === undefined ? "The current context" : "The input context is"} ${context}${wanted === undefined ? "" : ", which"} is not in ${name}.`, `Set the input context to one of: ${known}.`);
};

;// CONCATENATED MODULE: ./build/src/machine/cluster/cluster-env.js
/**
 * Variables that stay behind: the step's own inputs and state (they hold the other secrets), the runner's files and
 * tokens for its own protocol, whatever would point kubectl or helm elsewhere than the inputs do, and what would
 * change Node-based plugins.
 */
const withheld = /^(?:INPUT_|STATE_|HELM_(?!DRIVER)|KUBECTL_|KUBE(?:CONFIG|RC|CACHEDIR)$|ACTIONS_(?!ID_TOKEN_)|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$|NODE_OPTIONS$)/i;
/**
 * What kubectl and helm get of the environment. Credential plugins read variables that no list could name in
 * advance (AWS_*, GOOGLE_*, AZURE_*, VAULT_*, DIGITALOCEAN_*, proxies, HOME, PATH), so it is everything but what is
 * known to be wrong for them.
 */
const clusterEnvironment = (env, cacheDir) => ({
    ...Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || withheld.test(name) ? [] : [[name, value]]))),
    // helm knows no --cache-dir; both read this one.
    KUBECACHEDIR: cacheDir,
    // A person's kuberc may change the defaults of the very flags that are relied on here (beta
    // and on since kubectl 1.34).
    KUBECTL_KUBERC: "false",
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/machine/files/read-regular-file.js
var read_regular_file = __webpack_require__(33970);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
;// CONCATENATED MODULE: ./build/src/machine/cluster/kubeconfig.js


/**
 * The text of the input `kubeconfig-data`, which is a kubeconfig or the base64 of one. Throws OperatorError
 * `invalid-input`; never quotes it.
 */
const decodeKubeconfigData = (data) => {
    if (isKubeconfig(data))
        return data;
    const decoded = Buffer.from(data.replaceAll(/\s/g, ""), "base64").toString("utf8");
    if (isKubeconfig(decoded))
        return decoded;
    throw new errors/* OperatorError */.nv("invalid-input", "The input kubeconfig-data is neither a kubeconfig nor the base64 of one.", "Store the output of `kubectl config view --minify --flatten --raw` (or its base64) as a secret, and hand that secret over.");
};
/** Reads a kubeconfig. `from` names it in errors. Throws OperatorError `invalid-input`; never quotes it. */
const parseKubeconfig = (text, from) => {
    if (!isKubeconfig(text))
        throw new errors/* OperatorError */.nv("invalid-input", `${from} is not a kubeconfig: it has no contexts.`, "Check that the file is the one that `kubectl config view` shows.");
    const config = record(read(text));
    const clusters = named(config["clusters"], "cluster");
    return {
        contexts: named(config["contexts"], "context").map(({ name, body }) => ({
            name,
            cluster: string(body["cluster"]),
            namespace: string(body["namespace"]),
        })),
        currentContext: string(config["current-context"]) || null,
        servers: Object.fromEntries(clusters.map(({ name, body }) => [name, string(body["server"])])),
        secrets: [
            ...named(config["users"], "user").flatMap(({ body }) => userSecrets(body)),
            ...clusters.flatMap(({ body }) => urlSecrets(string(body["proxy-url"]))),
        ],
    };
};
const isKubeconfig = (text) => Array.isArray(record(read(text))["contexts"]);
/** A parser's message quotes the text around a mistake: here that may be a key, so it is dropped. */
const read = (text) => {
    try {
        return (0,js_yaml/* load */.Hh)(text);
    }
    catch {
        return null;
    }
};
const record = (value) => (typeof value === "object" && value !== null ? value : {});
const string = (value) => (typeof value === "string" ? value : "");
const list = (value) => (Array.isArray(value) ? value : []);
const named = (value, field) => list(value).map((item) => ({ name: string(record(item)["name"]), body: record(record(item)[field]) }));
const secretName = /token|secret|password|key|credential/i;
const userSecrets = (user) => {
    const provider = record(record(user["auth-provider"])["config"]);
    const variables = list(record(user["exec"])["env"]).map((item) => record(item));
    return [
        ...[user["token"], user["password"]].map(string),
        ...[user["client-key-data"]].map(string).flatMap((data) => [data, ...linesOf(data)]),
        ...Object.entries(provider).flatMap(([name, value]) => (secretName.test(name) ? [string(value)] : [])),
        ...variables.flatMap(({ name, value }) => (secretName.test(string(name)) ? [string(value)] : [])),
    ].filter((secret) => secret !== "");
};
/**
 * The runner masks line by line: a decoded key is reported as its lines, without the `-----BEGIN \u2026` that is no secret.
 */
const linesOf = (base64) => Buffer.from(base64, "base64")
    .toString("utf8")
    .split(/\r?\n/)
    .filter((line) => line.length > 8 && !line.startsWith("-----"));
const urlSecrets = (url) => {
    const password = URL.parse(url)?.password ?? "";
    return password === "" ? [] : [password, decodeURIComponent(password)];
};

;// CONCATENATED MODULE: ./build/src/machine/cluster/find-kubeconfig.js






/** kubectl reads files only. */
const mergeTimeoutMs = 30_000;
/**
 * Finds the kubeconfig: `kubeconfig-data`, else `kubeconfig`, else the variable KUBECONFIG. Throws OperatorError
 * `invalid-input`; never quotes it.
 */
const findKubeconfig = async (inputs, outside, kubectl, env) => {
    if (inputs.kubeconfigData !== undefined) {
        for (const part of [inputs.kubeconfigData, ...inputs.kubeconfigData.split("\n")].filter(isBase64))
            outside.mask(part);
        const text = decodeKubeconfigData(inputs.kubeconfigData);
        return { name: "the input kubeconfig-data", file: await outside.scratch.write("kubeconfig", text), text };
    }
    const inherited = (outside.env["KUBECONFIG"] ?? "").split(external_node_path_.delimiter).filter((path) => path !== "");
    if (inputs.kubeconfig === undefined && inherited.length > 1) {
        const text = await mergeFiles(outside, kubectl, env, inherited);
        return { name: "the variable KUBECONFIG", file: await outside.scratch.write("kubeconfig", text), text };
    }
    const given = inputs.kubeconfig ?? inherited[0];
    if (given === undefined)
        throw new errors/* OperatorError */.nv("invalid-input", "No cluster is named: the inputs kubeconfig and kubeconfig-data and the variable KUBECONFIG are all empty.", `Set the input kubeconfig-data to a secret with the kubeconfig, or kubeconfig to the path that an earlier step wrote.${isPod(outside.env) ? " This runner is a pod of a cluster: docs/guides/gated-deploy.md shows how to take its ServiceAccount." : ""}`);
    const file = (0,external_node_path_.resolve)(outside.workspace.root, given);
    const name = `${inputs.kubeconfig === undefined ? "the variable KUBECONFIG" : "the input kubeconfig"} (${given})`;
    return { name, file, text: await readKubeconfig(file, name) };
};
/** https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const isPod = (env) => (env["KUBERNETES_SERVICE_HOST"] ?? "") !== "";
const isBase64 = (text) => /^[A-Za-z0-9+/=]{40,}$/.test(text.trim());
/** One with the certificates of a hundred clusters has some 500 kB. */
const maxBytes = 10 * 1024 * 1024;
const readKubeconfig = async (file, name) => {
    const unreadable = (why, cause) => new errors/* OperatorError */.nv("invalid-input", `The kubeconfig of ${name} cannot be read (${why}).`, "A relative path counts from the repository root. Check that the step that writes it ran before.", { cause });
    let read;
    try {
        read = await (0,read_regular_file/* readRegularFile */.X)(await (0,promises_.realpath)(file), maxBytes);
    }
    catch (cause) {
        throw unreadable(cause instanceof Error && "code" in cause ? cause.code : "unreadable", cause);
    }
    if (read.ok)
        return read.bytes.toString("utf8");
    throw unreadable(read.why === "too-large" ? `it has more than ${maxBytes} bytes` : "it is no regular file");
};
/** --kubeconfig takes one file, KUBECONFIG a list: kubectl itself merges it, relative paths resolved. */
const mergeFiles = async (outside, kubectl, env, files) => {
    const absolute = files.map((file) => (0,external_node_path_.resolve)(outside.workspace.root, file)).join(external_node_path_.delimiter);
    const done = await outside.exec({
        file: kubectl,
        args: (0,command_line/* commandLine */.a)({
            verb: ["config", "view"],
            flags: [
                ["raw", true],
                ["flatten", true],
            ],
        }),
        env: { ...env, KUBECONFIG: absolute },
        timeoutMs: mergeTimeoutMs,
    });
    if (done.code === 0)
        return done.stdout;
    throw new errors/* OperatorError */.nv("invalid-input", `kubectl cannot merge the files of the variable KUBECONFIG (${absolute}).`, "Check each of them, or name one file with the input kubeconfig.");
};

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/machine/network/ask-server.js
var ask_server = __webpack_require__(13298);
;// CONCATENATED MODULE: ./build/src/machine/cluster/open-api.js






/** A run has a quarter of an hour; whoever opened the connection closes it before. */
const longestMs = 24 * 60 * 60 * 1000;
const startsWithinMs = 10_000;
const pollMs = 20;
/** Prometheus ends a query after two minutes; what it is asked here takes it milliseconds. */
const answerMs = 30_000;
/**
 * Many questions to one API server by one process: `kubectl proxy` at a socket in the private scratch folder, which
 * holds the credentials so that we need not. Throws OperatorError `cluster-unreachable` where it does not start.
 */
const openApi = async (kubectl, { scratch, signal }, server) => {
    opened += 1;
    const socket = (0,external_node_path_.join)(await scratch.folder(`api-${opened}`), "socket");
    const ending = new AbortController();
    const ended = kubectl((0,command_line/* commandLine */.a)({
        // Paths that make a command run in a pod stay refused, as they are by default.
        verb: ["proxy", "--keepalive=30s"],
        flags: [["unix-socket", socket]],
    }), { timeoutMs: longestMs, signal: AbortSignal.any([signal, ending.signal]) }).then(({ stderr }) => stderr.trim(), (thrown) => (thrown instanceof Error ? thrown.message : String(thrown)));
    await listening(socket, ended, signal, server);
    return {
        ask: (0,ask_server/* askServer */.P)({ at: { socketPath: socket }, timeoutMs: answerMs, signal }),
        async close() {
            ending.abort();
            await ended;
        },
    };
};
let opened = 0;
const listening = async (socket, ended, signal, server) => {
    let last;
    ended.then((said) => {
        last = said;
    });
    for (const end = performance.now() + startsWithinMs; performance.now() < end; await (0,external_node_timers_promises_.setTimeout)(pollMs)) {
        if (await answers(socket))
            return;
        signal.throwIfAborted();
        if (last !== undefined)
            break;
    }
    throw new errors/* OperatorError */.nv("cluster-unreachable", `kubectl proxy, by which ${server} is asked, did not start: ${last ?? `no socket after ${startsWithinMs / 1000} s`}`, "Run the job again. Where it stays so, the runner's temporary folder may have too long a path for a socket (107 bytes): set RUNNER_TEMP to a shorter one.");
};
/** The socket is there a moment before anybody listens to it. */
const answers = (path) => new Promise((resolve) => {
    const socket = (0,external_node_net_.connect)(path);
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
});

// EXTERNAL MODULE: ./build/src/outside/cluster.js
var cluster = __webpack_require__(58588);
;// CONCATENATED MODULE: ./build/src/machine/cluster/prove-cluster.js


/**
 * Throws OperatorError `wrong-cluster` where the cluster is not the expected one, `unauthorized`
 * where that cannot be known.
 */
const proveIdentity = (expected, actual, source) => {
    if (expected === null || (0,cluster/* isCluster */.J)(expected, actual))
        return;
    if ((0,cluster/* isClusterUid */.$)(expected) && actual.uid === "")
        throw new errors/* OperatorError */.nv("unauthorized", `The cluster ${actual.server} cannot be proved to be ${expected}: this account may not read the namespace kube-system.`, "Grant get on namespaces for kube-system, or let expected-cluster be the server's URL.");
    throw new errors/* OperatorError */.nv("wrong-cluster", `expected-cluster is ${expected}, but context ${actual.context} of ${source} leads to ${actual.server}, whose uid is ${actual.uid || "not readable"}.`, "Nothing was changed. Correct the inputs context or kubeconfig, or expected-cluster if the cluster was replaced.");
};

;// CONCATENATED MODULE: ./build/src/machine/cluster/open-cluster.js












/**
 * A server that does not answer is to be found out in seconds; a credential plugin that asks a cloud may take longer.
 */
const connectSeconds = 10;
const pluginSeconds = 20;
const usualTimeoutMs = 120_000;
/** An API server that restarts is back within a minute or two. */
const usualPatienceMs = 120_000;
/** Before a cluster has answered once, a wrong address is as likely as trouble that passes. */
const connectPatienceMs = 15_000;
/**
 * To all others a conflict is the answer to what they asked: nobody else has written it meanwhile. A patch that names
 * no version is tried again by the API server itself; one that names one would be refused each time.
 */
const writesWithoutVersion = new Set(["apply"]);
/**
 * Opens the cluster that the inputs name, and proves that it is the right one where `expected-cluster` says which, the
 * input and (`also`) the configuration.
 * Throws OperatorError `invalid-input`, `cluster-unreachable`, `unauthorized` or `wrong-cluster`.
 */
const openCluster = async (inputs, outside, also = null) => {
    const kubectl = await outside.tools.get("kubectl");
    const cacheDir = await outside.scratch.folder("kube-cache");
    const env = clusterEnvironment(outside.env, cacheDir);
    const source = await findKubeconfig(inputs, outside, kubectl.path, env);
    const config = parseKubeconfig(source.text, source.name);
    for (const secret of config.secrets)
        outside.mask(secret);
    const target = chooseContext(config, inputs.context, source.name);
    const flags = (0,command_line/* commandLine */.a)({
        verb: [],
        flags: [
            ["kubeconfig", source.file],
            ["context", target.context],
            ["cache-dir", cacheDir],
        ],
    });
    const once = (args, options = {}) => outside.exec({
        file: kubectl.path,
        args: [...flags, ...args],
        env,
        reachesCluster: true,
        costly: "apply-failed",
        timeoutMs: options.timeoutMs ?? usualTimeoutMs,
        ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const patienceMs = Math.min(usualPatienceMs, inputs.timeoutMs);
    const run = (args, options = {}) => (0,while_it_passes/* whileItPasses */.G)(() => once(args, options), {
        patience: options.patience ?? (0,deadline/* deadlineIn */._5)(patienceMs, outside.now),
        signal: options.signal ?? outside.signal,
        log: outside.log,
        except: writesWithoutVersion.has(args[0] ?? "") ? [] : ["conflict"],
    });
    const connect = (args, options = {}) => (0,while_it_passes/* whileItPasses */.G)(() => once(args, options), {
        patience: (0,deadline/* deadlineIn */._5)(connectPatienceMs, outside.now),
        signal: outside.signal,
        log: outside.log,
        except: ["offline"],
    });
    const getRaw = async (path) => {
        const done = await run((0,command_line/* commandLine */.a)({ verb: ["get"], flags: [["raw", path]] }));
        if (done.code !== 0)
            throw accessError(done.stderr, target, source.name);
        return done.stdout;
    };
    const { version, uid } = await identify(connect, target, source.name);
    for (const expected of [inputs.expectedCluster ?? null, also])
        proveIdentity(expected, { ...target, uid }, source.name);
    if (uid === "")
        outside.log.info(`${target.server}: this account may not read the namespace kube-system, so the cluster's uid is unknown`);
    const helmFlags = [
        ["kubeconfig", source.file],
        ["kube-context", target.context],
    ];
    return {
        server: target.server,
        uid,
        version,
        defaultNamespace: target.namespace,
        kubectl: run,
        getRaw,
        openApi: (signal = outside.signal) => openApi(run, { ...outside, signal }, target.server),
        helmFlags,
        env,
    };
};
/** The server's version, and the uid of kube-system: empty where this account may not read it. */
const identify = async (run, target, source) => {
    const ask = (path) => {
        const flags = [
            ["raw", path],
            ["request-timeout", `${connectSeconds}s`],
        ];
        return run((0,command_line/* commandLine */.a)({ verb: ["get"], flags }), { timeoutMs: (connectSeconds + pluginSeconds) * 1000 });
    };
    try {
        const about = await ask("/version");
        if (about.code !== 0)
            throw accessError(about.stderr, target, source);
        const version = versionOf(about.stdout, target, source);
        const system = await ask("/api/v1/namespaces/kube-system");
        const allowed = system.code === 0 || (0,cluster_error/* accessTrouble */.E)(system.stderr)?.kind === "forbidden";
        if (!allowed)
            throw accessError(system.stderr, target, source);
        return { version, uid: system.code === 0 ? uidOf(system.stdout) : "" };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* OperatorError */.nv) || thrown.reason !== "timeout")
            throw thrown;
        throw accessError(thrown.message, target, source);
    }
};
const versionOf = (text, target, source) => {
    const version = /"gitVersion":\s*"v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
    if (version === undefined)
        throw accessError("what answers there is not a Kubernetes API server", target, source);
    return version;
};
const uidOf = (text) => {
    const { metadata } = JSON.parse(text);
    return metadata?.uid ?? "";
};


/***/ }

};
;
})

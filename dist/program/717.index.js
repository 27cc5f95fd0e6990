(function (module, exports, require, __dirname) {"use strict";
exports.id = 717;
exports.ids = [717];
exports.modules = {

/***/ 39918:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47785);

/** Comparing two texts letter by letter takes time with the product of their lengths; no name is as long. */
const longest = 200;
/**
 * The name among `known` that `name` was probably meant to be: another case, or at most so many letters away, a third
 * of its own, rounded up, where nothing else is said (two letters that changed places count twice).
 */
const nearest = (name, known, maxDistance = Math.ceil(name.length / 3)) => {
    const lower = name.toLowerCase();
    const sameLetters = known.find((candidate) => candidate.toLowerCase() === lower);
    if (sameLetters !== undefined || name.length > longest)
        return sameLetters;
    return (0,leven__WEBPACK_IMPORTED_MODULE_0__/* .closestMatch */ .h)(name, known, { maxDistance });
};


/***/ },

/***/ 7717:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfig: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(39918);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/signal/capacity/cluster-size.js
var cluster_size = __webpack_require__(57470);
// EXTERNAL MODULE: ./build/src/text/parse-yaml.js + 3 modules
var parse_yaml = __webpack_require__(30260);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
;// CONCATENATED MODULE: ./build/src/policy/capacity-config.js


const number = (description) => ({ type: "integer", minimum: 0, maximum: 1e9, description });
/** The JSON Schema of `capacity`: how large a cluster is, for all targets or for one. */
const capacityProperties = {
    capacity: {
        type: "object",
        description: "How large the cluster is, so that series, memory and disk of Prometheus can be foretold",
        additionalProperties: false,
        properties: {
            nodes: number("Nodes of the cluster"),
            gpus: number("GPUs of all nodes that are not parted into MIG devices"),
            "mig-devices": number("MIG devices of all nodes"),
            cpus: number("CPUs of a node, as the kernel counts them"),
            pods: number("Pods of all namespaces"),
            containers: number("Containers of these pods"),
            series: {
                type: "object",
                description: "Series of a monitor of which the exporter is not known, all its targets together, by Kind namespace/name",
                additionalProperties: { type: "integer", minimum: 0, maximum: 1e12 },
            },
        },
    },
};
/** What a configuration that fits the schema says of it; a target's own numbers before those of all. */
const capacityIn = (value, before) => {
    const given = (0,json_fields/* objectAt */.lJ)(value, ["capacity"]);
    const stated = cluster_size/* sizeNames */.ei.flatMap((name) => {
        const count = given[name];
        return typeof count === "number" ? [[name, count]] : [];
    });
    return {
        stated: { ...before.stated, ...Object.fromEntries(stated) },
        series: { ...before.series, ...(0,json_fields/* objectAt */.lJ)(given, ["series"]) },
    };
};

// EXTERNAL MODULE: ./build/src/policy/config.js
var config = __webpack_require__(64883);
;// CONCATENATED MODULE: ./build/src/policy/target-config.js


/** What guards deploys to a target, as a JSON Schema: nothing of it makes anything be allowed that was not. */
const guardProperties = {
    gated: {
        type: "boolean",
        description: "Whether a deploy has to prove that its job runs in the environment, from one of the refs, and that the environment has protection rules",
    },
    environment: {
        type: "string",
        description: "The environment of GitHub's that a deploy runs in",
        maxLength: 255,
        pattern: "^\\S(?:.*\\S)?$",
        patternErrorMessage: "it must be the name of an environment",
    },
    refs: {
        type: "array",
        description: "Branches that may deploy, and tags as refs/tags/\u2026; * stands for anything but /, ** for anything. Default: the default branch",
        minItems: 1,
        maxItems: 100,
        items: {
            type: "string",
            maxLength: 255,
            pattern: "^(?:refs/(?:heads|tags)/(?=.)|(?!refs/|/))[^\\s~^:?[\\\\]+$",
            patternErrorMessage: "it must be a branch such as main, or a tag such as refs/tags/v*",
        },
    },
    "expected-cluster": {
        type: "string",
        description: "uid of the namespace kube-system, or the server's URL: it has to hold as the input of that name does",
        maxLength: 2048,
        pattern: "^(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|https?://[^\\s/]\\S*)$",
        patternErrorMessage: "it must be the uid of the namespace kube-system, or the server's URL",
    },
};
/** How these depend on each other: what guards nothing is a mistake. */
const guardRules = {
    dependencies: { environment: ["gated"], refs: ["gated"] },
    if: { required: ["gated"], properties: { gated: { const: true } } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: { required: ["environment"] },
};
/** The targets of a configuration that fits the schema. */
const targetsIn = (value) => {
    const targets = (0,manifest/* valueAt */.f)(value, ["targets"]);
    return (0,manifest/* isObject */.G)(targets)
        ? Object.entries(targets).map(([name, own]) => targetOf(name, (0,manifest/* isObject */.G)(own) ? own : {}))
        : [];
};
const targetOf = (name, own) => ({
    name,
    gated: own["gated"] === true,
    environment: (0,json_fields/* textAt */.$6)(own, ["environment"]),
    refs: own["refs"] === undefined ? null : (0,json_fields/* textsAt */.i1)(own, ["refs"]),
    expectedCluster: (0,json_fields/* textAt */.$6)(own, ["expected-cluster"]),
});

;// CONCATENATED MODULE: ./build/src/policy/config-schema.js




/** YAML of the old kind reads a bare off as false. */
const levels = ["off", ...finding/* severities */.gO, false];
const duration = {
    pattern: "^(?:(?:\\d+(?:ms|[smhdwy]))+|0)$",
    patternErrorMessage: "it must be a duration such as 5m",
};
/** The JSON Schema of the configuration file, for editors and for reading it: every check with its options. */
const configSchema = (checks) => ({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of prometheus-stack-action",
    type: "object",
    additionalProperties: false,
    properties: {
        ...inputProperties(),
        ...capacityProperties,
        checks: {
            description: "Severity of each check, or off, and its options",
            type: "object",
            additionalProperties: false,
            properties: Object.fromEntries(checks.map((check) => [check.id, settingOf(check)])),
        },
        suppressions: {
            description: "Findings to let be where no comment can stand beside them; each with its reason",
            type: "array",
            items: {
                type: "object",
                additionalProperties: false,
                required: ["check", "reason"],
                properties: {
                    check: { enum: checks.map(({ id }) => id) },
                    file: { type: "string", description: "Path relative to the repository root" },
                    resource: { type: "string", description: "Kind namespace/name" },
                    reason: { type: "string", minLength: 1 },
                },
            },
        },
        baseline: {
            type: "string",
            description: `Path of the baseline inside the repository; default: ${config/* defaultBaseline */.$P}`,
        },
        targets: {
            description: "What differs from one cluster to the next, by the name that the input target gives",
            type: "object",
            additionalProperties: {
                type: "object",
                additionalProperties: false,
                properties: { ...inputProperties(), ...capacityProperties, ...guardProperties },
                ...guardRules,
            },
        },
    },
});
const inputProperties = () => Object.fromEntries(Object.entries(config/* configurableInputs */.T5).map(([name, kind]) => [
    name,
    kind === "paths" ? { type: "array", items: { type: "string" } } : { type: "string" },
]));
const settingOf = ({ title, options = {} }) => ({
    description: title,
    anyOf: [
        { enum: levels },
        {
            type: "object",
            additionalProperties: false,
            properties: {
                severity: { enum: levels },
                ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
            },
        },
    ],
});
const optionSchema = (option) => {
    const { description } = option;
    if (option.type === "number")
        return { type: "number", description, ...(option.least === undefined ? {} : { minimum: option.least }) };
    if (option.type === "duration")
        return { type: "string", ...duration, description };
    return {
        type: "array",
        description,
        items: option.allowed === undefined ? { type: "string" } : { enum: [...option.allowed] },
    };
};

;// CONCATENATED MODULE: ./build/src/policy/input-kind.js
/** Why a value cannot stand in the file; null where it can. Values of lists come one by one. */
const refusalOf = (kind, value) => {
    switch (kind) {
        case "text":
            return null;
        case "path":
            return leadsOut(value);
        case "paths":
            return /[\n,]/.test(value) ? "a path in a list has neither commas nor line breaks" : leadsOut(value);
        case "chart":
            return /^oci:\/\//.test(value) ? null : leadsOut(value, "repo/name, an oci:// address or ");
        case "chart-repository":
            return /^(?:https?|oci):\/\//.test(value) ? null : "it must be an address that begins with https:// or oci://";
        case "exporter":
            // The names of the other sources read as paths, too.
            return value === "cluster" ? `looking into a cluster ${workflows}` : leadsOut(value);
    }
};
/** The end of a sentence about what only the step may say. */
const workflows = "is the workflow's to say: set it under `with:`";
/** Inputs that the file never gives; it may say `expected-cluster` of a target, which has to hold beside the input. */
const ofTheWorkflow = new Set([
    "allow",
    "allow-data-loss",
    "allow-outdated",
    "allow-owned",
    "annotations",
    "cache",
    "changed-only",
    "chart-ca-file",
    "chart-password",
    "chart-username",
    "check-run",
    "comment",
    "comment-key",
    "context",
    "crds",
    "drill",
    "drill-receivers",
    "fail-on",
    "github-token",
    "helm-version",
    "kubeconfig",
    "kubeconfig-data",
    "kubeconform-version",
    "kubectl-version",
    "mode",
    "on-pending",
    "path",
    "plan-details",
    "plan-digest",
    "plan-expiry",
    "plan-file",
    "plan-key",
    "promtool-version",
    "prune",
    "registry-config",
    "report-dir",
    "report-file",
    "rollback-on-failure",
    "schema-locations",
    "suggestions",
    "summary",
    "target",
    "timeout",
    "tools",
]);
const leadsOut = (value, otherForms = "") => {
    const wanted = `it must be ${otherForms}a path inside the repository`;
    if (value.includes("\0"))
        return wanted;
    if (/^(?:[/\\~]|[A-Za-z]:[/\\])|:\/\//.test(value))
        return `${wanted}; any other place ${workflows}`;
    let depth = 0;
    for (const part of value.split("/")) {
        if (part === "" || part === ".")
            continue;
        depth += part === ".." ? -1 : 1;
        if (depth < 0)
            return `${wanted}, and it leads out of it`;
        if (part.toLowerCase() === ".git")
            return `${wanted}, and ${part} is Git's`;
    }
    return null;
};

;// CONCATENATED MODULE: ./build/src/policy/refusals.js



/**
 * What the file's schema allows and only the workflow may say, each with its line: places outside
 * the tree, and the cluster.
 */
const refusalsIn = (value, document) => {
    const targets = (0,manifest/* valueAt */.f)(value, ["targets"]);
    const names = (0,manifest/* isObject */.G)(targets) ? Object.keys(targets) : [];
    const scopes = [[], ...names.map((name) => ["targets", name])];
    const inputs = scopes.flatMap((scope) => Object.entries(config/* configurableInputs */.T5).flatMap(([name, kind]) => refusals(value, [...scope, name], kind, document)));
    return [...inputs, ...refusals(value, ["baseline"], "path", document)];
};
const refusals = (root, path, kind, document) => {
    const given = (0,manifest/* valueAt */.f)(root, path);
    const places = Array.isArray(given) ? given.map((_, index) => [...path, index]) : [path];
    return places.flatMap((place) => {
        const value = (0,manifest/* valueAt */.f)(root, place);
        // As it is read: without the space around it.
        const refusal = typeof value === "string" ? refusalOf(kind, value.trim()) : null;
        if (refusal === null)
            return [];
        const { file, line, column } = document.locate(place);
        return [`${file}:${line}:${column}: ${place.join(".")} is ${JSON.stringify(value)}: ${refusal}`];
    });
};

;// CONCATENATED MODULE: ./build/src/policy/read-config.js














/**
 * Reads the configuration; `target` chooses one of its targets. Throws one OperatorError `invalid-input` that tells
 * every mistake with its line, and the nearest name for a key that nobody knows.
 */
const readConfig = (text, file, target, checks) => {
    const { documents, errors } = (0,parse_yaml/* parseYaml */.h)(text, file);
    const [document] = documents;
    const syntax = errors.map(({ message, at }) => `${at.file}:${at.line}:${at.column}: ${message}`);
    if (syntax.length > 0 || documents.length > 1)
        throw refused(file, syntax.length > 0 ? syntax : [`${file}: it has more than one document`]);
    const value = document?.value ?? null;
    if (document === undefined || value === null)
        return chosen({ ...config/* noConfig */.ac, file }, {}, target, file);
    const malformed = problemsOf(value, document, checks);
    const problems = malformed.length > 0 || !(0,manifest/* isObject */.G)(value) ? malformed : refusalsIn(value, document);
    if (problems.length > 0 || !(0,manifest/* isObject */.G)(value))
        throw refused(file, problems);
    return chosen(configOf(value, document, file), value, target, file);
};
const refused = (file, problems) => new errors/* OperatorError */.nv("invalid-input", `${file} is not a valid configuration:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`, "docs/configuration.md describes every key; with the JSON Schema beside it an editor tells them while you type.");
const problemsOf = (value, document, checks) => {
    const validate = validatorOf(checks);
    if (validate(value))
        return [];
    const told = (validate.errors ?? []).filter(isTelling).map((error) => {
        const { file, line, column } = placeOf(error, document);
        return `${file}:${line}:${column}: ${messageOf(error)}`;
    });
    return [...new Set(told)];
};
/** To compile the schema takes 40 ms, and a tree that is watched is read after each change. */
const validatorOf = (0,once/* once */.O)((checks) => new ajv.Ajv({ allErrors: true, strict: false, verbose: true }).compile(configSchema(checks)));
/** Of the two forms of a setting (a word, or a mapping) the error of the one that was not meant says nothing. */
const isTelling = ({ keyword, parentSchema, schemaPath, data }) => {
    if (keyword === "anyOf" || keyword === "if")
        return false;
    if (!schemaPath.includes("/anyOf/"))
        return true;
    const wantsMapping = parentSchema?.["type"] === "object" || schemaPath.includes("/anyOf/1/");
    return wantsMapping ? !(keyword === "type" && schemaPath.endsWith("/anyOf/1/type")) : !(0,manifest/* isObject */.G)(data);
};
const pathOf = ({ instancePath }) => instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
const placeOf = (error, document) => {
    const extra = error.keyword === "additionalProperties" ? String(error.params["additionalProperty"]) : null;
    return extra === null ? document.locate(pathOf(error)) : document.locateKey([...pathOf(error), extra]);
};
const messageOf = (error) => {
    const { keyword, params, parentSchema, data } = error;
    const where = pathOf(error).join(".");
    if (keyword === "additionalProperties") {
        const key = String(params["additionalProperty"]);
        const known = Object.keys((parentSchema?.["properties"] ?? {}));
        if (where === "" && key in guardProperties)
            return `${key} is a target's: write it under targets.<name>`;
        if (ofTheWorkflow.has(key) && where !== "checks")
            return `${where === "" ? "" : `${where}: `}${key} ${workflows}`;
        const meant = (0,nearest/* nearest */.p)(key, known);
        const what = where === "checks" ? `there is no check ${key}` : `${where === "" ? "" : `${where}: `}unknown key ${key}`;
        return meant === undefined ? what : `${what}; did you mean ${meant}?`;
    }
    if (keyword === "enum") {
        const allowed = params["allowedValues"].map(String);
        const meant = (0,nearest/* nearest */.p)(String(data), allowed);
        const list = allowed.length > 12 ? (meant === undefined ? "a known name" : `e.g. ${meant}`) : allowed.join(", ");
        return `${where} is ${JSON.stringify(data)}: it must be one of ${list}`;
    }
    if (keyword === "required")
        return `${where}: ${String(params["missingProperty"])} is missing`;
    if (keyword === "dependencies")
        return `${where}: ${String(params["property"])} guards a target that is gated: add gated: true`;
    if (keyword === "pattern")
        return `${where} is ${JSON.stringify(data)}: ${parentSchema?.["patternErrorMessage"]}`;
    return `${where} ${error.message ?? "is not valid"}`;
};
const configOf = (value, document, file) => ({
    file,
    checks: new Map(Object.entries((value["checks"] ?? {})).map(([id, setting]) => [id, read_config_settingOf(setting ?? null)])),
    suppressions: (value["suppressions"] ?? []).map((one, index) => ({
        check: String(one["check"]),
        reason: String(one["reason"]),
        ...(one["file"] === undefined ? {} : { file: String(one["file"]) }),
        ...(one["resource"] === undefined ? {} : { resource: String(one["resource"]) }),
        line: document.locate(["suppressions", index]).line,
    })),
    baseline: typeof value["baseline"] === "string" ? value["baseline"] : config/* defaultBaseline */.$P,
    inputs: inputsIn(value),
    clusterSize: capacityIn(value, cluster_size/* unknownSize */.yy),
    target: null,
    targets: targetsIn(value),
    notRead: null,
});
const read_config_settingOf = (setting) => {
    if (!(0,manifest/* isObject */.G)(setting))
        return { severity: levelOf(setting), options: {} };
    const { severity, ...options } = setting;
    return {
        ...(severity === undefined ? {} : { severity: levelOf(severity) }),
        options: options,
    };
};
const levelOf = (value) => finding/* severities */.gO.find((one) => one === value) ?? "off";
const inputsIn = (value) => Object.fromEntries(Object.keys(config/* configurableInputs */.T5).flatMap((name) => {
    const given = value[name];
    if (given === undefined || given === null)
        return [];
    return [[name, Array.isArray(given) ? given.map(String).join("\n") : String(given)]];
}));
const chosen = (config, value, target, file) => {
    if (target === undefined)
        return config;
    const targets = config.targets.map(({ name }) => name);
    const own = (0,manifest/* valueAt */.f)(value, ["targets", target]);
    const guard = config.targets.find(({ name }) => name === target);
    if (!(0,manifest/* isObject */.G)(own) || guard === undefined)
        throw new errors/* OperatorError */.nv("invalid-input", `Input target is "${target}", and ${file} has no such target.`, targets.length === 0 ? "Describe it there under targets." : `It has: ${targets.join(", ")}.`);
    const clusterSize = capacityIn(own, config.clusterSize);
    return { ...config, inputs: { ...config.inputs, ...inputsIn(own) }, clusterSize, target: guard };
};


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

/***/ 47785:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven),
/* harmony export */   h: () => (/* binding */ closestMatch)
/* harmony export */ });
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ },

/***/ 72079:
/***/ (module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://json-schema.org/draft-07/schema#","title":"Core schema meta-schema","definitions":{"schemaArray":{"type":"array","minItems":1,"items":{"$ref":"#"}},"nonNegativeInteger":{"type":"integer","minimum":0},"nonNegativeIntegerDefault0":{"allOf":[{"$ref":"#/definitions/nonNegativeInteger"},{"default":0}]},"simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},"stringArray":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}},"type":["object","boolean"],"properties":{"$id":{"type":"string","format":"uri-reference"},"$schema":{"type":"string","format":"uri"},"$ref":{"type":"string","format":"uri-reference"},"$comment":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"default":true,"readOnly":{"type":"boolean","default":false},"examples":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},"maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/definitions/nonNegativeInteger"},"minLength":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},"additionalItems":{"$ref":"#"},"items":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/schemaArray"}],"default":true},"maxItems":{"$ref":"#/definitions/nonNegativeInteger"},"minItems":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean","default":false},"contains":{"$ref":"#"},"maxProperties":{"$ref":"#/definitions/nonNegativeInteger"},"minProperties":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"required":{"$ref":"#/definitions/stringArray"},"additionalProperties":{"$ref":"#"},"definitions":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"properties":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"patternProperties":{"type":"object","additionalProperties":{"$ref":"#"},"propertyNames":{"format":"regex"},"default":{}},"dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/stringArray"}]}},"propertyNames":{"$ref":"#"},"const":true,"enum":{"type":"array","items":true,"minItems":1,"uniqueItems":true},"type":{"anyOf":[{"$ref":"#/definitions/simpleTypes"},{"type":"array","items":{"$ref":"#/definitions/simpleTypes"},"minItems":1,"uniqueItems":true}]},"format":{"type":"string"},"contentMediaType":{"type":"string"},"contentEncoding":{"type":"string"},"if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"},"allOf":{"$ref":"#/definitions/schemaArray"},"anyOf":{"$ref":"#/definitions/schemaArray"},"oneOf":{"$ref":"#/definitions/schemaArray"},"not":{"$ref":"#"}},"default":true}');

/***/ }

};
;
})

(function (module, exports, require, __dirname) {"use strict";
exports.id = 363;
exports.ids = [363];
exports.modules = {

/***/ 60363:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ movedSince),
  readApprovedPlan: () => (/* binding */ readApprovedPlan),
  E: () => (/* binding */ refuseMoved)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/plan/approved/plan-file.js + 1 modules
var plan_file = __webpack_require__(37768);
;// CONCATENATED MODULE: ./build/src/plan/approved/plan-moved.js

/** Lines that an error has; the report has all. */
const mostTold = 20;
/**
 * The refusal to carry out a plan that no longer holds, as OperatorError `plan-changed`: it names what moved, which has
 * to be something. Both plans lie in the report folder.
 */
const planMoved = (moved) => {
    const told = moved.slice(0, mostTold).map(lineOf);
    const more = moved.length - told.length;
    const things = moved.length === 1 ? "1 thing is" : `${moved.length} things are`;
    return new errors/* OperatorError */.nv("plan-changed", [
        `${things} not as in the plan that was approved, and nothing was changed:`,
        ...told,
        ...(more > 0 ? [`  - and ${more} more`] : []),
    ].join("\n"), hintOf(moved));
};
/** A value can have several lines, which would look like lines of ours. */
const lineOf = ({ what, approved, now }) => `  - ${inLine(what)}: approved was ${inLine(approved)}, now it is ${inLine(now)}`;
const inLine = (text) => text.replaceAll(/\s+/g, " ");
const hintOf = (moved) => {
    if (moved.length === 1 && moved[0]?.what.startsWith("plan-key"))
        return "Give the plan job and the deploy job the same plan-key, then plan again and have that plan approved.";
    if (moved.some(({ what }) => what === "run"))
        return "Deploy in the run that planned, with plan-file from its own artifact and plan-digest from its plan job's output; else plan again and have that plan approved.";
    if (moved.length === 1 && moved[0]?.what === "expiry")
        return "Plan again and have that plan approved sooner; the input plan-expiry says how long a plan holds.";
    return "Compare both plans in the report folder, then plan again and have that plan approved.";
};

// EXTERNAL MODULE: ./build/src/plan/hidden/canonical-json.js + 1 modules
var canonical_json = __webpack_require__(56733);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
;// CONCATENATED MODULE: ./build/src/plan/approved/moved.js


/** None where both are the same, else one, with the text that each is told as; where that is one text, with all. */
const moved = (what, approved, now, told) => {
    if ((0,external_node_util_.isDeepStrictEqual)(approved, now))
        return [];
    const [a, b] = [told(approved), told(now)];
    return [a === b ? asMoved(what, whole(approved), whole(now)) : asMoved(what, a, b)];
};
const whole = (value) => JSON.stringify(value) ?? "nothing";
/** The same for a value that stands for itself; `absent` is what null is told as. */
const movedValue = (what, approved, now, absent = "none") => moved(what, approved, now, (value) => String(value ?? absent));
/** The same for a digest: its first digits are told, and all are compared. */
const movedDigest = (what, approved, now) => moved(what, approved, now, shortDigest);
/** Enough of a digest to tell two apart. */
const shortDigest = (digest) => digest?.replace(/[0-9a-f]{52}$/, "\u2026") ?? "no digest";
/**
 * The items of two lists by their key, in the order of the keys, whatever the order of the lists; where one key comes
 * again, the second belongs to the second.
 */
const paired = (approved, now, keyOf) => {
    const [before, after] = [byKey(approved, keyOf), byKey(now, keyOf)];
    return [...new Set([...before.keys(), ...after.keys()])]
        .sort(finding/* compare */.UD)
        .map((key) => ({ approved: before.get(key), now: after.get(key) }));
};
const byKey = (items, keyOf) => new Map([...Map.groupBy(items, keyOf)].flatMap(([key, same]) => same.map((item, index) => [index === 0 ? key : `${key}\n#${index}`, item])));
/** Characters that are told of a text; of a longer one what stands around the first difference. */
const longest = 200;
const asMoved = (what, approved, now) => {
    let same = 0;
    while (same < approved.length && approved[same] === now[same])
        same += 1;
    const start = Math.max(approved.length, now.length) <= longest ? 0 : Math.max(0, same - longest / 4);
    return { what, approved: cut(approved, start), now: cut(now, start) };
};
const cut = (text, start) => `${start > 0 ? "\u2026" : ""}${text.slice(start, start + longest)}${text.length > start + longest ? "\u2026" : ""}`;

// EXTERNAL MODULE: ./build/src/kubernetes/resource-ref.js
var resource_ref = __webpack_require__(62767);
;// CONCATENATED MODULE: ./build/src/plan/approved/moved-effects.js



/** What was not in the way when the plan was approved; what is out of the way now is welcome. */
const movedObstacles = (approved, fresh) => paired(approved.obstacles, fresh.obstacles, ({ reason, message }) => `${reason}\n${message}`).flatMap((pair) => pair.approved === undefined && pair.now !== undefined
    ? movedValue(`obstacle ${pair.now.reason}`, null, pair.now.message)
    : []);
const movedLosses = (approved, fresh) => paired(approved.losses, fresh.losses, ({ ref, what }) => `${(0,resource_ref/* refKey */.XF)(ref)}\n${what}`).flatMap((pair) => {
    const loss = pair.approved ?? pair.now;
    if (loss === undefined)
        return [];
    return moved(`${(0,finding/* nameOf */.Vb)(loss.ref)}: loss`, pair.approved, pair.now, (one) => one === undefined ? "none" : `${one.what} (${one.allowed ? "allowed" : "not allowed"})`);
});
/** All but the size of what helm stores, which follows from the rest. */
const movedRelease = ({ release: a }, { release: b }) => [
    ...movedValue("release: name", a.name, b.name),
    ...movedValue("release: namespace", a.namespace, b.namespace),
    ...movedValue("release: action", a.action, b.action),
    ...movedValue("release: chart", a.chart, b.chart),
    ...movedValue("release: revision in the cluster", a.from?.revision ?? null, b.from?.revision ?? null),
    ...movedValue("release: status in the cluster", a.from?.status ?? null, b.from?.status ?? null),
    ...movedValue("release: chart in the cluster", a.from?.chart ?? null, b.from?.chart ?? null),
    ...movedDigest("release: values", a.values, b.values),
    ...moved("release: hooks that run", a.hooks, b.hooks, toldRefs),
    ...movedDigest("release: what its hooks are", a.hooksDigest, b.hooksDigest),
    ...movedValue("release: recovery", a.recovery, b.recovery),
];
const movedImages = (approved, fresh) => paired(imagesOf(approved), imagesOf(fresh), ({ key }) => key).flatMap(({ approved: a, now: b }) => {
    const one = a ?? b;
    return one === undefined ? [] : moved(`${(0,finding/* nameOf */.Vb)(one.ref)}: images`, a?.images, b?.images, toldImages);
});
const movedRestarts = (approved, fresh) => paired(restartsOf(approved), restartsOf(fresh), ({ ref }) => (0,resource_ref/* refKey */.XF)(ref)).flatMap(({ approved: a, now: b }) => {
    const one = a ?? b;
    if (one === undefined)
        return [];
    const told = (because) => because?.join(", ") ?? "no restart";
    return moved(`${(0,finding/* nameOf */.Vb)(one.ref)}: restarts because of`, a?.because, b?.because, told);
});
const movedStale = (approved, fresh) => paired(approved.stale, fresh.stale, resource_ref/* refKey */.XF).flatMap(({ approved: a, now: b }) => {
    const ref = a ?? b;
    const told = (one) => (one === undefined ? "no" : "yes");
    return ref === undefined ? [] : moved(`${(0,finding/* nameOf */.Vb)(ref)}: left by an earlier deploy`, a, b, told);
});
/** Who is told by the drill, whatever the order; a route more or less is another drill. */
const movedDrill = ({ drill: a }, { drill: b }) => {
    if (a === null || b === null)
        return moved("drill", a, b, toldDrill);
    const keyOf = ({ alertmanager, route, receiver }) => [alertmanager, route, receiver].join("\n");
    return [
        ...paired(a.routes, b.routes, keyOf).flatMap(({ approved, now }) => {
            const one = approved ?? now;
            return one === undefined ? [] : moved(`drill of ${one.receiver}, route ${one.route}`, approved, now, toldRoute);
        }),
        ...moved("drill: what is not in sight", a.unseen, b.unseen, (clauses) => clauses.join("; ") || "nothing"),
    ];
};
const toldDrill = (drill) => drill === null ? "none" : `of ${drill.routes.map(({ receiver }) => receiver).join(", ") || "nobody"}`;
const toldRoute = (route) => route === undefined ? "not drilled" : `${route.integrations.join(", ") || "nobody"}, by ${route.alerts.join(", ")}`;
const toldRefs = (refs) => refs.map(finding/* nameOf */.Vb).join(", ") || "none";
const toldImages = (images) => images?.map(({ from, to }) => `${from ?? "none"} \u2192 ${to ?? "none"}`).join(", ") ?? "none";
/** By object, each in one order. */
const imagesOf = ({ images, }) => [...Map.groupBy(images, ({ in: ref }) => (0,resource_ref/* refKey */.XF)(ref))].flatMap(([key, own]) => {
    const sorted = own
        .map(({ from, to }) => ({ from, to }))
        .sort((a, b) => (0,finding/* compare */.UD)(a.from ?? "", b.from ?? "") || (0,finding/* compare */.UD)(a.to ?? "", b.to ?? ""));
    return own.slice(0, 1).map(({ in: ref }) => ({ key, ref, images: sorted }));
});
/** Without what a checksum or a chance makes differ with every render; a restart by nothing else is no promise. */
const restartsOf = ({ restarts, objects, }) => {
    const chance = new Set(objects.flatMap(({ ref, changes }) => changes
        .filter(({ noise }) => noise === "checksum" || noise === "unstable")
        .map(({ pointer }) => `${(0,resource_ref/* refKey */.XF)(ref)}\n${pointer}`)));
    return restarts.flatMap(({ ref, because }) => {
        const own = because.filter((pointer) => !chance.has(`${(0,resource_ref/* refKey */.XF)(ref)}\n${pointer}`)).sort(finding/* compare */.UD);
        return own.length === 0 ? [] : [{ ref, because: own }];
    });
};

;// CONCATENATED MODULE: ./build/src/plan/approved/moved-key.js
/**
 * Whether the two plans were made with the same `plan-key`: where they were not, no digest of one says anything of the
 * other's, and that is told once instead of with every object. Null where nothing speaks against it. Two keys cannot be
 * told from each other but by that nothing at all is the same.
 */
const movedKey = (approved, fresh) => {
    const [before, after] = [keyedDigests(approved), keyedDigests(fresh)];
    if ((before.size === 0) !== (after.size === 0)) {
        const told = (keyed) => (keyed.size > 0 ? "given" : "not given");
        return {
            what: "plan-key, which was given to the one job and not to the other",
            approved: told(before),
            now: told(after),
        };
    }
    if (Math.min(before.size, after.size) < fewest || !before.isDisjointFrom(after))
        return null;
    return { what: "plan-key", approved: "one key", now: "another key, or nothing is as it was" };
};
/** A plan of less digests than that can well be another one whole. */
const fewest = 3;
/** The plan without digests of values, for a comparison of what else there is. */
const withoutDigests = (plan) => ({
    ...plan,
    release: { ...plan.release, values: null, hooksDigest: null },
    objects: plan.objects.map((object) => ({
        ...object,
        live: object.live === null ? null : { ...object.live, digest: null },
        wanted: null,
        changes: object.changes.map((change) => ({ ...change, digest: null })),
    })),
});
const keyedDigests = ({ release, objects }) => new Set([
    release.values,
    release.hooksDigest,
    ...objects.flatMap(({ live, wanted, changes }) => [
        live?.digest ?? null,
        wanted,
        ...changes.map(({ digest }) => digest),
    ]),
].filter((digest) => digest?.startsWith("hmac-") === true));

// EXTERNAL MODULE: ./build/src/plan/plan.js
var plan = __webpack_require__(62941);
;// CONCATENATED MODULE: ./build/src/plan/approved/moved-objects.js




/**
 * What is another thing for the objects: which they are, what would happen to them, what they are in the cluster and
 * what they would become. Their generation and noise do not matter, nor the order in which the plans have them. By
 * layer, then by kind and name; what is deleted now comes first.
 */
const movedObjects = (approved, now) => {
    const pairs = paired(approved, now, keyOf).map((pair) => ({
        deletes: pair.now?.action === "delete",
        moved: movedObject(pair.approved, pair.now),
    }));
    return [...pairs.filter(({ deletes }) => deletes), ...pairs.filter(({ deletes }) => !deletes)].flatMap((pair) => pair.moved);
};
/** The layer's number, for its order. */
const keyOf = ({ layer, ref }) => `${plan/* planLayers */.Q7.indexOf(layer)}\n${(0,resource_ref/* refKey */.XF)(ref)}`;
const movedObject = (a, b) => {
    if (a === undefined || b === undefined)
        return comingOrGoing(a, b);
    const name = (0,finding/* nameOf */.Vb)(a.ref);
    return [
        ...movedValue(name, a.action, b.action),
        ...movedValue(`${name}: uid, as of an object that was made anew`, a.live?.uid ?? null, b.live?.uid ?? null),
        ...movedDigest(`${name}: what lies in the cluster`, a.live?.digest ?? null, b.live?.digest ?? null),
        ...movedDigest(`${name}: what the stack asks for`, a.wanted, b.wanted),
        ...paired(own(a.changes), own(b.changes), ({ pointer }) => pointer).flatMap((pair) => movedChange(name, pair)),
        ...movedValue(`${name}: owner`, a.owner, b.owner),
        ...movedValue(`${name}: why it is unverified`, a.unverified, b.unverified, "verified"),
    ];
};
const comingOrGoing = (a, b) => {
    const ref = a?.ref ?? b?.ref;
    if (ref === undefined)
        return [];
    const told = (object) => object === undefined ? "not in the plan" : `${object.action}, of ${object.layer}, as ${object.ref.apiVersion}`;
    return moved((0,finding/* nameOf */.Vb)(ref), a, b, told);
};
/** What noise is told of a field differs from plan to plan, or comes to nothing. */
const own = (changes) => changes.filter(({ noise }) => noise === null);
const movedChange = (name, pair) => {
    const { approved: a, now: b } = pair;
    const sameShown = a?.before === b?.before && a?.after === b?.after;
    const told = (change) => {
        if (change === undefined)
            return "no change";
        return sameShown
            ? shortDigest(change.digest)
            : `${change.before ?? "(not told)"} \u2192 ${change.after ?? "(not told)"}`;
    };
    return moved(`${name}: ${(a ?? b)?.pointer || "the whole object"}`, a, b, told);
};

;// CONCATENATED MODULE: ./build/src/plan/approved/same-plan.js





/**
 * All that is not as it was approved and matters; none where a deploy does what was approved and nothing else. The
 * order is the same for the same plans: causes before effects, and what weighs more before what weighs less. Both plans
 * have to be made with the same rules of what is shown: a plan of names alone is compared with one of names alone.
 * `now` is this machine's clock.
 */
const whatMoved = (approved, fresh, now, purpose) => {
    const key = movedKey(approved, fresh);
    const [a, b] = [approved, fresh].map((plan) => asWritten(key === null ? plan : withoutDigests(plan)));
    if (a === undefined || b === undefined)
        return [];
    return [
        ...movedTime(approved, now),
        ...movedValue("planVersion", a.planVersion, b.planVersion),
        ...movedSource(a, b, purpose),
        ...movedTarget(a, b),
        ...(key === null ? [] : [key]),
        ...movedRecord("input", a.inputs, b.inputs, "not given"),
        ...movedDigest("configuration file", a.digests.config, b.digests.config),
        ...movedDigest("chart", a.digests.chart, b.digests.chart),
        ...movedRecord("tool", a.tools, b.tools, "none"),
        ...movedObstacles(a, b),
        ...movedLosses(a, b),
        ...movedRelease(a, b),
        ...movedObjects(a.objects, b.objects),
        ...movedImages(a, b),
        ...movedRestarts(a, b),
        ...movedStale(a, b),
        ...movedDrill(a, b),
    ];
};
/** As a reader of the file has it: what was never in a file may hold characters that no file has. */
const asWritten = (plan) => JSON.parse((0,canonical_json/* canonicalJson */.d)(plan));
/** Milliseconds by which the clocks of two runners may differ. */
const skew = 5 * 60 * 1000;
/** A time that is none has passed: both comparisons are no with it. */
const movedTime = ({ createdAt, expiresAt }, now) => {
    const time = now.toISOString();
    if (!(Date.parse(expiresAt) > now.getTime()))
        return [{ what: "expiry", approved: expiresAt, now: time }];
    if (Date.parse(createdAt) <= now.getTime() + skew)
        return [];
    return [{ what: "time, which was later when the plan was made", approved: createdAt, now: time }];
};
const movedSource = ({ source: a }, { source: b }, purpose) => [
    ...movedValue("repository", a.repository, b.repository),
    ...(purpose === "ask"
        ? []
        : [
            ...movedValue("commit", a.sha, b.sha),
            ...movedValue("ref", a.ref, b.ref),
            ...movedValue("run", a.runId, b.runId),
            ...movedValue("workflow", a.workflow, b.workflow),
            ...movedValue("event", a.event, b.event),
        ]),
];
const movedTarget = ({ target: a }, { target: b }) => [
    ...movedValue("target", a.name, b.name),
    ...movedValue("cluster: uid", a.clusterUid, b.clusterUid),
    ...movedValue("cluster: server", a.server, b.server),
    ...movedValue("cluster: version of Kubernetes", a.kubernetesVersion, b.kubernetesVersion),
];
const movedRecord = (word, a, b, absent) => [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .sort()
    .flatMap((name) => movedValue(`${word} ${name}`, valueIn(a, name), valueIn(b, name), absent));
/** A name such as `constructor` is in no mapping of ours by itself. */
const valueIn = (record, name) => Object.hasOwn(record, name) ? (record[name] ?? null) : null;

;// CONCATENATED MODULE: ./build/src/plan/approved/approved-plan.js




/**
 * Reads the plan that the inputs name; null where they name none. Throws OperatorError `invalid-input`, and
 * `plan-changed` where it is not the one whose digest was approved.
 */
const readApprovedPlan = async ({ planFile, planDigest }, { files, workspace }) => {
    if (planFile === undefined || planDigest === undefined)
        return null;
    const name = `the plan file ${planFile}`;
    const bytes = await files.readBytes(workspace.absolute(planFile), maxBytes);
    if (bytes === null)
        throw new errors/* OperatorError */.nv("invalid-input", `Input plan-file: ${planFile} is not there.`, "Download the artifact of the plan job before this step, and name the plan.json in it.");
    return { plan: (0,plan_file/* readPlanFile */.w)(bytes, planDigest, name), text: Buffer.from(bytes).toString("utf8") };
};
/** One more than a plan file may have: then it is refused by its size. */
const maxBytes = 16 * 1024 * 1024;
/** What a plan has to do with the one that was approved. */
const movedSince = (approved, fresh, purpose) => approved === null ? [] : whatMoved(approved.plan, fresh, new Date(), purpose);
/** Throws OperatorError `plan-changed` where anything moved. */
const refuseMoved = (moved) => {
    if (moved.length > 0)
        throw planMoved(moved);
};


/***/ },

/***/ 37768:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ planText),
  w: () => (/* binding */ readPlanFile)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/sentence.js
var sentence = __webpack_require__(25431);
// EXTERNAL MODULE: ./build/src/text/untrusted-json.js
var untrusted_json = __webpack_require__(1417);
// EXTERNAL MODULE: ./build/src/plan/hidden/canonical-json.js + 1 modules
var canonical_json = __webpack_require__(56733);
// EXTERNAL MODULE: ./build/src/plan/hidden/digest.js
var hidden_digest = __webpack_require__(3965);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
// EXTERNAL MODULE: ./build/docs/plan.schema.json
var plan_schema = __webpack_require__(5555);
// EXTERNAL MODULE: ./build/src/text/schema-clause.js
var schema_clause = __webpack_require__(60971);
;// CONCATENATED MODULE: ./build/src/plan/approved/plan-schema.js



/** What keeps a value from being a plan, as a clause; null where it is one, and so a `Plan`. */
const planProblem = (value) => {
    validate ??= new ajv.Ajv({ allowUnionTypes: true }).compile(plan_schema);
    if (!validate(value))
        return (0,schema_clause/* schemaClause */.h)(validate.errors?.[0], "docs/plan.schema.json");
    const { createdAt, expiresAt } = value;
    const nonsense = Object.entries({ createdAt, expiresAt }).find(([, time]) => !isTime(time));
    return nonsense === undefined ? null : `${nonsense[0]} is no time`;
};
/** Made when it is first needed: it takes longer than most checks. */
let validate;
/** JavaScript takes 31 February for a day in March. */
const isTime = (text) => {
    const time = Date.parse(text);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, "2026-02-31T00:00:00".length));
};

;// CONCATENATED MODULE: ./build/src/plan/approved/plan-file.js







/** More than thirty times the bytes that the plan of the whole chart takes, which has six levels. */
const limits = { mostBytes: 8 * 1024 * 1024, maxDepth: 16 };
/**
 * The text of `plan.json`: canonical JSON and a line feed, so that one plan has one digest. Throws OperatorError
 * `invalid-input` for a plan that `readPlanFile` would not read, e.g. because of its size.
 */
const planText = (plan) => {
    const text = `${(0,canonical_json/* canonicalJson */.d)(asJson(plan))}\n`;
    const bytes = Buffer.byteLength(text);
    const problem = bytes > limits.mostBytes ? (0,untrusted_json/* tooManyBytes */.z)(bytes, limits.mostBytes) : planProblem(JSON.parse(text));
    if (problem === null)
        return text;
    throw new errors/* OperatorError */.nv("invalid-input", `A plan of this stack cannot be written: ${problem}.`, "What stands there comes from the tree or from the cluster: mend it there, or split the stack.");
};
/**
 * Reads a plan file as what anybody may have written; `expectedDigest` is the input `plan-digest`, `name` what messages
 * call the file. Throws OperatorError `plan-changed` where the file is not the one that the digest is of, and
 * `invalid-input` where the digest is none or the file is not byte for byte what `planText` writes.
 */
const readPlanFile = (bytes, expectedDigest, name) => {
    if (!/^sha256:[0-9a-f]{64}$/.test(expectedDigest))
        throw noDigest(expectedDigest);
    if (bytes.length > limits.mostBytes)
        throw noPlan(name, (0,untrusted_json/* tooManyBytes */.z)(bytes.length, limits.mostBytes));
    const digest = (0,hidden_digest/* fileDigest */.h)(bytes);
    if (!(0,external_node_crypto_.timingSafeEqual)(Buffer.from(digest), Buffer.from(expectedDigest)))
        throw another(name, expectedDigest, digest);
    const read = (0,untrusted_json/* readUntrustedJson */.R)(bytes, limits);
    if (!read.ok)
        throw noPlan(name, read.problem);
    const { text, value } = read;
    const problem = planProblem(value);
    if (problem !== null)
        throw noPlan(name, problem);
    // Duplicate or reordered keys, other spaces, other escapes: all that two readers could read as two plans.
    if (`${(0,canonical_json/* canonicalJson */.d)(value)}\n` !== text)
        throw noPlan(name, "it is not written as the action writes a plan");
    return value;
};
/** An interface has no index signature, but a plan is JSON all the same. */
const asJson = (plan) => plan;
const again = "plan again, with the same version of the action in both jobs, and hand its plan.json on as it is.";
const noPlan = (name, problem) => new errors/* OperatorError */.nv("invalid-input", `${name} is not a plan: ${problem}.`, (0,sentence/* capital */.N)(again));
const noDigest = (given) => new errors/* OperatorError */.nv("invalid-input", `Input plan-digest is ${JSON.stringify(given.slice(0, 100))}: it must be sha256: and 64 hexadecimal digits.`, "Take it from the plan job's output plan-digest, as that job gives it.");
const another = (name, approved, found) => new errors/* OperatorError */.nv("plan-changed", `${name} is not the plan that was approved: its digest is ${found}, and plan-digest is ${approved}.`, `Take plan-digest from the output of the plan job, and plan-file from the artifact of that job in this run; or ${again}`);


/***/ },

/***/ 56733:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ canonicalJson)
});

;// CONCATENATED MODULE: ./node_modules/canonicalize/lib/canonicalize.js
function serializeString (value) {
  if (!value.isWellFormed()) {
    throw new Error('Lone surrogate is not allowed');
  }
  return JSON.stringify(value);
}

function serializePrimitive (value) {
  switch (typeof value) {
    case 'number':
      if (isNaN(value)) {
        throw new Error('NaN is not allowed');
      }
      if (!isFinite(value)) {
        throw new Error('Infinity is not allowed');
      }
      // For finite numbers String(value) would give identical output, but
      // JSON.stringify benchmarks faster on V8.
      return JSON.stringify(value);
    case 'string':
      return serializeString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      // null, or values JSON.stringify maps to undefined (undefined,
      // functions, symbols).
      return JSON.stringify(value);
  }
}

// Resolves a value to either its serialized primitive form (a string \u2014 or
// undefined, for values JSON.stringify drops) or a frame describing the
// container to descend into. Callers distinguish the two cases with
// `typeof result !== 'object'`.
//
// toJSON results are unwrapped here, and the wrapper objects stay in `seen`
// until the resolved subtree is fully serialized, so cycles introduced via
// toJSON are still detected.
function enterValue (value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === 'object' && typeof value.toJSON === 'function') {
    if (seen.has(value)) {
      throw new Error('Circular reference detected');
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }

  // Boxed Number/String/Boolean objects serialize as their primitive values,
  // mirroring how JSON.stringify treats them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }

  if (value === null || typeof value !== 'object') {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }

  if (seen.has(value)) {
    throw new Error('Circular reference detected');
  }
  seen.add(value);

  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}

function canonicalize (object) {
  if (object === null || typeof object !== 'object') {
    return serializePrimitive(object);
  }

  const seen = new Set();
  const root = enterValue(object, seen);
  if (typeof root !== 'object') {
    // A toJSON chain resolved the input to a primitive.
    return root;
  }

  let result = root.keys === null ? '[' : '{';
  const stack = [root];

  // Depth-first serialization with an explicit stack instead of recursion, so
  // nesting depth is bounded by heap size rather than call-stack size. The top
  // frame is the container currently being serialized: primitive children are
  // appended inline, while a nested container pushes a new frame and jumps
  // back to the outer loop. Because frame.index was already advanced, the
  // parent resumes at its next child once the subtree is done. Opening
  // brackets are emitted when a frame is pushed, closing brackets when it
  // completes.
  outer:
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    const container = frame.container;

    // keys === null marks an array frame; otherwise keys holds the object's
    // sorted property names. Either way the iteration counter lives on the
    // frame itself (frame.index), so when a frame is resumed after a nested
    // container completes, the while condition continues at the first
    // unserialized child instead of restarting from the beginning.
    if (frame.keys === null) {
      while (frame.index < container.length) {
        const i = frame.index++;
        if (i > 0) {
          result += ',';
        }
        const element = container[i];
        // Inside arrays, JSON.stringify serializes values with no JSON
        // representation (undefined, symbols, functions) as null.
        const value = element === undefined || typeof element === 'symbol' || typeof element === 'function' ? null : element;
        if (value === null || typeof value !== 'object') {
          result += serializePrimitive(value);
          continue;
        }
        const child = enterValue(value, seen);
        if (typeof child !== 'object') {
          // A toJSON chain resolved the child to an already-serialized
          // primitive \u2014 or, when child is undefined, to a value with no JSON
          // representation, which becomes null inside arrays.
          result += child === undefined ? 'null' : child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += ']';
    } else {
      const keys = frame.keys;
      while (frame.index < keys.length) {
        const key = keys[frame.index++];
        const value = container[key];
        // Inside objects, JSON.stringify omits properties whose value has no
        // JSON representation (undefined, symbols, functions).
        if (value === undefined || typeof value === 'symbol' || typeof value === 'function') {
          continue;
        }
        if (value === null || typeof value !== 'object') {
          // Commas are tracked with a flag rather than the key index: a
          // skipped key must not leave a stray comma behind.
          if (frame.first) {
            frame.first = false;
          } else {
            result += ',';
          }
          result += serializeString(key) + ':' + serializePrimitive(value);
          continue;
        }
        // The child must be resolved before the key is emitted: a toJSON
        // returning a value with no JSON representation drops the whole
        // property.
        const child = enterValue(value, seen);
        if (child === undefined) {
          continue;
        }
        if (frame.first) {
          frame.first = false;
        } else {
          result += ',';
        }
        result += serializeString(key) + ':';
        if (typeof child !== 'object') {
          result += child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += '}';
    }

    // Frame complete. The container leaves `seen` so that a later, sibling
    // reference to the same object is not mistaken for a cycle.
    seen.delete(container);
    if (frame.wrappers !== null) {
      for (const wrapper of frame.wrappers) seen.delete(wrapper);
    }
    stack.pop();
  }

  return result;
}

// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
;// CONCATENATED MODULE: ./build/src/plan/hidden/canonical-json.js


/**
 * The one text of a JSON value, by RFC 8785: one line, no space, keys in the order of their UTF-16 code units, numbers
 * as ECMAScript writes them. What such a text cannot hold is written as Go, and so the cluster, writes or reads it: a
 * lone surrogate as U+FFFD, a number that is none as null.
 */
const canonicalJson = (value) => {
    try {
        return textOf(value);
    }
    catch {
        return textOf(sound(value));
    }
};
const textOf = (value) => canonicalize(value) ?? "null";
/** Only what the tree says gets here, and no YAML is read that is nested deeply: Go sends no lone surrogate. */
const sound = (value) => {
    if (value === undefined)
        return null;
    if (typeof value === "string")
        return value.toWellFormed();
    if (typeof value === "number")
        return Number.isFinite(value) ? value : null;
    if ((0,manifest/* isObject */.G)(value))
        return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => inner === undefined ? [] : [[key.toWellFormed(), sound(inner)]]));
    return Array.isArray(value) ? value.map(sound) : value;
};


/***/ },

/***/ 3965:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ digester),
/* harmony export */   h: () => (/* binding */ fileDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79597);
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53325);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56733);





/** `sha256:<64 hex digits>` of a file. */
const fileDigest = (bytes) => `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex")}`;
/**
 * What makes the digests of a run; `key` is the input `plan-key`. Throws OperatorError `invalid-input` for a key of
 * less than 16 characters: whoever may read the plan can try such keys, and with the right one the passwords too.
 */
const digester = ({ key, hide }) => {
    if (key === undefined)
        return {
            ofSecret: () => null,
            of: (value, purpose) => fileDigest(Buffer.from(textOf(purpose, hidden(value, hide, 0)))),
        };
    if (key.length < leastKey)
        throw shortKey();
    const keyed = (value, purpose) => `hmac-sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key).update(textOf(purpose, value)).digest("hex")}`;
    return { ofSecret: keyed, of: keyed };
};
/** Characters: a word has less, and what `openssl rand -hex 8` prints, 64 random bits, has as many. */
const leastKey = 16;
const shortKey = () => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .OperatorError */ .nv("invalid-input", `Input plan-key has less than ${leastKey} characters: whoever reads the plan could find it by trying, and with it the secrets that its digests stand for.`, "Make one with `openssl rand -hex 32`, keep it as a secret, and give it to the plan job and to the deploy job.");
/** What the key is used for stands first: one MAC never stands for another thing, whatever else the key is used for. */
const textOf = (purpose, value) => (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(["prometheus-stack-action/plan/1", purpose, value]);
/** Levels that are gone through one by one; what a cluster holds can be nested more deeply than there is stack. */
const maxDepth = 200;
/** Keys and numbers can be secrets too. */
const hidden = (value, hide, depth) => {
    if (value === null || value === undefined || typeof value === "boolean")
        return value ?? null;
    if (typeof value === "string")
        return hide(value);
    if (typeof value === "number")
        return hide(String(value)) === String(value) ? value : hide(String(value));
    if (depth >= maxDepth)
        return hide((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(value));
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value))
        return value.map((item) => hidden(item, hide, depth + 1));
    const times = new Map();
    return Object.fromEntries(Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .compare */ .UD)(a, b))
        .map(([key, inner]) => [numbered(hide(key), times), hidden(inner, hide, depth + 1)]));
};
/** Two keys may be the same once they are hidden, and both count. */
const numbered = (key, times) => {
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before === 0 ? key : `${key}\0${before}`;
};


/***/ },

/***/ 62941:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q7: () => (/* binding */ planLayers)
/* harmony export */ });
/* unused harmony exports planActions, noiseKinds */
/** The part of a deploy that an object belongs to, in the order in which they are carried out. */
const planLayers = ["crds", "base", "release", "overlay", "prune"];
const planActions = (/* unused pure expression or super */ null && (["create", "update", "delete", "unchanged"]));
/** Why a difference says nothing of what the people changed. */
const noiseKinds = (/* unused pure expression or super */ null && (["checksum", "unstable", "chart-label", "managed-fields"]));


/***/ },

/***/ 60971:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ schemaClause)
/* harmony export */ });
/** UTF-16 units that a message quotes: keys can be as long as the file, and hold anything. */
const longest = 200;
/** What a schema has against a value, as a clause: the first error of ajv. `page` is where the schema is kept. */
const schemaClause = (error, page) => {
    if (error === undefined)
        return `it does not follow ${page}`;
    const { instancePath, message, params } = error;
    const extra = params["additionalProperty"] ?? params["unevaluatedProperty"];
    const where = instancePath === "" ? "it" : shown(instancePath);
    return typeof extra === "string" ? `${where} has the unknown field ${shown(extra)}` : `${where} ${message}`;
};
const shown = (text) => JSON.stringify(text.length > longest ? `${text.slice(0, longest)}\u2026` : text);


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

/***/ 5555:
/***/ (module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"plan.json of prometheus-stack-action","description":"Everything that a deploy would do, as canonical JSON (RFC 8785) and a line feed. src/plan/plan.ts says what each field means.","type":"object","additionalProperties":false,"required":["planVersion","source","createdAt","expiresAt","target","inputs","digests","tools","release","objects","images","restarts","losses","stale","obstacles","drill","notes"],"properties":{"planVersion":{"const":1},"source":{"description":"Who planned; null where the runner does not say it","type":"object","additionalProperties":false,"required":["repository","ref","sha","event","runId","runAttempt","workflow"],"properties":{"repository":{"$ref":"#/definitions/maybeLine"},"ref":{"$ref":"#/definitions/maybeLine"},"sha":{"$ref":"#/definitions/maybeWord"},"event":{"$ref":"#/definitions/maybeLine"},"runId":{"$ref":"#/definitions/maybeWord"},"runAttempt":{"$ref":"#/definitions/maybeWord"},"workflow":{"$ref":"#/definitions/maybeLine"}}},"createdAt":{"$ref":"#/definitions/time"},"expiresAt":{"$ref":"#/definitions/time"},"target":{"description":"The cluster","type":"object","additionalProperties":false,"required":["name","server","clusterUid","kubernetesVersion"],"properties":{"name":{"$ref":"#/definitions/maybeLine"},"server":{"$ref":"#/definitions/line"},"clusterUid":{"$ref":"#/definitions/line"},"kubernetesVersion":{"$ref":"#/definitions/line"}}},"inputs":{"description":"Every input that bears on the result and is no secret, by name","type":"object","maxProperties":200,"propertyNames":{"maxLength":64,"pattern":"^[a-z][a-z0-9-]*$"},"additionalProperties":{"type":"string","maxLength":65536}},"digests":{"description":"SHA-256","type":"object","additionalProperties":false,"required":["config","chart"],"properties":{"config":{"$ref":"#/definitions/maybeFileDigest"},"chart":{"$ref":"#/definitions/fileDigest"}}},"tools":{"description":"Versions by tool","type":"object","maxProperties":20,"propertyNames":{"maxLength":64,"pattern":"^[a-z][a-z0-9-]*$"},"additionalProperties":{"$ref":"#/definitions/line"}},"release":{"description":"What the helm release would become","type":"object","additionalProperties":false,"required":["name","namespace","action","from","chart","hooks","hooksDigest","values","storedBytes","recovery"],"properties":{"name":{"$ref":"#/definitions/line"},"namespace":{"$ref":"#/definitions/line"},"action":{"enum":["install","upgrade","none"]},"from":{"type":["object","null"],"additionalProperties":false,"required":["revision","status","chart"],"properties":{"revision":{"$ref":"#/definitions/count"},"status":{"$ref":"#/definitions/line"},"chart":{"$ref":"#/definitions/line"}}},"chart":{"$ref":"#/definitions/line"},"hooks":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/ref"}},"hooksDigest":{"$ref":"#/definitions/maybeDigest"},"values":{"$ref":"#/definitions/maybeDigest"},"storedBytes":{"$ref":"#/definitions/maybeCount"},"recovery":{"$ref":"#/definitions/maybeProse"}}},"objects":{"description":"By layer, in the order in which they are carried out","type":"array","maxItems":20000,"items":{"$ref":"#/definitions/object"}},"images":{"type":"array","maxItems":20000,"items":{"type":"object","additionalProperties":false,"required":["from","to","in"],"properties":{"from":{"$ref":"#/definitions/maybeLine"},"to":{"$ref":"#/definitions/maybeLine"},"in":{"$ref":"#/definitions/ref"}}}},"restarts":{"description":"Workloads whose pods would be replaced, and by which fields of the pod template; of the operator\'s resources also by which arguments of the operator","type":"array","maxItems":10000,"items":{"type":"object","additionalProperties":false,"required":["ref","because"],"properties":{"ref":{"$ref":"#/definitions/ref"},"because":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/pointer"}}}}},"losses":{"type":"array","maxItems":10000,"items":{"type":"object","additionalProperties":false,"required":["ref","what","allowed"],"properties":{"ref":{"$ref":"#/definitions/ref"},"what":{"$ref":"#/definitions/prose"},"allowed":{"type":"boolean"}}}},"stale":{"description":"Objects of an earlier deploy that the tree has no more, and that stay","type":"array","maxItems":20000,"items":{"$ref":"#/definitions/ref"}},"obstacles":{"description":"Why a deploy of this plan would be refused","type":"array","maxItems":1000,"items":{"type":"object","additionalProperties":false,"required":["reason","message","hint"],"properties":{"reason":{"enum":["findings","invalid-input","tool-missing","schemas-unavailable","render-failed","plan-changed","cluster-unreachable","wrong-cluster","owned-elsewhere","gate-missing","data-loss","release-pending","locked","outdated","unauthorized","untrusted-event","timeout","apply-failed","verify-failed","rollback-failed","disk-full","cancelled","internal"]},"message":{"$ref":"#/definitions/prose"},"hint":{"$ref":"#/definitions/prose"}}}},"drill":{"description":"Who would be told by the delivery drill; null where none is asked for","type":["object","null"],"additionalProperties":false,"required":["routes","unseen"],"properties":{"routes":{"type":"array","maxItems":10000,"items":{"type":"object","additionalProperties":false,"required":["alertmanager","route","receiver","integrations","alerts"],"properties":{"alertmanager":{"$ref":"#/definitions/line"},"route":{"$ref":"#/definitions/prose"},"receiver":{"$ref":"#/definitions/line"},"integrations":{"type":"array","maxItems":100,"items":{"$ref":"#/definitions/line"}},"alerts":{"type":"array","maxItems":20000,"items":{"$ref":"#/definitions/line"}}}}},"unseen":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/prose"}}}},"notes":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/prose"}}},"definitions":{"line":{"description":"One line","type":"string","maxLength":2048,"pattern":"^[^\\\\u0000-\\\\u001f\\\\u007f]*$"},"maybeLine":{"type":["string","null"],"maxLength":2048,"pattern":"^[^\\\\u0000-\\\\u001f\\\\u007f]*$"},"word":{"type":"string","maxLength":64,"pattern":"^[0-9A-Za-z-]+$"},"maybeWord":{"type":["string","null"],"maxLength":64,"pattern":"^[0-9A-Za-z-]+$"},"prose":{"description":"One character more than a message has at most","type":"string","maxLength":20001},"maybeProse":{"type":["string","null"],"maxLength":20001},"time":{"description":"ISO 8601, UTC","type":"string","maxLength":24,"pattern":"^\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d(?:\\\\.\\\\d{3})?Z$"},"count":{"type":"integer","minimum":0,"maximum":9007199254740991},"maybeCount":{"type":["integer","null"],"minimum":0,"maximum":9007199254740991},"pointer":{"description":"JSON pointer (RFC 6901)","type":"string","maxLength":8192,"pattern":"^(?:/[\\\\s\\\\S]*)?$"},"digest":{"type":"string","maxLength":76,"pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"},"maybeDigest":{"type":["string","null"],"maxLength":76,"pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"},"fileDigest":{"type":"string","maxLength":71,"pattern":"^(?:sha256:)?[0-9a-f]{64}$"},"maybeFileDigest":{"type":["string","null"],"maxLength":71,"pattern":"^(?:sha256:)?[0-9a-f]{64}$"},"ref":{"description":"What names an object","type":"object","additionalProperties":false,"required":["apiVersion","kind","namespace","name"],"properties":{"apiVersion":{"$ref":"#/definitions/line"},"kind":{"$ref":"#/definitions/line"},"namespace":{"$ref":"#/definitions/maybeLine"},"name":{"$ref":"#/definitions/line"}}},"object":{"description":"What would happen to one object","type":"object","additionalProperties":false,"required":["layer","ref","action","unverified","live","wanted","changes","owner"],"properties":{"layer":{"enum":["crds","base","release","overlay","prune"]},"ref":{"$ref":"#/definitions/ref"},"action":{"enum":["create","update","delete","unchanged"]},"unverified":{"$ref":"#/definitions/maybeProse"},"live":{"type":["object","null"],"additionalProperties":false,"required":["uid","generation","digest"],"properties":{"uid":{"$ref":"#/definitions/line"},"generation":{"$ref":"#/definitions/count"},"digest":{"$ref":"#/definitions/maybeDigest"}}},"wanted":{"$ref":"#/definitions/maybeDigest"},"changes":{"type":"array","maxItems":20000,"items":{"$ref":"#/definitions/change"}},"owner":{"$ref":"#/definitions/maybeProse"}}},"change":{"description":"A field that would change","type":"object","additionalProperties":false,"required":["pointer","before","after","digest","noise"],"properties":{"pointer":{"$ref":"#/definitions/pointer"},"before":{"$ref":"#/definitions/maybeProse"},"after":{"$ref":"#/definitions/maybeProse"},"digest":{"$ref":"#/definitions/maybeDigest"},"noise":{"enum":[null,"checksum","unstable","chart-label","managed-fields"]}}}}}');

/***/ },

/***/ 72079:
/***/ (module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://json-schema.org/draft-07/schema#","title":"Core schema meta-schema","definitions":{"schemaArray":{"type":"array","minItems":1,"items":{"$ref":"#"}},"nonNegativeInteger":{"type":"integer","minimum":0},"nonNegativeIntegerDefault0":{"allOf":[{"$ref":"#/definitions/nonNegativeInteger"},{"default":0}]},"simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},"stringArray":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}},"type":["object","boolean"],"properties":{"$id":{"type":"string","format":"uri-reference"},"$schema":{"type":"string","format":"uri"},"$ref":{"type":"string","format":"uri-reference"},"$comment":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"default":true,"readOnly":{"type":"boolean","default":false},"examples":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},"maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/definitions/nonNegativeInteger"},"minLength":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},"additionalItems":{"$ref":"#"},"items":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/schemaArray"}],"default":true},"maxItems":{"$ref":"#/definitions/nonNegativeInteger"},"minItems":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean","default":false},"contains":{"$ref":"#"},"maxProperties":{"$ref":"#/definitions/nonNegativeInteger"},"minProperties":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"required":{"$ref":"#/definitions/stringArray"},"additionalProperties":{"$ref":"#"},"definitions":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"properties":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"patternProperties":{"type":"object","additionalProperties":{"$ref":"#"},"propertyNames":{"format":"regex"},"default":{}},"dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/stringArray"}]}},"propertyNames":{"$ref":"#"},"const":true,"enum":{"type":"array","items":true,"minItems":1,"uniqueItems":true},"type":{"anyOf":[{"$ref":"#/definitions/simpleTypes"},{"type":"array","items":{"$ref":"#/definitions/simpleTypes"},"minItems":1,"uniqueItems":true}]},"format":{"type":"string"},"contentMediaType":{"type":"string"},"contentEncoding":{"type":"string"},"if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"},"allOf":{"$ref":"#/definitions/schemaArray"},"anyOf":{"$ref":"#/definitions/schemaArray"},"oneOf":{"$ref":"#/definitions/schemaArray"},"not":{"$ref":"#"}},"default":true}');

/***/ }

};
;
})

(function (module, exports, require, __dirname) {"use strict";
exports.id = 7;
exports.ids = [7,311];
exports.modules = {

/***/ 26007:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  earlierReport: () => (/* binding */ earlierReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/core/mode.js
var mode = __webpack_require__(59441);
// EXTERNAL MODULE: ./build/src/core/stage.js
var stage = __webpack_require__(59786);
// EXTERNAL MODULE: ./build/src/gate/earlier-run.js
var earlier_run = __webpack_require__(72096);
// EXTERNAL MODULE: ./build/src/gate/read-event.js
var read_event = __webpack_require__(6239);
// EXTERNAL MODULE: ./build/src/outcome.js + 18 modules
var src_outcome = __webpack_require__(49342);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/signal/path/signal-path.js
var signal_path = __webpack_require__(80955);
// EXTERNAL MODULE: ./build/src/text/untrusted-json.js
var untrusted_json = __webpack_require__(1417);
// EXTERNAL MODULE: ./build/src/policy/run-checks.js + 2 modules
var run_checks = __webpack_require__(34311);
;// CONCATENATED MODULE: ./build/src/report/earlier/report-from-json.js

/** The report that `renderReportJson` wrote so. The page of a check is ours, whatever is said of it. */
const reportFromJson = (json) => ({
    ...json,
    findings: json.findings.map(findingOf),
    suppressed: json.suppressed.map(({ by, reason, ...finding }) => ({ finding: findingOf(finding), by, reason })),
    change: json.change === null ? null : { ...json.change, mended: json.change.mended.map(findingOf) },
    signalPaths: json.signalPaths.map((path) => ({ ...path, hops: path.hops.map(placed) })),
});
const findingOf = (finding) => ({ ...placed(finding), help: (0,run_checks/* pageOf */.ZZ)(finding.check) });
const placed = (json) => {
    const { file, line, column, endLine, endColumn, ...rest } = json;
    if (file === undefined || line === undefined || column === undefined)
        return rest;
    const end = {
        ...(endLine === undefined ? {} : { endLine }),
        ...(endColumn === undefined ? {} : { endColumn }),
    };
    return { ...rest, at: { file, line, column, ...end } };
};

// EXTERNAL MODULE: ./node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(52210);
// EXTERNAL MODULE: ./build/docs/plan.schema.json
var plan_schema = __webpack_require__(5555);
;// CONCATENATED MODULE: ./build/docs/report.schema.json
const report_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"report.json of prometheus-stack-action","type":"object","additionalProperties":false,"required":["schemaVersion","mode","target","path","failOn","conclusion","failureReason","error","counts","stages","findings","suppressed","change","configuration","checksNotRun","exporter","signalPaths","gpuCoverage","xids","capacity","alertProofs","settings","chart","components","dashboards","hooks","unstable","validation","withoutSchema","rulesNotJudged","gate","plan","deploy","verify","rollback","drill","tools"],"properties":{"schemaVersion":{"const":1},"mode":{"enum":["check","plan","deploy","verify","report"]},"target":{"type":["string","null"]},"path":{"description":"The stack\'s folder, relative to the repository root","type":"string","minLength":1},"failOn":{"description":"The least severity that fails the run","enum":["error","warning","notice","never"]},"conclusion":{"enum":["success","failure"]},"failureReason":{"enum":[null,"findings","invalid-input","tool-missing","schemas-unavailable","render-failed","plan-changed","cluster-unreachable","wrong-cluster","owned-elsewhere","gate-missing","data-loss","release-pending","locked","outdated","unauthorized","untrusted-event","timeout","apply-failed","verify-failed","rollback-failed","disk-full","cancelled","internal"]},"error":{"description":"The error that ended the run, and the next step","oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["message","hint"],"properties":{"message":{"type":"string","minLength":1},"hint":{"type":"string","minLength":1}}}]},"counts":{"type":"object","additionalProperties":false,"required":["error","warning","notice","suppressed"],"properties":{"error":{"$ref":"#/$defs/count"},"warning":{"$ref":"#/$defs/count"},"notice":{"$ref":"#/$defs/count"},"suppressed":{"$ref":"#/$defs/count"}}},"stages":{"type":"array","items":{"$ref":"#/$defs/stage"}},"findings":{"type":"array","items":{"$ref":"#/$defs/finding"}},"suppressed":{"description":"Findings that a comment, the configuration or the baseline lets be","type":"array","items":{"type":"object","allOf":[{"$ref":"#/$defs/findingFields"}],"unevaluatedProperties":false,"required":["by","reason"],"properties":{"by":{"enum":["comment","configuration","baseline"]},"reason":{"type":"string"}}}},"change":{"description":"What the run knows of the change that its event brings; null where it looked at none","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["base","note","affected","mended"],"properties":{"base":{"description":"The commit that findings were compared with; null where they were not","type":["string","null"],"pattern":"^[0-9a-f]{40,64}$"},"note":{"description":"What kept findings from being compared, or that nothing was judged","type":["string","null"]},"affected":{"description":"False: the change touches nothing that a check reads, and nothing was judged","type":"boolean"},"mended":{"description":"Findings of that commit which are no more, with their places there","type":"array","items":{"$ref":"#/$defs/finding"}}}}]},"configuration":{"description":"The configuration file that counts, and what a pull request proposes for it; null where the run did not get so far","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["file","notes"],"properties":{"file":{"type":["string","null"]},"notes":{"type":"array","items":{"type":"string"}}}}]},"checksNotRun":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["check","reason"],"properties":{"check":{"type":"string"},"reason":{"type":"string"}}}},"exporter":{"description":"Where GPU metrics come from, as the input exporter declares it; null where the run did not come so far","oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["description","known"],"properties":{"description":{"type":"string"},"known":{"type":"boolean"}}}]},"signalPaths":{"type":"array","items":{"$ref":"#/$defs/signalPath"}},"gpuCoverage":{"description":"Classes of GPU failures and the alerts that speak of them; null where the signals were not resolved","anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/classCoverage"}}]},"xids":{"description":"XIDs by the action of NVIDIA\'s catalogue, and the alerts that tell of them; null where the tree has no alert on XIDs","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["rows","unclear"],"properties":{"rows":{"type":"array","items":{"$ref":"#/$defs/xidRow"}},"unclear":{"description":"Alerts that read XIDs, and of which it cannot be told for which codes they fire","type":"array","items":{"type":"string"}}}}]},"capacity":{"description":"What Prometheus has to hold, foretold from files; null where there is none, or the signals were not resolved","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["size","prometheuses"],"properties":{"size":{"description":"What the configuration or the cluster states of the cluster\'s size; what nobody states is absent","type":"object","additionalProperties":false,"properties":{"nodes":{"$ref":"#/$defs/count"},"gpus":{"description":"Those that are not parted into MIG devices","$ref":"#/$defs/count"},"mig-devices":{"$ref":"#/$defs/count"},"cpus":{"description":"Of a node","$ref":"#/$defs/count"},"pods":{"$ref":"#/$defs/count"},"containers":{"$ref":"#/$defs/count"}}},"prometheuses":{"type":"array","items":{"$ref":"#/$defs/prometheusCapacity"}}}}]},"alertProofs":{"description":"Alerts of base and overlays and what proves that they fire; null where the signals were not resolved","anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/alertProof"}}]},"settings":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","value","source"],"properties":{"name":{"type":"string"},"value":{"type":"string"},"source":{"type":"string"}}}},"chart":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["name","version","digest","source"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"digest":{"$ref":"#/$defs/sha256"},"source":{"type":"string"}}}]},"components":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","present","resources"],"properties":{"name":{"type":"string"},"present":{"type":"boolean"},"resources":{"$ref":"#/$defs/count"}}}},"dashboards":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["area","found"],"properties":{"area":{"enum":["cluster","node","pod","api-server","gpu"]},"found":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["title","from"],"properties":{"title":{"type":"string"},"from":{"enum":["chart","base","overlay"]}}}}}}},"hooks":{"type":"array","items":{"$ref":"#/$defs/resource"}},"unstable":{"description":"What differs between two renders of the same input, as JSON pointers; null where the render was done once","oneOf":[{"type":"null"},{"type":"array","items":{"type":"object","additionalProperties":false,"required":["apiVersion","kind","namespace","name","pointers"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"namespace":{"type":["string","null"]},"name":{"type":"string"},"pointers":{"type":"array","items":{"type":"string"}}}}}]},"validation":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["resources","valid","invalid","skipped","unchecked"],"properties":{"resources":{"$ref":"#/$defs/count"},"valid":{"$ref":"#/$defs/count"},"invalid":{"$ref":"#/$defs/count"},"skipped":{"$ref":"#/$defs/count"},"unchecked":{"$ref":"#/$defs/count"}}}]},"withoutSchema":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["kind","objects"],"properties":{"kind":{"type":"string"},"objects":{"type":"integer","minimum":1}}}},"rulesNotJudged":{"description":"CEL rules of definitions that could not be judged, and the number of objects that the API server may refuse for each","type":"array","items":{"type":"object","additionalProperties":false,"required":["kind","rule","reason","objects"],"properties":{"kind":{"type":"string"},"rule":{"type":"string"},"reason":{"type":"string"},"objects":{"type":"integer","minimum":1}}}},"gate":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/gate"}]},"plan":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/plan"}]},"deploy":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/deploy"}]},"verify":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/verify"}]},"rollback":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/rollback"}]},"drill":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/drill"}]},"tools":{"type":"object","additionalProperties":{"$ref":"#/$defs/tool"}}},"$defs":{"amount":{"type":"number","minimum":0},"range":{"description":"At the least, and as a rule; null: not known, which never means none","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["least","expected"],"properties":{"least":{"$ref":"#/$defs/amount"},"expected":{"$ref":"#/$defs/amount"}}}]},"span":{"description":"What a published figure gives a span for; null: not known","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["from","to"],"properties":{"from":{"$ref":"#/$defs/amount"},"to":{"$ref":"#/$defs/amount"}}}]},"prometheusCapacity":{"description":"Numbers are of one pod; sums are of the monitors of which the series are known","type":"object","additionalProperties":false,"required":["name","monitors","series","samplesPerSecond","memoryBytes","diskBytesPerDay","volumeBytes","retention","retentionSizeBytes","fullAfterSeconds"],"properties":{"name":{"type":"string"},"monitors":{"type":"array","items":{"$ref":"#/$defs/monitorSeries"}},"series":{"$ref":"#/$defs/range"},"samplesPerSecond":{"$ref":"#/$defs/range"},"memoryBytes":{"$ref":"#/$defs/span"},"diskBytesPerDay":{"$ref":"#/$defs/span"},"volumeBytes":{"type":["number","null"],"minimum":0},"retention":{"description":"As written; null: by size alone","type":["string","null"]},"retentionSizeBytes":{"type":["number","null"],"minimum":0},"fullAfterSeconds":{"description":"Until the volume, or the size of the retention, has no more room","$ref":"#/$defs/span"}}},"monitorSeries":{"description":"What one endpoint of a monitor brings into Prometheus","type":"object","additionalProperties":false,"required":["monitor","pool","path","exporter","interval","parts","series","samplesPerSecond"],"properties":{"monitor":{"type":"string"},"pool":{"description":"The scrape pool, as Prometheus names it","type":"string"},"path":{"type":"string"},"exporter":{"description":"Null: which one it is, or what it exports, is not known","type":["string","null"]},"interval":{"type":"string"},"parts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["per","each","count"],"properties":{"per":{"description":"GPU, MIG device, node, CPU, pod, container, \u2026; stack: all rendered objects","type":"string"},"each":{"$ref":"#/$defs/range"},"count":{"$ref":"#/$defs/range"}}}},"series":{"$ref":"#/$defs/range"},"samplesPerSecond":{"$ref":"#/$defs/range"}}},"count":{"type":"integer","minimum":0},"gate":{"description":"What proved that a gated target may be deployed to","type":"object","additionalProperties":false,"required":["isGated","target","environment","ref","by","approvers","rules","notes"],"properties":{"isGated":{"const":true},"target":{"type":["string","null"]},"path":{"description":"The stack\'s folder, relative to the repository root","type":"string","minLength":1},"failOn":{"description":"The least severity that fails the run","enum":["error","warning","notice","never"]},"environment":{"type":["string","null"]},"ref":{"type":["string","null"]},"by":{"enum":["job-token","run-approvals",null]},"approvers":{"type":"array","items":{"type":"string"}},"rules":{"type":"array","items":{"type":"string"}},"notes":{"type":"array","items":{"type":"string"}}}},"plan":{"description":"What a deploy would do, and what of it is not as it was approved","type":"object","additionalProperties":false,"required":["digest","moved","content"],"properties":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$"},"moved":{"oneOf":[{"type":"null"},{"type":"array","items":{"type":"object","additionalProperties":false,"required":["what","approved","now"],"properties":{"what":{"type":"string"},"approved":{"type":"string"},"now":{"type":"string"}}}}]},"content":{"$ref":"plan.schema.json"}}},"drill":{"description":"Who was told by the delivery drill","type":"object","additionalProperties":false,"required":["passed","by","waitedMs","requests","routes","notes"],"properties":{"passed":{"description":"Whether no route is not-delivered","type":"boolean"},"by":{"type":"string"},"waitedMs":{"$ref":"#/$defs/count"},"requests":{"$ref":"#/$defs/count"},"routes":{"type":"array","items":{"$ref":"#/$defs/drilledRoute"}},"notes":{"type":"array","items":{"type":"string"}}}},"drilledRoute":{"description":"A route of Alertmanager that GPU alerts take, and what became of the alert that stood for them","type":"object","additionalProperties":false,"required":["alertmanager","route","receiver","integrations","alerts","posted","groupWaitSeconds","deliveredAfterSeconds","counted","swallowedBy","verdict","why"],"properties":{"alertmanager":{"type":"string"},"route":{"type":"string"},"receiver":{"type":"string"},"integrations":{"type":"array","items":{"type":"string"}},"alerts":{"type":"array","items":{"type":"string"}},"posted":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["alert","labels","sample","at","endsAt","endedAt","receivers","joinedGroup"],"properties":{"alert":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"sample":{"description":"Where values are from that the rule does not state","type":"string"},"at":{"type":"string"},"endsAt":{"type":"string"},"endedAt":{"type":["string","null"]},"receivers":{"type":["array","null"],"items":{"type":"string"}},"joinedGroup":{"description":"Whether its group was there already","type":"boolean"}}}]},"groupWaitSeconds":{"type":["number","null"],"minimum":0},"deliveredAfterSeconds":{"type":["number","null"],"minimum":0},"counted":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["attribution","notifications","requests","failedRequests","failed"],"properties":{"attribution":{"enum":["receiver","integration","shared"]},"notifications":{"$ref":"#/$defs/count"},"requests":{"$ref":"#/$defs/count"},"failedRequests":{"$ref":"#/$defs/count"},"failed":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["reason","count"],"properties":{"reason":{"type":["string","null"]},"count":{"$ref":"#/$defs/count"}}}}}}]},"swallowedBy":{"type":"array","items":{"type":"string"}},"verdict":{"enum":["delivered","not-delivered","cannot-be-told"]},"why":{"type":"string"}}},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"resource":{"type":"object","additionalProperties":false,"required":["apiVersion","kind","namespace","name"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"namespace":{"type":["string","null"]},"name":{"type":"string"}}},"stage":{"type":"object","additionalProperties":false,"required":["name","status"],"properties":{"name":{"enum":["load","render","validate","resolve","check","plan","deploy","verify","rollback"]},"status":{"enum":["passed","failed","skipped"]},"durationMs":{"$ref":"#/$defs/count"},"reason":{"type":"string"}},"allOf":[{"if":{"properties":{"status":{"const":"skipped"}}},"then":{"required":["reason"]},"else":{"required":["durationMs"]}},{"if":{"properties":{"status":{"const":"failed"}}},"then":{"required":["reason"]}}]},"hopStatus":{"enum":["ok","broken","unknown"]},"canaryCourse":{"type":"object","additionalProperties":false,"required":["minutes","firesAt","series"],"properties":{"minutes":{"description":"From the first sample to the last evaluation","$ref":"#/$defs/count"},"firesAt":{"description":"The minute of the evaluation since which it fires","$ref":"#/$defs/count"},"series":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["metric","labels","behaviour","limits"],"properties":{"metric":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"behaviour":{"description":"`constant` with its value, `rising` from 0 by so much a second, `alternating` between 0 and 1","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["constant","rising","alternating"]},"value":{"type":"number"},"perSecond":{"type":"number"}}},"limits":{"description":"Numbers that the expressions compare it with, as if it stood on the left","type":"array","items":{"type":"object","additionalProperties":false,"required":["op","value"],"properties":{"op":{"type":"string"},"value":{"type":"number"}}}}}}}}},"alertProof":{"type":"object","additionalProperties":false,"required":["name","passed","failed","canary"],"properties":{"name":{"type":"string"},"passed":{"description":"Cases of the tree\'s own unit tests that ask for it","$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"canary":{"description":"Whether it fires on synthetic series, and why that is not known where it does not; null for an alert that reads no metric of the GPU exporter, or cannot arrive","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["fired","why","course"],"properties":{"fired":{"type":"boolean"},"why":{"type":["string","null"]},"course":{"description":"The series made for it, with a sample a minute, and when it fired; null where it did not","anyOf":[{"type":"null"},{"$ref":"#/$defs/canaryCourse"}]}}}]}}},"classCoverage":{"type":"object","additionalProperties":false,"required":["class","title","status","alerts","exported","turnedOnBy"],"properties":{"class":{"type":"string"},"title":{"type":"string"},"status":{"enum":["ok","broken","unknown","none"]},"alerts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","status","why","toldWithin"],"properties":{"name":{"type":"string"},"status":{"$ref":"#/$defs/hopStatus"},"why":{"type":["string","null"]},"toldWithin":{"description":"How long it takes at most until somebody is told; null where nobody is, or a part of the way is not in sight","anyOf":[{"type":"null"},{"$ref":"#/$defs/timeToPage"}]}}}},"exported":{"description":"Whether the exporter in force exports a metric of the class; null where that is not known","type":["boolean","null"]},"turnedOnBy":{"description":"The row of a list of counters that has the exporter export a metric of the class, and the first dcgm-exporter that knows it; null where none is needed, or known","anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["row","since"],"properties":{"row":{"type":"string"},"since":{"type":"string"}}}]}}},"timeToPage":{"type":"object","additionalProperties":false,"required":["seconds","inOpenGroup","waits"],"properties":{"seconds":{"description":"From the fault to the notification, at most","type":"number"},"inOpenGroup":{"description":"The same of a fault whose group has notified already: it waits for group_interval","type":"number"},"waits":{"description":"What the time is made of, in its order","type":"array","items":{"type":"object","additionalProperties":false,"required":["name","seconds"],"properties":{"name":{"enum":["collection","scrape","staleness","recording","window","evaluation","query_offset","for","group_wait"]},"seconds":{"type":"number"}}}}}},"xidRow":{"description":"Codes with the same action, of which the same alerts tell","type":"object","additionalProperties":false,"required":["action","need","codes","alerts"],"properties":{"action":{"description":"Null where the catalogue names none","type":["string","null"]},"need":{"enum":["hardware","application","other"]},"codes":{"type":"array","items":{"type":"integer"}},"alerts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","status","severity","pages","receivers"],"properties":{"name":{"type":"string"},"status":{"$ref":"#/$defs/hopStatus"},"severity":{"description":"Null where it is not known","type":["string","null"]},"pages":{"enum":["yes","no","unknown"]},"receivers":{"description":"Null where no route is in sight","anyOf":[{"type":"null"},{"type":"array","items":{"type":"string"}}]}}}}}},"signalPath":{"description":"The way of one signal, from the exporter to whoever looks at it or is notified","type":"object","additionalProperties":false,"required":["signal","subject","resource","status","hops"],"properties":{"signal":{"enum":["metrics","alert","dashboard"]},"subject":{"type":"string"},"resource":{"$ref":"#/$defs/resource"},"status":{"$ref":"#/$defs/hopStatus"},"hops":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["hop","status","why"],"properties":{"hop":{"type":"string","pattern":"^[a-z-]+$"},"status":{"$ref":"#/$defs/hopStatus"},"why":{"type":"string"},"file":{"type":"string","pattern":"^[^/]"},"line":{"$ref":"#/$defs/position"},"column":{"$ref":"#/$defs/position"},"endLine":{"$ref":"#/$defs/position"},"endColumn":{"$ref":"#/$defs/position"},"check":{"type":"string"},"fix":{"$ref":"#/$defs/fix"}}}}}},"finding":{"type":"object","allOf":[{"$ref":"#/$defs/findingFields"}],"unevaluatedProperties":false},"findingFields":{"type":"object","required":["check","severity","message","help"],"properties":{"check":{"type":"string","pattern":"^[a-z0-9-]+$"},"severity":{"enum":["error","warning","notice"]},"message":{"type":"string","minLength":1},"file":{"description":"Relative to the repository root","type":"string","pattern":"^[^/]"},"line":{"$ref":"#/$defs/position"},"column":{"$ref":"#/$defs/position"},"endLine":{"$ref":"#/$defs/position"},"endColumn":{"$ref":"#/$defs/position"},"resource":{"$ref":"#/$defs/resource"},"fix":{"$ref":"#/$defs/fix"},"help":{"type":"string","format":"uri"},"lineHash":{"description":"Of the line and what follows it, the same where it has moved; as GitHub\'s code scanning computes it","type":"string","pattern":"^[0-9a-f]{1,16}:[1-9][0-9]*$"},"change":{"description":"Whether the commit that the change is upon has this finding, too; absent where findings were not compared","enum":["new","known"]},"anchor":{"description":"Of a new finding: the line of the change that brought it, where its own is not one of the change","type":"object","additionalProperties":false,"required":["file","line","column"],"properties":{"file":{"type":"string","pattern":"^[^/]"},"line":{"$ref":"#/$defs/position"},"column":{"$ref":"#/$defs/position"},"endLine":{"$ref":"#/$defs/position"},"endColumn":{"$ref":"#/$defs/position"}}}},"dependentRequired":{"file":["line","column"],"line":["file"],"endLine":["line"]}},"fix":{"type":"object","additionalProperties":false,"required":["description","edits"],"properties":{"description":{"type":"string"},"edits":{"type":"array","items":{"description":"Replaces the whole lines startLine to endLine, both inclusive","type":"object","additionalProperties":false,"required":["file","startLine","endLine","text"],"properties":{"file":{"type":"string"},"startLine":{"$ref":"#/$defs/position"},"endLine":{"$ref":"#/$defs/position"},"text":{"type":"string"}}}}}},"position":{"description":"Counts from 1; columns in UTF-16 units","type":"integer","minimum":1},"deploy":{"type":"object","additionalProperties":false,"required":["cluster","release","objects","workloads","notReady"],"properties":{"cluster":{"type":"object","additionalProperties":false,"required":["server","uid","version"],"properties":{"server":{"type":"string"},"uid":{"type":"string"},"version":{"type":"string"}}},"release":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["name","namespace","revision","status"],"properties":{"name":{"type":"string"},"namespace":{"type":"string"},"revision":{"$ref":"#/$defs/count"},"status":{"type":"string"}}}]},"objects":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["ref","layer","action"],"properties":{"ref":{"$ref":"#/$defs/resource"},"layer":{"enum":["crds","base","release","overlay","prune"]},"action":{"enum":["created","configured","deleted","unchanged"]}}}},"workloads":{"type":"array","items":{"$ref":"#/$defs/workload"}},"notReady":{"type":"array","items":{"$ref":"#/$defs/notReady"}}}},"workload":{"type":"object","additionalProperties":false,"required":["ref","ready","desired"],"properties":{"ref":{"$ref":"#/$defs/resource"},"ready":{"$ref":"#/$defs/count"},"desired":{"$ref":"#/$defs/count"}}},"notReady":{"type":"object","additionalProperties":false,"required":["ref","why","containers","events"],"properties":{"ref":{"$ref":"#/$defs/resource"},"why":{"type":"string"},"containers":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["pod","container","state","restarts","log","noLog"],"properties":{"pod":{"type":"string"},"container":{"type":"string"},"state":{"type":"string"},"restarts":{"$ref":"#/$defs/count"},"log":{"type":"array","items":{"type":"string"}},"noLog":{"type":["string","null"]}}}},"events":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["object","reason","message","count"],"properties":{"object":{"type":"string"},"reason":{"type":"string"},"message":{"type":"string"},"count":{"$ref":"#/$defs/count"}}}}}},"rollback":{"description":"How a deploy that failed was taken back","type":"object","additionalProperties":false,"required":["outcome","summary","release","compared","objects","differences","stays","evidence","workloads","notReady","verified","keptIn"],"properties":{"outcome":{"enum":["complete","incomplete"]},"summary":{"type":"string"},"release":{"type":"object","additionalProperties":false,"required":["name","namespace","action","to","revision","status","error"],"properties":{"name":{"type":"string"},"namespace":{"type":"string"},"action":{"enum":["rolled-back","uninstalled","untouched"]},"to":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/count"}]},"revision":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/count"}]},"status":{"type":["string","null"]},"error":{"type":["string","null"]}}},"compared":{"$ref":"#/$defs/count"},"objects":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["ref","layer","action"],"properties":{"ref":{"$ref":"#/$defs/resource"},"layer":{"enum":["crds","base","release","overlay","prune","hook","namespace","note"]},"action":{"enum":["restored","recreated","deleted"]}}}},"differences":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["ref","pointers","why","ofOthers"],"properties":{"ref":{"$ref":"#/$defs/resource"},"pointers":{"type":"array","items":{"type":"string"}},"why":{"type":"string"},"ofOthers":{"type":"boolean"}}}},"stays":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["ref","why"],"properties":{"ref":{"$ref":"#/$defs/resource"},"why":{"type":"string"}}}},"evidence":{"type":"array","items":{"$ref":"#/$defs/notReady"}},"workloads":{"type":"array","items":{"$ref":"#/$defs/workload"}},"notReady":{"type":"array","items":{"$ref":"#/$defs/notReady"}},"verified":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["passed","message"],"properties":{"passed":{"type":"boolean"},"message":{"type":"string"}}}]},"keptIn":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/resource"}]}}},"sight":{"description":"not-seen: it does not hold, also after waiting; cannot-be-seen: nothing that may be asked tells","enum":["seen","not-seen","cannot-be-seen"]},"firingAlert":{"type":"object","additionalProperties":false,"required":["name","labels","since"],"properties":{"name":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"since":{"type":"string"}}},"verify":{"description":"What was seen in the cluster of what the files promise","type":"object","additionalProperties":false,"required":["passed","waitedMs","requests","looks","paths","conditions","gpus","alerts","conformance"],"properties":{"passed":{"type":"boolean"},"waitedMs":{"$ref":"#/$defs/count"},"requests":{"description":"Of the last look","$ref":"#/$defs/count"},"looks":{"$ref":"#/$defs/count"},"paths":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["signal","subject","resource","sight","hops"],"properties":{"signal":{"enum":["metrics","alert","dashboard"]},"subject":{"type":"string"},"resource":{"$ref":"#/$defs/resource"},"sight":{"$ref":"#/$defs/sight"},"hops":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["hop","predicted","observed","agrees","what"],"properties":{"hop":{"type":"string","pattern":"^[a-z-]+$"},"predicted":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/hopStatus"}]},"observed":{"$ref":"#/$defs/sight"},"agrees":{"description":"Null: the prediction or the observation says nothing","type":["boolean","null"]},"what":{"type":"string"}}}}}}},"conditions":{"description":"What no single signal has","type":"array","items":{"type":"object","additionalProperties":false,"required":["condition","subject","sight","what","hint"],"properties":{"condition":{"type":"string","pattern":"^[a-z-]+$"},"subject":{"type":"string"},"sight":{"$ref":"#/$defs/sight"},"what":{"type":"string"},"hint":{"type":["string","null"]}}}},"gpus":{"description":"Null: no node has GPUs, or nodes cannot be read","oneOf":[{"type":"null"},{"type":"array","items":{"type":"object","additionalProperties":false,"required":["node","allocatable","unhealthy","exported","migAllocatable","migUnhealthy","migExported"],"properties":{"node":{"type":"string"},"allocatable":{"$ref":"#/$defs/count"},"unhealthy":{"description":"Held back: the device plugin finds them ill","$ref":"#/$defs/count"},"exported":{"$ref":"#/$defs/count"},"migAllocatable":{"$ref":"#/$defs/count"},"migUnhealthy":{"$ref":"#/$defs/count"},"migExported":{"$ref":"#/$defs/count"}}}}]},"alerts":{"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["before","firing"],"properties":{"before":{"description":"Null: nobody looked before a deploy","oneOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/firingAlert"}}]},"firing":{"type":"array","items":{"$ref":"#/$defs/firingAlert"}}}}]},"conformance":{"description":"Evidence for the two requirements of CNCF AI Conformance that monitoring has to meet","type":"array","items":{"type":"object","additionalProperties":false,"required":["requirement","met","series","what"],"properties":{"requirement":{"enum":["accelerator_metrics","ai_service_metrics"]},"met":{"type":["boolean","null"]},"series":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["metric","count","job"],"properties":{"metric":{"type":"string"},"count":{"$ref":"#/$defs/count"},"job":{"type":"string"}}}},"what":{"type":"string"}}}}}},"tool":{"type":"object","additionalProperties":false,"required":["version","path","source","sha256"],"properties":{"version":{"type":"string"},"path":{"type":"string"},"source":{"enum":["path","cache","download","built"]},"sha256":{"$ref":"#/$defs/sha256"}}}}}');
// EXTERNAL MODULE: ./build/src/text/schema-clause.js
var schema_clause = __webpack_require__(60971);
;// CONCATENATED MODULE: ./build/src/report/earlier/report-schema.js




/** What keeps a value from being a report.json, as a clause; null where it is one. */
const reportProblem = (value) => {
    validate ??= compile();
    return validate(value) ? null : (0,schema_clause/* schemaClause */.h)(validate.errors?.[0], "docs/report.schema.json");
};
/** Made when it is first needed: it takes longer than most checks. */
let validate;
const compile = () => {
    // The plan's is written in draft 7, of which nothing here is another thing in 2020.
    const { $schema: _draft, ...plan } = plan_schema;
    return new _2020.Ajv2020({ allowUnionTypes: true, formats: { uri: /^https?:\/\// } })
        .addSchema(plan, "plan.schema.json")
        .compile(report_schema_namespaceObject);
};

;// CONCATENATED MODULE: ./build/src/report/earlier/read-report.js





/** Eight times the bytes of the largest report of a real stack; the plan in one has eight levels. */
const limits = { mostBytes: 16 * 1024 * 1024, maxDepth: 16 };
/**
 * Reads the report.json of an earlier run as what anybody may have written: within limits, by its schema, of the target
 * and folder that are expected, and of nothing but a check. It never throws.
 */
const readEarlierReport = (bytes, expected) => {
    const read = (0,untrusted_json/* readUntrustedJson */.R)(bytes, limits);
    if (!read.ok)
        return read;
    const problem = reportProblem(read.value);
    if (problem !== null)
        return { ok: false, problem };
    const json = read.value;
    const [contradiction] = contradictions(json, expected);
    return contradiction === undefined
        ? { ok: true, report: reportFromJson(json) }
        : { ok: false, problem: contradiction };
};
/** What no schema says: clauses. */
function* contradictions(json, { target, path }) {
    if (json.mode !== "check")
        yield `its mode is ${json.mode}, and only what a check found is published for others`;
    if (json.target !== target)
        yield `it is of another target than the input target says`;
    if (json.path !== path)
        yield `it is of another folder than the input path says`;
    if ((json.conclusion === "success") !== (json.failureReason === null))
        yield "its conclusion and the reason of its failure contradict each other";
    if (json.change?.affected === false && (json.findings.length > 0 || json.conclusion === "failure"))
        yield "it judged nothing, and says what it found";
    for (const name of ofClusters)
        if (json[name] !== null)
            yield `a check has no ${name}`;
    for (const severity of finding/* severities */.gO)
        if (json.counts[severity] !== json.findings.filter((finding) => finding.severity === severity).length)
            yield `it counts other ${severity}s than it has`;
    for (const { signal, hops } of json.signalPaths)
        for (const { hop } of hops)
            if (!signal_path/* hopNames */.cz[signal].includes(hop))
                yield `a way of ${signal} has no hop of that name`;
    for (const file of filesIn(json))
        if (!isInside(file))
            yield "a file of it does not lie in the repository";
}
const ofClusters = ["gate", "plan", "deploy", "verify", "rollback", "drill"];
function* filesIn({ findings, suppressed, change, signalPaths }) {
    const told = [...findings, ...suppressed.map(({ by, reason, ...one }) => one), ...(change?.mended ?? [])];
    for (const { anchor } of told)
        if (anchor !== undefined)
            yield anchor.file;
    for (const { file, fix } of [...told, ...signalPaths.flatMap(({ hops }) => hops)]) {
        if (file !== undefined)
            yield file;
        for (const edit of fix?.edits ?? [])
            yield edit.file;
    }
}
/** Whether a path is relative and has no part that leads up: it becomes a part of an address. */
const isInside = (file) => file.split("/").every((part) => !["", ".", ".."].includes(part));

// EXTERNAL MODULE: ./build/src/report/hide-report.js
var hide_report = __webpack_require__(51656);
;// CONCATENATED MODULE: ./build/src/earlier-report.js









/** More than a report may have: then it is refused by its size. */
const maxBytes = 32 * 1024 * 1024;
/**
 * `mode: report`: the report that the input `report-file` names, of the run that the event follows. Throws
 * OperatorError `untrusted-event` on an event that follows none, and `invalid-input` where the file is no report of a
 * check.
 */
const earlierReport = async (inputs, outside) => {
    const run = (0,earlier_run/* earlierRunOf */.f)(outside.env, (await (0,read_event/* readEvent */.j)(outside)) ?? {});
    const stages = new stage/* StageRecorder */.V(outside.now);
    for (const name of (0,mode/* stagesWithout */.UW)(inputs.mode))
        stages.skip(name, `mode is ${inputs.mode}`);
    const outcome = (0,src_outcome/* outcomeOf */.sG)(inputs, stages.results(), { products: {} }, []);
    if ("nothing" in run) {
        if (run.isWrongEvent)
            throw wrongEvent(run.nothing);
        return { outcome, nothing: run.nothing };
    }
    const read = readEarlierReport(await bytesOf(inputs, outside), { target: inputs.target ?? null, path: inputs.path });
    if (!read.ok)
        throw noReport(`is no report that can be published: ${read.problem}`);
    return { outcome: { ...outcome, report: (0,hide_report/* hideReport */.P)(read.report, (0,src_outcome/* hiderOf */.S2)(inputs, {})) }, ...run };
};
/** An artifact is anybody's: a link in it would show what lies elsewhere. */
const bytesOf = async ({ reportFile = "" }, { files, workspace }) => {
    const path = workspace.absolute(reportFile);
    const real = await files.real(path);
    if (real === null)
        throw noReport("is not there");
    const folder = await files.real((0,external_node_path_.dirname)(path));
    if (folder === null || real !== (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(path)))
        throw noReport("is a link, which is not followed");
    const bytes = await files.readBytes(real, maxBytes).catch(() => null);
    if (bytes === null)
        throw noReport("cannot be read, or is larger than a report");
    return bytes;
};
const noReport = (problem) => new errors/* OperatorError */.nv("invalid-input", `The file that the input report-file names ${problem}.`, "Hand on report.json as the check wrote it, with the same version of the action, target and path in both workflows. Its run may also have ended before it wrote one, or have been changed by the pull request.");
const wrongEvent = (why) => new errors/* OperatorError */.nv("untrusted-event", `mode is report, and ${why}: it publishes what an earlier run of a pull request reported.`, "Use it in a workflow on workflow_run, as docs/results.md shows; where its token may write, a check publishes its result itself.");


/***/ },

/***/ 34311:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JI: () => (/* binding */ judgeAhead),
  ZZ: () => (/* binding */ pageOf),
  JT: () => (/* binding */ runChecks)
});

// UNUSED EXPORTS: helpBase

;// CONCATENATED MODULE: ./build/src/checks/check-option.js
/**
 * Reads the options that a check declares. It throws on a name that the check does not declare with
 * that type: a bug of ours.
 */
const checkOptions = (declared, configured = {}) => {
    const optionValue = (name, type) => {
        const option = declared[name];
        if (option?.type !== type)
            throw new Error(`no option ${name} of type ${type} is declared`);
        return configured[name] ?? option.default;
    };
    return {
        list: (name) => optionValue(name, "list"),
        number: (name) => optionValue(name, "number"),
        duration: (name) => optionValue(name, "duration"),
    };
};

// EXTERNAL MODULE: ./build/src/checks/index.js + 208 modules
var checks = __webpack_require__(5313);
// EXTERNAL MODULE: ./build/src/checks/suppression-unused.js
var suppression_unused = __webpack_require__(17752);
// EXTERNAL MODULE: ./build/src/core/finding.js
var core_finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/next-turn.js
var next_turn = __webpack_require__(54687);
// EXTERNAL MODULE: ./build/src/core/project.js
var project = __webpack_require__(77157);
// EXTERNAL MODULE: ./build/src/policy/config.js
var config = __webpack_require__(64883);
// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(39918);
// EXTERNAL MODULE: ./build/src/policy/baseline.js
var baseline = __webpack_require__(68350);
;// CONCATENATED MODULE: ./build/src/policy/suppress.js



const noSuppressions = { comments: [], configured: [], configFile: null, baseline: null };
/**
 * Splits findings into open and suppressed ones, each told once. Comments are asked first, then the configuration, of
 * every object: it may mean that of one overlay alone. The baseline is last, for it counts what was told.
 */
const suppress = (findings, by, judge) => {
    const used = new Set();
    const left = new BaselineLeft(by.baseline);
    const suppressed = [];
    const above = commentsByLine(by.comments);
    const [isTold, isTaken] = [repeats(), repeats()];
    const open = findings.filter((finding) => {
        const found = suppressionOf(finding, { above, configured: by.configured }, used);
        if (found !== null) {
            if (!isTaken(finding, found.by, found.reason))
                suppressed.push({ finding, ...found });
            return false;
        }
        if (isTold(finding))
            return false;
        const isKnown = left.take(finding);
        if (isKnown)
            suppressed.push({ finding, by: "baseline", reason: "it was there when the baseline was written" });
        return !isKnown;
    });
    return { open, suppressed, unused: [...unusedComments(by, used, judge), ...unusedOthers(by, used, left, judge)] };
};
/**
 * Tells what it has been asked of before, whatever the object: one manifest can reach several overlays and be told of
 * once in each, and the reader needs it once.
 */
const repeats = () => {
    const seen = new Set();
    return ({ check, at, message }, ...more) => {
        const key = JSON.stringify([check, at?.file, at?.line, at?.column, message, ...more]);
        return seen.has(key) || !seen.add(key);
    };
};
/** The comments that have a reason, by the check and the line that they are about. */
const commentsByLine = (comments) => new Map(comments
    .filter(({ reason }) => reason !== "")
    .flatMap((comment) => comment.checks.map((check) => [lineKey(check, comment.at.file, comment.covers), comment]))
    // Where several comments are about one line, the first counts.
    .reverse());
const lineKey = (check, file, line) => `${check} ${line} ${file}`;
const suppressionOf = (finding, { above, configured }, used) => {
    const { check, at } = finding;
    const comment = at === undefined ? undefined : above.get(lineKey(check, at.file, at.line));
    if (comment !== undefined) {
        used.add(comment);
        used.add(keyOf(comment, check));
        return { by: "comment", reason: comment.reason };
    }
    const entry = configured.find((one) => isMeant(one, finding));
    if (entry !== undefined) {
        used.add(entry);
        return { by: "configuration", reason: entry.reason };
    }
    return null;
};
const keyOf = ({ at }, check) => `${at.file}:${at.line} ${check}`;
const isMeant = ({ check, file, resource }, finding) => check === finding.check &&
    (file === undefined || file === finding.at?.file) &&
    (resource === undefined || (finding.resource !== undefined && resource === (0,core_finding/* nameOf */.Vb)(finding.resource)));
/** So many unknown names of one comment are told each by itself; of more only their number. */
const mostUnknown = 5;
function* unusedComments({ comments }, used, judge) {
    const known = new Set(judge.known);
    const meantBy = hints(judge.known);
    for (const comment of comments) {
        if (comment.reason === "")
            continue;
        const at = comment.at;
        let unknown = 0;
        for (const check of comment.checks) {
            if (!known.has(check)) {
                unknown += 1;
                if (unknown <= mostUnknown)
                    yield { message: `There is no check ${check} that this comment could suppress${meantBy(check)}`, at };
            }
            else if (judge.ran(check) && !used.has(keyOf(comment, check)))
                yield {
                    message: `${check} finds nothing on line ${comment.covers}: delete the comment that suppresses it`,
                    at,
                };
        }
        if (unknown > mostUnknown)
            yield { message: `${unknown - mostUnknown} more names in this comment are no checks`, at };
    }
}
/**
 * A longer name is no misspelt check. A hint compares a name with every check, which takes
 * time: so many hints are given.
 */
const [longestName, mostHints] = [100, 1000];
const hints = (known) => {
    const told = new Map();
    return (check) => {
        const before = told.get(check);
        if (before !== undefined)
            return before;
        if (check.length > longestName || told.size >= mostHints)
            return "";
        const meant = (0,nearest/* nearest */.p)(check, known);
        const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
        told.set(check, hint);
        return hint;
    };
};
function* unusedOthers(by, used, left, judge) {
    for (const entry of by.configured)
        if (judge.ran(entry.check) && !used.has(entry))
            yield {
                message: `${entry.check} finds nothing that this entry of suppressions could let be: delete it`,
                at: { file: by.configFile ?? "", line: entry.line, column: 1 },
            };
    const gone = left.rest().filter(({ check }) => judge.ran(check) || !judge.known.includes(check));
    if (by.baseline !== null && gone.length > 0)
        yield {
            message: `${gone.length} of the baseline's findings are not there any more (${gone
                .slice(0, 3)
                .map(({ check, subject }) => `${check} of ${subject}`)
                .join(", ")}${gone.length > 3 ? ", \u2026" : ""}): write it anew, so that they do not come back unseen`,
            at: { file: by.baseline.file, line: 1, column: 1 },
        };
}
/** The findings of the baseline that have not been met yet. */
class BaselineLeft {
    #counts;
    constructor(baseline) {
        this.#counts = new Map([...(baseline?.counts ?? [])].map(([check, subjects]) => [check, new Map(subjects)]));
    }
    take(finding) {
        const subjects = this.#counts.get(finding.check);
        const subject = (0,baseline/* subjectOf */.et)(finding);
        const count = subjects?.get(subject) ?? 0;
        if (subjects === undefined || count === 0)
            return false;
        subjects.set(subject, count - 1);
        return true;
    }
    rest() {
        return [...this.#counts].flatMap(([check, subjects]) => [...subjects].flatMap(([subject, count]) => (count > 0 ? [{ check, subject }] : [])));
    }
}

;// CONCATENATED MODULE: ./build/src/policy/run-checks.js








/** Where the page of each check is published: `<helpBase>/<id>.md`. */
const helpBase = `${project/* projectAddress */.O}/blob/main/docs/checks`;
/** The address of a check's page. */
const pageOf = (check) => `${helpBase}/${check}.md`;
const noPolicy = { config: config/* noConfig */.ac, suppressions: noSuppressions };
/**
 * What those checks say that read nothing but the parts of the subject that are there already. A check that throws is
 * left out: it will throw again.
 */
const judgeAhead = async (subject, list, { config }) => {
    const ahead = new Map();
    for (const check of list) {
        if (config.checks.get(check.id)?.severity === "off" || missingPart(check, subject) !== undefined)
            continue;
        try {
            ahead.set(check, judge(check, subject, config));
        }
        catch {
            continue;
        }
        await (0,next_turn/* nextTurn */.t)();
    }
    return ahead;
};
/**
 * Runs every check on the parts of the subject that are there, but for those that were run `ahead`; `unavailable` says
 * why the others are not. A check that needs a part that is not there does not run and is listed. Throws an Error that
 * names the check where a check itself throws: that is a bug of ours.
 */
const runChecks = (subject, unavailable, list = checks/* checks */.A, policy = noPolicy, ahead = new Map()) => {
    const findings = [];
    const notRun = [];
    const levelOf = (check) => policy.config.checks.get(check.id)?.severity;
    for (const check of list) {
        if (levelOf(check) === "off") {
            notRun.push({ check: check.id, reason: `${policy.config.file} turns it off` });
            continue;
        }
        const missing = missingPart(check, subject);
        const judged = missing === undefined
            ? (ahead.get(check) ?? judge(check, subject, policy.config))
            : { findings: [], reason: unavailable.get(missing) ?? `the ${missing} stage gave no result` };
        for (const finding of judged.findings)
            findings.push(finding);
        if (judged.reason !== null)
            notRun.push({ check: check.id, reason: judged.reason });
    }
    const { open, suppressed, unused } = suppress(findings.sort(core_finding/* byPlace */.hz), policy.suppressions, {
        known: list.map(({ id }) => id),
        ran: (id) => notRun.every(({ check }) => check !== id),
    });
    const told = levelOf(suppression_unused/* suppressionUnused */.K) === "off" ? [] : unused;
    const all = [...open, ...told.map((problem) => stamp(suppression_unused/* suppressionUnused */.K, problem, policy.config))];
    return { findings: all.sort(core_finding/* byPlace */.hz), suppressed, notRun };
};
const missingPart = (check, subject) => check.reads.find((name) => subject[name] === undefined);
const judge = (check, subject, config) => {
    try {
        const reason = check.cannotJudge?.(subject) ?? null;
        if (reason !== null)
            return { findings: [], reason };
        const options = checkOptions(check.options ?? {}, config.checks.get(check.id)?.options);
        return { findings: Array.from(check.find(subject, options), (one) => stamp(check, one, config)), reason };
    }
    catch (cause) {
        throw new Error(`check ${check.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
};
/** A severity of the configuration counts for all that the check finds, but for what weighs less in itself. */
const stamp = (check, { severity: own, fix, ...problem }, { checks: settings }) => ({
    ...problem,
    ...(fix === undefined ? {} : { fix: (0,core_finding/* withoutReturns */.w6)(fix) }),
    check: check.id,
    severity: severityOf(check, own, settings.get(check.id)?.severity),
    help: pageOf(check.id),
});
const severityOf = (check, own, set) => {
    if (set === undefined || set === "off")
        return own ?? check.severity;
    const lesser = own !== undefined && core_finding/* severities */.gO.indexOf(own) > core_finding/* severities */.gO.indexOf(check.severity);
    return lesser && core_finding/* severities */.gO.indexOf(own) > core_finding/* severities */.gO.indexOf(set) ? own : set;
};


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

/***/ 5555:
/***/ (module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"plan.json of prometheus-stack-action","description":"Everything that a deploy would do, as canonical JSON (RFC 8785) and a line feed. src/plan/plan.ts says what each field means.","type":"object","additionalProperties":false,"required":["planVersion","source","createdAt","expiresAt","target","inputs","digests","tools","release","objects","images","restarts","losses","stale","obstacles","drill","notes"],"properties":{"planVersion":{"const":1},"source":{"description":"Who planned; null where the runner does not say it","type":"object","additionalProperties":false,"required":["repository","ref","sha","event","runId","runAttempt","workflow"],"properties":{"repository":{"$ref":"#/definitions/maybeLine"},"ref":{"$ref":"#/definitions/maybeLine"},"sha":{"$ref":"#/definitions/maybeWord"},"event":{"$ref":"#/definitions/maybeLine"},"runId":{"$ref":"#/definitions/maybeWord"},"runAttempt":{"$ref":"#/definitions/maybeWord"},"workflow":{"$ref":"#/definitions/maybeLine"}}},"createdAt":{"$ref":"#/definitions/time"},"expiresAt":{"$ref":"#/definitions/time"},"target":{"description":"The cluster","type":"object","additionalProperties":false,"required":["name","server","clusterUid","kubernetesVersion"],"properties":{"name":{"$ref":"#/definitions/maybeLine"},"server":{"$ref":"#/definitions/line"},"clusterUid":{"$ref":"#/definitions/line"},"kubernetesVersion":{"$ref":"#/definitions/line"}}},"inputs":{"description":"Every input that bears on the result and is no secret, by name","type":"object","maxProperties":200,"propertyNames":{"maxLength":64,"pattern":"^[a-z][a-z0-9-]*$"},"additionalProperties":{"type":"string","maxLength":65536}},"digests":{"description":"SHA-256","type":"object","additionalProperties":false,"required":["config","chart"],"properties":{"config":{"$ref":"#/definitions/maybeFileDigest"},"chart":{"$ref":"#/definitions/fileDigest"}}},"tools":{"description":"Versions by tool","type":"object","maxProperties":20,"propertyNames":{"maxLength":64,"pattern":"^[a-z][a-z0-9-]*$"},"additionalProperties":{"$ref":"#/definitions/line"}},"release":{"description":"What the helm release would become","type":"object","additionalProperties":false,"required":["name","namespace","action","from","chart","hooks","hooksDigest","values","storedBytes","recovery"],"properties":{"name":{"$ref":"#/definitions/line"},"namespace":{"$ref":"#/definitions/line"},"action":{"enum":["install","upgrade","none"]},"from":{"type":["object","null"],"additionalProperties":false,"required":["revision","status","chart"],"properties":{"revision":{"$ref":"#/definitions/count"},"status":{"$ref":"#/definitions/line"},"chart":{"$ref":"#/definitions/line"}}},"chart":{"$ref":"#/definitions/line"},"hooks":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/ref"}},"hooksDigest":{"$ref":"#/definitions/maybeDigest"},"values":{"$ref":"#/definitions/maybeDigest"},"storedBytes":{"$ref":"#/definitions/maybeCount"},"recovery":{"$ref":"#/definitions/maybeProse"}}},"objects":{"description":"By layer, in the order in which they are carried out","type":"array","maxItems":20000,"items":{"$ref":"#/definitions/object"}},"images":{"type":"array","maxItems":20000,"items":{"type":"object","additionalProperties":false,"required":["from","to","in"],"properties":{"from":{"$ref":"#/definitions/maybeLine"},"to":{"$ref":"#/definitions/maybeLine"},"in":{"$ref":"#/definitions/ref"}}}},"restarts":{"description":"Workloads whose pods would be replaced, and by which fields of the pod template; of the operator\'s resources also by which arguments of the operator","type":"array","maxItems":10000,"items":{"type":"object","additionalProperties":false,"required":["ref","because"],"properties":{"ref":{"$ref":"#/definitions/ref"},"because":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/pointer"}}}}},"losses":{"type":"array","maxItems":10000,"items":{"type":"object","additionalProperties":false,"required":["ref","what","allowed"],"properties":{"ref":{"$ref":"#/definitions/ref"},"what":{"$ref":"#/definitions/prose"},"allowed":{"type":"boolean"}}}},"stale":{"description":"Objects of an earlier deploy that the tree has no more, and that stay","type":"array","maxItems":20000,"items":{"$ref":"#/definitions/ref"}},"obstacles":{"description":"Why a deploy of this plan would be refused","type":"array","maxItems":1000,"items":{"type":"object","additionalProperties":false,"required":["reason","message","hint"],"properties":{"reason":{"enum":["findings","invalid-input","tool-missing","schemas-unavailable","render-failed","plan-changed","cluster-unreachable","wrong-cluster","owned-elsewhere","gate-missing","data-loss","release-pending","locked","outdated","unauthorized","untrusted-event","timeout","apply-failed","verify-failed","rollback-failed","disk-full","cancelled","internal"]},"message":{"$ref":"#/definitions/prose"},"hint":{"$ref":"#/definitions/prose"}}}},"drill":{"description":"Who would be told by the delivery drill; null where none is asked for","type":["object","null"],"additionalProperties":false,"required":["routes","unseen"],"properties":{"routes":{"type":"array","maxItems":10000,"items":{"type":"object","additionalProperties":false,"required":["alertmanager","route","receiver","integrations","alerts"],"properties":{"alertmanager":{"$ref":"#/definitions/line"},"route":{"$ref":"#/definitions/prose"},"receiver":{"$ref":"#/definitions/line"},"integrations":{"type":"array","maxItems":100,"items":{"$ref":"#/definitions/line"}},"alerts":{"type":"array","maxItems":20000,"items":{"$ref":"#/definitions/line"}}}}},"unseen":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/prose"}}}},"notes":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/prose"}}},"definitions":{"line":{"description":"One line","type":"string","maxLength":2048,"pattern":"^[^\\\\u0000-\\\\u001f\\\\u007f]*$"},"maybeLine":{"type":["string","null"],"maxLength":2048,"pattern":"^[^\\\\u0000-\\\\u001f\\\\u007f]*$"},"word":{"type":"string","maxLength":64,"pattern":"^[0-9A-Za-z-]+$"},"maybeWord":{"type":["string","null"],"maxLength":64,"pattern":"^[0-9A-Za-z-]+$"},"prose":{"description":"One character more than a message has at most","type":"string","maxLength":20001},"maybeProse":{"type":["string","null"],"maxLength":20001},"time":{"description":"ISO 8601, UTC","type":"string","maxLength":24,"pattern":"^\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d(?:\\\\.\\\\d{3})?Z$"},"count":{"type":"integer","minimum":0,"maximum":9007199254740991},"maybeCount":{"type":["integer","null"],"minimum":0,"maximum":9007199254740991},"pointer":{"description":"JSON pointer (RFC 6901)","type":"string","maxLength":8192,"pattern":"^(?:/[\\\\s\\\\S]*)?$"},"digest":{"type":"string","maxLength":76,"pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"},"maybeDigest":{"type":["string","null"],"maxLength":76,"pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"},"fileDigest":{"type":"string","maxLength":71,"pattern":"^(?:sha256:)?[0-9a-f]{64}$"},"maybeFileDigest":{"type":["string","null"],"maxLength":71,"pattern":"^(?:sha256:)?[0-9a-f]{64}$"},"ref":{"description":"What names an object","type":"object","additionalProperties":false,"required":["apiVersion","kind","namespace","name"],"properties":{"apiVersion":{"$ref":"#/definitions/line"},"kind":{"$ref":"#/definitions/line"},"namespace":{"$ref":"#/definitions/maybeLine"},"name":{"$ref":"#/definitions/line"}}},"object":{"description":"What would happen to one object","type":"object","additionalProperties":false,"required":["layer","ref","action","unverified","live","wanted","changes","owner"],"properties":{"layer":{"enum":["crds","base","release","overlay","prune"]},"ref":{"$ref":"#/definitions/ref"},"action":{"enum":["create","update","delete","unchanged"]},"unverified":{"$ref":"#/definitions/maybeProse"},"live":{"type":["object","null"],"additionalProperties":false,"required":["uid","generation","digest"],"properties":{"uid":{"$ref":"#/definitions/line"},"generation":{"$ref":"#/definitions/count"},"digest":{"$ref":"#/definitions/maybeDigest"}}},"wanted":{"$ref":"#/definitions/maybeDigest"},"changes":{"type":"array","maxItems":20000,"items":{"$ref":"#/definitions/change"}},"owner":{"$ref":"#/definitions/maybeProse"}}},"change":{"description":"A field that would change","type":"object","additionalProperties":false,"required":["pointer","before","after","digest","noise"],"properties":{"pointer":{"$ref":"#/definitions/pointer"},"before":{"$ref":"#/definitions/maybeProse"},"after":{"$ref":"#/definitions/maybeProse"},"digest":{"$ref":"#/definitions/maybeDigest"},"noise":{"enum":[null,"checksum","unstable","chart-label","managed-fields"]}}}}}');

/***/ }

};
;
})

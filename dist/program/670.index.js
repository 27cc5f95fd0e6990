(function (module, exports, require, __dirname) {"use strict";
exports.id = 670;
exports.ids = [670];
exports.modules = {

/***/ 28670:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/core/mode.js
var mode = __webpack_require__(59441);
// EXTERNAL MODULE: ./build/src/report/size-ladder.js
var size_ladder = __webpack_require__(29165);
// EXTERNAL MODULE: ./build/src/report/verdict.js
var verdict = __webpack_require__(49872);
;// CONCATENATED MODULE: ./build/src/report/html/behaviour.js
/**
 * The page's one script: it filters findings, and opens what a link leads to. It makes no element of any text, and
 * nothing depends on it.
 */
const behaviour = `
"use strict";
const form = document.getElementById("filters");
if (form) {
  const items = [...document.querySelectorAll(".findings > li")];
  const filter = () => {
    const wanted = [...form.querySelectorAll("select")].filter((choice) => choice.value !== "");
    for (const item of items) item.hidden = !wanted.every((choice) => item.dataset[choice.name] === choice.value);
    const left = items.filter((item) => !item.hidden).length;
    document.getElementById("filtered").textContent = left + " of " + items.length + " shown";
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  filter();
}
const open = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target && target.tagName === "DETAILS") {
    target.open = true;
    target.querySelector("summary").focus();
    target.scrollIntoView();
  }
};
addEventListener("hashchange", open);
open();
`;

// EXTERNAL MODULE: ./node_modules/escape-html/index.js
var escape_html = __webpack_require__(12759);
var escape_html_default = /*#__PURE__*/__webpack_require__.n(escape_html);
// EXTERNAL MODULE: ./build/src/report/text/visible.js
var visible = __webpack_require__(42555);
;// CONCATENATED MODULE: ./build/src/report/html/markup.js


/** A piece of a page whose texts are escaped; nothing else makes one. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
    /** A text that stands in our sources word for word: a style sheet, a script. */
    static ours(text) {
        return new Html(text);
    }
    /**
     * A template of HTML. What is put in is escaped, and what nobody sees in it is shown as such, but for pieces that are
     * HTML already. An attribute's value stands in double quotes.
     */
    static of(parts, ...values) {
        return new Html(parts.reduce((text, part, index) => text + contentOf(values[index - 1] ?? "") + part));
    }
}
const contentOf = (value) => {
    if (value instanceof Html)
        return value.text;
    if (typeof value === "string" || typeof value === "number")
        return escape_html_default()((0,visible/* visible */.R)(String(value)));
    return value.map((one) => one.text).join("");
};
const html = Html.of;
/** A sentence of ours, in which backticks are around what is to be typed. */
const prose = (sentence) => {
    const parts = sentence.split("`");
    // An odd one out is no pair.
    if (parts.length % 2 === 0)
        return html `${sentence}`;
    return html `${parts.map((part, index) => (index % 2 === 0 ? html `${part}` : html `<code>${part}</code>`))}`;
};
/** A link where the address is one of the web; else its label alone: a report may come from anybody. */
const webLink = (url, label) => url !== undefined && /^https?:\/\//.test(url) ? html `<a href="${url}">${label}</a>` : label;
/** Nothing. */
const none = html ``;
/** What may be wider than the window: it scrolls by itself, also by the keyboard. */
const scrolling = (label, body) => html `<div class="scroll" tabindex="0" role="region" aria-label="${label}">${body}</div>
`;
/** A table; none without rows. */
const htmlTable = (label, heads, rows) => rows.length === 0
    ? none
    : scrolling(label, html `<table><thead><tr>${heads.map((head) => html `<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((cells) => html `<tr>${cells.map((cell) => html `<td>${cell}</td>`)}</tr>`)}</tbody></table>`);
/** A part of the page under its heading; none without a body. */
const section = (id, title, body) => {
    const parts = body.filter(({ text }) => text !== "");
    return parts.length === 0
        ? none
        : html `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${parts}</section>
`;
};
/** Lines of a text as they are. */
const literal = (value) => html `<pre tabindex="0"><code>${value}</code></pre>`;

;// CONCATENATED MODULE: ./build/src/report/html/bars.js

const row = 26;
const nameWidth = 260;
const barWidth = 420;
const width = 1000;
/** Horizontal bars, the longest over the whole width. */
const bars = (label, all) => {
    const longest = Math.max(1, ...all.map(({ value }) => value));
    const drawn = all.map(({ name, value, said }, index) => {
        const length = Math.max(1, Math.round((value / longest) * barWidth));
        const y = index * row;
        return html `<text class="bar-name" x="${nameWidth - 10}" y="${y + row / 2}">${name}</text><rect class="bar" x="${nameWidth}" y="${y + 4}" width="${length}" height="${row - 8}" rx="3"/><text class="bar-said" x="${nameWidth + length + 8}" y="${y + row / 2}">${said}</text>
`;
    });
    return scrolling(label, html `<svg class="bars" viewBox="0 0 ${width} ${all.length * row}" role="img" aria-label="${label}">
${drawn}</svg>`);
};

;// CONCATENATED MODULE: ./build/src/report/html/state.js

/** A sign and a word a state: nobody needs its colour. */
const shown = {
    ok: ["good", "\u2713", "ok"],
    seen: ["good", "\u2713", "seen"],
    passed: ["good", "\u2713", "passed"],
    broken: ["bad", "\u2715", "broken"],
    "not-seen": ["bad", "\u2715", "not seen"],
    failed: ["bad", "\u2715", "failed"],
    error: ["bad", "\u2715", "error"],
    warning: ["doubtful", "!", "warning"],
    unknown: ["doubtful", "?", "unknown"],
    "cannot-be-seen": ["doubtful", "?", "cannot be seen"],
    notice: ["quiet", "i", "notice"],
    skipped: ["quiet", "\u2013", "skipped"],
    none: ["quiet", "\u2013", "none"],
};
/** The state as a sign with its word. */
const stateMark = (state) => {
    const [tone, sign, word] = shown[state];
    return html `<span class="state ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
};
/** The worst of several; `none` of none. */
const worstOf = (states) => ["broken", "unknown", "ok"].find((one) => states.includes(one)) ?? "none";
/** How a state is drawn: its class in the style sheet, and its sign. */
const toneOf = (state) => {
    const [tone, sign] = shown[state];
    return { tone, sign };
};

;// CONCATENATED MODULE: ./build/src/report/html/cluster.js



const ranks = { "not-seen": 0, "cannot-be-seen": 1, seen: 2 };
/** What was seen in the cluster that no single signal has: conditions, GPUs by node, and who was drilled. */
const clusterPart = ({ verify, drill }, rows) => section("cluster", "What the cluster shows", [
    htmlTable("Conditions of the cluster", ["State", "Condition", "Of", "What was seen"], (verify?.conditions ?? [])
        .toSorted((a, b) => ranks[a.sight] - ranks[b.sight])
        .slice(0, rows)
        .map(({ condition, subject, sight, what, hint }) => [
        stateMark(sight),
        html `${condition.replaceAll("-", " ")}`,
        html `${subject}`,
        html `${what}${hint === null || sight === "seen" ? none : html ` <strong>Next step:</strong> ${hint}`}`,
    ])),
    htmlTable("GPUs by node", ["Node", "GPUs", "With metrics", "MIG slices", "With metrics"], (verify?.gpus ?? [])
        .slice(0, rows)
        .map(({ node, ...of }) => [
        html `${node}`,
        html `${of.allocatable + of.unhealthy}`,
        html `${stateMark(of.exported < of.allocatable + of.unhealthy ? "not-seen" : "seen")} ${of.exported}`,
        html `${of.migAllocatable + of.migUnhealthy}`,
        html `${of.migExported}`,
    ])),
    drill === null
        ? none
        : html `<h3>Delivery drill</h3>
${deliveryBars(drill)}${htmlTable("Drilled routes", ["Route", "Receiver", "Result", "After", "Why"], drill.routes
            .slice(0, rows)
            .map(({ route, receiver, verdict, deliveredAfterSeconds, why }) => [
            html `<code>${route}</code>`,
            html `${receiver}`,
            stateMark(verdict === "delivered" ? "seen" : verdict === "not-delivered" ? "not-seen" : "cannot-be-seen"),
            html `${deliveredAfterSeconds === null ? "" : `${deliveredAfterSeconds} s`}`,
            html `${why}`,
        ]))}`,
]);
/** How long each alert of the drill was under way until its receiver had it. */
const deliveryBars = ({ routes }) => {
    const delivered = routes.flatMap(({ route, receiver, deliveredAfterSeconds: seconds }) => seconds === null ? [] : [{ name: receiver, value: seconds, said: `${seconds} s, route ${route}` }]);
    return delivered.length === 0 ? none : bars("How long until each receiver had the drill's alert", delivered);
};

// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
;// CONCATENATED MODULE: ./build/src/report/html/course-plots.js

const course_plots_width = 640;
const height = 150;
const left = 12;
const right = course_plots_width - 12;
const course_plots_top = 16;
const bottom = height - 26;
/** Swings of an alternating series that are drawn one by one. */
const mostSwings = 200;
/** Series of one alert that are drawn; report.json has the others. */
const mostDrawn = 6;
/** Samples, limits and when the alert fires, a picture for each series that was made for it. */
const coursePlots = (alert, course) => {
    const fires = `${alert} fires from minute ${course.firesAt} on`;
    const drawn = course.series.slice(0, mostDrawn);
    const others = course.series.length - drawn.length;
    return html `<h3>${fires}</h3>
${drawn.length === 0 ? html `<p>It fires where there is no series: none was made.</p>\n` : drawn.map((series) => plot(series, course, fires))}${others === 0 ? none : html `<p>${others} more series in report.json.</p>\n`}`;
};
const plot = (series, { minutes, firesAt }, fires) => {
    const samples = samplesOf(series.behaviour, minutes);
    const y = scale([...samples.map(([, value]) => value), ...series.limits.map(({ value }) => value)]);
    const x = (minute) => round(left + (Math.min(minute, minutes) / Math.max(1, minutes)) * (right - left));
    const line = samples.map(([minute, value]) => `${x(minute)},${y(value)}`).join(" ");
    const limits = series.limits.map(({ op, value }) => html `<line class="limit" x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}"/><text x="${left + 4}" y="${y(value) - 5}">${op} ${value}</text>`);
    const said = `${series.metric} ${goes(series.behaviour)}${series.limits.map(({ op, value }) => `, compared ${op} ${value}`).join("")}; ${fires}`;
    return html `<p><code>${series.metric}${labelsOf(series)}</code> ${goes(series.behaviour)}</p>
${scrolling(said, html `<svg class="course" viewBox="0 0 ${course_plots_width} ${height}" role="img" aria-label="${said}">
<rect class="firing" x="${x(firesAt)}" y="${course_plots_top}" width="${round(right - x(firesAt))}" height="${bottom - course_plots_top}"/>
<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/><text x="${left}" y="${height - 8}">0 min</text><text class="end" x="${right}" y="${height - 8}">${minutes} min</text>
${limits}<polyline class="samples" points="${line}"/>
<line class="since" x1="${x(firesAt)}" x2="${x(firesAt)}" y1="${course_plots_top}" y2="${bottom}"/>
</svg>`)}`;
};
const labelsOf = ({ labels }) => {
    const all = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
    return all.length === 0 ? "" : `{${all.join(", ")}}`;
};
const goes = (behaviour) => {
    if (behaviour.kind === "constant")
        return `is ${behaviour.value} all the time`;
    return behaviour.kind === "rising" ? `rises by ${behaviour.perSecond} a second` : "is 0 and 1 in turn";
};
/** Where the series has its corners: minutes and values. */
const samplesOf = (behaviour, minutes) => {
    if (behaviour.kind === "constant")
        return [
            [0, behaviour.value],
            [minutes, behaviour.value],
        ];
    if (behaviour.kind === "rising")
        return [
            [0, 0],
            [minutes, behaviour.perSecond * 60 * minutes],
        ];
    return Array.from({ length: Math.min(minutes, mostSwings) + 1 }, (_, minute) => [minute, minute % 2]);
};
/** From a value to its height; a tenth is left above and below. */
const scale = (values) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const span = most - least || Math.max(1, Math.abs(most));
    return (value) => round(bottom - ((value - least + span * 0.1) / (span * 1.2)) * (bottom - course_plots_top));
};
const round = (value) => Math.round(value * 10) / 10;

;// CONCATENATED MODULE: ./build/src/report/html/coverage.js




/** Which GPU failures somebody is told of, and which alerts were made to fire. */
const coveragePart = ({ gpuCoverage, alertProofs }, rows) => {
    const proofs = (alertProofs ?? []).slice(0, rows);
    return section("coverage", "Who is told when a GPU fails?", [
        htmlTable("GPU failures", ["Failure", "Told", "Alerts", "Told within"], (gpuCoverage ?? []).map(rowOf)),
        proofs.length === 0
            ? none
            : html `<details><summary>Do the alerts fire?</summary>${htmlTable("Alerts and what proves that they fire", ["Alert", "Unit tests", "On series made for it"], proofs.map(({ name, passed, failed, canary }) => [
                html `${name}`,
                passed + failed === 0
                    ? stateMark("none")
                    : html `${stateMark(failed > 0 ? "failed" : "passed")} ${passed} of ${passed + failed}`,
                canary === null
                    ? stateMark("none")
                    : canary.fired
                        ? html `${stateMark("ok")} fired`
                        : html `${stateMark("unknown")} ${canary.why ?? ""}`,
            ]))}${proofs.flatMap(({ name, canary }) => (canary?.course ? coursePlots(name, canary.course) : []))}</details>\n`,
    ]);
};
const rowOf = ({ title, status, alerts, exported, turnedOnBy }) => [
    html `${title}`,
    stateMark(status),
    alerts.length > 0
        ? html `<ul>${alerts.map(({ name, why }) => html `<li>${name}${why === null ? none : html `: ${why}`}</li>`)}</ul>`
        : exported === false && turnedOnBy !== null
            ? html `none; the exporter exports nothing of it by default: <code>${turnedOnBy.row}</code> turns it on (dcgm-exporter ${turnedOnBy.since} and newer)`
            : html `none`,
    within(alerts),
];
const within = (alerts) => html `${alerts.flatMap(({ toldWithin }) => toldWithin === null ? [] : [html `<div>${(0,prometheus_duration/* formatSeconds */.Xo)(toldWithin.seconds)}</div>`])}`;

// EXTERNAL MODULE: ./build/src/core/finding.js
var core_finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/report/summary/markdown.js
var markdown = __webpack_require__(85577);
// EXTERNAL MODULE: ./build/src/report/summary/links.js
var summary_links = __webpack_require__(39875);
;// CONCATENATED MODULE: ./build/src/report/html/place.js


/** `file:line`, at the commit where that is on GitHub. */
const placeLink = (at, links) => {
    const named = html `<code>${`${at.file}:${at.line}`}</code>`;
    return webLink((0,summary_links/* lineUrl */.gV)(links, at), named);
};
/** What mends it, and the lines to copy. */
const repair = ({ description, edits, }) => html `<div class="repair"><p><strong>Mend:</strong> ${prose(description)}</p>
${edits.map(({ file, startLine, endLine, text }) => html `<details><summary>In <code>${file}</code> replace ${startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`}</summary>${literal(text)}</details>\n`)}</div>`;

;// CONCATENATED MODULE: ./build/src/report/html/findings.js





/** The findings, worst first, at most `rows` of them; with a script they can be filtered. */
const findingsPart = ({ findings }, links, rows) => {
    if (findings.length === 0)
        return none;
    const ranked = findings.toSorted((a, b) => core_finding/* severities */.gO.indexOf(a.severity) - core_finding/* severities */.gO.indexOf(b.severity));
    const shown = ranked.slice(0, rows);
    const left = ranked.length - shown.length;
    return section("findings", "Findings", [
        filters(shown),
        html `<ol class="findings">${shown.map((finding) => item(finding, links))}</ol>\n`,
        left === 0 ? none : html `<p>${(0,markdown/* counted */.hS)(left, "more finding")} in report.json.</p>\n`,
    ]);
};
const item = (finding, links) => {
    const { severity, check, message, at, anchor, resource, fix, help } = finding;
    return html `<li data-severity="${severity}" data-check="${check}" data-file="${at?.file ?? ""}">
<p>${stateMark(severity)} ${at === undefined ? none : placeLink(at, links)}${anchor === undefined ? none : html `, brought by ${placeLink(anchor, links)}`} ${resource === undefined || message.includes((0,core_finding/* nameOf */.Vb)(resource)) ? "" : (0,core_finding/* nameOf */.Vb)(resource)}</p>
<p>${prose(message)}</p>${fix === undefined ? none : repair(fix)}
<p class="quiet">${webLink(help, html `${check}`)}</p></li>
`;
};
/** Without scripts it stays hidden: the list is whole then. */
const filters = (findings) => {
    const choice = (name, label, values) => html `<label>${label} <select name="${name}"><option value="">all</option>${[...new Set(values)].map((value) => html `<option>${value}</option>`)}</select></label>\n`;
    const files = findings.flatMap(({ at }) => (at === undefined ? [] : [at.file]));
    return html `<form id="filters" hidden>
${choice("severity", "Severity", core_finding/* severities */.gO.filter((one) => findings.some(({ severity }) => severity === one)))}${choice("file", "File", files.toSorted())}${choice("check", "Check", findings.map(({ check }) => check).toSorted())}
<output id="filtered" aria-live="polite"></output></form>
`;
};

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js
var array = __webpack_require__(61318);
;// CONCATENATED MODULE: ./build/src/report/html/plan.js





const plan_ranks = { delete: 0, create: 1, update: 2, unchanged: 3 };
/** What a deploy would do: what stands against it, what would be lost, and each object's fields side by side. */
const planPart = ({ plan }, rows) => {
    if (plan === null)
        return none;
    const { obstacles, losses, objects } = plan.content;
    const changed = objects
        .filter(({ action }) => action !== "unchanged")
        .toSorted((a, b) => plan_ranks[a.action] - plan_ranks[b.action]);
    const left = changed.length - rows;
    return section("plan", "What would change", [
        html `<p>${(0,markdown/* counted */.hS)(changed.length, "object")} of ${objects.length}. The plan's digest is <code>${plan.digest}</code>.</p>\n`,
        ...obstacles.map(({ reason, message, hint }) => html `<p>${stateMark("error")} <code>${reason}</code>: ${message} <strong>Next step:</strong> ${hint}</p>\n`),
        htmlTable("What would be lost", ["Object", "What", "Accepted"], losses.map(({ ref, what, allowed }) => [html `${(0,core_finding/* nameOf */.Vb)(ref)}`, html `${what}`, html `${allowed ? "yes" : "no"}`])),
        ...changed.slice(0, rows).map((object) => objectPart(object, rows)),
        left > 0 ? html `<p>${(0,markdown/* counted */.hS)(left, "more object")} in plan.json.</p>\n` : none,
    ]);
};
const objectPart = ({ ref, action, layer, changes }, rows) => {
    const own = changes.filter(({ noise }) => noise === null);
    return html `<details class="object"><summary><strong>${action}</strong> ${(0,core_finding/* nameOf */.Vb)(ref)} (${layer})${own.length === 0 ? none : html `, ${(0,markdown/* counted */.hS)(own.length, "field")}`}</summary>
${own.slice(0, rows).map(changePart)}</details>
`;
};
const changePart = ({ pointer, before, after }) => html `<p><code>${pointer}</code></p>
${before === null && after === null ? html `<p>not shown</p>` : sideBySide(linesOf(before), linesOf(after))}
`;
/** The lines of a text; of another value its JSON. */
const linesOf = (json) => {
    if (json === null)
        return [];
    try {
        const value = JSON.parse(json);
        return (typeof value === "string" ? value : json).split("\n");
    }
    catch {
        // It was cut.
        return json.split("\n");
    }
};
const sideBySide = (before, after) => scrolling("Before and after", html `<table class="diff"><thead><tr><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${blocksOf(before, after).flatMap(blockRows)}</tbody></table>`);
const blocksOf = (before, after) => {
    const blocks = [];
    for (const { value, added, removed } of (0,array/* diffArrays */.E)([...before], [...after])) {
        const last = blocks.at(-1);
        if (added && last !== undefined && !last.same && last.after.length === 0)
            blocks[blocks.length - 1] = { ...last, after: value };
        else
            blocks.push({ before: added ? [] : value, after: removed ? [] : value, same: !added && !removed });
    }
    return blocks;
};
const blockRows = ({ before, after, same }) => Array.from({ length: Math.max(before.length, after.length) }, (_, at) => {
    const cell = (line, kind) => line === undefined
        ? html `<td></td>`
        : html `<td class="${same ? "" : kind}"><code>${line === "" ? " " : line}</code></td>`;
    return html `<tr>${cell(before[at], "removed")}${cell(after[at], "added")}</tr>`;
});

// EXTERNAL MODULE: ./build/src/report/signal-arrows.js
var signal_arrows = __webpack_require__(26404);
;// CONCATENATED MODULE: ./build/src/report/html/signal-map.js




/** Units of the picture's own coordinates. */
const box = { width: 120, height: 46 };
const step = { x: 168, y: 96 };
const margin = 8;
/** Column and row of each station: dashboards branch off at Prometheus. */
const places = {
    exporter: [0, 0],
    service: [1, 0],
    monitor: [2, 0],
    prometheus: [3, 0],
    rule: [4, 0],
    alertmanager: [5, 0],
    receiver: [6, 0],
    dashboard: [4, 1],
    panels: [5, 1],
};
/** The way of the signals as a picture; each arrow leads to the conditions that it stands for. */
const signalMap = (arrows) => {
    const width = 6 * step.x + box.width + 2 * margin;
    const height = step.y + box.height + 2 * margin;
    return scrolling("The way of the signals", html `<svg class="map" viewBox="0 0 ${width} ${height}" role="group" aria-label="The way of the signals, from the GPU exporter to a notification and to a panel">
${arrows.map(arrowOf)}
${Object.keys(places).map(stationOf)}
</svg>`);
};
const cornerOf = (station) => {
    const [column, row] = places[station];
    return { x: margin + column * step.x, y: margin + row * step.y };
};
const stationOf = (station) => {
    const { x, y } = cornerOf(station);
    return html `<rect class="station" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"/>
<text class="station-name" x="${x + box.width / 2}" y="${y + box.height / 2}">${signal_arrows/* stationNames */.h[station]}</text>
`;
};
const arrowOf = ({ name, from, to, judged }) => {
    const [start, end] = [cornerOf(from), cornerOf(to)];
    const worst = worstOf(judged.map(({ hop }) => hop.status));
    const { tone, sign } = toneOf(worst);
    const count = judged.filter(({ hop }) => hop.status === worst).length;
    const [x1, y1] = [start.x + box.width, start.y + box.height / 2];
    const [x2, y2] = [end.x, end.y + box.height / 2];
    const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    const way = y1 === y2 ? `M${x1} ${y1}H${x2 - 7}` : `M${start.x + box.width / 2} ${start.y + box.height}V${y2}H${x2 - 7}`;
    const at = y1 === y2 ? middle : { x: start.x + box.width / 2 + (x2 - start.x - box.width / 2) / 2, y: y2 };
    const said = `${signal_arrows/* stationNames */.h[from]} to ${signal_arrows/* stationNames */.h[to]}: ${worst === "none" ? "nothing was judged" : `${(0,markdown/* counted */.hS)(count, "condition")} ${worst}`}`;
    return html `<a href="#arrow-${name}" class="arrow ${tone}" aria-label="${said}"><title>${said}</title>
<path d="${way}"/><path class="head" d="M${x2} ${y2}l-8 -5v10z"/>
<circle cx="${at.x}" cy="${at.y}" r="13"/><text x="${at.x}" y="${at.y}">${worst === "ok" || worst === "none" ? sign : `${sign}${count}`}</text></a>
`;
};

;// CONCATENATED MODULE: ./build/src/report/html/signal-paths.js






const signal_paths_ranks = { broken: 0, unknown: 1, ok: 2 };
/**
 * Whether the signals will arrive: the picture, the conditions of each of its arrows, and every way hop by hop, what
 * was predicted beside what was seen; at most `rows` ways.
 */
const signalsPart = (report, links, rows) => {
    const { signalPaths, exporter, verify } = report;
    if (signalPaths.length === 0)
        return none;
    const shown = signalPaths.toSorted((a, b) => signal_paths_ranks[a.status] - signal_paths_ranks[b.status]).slice(0, rows);
    const left = signalPaths.length - shown.length;
    const idOf = new Map(shown.map((path, index) => [path, idAt(index)]));
    const arrows = (0,signal_arrows/* judgedArrows */.Y)(signalPaths);
    return section("signals", "Will the signals arrive?", [
        exporter === null ? none : html `<p>GPU metrics come from ${exporter.description}.</p>\n`,
        signalMap(arrows),
        html `<div id="arrows">${arrows.map((arrow) => arrowPart(arrow, idOf))}</div>\n`,
        html `<h3>Every way, hop by hop</h3>\n`,
        ...shown.map((path, index) => wayPart(path, index, observedOf(path, verify), links)),
        left === 0 ? none : html `<p>${(0,markdown/* counted */.hS)(left, "more way")} in report.json.</p>\n`,
    ]);
};
const idAt = (index) => `way-${index + 1}`;
const wordsOf = (hop) => hop.replaceAll("-", " ");
const observedOf = ({ signal, subject }, verify) => verify?.paths.find((path) => path.signal === signal && path.subject === subject) ?? null;
/** Conditions that are told one by one of an arrow; the rest stands with the ways. */
const mostTold = 20;
const arrowPart = ({ name, from, to, judged }, idOf) => {
    const bad = judged.filter(({ hop }) => hop.status !== "ok");
    const told = bad.toSorted((a, b) => signal_paths_ranks[a.hop.status] - signal_paths_ranks[b.hop.status]).slice(0, mostTold);
    return html `<details id="arrow-${name}" class="arrow-part"><summary>${signal_arrows/* stationNames */.h[from]} \u2192 ${signal_arrows/* stationNames */.h[to]}: ${judged.length - bad.length} of ${(0,markdown/* counted */.hS)(judged.length, "condition")} hold</summary>
<ul>${told.map(({ path, hop }) => {
        const id = idOf.get(path);
        const subject = id === undefined ? html `${path.subject}` : html `<a href="#${id}">${path.subject}</a>`;
        return html `<li>${stateMark(hop.status)} ${subject}: ${wordsOf(hop.hop)}. ${prose(hop.why)}</li>\n`;
    })}</ul>
${bad.length > told.length ? html `<p>${bad.length - told.length} more below.</p>` : none}</details>
`;
};
const wayPart = (path, index, observed, links) => {
    const isBad = path.status === "broken" || observed?.sight === "not-seen";
    // One shows what there is to be read in each.
    const open = isBad && index === 0 ? html ` open` : none;
    const arrives = observed?.hops.find(({ hop }) => hop === "arrives");
    const heads = ["Condition", "Predicted", ...(observed === null ? [] : ["Seen"]), "Why"];
    const rows = path.hops.map((hop) => {
        const seen = observed?.hops.find((one) => one.hop === hop.hop);
        return [
            html `${wordsOf(hop.hop)}`,
            stateMark(hop.status),
            ...(observed === null ? [] : [seen === undefined ? none : stateMark(seen.observed)]),
            html `${prose(hop.why)}${hop.at === undefined ? none : html ` ${placeLink(hop.at, links)}`}${hop.fix === undefined ? none : repair(hop.fix)}${seen === undefined ? none : html `<p class="seen">${seen.what}</p>`}`,
        ];
    });
    const end = arrives === undefined
        ? []
        : [[html `<strong>arrives</strong>`, none, stateMark(arrives.observed), html `${arrives.what}`]];
    return html `<details id="${idAt(index)}" class="way"${open}><summary>${stateMark(path.status)}${observed === null ? none : html ` ${stateMark(observed.sight)}`} ${path.subject}</summary>
${htmlTable(`Conditions of ${path.subject}`, heads, [...rows, ...end])}</details>
`;
};

;// CONCATENATED MODULE: ./build/src/report/html/style.js
/** The page's style sheet: no font, image or address from elsewhere; light and dark as the reader has it. */
const style = `
:root { color-scheme: light dark; --text: #1f2328; --back: #ffffff; --soft: #f6f8fa; --line: #d1d9e0; --link: #0550ae;
  --good: #116329; --bad: #b3151e; --doubtful: #7a4b00; --quiet: #57606a; --added: #dafbe1; --removed: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --back: #0d1117; --soft: #151b23; --line: #3d444d; --link: #71b7ff;
  --good: #56d364; --bad: #ff8b84; --doubtful: #e3b341; --quiet: #9ea7b3; --added: #12361f; --removed: #4a1a1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, select:focus-visible, .scroll:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
code, pre { font: .875em/1.45 ui-monospace, monospace; } code { overflow-wrap: anywhere; }
pre { padding: .75rem; overflow: auto; background: var(--soft); border-radius: 6px; } pre code { white-space: pre; overflow-wrap: normal; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; min-width: 100%; margin: .75rem 0; }
th, td { padding: .35rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; } th { background: var(--soft); } td ul { margin: 0; padding-left: 1.1rem; }
details { margin: .5rem 0; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 6px; } summary { cursor: pointer; overflow-wrap: anywhere; }
details:target, li:target { outline: 2px solid var(--link); }
.state { white-space: nowrap; font-weight: 600; } .good { color: var(--good); } .bad { color: var(--bad); } .doubtful { color: var(--doubtful); } .quiet { color: var(--quiet); }
.findings { padding-left: 0; list-style: none; } .findings > li { padding: .25rem .75rem; margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; overflow-wrap: anywhere; } .findings p { margin: .35rem 0; }
#filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; } #filters[hidden] { display: none; } select { font: inherit; max-width: 20rem; }
.seen { margin: .25rem 0; color: var(--quiet); }
.map { min-width: 60rem; width: 100%; height: auto; } .bars { min-width: 40rem; width: 100%; height: auto; }
.station { fill: var(--soft); stroke: var(--line); } .map text, .bars text { fill: var(--text); font-size: 13px; dominant-baseline: central; } .station-name, .arrow text { text-anchor: middle; } .bar-name { text-anchor: end; }
.arrow path { fill: none; stroke: currentColor; stroke-width: 2; } .arrow .head { fill: currentColor; stroke: none; } .arrow circle { fill: var(--back); stroke: currentColor; stroke-width: 2; } .arrow text { fill: currentColor; font-weight: 700; font-size: 12px; }
.arrow:focus-visible circle, .arrow:hover circle { stroke-width: 4; } .bar { fill: var(--link); }
.course { min-width: 34rem; width: 100%; max-width: 44rem; height: auto; } .course text { fill: var(--text); font-size: 12px; } .course .end { text-anchor: end; }
.axis { stroke: var(--line); } .samples { fill: none; stroke: var(--link); stroke-width: 2; } .limit { stroke: var(--doubtful); stroke-width: 1.5; stroke-dasharray: 6 4; } .firing { fill: var(--removed); } .since { stroke: var(--bad); stroke-width: 2; }
.diff code { white-space: pre-wrap; } .diff td { width: 50%; border-block: 0; padding-block: 0; } .added { background: var(--added); } .removed { background: var(--removed); }
@media print { details > * { display: block; } nav, #filters { display: none; } }
`;

;// CONCATENATED MODULE: ./build/src/report/html/times.js




/** Where the time of the run went, and how long until somebody is told of a failure. */
const timesPart = (report) => section("times", "Times", [stageBars(report), tellingBars(report)]);
const stageBars = ({ stages }) => {
    const ran = stages.flatMap((stage) => stage.status === "skipped"
        ? []
        : [
            {
                name: stage.name,
                value: stage.durationMs,
                said: `${(stage.durationMs / 1000).toFixed(2)} s, ${stage.status}`,
            },
        ]);
    const rows = stages.map((stage) => [
        html `${stage.name}`,
        stateMark(stage.status),
        html `${stage.status === "passed" ? "" : stage.reason}`,
    ]);
    return html `<h3>The run's stages</h3>
${bars("How long each stage took", ran)}${htmlTable("Stages", ["Stage", "Result", "Why"], rows)}`;
};
/** Of each class of failures the alert that tells soonest. */
const tellingBars = ({ gpuCoverage }) => {
    const told = (gpuCoverage ?? []).flatMap(({ title, alerts }) => {
        const [first] = alerts
            .flatMap(({ name, toldWithin }) => (toldWithin === null ? [] : [{ name, ...toldWithin }]))
            .toSorted((a, b) => a.seconds - b.seconds);
        if (first === undefined)
            return [];
        return [
            {
                name: title,
                value: first.seconds,
                said: `${(0,prometheus_duration/* formatSeconds */.Xo)(first.seconds)} by ${first.name}`,
            },
        ];
    });
    return told.length === 0
        ? none
        : html `<h3>From the failure to the notification, at the longest</h3>\n${bars("How long until somebody is told", told)}`;
};

;// CONCATENATED MODULE: ./build/src/report/html/page.js














/** Bytes of UTF-8 that a browser shows without a wait. */
const budget = 8 * 1024 * 1024;
/**
 * The report as one page that asks for nothing else: no address is loaded, its policy allows its own style and script
 * alone. Where it would be too large, fewer findings, ways and fields are on it, and it says so.
 */
const renderHtml = (report, links) => (0,size_ladder/* fitting */._Q)(budget, (0,size_ladder/* messagesOf */.cr)(report), (step) => pageAt(step, report, links).text);
const pageAt = (step, report, links) => step === "line" ? pageOf(cutShort(report), links, size_ladder/* rowsAt */.hO[step], leftOut) : pageOf(report, links, size_ladder/* rowsAt */.hO[step], none);
const leftOut = html `<p>Plan, signals and findings are too much for a page: report.json has all there is.</p>\n`;
/** What is left where nothing else fits. */
const cutShort = (report) => ({
    ...report,
    ...{ findings: [], signalPaths: [], gpuCoverage: null, alertProofs: null, settings: [] },
    ...{ plan: null, verify: null, drill: null },
});
const digestOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("base64")}'`;
/** UTF-16 units of the heading. */
const longestVerdict = 2000;
const pageOf = (report, links, rows, note) => {
    const title = `${(0,mode/* modeNeeds */.ht)(report.mode).title} of the Prometheus stack`;
    const policy = `default-src 'none'; style-src ${digestOf(style)}; script-src ${digestOf(behaviour)}; base-uri 'none'; form-action 'none'`;
    const all = [
        ["plan", "Plan", planPart(report, rows)],
        ["signals", "Signals", signalsPart(report, links, rows)],
        ["cluster", "Cluster", clusterPart(report, rows)],
        ["coverage", "GPU failures", coveragePart(report, rows)],
        ["findings", "Findings", findingsPart(report, links, rows)],
        ["times", "Times", timesPart(report)],
        ["installed", "What is installed", installedPart(report, links)],
    ];
    const parts = all.filter(([, , { text }]) => text !== "");
    return html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${title}: ${report.conclusion}</title>
<style>${Html.ours(style)}</style>
</head>
<body>
<header>
<h1>${stateMark(report.conclusion === "success" ? "passed" : "failed")} ${title}</h1>
<p>${prose((0,verdict/* verdict */.WJ)(report).slice(0, longestVerdict))}</p>
${note}${page_step(report)}</header>
${navigation(parts)}<main>
${parts.length === 0 ? html `<p>Nothing else was found out.</p>` : parts.map(([, , part]) => part)}</main>
<script>${Html.ours(behaviour)}</script>
</body>
</html>
`;
};
const navigation = (parts) => parts.length === 0
    ? none
    : html `<nav aria-label="Sections"><ul>${parts.map(([id, name]) => html `<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
`;
const page_step = (report) => {
    const next = (0,verdict/* nextStep */.sk)(report);
    return next === null ? none : html `<p><strong>Next step:</strong> ${prose(next)}</p>\n`;
};
const installedPart = ({ settings, components, chart, tools }, links) => section("installed", "What is installed", [
    htmlTable("Settings of the release", ["Setting", "Value", "Comes from"], settings.map(({ name, value, source }) => [html `${name}`, html `<code>${value}</code>`, html `${source}`])),
    htmlTable("Components", ["Component", "State", "Workloads"], components.map(({ name, present, resources }) => [
        html `${name}`,
        stateMark(present ? "ok" : "none"),
        html `${resources}`,
    ])),
    htmlTable("Tools", ["Tool", "Version", "Source", "SHA-256 of the executable"], Object.entries(tools).map(([name, { version, source, sha256 }]) => [
        html `${name}`,
        html `${version}`,
        html `${source === "path" ? "PATH (trusted as it is)" : source}`,
        html `<code>${sha256}</code>`,
    ])),
    chart === null ? none : html `<p>Chart ${chart.name} ${chart.version}, SHA-256 <code>${chart.digest}</code></p>\n`,
    links.run === undefined ? none : html `<p>${webLink(links.run, html `The workflow run`)}</p>\n`,
]);


/***/ }

};
;
})

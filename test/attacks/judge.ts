import type { Strike } from "./attack.ts";
import { wordsIn } from "./canaries.ts";
import { limits } from "./run-step.ts";
import type { Seen } from "./strike.ts";

/** What went wrong in a run, a sentence each; empty where all held. */
export const judge = ({ attack }: Strike, seen: Seen): readonly string[] => [
  ...programs(seen),
  ...readings(seen),
  ...secrets(attack, seen),
  ...writings(seen),
  ...requests(attack, seen),
  ...endings(attack, seen),
  ...surfaces(attack, seen),
];

const programs = ({ ran }: Seen): readonly string[] =>
  ran === "" ? [] : [`a program of the tree ran: ${ran.trim().replaceAll("\n", ", ")}`];

/** Words that stand where nothing may be read: neither told nor handed to a command. */
const readings = ({ ground, told, given, requests: asked }: Seen): readonly string[] => {
  const { canaries } = ground;
  const words: Readonly<Record<string, string>> = { ...canaries };
  return [
    ...wordsIn(told, words).map((name) => `what stands in ${name} was told${excerpt(told, words[name] ?? "")}`),
    ...wordsIn(given.join("\n"), words).map((name) => `a command was given what stands in ${name}`),
    ...wordsIn(JSON.stringify(asked), words).map((name) => `a request held what stands in ${name}`),
  ];
};

const secrets = (
  { hides = [], argued = false }: Strike["attack"],
  { ground, told, given, requests: asked }: Seen,
): readonly string[] => {
  const words = Object.fromEntries(hides.map((secret, index) => [String(index), ground.fill(secret)]));
  const at = (name: string): string => JSON.stringify(words[name]);
  return [
    ...wordsIn(told, words).map((name) => `the secret ${at(name)} was told${excerpt(told, words[name] ?? "")}`),
    ...(argued ? [] : wordsIn(given.join("\n"), words)).map((name) => `a command was given the secret ${at(name)}`),
    ...wordsIn(JSON.stringify(asked.filter(({ at: server }) => server === "other")), words).map(
      (name) => `another host was sent the secret ${at(name)}`,
    ),
  ];
};

const excerpt = (told: string, word: string): string => {
  const at = told.indexOf(word);
  return at === -1 ? "" : `: …${told.slice(Math.max(0, at - 60), at + word.length + 20).replaceAll("\n", "⏎")}…`;
};

const writings = ({ changed, leftovers, deployed, end }: Seen): readonly string[] => [
  ...(deployed.length === 0 ? [] : [`the cluster has new namespaces: ${deployed.join(", ")}`]),
  ...(changed.length === 0 ? [] : [`written outside scratch and report: ${changed.slice(0, 5).join(", ")}`]),
  ...(leftovers.length === 0 ? [] : [`left in the temporary folder: ${leftovers.join(", ")}`]),
  ...(end.left === 0 ? [] : [`${end.left} processes were left`]),
];

const requests = (attack: Strike["attack"], { ground, requests: asked }: Seen): readonly string[] => {
  const wrong = asked.filter((request) => attack.mayAsk?.(request, ground) !== true);
  const shown = wrong.slice(0, 3).map(({ at, method, url }) => `${method} ${url} at ${at}`);
  return wrong.length === 0 ? [] : [`${wrong.length} requests left: ${shown.join("; ")}`];
};

const endings = ({ ends, says = [], commandLine }: Strike["attack"], { end, outputs }: Seen): readonly string[] => {
  const wrong: string[] = [];
  if (end.ended !== null)
    wrong.push(`${end.ended} (${Math.round(end.durationMs / 1000)} s, ${mib(end.peakBytes)} MiB)`);
  if (end.peakBytes > limits.memoryBytes) wrong.push(`it took ${mib(end.peakBytes)} MiB`);
  if (end.ended === null && commandLine === undefined) {
    const reason = outputs["failure-reason"] ?? "(none told)";
    const right = (Array.isArray(ends) ? ends : [ends]).map((one: string | null) => one ?? "");
    if (!right.includes(reason))
      wrong.push(`it ended with ${reason || "success"}, not ${right.map((one) => one || "success").join(" or ")}`);
  }
  for (const words of says) if (!words.test(end.output)) wrong.push(`the log does not say ${words}`);
  if (/^\s+at .*(?:file:|node:)/m.test(end.output)) wrong.push("a stack trace was shown");
  return wrong;
};

const mib = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** What a reader's browser makes something of: all but fences, and code that holds no element. */
const shown = (summary: string): string =>
  summary.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1$/gm, "").replace(/<code>(?:[^<]|<br>)*<\/code>/g, "");

/** Escape and bidirectional characters, and what the attack says would be alive. */
const surfaces = ({ inert = [] }: Strike["attack"], { summary, end }: Seen): readonly string[] => [
  ...inert.flatMap((alive) => (alive.test(shown(summary)) ? [`the summary has ${alive}`] : [])),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not be there.
  ...(/[\u001b\u009b\u202a-\u202e\u2066-\u2069]/.test(end.output + summary)
    ? ["escape or bidirectional characters were printed"]
    : []),
];

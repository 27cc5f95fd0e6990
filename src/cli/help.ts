import { doctorOptions, initOptions, inputOptions, ownOptions } from "./options.ts";

const width = 100;
const column = 26;

/** The text of `--help`. */
export const help = (): string =>
  [
    "Usage: prometheus-stack-action check [path] [options]",
    "       prometheus-stack-action init [path] [options]",
    "       prometheus-stack-action doctor [path] [options]",
    "",
    "check: renders what would be applied of a kube-prometheus-stack tree with GPU monitoring, says where",
    "a signal does not arrive, and how to mend it. It needs no cluster.",
    "init: writes a new tree in which nothing is found, and a workflow that checks it. It never",
    "overwrites anything.",
    "doctor: says what on this machine would stop a run, and how to mend it. It changes nothing.",
    "`path` is the stack's folder; default: prometheus-stack at the root of the repository.",
    "",
    "Options of check:",
    ...ownOptions.flatMap(entryOf),
    "",
    "As the action's inputs of the same name (lists separated by commas):",
    ...inputOptions.flatMap(({ name, description }) => entry(name, description.replaceAll("`", ""))),
    "",
    "Options of init:",
    ...initOptions.flatMap(entryOf),
    "",
    "Options of doctor, beside the inputs above:",
    ...doctorOptions.flatMap(entryOf),
    "",
    "Exit codes: 0 nothing that --fail-on names was found, 1 findings, 2 the check could not be made.",
    "Of init: 0 all is written, 2 nothing is. Of doctor: 0 nothing would stop a run, 1 something would.",
    "",
    "Examples:",
    "  prometheus-stack-action check",
    "  prometheus-stack-action check clusters/a --exporter dcgm-exporter --exporter-version 4.8.4",
    "  prometheus-stack-action check --fix",
    "  prometheus-stack-action init --exporter dcgm-exporter --receiver slack",
    "  prometheus-stack-action doctor --mode deploy --kubeconfig ~/.kube/config",
    "  prometheus-stack-action check --write-baseline",
    "  prometheus-stack-action check --format json --fail-on warning > report.json",
    "  prometheus-stack-action check --format sarif > report.sarif",
    "",
  ].join("\n");

const entryOf = ({ name, value, description }: OwnOption): readonly string[] =>
  entry(value === null ? name : `${name} ${value}`, description);

type OwnOption = (typeof ownOptions | typeof initOptions | typeof doctorOptions)[number];

/** An option and its description, broken between words. */
const entry = (option: string, description: string): readonly string[] => {
  const lines = [""];
  for (const word of description.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && column + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  const head = `  --${option}`;
  const [first = "", ...rest] = lines;
  const indented = rest.map((line) => " ".repeat(column) + line);
  return head.length < column
    ? [head.padEnd(column) + first, ...indented]
    : [head, " ".repeat(column) + first, ...indented];
};

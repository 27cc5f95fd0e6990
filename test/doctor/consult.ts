import { spawn } from "node:child_process";
import { bundledEntry } from "../../scripts/bundle-sources.ts";

/** One line of what `doctor` says. */
export interface ToldDiagnosis {
  readonly state: string;
  readonly subject: string;
  readonly said: string;
  readonly repair: string;
}

/** How `doctor` ended, and what it said. */
export interface Told {
  readonly code: number | null;
  readonly stderr: string;
  readonly stdout: string;
  readonly diagnoses: readonly ToldDiagnosis[];
  /** Names of all that is in this state. */
  of(state: string): readonly string[];
}

/** How the command is started. */
export interface Consulted {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Options of Node's own. */
  readonly node?: readonly string[];
}

/** The command in a process of its own, with these variables and no others. */
export const consult = async (args: readonly string[], { cwd, env, node = [] }: Consulted): Promise<Told> => {
  const entry = await bundledEntry("cli");
  return new Promise((done, fail) => {
    const stdio = ["ignore", "pipe", "pipe"] as const;
    const child = spawn(process.execPath, [...node, entry, "doctor", ...args], { cwd, env, stdio: [...stdio] });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (chunk: Buffer) => {
        output[stream] += chunk.toString();
      });
    child.on("error", fail);
    child.on("close", (code) => {
      const diagnoses = diagnosesIn(output.stdout);
      const of = (state: string) => diagnoses.filter((one) => one.state === state).map(({ subject }) => subject);
      done({ code, ...output, diagnoses, of });
    });
  });
};

const head = /^(good|lacks|stops|unseen) +(\S+(?: \S+)*) {2,}(\S.*)$/;

const diagnosesIn = (text: string): readonly ToldDiagnosis[] => {
  const found: ToldDiagnosis[] = [];
  for (const line of text.split("\n")) {
    const [, state, subject = "", said = ""] = head.exec(line) ?? [];
    const last = found.at(-1);
    if (state !== undefined) found.push({ state, subject, said, repair: "" });
    else if (last !== undefined && /^ +\S/.test(line))
      found[found.length - 1] = { ...last, ...continued(last, line.trim()) };
  }
  return found;
};

const continued = ({ said, repair }: ToldDiagnosis, line: string): Partial<ToldDiagnosis> => {
  if (line.startsWith("repair: ")) return { repair: line.slice("repair: ".length) };
  return repair === "" ? { said: `${said}\n${line}` } : { repair: `${repair}\n${line}` };
};

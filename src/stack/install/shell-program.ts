import type { Command } from "unbash";
import type { Field } from "./shell-value.ts";

/** Programs that run the program named after them. */
const wrappers = ["exec", "command", "builtin", "sudo", "nohup", "env", "timeout"];

/** The words of a command from the program that really runs: `sudo -E helm` is helm. */
export const programWords = (fields: readonly Field[]): readonly Field[] => {
  const [first, ...rest] = fields;
  if (first === undefined || !first.value.known || !wrappers.includes(first.value.text)) return fields;
  const [option] = rest;
  // `command -v helm` asks where helm is.
  if (first.value.text === "command" && option?.value.known && option.value.text.startsWith("-")) return [];
  const isOwn = first.value.text === "timeout" ? isTimeLimit : isOption;
  const program = rest.findIndex((field) => !isOwn(field));
  return program === -1 ? [] : programWords(rest.slice(program));
};

const isOption = ({ value }: Field): boolean => value.known && /^(?:-[A-Za-z]+$|[A-Za-z_]\w*=)/.test(value.text);

/** `timeout --foreground -k 30s 10m helm`: its options and its durations. */
const isTimeLimit = ({ value }: Field): boolean => value.known && /^(?:-.*|\d+(?:\.\d+)?[smhd]?)$/.test(value.text);

/** The value that `env NAME=value` gives a program; undefined where it gives none. */
export const givenByEnv = (fields: readonly Field[], name: string): string | undefined => {
  const given = fields.findLast(({ value }) => value.known && value.text.startsWith(`${name}=`));
  return given?.value.known ? given.value.text.slice(name.length + 1) : undefined;
};

/** Programs that only speak of what stands in their arguments. */
const speaking = ["echo", "printf", "cat", "log", "info", "warn", "error", "grep", "which", "type", "hash", ":", "tee"];

/** Whether a text holds a line in which helm installs; in one pass, however often the words stand there. */
const holdsInstall = (text: string): boolean =>
  text
    .replaceAll("\\\n", " ")
    .split("\n")
    .some((line) => {
      const helm = /(?:^|[\s/])helm[34]?(?=\s)/.exec(line);
      return helm !== null && /\s(?:install|upgrade)(?:\s|$)/.test(line.slice(helm.index + helm[0].length));
    });

/** Why a command that is not helm may install something unseen; undefined for all others. */
export const hiddenInstall = (command: Command, words: readonly Field[]): string | undefined => {
  const [program, ...operands] = words;
  if (program === undefined) return undefined;
  const args = operands.map(({ value }) => (value.known ? value.text : ""));
  if (!program.value.known)
    return args.some((arg) => arg === "install" || arg === "upgrade")
      ? `It is not known which program runs here: ${program.value.why}`
      : undefined;
  const name = program.value.text;
  if (speaking.includes(name)) return undefined;
  if (name === "eval") return "`eval` runs a text that only the running shell knows";
  if (name === "source" || name === ".") return `\`${name} ${args[0] ?? ""}\` runs another script, which is not read`;
  if (name === "helmfile") return "`helmfile` decides what is installed, and its files are not read";
  const fed = command.redirects.map((one) => (one.type === "HereDoc" ? one.body.text : "")).join("\n");
  return holdsInstall(args.join(" ")) || holdsInstall(fed)
    ? `\`${name}\` runs helm in a way that is not understood`
    : undefined;
};

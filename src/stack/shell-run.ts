import {
  type AndOr,
  type Command,
  type CommandNode,
  type Pipeline,
  parse,
  type Function as ShellFunction,
  type Statement,
  type SyntaxNode,
} from "unbash";
import type { Doubt, HelmCall, ShellRun } from "./helm-call.ts";
import { assignAll, TooMuch } from "./shell-assign.ts";
import { commandsBelow, isQuestion, variablesRead, variablesSetBelow } from "./shell-doubt.ts";
import { hiddenInstall, programWords } from "./shell-program.ts";
import { Scope } from "./shell-scope.ts";
import { type Field, isList, unknown } from "./shell-value.ts";
import { fieldsOf, textOf } from "./shell-words.ts";

/**
 * Follows a script as bash would run it without arguments, from one of `folders`, and notes the calls of helm. Nothing is executed: what depends on
 * the running shell becomes an unknown value, what may or may not run becomes a doubt.
 */
export const followScript = (text: string, script: string, folders: readonly string[]): ShellRun => {
  const run = new Run(new Scope(script, folders));
  const parsed = parse(text);
  for (const error of parsed.errors ?? [])
    run.doubts.push({ message: `The shell cannot read this: ${error.message}`, start: error.pos, end: error.pos });
  if (run.doubts.length > 0) return run;
  try {
    run.list(parsed.commands);
  } catch (thrown) {
    // The nesting of a hostile script overflows the stack.
    if (!(thrown instanceof TooMuch) && !(thrown instanceof RangeError)) throw thrown;
    run.doubts.push({ message: "The script is too long or too deeply nested to be followed", start: 0, end: 0 });
  }
  return run;
};

/** Real scripts have some tens of commands; functions that call each other twice would have no end. */
const maxCommands = 10_000;

type Node = CommandNode | Pipeline | AndOr;

/** Deeper calls of functions are a recursion. */
const maxDepth = 20;

class Run implements ShellRun {
  readonly calls: HelmCall[] = [];
  readonly doubts: Doubt[] = [];
  switchesNamespace = false;
  #scope: Scope;
  readonly #functions = new Map<string, ShellFunction>();
  #depth = 0;
  #commands = 0;
  /** Set by `exit` and `return`: what follows does not run. */
  #ended: "no" | "return" | "exit" = "no";

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  list(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (this.#ended !== "no") return;
      if (statement.background === true) this.#aside(() => this.#node(statement.command));
      else this.#node(statement.command);
    }
  }

  #node(node: Node): void {
    switch (node.type) {
      case "Command":
        this.#command(node);
        break;
      case "AndOr":
        this.#andOr(node);
        break;
      case "Pipeline":
        // Each part of a pipeline is a process of its own; `! command` and `time command` are pipelines of one.
        if (node.commands.length > 1) this.#aside(() => this.#each(node.commands));
        else this.#each(node.commands);
        break;
      case "BraceGroup":
        this.list(node.body.commands);
        break;
      case "Subshell":
        this.#aside(() => this.list(node.body.commands));
        break;
      case "Redirected":
        this.#node(node.command);
        break;
      case "Function":
        this.#functions.set(node.name.value, node);
        break;
      case "TestCommand":
        break;
      default:
        this.#uncertain(node, constructs[node.type] ?? "a compound command");
    }
  }

  #each(commands: readonly CommandNode[]): void {
    for (const command of commands) this.#node(command);
  }

  /** Runs something whose variables and folder are its own. */
  #aside(body: () => void): void {
    const outer = this.#scope;
    this.#scope = outer.copy();
    body();
    this.#scope = outer;
    if (this.#ended !== "no") this.#ended = "no";
  }

  #andOr(node: AndOr): void {
    let certain = true;
    node.commands.forEach((command, index) => {
      if (node.operators[index - 1] === "||") this.#uncertain(command, "the right side of ||");
      else if (certain) this.#node(command);
      else this.#uncertain(command, "a command that depends on a test");
      certain &&= !isQuestion(command);
    });
  }

  /** What may run or not: helm calls there are in doubt, and what it may have set is not known afterwards. */
  #uncertain(node: SyntaxNode, inside: string, seen = new Set<ShellFunction>()): void {
    for (const command of commandsBelow(node)) {
      const called = this.#functions.get(command.name?.value ?? "");
      if (called !== undefined && !seen.has(called)) this.#uncertain(called.body, inside, seen.add(called));
      this.#named(command, inside);
      if (["cd", "pushd", "popd"].includes(command.name?.value ?? "")) this.#scope.folders = null;
    }
    for (const name of variablesSetBelow(node)) this.#scope.vars.set(name, unknown(`${name} is set inside ${inside}`));
  }

  #command(command: Command): void {
    this.#commands += 1;
    if (this.#commands > maxCommands) throw new TooMuch();
    const name = command.name?.value;
    const called = this.#functions.get(name ?? "");
    if (name === undefined) assignAll(command, this.#scope);
    else if (called !== undefined) this.#call(called, command);
    else if (name === "exit" || name === "return") this.#ended = name;
    else if (name === "cd" || name === "pushd") this.#changeFolder(command);
    else if (name === "popd") this.#scope.folders = null;
    else if (["export", "readonly", "local", "declare", "typeset"].includes(name)) assignAll(command, this.#scope);
    else if (variablesRead(command).length > 0)
      for (const one of variablesRead(command))
        if (name === "unset") this.#scope.vars.delete(one);
        else this.#scope.vars.set(one, unknown(`${one} is read while the script runs`));
    else this.#named(command, null);
  }

  #changeFolder(command: Command): void {
    const target = fieldsOf(command.args, this.#scope).find(({ value }) => !value.known || !value.text.startsWith("-"));
    this.#scope.enter(target?.value ?? unknown("the home folder"));
  }

  #call(called: ShellFunction, command: Command): void {
    if (this.#depth >= maxDepth) {
      this.doubts.push({ ...span(command), message: `${called.name.value} calls itself` });
      return;
    }
    const outer = this.#scope.args;
    this.#scope.args = fieldsOf(command.args, this.#scope).map((field) => field.value);
    this.#depth += 1;
    if (called.body.type === "CompoundList") this.list(called.body.commands);
    else this.#node(called.body);
    this.#depth -= 1;
    this.#scope.args = outer;
    if (this.#ended === "return") this.#ended = "no";
  }

  /** A program: helm, or something that hides one. `doubt` says what stands around it, if that makes it uncertain. */
  #named(command: Command, doubt: string | null): void {
    if (command.name === undefined) return;
    const fields = fieldsOf([command.name, ...command.args], this.#scope);
    const words = programWords(fields);
    const [first, second] = words.map(({ value }) => (value.known ? value.text : undefined));
    if (first !== undefined && /(?:^|\/)helm[34]?$/.test(first)) this.#helm(command, words.slice(1), doubt);
    else if (first === "kubens" || (first === "kubectl" && second === "config")) this.switchesNamespace = true;
    else {
      const message = hiddenInstall(command, words);
      if (message !== undefined) this.doubts.push({ ...span(command), message });
    }
  }

  #helm(command: Command, fields: readonly Field[], doubt: string | null): void {
    const own = command.prefix.find((one) => one.type === "Assignment" && one.name === "HELM_NAMESPACE");
    const inherited = this.#scope.get("HELM_NAMESPACE");
    const prefixed =
      own?.type === "Assignment" && own.value.type === "Word" ? textOf(own.value, this.#scope) : undefined;
    this.calls.push({
      start: command.pos,
      fields,
      redirects: command.redirects,
      namespace: prefixed ?? (inherited === undefined || isList(inherited) ? undefined : inherited),
      folders: this.#scope.folders,
      doubt,
    });
  }
}

const constructs: Partial<Record<SyntaxNode["type"], string>> = {
  If: "an if",
  For: "a loop",
  ArithmeticFor: "a loop",
  While: "a loop",
  Select: "a loop",
  Case: "a case",
  Coproc: "a coprocess",
  ArithmeticCommand: "an arithmetic command",
};

const span = (command: Command): { readonly start: number; readonly end: number } => ({
  start: command.pos,
  end: command.name?.end ?? command.end,
});

import type {
  AndOr,
  Case,
  Command,
  CommandNode,
  CompoundList,
  For,
  If,
  Pipeline,
  Redirection,
  Function as ShellFunction,
  Statement,
  SyntaxNode,
  While,
} from "unbash";
import type { Doubt, FileWrite, HelmCall, ShellRun } from "./helm-call.ts";
import { movesArguments, setArguments, shiftArguments } from "./shell-arguments.ts";
import { assignAll, assigned, declareAll } from "./shell-assign.ts";
import {
  commandsBelow,
  constructs,
  declaring,
  functionsBelow,
  helmSubstitutions,
  isQuestion,
  readsUnnamed,
  unnamed,
  variablesRead,
  variablesSetBelow,
} from "./shell-doubt.ts";
import { commandNamespace } from "./shell-namespace.ts";
import { hiddenInstall, programWords } from "./shell-program.ts";
import type { Scope } from "./shell-scope.ts";
import { conditionHolds, testHolds } from "./shell-test.ts";
import { type Field, type ShellVariable, TooMuch, unknownValue } from "./shell-value.ts";
import {
  asksForArguments,
  callsOfOne,
  chosenItem,
  type FollowedWay,
  isAlikeEachTime,
  isOverArguments,
  writtenWords,
} from "./shell-ways.ts";
import { fieldsOf } from "./shell-words.ts";
import { redirectedWords, writtenArguments } from "./shell-writes.ts";

/** Real scripts have some tens of commands; functions that call each other twice would have no end. */
const maxCommands = 10_000;

type Node = CommandNode | Pipeline | AndOr;

type Branches = Pick<If, "clause" | "then" | "else"> & { readonly elif: readonly Pick<If, "clause" | "then">[] };

/** Deeper calls of functions are a recursion. */
const maxDepth = 20;

/** One way through a script: what it has called and what is in doubt so far. */
export class Run implements ShellRun {
  readonly calls: HelmCall[] = [];
  readonly doubts: Doubt[] = [];
  readonly writes: FileWrite[] = [];
  switchesNamespace = false;
  #scope: Scope;
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
        if (node.commands.length > 1) for (const command of node.commands) this.#aside(() => this.#node(command));
        else for (const command of node.commands) this.#node(command);
        break;
      case "BraceGroup":
        this.list(node.body.commands);
        break;
      case "Subshell":
        this.#aside(() => this.list(node.body.commands));
        break;
      case "Redirected":
        this.#writes(node.redirects);
        this.#node(node.command);
        break;
      case "Function":
        this.#scope.define(node.name.value, node);
        break;
      case "TestCommand":
        break;
      case "If":
        this.#if(node);
        break;
      case "While":
        this.#while(node);
        break;
      case "For":
        this.#for(node);
        break;
      case "Case":
        this.#case(node);
        break;
      default:
        this.#uncertain(node, constructs[node.type] ?? "a compound command");
    }
  }

  /** Runs something whose variables, functions and folder are its own; answers whether the script ends there. */
  #aside(body: () => void): boolean {
    const outer = this.#scope;
    this.#scope = outer.child();
    body();
    this.#scope = outer;
    const ends = this.#ended !== "no";
    this.#ended = "no";
    return ends;
  }

  /** What is called where a body runs for certain, of which nothing is noted; null where something is in doubt. */
  #followed(body: () => void): FollowedWay | null {
    const { length } = this.doubts;
    const [from, writes] = [this.calls.length, this.writes.length];
    const ends = this.#aside(body);
    const calls = this.calls.splice(from);
    this.writes.length = writes;
    return this.doubts.splice(length).length > 0 ? null : { calls, ends };
  }

  /** A condition: it runs, but what it leaves behind hangs on how far it came. */
  #condition(clause: CompoundList, inside: string): void {
    this.#aside(() => this.list(clause.commands));
    const [calls, doubts, writes] = [this.calls.length, this.doubts.length, this.writes.length];
    this.#uncertain(clause, inside);
    this.calls.length = calls;
    this.doubts.length = doubts;
    this.writes.length = writes;
  }

  #if(node: If): void {
    const ways = [node, ...node.elif];
    for (const [index, { clause, then }] of ways.entries()) {
      const holds = conditionHolds(clause, this.#scope);
      if (holds === true) this.list(then.commands);
      if (holds === undefined) this.#oneOf({ clause, then, elif: ways.slice(index + 1), else: node.else });
      if (holds !== false) return;
    }
    this.list(node.else?.commands ?? []);
  }

  /** Where every way installs, or ends the script, one of them does. */
  #oneOf({ clause, then, elif, else: last }: Branches): void {
    const inside = "an if";
    this.#condition(clause, inside);
    for (const one of elif) this.#uncertain(one.clause, inside);
    const bodies = [then, ...elif.map((one) => one.then), ...(last === undefined ? [] : [last])];
    const ways = bodies.map((body) => this.#followed(() => this.list(body.commands)));
    const from = this.calls.length;
    for (const body of bodies) this.#uncertain(body, inside);
    const calls = last === undefined ? null : callsOfOne(ways);
    if (calls !== null) this.calls.splice(from, Number.POSITIVE_INFINITY, ...calls);
  }

  #while({ clause, body }: While): void {
    // Run without arguments, as every script is here, it ends at once.
    if (this.#scope.args?.length !== 0 || !asksForArguments(clause)) this.#uncertain(body, "a loop");
    this.#condition(clause, "a loop");
  }

  /** Over words that are written out a loop runs at least once: what is called alike each time is called. */
  #for(node: For): void {
    if (this.#scope.args?.length === 0 && isOverArguments(node)) return;
    const from = this.calls.length;
    this.#uncertain(node, "a loop");
    const rounds = writtenWords(node);
    const once = rounds === 0 ? null : this.#followed(() => this.list(node.body.commands));
    if (once !== null && once.calls.length === this.calls.length - from && isAlikeEachTime(node, once))
      this.calls.splice(from, once.calls.length, ...Array.from({ length: rounds }, () => once.calls).flat());
  }

  #case(node: Case): void {
    const chosen = chosenItem(node, this.#scope);
    if (chosen === undefined) this.#uncertain(node, "a case");
    else if (chosen !== null) this.list(chosen.body.commands);
  }

  #andOr({ commands, operators }: AndOr): void {
    let certain = true;
    /** What the last test said, where that is known and nothing else ran since. */
    let held: boolean | undefined;
    commands.forEach((command, index) => {
      const isAnd = operators[index - 1] !== "||";
      if (index > 0 && held !== undefined && held !== isAnd) return;
      if (!isAnd && held === undefined) this.#uncertain(command, "the right side of ||");
      else if (certain) this.#node(command);
      else this.#uncertain(command, "a command that depends on a test");
      held = certain && this.#ended === "no" ? testHolds(command, this.#scope) : undefined;
      certain &&= held !== undefined || !isQuestion(command);
    });
  }

  #spend(): void {
    this.#commands += 1;
    if (this.#commands > maxCommands) throw new TooMuch();
  }

  /** What may run or not: helm calls there are in doubt, and what it may have set is not known afterwards. */
  #uncertain(node: SyntaxNode, inside: string, seen = new Set<ShellFunction>()): void {
    for (const command of commandsBelow(node)) {
      this.#spend();
      const called = this.#scope.function(command.name?.value ?? "");
      if (called !== undefined && called !== "unsure" && !seen.has(called))
        this.#uncertain(called.body, inside, seen.add(called));
      this.#named(command, inside);
      if (["cd", "pushd", "popd"].includes(command.name?.value ?? "")) this.#scope.folders = null;
      if (movesArguments(command)) this.#scope.args = null;
      if (readsUnnamed(command)) this.#doubt(command, unnamed(command));
    }
    for (const name of functionsBelow(node)) this.#scope.define(name, "unsure");
    for (const name of variablesSetBelow(node)) this.#scope.set(name, unknownValue(`${name} is set inside ${inside}`));
  }

  #doubt(command: Command, message: string): void {
    this.doubts.push({ ...span(command), message });
  }

  #command(command: Command): void {
    this.#spend();
    const name = command.name?.value;
    const called = this.#scope.function(name ?? "");
    for (const script of helmSubstitutions(command)) this.#aside(() => this.list(script.commands));
    if (name === undefined) assignAll(command, this.#scope);
    else if (called === "unsure") this.#doubt(command, `The function ${name} is defined in a place that may not run`);
    else if (called !== undefined) this.#call(called, command);
    else if (name === "exit" || (name === "return" && this.#depth > 0)) this.#ended = name;
    else if (!this.#builtin(name, command)) this.#named(command, null);
  }

  /** What changes the state of the shell itself; false for every other command. */
  #builtin(name: string, command: Command): boolean {
    const scope = this.#scope;
    if (name === "cd" || name === "pushd") this.#changeFolder(command);
    else if (name === "popd") scope.folders = null;
    else if (name === "set") setArguments(command, scope);
    else if (name === "shift") shiftArguments(command, scope);
    else if (declaring.includes(name)) {
      const doubt = declareAll(command, scope);
      if (doubt !== undefined) this.doubts.push(doubt);
    } else if (readsUnnamed(command)) this.#doubt(command, unnamed(command));
    else if (variablesRead(command).length > 0)
      for (const one of variablesRead(command))
        if (name === "unset" && !command.args.some(({ text }) => text.includes("["))) scope.unset(one);
        else scope.set(one, unknownValue(`${one} is read while the script runs`));
    else return false;
    return true;
  }

  #changeFolder(command: Command): void {
    const fields = fieldsOf(command.args, this.#scope);
    const operands = fields.filter(({ value }) => !value.known || !/^-[LPe]+$|^--$/.test(value.text));
    const [target] = operands;
    const isTurn = target?.value.known === true && /^[-+]\d*$/.test(target.value.text);
    this.#scope.enter(operands.length === 1 && target && !isTurn ? target.value : unknownValue("another folder"));
  }

  #call(called: ShellFunction, command: Command): void {
    if (this.#depth >= maxDepth) {
      this.#doubt(command, `${called.name.value} calls itself`);
      return;
    }
    const scope = this.#scope;
    const { args: outer, locals: outerLocals } = scope;
    const given = fieldsOf(command.args, scope).map((field) => field.value);
    const locals = new Map<string, ShellVariable | undefined>();
    // `A=1 f`: the function's alone, like its local variables.
    for (const one of command.prefix)
      if (one.type === "Assignment") {
        if (!locals.has(one.name)) locals.set(one.name, scope.get(one.name));
        scope.set(one.name, assigned(one, scope));
      }
    scope.args = given;
    scope.locals = locals;
    this.#depth += 1;
    if (called.body.type === "CompoundList") this.list(called.body.commands);
    else this.#node(called.body);
    this.#depth -= 1;
    for (const [name, former] of locals) scope.restore(name, former);
    scope.args = outer;
    scope.locals = outerLocals;
    if (this.#ended === "return") this.#ended = "no";
  }

  /** A program: helm, or something that hides one. `doubt` says what stands around it, if that makes it uncertain. */
  #named(command: Command, doubt: string | null): void {
    if (command.name === undefined) return;
    const fields = fieldsOf([command.name, ...command.args], this.#scope);
    const words = programWords(fields);
    this.#writes(command.redirects, writtenArguments(words));
    const [first, second] = words.map(({ value }) => (value.known ? value.text : undefined));
    if (first !== undefined && first !== command.name.value && this.#changesShell(first))
      this.#doubt(command, `\`${first}\` is called in a way that is not followed`);
    if (first !== undefined && /(?:^|\/)helm[34]?$/.test(first)) this.#helm(command, fields, words.slice(1), doubt);
    else if (first === "kubens" || (first === "kubectl" && second === "config")) this.switchesNamespace = true;
    else {
      const message = hiddenInstall(command, words);
      if (message !== undefined) this.#doubt(command, message);
    }
  }

  #writes(redirects: readonly Redirection[], files: readonly Field[] = []): void {
    const all = [...files, ...fieldsOf(redirectedWords(redirects), this.#scope)];
    const { folders } = this.#scope;
    this.writes.push(...all.map((file) => ({ file, folders, callsBefore: this.calls.length })));
  }

  /** Whether a name that an expansion gave, or that stands behind `command` or `builtin`, changes the shell itself. */
  #changesShell(name: string): boolean {
    return builtins.has(name) || this.#scope.function(name) !== undefined;
  }

  #helm(command: Command, all: readonly Field[], fields: readonly Field[], doubt: string | null): void {
    this.calls.push({
      start: command.pos,
      fields,
      redirects: command.redirects,
      namespace: commandNamespace(command, all.slice(0, all.length - fields.length), this.#scope),
      folders: this.#scope.folders,
      doubt,
    });
  }
}

const builtins = new Set([
  ...declaring,
  ..."cd pushd popd set shift unset read mapfile readarray getopts let eval source . exit return shopt alias".split(
    " ",
  ),
]);

const span = (command: Command): { readonly start: number; readonly end: number } => ({
  start: command.pos,
  end: command.name?.end ?? command.end,
});

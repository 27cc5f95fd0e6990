import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { help } from "../../src/cli/help.ts";
import { inputOptions, readRequest } from "../../src/cli/options.ts";
import { readInputs } from "../../src/inputs.ts";

const action = parse(readFileSync("action.yml", "utf8")) as { inputs: Record<string, { description: string }> };

describe("the command line", () => {
  test("takes a folder, its own options, and inputs of the action by their names", () => {
    expect(readRequest(["check"])).toMatchObject({ kind: "check", path: undefined, format: "text", fix: false });
    const request = readRequest(["check", "a/b", "--fix", "--format=json", "--exporter", "none", "--fail-on", "never"]);
    expect(request).toMatchObject({ kind: "check", path: "a/b", format: "json", fix: true });
    expect(request).toMatchObject({ inputs: { exporter: "none", "fail-on": "never", chart: "" } });
    expect(readRequest(["--help", "check"])).toEqual({ kind: "help" });
    for (const args of [["-h"], ["check", "-h"]]) expect(readRequest(args)).toEqual({ kind: "help" });
    expect(readRequest(["--version"])).toEqual({ kind: "version" });
  });

  test.for<[readonly string[], string]>([
    [[], "What is to be done? The commands are `check`, `init` and `doctor`."],
    [["chek"], 'There is no command "chek"; check was probably meant.'],
    [["check", "a", "b"], 'One folder is checked at a time: "b" is one too many.'],
    [
      ["check", "--exporter-verion", "1.0.0"],
      "There is no option --exporter-verion; --exporter-version was probably meant.",
    ],
    [
      ["check", "--kubernetes_version=1.35.4"],
      "There is no option --kubernetes_version; --kubernetes-version was probably meant.",
    ],
    [["check", "-x"], "There is no option -x."],
    [["check", "--format", "jsn"], "There is no format jsn; json was probably meant."],
    [["check", "--chart"], "The option --chart needs a value."],
    [["check", "--fix=yes"], "The option --fix takes no value."],
    [["check", "--kubeconfig-data", "x"], "There is no option --kubeconfig-data"],
  ])("%j is refused: %s", ([args, message]) => {
    expect(() => readRequest(args)).toThrow(message);
  });

  test("offers inputs that the action has, every one of them read", () => {
    const asked: string[] = [];
    readInputs((name) => {
      asked.push(name);
      return "";
    });
    for (const { name, description } of inputOptions) {
      expect(action.inputs[name]?.description).toBe(description);
      expect(asked).toContain(name);
    }
    expect(inputOptions.length).toBeGreaterThan(20);
  });

  test("never takes a secret as an argument, where every process of the machine could read it", () => {
    const names = inputOptions.map(({ name }) => name);
    expect(names.filter((name) => /password|-data$|token/.test(name))).toEqual([]);
  });

  test("shows every option in its help, in lines that a terminal holds", () => {
    const text = help();
    for (const { name } of inputOptions) expect(text).toContain(`  --${name}`);
    expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });
});

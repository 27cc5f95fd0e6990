import { posix } from "node:path";
import type { Location } from "../../core/finding.ts";
import {
  type Form,
  namespaceName,
  plainPath,
  releaseName,
  remoteChart,
  repositoryAddress,
  repositoryAlias,
  setText,
  versionRange,
} from "../../core/forms.ts";
import type { InstallScript, OtherChart, SetArgument, SetFile, UnclearLine } from "../stack.ts";
import { secretOfEnvironment } from "./environment-secret.ts";
import type { HelmLine, RepoAdd, Told } from "./helm-line.ts";
import { findPath, type KindOf } from "./install-paths.ts";
import { type ParsedInstallScript, spanOf } from "./parse-install-script.ts";
import { readSetFilePairs, setFilePairs } from "./set-file-pairs.ts";
import { knownValue, root, type ShellValue } from "./shell-value.ts";

/**
 * Finds the files that the script means, and settles chart and repository: every value that it answers has
 * the form of its kind, such as that of a release's name. What has not, or cannot be settled, joins
 * `unclear`, in the order of lines.
 */
export const resolveInstallScript = async (parsed: ParsedInstallScript, kindOf: KindOf): Promise<InstallScript> => {
  const resolving = new Resolving(parsed, kindOf);
  const helm = parsed.line === null ? null : await resolving.helm(parsed.line);
  return {
    file: parsed.file,
    helm,
    otherCharts: await Promise.all(
      parsed.otherLines
        .filter(({ chart }) => chart !== helm?.chart)
        .map(async ({ line, chart, at }) => ({ chart, at, ...(await givenTo(line, kindOf)) })),
    ),
    repositories: Object.fromEntries(
      parsed.repoAdds.flatMap(({ name, url }) =>
        isFormed(name, repositoryAlias) && isFormed(url.value, repositoryAddress) ? [[name.text, url.value.text]] : [],
      ),
    ),
    unclear: resolving.unclear.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column),
  };
};

/** What another release is given, as far as it is known: nothing is objected to, for nothing of it is rendered. */
const givenTo = async (line: HelmLine, kindOf: KindOf): Promise<Omit<OtherChart, "chart" | "at">> => {
  const files = await Promise.all(
    line.valueFiles.map(async ({ value }): Promise<readonly string[]> => {
      if (!value.known) return [];
      const found = await findPath(value.text, line.call.folders, ["file"], kindOf);
      return "path" in found && isPlain(value.text, found.path) ? [posix.normalize(found.path)] : [];
    }),
  );
  const sets = line.sets.flatMap(({ flag, value }) =>
    value.known && (flag === "--set" || flag === "--set-string") ? [value.text] : [],
  );
  return {
    releaseName: formed(line.releaseName, releaseName),
    namespace: formed(line.namespace, namespaceName),
    version: formed(line.version, versionRange),
    valueFiles: files.flat(),
    sets,
  };
};

const formed = (told: Told | null, form: Form): string | null =>
  told !== null && isFormed(told.value, form) ? told.value.text : null;

type HelmCommand = NonNullable<InstallScript["helm"]>;

class Resolving {
  readonly unclear: UnclearLine[];
  readonly #parsed: ParsedInstallScript;
  readonly #kindOf: KindOf;

  constructor(parsed: ParsedInstallScript, kindOf: KindOf) {
    this.#parsed = parsed;
    this.#kindOf = kindOf;
    this.unclear = [...parsed.unclear];
  }

  async helm(line: HelmLine): Promise<HelmCommand> {
    const written = this.#text("The chart", line.chart, "chart");
    const local = await this.#localChart(line, written);
    const span = spanOf(line);
    const place = (told: Told | null) => (told === null ? undefined : this.#at(told));
    const repository = local === null && written !== null ? this.#repository(line, written) : null;
    return {
      at: this.#parsed.at(span.start, span.end),
      command: line.command,
      releaseName: this.#releaseName(line),
      chart: local === refused ? null : (local ?? this.#remoteChart(line, written)),
      version: this.#text("The value of --version", line.version, "chart-version", versionRange) || null,
      repository: repository?.url ?? null,
      namespace: this.#namespace(line),
      createNamespace: line.createNamespace,
      valueFiles: await this.#valueFiles(line),
      sets: await this.#sets(line),
      places: defined({
        releaseName: place(line.releaseName),
        chart: place(line.chart),
        version: place(line.version),
        repository: place(repository?.told ?? null),
        namespace: place(line.namespace),
      }),
    };
  }

  #at(told: { readonly start: number; readonly end: number }): Location {
    return this.#parsed.at(told.start, told.end);
  }

  #object(told: Told, message: string, input: string | null): void {
    const replacedBy = input === null ? [] : [input];
    const hint = input === null ? "" : ` Write it out, or set the input ${input}.`;
    this.unclear.push({ message: `${message}.${hint}`, at: this.#at(told), replacedBy });
  }

  /** The text where it is known and not empty, and has the form if one is given. */
  #text(what: string, told: Told | null, input: string, form?: Form): string | null {
    if (told === null) return null;
    const { value } = told;
    const isWhole = value.known && (!value.text.includes(root) || input === "chart" || input === "value-files");
    if (!isWhole) this.#object(told, `${what} is not known: ${value.known ? whereItLies : value.why}`, input);
    else if (form === undefined || value.text === "" || form.fits(value.text)) return value.text;
    else this.#misformed(told, what, form, input);
    return null;
  }

  /** The text itself is not shown: an address may hold a password. */
  #misformed(told: Told, what: string, { wanted }: Pick<Form, "wanted">, input: string | null): void {
    const hint = input === null ? "" : ` Correct it, or set the input ${input}.`;
    const message = `${what} is refused: it must be ${wanted}.${hint}`;
    this.unclear.push({ message, at: this.#at(told), replacedBy: input === null ? [] : [input] });
  }

  #releaseName(line: HelmLine): string | null {
    if (line.releaseName === null && line.chart !== null)
      this.#object(
        { ...spanOf(line), value: knownValue("") },
        "helm makes up a new release name each time",
        "release-name",
      );
    return this.#text("The release name", line.releaseName, "release-name", releaseName) || null;
  }

  #namespace(line: HelmLine): string | null {
    if (line.namespace === null && this.#parsed.switchesNamespace)
      this.#object({ ...spanOf(line), value: knownValue("") }, "The namespace is chosen outside helm", "namespace");
    return this.#text("The namespace", line.namespace, "namespace", namespaceName) || null;
  }

  /** helm looks on the disk before it looks in repositories. */
  async #localChart(line: HelmLine, text: string | null): Promise<string | typeof refused | null> {
    if (text === null || line.chart === null || line.repository !== null || /^[a-z]+:\/\//i.test(text)) return null;
    const found = await findPath(text, line.call.folders, ["directory", "file"], this.#kindOf);
    if ("path" in found)
      return isPlain(text, found.path) ? found.path : this.#misformedPath(line.chart, "chart", refused);
    if (isPath(text)) this.#object(line.chart, "refused" in found ? found.refused : found.unclear, "chart");
    return null;
  }

  #remoteChart(line: HelmLine, text: string | null): string | null {
    if (text === null || line.chart === null || isPath(text)) return null;
    if (remoteChart.fits(text)) return text;
    this.#misformed(line.chart, "The chart", remoteChart, "chart");
    return null;
  }

  #repository(line: HelmLine, chart: string): { readonly url: string | null; readonly told: Told } | null {
    const input = "chart-repository";
    if (line.repository !== null)
      return { url: this.#address("The value of --repo", line.repository), told: line.repository };
    if (line.chart === null || chart.includes("://") || isPath(chart)) return null;
    const [prefix, ...rest] = chart.split("/");
    const added =
      rest.length === 0 ? [] : this.#parsed.repoAdds.filter(({ name }) => name.known && name.text === prefix);
    const [first] = added;
    if (first === undefined) {
      this.#object(line.chart, `No helm repo add in this script says where ${chart} comes from`, input);
      return null;
    }
    if (new Set(added.map(addressOf)).size > 1) {
      this.#object(first.url, `The repository ${prefix} is added with different addresses`, input);
      return null;
    }
    return { url: this.#address(`The address of ${prefix}`, first.url), told: first.url };
  }

  #address(what: string, told: Told): string | null {
    return this.#text(what, told, "chart-repository", repositoryAddress) || null;
  }

  async #valueFiles(line: HelmLine): Promise<HelmCommand["valueFiles"]> {
    const files = await Promise.all(
      line.valueFiles.map(async (told) => {
        if (told.value.known && told.value.text === "-") {
          this.#object(told, "Values from standard input are not read", "value-files");
          return [];
        }
        const text = this.#text("The value file", told, "value-files");
        const file = text === null ? null : await this.#file(told, text, line, "value-files");
        return file === null ? [] : [{ file, at: this.#at(told) }];
      }),
    );
    return files.flat();
  }

  async #sets(line: HelmLine): Promise<readonly SetArgument[]> {
    const sets = await Promise.all(
      line.sets.map(async (told): Promise<readonly SetArgument[]> => {
        const { value, flag } = told;
        const secret = secretOfEnvironment(told);
        if (secret !== null) return [{ ...secret, at: this.#at(told) }];
        if (!value.known || (flag !== "--set-file" && value.text.includes(root))) {
          const why = value.known ? whereItLies : value.why;
          this.#object(told, `The value of ${flag} is not known: ${why}`, null);
          return [];
        }
        if (flag === "--set-file") return this.#setFiles(told, value.text, line);
        if (setText.fits(value.text)) return [{ flag, value: value.text, at: this.#at(told) }];
        this.#misformed(told, `The value of ${flag}`, setText, null);
        return [];
      }),
    );
    return sets.flat();
  }

  async #setFiles(told: Told, text: string, line: HelmLine): Promise<readonly SetFile[]> {
    const pairs = readSetFilePairs(text);
    if (pairs === null) this.#misformed(told, "The value of --set-file", setFilePairs, null);
    const files = await Promise.all(
      (pairs ?? []).map(async ({ key, path }): Promise<SetFile | null> => {
        const file = await this.#file(told, path, line, null);
        return file === null ? null : { flag: "--set-file", key, file, at: this.#at(told) };
      }),
    );
    return files.filter((file) => file !== null);
  }

  #misformedPath<T>(told: Told, input: string | null, answer: T): T {
    this.#misformed(told, "This path", plainPath, input);
    return answer;
  }

  async #file(told: Told, text: string, line: HelmLine, input: string | null): Promise<string | null> {
    const found = await findPath(text, line.call.folders, ["file"], this.#kindOf);
    if ("path" in found && isPlain(text, found.path)) return posix.normalize(found.path);
    if ("path" in found) return this.#misformedPath(told, input, null);
    // A refusal stands whatever the inputs say: the script would still do it.
    if ("refused" in found) this.#object(told, found.refused, null);
    else this.#object(told, found.unclear, input);
    return null;
  }
}

/** `-` is standard input to helm, wherever the script stands. */
const isPlain = (written: string, path: string): boolean => plainPath.fits(path) && !/^\s*-/.test(written);

const isFormed = (value: ShellValue, form: Form): value is Extract<ShellValue, { readonly known: true }> =>
  value.known && form.fits(value.text);

/** A chart that is there and whose path is refused. */
const refused = Symbol("refused");

const whereItLies = "it depends on where the repository lies on the disk";

/** What helm takes for a path and never for the name of a repository. */
const isPath = (text: string): boolean => /^[.~/]/.test(text) || text.startsWith(root);

const addressOf = ({ url }: RepoAdd): string => (url.value.known ? url.value.text : url.value.why);

const defined = <K extends string>(places: Readonly<Record<K, Location | undefined>>): Partial<Record<K, Location>> =>
  Object.fromEntries(Object.entries(places).filter(([, at]) => at !== undefined)) as Partial<Record<K, Location>>;

import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Flag } from "../../outside/command-line.ts";
import type { Outside } from "../../outside/outside.ts";
import { kustomizeJson } from "../../stack/kustomize/kustomize-json.ts";
import type { Kustomization } from "../../stack/stack.ts";
import { type ReadObject, readObjects, UnreadableYaml } from "../read-objects.ts";
import type { Kustomize } from "./kustomize-command.ts";
import type { KustomizeMirror } from "./kustomize-mirror.ts";
import { mergeParts } from "./merge-parts.ts";
import { type Stripped, splitKustomize, stripOrigin } from "./origin-annotation.ts";
import type { PlainKustomization } from "./plain-tree.ts";
import type { RootPart } from "./plan-parts.ts";

interface PartsOptions {
  readonly kustomize: Kustomize;
  readonly mirror: KustomizeMirror;
  readonly outside: Pick<Outside, "scratch">;
}

/**
 * What the whole build of a root prints, object by object, from builds of its parts; null where it is to be built as a
 * whole: what is wrong with it, kustomize says.
 */
export const buildInParts = async (
  { folder: name, root }: Kustomization,
  parts: readonly RootPart[],
  options: PartsOptions,
): Promise<readonly Stripped[] | null> => {
  // Roots may include the same kustomization, of which each part has its own.
  const folder = `kustomize/parts/${createHash("sha256").update(root).digest("hex").slice(0, 16)}`;
  const built: BuiltPart[] = [];
  // One by one: other roots are built beside them, and each build has some 60 MiB.
  for (const [index, part] of parts.entries()) {
    const one = await buildPart(part, name, { ...options, folder: `${folder}/${index}` });
    if (one === null) return null;
    built.push(one);
  }
  return mergeParts(built);
};

interface PartOptions extends PartsOptions {
  /** Below the scratch folder. */
  readonly folder: string;
}

/** The files lie in the mirror, which has nothing but what the root is built from; the kustomizations are ours. */
const filesOfTheMirror: Flag = ["load-restrictor", "LoadRestrictionsNone"];

type BuiltPart = readonly (Stripped & Pick<ReadObject, "body">)[];

/** Null where kustomize fails, warns, or prints another number of objects than the files hold. */
const buildPart = async ({ kustomizations, objects }: RootPart, root: string, options: PartOptions) => {
  const { kustomize, mirror, outside, folder } = options;
  const texts = kustomizations.map((one, index) => partText(one, index === 0, options));
  const files = mirror.sources(
    kustomizations.flatMap(({ entries }) => entries.flatMap(({ file }) => file?.file ?? [])),
  );
  const sources = {
    contents: [...texts, ...files.contents],
    async write() {
      for (const [index, { place }] of kustomizations.entries())
        await outside.scratch.write(posix.join(folder, place), texts[index] ?? "");
      await files.write();
    },
  };
  const done = await kustomize(posix.join(outside.scratch.dir, folder, root), sources, [filesOfTheMirror]);
  const built = done.code === 0 && done.stderr === "" ? readBuilt(done.stdout, root) : null;
  return built?.length === objects ? built : null;
};

/** A kustomization as the part has it: with the folders of its own, and files of the mirror. */
const partText = ({ place, value, entries }: PlainKustomization, isRoot: boolean, options: PartOptions): string => {
  const from = posix.join(options.outside.scratch.dir, options.folder, posix.dirname(place));
  return kustomizeJson({
    ...value,
    resources: entries.map(({ text, path, file }) =>
      file === null ? text : posix.relative(from, options.mirror.absolute(path)),
    ),
    ...(isRoot ? { buildMetadata: ["originAnnotations"] } : {}),
  });
};

const readBuilt = (stdout: string, where: string): BuiltPart | null => {
  const stripped = splitKustomize(stdout).map(stripOrigin);
  if (!stripped.every((one) => one !== null)) return null;
  try {
    return stripped.flatMap((one) => readObjects(one.text, where).map(({ body }) => ({ ...one, body })));
  } catch (thrown) {
    if (!(thrown instanceof UnreadableYaml)) throw thrown;
    return null;
  }
};

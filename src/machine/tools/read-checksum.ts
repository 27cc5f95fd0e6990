const line = /^([0-9a-f]{64})(?:\s+\*?(?:\.\/)?(\S+))?$/i;

/**
 * The SHA-256 that a checksum file gives for a file, lower case; undefined where it gives none. Reads
 * `<digest>  <name>` lines, as sha256sum writes them, a digest that stands alone, as Kubernetes publishes it, and
 * GitHub's record of a release, where a project publishes no checksum file.
 */
export const readChecksum = (checksums: string, fileName: string): string | undefined => {
  const entries = recorded(checksums) ?? checksums.split("\n").flatMap(entryOf);
  const named = entries.filter(({ name }) => name === fileName);
  const [only] = entries;
  if (named.length === 0) return entries.length === 1 && only?.name === undefined ? only?.digest : undefined;
  // Two lines that disagree about one file prove nothing.
  return new Set(named.map(({ digest }) => digest)).size === 1 ? named[0]?.digest : undefined;
};

interface Entry {
  readonly digest: string;
  readonly name: string | undefined;
}

const entryOf = (text: string): readonly Entry[] => {
  const [, digest, name] = line.exec(text.trim()) ?? [];
  return digest === undefined ? [] : [{ digest: digest.toLowerCase(), name }];
};

/** https://docs.github.com/en/rest/releases: each file's `digest` is what GitHub computed when it was uploaded. */
const recorded = (text: string): readonly Entry[] | undefined => {
  if (!text.startsWith("{")) return undefined;
  try {
    const { assets } = JSON.parse(text) as { readonly assets?: unknown };
    if (!Array.isArray(assets)) return [];
    return assets.flatMap(({ name, digest }: { readonly name?: unknown; readonly digest?: unknown }) =>
      typeof digest === "string" && digest.startsWith("sha256:")
        ? entryOf(`${digest.slice("sha256:".length)} ${name}`)
        : [],
    );
  } catch {
    return [];
  }
};

const line = /^([0-9a-f]{64})(?:\s+\*?(?:\.\/)?(\S+))?$/i;

/**
 * The SHA-256 that a checksum file gives for a file, lower case; undefined where it gives none. Reads `<digest>  <name>` lines, as sha256sum writes
 * them, and a digest that stands alone, as Kubernetes publishes it.
 */
export const readChecksum = (checksums: string, fileName: string): string | undefined => {
  const entries = checksums.split("\n").flatMap((text) => {
    const [, digest, name] = line.exec(text.trim()) ?? [];
    return digest === undefined ? [] : [{ digest: digest.toLowerCase(), name }];
  });
  const named = entries.filter(({ name }) => name === fileName);
  const [only] = entries;
  if (named.length === 0) return entries.length === 1 && only?.name === undefined ? only?.digest : undefined;
  // Two lines that disagree about one file prove nothing.
  return new Set(named.map(({ digest }) => digest)).size === 1 ? named[0]?.digest : undefined;
};

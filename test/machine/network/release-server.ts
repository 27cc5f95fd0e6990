import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Header } from "tar";
import type { ToolLock } from "../../../src/machine/tools/tool-lock.ts";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

interface Member {
  readonly path: string;
  readonly content?: string;
  readonly type?: "File" | "SymbolicLink" | "Directory";
  readonly linkpath?: string;
}

const block = 512;

/** A gzipped tar archive with exactly these members, hostile names included. */
export const tarball = (members: readonly Member[]): Buffer => {
  const parts = members.flatMap(({ path, content = "", type = "File", linkpath }) => {
    const head = Buffer.alloc(block);
    const size = Buffer.byteLength(content);
    new Header({
      path,
      type,
      size,
      mode: 0o755,
      mtime: new Date(0),
      ...(linkpath === undefined ? {} : { linkpath }),
    }).encode(head);
    return [head, Buffer.from(content), Buffer.alloc((block - (size % block)) % block)];
  });
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * block)]));
};

/** A lock file that takes every tool from one server: helm from an archive, kubectl as it is. */
export const lockFor = (base: string): ToolLock => {
  const archive = (name: string, version: string) => ({
    version,
    download: `${base}/${name}-{version}-{os}-{arch}.tar.gz`,
    checksums: `${base}/${name}-{version}.sums`,
    member: `{os}-{arch}/${name}`,
    pinned: {},
  });
  return {
    helm: archive("helm", "4.3.1"),
    kubectl: {
      version: "1.35.4",
      download: `${base}/kubectl/{version}/{os}/{arch}/kubectl`,
      checksums: `${base}/kubectl/{version}/{os}/{arch}/kubectl.sha256`,
      pinned: {},
    },
    kubeconform: archive("kubeconform", "0.8.0"),
    promtool: archive("promtool", "3.14.0"),
    amtool: archive("amtool", "0.31.1"),
  };
};

export const helmScript = "#!/bin/sh\necho v4.3.1\n";
export const helmArchive = tarball([
  { path: "linux-amd64", type: "Directory" },
  { path: "linux-amd64/LICENSE", content: "licence" },
  { path: "linux-amd64/helm", content: helmScript },
]);
export const helmFile = "/helm-4.3.1-linux-amd64.tar.gz";
export const helmSums = `${sha256("other")}  helm-4.3.1-linux-arm64.tar.gz\n${sha256(helmArchive)}  helm-4.3.1-linux-amd64.tar.gz\n`;
export const helmSumsFile = "/helm-4.3.1.sums";

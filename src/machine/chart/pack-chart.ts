import { gzipSync } from "node:zlib";
import { Header, Pax } from "tar";
import { releaseBuffer } from "../files/release-buffer.ts";
import type { ChartTree } from "./chart-tree.ts";

/**
 * An archive of our own making with a chart's files. One file of 5 MB is written and read sooner than the 300 of a
 * chart; it is not compressed, because helm unpacks it at once. Helm leaves nothing out of an archive: what
 * `.helmignore` says has been heeded before.
 */
export const packChart = ({ files, nested }: ChartTree): Buffer<ArrayBuffer> => {
  const blocks: Buffer[] = [];
  for (const [name, bytes] of files) addFile(blocks, name, bytes);
  for (const [name, tree] of nested) addFile(blocks, name, packChart(tree));
  // The end of an archive: two empty blocks.
  blocks.push(Buffer.alloc(1024));
  const tar = Buffer.concat(blocks);
  const archive = gzipSync(tar, { level: 0, chunkSize: tar.length + 64 * 1024 });
  releaseBuffer(tar);
  return archive;
};

const addFile = (blocks: Buffer[], name: string, bytes: Buffer): void => {
  const about = { path: `chart/${name}`, mode: 0o644, size: bytes.length, mtime: new Date(0) };
  const header = new Header({ ...about, type: "File", uid: 0, gid: 0 });
  // A path above 255 bytes, or not in ASCII, stands in a header of its own.
  if (header.encode()) blocks.push(new Pax(about).encode());
  if (header.block !== undefined) blocks.push(header.block);
  blocks.push(bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512));
};

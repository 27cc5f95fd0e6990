import { gzipSync } from "node:zlib";

interface Entry {
  readonly path: string;
  readonly text?: string | Uint8Array;
  readonly link?: string;
  readonly hard?: boolean;
  readonly fifo?: boolean;
  /** What the header says of the size, where that is not the text's. */
  readonly size?: number;
}

const typeOf = ({ link, hard, fifo }: Entry): string => (link === undefined ? (fifo ? "6" : "0") : hard ? "1" : "2");

/** A header as ustar has it; well-kept packers refuse to write most of what is wanted here. */
const header = (entry: Entry, size: number): Buffer => {
  const block = Buffer.alloc(512);
  const put = (text: string, at: number): void => void block.write(text, at, "latin1");
  put(entry.path.slice(0, 100), 0);
  put("0000644\0", 100);
  put("0000000\0", 108);
  put("0000000\0", 116);
  put(`${size.toString(8).padStart(11, "0")}\0`, 124);
  put("00000000000\0", 136);
  put("        ", 148);
  put(typeOf(entry), 156);
  put((entry.link ?? "").slice(0, 100), 157);
  put("ustar\u000000", 257);
  put(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return block;
};

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);

/** A tar of these entries, whatever their paths are. */
export const tarOf = (entries: readonly Entry[]): Buffer =>
  Buffer.concat([
    ...entries.flatMap((entry) => {
      const bytes = Buffer.from(entry.text ?? "");
      return [header(entry, entry.size ?? bytes.length), padded(bytes)];
    }),
    Buffer.alloc(1024),
  ]);

/** A chart's archive of these files. */
export const tarball = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  gzipSync(tarOf(Object.entries(files).map(([path, text]) => ({ path, text }))));

const member = 64 * 1024 * 1024;

/** An archive with one file of so many GiB, in a few megabytes: gzip streams that follow each other are one. */
export const endlessArchive = (path: string, gibibytes: number): Buffer => {
  const size = gibibytes * 1024 ** 3;
  const zeros = gzipSync(Buffer.alloc(member), { level: 9 });
  const top = path.split("/")[0];
  const chart = { path: `${top}/Chart.yaml`, text: `apiVersion: v2\nname: ${top}\nversion: 1.0.0\n` };
  const start = tarOf([chart]).subarray(0, -1024);
  const head = gzipSync(Buffer.concat([start, header({ path }, size)]));
  return Buffer.concat([head, ...Array.from({ length: size / member }, () => zeros), gzipSync(Buffer.alloc(1024))]);
};

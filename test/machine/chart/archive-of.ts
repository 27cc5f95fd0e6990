import { gzipSync } from "node:zlib";
import { Header, Pax } from "tar";

/** A member of an archive as an attacker writes it. */
export interface Member {
  readonly path: string;
  readonly text?: string | Buffer;
  readonly type?: "File" | "Directory" | "SymbolicLink" | "Link" | "FIFO" | "CharacterDevice";
  readonly linkpath?: string;
  /** What the header says, whatever there is. */
  readonly size?: number;
}

/** A packed archive, member by member. */
export const archiveOf = (members: readonly Member[]): Buffer => gzipSync(tarOf(members), { level: 1 });

/** The same before it is compressed. */
export const tarOf = (members: readonly Member[]): Buffer =>
  Buffer.concat([...members.flatMap(blocksOf), Buffer.alloc(1024)]);

const blocksOf = ({ path, text = "", type = "File", linkpath, size }: Member): readonly Buffer[] => {
  const bytes = Buffer.from(text);
  const about = { path, size: size ?? bytes.length, ...(linkpath === undefined ? {} : { linkpath }) };
  const header = new Header({ ...about, type, mode: 0o644, mtime: new Date(0) });
  const pax = header.encode() ? [new Pax(about).encode()] : [];
  if (header.block === undefined) throw new Error("no header");
  return [...pax, header.block, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
};

/** The members of a chart of one's own making. */
export const chartMembers = (files: Readonly<Record<string, string | Buffer>> = {}): readonly Member[] =>
  Object.entries({ "Chart.yaml": "name: a\nversion: 1.0.0\n", ...files }).map(([name, text]) => ({
    path: `chart/${name}`,
    text,
  }));

import { type TextPosition, textPosition } from "./text-position.ts";
import type { YamlFile } from "./yaml-file.ts";

const known = new WeakMap<YamlFile, readonly string[]>();

/** The lines of a file, without their breaks; taken apart once, however often one is asked for. */
export const linesOf = (file: YamlFile): readonly string[] => {
  const lines = known.get(file) ?? file.text.split(/\r?\n/);
  known.set(file, lines);
  return lines;
};

/** One line of a file, from 1; empty where there is none. */
export const lineOf = (file: YamlFile, number: number): string => linesOf(file)[number - 1] ?? "";

const positions = new WeakMap<YamlFile, TextPosition>();

/** The places in a file's text, its lines counted once. */
export const positionIn = (file: YamlFile): TextPosition => {
  const position = positions.get(file) ?? textPosition(file.file, file.text);
  positions.set(file, position);
  return position;
};

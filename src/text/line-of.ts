import { once } from "../core/once.ts";
import { textPosition } from "./text-position.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The lines of a file, without their breaks; taken apart once, however often one is asked for. */
export const linesOf = once((file: YamlFile): readonly string[] => file.text.split(/\r?\n/));

/** One line of a file, from 1; empty where there is none. */
export const lineOf = (file: YamlFile, number: number): string => linesOf(file)[number - 1] ?? "";

/** The places in a file's text, its lines counted once. */
export const positionIn = once((file: YamlFile) => textPosition(file.file, file.text));

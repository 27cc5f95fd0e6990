import { isAtOrBelow } from "../../kubernetes/json-pointer.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import { noMemory } from "../../outside/memory.ts";
import type { ChartRender, Unstable } from "../render.ts";
import { findUnstable } from "../unstable.ts";
import { chartObjects } from "./chart-objects.ts";
import { documentsOf, splitDocuments } from "./split-helm-output.ts";
import type { ValueSources } from "./value-sources.ts";

/** What another render of the chart has otherwise. */
export interface RenderDifference {
  readonly objects: readonly Unstable[];
  /** Whether its CustomResourceDefinitions are others. */
  readonly crds: boolean;
}

/**
 * Compares helm's output with a render that there is. What both have as the same text is not read again. Throws
 * UnreadableYaml.
 */
export const compareRender = (first: ChartRender, output: string, sources: ValueSources): RenderDifference => {
  const objects = [...first.manifests, ...first.hooks];
  const known = new Set(objects.map(({ text }) => text));
  const documents = documentsOf(output, first.copied?.crds ?? null);
  const texts = new Set(documents.map(({ text }) => text));
  const fresh = documents.filter(({ crd, text }) => !crd && !known.has(text));
  const { manifests, hooks } = chartObjects(fresh, sources, noMemory);
  const rest = objects.filter(({ text }) => !texts.has(text));
  const crds = documents.flatMap(({ crd, text }) => (crd ? splitDocuments(text) : []));
  const firstCrds = first.crdsSwitchedOff === true ? [] : first.crds;
  return {
    objects: findUnstable(rest, [...manifests, ...hooks]),
    crds: crds.length !== firstCrds.length || crds.some((text, index) => text !== firstCrds[index]),
  };
};

/** Whether there is nothing that two renders of the same input have otherwise. */
export const isSameRender = ({ objects, crds }: RenderDifference, unstable: readonly Unstable[]): boolean => {
  const moving = new Map(unstable.map(({ ref, pointers }) => [refKey(ref), pointers]));
  return (
    !crds &&
    objects.every(({ ref, pointers }) => {
      const known = moving.get(refKey(ref)) ?? [];
      return pointers.every((pointer) => known.some((place) => isAtOrBelow(pointer, place)));
    })
  );
};

import { createSignal } from "solid-js";
import type { ChoiceId, DecisionTreeId, NodeId } from "#domain";
import type { Preferences } from "./create-settings.ts";
import type { KeptWalk, Walks } from "./walks.ts";

const key = "walks";

/** Reactive. What is kept and cannot be read is as if it were not there: a walk can be walked again. */
export function createWalks(preferences: Preferences): Walks {
  const [walks, setWalks] = createSignal<ReadonlyMap<string, KeptWalk>>(read(preferences.read(key)));
  const write = (next: ReadonlyMap<string, KeptWalk>) => {
    setWalks(next);
    preferences.write(key, JSON.stringify(Object.fromEntries(next)));
  };
  return {
    find: (subject, tree) => walks().get(nameOf(subject, tree)) ?? null,
    keep: (subject, tree, walk) => {
      const name = nameOf(subject, tree);
      if (!walk && !walks().has(name)) return;
      const others = [...walks()].filter(([other]) => other !== name);
      write(new Map(walk ? [...others, [name, walk]] : others));
    },
    dropAll: (subject) => {
      const others = [...walks()].filter(([name]) => !name.startsWith(nameOf(subject, "")));
      if (others.length < walks().size) write(new Map(others));
    },
  };
}

function nameOf(subject: string, tree: DecisionTreeId | ""): string {
  return `${subject}/${tree}`;
}

function read(text: string | null): ReadonlyMap<string, KeptWalk> {
  try {
    const told: unknown = JSON.parse(text ?? "{}");
    return new Map(Object.entries(isFields(told) ? told : {}).flatMap(([name, walk]) => (isWalk(walk) ? [[name, walk] as const] : [])));
  } catch {
    return new Map();
  }
}

function isWalk(walk: unknown): walk is KeptWalk {
  if (!isFields(walk) || typeof walk["note"] !== "string" || !isFields(walk["answers"])) return false;
  const answers: Readonly<Record<NodeId, unknown>> = walk["answers"];
  return Object.values(answers).every((choice): choice is ChoiceId => typeof choice === "string");
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

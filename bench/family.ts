/** `node family.js scoring`, once built: one family of figures in a process of its own. */
import { families } from "./families.ts";

await families[process.argv[2] ?? ""]?.();

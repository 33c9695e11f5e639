import { openStorage, type Storage } from "#storage";
import { acme, extend, journalOf, metaOf } from "../storage/journal-of.ts";

/** What the tests of the storage room find in the page. */
const harness = { openStorage, acme, extend, journalOf, metaOf };
export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
    storage: Storage;
    /** Given by the test: notes outside the browser that an edit was acknowledged. */
    acknowledge: (events: number) => Promise<void>;
  }
}

window.harness = harness;
window.storage = await openStorage({ onOutdated: () => document.body.append("outdated") });
document.body.append("ready");

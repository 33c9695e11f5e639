/** How long a browser may take before opening goes on without, in milliseconds. */
const patience = 2000;

/**
 * Makes Chromium begin a new log before this start writes anything; elsewhere it does nothing. Chromium goes on writing
 * the log of the last start. When a kill or a power cut left half a record at its end, what is added behind that half
 * counts as corruption at the start after the next, and everything that this origin stored is thrown away. Removing a
 * database, even an empty one, moves what the log holds into a table and the torn log is gone. Never rejects: a store
 * that cannot be opened says so when it is opened. See docs/decisions/0021.
 */
export async function beginLog(factory: IDBFactory, name: string): Promise<void> {
  if (!isChromium()) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([makeAndRemove(factory, `${name}-log`), late]);
  clearTimeout(timer);
}

/** By its name: `userAgentData` is missing where the app is served without https. */
function isChromium(): boolean {
  return typeof navigator !== "undefined" && /Chrom(?:e|ium)\//u.test(navigator.userAgent);
}

function makeAndRemove(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const made = factory.open(name);
    made.addEventListener("error", (event) => {
      event.preventDefault();
      resolve();
    });
    made.addEventListener("success", () => {
      made.result.close();
      const removed = factory.deleteDatabase(name);
      removed.addEventListener("success", () => resolve());
      removed.addEventListener("error", () => resolve());
    });
  });
}

/**
 * Ids of our form from URNs: what stands behind the kind and the framework, `urn:x:risk:req_node:norm:4.1` → `4.1`. An
 * id that had to be changed carries a mark drawn from the whole URN, so that it is the same in the library's next
 * version. No id is given twice.
 */
export function createNames(): (urn: string) => string {
  const given = new Map<string, number>();
  return (urn) => {
    const name = nameOf(urn);
    const times = (given.get(name) ?? 0) + 1;
    given.set(name, times);
    if (times === 1) return name;
    const next = `${name}.again-${times}`;
    given.set(next, 1);
    return next;
  };
}

/** The end of a URN as an id; a mark is added to what had to be changed. */
export function nameOf(urn: string): string {
  const tail = tailOf(urn);
  const clean = tail.replace(/[^A-Za-z0-9._:-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, longest);
  return clean === tail && !(clean in {}) ? clean : `${clean || "x"}-${markOf(urn)}`;
}

/** Leaves room for a mark and a count within the 80 characters of an id. */
const longest = 56;

function tailOf(urn: string): string {
  const parts = urn.split(":");
  const isLong = parts[0] === "urn" && parts.length > 5;
  return isLong ? parts.slice(5).join(":") : (parts.at(-1) ?? urn);
}

/** FNV-1a of 32 bits, in hex. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

import { pdfNumber, pdfReference, pdfText } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";

/** A place on a page. */
export interface Destination {
  readonly page: number;
  /** from the upper edge, in points */
  readonly y: number;
}

export interface Bookmark extends Destination {
  readonly title: string;
  /** from 1 */
  readonly level: number;
}

interface Entry {
  readonly bookmark: Bookmark | null;
  readonly object: number;
  readonly parent: Entry | null;
  readonly level: number;
  /** among its siblings, from 0 */
  readonly place: number;
  readonly kids: Entry[];
}

/** Nested bookmarks by heading level; gives the outline's number, or null when there are none. */
export function writeOutline(objects: ObjectWriter, bookmarks: readonly Bookmark[], pageHeight: number): number | null {
  if (bookmarks.length === 0) return null;
  const root: Entry = { bookmark: null, object: objects.reserve(), parent: null, level: 0, place: 0, kids: [] };
  const entries: Entry[] = [root];
  let last = root;
  for (const bookmark of bookmarks) {
    let parent = last;
    while (parent.parent && parent.level >= bookmark.level) parent = parent.parent;
    last = { bookmark, object: objects.reserve(), parent, level: bookmark.level, place: parent.kids.length, kids: [] };
    parent.kids.push(last);
    entries.push(last);
  }
  for (const entry of entries) objects.write(entry.object, body(entry, objects, pageHeight));
  return root.object;
}

function body(entry: Entry, objects: ObjectWriter, pageHeight: number): string {
  const { bookmark, parent, place, kids } = entry;
  const siblings = parent?.kids ?? [];
  const link = (name: string, other: Entry | undefined) => (other ? `/${name} ${pdfReference(other.object)}` : "");
  return [
    bookmark && parent
      ? `<</Title ${pdfText(bookmark.title)} /Parent ${pdfReference(parent.object)} /Dest ${destination(objects, bookmark, pageHeight)}`
      : "<</Type /Outlines",
    place > 0 ? link("Prev", siblings[place - 1]) : "",
    link("Next", siblings[place + 1]),
    link("First", kids[0]),
    link("Last", kids.at(-1)),
    kids.length === 0 ? "" : `/Count ${bookmark ? -kids.length : kids.length}`,
    ">>",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** A place on a page, a little above what stands there. `y` counts from the page's upper edge. */
export function destination(objects: ObjectWriter, place: Destination, pageHeight: number): string {
  return `[${pdfReference(objects.pageObject(place.page))} /XYZ null ${pdfNumber(Math.min(pageHeight, pageHeight - place.y + 10))} null]`;
}

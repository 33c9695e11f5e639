import { pdfAscii, pdfNumbers, pdfReference, pdfText } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";

/** Standard structure types of ISO 32000-1, 14.8.4. */
export type Tag =
  | "Document" | "H1" | "H2" | "H3" | "P" | "Caption" | "L" | "LI" | "Lbl" | "LBody" | "Table" | "THead" | "TBody"
  | "TR" | "TH" | "TD" | "Figure" | "Link" | "Span" | "Form";

export interface ElementOptions {
  /** BCP 47 */
  readonly language?: string;
  /** what stands for the element when it cannot be seen */
  readonly alt?: string;
  /** what a table shows, for those who do not see it */
  readonly summary?: string;
  readonly scope?: "Row" | "Column";
  readonly listNumbering?: "Disc" | "None";
  /** what a list holds, for those who do not see it */
  readonly title?: string;
}

/** A node of the structure tree; it gains kids while the pages are drawn. */
export interface StructureElement {
  readonly tag: Tag;
  readonly options: ElementOptions;
  readonly parent: StructureElement | null;
  readonly kids: Kid[];
  /** where a figure stands, in PDF coordinates */
  box?: readonly [number, number, number, number];
}

type Kid =
  | { readonly kind: "element"; readonly element: StructureElement }
  | { readonly kind: "mark"; readonly page: number; readonly mark: number }
  | { readonly kind: "annotation"; readonly annotation: number; readonly page: number };

/** What a document says, in reading order; it grows while the pages are drawn. */
export interface StructureTree {
  /** the Document element */
  readonly root: StructureElement;
  /** a new last kid of `parent` */
  readonly add: (parent: StructureElement, tag: Tag, options?: ElementOptions) => StructureElement;
}

/** The tree as the other parts of the paper fill and write it. */
export interface StructureWriter extends StructureTree {
  /** a new piece of `element`'s content on `page`; gives its marked-content identifier */
  readonly mark: (element: StructureElement, page: number) => number;
  /** `annotation` is an index from 0 in the order of the document's annotations */
  readonly attach: (element: StructureElement, annotation: number, page: number) => void;
  /** /StructParents of a page, counted from 1 */
  readonly pageKey: (page: number) => number;
  /** /StructParent of an annotation */
  readonly annotationKey: (annotation: number, pageCount: number) => number;
  /** writes the whole tree, and gives the number of its root */
  readonly write: (objects: ObjectWriter, pageCount: number, annotations: readonly number[]) => number;
}

export function createStructureTree(): StructureWriter {
  const root: StructureElement = { tag: "Document", options: {}, parent: null, kids: [] };
  const marks = new Map<number, StructureElement[]>();
  const owners: StructureElement[] = [];
  const pageKey = (page: number) => page - 1;
  const annotationKey = (annotation: number, pageCount: number) => pageCount + annotation;
  return {
    root,
    add: (parent, tag, options = {}) => {
      const element: StructureElement = { tag, options, parent, kids: [] };
      parent.kids.push({ kind: "element", element });
      return element;
    },
    mark: (element, page) => {
      const onPage = marks.get(page) ?? [];
      marks.set(page, onPage);
      const mark = onPage.push(element) - 1;
      element.kids.push({ kind: "mark", page, mark });
      return mark;
    },
    attach: (element, annotation, page) => {
      owners[annotation] = element;
      element.kids.push({ kind: "annotation", annotation, page });
    },
    pageKey,
    annotationKey,
    write: (objects, pageCount, annotations) => {
      const numbers = new Map<StructureElement, number>();
      const tree = objects.reserve();
      numberAll(root, numbers, objects);
      const reference = (element: StructureElement) => pdfReference(numbers.get(element) ?? tree);
      for (const element of numbers.keys()) {
        const parent = element.parent ? reference(element.parent) : pdfReference(tree);
        objects.write(numbers.get(element) ?? tree, elementBody(element, parent, reference, objects, annotations));
      }
      const parents = objects.reserve();
      const pages = Array.from({ length: pageCount }, (_, index) => {
        const list = (marks.get(index + 1) ?? []).map(reference).join(" ");
        return `${pageKey(index + 1)} [${list}]`;
      });
      const own = owners.map((element, annotation) => `${annotationKey(annotation, pageCount)} ${reference(element)}`);
      objects.write(parents, `<</Nums [${[...pages, ...own].join("\n")}]>>`);
      objects.write(
        tree,
        `<</Type /StructTreeRoot /K ${reference(root)} /ParentTree ${pdfReference(parents)} /ParentTreeNextKey ${pageCount + owners.length} /ClassMap <<${classes}>>>>`,
      );
      return tree;
    },
  };
}

/** What most elements of a kind share is said once: heads of a row and of a column. */
const classes = ["Row", "Column"].map((scope) => `/${scope} <</O /Table /Scope /${scope}>>`).join(" ");

function numberAll(root: StructureElement, numbers: Map<StructureElement, number>, objects: ObjectWriter): void {
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    numbers.set(element, objects.reserve());
    for (const kid of element.kids.toReversed()) if (kid.kind === "element") open.push(kid.element);
  }
}

function elementBody(
  element: StructureElement,
  parent: string,
  reference: (element: StructureElement) => string,
  objects: ObjectWriter,
  annotations: readonly number[],
): string {
  const first = element.kids.find((kid) => kid.kind === "mark");
  const kids = element.kids.map((kid) => {
    switch (kid.kind) {
      case "element":
        return reference(kid.element);
      case "mark":
        return first?.kind === "mark" && kid.page === first.page
          ? String(kid.mark)
          : `<</Type /MCR /Pg ${pdfReference(objects.pageObject(kid.page))} /MCID ${kid.mark}>>`;
      case "annotation":
        return `<</Type /OBJR /Pg ${pdfReference(objects.pageObject(kid.page))} /Obj ${pdfReference(annotations[kid.annotation] ?? 0)}>>`;
    }
  });
  // A form's single kid stands bare: strict verifiers of a second signature look for K.Obj.
  const only = kids.length === 1 ? kids[0] : undefined;
  return [
    `<</S /${element.tag} /P ${parent}`,
    first?.kind === "mark" ? `/Pg ${pdfReference(objects.pageObject(first.page))}` : "",
    kids.length === 0 ? "" : `/K ${only ?? `[${kids.join(" ")}]`}`,
    attributesOf(element),
    element.options.language ? `/Lang ${pdfAscii(element.options.language)}` : "",
    element.options.title === undefined ? "" : `/T ${pdfText(element.options.title)}`,
    element.options.alt === undefined ? "" : `/Alt ${pdfText(element.options.alt)}`,
    ">>",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function attributesOf({ options, box }: StructureElement): string {
  if (options.scope) return `/C /${options.scope}`;
  if (options.summary !== undefined) return `/A <</O /Table /Summary ${pdfText(options.summary)}>>`;
  if (options.listNumbering) return `/A <</O /List /ListNumbering /${options.listNumbering}>>`;
  return box ? `/A <</O /Layout /Placement /Block /BBox [${pdfNumbers(...box)}]>>` : "";
}

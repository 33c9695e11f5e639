import type { Plugin } from "vite";

/** jsPDF can rasterise web pages through libraries that a report never needs; they are left out of the app. */
export function withoutRasterizers(): Plugin {
  const unused = ["html2canvas", "canvg", "dompurify"];
  const nothing = "\0assay-nothing";
  return {
    name: "assay-without-rasterizers",
    enforce: "pre",
    resolveId: (source) => (unused.includes(source) ? nothing : null),
    load: (id) => (id === nothing ? "export default null;" : null),
  };
}

import type { ErrorCode } from "yaml";

/** What is said of each fault of syntax that the YAML parser knows. */
export const yamlSentences: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "An alias (*name) can have no anchor or tag of its own.",
  BAD_ALIAS: "This alias (*name) is not well formed.",
  BAD_DIRECTIVE: "This directive (a line that starts with %) is not well formed.",
  BAD_DQ_ESCAPE: "This backslash sequence does not exist in a double-quoted string.",
  BAD_INDENT: "The indentation does not fit the lines above.",
  BAD_PROP_ORDER: "An anchor or tag must stand before what it marks.",
  BAD_SCALAR_START: "A value cannot start with this character unless it is quoted.",
  BLOCK_AS_IMPLICIT_KEY: "A mapping cannot start here; put the value in quotes if it holds a colon followed by a space.",
  BLOCK_IN_FLOW: "An indented list or mapping cannot stand inside [ ] or { }.",
  DUPLICATE_KEY: "This key stands twice in one mapping.",
  IMPOSSIBLE: "This cannot be read as YAML.",
  KEY_OVER_1024_CHARS: "A key may have at most 1024 characters before its colon.",
  MISSING_CHAR: "A character is missing here, such as a closing quote or bracket, a comma or a space.",
  MULTILINE_IMPLICIT_KEY: "A key must stand on one line; a colon or a quote may be missing.",
  MULTIPLE_ANCHORS: "One value can have only one anchor.",
  MULTIPLE_DOCS: "A file holds one document; a second one starts here.",
  MULTIPLE_TAGS: "One value can have only one tag.",
  NON_STRING_KEY: "A key must be plain text.",
  TAB_AS_INDENT: "Lines are indented with spaces, not with tabs.",
  TAG_RESOLVE_FAILED: "Tags (!name) are not used in content files.",
  UNEXPECTED_TOKEN: "This character is not expected here.",
  BAD_COLLECTION_TYPE: "Tags (!name) are not used in content files.",
  RESOURCE_EXHAUSTION: "The file is nested too deeply.",
};

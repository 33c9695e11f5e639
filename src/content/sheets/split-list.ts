const marks = /[,;\n"，、；]/;

/** The entries of a cell: between commas or line breaks, western or Chinese; one in double quotes is taken as it stands. */
export function splitList(text: string): readonly string[] {
  const entries: string[] = [];
  let [entry, isInside, isQuoted] = ["", false, false];
  const end = () => {
    if (isQuoted) entries.push(entry);
    else if (entry.trim() !== "") entries.push(entry.trim());
    [entry, isInside, isQuoted] = ["", false, false];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isInside && character === '"' && text.charAt(at + 1) === '"') entry += text.charAt(++at);
    else if (isInside && character === '"') isInside = false;
    else if (isInside) entry += character;
    else if (character === '"' && entry.trim() === "" && !isQuoted) [entry, isInside, isQuoted] = ["", true, true];
    else if (marks.test(character) && character !== '"') end();
    else if (!isQuoted || character.trim() !== "") entry += character;
  }
  end();
  return entries;
}

/** The cell that `splitList` reads as these entries. */
export function joinList(entries: readonly string[]): string {
  return entries.map((entry) => (marks.test(entry) || entry.trim() !== entry ? `"${entry.replaceAll('"', '""')}"` : entry)).join(", ");
}

/** Whether the text is an address that may be opened: http or https, nothing that runs. */
export function isWebAddress(text: string): boolean {
  const address = text.trim();
  if (!URL.canParse(address)) return false;
  return ["https:", "http:"].includes(new URL(address).protocol);
}

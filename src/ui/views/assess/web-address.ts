/** Whether the text is an address that may be opened: nothing that runs. The workbench refuses any other. */
export function isWebAddress(text: string): boolean {
  const address = text.trim();
  return /^(https?:\/\/|mailto:)\S+$/i.test(address) && URL.canParse(address);
}

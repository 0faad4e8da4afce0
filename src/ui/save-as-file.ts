/** Hands bytes of this page to the browser, which saves them under the name. */
export const saveAsFile = (name: string, blob: Blob): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Not at once: the browser begins to read it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

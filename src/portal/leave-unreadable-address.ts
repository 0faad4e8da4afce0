/** An address that is no text (`/drafts/%E0%A4%A`) would stop the router: it is left for one that nothing is at. */
export const leaveUnreadableAddress = (): void => {
  try {
    decodeURIComponent(location.pathname);
  } catch {
    history.replaceState(null, '', '/unknown');
  }
};

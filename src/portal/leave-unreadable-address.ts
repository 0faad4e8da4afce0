/** An address that is no text (`/drafts/%E0%A4%A`), or another host's (`//host/path`), would stop the router: it is left for one that nothing is at. */
export const leaveUnreadableAddress = (): void => {
  try {
    if (!decodeURIComponent(location.pathname).startsWith('//')) return;
  } catch {
    // No text: as bad.
  }
  history.replaceState(null, '', '/unknown');
};

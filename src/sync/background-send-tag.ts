/** Under this name the page asks for a send in the background, and the service worker hears that it is time. */
export const backgroundSendTag = 'portico-send';

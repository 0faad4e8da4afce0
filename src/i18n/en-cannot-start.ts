/** English: what is said where the portal cannot work. */
export const enCannotStart = {
  'app.insecure.title': 'This address is not secure',
  'app.insecure.words':
    'Browsers let a portal keep your requests on this device only over a secure connection: an address that begins with https://. If there is none, tell your service desk that HTTPS is missing here.',
  'app.insecure.try': 'Try the secure address',
  'app.nothingKept.title': 'This browser does not let the portal keep anything',
  'app.nothingKept.words': 'Allow site data (cookies) for this address, leave the private window, or make room on a full disk. Then load the page again.',
  'app.badSettings.title': 'This portal is not set up right',
  'app.badSettings.words': 'The file portico.json could not be understood. Whoever runs this portal should look at this:',
} as const;

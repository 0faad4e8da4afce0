/** English: what is said where the portal was put up wrongly. */
export const enCannotStart = {
  'app.insecure.title': 'This address is not secure',
  'app.insecure.words':
    'The portal keeps your requests on this device. Browsers allow that only over a secure connection: an address that begins with https://. If there is none, tell your service desk that HTTPS is missing here.',
  'app.insecure.try': 'Try the secure address',
  'app.badSettings.title': 'This portal is not set up right',
  'app.badSettings.words': 'The file portico.json could not be understood. Whoever runs this portal should look at this:',
} as const;

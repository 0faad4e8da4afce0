/** What somebody sees who started the backend before there is a portal to serve. */
export const notBuiltPage = (distFolder: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The portal is not built yet</title></head>
  <body>
    <h1>The portal is not built yet</h1>
    <p>The service desk is running, but the folder it serves the portal from has no <code>index.html</code>:</p>
    <p><code>${escapeHtml(distFolder)}</code></p>
    <p>Run <code>npm run build</code>, then reload this page. (<code>npm start</code> builds and starts both.)</p>
  </body>
</html>
`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

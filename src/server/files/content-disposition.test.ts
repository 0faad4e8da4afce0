import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentDisposition } from './content-disposition.ts';

const extendedName = (header: string): string => decodeURIComponent(header.split("filename*=UTF-8''")[1] ?? '');

test('a plain name stays as it is', () => {
  expect(attachmentDisposition('screenshot 3.png')).toBe(`attachment; filename="screenshot 3.png"; filename*=UTF-8''screenshot%203.png`);
});

test('a name in another script arrives in full', () => {
  expect(attachmentDisposition('Größe – 写真.png')).toBe(
    `attachment; filename="Gr__e _ __.png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E2%80%93%20%E5%86%99%E7%9C%9F.png`,
  );
});

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['..\\..\\evil.exe', '_.._evil.exe'],
  ['a"; filename="b.html', 'a_; filename=_b.html'],
  ['a\r\nSet-Cookie: x=1', 'aSet-Cookie_ x=1'],
  ['photo\u202Egnp.exe', 'photognp.exe'],
  ['\u0000\u0007', 'file'],
  // Half of a surrogate pair, as JSON can carry it.
  ['a\ud800.png', 'a.png'],
  ['...', 'file'],
  ['.htaccess', 'htaccess'],
  ['report.pdf.  ', 'report.pdf'],
])('the hostile name %j becomes %j', (name, safe) => {
  expect(extendedName(attachmentDisposition(name))).toBe(safe);
});

test('a very long name is cut, and keeps its ending', () => {
  const name = extendedName(attachmentDisposition(`${'ä'.repeat(240)}.docx`));
  expect(name).toHaveLength(150);
  expect(name.endsWith('ä.docx')).toBe(true);
});

test('whatever the name, the header is one line of ASCII that a client can take apart', () => {
  // Any character there is: `unit: 'binary'` would be the same, and takes seconds to set up.
  const character = fc.integer({ min: 0, max: 0x10ffff }).map((codePoint) => String.fromCodePoint(codePoint));
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 40 }), (name) => {
      const header = attachmentDisposition(name);
      expect(header).toMatch(/^attachment; filename="[ !#-$&-~]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
      expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow();
      expect(extendedName(header)).not.toMatch(/[/\\]/);
    }),
  );
});

import purifier from 'dompurify';
import { expect, test } from 'vitest';
import { sanitiseArticle } from './sanitise-article.ts';

const shown = (html: string): HTMLElement => {
  const box = document.createElement('div');
  box.append(sanitiseArticle(purifier, html));
  return box;
};

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<a href="javascript:alert(1)">here</a>',
  '<a href="java&#x0A;script:alert(1)">here</a>',
  '<a href="data:text/html,<script>alert(1)</script>">here</a>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="https://evil.example"><input name="password"><button formaction="javascript:alert(1)">Go</button></form>',
  '<p style="position:fixed;inset:0">over the page</p>',
  '<style>body{display:none}</style>',
  '<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<div id="main" name="getElementById">clobbered</div>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
])('nothing in an article runs, submits, styles or takes the place of the page: %s', (html) => {
  const box = shown(html);
  expect(box.querySelectorAll('script, style, svg, math, iframe, object, embed, form, input, button, base, link, meta, noscript')).toHaveLength(0);
  for (const element of box.querySelectorAll('*')) {
    const names = element.getAttributeNames();
    expect(names.filter((name) => name.startsWith('on') || ['style', 'id', 'name', 'class', 'srcdoc', 'formaction'].includes(name))).toEqual([]);
    // In a picture an SVG neither runs nor loads anything (SVG Integration, secure static mode).
    for (const name of names)
      expect(element.getAttribute(name)).not.toMatch(element.matches('img') ? /^\s*(?!\/(?!\/)|data:image\/)./i : /^\s*(?:java\s*script|vbscript|data:)/i);
  }
});

test('a picture from elsewhere does not tell that place who reads what: its words stand for it', () => {
  const box = shown(
    '<img src="https://evil.example/1.png" alt="The menu"><img src="//evil.example/2.png" alt="The key"><img src="/\\evil.example/3.png" alt="The lock"><img src="/&#9;/evil.example/4.png" alt="The bell"><img src="HTTPS://evil.example/5.png" alt="The mat"><img alt="The wall"><img src="javascript:x" alt="The roof"><img src="/icons/door.png" alt="The door">',
  );
  expect([...box.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['The door']);
  expect(box.textContent).toBe('The menuThe keyThe lockThe bellThe matThe wallThe roof');
});

test('what helps is kept: headings, lists, tables, and links that open elsewhere without telling where from', () => {
  const box = shown('<h2>How</h2><ol><li>Open <a href="https://example.org/">this</a></li></ol><table><tr><th scope="row">A</th><td>B</td></tr></table>');
  expect(box.querySelector('h2')?.textContent).toBe('How');
  expect([...box.querySelectorAll('li, th[scope], td')].map(({ localName }) => localName)).toEqual(['li', 'th', 'td']);
  for (const address of ['//example.org/x', '/\\example.org', 'HTTPS://example.org'])
    expect(shown(`<a href="${address}">x</a>`).querySelector('a')?.rel).toBe('noopener noreferrer');
  expect(shown('<a href="/services">x</a>').querySelector('a')?.target).toBe('');
  const link = box.querySelector('a');
  expect([link?.href, link?.rel, link?.target]).toEqual(['https://example.org/', 'noopener noreferrer', '_blank']);
});

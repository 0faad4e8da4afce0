import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfHtml } from './html-to-text.ts';

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>Two<br />Three', 'One\nTwo\nThree'],
  ['<ul><li>One</li><li>Two</li></ul>', '• One\n• Two'],
  ['a &lt;b&gt; &amp; &quot;c&quot; &#228; &#x1F5A5; &nbsp;d', 'a <b> & "c" ä 🖥  d'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['<style>p { color: red }</style><script>alert(1)</script><p>Hello</p>', 'Hello'],
  ['<!-- a note -->Hello<!-- one that never ends', 'Hello'],
  ['  many \n\n  spaces  ', 'many spaces'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['<p>Das Caf&eacute; &ouml;ffnet &ndash; it&rsquo;s &ldquo;open&rdquo; for 5&nbsp;&euro;&hellip;</p>', 'Das Café öffnet – it’s “open” for 5 €…'],
  ['&Auml;rger, &Omega; und &omega;, &yuml;&Yuml;&aring;&Ccedil;&ntilde;, &frac12;, &Oslash;', 'Ärger, Ω und ω, ÿŸåÇñ, ½, Ø'],
  ['<pre>step 1\nstep 2</pre><p>so\nfar</p>', 'step 1\nstep 2\n\nso far'],
  ['Fill in <a class="x" href="https://forms.example/x?a=1&amp;b=2">this form</a>.', 'Fill in this form (https://forms.example/x?a=1&b=2).'],
  [
    "<a href='https://a.example'>https://a.example</a>, <a href='mailto:it@a.example'>write</a>, <a href='/RT'>here</a>",
    'https://a.example, write (it@a.example), here',
  ],
  ['<a href="https://a.example/x"><span style="color: blue"><b>this</b> form</span></a>', 'this form (https://a.example/x)'],
  ['<pre>a:\n  b: 1\n\tc: 2</pre>', 'a:\n  b: 1\n    c: 2'],
  ['x<hr>y<br><dl><dt>one</dt><dd>two</dd></dl><section>three</section>four', 'x\ny\none\ntwo\nthree\nfour'],
  ['<!DOCTYPE html><?xml version="1.0"?><html><body><p><![if !supportLists]>·<![endif]>Hi</p></body></html>', '·Hi'],
  ['<a data-href="https://b.example" href="https://a.example/?a&amp;b">https://a.example/?a&b</a>', 'https://a.example/?a&b'],
  ['<pre> context\n+added</pre>', 'context\n+added'],
  ['<table><tr><td>Mon</td><td>Tue</td></tr><tr><td>1</td><td>2</td></tr></table>', 'Mon Tue\n1 2'],
  ['&unknown; &#0; &#x110000; &#xD800;', '&unknown; &#0; &#x110000; &#xD800;'],
])('%s is read as it is meant', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

test('whatever an analyst writes, nothing of it stops the reading', () => {
  const part = fc.constantFrom('<', '>', '&', ';', '#', 'x', '/', '!--', '-->', 'br', 'script', 'amp', '=', '"', ' ', '\n', '\0', 'é', '😀', '\u{d800}');
  fc.assert(fc.property(fc.string({ unit: part, maxLength: 200 }), (html) => typeof textOfHtml(html) === 'string'));
});

test('a page of a megabyte is read, also one that is made to be read for ever', () => {
  expect(textOfHtml('<p>So much to say. '.repeat(60_000)).length).toBeGreaterThan(900_000);
  for (const beginning of ['<', '<br', '<li ', '<a', '</p ', '<!-', '&#', '<style>', '<!--']) {
    const html = beginning.repeat(200_000);
    const began = performance.now();
    textOfHtml(html);
    expect([beginning, performance.now() - began < 2_000]).toEqual([beginning, true]);
  }
});

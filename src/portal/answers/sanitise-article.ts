import type { DOMPurify } from 'dompurify';

/** Text, headings, lists, tables, pictures and links; nothing that runs, styles, submits or loads from elsewhere. */
export const sanitiseArticle = (purifier: DOMPurify, html: string): DocumentFragment => {
  const fragment = purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: [
      'h2',
      'h3',
      'p',
      'br',
      'ol',
      'ul',
      'li',
      'strong',
      'em',
      'b',
      'i',
      'code',
      'pre',
      'kbd',
      'blockquote',
      'a',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'img',
    ],
    ALLOWED_ATTR: ['href', 'src', 'alt', 'colspan', 'rowspan', 'scope'],
    // Else the rule for addresses would be asked about them, and say no.
    ADD_URI_SAFE_ATTR: ['colspan', 'rowspan', 'scope'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|\/|#|data:image\/(?:png|jpeg|gif|webp);)/i,
  });
  for (const link of fragment.querySelectorAll('a[href]')) {
    if (!isElsewhere(link.getAttribute('href'))) continue;
    link.setAttribute('rel', 'noopener noreferrer');
    link.setAttribute('target', '_blank');
  }
  // A picture from elsewhere would tell that place who reads what, and stays blank under our policy: its words stand for it.
  for (const picture of fragment.querySelectorAll('img')) {
    const source = picture.getAttribute('src');
    if (!source || isElsewhere(source)) picture.replaceWith(picture.alt);
  }
  return fragment;
};

/** As the browser reads it, which takes `//`, `/\\` and `HTTPS:` for the same thing. */
const isElsewhere = (address: string | null): boolean => {
  const url = URL.parse(address ?? '', location.href);
  return url === null || (/^https?:$/.test(url.protocol) && url.origin !== location.origin);
};

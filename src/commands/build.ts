/** `npm run build`: a static site in dist/ that any host can serve. */
import { buildSite } from './build-site.ts';

await buildSite();

import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { Service } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { ServiceTile } from './service-tile.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';

export const OftenAsked = (props: { readonly services: readonly Service[] }): JSX.Element => (
  <section class="stack" aria-labelledby="often">
    <div class="row between">
      <h2 id="often">{t('home.oftenAsked')}</h2>
      <A href="/services">{t('home.allServices')}</A>
    </div>
    <div class="tiles">
      <KeyedFor each={props.services} by={(service) => service.id}>
        {(service) => <ServiceTile service={service()} />}
      </KeyedFor>
    </div>
  </section>
);

import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { Service } from '../../domain/service.ts';
import { IconSquare } from '../../ui/icon-square.tsx';
import { Icon } from '../../ui/icon.tsx';

export const ServiceCard = (props: { readonly service: Service }): JSX.Element => (
  <li>
    <A class="card service-card" href={`/services/${props.service.id}`}>
      <IconSquare name={props.service.icon} />
      <span class="grow">
        <strong>{props.service.title}</strong>
        <small>{props.service.summary}</small>
      </span>
      <Icon name="chevron" />
    </A>
  </li>
);

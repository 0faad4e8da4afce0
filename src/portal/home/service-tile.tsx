import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { Service } from '../../domain/service.ts';
import { IconSquare } from '../../ui/icon-square.tsx';

export const ServiceTile = (props: { readonly service: Service }): JSX.Element => (
  <A class="card tile" href={`/services/${props.service.id}`}>
    <IconSquare name={props.service.icon} />
    <span>
      <strong>{props.service.title}</strong>
      <small>{props.service.summary}</small>
    </span>
  </A>
);

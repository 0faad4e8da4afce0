/** The three things that an analyst can be, to choose one of: for oneself, or by a chat manager for somebody else. */
import { For, type JSX } from 'solid-js';
import { availabilities, type Availability } from '../../domain/chat/presence.ts';
import { t } from '../../i18n/translate.ts';
import { PresenceDot } from './presence-dot.tsx';

type AvailabilityChoiceProps = { readonly chosen: Availability; readonly offers?: readonly Availability[]; readonly onChoose: (to: Availability) => void };

export const AvailabilityChoice = (props: AvailabilityChoiceProps): JSX.Element => (
  <For each={props.offers ?? availabilities}>
    {(one) => (
      <button type="button" class="choice-item" aria-pressed={one === props.chosen} onClick={() => props.onChoose(one)}>
        <PresenceDot is={one} />
        {t(`availability.${one}`)}
      </button>
    )}
  </For>
);

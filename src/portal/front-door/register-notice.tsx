/** Under the sign-in form: the way to an account, or how those that were asked for on this device stand. */
import { createResource, For, Match, onMount, Show, Switch, untrack, type JSX } from 'solid-js';
import { createLive, usePortal, type FrontDoor } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { observeOwnRegistrations } from '../../store/observe/own-registrations.ts';
import { DoorLink } from './door-link.tsx';
import { KeptChip, keptDraft, titleOfDraft } from './kept-draft-card.tsx';
import { AskedFor, StandingChip, titleOf } from './own-registration-card.tsx';
import './front-door.css';

export const RegisterNotice = (): JSX.Element => {
  const { frontDoor } = usePortal();
  const [desk] = createResource(async () => (await frontDoor?.()) ?? null);
  return <Show when={desk()}>{(opened) => <Notice desk={opened()} />}</Show>;
};

const Notice = (props: { readonly desk: FrontDoor }): JSX.Element => {
  const own = createLive(observeOwnRegistrations(untrack(() => props.desk.registering.db)));
  onMount(() => void props.desk.askOffer());
  const kept = () => keptDraft(props.desk, own()?.draft);
  return (
    <Switch>
      <Match when={own()?.registrations.length || kept()}>
        <section class="card stack register-notice" aria-labelledby="register-notice">
          <h2 id="register-notice">{t('register.yours')}</h2>
          <ul role="list" class="stack">
            <Show when={kept()}>
              {(draft) => (
                <li class="row between wrap">
                  <bdi>{titleOfDraft(draft())}</bdi>
                  <KeptChip />
                </li>
              )}
            </Show>
            <For each={own()?.registrations}>
              {(registration) => (
                <li class="row between wrap">
                  <span>
                    <bdi>{titleOf(registration)}</bdi>
                    <br />
                    <AskedFor own={registration} />
                  </span>
                  <StandingChip own={registration} />
                </li>
              )}
            </For>
          </ul>
          <p>
            <DoorLink href="/register">{t('register.follow')}</DoorLink>
          </p>
        </section>
      </Match>
      <Match when={props.desk.offer()}>
        <p class="register-notice">
          {t('register.new')} <DoorLink href="/register">{t('register.ask')}</DoorLink>
        </p>
      </Match>
    </Switch>
  );
};

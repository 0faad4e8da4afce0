/** Who asked for an account, for those who set up the portal: where a call was logged, the desk decides on its page. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import type { RegistrationId } from '../domain/ids.ts';
import { detailFields, saidIn } from '../domain/registration/registration.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { observeRegistrations, type RegistrationView } from '../store/observe/registrations.ts';
import { AskedAgain } from '../ticket-parts/asked-again.tsx';
import { PlainText } from '../ticket-parts/plain-text.tsx';
import { RegistrationDecision } from '../ticket-parts/registration-decision.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import '../ticket-parts/answers-card.css';
import './registrations.css';

/** Of those that are decided, so many are shown. */
const mostDecided = 20;

export const Registrations = (): JSX.Element => {
  const { store } = useSignedIn();
  const now = createNow(60_000);
  const all = createLive(observeRegistrations(store));
  // By id, so that a row stays where it is while somebody types in it.
  const idsOf = (isDecided: boolean): readonly RegistrationId[] =>
    (all() ?? []).flatMap(({ registration }) => ((registration.decision !== null) === isDecided ? [registration.id] : []));
  const open = createMemo(() => idsOf(false));
  const decided = createMemo(() => idsOf(true).slice(0, mostDecided));
  return (
    <Show when={all()}>
      <section class="stack" aria-labelledby="registrations-open">
        <h2 id="registrations-open">{t('registration.waiting')}</h2>
        <Show when={open().length > 0} fallback={<EmptyState icon="people" title={t('registration.none')} words={t('registration.noneWords')} />}>
          <ul role="list" class="stack">
            <For each={open()}>{(id) => <RowOf id={id} all={all() ?? []} now={now()} />}</For>
          </ul>
        </Show>
      </section>
      <Show when={decided().length > 0}>
        <details>
          <summary>{t('registration.decided')}</summary>
          <ul role="list" class="stack registrations-decided">
            <For each={decided()}>{(id) => <RowOf id={id} all={all() ?? []} now={now()} />}</For>
          </ul>
        </details>
      </Show>
    </Show>
  );
};

const RowOf = (props: { readonly id: RegistrationId; readonly all: readonly RegistrationView[]; readonly now: number }): JSX.Element => (
  <Show when={props.all.find(({ registration }) => registration.id === props.id)}>{(view) => <RegistrationRow view={view()} now={props.now} />}</Show>
);

const RegistrationRow = (props: { readonly view: RegistrationView; readonly now: number }): JSX.Element => {
  const said = () => saidIn(props.view.registration);
  const told = () => detailFields.filter((detail) => detail !== 'name' && said()[detail] !== '');
  return (
    <li class="card stack">
      <h3>
        <bdi>{said().name}</bdi>
      </h3>
      <small>{t('registration.asked', { when: formatWhen(props.view.registration.at, props.now) })}</small>
      <Show when={props.view.registration.decision === null}>
        <dl class="answers">
          <For each={told()}>
            {(detail) => (
              <div>
                <dt>{t(`registration.detail.${detail}`)}</dt>
                <dd>
                  <PlainText text={said()[detail]} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <AskedAgain registration={props.view.registration} now={props.now} />
      <RegistrationDecision view={props.view} now={props.now} />
    </li>
  );
};

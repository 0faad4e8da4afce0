/** Asking for an account, and following what became of it: with or without a network. */
import { createSignal, For, Match, onMount, Show, Switch, untrack, type JSX } from 'solid-js';
import { keepRegistrationDraft, putBackRegistration, putBackRegistrationDraft } from '../../actions/register.ts';
import { createLive, type FrontDoor } from '../../app-context.ts';
import type { PartitionId, RegistrationId } from '../../domain/ids.ts';
import type { RegistrationDetails, RegistrationOffer } from '../../domain/registration/registration.ts';
import { t } from '../../i18n/translate.ts';
import { observeOwnRegistrations, type OwnRegistrations } from '../../store/observe/own-registrations.ts';
import type { OwnRegistration, RegistrationDraft } from '../../store/registration-db.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { DoorLink } from './door-link.tsx';
import { KeptDraftCard, keptDraft } from './kept-draft-card.tsx';
import { OwnRegistrationCard } from './own-registration-card.tsx';
import { RegisterQuestions } from './register-questions.tsx';

export const RegisterPage = (props: { readonly desk: FrontDoor }): JSX.Element => {
  const own = createLive(observeOwnRegistrations(untrack(() => props.desk.registering.db)));
  const [hasAsked, setAsked] = createSignal(false);
  onMount(() => void props.desk.askOffer().finally(() => setAsked(true)));
  const [forgotten, setForgotten] = createSignal<OwnRegistration | null>(null);
  const [dropped, setDropped] = createSignal<RegistrationDraft | null>(null);
  const takenOff = (there: readonly OwnRegistration[]): OwnRegistration | null => {
    const own = forgotten();
    return there.some(({ id }) => id === own?.id) ? null : own;
  };
  /** What is being answered has the page to itself, while it can be sent. */
  const isListed = ({ draft, registrations }: OwnRegistrations): boolean =>
    (draft === null || props.desk.offer() === null) && (registrations.length > 0 || keptDraft(props.desk, draft) !== null);
  const begin = (): Promise<void> => {
    // What was taken off before is no news any more once something else is begun.
    setForgotten(null);
    setDropped(null);
    return keepRegistrationDraft(props.desk.registering, blank, 'name');
  };
  return (
    <Show when={own()}>
      {(known) => (
        <>
          <Show when={known().draft === null && takenOff(known().registrations)} keyed>
            {(own) => (
              <Forgotten
                words={t(forgottenKeys[own.state], { email: own.action.data.email })}
                onPutBack={() => putBackRegistration(props.desk.registering, own).then(() => setForgotten(null))}
              />
            )}
          </Show>
          <Show when={known().draft === null && dropped()} keyed>
            {(draft) => (
              <Forgotten words={t('register.notSent')} onPutBack={() => putBackRegistrationDraft(props.desk.registering, draft).then(() => setDropped(null))} />
            )}
          </Show>
          <Switch>
            <Match when={isListed(known())}>
              <PageTitle>{t('register.yours')}</PageTitle>
              <ul role="list" class="stack own-registrations">
                <Show when={keptDraft(props.desk, known().draft)}>
                  {(draft) => <KeptDraftCard draft={draft()} desk={props.desk} onForgotten={setDropped} />}
                </Show>
                <For each={known().registrations.map(({ id }) => id)}>
                  {(id) => <CardOf id={id} desk={props.desk} own={known().registrations} onForgotten={setForgotten} />}
                </For>
              </ul>
              <div class="front-door-links">
                <Show when={props.desk.offer()}>
                  <button type="button" class="button quiet" onClick={() => void begin()}>
                    {t('register.another')}
                  </button>
                </Show>
                <DoorLink href="/">{t('frontDoor.back')}</DoorLink>
              </div>
            </Match>
            <Match when={props.desk.offer()}>
              {(offer) => (
                <RegisterQuestions
                  desk={props.desk}
                  offer={offer()}
                  draft={known().draft}
                  blank={blankFor(offer())}
                  hasOthers={known().registrations.length > 0}
                  onForgotten={setDropped}
                />
              )}
            </Match>
            <Match when={props.desk.offer() === null}>
              <PageTitle>{t('register.closed')}</PageTitle>
              <p class="soft">{t('register.closedWords')}</p>
              <Back />
            </Match>
            <Match when={hasAsked()}>
              <PageTitle>{t('password.noAnswer')}</PageTitle>
              <p class="soft">{t('register.noAnswerWords')}</p>
              <div class="front-door-links">
                <button type="button" class="button primary wide" onClick={() => void props.desk.askOffer()}>
                  {t('password.tryAgain')}
                </button>
                <DoorLink href="/">{t('frontDoor.back')}</DoorLink>
              </div>
            </Match>
          </Switch>
        </>
      )}
    </Show>
  );
};

/** What was taken off a moment ago can be put back for as long as the page is open. */
const Forgotten = (props: { readonly words: string; readonly onPutBack: () => Promise<unknown> }): JSX.Element => {
  let button!: HTMLButtonElement;
  // The button that was pressed is gone with its card; where that was the last one, the first question came, and took the focus.
  onMount(() => queueMicrotask(() => button.focus()));
  return (
    <section class="card tinted stack forgotten" role="status">
      <p>{props.words}</p>
      <div>
        <button ref={button} type="button" class="button" onClick={() => void props.onPutBack()}>
          {t('register.putBack')}
        </button>
      </div>
    </section>
  );
};

/** What waits may be on its way, or have arrived without an answer. */
const forgottenKeys = { waiting: 'register.withdrawn', held: 'register.notSent', sent: 'register.forgotten' } as const;

const blank: RegistrationDetails = { name: '', email: '', partitionId: '' as PartitionId, phone: '', reason: '' };

/** Where there is only one partition nobody is asked for it. */
const blankFor = ({ partitions }: RegistrationOffer): RegistrationDetails => {
  const [only, ...others] = partitions;
  return only && others.length === 0 ? { ...blank, partitionId: only.id } : blank;
};

type CardProps = {
  readonly id: RegistrationId;
  readonly desk: FrontDoor;
  readonly own: readonly OwnRegistration[];
  readonly onForgotten: (own: OwnRegistration) => void;
};

const CardOf = (props: CardProps): JSX.Element => (
  <Show when={props.own.find(({ id }) => id === props.id)}>
    {(own) => <OwnRegistrationCard own={own()} desk={props.desk} onForgotten={props.onForgotten} />}
  </Show>
);

const Back = (): JSX.Element => (
  <div class="front-door-links">
    <DoorLink href="/">{t('frontDoor.back')}</DoorLink>
  </div>
);

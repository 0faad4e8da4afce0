/** The way in for whoever has no password yet, or has lost it. */
import { createEffect, createSignal, For, Show, type JSX } from 'solid-js';
import { invitePerson } from '../../actions/save-record.ts';
import { useSignedIn } from '../../app-context.ts';
import { keyOfRecord, type PersonRecord } from '../../domain/records/desk-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { t } from '../../i18n/translate.ts';
import type { HeldInvitation, RecordsView } from '../../store/observe/records.ts';
import { DiscardButton } from '../../ticket-parts/discard-button.tsx';
import { refusalWords } from '../../ticket-parts/refusal-words.ts';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';

export const Invitation = (props: { readonly person: PersonRecord; readonly view: RecordsView }): JSX.Element => {
  const { actions } = useSignedIn();
  const [isSent, setSent] = createSignal(false);
  const held = (): readonly HeldInvitation[] => props.view.heldInvitations.filter(({ key }) => key === keyOfRecord('person', props.person.id));
  // One that came back was not sent, also once it is discarded.
  createEffect(() => held().length > 0 && setSent(false));
  const invite = createOneTap(async () => {
    await invitePerson(actions, props.person.id);
    announce(t('records.person.invited'));
    setSent(true);
  });
  return (
    <>
      <For each={held()}>{(one) => <NotSent held={one} name={props.person.name} />}</For>
      <Show when={!props.person.hasLeft} fallback={<p class="soft">{t('records.person.cannotSignIn', { name: props.person.name })}</p>}>
        <div class="row wrap">
          <button type="button" class="button" onClick={() => void invite()}>
            {t('records.person.invite')}
          </button>
          <small>{t(isSent() ? 'records.person.invited' : 'records.person.inviteWords')}</small>
        </div>
      </Show>
    </>
  );
};

/** While it stands here nothing else about this person goes to the desk. */
const NotSent = (props: { readonly held: HeldInvitation; readonly name: string }): JSX.Element => (
  <section class="card needs-you stack" aria-label={t('records.person.notInvited')}>
    <h2>{t('records.person.notInvited')}</h2>
    <p>{whyNot(props.held.refusal, props.name)}</p>
    <div>
      <DiscardButton id={props.held.id} what={t('records.person.invite')} />
    </div>
  </section>
);

const whyNot = (refusal: Refusal, name: string): string =>
  refusal.kind === 'nobody-reads' ? t('records.person.notInvitedLeft', { name }) : refusalWords(refusal);

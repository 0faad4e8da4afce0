import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import type { Ticket } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import { observeRegistrations } from '../store/observe/registrations.ts';
import { AskedAgain } from '../ticket-parts/asked-again.tsx';
import { RegistrationDecision } from '../ticket-parts/registration-decision.tsx';

/** On the call of a registration: shall whoever asked have an account? */
export const RegistrationCard = (props: { readonly ticket: Ticket; readonly now: number }): JSX.Element => {
  const { store } = useSignedIn();
  const all = createLive(observeRegistrations(store));
  const view = () => all()?.find(({ registration }) => registration.ticketId === props.ticket.id);
  return (
    <Show when={view()}>
      {(found) => (
        <section class="card stack" classList={{ tinted: found().registration.decision === null }} aria-labelledby="registration-card">
          <h2 id="registration-card">{t('registration.title')}</h2>
          <Show when={found().registration.decision === null && found().underway === null && found().held === null}>
            <p>{t('registration.question', { name: found().registration.details.name, partition: found().registration.partitionName })}</p>
          </Show>
          <AskedAgain registration={found().registration} now={props.now} />
          <RegistrationDecision view={found()} now={props.now} />
        </section>
      )}
    </Show>
  );
};

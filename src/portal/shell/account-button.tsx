/** Who is here, and the way to everything about them: a native popover, so that Escape and a click beside it close it. */
import { createSignal, Show, Suspense, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { initialsOf } from '../../ui/person-name.ts';
import { withScreens } from '../with-screens.ts';
import './account-button.css';

const AccountMenu = withScreens((all) => all.AccountMenu);

export const AccountButton = (): JSX.Element => {
  const { person } = useSignedIn();
  const [wasOpened, setWasOpened] = createSignal(false);
  let menu!: HTMLDivElement;
  return (
    <>
      <button
        type="button"
        class="avatar"
        popoverTarget="account-menu"
        aria-label={t('app.accountOf', { name: person.name })}
        data-initials={initialsOf(person.name)}
      />
      <div ref={menu} id="account-menu" class="menu" popover="auto" onBeforeToggle={() => setWasOpened(true)}>
        <Show when={wasOpened()}>
          <Suspense>
            <AccountMenu onClose={() => menu.hidePopover()} />
          </Suspense>
        </Show>
      </div>
    </>
  );
};

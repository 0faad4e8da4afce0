import { Show, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import { Icon } from '../../ui/icon.tsx';
import './logo.css';

/** The deployment's own sign, or a door. */
export const Logo = (): JSX.Element => {
  const { settings } = usePortal();
  return (
    <span class="logo">
      <Show when={settings.brand.logo} fallback={<Icon name="door" />}>
        {(source) => <img src={source()} alt="" />}
      </Show>
    </span>
  );
};

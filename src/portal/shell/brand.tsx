import type { JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import { Logo } from './logo.tsx';
import './frame.css';

/** The deployment's sign and name, short where there is little room. */
export const Brand = (): JSX.Element => {
  const { settings } = usePortal();
  return (
    <>
      <Logo />
      <span class="brand-name">{settings.name}</span>
      <span class="brand-short" aria-hidden="true">
        {settings.shortName ?? settings.name}
      </span>
    </>
  );
};

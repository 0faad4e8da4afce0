/** The portal looks as the partition of whoever is here has it: on every page, in every tab, from the moment the device knows. */
import type { PorticoJson } from './contract/portico-json.ts';
import { brandUnder } from './domain/settings/brand-under.ts';
import { observeLook } from './store/observe/look.ts';
import type { PersonStore } from './store/person-store.ts';
import { setBrand } from './ui/theme.ts';

/** Returns how to stop. */
export const followLook = ({ brand }: PorticoJson, store: PersonStore): (() => void) => {
  const following = observeLook(store).subscribe((look) => look && setBrand(brandUnder(brand, look)));
  return () => following.unsubscribe();
};

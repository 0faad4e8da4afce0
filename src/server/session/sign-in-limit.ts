import { ProblemError } from '../problem.ts';
import { createAttemptLimit } from './attempt-limit.ts';

/** One try to sign in, under its name and its address. */
type SignInTry = { readonly name: string; readonly address: string };

/** Guessing gets slow by the name that is tried and by the address that it comes from. */
export type SignInLimit = {
  /** Throws *slow down* where this name or this address has failed too often; the try counts from here. */
  readonly take: (tried: SignInTry) => void;
  /** The password was right: the name starts anew, and the address does not pay for it. */
  readonly wasRight: (tried: SignInTry) => void;
};

/** `now`: in milliseconds. */
export const createSignInLimit = (now: () => number): SignInLimit => {
  const perName = createAttemptLimit(now, 5);
  const perAddress = createAttemptLimit(now, 30);
  return {
    take: ({ name, address }) => {
      const forName = perName.takeTry(name);
      if (forName > 0) throw new ProblemError('slow-down', '', forName);
      const forAddress = perAddress.takeTry(address);
      if (forAddress === 0) return;
      perName.giveBack(name);
      throw new ProblemError('slow-down', '', forAddress);
    },
    wasRight: ({ name, address }) => {
      perName.forget(name);
      perAddress.giveBack(address);
    },
  };
};

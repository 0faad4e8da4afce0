/** What whoever registered is told by letter. */
import type { Registration, RegistrationDecision } from '../../domain/registration/registration.ts';
import type { Letter } from '../mail/post-mail.ts';
import { linkWords } from '../password/password-letters.ts';

type LetterWords = Omit<Letter, 'id' | 'at'>;
type WayIn = Parameters<typeof linkWords>[0];
type Told = { readonly registration: Pick<Registration, 'details'>; readonly desk: string };

export const approvedLetter = ({ registration: { details }, desk }: Told, { reason }: RegistrationDecision, way: WayIn): LetterWords => ({
  address: details.email,
  subject: `Your account at ${desk} is ready`,
  body: `Hello ${details.name},

you asked for an account at ${desk}, and you have one now.${saying(reason)}

Set your password here:

${linkWords(way)}
`,
});

export const declinedLetter = ({ registration: { details }, desk }: Told, { reason }: RegistrationDecision): LetterWords => ({
  address: details.email,
  subject: `Your registration at ${desk}`,
  body: `Hello ${details.name},

you asked for an account at ${desk}. The desk has decided not to open one.${saying(reason)}

If you think that this is a mistake, please ask the desk.
`,
});

const saying = (reason: string): string => (reason === '' ? '' : `\n\nThe desk says:\n\n${reason}`);

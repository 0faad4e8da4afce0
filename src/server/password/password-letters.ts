/** The letters that bring a link to set a password. */
import type { Person } from '../../domain/person.ts';
import type { Letter } from '../mail/post-mail.ts';
import type { ServerDeps } from '../server-deps.ts';

type LetterWords = Omit<Letter, 'id' | 'at'>;
type Addressee = { readonly person: Pick<Person, 'name' | 'email'>; readonly userName: string; readonly link: string; readonly desk: string };

export const linkWords = ({ link, userName }: Pick<Addressee, 'link' | 'userName'>): string => `${link}

The link works once, for 48 hours. You sign in with the user name ${userName}.`;

export const forgottenPasswordLetter = (addressee: Addressee): LetterWords => ({
  address: addressee.person.email,
  subject: `Set a new password for ${addressee.desk}`,
  body: `Hello ${addressee.person.name},

somebody, most likely you, asked for a new password for ${addressee.desk}. Set it here:

${linkWords(addressee)}

If it was not you, do nothing: your password stays as it is.
`,
});

export const invitationLetter = (addressee: Addressee): LetterWords => ({
  address: addressee.person.email,
  subject: `Welcome to ${addressee.desk}`,
  body: `Hello ${addressee.person.name},

there is an account for you at ${addressee.desk}. Set your password here:

${linkWords(addressee)}

After that, the sign-in page sends you a new one whenever you need it.
`,
});

/** Whoever asks for an account and has one; nobody else hears of it. */
export const accountExistsLetter = (addressee: Addressee): LetterWords => ({
  address: addressee.person.email,
  subject: `You have an account at ${addressee.desk}`,
  body: `Hello ${addressee.person.name},

somebody, most likely you, asked for an account at ${addressee.desk} with this address. You have one already. If you do not know the password any more, set a new one here:

${linkWords(addressee)}

If it was not you, do nothing: your password stays as it is.
`,
});

export const deskName = ({ site }: Pick<ServerDeps, 'site'>): string => site.porticoJson.name;

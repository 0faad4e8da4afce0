import type { RegistrationRefusal } from '../../domain/registration/registration.ts';
import { t } from '../../i18n/translate.ts';

/** The desk's no to a stranger, in words. */
export const registrationRefusalWords = (refusal: RegistrationRefusal): string => {
  switch (refusal.kind) {
    case 'domain-not-allowed':
      return t('register.problem.domain', { domains: refusal.domains.join(', ') });
    case 'registration-closed':
      return t('register.closedWords');
    case 'registration-not-accepted':
    case 'id-already-used':
      return t('register.problem.notTaken');
  }
};

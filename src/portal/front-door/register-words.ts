import type { FieldProblem } from '../../domain/records/field-problem.ts';
import type { RegistrationRefusal } from '../../domain/registration/registration.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';

/** The desk's no to a stranger, in words. */
export const registrationRefusalWords = (refusal: RegistrationRefusal): string => {
  switch (refusal.kind) {
    case 'domain-not-allowed':
      return t('register.problem.domain', { domains: refusal.domains.join(', ') });
    case 'registration-closed':
      return t('register.problem.closed');
    case 'registration-not-accepted':
    case 'id-already-used':
      return t('register.problem.notTaken');
  }
};

/** What is wrong with one answer, in words. */
export const answerProblemWords = ({ field, problem }: FieldProblem): string =>
  problem === 'too-long' ? t('register.problem.too-long') : t(`register.problem.${field}` as MessageKey);

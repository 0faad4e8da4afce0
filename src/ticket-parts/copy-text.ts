import { t } from '../i18n/translate.ts';
import { toast } from '../ui/toasts.tsx';

/** Into the clipboard, and says so; some browsers do not allow it, and that is said too. */
export const copyText = async (text: string): Promise<void> => {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  toast(t(isCopied ? 'held.copied' : 'held.notCopied'));
};

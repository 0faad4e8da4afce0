/** What nobody caught: a read or a write of the device that broke, or a bug. Returns how to stop. */
export const watchFaults = (onFault: (fault: unknown) => void): (() => void) => {
  const onError = (event: ErrorEvent): void => onFault(event.error ?? event.message);
  const onRejection = (event: PromiseRejectionEvent): void => onFault(event.reason);
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return () => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  };
};

/** The reason of an aborted signal. The signal of a polyfill, such as React Native's, has none: it gets one. */
export function reasonOf(signal: AbortSignal): unknown {
  return ((signal as { reason: unknown }).reason ??= abortError());
}

/** Not a DOMException, which React Native has not. */
export function abortError(): Error {
  return Object.assign(new Error('The operation was aborted.'), { name: 'AbortError' });
}

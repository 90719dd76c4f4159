import util from 'node:util';

let Controller: typeof AbortController | undefined;

/** Where jsdom replaces the global class, Node's `fetch` refuses its signals. The `fetch` of happy-dom takes them. */
export function newController(): AbortController {
  Controller ??= controllerOfFetch();
  return new Controller();
}

function controllerOfFetch(): typeof AbortController {
  // The only way to Node's own class. Bun and Deno may not have it.
  const OwnController = (util as Partial<typeof util>).transferableAbortController?.().constructor;
  const isReplaced = OwnController !== undefined && OwnController !== AbortController;
  return isReplaced && !isTaken(new AbortController().signal)
    ? (OwnController as typeof AbortController)
    : AbortController;
}

function isTaken(signal: AbortSignal): boolean {
  try {
    new Request('http://localhost', { signal });
    return true;
  } catch {
    return false;
  }
}

/** Lets go of a body that nobody will read, so that its connection is free. */
export async function discardBody(response: Response): Promise<void> {
  try {
    if (!response.bodyUsed) await response.body?.cancel();
  } catch {
    // A body that is broken, that somebody reads, or that is no web stream can't be cancelled: there is nothing to let go.
  }
}

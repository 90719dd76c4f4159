/** Cancels a body that will not be read, so that its connection is released. */
export async function discardBody(response: Response): Promise<void> {
  try {
    if (!response.bodyUsed) await response.body?.cancel();
  } catch {
    // A body that is broken, locked or not a web stream can't be cancelled: there is nothing to release.
  }
}

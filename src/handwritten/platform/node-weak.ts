const registry = new FinalizationRegistry<() => void>((onGone) => onGone());

/** A reference that does not keep its target alive. */
export function weakReference<Target extends object>(target: Target, onGone: () => void): () => Target | undefined {
  registry.register(target, onGone);
  const reference = new WeakRef(target);
  return () => reference.deref();
}

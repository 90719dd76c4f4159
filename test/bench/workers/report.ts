/** Hands the figures of this process over to the harness. */
export function report(figures: object): void {
  process.send!(figures);
  process.disconnect();
}

/** What the harness has asked this process for. */
export function task<Task extends object>(): Task {
  return JSON.parse(process.argv[2] ?? '{}') as Task;
}

/** Sends the figures of this process to the harness. */
export function report(figures: object): void {
  process.send!(figures);
  process.disconnect();
}

/** The task that the harness passed to this process. */
export function task<Task extends object>(): Task {
  return JSON.parse(process.argv[2] ?? '{}') as Task;
}

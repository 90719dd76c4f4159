/** A line of a file, without its end. */
export interface FileLine {
  readonly text: string;
  /** The position after the line and its end, in bytes from the start of the file. */
  readonly end: number;
  /** Whether the line ends with a line feed. Only the last one may not. */
  readonly isWhole: boolean;
}

/** A file that lines are appended to. */
export interface Appender {
  /** The length of the file with all that was appended so far, in bytes. */
  readonly size: number;
  /** When it returns, the text is with the operating system, and outlives this process. */
  append(text: string): void;
  /** Resolves when all of the file is on the disk, unless it is to be removed. */
  close(isToStay?: boolean): Promise<void>;
}

/** What a batch does with files; undefined in a runtime without a file system. */
export interface BatchFiles {
  /** Reads lines as they are needed, those of one read together. A file that does not exist has none. */
  readLines(path: string): AsyncGenerator<readonly FileLine[], void, undefined>;
  /** In bytes; undefined if there is no such file. */
  sizeOf(path: string): Promise<number | undefined>;
  /** Opens a file, or creates it, and cuts it to a length, if one is given. */
  openAppender(path: string, length?: number): Promise<Appender>;
  /** Replaces the content of a file, all at once. */
  replace(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Resolves when what is due now is done: timers, responses, signals such as Ctrl-C. */
  nextTurn(): Promise<void>;
  /** Creates a lock file, or rejects if a process that runs has it. Resolves to what removes it. */
  lock(path: string): Promise<() => Promise<void>>;
}

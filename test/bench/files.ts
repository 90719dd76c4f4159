/** The sizes of the files whose memory use is measured. */
export const files = {
  uploadMegabytes: 300,
  videoMegabytes: 1024,
  /** Before base64, which adds a third. */
  imageMegabytes: 48,
} as const;

export interface FileTask {
  readonly of: 'path' | 'stream' | 'download' | 'image';
}

/** How large the files are whose memory is measured. */
export const files = {
  uploadMegabytes: 300,
  videoMegabytes: 1024,
  /** Of bytes; as base64 it is a third more. */
  pictureMegabytes: 48,
} as const;

export interface FileTask {
  readonly of: 'path' | 'stream' | 'download' | 'picture';
}

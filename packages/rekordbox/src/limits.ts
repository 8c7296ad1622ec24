/**
 * How far a file may go before it is refused. Real exports stay far below each of these; without them a damaged or
 * hostile file could fill the memory before it turns out to be wrong.
 */
export const READER_LIMITS = {
  /** Elements inside each other. Playlist folders nest at most a few deep in real exports. */
  depth: 100,
  /** Characters without the end of a tag: bounds an attribute, a comment, a name and a DOCTYPE alike. */
  charactersBetweenTags: 1024 * 1024,
  /** Bytes of XML after decompression: about two million tracks. A small gzip file can unfold without end. */
  xmlBytes: 2 * 1024 ** 3,
  /** Examples kept of each kind of warning; the others are counted. */
  warningExamples: 5,
} as const;

/** Bytes handed to the parser at a time. Larger ones are cut, which keeps text short-lived and progress even. */
export const PIECE_BYTES = 64 * 1024;

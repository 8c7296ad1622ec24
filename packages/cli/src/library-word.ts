/** The one word that `match`, `explain` and `playlists` take, and a sentence for every one that is missing or too many. */
export function libraryWord(words: readonly string[]): {
  readonly library: string;
  readonly problems: readonly string[];
} {
  const [library, ...extra] = words;
  if (library === undefined || library === '') {
    return { library: '', problems: ['LIBRARY is missing: the path of the file that Rekordbox exports.'] };
  }
  return {
    library,
    problems: extra.map((word) => `"${word}" is one word too many. Names with spaces need quotes: "Folder/My list".`),
  };
}

export { findPlaylist } from './find-playlist.js';
export type * from './library.js';
export { LibraryError, type LibraryErrorCode, type TextPosition } from './library-error.js';
export { toLibraryTrack } from './library-track.js';
export { type ParseOptions, parseLibrary, type ReadProgress } from './parse-library.js';
export { PlaylistAmbiguousError, PlaylistNotFoundError } from './playlist-error.js';
export { type FileReadProgress, type ReadOptions, readLibrary } from './read-library.js';
export { decodeLocation, type TrackLocation } from './track-location.js';
export { type PlaylistStep, walkPlaylists } from './walk-playlists.js';

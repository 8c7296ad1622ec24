/** Tracks at once that are predicted: the whole range of the setting. */
export const CONCURRENCIES: readonly number[] = Array.from({ length: 20 }, (_, nth) => nth + 1);

/** Ceilings that are predicted beside that of the recording: none, two for servers that allow more, and the default. */
export const CEILINGS: readonly (number | null)[] = [null, 20, 5, 4];

/** How much slower than the best a setting with less concurrency may be and still be the better choice. */
export const GOOD_ENOUGH = 0.03;

/** Of the rate at which a site pushed back, how much is asked for again. */
export const SAFE_SHARE = 0.8;

/**
 * Where a catalogue gets the user's token for the API.
 *
 * Neither method may put the token, or any part of it, into what it throws.
 */
export interface TokenSource {
  /**
   * The token to send now.
   *
   * @throws {CuePointError} when there is none, or it has expired and no other can be had. The message is shown.
   */
  current(): Promise<string>;
  /**
   * Asked when the API refused a token although it had not expired. When one expires under many requests they are all
   * refused at once: those who ask together share one renewal, and those who come late are given the renewed token.
   *
   * @param refused The token that was refused.
   * @returns a token to try instead, or undefined when none can be had.
   * @throws {CuePointError} when a renewal was tried and failed. The message is shown.
   */
  refresh(refused: string): Promise<string | undefined>;
}

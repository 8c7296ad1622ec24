import { TextDecoder } from 'node:util';

/**
 * A body as text, by the charset its `Content-Type` names. Bytes that make no sense become U+FFFD, as in a browser;
 * without a charset, or with an unknown one, it is read as UTF-8.
 *
 * @param body After decompression.
 * @param contentType The header's value.
 */
export function decodeText(body: Uint8Array, contentType: string | undefined): string {
  const decoder = decoderFor(/;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1]);
  // In two steps on purpose: in one, Node 20 reads windows-1252 as if 0x80–0x9F were control characters, and a
  // typographic quote in a title is lost.
  return decoder.decode(body, { stream: true }) + decoder.decode();
}

function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** Text with its matching words marked, as nodes of the page. */
import type { Piece } from '../../search/passage/mark-pieces.js'
import { type Child, element } from '../dom.js'

export function toMarked(pieces: readonly Piece[]): Child {
  return pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text))
}

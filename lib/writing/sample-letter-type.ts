/** A stretch of text; or what is left open: where the reader lives, or their answer to a question. */
export type SamplePiece = string | { place: 'constituency' | 'nation' } | { question: string }
/** A letter before anybody has written it, paragraph by paragraph. */
export type SampleLetter = { subject: SamplePiece[]; paragraphs: SamplePiece[][] }

import type { SeatChangeSource } from '@/lib/directory/seat-history/note-changes'

/** Where something about MPs came from, as it stands after "by". */
export const sourceWords: Record<SeatChangeSource, string> = {
  sync: 'the UK Parliament’s list',
  import: 'a list from a file',
  snapshot: 'the list that came with the program',
  hand: 'the team',
  undo: 'an undo',
}

/** The same in a list's column. */
export const sourceTags: Record<SeatChangeSource, string> = {
  sync: 'Parliament',
  import: 'File',
  snapshot: 'Program',
  hand: 'By hand',
  undo: 'Undo',
}

/** The same by itself. Nothing was written down of what an older version did. */
export function sourceName(source: SeatChangeSource | null): string {
  if (!source) return 'Not written down'
  const words = sourceWords[source]
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}

import type { ContentFields } from '@/lib/content/fields/fields'
import { OWN_ACCENT } from '@/lib/content/palettes'
import { readColour } from './accent'
import { accentFault } from './accent-fault'
import type { Accented } from './accent-name'

/** Whether a content that has chosen a colour of its own has one that can be read by. */
export function accentHolds({ palette, accent = '' }: Accented): boolean {
  return palette !== OWN_ACCENT || accentFault(accent) === null
}

/** How the schema says what is wrong with it: beside all else that is wrong, not once that is mended. */
export const accentFaultSaid = {
  path: ['accent'],
  when: ({ value }: { value: unknown }) => typeof typedIn(value) === 'string',
  error: ({ input }: { input?: unknown }) => accentFault(typedIn(input) ?? '') ?? '',
}

function typedIn(content: unknown): string | null {
  if (typeof content !== 'object' || content === null) return null
  const { accent = '' } = content as { accent?: unknown }
  return typeof accent === 'string' ? accent : null
}

const TAKE = 'accent:'

/** What a button that takes a colour, `#rrggbb`, posts. */
export function takeAccent(colour: string): string {
  return `${TAKE}${colour}`
}

/** The fields after a press on such a button; none where another was pressed. */
export function takenAccent(change: string): ContentFields {
  const colour = change.startsWith(TAKE) ? readColour(change.slice(TAKE.length)) : null
  return colour ? { palette: OWN_ACCENT, accent: colour } : {}
}

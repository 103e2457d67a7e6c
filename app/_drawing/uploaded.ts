import { Refusal } from '@/lib/kernel/faults/errors'
import type { Refused } from '@/lib/kernel/pictures/read-upload'

type Entry = ReturnType<FormData['get']>

/**
 * What is made of the file of a form, or why it is refused, to be said beside its field; `null` where none was chosen.
 * That too much is being drawn, or that this one took too long, is such a reason too: what was typed is kept.
 */
export async function uploaded<Made>(
  file: Entry,
  encode: (from: Uint8Array) => Promise<Made | Refused>,
): Promise<Made | Refused | null> {
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return null
  try {
    return await encode(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'unavailable')) throw error
    return { refused: 'The picture could not be made just now. Try again in a minute, or with a smaller one' }
  }
}

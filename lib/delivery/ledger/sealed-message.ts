import { seal, unseal } from '@/lib/kernel/secrets/crypto'
import { type Message, messageSchema } from '@/lib/kernel/transport'

/** An attempt's own place: its id is not known before it is written down. */
type Place = { batchId: string; place: number }

/** Seals a message for the attempt that it was written down with. */
export function sealMessage(message: Message, { batchId, place }: Place): string {
  return seal(JSON.stringify(message), 'message', `${batchId} ${place}`)
}

/** Opens what {@link sealMessage} gave. */
export function unsealMessage(sealed: string, { batchId, place }: Place): Message {
  return messageSchema.parse(JSON.parse(unseal(sealed, 'message', `${batchId} ${place}`)))
}

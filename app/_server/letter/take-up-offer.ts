import { randomUUID } from 'node:crypto'
import { textOf } from '@/app/_server/forms/fields'
import { withOffer } from './offers'
import { readDraft } from './posted-draft'

/**
 * A posted form of a letter as if its writer had done by hand what the button that they pressed offered, and had then
 * asked for the same page again. Any other form as it is, but for the mark of a text that is made anew.
 */
export function takeUpOffer(sent: FormData): FormData {
  const offer = textOf(sent, 'offer')
  if (offer === '' && !sent.has('anew')) return sent
  const done = new FormData()
  // Who takes up an offer has not chosen yet in which of two seats they live.
  for (const [name, value] of sent) if (name !== 'offer' && name !== 'home') done.append(name, value)
  done.set('revised', randomUUID())
  if (offer === '') return done
  const { asks: _asks, updates: _updates, ...texts } = withOffer(readDraft(done), offer)
  for (const [name, value] of Object.entries(texts)) done.set(name, value)
  if (textOf(sent, 'step') === 'check') done.set('step', 'you')
  // What is composed anew comes as from the first page; else the letter's page is shown with what stands in it now.
  else if (texts.body === '') done.set('step', 'words')
  else done.set('change', 'letter')
  return done
}

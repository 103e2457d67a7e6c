import { isId } from '@/lib/kernel/id'
import { type FieldFault, textOf, textsOf } from './fields'

/** What was ticked, as it stands in the form that comes back: ids with a space between them. */
export type TypedReach = { reach: string; campaigns: string }

/** What a form says of the campaigns that somebody works on: all (`null`), or those that are ticked. */
export function readWorksOn(sent: FormData): { typed: TypedReach; worksOn: string[] | null; faults: FieldFault[] } {
  const ticked = textsOf(sent, 'campaigns').filter(isId)
  // What is sent without the question, as a program may: who ticks some means these.
  const reach = textOf(sent, 'reach') || (ticked.length > 0 ? 'some' : 'all')
  const typed = { reach, campaigns: ticked.join(' ') }
  if (reach === 'all') return { typed, worksOn: null, faults: [] }
  const faults = ticked.length > 0 ? [] : [{ field: 'campaigns', message: 'Tick the campaigns, or choose all of them' }]
  return { typed, worksOn: ticked, faults }
}

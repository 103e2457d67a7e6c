import type { Seat } from '@/lib/directory/lookup'
import type { Shares } from '@/lib/directory/postcodes/known-postcode'
import { grouped } from '@/lib/kernel/text'

/** Where the properties of a split postcode lie, those of most first: an address of a property need not be a home. */
export function shareWords(seats: readonly Pick<Seat, 'code' | 'name'>[], shares: Shares): string {
  const placed = seats
    .map(({ code, name }) => ({ name, properties: shares.get(code) ?? 0 }))
    .sort((a, b) => b.properties - a.properties)
  const all = placed.reduce((sum, { properties }) => sum + properties, 0)
  const [most] = placed
  const begins = most && most.properties * 2 > all ? `Most addresses of this postcode are in ${most.name}. ` : ''
  const counts = placed.map(({ name, properties }) => `${grouped(properties)} in ${name}`)
  const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(counts)
  return `${begins}Of the ${grouped(all)} that our list has, it places ${listed}; not each of them is a home.`
}

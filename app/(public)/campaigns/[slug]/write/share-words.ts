import type { Seat } from '@/lib/directory/lookup'
import type { Shares } from '@/lib/directory/postcodes/known-postcode'
import { grouped } from '@/lib/kernel/text'

/** Where most properties of a split postcode lie, or how many in each seat: not each of them is a home. */
export function shareWords(seats: readonly Pick<Seat, 'code' | 'name'>[], shares: Shares): string {
  const placed = seats
    .map(({ code, name }) => ({ name, properties: shares.get(code) ?? 0 }))
    .sort((a, b) => b.properties - a.properties)
  const all = placed.reduce((sum, { properties }) => sum + properties, 0)
  const [most] = placed
  if (most && most.properties * 2 > all) {
    return `Most addresses of this postcode are in ${most.name}: ${grouped(most.properties)} of the ${grouped(all)} that our list has. Some may be no homes.`
  }
  const counts = placed.map(({ name, properties }) => `${grouped(properties)} in ${name}`)
  const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(counts)
  return `Of the addresses of this postcode our list has ${listed}. Some may be no homes.`
}

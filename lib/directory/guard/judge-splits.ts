import { counted, grouped } from '@/lib/kernel/text'
import { shareOf, someOf } from './in-words'
import type { Compared } from './let-in'

/** A postcode that a list names: the seats that answer for it now, none where it is not known, and those of the list. */
export type NamedPostcode = { postcode: string; before: readonly string[]; after: readonly string[] }
/** What is in use: how many postcodes are known, of them how many split, and whether a release is there to look in. */
export type InUse = { known: number; split: number; hasRelease: boolean }

/** So few can be looked at one by one. */
const FEW = 20
/** The part of what is named, or of the splits in use, that may be changed for something quite different. */
const MOST_CHANGED = 1 / 10
/** The part of all postcodes that may become split at once: a list of every property gives about half a per cent. */
const MOST_SPLIT = 0.01

/**
 * What it would mean to let a list of splits and corrections in. Too much, beyond 20, is: more than a tenth of what it
 * names in other seats than those that answer now, or not known at all where a release is in use; more than a tenth of
 * the splits in use undone; more than 1% of the postcodes split.
 */
export function judgeSplits(named: readonly NamedPostcode[], { known, split, hasRelease }: InUse): Compared {
  const begun = named.filter(({ before, after }) => before.length < 2 && after.length > 1)
  const undone = named.filter(({ before, after }) => before.length > 1 && after.length < 2)
  const elsewhere = named.filter(
    ({ before, after }) => before.length > 0 && !before.some((code) => after.includes(code)),
  )
  const strange = hasRelease ? named.filter(({ before }) => before.length === 0) : []
  const beyond = (some: readonly NamedPostcode[], most: number) => some.length > FEW && some.length > most
  return {
    lines: [
      `The list names ${counted(named.length, 'postcode')}; ${grouped(split)} are split now.`,
      lineOf('Newly split', begun),
      lineOf('Split no more', undone),
      lineOf('In another seat than now', elsewhere),
      ...(hasRelease ? [lineOf('Not in the release in use', strange)] : []),
    ],
    reasons: [
      ...(beyond(elsewhere, named.length * MOST_CHANGED)
        ? [`${shareOf(elsewhere.length, named.length)} of what it names would lead to another seat, more than a tenth`]
        : []),
      ...(beyond(strange, named.length * MOST_CHANGED)
        ? [`${shareOf(strange.length, named.length)} of what it names is not in the release in use, more than a tenth`]
        : []),
      ...(beyond(undone, split * MOST_CHANGED)
        ? [`${grouped(undone.length)} of ${grouped(split)} split postcodes would be split no more, more than a tenth`]
        : []),
      ...(beyond(begun, known * MOST_SPLIT)
        ? [`${shareOf(begun.length, known)} of the postcodes would become split, more than ${MOST_SPLIT * 100}%`]
        : []),
    ],
  }
}

function lineOf(what: string, some: readonly NamedPostcode[]): string {
  if (some.length === 0) return `${what}: none.`
  return `${what}: ${grouped(some.length)} (${someOf(some.map(({ postcode }) => postcode))}).`
}

import { eitherOf } from '@/lib/kernel/text'
import { isConstituent, type Placing } from './placing'

/** Who wrote, as said below the letter: "a constituent, going by their home postcode, who …". */
export function writerWords({ kind, others }: Placing, constituency: string): string {
  const somebody = 'a person who confirmed their e-mail address'
  const says = `${somebody} and says that they live in ${constituency}`
  switch (kind) {
    case 'inside':
      return 'a constituent, going by their home postcode, who confirmed their e-mail address'
    case 'inside-live':
      return 'a constituent, going by where the public postcode service that we asked has their home postcode, who confirmed their e-mail address'
    case 'near':
      return `${says}; our list has their postcode in ${eitherOf(others)}, within 100 metres of one in ${constituency}`
    case 'elsewhere':
      return `${says}; our list has their postcode in ${eitherOf(others)}, next to it`
    case 'elsewhere-live':
      return `${says}; the public postcode service that we asked has their postcode in ${eitherOf(others)}, next to it`
    case 'unknown':
      return `${says}; our list does not hold their postcode`
    case 'not-looked-up':
      return `${says}; their postcode could not be looked up`
    case 'not-recorded':
      return somebody
  }
}

/** What heads the page that proves a letter. */
export function proofTitle(placing: Placing, constituency: string): string {
  if (isConstituent(placing)) return 'A letter from a constituent'
  return placing.kind === 'not-recorded'
    ? 'A letter whose writer confirmed it'
    : `A letter from somebody who says that they live in ${constituency}`
}

/** What was found of the postcode when the letter was submitted. */
export function postcodeWords({ kind, others }: Placing, constituency: string): string {
  const says = `the writer says that they live in ${constituency}, which is next to it`
  const parted = others.length > 0 ? `; a boundary with ${both(others)} runs through it` : ''
  switch (kind) {
    case 'inside':
      return `In ${constituency}, by our list${parted}`
    case 'inside-live':
      return `In ${constituency}, as a public postcode service said when the letter was written${parted}; our list did not hold it`
    case 'near':
      return `In ${eitherOf(others)}, by our list, which places it by its middle; the writer says that they live in ${constituency}, which has a postcode within 100 metres of it`
    case 'elsewhere':
      return `In ${eitherOf(others)}, by our list; ${says}`
    case 'elsewhere-live':
      return `In ${eitherOf(others)}, as a public postcode service said when the letter was written; ${says}`
    case 'unknown':
      return `Not known: the writer chose ${constituency} by name. Our list did not hold the postcode, and nobody else placed it`
    case 'not-looked-up':
      return `Not looked up: the writer chose ${constituency} by name. Our list did not hold the postcode, and it could not be looked up elsewhere at that time`
    case 'not-recorded':
      return 'Not recorded: the letter was written before we kept whether the postcode lies in the constituency'
  }
}

const both = (names: string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)

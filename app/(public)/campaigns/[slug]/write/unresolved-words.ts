/** Why a postcode led to no MP. */
export type Unresolved =
  | 'missing'
  | 'malformed'
  | 'unknown'
  | 'crown_dependency'
  | 'overseas_territory'
  | 'bfpo'
  | 'no-such-seat'
  | 'none-chosen'
  | 'too-many'

type Words = {
  status: number
  title: string
  /** Heads the summary on top of the page, over a link to each field that has a message. */
  summary: string
  paragraphs: string[]
  /** A constituency can be chosen by name, which nobody has tried yet. */
  offersNames?: boolean
  /** Beside the choice of a constituency by name. */
  nameError?: string
  /** Beside the postcode. */
  postcodeError?: string
}

const ANOTHER_HOME = 'Enter another postcode, if you live in the United Kingdom as well or are registered to vote there'

/** What the page says, for each way in which a postcode can lead nowhere. */
export function unresolvedWords(
  why: Unresolved,
  typed: string,
  { retryAt = '', territory = 'a British overseas territory' } = {},
): Words {
  switch (why) {
    case 'missing':
      return {
        status: 422,
        title: 'Find your MP',
        summary: 'There is a problem',
        paragraphs: ['Your MP is the one for where you live, so we need the postcode of your home.'],
        postcodeError: 'Enter your postcode',
      }
    case 'malformed':
      return {
        status: 422,
        title: 'That is not a postcode',
        summary: 'There is a problem',
        paragraphs: [
          'A UK postcode has two parts: one or two letters and a number, such as M1 or SW1A, then a number and two letters, such as 0AA.',
        ],
        postcodeError: 'Enter a full UK postcode, like SW1A 0AA',
      }
    case 'unknown':
      return {
        status: 422,
        title: `We do not know ${typed}`,
        summary: 'There is a problem',
        paragraphs: [
          'It looks like a postcode, but it is in none of our lists. If it is right, perhaps because your home is new, choose your constituency by name instead.',
        ],
        offersNames: true,
        postcodeError: 'Check the postcode, or choose your constituency by name',
      }
    case 'crown_dependency':
      return {
        status: 422,
        title: 'There is no MP for this postcode',
        summary: 'There is no MP for this postcode',
        paragraphs: [
          `${typed} is in Guernsey, Jersey or the Isle of Man. They make their own laws and send no member to the House of Commons, so there is no MP at Westminster to write to.`,
          'If you live in the United Kingdom as well, or are registered to vote there, use the postcode of that address.',
        ],
        postcodeError: ANOTHER_HOME,
      }
    case 'overseas_territory':
      return {
        status: 422,
        title: 'There is no MP for this postcode',
        summary: 'There is no MP for this postcode',
        paragraphs: [
          `${typed} is in ${territory}. British overseas territories send no member to the House of Commons, so there is no MP at Westminster to write to.`,
          'If you live in the United Kingdom as well, or are registered to vote there, use the postcode of that address.',
        ],
        postcodeError: ANOTHER_HOME,
      }
    case 'bfpo':
      return {
        status: 422,
        title: 'Use your home address in the UK',
        summary: 'A BFPO address is in no constituency',
        paragraphs: [
          'Forces post goes wherever the forces are, so a BFPO number says nothing about which MP is yours. Use the postcode of your home address in the UK, or of the one where you are registered to vote: the MP for that address represents you.',
        ],
        postcodeError: 'Enter the postcode of your UK home address',
      }
    case 'no-such-seat':
      return {
        status: 422,
        title: 'Choose your constituency',
        summary: 'There is a problem',
        paragraphs: ['That constituency is not one of the 650 in the House of Commons.'],
        nameError: 'Choose your constituency from the list',
      }
    case 'none-chosen':
      return {
        status: 422,
        title: 'Choose your constituency',
        summary: 'There is a problem',
        paragraphs: [],
        nameError: 'Choose your constituency from the list',
      }
    case 'too-many':
      return {
        status: 429,
        title: 'Too many postcodes were looked up',
        summary: 'Please wait a moment',
        paragraphs: [
          'Many postcodes were looked up from your connection in a short time. You may share it with others. What you typed is still here.',
        ],
        nameError: `Look up ${typed} again after ${retryAt}, or choose your constituency by name now`,
      }
  }
}

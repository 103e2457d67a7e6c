import { asideOf, contentFor, groupOf } from '@/lib/content/content-for-mp'
import { draftContent } from '@/lib/content/draft-content'
import { anySeatFor } from '@/lib/content/seats-in-scope'
import type { Seat } from '@/lib/directory/lookup'
import { seatsByMp } from '@/lib/directory/seats-by-mp'
import type { Context } from '@/lib/kernel/context'
import { wordCount } from '@/lib/kernel/text'
import { composeLetter } from './compose'
import type { Beside, LetterInTurn } from './draft-as-letter-type'
import { drawInTurn, written } from './lint/letters-in-turn'
import { NO_OWN_WORDS } from './originality/own-words'
import { addressee, SIGN_OFF, salutation } from './salutation'
import { anyWording } from './wordings/any-wording'

/** Letters that are shown beside each other. */
const IN_TURN = 3

/**
 * The letter that a draft makes for the MP, or the seat, that is named first for `typed`; for one that the campaign is for, when it is empty.
 * `turn` chooses among the wordings, as a supporter's place in the row does. And the letters of the next three
 * supporters of that MP, as they would be given one after the other.
 */
export async function letterBeside(
  ctx: Context,
  content: unknown,
  typed: string,
  turn: number,
): Promise<{ beside: Beside; three: LetterInTurn[] }> {
  const seat = typed.trim() === '' ? await anySeatFor(ctx, draftContent(content)) : (await seatsByMp(ctx, typed))[0]
  if (!seat) return { beside: { kind: 'nobody' }, three: [] }
  return { beside: besideFor(content, seat, turn), three: threeInTurn(content, seat) }
}

function threeInTurn(content: unknown, seat: Seat): LetterInTurn[] {
  const whole = draftContent(content)
  if (asideOf(whole, seat)) return []
  const own = contentFor(whole, groupOf(whole, seat))
  return [...drawInTurn(own, IN_TURN)].map((letter) => {
    const { subject, body } = written(own, letter, {
      mpName: seat.mp?.name ?? null,
      constituency: seat.name,
      nation: seat.nation,
    })
    return { subject, body, words: wordCount(body) }
  })
}

/** The letter with all asks that a draft makes for one seat. */
export function besideFor(content: unknown, seat: Seat, turn: number): Beside {
  const whole = draftContent(content)
  const group = groupOf(whole, seat)
  const aside = asideOf(whole, seat)
  const whose = [seat.mp?.name, seat.name].filter(Boolean).join(', ')
  if (aside) {
    const title = aside.why === 'group' ? aside.title : `The campaign is for ${aside.nations.join(', ')} only`
    return { kind: 'aside', whose, title }
  }
  const own = contentFor(whole, group)
  const letter = composeLetter(own, {
    own: NO_OWN_WORDS,
    wording: anyWording(own, turn),
    mpName: seat.mp?.name ?? null,
    constituency: seat.name,
    nation: seat.nation,
  })
  return {
    kind: 'letter',
    whose,
    to: addressee(seat.mp, seat.name),
    salutation: `${salutation(seat.mp?.name ?? null)},`,
    ...letter,
    signOff: SIGN_OFF,
    words: wordCount(letter.body),
    group: group?.name ?? null,
  }
}

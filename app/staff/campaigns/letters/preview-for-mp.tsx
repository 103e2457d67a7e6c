import { Details } from '@/components/ui/details'
import type { CampaignContent } from '@/lib/content/content'
import { asideOf, contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { Seat } from '@/lib/directory/lookup'
import { partyAfterName } from '@/lib/directory/party-words'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { salutation } from '@/lib/writing/salutation'
import { anyWording } from '@/lib/writing/wordings/any-wording'

type Props = { content: CampaignContent; seat: Seat; open: boolean }

/** What a supporter of this MP meets: their group's letter, or the page in place of one. */
export function PreviewForMp({ content, seat, open }: Props) {
  const group = groupOf(content, seat)
  const aside = asideOf(content, seat)
  const own = contentFor(content, group)
  const letter = composeLetter(own, {
    own: NO_OWN_WORDS,
    wording: anyWording(own, 0),
    mpName: seat.mp?.name ?? null,
    constituency: seat.name,
    nation: seat.nation,
  })
  const who = seat.mp ? `${seat.mp.name}, ${partyAfterName(seat.mp.party)}` : 'Vacant'
  return (
    <Details summary={`${who}: ${seat.name}`} open={open}>
      <p>{group ? `In the group “${group.name}”, the first that fits.` : 'In no group: the campaign’s own wording.'}</p>
      {aside ? (
        <p>
          <strong>No letter.</strong>{' '}
          {aside.why === 'nation' ? `The campaign is for ${aside.nations.join(', ')} only.` : aside.title}
        </p>
      ) : (
        <>
          <p className="font-bold">{letter.subject}</p>
          <p>{salutation(seat.mp?.name ?? null)},</p>
          {letter.body.split('\n\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </>
      )}
    </Details>
  )
}

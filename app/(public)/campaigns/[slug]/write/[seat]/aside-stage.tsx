import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { Share } from '@/app/(public)/share'
import { RichText } from '@/components/campaign/rich-text'
import { Envelope } from '@/components/letter/envelope'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import type { Aside } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'

type Props = { campaign: LiveCampaign; seat: Seat; aside: Aside; preview?: Preview | undefined }

/** No letter goes to this MP: why, and what helps in its place. */
export function AsideStage({ campaign, seat, aside, preview }: Props) {
  const { content, slug } = campaign
  const { title, paragraphs } = aside.why === 'group' ? aside : outsideNations(aside.nations, seat)
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <PageTitle>{title}</PageTitle>
      <Envelope mp={seat.mp} constituency={seat.name} held />
      <div className="max-w-measure space-y-3">
        <RichText text={paragraphs} />
      </div>
      {aside.why === 'group' && aside.thank && seat.mp && <Thank mp={seat.mp} title={content.title} />}
      {(aside.why === 'nation' || aside.share) && <Share text={content.share.text} slug={slug} />}
      {preview ? (
        <p>
          <a className="link" href={`${preview.base}/write?mp=`}>
            Not your constituency?
          </a>
        </p>
      ) : (
        // Posted to the page's own address, with where they came from in its query, which this page does not know.
        <form method="post">
          <Button look="quiet" name="not" value="yes">
            Not yours? Choose your constituency
          </Button>
        </form>
      )}
    </PublicPage>
  )
}

function Thank({ mp, title }: { mp: { name: string; email: string | null }; title: string }) {
  return (
    <section aria-labelledby="thank" className="max-w-measure">
      <h2 id="thank" className="text-h2">
        Thank {mp.name}
      </h2>
      <p className="mt-2">
        Offices hear far more complaint than thanks, so a line of yours is noticed. Say who you are and that you live in
        the constituency.
      </p>
      <p className="mt-1">
        <Unbroken>
          {mp.email ? (
            <a
              className="link font-semibold"
              href={`mailto:${mp.email}?subject=${encodeURIComponent(`Thank you: ${title}`)}`}
            >
              Write an e-mail to {mp.name}
            </a>
          ) : (
            'By post: House of Commons, London SW1A 0AA.'
          )}
        </Unbroken>
      </p>
    </section>
  )
}

function outsideNations(nations: string[], seat: Seat) {
  const named = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(nations)
  return {
    title: `This campaign is for ${named}`,
    paragraphs: [
      `${seat.name} is in ${seat.nation}, and the campaign asks only MPs for seats in ${named}. So there is no letter to write from there.`,
      `If you know somebody in ${named} who would want to write, please pass it on.`,
    ],
  }
}

import { posted } from '@/app/_server/request'
import { CopyText } from '@/components/letter/copy-text'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { embedSnippet } from '@/lib/campaigns/embed-snippet'
import type { CampaignLink, LinkChannel } from '@/lib/campaigns/spread/links'
import { grouped } from '@/lib/kernel/text'
import { make } from './form'

const channelWords: Record<LinkChannel, string> = {
  link: 'A link on a site',
  email: 'An e-mail or a newsletter',
  social: 'A social network',
  messenger: 'A messenger',
  print: 'Paper',
  embed: 'A frame on a site',
}

type Props = {
  campaign: { id: string; slug: string; title: string }
  appUrl: string
  links: readonly CampaignLink[]
  done: string | string[] | undefined
}

/** Links with names: made once, kept, and listed with what came by each. */
export function Links({ campaign, appUrl, links, done }: Props) {
  const left = posted(make)
  const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  const action = `/staff/campaigns/${campaign.id}/spread`
  return (
    <Part id="links" heading="Links for others">
      <div className="space-y-6">
        {!left && done === 'made' && <Notice look="done" heading="The link is made: it stands first in the list" />}
        {!left && done === 'removed' && (
          <Notice look="done" heading="Off the list">
            <p>The link works on, and what comes by it is counted as before.</p>
          </Notice>
        )}
        <form id="link-form" method="post" action={action} noValidate className="space-y-4">
          <TextField
            name="name"
            label="Whom is it for?"
            hint="A site, a newsletter, a group. Everybody who opens the link can read the name in its address: never a person’s name or address."
            autoComplete="off"
            maxLength={100}
            defaultValue={left?.values.name ?? ''}
            error={errorOf('name')}
          />
          <Select
            name="channel"
            label="How does it go about?"
            defaultValue={left?.values.channel || 'link'}
            error={errorOf('channel')}
            options={Object.entries(channelWords).map(([value, label]) => ({ value, label }))}
          />
          <Button look="second" name="do" value="make">
            Make the link
          </Button>
        </form>
        {links.length > 0 && (
          <Table
            caption="Links, and what came by each since the start"
            columns={[
              { label: 'For' },
              { label: 'Visits', numeric: true },
              { label: 'Supporters', numeric: true },
              { label: 'Made' },
            ]}
            rows={links.map((link) => ({
              key: link.id,
              cells: [
                <Named key="for" link={link} campaign={campaign} appUrl={appUrl} action={action} />,
                grouped(link.viewed),
                grouped(link.supporters),
                <span key="made">
                  <When at={link.at} />
                  <span className="block wrap-anywhere text-muted">{link.by ?? 'no longer on the team'}</span>
                </span>,
              ],
            }))}
          />
        )}
      </div>
    </Part>
  )
}

type NamedProps = Omit<Props, 'links' | 'done'> & { link: CampaignLink; action: string }

function Named({ link: { id, name, utmSource, utmMedium }, campaign: { slug, title }, appUrl, action }: NamedProps) {
  const query = new URLSearchParams({ utm_source: utmSource, utm_medium: utmMedium })
  const isFrame = utmMedium === 'embed'
  return (
    <span className="block max-w-measure">
      <strong>{name}</strong>
      <span className="block text-muted">{channelWords[utmMedium as LinkChannel] ?? utmMedium}</span>
      <Details summary={isFrame ? 'Snippet' : 'Link'} look="plain">
        {isFrame ? (
          <CopyText
            label={`Snippet for ${name}`}
            text={embedSnippet({ appUrl, slug, title, site: utmSource })}
            rows={6}
          />
        ) : (
          <CopyText label={`Link for ${name}`} text={`${appUrl}/campaigns/${slug}?${query}`} rows={3} />
        )}
        <form method="post" action={action}>
          <input type="hidden" name="link" value={id} />
          <Button look="quiet" name="do" value="remove">
            Take it off the list<span className="sr-only"> {name}</span>
          </Button>
        </form>
      </Details>
    </span>
  )
}

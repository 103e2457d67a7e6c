import type { ReactNode } from 'react'
import { publicContext } from '@/app/_server/request'
import { SiteFooter } from '@/components/campaign/site-footer'
import { SiteHeader } from '@/components/campaign/site-header'
import { Page } from '@/components/ui/page'
import { type Accented, accentName } from '@/lib/content/accent/accent-name'
import { writtenContent } from '@/lib/content/find-campaign'
import { USUAL_PALETTE } from '@/lib/content/palettes'
import { shownAttributions } from '@/lib/directory/shown-attributions'
import { installationSetting } from '@/lib/settings/installation'
import { operatorLogo } from '@/lib/settings/logo'
import { logoInWords } from '@/lib/settings/logo-in-words'
import { namedOperator } from '@/lib/settings/operator'
import type { Preview } from './preview-bar'
import { PreviewBar } from './preview-bar'

type Props = {
  width?: 'page' | 'form'
  /** The campaign that the page is a part of: the header leads back to it. */
  campaign?: { slug: string; content: { title: string } & Accented }
  /** Whose accent it has where the header does not lead back: a campaign's content, or a letter's. */
  palette?: string
  letter?: { versionId: string } | null | undefined
  /** Where the page is one of a draft's preview: it says so at its top, and leads to the preview's other pages. */
  preview?: Preview | undefined
  children: ReactNode
}

/** The frame of every public page, with whoever stands behind the installation in its footer. */
export async function PublicPage({ width = 'form', campaign, palette, letter, preview, children }: Props) {
  const ctx = publicContext()
  const [operator, { name }, logo, attributions, written] = await Promise.all([
    namedOperator(ctx),
    installationSetting.read(ctx),
    operatorLogo(ctx),
    shownAttributions(ctx),
    letter && writtenContent(ctx, letter.versionId),
  ])
  const accented = (campaign ?? preview?.campaign)?.content ?? written
  return (
    <Page
      width={width}
      palette={palette ?? (accented ? accentName(accented) : USUAL_PALETTE)}
      header={
        <SiteHeader
          name={name || null}
          logo={
            logo && { logo, alt: logoInWords({ alt: logo.alt, operator: operator?.name ?? '' }, name || 'Dear MP') }
          }
          back={campaign && { href: preview?.base ?? `/campaigns/${campaign.slug}`, text: campaign.content.title }}
        />
      }
      footer={<SiteFooter operator={operator} logo={logo} sourceUrl={ctx.env.sourceUrl} attributions={attributions} />}
    >
      {preview && <PreviewBar {...preview} />}
      {children}
    </Page>
  )
}

import type { ReactNode } from 'react'
import { publicContext } from '@/app/_server/request'
import { SiteFooter } from '@/components/campaign/site-footer'
import { SiteHeader } from '@/components/campaign/site-header'
import { Page } from '@/components/ui/page'
import { attributions } from '@/lib/directory/snapshot/attributions'
import { env } from '@/lib/kernel/env'
import { setInstallation } from '@/lib/kernel/installation'
import { namedOperator } from '@/lib/kernel/operator'

type Props = {
  width?: 'page' | 'form'
  /** The campaign that the page is a part of: the header leads back to it. */
  campaign?: { slug: string; content: { title: string } }
  children: ReactNode
}

/** The frame of every public page, with whoever stands behind the installation in its footer. */
export async function PublicPage({ width = 'form', campaign, children }: Props) {
  const ctx = publicContext()
  const [operator, { name }] = await Promise.all([namedOperator(ctx), setInstallation(ctx)])
  return (
    <Page
      width={width}
      palette="commons"
      header={
        <SiteHeader
          name={name || null}
          back={campaign && { href: `/campaigns/${campaign.slug}`, text: campaign.content.title }}
        />
      }
      footer={
        <SiteFooter
          operator={operator}
          sourceUrl={env().sourceUrl}
          attributions={attributions.map(({ text }) => text)}
        />
      }
    >
      {children}
    </Page>
  )
}

import type { Metadata } from 'next'
import { oncePerRequest } from '@/app/_server/exchange'
import { pageTitle } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { writtenContent } from '@/lib/content/find-campaign'
import { findLinkedLetter } from '@/lib/letters/find'

type Kind = 'confirm' | 'letter' | 'replied' | 'sent'

/** A link of a letter and the letter that it leads to, read once for a page and its title; each `null` where there is none. */
export const linkedLetter = oncePerRequest((kind: Kind, token: string) =>
  findLinkedLetter(publicContext(), kind, token),
)

/** What a letter's page is called, with the campaign that the letter is of. */
export async function linkedTitle(step: string, kind: Kind, token: string): Promise<Metadata> {
  const { letter } = await linkedLetter(kind, token)
  const content = letter && (await writtenContent(publicContext(), letter.versionId))
  return { title: pageTitle({ step, campaign: content?.title }), robots: { index: false } }
}

import type { Metadata } from 'next'
import { z } from 'zod'

const image = z.strictObject({
  url: z.string(),
  width: z.number().optional(),
  height: z.number().optional(),
  alt: z.string(),
})

/** What our pages say of themselves, of all that they could: nothing is left out of a head unseen. */
const said = z.strictObject({
  title: z.union([z.string(), z.strictObject({ absolute: z.string() })]).optional(),
  description: z.string().optional(),
  robots: z.strictObject({ index: z.literal(false) }).optional(),
  referrer: z.string().optional(),
  alternates: z.strictObject({ canonical: z.string() }).optional(),
  openGraph: z
    .strictObject({
      type: z.literal('website'),
      locale: z.string(),
      siteName: z.string(),
      title: z.string(),
      description: z.string().optional(),
      url: z.string().optional(),
      images: z.tuple([image]),
    })
    .optional(),
  twitter: z
    .strictObject({
      card: z.string(),
      title: z.string(),
      description: z.string(),
      images: z.tuple([z.string()]),
    })
    .optional(),
})

/** What a page says of itself, for its head. */
export type SaidOfPage = z.infer<typeof said>

/** Reads what a page of `app` exports of itself. Throws where it says something that no head of the front has a tag for. */
export function saidOfPage(metadata: Metadata): SaidOfPage {
  return said.parse(metadata)
}

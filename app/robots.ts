import type { MetadataRoute } from 'next'
import { publicContext } from './_server/request'

export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/api/',
        '/confirm/',
        '/letters/',
        '/replied/',
        '/verify/',
        '/my-data/',
        '/staff/',
        '/preview/',
        '/dev/',
      ],
    },
    sitemap: `${publicContext().env.appUrl}/sitemap.xml`,
  }
}

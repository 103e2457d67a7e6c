import type { MetadataRoute } from 'next'
import { env } from '@/lib/kernel/env'

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
    sitemap: `${env().appUrl}/sitemap.xml`,
  }
}

import type { MetadataRoute } from 'next'
import { installationName } from '@/lib/settings/installation'
import { publicContext } from './_server/request'

// The name is a setting, and no database is there while the pages are built.
export const dynamic = 'force-dynamic'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const name = await installationName(publicContext())
  return {
    name,
    short_name: name,
    description: 'Write to your MP: a letter that is yours, and that gets read.',
    lang: 'en-GB',
    start_url: '/',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#0a5c3c',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}

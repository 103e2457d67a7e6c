import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Dear MP',
    short_name: 'Dear MP',
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

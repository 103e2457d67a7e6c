import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` looks at the types, tests included: the first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Seconds that a cache in front may go on with an old page while it fetches a new one.
  expireTime: 300,
  // Titles stand in the head for everyone, not only for the crawlers that Next knows.
  htmlLimitedBots: /.*/,
  // server.ts compresses, after it has read the page's inline scripts for the policy.
  compress: false,
  serverExternalPackages: ['postgres', 'drizzle-orm', 'graphile-worker', 'pino', 'tinypool'],
  // A page cached under one database must not greet the visitors of another: keep pages in memory only.
  experimental: { isrFlushToDisk: false },
  async headers() {
    const headers = [
      // Other sites name it for years: an hour at most passes before they have a new one.
      { key: 'Cache-Control', value: 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400' },
      { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
    ]
    return [{ source: '/embed.js', headers }]
  },
  async rewrites() {
    return [{ source: '/', destination: '/home/live' }]
  },
}

export default config

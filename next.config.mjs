import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

const ONE_COPY = './lib/cli/start/one-copy-loader.cjs'
// A build finds the server's modules compiled; in development they run as they are written.
const compiled = process.env.COMPILED_SERVER ?? ''

/** @satisfies {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` looks at the types, tests included: the first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Titles stand in the head for everyone, not only for the crawlers that Next knows.
  htmlLimitedBots: /.*/,
  // server.ts compresses.
  compress: false,
  serverExternalPackages: ['postgres', 'drizzle-orm', 'graphile-worker', 'pino', 'tinypool'],
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

/** How the server's modules are bundled: they are not. */
function turbopack() {
  // Turbopack keeps what a loader made from one build to the next, even where the loader has changed.
  const version = createHash('sha256').update(readFileSync(ONE_COPY)).digest('hex')
  return {
    rules: {
      '*.{ts,tsx}': {
        condition: {
          all: [
            'node',
            { not: 'browser' },
            { path: /^((lib|db|emails|app\/_server|app\/_drawing|app\/_pictures)\/|app\/([^/]+\/)*(form|kind)\.ts$)/ },
            { not: { content: /^import 'server-only'/m } },
            // In development each of these needs a new start when it is edited: only what must be shared is.
            // A form is the key to what it leaves for its page.
            ...(compiled
              ? []
              : [{ any: [{ path: /\/form\.ts$/ }, { content: /^\/\/ State: one copy in a process\.$/m }] }]),
          ],
        },
        loaders: [{ loader: ONE_COPY, options: { compiled, version } }],
      },
    },
  }
}

/** What serves what was built reads no loader: a production tree has none. */
export default function configFor(/** @type {string} */ phase) {
  return phase === PHASE_PRODUCTION_SERVER ? config : { ...config, turbopack: turbopack() }
}

import { SERVED_BY_NEXT } from '@/app/_server/next/next-internals'

/** The folders of `app` that are no public pages. */
export const AREAS = ['staff', 'preview', 'api', 'dev'] as const

/** Whose a path is: the staff's, a preview's, programs', whoever tries the installation out, Next's own, or the public's. */
export function areaOf(path: string): (typeof AREAS)[number] | 'next' | 'public' {
  if (SERVED_BY_NEXT.test(path)) return 'next'
  const first = path.split('/', 2)[1]
  return AREAS.find((area) => area === first) ?? 'public'
}

const PROBES = /^\/api\/(health|live|ready)$/

/** Whether a path tells whoever watches over the installation how it is. They may know no name of it, and cannot wait. */
export function isProbe(path: string): boolean {
  return PROBES.test(path)
}

import { createHash } from 'node:crypto'
import { PUSHES } from './next-internals'

/**
 * Hashes of the inline scripts that Next wrote into a page (CSP Level 3, 2.3.1). A script of any
 * other shape gets none, so that markup which slipped into a cached page does not run.
 */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const upToEnd of html.split('</script>').slice(0, -1)) {
    const script = inlineScript(upToEnd)
    if (script !== null && isNextPush(script)) hashes.add(createHash('sha256').update(script).digest('base64'))
  }
  return [...hashes]
}

/** The script that ends where this piece of a page does; `null` where it is in a file of its own. */
function inlineScript(upToEnd: string): string | null {
  const tag = upToEnd.indexOf('<script')
  const tagEnd = upToEnd.indexOf('>', tag)
  if (tag < 0 || tagEnd < 0 || /\ssrc=/.test(upToEnd.slice(tag, tagEnd))) return null
  return upToEnd.slice(tagEnd + 1)
}

function isNextPush(script: string): boolean {
  const code = script.trim()
  const push = PUSHES.find((opening) => code.startsWith(opening))
  const ending = /\);?$/.exec(code)
  if (push === undefined || ending === null) return false
  try {
    return typeof JSON.parse(code.slice(push.length, ending.index)) === 'object'
  } catch {
    return false
  }
}

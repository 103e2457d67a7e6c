import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export type ReleaseRow = { postcode: string; seat: string; terminated?: string }

/** The header row of a release since 2025, trimmed to some columns; the order is ONS's. */
export const HEADER = 'pcd7,pcd8,pcds,dointr,doterm,lad25cd,ctry25cd,pcon24cd,lat,long'

/** A release as a CSV in ONS's layout, for tests only. */
export function releaseCsv(rows: readonly ReleaseRow[], { header = HEADER, end = '\n' } = {}): string {
  const lines = rows.map(({ postcode, seat, terminated = '' }) => {
    const compact = postcode.replace(' ', '')
    return [compact, postcode, postcode, '198001', terminated, '', '', seat, '51.5', '-0.1'].map(quoted).join(',')
  })
  return [header, ...lines, ''].join(end)
}

function quoted(cell: string): string {
  return `"${cell}"`
}

/** Writes a file of that name into a folder of its own; gives its path. */
export function writeRelease(name: string, bytes: string | Uint8Array): string {
  const path = join(mkdtempSync(join(process.env.DATA_DIR ?? tmpdir(), 'release-')), name)
  writeFileSync(path, bytes)
  return path
}

/** A zip of these files, by their paths inside it; a path that ends in a slash is a folder. */
export async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith('/')) zip.addEmptyDirectory(path)
    else zip.addBuffer(Buffer.from(content), path)
  }
  zip.end()
  return buffer(zip.outputStream)
}

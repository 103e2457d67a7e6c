import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Way } from '@/lib/directory/guard/let-in'
import { exportIndex } from '@/lib/directory/index-file/export-index'
import { type IndexHead, readIndexFile } from '@/lib/directory/index-file/format'
import { importIndex } from '@/lib/directory/index-file/import-index'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { fileFaults } from '@/lib/kernel/faults/file-faults'
import { counted, grouped } from '@/lib/kernel/text'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { readBytes } from './read-text'
import { settledNorthernIreland } from './settled-northern-ireland'
import { withDirectory } from './with-directory'

const MOST_BYTES = 30_000_000

/** Writes the index in use into a file for another installation, and prints what it holds. */
export function exportIndexTo(path: string, { northernIreland }: { northernIreland: boolean }): Promise<void> {
  return withDirectory(async (ctx) => {
    const { file, described } = await exportIndex(ctx, { northernIreland })
    await writeFile(path, file).catch((error: unknown) => {
      const { data } = z.object({ code: z.string() }).safeParse(error)
      if (!data) throw error
      const why = data.code === 'ENOENT' ? 'lies in no folder that is there' : fileFaults[data.code]
      throw new ExpectedFailure(`${path} ${why ?? `cannot be written (${data.code})`}.`, { cause: error })
    })
    printLines([...headLines(described), `${grouped(file.length)} bytes, written to ${path}.`])
  })
}

type Options = { northernIreland: boolean | null; way: Way }

/** Puts an index that was exported elsewhere in the place of the release in use, and prints what it holds. */
export async function importIndexFrom(path: string, { northernIreland, way }: Options): Promise<void> {
  const read = readIndexFile(await readBytes(path, MOST_BYTES), path)
  await withDirectory(async (ctx) => {
    printLines(headLines(read.described))
    const holds = read.described.coverage.nations.includes('Northern Ireland')
    const agreed = holds && (await settledNorthernIreland(ctx, northernIreland, way))
    const { report, leftOut } = await showRefusal(importIndex(ctx, read, { northernIreland: agreed, way }))
    printLines(report.compared.lines)
    if (leftOut > 0) printLines([`Left out, of Northern Ireland: ${counted(leftOut, 'postcode')}`])
    if (way === 'dry-run') return printLines([triedLine(report.compared)])
    const { release, bytes } = report
    printLines([`${release.name}: ${counted(release.postcodes, 'postcode')}; ${grouped(bytes)} bytes.`])
  })
}

function headLines({ name, released, coverage, licence, release }: IndexHead): string[] {
  const { postcodes, terminated, constituencies, nations } = coverage
  return [
    `${name}${released === null ? ', of no known date' : `, of ${released.slice(0, 7)}`}: ${counted(postcodes, 'postcode')}, ` +
      `${grouped(terminated)} of them terminated, in ${counted(constituencies, 'constituency', 'constituencies')} of ${nations.join(', ')}. ` +
      `Made from a release with SHA-256 ${release.slice(0, 12)}….`,
    ...licence.map((line) => `Licence: ${line}`),
  ]
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readRelease } from './read-release'
import { HEADER, releaseCsv, writeRelease, zipOf } from './testing'

const london = { postcode: 'SW1A 0AA', seat: 'E14001172' }
const manchester = { postcode: 'M1 1AA', seat: 'E14001352', terminated: '202305' }
const jersey = { postcode: 'JE2 4WD', seat: 'L99999999' }
const giro = { postcode: 'GIR 0AA', seat: '' }
const rows = [london, manchester, jersey, giro]
const csv = releaseCsv(rows)

async function readWhole(name: string, bytes: string | Uint8Array) {
  const read = await readRelease(writeRelease(name, bytes))
  return {
    ...read,
    found: ['SW1A0AA', 'M11AA', 'JE24WD', 'GIR0AA', 'ZZ11ZZ'].map((compact) => read.collected.find(compact)),
  }
}

const whole = {
  rows: 4,
  terminated: 1,
  outside: { L99999999: 1 },
  nowhere: 1,
  again: 0,
  unreadable: { count: 0, some: [] },
  seats: { E14001172: 1, E14001352: 1 },
  found: [
    { seat: 'E14001172', terminated: false },
    { seat: 'E14001352', terminated: true },
    { seat: 'L99999999', terminated: false },
    { seat: '', terminated: false },
    null,
  ],
}

describe('a release is read', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['as CSV', 'NSPL.csv', csv],
    ['with a byte-order mark', 'NSPL.csv', `\ufeff${csv}`],
    ['with Windows line ends', 'NSPL.csv', releaseCsv(rows, { end: '\r\n' })],
    ['with the line ends of old Macs', 'NSPL.csv', releaseCsv(rows, { end: '\r' })],
    ['in latin-1 where it says more than codes', 'NSPL.csv', Buffer.from(csv.replace('51.5', 'Ynys Môn'), 'latin1')],
    ['with blank lines at its end', 'NSPL.csv', `${csv}\n\n`],
    ['without a last line end', 'NSPL.csv', csv.trimEnd()],
    ['without quotation marks', 'NSPL.csv', csv.replaceAll('"', '')],
    [
      'with the older names of columns',
      'NSPL.csv',
      csv.replace(HEADER, 'pcd,pcd2,pcds,dointr,doterm,laua,ctry,pcon,lat,long'),
    ],
    ['from a gzip', 'NSPL.csv.gz', gzipSync(csv)],
    ['from a gzip that is called a CSV', 'NSPL.csv', gzipSync(csv)],
  ])('%s', async (_, name, bytes) => {
    expect(await readWhole(name, bytes)).toMatchObject(whole)
  })

  test('from the zip of ONS, with its guides and lists of names beside it', async () => {
    const zip = await zipOf({
      'User Guide/NSPL User Guide.pdf': '%PDF-1.7',
      'Documents/Westminster Parliamentary Constituency names and codes UK as at 07_24.csv': 'PCON24CD,PCON24NM\n',
      'Data/': '',
      'Data/NSPL_AUG_2025_UK.csv': csv,
      'Data/NSPL_AUG_2025_UK.txt': 'pcds',
    })
    expect(await readWhole('NSPL_AUG_2025.zip', zip)).toMatchObject(whole)
  })

  test('from a zip with a file for each postcode area and a guide in the same folder', async () => {
    const zip = await zipOf({
      'NSPL/Data/NSPL_AUG_2025_SW.csv': releaseCsv([london]),
      'NSPL/Data/NSPL_AUG_2025_M.csv': releaseCsv([manchester, jersey]),
      'NSPL/Data/columns.csv': 'column,meaning\npcds,"the postcode"\n',
      'NSPL/Data/NSPL_AUG_2025_GIR.csv': releaseCsv([giro]),
    })
    expect(await readWhole('NSPL.zip', zip)).toMatchObject(whole)
  })

  test('from a zip that has its areas only in a folder below', async () => {
    const zip = await zipOf({
      'Data/multi_csv/NSPL_SW.csv': releaseCsv([london, giro]),
      'Data/multi_csv/NSPL_M.csv': releaseCsv([manchester, jersey]),
    })
    expect(await readWhole('NSPL.zip', zip)).toMatchObject(whole)
  })

  test('from a zip that was made again on a Mac, with a twin of each file', async () => {
    const zip = await zipOf({
      '__MACOSX/Data/._NSPL_AUG_2025_UK.csv': '\u0000\u0005\u0016\u0007"not a "CSV',
      '__MACOSX/._Data': 'x',
      'Data/._NSPL_AUG_2025_UK.csv': '\u0000"not a "CSV',
      'Data/NSPL_AUG_2025_UK.csv': csv,
    })
    expect(await readWhole('NSPL.zip', zip)).toMatchObject(whole)
  })

  test('from a zip of the CSV without a folder, alone and beside a list of names', async () => {
    const names = 'PCON24CD,PCON24NM\nE14001172,Cities of London and Westminster\n'
    const zips: Record<string, string>[] = [{ 'NSPL.csv': csv }, { 'NSPL/NSPL.csv': csv, 'NSPL/names.csv': names }]
    for (const files of zips) {
      expect(await readWhole('NSPL.zip', await zipOf(files))).toMatchObject(whole)
    }
  })

  test('from the folder that a zip unpacks to, from its Data folder, and from one that has its areas below', async () => {
    const folder = dirname(writeRelease('x', ''))
    const write = (path: string, content: string) => {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    write('whole/Data/NSPL_UK.csv', csv)
    write('whole/Data/._NSPL_UK.csv', '"')
    write('whole/Documents/names.csv', 'PCON24CD,PCON24NM\n')
    write('areas/Data/multi_csv/NSPL_SW.csv', releaseCsv([london, giro]))
    write('areas/Data/multi_csv/NSPL_M.csv', releaseCsv([manchester, jersey]))
    for (const path of ['whole', 'whole/Data', 'areas']) {
      const shares: number[] = []
      const { rows, terminated, seats, checksum } = await readRelease(join(folder, path), (share) => shares.push(share))
      expect({ rows, terminated, seats }).toEqual({ rows: 4, terminated: 1, seats: whole.seats })
      expect([shares.at(-1), checksum]).toEqual([1, expect.stringMatching(/^[0-9a-f]{64}$/)])
    }
  })

  test('with a termination of 0, as in the hosted tables: that is none; and with the newest month of its rows', async () => {
    const table = releaseCsv([{ ...london, terminated: '0' }, manchester])
    expect(await readWhole('table.csv', table)).toMatchObject({ rows: 2, terminated: 1, newestMonth: '202305' })
  })

  test('from a short file without dates of termination: all are live', async () => {
    const read = await readWhole('pcd_pcon.csv', 'pcd,pconcd\nSW1A0AA,E14001172\nM1  1AA,E14001352\n')
    expect(read).toMatchObject({ rows: 2, terminated: 0, seats: { E14001172: 1, E14001352: 1 }, newestMonth: '' })
  })

  test('with the whole beside its areas: what is said twice is counted, and is no fault', async () => {
    const zip = await zipOf({ 'Data/NSPL_UK.csv': csv, 'Data/NSPL_M.csv': releaseCsv([manchester]) })
    expect(await readWhole('NSPL.zip', zip)).toMatchObject({ ...whole, rows: 5, again: 1 })
  })

  test('with a few rows that hold no postcode: they are counted, and named', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ postcode: `M${at % 30} ${at % 9}AA`, seat: 'E14001352' }))
    const read = await readWhole('NSPL.csv', releaseCsv([...many, { postcode: 'N/A', seat: '' }]))
    expect(read.unreadable).toEqual({ count: 1, some: ['N/A'] })
  })

  test('with word of how far it is, and a checksum of the file', async () => {
    const shares: number[] = []
    const path = writeRelease('NSPL.csv', csv)
    const { checksum } = await readRelease(path, (share) => shares.push(share))
    expect(shares.at(-1)).toBe(1)
    expect(checksum).toMatch(/^[0-9a-f]{64}$/)
    expect((await readRelease(writeRelease('NSPL.csv', csv))).checksum).toBe(checksum)
  })
})

describe('a file is refused in one line', () => {
  const cut = gzipSync(releaseCsv(Array.from({ length: 5000 }, (_, at) => ({ ...london, postcode: spread(at) }))))
  const longLine = `${HEADER}\n"${'x'.repeat(200_000)}`
  test.each<[string, string | Uint8Array, RegExp]>([
    ['an empty one', '', /it is empty/],
    ['HTML saved as CSV', '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n', /it is a web page/],
    ['one without the columns', 'gss_code,name\nE14001172,x\n', /names no column of postcodes/],
    ['a header and nothing more', `${HEADER}\n`, /has a header and no rows/],
    ['a row of another length', `${csv}"SW1A1AA","SW1A 1AA"\n`, /Row 6 of .* has 2 columns, and the header 10/],
    ['a truncated gzip', cut.subarray(0, cut.length / 2), /is cut short: fetch it again/],
    ['a damaged gzip', damaged(cut), /is damaged: fetch it again/],
    ['an open quotation mark', `${csv}"SW1A1AA,`, /a quotation mark is opened and never closed/],
    ['a line without end', longLine, /one of its rows has no end/],
    [
      'rows without postcodes',
      releaseCsv([{ postcode: 'Leeds', seat: 'E14001319' }, london]),
      /1 of its 2 rows have no postcode \("Leeds"\)/,
    ],
    ['names in the place of codes', releaseCsv([{ ...london, seat: 'Leeds' }]), /Row 2 of .* has "Leeds" for a code/],
    ['the start of a zip', Buffer.from('PK\u0003\u0004 and no more of it'), /is not a whole zip/],
  ])('%s', async (_, bytes, message) => {
    await expect(readRelease(writeRelease('NSPL.csv', bytes))).rejects.toThrow(message)
    await expect(readRelease(writeRelease('NSPL.csv', bytes))).rejects.toMatchObject({ name: 'ExpectedFailure' })
  })

  test.each([
    ['in another constituency', { ...london, seat: 'E14001306' }, 'in E14001306, and another row in E14001172.'],
    ['terminated', { ...london, terminated: '202401' }, 'in E14001172, terminated, and another row in E14001172.'],
    ['nowhere', { ...london, seat: '' }, 'in no constituency, and another row in E14001172.'],
  ])('a postcode that stands there twice, once %s', async (_, row, message) => {
    await expect(readRelease(writeRelease('NSPL.csv', releaseCsv([...rows, row])))).rejects.toThrow(
      `puts SW1A 0AA ${message}`,
    )
  })

  test('a zip without data, and one whose data are of something else', async () => {
    const empty = writeRelease('NSPL.zip', await zipOf({ 'User Guide/guide.pdf': '%PDF-1.7' }))
    await expect(readRelease(empty)).rejects.toThrow('holds no CSV in a folder called Data')
    const other = await zipOf({ 'Data/wards.csv': 'wd25cd,wd25nm\n', 'Data/regions.csv': 'rgn,name\n' })
    await expect(readRelease(writeRelease('NSPL.zip', other))).rejects.toThrow('no CSV with the columns of NSPL')
  })

  test('a zip that was cut short, and one whose bytes were changed', async () => {
    const zip = await zipOf({
      'Data/NSPL.csv': releaseCsv(Array.from({ length: 2000 }, (_, at) => ({ ...london, postcode: spread(at) }))),
    })
    await expect(readRelease(writeRelease('NSPL.zip', zip.slice(0, zip.length / 2)))).rejects.toThrow(
      'is not a whole zip',
    )
    await expect(readRelease(writeRelease('NSPL.zip', zip.slice(0, zip.length / 2)))).rejects.toThrow(/[^.]\.$/)
    await expect(readRelease(writeRelease('NSPL.zip', damaged(zip)))).rejects.toMatchObject({ name: 'ExpectedFailure' })
  })

  test('a bomb: what unpacks to more than a release can be', async () => {
    // 60 MB of zeros in 60 kB: as one endless row, and as rows that are no rows.
    const zeros = gzipSync(Buffer.alloc(60_000_000, '0'))
    expect(zeros.length).toBeLessThan(80_000)
    await expect(readRelease(writeRelease('NSPL.csv.gz', zeros))).rejects.toThrow('one of its rows has no end')
    const tail = gzipSync(Buffer.concat([Buffer.from(csv), Buffer.alloc(15_000_000, '0\n')]))
    await expect(readRelease(writeRelease('NSPL.csv.gz', tail))).rejects.toThrow('Row 6 of')
    const blank = gzipSync(Buffer.concat([Buffer.from(csv), Buffer.alloc(15_000_000, '\n')]))
    await expect(readRelease(writeRelease('NSPL.csv.gz', blank), () => {}, { mostBytes: 10_000_000 })).rejects.toThrow(
      'unpacks to more than',
    )
    const zip = await zipOf({ 'Data/NSPL.csv': Buffer.alloc(20_000_000, '\n') })
    await expect(readRelease(writeRelease('NSPL.zip', zip), () => {}, { mostBytes: 10_000_000 })).rejects.toThrow(
      'unpacks to more than',
    )
  })

  test('a file that is not there, and a folder', async () => {
    await expect(readRelease('/nowhere/NSPL.csv')).rejects.toThrow('/nowhere/NSPL.csv does not exist.')
    await expect(readRelease('/tmp')).rejects.toThrow('/tmp is a folder.')
  })
})

function spread(at: number): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  return `M${1 + (at % 9)} ${Math.floor(at / 9) % 10}${letters[Math.floor(at / 90) % 20]}${letters[Math.floor(at / 1800) % 20]}`
}

function damaged(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (let at = 60; at < 400; at += 1) changed[at] = 0xff
  return changed
}

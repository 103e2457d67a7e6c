// State: one copy in a process.
import { readFileSync } from 'node:fs'
import { ImageResponse } from 'next/og.js'
import sharp from 'sharp'
import { COMMA } from '@/components/ui/logo-mark'
import { printedAccent } from '@/lib/content/accent/accent-name'
import { type FontFamily, type FontSubset, type FontWeight, fontFile, runsOf } from '@/lib/kernel/print/fonts'
import { SHARE_SIZE } from './share-size'

/** All that the picture of a shared link is drawn from. */
export type SharePicture = {
  /** The installation's name; empty where nobody has set one. */
  name: string
  title: string
  /** How many have written, in words. */
  count: string
  /** The share of the way to the goal, from 0 to 1. */
  progress: number
  /** The name of the campaign's accent. */
  palette: string
  /** The constituency that it comes from. */
  seat: string | null
}

/** The picture of a shared link, as a PNG: what is asked, how many have asked it, and whom the letters go to. */
export async function drawShare(picture: SharePicture): Promise<Buffer> {
  const image = new ImageResponse(<Share {...plain(picture)} />, { ...SHARE_SIZE, fonts: fontsFor(picture) })
  // Flat colours: a palette makes it less than half the size.
  return sharp(Buffer.from(await image.arrayBuffer()))
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

function Share({ name, title, count, progress, palette, seat }: SharePicture) {
  const accent = printedAccent(palette)
  return (
    <div
      style={{ ...column, ...SHARE_SIZE, position: 'relative', background: '#edf1ee', color: INK, fontFamily: SANS }}
    >
      <div style={{ height: 12, background: INK }} />
      <div style={{ height: 2, marginTop: 4, background: INK }} />
      <div
        style={{
          ...column,
          position: 'absolute',
          left: 64,
          top: 52,
          width: 640,
          height: 530,
          justifyContent: 'space-between',
        }}
      >
        <div style={column}>
          <div style={{ display: 'flex', fontFamily: SERIF, fontWeight: 600, fontSize: 46, letterSpacing: -0.7 }}>
            {name || 'Dear MP'}
            {!name && <span style={{ color: accent }}>,</span>}
          </div>
          <div
            style={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 0.22 * sizeFor(title),
              marginTop: 22,
              fontSize: sizeFor(title),
              lineHeight: 1.02,
              fontWeight: 800,
              letterSpacing: -0.03 * sizeFor(title),
            }}
          >
            {inWords(title)}
          </div>
        </div>
        <div style={column}>
          <div style={{ fontSize: 34, fontWeight: 700, lineHeight: 1.25 }}>{count}</div>
          <div
            style={{
              display: 'flex',
              marginTop: 14,
              width: 600,
              height: 28,
              border: `3px solid ${INK}`,
              background: '#fff',
            }}
          >
            <div style={{ width: `${progress > 0 ? Math.max(1.5, 100 * progress) : 0}%`, background: '#ffb81c' }} />
          </div>
        </div>
      </div>
      <Envelope seat={seat} accent={accent} />
    </div>
  )
}

function Envelope({ seat, accent }: { seat: string | null; accent: string }) {
  return (
    <div
      style={{
        ...column,
        position: 'absolute',
        left: 740,
        top: 190,
        width: 560,
        height: 500,
        background: '#fff',
        border: '2px solid #c5cec9',
      }}
    >
      <svg
        aria-hidden="true"
        style={{ position: 'absolute', left: 318, top: 36 }}
        width="112"
        height="136"
        viewBox="0 0 86 104"
      >
        <path fill={accent} d="M0 0h86v104H0z" />
        <path
          fill="none"
          stroke="#fff"
          strokeWidth="6.5"
          strokeLinecap="round"
          strokeDasharray="0 9.5"
          d="M0 0h86v104H0z"
        />
        <path fill="none" stroke="#fff" strokeWidth="1.5" d="M9 9h68v86H9z" />
        <path fill="#fff" transform="translate(14.5 22) scale(.56)" d={COMMA} />
      </svg>
      <div
        style={{
          ...column,
          position: 'absolute',
          left: 48,
          bottom: 96,
          width: 392,
          fontFamily: SERIF,
          fontSize: 31,
          lineHeight: 1.34,
        }}
      >
        {seat ? (
          <div style={column}>
            <div>To the MP for</div>
            <div style={{ fontSize: seat.length > 28 ? 32 : 40, fontWeight: 600, lineHeight: 1.16, marginBottom: 4 }}>
              {seat}
            </div>
          </div>
        ) : (
          <div style={{ fontSize: 42, fontWeight: 600, lineHeight: 1.2 }}>Your MP</div>
        )}
        <div>House of Commons</div>
        <div>London SW1A 0AA</div>
      </div>
    </div>
  )
}

// Each file of a family has a name of its own: of two under one name the library takes one alone.
const SANS = 'sans-latin, sans-latin-ext, sans-vietnamese, sans-cyrillic'
const SERIF = 'serif-latin, serif-latin-ext, serif-vietnamese, serif-greek, serif-cyrillic'
const INK = '#12161a'
const column = { display: 'flex', flexDirection: 'column' } as const

/** The largest in which a title of so many letters has room beside the envelope. */
function sizeFor(title: string): number {
  if (title.length <= 32) return 86
  if (title.length <= 60) return 70
  return title.length <= 75 ? 62 : 56
}

/** With signs that our fonts do not have made plain: for any other the library would ask a service of somebody else's. */
/** The words of a title, each whole: a place such as Nagorno-Karabakh is not parted at its hyphen. */
function inWords(title: string) {
  return title.split(' ').map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word is known by its place.
    <span key={at}>{word}</span>
  ))
}

function plain({ name, title, count, progress, palette, seat }: SharePicture): SharePicture {
  const drawable = (family: FontFamily, text: string) =>
    runsOf(family, text)
      .map((run) => run.text)
      .join('')
  return {
    name: drawable('serif', name),
    title: drawable('sans', title),
    palette,
    count,
    progress,
    seat: seat && drawable('serif', seat),
  }
}

type Font = { name: string; weight: FontWeight; style: 'normal'; data: Buffer }

/** The files that the texts need: each holds the letters of one script. */
function fontsFor({ name, title, seat }: SharePicture): Font[] {
  const spans = (family: FontFamily, text: string) =>
    new Set<FontSubset>(['latin', ...runsOf(family, text).map(({ subset }) => subset)])
  const files = (family: FontFamily, weight: FontWeight, text: string) =>
    [...spans(family, text)].map((subset) => fontOf(family, subset, weight))
  return [
    ...files('sans', 700, ''),
    ...files('sans', 800, title),
    ...files('serif', 400, ''),
    ...files('serif', 600, `${name}${seat ?? ''}`),
  ]
}

const read = new Map<string, Buffer>()

function fontOf(family: FontFamily, subset: FontSubset, weight: FontWeight): Font {
  const file = fontFile(family, subset, weight)
  const data = read.get(file) ?? readFileSync(file)
  read.set(file, data)
  return { name: `${family}-${subset}`, weight, style: 'normal', data }
}

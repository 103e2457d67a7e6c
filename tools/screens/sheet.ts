import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import type { Look } from './looks'

/** A page as it was taken, whole. */
export type Picture = { name: string; file: string }

const SIDE = 1560
const GAP = 12
const LABEL = 26
/** Of a long page so many screens are shown: what repeats below is seen in its own picture. */
const MOST_SCREENS = 8
const GREY = '#9aa3ad'

type Piece = { picture: Picture; label: string; top: number; height: number }
type Placed = Piece & { column: number; y: number }

/** Lays pictures out on contact sheets, one below the other in columns, and writes them to `folder`; gives their files. */
export async function makeSheets(folder: string, name: string, look: Look, pictures: Picture[]): Promise<string[]> {
  const width = Math.round(look.size.width * look.scale)
  const columns = Math.floor((SIDE - GAP) / (width + GAP))
  const files: string[] = []
  for (const [at, placed] of (await laidOut(look, columns, pictures)).entries()) {
    const overlays = await Promise.all(placed.map((piece) => overlaysOf(look, width, piece)))
    const file = join(folder, `${name}-${look.name}-${String(at + 1).padStart(2, '0')}.png`)
    const sheet = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: GREY } })
    await sheet.composite(overlays.flat()).png({ palette: true, colours: 128 }).toFile(file)
    files.push(file)
  }
  return files
}

async function laidOut(look: Look, columns: number, pictures: Picture[]): Promise<Placed[][]> {
  const sheets: Placed[][] = [[]]
  let [column, y] = [0, GAP]
  for (const piece of (await Promise.all(pictures.map((picture) => piecesOf(look, picture)))).flat()) {
    const height = LABEL + scaled(piece.height, look) + GAP
    if (y + height > SIDE) [column, y] = [column + 1, GAP]
    if (column === columns) {
      sheets.push([])
      column = 0
    }
    sheets.at(-1)?.push({ ...piece, column, y })
    y += height
  }
  return sheets
}

/** A page in pieces that a column has room for. */
async function piecesOf(look: Look, picture: Picture): Promise<Piece[]> {
  const { height: whole = 0 } = await sharp(picture.file).metadata()
  const shown = Math.min(whole, look.size.height * MOST_SCREENS)
  const most = Math.floor((SIDE - 2 * GAP - LABEL) / look.scale)
  const screens = (whole / look.size.height).toFixed(1)
  const count = Math.ceil(shown / most)
  return Array.from({ length: count }, (_, at) => ({
    picture,
    label: `${picture.name} (${screens})${count > 1 ? ` ${at + 1}/${count}` : ''}`,
    top: at * most,
    height: Math.min(most, shown - at * most),
  }))
}

async function overlaysOf(look: Look, width: number, piece: Placed): Promise<OverlayOptions[]> {
  const left = GAP + piece.column * (width + GAP)
  const part = await sharp(piece.picture.file)
    .extract({ left: 0, top: piece.top, width: look.size.width, height: piece.height })
    .resize({ width, height: scaled(piece.height, look) })
    .toBuffer()
  return [
    { input: labelOf(piece.label, width), left, top: piece.y },
    { input: part, left, top: piece.y + LABEL },
  ]
}

/** The height of a piece as it stands on the sheet, however little is left of a page. */
function scaled(height: number, { scale }: Look): number {
  return Math.max(1, Math.round(height * scale))
}

function labelOf(text: string, width: number): Buffer {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL}"><text x="2" y="18" font-family="sans-serif" font-weight="bold" font-size="15">${safe}</text></svg>`,
  )
}

import type { LogoGround } from '@/lib/settings/logo-on-page'
import { alphaAt, type Bitmap, type Seen } from './visible-part'

/** Relative luminance (WCAG 2.2) of white, and of the dark scheme's ground, `#101614`. */
const LIGHT = 1
const DARK = 0.0075
/** What stands out by less than this from its ground is not read. */
const LEGIBLE = 2.5
/** So much of a logo has to be legible for it to stand on a ground as it is. */
const NEARLY_ALL = 0.92
/** A logo that fills so much of its box has brought its own ground. */
const FILLED = 0.97

/**
 * The ground that a logo needs: light or dark, by how much of it stands out from each; `none` where it can stand on
 * both, or has a ground of its own. Where neither is enough it gets the better one, and light as most logos are made for.
 */
export function groundFor(bitmap: Bitmap, { box, onWhite }: Seen): LogoGround {
  if (onWhite) return 'light'
  let [visible, onLight, onDark] = [0, 0, 0]
  for (let y = box.top; y < box.top + box.height; y++) {
    for (let x = box.left; x < box.left + box.width; x++) {
      const at = y * bitmap.width + x
      if (alphaAt(bitmap, at) < 128) continue
      const own = luminanceAt(bitmap, at)
      visible += 1
      if (contrast(own, LIGHT) >= LEGIBLE) onLight += 1
      if (contrast(own, DARK) >= LEGIBLE) onDark += 1
    }
  }
  const enough = visible * NEARLY_ALL
  if (visible >= box.width * box.height * FILLED || (onLight >= enough && onDark >= enough)) return 'none'
  return onDark > onLight ? 'dark' : 'light'
}

function luminanceAt({ data }: Bitmap, at: number): number {
  const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  return LINEAR[channel] ?? 0
}

/** Each of the 256 values once: a logo has a million pixels. */
const LINEAR = Array.from({ length: 256 }, (_, channel) => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

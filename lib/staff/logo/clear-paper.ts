/**
 * Takes the white paper out of a picture: each pixel, four bytes of red, green, blue and alpha, becomes the clearest one
 * that is the same on white. So a page that is not quite white shows no box around a logo that was saved as JPEG.
 */
export function clearPaper(data: Uint8Array): Uint8Array {
  const cleared = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 4) {
    const [red = 255, green = 255, blue = 255] = data.subarray(at, at + 3)
    const alpha = 255 - Math.min(red, green, blue)
    if (alpha === 0) continue
    for (const [channel, value] of [red, green, blue].entries()) {
      cleared[at + channel] = Math.round(((value - (255 - alpha)) * 255) / alpha)
    }
    cleared[at + 3] = alpha
  }
  return cleared
}

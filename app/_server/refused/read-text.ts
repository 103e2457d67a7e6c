/**
 * Reads a request's body as text, as long as it has `most` bytes; `null` where it has more. Not one piece is read beyond
 * that, and the rest is left where it is: the front ends the connection behind the answer.
 */
export async function readText(request: Request, most: number): Promise<string | null> {
  if (!request.body) return ''
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    size += value.length
    // Not cancelled: that would cut the connection before the answer is out.
    if (size > most) return null
    chunks.push(value)
  }
}

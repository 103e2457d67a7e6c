/** The text of an answer that is read to its end. Throws, having hung up, where it has more than `most` bytes. */
export async function limitedText(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      throw new Error('The answer is too large.')
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
}

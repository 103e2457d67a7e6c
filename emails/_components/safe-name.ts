// What looks like a dot, a slash or a colon, and stays so under NFKC.
const DOTS = /[\u3002\uff61\u06d4\u0701\u0702\u1362\u166e\u2cf9\ua60e\u{10a50}\u2024\u2027\u2022\u22c5\u2219\u2e31]/gu
// Between Latin letters; in Catalan a dot between two l is part of a word.
const MIDDLE_DOT = /(?<=[a-z\d])(?<!l)\u00b7(?=[a-z])|(?<=l)\u00b7(?=[a-km-z])/gi
const SLASHES = /[\u2044\u2215\u29f8\u2571\u27cb\u3033]/g
const COLONS = /[\u2236\ua789\u02d0\ufe13\u05c3]/g
// Marks that cross a letter out, or draw a frame around it.
const OVERLAYS = /[\u0334-\u0338\u20d0-\u20f0]/
const CLEARLY_A_LINK =
  /@|\/\/|\bh(?:tt|xx)ps?:|\bwww\.|[\p{L}\p{N}]{2}\.(?:com|net|org|info|biz|co|uk|eu|io|xyz|ru|top|site|online|shop|app)\b/iu
const COULD_BE_A_LINK =
  /[/\\@:<>]|\bwww\b|\bh(?:tt|xx)ps?\b|\.\p{L}{2}|(?:\.|\bdot)\s{0,9}(?:com|net|org|info|biz|co|uk|eu|io|xyz|ru|top|site|online|shop|app)\b/iu

const NAME_MOST = 70
const WORDS_MOST = 8
/** Letters with their marks, and what stands between them in names. */
const NAME = /^(?=.*\p{L})[\p{L}\p{M}\s.,'’‘ʼ`´·・()-]+$/su
/** What turns the order of what follows. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/
const ASKS_FOR_SOMETHING =
  /\b(?:claim|click|verify|urgent|urgently|bitcoin|crypto|refund|invoice|winner|prize|casino|whatsapp|telegram|visit|password|login|log in|sign in|call now|buy now|free money|pounds|dollars|euros)\b/i

/** Whether a name holds an address on the web or of e-mail beyond doubt, however it is disguised. */
export function holdsLink(name: string): boolean {
  return CLEARLY_A_LINK.test(undisguised(name))
}

/**
 * Whether a name can greet somebody who may never have given it: letters alone, few words, nothing that could be an
 * address, a sum of money or a call to do something, in one script a word.
 */
export function isGreetable(name: string): boolean {
  const plain = undisguised(name).trim()
  const words = plain.split(/\s+/)
  return (
    plain.length <= NAME_MOST &&
    words.length <= WORDS_MOST &&
    NAME.test(plain) &&
    !BIDI.test(name) &&
    !OVERLAYS.test(plain) &&
    !COULD_BE_A_LINK.test(plain) &&
    !ASKS_FOR_SOMETHING.test(plain) &&
    words.every(isOfOneScript)
  )
}

/** As it reads: one form of each character (NFKC), nothing that is invisible, and what looks like a dot as one. */
function undisguised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')
    .replace(DOTS, '.')
    .replace(MIDDLE_DOT, '.')
    .replace(SLASHES, '/')
    .replace(COLONS, ':')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** Latin, Greek and Cyrillic letters that look alike stand in for each other in no name. */
function isOfOneScript(word: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u]
  return scripts.filter((script) => script.test(word)).length <= 1
}

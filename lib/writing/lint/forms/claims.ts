/** What only its writer can say of themselves: what they think, know of, have lived through, feel, and have. */
const DOES = new Set(
  'think|thought|believe|believed|feel|felt|fear|feared|care|cared|agree|agreed|disagree|support|supported|suspect|suppose|doubt|condemn|deplore|oppose|object|resent|admire|love|hate|worry|worried|regret|consider|maintain|argue|know|knew|known|remember|remembered|recall|read|saw|seen|heard|watched|followed|learned|learnt|grew up|visited|used to|lived|studied|served|voted|cried|wept|prayed|mourned|grieved|came across|find it|found it|share|shared'.split(
    '|',
  ),
)
/** What only they can say that they are or have been doing. */
const DOING =
  'thinking|following|reading|watching|hearing|worrying|wondering|praying|learning|feeling|grieving|living|working|campaigning|supporting'
const IS = new Set(
  'sad|saddened|shocked|worried|concerned|convinced|appalled|horrified|angry|afraid|alarmed|dismayed|disturbed|troubled|outraged|moved|upset|heartbroken|distressed|proud|ashamed|certain|sure|aware|glad|pleased|happy|disappointed|frightened|fearful|hopeful|'
    .concat(DOING)
    .split('|'),
)
const HAS = new Set(
  'view|opinion|concern|concerns|worry|worries|heart|conscience|belief|beliefs|feeling|feelings|fear|fears|grief|anger|sorrow|shame|experience|memory|memories|childhood|family|friend|friends|neighbour|neighbours|faith|church|job|work|colleague|colleagues|parents|grandparents|mother|father|grandmother|grandfather|gran|children|son|daughter'.split(
    '|',
  ),
)
/** May stand between a person and what they do. */
const HOW = new Set(
  'all|also|always|been|both|certainly|deeply|do|ever|firmly|first|fully|genuinely|greatly|have|had|honestly|just|long|never|often|once|only|personally|really|recently|simply|sincerely|still|strongly|too|truly|was|were|very|most|so|own'.split(
    '|',
  ),
)
const HOWS_MOST = 3
/** Somebody, and the list in which what they do, are or have is looked up; how may stand between. */
const OF_WORDS: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/\b(?:I|we)(?:[’']ve|[’']d)?(?= )/gi, DOES],
  [/\b(?:I am|I[’']m|I was|we are|we[’']re|we were)(?= )/gi, IS],
  [/\b(?:I|we)(?:[’']ve| have|[’']d| had)(?= (?:\w{4,9} )?been )/gi, IS],
  [/\bmy(?= )/gi, HAS],
  [/\bour own(?= )/gi, HAS],
]

/** What says so in set phrases. */
const PHRASES: readonly RegExp[] = [
  /\b(?:I|we) (?:cannot|can not|can[’']t|could not|couldn[’']t|could never|can never) (?:see|accept|understand|believe|imagine|forget|bear|agree|ignore|think|stand)\b/gi,
  /\b(?:I|we)(?: would|[’']d) (?:rather|sooner|argue|say that|put (?:my |our |all |much |more |most |great |little )?(?:trust|faith|hope))\b/gi,
  /\b(?:I|we) (?:put|place|have) (?:my |our |all |much |more |most |great |little |no )?(?:trust|faith) in\b/gi,
  /\b(?:matters?|mattered|means?|meant)(?: most| more| much| so much| a lot| a great deal| nothing| everything)? to me\b/gi,
  /\b(?:makes?|made) no difference to me\b/gi,
  /\b(?:dear|close|personal|important|clear|unacceptable|unbearable|painful) to me\b/gi,
  /\b(?:seems?|seemed|occurs|occurred) to me\b/gi,
  /\b(?:shocks?|shocked|saddens?|saddened|worries|worried|moves?|moved|troubles?|troubled|haunts?|haunted|frightens?|frightened|angers?|angered|strikes?|struck|touche[sd]|reminds?|reminded|horrifie[sd]|disturbs?|disturbed|appals?|appalled|convince[sd]|pains?|pained|upsets?|hurts?|bothers?|disgusts?|disgusted|grieves?|makes|made) me\b/gi,
  /(?:^|[,–—;:] (?:and |but )?)for me,/gi,
  /^to me,? (?:this|it|that|they|these|there)\b/gi,
  /, to me,/gi,
  /\bhaving (?:read|seen|heard|watched|followed|lived|grown up|worked|served|visited|learn(?:ed|t))\b/gi,
  /\bas (?:a|an|the) (?:\w{1,12} )?(?:christian|muslim|jew|catholic|believer|mother|father|parent|grandparent|nurse|doctor|teacher|student|pupil|pensioner|veteran|soldier|refugee|immigrant|taxpayer|voter)\b/gi,
  /\bas (?:someone|somebody) who\b/gi,
  /\b(?:to my mind|in my eyes|as I see it|as far as I (?:can|know|am)|if you ask me|I for one)\b/gi,
  /\bwhat (?:I find|hurts me|touches me|I (?:value|dread|want most))\b/gi,
]

/**
 * The words in which a text says what its writer feels, thinks, has read or has lived through; each once, as they stand.
 * Nobody who sends the text has said so. Wishes and courtesies ("I would be grateful", "I hope to hear") are none.
 */
export function claimsIn(text: string): string[] {
  const ofWords = OF_WORDS.flatMap(([claim, list]) =>
    [...text.matchAll(claim)].flatMap((match) => withWord(text, match, list)),
  )
  const phrases = PHRASES.flatMap((claim) =>
    [...text.matchAll(claim)].map(([words]) => words.replace(/^[,–—;:] (?:and |but )?/, '')),
  )
  const found = [...ofWords, ...phrases]
  return found.filter((one, at) => !found.some((other, place) => place !== at && covers(other, one, place < at)))
}

/** Of two that found the same, or one a part of the other, one is enough. */
function covers(whole: string, part: string, isEarlier: boolean): boolean {
  return whole.length > part.length ? whole.includes(part) : whole === part && isEarlier
}

/** What was matched with the word of the list that follows on it, past words that say how. */
function withWord(text: string, { 0: start, index }: RegExpExecArray, list: ReadonlySet<string>): string[] {
  const words = text.slice(index + start.length + 1).split(' ', HOWS_MOST + 2)
  const bare = words.map((word) => /^[a-z-]*/.exec(word.toLowerCase())?.[0] ?? '')
  const at = bare.findIndex((word, place) => place === HOWS_MOST || !HOW.has(word))
  const two = `${bare[at]} ${bare[at + 1]}`
  const found = list.has(two) ? 2 : list.has(bare[at] ?? '') ? 1 : 0
  if (found === 0) return []
  return [[start, ...words.slice(0, at + found)].join(' ').replace(/[^\p{L}]$/u, '')]
}

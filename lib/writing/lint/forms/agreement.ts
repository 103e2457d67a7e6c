/** Singular though they end in s. */
const SINGULAR = new Set(
  'news|politics|mathematics|economics|ethics|series|species|means|headquarters|progress|press|process|crisis|basis|business|congress|access|illness|witness|address|campus|status|virus|bus|gas|glass|class|mass|loss|boss|cross|analysis|uk|us|netherlands|philippines|commons|lords'.split(
    '|',
  ),
)
/** A noun, looked at in the first group, and a verb in the singular. */
const PLURAL_WITH_SINGULAR: readonly RegExp[] = [
  /(?:^|\bthat )the ([a-z]+s) (?:is|was|has)\b/gi,
  /(?<!\b(?:of|in|to|for|on|by|with|from) )\b(?:these|those|both|several|many|two|three|four|five) ([a-z]+s) (?:is|was|has)\b/gi,
]

/** Only what is wrong for sure: a collective noun may take either ("the government have"), and much stands between others. */
const WRONG: readonly RegExp[] = [
  /\b(?:they|we) (?:is|was|has|does|am)\b/gi,
  /\b(?:they|we) (?:asks|calls|hopes|knows|lives|needs|says|seeks|thinks|urges|wants|writes)\b/gi,
  /(?<!\b(?:of|to|for|from|with|about|by) )\byou (?:is|was|has|does|am)\b/gi,
  /(?<!\band )\bI (?:is|has|does|asks|writes|wants|lives|hopes|looks|thanks)\b/g,
  /\b(?:he|she) (?:are|am)\b/gi,
  /\b(?:these|those|several|many) (?:letter|country|person|child|government|statement|weapon|civilian)\b/gi,
  /\b(?:this|each|every|a|an|another) (?:letters|countries|children|governments|statements|weapons|civilians|campaigns)\b/gi,
  /\b(?:would|could|should|might|must) (?:is|was|has|are|were|does|did)\b/gi,
  /\b(?:do|does|did) not? ?(?:is|was|has|are|were|did|does)\b/gi,
  /\bto (?:asks|writes|says|has|does|wants|gives|takes|makes|sends)\b/gi,
  /\bthere (?:is|was) (?:many|several|two|three|four|five|few)\b/gi,
]

/** Where verb and subject, or a word and its noun, do not go together, as alternatives do that meet; only what is sure. */
export function wrongAgreement(text: string): string[] {
  const ofNouns = PLURAL_WITH_SINGULAR.flatMap((wrong) =>
    [...text.matchAll(wrong)].filter(([, noun = '']) => isPlural(noun.toLowerCase())).map(([words]) => words),
  )
  return [...ofNouns, ...WRONG.flatMap((wrong) => [...text.matchAll(wrong)].map(([words]) => words))]
}

function isPlural(noun: string): boolean {
  return !SINGULAR.has(noun) && !/[siu’']s$/.test(noun)
}

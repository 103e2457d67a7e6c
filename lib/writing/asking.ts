/** Begin a question where somebody's word follows on them: "Did we …", "Isn’t it …". */
const HELPERS = withNot('is are was were has have do does did can could will would')
/** Not before "it", "this" or "the": "Have the courage", "Do it" tell somebody what to do. */
const TELLING = new Set(withNot('do have'))
const SOMEBODY = words('i you we they people anybody anyone any')
const SUBJECTS = new Set([
  ...SOMEBODY,
  ...words(
    'he she it this that these those there the our your his her their nobody someone somebody everyone everybody',
  ),
])
/** Begin a question by themselves before a helper: "Why has nobody …". */
const REASONS = new Set(words('why how'))
const QUESTION_WORDS = new Set([...words('what when where who whom whose which'), ...REASONS])
/** With them a question word asks whoever follows: "What did Britain do". */
const DOING = new Set(withNot('do does did'))
/** Sentences of so many words that begin with a question word hardly say anything. */
const SHORT = 4
const BEFORE = new Set(words('and but or so then well now'))
/** Begin other sentences as well: "Should you agree", "Who did this must answer", "Is a nurse in Leeds". */
const MAYBE = new Set([
  ...HELPERS.filter((helper) => !TELLING.has(helper)),
  ...withNot('should'),
  ...words('do shall who whose why how'),
])

/**
 * Whether a sentence asks, told by the words that it begins with; `perhaps`, where they begin other sentences as well.
 * Takes its words as they stand.
 */
export function isAsking(sentence: string[]): 'yes' | 'perhaps' | 'no' {
  const plain = sentence.slice(0, 4).map((word) =>
    word
      .toLowerCase()
      .replace(/'/g, '’')
      .replace(/[^\p{L}’]/gu, ''),
  )
  const [first = '', second = '', third = ''] = BEFORE.has(plain[0] ?? '') ? plain.slice(1) : plain
  if (QUESTION_WORDS.has(first) && HELPERS.includes(second)) {
    return REASONS.has(first) || DOING.has(second) || SUBJECTS.has(third) ? 'yes' : 'perhaps'
  }
  if (HELPERS.includes(first) && follows(first, second)) return 'yes'
  if (first === 'may' && ['i', 'we'].includes(second)) return 'yes'
  // "What happened next"; "What happened there in 2020 still matters" has more to say.
  const isShort = QUESTION_WORDS.has(first) && sentence.length <= SHORT
  return isShort || MAYBE.has(first) ? 'perhaps' : 'no'
}

/** "Would that it were so" asks nothing. */
function follows(helper: string, subject: string): boolean {
  if (TELLING.has(helper)) return SOMEBODY.includes(subject)
  return SUBJECTS.has(subject) && !(helper === 'would' && subject === 'that')
}

function words(text: string): string[] {
  return text.split(' ')
}

/** "do" and "don’t". */
function withNot(helpers: string): string[] {
  const irregular: Record<string, string> = { can: 'can’t', will: 'won’t' }
  return words(helpers).flatMap((helper) => [helper, irregular[helper] ?? `${helper}n’t`])
}

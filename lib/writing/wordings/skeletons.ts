/**
 * A place of a letter's skeleton: the opening, the asks that are argued, the sentence that names others, the request,
 * the close.
 */
export type Mark = 'opening' | 'first' | 'second' | 'mention' | 'request' | 'close'

/**
 * The ways in which a letter's parts may stand, a paragraph in each inner list. What is asked for comes before the
 * request that speaks of it, which begins a paragraph: offices that read them otherwise missed the request. No paragraph
 * argues two asks: readers found that too much at once.
 */
export const SKELETONS: readonly (readonly (readonly Mark[])[])[] = [
  [['opening'], ['first'], ['second', 'mention'], ['request', 'close']],
  [
    ['opening', 'first'],
    ['second', 'mention'],
    ['request', 'close'],
  ],
  [['opening', 'first'], ['second', 'mention'], ['request'], ['close']],
  [['opening'], ['first'], ['second', 'mention'], ['request'], ['close']],
  [['opening'], ['first'], ['second'], ['mention'], ['request', 'close']],
  [['opening', 'first'], ['second'], ['mention'], ['request', 'close']],
  [['opening'], ['first'], ['second'], ['mention'], ['request'], ['close']],
  [['opening', 'first'], ['second'], ['mention'], ['request'], ['close']],
]

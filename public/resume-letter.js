// Goes on to the page of a letter that its address asked for, with what this browser keeps of the letter, as its form
// would: nothing is stored by that. It runs while the page is still being read, so that the page that follows takes its
// place in the history, and Back does not come here again.
;(() => {
  const { key, days, seat, address, asked } = document.currentScript.dataset
  const stages = ['words', 'letter', 'you', 'check']
  try {
    // What this tab is at, or else what was kept last for a later visit.
    const kept = [sessionStorage, localStorage].map((storage) => JSON.parse(storage.getItem(key)))
    const isSo = (draft) => draft?.place?.seat === seat && Date.now() - Date.parse(draft.changed) <= days * 86_400_000
    const { fields } = kept.find(isSo)
    // No further than what it holds is enough for.
    const holds = (name) => (fields[name] ?? []).some(Boolean)
    const furthest = holds('body') ? (holds('name') ? 'check' : 'you') : 'letter'
    const stage = stages[Math.min(stages.indexOf(asked), stages.indexOf(furthest))]
    const form = Object.assign(document.createElement('form'), { method: 'post', action: `${address}/${stage}` })
    form.hidden = true
    // The check page is come to from the one before it, which is judged once more.
    const by = stage === 'check' ? { step: ['you'] } : { change: [stage] }
    for (const [name, values] of Object.entries({ ...fields, constituency: [seat], ...by })) {
      for (const value of values) form.append(Object.assign(document.createElement('textarea'), { name, value }))
    }
    document.body.append(form)
    form.submit()
  } catch {
    // Nothing is kept, or nothing that can be read: the page itself begins the letter.
  }
})()

// Gives each frame of this site's embed the height of what stands in it. It needs nothing, sets nothing else, and
// hears only the frames themselves: the message must come from a frame's own window and from this script's own site.
;(() => {
  const { origin } = new URL(document.currentScript.src)
  const frames = () =>
    [...document.getElementsByTagName('iframe')].filter((frame) => frame.src.startsWith(`${origin}/embed/`))

  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || data?.dearMp !== 'height' || !(data.height > 0 && data.height < 5000)) return
    for (const frame of frames()) {
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(data.height)}px`
    }
  })

  // A frame that was there before this script has spoken already. The question tells nobody anything.
  for (const frame of frames()) frame.contentWindow?.postMessage({ dearMp: 'how-high' }, '*')
})()

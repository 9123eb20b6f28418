// Compares two pictures with a tolerance; the browser decodes them, so that nothing has to be installed for it.

/** Of 255: what letters may differ by where only their smoothing does. */
export const TOLERANCE = 24
/** Share of the pixels that may differ more than that before a picture counts as changed. */
export const MOST_CHANGED = 0.001

/**
 * What differs between two pictures as data URLs, decoded in a page of the browser.
 * @returns {Promise<{ sizes: string[], changed: number, share: number, largest: number, box: number[] | null, isChanged: boolean }>}
 * `changed` pixels, their share of all, the largest difference of a channel, and the box around them: left, top, right, bottom.
 */
export async function comparePictures(page, one, other) {
  const found = await page.evaluate(differenceOf, { one, other, tolerance: TOLERANCE })
  return { ...found, isChanged: found.sizes[0] !== found.sizes[1] || found.share > MOST_CHANGED }
}

/** Runs in the page, hence alone: nothing outside of it is known there. */
async function differenceOf({ one, other, tolerance }) {
  const decode = async (url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, canvas.width, canvas.height)
  }
  const [a, b] = [await decode(one), await decode(other)]
  const sizes = [a, b].map(({ width, height }) => `${width} × ${height}`)
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  let [changed, largest, box] = [0, 0, null]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [at, beside] = [(y * a.width + x) * 4, (y * b.width + x) * 4]
      let most = 0
      for (let part = 0; part < 4; part += 1) most = Math.max(most, Math.abs(a.data[at + part] - b.data[beside + part]))
      largest = Math.max(largest, most)
      if (most <= tolerance) continue
      changed += 1
      box = box ? [Math.min(box[0], x), box[1], Math.max(box[2], x), y] : [x, y, x, y]
    }
  }
  // What only one of them has is no less a change.
  const all = Math.max(a.width, b.width) * Math.max(a.height, b.height)
  changed += all - width * height
  return { sizes, changed, share: changed / all, largest, box }
}

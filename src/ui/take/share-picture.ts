import type { DrawnPicture } from '../../charts/share/framed-chart.ts'

/**
 * A drawn picture as PNG, `scale` dots for each of its pixels. The picture comes from a blob and holds nothing from elsewhere, so the
 * canvas stays readable, also under a policy of `img-src 'self' data: blob:`. Rejects where the browser gives no canvas or no file.
 */
export async function pngOf({ svg, width, height }: DrawnPicture, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(svg))
  try {
    const image = new Image()
    image.width = width
    image.height = height
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * scale
    canvas.height = height * scale
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

export function svgBlob(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' })
}
